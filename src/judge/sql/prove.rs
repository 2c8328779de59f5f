//! Can a question tell its reference from plausible wrong queries? Tried on its datasets, then on random ones.

use std::time::Duration;

use super::catalog::Catalog;
use super::engine::{Engine, Trouble};
use super::fuzz::{Pools, Sample, Source};
use super::gold::Reference;
use super::shuffle::{Layout, Tables};
use super::tree::Tree;
use super::{ROW_CAP, STATEMENT, gold, mutate};
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::Fault;
use crate::judge::compare;
use crate::judge::request::{
    Disagreement, Fate, FuzzOrder, Fuzzed, MutantNote, PaperDataset, SqlPaper,
};

/// The longest a mutant may run; a reference is far faster, so whatever takes longer is told apart.
const MUTANT: Duration = Duration::from_millis(2500);

/// Makes the mutants of the paper's answer, which is a reference.
///
/// # Errors
/// Says what is broken about the question.
pub(super) fn mutants(paper: &SqlPaper) -> Result<Vec<MutantNote>, String> {
    let engine = Engine::loaded(&paper.schema, "SELECT 1").map_err(Trouble::words)?;
    let made = mutate::mutants(&engine, &paper.answer).map_err(Trouble::words)?;
    let note = |mutant: mutate::Mutant| MutantNote {
        id: mutant.id,
        words: mutant.words,
        text: mutant.sql,
        excuse: mutant.excuse,
    };
    Ok(made.into_iter().map(note).collect())
}

/// Runs queries on every dataset until it is known that they are wrong.
///
/// # Errors
/// Says what is broken about the question.
pub(super) fn fates(paper: &SqlPaper, queries: &[String]) -> Result<Vec<Fate>, String> {
    let mut suspects: Vec<Suspect<'_>> =
        queries.iter().map(|sql| Suspect::new(sql, &paper.contracts)).collect();
    let engine = Engine::loaded(&paper.schema, "SELECT 1").map_err(Trouble::words)?;
    let tables = Tables::of(&engine).map_err(Trouble::words)?;
    let mut place = 0;
    for shuffled in [false, true] {
        // The public rows come first, so that it is known what they alone would notice.
        for (number, dataset) in paper.datasets.iter().enumerate() {
            if shuffled && dataset.public || suspects.iter().all(|one| one.fate.is_some()) {
                continue;
            }
            place += 1;
            let broken = |trouble: Trouble| format!("dataset {}: {}", dataset.id, trouble.words);
            engine.move_on(place, &paper.schema, &dataset.sql).map_err(broken)?;
            if shuffled {
                tables.relay(&engine, Layout::of(number)).map_err(broken)?;
            }
            let gold = gold::read(dataset)?;
            for suspect in suspects.iter_mut().filter(|suspect| suspect.fate.is_none()) {
                suspect.stand_trial(&engine, &gold, &paper.contracts, dataset)?;
            }
        }
    }
    Ok(suspects.into_iter().map(|suspect| suspect.fate.unwrap_or(Fate::Alive)).collect())
}

/// A query and the contracts it still meets.
struct Suspect<'q> {
    sql: &'q str,
    met: Vec<bool>,
    fate: Option<Fate>,
}

impl<'q> Suspect<'q> {
    fn new(sql: &'q str, contracts: &[Contract]) -> Self {
        Self { sql, met: vec![true; contracts.len()], fate: None }
    }

    fn stand_trial(
        &mut self,
        engine: &Engine,
        gold: &Table,
        contracts: &[Contract],
        dataset: &PaperDataset,
    ) -> Result<(), String> {
        let came = engine.query(self.sql, ROW_CAP, MUTANT);
        if let Err(trouble) = &came
            && is_unbound(trouble)
        {
            self.fate = Some(Fate::Unbound);
            return Ok(());
        }
        for (contract, met) in contracts.iter().zip(&mut self.met) {
            *met = *met && meets(gold, &came, contract)?;
        }
        if !self.met.contains(&true) {
            let (dataset, public) = (dataset.id.clone(), dataset.public);
            self.fate = Some(Fate::Killed { dataset, public, raised: came.is_err() });
        }
        Ok(())
    }
}

fn meets(
    gold: &Table,
    came: &Result<(Table, u64), Trouble>,
    contract: &Contract,
) -> Result<bool, String> {
    match came {
        Ok((table, _)) => Ok(compare::compare(gold, table, contract)?.holds()),
        Err(_) => Ok(false),
    }
}

/// A query that cannot even be planned is none that anybody could hand in.
fn is_unbound(trouble: &Trouble) -> bool {
    const KINDS: [&str; 5] =
        ["Binder Error", "Parser Error", "Catalog Error", "Not implemented Error", "Syntax Error"];
    trouble.fault == Fault::Error && KINDS.iter().any(|kind| trouble.words.starts_with(kind))
}

