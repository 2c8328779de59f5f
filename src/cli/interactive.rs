//! The commands that open the interface; each hands its arguments to the shell.

use std::path::Path;

use super::args::{Debrief, Drill, House, Sitting};
use super::failure::{Done, Failure};

/// `mockloop`: opens the lobby.
pub fn lobby(_house: &House) -> Result<Done, Failure> {
    not_here("the lobby")
}

/// `mockloop loop`: sits the whole loop.
pub fn sit(_house: &House, _sitting: &Sitting) -> Result<Done, Failure> {
    not_here("the loop")
}

/// `mockloop drill ROUND`: drills one round.
pub fn drill(_house: &House, _drill: &Drill) -> Result<Done, Failure> {
    not_here("the drill")
}

/// `mockloop rehearse [STORY]`: tells a story against the clock.
pub fn rehearse(_house: &House, _story: Option<&Path>) -> Result<Done, Failure> {
    not_here("the rehearsal")
}

/// `mockloop debrief [SESSION]`: reads a debrief, or writes it as a file.
pub fn debrief(_house: &House, _debrief: &Debrief) -> Result<Done, Failure> {
    not_here("the debrief")
}

/// `mockloop progress`: shows where one stands.
pub fn progress(_house: &House, _json: bool) -> Result<Done, Failure> {
    not_here("the progress screen")
}

/// `mockloop resume [SESSION]`: goes on with a session.
pub fn resume(_house: &House, _session: Option<&str>) -> Result<Done, Failure> {
    not_here("a session")
}

/// `mockloop keys --test`: shows what the terminal delivers.
pub fn keys_test(_house: &House) -> Result<Done, Failure> {
    not_here("the key test")
}

fn not_here(what: &str) -> Result<Done, Failure> {
    Err(Failure::Usage(format!("{what} cannot be opened: this build has no interface")))
}
