//! What ought to come of an input nobody wrote: what all references give, if they agree.

use super::REFERENCE;
use crate::content::question::Case;
use crate::judge::python::asked;
use crate::judge::python::compare::same;
use crate::judge::python::trial::{Call, Came, Trial, Watched};
use crate::judge::python::value::Value;
use crate::judge::python::{SEEDS, watch};
use crate::judge::request::{Outcome, PythonPaper};

/// Makes a case of every input on which the references agree and raise nothing the question does not declare.
pub fn expected(paper: &PythonPaper, references: &[String], inputs: &[String]) -> Outcome {
    let read: Result<Vec<Vec<Value>>, String> =
        inputs.iter().map(|input| Value::read_arguments(input)).collect();
    let read = match read {
        Ok(read) => read,
        Err(words) => return Outcome::Broken(words),
    };
    let trials: Vec<Vec<Trial>> =
        references.iter().map(|source| trials(paper, source, &read)).collect();
    let made = inputs.iter().enumerate().map(|(place, input)| {
        let all: Option<Vec<&Trial>> = trials.iter().map(|trials| trials.get(place)).collect();
        all.and_then(|all| case(paper, input, &all))
    });
    Outcome::Cases(made.collect())
}

fn trials(paper: &PythonPaper, source: &str, inputs: &[Vec<Value>]) -> Vec<Trial> {
    let call = |arguments: &Vec<Value>| Call {
        arguments: arguments.clone(),
        times: 1,
        follow: true,
        watched: Watched::Nothing,
    };
    let task = asked::task(source, &paper.function.name, inputs.iter().map(call).collect());
    watch::run_until(&task, SEEDS[0], REFERENCE, &mut |_, _| false).trials
}

fn case(paper: &PythonPaper, input: &str, trials: &[&Trial]) -> Option<Case> {
    if paper.properties.input_not_mutated && trials.iter().any(|trial| trial.changed.is_some()) {
        return None;
    }
    let all: Vec<&Came> = trials.iter().flat_map(|trial| &trial.came).collect();
    let (expect, raises) = match all.first()? {
        Came::Returned(value) => (Some(returned(paper, value, &all)?), None),
        Came::Raised(_) => (None, Some(raised(paper, &all)?)),
    };
    let name = "an input found by search".to_owned();
    let args = input.to_owned();
    Some(Case { name, trap: None, sample: false, args, expect, raises, calls: None })
}

/// Gives the value all of them returned.
fn returned(paper: &PythonPaper, value: &Value, all: &[&Came]) -> Option<String> {
    let by = paper.function.compare;
    let agree = |came: &&Came| matches!(came, Came::Returned(other) if same(value, other, by));
    let written = value.write()?.to_string();
    all.iter().all(agree).then_some(written)
}

/// Gives the declared exception all of them raised.
fn raised(paper: &PythonPaper, all: &[&Came]) -> Option<String> {
    let declared = paper.cases.iter().filter_map(|case| case.raises.as_ref());
    let fits = |name: &&String| {
        all.iter().all(|came| matches!(came, Came::Raised(raised) if raised.is_a(name)))
    };
    declared.into_iter().find(fits).cloned()
}
