//! Why a command did not do what was asked, and the exit code that says so.

use crate::content::problem::Problem;
use crate::interview::verdict::Lost;

/// What came of a command that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The thing asked for was done.
    Fine,
    /// It was done, and its answer is no: a rejected answer with `--exit-code`, a failed proof, a
    /// program that raised.
    No,
}

impl Done {
    /// Gives the exit code.
    pub fn code(self) -> u8 {
        match self {
            Done::Fine => 0,
            Done::No => 1,
        }
    }
}

/// Why a command could not do its work.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The command line is wrong, or a file it names cannot be read.
    Usage(String),
    /// Content files are wrong.
    Broken(Vec<Problem>),
    /// A judge could not run.
    Judge(String),
    /// The journal could not be written.
    Journal(String),
}

impl Failure {
    /// Gives the exit code.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Usage(_) | Failure::Broken(_) => 2,
            Failure::Judge(_) => 3,
            Failure::Journal(_) => 4,
        }
    }
}

impl From<Lost> for Failure {
    fn from(lost: Lost) -> Self {
        Failure::Judge(format!("the judge could not run ({}): {}", lost.kind, lost.words))
    }
}
