//! Can a question's cases tell its reference from plausible wrong programs? Each is run until a case says so.

mod expected;

use std::time::Duration;

use super::asked::{self, Asked};
use super::marking::{Wanted, mark};
use super::pace::Pace;
use super::trial::Task;
use super::watch::{self, End, Sitting};
use super::{SEEDS, mutate};
use crate::content::question::Case;
use crate::interview::verdict::Fault;
use crate::judge::request::{Fate, MutantNote, Outcome, PythonPaper};
pub use expected::expected;

/// The processor time a mutant has for all cases, beyond a few times of what the reference takes.
const MUTANT: Duration = Duration::from_millis(1000);
const TIMES: u32 = 5;
/// The time the reference has.
const REFERENCE: Duration = Duration::from_secs(30);

/// Makes the mutants of the paper's answer, which is a reference.
pub fn mutants(paper: &PythonPaper) -> Outcome {
    let note = |mutant: mutate::Mutant| MutantNote {
        id: mutant.id,
        words: mutant.words,
        text: mutant.source,
        excuse: None,
    };
    match mutate::mutants(&paper.answer) {
        Ok(mutants) => Outcome::Mutants(mutants.into_iter().map(note).collect()),
        Err(words) => Outcome::Broken(format!("the reference {words}")),
    }
}

/// Runs programs on the cases, each until it is known that it is wrong, and ends after one that cannot be stopped.
pub fn fates(paper: &PythonPaper, programs: &[String]) -> Outcome {
    let (samples, hidden): (Vec<_>, Vec<_>) = paper.cases.iter().partition(|case| case.sample);
    // The samples come first, so that it is known what they alone would notice.
    let cases: Vec<Case> = samples.into_iter().chain(hidden).cloned().collect();
    match Trial::open(paper, &cases) {
        Ok(trial) => Outcome::Fates(until_stuck(programs, |program| trial.fate(program))),
        Err(words) => Outcome::Broken(words),
    }
}

/// Runs programs on every case and gives the places of those that show them wrong; ends as [`fates`] does.
pub fn kills(paper: &PythonPaper, programs: &[String]) -> Outcome {
    match Trial::open(paper, &paper.cases) {
        Ok(trial) => Outcome::Kills(until_stuck(programs, |program| trial.kills(program))),
        Err(words) => Outcome::Broken(words),
    }
}

/// Goes on until a program is left behind at work, for it would take the time of those that follow.
fn until_stuck<T>(programs: &[String], run: impl Fn(&str) -> (T, bool)) -> Vec<T> {
    let mut results = Vec::new();
    for program in programs {
        let (result, left_behind) = run(program);
        results.push(result);
        if left_behind {
            break;
        }
    }
    results
}

struct Trial<'p> {
    paper: &'p PythonPaper,
    cases: &'p [Case],
    task: Task,
    wanted: Vec<Wanted>,
    /// The processor time a program has.
    work: Duration,
}

/// How far a trial goes.
#[derive(Clone, Copy, PartialEq)]
enum Until {
    FirstWrong,
    End,
}

impl<'p> Trial<'p> {
    /// Prepares the cases and has the reference pass them: those it fails would seem to kill everything.
    fn open(paper: &'p PythonPaper, cases: &'p [Case]) -> Result<Self, String> {
        let read = |case| Asked::read(case, &paper.properties);
        let asked = cases.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let calls = asked.iter().map(Asked::call).collect();
        let task = asked::task(&paper.answer, &paper.function.name, calls);
        let wanted = asked.into_iter().map(|asked| asked.wanted).collect();
        let mut trial = Self { paper, cases, task, wanted, work: REFERENCE };
        let pace = Pace::of(REFERENCE);
        let (right, _) = trial.fate(&paper.answer);
        if right != Fate::Alive {
            return Err(format!("the reference does not pass its own cases: {right:?}"));
        }
        trial.work = MUTANT + (REFERENCE - pace.left()) * TIMES;
        Ok(trial)
    }

    /// Gives a program's fate, and whether its thread is still at work.
    fn fate(&self, program: &str) -> (Fate, bool) {
        for seed in SEEDS {
            let (sitting, wrong) = self.sit(program, seed, Until::FirstWrong);
            let fate = self.read(&sitting, wrong.first().copied());
            if fate != Fate::Alive {
                return (fate, sitting.left_behind);
            }
        }
        (Fate::Alive, false)
    }

    /// Gives the cases that show a program wrong, the one it got stuck in among them.
    fn kills(&self, program: &str) -> (Vec<usize>, bool) {
        let (sitting, mut wrong) = self.sit(program, SEEDS[0], Until::End);
        let stuck = sitting.trials.len();
        if sitting.end != End::Done && stuck < self.cases.len() {
            wrong.push(stuck);
        }
        (wrong, sitting.left_behind)
    }

    fn sit(&self, program: &str, seed: u32, until: Until) -> (Sitting, Vec<usize>) {
        let task = Task { source: program.to_owned(), ..self.task.clone() };
        let mut wrong = Vec::new();
        let sitting = watch::run_until(&task, seed, self.work, &mut |index, trial| {
            let by = self.paper.function.compare;
            let mark = mark(&self.wanted[index], by, &self.paper.properties, &[trial]);
            if mark.fault != Fault::None {
                wrong.push(index);
            }
            until == Until::FirstWrong && !wrong.is_empty()
        });
        (sitting, wrong)
    }

    fn read(&self, sitting: &Sitting, wrong: Option<usize>) -> Fate {
        let killed = |case: &Case| Fate::Killed { dataset: case.name.clone(), public: case.sample };
        match (&sitting.module, wrong) {
            (_, Some(index)) => killed(&self.cases[index]),
            (Some((Some(raised), _)), _) if raised.is_a("SyntaxError") => Fate::Unbound,
            (Some((Some(_), _)), _) => killed(&self.cases[0]),
            _ if sitting.lacking.is_some() => killed(&self.cases[0]),
            _ if sitting.end != End::Done => Fate::Endless,
            _ => Fate::Alive,
        }
    }
}

#[cfg(test)]
mod tests;
