//! How much this process has worked: on a busy machine seconds go by in which a program got no turn.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::watch::now;

/// Work begun at a moment, measured in processor time and, for programs that sleep, by the clock on the wall.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    worked: Duration,
    began: Instant,
    patience: Duration,
}

/// Whoever works this little of the time is waiting for something that never comes.
const IDLE: u32 = 20;

impl Pace {
    /// Begins to measure; `patience` is how much work may be done.
    pub fn of(patience: Duration) -> Self {
        let began = now();
        Self { worked: worked().unwrap_or_default(), began, patience }
    }

    /// Says how much may still be done.
    pub fn left(&self) -> Duration {
        let gone = now().saturating_duration_since(self.began);
        let done = worked().map_or(gone, |worked| worked.saturating_sub(self.worked));
        let asleep = gone > self.patience * IDLE;
        if asleep { Duration::ZERO } else { self.patience.saturating_sub(done) }
    }
}

/// A deadline that a busy machine may move: who got no turn is not told that time ran out.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    worked: Duration,
    began: Instant,
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
        Self { worked: worked().unwrap_or_default(), began: now(), deadline }
    }

    /// Says how long is left at least: the deadline by the clock on the wall and, for who works but got less than
    /// that of the processor, until it had it.
    pub fn left(&self) -> Duration {
        let gone = now().saturating_duration_since(self.began);
        let done = worked().map_or(gone, |worked| worked.saturating_sub(self.worked));
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

/// Gives the processor time of this process so far.
#[cfg(unix)]
fn worked() -> Option<Duration> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes one timespec, and `time` is one.
    let told = unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) };
    let (seconds, nanos) = (u64::try_from(time.tv_sec).ok()?, u32::try_from(time.tv_nsec).ok()?);
    (told == 0).then(|| Duration::new(seconds, nanos))
}

/// Elsewhere the clock on the wall has to do.
#[cfg(not(unix))]
fn worked() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_uses_patience_up_and_waiting_hardly_does() {
        let pace = Pace::of(Duration::from_secs(60));
        let before = pace.left();
        std::thread::sleep(Duration::from_millis(5));
        assert!(before <= Duration::from_secs(60) && pace.left() <= before);
        assert_eq!(Pace::of(Duration::ZERO).left(), Duration::ZERO);
    }

    #[test]
    fn a_busy_machine_moves_a_deadline_for_who_works_and_not_for_who_sleeps() {
        let second = Duration::from_secs(1);
        let turn = Turn { worked: Duration::ZERO, began: now(), deadline: second * 10 };
        assert_eq!(turn.after(second * 4, second * 4), second * 6);
        assert_eq!(turn.after(second * 10, second * 20), Duration::ZERO, "it had its time");
        assert_eq!(turn.after(second * 12, second * 3), second * 7, "it got a quarter of its turn");
        assert_eq!(turn.after(second * 12, second / 2), Duration::ZERO, "it sleeps");
        assert_eq!(turn.after(second * 40, second * 9), Duration::ZERO, "nobody waits for ever");
    }
}
