//! How the command line has something judged: by starting this program again as a judge.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::failure::Failure;
use crate::interview::verdict::Lost;
use crate::judge::client::{Deadlines, judge};
use crate::judge::request::{Outcome, Request, Work};

/// Has the work judged within the time of a graded answer.
pub fn ask(work: Work) -> Result<Outcome, Failure> {
    ask_within(work, &Deadlines::GRADED)
}

/// Has the work done within a time.
pub fn ask_within(work: Work, deadlines: &Deadlines) -> Result<Outcome, Failure> {
    Ok(try_within(work, deadlines)?)
}

/// Does the same, and tells how a judge came down that left no answer.
pub fn try_within(work: Work, deadlines: &Deadlines) -> Result<Outcome, Lost> {
    let exe = std::env::current_exe().map_err(|error| Lost {
        kind: "spawn".to_owned(),
        words: format!("the judge could not run: this program does not find itself ({error})"),
    })?;
    judge(&exe, &Request { token: token(), work }, deadlines)
}

/// Every RandomState is keyed anew by the system, so nobody can guess the next token.
fn token() -> String {
    let number = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", number(), number())
}

/// Says that the judge answered something that was not asked.
pub fn unexpected(outcome: &Outcome) -> Failure {
    let kind = match outcome {
        Outcome::Verdict(_) => "a verdict",
        Outcome::Table { .. } => "a table",
        Outcome::Output { .. } => "an output",
        Outcome::Derived(_) => "stored results",
        Outcome::Mutants(_) | Outcome::Fates(_) | Outcome::Fuzzed(_) => "a proof",
        Outcome::Agreed { .. } => "a comparison of references",
        Outcome::Kills(_) | Outcome::Cases(_) => "a proof",
        Outcome::Scaled(_) => "a count of rows",
        Outcome::Doctor(_) => "a report on itself",
        Outcome::Broken(words) => return Failure::Judge(words.clone()),
    };
    Failure::Judge(format!("the judge answered with {kind}, which was not asked for"))
}
