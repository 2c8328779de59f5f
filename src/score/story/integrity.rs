//! What limits a score whatever its parts say: rules against stories that are none.

use std::collections::{HashMap, HashSet};

use super::act::Doer;
use super::merit::acts_weight;
use super::number::{Quantity, Unit};
use super::part::Part;
use super::phrase::Phrases;
use super::texture::Texture;
use super::view::View;
use crate::interview::verdict::Evidence;

/// A limit with its reason.
#[derive(Clone, Debug)]
pub struct Cap {
    pub id: &'static str,
    pub words: String,
    /// Dimensions by number that may not exceed a value.
    pub dimensions: Vec<(usize, f64)>,
    /// What the overall score may not exceed.
    pub overall: Option<f64>,
    /// It touches the honesty of the answer.
    pub integrity: bool,
    pub evidence: Vec<Evidence>,
}

impl Cap {
    fn new(id: &'static str, words: impl Into<String>) -> Self {
        Self {
            id,
            words: words.into(),
            dimensions: vec![],
            overall: None,
            integrity: false,
            evidence: vec![],
        }
    }

    fn at(mut self, overall: f64) -> Self {
        self.overall = Some(overall);
        self
    }

    fn of(mut self, dimensions: &[(usize, f64)]) -> Self {
        self.dimensions.extend_from_slice(dimensions);
        self
    }

    fn dishonest(mut self) -> Self {
        self.integrity = true;
        self
    }

    fn seen(mut self, view: &View, span: (usize, usize)) -> Self {
        let words = self.words.clone();
        self.evidence.push(view.quote(self.id, false, &words, span));
        self
    }
}

/// Applies every rule and gives the caps that hold.
pub fn caps(view: &View) -> Vec<Cap> {
    let rules: [fn(&View) -> Option<Cap>; 21] = [
        habit,
        unreal,
        borrowed,
        against,
        slogan,
        tool_list,
        contradiction,
        confetti,
        repetition,
        order,
        implausible,
        thin,
        inflated,
        grader,
        odd_characters,
        luck,
        off_prompt,
        jumble,
        abstractions,
        foreign,
        recital,
    ];
    rules.iter().filter_map(|rule| rule(view)).collect()
}

/// Rule 11: a habit is not a story.
fn habit(view: &View) -> Option<Cap> {
    let all = view.all();
    let habits = view.count(&all, &view.lexicon.cues.habit);
    let enough = habits >= 3 && habits * 5 >= all.len() && acts_weight(view) < 4.0;
    let span = view.cue(&all, &view.lexicon.cues.habit)?;
    enough.then(|| {
        Cap::new("not-a-story", "It tells a habit or an opinion, not something that happened once.")
            .at(1.5)
            .seen(view, span)
    })
}

/// Rule 11: what would or will be done was not done.
fn unreal(view: &View) -> Option<Cap> {
    let all = view.all();
    let hypothetical = all
        .iter()
        .filter(|s| {
            let words = view.telling.words(**s);
            view.unreal[**s] || view.lexicon.cues.future.hits(words)
        })
        .count();
    let strong = [
        "in my mind",
        "in my head",
        "mentally",
        "in my thoughts",
        "in this concept",
        "imagined",
        "as i calculated",
        "thought experiment",
        "let us say",
        "hypothetically",
    ];
    let strong = Phrases::new(&strong.map(str::to_owned));
    let imagined = view.cue(&all, &strong);
    if hypothetical * 10 < all.len() * 3 && imagined.is_none() {
        return None;
    }
    let cap = Cap::new(
        "plan-not-story",
        "It tells what would be or is going to be done, not what was done.",
    )
    .of(&[(5, 2.0)])
    .at(2.0);
    Some(match imagined.or_else(|| view.cue(&all, &view.lexicon.cues.hypothetical)) {
        Some(span) => cap.seen(view, span),
        None => cap,
    })
}

/// Somebody else's story.
fn borrowed(view: &View) -> Option<Cap> {
    let all = view.all();
    let span = view.cue(&all, &view.lexicon.cues.borrowed)?;
    let count = view.count(&all, &view.lexicon.cues.borrowed);
    (count >= 2).then(|| {
        Cap::new("borrowed", "It reads like something heard or read, not done by the speaker.")
            .at(2.0)
            .seen(view, span)
    })
}

/// Behaviour against the principle: hiding, blaming, going round safeguards.
fn against(view: &View) -> Option<Cap> {
    let cues = &view.lexicon.cues;
    let hidden = view.all().into_iter().find_map(|s| {
        let words = view.telling.words(s);
        let (from, to) = cues.hiding.find(words)?;
        let by_speaker = words[from.saturating_sub(8)..to.min(words.len())]
            .iter()
            .any(|t| t.word == "i" || t.word == "me" || t.word == "my");
        let start = view.telling.sentences[s].tokens.start;
        by_speaker.then(|| view.telling.span_of(start + from..start + to))
    });
    let span = hidden.or_else(|| view.cue(&view.all(), &cues.blame))?;
    Some(
        Cap::new("against-the-principle", "What was done hides, blames or goes round a safeguard.")
            .of(&[(8, 1.0)])
            .at(1.5)
            .dishonest()
            .seen(view, span),
    )
}

