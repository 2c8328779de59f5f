//! The decision as it is shown: the rule's five questions with their answers, the evidence, and the distance to another outcome.

use serde::Serialize;

use super::assess::RoundAssessment;
use super::citation::Citation;
use super::flips::{self, Flip};
use super::rule::{Outcome, by_votes, decide};
use super::sealing::{GateFinding, Sealing, VetoFinding};
use crate::interview::event::Vote;

/// The decision with everything it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decision {
    pub outcome: Outcome,
    pub words: String,
    /// The sum of the votes: +2, +1, −1, −2.
    pub points: i32,
    pub median: Option<f64>,
    pub bar: f64,
    /// The rule's questions in their order, up to the first that holds: it decides.
    pub steps: Vec<Step>,
    pub gates: Vec<GateFinding>,
    pub vetoes: Vec<VetoFinding>,
    /// The lines that carried the decision; never empty.
    pub evidence: Vec<Citation>,
    pub better: Vec<ToldFlip>,
    pub worse: Vec<ToldFlip>,
}

/// One question of the rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    pub question: String,
    pub found: String,
    pub holds: bool,
}

/// A flip with its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldFlip {
    #[serde(flatten)]
    pub flip: Flip,
    pub words: String,
}

/// Decides by the rule and cites what the decision rests on.
pub fn decision(sealing: &Sealing, rounds: &[RoundAssessment]) -> Decision {
    let sealed = &sealing.sealed;
    let outcome = decide(sealed);
    let titles: Vec<String> = rounds.iter().map(|round| round.title.clone()).collect();
    let tell = |flips: Vec<Flip>| {
        let told = flips.into_iter().map(|flip| ToldFlip { words: flip.words(&titles), flip });
        told.collect::<Vec<_>>()
    };
    Decision {
        words: outcome.words(),
        points: sealed.points(),
        median: sealed.median(),
        bar: sealed.bar,
        steps: steps(sealing, &titles),
        gates: sealing.gates.clone(),
        vetoes: sealing.vetoes.clone(),
        evidence: evidence(&outcome, sealing, rounds),
        better: tell(flips::better(sealed)),
        worse: tell(flips::worse(sealed)),
        outcome,
    }
}

impl Decision {
    /// Tells the decision with the step that made it.
    pub fn spoken(&self) -> String {
        let step = self.steps.iter().find(|step| step.holds);
        let why = step.map_or(String::new(), |step| format!(" {} {}", step.question, step.found));
        format!("The outcome is {}.{why}", self.words)
    }
}

/// Asks the rule's questions until one holds.
fn steps(sealing: &Sealing, titles: &[String]) -> Vec<Step> {
    let mut asked = Vec::new();
    for step in questions(sealing, titles) {
        let holds = step.holds;
        asked.push(step);
        if holds {
            break;
        }
    }
    asked
}

fn questions(sealing: &Sealing, titles: &[String]) -> Vec<Step> {
    let (votes, points) = (by_votes(&sealing.sealed), sealing.sealed.points());
    let step =
        |question: &str, found: String, holds| Step { question: question.into(), found, holds };
    vec![
        more_data_step(sealing, titles),
        veto_step(sealing),
        gate_step(sealing),
        step(
            "Do the votes make a hire (at least 4 points over five rounds, at most one no hire)?",
            votes_found(sealing),
            matches!(votes, Outcome::Hire | Outcome::StrongHire),
        ),
        step(
            "Do they make a hire one level down (at least 2 points)?",
            format!("{points} points."),
            votes == Outcome::OneLevelDown,
        ),
        step("Otherwise it is no hire.", format!("{points} points."), true),
    ]
}

