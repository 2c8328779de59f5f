//! Why the program ends otherwise than by the candidate's wish, and the exit code that says so.

use std::{error, fmt, io};

use crate::content::problem::Problem;
use crate::interview::draw::NoPlan;
use crate::journal::JournalError;

/// A failure with its words: what we were doing, what happened, what may help.
#[derive(Debug)]
pub enum ShellError {
    /// There is no terminal to draw on.
    NoTerminal(io::Error),
    /// No home folder says where things are.
    NoHome,
    /// What was asked for does not exist.
    Wish(String),
    /// The content folder cannot be read.
    Content(Problem),
    /// The system gave no thread or no process.
    System {
        doing: &'static str,
        error: io::Error,
    },
    /// A judge could not be asked.
    Judge(String),
    Journal(JournalError),
}

impl ShellError {
    /// Gives the exit code: 2 wrong command line or content, 3 no judge, 4 no journal.
    pub fn exit_code(&self) -> u8 {
        match self {
            ShellError::NoTerminal(_)
            | ShellError::NoHome
            | ShellError::Wish(_)
            | ShellError::Content(_) => 2,
            ShellError::System { .. } | ShellError::Judge(_) => 3,
            ShellError::Journal(_) => 4,
        }
    }
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShellError::NoTerminal(error) => write!(
                f,
                "the screens need a terminal: {error}. Run mockloop in one, with its output going there."
            ),
            ShellError::NoHome => {
                f.write_str("find your files: there is no home folder. Set HOME, or XDG_DATA_HOME.")
            }
            ShellError::Wish(words) | ShellError::Judge(words) => f.write_str(words),
            ShellError::Content(problem) => problem.fmt(f),
            ShellError::System { doing, error } => write!(f, "{doing}: {error}"),
            ShellError::Journal(error) => error.fmt(f),
        }
    }
}

impl error::Error for ShellError {}

impl From<JournalError> for ShellError {
    fn from(error: JournalError) -> Self {
        ShellError::Journal(error)
    }
}

impl From<NoPlan> for ShellError {
    fn from(NoPlan(words): NoPlan) -> Self {
        ShellError::Wish(words)
    }
}

impl From<Problem> for ShellError {
    fn from(problem: Problem) -> Self {
        ShellError::Content(problem)
    }
}