/// Rule 2: names and slogans of principles earn nothing, and many of them cost.
fn slogan(view: &View) -> Option<Cap> {
    let named: Vec<(usize, usize)> = view
        .lexicon
        .principles
        .iter()
        .flat_map(|p| p.named_as.find_all(&view.telling.tokens))
        .collect();
    let slogans = view.lexicon.cues.slogan.find_all(&view.telling.tokens);
    let count = named.len() + slogans.len();
    let (from, to) = *named.first().or(slogans.first())?;
    let span = view.telling.span_of(from..to);
    let cap = Cap::new("slogan", "Principles are named instead of shown.")
        .of(&[(8, 2.0)])
        .seen(view, span);
    match count {
        4.. => Some(cap.at(2.0)),
        3 => Some(cap.at(3.0)),
        2 => Some(cap),
        _ => None,
    }
}

/// Rule 1: lists of tools and terms.
fn tool_list(view: &View) -> Option<Cap> {
    let words = view.telling.tokens.len().max(1);
    let tools: Vec<usize> = (0..view.telling.tokens.len())
        .filter(|i| view.lexicon.tools.contains(&view.telling.tokens[*i].word))
        .collect();
    let distinct: HashSet<&str> =
        tools.iter().map(|i| view.telling.tokens[*i].word.as_str()).collect();
    let lists = view.all().into_iter().filter(|s| is_list(view, *s)).count();
    let listed = lists * 3 >= view.telling.sentences.len() && view.telling.sentences.len() >= 5;
    if !(listed || distinct.len() >= 7 && distinct.len() * 28 >= words) {
        return None;
    }
    let cap =
        Cap::new("tool-list", "Tools and terms are listed; what was done with them is not told.")
            .of(&[(5, 2.0)])
            .at(2.0);
    Some(match tools.first() {
        Some(first) => cap.seen(view, view.telling.span_of(*first..first + 1)),
        None => cap,
    })
}

/// A sentence in which at least three of the commas part single words or pairs.
fn is_list(view: &View, sentence: usize) -> bool {
    let words = view.telling.words(sentence);
    let mut since = 0;
    let mut short = 0;
    for token in words {
        if token.before.contains(',') {
            short += usize::from(since <= 3);
            since = 0;
        }
        since += 1;
    }
    short >= 3
}

/// Rule 3: before, after and percent must agree.
fn contradiction(view: &View) -> Option<Cap> {
    for sentence in view.all() {
        let quantities = view.quantities(sentence);
        for (change, span) in view.changes(sentence) {
            if let Some(wrong) = disagrees(view, sentence, &change, &quantities) {
                return Some(
                    Cap::new("numbers-disagree", wrong).of(&[(7, 2.0)]).at(3.0).seen(view, span),
                );
            }
            if let Some(wrong) = denied_later(view, sentence, &change) {
                return Some(
                    Cap::new("numbers-disagree", wrong).of(&[(7, 2.0)]).at(3.0).seen(view, span),
                );
            }
        }
        if let Some(span) = parts_exceed_the_whole(view, sentence, &quantities) {
            return Some(
                Cap::new("numbers-disagree", "Shares of one whole add up to more than it.")
                    .of(&[(7, 2.0)])
                    .at(3.0)
                    .seen(view, span),
            );
        }
    }
    None
}

fn disagrees(
    view: &View,
    sentence: usize,
    change: &super::number::Change,
    quantities: &[Quantity],
) -> Option<String> {
    let percent = change.percent()?;
    if change.from.unit == Unit::Percent
        || change.to.unit == Unit::Clock
        || change.from.unit == Unit::Times
    {
        return None;
    }
    let words = view.telling.words(sentence);
    let claims =
        quantities.iter().filter(|q| q.unit == Unit::Percent && q.tokens.0 >= change.tokens.1);
    for claim in claims {
        let near = claim.tokens.0 - change.tokens.1 <= 9;
        let between = &words[change.tokens.1..claim.tokens.0];
        let about_it = [
            "reduction",
            "improvement",
            "faster",
            "so",
            "decrease",
            "increase",
            "saving",
            "minus",
            "that's",
            "drop",
            "is",
        ];
        let after = words.get(claim.tokens.1).map_or("", |t| t.word.as_str());
        let tied = between.iter().any(|t| about_it.contains(&t.word.as_str()))
            || about_it.contains(&after);
        if near
            && tied
            && (percent.abs() - claim.value).abs() > 4.0
            && after != "more"
            && after != "of"
        {
            return Some(format!(
                "{:.0}% is claimed, the numbers give {:.0}%.",
                claim.value,
                percent.abs()
            ));
        }
    }
    None
}

