//! How a Python answer is judged: cases as plain data, a sealed engine, and comparison outside the answer's reach.
//!
//! The answer runs on a thread of its own in an interpreter without files, network and processes. What is
//! expected of it never enters that interpreter; what it returns is looked at from outside.

mod bridge;
pub mod compare;
pub mod cpython;
pub mod engine;
mod marking;
mod order;
mod ration;
mod report;
mod room;
mod show;
mod sink;
pub mod spelling;
mod trace;
mod trial;
pub mod value;
mod watch;

use std::time::Duration;

use super::request::{Outcome, PythonPaper, PythonRun};
use crate::content::question::Case;
use crate::interview::verdict::{Fault, Verdict};
use engine::Engine;
use marking::{Mark, Wanted, mark};
use report::Marked;
use trial::{Call, Task};
use value::Value;
use watch::{End, Sitting};

/// The engine and its version, as `mockloop doctor` shows it.
pub const VERSION: &str = "RustPython 0.5.0 (Python 3.14 language level), sealed";

/// How long one answer may take, all cases and both hash seeds together.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// Every case runs under each of them.
const SEEDS: [u32; 2] = [0, 1];

/// Judges in the sealed engine in this process, with a deadline of the caller's.
pub fn grade_within(paper: &PythonPaper, deadline: Duration) -> Outcome {
    grade(&Engine::Sealed, paper, deadline)
}

/// Judges a function on every case; answers at the deadline at the latest, give or take half a second.
///
/// Code that cannot be interrupted is left running on its thread: the process should end after the reply.
pub fn grade(engine: &Engine, paper: &PythonPaper, deadline: Duration) -> Outcome {
    match prepare(paper, &paper.cases) {
        Ok((task, wanted)) => {
            let sittings = watch::run(engine, &task, &SEEDS, deadline);
            judge(paper, &task, &wanted, &sittings, deadline)
        }
        Err(words) => Outcome::Broken(words),
    }
}

/// Runs a program in the sealed engine in this process, with a deadline of the caller's.
pub fn run_within(run: &PythonRun, deadline: Duration) -> Outcome {
    self::run(&Engine::Sealed, run, deadline)
}

/// Runs a program and, in a drill, the sample cases after it.
///
/// `error` is the traceback, cut to the program's own lines; when time ran out it starts with `Stopped`.
pub fn run(engine: &Engine, run: &PythonRun, deadline: Duration) -> Outcome {
    let started = watch::now();
    let samples: Vec<Case> = match &run.paper {
        Some(paper) => paper.cases.iter().filter(|case| case.sample).cloned().collect(),
        None => vec![],
    };
    let prepared = match &run.paper {
        Some(paper) => prepare(paper, &samples),
        None => {
            Ok((Task { source: String::new(), module: "", function: None, calls: vec![] }, vec![]))
        }
    };
    let (task, wanted) = match prepared {
        Ok(prepared) => prepared,
        Err(words) => return Outcome::Broken(words),
    };
    let task = Task { source: run.program.clone(), module: "__main__", ..task };
    let sitting = watch::run(engine, &task, &SEEDS[..1], deadline).pop().unwrap_or_default();
    let millis = started.elapsed().as_millis() as u64;
    let shown = show::Shown { run, samples: &samples, wanted: &wanted, sitting: &sitting };
    shown.outcome(deadline, millis)
}

fn prepare(paper: &PythonPaper, cases: &[Case]) -> Result<(Task, Vec<Wanted>), String> {
    let say = |case: &Case, error: String| format!("case “{}”: {error}", case.name);
    let mut calls = Vec::new();
    let mut wanted = Vec::new();
    for case in cases {
        let want = Wanted::read(case).map_err(|error| say(case, error))?;
        let arguments = Value::read_arguments(&case.args).map_err(|error| say(case, error))?;
        let times = case.calls.unwrap_or(1).max(if paper.properties.repeatable { 2 } else { 1 });
        calls.push(Call { arguments, times, follow: want.follows() });
        wanted.push(want);
    }
    let (source, function) = (paper.answer.clone(), Some(paper.function.name.clone()));
    Ok((Task { source, module: "answer", function, calls }, wanted))
}

fn judge(
    paper: &PythonPaper,
    task: &Task,
    wanted: &[Wanted],
    sittings: &[Sitting],
    deadline: Duration,
) -> Outcome {
    let broken = sittings.iter().find_map(|sitting| match &sitting.end {
        End::Broken(words) => Some(words.clone()),
        _ => None,
    });
    if let Some(words) = broken {
        return Outcome::Broken(words);
    }
    let start = sittings.iter().find_map(|sitting| start_failure(sitting, deadline));
    let verdict = start.unwrap_or_else(|| {
        let stop = sittings.iter().find_map(|sitting| sitting.stopped(deadline));
        let marked = mark_all(paper, task, wanted, sittings, stop.as_ref());
        let words = stop.map(|(_, words)| stuck_words(&marked, &words));
        report::verdict(&marked, &paper.function.name, words)
    });
    Outcome::Verdict(Box::new(verdict))
}

/// Makes the verdict of an answer whose module did not come to its end or lacks the function.
fn start_failure(sitting: &Sitting, deadline: Duration) -> Option<Verdict> {
    match (&sitting.module, &sitting.lacking) {
        (None, _) => {
            let (fault, words) = sitting.stopped(deadline)?;
            let words = format!("The answer {words}, before its first case.");
            Some(report::no_start(words, None, fault))
        }
        (Some((Some(raised), printed)), _) => {
            let words = format!("The answer does not run: {}.", raised.name);
            let text = [printed.trim_end(), &raised.text].join("\n");
            Some(report::no_start(words, Some(text.trim_start().to_owned()), Fault::Error))
        }
        (_, Some(words)) => Some(report::no_start(words.clone(), None, Fault::Error)),
        _ => None,
    }
}

fn mark_all<'a>(
    paper: &'a PythonPaper,
    task: &'a Task,
    wanted: &'a [Wanted],
    sittings: &'a [Sitting],
    stop: Option<&(Fault, String)>,
) -> Vec<Marked<'a>> {
    // A case counts as run when it ended under every seed.
    let ended = sittings.iter().map(|sitting| sitting.trials.len()).min().unwrap_or(0);
    let (by, properties) = (paper.function.compare, &paper.properties);
    let (fault, stopped) = stop.cloned().unwrap_or((Fault::Timeout, "did not end".into()));
    let mark_case = |index: usize| match index {
        _ if index < ended => {
            let trials: Vec<_> = sittings.iter().map(|sitting| &sitting.trials[index]).collect();
            mark(&wanted[index], by, properties, &trials)
        }
        _ if index == ended => Mark { fault, words: stopped.clone() },
        _ => Mark { fault, words: "not run, because an earlier case was stopped".into() },
    };
    let cases = paper.cases.iter().enumerate();
    cases
        .map(|(index, case)| Marked {
            case,
            index,
            mark: mark_case(index),
            wanted: &wanted[index],
            arguments: &task.calls[index].arguments,
            trial: sittings.first().and_then(|sitting| sitting.trials.get(index)),
        })
        .collect()
}

fn stuck_words(marked: &[Marked<'_>], words: &str) -> String {
    let stuck = marked.iter().find(|marked| marked.mark.words == words);
    let name = stuck.map(|marked| format!("Case {} (“{}”)", marked.index + 1, marked.case.name));
    format!("{} {words}.", name.unwrap_or_else(|| "The answer".into()))
}

#[cfg(test)]
mod tests;
