//! Can a question's cases tell its reference from plausible wrong programs? Each is run until a case says so.

use std::time::Duration;

use super::marking::{Wanted, mark};
use super::trial::Task;
use super::watch::{self, End, Sitting};
use super::{SEEDS, mutate, prepare};
use crate::content::question::Case;
use crate::interview::verdict::Fault;
use crate::judge::request::{Fate, MutantNote, Outcome, PythonPaper};

/// The processor time a mutant has for all cases; a reference needs a small part of it.
const MUTANT: Duration = Duration::from_millis(1000);

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
    let trial = match prepare(paper, &cases) {
        Ok((task, wanted)) => Trial { paper, cases: &cases, task, wanted },
        Err(words) => return Outcome::Broken(words),
    };
    // Cases that the reference does not pass would seem to kill everything.
    let (right, _) = trial.fate(&paper.answer);
    if right != Fate::Alive {
        return Outcome::Broken(format!("the reference does not pass its own cases: {right:?}"));
    }
    let mut fates = Vec::new();
    for program in programs {
        let (fate, left_behind) = trial.fate(program);
        fates.push(fate);
        if left_behind {
            break;
        }
    }
    Outcome::Fates(fates)
}

struct Trial<'p> {
    paper: &'p PythonPaper,
    cases: &'p [Case],
    task: Task,
    wanted: Vec<Wanted>,
}

impl Trial<'_> {
    /// Gives a program's fate, and whether its thread is still at work.
    fn fate(&self, program: &str) -> (Fate, bool) {
        let task = Task { source: program.to_owned(), ..self.task.clone() };
        let sittings = SEEDS.iter().map(|seed| self.sit(&task, *seed));
        sittings.into_iter().find(|(fate, _)| *fate != Fate::Alive).unwrap_or((Fate::Alive, false))
    }

    fn sit(&self, task: &Task, seed: u32) -> (Fate, bool) {
        let mut wrong = None;
        let sitting = watch::run_until(task, seed, MUTANT, &mut |index, trial| {
            let by = self.paper.function.compare;
            let mark = mark(&self.wanted[index], by, &self.paper.properties, &[trial]);
            wrong = wrong.or((mark.fault != Fault::None).then_some(index));
            wrong.is_some()
        });
        (self.read(&sitting, wrong), sitting.left_behind)
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
