//! What follows from the sealed assessments: votes, gates, veto and decision, by rule and by nothing else.

use serde::Serialize;

use crate::interview::event::Vote;

/// From this score a round is a hire.
pub const HIRE: f64 = 3.5;
/// From this score a round is a strong hire.
pub const STRONG_HIRE: f64 = 4.5;
/// Below this score a round is a strong no hire.
pub const NO_HIRE: f64 = 2.5;

/// All the rule may know: what each interviewer sealed before seeing the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealed {
    /// A score from 1 to 5 for each round; none when the round's evidence minimum was not met.
    pub scores: Vec<Option<f64>>,
    pub gates: Vec<GateCheck>,
    pub doubts: Doubts,
    /// The score below which the median round must not lie.
    pub bar: f64,
}

/// What the bar raiser found across the rounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Doubts {
    /// A copied story, a hard-coded result, or two stories that contradict each other.
    pub integrity: bool,
    /// A leadership principle was contradicted in a story.
    pub contradiction: bool,
}

/// A requirement that no other strength makes up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// At least one SQL problem reaches correctness 4.
    SqlCorrect,
    /// No Python answer keeps a finding that blocks its review.
    PythonReview,
    /// The design has the musts of E1, E3 and E5.
    DesignMusts,
    /// At least two stories pass, on different principles.
    TwoStories,
}

impl Gate {
    /// Every gate, in the order it is checked.
    pub const ALL: [Gate; 4] =
        [Gate::SqlCorrect, Gate::PythonReview, Gate::DesignMusts, Gate::TwoStories];

    /// Gives the requirement in words.
    pub fn words(self) -> &'static str {
        match self {
            Gate::SqlCorrect => "SQL correctness of at least 4 on at least one problem",
            Gate::PythonReview => "Python without a finding that blocks its review",
            Gate::DesignMusts => {
                "the design's musts: requirements (E1), architecture (E3), correctness (E5)"
            }
            Gate::TwoStories => "at least two stories passed, on different principles",
        }
    }
}

/// How a gate stands, and which rounds could have met it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateCheck {
    pub gate: Gate,
    pub state: GateState,
    pub rounds: Vec<usize>,
}

/// Met, unmet, or too little to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GateState {
    Met,
    Unmet,
    NoData,
}

/// The four grounds on which the bar raiser vetoes. There is no other, and no upgrade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Veto {
    /// V1: the integrity of an answer is in doubt.
    Integrity,
    /// V2: a strong no hire in any round.
    StrongNoHire,
    /// V3: a principle is contradicted in a story.
    Contradiction,
    /// V4: the median round lies below the bar.
    BelowBar,
}

impl Veto {
    /// Gives the number the rule is known by.
    pub fn number(self) -> &'static str {
        match self {
            Veto::Integrity => "V1",
            Veto::StrongNoHire => "V2",
            Veto::Contradiction => "V3",
            Veto::BelowBar => "V4",
        }
    }

    /// Gives the ground in words.
    pub fn words(self) -> &'static str {
        match self {
            Veto::Integrity => "the integrity of an answer is in doubt",
            Veto::StrongNoHire => "a round ended in a strong no hire",
            Veto::Contradiction => "a story contradicts a leadership principle",
            Veto::BelowBar => "the median round lies below the bar of the level",
        }
    }
}

/// What the loop ends in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Too little evidence; these rounds would have to be sat again.
    MoreData {
        rounds: Vec<usize>,
    },
    NoHireVeto(Veto),
    NoHireGate(Gate),
    StrongHire,
    Hire,
    OneLevelDown,
    NoHire,
}

impl Outcome {
    /// Orders outcomes from worst to best; none for "more data", which is neither.
    pub fn rank(&self) -> Option<u8> {
        match self {
            Outcome::MoreData { .. } => None,
            Outcome::NoHireVeto(_) | Outcome::NoHireGate(_) | Outcome::NoHire => Some(0),
            Outcome::OneLevelDown => Some(1),
            Outcome::Hire => Some(2),
            Outcome::StrongHire => Some(3),
        }
    }

    /// Gives the outcome in words.
    pub fn words(&self) -> String {
        match self {
            Outcome::MoreData { .. } => "more data".into(),
            Outcome::NoHireVeto(veto) => format!("no hire (veto {})", veto.number()),
            Outcome::NoHireGate(gate) => format!("no hire (gate: {})", gate.words()),
            Outcome::StrongHire => "strong hire".into(),
            Outcome::Hire => "hire".into(),
            Outcome::OneLevelDown => "hire one level down".into(),
            Outcome::NoHire => "no hire".into(),
        }
    }
}

/// Gives the vote a score stands for. There is no neutral vote.
pub fn vote(score: f64) -> Vote {
    match score {
        s if s >= STRONG_HIRE => Vote::StrongHire,
        s if s >= HIRE => Vote::Hire,
        s if s >= NO_HIRE => Vote::NoHire,
        _ => Vote::StrongNoHire,
    }
}

