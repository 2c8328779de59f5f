//! Judges one query: run on every dataset, straight and shuffled, and held against every contract.

use std::time::Duration;

use super::diagnosis::Failure;
use super::engine::{Engine, Trouble};
use super::explain::{self, Fared, Spans};
use super::rules::{self, Refusal};
use super::shuffle::{Layout, Tables};
use super::style::{self, Review, Rows, Schema};
use super::tree::Tree;
use super::verdict::{self, Trial};
use super::{ROW_CAP, STATEMENT, gold, shrink};
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::scale::NOT_JUDGED;
use crate::interview::verdict::{Check, Fault, Verdict};
use crate::judge::compare::{self, Comparison};
use crate::judge::request::{PaperDataset, SqlPaper};

/// The longest all runs of one query may take together.
const PAPER: Duration = Duration::from_secs(60);

/// What came of one run.
type Came = Result<Table, Trouble>;

/// One dataset, what the query made of it, and what it made of the same rows laid out anew.
struct Sitting<'a> {
    dataset: &'a PaperDataset,
    gold: Table,
    straight: Came,
    twin: Option<Came>,
}

/// Judges a query.
///
/// # Errors
/// Says what is broken about the question itself.
pub(super) fn grade(paper: &SqlPaper) -> Result<Verdict, String> {
    explained(paper, Spans::SHORT).map(|(verdict, _)| verdict)
}

/// Judges a query, and tells also how many small databases were tried to show why it is wrong.
pub(super) fn explained(paper: &SqlPaper, spans: Spans) -> Result<(Verdict, usize), String> {
    let golds = golds(paper)?;
    let first = paper.datasets.first().ok_or("the question has no datasets")?;
    if paper.contracts.is_empty() {
        return Err("the question has no contract".to_owned());
    }
    let engine = Engine::loaded(&paper.schema, &first.sql).map_err(|t| broken(first, &t))?;
    let tables = Tables::of(&engine).map_err(|t| broken(first, &t))?;
    let tree = match admit(&engine, &tables, paper) {
        Ok(admitted) => admitted,
        Err(refusal) => return Ok((verdict::refused(&refusal), 0)),
    };
    let schema = Schema::of(&engine, &paper.promises).map_err(|t| broken(first, &t))?;
    let sittings = sit(paper, golds, &engine, &tables)?;
    let (contract, mut trials) = best(paper, &sittings)?;
    let fared = fared(&sittings, &trials, contract);
    trials.extend(paper.datasets[trials.len()..].iter().map(verdict::not_run));
    let ran = sittings.first().is_some_and(|sitting| sitting.straight.is_ok());
    let review = ran.then(|| review(&engine, &tree, &schema, paper));
    let mut verdict = verdict::of(trials, review, &[NOT_JUDGED]);
    let tries = match fared.failures.is_empty() {
        true => 0,
        false => explain::explain(&mut verdict, paper, (&engine, &tables), contract, &fared, spans),
    };
    Ok((verdict, tries))
}

fn review(engine: &Engine, tree: &Tree, schema: &Schema, paper: &SqlPaper) -> Review {
    let usual = style::usual_size(engine, schema, &paper.references);
    style::review(tree, &paper.answer, schema, usual, Rows::Named)
}

/// Gathers the failures that lie in the rows, or on some rows only, for they can be explained.
fn fared<'a>(sittings: &'a [Sitting<'a>], trials: &[Trial], contract: &Contract) -> Fared<'a> {
    let all = || sittings.iter().zip(trials).enumerate();
    let runs = trials.iter().any(|trial| trial.check.fault != Fault::Error);
    let counts = |fault: Fault| shrink::is_of_rows(fault) || fault == Fault::Error && runs;
    let failure = |(place, (sitting, trial)): (usize, (&'a Sitting<'a>, &Trial))| {
        let fault = trial.check.fault;
        counts(fault).then(|| sitting.failure(place, fault, contract))
    };
    let passed = |(_, (sitting, trial)): (usize, (&'a Sitting<'a>, &Trial))| {
        (trial.check.fault == Fault::None).then_some((sitting.dataset, &sitting.gold))
    };
    Fared {
        failures: all().filter_map(failure).collect(),
        passed: all().filter_map(passed).collect(),
    }
}

impl<'a> Sitting<'a> {
    /// Gives the run in which the answer was wrong, and how the rows lay then.
    fn failure(&'a self, place: usize, fault: Fault, contract: &Contract) -> Failure<'a> {
        let wrong = |came: &'a Came| {
            let came = came.as_ref().ok()?;
            let found = compare::compare(&self.gold, came, contract).ok()?;
            (!found.holds()).then_some((came, found.fault))
        };
        let straight = wrong(&self.straight);
        let twin = self.twin.as_ref().and_then(wrong);
        let layout = match (&straight, fault) {
            (None, Fault::NonDeterministic) => Some(Layout::of(place)),
            _ => None,
        };
        let came = if layout.is_some() { twin } else { straight };
        Failure { place, dataset: self.dataset, fault, gold: &self.gold, came, layout }
    }
}

fn golds(paper: &SqlPaper) -> Result<Vec<Table>, String> {
    paper.datasets.iter().map(gold::read).collect()
}

fn broken(dataset: &PaperDataset, trouble: &Trouble) -> String {
    format!("dataset {}: {}", dataset.id, trouble.words)
}

/// Decides whether the query may run at all.
fn admit(engine: &Engine, tables: &Tables, paper: &SqlPaper) -> Result<Tree, Refusal> {
    let tree = rules::one_select(engine, &paper.answer)?;
    rules::check(&tree.facts(), &tables.names, &paper.contracts)?;
    Ok(tree)
}

/// Runs the query on every dataset. After a timeout nothing more is run: the rest would only wait.
fn sit<'a>(
    paper: &'a SqlPaper,
    golds: Vec<Table>,
    engine: &Engine,
    tables: &Tables,
) -> Result<Vec<Sitting<'a>>, String> {
    let mut sittings: Vec<Sitting<'a>> = Vec::new();
    let mut budget = Budget { left: PAPER };
    for (place, (dataset, gold)) in paper.datasets.iter().zip(golds).enumerate() {
        if place > 0 {
            let moved = engine.move_on(place, &paper.schema, &dataset.sql);
            moved.map_err(|trouble| broken(dataset, &trouble))?;
        }
        let straight = budget.run(engine, &paper.answer);
        let twin = match dataset.public || is_late(&straight) {
            true => None,
            false => {
                let laid = tables.relay(engine, Layout::of(place));
                laid.map_err(|trouble| broken(dataset, &trouble))?;
                Some(budget.run(engine, &paper.answer))
            }
        };
        let stop = is_late(&straight) || twin.as_ref().is_some_and(is_late);
        sittings.push(Sitting { dataset, gold, straight, twin });
        if stop {
            break;
        }
    }
    Ok(sittings)
}

