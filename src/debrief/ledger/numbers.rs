//! Whether a number changed between two tellings of one story: the same words on both sides, another number between.

use super::retold::words;
use super::{ChangedNumber, Place, ToldTwice, stories};
use crate::debrief::scored::Scored;
use crate::interview::Interview;

/// Words that belong to the number before them.
const MAGNITUDES: &[&str] = &["thousand", "million", "billion", "percent", "per", "cent", "and"];
/// Words so common that they do not say what is counted.
const GRAMMAR: &[&str] = &[
    "the", "a", "an", "to", "of", "in", "from", "by", "at", "on", "for", "with", "was", "were",
    "is",
];

/// A number with the word before it and the word after it.
#[derive(Clone, Debug, PartialEq)]
struct Figure {
    value: String,
    before: String,
    noun: String,
    /// The run of words from the one before to the one after.
    quote: String,
}

pub(super) fn find(
    interview: &Interview,
    scored: &[Scored],
    told_twice: &[ToldTwice],
) -> Vec<ChangedNumber> {
    let told: Vec<_> = stories(interview, scored).collect();
    let text = |place: &Place| {
        let at = told.iter().find(|(s, _)| (s.round, s.question) == (place.round, place.question));
        at.map(|(_, text)| figures(text)).unwrap_or_default()
    };
    told_twice
        .iter()
        .flat_map(|pair| changed(pair, &text(&pair.first), &text(&pair.second)))
        .collect()
}

fn changed(pair: &ToldTwice, first: &[Figure], second: &[Figure]) -> Vec<ChangedNumber> {
    let single = |all: &[Figure], one: &Figure| all.iter().filter(|f| f.is_about(one)).count() == 1;
    let same_place = |a: &&Figure| single(first, a) && single(second, a);
    first
        .iter()
        .filter(same_place)
        .filter_map(|a| Some((a, second.iter().find(|b| b.is_about(a) && b.value != a.value)?)))
        .map(|(a, b)| ChangedNumber {
            first: pair.first.clone(),
            second: pair.second.clone(),
            noun: a.noun.clone(),
            first_quote: a.quote.clone(),
            second_quote: b.quote.clone(),
        })
        .collect()
}

impl Figure {
    fn is_about(&self, other: &Figure) -> bool {
        self.before == other.before && self.noun == other.noun
    }
}

/// Gives the numbers that stand between two words which say what they count.
fn figures(text: &str) -> Vec<Figure> {
    let words = words(text);
    let starts = (0..words.len()).filter(|at| is_number(&words[*at]));
    starts.filter_map(|at| figure(&words, at)).collect()
}

fn figure(words: &[String], at: usize) -> Option<Figure> {
    let from = (0..at).rev().find(|i| !GRAMMAR.contains(&words[*i].as_str()))?;
    let tail = words[at + 1..].iter().take_while(|word| MAGNITUDES.contains(&word.as_str()));
    let to = at + 1 + tail.count();
    let (before, noun) = (&words[from], words.get(to)?);
    let is_noun = !GRAMMAR.contains(&noun.as_str()) && !is_number(noun) && !is_number(before);
    is_noun.then(|| Figure {
        value: words[at..to].join(" "),
        before: before.clone(),
        noun: noun.clone(),
        quote: words[from..=to].join(" "),
    })
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
