//! How much this process has worked: on a busy machine seconds go by in which a program got no turn.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::clock;
use super::watch::now;

/// The moment something began, by the clock on the wall and by the processor's.
#[derive(Clone, Copy, Debug)]
struct Beginning {
    at: Instant,
    worked: Duration,
}

impl Beginning {
    fn now() -> Self {
        Self { at: now(), worked: clock::of_process().unwrap_or_default() }
    }

    /// Gives the time that has gone by and the part of it, or more on several threads, that was work.
    fn so_far(&self) -> (Duration, Duration) {
        let gone = now().saturating_duration_since(self.at);
        let done = clock::of_process().map_or(gone, |worked| worked.saturating_sub(self.worked));
        (gone, done)
    }
}

/// Work begun at a moment, measured in processor time and, for programs that sleep, by the clock on the wall.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    since: Beginning,
    patience: Duration,
}

/// Whoever works this little of the time is waiting for something that never comes.
const IDLE: u32 = 20;

impl Pace {
    /// Begins to measure; `patience` is how much work may be done.
    pub fn of(patience: Duration) -> Self {
        Self { since: Beginning::now(), patience }
    }

    /// Says how much may still be done.
    pub fn left(&self) -> Duration {
        let (gone, done) = self.since.so_far();
        self.after(gone, done)
    }

    fn after(&self, gone: Duration, done: Duration) -> Duration {
        let asleep = gone > self.patience * IDLE;
        if asleep { Duration::ZERO } else { self.patience.saturating_sub(done) }
    }
}

/// A deadline that a busy machine may move: who got no turn is not told that time ran out.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    since: Beginning,
    deadline: Duration,
}

/// How many times the deadline may go by while others have the processor.
const MOST: u32 = 4;

/// What stopping two rooms that do not listen and writing the reply may take.
const LEAVING: Duration = Duration::from_millis(1500);

/// When nothing may be moved any more.
static LAST: OnceLock<Instant> = OnceLock::new();

/// Says how long the asker waits, counted from now, so that no deadline is moved beyond it.
pub fn wait_at_most(wall: Duration) {
    let _ = LAST.set(now() + wall.saturating_sub(LEAVING));
}

impl Turn {
    /// Begins to measure.
    pub fn of(deadline: Duration) -> Self {
        Self { since: Beginning::now(), deadline }
    }

    /// Says how long is left at least: the deadline by the clock on the wall and, for who works but got less than
    /// that of the processor, until it had it.
    pub fn left(&self) -> Duration {
        let (gone, done) = self.since.so_far();
        self.after(gone, done)
    }

    /// Everything ends before whoever asked for it stops waiting.
    fn is_last_moment() -> bool {
        LAST.get().is_some_and(|last| now() >= *last)
    }

    fn after(&self, gone: Duration, done: Duration) -> Duration {
        if gone < self.deadline {
            return self.deadline - gone;
        }
        let is_asleep = done * IDLE < gone;
        match is_asleep || gone >= self.deadline * MOST || Self::is_last_moment() {
            true => Duration::ZERO,
            false => self.deadline.saturating_sub(done),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_uses_patience_up_and_waiting_hardly_does() {
        let second = Duration::from_secs(1);
        let pace = Pace::of(second * 60);
        assert_eq!(pace.after(second * 5, second * 5), second * 55);
        assert_eq!(pace.after(second * 1000, second), second * 59, "it waited for its turn");
        assert_eq!(pace.after(second * 1201, second), Duration::ZERO, "nobody waits that long");
        assert!(pace.left() <= second * 60);
        assert_eq!(Pace::of(Duration::ZERO).left(), Duration::ZERO);
    }

    #[test]
    fn a_busy_machine_moves_a_deadline_for_who_works_and_not_for_who_sleeps() {
        let second = Duration::from_secs(1);
        let turn = Turn::of(second * 10);
        assert_eq!(turn.after(second * 4, second * 4), second * 6);
        assert_eq!(turn.after(second * 10, second * 20), Duration::ZERO, "it had its time");
        assert_eq!(turn.after(second * 12, second * 3), second * 7, "it got a quarter of its turn");
        assert_eq!(turn.after(second * 12, second / 2), Duration::ZERO, "it sleeps");
        assert_eq!(turn.after(second * 40, second * 9), Duration::ZERO, "nobody waits for ever");
    }
}
