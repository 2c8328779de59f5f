//! The words that every rendering shares: scores, times, places and titles.

use super::assess::RoundAssessment;
use super::citation::Citation;
use super::report::Report;
use super::rule::GateState;
use crate::interview::event::Vote;
use crate::interview::plan::Mode;
use crate::moment::{Moment, Span};

/// Gives a score with two digits, or "no data".
pub(super) fn score(score: Option<f64>) -> String {
    score.map_or("no data".into(), |score| format!("{score:.2}"))
}

/// Gives a vote with a mark that needs no colour, or why there is none.
pub(super) fn vote(vote: Option<Vote>) -> &'static str {
    match vote {
        Some(Vote::StrongHire) => "++ strong hire",
        Some(Vote::Hire) => "+ hire",
        Some(Vote::NoHire) => "\u{2212} no hire",
        Some(Vote::StrongNoHire) => "\u{2212}\u{2212} strong no hire",
        None => "? not enough evidence",
    }
}

/// Gives how a gate stands, with a mark that needs no colour.
pub(super) fn gate(state: GateState) -> &'static str {
    match state {
        GateState::Met => "+ met",
        GateState::Unmet => "\u{2212} unmet",
        GateState::NoData => "? no data",
    }
}

/// Gives seconds as a clock shows them.
pub(super) fn clock(seconds: u64) -> String {
    Span::seconds(seconds).to_string()
}

/// Gives the day and minute in UTC.
pub(super) fn day(at: Moment) -> String {
    let stamp = i64::try_from(at.0).ok().and_then(chrono::DateTime::from_timestamp_millis);
    stamp.map_or("an unknown day".into(), |stamp| stamp.format("%Y-%m-%d %H:%M UTC").to_string())
}

/// Gives what kind of session it was.
pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Loop => "loop",
        Mode::Drill => "drill",
        Mode::Rehearsal => "rehearsal",
    }
}

/// Gives where a line of evidence stands: round, question and time.
pub(super) fn place(report: &Report, line: &Citation) -> String {
    let round = report.rounds.get(line.round);
    let title = round.map_or("a round", |round| round.title.as_str());
    let question = round.zip(line.question).and_then(|(round, index)| asked(round, index));
    let at = line.at_seconds.map(|at| format!(" at {}", clock(at))).unwrap_or_default();
    match question {
        Some(question) => format!("{title}, {question}{at}"),
        None => format!("{title}{at}"),
    }
}

fn asked(round: &RoundAssessment, question: usize) -> Option<&str> {
    let answer = round.answers.iter().find(|answer| answer.question == question)?;
    Some(&answer.title)
}

/// Takes out what no page should carry: control characters, and those that turn the direction of text.
pub(super) fn printable(text: &str) -> String {
    let is_kept = |c: char| matches!(c, '\n' | '\t') || !(c.is_control() || turns(c));
    let text = text.replace("\r\n", "\n");
    text.chars().map(|c| if is_kept(c) { c } else { '\u{fffd}' }).collect()
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}
