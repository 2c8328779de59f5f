//! What was said about an answer: points named in a follow-up, and principles shown in passing.

use serde::{Deserialize, Serialize};

use crate::content::question::{Change, FollowUp, Point};
use crate::interview::verdict::Evidence;
use crate::score::story::{Lexicon, Phrases, Telling};

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

/// Finds the points that a typed answer names. A point counts once, in a sentence of at least four
/// words that does not deny it, so that a list of the words alone names little.
pub fn points(answer: &str, follow_up: &FollowUp, lexicon: &Lexicon) -> PointsNamed {
    let telling = Telling::new(answer, &lexicon.abbreviations);
    let mut found = PointsNamed { named: vec![], missing: vec![], evidence: vec![] };
    for point in &follow_up.points {
        match spoken(answer, &telling, point) {
            Some(span) => {
                let words = format!("names {}", point.name);
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
    points(answer, &asked, lexicon)
}

/// Gives the place of the first sentence that says one of the point's words, and the reason if it asks for one.
fn spoken(answer: &str, telling: &Telling, point: &Point) -> Option<(usize, usize)> {
    let says = |sentence: &str| {
        let found = |phrase: &String| {
            let at = begins_word(sentence, phrase);
            at.is_some_and(|at| !is_denied(&sentence[..at]))
        };
        point.any.iter().any(found) && (point.with.is_empty() || point.with.iter().any(found))
    };
    telling
        .sentences
        .iter()
        .filter(|s| s.tokens.len() >= 4)
        .find(|s| answer.get(s.span.0..s.span.1).is_some_and(|text| says(&text.to_lowercase())))
        .map(|s| s.span)
}

/// Content writes the beginnings of words ("reconcil"), so only the start must be a word's.
fn begins_word(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase)
        .map(|(at, _)| at)
        .find(|at| text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric()))
}

fn is_denied(before: &str) -> bool {
    let near: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let denies = ["don't", "doesn't", "didn't", "wouldn't", "won't", "never", "no"];
    near.iter().any(|word| denies.contains(word)) && !near.contains(&"but")
}

/// How leadership principles came up in a technical answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Framing {
    /// A decision was tied to somebody's benefit.
    Natural,
    /// A principle was named as a slogan.
    Forced,
    /// Neither.
    None,
}

/// The framing with its quotes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrincipleFraming {
    pub framing: Framing,
    pub evidence: Vec<Evidence>,
}

/// Who may benefit: customers and those who read or operate.
const WHO: [&str; 34] = [
    "customer*",
    "user*",
    "client*",
    "buyer*",
    "seller*",
    "shopper*",
    "merchant*",
    "viewer*",
    "driver*",
    "finance",
    "analyst*",
    "operations",
    "operator*",
    "support",
    "on call",
    "on-call",
    "the team",
    "my team",
    "readers",
    "reader",
    "consumer*",
    "stakeholder*",
    "business",
    "patient*",
    "planner*",
    "dispatcher*",
    "auditor*",
    "whoever",
    "people",
    "colleague*",
    "next engineer",
    "reviewer*",
    "maintain*",
    "shops",
];
/// What it is good for.
const BENEFIT: [&str; 34] = [
    "simpler",
    "easier",
    "fewer",
    "less",
    "cheaper",
    "faster",
    "sooner",
    "trust*",
    "without waiting",
    "so that",
    "no one has to",
    "nobody has to",
    "nobody is",
    "never charged",
    "not charged",
    "wake*",
    "pages",
    "at night",
    "correct*",
    "wrong",
    "save*",
    "avoid*",
    "protect*",
    "see their",
    "sees",
    "refund*",
    "read*",
    "understand*",
    "debug*",
    "quiet",
    "load",
    "safe*",
    "rely",
    "twice",
];
/// What makes it a decision.
const DECIDES: [&str; 22] = [
    "i chose",
    "i choose",
    "i would",
    "i'd",
    "i use",
    "i used",
    "i keep",
    "i kept",
    "i put",
    "i split",
    "i took",
    "i take",
    "instead of",
    "rather than",
    "so ",
    "because",
    "which means",
    "that way",
    "so that",
    "this keeps",
    "therefore",
    "this means",
];

