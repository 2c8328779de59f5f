//! What was settled before the first minute: rounds, questions, seed and the bar raiser's chair.

use serde::{Deserialize, Serialize};

use crate::content::question::Kind;
use crate::content::round::Stage;
use crate::ids::{FactorId, LoopId, PrincipleId, QuestionId, RoundId, SessionId};
use crate::moment::Span;

/// The whole plan of a session. It is stored with the session, so a journal can be read without the loop file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub session: SessionId,
    pub mode: Mode,
    /// The loop the rounds were taken from.
    pub loop_id: LoopId,
    pub title: String,
    /// The bar of the level, from 1 to 5.
    pub bar: f64,
    pub seed: u64,
    /// 1.0 is real time; minutes below are already scaled.
    pub scale: f64,
    pub rest: Span,
    pub rounds: Vec<PlannedRound>,
    /// The round whose interviewer is the bar raiser; none in a drill.
    pub bar_raiser: Option<usize>,
}

/// How a session is sat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// No pause, no hint, verdicts in the debrief.
    Loop,
    /// One round with pause, hints, runs and verdicts at once.
    Drill,
    /// One story against the clock.
    Rehearsal,
}

/// One round of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedRound {
    pub id: RoundId,
    pub title: String,
    pub stage: Stage,
    pub span: Span,
    pub briefing: String,
    pub interviewer: String,
    pub can_run: bool,
    pub factors: Vec<FactorId>,
    pub principles: Vec<PrincipleId>,
    pub questions: Vec<PlannedQuestion>,
}

/// One question of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedQuestion {
    pub id: QuestionId,
    pub kind: Kind,
    pub title: String,
    /// The title of the part it belongs to, such as `SQL, hard`.
    pub part: String,
    /// The soft budget.
    pub budget: Span,
    /// How long after it the interviewer moves on.
    pub grace: Span,
}

impl Plan {
    /// Says whether the session allows no pause, no hint and no early verdict.
    pub fn is_strict(&self) -> bool {
        self.mode == Mode::Loop
    }
}
