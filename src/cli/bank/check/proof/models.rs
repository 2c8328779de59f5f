//! What proves a modelling question beyond its first answers: second batches, and the requirement that changes.

use std::collections::BTreeMap;

use super::{Tried, judge_by, some_view, stored};
use crate::content::question::{Dataset, ModelingBody, Question};
use crate::judge::paper::{self, CHANGE, LATE};

/// The fewest second batches that change what the views show.
const MOVED: usize = 4;

/// Gives what a modelling question lacks to be proven.
pub(super) fn gaps(body: &ModelingBody) -> Vec<String> {
    let mut gaps = stored(&body.datasets, &part(body, ""), some_view);
    if body.late.is_empty() {
        gaps.push("no second batch; write late/d0.sql and one for every other dataset".to_owned());
        return gaps;
    }
    gaps.extend(stored(&named(&body.late, LATE), &part(body, LATE), some_view));
    let moved = body.datasets.iter().filter(|dataset| moves(body, &dataset.id)).count();
    if gaps.is_empty() && moved < MOVED {
        gaps.push(format!(
            "the second batch changes the views of {moved} datasets; {MOVED} are needed"
        ));
    }
    match &body.change {
        Some(_) => gaps.extend(stored(&named(&body.late, CHANGE), &part(body, CHANGE), some_view)),
        None => gaps.push("no requirement changes; write [change] with its answers".to_owned()),
    }
    gaps
}

fn moves(body: &ModelingBody, id: &str) -> bool {
    let after = |ending: &str| body.gold.get(&format!("{id}{ending}"));
    after("") != after(LATE)
}

/// The datasets under the names of what is stored for them.
fn named(datasets: &[Dataset], ending: &str) -> Vec<Dataset> {
    let named =
        |dataset: &Dataset| Dataset { id: format!("{}{ending}", dataset.id), ..dataset.clone() };
    datasets.iter().map(named).collect()
}

/// The stored results whose names end so.
fn part(body: &ModelingBody, ending: &str) -> BTreeMap<String, String> {
    let is_of = |id: &str| match ending {
        "" => !id.contains('-'),
        ending => id.ends_with(ending),
    };
    body.gold
        .iter()
        .filter(|(id, _)| is_of(id))
        .map(|(id, text)| (id.clone(), text.clone()))
        .collect()
}

/// Tries every answer to the changed requirement.
pub(super) fn changes(question: &Question, body: &ModelingBody) -> Vec<Tried> {
    let Some(change) = &body.change else { return Vec::new() };
    let before = body.references.first().map_or("", |reference| reference.text.as_str());
    let work = |answer: &str| {
        paper::grade_changed(question, answer, before).expect("the question has a change")
    };
    judge_by(question, &work, &change.references, &change.wrong)
}
