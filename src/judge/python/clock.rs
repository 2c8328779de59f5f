//! Processor time: how long a thread or the process has worked, not counting what others did meanwhile.

use std::time::Duration;

/// Gives the processor time of the calling thread since it began.
#[cfg(unix)]
pub fn of_thread() -> Duration {
    told(libc::CLOCK_THREAD_CPUTIME_ID).unwrap_or_default()
}

/// Gives the processor time of this process since it began, where the system tells it.
#[cfg(unix)]
pub fn of_process() -> Option<Duration> {
    told(libc::CLOCK_PROCESS_CPUTIME_ID)
}

#[cfg(unix)]
fn told(clock: libc::clockid_t) -> Option<Duration> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes one timespec, and `time` is one.
    let told = unsafe { libc::clock_gettime(clock, &raw mut time) };
    let (seconds, nanos) = (u64::try_from(time.tv_sec).ok()?, u32::try_from(time.tv_nsec).ok()?);
    (told == 0).then(|| Duration::new(seconds, nanos))
}

/// Elsewhere it is the time that passed since it was first asked for, which is never too little.
#[cfg(not(unix))]
pub fn of_thread() -> Duration {
    use std::sync::OnceLock;

    static START: OnceLock<std::time::Instant> = OnceLock::new();
    super::watch::now().duration_since(*START.get_or_init(super::watch::now))
}

/// Elsewhere the clock on the wall has to do.
#[cfg(not(unix))]
pub fn of_process() -> Option<Duration> {
    None
}
