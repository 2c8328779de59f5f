//! The debrief as a conversation in four steps: sealed assessments, reading, re-vote, decision.
//!
//! Nobody here knows more than the evidence: every sentence is made from a citation, and a vote moves
//! only for a stated reason. The rule has decided on the sealed votes before anyone speaks.

mod revote;

use serde::Serialize;

use super::assess::RoundAssessment;
use super::citation::Citation;
use super::decision::Decision;
use super::ledger::Ledger;
use super::sealing::{Sealing, VetoFinding};
use crate::interview::Interview;
use crate::interview::event::Vote;

pub use revote::Revote;

/// The conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conversation {
    /// Step one: what each interviewer wrote before seeing the others.
    pub sealed: Vec<Turn>,
    /// Step two: what they read in each other's notes.
    pub reading: Vec<Turn>,
    /// Step three: each vote again.
    pub revote: Vec<Revote>,
    /// What the rule would have made of the moved votes, when that is something else.
    pub revote_words: Option<String>,
    /// None when the loop has no bar raiser.
    pub bar_raiser: Option<BarRaiser>,
    /// Step four.
    pub decision: Turn,
}

/// One person's words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    pub speaker: String,
    /// The speaker's round; none for the rule.
    pub round: Option<usize>,
    pub words: String,
    pub evidence: Vec<Citation>,
}

/// The bar raiser, unmasked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarRaiser {
    pub round: usize,
    pub unmasked: String,
    /// One question to each of the other interviewers, answered from that interviewer's evidence.
    pub exchanges: Vec<Exchange>,
    /// The grounds that hold; empty when the veto is not used.
    pub vetoes: Vec<VetoFinding>,
    pub words: String,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exchange {
    pub round: usize,
    pub interviewer: String,
    pub question: String,
    pub answer: String,
    pub evidence: Vec<Citation>,
}

/// Plays the conversation.
pub fn play(
    interview: &Interview,
    rounds: &[RoundAssessment],
    sealing: &Sealing,
    ledger: &Ledger,
    decision: &Decision,
) -> Conversation {
    let revote = revote::revote(rounds, ledger);
    Conversation {
        sealed: rounds.iter().map(sealed).collect(),
        reading: reading(rounds, ledger),
        revote_words: revote::outcome(&sealing.sealed, &revote),
        revote,
        bar_raiser: interview.plan.bar_raiser.and_then(|at| bar_raiser(at, rounds, sealing)),
        decision: Turn {
            speaker: "The rule".into(),
            round: None,
            words: decision.spoken(),
            evidence: decision.evidence.clone(),
        },
    }
}

fn sealed(round: &RoundAssessment) -> Turn {
    let opening = match (round.vote, round.score, &round.insufficient) {
        (Some(vote), Some(score), _) => {
            format!("{} ({score:.2}, confidence {}).", vote.words(), round.confidence.level.words())
        }
        (_, _, Some(why)) => format!("No vote: {why}."),
        _ => "No vote.".into(),
    };
    let said = |name: &str, line: &Option<Citation>| match line {
        Some(line) => format!("{name}: {}", line.spoken()),
        None => format!("{name}: nothing in the evidence."),
    };
    Turn {
        words: format!(
            "{opening} {} {}",
            said("Strength", &round.strength),
            said("Concern", &round.concern)
        ),
        evidence: round.strength.iter().chain(&round.concern).cloned().collect(),
        ..turn(round)
    }
}

fn turn(round: &RoundAssessment) -> Turn {
    Turn {
        speaker: format!("{} ({})", round.interviewer, round.title),
        round: Some(round.round),
        words: String::new(),
        evidence: Vec::new(),
    }
}

/// What someone notices who reads the other rounds, each finding said by the interviewer it concerns.
fn reading(rounds: &[RoundAssessment], ledger: &Ledger) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut say = |round: usize, words: String, evidence: Vec<Citation>| {
        if let Some(speaker) = rounds.get(round) {
            turns.push(Turn { words, evidence, ..turn(speaker) });
        }
    };
    for fault in &ledger.repeated_faults {
        let first = fault.places[0].round;
        let other = fault.places.iter().map(|line| line.round).find(|round| *round != first);
        let title = |round: usize| rounds.get(round).map_or("another round", |r| r.title.as_str());
        let other_title = title(other.unwrap_or(first));
        let words = format!("I see the same mistake ({}) in {other_title}.", fault.fault);
        say(first, words, fault.places.clone());
    }
    for told in &ledger.told_twice {
        let words = format!("This story was told before, in {}.", told.first.words);
        let place = (told.second.round, Some(told.second.question));
        let line = Citation {
            quote: Some(told.quote.clone()),
            ..Citation::plain(place, "ledger.told-twice", false, words.clone())
        };
        say(told.second.round, words, vec![line]);
    }
    for unasked in ledger.unasked.iter().filter(|unasked| unasked.failure.is_some()) {
        let failure = unasked.failure.as_deref().unwrap_or_default();
        let words =
            format!("{} was never asked about, and it went wrong there: {failure}.", unasked.fact);
        let place = (unasked.place.round, Some(unasked.place.question));
        let line = Citation::plain(place, "ledger.unasked", false, words.clone());
        say(unasked.place.round, words, vec![line]);
    }
    turns
}

fn bar_raiser(at: usize, rounds: &[RoundAssessment], sealing: &Sealing) -> Option<BarRaiser> {
    let own = rounds.get(at)?;
    let others = rounds.iter().filter(|round| round.round != at);
    Some(BarRaiser {
        round: at,
        unmasked: format!("The bar raiser was {} ({}).", own.interviewer, own.title),
        exchanges: others.map(exchange).collect(),
        vetoes: sealing.vetoes.clone(),
        words: veto_words(&sealing.vetoes),
    })
}

fn veto_words(vetoes: &[VetoFinding]) -> String {
    if vetoes.is_empty() {
        return "I do not use the veto: none of its four grounds holds.".into();
    }
    let grounds = vetoes.iter().map(|v| format!("{}: {}", v.veto.number(), v.veto.words()));
    format!("I use the veto. {}.", grounds.collect::<Vec<_>>().join("; "))
}

/// A yes is asked about its doubt, a no about what speaks against it, silence about what was missing.
fn exchange(round: &RoundAssessment) -> Exchange {
    let or_nothing = |line: &Option<Citation>| match line {
        Some(line) => line.spoken(),
        None => "My notes have nothing on it.".into(),
    };
    let (question, answer, cited) = match round.vote {
        None => {
            let why = round.insufficient.clone().unwrap_or_else(|| "no score".into());
            ("What would you have needed to see?".into(), format!("More than this: {why}."), &None)
        }
        Some(vote) if vote >= Vote::Hire => {
            let question = match &round.concern {
                Some(concern) => {
                    format!("You vote {}. What about this: {}", vote.words(), concern.spoken())
                }
                None => format!("You vote {} and note no concern. Why?", vote.words()),
            };
            (question, or_nothing(&round.strength), &round.strength)
        }
        Some(vote) => {
            let question = format!("You vote {}. What speaks against your vote?", vote.words());
            (question, or_nothing(&round.strength), &round.strength)
        }
    };
    let evidence = cited.iter().chain(&round.concern).cloned().collect();
    let (round, interviewer) = (round.round, round.interviewer.clone());
    Exchange { round, interviewer, question, answer, evidence }
}
