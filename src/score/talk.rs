//! What was said about an answer: points named in a follow-up, and principles shown in passing.

use serde::{Deserialize, Serialize};

use crate::interview::verdict::Evidence;
use crate::score::story::{Lexicon, Phrases, Telling};

mod points;
mod sentence;

pub use points::{PointsNamed, change_taken_up, points};

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

#[cfg(test)]
#[path = "talk/tests.rs"]
mod point_tests;
