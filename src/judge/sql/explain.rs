//! Why is an answer wrong? After a rejection: the known mistake it makes, and the smallest rows that show it.

use std::time::Duration;

use super::diagnosis::{Case, Diagnosis, Failure, Stage};
use super::engine::{Deadline, Engine};
use super::mutate;
use super::shrink::{self, Search};
use super::shuffle::Tables;
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::{Evidence, Verdict};
use crate::judge::request::{Mistake, PaperDataset, SqlPaper};

/// The rule under which a recognised mistake stands in the evidence.
pub(super) const RULE: &str = "sql.mistake";

/// How long each part of the explanation may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spans {
    pub diagnosis: Duration,
    pub search: Duration,
}

impl Spans {
    /// What a candidate waits for beyond the verdict, at most.
    pub const SHORT: Spans =
        Spans { diagnosis: Duration::from_millis(1500), search: Duration::from_secs(2) };
}

/// How an answer fared on the datasets, under the contract that fits it best.
pub(super) struct Fared<'a> {
    pub failures: Vec<Failure<'a>>,
    /// The datasets on which it was right, with their stored results.
    pub passed: Vec<(&'a PaperDataset, &'a Table)>,
}

/// Adds to a rejection what can be found out in the time there is.
///
/// It never changes the decision, and what cannot be found out is left unsaid. Gives how many small
/// databases were tried.
pub(super) fn explain(
    verdict: &mut Verdict,
    paper: &SqlPaper,
    (engine, tables): (&Engine, &Tables),
    contract: &Contract,
    fared: &Fared<'_>,
    spans: Spans,
) -> usize {
    if paper.references.is_empty() && paper.mistakes.is_empty() {
        return 0;
    }
    let deadline = Deadline::after(spans.diagnosis);
    let load = |failure| Stage::load(engine, paper, tables, failure).ok();
    let stages = || fared.failures.iter().map(load).collect::<Option<Vec<_>>>();
    let Some(mut stages) = engine.guarded(spans.diagnosis, stages) else { return 0 };
    stages.sort_by_key(|stage| stage.row_count);
    let case = Case { engine, paper, tables, contract, stages: &stages, passed: &fared.passed };
    let left = || deadline.left().unwrap_or_default();
    let known = engine.guarded(left(), || case.find(&paper.mistakes, deadline));
    // Mistakes that somebody put into words come first; an edit of the reference says less.
    let mutants = match known {
        Some(_) => Vec::new(),
        None => engine.guarded(left(), || mutants(engine, paper)),
    };
    let diagnosis = known.or_else(|| engine.guarded(left(), || case.find(&mutants, deadline)));
    verdict.evidence.extend(diagnosis.as_ref().map(evidence));
    let search = Search { engine, paper, tables, contract, diagnosis: diagnosis.as_ref() };
    let smallest = || shrink::smallest(&search, &stages, spans.search);
    let (counterexample, tries) = engine.guarded(spans.search, smallest);
    verdict.counterexample = counterexample.map(Box::new);
    tries
}

/// Gives the one-edit mistakes that could be made on the way to the first reference.
fn mutants(engine: &Engine, paper: &SqlPaper) -> Vec<Mistake> {
    let made = paper.references.first().map(|sql| mutate::mutants(engine, sql));
    let mut made = made.and_then(Result::ok).unwrap_or_default();
    // Nobody writes a filter against NULL by mistake while a join that does the same is at hand.
    made.sort_by_key(|mutant| mutant.id.starts_with("N1"));
    let mistake =
        |mutant: mutate::Mutant| Mistake { sql: mutant.sql, trap: None, words: mutant.words };
    made.into_iter().map(mistake).collect()
}

fn evidence(diagnosis: &Diagnosis<'_>) -> Evidence {
    let words = &diagnosis.mistake.words;
    let words = match &diagnosis.mistake.trap {
        Some(trap) => format!("The same wrong rows as a known mistake ({trap}): {words}"),
        None => format!("The same wrong rows as a known mistake: {words}"),
    };
    Evidence::plain(RULE, false, words)
}
