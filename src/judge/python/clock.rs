//! How long the calling thread has worked, not counting what others did meanwhile.

use std::time::Duration;

/// Gives the processor time of the calling thread since it began.
#[cfg(unix)]
pub fn worked() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a timespec of ours that outlives the call.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Elsewhere it is the time that passed since it was first asked for, which is never too little.
#[cfg(not(unix))]
pub fn worked() -> Duration {
    use std::sync::OnceLock;

    static START: OnceLock<std::time::Instant> = OnceLock::new();
    super::watch::now().duration_since(*START.get_or_init(super::watch::now))
}
