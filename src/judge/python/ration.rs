//! How much memory a room may take. The engine ends the whole process when it is refused memory, so the
//! ration is counted where memory is handed out: a thread that takes too much is held still instead.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What one room may hold at a time.
pub const RATION_BYTES: isize = 256 << 20;

/// The mark of a thread that is not rationed.
const FREE: isize = isize::MAX;

thread_local! {
    static LEFT: Cell<isize> = const { Cell::new(FREE) };
    /// The least that was left since [`peak_of`] looked.
    static LEAST: Cell<isize> = const { Cell::new(FREE) };
    static HELD: Cell<Option<&'static AtomicBool>> = const { Cell::new(None) };
}

/// Says whether a rationed thread was held.
#[derive(Clone, Copy, Debug)]
pub struct Gauge(&'static AtomicBool);

impl Gauge {
    /// Makes a gauge for one room.
    pub fn new() -> Self {
        // A held thread never ends, so what it points to must never end either.
        Self(Box::leak(Box::new(AtomicBool::new(false))))
    }

    /// Says whether the room took more than its ration; its thread will not move again.
    pub fn is_used_up(self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Puts the calling thread on its ration from here on.
    pub fn ration_this_thread(self) {
        HELD.set(Some(self.0));
        LEFT.set(RATION_BYTES);
    }
}

/// Does something small without counting it, for work that holds a lock the judge needs too.
pub fn exempt<T>(work: impl FnOnce() -> T) -> T {
    let left = LEFT.replace(FREE);
    let result = work();
    LEFT.set(left);
    result
}

/// Does some work on a rationed thread; gives how many bytes more than before were held at the worst moment.
pub fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = LEFT.get();
    LEAST.set(before);
    let result = work();
    let least = LEAST.replace(FREE);
    (result, usize::try_from(before.saturating_sub(least)).unwrap_or(0))
}

/// The allocator of the whole program. Threads without a ration pay one look at a thread-local number.
struct Rationed;

#[global_allocator]
static RATIONED: Rationed = Rationed;

fn take(bytes: usize) {
    let left = LEFT.try_with(Cell::get).unwrap_or(FREE);
    if left == FREE {
        return;
    }
    let rest = left.saturating_sub_unsigned(bytes);
    LEFT.set(rest);
    if rest < LEAST.get() {
        LEAST.set(rest);
    }
    if rest < 0 {
        hold();
    }
}

fn give(bytes: usize) {
    let left = LEFT.try_with(Cell::get).unwrap_or(FREE);
    if left != FREE {
        LEFT.set(left.saturating_add_unsigned(bytes).min(RATION_BYTES));
    }
}

/// An allocator may neither panic nor wait for locks; it can only never return.
#[cold]
fn hold() -> ! {
    if let Some(held) = HELD.get() {
        held.store(true, Ordering::Release);
    }
    loop {
        std::thread::sleep(Duration::from_secs(3600));
    }
}

// SAFETY: every call goes to the system's allocator unchanged; counting touches no memory of the caller.
unsafe impl GlobalAlloc for Rationed {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        // SAFETY: the caller keeps GlobalAlloc's promises, and we pass them on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        give(layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        take(size);
        give(layout.size());
        // SAFETY: as above.
        unsafe { System.realloc(memory, layout, size) }
    }
}