/// Looks for principles in a technical answer: a decision and somebody's benefit in one sentence is
/// natural; a principle's name or slogan is forced, whatever else was said.
pub fn framing(answer: &str, lexicon: &Lexicon) -> PrincipleFraming {
    let telling = Telling::new(answer, &lexicon.abbreviations);
    let forced = slogans(answer, &telling, lexicon);
    let natural = benefits(answer, &telling);
    let framing = match (forced.is_empty(), natural.is_empty()) {
        (false, _) => Framing::Forced,
        (true, false) => Framing::Natural,
        (true, true) => Framing::None,
    };
    PrincipleFraming { framing, evidence: forced.into_iter().chain(natural).collect() }
}

fn slogans(answer: &str, telling: &Telling, lexicon: &Lexicon) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for principle in &lexicon.principles {
        // "Ownership" and "frugal" are also plain words; one word is a slogan only as a reason.
        let found = principle
            .named_as
            .find_all(&telling.tokens)
            .into_iter()
            .find(|(from, to)| to - from > 1 || *from > 0 && is_reason(telling, *from));
        if let Some((from, to)) = found {
            let words = format!("{} is named instead of shown", principle.name);
            let span = telling.span_of(from..to);
            evidence.push(Evidence::quoting("talk.slogan", false, words, answer, span));
        }
    }
    evidence
}

fn is_reason(telling: &Telling, at: usize) -> bool {
    let before = &telling.tokens[at.saturating_sub(3)..at];
    before.iter().any(|t| {
        ["because", "shows", "showed", "demonstrates", "principle"].contains(&t.word.as_str())
    })
}

fn benefits(answer: &str, telling: &Telling) -> Vec<Evidence> {
    let list =
        |words: &[&str]| Phrases::new(&words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
    let (who, benefit, decides) = (list(&WHO), list(&BENEFIT), list(&DECIDES));
    let fits = |s: &usize| {
        let words = telling.words(*s);
        words.len() >= 6 && who.hits(words) && benefit.hits(words) && decides.hits(words)
    };
    (0..telling.sentences.len())
        .filter(fits)
        .map(|s| {
            let span = telling.sentences[s].span;
            Evidence::quoting(
                "talk.framing",
                true,
                "a decision tied to somebody's benefit",
                answer,
                span,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::read(
            include_str!("../../stories/rubric.toml"),
            include_str!("../../stories/principles.toml"),
        )
        .expect("the shipped lexicon reads")
    }

    fn follow_up() -> FollowUp {
        let point = |name: &str, any: &[&str]| Point {
            name: name.into(),
            any: any.iter().map(|s| (*s).to_owned()).collect(),
            with: Vec::new(),
        };
        FollowUp {
            ask: "Why?".into(),
            deeper: vec![],
            points: vec![
                point("no gap after a tie", &["no gap", "without gaps", "dense"]),
                point("a count against the source", &["reconcil", "count"]),
            ],
        }
    }

    #[test]
    fn a_point_is_named_in_a_sentence_and_quoted() {
        let answer = "DENSE_RANK leaves no gap after a tie, so the third place exists. I would be done then.";
        let found = points(answer, &follow_up(), &lexicon());
        assert_eq!(found.named, ["no gap after a tie"]);
        assert_eq!(found.missing, ["a count against the source"]);
        assert_eq!(found.share(), Some(0.5));
        let quote = found.evidence[0].quote.as_deref().expect("a quote");
        assert!(quote.starts_with("DENSE_RANK leaves"));
    }

    #[test]
    fn a_denied_point_and_a_point_inside_a_word_are_not_named() {
        let found = points(
            "I would never count rows there. The discount table is fine.",
            &follow_up(),
            &lexicon(),
        );
        assert_eq!(found.named, Vec::<String>::new());
    }

    #[test]
    fn a_benefit_after_a_decision_is_natural() {
        let answer = "I keep the raw table and merge by order_id, so finance never sees an order twice and the on-call engineer can simply run it again.";
        let found = framing(answer, &lexicon());
        assert_eq!(found.framing, Framing::Natural);
        assert_eq!(found.evidence.len(), 1);
    }

    #[test]
    fn a_slogan_is_forced_whatever_else_is_said() {
        let answer = "I chose the simpler query because of Invent and Simplify, so that my team has less to read.";
        let found = framing(answer, &lexicon());
        assert_eq!(found.framing, Framing::Forced);
        assert_eq!(found.evidence[0].quote.as_deref(), Some("Invent and Simplify"));
    }

    #[test]
    fn technique_alone_is_no_framing() {
        let found =
            framing("I partition by date and use a window function over the seller.", &lexicon());
        assert_eq!(found.framing, Framing::None);
        assert_eq!(
            framing("The owner of the schema is the checkout team.", &lexicon()).framing,
            Framing::None
        );
    }
}
