//! How a Python answer is judged: cases as plain data, a sealed engine, and comparison outside the answer's reach.
//!
//! The answer runs on a thread of its own in an interpreter without files, network and processes. What is
//! expected of it never enters that interpreter; what it returns is looked at from outside.

mod bridge;
pub mod compare;
mod marking;
mod report;
mod room;
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
use marking::{Mark, Wanted, mark};
use report::Marked;
use trial::{Call, Came, Task};
use value::Value;
use watch::{End, Sitting};

/// The engine and its version, as `mockloop doctor` shows it.
pub const VERSION: &str = "RustPython 0.5.0 (Python 3.14 language level), sealed";

/// How long one answer may take, all cases and both hash seeds together.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// Every case runs under each of them.
const SEEDS: [u32; 2] = [0, 1];

/// Judges a function on every case, within [`DEADLINE`].
pub fn grade(paper: &PythonPaper) -> Outcome {
    grade_within(paper, DEADLINE)
}

/// Judges a function on every case; answers at the deadline at the latest, give or take half a second.
///
/// Code that cannot be interrupted is left running on its thread: the process should end after the reply.
pub fn grade_within(paper: &PythonPaper, deadline: Duration) -> Outcome {
    match prepare(paper, &paper.cases) {
        Ok((task, wanted)) => {
            let sittings = watch::run(&task, &SEEDS, deadline);
            judge(paper, &task, &wanted, &sittings, deadline)
        }
        Err(words) => Outcome::Broken(words),
    }
}

/// Runs a program and, in a drill, the sample cases after it; within [`DEADLINE`].
pub fn run(run: &PythonRun) -> Outcome {
    run_within(run, DEADLINE)
}

/// Runs a program as [`run()`] does, with a deadline of the caller's.
///
/// `error` is the traceback, cut to the program's own lines; when time ran out it starts with `Stopped`.
pub fn run_within(run: &PythonRun, deadline: Duration) -> Outcome {
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
    let sitting = watch::run(&task, &SEEDS[..1], deadline).pop().unwrap_or_default();
    let millis = started.elapsed().as_millis() as u64;
    show(run, &samples, &wanted, sitting, deadline, millis)
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
        let marked = mark_all(paper, task, wanted, sittings);
        let late = sittings.iter().find(|sitting| matches!(sitting.end, End::Timeout { .. }));
        let stuck = late.map(|sitting| stuck_words(paper, sitting, deadline));
        report::verdict(&marked, &paper.function.name, stuck)
    });
    Outcome::Verdict(Box::new(verdict))
}

/// Makes the verdict of an answer whose module did not come to its end or lacks the function.
fn start_failure(sitting: &Sitting, deadline: Duration) -> Option<Verdict> {
    match (&sitting.module, &sitting.lacking) {
        (None, _) => {
            let words = format!(
                "The answer did not get to its first case {}.",
                late_words(sitting, deadline)
            );
            Some(report::no_start(words, None, Fault::Timeout))
        }
        (Some((Some(raised), printed)), _) => {
            let words = format!("The answer does not run: {}.", raised.name);
            let text = join(printed, &raised.text);
            Some(report::no_start(words, Some(text), Fault::Error))
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
) -> Vec<Marked<'a>> {
    // A case counts as run when it ended under every seed.
    let ended = sittings.iter().map(|sitting| sitting.trials.len()).min().unwrap_or(0);
    let (by, properties) = (paper.function.compare, &paper.properties);
    let mark_case = |index: usize| match index {
        _ if index < ended => {
            let trials: Vec<_> = sittings.iter().map(|sitting| &sitting.trials[index]).collect();
            mark(&wanted[index], by, properties, &trials)
        }
        _ if index == ended => Mark { fault: Fault::Timeout, words: "did not end in time".into() },
        _ => Mark { fault: Fault::Timeout, words: "not run, because the time was used up".into() },
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

fn stuck_words(paper: &PythonPaper, sitting: &Sitting, deadline: Duration) -> String {
    let index = sitting.trials.len();
    let name = paper.cases.get(index).map_or("the last case", |case| case.name.as_str());
    format!("Case {} (“{name}”) did not end {}.", index + 1, late_words(sitting, deadline))
}

fn late_words(sitting: &Sitting, deadline: Duration) -> String {
    let seconds = deadline.as_secs_f64();
    match sitting.end {
        End::Timeout { line: Some(line) } => {
            format!("within {seconds} seconds; it was stopped in line {line}")
        }
        _ => format!("within {seconds} seconds"),
    }
}

fn join(printed: &str, error: &str) -> String {
    match printed.trim_end() {
        "" => error.to_owned(),
        printed => format!("{printed}\n{error}"),
    }
}

fn show(
    run: &PythonRun,
    samples: &[Case],
    wanted: &[Wanted],
    sitting: Sitting,
    deadline: Duration,
    millis: u64,
) -> Outcome {
    if let End::Broken(words) = sitting.end {
        return Outcome::Broken(words);
    }
    let late = matches!(sitting.end, End::Timeout { .. });
    let (raised, mut text) = sitting.module.clone().unwrap_or_default();
    let raised = raised.filter(|raised| !raised.is_clean_exit());
    for (index, trial) in sitting.trials.iter().enumerate() {
        if let Some(paper) = &run.paper {
            let mark = mark(&wanted[index], paper.function.compare, &paper.properties, &[trial]);
            text.push_str(&sample_lines(&samples[index], &mark, &wanted[index], trial));
        }
    }
    text.push_str(&sitting.printed);
    let error = match (raised, &sitting.lacking) {
        _ if late => Some(format!("Stopped: did not end {}.", late_words(&sitting, deadline))),
        (Some(raised), _) => Some(raised.text),
        (None, Some(words)) => Some(words.clone()),
        (None, None) => None,
    };
    Outcome::Output { ok: error.is_none(), text, error, millis }
}

fn sample_lines(case: &Case, mark: &Mark, wanted: &Wanted, trial: &trial::Trial) -> String {
    let mut lines = trial.printed.clone();
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    lines.push_str(&format!("sample “{}”: {}\n", case.name, mark.words));
    if mark.fault == Fault::None {
        return lines;
    }
    match wanted {
        Wanted::Value(value) => {
            lines.push_str(&format!("  expected: {}\n", spelling::spell(value, 500)))
        }
        Wanted::Exception(name) => lines.push_str(&format!("  expected: raises {name}\n")),
    }
    match trial.came.last() {
        Some(Came::Returned(value)) => {
            lines.push_str(&format!("  returned: {}\n", spelling::spell(value, 500)))
        }
        Some(Came::Raised(raised)) => lines.push_str(&format!("{}\n", raised.text)),
        None => (),
    }
    lines
}

#[cfg(test)]
mod tests;
