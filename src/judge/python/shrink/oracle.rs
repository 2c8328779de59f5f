//! Whether an answer still fails on other arguments, and whether these are arguments the question allows.

use std::time::Duration;

use super::{Failing, Sign};
use crate::interview::verdict::Fault;
use crate::judge::python::SEEDS;
use crate::judge::python::asked::task;
use crate::judge::python::generated::{calls, wanted};
use crate::judge::python::marking::{Wanted, mark};
use crate::judge::python::pace::Turn;
use crate::judge::python::trial::{Call, Task, Trial};
use crate::judge::python::value::Value;
use crate::judge::python::watch::{Sitting, side_by_side};
use crate::judge::request::PythonPaper;

/// How long one round may take: a call that hangs on strange arguments must not eat the time of the others.
const ROUND: Duration = Duration::from_millis(600);
/// How long the last look may take.
const CONFIRMING: Duration = Duration::from_secs(2);
/// How many references have a say.
const REFERENCES: usize = 2;

/// Knows the right answers, and how the wrong one fails.
pub struct Oracle<'a> {
    pub paper: &'a PythonPaper,
    /// How often a call is made.
    pub times: u32,
    pub sign: &'a Sign,
}

impl Oracle<'_> {
    /// Tries all arguments; gives those on which the answer fails by the same sign, in their order.
    pub fn failing(&self, all: &[Vec<Value>], turn: &Turn) -> Vec<Option<Failing>> {
        self.tried(all, turn.left().min(ROUND))
    }

    /// Calls once more in fresh interpreters, where no earlier call can have left anything behind.
    pub fn confirm(&self, arguments: &[Value]) -> Option<Failing> {
        self.tried(&[arguments.to_vec()], CONFIRMING).pop().flatten()
    }

    /// References and answer run side by side, each in a room of its own.
    fn tried(&self, all: &[Vec<Value>], patience: Duration) -> Vec<Option<Failing>> {
        let references = self.paper.references.iter().take(REFERENCES);
        let right = references.map(|source| (self.task(source, all, 1), SEEDS[0]));
        // Only what differs between hash seeds needs both of them.
        let seeds = match self.sign.fault {
            Fault::NonDeterministic => &SEEDS[..],
            _ => &SEEDS[..1],
        };
        let answer = |seed: &u32| (self.task(&self.paper.answer, all, self.times), *seed);
        let count = right.len();
        let sittings = side_by_side(right.chain(seeds.iter().map(answer)), patience);
        let (right, answers) = sittings.split_at(count);
        let one = |(index, arguments): (usize, &Vec<Value>)| {
            let wanted = self.allowed(right, index)?;
            self.fails(answers, index, arguments, wanted)
        };
        all.iter().enumerate().map(one).collect()
    }

    fn task(&self, source: &str, all: &[Vec<Value>], times: u32) -> Task {
        let calls = calls(all).into_iter().map(|call| Call { times, ..call }).collect();
        task(source, &self.paper.function.name, calls)
    }

    /// Gives what the references agree on; what one of them refuses by an exception that no case declares is
    /// outside the question.
    fn allowed(&self, right: &[Sitting], index: usize) -> Option<Wanted> {
        let read = |sitting: &Sitting| {
            let came = sitting.trials.get(index)?.came.first().cloned();
            wanted(self.paper, came).ok()
        };
        let said: Vec<Wanted> = right.iter().map(read).collect::<Option<_>>()?;
        let (first, others) = said.split_first()?;
        let by = self.paper.function.compare;
        others.iter().all(|other| first.agrees(other, by)).then(|| first.clone())
    }

    fn fails(
        &self,
        answers: &[Sitting],
        index: usize,
        arguments: &[Value],
        wanted: Wanted,
    ) -> Option<Failing> {
        let trials: Vec<&Trial> =
            answers.iter().map(|sitting| sitting.trials.get(index)).collect::<Option<_>>()?;
        let (by, properties) = (self.paper.function.compare, &self.paper.properties);
        let mark = mark(&wanted, by, properties, &trials);
        let trial = (*trials.first()?).clone();
        let is_alike = Sign::of(&mark, Some(&trial)) == *self.sign;
        is_alike.then(|| Failing { arguments: arguments.to_vec(), wanted, mark, trial })
    }
}
