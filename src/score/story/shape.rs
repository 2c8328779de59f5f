//! Does the text hang together as one story told in plain speech?

use std::collections::{HashMap, HashSet};

use super::integrity::Cap;
use super::part::Part;
use super::phrase::Phrases;
use super::texture::Texture;
use super::view::View;

/// Rule 6: four words that come again and again.
pub(super) fn repetition(view: &View) -> Option<Cap> {
    let words = |s: usize| view.telling.words(s).iter().map(|t| t.word.as_str());
    let sentences: Vec<Vec<&str>> = view.all().into_iter().map(|s| words(s).collect()).collect();
    let mut seen: HashMap<&[&str], usize> = HashMap::new();
    for gram in sentences.iter().flat_map(|sentence| sentence.windows(4)) {
        *seen.entry(gram).or_default() += 1;
    }
    let told_again = view.telling.told_again;
    let grams: usize = seen.values().sum::<usize>() + told_again;
    let again: usize = seen.values().filter(|n| **n > 1).map(|n| n - 1).sum::<usize>() + told_again;
    let poor = view.telling.tokens.len() >= 120 && Texture::of(view).variety < 0.645;
    (grams >= 40 && again * 100 > grams * 8 || poor).then(|| {
        Cap::new("repetition", "The same words come again and again.")
            .of(&[(1, 2.0), (5, 2.0)])
            .at(2.5)
    })
}

/// Rule 6: a story is told from the start to the end.
pub(super) fn order(view: &View) -> Option<Cap> {
    let labels = &view.labels;
    if labels.len() < 8 || labels.iter().any(|l| l.by_field) && !shuffled_fields(view) {
        return None;
    }
    let count = labels.len() as f64;
    let acts: Vec<f64> = view.own().map(|a| a.sentence as f64 / count).collect();
    let opening =
        Phrases::new(&["first", "to start", "we had a", "our", "there was"].map(str::to_owned));
    let closing = Phrases::new(
        &["as a result", "in the end", "in total", "since then", "the result was"]
            .map(str::to_owned),
    );
    let at = |phrases: &Phrases| {
        view.all()
            .into_iter()
            .find(|s| phrases.hits(view.telling.words(*s)))
            .map(|s| s as f64 / count)
    };
    let early_result = at(&closing).is_some_and(|at| at < 0.35);
    let late_start = view.cue(&view.sentences(Part::Situation), &opening).is_none()
        && acts.first().is_some_and(|a| *a < 0.1);
    let backward = backward_links(view);
    let jumps = usize::from(early_result) + usize::from(late_start) + usize::from(backward >= 2);
    (jumps >= 2).then(|| {
        Cap::new("out-of-order", "The sentences do not follow each other as a story does.")
            .of(&[(1, 2.0)])
            .at(2.5)
    })
}

fn shuffled_fields(view: &View) -> bool {
    backward_links(view) >= 2
}

/// "it", "this", "then" at the start with nothing before them, results before acts.
fn backward_links(view: &View) -> usize {
    let words_of = |s: usize| -> HashSet<&str> {
        view.telling
            .words(s)
            .iter()
            .map(|t| t.word.as_str())
            .filter(|w| view.lexicon.is_specific(w))
            .collect()
    };
    let first = view.telling.sentences.first().map(|_| view.telling.words(0)[0].word.clone());
    let starts_mid = first.is_some_and(|w| {
        ["it", "this", "then", "that", "they", "after", "he", "she", "finally", "and", "as"]
            .contains(&w.as_str())
    });
    let all = view.all();
    let unlinked =
        all.windows(2).filter(|pair| words_of(pair[0]).is_disjoint(&words_of(pair[1]))).count();
    let opens_late = all.iter().skip(all.len() * 2 / 3).any(|s| {
        let words = view.telling.words(*s);
        words.first().is_some_and(|t| t.word == "first")
            || view.lexicon.cues.task.at(words, 0).is_some()
    });
    usize::from(starts_mid) * 2
        + usize::from(opens_late) * 2
        + usize::from(unlinked * 10 > all.len() * 9)
}

/// Rule 6: sentences of several stories hardly share a word, whatever connects them.
pub(super) fn jumble(view: &View) -> Option<Cap> {
    if !view.linked {
        return Some(
            Cap::new("jumble", "No two sentences share a subject.").of(&[(1, 1.0)]).at(1.2),
        );
    }
    let texture = Texture::of(view);
    let recited = texture.own_starts >= 0.48 || texture.connectives >= 4;
    // Of told stories hardly one is below a fifth.
    let scattered = texture.cohesion < 0.16 && view.telling.tokens.len() >= 150;
    (scattered || view.telling.sentences.len() >= 12 && texture.cohesion < 0.27 && recited).then(
        || {
            Cap::new(
                "jumble",
                "The sentences hardly share a subject: they could come from several stories.",
            )
            .of(&[(1, 2.0)])
            .at(2.5)
        },
    )
}

/// Rule 7: abstractions acting on abstractions.
pub(super) fn abstractions(view: &View) -> Option<Cap> {
    let words = "Abstractions act on abstractions: one cannot follow what was really done.";
    (Texture::of(view).abstract_nouns >= 0.135 && view.telling.tokens.len() >= 120)
        .then(|| Cap::new("cannot-follow", words).of(&[(5, 2.0)]).at(2.0))
}

/// Rule 7: too few of the small words that hold spoken English together.
pub(super) fn foreign(view: &View) -> Option<Cap> {
    let share = Texture::of(view).function;
    let words = "It is not spoken English: a list, code, another language or stacked modifiers.";
    (share < 0.375).then(|| {
        Cap::new("not-speech", words).of(&[(5, 2.0)]).at(if share < 0.3 { 1.5 } else { 2.5 })
    })
}

/// Rule 8: modifiers carry the story.
pub(super) fn inflated(view: &View) -> Option<Cap> {
    let stripped = &view.telling.stripped;
    let first = *stripped.first()?;
    let words = view.telling.tokens.len() + stripped.len();
    let reason = "Adjectives and adverbs carry what acts and numbers should.";
    (stripped.len() * 100 >= words * 6 && stripped.len() >= 8)
        .then(|| Cap::new("inflated", reason).of(&[(5, 2.0)]).at(2.5).seen(view, first))
}
