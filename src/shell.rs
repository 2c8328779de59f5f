//! The outside: terminal, keyboard, clock, journal, judges and files, around the screens that know none of them.

pub mod clock;
pub mod config;
pub mod crash;
pub mod error;
mod inbox;
mod jobs;
mod key_table;
mod key_test;
mod look;
mod outside;
pub mod paths;
mod perform;
mod planning;
pub mod reports;
mod run;
mod scribe;
#[cfg(unix)]
mod signals;
pub mod terminal;

use std::path::{Path, PathBuf};

pub use config::ColorWish;
pub use error::ShellError;
pub use key_table::markdown_table;
pub use key_test::keys_test;
use run::{Errand, run};

use crate::ids::SessionId;
use crate::tui::msg::Wish;

/// What holds for every command, from the command line.
#[derive(Clone, Debug)]
pub struct Options {
    /// The journal's file; [`paths::Paths::of_user`] knows the usual one.
    pub journal: PathBuf,
    /// A folder of content on top of the built-in one.
    pub content: Option<PathBuf>,
    pub color: ColorWish,
    /// Draw with ASCII characters only.
    pub ascii: bool,
    /// The CPython that runs Python code, if not the engine inside.
    pub python: Option<PathBuf>,
}

/// Gives the CPython that the settings name. What is wrong in them is told where the interface opens.
pub fn python_of_settings(config: &Path) -> Option<PathBuf> {
    config::read(config).0.python
}

/// Opens the lobby.
///
/// # Errors
/// When there is no terminal, or something that was shown could not be saved.
pub fn lobby(options: &Options) -> Result<(), ShellError> {
    run(options, Errand::Lobby)
}

/// Plans a session and sits it.
///
/// # Errors
/// When it cannot be planned, there is no terminal, or the journal cannot be written.
pub fn start(options: &Options, wish: Wish) -> Result<(), ShellError> {
    run(options, Errand::Start(wish))
}

/// Goes on with a session, or with the latest that is not over.
///
/// # Errors
/// When there is none, there is no terminal, or the journal cannot be written.
pub fn resume(options: &Options, session: Option<SessionId>) -> Result<(), ShellError> {
    run(options, Errand::Resume(session))
}

/// Opens the debrief of a session; one that is not over is gone on with.
///
/// # Errors
/// When there is no such session, there is no terminal, or the journal cannot be read.
pub fn read_debrief(options: &Options, session: SessionId) -> Result<(), ShellError> {
    run(options, Errand::Read(session))
}