/// A percentage said of the change in one of the next two sentences: "it's like a 60% improvement".
fn denied_later(view: &View, sentence: usize, change: &super::number::Change) -> Option<String> {
    let percent = change.percent().filter(|_| change.from.unit == Unit::Seconds)?;
    let last = view.telling.sentences.len().min(sentence + 3);
    (sentence + 1..last).find_map(|later| {
        let words = view.telling.words(later);
        let claims = view.quantities(later).into_iter().filter(|q| q.unit == Unit::Percent);
        let said_of_it = |q: &Quantity| {
            let after = words.get(q.tokens.1).map_or("", |t| t.word.as_str());
            ["improvement", "reduction", "faster", "speedup", "quicker"].contains(&after)
        };
        claims
            .into_iter()
            .find(|q| said_of_it(q) && (percent.abs() - q.value).abs() > 4.0)
            .map(|q| format!("{:.0}% is claimed, the numbers give {:.0}%.", q.value, percent.abs()))
    })
}

/// "the join took 70%, the sort 45% and the write 30%".
fn parts_exceed_the_whole(
    view: &View,
    sentence: usize,
    quantities: &[Quantity],
) -> Option<(usize, usize)> {
    let shares: Vec<f64> =
        quantities.iter().filter(|q| q.unit == Unit::Percent).map(|q| q.value).collect();
    let words = view.telling.words(sentence);
    let taking = words.iter().filter(|t| t.word == "took" || t.word == "of").count();
    (shares.len() >= 3
        && shares.iter().sum::<f64>() > 103.0
        && taking >= 2
        && shares.iter().all(|s| *s < 100.0))
    .then(|| view.telling.sentences[sentence].span)
}

/// Rule 3: numbers without metric, one after the other.
fn confetti(view: &View) -> Option<Cap> {
    let count: usize = view.all().iter().map(|s| view.quantities(*s).len()).sum();
    let words = view.telling.tokens.len().max(1);
    let dense = count * 9 > words && count >= 20;
    dense.then(|| {
        Cap::new("number-confetti", "There are more numbers than things they measure.")
            .of(&[(7, 2.0)])
            .at(2.5)
    })
}

/// Rule 6: four words that come again and again.
fn repetition(view: &View) -> Option<Cap> {
    let words: Vec<&str> = view.telling.tokens.iter().map(|t| t.word.as_str()).collect();
    let mut seen: HashMap<&[&str], usize> = HashMap::new();
    for gram in words.windows(4) {
        *seen.entry(gram).or_default() += 1;
    }
    let grams: usize = seen.values().sum();
    let again: usize = seen.values().filter(|n| **n > 1).map(|n| n - 1).sum();
    let poor = view.telling.tokens.len() >= 120 && Texture::of(view).variety < 0.645;
    (grams >= 40 && again * 100 > grams * 8 || poor).then(|| {
        Cap::new("repetition", "The same words come again and again.")
            .of(&[(1, 2.0), (5, 2.0)])
            .at(2.5)
    })
}