/// Compares the references with each other, and queries with the first of them, on random databases.
///
/// # Errors
/// Says what is broken about the question.
pub(super) fn fuzz(order: &FuzzOrder) -> Result<Fuzzed, String> {
    let paper = &order.paper;
    let engine = Engine::loaded_for_few_rows(&paper.schema).map_err(Trouble::words)?;
    let catalog = Catalog::of(&engine).map_err(Trouble::words)?;
    let material = material(&engine, &catalog, paper)?;
    let source = Source::new(&paper.schema, &paper.promises, catalog, material, order.seed);
    let work = Fuzzing {
        engine: &engine,
        source: &source,
        paper,
        references: references(&engine, paper)?,
    };
    let mut fuzzed = Fuzzed::default();
    let mut alive: Vec<usize> = (0..order.queries.len()).collect();
    for number in order.from..order.from + order.count {
        if !source.fill(&engine, number).map_err(Trouble::words)? {
            fuzzed.skipped += 1;
            continue;
        }
        fuzzed.tried += 1;
        let golds = match work.golds() {
            Ok(golds) => golds,
            Err(words) => {
                fuzzed.disagreements.push(work.disagreement(number, words)?);
                continue;
            }
        };
        fuzzed.filled += u64::from(golds.iter().any(|gold| !gold.rows.is_empty()));
        if let Some(words) = work.references_differ(&golds)? {
            fuzzed.disagreements.push(work.disagreement(number, words)?);
        }
        for index in alive.clone() {
            if work.differs(&golds, &order.queries[index])? {
                alive.retain(|one| *one != index);
                let smallest = work.smallest(&order.queries[index], order.shrink)?;
                fuzzed.kills.push((index, smallest.to_sql(source.catalog())));
            }
        }
    }
    Ok(fuzzed)
}

/// Collects what random rows are made of: literals, values and whole datasets.
fn material(
    engine: &Engine,
    catalog: &Catalog,
    paper: &SqlPaper,
) -> Result<(Pools, Vec<Sample>), String> {
    let (mut pools, mut datasets) = (Pools::default(), Vec::new());
    for sql in &paper.references {
        pools.take_literals(&Tree::parse(engine, sql).map_err(Trouble::words)?);
    }
    for (number, dataset) in paper.datasets.iter().enumerate() {
        let broken = |trouble: Trouble| format!("dataset {}: {}", dataset.id, trouble.words);
        engine.move_on(number + 1, &paper.schema, &dataset.sql).map_err(broken)?;
        pools.take_rows(engine, catalog).map_err(broken)?;
        datasets.push(Sample::read(engine, catalog).map_err(broken)?);
    }
    Ok((pools, datasets))
}

fn references(engine: &Engine, paper: &SqlPaper) -> Result<Vec<Reference>, String> {
    let sql = paper.references.first().ok_or("the question has no reference")?;
    paper.contracts.iter().map(|contract| Reference::read(engine, sql, contract)).collect()
}

struct Fuzzing<'q> {
    engine: &'q Engine,
    source: &'q Source<'q>,
    paper: &'q SqlPaper,
    /// The first reference as each contract wants it.
    references: Vec<Reference>,
}

impl Fuzzing<'_> {
    /// Gives the first reference's result under every contract, as it would be stored.
    fn golds(&self) -> Result<Vec<Table>, String> {
        let both = self.references.iter().zip(&self.paper.contracts);
        both.map(|(reference, contract)| reference.result(self.engine, contract, STATEMENT))
            .collect()
    }

    fn references_differ(&self, golds: &[Table]) -> Result<Option<String>, String> {
        for (number, sql) in self.paper.references.iter().enumerate().skip(1) {
            let came = self.engine.query(sql, ROW_CAP, STATEMENT);
            let found = match &came {
                Ok((table, _)) => compare::compare(&golds[0], table, &self.paper.contracts[0])?,
                Err(trouble) => {
                    return Ok(Some(format!("reference {}: {}", number + 1, trouble.words)));
                }
            };
            if !found.holds() {
                return Ok(Some(format!("reference {}: {}", number + 1, found.words)));
            }
        }
        Ok(None)
    }

    /// Says whether a query meets no contract on the database in use.
    fn differs(&self, golds: &[Table], sql: &str) -> Result<bool, String> {
        let came = self.engine.query(sql, ROW_CAP, MUTANT);
        for (gold, contract) in golds.iter().zip(&self.paper.contracts) {
            if meets(gold, &came, contract)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes rows away as long as the query still differs and the promises hold.
    fn smallest(&self, sql: &str, shrink: bool) -> Result<Sample, String> {
        let sample = self.source.read(self.engine).map_err(Trouble::words)?;
        let mut smallest = sample.clone();
        if !shrink {
            return Ok(smallest);
        }
        for table in 0..smallest.tables.len() {
            let mut row = 0;
            while row < smallest.tables[table].len() {
                let fewer = smallest.without(table, row);
                if self.still_differs(&fewer, sql)? { smallest = fewer } else { row += 1 }
            }
        }
        self.put_back(&sample)?;
        Ok(smallest)
    }

    fn still_differs(&self, fewer: &Sample, sql: &str) -> Result<bool, String> {
        self.put_back(fewer)?;
        // Rows without their parent are left out on the way in, and are then gone from the sample too.
        let kept = Sample::read(self.engine, self.source.catalog()).map_err(Trouble::words)?;
        let whole =
            kept == *fewer && self.source.keeps_promises(self.engine).map_err(Trouble::words)?;
        Ok(whole
            && match self.golds() {
                Ok(golds) => self.differs(&golds, sql)?,
                Err(_) => false,
            })
    }

    fn put_back(&self, sample: &Sample) -> Result<(), String> {
        self.source.load(self.engine, sample).map_err(Trouble::words)
    }

    fn disagreement(&self, number: u64, words: String) -> Result<Disagreement, String> {
        let sample = self.source.read(self.engine).map_err(Trouble::words)?;
        Ok(Disagreement { number, words, rows: sample.to_sql(self.source.catalog()) })
    }
}

#[cfg(test)]
mod tests;
