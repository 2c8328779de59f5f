//! How the working time grows with the size: at twice the size it must stay below three times.
//!
//! Linear work takes twice as long, sorting about 2.2 times, looking at every pair four times. Counting steps
//! would be exact, but what the interpreter counts are lines and instructions, and the commonest quadratic
//! mistakes, `x in list`, `list.pop(0)` and adding up strings, are one instruction each. So the thread's working
//! time decides, which other programs do not add to, and never by one look: a median of five after a warm-up,
//! the sizes by turns; and when it seems too much, everything once more in a fresh interpreter with one more
//! doubling. An answer is too slow when both doublings take three times as long or more.

use std::time::Duration;

use super::asked::task;
use super::generated::{self, Order};
use super::marking::Mark;
use super::trial::{Call, Came, Cost, Task, Trial, Watched};
use super::value::Value;
use super::watch::{self, End, Sitting};
use crate::interview::verdict::Fault;
use crate::judge::request::PythonPaper;

/// How many timed calls there are of each size.
const LOOKS: usize = 5;
/// From here on the time at twice the size is too much.
const TOO_MUCH: f64 = 3.0;

/// A size with the arguments of that size.
type Sized = (u32, Vec<Value>);

/// Measures an answer that is right; errors say what is wrong with the question.
pub fn mark(paper: &PythonPaper, deadline: Duration) -> Result<Option<Mark>, String> {
    let generator = paper.generator.as_ref();
    let Some((generator, growth)) = generator.and_then(|one| Some((one, one.growth?))) else {
        return Ok(None);
    };
    let sizes = [growth.size, growth.size * 2, growth.size * 4];
    let orders = sizes.map(|size| Order { seed: 1, size });
    let arguments = generated::arguments(generator, &orders)?;
    let sized: Vec<Sized> = sizes.into_iter().zip(arguments).collect();
    for count in [2, 3] {
        match look(paper, &paper.answer, &sized[..count], deadline)? {
            Look::Times(times) if !is_too_much(&times) => return Ok(Some(passed())),
            Look::Times(times) if count == 3 => return Ok(Some(too_slow(&sized, &times))),
            Look::Times(_) => (),
            Look::Raised(mark) => return Ok(Some(mark)),
            Look::Stopped(mark) => {
                return stopped(paper, &sized[..count], deadline, mark).map(Some);
            }
        }
    }
    Ok(Some(passed()))
}

/// What came of measuring.
enum Look {
    /// The median at each size.
    Times(Vec<Duration>),
    Raised(Mark),
    /// It was stopped before each size was measured once.
    Stopped(Mark),
}

/// An answer is only blamed for not coming to its end where a reference does: the machine may be busy, or the
/// question's size too large for it.
fn stopped(
    paper: &PythonPaper,
    sized: &[Sized],
    deadline: Duration,
    mark: Mark,
) -> Result<Mark, String> {
    let Some(reference) = paper.references.first() else { return Ok(mark) };
    match look(paper, reference, sized, deadline)? {
        Look::Times(_) => Ok(mark),
        Look::Raised(other) | Look::Stopped(other) => {
            Err(format!("the growth cannot be measured, the first reference {}", other.words))
        }
    }
}

fn look(
    paper: &PythonPaper,
    source: &str,
    sized: &[Sized],
    deadline: Duration,
) -> Result<Look, String> {
    let task = by_turns(source, &paper.function.name, sized);
    let sitting = watch::inside(&task, &[0], deadline).pop().unwrap_or_default();
    if let End::Broken(words) = &sitting.end {
        return Err(words.clone());
    }
    let size_of = |index: usize| sized[index % sized.len()].0;
    let raised = |trial: &Trial| match trial.came.first() {
        Some(Came::Raised(raised)) => Some(raised.name.clone()),
        _ => None,
    };
    let mut trials = sitting.trials.iter().enumerate();
    if let Some((index, name)) = trials.find_map(|(index, one)| Some((index, raised(one)?))) {
        let words = format!("raised {name} on generated arguments of size {}", size_of(index));
        return Ok(Look::Raised(Mark::new(Fault::Exception, words)));
    }
    let times = (0..sized.len()).map(|place| median(&sitting, place, sized.len()));
    if let Some(times) = times.collect::<Option<Vec<Duration>>>() {
        return Ok(Look::Times(times));
    }
    let (fault, words) = sitting.stopped(deadline).unwrap_or((Fault::Error, "did not run".into()));
    let size = size_of(sitting.trials.len());
    let words = format!("called by turns on arguments of up to size {size}, {words}");
    Ok(Look::Stopped(Mark::new(fault, words)))
}

fn by_turns(source: &str, function: &str, sized: &[Sized]) -> Task {
    let call = |(_, arguments): &Sized| Call {
        arguments: arguments.clone(),
        times: 1,
        follow: true,
        watched: Watched::Time,
    };
    let round = || sized.iter().map(call);
    // The first round warms up: imports inside the function, caches, memory taken for the first time.
    let calls = (0..=LOOKS).flat_map(|_| round()).collect();
    task(source, function, calls)
}

/// Gives the median time at one size; none when it was not called there after the warm-up.
fn median(sitting: &Sitting, place: usize, sizes: usize) -> Option<Duration> {
    let time = |trial: &Trial| match trial.cost {
        Some(Cost::Time(time)) => Some(time),
        _ => None,
    };
    let timed = sitting.trials.iter().skip(sizes + place).step_by(sizes);
    let mut times: Vec<Duration> = timed.filter_map(time).collect();
    times.sort();
    times.get(times.len() / 2).copied()
}

/// Says whether every doubling takes too much more time.
fn is_too_much(times: &[Duration]) -> bool {
    times.windows(2).all(|pair| pair[1].as_secs_f64() >= TOO_MUCH * pair[0].as_secs_f64())
        && times.iter().all(|time| !time.is_zero())
}

fn passed() -> Mark {
    Mark::new(Fault::None, "passed")
}

fn too_slow(sized: &[Sized], times: &[Duration]) -> Mark {
    let figure = |((size, _), time): (&Sized, &Duration)| {
        format!("{:.1} ms for {size}", time.as_secs_f64() * 1000.0)
    };
    let figures: Vec<String> = sized.iter().zip(times).map(figure).collect();
    let factors: Vec<String> = times
        .windows(2)
        .map(|pair| format!("{:.1}", pair[1].as_secs_f64() / pair[0].as_secs_f64()))
        .collect();
    let words = format!(
        "twice the input takes {} times as long, where less than 3 was wanted: {}",
        factors.join(" and "),
        figures.join(", ")
    );
    Mark::new(Fault::Property, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(times: &[u64]) -> Vec<Duration> {
        times.iter().map(|time| Duration::from_millis(*time)).collect()
    }

    #[test]
    fn only_two_doublings_in_a_row_are_too_much() {
        assert!(is_too_much(&millis(&[10, 40, 160])));
        assert!(!is_too_much(&millis(&[10, 40, 90])), "the second time it was noise");
        assert!(!is_too_much(&millis(&[10, 22, 48])), "sorting");
        assert!(!is_too_much(&millis(&[0, 0, 0])), "nothing was measured");
    }

    #[test]
    fn the_words_hold_the_figures() {
        let sized: Vec<Sized> = [500, 1000, 2000].map(|size| (size, vec![])).into();
        let mark = too_slow(&sized, &millis(&[10, 40, 161]));
        assert_eq!(
            mark.words,
            "twice the input takes 4.0 and 4.0 times as long, where less than 3 was wanted: \
             10.0 ms for 500, 40.0 ms for 1000, 161.0 ms for 2000"
        );
    }
}
