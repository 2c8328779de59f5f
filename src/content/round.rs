//! A loop as data: its rounds, their parts, and how questions are drawn.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{Difficulty, Kind};
use crate::ids::{FactorId, LoopId, PrincipleId, QuestionId, RoundId};

/// A loop: one file in `rounds/`.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop {
    pub id: LoopId,
    pub file: LoopFile,
}

/// The text of a loop file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LoopFile {
    pub title: String,
    /// One or two sentences for the lobby.
    pub about: String,
    /// The score, from 1 to 5, below which the median round must not lie.
    pub bar: f64,
    /// Minutes between rounds.
    pub break_minutes: f64,
    /// A question asked in this many latest sessions is not drawn again while others are left.
    #[serde(default = "five")]
    pub no_repeat_within: u32,
    pub rounds: Vec<Round>,
}

fn five() -> u32 {
    5
}

/// Where in the process a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    Phone,
    Onsite,
}

/// One round with one interviewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Round {
    pub id: RoundId,
    pub title: String,
    pub stage: Stage,
    pub minutes: f64,
    /// What the candidate reads before the clock starts.
    pub briefing: String,
    /// Who sits opposite, as a role: "a senior data engineer of the team".
    pub interviewer: String,
    /// Code may be run during a strict round.
    #[serde(default)]
    pub can_run: bool,
    /// The bar raiser may be drawn into this round.
    #[serde(default)]
    pub may_hold_bar_raiser: bool,
    /// The factors this interviewer assesses.
    pub factors: Vec<FactorId>,
    /// The leadership principles this interviewer listens for.
    pub principles: Vec<PrincipleId>,
    pub parts: Vec<Part>,
}

/// A stretch of a round: one or more questions of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub title: String,
    pub kind: Kind,
    #[serde(default)]
    pub difficulty: Option<Difficulty>,
    /// Draw only among questions with this topic.
    #[serde(default)]
    pub topic: Option<String>,
    /// Draw only among these.
    #[serde(default)]
    pub questions: Vec<QuestionId>,
    /// How many questions are asked.
    #[serde(default = "one")]
    pub count: u32,
    /// Minutes for each question; the interviewer speaks up when they are over.
    pub minutes: f64,
    /// Minutes after that until the interviewer moves on.
    pub grace: f64,
}

fn one() -> u32 {
    1
}
