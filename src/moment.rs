//! When: points in time and stretches of it, in milliseconds, always handed in and never asked for.

use std::fmt;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since the Unix epoch, by the wall clock.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub u64);

/// A stretch of time in milliseconds; never negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Span(pub u64);

impl Moment {
    /// Gives the stretch from `earlier` to this moment, nothing if `earlier` is later.
    pub fn since(self, earlier: Moment) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Span> for Moment {
    type Output = Moment;

    fn add(self, span: Span) -> Moment {
        Moment(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Moment {
    type Output = Moment;

    fn sub(self, span: Span) -> Moment {
        Moment(self.0.saturating_sub(span.0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// Gives a stretch of whole seconds.
    pub const fn seconds(seconds: u64) -> Span {
        Span(seconds * 1000)
    }

    /// Gives a stretch of whole minutes.
    pub const fn minutes(minutes: u64) -> Span {
        Span(minutes * 60_000)
    }

    /// Shortens or lengthens the stretch; a scale of 0.1 makes a minute six seconds.
    pub fn scaled(self, scale: f64) -> Span {
        // Milliseconds of an interview are far below 2^52, so the cast is exact enough.
        Span((self.0 as f64 * scale).round().max(0.0) as u64)
    }

    /// Gives the whole seconds in it, rounded up, as a countdown shows them.
    pub fn seconds_up(self) -> u64 {
        self.0.div_ceil(1000)
    }
}

impl fmt::Display for Span {
    /// Writes `4:05`, or `1:04:05` from an hour on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.seconds_up();
        let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
        if hours > 0 {
            write!(f, "{hours}:{minutes:02}:{seconds:02}")
        } else {
            write!(f, "{minutes}:{seconds:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, Span};

    #[test]
    fn a_countdown_shows_the_last_second_until_it_is_over() {
        assert_eq!(Span(1).to_string(), "0:01");
        assert_eq!(Span::ZERO.to_string(), "0:00");
        assert_eq!(Span::minutes(61).to_string(), "1:01:00");
    }

    #[test]
    fn time_never_runs_backwards() {
        assert_eq!(Moment(5).since(Moment(9)), Span::ZERO);
        assert_eq!(Moment(5) - Span(9), Moment(0));
    }
}
