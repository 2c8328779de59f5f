//! What the system asks of the program: to end, to stop, to go on.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::inbox::{Arrival, spawn};
use super::terminal;
use crate::tui::msg::Msg;

/// How long the program may take to save and leave before it is ended from here.
const PATIENCE: Duration = Duration::from_secs(2);

/// Turns signals into arrivals, on a thread of its own.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn heed(sender: Sender<Arrival>) -> io::Result<()> {
    // Who asks a second time does not want to wait: then the system ends the program.
    let is_ending = Arc::new(AtomicBool::new(false));
    flag::register_conditional_default(SIGTERM, Arc::clone(&is_ending))?;
    flag::register_conditional_default(SIGHUP, Arc::clone(&is_ending))?;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    spawn("signals", move || {
        for signal in signals.forever() {
            match signal {
                SIGTERM | SIGHUP => end(signal, &sender, &is_ending),
                SIGINT => press('c', &sender),
                SIGTSTP if terminal::is_held() => press('z', &sender),
                // The candidate's own editor is stopped with us; we go where it goes.
                SIGTSTP => drop(low_level::emulate_default_handler(SIGTSTP)),
                SIGCONT if terminal::is_held() => drop(sender.send(Arrival::Continued)),
                _ => {}
            }
        }
    })
}

/// Asks the program to save and leave, and ends it when it does not.
fn end(signal: i32, sender: &Sender<Arrival>, is_ending: &AtomicBool) {
    let heard = sender.send(Arrival::Msg(Msg::Ended));
    is_ending.store(true, Ordering::Relaxed);
    if heard.is_ok() {
        thread::sleep(PATIENCE);
    }
    terminal::give_back();
    // It returns only when the system refuses, and then there is nothing left to try.
    let _ = low_level::emulate_default_handler(signal);
}

/// A signal from outside wishes what the key wishes, and is refused where the key is refused. While
/// the terminal is lent to an editor, the signal is the editor's.
fn press(key: char, sender: &Sender<Arrival>) {
    if terminal::is_held() {
        let key = KeyEvent::new(KeyCode::Char(key), KeyModifiers::CONTROL);
        let _ = sender.send(Arrival::Msg(Msg::Key(key)));
    }
}
