//! How one dataset went: each stage's views held against what is stored, or against the stage before.

use super::sitting::{Sitting, Stage, Views};
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::{Check, Difference, Fault};
use crate::judge::compare;
use crate::judge::request::{ModelPaper, PaperDataset};
use crate::judge::sql::engine::Trouble;
use crate::judge::sql::verdict::{self, Trial};

/// The stored views of one dataset.
pub(super) struct Golds {
    /// After the first batch; none once the requirement has changed.
    pub first: Option<Views>,
    /// After the second.
    pub late: Option<Views>,
}

/// A dataset's trial, and how each stage went that was reached.
pub(super) struct Tried {
    pub trial: Trial,
    pub stages: Vec<(Stage, bool)>,
}

impl Tried {
    /// Says how a stage went; none when it was not reached.
    pub fn holds(&self, stage: Stage) -> Option<bool> {
        self.stages.iter().find(|(reached, _)| *reached == stage).map(|(_, holds)| *holds)
    }
}

/// What was found at one stage.
struct Found {
    fault: Fault,
    words: String,
    notes: Vec<String>,
    difference: Option<Difference>,
}

impl Found {
    fn plain(fault: Fault, words: impl Into<String>) -> Self {
        Self { fault, words: words.into(), notes: Vec::new(), difference: None }
    }

    fn holds(&self) -> bool {
        self.fault == Fault::None
    }
}

/// Holds a sitting, and its twin with the raw rows in another order, against what is stored.
///
/// # Errors
/// Says what is wrong with the stored views.
pub(super) fn hold(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    golds: &Golds,
    straight: &Sitting<'_>,
    twin: Option<&Sitting<'_>>,
) -> Result<Tried, String> {
    let mut found = stages(paper, dataset, golds, straight)?;
    if let Some(twin) = twin {
        let twins = stages(paper, dataset, golds, twin)?;
        for ((stage, mine), (_, other)) in found.iter_mut().zip(twins) {
            match (mine.holds(), other.holds()) {
                (true, false) if other.fault == Fault::Timeout => *mine = other,
                (true, false) | (false, true) => *mine = unstable(*stage),
                _ => {}
            }
        }
    }
    let stages = found.iter().map(|(stage, found)| (*stage, found.holds())).collect();
    let notes = found.iter().flat_map(|(_, found)| found.notes.clone()).collect();
    let first = found.into_iter().map(|(_, found)| found).find(|found| !found.holds());
    let wrong = first.unwrap_or_else(|| Found::plain(Fault::None, "All views are right."));
    let check = Check {
        id: dataset.id.clone(),
        about: dataset.about.clone(),
        public: dataset.public,
        fault: wrong.fault,
        words: wrong.words,
    };
    Ok(Tried { trial: Trial { check, difference: wrong.difference, notes }, stages })
}

fn unstable(stage: Stage) -> Found {
    let words = "the same raw rows in another order give another result.";
    Found::plain(Fault::NonDeterministic, told(stage, words))
}

/// Puts when it was before what happened.
fn told(stage: Stage, words: &str) -> String {
    match stage.when() {
        "" => sentence(words),
        when => format!("{when}{words}"),
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn stages(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    golds: &Golds,
    sitting: &Sitting<'_>,
) -> Result<Vec<(Stage, Found)>, String> {
    let mut before: Option<&Views> = None;
    let mut found = Vec::new();
    for (stage, came) in &sitting.reached {
        let one = match came {
            Err(trouble) => failed(*stage, trouble, dataset.public),
            Ok(views) => {
                let expected = match stage {
                    Stage::First => golds.first.as_ref(),
                    Stage::Late => golds.late.as_ref(),
                    Stage::Again | Stage::LateAgain | Stage::RawGone => before,
                };
                before = Some(views);
                let broken = |words: String| format!("dataset {}, {words}", dataset.id);
                held(paper, dataset, *stage, expected, views).map_err(broken)?
            }
        };
        found.push((*stage, one));
    }
    Ok(found)
}

/// Tells a failure, without values where the rows are hidden.
fn failed(stage: Stage, trouble: &Trouble, public: bool) -> Found {
    let words = if public { trouble.words.clone() } else { trouble.hidden_words() };
    let is_rerun = stage.is_unchanging() && stage != Stage::RawGone;
    let fault = match trouble.fault {
        Fault::Error if is_rerun => Fault::Rerun,
        fault => fault,
    };
    Found::plain(fault, told(stage, &words))
}

/// Holds a stage's views against those expected; where nothing is stored, there is nothing to hold.
fn held(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    stage: Stage,
    expected: Option<&Views>,
    views: &Views,
) -> Result<Found, String> {
    let mut notes: Vec<String> = Vec::new();
    let Some(expected) = expected else { return Ok(Found::plain(Fault::None, "It ran.")) };
    for (name, contract) in &paper.views {
        let gold = expected.get(name).ok_or_else(|| format!("there is no stored `{name}`"))?;
        let actual = &views[name];
        if stage.is_unchanging() && gold == actual {
            continue;
        }
        let one = match stage.is_unchanging() {
            true => changed(stage, gold, actual, contract),
            false => compare::compare(gold, actual, contract)
                .map_err(|words| format!("`{name}`: {words}"))?,
        };
        // Names of columns and types can be made of rows, and hidden ones are not to be read from them.
        if dataset.public {
            notes.extend(one.notes.iter().map(|note| format!("`{name}`: {note}")));
        }
        if !one.holds() {
            let words = told(stage, &format!("`{name}`: {}", unnamed(&one, dataset.public)));
            let id = format!("{} {name}", dataset.id);
            let difference = dataset.public.then(|| {
                let shown = compare::shown(gold, contract);
                verdict::difference(&id, &shown, actual, &one.missing, &one.extra)
            });
            return Ok(Found { fault: one.fault, words, notes, difference });
        }
    }
    Ok(Found { notes, ..Found::plain(Fault::None, "All views are right.") })
}

/// Gives the words of a comparison, without the name and type of a column where rows are hidden.
fn unnamed(one: &compare::Comparison, public: bool) -> &str {
    match one.fault {
        Fault::Class if !public => "A column has another type than was asked for.",
        _ => &one.words,
    }
}

/// Compares with what the answer's own view showed before, which may be wrong already.
fn changed(stage: Stage, before: &Table, now: &Table, contract: &Contract) -> compare::Comparison {
    let fault = if stage == Stage::RawGone { Fault::Forbidden } else { Fault::Rerun };
    let one = compare::compare(before, now, contract);
    let one = one.unwrap_or_else(|_| compare::Comparison {
        fault,
        words: "it shows something else.".to_owned(),
        missing: Vec::new(),
        extra: Vec::new(),
        notes: Vec::new(),
    });
    let fault = if one.holds() { Fault::None } else { fault };
    compare::Comparison { fault, notes: Vec::new(), ..one }
}
