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
    static LEAST_LEFT: Cell<isize> = const { Cell::new(FREE) };
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

/// What the calling thread takes from here on, measured against what it holds now.
#[derive(Clone, Copy, Debug)]
pub struct Peak(isize);

impl Peak {
    /// Begins to watch. Only the latest watch of a thread is good.
    pub fn watch() -> Self {
        let left = LEFT.get();
        LEAST_LEFT.set(left);
        Self(left)
    }

    /// Gives the most that was held at any moment since, beyond what was held then.
    pub fn bytes(self) -> u64 {
        self.0.saturating_sub(LEAST_LEFT.get()).max(0) as u64
    }
}

/// Does something small without counting it, for work that holds a lock the judge needs too.
pub fn exempt<T>(work: impl FnOnce() -> T) -> T {
    let left = LEFT.replace(FREE);
    let result = work();
    LEFT.set(left);
    result
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
    LEAST_LEFT.set(rest.min(LEAST_LEFT.get()));
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
