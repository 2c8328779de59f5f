//! What time it is, by the wall clock checked against the steady one. The only file that asks the machine.
//!
//! The rule: time goes as the wall clock goes, so a machine that slept has used up the time it slept.
//! Where the wall clock was set back, time goes as the steady clock goes. It never runs backwards.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::moment::{Moment, Span};

/// A look that comes this much later than expected means the machine slept or the program stood still.
pub const GAP: Span = Span::seconds(30);

/// The wall clock may lag this far behind the steady one, as it does while it is being corrected.
const SLEW: Span = Span::seconds(1);

/// The program's clock.
#[derive(Debug)]
pub struct Clock {
    started: Instant,
    keeper: Keeper,
}

impl Clock {
    /// Starts the clock at the wall clock's time.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the machine is asked for the time"
    )]
    pub fn start() -> Self {
        let started = Instant::now();
        Self { started, keeper: Keeper::new(read(started)) }
    }

    /// Gives the time, never earlier than any time it gave before.
    pub fn now(&mut self) -> Moment {
        self.keeper.look(read(self.started));
        self.keeper.now
    }

    /// Gives the time after a wait, and how much longer than `wait` it was when that is more than [`GAP`].
    pub fn now_after(&mut self, wait: Span) -> (Moment, Option<Span>) {
        let gone = self.keeper.look(read(self.started));
        (self.keeper.now, gap(gone, wait))
    }

    /// Makes sure that no time before `moment` is given: what a journal holds has already happened.
    pub fn not_before(&mut self, moment: Moment) {
        self.keeper.now = self.keeper.now.max(moment);
    }
}

/// Gives the wall clock's time, for names of files; an interview's time comes from a [`Clock`].
#[expect(clippy::disallowed_methods, reason = "this is where the machine is asked for the time")]
pub fn wall_time() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

fn read(started: Instant) -> Reading {
    let steady = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    Reading { wall: wall_time(), steady: Span(steady) }
}

fn gap(gone: Span, wait: Span) -> Option<Span> {
    let more = Span(gone.0.saturating_sub(wait.0));
    (more > GAP).then_some(more)
}

/// What the machine's two clocks say at one moment. The steady one stands still while the machine sleeps.
#[derive(Clone, Copy, Debug)]
struct Reading {
    wall: Moment,
    steady: Span,
}

/// Makes one time of two clocks.
#[derive(Debug)]
struct Keeper {
    now: Moment,
    last: Reading,
}

impl Keeper {
    fn new(first: Reading) -> Self {
        Self { now: first.wall, last: first }
    }

    /// Goes on to a reading and gives how far time went.
    fn look(&mut self, reading: Reading) -> Span {
        let steady = Span(reading.steady.0.saturating_sub(self.last.steady.0));
        let was_set_back = reading.wall + SLEW < self.last.wall + steady;
        let gone = if was_set_back { steady } else { reading.wall.since(self.last.wall) };
        self.now = self.now + gone;
        self.last = reading;
        gone
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, GAP, Keeper, Reading, gap};
    use crate::moment::{Moment, Span};

    fn at(wall: u64, steady: u64) -> Reading {
        Reading { wall: Moment(wall * 1000), steady: Span::seconds(steady) }
    }

    fn keeper() -> Keeper {
        Keeper::new(at(5000, 0))
    }

    #[test]
    fn time_goes_as_the_wall_clock_goes() {
        let mut keeper = keeper();
        assert_eq!(keeper.look(at(5010, 10)), Span::seconds(10));
        assert_eq!(keeper.now, Moment(5_010_000));
    }

    #[test]
    fn a_machine_that_slept_an_hour_has_used_up_the_hour() {
        let mut keeper = keeper();
        let gone = keeper.look(at(5000 + 3600, 1));
        assert_eq!(keeper.now, Moment((5000 + 3600) * 1000));
        assert_eq!(gap(gone, Span(250)), Some(Span(3_599_750)));
    }

    #[test]
    fn a_wall_clock_set_back_neither_turns_time_back_nor_stops_it() {
        let mut keeper = keeper();
        keeper.look(at(5010, 10));
        keeper.look(at(1410, 20));
        assert_eq!(keeper.now, Moment(5_020_000));
        keeper.look(at(1420, 30));
        assert_eq!(keeper.now, Moment(5_030_000));
    }

    #[test]
    fn a_wall_clock_that_is_slowly_corrected_is_still_followed() {
        let mut keeper = keeper();
        let reading = Reading { wall: Moment(5_009_999), steady: Span::seconds(10) };
        assert_eq!(keeper.look(reading), Span(9999));
    }

    #[test]
    fn a_gap_is_more_than_thirty_seconds_beyond_the_wait() {
        let wait = Span(250);
        assert_eq!(gap(Span(250), wait), None);
        assert_eq!(gap(Span(GAP.0 + 250), wait), None);
        assert_eq!(gap(Span(GAP.0 + 251), wait), Some(Span(GAP.0 + 1)));
    }

    #[test]
    fn no_time_is_given_before_what_the_journal_holds() {
        let mut clock = Clock::start();
        let later = clock.now() + Span::minutes(5);
        clock.not_before(later);
        assert!(clock.now() >= later);
    }
}
