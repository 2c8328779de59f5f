//! Which votes move after reading, and the reason each gives. A vote without a reason stays.

use serde::Serialize;

use crate::debrief::assess::RoundAssessment;
use crate::debrief::citation::Citation;
use crate::debrief::ledger::Ledger;
use crate::debrief::rule::{Sealed, decide, floor};
use crate::interview::event::Vote;

/// A vote this close above its floor falls when a reason comes.
const SHAKY: f64 = 0.5;
/// A score this close below the next vote rises when a reason comes.
const NEARLY: f64 = 0.25;

/// One interviewer's second vote.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Revote {
    pub round: usize,
    pub from: Option<Vote>,
    pub to: Option<Vote>,
    /// Why it moved; none when it stayed.
    pub reason: Option<String>,
    pub evidence: Vec<Citation>,
}

impl Revote {
    /// Says whether the vote moved.
    pub fn moved(&self) -> bool {
        self.from != self.to
    }
}

/// Votes again.
pub(super) fn revote(rounds: &[RoundAssessment], ledger: &Ledger) -> Vec<Revote> {
    rounds.iter().map(|round| second_vote(round, rounds, ledger)).collect()
}

/// Says what the rule would make of the moved votes, when that is another outcome.
pub(super) fn outcome(sealed: &Sealed, revotes: &[Revote]) -> Option<String> {
    let mut moved = sealed.clone();
    for revote in revotes.iter().filter(|revote| revote.moved()) {
        moved.scores[revote.round] = revote.to.map(floor);
    }
    let (then, now) = (decide(&moved), decide(sealed));
    (then != now).then(|| {
        format!(
            "With the moved votes the rule would say {}. It counts the sealed ones: {}.",
            then.words(),
            now.words()
        )
    })
}

fn second_vote(round: &RoundAssessment, rounds: &[RoundAssessment], ledger: &Ledger) -> Revote {
    let stays = Revote {
        round: round.round,
        from: round.vote,
        to: round.vote,
        reason: None,
        evidence: Vec::new(),
    };
    let (Some(vote), Some(score)) = (round.vote, round.score) else { return stays };
    let lower = || lowered(round, vote, score, ledger);
    let moved = lower().or_else(|| raised(round, vote, score, rounds));
    moved.map_or(stays.clone(), |(to, reason, evidence)| Revote {
        to: Some(to),
        reason: Some(reason),
        evidence,
        ..stays
    })
}

type Move = (Vote, String, Vec<Citation>);

/// A shaky yes falls by one when the same mistake or the same story stands in another round.
fn lowered(round: &RoundAssessment, vote: Vote, score: f64, ledger: &Ledger) -> Option<Move> {
    if vote < Vote::Hire || score - floor(vote) >= SHAKY {
        return None;
    }
    let below = Vote::ALL.into_iter().rev().find(|other| *other < vote)?;
    let fault = ledger
        .repeated_faults
        .iter()
        .find(|fault| fault.places.iter().any(|line| line.round == round.round));
    if let Some(fault) = fault {
        let reason = format!("the same mistake ({}) was made in another round", fault.fault);
        return Some((below, reason, fault.places.clone()));
    }
    let told = ledger.told_twice.iter().find(|told| told.second.round == round.round)?;
    let reason = format!("the story had been told before, in {}", told.first.words);
    let place = (told.second.round, Some(told.second.question));
    let line = Citation {
        quote: Some(told.quote.clone()),
        ..Citation::plain(place, "ledger.told-twice", false, reason.clone())
    };
    Some((below, reason, vec![line]))
}

/// A near yes rises when a factor that was weak here was shown clearly in another round.
fn raised(
    round: &RoundAssessment,
    vote: Vote,
    score: f64,
    rounds: &[RoundAssessment],
) -> Option<Move> {
    let above = Vote::ALL.into_iter().find(|other| *other > vote)?;
    if vote != Vote::NoHire || floor(above) - score > NEARLY {
        return None;
    }
    let weak = round.factors.iter().filter(|factor| factor.score.is_some_and(|s| s < 3.0));
    weak.flat_map(|weak| {
        let others = rounds.iter().filter(|other| other.round != round.round);
        others.flat_map(move |other| other.factors.iter().map(move |factor| (weak, other, factor)))
    })
    .find(|(weak, _, other)| weak.factor == other.factor && other.score.is_some_and(|s| s >= 4.0))
    .map(|(weak, other, shown)| {
        let reason = format!("{} was weak here but clear in {}", weak.factor, other.title);
        let shown = shown.evidence.iter().filter(|line| line.earned).take(2).cloned().collect();
        (above, reason, shown)
    })
}
