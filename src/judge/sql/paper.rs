//! Judges one query: run on every dataset, straight and shuffled, and held against every contract.

use super::engine::{Engine, Trouble};
use super::rules::{self, Refusal};
use super::shuffle::{self, Layout};
use super::tree::{Facts, Tree};
use super::verdict::{self, Trial};
use super::{ROW_CAP, STATEMENT, gold, smells};
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::{Check, Fault, Verdict};
use crate::judge::compare::{self, Comparison};
use crate::judge::request::{PaperDataset, SqlPaper};

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
    let golds = golds(paper)?;
    let first = paper.datasets.first().ok_or("the question has no datasets")?;
    if paper.contracts.is_empty() {
        return Err("the question has no contract".to_owned());
    }
    let engine = load(paper, first)?;
    let (tree, facts) = match admit(&engine, paper) {
        Ok(admitted) => admitted,
        Err(refusal) => return Ok(verdict::refused(&refusal)),
    };
    let sittings = sit(paper, golds, engine)?;
    let trials = best(paper, &sittings)?;
    let smells = smells::find(&tree, &facts, &paper.answer);
    Ok(verdict::of(trials, smells, &["how the query does on millions of rows"]))
}

fn golds(paper: &SqlPaper) -> Result<Vec<Table>, String> {
    paper.datasets.iter().map(gold::read).collect()
}

fn load(paper: &SqlPaper, dataset: &PaperDataset) -> Result<Engine, String> {
    Engine::loaded(&paper.schema, &dataset.sql)
        .map_err(|trouble| format!("dataset {}: {}", dataset.id, trouble.words))
}

/// Decides whether the query may run at all.
fn admit(engine: &Engine, paper: &SqlPaper) -> Result<(Tree, Facts), Refusal> {
    let tree = rules::one_select(engine, &paper.answer)?;
    let facts = tree.facts();
    let tables =
        tables(engine).map_err(|trouble| Refusal { fault: trouble.fault, words: trouble.words })?;
    rules::check(&facts, &tables, &paper.contracts)?;
    Ok((tree, facts))
}

fn tables(engine: &Engine) -> Result<Vec<String>, Trouble> {
    engine.texts(
        "SELECT lower(table_name) FROM duckdb_tables() WHERE NOT internal
         UNION ALL SELECT lower(view_name) FROM duckdb_views() WHERE NOT internal",
    )
}

/// Runs the query on every dataset. After a timeout nothing more is run: the rest would only wait.
fn sit<'a>(
    paper: &'a SqlPaper,
    golds: Vec<Table>,
    first: Engine,
) -> Result<Vec<Sitting<'a>>, String> {
    let mut sittings: Vec<Sitting<'a>> = Vec::new();
    let mut ready = Some(first);
    let late = |came: &Came| matches!(came, Err(Trouble { fault: Fault::Timeout, .. }));
    for (place, (dataset, gold)) in paper.datasets.iter().zip(golds).enumerate() {
        let engine = match ready.take() {
            Some(engine) => engine,
            None => load(paper, dataset)?,
        };
        let straight = run(&engine, &paper.answer);
        let twin = match dataset.public || late(&straight) {
            true => None,
            false => Some(run_shuffled(&engine, place, paper, dataset)?),
        };
        let stop = late(&straight) || twin.as_ref().is_some_and(late);
        sittings.push(Sitting { dataset, gold, straight, twin });
        if stop {
            break;
        }
    }
    Ok(sittings)
}

fn run(engine: &Engine, answer: &str) -> Came {
    engine.query(answer, ROW_CAP, STATEMENT).map(|(table, _)| table)
}

fn run_shuffled(
    engine: &Engine,
    place: usize,
    paper: &SqlPaper,
    dataset: &PaperDataset,
) -> Result<Came, String> {
    shuffle::relay(engine, Layout::of(place))
        .map_err(|trouble| format!("dataset {} does not shuffle: {}", dataset.id, trouble.words))?;
    Ok(run(engine, &paper.answer))
}

/// Holds the results against each contract and keeps the one they meet best; the first wins a tie.
fn best(paper: &SqlPaper, sittings: &[Sitting<'_>]) -> Result<Vec<Trial>, String> {
    let mut best: Option<(usize, Vec<Trial>)> = None;
    for contract in &paper.contracts {
        let trials: Vec<Trial> =
            sittings.iter().map(|sitting| trial(sitting, contract)).collect::<Result<_, _>>()?;
        let passed = trials.iter().filter(|trial| trial.check.fault == Fault::None).count();
        if best.as_ref().is_none_or(|(most, _)| passed > *most) {
            best = Some((passed, trials));
        }
    }
    best.map(|(_, trials)| trials).ok_or_else(|| "the question has no contract".to_owned())
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
