//! Judges a model: the candidate's tables are built and loaded, then the contract views are compared.

use std::collections::BTreeMap;

use super::engine::{Engine, Trouble};
use super::rules::Refusal;
use super::shuffle::{Layout, Tables, quoted};
use super::style::{self, Review, Schema};
use super::verdict::{self, Trial};
use super::{ROW_CAP, STATEMENT, gold, paper};
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::{Check, Evidence, Fault, Verdict};
use crate::judge::compare::{self, Comparison};
use crate::judge::request::{ModelPaper, PaperDataset};

const NOT_JUDGED: &[&str] = &[
    "a second batch with late rows, corrections and changed attributes",
    "the declared grain, keys and types of your own tables",
];

/// The three parts of an answer.
#[derive(Debug, PartialEq)]
struct Parts<'a> {
    schema: &'a str,
    load: &'a str,
    views: &'a str,
}

/// Cuts an answer at its lines `-- schema`, `-- load` and `-- views`.
fn parts(answer: &str) -> Result<Parts<'_>, Refusal> {
    let (schema, load, views) =
        (cut(answer, "schema")?, cut(answer, "load")?, cut(answer, "views")?);
    Ok(Parts { schema, load, views })
}

/// Gives the text from the line that names a part to the next such line.
fn cut<'a>(answer: &'a str, part: &str) -> Result<&'a str, Refusal> {
    let mut from = None;
    let mut at = 0;
    for line in answer.split_inclusive('\n') {
        let next = at + line.len();
        if let Some(name) = part_name(line) {
            match from {
                Some(from) => return Ok(&answer[from..at]),
                None if name == part => from = Some(next),
                None => {}
            }
        }
        at = next;
    }
    from.map(|from| &answer[from..]).ok_or_else(|| Refusal {
        fault: Fault::Error,
        words: format!(
            "The part `-- {part}` is missing; a model has `-- schema`, `-- load` and `-- views`."
        ),
    })
}

/// Reads a line such as `-- load` for the part it opens.
fn part_name(line: &str) -> Option<String> {
    let word = line.trim().strip_prefix("--")?.trim().to_lowercase();
    matches!(word.as_str(), "schema" | "load" | "views").then_some(word)
}

/// What the contract views held on one dataset, or where it failed.
type Came = Result<BTreeMap<String, Table>, Trouble>;

/// Judges a model.
///
/// # Errors
/// Says what is broken about the question itself.
pub(super) fn grade(paper: &ModelPaper) -> Result<Verdict, String> {
    let golds: Vec<_> = paper.datasets.iter().map(gold::read_views).collect::<Result<_, _>>()?;
    let parts = match parts(&paper.answer) {
        Ok(parts) => parts,
        Err(refusal) => return Ok(verdict::refused(&refusal)),
    };
    let mut trials = Vec::new();
    for (place, (dataset, gold)) in paper.datasets.iter().zip(&golds).enumerate() {
        let straight = build(paper, dataset, &parts, None)?;
        let layout = (!dataset.public && straight.is_ok()).then(|| Layout::of(place));
        let twin = layout.map(|layout| build(paper, dataset, &parts, Some(layout))).transpose()?;
        let trial = trial(paper, dataset, gold, &straight, twin.as_ref())?;
        let late = trial.check.fault == Fault::Timeout;
        trials.push(trial);
        if late {
            break;
        }
    }
    trials.extend(paper.datasets[trials.len()..].iter().map(verdict::not_run));
    let mut verdict = verdict::of(trials, None, NOT_JUDGED);
    if !matches!(verdict.kind, Fault::Error | Fault::Forbidden) {
        verdict.evidence.extend(review(paper, &parts)?.into_lines());
    }
    if verdict.kind == Fault::None {
        let public = paper.datasets.iter().find(|dataset| dataset.public);
        if let Some(dataset) = public {
            verdict.evidence.push(rerun(paper, dataset, &parts)?);
        }
        // The top mark needs what is not judged yet.
        verdict.score = verdict.score.min(4);
    }
    Ok(verdict)
}

/// Reviews the queries of the load and of the views, over the raw tables and the answer's own.
fn review(paper: &ModelPaper, parts: &Parts<'_>) -> Result<Review, String> {
    let Some(dataset) = paper.datasets.first() else { return Ok(Review::default()) };
    let (engine, _) = load_raw(paper, dataset, None)?;
    let built = run_parts(&engine, parts).and_then(|()| Schema::of(&engine, &[]));
    Ok(built.map_or_else(
        |_| Review::default(),
        |schema| style::of_script(&engine, &paper.answer, &schema),
    ))
}

