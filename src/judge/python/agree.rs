//! Whether the references of a question agree on what its generator makes; for the proof of a question.

use super::compare::same;
use super::generated::{self, Order, answers, arguments_under, wanted};
use super::marking::Wanted;
use super::spelling::{spell, spell_call};
use super::value::Value;
use crate::content::generator::Generator;
use crate::content::question::CompareBy;
use crate::judge::request::{Outcome, PythonPaper};

/// How many seeds are tried.
const SEEDS: u32 = 200;
/// How many calls share an interpreter; all of their arguments are held at once.
const BATCH: usize = 25;
/// The size where the question generates no cases, only for growth or streams.
const USUAL_SIZE: u32 = 40;
/// How many characters of arguments and results are told.
const SHOWN: usize = 600;

/// Has all references answer on many seeds, and the generator show that nothing but the seed decides.
pub fn agree(paper: &PythonPaper) -> Outcome {
    let Some(generator) = &paper.generator else {
        return Outcome::Agreed { tried: 0, disagreement: None };
    };
    let size = generator.generated.map_or(USUAL_SIZE, |generated| generated.size);
    let orders: Vec<Order> =
        (1..=SEEDS).map(|seed| Order { seed, size: sized(seed, size) }).collect();
    let mut tried = 0;
    for batch in orders.chunks(BATCH) {
        let agreed = match tried {
            0 => repeats(generator, batch).and_then(|()| compare(paper, generator, batch)),
            _ => compare(paper, generator, batch),
        };
        if let Err(words) = agreed {
            return Outcome::Agreed { tried, disagreement: Some(words) };
        }
        tried += batch.len() as u32;
    }
    Outcome::Agreed { tried, disagreement: None }
}

/// Small sizes come often, because mistakes sit there; large ones are rarer, because they take long.
fn sized(seed: u32, most: u32) -> u32 {
    match seed % 8 {
        small @ 0..=3 => small.min(most),
        _ => (seed * seed * most / (SEEDS * SEEDS)).max(4).min(most),
    }
}

/// Says when something other than the seed decides.
fn repeats(generator: &Generator, orders: &[Order]) -> Result<(), String> {
    let arguments = generated::arguments(generator, orders)?;
    let again = arguments_under(generator, orders, 1)?;
    let differs = arguments.iter().zip(&again).position(|(one, other)| !alike(one, other));
    let Some(place) = differs else { return Ok(()) };
    let Order { seed, size } = orders[place];
    Err(format!(
        "generate({seed}, {size}) gives something else under another hash seed; draw from \
         `random.Random(seed)` alone, without `hash` and without the order of a set"
    ))
}

fn compare(paper: &PythonPaper, generator: &Generator, orders: &[Order]) -> Result<(), String> {
    let arguments = generated::arguments(generator, orders)?;
    let mut first: Option<Vec<Wanted>> = None;
    for reference in &paper.references {
        let said = said(paper, reference, orders, &arguments)?;
        let Some(first) = &first else {
            first = Some(said);
            continue;
        };
        let by = paper.function.compare;
        let differs = first.iter().zip(&said).position(|(one, other)| !one.agrees(other, by));
        if let Some(place) = differs {
            let call = spell_call(&paper.function.name, &arguments[place], SHOWN);
            let (one, other) = (told(&first[place]), told(&said[place]));
            return Err(format!("the references disagree on {call}: {one}, and {other}"));
        }
    }
    Ok(())
}

fn said(
    paper: &PythonPaper,
    reference: &str,
    orders: &[Order],
    arguments: &[Vec<Value>],
) -> Result<Vec<Wanted>, String> {
    let trials = answers(paper, reference, arguments)?;
    let read = |(trial, order): (super::trial::Trial, &Order)| {
        let Order { seed, size } = order;
        let wanted = wanted(paper, trial.came.into_iter().next());
        wanted.map_err(|words| format!("a reference {words} on generate({seed}, {size})"))
    };
    trials.into_iter().zip(orders).map(read).collect()
}

fn told(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Value(value) => spell(value, SHOWN),
        Wanted::Exception(name) => format!("raises {name}"),
    }
}

fn alike(one: &[Value], other: &[Value]) -> bool {
    let same = |(one, other): (&Value, &Value)| match (one, other) {
        (Value::Iter(one), Value::Iter(other)) => alike(one, other),
        _ => same(one, other, CompareBy::Exact),
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

#[cfg(test)]
mod tests {
    use super::sized;

    #[test]
    fn every_small_size_and_the_largest_are_tried() {
        let sizes: Vec<u32> = (1..=200).map(|seed| sized(seed, 60)).collect();
        for size in [0, 1, 2, 3, 4, 30] {
            assert!(sizes.contains(&size), "{size}");
        }
        assert!(sizes.iter().all(|size| *size <= 60) && sizes.iter().any(|size| *size >= 59));
        assert!((1..=200).all(|seed| sized(seed, 1) <= 1));
    }
}