fn is_late(came: &Came) -> bool {
    matches!(came, Err(Trouble { fault: Fault::Timeout, .. }))
}

/// The time all datasets share.
struct Budget {
    left: Duration,
}

impl Budget {
    fn run(&mut self, engine: &Engine, answer: &str) -> Came {
        let came = engine.query(answer, ROW_CAP, STATEMENT.min(self.left));
        let millis = match &came {
            Ok((_, millis)) => *millis,
            Err(trouble) => trouble.millis,
        };
        self.left = self.left.saturating_sub(Duration::from_millis(millis));
        came.map(|(table, _)| table)
    }
}

/// Holds the results against each contract and keeps the one they meet best; the first wins a tie.
fn best<'a>(
    paper: &'a SqlPaper,
    sittings: &[Sitting<'_>],
) -> Result<(&'a Contract, Vec<Trial>), String> {
    let mut best: Option<(usize, &Contract, Vec<Trial>)> = None;
    for contract in &paper.contracts {
        let trials: Vec<Trial> =
            sittings.iter().map(|sitting| trial(sitting, contract)).collect::<Result<_, _>>()?;
        let passed = trials.iter().filter(|trial| trial.check.fault == Fault::None).count();
        if best.as_ref().is_none_or(|(most, ..)| passed > *most) {
            best = Some((passed, contract, trials));
        }
    }
    best.map(|(_, contract, trials)| (contract, trials))
        .ok_or_else(|| "the question has no contract".to_owned())
}

fn trial(sitting: &Sitting<'_>, contract: &Contract) -> Result<Trial, String> {
    let dataset = sitting.dataset;
    let broken = |words: String| format!("dataset {}: {words}", dataset.id);
    let straight = held(&sitting.gold, &sitting.straight, contract, dataset).map_err(broken)?;
    let twin = match &sitting.twin {
        Some(twin) => Some(held(&sitting.gold, twin, contract, dataset).map_err(broken)?),
        None => None,
    };
    let found = match twin {
        Some(twin) if twin.holds() != straight.holds() && twin.fault != Fault::Timeout => {
            unstable(&straight)
        }
        Some(twin) if straight.holds() => twin,
        _ => straight,
    };
    Ok(to_trial(sitting, contract, found))
}

/// Compares what came, or puts its failure into the same form.
pub(super) fn held(
    gold: &Table,
    came: &Came,
    contract: &Contract,
    dataset: &PaperDataset,
) -> Result<Comparison, String> {
    match came {
        Ok(table) => compare::compare(gold, table, contract),
        Err(trouble) => {
            let words = match dataset.public {
                true => trouble.words.clone(),
                false => trouble.hidden_words(),
            };
            let (missing, extra, notes) = (Vec::new(), Vec::new(), Vec::new());
            Ok(Comparison { fault: trouble.fault, words, missing, extra, notes })
        }
    }
}

/// Names an answer that is right in one physical order of the rows and wrong in another.
fn unstable(straight: &Comparison) -> Comparison {
    let words = "The same rows stored in another order give another result: something is picked \
                 from a tie; add a tie-break.";
    let (missing, extra, notes) = (Vec::new(), Vec::new(), straight.notes.clone());
    Comparison { fault: Fault::NonDeterministic, words: words.to_owned(), missing, extra, notes }
}

fn to_trial(sitting: &Sitting<'_>, contract: &Contract, found: Comparison) -> Trial {
    let dataset = sitting.dataset;
    let shows = dataset.public && !found.holds();
    let difference = sitting.straight.as_ref().ok().filter(|_| shows).map(|actual| {
        let expected = compare::shown(&sitting.gold, contract);
        verdict::difference(&dataset.id, &expected, actual, &found.missing, &found.extra)
    });
    let check = Check {
        id: dataset.id.clone(),
        about: dataset.about.clone(),
        public: dataset.public,
        fault: found.fault,
        words: found.words,
    };
    Trial { check, difference, notes: found.notes }
}