/// Derives a reference model's views on every dataset.
pub(super) fn derive(paper: &ModelPaper) -> Result<Vec<(String, String)>, String> {
    let parts = parts(&paper.answer).map_err(|refusal| refusal.words)?;
    let one = |dataset: &PaperDataset| {
        let came = build(paper, dataset, &parts, None)?;
        let views = came.map_err(|trouble| format!("dataset {}: {}", dataset.id, trouble.words))?;
        for (name, contract) in &paper.views {
            let table = views.get(name).ok_or_else(|| format!("no view `{name}`"))?;
            let found = compare::compare(table, table, contract)
                .map_err(|words| format!("dataset {}, `{name}`: {words}", dataset.id))?;
            if !found.holds() {
                return Err(format!("dataset {}, `{name}`: {}", dataset.id, found.words));
            }
        }
        Ok((dataset.id.clone(), gold::written_views(&views)))
    };
    paper.datasets.iter().map(one).collect()
}

/// Builds and loads the model on one dataset and reads the contract views.
///
/// Before they are read the raw tables are dropped: whatever still leans on them, through however many
/// views, fails there and then.
fn build(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    parts: &Parts<'_>,
    layout: Option<Layout>,
) -> Result<Came, String> {
    let (engine, raw) = load_raw(paper, dataset, layout)?;
    // Asking the catalog is slow; the views are the same everywhere.
    let check = || if dataset.public { check_views(&engine, paper) } else { Ok(()) };
    Ok(run_parts(&engine, parts)
        .and_then(|()| check())
        .and_then(|()| drop_raw(&engine, &raw))
        .and_then(|()| read_views(&engine, paper, &raw)))
}

fn load_raw(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    layout: Option<Layout>,
) -> Result<(Engine, Vec<String>), String> {
    let broken = |trouble: Trouble| format!("dataset {}: {}", dataset.id, trouble.words);
    let engine = Engine::loaded(&paper.raw, &dataset.sql).map_err(broken)?;
    let tables = Tables::of(&engine).map_err(broken)?;
    if let Some(layout) = layout {
        tables.relay(&engine, layout).map_err(broken)?;
    }
    Ok((engine, tables.names))
}

fn run_parts(engine: &Engine, parts: &Parts<'_>) -> Result<(), Trouble> {
    let run = |name: &str, sql: &str| {
        let naming = |t: Trouble| Trouble { words: format!("{} (in `-- {name}`)", t.words), ..t };
        engine.script(sql, STATEMENT).map_err(naming)
    };
    run("schema", parts.schema)?;
    run("load", parts.load)?;
    run("views", parts.views)
}

fn check_views(engine: &Engine, paper: &ModelPaper) -> Result<(), Trouble> {
    let views = "SELECT lower(view_name), '' FROM duckdb_views() WHERE NOT internal";
    let there = engine.pairs(views)?;
    let is_there = |wanted: &str| there.iter().any(|(name, _)| *name == wanted.to_lowercase());
    match paper.views.iter().find(|(name, _)| !is_there(name)) {
        None => Ok(()),
        Some((name, _)) => Err(error(Fault::Error, format!("There is no view `{name}`."))),
    }
}

fn error(fault: Fault, words: String) -> Trouble {
    Trouble { fault, words, millis: 0 }
}

fn drop_raw(engine: &Engine, raw: &[String]) -> Result<(), Trouble> {
    let drops: String =
        raw.iter().rev().map(|table| format!("DROP TABLE IF EXISTS {};", quoted(table))).collect();
    engine.script(&drops, STATEMENT).map_err(|_| {
        let words = "Your tables depend on the raw tables, which are gone after the load.";
        error(Fault::Forbidden, words.to_owned())
    })
}

fn read_views(engine: &Engine, paper: &ModelPaper, raw: &[String]) -> Came {
    let read = |(name, _): &(String, Contract)| {
        let sql = format!("SELECT * FROM {}", quoted(name));
        let came = engine.query(&sql, ROW_CAP, STATEMENT);
        came.map(|(table, _)| (name.clone(), table))
            .map_err(|trouble| blame_raw(trouble, name, raw))
    };
    paper.views.iter().map(read).collect()
}

