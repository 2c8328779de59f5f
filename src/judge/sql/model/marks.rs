//! From how every dataset went to one verdict on a model: decision, score and the evidence for each part.
//!
//! Of a hundred points for a model, 40 are for right views after the first load, 20 for a load that can be
//! repeated and takes late rows, 20 for grain, types and relationships; 10 for style and 10 for the
//! explanation are given where those are read. A verdict's score says it in steps:
//!
//! - 0: it does not build, load, or offer its views on the rows shown;
//! - 1: a view is wrong on the rows shown, or reads the raw tables, or its load fails before they are all there;
//! - 2: views are wrong on several hidden datasets, or on one and something else fails too, or neither
//!   repeating the load nor the second batch goes right;
//! - 3: views are wrong on one hidden dataset alone, or are right after the first load everywhere, and then
//!   only the repeated load or only the second batch fails;
//! - 4: every view is right at every stage, which alone is accepted, but a probe of the tables failed;
//! - 5: and every probe holds.
//!
//! Once the requirement has changed, the views after both batches take the place of those after the first.

use super::effort::Effort;
use super::probes::{Finding, Probes};
use super::sitting::Stage;
use super::trial::Tried;
use crate::interview::verdict::{Check, Decision, Evidence, Fault, Verdict};
use crate::judge::request::ModelPaper;

/// Makes the verdict.
pub(super) fn verdict(
    paper: &ModelPaper,
    tried: Vec<Tried>,
    probes: Option<&Probes>,
    effort: Option<Effort>,
) -> Verdict {
    let probed = probes.map(probed).unwrap_or_default();
    let core = if paper.changed_from.is_some() { Stage::Late } else { Stage::First };
    let first = tried.iter().map(|one| &one.trial.check).find(|check| check.fault != Fault::None);
    let decision = if first.is_none() { Decision::Accept } else { Decision::Reject };
    let mut evidence = stages(paper, &tried, core);
    evidence.extend(tried.iter().filter_map(failing));
    evidence.extend(probed.iter().cloned());
    evidence.extend(
        effort.map(|effort| Evidence::plain("model.change", effort.is_small(), effort.words())),
    );
    let mut notes: Vec<String> = tried.iter().flat_map(|one| one.trial.notes.clone()).collect();
    notes.extend(unseen(paper, probes));
    let mut seen = Vec::new();
    notes.retain(|note| {
        !seen.contains(note) && {
            seen.push(note.clone());
            true
        }
    });
    Verdict {
        decision,
        kind: first.map_or(Fault::None, |check| check.fault),
        score: score(&tried, core, probed.iter().all(|one| one.earned)),
        words: words(paper, &tried, first, &probed),
        evidence,
        notes,
        checks: tried.iter().map(|one| one.trial.check.clone()).collect(),
        difference: tried.into_iter().find_map(|one| one.trial.difference),
        counterexample: None,
        gauntlet: None,
    }
}

/// Scores by the rules at the head of this file.
fn score(tried: &[Tried], core: Stage, is_sound: bool) -> u8 {
    let failed = |one: &&Tried| one.trial.check.fault != Fault::None;
    let is_wrong = |one: &&Tried, stage| one.holds(stage) == Some(false);
    let Some(public) = tried.iter().find(|one| one.trial.check.public) else { return 0 };
    if failed(&public) {
        let is_refused = matches!(public.trial.check.fault, Fault::Error | Fault::Forbidden);
        let is_built = match public.holds(Stage::First) {
            Some(holds) => holds || !is_refused,
            None => false,
        };
        if !is_built {
            return 0;
        }
        if public.holds(core) != Some(true) || public.trial.check.fault == Fault::Forbidden {
            return 1;
        }
    }
    let core_failed = tried.iter().filter(|one| one.holds(core) != Some(true)).count();
    let later = tried.iter().filter(|one| failed(one) && one.holds(core) == Some(true)).count();
    match (core_failed, later) {
        (0, 0) if is_sound => 5,
        (0, 0) => 4,
        (1, 0) => 3,
        (0, _) => {
            let any = |stages: &[Stage]| {
                tried.iter().any(|one| stages.iter().any(|stage| is_wrong(&one, *stage)))
            };
            let (rerun, late) = (any(&[Stage::Again, Stage::LateAgain]), any(&[Stage::Late]));
            if rerun && late && core == Stage::First { 2 } else { 3 }
        }
        _ => 2,
    }
}

