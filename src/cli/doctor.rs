//! `mockloop doctor`: does everything work on this machine? Each line is something that was tried.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use serde::Serialize;

use super::args::House;
use super::columns::columns;
use super::failure::{Done, Failure};
use super::judging;
use super::paths::places;
use super::speech::{Speech, Tone};
use crate::journal::Journal;
use crate::judge::request::{Outcome, PythonRun, SqlRun, Work};
use crate::shell::clock::wall_time;

/// One thing that was tried.
#[derive(Clone, Debug, Serialize)]
struct Tried {
    name: String,
    ok: bool,
    words: String,
}

impl Tried {
    fn new(name: &str, ok: bool, words: impl Into<String>) -> Self {
        Self { name: name.to_owned(), ok, words: words.into() }
    }
}

#[derive(Serialize)]
struct Report {
    version: &'static str,
    ok: bool,
    tried: Vec<Tried>,
}

/// Tries the content, the engines, the sealing, the places and the terminal. Fails with 3 when a judge cannot run.
pub fn doctor(house: &House, json: bool, speech: &Speech) -> Result<Done, Failure> {
    let mut tried = vec![content(house), sql(), python()];
    let engines_run = tried[1].ok && tried[2].ok;
    tried.extend(sealing());
    if judging::python().is_some() {
        tried.extend(cpython());
    }
    tried.push(journal(house)?);
    tried.push(terminal());
    let ok = tried.iter().all(|one| one.ok);
    let report = Report { version: env!("CARGO_PKG_VERSION"), ok, tried };
    if json {
        speech.say_json(&report)
    } else {
        speech.say(page(&report, speech))
    }
    match (ok, engines_run) {
        (_, false) => Err(Failure::Judge("an engine did not run; see the lines above".into())),
        (false, true) => Ok(Done::No),
        (true, true) => Ok(Done::Fine),
    }
}

/// Saves what can be read of a damaged journal, and says what was saved and what was not.
pub fn rescue(house: &House, speech: &Speech) -> Result<Done, Failure> {
    let path = places(house)?.journal;
    let rescued =
        Journal::rescue(&path, wall_time()).map_err(|error| Failure::Journal(error.to_string()))?;
    speech.say(rescued.to_string());
    Ok(Done::Fine)
}

fn page(report: &Report, speech: &Speech) -> String {
    let row = |one: &Tried| {
        let state = match one.ok {
            true => speech.paint(Tone::Good, "ok"),
            false => speech.paint(Tone::Bad, "FAILED"),
        };
        vec![one.name.clone(), state, one.words.clone()]
    };
    let rows: Vec<Vec<String>> = report.tried.iter().map(row).collect();
    format!("mockloop {}\n{}", report.version, columns(&rows))
}

fn content(house: &House) -> Tried {
    let library = match super::library(house) {
        Ok(library) => library,
        Err(_) => return Tried::new("content", false, "the folder of --content cannot be read"),
    };
    let problems = library.problems();
    let words =
        format!("{} loops, {} questions", library.loops().len(), library.questions().count());
    match problems.first() {
        None => Tried::new("content", true, words),
        Some(first) => {
            let words = format!("{words}, {} problems: {first}", problems.len());
            Tried::new("content", false, words)
        }
    }
}

fn sql() -> Tried {
    let statements = "select sum(i)::bigint as total from range(1, 101) as numbers(i)";
    let run = SqlRun {
        schema: String::new(),
        data: String::new(),
        statements: statements.into(),
        script: false,
        row_limit: 1,
    };
    match judging::ask(Work::RunSql(run)) {
        Ok(Outcome::Table { table, millis }) => {
            let value = table.rows.first().and_then(|row| row.first());
            let right = value == Some(&crate::content::cell::Cell::Int("5050".into()));
            Tried::new("SQL engine", right, format!("a query in its own process, {millis} ms"))
        }
        other => failed("SQL engine", other),
    }
}

fn python() -> Tried {
    let program = "print(sum(range(1, 101)))".to_owned();
    match judging::ask(Work::RunPython(PythonRun { program, paper: None })) {
        Ok(Outcome::Output { ok: true, text, millis, .. }) if text.trim() == "5050" => {
            Tried::new("Python engine", true, format!("a program in its own process, {millis} ms"))
        }
        other => failed("Python engine", other),
    }
}

fn failed(name: &str, outcome: Result<Outcome, Failure>) -> Tried {
    let words = match outcome {
        Err(Failure::Judge(words)) | Ok(Outcome::Broken(words)) => words,
        Ok(Outcome::Output { text, error, .. }) => error.unwrap_or(text),
        _ => "it gave a wrong answer".to_owned(),
    };
    Tried::new(name, false, words)
}

/// What the judge says about itself: versions and how tightly it is sealed.
fn sealing() -> Vec<Tried> {
    told(judging::ask_inside(Work::Doctor), "sealing")
}

/// What the CPython that was chosen is, and how tightly it is sealed.
fn cpython() -> Vec<Tried> {
    told(judging::ask(Work::Doctor), "CPython")
}

fn told(outcome: Result<Outcome, Failure>, name: &str) -> Vec<Tried> {
    match outcome {
        Ok(Outcome::Doctor(lines)) => {
            let tried = |(name, words): (String, String)| Tried { name, ok: true, words };
            lines.into_iter().map(tried).collect()
        }
        other => vec![failed(name, other)],
    }
}

fn journal(house: &House) -> Result<Tried, Failure> {
    let path = places(house)?.journal;
    let shown = path.display().to_string();
    Ok(match writable(&path) {
        Ok(()) => Tried::new("journal", true, shown),
        Err(error) => Tried::new("journal", false, format!("{shown}: {error}")),
    })
}

/// Tries the folder the journal lives in; the journal itself is left alone.
fn writable(journal: &Path) -> std::io::Result<()> {
    if journal.exists() {
        return fs::OpenOptions::new().append(true).open(journal).map(drop);
    }
    let mut folder = journal.parent().unwrap_or(Path::new("."));
    while !folder.as_os_str().is_empty() && !folder.exists() {
        folder = folder.parent().unwrap_or(Path::new(""));
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let probe = folder.join(format!(".mockloop-probe-{}", std::process::id()));
    fs::write(&probe, "")?;
    fs::remove_file(&probe)
}

fn terminal() -> Tried {
    if !std::io::stdout().is_terminal() {
        return Tried::new("terminal", true, "standard output is not one; the interface needs one");
    }
    match crossterm::terminal::size() {
        Ok((columns, lines)) if columns >= 60 && lines >= 18 => {
            Tried::new("terminal", true, format!("{columns}x{lines}"))
        }
        Ok((columns, lines)) => Tried::new(
            "terminal",
            false,
            format!("{columns}x{lines}; enlarge it to at least 60x18"),
        ),
        Err(error) => Tried::new("terminal", false, error.to_string()),
    }
}
