//! The smallest call found on which an answer is wrong in the same way.
//!
//! Pieces of the arguments are left out or made plainer as long as the references agree on what is expected and
//! the answer fails with the same kind of fault. The tries of a round share an interpreter; what is shown was
//! called once more in fresh ones and was wrong there.

mod edit;
mod oracle;

use std::collections::HashSet;
use std::time::Duration;

use super::asked::Asked;
use super::marking::{Mark, Wanted};
use super::pace::Turn;
use super::report::{Marked, one_row, output};
use super::spelling::{spell, spell_call};
use super::trial::{Came, Trial};
use super::value::Value;
use crate::content::cell::Table;
use crate::interview::verdict::{Counterexample, Fault};
use crate::judge::request::PythonPaper;
use edit::{cost, edits, is_bare, join};
use oracle::Oracle;

/// How many smaller calls are tried.
const TRIES: usize = 300;
/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(2);
/// How many calls are tried in one round.
const ROUND: usize = 24;
/// How many characters of a value are shown.
const SHOWN: usize = 2000;

/// How a case fails; a smaller one must fail likewise.
#[derive(Clone, Debug, PartialEq)]
struct Sign {
    fault: Fault,
    /// The exception that came where a value was wanted, or another exception.
    raised: Option<String>,
}

impl Sign {
    fn of(mark: &Mark, trial: Option<&Trial>) -> Sign {
        let raised = trial.and_then(|trial| {
            trial.came.iter().find_map(|came| match came {
                Came::Raised(raised) => Some(raised.name.clone()),
                Came::Returned(_) => None,
            })
        });
        Sign { fault: mark.fault, raised: raised.filter(|_| mark.fault == Fault::Exception) }
    }
}

/// A call on which the answer fails.
#[derive(Clone)]
struct Failing {
    arguments: Vec<Value>,
    wanted: Wanted,
    mark: Mark,
    trial: Trial,
}

/// Looks for the smallest call that shows what is wrong; none when every failing case ran out of time or
/// memory, or when nothing can be shown without giving a hidden case away.
pub fn example(paper: &PythonPaper, marked: &[Marked<'_>]) -> Option<Counterexample> {
    let turn = Turn::of(PATIENCE);
    let chosen = choose(marked)?;
    let sign = Sign::of(&chosen.mark, chosen.trial);
    let oracle = Oracle { paper, times: chosen.case.times, sign: &sign };
    let smallest = reduce(chosen.case, &oracle, &turn);
    let is_new = smallest != chosen.case.arguments;
    let may_be_shown = chosen.case.sample || is_new || smallest.iter().all(is_bare);
    let confirmed = may_be_shown.then(|| oracle.confirm(&smallest)).flatten();
    confirmed.map(|failing| told(paper, chosen.case, failing))
}

/// Chooses the failing case that begins smallest, among those with the fault that the verdict names.
fn choose<'m, 'a>(marked: &'m [Marked<'a>]) -> Option<&'m Marked<'a>> {
    let can_shrink = |fault| !matches!(fault, Fault::None | Fault::Timeout | Fault::Limits);
    let failed = || marked.iter().filter(|one| can_shrink(one.mark.fault));
    let first = failed().next()?.mark.fault;
    let alike = failed().filter(|one| one.mark.fault == first);
    alike.min_by_key(|one| one.case.arguments.iter().map(cost).sum::<usize>())
}

fn reduce(case: &Asked, oracle: &Oracle<'_>, turn: &Turn) -> Vec<Value> {
    let mut tried = HashSet::new();
    let mut current = case.arguments.clone();
    let mut joined: Option<Vec<Value>> = None;
    while tried.len() < TRIES && !turn.left().is_zero() {
        let room = ROUND.min(TRIES - tried.len());
        let smaller = joined.take().into_iter().chain(edits(&current));
        let is_new = |arguments: &Vec<Value>| tried.insert(spell_call("", arguments, usize::MAX));
        let tries: Vec<Vec<Value>> = smaller.filter(is_new).take(room).collect();
        if tries.is_empty() {
            break;
        }
        let found: Vec<Failing> = oracle.failing(&tries, turn).into_iter().flatten().collect();
        let Some(smallest) = found.iter().min_by_key(|one| weight(&one.arguments)) else {
            continue;
        };
        // Edits at different places that each worked are likely to work together; that is tried first.
        joined = join(&current, found.iter().map(|one| &one.arguments));
        current = smallest.arguments.clone();
    }
    current
}

fn weight(arguments: &[Value]) -> usize {
    arguments.iter().map(cost).sum()
}

fn told(paper: &PythonPaper, case: &Asked, failing: Failing) -> Counterexample {
    let Failing { arguments, wanted, mark, trial } = failing;
    // A smaller call may fail without what the case was written for.
    let trap = case.trap.clone().filter(|_| arguments == case.arguments);
    let returned = trial.came.iter().rev().find_map(|came| match came {
        Came::Returned(value) => Some(value_row("returned", value)),
        Came::Raised(_) => None,
    });
    let has_raised = trial.came.iter().any(|came| matches!(came, Came::Raised(_)));
    Counterexample {
        tables: vec![],
        expected: match &wanted {
            Wanted::Value(value) => value_row("expected", value),
            Wanted::Exception(name) => one_row("expected", "exception", format!("raises {name}")),
        },
        actual: returned.filter(|_| !has_raised),
        missing: vec![],
        extra: vec![],
        words: mark.words,
        trap,
        mistake: None,
        call: Some(spell_call(&paper.function.name, &arguments, SHOWN)),
        output: output(&trial),
    }
}

fn value_row(name: &str, value: &Value) -> Table {
    one_row(name, value.kind(), spell(value, SHOWN))
}

#[cfg(test)]
mod tests;
