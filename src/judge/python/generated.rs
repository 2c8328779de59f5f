//! Arguments made by a question's generator, and what its first reference says is expected of them.
//!
//! Both run like an answer, sealed and in interpreters of their own, before the answer's time begins. What goes
//! wrong here is the question's mistake.

use std::time::Duration;

use super::asked::{Asked, task, times};
use super::marking::Wanted;
use super::trial::{Call, Came, Task, Trial, Watched};
use super::value::Value;
use super::watch::{self, End};
use crate::content::generator::{Generator, Passing};
use crate::judge::request::PythonPaper;

/// How long a generator or a reference may take in all.
const PATIENCE: Duration = Duration::from_secs(15);

/// What a generator is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub seed: u32,
    pub size: u32,
}

/// Gives the hidden cases that a question generates, ready to be asked.
pub fn cases(paper: &PythonPaper) -> Result<Vec<Asked>, String> {
    let Some((generator, wish)) =
        paper.generator.as_ref().and_then(|generator| Some((generator, generator.generated?)))
    else {
        return Ok(Vec::new());
    };
    let orders: Vec<Order> = (1..=wish.count).map(|seed| Order { seed, size: wish.size }).collect();
    let arguments = arguments(generator, &orders)?;
    let wanted = expected(paper, &arguments)?;
    let name = |order: &Order| format!("generated: size {}, seed {}", order.size, order.seed);
    let made = orders.iter().zip(arguments).zip(wanted);
    Ok(made
        .map(|((order, arguments), wanted)| Asked {
            name: name(order),
            trap: None,
            sample: false,
            arguments,
            times: times(&paper.properties),
            wanted,
        })
        .collect())
}

/// Runs the generator and gives the arguments as they reach the function.
pub fn arguments(generator: &Generator, orders: &[Order]) -> Result<Vec<Vec<Value>>, String> {
    arguments_under(generator, orders, 0)
}

/// The same under a hash seed.
pub fn arguments_under(
    generator: &Generator,
    orders: &[Order],
    hash_seed: u32,
) -> Result<Vec<Vec<Value>>, String> {
    let call = |order: &Order| {
        let number = |number: u32| Value::Int(number.to_string());
        let arguments = vec![number(order.seed), number(order.size)];
        Call { arguments, times: 1, follow: false, watched: Watched::Nothing }
    };
    let calls = orders.iter().map(call).collect();
    let task = task(&generator.text, "generate", calls);
    let trials = run("generate.py", &task, hash_seed, PATIENCE)?;
    let made = orders.iter().zip(trials);
    made.map(|(order, trial)| handed_over(generator, *order, trial)).collect()
}

fn handed_over(
    generator: &Generator,
    order: Order,
    mut trial: Trial,
) -> Result<Vec<Value>, String> {
    let say = |what: String| format!("generate({}, {}) {what}", order.seed, order.size);
    let items = match trial.came.pop() {
        Some(Came::Returned(Value::List(items))) => items,
        Some(Came::Returned(Value::TooMuch)) => return Err(say("gives too many values".into())),
        Some(Came::Returned(other)) => {
            return Err(say(format!("gives a {} instead of a list of arguments", other.kind())));
        }
        Some(Came::Raised(raised)) => return Err(say(format!("raises {}", raised.text))),
        None => return Err(say("was not called".into())),
    };
    let pass = |(index, value): (usize, Value)| {
        plain(&value).map_err(&say)?;
        passed(value, generator.passing(index)).map_err(|what| say(format!("{what} {}", index + 1)))
    };
    items.into_iter().enumerate().map(pass).collect()
}

fn passed(value: Value, passing: Passing) -> Result<Value, String> {
    match (passing, value) {
        (Passing::Plain, value) => Ok(value),
        (Passing::Iter, Value::List(items) | Value::Tuple(items)) => Ok(Value::Iter(items)),
        (Passing::File, Value::Text(text)) => Ok(Value::File(text)),
        (Passing::Iter, other) => Err(format!("gives a {} and no list for argument", other.kind())),
        (Passing::File, other) => Err(format!("gives a {} and no str for argument", other.kind())),
    }
}

/// Only plain values can be taken from one interpreter to another.
fn plain(value: &Value) -> Result<(), String> {
    match value {
        Value::Other(name) => Err(format!("gives an object of {name}, which is no plain value")),
        Value::TooMuch => Err("gives too many values or too deep ones".into()),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => {
            items.iter().try_for_each(plain)
        }
        Value::Dict(pairs) => {
            pairs.iter().try_for_each(|(key, inner)| plain(key).and_then(|()| plain(inner)))
        }
        _ => Ok(()),
    }
}

/// Has the first reference say what is expected.
pub fn expected(paper: &PythonPaper, all: &[Vec<Value>]) -> Result<Vec<Wanted>, String> {
    let reference = paper.references.first().ok_or("generated cases need a reference")?;
    let trials = answers(paper, reference, all)?;
    let read = |trial: Trial| wanted(paper, trial.came.into_iter().next());
    trials
        .into_iter()
        .map(read)
        .enumerate()
        .map(|(index, wanted)| {
            wanted.map_err(|what| {
                format!("the first reference {what} on generated arguments {}", index + 1)
            })
        })
        .collect()
}

/// Runs a right answer on each of the arguments.
pub fn answers(
    paper: &PythonPaper,
    reference: &str,
    all: &[Vec<Value>],
) -> Result<Vec<Trial>, String> {
    run("a reference", &task(reference, &paper.function.name, calls(all)), 0, PATIENCE)
}

/// Makes the calls of right answers.
pub fn calls(all: &[Vec<Value>]) -> Vec<Call> {
    let call = |arguments: &Vec<Value>| Call {
        arguments: arguments.clone(),
        times: 1,
        follow: true,
        watched: Watched::Nothing,
    };
    all.iter().map(call).collect()
}

/// Reads what a reference gave as what is expected; errors say why it cannot be.
pub fn wanted(paper: &PythonPaper, came: Option<Came>) -> Result<Wanted, String> {
    match came {
        Some(Came::Returned(value)) => plain(&value).map(|()| Wanted::Value(value)),
        Some(Came::Raised(raised)) => {
            let declared = paper.cases.iter().filter_map(|case| case.raises.as_ref());
            let fits = declared.into_iter().find(|name| raised.is_a(name));
            fits.map(|name| Wanted::Exception(name.clone())).ok_or_else(|| {
                format!("raises {}, which no written case declares: {}", raised.name, raised.text)
            })
        }
        None => Err("did not run".into()),
    }
}

/// Runs what the question brings; whatever keeps it from its end is told as the question's mistake.
pub fn run(
    what: &str,
    task: &Task,
    hash_seed: u32,
    patience: Duration,
) -> Result<Vec<Trial>, String> {
    let count = task.calls.len();
    let sitting = watch::inside(task, &[hash_seed], patience).pop();
    let sitting = sitting.unwrap_or_default();
    if let End::Broken(words) = &sitting.end {
        return Err(words.clone());
    }
    if let Some((Some(raised), _)) = &sitting.module {
        return Err(format!("{what} does not run: {}", raised.text));
    }
    if let Some(words) = &sitting.lacking {
        return Err(format!("{what}: {words}"));
    }
    if let Some((_, words)) = sitting.stopped(patience) {
        return Err(format!("{what} {words}"));
    }
    match sitting.trials.len() == count {
        true => Ok(sitting.trials),
        false => Err(format!("{what} ended after {} of {count} calls", sitting.trials.len())),
    }
}
