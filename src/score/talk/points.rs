//! Which of the points that a question lists does an answer name, each in a sentence that tells it?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::sentence::{Heard, words};
use crate::content::question::{Change, FollowUp, Point};
use crate::interview::verdict::Evidence;
use crate::score::story::{Lexicon, Telling};

/// Which points of a follow-up an answer names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PointsNamed {
    /// The names of the points found.
    pub named: Vec<String>,
    pub missing: Vec<String>,
    /// One quote for each point found, a plain word for each one missing.
    pub evidence: Vec<Evidence>,
}

impl PointsNamed {
    /// Gives the share of points named, from 0 to 1; none when the follow-up has no points.
    pub fn share(&self) -> Option<f64> {
        let all = self.named.len() + self.missing.len();
        (all > 0).then(|| self.named.len() as f64 / all as f64)
    }
}

/// Finds the points that a typed answer names. A point counts once, in a sentence that tells something
/// and does not deny it; a sentence has room for a point, and for one more with every dozen words.
/// `heard` is what else the candidate could read, such as the prompt: repeating it names nothing.
pub fn points(
    answer: &str,
    follow_up: &FollowUp,
    heard: &[&str],
    lexicon: &Lexicon,
) -> PointsNamed {
    let telling = Telling::new(answer, &lexicon.abbreviations);
    let mut told = told(answer, &telling, follow_up, heard);
    let mut found = PointsNamed { named: vec![], missing: vec![], evidence: vec![] };
    for point in &follow_up.points {
        match told.iter_mut().find(|sentence| sentence.room > 0 && says(&sentence.text, point)) {
            Some(sentence) => {
                sentence.room -= 1;
                let words = format!("names {}", point.name);
                let span = sentence.span;
                found.evidence.push(Evidence::quoting("talk.point", true, words, answer, span));
                found.named.push(point.name.clone());
            }
            None => {
                let words = format!("does not name {}", point.name);
                found.evidence.push(Evidence::plain("talk.point", false, words));
                found.missing.push(point.name.clone());
            }
        }
    }
    found
}

/// Finds what of a changed requirement an answer takes up: each expected word or phrase is a point.
/// Naming one shows that the change was heard, not that it was solved; that stays for the debrief.
pub fn change_taken_up(answer: &str, change: &Change, lexicon: &Lexicon) -> PointsNamed {
    let point = |phrase: &String| Point {
        name: phrase.clone(),
        any: vec![phrase.clone()],
        with: Vec::new(),
    };
    let points_of = change.expects.iter().map(point).collect();
    let asked = FollowUp { ask: change.text.clone(), deeper: Vec::new(), points: points_of };
    points(answer, &asked, &[], lexicon)
}

/// A sentence that tells something, and how many points it may still name.
struct Told {
    text: String,
    span: (usize, usize),
    room: usize,
}

/// Gives the sentences that tell something. One that is said again in much the same words adds nothing.
fn told(answer: &str, telling: &Telling, follow_up: &FollowUp, heard: &[&str]) -> Vec<Told> {
    let shown = follow_up.deeper.iter().map(String::as_str).chain(heard.iter().copied());
    let heard = Heard::new(&follow_up.ask, shown);
    let mut told: Vec<Told> = Vec::new();
    for sentence in &telling.sentences {
        let Some(text) = answer.get(sentence.span.0..with_end(answer, sentence.span.1)) else {
            continue;
        };
        if heard.is_told(text) && !told.iter().any(|before| is_alike(&before.text, text)) {
            let room = 1 + sentence.tokens.len() / 12;
            told.push(Told { text: text.to_lowercase(), span: sentence.span, room });
        }
    }
    told
}

/// A sentence's own mark tells whether it was a question.
fn with_end(answer: &str, end: usize) -> usize {
    let rest = answer.get(end..).unwrap_or_default();
    end + rest.find(|c: char| !"?!.\"')\u{201d}".contains(c)).unwrap_or(rest.len())
}

fn is_alike(one: &str, other: &str) -> bool {
    let set = |text: &str| words(&text.to_lowercase()).into_iter().collect::<BTreeSet<String>>();
    let (one, other) = (set(one), set(other));
    let common = one.intersection(&other).count();
    common * 5 >= one.union(&other).count() * 4
}

/// Says whether a sentence holds one of the point's words, and the reason if it asks for one.
fn says(sentence: &str, point: &Point) -> bool {
    let found = |denials: &'static [&'static str]| {
        move |phrase: &String| {
            places(sentence, phrase).any(|at| !is_denied(&sentence[..at], denials))
        }
    };
    point.any.iter().any(found(&DENIALS))
        && (point.with.is_empty() || point.with.iter().any(found(&DENIALS[..VERBAL])))
}

/// Content writes the beginnings of words ("reconcil"), so only the start must be a word's. A unit may stand right
/// behind its number: "40%", "20gb".
fn places<'a>(text: &'a str, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
    let first = phrase.chars().next().unwrap_or(' ');
    let opens = move |before: char| match before {
        _ if !first.is_alphanumeric() => true,
        digit if digit.is_ascii_digit() => first.is_alphabetic(),
        other => !other.is_alphanumeric(),
    };
    text.match_indices(phrase)
        .map(|(at, _)| at)
        .filter(move |at| text[..*at].chars().next_back().is_none_or(opens))
}

/// What denies what comes after it; the first deny a doing, and the last also a thing, which beside a
/// point's word may be the very reason: "it leaves no gap".
const DENIALS: [&str; 16] = [
    "not",
    "never",
    "cannot",
    "don't",
    "doesn't",
    "didn't",
    "wouldn't",
    "won't",
    "can't",
    "isn't",
    "aren't",
    "needn't",
    "shouldn't",
    "unnecessary",
    "no",
    "without",
];
const VERBAL: usize = 14;

fn is_denied(before: &str, denials: &[&str]) -> bool {
    let near: Vec<String> = words(before).into_iter().rev().take(4).collect();
    // "Not only" affirms, and a "but" or a "so" after the denial starts anew.
    let turns =
        |word: &String| ["but", "only", "just", "so", "because", "then"].contains(&word.as_str());
    let mut open = near.iter().take_while(|word| !turns(word));
    open.any(|word| denials.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn a_unit_may_stand_right_behind_its_number_and_a_word_begins_a_word() {
        let found = |text, phrase| places(text, phrase).count();
        assert_eq!(found("it fell by 40% and 2 %", "%"), 2);
        assert_eq!(found("we kept 20gb of 40 gb", "gb"), 2);
        assert_eq!(found("the discount counted", "count"), 1);
        assert_eq!(found("of 120 rows", "20"), 0);
    }
}