/// Rule 6: a story is told from the start to the end.
fn order(view: &View) -> Option<Cap> {
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

/// Rule 7: a machine's verbs on people and moods.
fn implausible(view: &View) -> Option<Cap> {
    let odd: Vec<_> = view.acts.iter().filter(|a| a.implausible).collect();
    let first = odd.first()?;
    let span = view.telling.span_of(first.tokens.clone());
    (odd.len() >= 2).then(|| {
        Cap::new("cannot-follow", "Technical verbs stand on things they cannot be done to.")
            .at(1.5)
            .of(&[(5, 1.0)])
            .seen(view, span)
    })
}

/// Rules 8 and 9: acts on nothing in particular, as a template has them.
fn thin(view: &View) -> Option<Cap> {
    let own: Vec<_> = view.acts.iter().filter(|a| a.doer == Doer::Speaker).collect();
    let concrete = own.iter().filter(|a| a.concrete).count();
    let thin = own.len() - concrete;
    let share = Texture::of(view).generic;
    (thin * 10 >= own.len() * 6 && own.len() >= 5 || share > 0.405).then(|| {
        Cap::new("template", "Nearly every act is on something unnamed: it could be any story.")
            .of(&[(5, 2.0)])
            .at(2.5)
    })
}

/// Rule 8: modifiers carry the story.
fn inflated(view: &View) -> Option<Cap> {
    let words = view.telling.tokens.len().max(1);
    let adverbs: Vec<usize> = (0..words.min(view.telling.tokens.len()))
        .filter(|i| {
            let w = &view.telling.tokens[*i].word;
            w.len() > 4
                && w.ends_with("ly")
                && super::lexicon::is_modifier(w)
                && w != "only"
                && w != "early"
        })
        .collect();
    let first = *adverbs.first()?;
    (adverbs.len() * 100 >= words * 7 && adverbs.len() >= 8).then(|| {
        let span = view.telling.span_of(first..first + 1);
        Cap::new("inflated", "Adjectives and adverbs carry what acts and numbers should.")
            .of(&[(5, 2.0)])
            .at(2.5)
            .seen(view, span)
    })
}

/// Rule 12: words to a grader are just words, and an answer made of them is none.
fn grader(view: &View) -> Option<Cap> {
    let found = view.lexicon.cues.grader.find_all(&view.telling.tokens);
    let (from, to) = *found.first()?;
    (found.len() >= 2).then(|| {
        let span = view.telling.span_of(from..to);
        Cap::new("speaks-to-the-grader", "It speaks about its own grading.")
            .at(2.0)
            .dishonest()
            .seen(view, span)
    })
}

/// Rule 6: sentences of several stories hardly share a word, whatever connects them.
fn jumble(view: &View) -> Option<Cap> {
    if !view.linked {
        return Some(
            Cap::new("jumble", "No two sentences share a subject.").of(&[(1, 1.0)]).at(1.2),
        );
    }
    let texture = Texture::of(view);
    let recited = texture.own_starts >= 0.48 || texture.connectives >= 4;
    (view.telling.sentences.len() >= 12 && texture.cohesion < 0.27 && recited).then(|| {
        Cap::new(
            "jumble",
            "The sentences hardly share a subject: they could come from several stories.",
        )
        .of(&[(1, 2.0)])
        .at(2.5)
    })
}

/// Rule 7: abstractions acting on abstractions.
fn abstractions(view: &View) -> Option<Cap> {
    let words = "Abstractions act on abstractions: one cannot follow what was really done.";
    (Texture::of(view).abstract_nouns >= 0.135 && view.telling.tokens.len() >= 120)
        .then(|| Cap::new("cannot-follow", words).of(&[(5, 2.0)]).at(2.0))
}

/// Rule 7: too few of the small words that hold spoken English together.
fn foreign(view: &View) -> Option<Cap> {
    let share = Texture::of(view).function;
    let words = "It is not spoken English: a list, code, another language or stacked modifiers.";
    (share < 0.385).then(|| {
        Cap::new("not-speech", words).of(&[(5, 2.0)]).at(if share < 0.3 { 1.5 } else { 2.5 })
    })
}

/// Rule 4: acts are recited one after the other, or a machine's verbs are.
fn recital(view: &View) -> Option<Cap> {
    let starts = Texture::of(view).own_starts;
    let machine = view.acts.iter().filter(|a| view.lexicon.technical.contains(&a.lemma)).count();
    let words = "Nearly every sentence is \"I\" and a verb: a recital of acts, not a story.";
    match (starts >= 0.7, starts >= 0.55 && machine >= 3) {
        (_, true) => Some(Cap::new("recital", words).of(&[(5, 3.0), (6, 3.0)]).at(2.5)),
        (true, _) => Some(Cap::new("recital", words).of(&[(6, 3.0)]).at(3.0)),
        _ => None,
    }
}

fn odd_characters(view: &View) -> Option<Cap> {
    let foreign = view.told.text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    let letters = view.told.text.chars().filter(|c| c.is_alphabetic()).count().max(1);
    let unreadable = foreign * 4 > letters;
    let hidden = view.telling.odd_characters >= 5;
    let cap = Cap::new(
        "odd-characters",
        "It holds hidden or look-alike characters; they were read as plain letters.",
    )
    .dishonest();
    match (unreadable, hidden) {
        (true, _) => Some(cap.at(1.5)),
        (_, true) => Some(cap.at(2.5)),
        _ => None,
    }
}

/// A result that others caused.
fn luck(view: &View) -> Option<Cap> {
    let span = view.cue(&view.all(), &view.lexicon.cues.luck)?;
    (view.count(&view.all(), &view.lexicon.cues.luck) >= 2).then(|| {
        Cap::new("not-attributable", "Something else may have caused the result.")
            .of(&[(7, 2.0)])
            .seen(view, span)
    })
}

/// Rule 10: the question's theme does not occur.
fn off_prompt(view: &View) -> Option<Cap> {
    if view.told.theme.is_empty() || Phrases::new(view.told.theme).hits(&view.telling.tokens) {
        return None;
    }
    Some(
        Cap::new("off-the-question", "Nothing in it answers what was asked.")
            .of(&[(2, 2.0), (8, 2.0)]),
    )
}
