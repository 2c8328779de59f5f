//! How a damaged stream goes through an answer: lines made in a room of their own, read lazily, and held
//! against the truth outside the answer's reach.

mod rules;
mod tally;
pub mod truth;
mod weigh;

use std::time::Duration;

use super::asked::task;
use super::generated;
use super::trial::{Call, Came, Trial, Watched};
use super::value::Value;
use crate::content::gauntlet::{Gauntlet, GauntletTable};
use crate::interview::gauntlet::GauntletReading;
use crate::interview::verdict::Fault;
use tally::{Counts, Given};
use truth::Stream;
pub use weigh::weigh;

/// How long the streams of a question may take to be made; no answer pays for it.
const MAKING: Duration = Duration::from_secs(30);

/// What became of the streams of one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// All were read and counted.
    Read(Box<GauntletReading>),
    /// One was not finished, or what came is no result.
    Failed(Fault, String),
    /// The answer was stopped before the first.
    NotReached,
}

/// Makes every stream of a gauntlet, in one sealed room that no answer enters.
pub fn make(gauntlet: &Gauntlet) -> Result<Vec<Stream>, String> {
    let say = |words: String| format!("gauntlet.py: {words}");
    let call = |seed: &u32| Call {
        arguments: [*seed, gauntlet.table.size].map(|n| Value::Int(n.to_string())).into(),
        times: 1,
        follow: true,
        watched: Watched::Nothing,
    };
    let calls = gauntlet.table.seeds.iter().map(call).collect();
    let task = task(&gauntlet.text, "generate", calls);
    let trials = generated::run("gauntlet.py", &task, 0, MAKING)?;
    let made: Vec<&Came> = trials.iter().flat_map(|trial| &trial.came).collect();
    let read = |came: &&Came| match came {
        Came::Returned(value) => Stream::read(value, &gauntlet.table).map_err(say),
        Came::Raised(raised) => Err(say(raised.text.clone())),
    };
    made.iter().map(read).collect()
}

/// Holds what came of all streams, one list of trials for each hash seed, against the truth.
pub fn read(
    table: &GauntletTable,
    streams: &[Stream],
    trials: &[&[Trial]],
    stop: Option<(Fault, String)>,
) -> Ending {
    let ended = trials.iter().map(|trials| trials.len()).min().unwrap_or(0);
    if ended < streams.len() {
        return match stop {
            Some((fault, words)) => Ending::Failed(fault, format!("stream {} {words}", ended + 1)),
            None => Ending::NotReached,
        };
    }
    let sums: Result<Vec<Counts>, Ending> =
        trials.iter().map(|trials| sum(table, streams, trials)).collect();
    match sums {
        Ok(sums) => Ending::Read(Box::new(rules::reading(table, &sums))),
        Err(ending) => ending,
    }
}

/// Adds up all streams under one hash seed.
fn sum(table: &GauntletTable, streams: &[Stream], trials: &[Trial]) -> Result<Counts, Ending> {
    let mut sum = Counts::none(table);
    for (index, (stream, trial)) in streams.iter().zip(trials).enumerate() {
        let say = |words: String| format!("stream {} {words}", index + 1);
        let value = match trial.came.first() {
            Some(Came::Returned(value)) => value,
            Some(Came::Raised(raised)) => {
                let at = raised.line.map(|line| format!(" in line {line}")).unwrap_or_default();
                let words = format!("raised {}{at}, at its line {}", raised.name, trial.taken);
                return Err(Ending::Failed(Fault::Exception, say(words)));
            }
            None => return Err(Ending::NotReached),
        };
        let given = Given::read(value, &table.key)
            .map_err(|words| Ending::Failed(Fault::Class, say(words)))?;
        sum.add(tally::count(stream, table, &given), trial);
    }
    Ok(sum)
}

#[cfg(test)]
mod tests;
