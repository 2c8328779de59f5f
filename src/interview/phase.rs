//! Where the interview stands, with the deadlines that live and die with it.

use serde::{Deserialize, Serialize};

use crate::moment::{Moment, Span};

/// The phases of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// The candidate reads what comes; no clock runs.
    Briefing { round: usize },
    /// A question is open.
    Answering { round: usize, question: usize, clock: Clock },
    /// The answer is in and the interviewer asks about it.
    FollowingUp { round: usize, question: usize, index: usize, depth: usize, clock: Clock },
    /// A break before round `next`.
    Resting { next: usize, ends_at: Moment },
    /// All rounds are over; the candidate votes before anything is shown.
    Voting,
    /// The debrief is open.
    Debriefed,
    /// The candidate gave the session up.
    Abandoned,
}

/// The deadlines of an open question, by the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The round's hard end.
    pub bell_at: Moment,
    /// When the interviewer speaks up.
    pub budget_at: Moment,
    /// When the interviewer moves on.
    pub move_on_at: Moment,
}

impl Clock {
    fn each(self, shift: impl Fn(Moment) -> Moment) -> Self {
        Self {
            bell_at: shift(self.bell_at),
            budget_at: shift(self.budget_at),
            move_on_at: shift(self.move_on_at),
        }
    }
}

impl Phase {
    /// Gives the round that is on or about to begin.
    pub fn round(&self) -> Option<usize> {
        match self {
            Phase::Briefing { round }
            | Phase::Answering { round, .. }
            | Phase::FollowingUp { round, .. } => Some(*round),
            Phase::Resting { next, .. } => Some(*next),
            Phase::Voting | Phase::Debriefed | Phase::Abandoned => None,
        }
    }

    /// Gives round and question while a question is open.
    pub fn question(&self) -> Option<(usize, usize)> {
        match self {
            Phase::Answering { round, question, .. }
            | Phase::FollowingUp { round, question, .. } => Some((*round, *question)),
            _ => None,
        }
    }

    /// Gives number and depth of the follow-up that is open, if one is.
    pub fn follow_up(&self) -> Option<(usize, usize)> {
        match self {
            Phase::FollowingUp { index, depth, .. } => Some((*index, *depth)),
            _ => None,
        }
    }

    /// Gives the running clock while a question is open.
    pub fn clock(&self) -> Option<Clock> {
        match self {
            Phase::Answering { clock, .. } | Phase::FollowingUp { clock, .. } => Some(*clock),
            _ => None,
        }
    }

    /// Gives the same phase with every deadline later by `span`.
    pub fn later(self, span: Span) -> Self {
        self.each(|at| at + span)
    }

    /// Gives the same phase with every deadline sooner by `span`.
    pub fn sooner(self, span: Span) -> Self {
        self.each(|at| at - span)
    }

    fn each(self, shift: impl Fn(Moment) -> Moment) -> Self {
        match self {
            Phase::Answering { round, question, clock } => {
                Phase::Answering { round, question, clock: clock.each(shift) }
            }
            Phase::FollowingUp { round, question, index, depth, clock } => {
                Phase::FollowingUp { round, question, index, depth, clock: clock.each(shift) }
            }
            Phase::Resting { next, ends_at } => Phase::Resting { next, ends_at: shift(ends_at) },
            still => still,
        }
    }
}
