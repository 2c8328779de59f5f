//! How the command line has something judged: by starting this program again as a judge.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::args::House;
use super::crew::seated;
use super::failure::Failure;
use super::paths::places;
use crate::interview::verdict::Lost;
use crate::judge::client::{Deadlines, Program, judge};
use crate::judge::request::{Outcome, Request, Work};
use crate::shell::python_of_settings;

/// The CPython of the whole command, chosen once at its beginning.
static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();

/// Chooses who runs Python code: the command line's wish, or that of the settings, or the engine inside.
pub fn choose_python(house: &House) {
    let _ = PYTHON.set(match &house.python {
        Some(path) => Some(in_path(path)),
        None => places(house).ok().and_then(|places| python_of_settings(&places.config)),
    });
}

/// Looks a bare name up as a shell would: the judge itself gets no environment.
fn in_path(name: &Path) -> PathBuf {
    let is_bare = name.components().count() == 1 && !name.is_absolute();
    let folders = std::env::var_os("PATH").filter(|_| is_bare).unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(name));
    found.into_iter().find(|path| path.is_file()).unwrap_or_else(|| name.to_owned())
}

/// The CPython that was chosen, if one was.
pub fn python() -> Option<PathBuf> {
    PYTHON.get().cloned().flatten()
}

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
    let program = Program { python: python(), ..inside()? };
    seated(|| judge(program, &Request { token: token(), work }, deadlines))
}

/// Has the work judged by the engines inside, whatever was chosen.
pub fn ask_inside(work: Work) -> Result<Outcome, Failure> {
    Ok(judge(inside()?, &Request { token: token(), work }, &Deadlines::GRADED)?)
}

fn inside() -> Result<Program, Lost> {
    let exe = std::env::current_exe().map_err(|error| Lost {
        kind: "spawn".to_owned(),
        words: format!("the judge could not run: this program does not find itself ({error})"),
    })?;
    Ok(Program { exe, python: None })
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
