//! Whether an answer still fails on other arguments, and whether these are arguments the question allows.

use std::time::{Duration, Instant};

use super::{Failing, Sign};
use crate::interview::verdict::Fault;
use crate::judge::python::SEEDS;
use crate::judge::python::asked::task;
use crate::judge::python::generated::{answers_within, wanted};
use crate::judge::python::marking::{Wanted, mark};
use crate::judge::python::trial::{Call, Trial, Watched};
use crate::judge::python::value::Value;
use crate::judge::python::watch::{self, now};
use crate::judge::request::PythonPaper;

/// How long one round may take: a call that hangs on strange arguments must not eat the time of the others.
const ROUND: Duration = Duration::from_millis(600);
/// How long the last look may take.
const CONFIRMING: Duration = Duration::from_secs(2);

/// Knows the right answers, and how the wrong one fails.
pub struct Oracle<'a> {
    pub paper: &'a PythonPaper,
    /// How often a call is made.
    pub times: u32,
    pub sign: &'a Sign,
}

impl Oracle<'_> {
    /// Tries all arguments; gives those on which the answer fails by the same sign, in their order.
    pub fn failing(&self, all: &[Vec<Value>], end: Instant) -> Vec<Option<Failing>> {
        let patience = || end.saturating_duration_since(now()).min(ROUND);
        let allowed: Vec<(usize, Wanted)> = self.allowed(all, patience());
        let asked: Vec<(&Vec<Value>, &Wanted)> =
            allowed.iter().map(|(index, wanted)| (&all[*index], wanted)).collect();
        let mut found = vec![None; all.len()];
        for ((index, _), failing) in allowed.iter().zip(self.tried(&asked, patience())) {
            found[*index] = failing;
        }
        found
    }

    /// Calls once more in fresh interpreters, where no earlier call can have left anything behind.
    pub fn confirm(&self, failing: &Failing) -> Option<Failing> {
        self.tried(&[(&failing.arguments, &failing.wanted)], CONFIRMING).pop().flatten()
    }

    /// Gives the arguments on which the references agree; what one of them refuses by an exception that no
    /// case declares is outside the question.
    fn allowed(&self, all: &[Vec<Value>], patience: Duration) -> Vec<(usize, Wanted)> {
        let references = self.paper.references.iter().take(2);
        let said: Vec<Vec<Option<Wanted>>> = references
            .map(|reference| {
                let trials = answers_within(self.paper, reference, all, patience);
                let read = |trial: &Trial| wanted(self.paper, trial.came.first().cloned()).ok();
                trials.iter().map(read).collect()
            })
            .collect();
        let Some((first, others)) = said.split_first() else { return Vec::new() };
        let agreed = |index: usize| {
            let one = first.get(index)?.as_ref()?;
            let all = others.iter().all(|other| match other.get(index) {
                Some(Some(other)) => one.agrees(other, self.paper.function.compare),
                _ => false,
            });
            all.then(|| (index, one.clone()))
        };
        (0..all.len()).filter_map(agreed).collect()
    }

    fn tried(&self, asked: &[(&Vec<Value>, &Wanted)], patience: Duration) -> Vec<Option<Failing>> {
        let call = |(arguments, wanted): &(&Vec<Value>, &Wanted)| Call {
            arguments: (*arguments).clone(),
            times: self.times,
            follow: wanted.follows(),
            watched: Watched::Nothing,
        };
        let calls = asked.iter().map(call).collect();
        let task = task(&self.paper.answer, &self.paper.function.name, calls);
        // Only what differs between hash seeds needs both of them.
        let seeds = match self.sign.fault {
            Fault::NonDeterministic => &SEEDS[..],
            _ => &SEEDS[..1],
        };
        let sittings = watch::inside(&task, seeds, patience);
        let one = |(index, (arguments, wanted)): (usize, &(&Vec<Value>, &Wanted))| {
            let trials: Option<Vec<&Trial>> =
                sittings.iter().map(|sitting| sitting.trials.get(index)).collect();
            let trials = trials?;
            let (by, properties) = (self.paper.function.compare, &self.paper.properties);
            let mark = mark(wanted, by, properties, &trials);
            let trial = (*trials.first()?).clone();
            let (arguments, wanted) = ((*arguments).clone(), (*wanted).clone());
            let is_alike = Sign::of(&mark, Some(&trial)) == *self.sign;
            is_alike.then_some(Failing { arguments, wanted, mark, trial })
        };
        asked.iter().enumerate().map(one).collect()
    }
}
