//! Can a question's cases tell its reference from plausible wrong programs? Each is run until a case says so.

mod expected;

use std::time::Duration;

use super::asked::{self, Asked};
use super::marking::{Wanted, mark};
use super::pace::Pace;
use super::trial::{Came, Task, Trial as CaseTrial};
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
    match Trial::open(paper, &samples_first(paper), &SEEDS) {
        Ok(trial) => Outcome::Fates(until_stuck(programs, |program| trial.fate(program))),
        Err(words) => Outcome::Broken(words),
    }
}

/// The same in one room for all of them and under one seed: who is alive has only not been seen to be wrong.
pub fn sift(paper: &PythonPaper, programs: &[String]) -> Outcome {
    match Trial::open(paper, &samples_first(paper), &SEEDS[..1]) {
        Ok(trial) => Outcome::Fates(trial.sift(programs)),
        Err(words) => Outcome::Broken(words),
    }
}

/// The samples come first, so that it is known what they alone would notice; small cases before large ones, since
/// most wrong programs fail a small one.
fn samples_first(paper: &PythonPaper) -> Vec<Case> {
    let mut cases = paper.cases.clone();
    cases.sort_by_key(|case| (!case.sample, case.args.len()));
    cases
}

/// Runs programs on every case and gives the places of those that show them wrong; ends as [`fates`] does.
pub fn kills(paper: &PythonPaper, programs: &[String]) -> Outcome {
    match Trial::open(paper, &paper.cases, &SEEDS) {
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
    seeds: &'p [u32],
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
    fn open(paper: &'p PythonPaper, cases: &'p [Case], seeds: &'p [u32]) -> Result<Self, String> {
        let read = |case| Asked::read(case, &paper.properties);
        let asked = cases.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let calls = asked.iter().map(Asked::call).collect();
        let task = asked::task(&paper.answer, &paper.function.name, calls);
        let wanted = asked.into_iter().map(|asked| asked.wanted).collect();
        let mut trial = Self { paper, cases, seeds, task, wanted, work: REFERENCE };
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
        for seed in self.seeds {
            let (sitting, wrong) = self.sit(program, *seed, Until::FirstWrong);
            let fate = self.read(&sitting, wrong.first().copied());
            if fate != Fate::Alive {
                return (fate, sitting.left_behind);
            }
        }
        (Fate::Alive, false)
    }

    /// Gives the fates of programs that share rooms; ends after one that is still at work.
    fn sift(&self, programs: &[String]) -> Vec<Fate> {
        let mut fates = Vec::new();
        while fates.len() < programs.len() {
            let (some, left_behind) = self.share_a_room(&programs[fates.len()..]);
            fates.extend(some);
            if left_behind {
                break;
            }
        }
        fates
    }

    /// The reference goes last where any was wrong: a room in which it is, too, was spoilt by one before, and has
    /// shown nothing.
    fn share_a_room(&self, programs: &[String]) -> (Vec<Fate>, bool) {
        let all: Vec<String> = programs.iter().chain([&self.task.source]).cloned().collect();
        let mut wrong = vec![None; all.len()];
        let sittings =
            watch::in_turn(&self.task, &all, SEEDS[0], self.work, &mut |program, index, trial| {
                if wrong[program].is_none() && self.is_wrong(index, trial) {
                    wrong[program] = Some(index);
                }
                let is_last = program == programs.len();
                wrong[program].is_some() || is_last && wrong.iter().all(Option::is_none)
            });
        let left_behind = sittings.last().is_some_and(|last| last.left_behind);
        let read = |(sitting, wrong): (&Sitting, &Option<usize>)| match sitting.end {
            // Whose memory it was cannot be told.
            End::Greedy | End::Broken(_) | End::Gone(..) => Fate::Alive,
            End::Done | End::Timeout { .. } => self.read(sitting, *wrong),
        };
        let mut fates: Vec<Fate> = sittings.iter().zip(&wrong).map(read).collect();
        let reference = fates.get(programs.len()).cloned();
        fates.truncate(programs.len());
        match reference {
            None | Some(Fate::Alive) => (fates, left_behind),
            Some(_) => (vec![Fate::Alive; programs.len()], left_behind),
        }
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
            if self.is_wrong(index, trial) {
                wrong.push(index);
            }
            until == Until::FirstWrong && !wrong.is_empty()
        });
        (sitting, wrong)
    }

    fn is_wrong(&self, index: usize, trial: &CaseTrial) -> bool {
        let by = self.paper.function.compare;
        mark(&self.wanted[index], by, &self.paper.properties, &[trial]).fault != Fault::None
    }

    fn read(&self, sitting: &Sitting, wrong: Option<usize>) -> Fate {
        let killed = |case: &Case, raised: bool| {
            let (dataset, public) = (case.name.clone(), case.sample);
            Fate::Killed { dataset, public, raised }
        };
        match (&sitting.module, wrong) {
            (_, Some(index)) => {
                let came = sitting.trials.get(index).and_then(|trial| trial.came.first());
                killed(&self.cases[index], matches!(came, Some(Came::Raised(_))))
            }
            (Some((Some(raised), _)), _) if raised.is_a("SyntaxError") => Fate::Unbound,
            (Some((Some(_), _)), _) => killed(&self.cases[0], true),
            _ if sitting.lacking.is_some() => killed(&self.cases[0], true),
            _ if sitting.end != End::Done => Fate::Endless,
            _ => Fate::Alive,
        }
    }
}

#[cfg(test)]
mod tests;
