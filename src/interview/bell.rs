//! Which deadline is over: the clock's own rules, nothing said yet.

use super::Interview;
use super::phase::Phase;
use crate::moment::{Moment, Span};

/// A deadline that has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The question's soft budget is over.
    Budget,
    /// Budget and grace are over: the interviewer moves on.
    MoveOn,
    /// The round is over.
    Bell,
    /// The break is over.
    RestOver,
}

impl Interview {
    /// Gives the latest deadline that has passed by `now`, if any. A stopped clock passes none.
    pub fn due(&self, now: Moment) -> Option<Due> {
        let now = self.clock_at(now);
        if let Phase::Resting { ends_at, .. } = self.phase {
            return (now >= ends_at).then_some(Due::RestOver);
        }
        let clock = self.phase.clock()?;
        match now {
            _ if now >= clock.bell_at => Some(Due::Bell),
            _ if now >= clock.move_on_at => Some(Due::MoveOn),
            _ if now >= clock.budget_at => Some(Due::Budget),
            _ => None,
        }
    }

    /// Gives the time to the round's bell, or to the end of the break; none when no clock runs.
    pub fn time_left(&self, now: Moment) -> Option<Span> {
        let now = self.clock_at(now);
        match self.phase {
            Phase::Resting { ends_at, .. } => Some(ends_at.since(now)),
            _ => Some(self.phase.clock()?.bell_at.since(now)),
        }
    }

    /// Gives the time to the open question's soft budget; zero once it is over.
    pub fn budget_left(&self, now: Moment) -> Option<Span> {
        Some(self.phase.clock()?.budget_at.since(self.clock_at(now)))
    }
}
