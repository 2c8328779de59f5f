//! Where a judgement can be looked up: one line of evidence with its round, question and time.

use serde::Serialize;

use super::scored::{Scored, Work};
use crate::interview::Interview;
use crate::interview::verdict::{Evidence, weighs};
use crate::moment::Moment;

/// A line of evidence and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Citation {
    pub round: usize,
    /// None when it is about the round as a whole.
    pub question: Option<usize>,
    /// Seconds since the round began.
    pub at_seconds: Option<u64>,
    /// The rule's short name.
    pub rule: String,
    pub words: String,
    /// The candidate's own words.
    pub quote: Option<String>,
    /// It spoke for the candidate.
    pub earned: bool,
}

impl Citation {
    /// Cites evidence about an answer, at the time the answer was handed in.
    pub fn of(interview: &Interview, scored: &Scored, evidence: &Evidence) -> Self {
        let at = match &scored.work {
            Work::HandedIn { at, .. } => Some(*at),
            Work::Nothing | Work::NotReached => None,
        };
        Self {
            quote: evidence.quote.clone().filter(|quote| !quote.trim().is_empty()),
            at_seconds: at.and_then(|at| seconds_into(interview, scored.round, at)),
            ..Self::plain(
                (scored.round, Some(scored.question)),
                &evidence.rule,
                evidence.earned,
                evidence.words.clone(),
            )
        }
    }

    /// Cites a rule without a quote.
    pub fn plain(
        (round, question): (usize, Option<usize>),
        rule: &str,
        earned: bool,
        words: impl Into<String>,
    ) -> Self {
        let (rule, words) = (rule.to_owned(), words.into());
        Self { round, question, at_seconds: None, rule, words, quote: None, earned }
    }

    /// Gives the sign before the line: for, against, or neither.
    pub fn mark(&self) -> &'static str {
        match (weighs(&self.rule), self.earned) {
            (false, _) => "\u{b7}",
            (true, true) => "+",
            (true, false) => "\u{2212}",
        }
    }

    /// Tells the line with its quote, as it is read aloud.
    pub fn spoken(&self) -> String {
        match &self.quote {
            Some(quote) => format!("{} (\u{201c}{}\u{201d})", self.words, short(quote)),
            None => self.words.clone(),
        }
    }
}

/// Gives the whole seconds from the round's beginning to `at`; none when the round never began.
pub fn seconds_into(interview: &Interview, round: usize, at: Moment) -> Option<u64> {
    let began_at = interview.rounds.get(round)?.began_at?;
    Some(at.since(began_at).0 / 1000)
}

/// Cuts a quote to one line of at most 160 characters.
pub fn short(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(160) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
