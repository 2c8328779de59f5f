//! Everything that arrives, in one queue: keys, signals, and what jobs bring back. Threads start here.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{io, thread};

use crossterm::event::{self, Event, KeyEventKind, MouseEventKind};

use super::signals;
use crate::tui::msg::Msg;

/// How many arrivals are taken before the next frame, so that a flood cannot hold the frame up.
const MOST: usize = 512;

/// How long the keyboard is listened to before looking whether somebody else wants it.
const LISTEN: Duration = Duration::from_millis(100);

/// Lines that one step of the mouse wheel scrolls.
const WHEEL_LINES: i16 = 3;

/// One thing that arrived.
#[derive(Debug)]
pub enum Arrival {
    Msg(Msg),
    /// A job is done. Whether anybody still waits for it, the receiver knows.
    Done(JobId, Msg),
    /// The program goes on after having been stopped: the terminal may have been changed meanwhile.
    Continued,
}

/// One job of one program run; a number is never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(pub u64);

/// The queue, with everything that feeds it.
#[derive(Debug)]
pub struct Inbox {
    sender: Sender<Arrival>,
    receiver: Receiver<Arrival>,
    gate: Arc<Gate>,
}

impl Inbox {
    /// Opens the queue and listens to the system's signals. Keys wait in the terminal until
    /// [`Inbox::listen`].
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn open() -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        signals::heed(sender.clone())?;
        Ok(Self { sender, receiver, gate: Arc::default() })
    }

    /// Starts listening to the keyboard. What was typed before is still there.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn listen(&self) -> io::Result<()> {
        let (sender, gate) = (self.sender.clone(), Arc::clone(&self.gate));
        spawn("keyboard", move || listen(&sender, &gate))
    }

    /// Waits for an arrival, at most `wait`, and gives everything that is there by then.
    pub fn next(&self, wait: Duration) -> Vec<Arrival> {
        let first = match self.receiver.recv_timeout(wait) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => return Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return vec![Arrival::Msg(Msg::Ended)],
        };
        [first].into_iter().chain(self.receiver.try_iter().take(MOST)).collect()
    }

    /// Does a job on a thread of its own. When it panics, `broken` arrives in its place.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn work(
        &self,
        job: JobId,
        broken: Msg,
        work: impl FnOnce() -> Msg + Send + 'static,
    ) -> io::Result<()> {
        let sender = self.sender.clone();
        spawn("job", move || {
            let msg = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(broken);
            // When nobody listens any more, the program is ending and the job is done again next time.
            let _ = sender.send(Arrival::Done(job, msg));
        })
    }

    /// Leaves the keyboard to somebody else until the guard is dropped.
    pub fn rest(&self) -> Resting<'_> {
        self.gate.close();
        Resting { gate: &self.gate }
    }
}

pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

fn listen(sender: &Sender<Arrival>, gate: &Gate) {
    loop {
        gate.pass();
        let arrival = match hear() {
            Ok(None) => continue,
            Ok(Some(event)) => translate(event).map(Arrival::Msg),
            Err(_) => Some(Arrival::Msg(Msg::Ended)),
        };
        let is_end = matches!(arrival, Some(Arrival::Msg(Msg::Ended)));
        let sent = arrival.is_none_or(|arrival| sender.send(arrival).is_ok());
        if is_end || !sent {
            return;
        }
    }
}

fn hear() -> io::Result<Option<Event>> {
    if event::poll(LISTEN)? { event::read().map(Some) } else { Ok(None) }
}

/// A terminal without bracketed paste sends a paste as keys; they arrive as the keys they are.
fn translate(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        // While we were not looked at, others may have written over the screen: draw it again.
        Event::Resize(..) | Event::FocusGained => Some(Msg::Resized),
        Event::Mouse(mouse) if mouse.kind == MouseEventKind::ScrollUp => {
            Some(Msg::Wheel(-WHEEL_LINES))
        }
        Event::Mouse(mouse) if mouse.kind == MouseEventKind::ScrollDown => {
            Some(Msg::Wheel(WHEEL_LINES))
        }
        Event::Mouse(_) | Event::FocusLost => None,
    }
}

/// The keyboard is somebody else's until this is dropped.
#[derive(Debug)]
pub struct Resting<'g> {
    gate: &'g Gate,
}

impl Drop for Resting<'_> {
    fn drop(&mut self) {
        self.gate.open();
    }
}

/// Holds the keyboard's thread while somebody else reads the terminal.
#[derive(Debug, Default)]
struct Gate {
    state: Mutex<GateState>,
    turned: Condvar,
}

#[derive(Debug, Default)]
struct GateState {
    is_closed: bool,
    is_waiting: bool,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes through when the gate is open, else waits until it is.
    fn pass(&self) {
        let mut state = self.state();
        while state.is_closed {
            state.is_waiting = true;
            self.turned.notify_all();
            state = self.turned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.is_waiting = false;
    }

    /// Closes the gate and waits until the thread stands before it. A thread that does not come
    /// within a second has ended, or hangs in a sequence cut short; then it is not waited for.
    fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        let patience = Duration::from_secs(1);
        let waited = self.turned.wait_timeout_while(state, patience, |state| !state.is_waiting);
        drop(waited);
    }

    fn open(&self) {
        self.state().is_closed = false;
        self.turned.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{Arrival, Inbox, JobId, translate};
    use crate::tui::msg::Msg;

    fn one(inbox: &Inbox) -> Arrival {
        let mut arrivals = inbox.next(Duration::from_secs(5));
        assert_eq!(arrivals.len(), 1, "{arrivals:?}");
        arrivals.remove(0)
    }

    #[test]
    fn a_job_that_panics_brings_the_words_it_was_given() {
        let inbox = Inbox::open().expect("threads can be started");
        let broken = Msg::Trouble("the job broke".into());
        inbox.work(JobId(7), broken, || panic!("on purpose")).expect("threads can be started");
        match one(&inbox) {
            Arrival::Done(JobId(7), Msg::Trouble(words)) => assert_eq!(words, "the job broke"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_empty_queue_is_waited_for_no_longer_than_asked() {
        let inbox = Inbox::open().expect("threads can be started");
        assert!(inbox.next(Duration::from_millis(1)).is_empty());
    }

    #[test]
    fn a_key_counts_when_it_goes_down_and_not_again_when_it_comes_up() {
        let key = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        assert!(matches!(translate(Event::Key(key)), Some(Msg::Key(pressed)) if pressed == key));
        let up = KeyEvent { kind: KeyEventKind::Release, ..key };
        assert!(translate(Event::Key(up)).is_none());
    }

    #[test]
    fn the_keyboard_is_left_alone_even_when_nobody_listens_to_it() {
        let inbox = Inbox::open().expect("threads can be started");
        drop(inbox.rest());
    }
}
