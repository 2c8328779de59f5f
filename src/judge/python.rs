//! How a Python answer is judged: cases as plain data, a sealed engine, and comparison outside the answer's reach.
//!
//! The answer runs on a thread of its own in an interpreter without files, network and processes. What is
//! expected of it never enters that interpreter; what it returns is looked at from outside.

mod agree;
mod asked;
mod bridge;
mod clock;
pub mod compare;
pub mod cpython;
pub mod engine;
mod gauntlet;
mod generated;
mod growth;
pub mod inputs;
mod marking;
mod mutate;
mod order;
pub mod pace;
mod prove;
mod ration;
mod report;
mod room;
mod show;
mod shrink;
mod sink;
pub mod spelling;
mod streaming;
mod trace;
mod trial;
pub mod value;
mod watch;

use std::time::Duration;

use super::request::{Outcome, PythonPaper, PythonRun};
use crate::interview::verdict::{Fault, Verdict};
pub use agree::agree;
use asked::Asked;
use engine::Engine;
use gauntlet::truth::Stream;
use marking::{Mark, mark};
pub use prove::{expected, fates, kills, mutants, sift};
use report::{Marked, Measured};
use trial::Task;
use watch::{End, Sitting};

/// The engine and its version, as `mockloop doctor` shows it.
pub const VERSION: &str = "RustPython 0.5.0 (Python 3.14 language level), sealed";

/// How long one answer may take, all cases and both hash seeds together.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// A zone where nobody lives: who takes a naive moment for local time is wrong in it on every machine.
pub const NOBODYS_ZONE: &str = "LOCAL-05:37";

const ONLY_WRITTEN: &str =
    "only the written cases were run; generated ones, growth and memory are for the engine inside";

/// Every case runs under each of them.
const SEEDS: [u32; 2] = [0, 1];

/// Judges in the sealed engine in this process, with a deadline of the caller's.
pub fn grade_within(paper: &PythonPaper, deadline: Duration) -> Outcome {
    grade(&Engine::Sealed, paper, deadline)
}

/// Judges a function on every case; answers at the deadline at the latest, give or take half a second.
///
/// What the question generates is made before the answer's time begins, and what is measured besides has the
/// same deadline once more. Code that cannot be interrupted is left running on its thread: the process should
/// end after the reply.
pub fn grade(engine: &Engine, paper: &PythonPaper, deadline: Duration) -> Outcome {
    match judge(engine, paper, deadline) {
        Ok(verdict) => Outcome::Verdict(Box::new(verdict)),
        Err(words) => Outcome::Broken(words),
    }
}

/// Judges on the written cases alone. What a question generates or measures runs in the engine inside, behind a
/// seal, and a judge that starts a CPython has none.
pub fn grade_written(engine: &Engine, paper: &PythonPaper, deadline: Duration) -> Outcome {
    let brings_more = paper.generator.is_some() || paper.gauntlet.is_some();
    let written = PythonPaper { generator: None, gauntlet: None, shrink: false, ..paper.clone() };
    match grade(engine, &written, deadline) {
        Outcome::Verdict(mut verdict) if brings_more => {
            verdict.notes.push(ONLY_WRITTEN.to_owned());
            Outcome::Verdict(verdict)
        }
        other => other,
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
    let samples = match run.paper.as_ref().map(Asked::read_all).transpose() {
        Ok(asked) => asked.unwrap_or_default().into_iter().filter(|asked| asked.sample),
        Err(words) => return Outcome::Broken(words),
    };
    let samples: Vec<Asked> = samples.collect();
    let task = Task {
        source: run.program.clone(),
        module: "__main__",
        function: run.paper.as_ref().map(|paper| paper.function.name.clone()),
        calls: samples.iter().map(Asked::call).collect(),
    };
    let sitting = watch::run(engine, &task, &SEEDS[..1], deadline).pop().unwrap_or_default();
    let millis = started.elapsed().as_millis() as u64;
    let shown = show::Shown { run, samples: &samples, sitting: &sitting };
    shown.outcome(deadline, millis)
}

/// Makes the verdict; errors say what is wrong with the question or the engine.
fn judge(engine: &Engine, paper: &PythonPaper, deadline: Duration) -> Result<Verdict, String> {
    let mut asked = Asked::read_all(paper)?;
    asked.extend(generated::cases(paper)?);
    let streams = paper.gauntlet.as_ref().map_or(Ok(Vec::new()), gauntlet::make)?;
    let calls = asked.iter().map(Asked::call).chain(streams.iter().map(Stream::call)).collect();
    let task = asked::task(&paper.answer, &paper.function.name, calls);
    let sittings = watch::run(engine, &task, &SEEDS, deadline);
    let broken = sittings.iter().find_map(|sitting| match &sitting.end {
        End::Broken(words) => Some(words.clone()),
        _ => None,
    });
    if let Some(words) = broken {
        return Err(words);
    }
    if let Some(verdict) = sittings.iter().find_map(|sitting| start_failure(sitting, deadline)) {
        return Ok(verdict);
    }
    let stop = sittings.iter().find_map(|sitting| sitting.stopped(deadline));
    let marked = mark_all(paper, &asked, &sittings, stop.as_ref());
    let measured = measure(paper, &marked, deadline)?;
    let words = stop.as_ref().map(|(_, words)| stuck_words(&marked, words));
    let verdict = report::verdict(&marked, &measured, &paper.function.name, words);
    let example = paper.shrink.then(|| shrink::example(paper, &marked)).flatten();
    let verdict = Verdict { counterexample: example.map(Box::new), ..verdict };
    let sittings: Vec<_> = sittings.iter().map(|sitting| sitting.after(asked.len())).collect();
    Ok(match &paper.gauntlet {
        Some(one) => {
            gauntlet::weigh(verdict, gauntlet::read(&one.table, &streams, &sittings, stop))
        }
        None => verdict,
    })
}

/// Measures what is promised besides results. The time of a wrong answer says nothing about a right one.
fn measure(
    paper: &PythonPaper,
    marked: &[Marked<'_>],
    deadline: Duration,
) -> Result<Vec<Measured>, String> {
    if marked.iter().any(|one| one.mark.fault != Fault::None) {
        return Ok(Vec::new());
    }
    let growth = growth::mark(paper, deadline)?.map(|mark| Measured {
        id: "growth",
        about: "twice the input takes less than three times as long",
        mark,
    });
    let streaming = streaming::mark(paper, deadline)?.map(|mark| Measured {
        id: "streaming",
        about: "a long stream is read without keeping it",
        mark,
    });
    Ok(growth.into_iter().chain(streaming).collect())
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
    paper: &PythonPaper,
    asked: &'a [Asked],
    sittings: &'a [Sitting],
    stop: Option<&(Fault, String)>,
) -> Vec<Marked<'a>> {
    // A case counts as run when it ended under every seed.
    let ended = sittings.iter().map(|sitting| sitting.trials.len()).min().unwrap_or(0);
    let (by, properties) = (paper.function.compare, &paper.properties);
    let (fault, stopped) = stop.cloned().unwrap_or((Fault::Timeout, "did not end".into()));
    let mark_case = |index: usize, case: &Asked| match index {
        _ if index < ended => {
            let trials: Vec<_> = sittings.iter().map(|sitting| &sitting.trials[index]).collect();
            mark(&case.wanted, by, properties, &trials)
        }
        _ if index == ended => Mark { fault, words: stopped.clone() },
        _ => Mark { fault, words: "not run, because an earlier case was stopped".into() },
    };
    let cases = asked.iter().enumerate();
    cases
        .map(|(index, case)| Marked {
            case,
            index,
            mark: mark_case(index, case),
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