/// Tells each part of the points by the datasets it was right on.
fn stages(paper: &ModelPaper, tried: &[Tried], core: Stage) -> Vec<Evidence> {
    let has_late = !paper.late.is_empty();
    let views = match core {
        Stage::First => "Views, 40 points: right after the first load",
        _ => "Views, 40 points: right for the changed requirement after both batches",
    };
    let rerun = "Repeatable, with late rows 20 points: loading the same rows again changes nothing";
    let late = "Late rows: right after the second batch";
    let raw = "Own tables: the views stand without the raw tables";
    let mut lines = vec![line("model.views", views, tried, &[core])];
    lines.push(line("model.rerun", rerun, tried, &[Stage::Again, Stage::LateAgain]));
    if has_late && core == Stage::First {
        lines.push(line("model.late", late, tried, &[Stage::Late]));
    }
    lines.push(line("model.raw", raw, tried, &[Stage::RawGone]));
    lines.into_iter().flatten().collect()
}

/// Counts over the datasets that got this far; none did, nothing is said.
fn line(rule: &str, words: &str, tried: &[Tried], stages: &[Stage]) -> Option<Evidence> {
    let went = |one: &Tried| {
        let reached: Vec<bool> = stages.iter().filter_map(|stage| one.holds(*stage)).collect();
        (!reached.is_empty()).then(|| reached.into_iter().all(|holds| holds))
    };
    let reached: Vec<bool> = tried.iter().filter_map(went).collect();
    let right = reached.iter().filter(|holds| **holds).count();
    let words = format!("{words}, on {right} of {} datasets.", reached.len());
    (!reached.is_empty()).then(|| Evidence::plain(rule, right == tried.len(), words))
}

fn failing(one: &Tried) -> Option<Evidence> {
    let Check { id, about, public, fault, words } = &one.trial.check;
    let rule = if *public { "model.rows" } else { "model.hidden" };
    (*fault != Fault::None)
        .then(|| Evidence::plain(rule, false, format!("{id} ({about}): {words}")))
}

fn probed(probes: &Probes) -> Vec<Evidence> {
    let lines = [
        ("model.grain", "Grain", probes.grain()),
        ("model.types", "Types", probes.types()),
        ("model.orphans", "Relationships", probes.orphans()),
    ];
    let line = |(rule, name, finding): (&str, &str, Finding)| {
        let (earned, words) = match finding? {
            Ok(words) => (true, words),
            Err(wrong) => (false, format!("{}.", wrong.join("; "))),
        };
        let words = format!("{name}, of 20 points for grain, types and relationships: {words}");
        Some(Evidence::plain(rule, earned, words))
    };
    lines.into_iter().filter_map(line).collect()
}

/// Says what could not be looked at, so that silence is not taken for praise.
fn unseen(paper: &ModelPaper, probes: Option<&Probes>) -> Vec<String> {
    let mut notes = Vec::new();
    if paper.late.is_empty() {
        notes
            .push("not judged: late rows and corrections; the question has no second batch".into());
    }
    let Some(probes) = probes else {
        notes.push(
            "not judged: grain, types and relationships; no dataset went through every stage"
                .into(),
        );
        return notes;
    };
    if probes.types().is_none() {
        notes.push("not judged: types; no column has the name of money or a date".to_owned());
    }
    match (probes.orphans(), probes.excused()) {
        (None, []) => {
            notes.push(
                "not judged: relationships; no foreign key and no shared id was found".into(),
            );
        }
        (_, []) => {}
        (_, late) => notes.push(format!(
            "a missing parent of {} is no fault here: it may come later",
            late.join(", ")
        )),
    }
    notes
}

fn words(
    paper: &ModelPaper,
    tried: &[Tried],
    first: Option<&Check>,
    probed: &[Evidence],
) -> String {
    let Some(first) = first else {
        let stages = match (&paper.changed_from, paper.late.is_empty()) {
            (Some(_), _) => {
                "as the changed requirement says, after both batches and repeated loads"
            }
            (None, true) => "after the first load and the repeated one",
            (None, false) => "after the first load, the repeated one and the second batch",
        };
        let is_sound = probed.iter().all(|one| one.earned);
        let but = if is_sound { "" } else { " Its tables promise less than they should." };
        return format!("Every view is right on all {} datasets, {stages}.{but}", tried.len());
    };
    if first.public {
        return first.words.clone();
    }
    let hidden = tried.iter().map(|one| &one.trial.check).filter(|check| !check.public);
    let wrong = hidden.clone().filter(|check| check.fault != Fault::None).count();
    format!(
        "Right on the rows you see, but not on {wrong} of {} hidden datasets. {}",
        hidden.count(),
        first.words
    )
}
