//! What is the cloth like? Shares of words that tell a story from a list, a loop or a jumble.

use std::collections::{HashMap, HashSet};

use super::view::View;

/// Shares from 0 to 1, measured over the whole text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Texture {
    /// Different content words to expect among 150 content words of the text.
    pub variety: f64,
    /// Sentences that share a content word with a neighbour at most three sentences away.
    pub cohesion: f64,
    /// English function words among all words.
    pub function: f64,
    /// Words that name nothing in particular among the content words.
    pub generic: f64,
    /// Sentences that open with "I".
    pub own_starts: f64,
    /// Abstract nouns (`-tion`, `-ity`, `-ence` …) among the content words.
    pub abstract_nouns: f64,
    /// Sentences that open with a connective such as "because of this" or "in addition".
    pub connectives: usize,
}

impl Texture {
    /// Measures a story.
    pub fn of(view: &View) -> Self {
        let words = view.telling.tokens.len();
        let starts = view.all().iter().filter(|s| view.telling.words(**s)[0].word == "i").count();
        let sentences = view.telling.sentences.len().max(1) as f64;
        let function =
            view.telling.tokens.iter().filter(|t| view.lexicon.function.contains(&t.word)).count();
        Self {
            variety: variety(view),
            cohesion: cohesion(view),
            function: function as f64 / words.max(1) as f64,
            generic: generic(view),
            own_starts: starts as f64 / sentences,
            abstract_nouns: abstract_nouns(view),
            connectives: connectives(view),
        }
    }
}

/// Cuts the endings off, so that "tables" and "table", "sorted" and "sorts" meet.
pub fn stem(word: &str) -> &str {
    let mut end = word.char_indices().nth(6).map_or(word.len(), |(at, _)| at);
    for ending in ["ing", "ed", "es", "s", "e"] {
        if end > ending.len() + 2 && word[..end].ends_with(ending) {
            end -= ending.len();
            break;
        }
    }
    &word[..end]
}

fn variety(view: &View) -> f64 {
    let content: Vec<&str> = view
        .telling
        .tokens
        .iter()
        .filter(|t| view.lexicon.has_content(&t.word))
        .map(|t| stem(&t.word))
        .collect();
    let drawn = content.len().min(VARIETY_WORDS);
    let mut uses: HashMap<&str, usize> = HashMap::new();
    content.iter().for_each(|word| *uses.entry(word).or_default() += 1);
    let seen = |count: &usize| 1.0 - absence(content.len(), *count, drawn);
    let mut expected: Vec<f64> = uses.values().map(seen).collect();
    // A sum of floats hangs on its order, and a map has none.
    expected.sort_by(f64::total_cmp);
    expected.iter().sum::<f64>() / drawn.max(1) as f64
}

/// So many content words are compared, whatever the length of the text.
const VARIETY_WORDS: usize = 150;

/// The chance that a word used `count` times among `all` is not among `drawn` of them (hypergeometric; the measure
/// is McCarthy and Jarvis's HD-D).
fn absence(all: usize, count: usize, drawn: usize) -> f64 {
    (0..drawn).map(|i| all.saturating_sub(count + i) as f64 / (all - i) as f64).product()
}

fn cohesion(view: &View) -> f64 {
    let sets: Vec<HashSet<&str>> = view
        .all()
        .iter()
        .map(|s| {
            let words = view.telling.words(*s).iter();
            words
                .filter(|t| view.lexicon.has_content(&t.word) && !t.has_digit())
                .map(|t| stem(&t.word))
                .collect()
        })
        .collect();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for set in &sets {
        for word in set {
            *uses.entry(word).or_default() += 1;
        }
    }
    let shared: usize = sets.iter().flatten().filter(|w| uses[**w] > 1).count();
    let all: usize = sets.iter().map(HashSet::len).sum();
    shared as f64 / all.max(1) as f64
}

fn generic(view: &View) -> f64 {
    let content: Vec<&str> = view
        .telling
        .tokens
        .iter()
        .map(|t| t.word.as_str())
        .filter(|w| view.lexicon.has_content(w))
        .collect();
    let empty = |w: &&&str| view.lexicon.generic.contains(**w) || view.lexicon.is_weak(w);
    content.iter().filter(empty).count() as f64 / content.len().max(1) as f64
}

fn abstract_nouns(view: &View) -> f64 {
    const ENDINGS: [&str; 12] =
        ["tion", "sion", "ity", "ence", "ance", "ness", "ency", "ism", "ment", "ogy", "al", "ic"];
    let content: Vec<&str> = view
        .telling
        .tokens
        .iter()
        .map(|t| t.word.as_str())
        .filter(|w| view.lexicon.has_content(w))
        .collect();
    let is_abstract = |w: &&&str| w.len() > 5 && ENDINGS.iter().any(|e| w.ends_with(e));
    content.iter().filter(is_abstract).count() as f64 / content.len().max(1) as f64
}

fn connectives(view: &View) -> usize {
    const OPENINGS: [&str; 10] = [
        "because of this",
        "at the same time",
        "after that",
        "this meant",
        "in addition",
        "therefore",
        "as a result",
        "in the end",
        "furthermore",
        "first",
    ];
    let opens = |s: &usize| {
        let words: Vec<&str> =
            view.telling.words(*s).iter().take(4).map(|t| t.word.as_str()).collect();
        OPENINGS.iter().any(|o| words.join(" ").starts_with(o))
    };
    view.all().iter().filter(|s| opens(s)).count()
}
