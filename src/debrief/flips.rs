//! What would have flipped it: the smallest changes of evidence that lead the rule to another outcome.

use serde::Serialize;

use super::rule::{Gate, GateState, Outcome, Sealed, Veto, decide, floor, vote};
use crate::interview::event::Vote;

/// No set of more changes than this is searched.
pub const MOST_CHANGES: usize = 3;
/// As many equally small ways are told at most.
const MOST_WAYS: usize = 4;

/// One thing that could have been otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Another vote in a round; `from` is none where there was too little evidence.
    Vote { round: usize, from: Option<Vote>, to: Vote },
    /// A gate that was not met, met.
    GateMet(Gate),
    /// The ground of a veto, not there. Only V1 and V3 stand apart from the votes.
    NoGround(Veto),
}

/// A smallest set of changes and the outcome the rule then gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flip {
    pub changes: Vec<Change>,
    pub outcome: Outcome,
}

/// Gives the smallest ways to a better outcome, fewest changes first; after "more data", to any decision.
pub fn better(sealed: &Sealed) -> Vec<Flip> {
    let now = decide(sealed).rank();
    smallest(sealed, &raises(sealed), |then| then.is_some() && then > now)
}

/// Gives the smallest ways to a worse outcome, by lower votes; none after "more data".
pub fn worse(sealed: &Sealed) -> Vec<Flip> {
    let Some(now) = decide(sealed).rank() else { return Vec::new() };
    smallest(sealed, &lowers(sealed), |then| then.is_some_and(|then| then < now))
}

impl Flip {
    /// Tells the flip in one sentence; `rounds` are the rounds' titles.
    pub fn words(&self, rounds: &[String]) -> String {
        let changes: Vec<String> = self.changes.iter().map(|change| change.words(rounds)).collect();
        format!("{}: the outcome would be {}.", changes.join(" and "), self.outcome.words())
    }

    /// How far the votes move, so that of two sets as large the gentler one is told.
    fn steps(&self) -> usize {
        self.changes.iter().map(Change::steps).sum()
    }
}

impl Change {
    /// Makes the change.
    pub fn apply(&self, sealed: &mut Sealed) {
        match *self {
            Change::Vote { round, from, to } => {
                sealed.scores[round] = Some(nearest_score(from, to));
            }
            Change::GateMet(gate) => sealed
                .gates
                .iter_mut()
                .filter(|check| check.gate == gate)
                .for_each(|check| check.state = GateState::Met),
            Change::NoGround(Veto::Integrity) => sealed.doubts.integrity = false,
            Change::NoGround(_) => sealed.doubts.contradiction = false,
        }
    }

    fn words(&self, rounds: &[String]) -> String {
        match self {
            Change::Vote { round, from, to } => {
                let from = from.map_or("not enough evidence", Vote::words);
                let title = rounds.get(*round).map_or("a round", String::as_str);
                format!("{title} from {from} to {}", to.words())
            }
            Change::GateMet(gate) => format!("the gate met ({})", gate.words()),
            Change::NoGround(veto) => {
                format!("no ground for {} ({})", veto.number(), veto.words())
            }
        }
    }

    fn steps(&self) -> usize {
        match self {
            Change::Vote { from: Some(from), to, .. } => level(*from).abs_diff(level(*to)),
            // Nobody owes more than a hire where nothing was seen.
            Change::Vote { from: None, to, .. } => 1 + level(Vote::Hire).abs_diff(level(*to)),
            Change::GateMet(_) | Change::NoGround(_) => 1,
        }
    }
}

fn level(vote: Vote) -> usize {
    Vote::ALL.iter().position(|other| *other == vote).expect("ALL holds every vote")
}

/// The score of `to` that lies nearest: its floor when raised, just under the next floor when lowered.
fn nearest_score(from: Option<Vote>, to: Vote) -> f64 {
    let is_lowered = from.is_some_and(|from| to < from);
    match Vote::ALL.get(level(to) + 1) {
        Some(next) if is_lowered => floor(*next) - 0.01,
        _ => floor(to),
    }
}

fn raises(sealed: &Sealed) -> Vec<Change> {
    let gates = sealed.gates.iter().filter(|check| check.state != GateState::Met);
    let doubts = [
        (Veto::Integrity, sealed.doubts.integrity),
        (Veto::Contradiction, sealed.doubts.contradiction),
    ];
    let grounds = doubts.into_iter().filter_map(|(v, holds)| holds.then_some(Change::NoGround(v)));
    votes(sealed, |from, to| from.is_none_or(|from| to > from))
        .chain(gates.map(|check| Change::GateMet(check.gate)))
        .chain(grounds)
        .collect()
}

fn lowers(sealed: &Sealed) -> Vec<Change> {
    votes(sealed, |from, to| from.is_some_and(|from| to < from)).collect()
}

fn votes(
    sealed: &Sealed,
    fits: impl Fn(Option<Vote>, Vote) -> bool + Copy,
) -> impl Iterator<Item = Change> {
    sealed.scores.iter().enumerate().flat_map(move |(round, score)| {
        let from = score.map(vote);
        let to = Vote::ALL.into_iter().filter(move |to| fits(from, *to));
        to.map(move |to| Change::Vote { round, from, to })
    })
}

fn smallest(
    sealed: &Sealed,
    candidates: &[Change],
    wanted: impl Fn(Option<u8>) -> bool + Copy,
) -> Vec<Flip> {
    let of_size = |size| {
        let mut found = Vec::new();
        search(sealed, candidates, size, &mut Vec::new(), wanted, &mut found);
        found
    };
    let mut ways = (1..=MOST_CHANGES).map(of_size).find(|found| !found.is_empty());
    let ways = ways.as_mut().map(std::mem::take).unwrap_or_default();
    gentlest(ways)
}

fn gentlest(mut ways: Vec<Flip>) -> Vec<Flip> {
    let fewest = ways.iter().map(Flip::steps).min().unwrap_or_default();
    ways.retain(|way| way.steps() == fewest);
    ways.truncate(MOST_WAYS);
    ways
}

fn search(
    sealed: &Sealed,
    candidates: &[Change],
    left: usize,
    chosen: &mut Vec<Change>,
    wanted: impl Fn(Option<u8>) -> bool + Copy,
    found: &mut Vec<Flip>,
) {
    if left == 0 {
        let outcome = decide(&changed(sealed, chosen));
        if wanted(outcome.rank()) {
            found.push(Flip { changes: chosen.clone(), outcome });
        }
        return;
    }
    for (i, change) in candidates.iter().enumerate() {
        if chosen.iter().any(|other| other.excludes(change)) {
            continue;
        }
        chosen.push(*change);
        search(sealed, &candidates[i + 1..], left - 1, chosen, wanted, found);
        chosen.pop();
    }
}

fn changed(sealed: &Sealed, changes: &[Change]) -> Sealed {
    let mut then = sealed.clone();
    changes.iter().for_each(|change| change.apply(&mut then));
    then
}

impl Change {
    /// A round has one vote, so two votes of one round never stand in the same set.
    fn excludes(&self, other: &Change) -> bool {
        match (self, other) {
            (Change::Vote { round: a, .. }, Change::Vote { round: b, .. }) => a == b,
            _ => false,
        }
    }
}

#[cfg(test)]
#[path = "flips/tests.rs"]
mod tests;