fn more_data_step(sealing: &Sealing, titles: &[String]) -> Step {
    let Outcome::MoreData { rounds } = decide(&sealing.sealed) else {
        return Step {
            question: "Is there too little evidence?".into(),
            found: "At most one round is without a score, and every gate could be judged.".into(),
            holds: false,
        };
    };
    let names: Vec<&str> = rounds.iter().filter_map(|r| Some(titles.get(*r)?.as_str())).collect();
    Step {
        question: "Is there too little evidence?".into(),
        found: format!("In {}.", names.join(", ")),
        holds: true,
    }
}

fn veto_step(sealing: &Sealing) -> Step {
    let grounds: Vec<String> = sealing
        .vetoes
        .iter()
        .map(|found| format!("{}: {}", found.veto.number(), found.veto.words()))
        .collect();
    let found = if grounds.is_empty() { "No.".into() } else { format!("{}.", grounds.join("; ")) };
    Step {
        question: "Has the bar raiser a ground for a veto?".into(),
        found,
        holds: !grounds.is_empty(),
    }
}

fn gate_step(sealing: &Sealing) -> Step {
    use super::rule::GateState::Met;
    let unmet = sealing.gates.iter().filter(|gate| gate.check.state != Met);
    let unmet: Vec<&str> = unmet.map(|gate| gate.check.gate.words()).collect();
    let found = match unmet.len() {
        0 => "No.".into(),
        _ => format!("Unmet: {}.", unmet.join("; ")),
    };
    Step { question: "Is a gate unmet?".into(), found, holds: !unmet.is_empty() }
}

fn votes_found(sealing: &Sealing) -> String {
    let count = |vote| sealing.sealed.votes().flatten().filter(|v| *v == vote).count();
    let counts: Vec<String> = Vote::ALL
        .into_iter()
        .rev()
        .map(|vote| format!("{} {}", count(vote), vote.words()))
        .collect();
    format!("{}: {} points.", counts.join(", "), sealing.sealed.points())
}

fn evidence(outcome: &Outcome, sealing: &Sealing, rounds: &[RoundAssessment]) -> Vec<Citation> {
    let mut lines: Vec<Citation> = match outcome {
        Outcome::MoreData { rounds: wanted } => {
            wanted.iter().filter_map(|round| Some(missing(rounds.get(*round)?, sealing))).collect()
        }
        Outcome::NoHireVeto(_) => {
            sealing.vetoes.iter().flat_map(|found| found.evidence.clone()).collect()
        }
        Outcome::NoHireGate(gate) => {
            let found = sealing.gates.iter().filter(|found| found.check.gate == *gate);
            found.flat_map(|found| found.evidence.clone()).collect()
        }
        _ => Vec::new(),
    };
    if lines.is_empty() {
        lines = rounds.iter().map(vote_line).collect();
    }
    lines
}

fn missing(round: &RoundAssessment, sealing: &Sealing) -> Citation {
    use super::rule::GateState::NoData;
    let gates = sealing.gates.iter().filter(|gate| gate.check.state == NoData);
    let gate = gates.into_iter().find(|gate| gate.check.rounds.contains(&round.round));
    let words = match (&round.insufficient, gate) {
        (Some(why), _) => format!("{}: {why}", round.title),
        (None, Some(gate)) => {
            format!("{}: no data for the gate ({})", round.title, gate.check.gate.words())
        }
        (None, None) => format!("{}: no data", round.title),
    };
    Citation::plain((round.round, None), "evidence", false, words)
}

/// The line a vote rests on: a yes on its strength, a no on its concern.
fn vote_line(round: &RoundAssessment) -> Citation {
    let is_yes = round.vote.is_some_and(|vote| vote >= Vote::Hire);
    let line = if is_yes { &round.strength } else { &round.concern };
    let score = round.score.map_or("no score".into(), |score| format!("{score:.2}"));
    let vote = round.vote.map_or("no vote", Vote::words);
    let plain = Citation::plain((round.round, None), "vote", is_yes, "");
    let words = format!("{}: {vote} ({score})", round.title);
    match line {
        Some(line) => Citation { words: format!("{words}: {}", line.words), ..line.clone() },
        None => Citation { words, ..plain },
    }
}
