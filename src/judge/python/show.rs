//! What a run shows: the output, each sample with its two values, and why it ended.

use std::time::Duration;

use super::asked::Asked;
use super::marking::{Mark, Wanted, mark};
use super::spelling::spell;
use super::trial::{Came, Trial};
use super::watch::{End, Sitting};
use crate::interview::verdict::Fault;
use crate::judge::request::{Outcome, PythonRun};

/// How many characters of a value are shown.
const SHOWN: usize = 500;

/// A run that is over.
pub struct Shown<'a> {
    pub run: &'a PythonRun,
    pub samples: &'a [Asked],
    pub sitting: &'a Sitting,
}

impl Shown<'_> {
    /// Tells what came of the run.
    pub fn outcome(&self, deadline: Duration, millis: u64) -> Outcome {
        if let End::Broken(words) = &self.sitting.end {
            return Outcome::Broken(words.clone());
        }
        let stopped = self.sitting.stopped(deadline).is_some();
        let error = self.error(deadline);
        Outcome::Output { ok: error.is_none(), text: self.text(), error, millis, stopped }
    }

    fn error(&self, deadline: Duration) -> Option<String> {
        if let Some((_, words)) = self.sitting.stopped(deadline) {
            return Some(format!("Stopped: {words}."));
        }
        let raised = self.sitting.module.as_ref().and_then(|(raised, _)| raised.as_ref());
        let raised = raised.filter(|raised| !raised.is_clean_exit());
        raised.map(|raised| raised.text.clone()).or_else(|| self.sitting.lacking.clone())
    }

    fn text(&self) -> String {
        let printed = self.sitting.module.as_ref().map(|(_, printed)| printed.clone());
        let mut text = printed.unwrap_or_default();
        for (index, trial) in self.sitting.trials.iter().enumerate() {
            if let Some(paper) = &self.run.paper {
                let by = paper.function.compare;
                let sample = &self.samples[index];
                let mark = mark(&sample.wanted, by, &paper.properties, &[trial]);
                text.push_str(&sample_lines(sample, &mark, trial));
            }
        }
        text + &self.sitting.printed
    }
}

fn sample_lines(case: &Asked, mark: &Mark, trial: &Trial) -> String {
    let mut lines = trial.printed.clone();
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    lines.push_str(&format!("sample “{}”: {}\n", case.name, mark.words));
    if mark.fault == Fault::None {
        return lines;
    }
    lines.push_str(&match &case.wanted {
        Wanted::Value(value) => format!("  expected: {}\n", spell(value, SHOWN)),
        Wanted::Exception(name) => format!("  expected: raises {name}\n"),
    });
    match trial.came.last() {
        Some(Came::Returned(value)) => lines + &format!("  returned: {}\n", spell(value, SHOWN)),
        Some(Came::Raised(raised)) => lines + &format!("{}\n", raised.text),
        None => lines,
    }
}
