//! Judges a model: the candidate's tables are built and loaded, again and with late rows, and at each stage
//! the contract views are compared; then the tables themselves are probed.

mod catalog;
mod effort;
mod marks;
mod parts;
mod probes;
mod sitting;
mod trial;

use self::catalog::Catalog;
use self::parts::Parts;
use self::probes::Probes;
use self::sitting::{Budget, Sitting, Stage, Views};
use self::trial::{Golds, Tried};
use super::engine::{Engine, Trouble};
use super::shuffle::Layout;
use super::style::{self, Review, Schema};
use super::{gold, verdict};
use crate::content::contract::Contract;
use crate::interview::verdict::{Fault, Verdict};
use crate::judge::compare;
use crate::judge::request::{LateBatch, ModelPaper, PaperDataset};

/// Judges a model.
///
/// # Errors
/// Says what is broken about the question itself.
pub(super) fn grade(paper: &ModelPaper) -> Result<Verdict, String> {
    let golds: Vec<Golds> =
        paper.datasets.iter().map(|one| golds(paper, one)).collect::<Result<_, _>>()?;
    let parts = match Parts::admitted(&paper.answer, &paper.raw) {
        Ok(parts) => parts,
        Err(refusal) => return Ok(verdict::refused(&refusal)),
    };
    let budget = Budget::whole();
    let mut tried = Vec::new();
    let mut probes: Option<Probes> = None;
    let mut review: Option<Review> = None;
    for (place, (dataset, golds)) in paper.datasets.iter().zip(&golds).enumerate() {
        let straight = sit(paper, dataset, parts, None, &budget)?;
        if place == 0 && straight.has_begun() {
            review = Some(reviewed(paper, &straight.engine)?);
        }
        // Names and types in the catalog can be made of rows, so it is read where they may be seen.
        if let Some(catalog) = catalog_of(&straight, probes.is_none() && dataset.public) {
            probes = Some(Probes::plan(catalog, &paper.types, &paper.late_parents));
        }
        if let (Some(probes), true) = (&mut probes, straight.is_complete()) {
            probes.measure(&straight.engine);
        }
        let layout = (!dataset.public && straight.is_complete()).then(|| Layout::of(place));
        let twin =
            layout.map(|layout| sit(paper, dataset, parts, Some(layout), &budget)).transpose()?;
        let one = trial::hold(paper, dataset, golds, &straight, twin.as_ref())?;
        let is_late = one.trial.check.fault == Fault::Timeout;
        tried.push(one);
        if is_late {
            break;
        }
    }
    let rest = paper.datasets[tried.len()..].iter().map(verdict::not_run);
    tried.extend(rest.map(|trial| Tried { trial, stages: Vec::new() }));
    let effort = effort(paper, &parts, probes.as_ref(), &budget)?;
    let mut verdict = marks::verdict(paper, tried, probes.as_ref(), effort);
    verdict.evidence.extend(review.into_iter().flat_map(Review::into_lines));
    Ok(verdict)
}

/// Reviews the queries of the load and of the views, over the raw tables and the answer's own.
fn reviewed(paper: &ModelPaper, built: &Engine) -> Result<Review, String> {
    // A fresh engine parses, for an answer may have made macros of its own.
    let fresh = Engine::loaded(&paper.raw, "").map_err(Trouble::words)?;
    let mut schema = Schema::of(&fresh, &[]).map_err(Trouble::words)?;
    schema.tables.extend(Schema::of(built, &[]).unwrap_or_default().tables);
    Ok(style::of_script(&fresh, &paper.answer, &schema))
}

/// Reads the catalog once, when a dataset's way is at its end and the raw tables are gone.
fn catalog_of(sitting: &Sitting<'_>, is_wanted: bool) -> Option<Catalog> {
    if is_wanted && sitting.is_complete() { Catalog::read(&sitting.engine).ok() } else { None }
}

