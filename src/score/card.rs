//! A score with its reasons: dimensions, each with its rule, its evidence and what would raise it.

use serde::{Deserialize, Serialize};

use crate::interview::verdict::Evidence;

/// The score of one answer. `overall` is none when there was too little to judge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// From 1 to 5.
    pub overall: Option<f64>,
    /// Whether it clears the scorer's own pass rule; none when there was too little to judge.
    pub pass: Option<bool>,
    /// One or two sentences for the candidate.
    pub words: String,
    pub dimensions: Vec<Dimension>,
    /// Integrity flags and caps that were applied, such as `vague` or `slogan`.
    pub flags: Vec<Flag>,
    /// What this scorer does not judge yet or cannot know, said plainly.
    pub not_judged: Vec<String>,
    /// The follow-up questions the weakest dimensions call for.
    pub follow_ups: Vec<String>,
}

/// One dimension of a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// `D1`…`D9` for stories, `E1`…`E8` for designs, or a name such as `correctness`.
    pub id: String,
    pub name: String,
    /// Its share of the overall score, from 0 to 1.
    pub weight: f64,
    /// From 1 to 5; none when there was nothing to judge it by.
    pub score: Option<f64>,
    /// The rule in words.
    pub rule: String,
    pub evidence: Vec<Evidence>,
    /// What would raise it by one.
    pub raise: String,
}

/// A rule that caps a score or raises a doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    pub id: String,
    pub words: String,
    /// It touches the integrity of the answer (copied, hard-coded, contradictory).
    pub integrity: bool,
}