/// Gives the lowest score of a vote.
pub fn floor(vote: Vote) -> f64 {
    match vote {
        Vote::StrongHire => STRONG_HIRE,
        Vote::Hire => HIRE,
        Vote::NoHire => NO_HIRE,
        Vote::StrongNoHire => 1.0,
    }
}

/// Gives the points of a vote: +2, +1, −1, −2.
pub fn points(vote: Vote) -> i32 {
    match vote {
        Vote::StrongHire => 2,
        Vote::Hire => 1,
        Vote::NoHire => -1,
        Vote::StrongNoHire => -2,
    }
}

/// Decides. The same sealed assessments always give the same outcome, in whatever order the rounds stand.
pub fn decide(sealed: &Sealed) -> Outcome {
    if needs_more_data(sealed) {
        return Outcome::MoreData { rounds: sealed.rounds_without_data() };
    }
    if let Some(veto) = vetoes(sealed).first() {
        return Outcome::NoHireVeto(*veto);
    }
    if let Some(check) = sealed.gates.iter().find(|check| check.state != GateState::Met) {
        return Outcome::NoHireGate(check.gate);
    }
    by_votes(sealed)
}

/// Gives every ground for a veto, V1 to V4; empty when the bar raiser has none.
pub fn vetoes(sealed: &Sealed) -> Vec<Veto> {
    let grounds = [
        (Veto::Integrity, sealed.doubts.integrity),
        (Veto::StrongNoHire, sealed.count(Vote::StrongNoHire) > 0),
        (Veto::Contradiction, sealed.doubts.contradiction),
        (Veto::BelowBar, sealed.median().is_some_and(|median| median < sealed.bar)),
    ];
    grounds.into_iter().filter_map(|(veto, holds)| holds.then_some(veto)).collect()
}

/// Says what a phone screen below hire means; none when it was a hire or could not be judged.
pub fn phone_screen(score: Option<f64>) -> Option<String> {
    let vote = vote(score?);
    (vote < Vote::Hire).then(|| {
        format!(
            "The phone screen is a {}: the loop would have ended here. About 40% pass it. \
             Practice goes on.",
            vote.words()
        )
    })
}

fn needs_more_data(sealed: &Sealed) -> bool {
    let insufficient = sealed.scores.iter().filter(|score| score.is_none()).count();
    insufficient >= 2 || sealed.gates.iter().any(|check| check.state == GateState::NoData)
}

/// Decides by the votes alone, as if every gate were met and nobody had a veto.
pub fn by_votes(sealed: &Sealed) -> Outcome {
    let survivable = sealed.count(Vote::StrongNoHire) == 0 && sealed.count(Vote::NoHire) <= 1;
    if survivable && sealed.reaches(4) {
        return if sealed.reaches(8) { Outcome::StrongHire } else { Outcome::Hire };
    }
    if sealed.reaches(2) { Outcome::OneLevelDown } else { Outcome::NoHire }
}

impl Sealed {
    /// Gives the votes, none where a round has no score.
    pub fn votes(&self) -> impl Iterator<Item = Option<Vote>> {
        self.scores.iter().map(|score| score.map(vote))
    }

    /// Gives the sum of the votes' points.
    pub fn points(&self) -> i32 {
        self.votes().flatten().map(points).sum()
    }

    /// Gives the median of the scores there are; none when there is none.
    pub fn median(&self) -> Option<f64> {
        let mut scores: Vec<f64> = self.scores.iter().flatten().copied().collect();
        scores.sort_by(f64::total_cmp);
        let middle = scores.len() / 2;
        let upper = *scores.get(middle)?;
        Some(if scores.len() % 2 == 1 { upper } else { f64::midpoint(scores[middle - 1], upper) })
    }

    /// Says whether the points reach a mark of the five-round rule. A loop of another length is
    /// held to the same points per round.
    pub fn reaches(&self, mark: i32) -> bool {
        self.points() * 5 >= mark * self.scores.len() as i32
    }

    fn count(&self, wanted: Vote) -> usize {
        self.votes().flatten().filter(|vote| *vote == wanted).count()
    }

    fn rounds_without_data(&self) -> Vec<usize> {
        let unscored = self.scores.iter().enumerate().filter(|(_, s)| s.is_none()).map(|(i, _)| i);
        let gated = self.gates.iter().filter(|check| check.state == GateState::NoData);
        let mut rounds: Vec<usize> =
            unscored.chain(gated.flat_map(|check| check.rounds.clone())).collect();
        rounds.sort_unstable();
        rounds.dedup();
        rounds
    }
}

#[cfg(test)]
#[path = "rule/tests.rs"]
mod tests;
