//! What the grid of interviewers and factors shows: each factor by one rule, or "no data".

mod signal;

use serde::Serialize;

use super::citation::Citation;
use super::scored::{Questions, Scored};
use crate::content::question::Kind;
use crate::ids::FactorId;
use crate::interview::Interview;
use crate::interview::plan::PlannedRound;
use signal::{Round, Signal};

/// One cell of the grid.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorAssessment {
    pub factor: FactorId,
    /// From 1 to 5; none is "no data".
    pub score: Option<f64>,
    /// The rule in words; for an unknown factor, that there is none.
    pub rule: String,
    pub evidence: Vec<Citation>,
}

/// The problems of the SQL family.
const SQL: &[Kind] = &[Kind::Sql];
const MODELS: &[Kind] = &[Kind::Modeling];
const QUERIES: &[Kind] = &[Kind::Sql, Kind::Modeling];
const PYTHON: &[Kind] = &[Kind::Python];
const DESIGN: &[Kind] = &[Kind::Design];
const STORIES: &[Kind] = &[Kind::Behavioral];
const CODE: &[Kind] = &[Kind::Sql, Kind::Modeling, Kind::Python];
const ANY: &[Kind] = &Kind::ALL;

/// Every factor a loop file may name, with the signals it is the mean of.
const TABLE: &[(&str, &[Signal])] = &[
    ("sql-correctness", &[Signal::Correct(QUERIES)]),
    ("sql-fluency", &[Signal::Correct(SQL), Signal::Pace(SQL)]),
    ("sql-style", &[Signal::Review(QUERIES)]),
    ("sql-at-scale", &[Signal::FollowUps(QUERIES)]),
    ("data-modeling", &[Signal::Correct(MODELS)]),
    ("data-modelling", &[Signal::Correct(MODELS)]),
    ("python-correctness", &[Signal::Correct(PYTHON)]),
    ("coding", &[Signal::Correct(PYTHON), Signal::Review(PYTHON)]),
    ("code-quality", &[Signal::Review(CODE)]),
    ("edge-cases", &[Signal::HiddenChecks(CODE)]),
    ("problem-solving", &[Signal::HiddenChecks(CODE), Signal::FollowUps(CODE)]),
    ("problem-clarification", &[Signal::Clarified(ANY)]),
    ("system-design", &[Signal::Overall(DESIGN)]),
    ("requirements", &[Signal::Dimensions(DESIGN, &["E1"])]),
    ("scalability", &[Signal::Dimensions(DESIGN, &["E2"])]),
    ("architecture", &[Signal::Dimensions(DESIGN, &["E3", "E4"])]),
    ("data-quality", &[Signal::Dimensions(DESIGN, &["E5"])]),
    ("failure-modes", &[Signal::Dimensions(DESIGN, &["E6"])]),
    ("trade-offs", &[Signal::Dimensions(DESIGN, &["E7"])]),
    ("operations", &[Signal::Dimensions(DESIGN, &["E6", "E8"])]),
    ("depth", &[Signal::FollowUps(ANY)]),
    (
        "communication",
        &[
            Signal::Clarified(ANY),
            Signal::FollowUps(ANY),
            Signal::Dimensions(STORIES, &["D1", "D9"]),
        ],
    ),
    ("storytelling", &[Signal::Dimensions(STORIES, &["D1", "D2", "D9"])]),
    ("technical-depth", &[Signal::Dimensions(STORIES, &["D5"])]),
    ("impact", &[Signal::Dimensions(STORIES, &["D7"])]),
    ("self-awareness", &[Signal::Dimensions(STORIES, &["D6"]), Signal::FollowUps(STORIES)]),
    ("leadership-principles", &[Signal::Dimensions(STORIES, &["D8"])]),
];

/// Assesses the factors of one round.
pub fn assess_factors(
    interview: &Interview,
    questions: &dyn Questions,
    planned: &PlannedRound,
    scored: &[&Scored],
) -> Vec<FactorAssessment> {
    let round = Round { interview, questions, planned, scored };
    planned.factors.iter().map(|factor| assess_factor(&round, factor)).collect()
}

fn assess_factor(round: &Round, factor: &FactorId) -> FactorAssessment {
    let listed = TABLE.iter().find(|(name, _)| *name == factor.as_str());
    if let Some((_, signals)) = listed {
        return from_signals(round, factor, signals);
    }
    match round.is_principle(factor) {
        true => from_signals(round, factor, &[Signal::Principle]),
        false => FactorAssessment {
            factor: factor.clone(),
            score: None,
            rule: "no rule judges this factor".into(),
            evidence: Vec::new(),
        },
    }
}

fn from_signals(round: &Round, factor: &FactorId, signals: &[Signal]) -> FactorAssessment {
    let readings: Vec<_> = signals.iter().map(|signal| signal.read(round, factor)).collect();
    let scores: Vec<f64> = readings.iter().filter_map(|reading| reading.score).collect();
    let rules: Vec<String> = signals.iter().map(Signal::words).collect();
    FactorAssessment {
        factor: factor.clone(),
        score: signal::mean(scores),
        rule: format!("{}{}", prefix(&rules), rules.join("; ")),
        evidence: readings.into_iter().flat_map(|reading| reading.evidence).collect(),
    }
}

fn prefix(rules: &[String]) -> &'static str {
    if rules.len() > 1 { "mean of what is known: " } else { "" }
}

#[cfg(test)]
#[path = "factors/tests.rs"]
mod tests;