/// Says in our words that a view fails because a raw table is gone.
fn blame_raw(trouble: Trouble, view: &str, raw: &[String]) -> Trouble {
    let lost = trouble.words.contains("does not exist");
    match raw.iter().find(|table| lost && trouble.words.contains(table.as_str())) {
        None => trouble,
        Some(table) => {
            let words =
                format!("`{view}` reads `{table}` directly; contract views read your own tables.");
            error(Fault::Forbidden, words)
        }
    }
}

fn trial(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    golds: &BTreeMap<String, Table>,
    straight: &Came,
    twin: Option<&Came>,
) -> Result<Trial, String> {
    let mut notes = Vec::new();
    for (name, contract) in &paper.views {
        let gold = golds.get(name);
        let gold = gold.ok_or_else(|| format!("dataset {} has no stored `{name}`", dataset.id))?;
        let found = hold(gold, straight, name, contract, dataset)?;
        let shuffled = twin.map(|twin| hold(gold, twin, name, contract, dataset)).transpose()?;
        let unstable = shuffled.as_ref().is_some_and(|shuffled| shuffled.holds() != found.holds());
        notes.extend(found.notes.iter().map(|note| format!("`{name}`: {note}")));
        if unstable {
            let words =
                format!("`{name}`: the same raw rows in another order give another result.");
            return Ok(failed(dataset, Fault::NonDeterministic, words, notes));
        }
        if !found.holds() {
            let words = match straight {
                Ok(_) => format!("`{name}`: {}", found.words),
                Err(_) => found.words.clone(),
            };
            let mut trial = failed(dataset, found.fault, words, notes);
            if let (true, Ok(views)) = (dataset.public, straight) {
                let expected = compare::shown(gold, contract);
                let id = format!("{} {name}", dataset.id);
                let difference =
                    verdict::difference(&id, &expected, &views[name], &found.missing, &found.extra);
                trial.difference = Some(difference);
            }
            return Ok(trial);
        }
    }
    Ok(failed(dataset, Fault::None, "All views are right.".to_owned(), notes))
}

fn hold(
    gold: &Table,
    came: &Came,
    view: &str,
    contract: &Contract,
    dataset: &PaperDataset,
) -> Result<Comparison, String> {
    let came = came.as_ref().map(|views| views[view].clone()).map_err(Clone::clone);
    paper::held(gold, &came, contract, dataset)
        .map_err(|words| format!("dataset {}, `{view}`: {words}", dataset.id))
}

fn failed(dataset: &PaperDataset, fault: Fault, words: String, notes: Vec<String>) -> Trial {
    let (id, about) = (dataset.id.clone(), dataset.about.clone());
    let check = Check { id, about, public: dataset.public, fault, words };
    Trial { check, difference: None, notes }
}

/// Loads the same batch a second time: a load that can be repeated leaves the views as they were.
/// It is evidence only, since not every prompt asks for it.
fn rerun(
    paper: &ModelPaper,
    dataset: &PaperDataset,
    parts: &Parts<'_>,
) -> Result<Evidence, String> {
    let (engine, raw) = load_raw(paper, dataset, None)?;
    let read = |engine: &Engine| read_views(engine, paper, &raw);
    let once = run_parts(&engine, parts).and_then(|()| read(&engine));
    let twice = engine.script(parts.load, STATEMENT).and_then(|()| read(&engine));
    let same = |(once, twice): (BTreeMap<String, Table>, BTreeMap<String, Table>)| {
        paper.views.iter().all(|(name, contract)| {
            compare::compare(&once[name], &twice[name], contract).is_ok_and(|found| found.holds())
        })
    };
    let repeatable = once.ok().zip(twice.ok()).is_some_and(same);
    let words = match repeatable {
        true => "Loading the same batch again changes nothing.",
        false => {
            "Loading the same batch again fails or changes the views: the load is not idempotent."
        }
    };
    Ok(Evidence::plain("sql.rerun", repeatable, words))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn an_answer_is_cut_at_its_three_lines() {
        let parts = parts("-- schema\nA;\n  -- LOAD \nB;\n-- not a part\n--views\nC;")
            .expect("three parts");
        assert_eq!((parts.schema, parts.load), ("A;\n", "B;\n-- not a part\n"));
        assert_eq!(parts.views, "C;");
    }

    #[test]
    fn a_missing_part_is_named() {
        let refusal = parts("-- schema\nA;\n-- views\nC;").expect_err("no load");
        assert!(refusal.words.contains("`-- load`"), "{}", refusal.words);
    }
}
