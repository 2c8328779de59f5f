//! How much memory an answer holds while it reads a long stream, whose items are made as they are asked for.

use std::time::Duration;

use super::asked::task;
use super::generated::{self, Order};
use super::marking::{Mark, mark as mark_trials};
use super::trial::{Call, Cost, Trial, Watched};
use super::value::Value;
use super::watch::{self, End};
use crate::content::generator::{Generator, Streaming};
use crate::content::question::Properties;
use crate::interview::verdict::Fault;
use crate::judge::request::PythonPaper;

/// A short stream first, so that imports and caches of the first call are not counted.
const WARM_UP: u32 = 50;

/// Measures an answer that is right; errors say what is wrong with the question.
pub fn mark(paper: &PythonPaper, deadline: Duration) -> Result<Option<Mark>, String> {
    let generator = paper.generator.as_ref();
    let Some((generator, streaming)) = generator.and_then(|one| Some((one, one.streaming?))) else {
        return Ok(None);
    };
    let arguments = streams(generator, streaming)?;
    let wanted = generated::expected(paper, &arguments)?;
    let call = |arguments: Vec<Value>| Call {
        arguments,
        times: 1,
        follow: true,
        watched: Watched::Memory,
    };
    let calls = arguments.into_iter().map(call).collect();
    let task = task(&paper.answer, &paper.function.name, calls);
    let sitting = watch::inside(&task, &[0], deadline).pop().unwrap_or_default();
    if let End::Broken(words) = &sitting.end {
        return Err(words.clone());
    }
    let on = format!("on a stream of size {}", streaming.size);
    if let Some((fault, words)) = sitting.stopped(deadline) {
        return Ok(Some(Mark::new(fault, format!("{on}, {words}"))));
    }
    let Some((wanted, trial)) = wanted.last().zip(sitting.trials.last()) else {
        return Err("no stream was fed".into());
    };
    let came = mark_trials(wanted, paper.function.compare, &Properties::default(), &[trial]);
    Ok(Some(match came.fault {
        Fault::None => weigh(streaming, trial),
        fault => Mark::new(fault, format!("{} {on}", came.words)),
    }))
}

/// Gives a short stream and the long one.
fn streams(generator: &Generator, streaming: Streaming) -> Result<Vec<Vec<Value>>, String> {
    let orders = [WARM_UP, streaming.size].map(|size| Order { seed: 1, size });
    let mut made = generated::arguments(generator, &orders)?;
    for arguments in &mut made {
        let count = arguments.len();
        let place = streaming.argument;
        let argument = arguments.get_mut(place).ok_or_else(|| {
            format!("argument {place} is to be streamed, and generate.py gives only {count}")
        })?;
        *argument = match std::mem::replace(argument, Value::None) {
            Value::List(items) | Value::Tuple(items) | Value::Iter(items) => Value::Iter(items),
            other => {
                return Err(format!("a {} cannot be streamed item by item", other.kind()));
            }
        };
    }
    Ok(made)
}

fn weigh(streaming: Streaming, trial: &Trial) -> Mark {
    let Some(Cost::Memory(bytes)) = trial.cost else {
        return Mark::new(Fault::None, "passed");
    };
    let kib = bytes.div_ceil(1024);
    if kib <= streaming.peak_kib as usize {
        return Mark::new(Fault::None, "passed");
    }
    let words = format!(
        "held {kib} KiB of memory while reading a stream of size {}, where {} KiB are enough",
        streaming.size, streaming.peak_kib
    );
    Mark::new(Fault::Property, words)
}