/// Tells what a changed requirement cost, when both answers have their parts.
fn effort(
    paper: &ModelPaper,
    after: &Parts<'_>,
    probes: Option<&Probes>,
    budget: &Budget,
) -> Result<Option<effort::Effort>, String> {
    let Some(text) = &paper.changed_from else { return Ok(None) };
    let Ok(before) = Parts::of(text) else { return Ok(None) };
    let Some(dataset) = paper.datasets.iter().find(|dataset| dataset.public) else {
        return Ok(None);
    };
    // Without its views the first answer builds the same tables.
    let tables = Parts { views: "", ..before };
    let none = ModelPaper { views: Vec::new(), ..paper.clone() };
    let sitting = Sitting::open(&none, dataset, tables, None, budget)?;
    let sitting = sitting.sit(&[Stage::First, Stage::RawGone], None);
    let catalog = catalog_of(&sitting, true);
    let catalogs = catalog.as_ref().zip(probes.map(|probes| &probes.catalog));
    Ok(Some(effort::Effort::of(&before, after, catalogs)))
}

fn late_of<'p>(paper: &'p ModelPaper, dataset: &PaperDataset) -> Option<&'p LateBatch> {
    paper.late.iter().find(|late| late.dataset == dataset.id)
}

fn sit<'a>(
    paper: &'a ModelPaper,
    dataset: &PaperDataset,
    parts: Parts<'a>,
    layout: Option<Layout>,
    budget: &'a Budget,
) -> Result<Sitting<'a>, String> {
    let sitting = Sitting::open(paper, dataset, parts, layout, budget)?;
    let late = late_of(paper, dataset);
    Ok(sitting.sit(Stage::all(late.is_some()), late))
}

fn golds(paper: &ModelPaper, dataset: &PaperDataset) -> Result<Golds, String> {
    let first = match paper.changed_from {
        None => Some(gold::read_views(dataset)?),
        Some(_) => None,
    };
    let stored = |late: &LateBatch| {
        let of_batch = PaperDataset { gold: late.gold.clone(), ..dataset.clone() };
        gold::read_views(&of_batch).map_err(|words| format!("{words} (second batch)"))
    };
    Ok(Golds { first, late: late_of(paper, dataset).map(stored).transpose()? })
}

/// Derives a reference model's views on every dataset: after the first batch under the dataset's id,
/// after the second with `-late`. For a changed requirement only the second is kept, with `-change`.
pub(super) fn derive(paper: &ModelPaper) -> Result<Vec<(String, String)>, String> {
    let parts = Parts::of(&paper.answer).map_err(|refusal| refusal.words)?;
    let mut results = Vec::new();
    for dataset in &paper.datasets {
        let broken = |words: String| format!("dataset {}: {words}", dataset.id);
        if let Some(late) = late_of(paper, dataset) {
            loads(paper, dataset, late).map_err(broken)?;
        }
        let budget = Budget::whole();
        for (stage, came) in sit(paper, dataset, parts, None, &budget)?.reached {
            let words = |words: &str| broken(format!("{}{words}", stage.when()));
            let views = came.map_err(|trouble| words(&trouble.words))?;
            meets_itself(&paper.views, &views).map_err(|told| words(&told))?;
            let ending = match (stage, &paper.changed_from) {
                (Stage::First, None) => "",
                (Stage::Late, None) => crate::judge::paper::LATE,
                (Stage::Late, Some(_)) => crate::judge::paper::CHANGE,
                _ => continue,
            };
            results.push((format!("{}{ending}", dataset.id), gold::written_views(&views)));
        }
    }
    Ok(results)
}

/// Shows that a second batch fits onto the first, so that later it is never the question's fault.
fn loads(paper: &ModelPaper, dataset: &PaperDataset, late: &LateBatch) -> Result<(), String> {
    let both = format!("{}\n;\n{}", dataset.sql, late.sql);
    Engine::loaded(&paper.raw, &both).map(|_| ()).map_err(|trouble| trouble.words)
}

fn meets_itself(contracts: &[(String, Contract)], views: &Views) -> Result<(), String> {
    for (name, contract) in contracts {
        let table = views.get(name).ok_or_else(|| format!("no view `{name}`"))?;
        let found = compare::compare(table, table, contract)
            .map_err(|words| format!("`{name}`: {words}"))?;
        if !found.holds() {
            return Err(format!("`{name}`: {}", found.words));
        }
    }
    Ok(())
}
