//! From how each dataset went to one verdict: decision, fault, score and the evidence for it.

use crate::content::cell::Table;
use crate::interview::verdict::{Check, Decision, Difference, Evidence, Fault, Verdict};

use super::rules::Refusal;
use super::style::Review;
use crate::judge::request::PaperDataset;

/// Above this many rows a shown table is cut; nobody reads further.
const SHOWN_ROWS: usize = 200;

/// How one dataset went.
pub(super) struct Trial {
    pub check: Check,
    /// Only on rows the candidate may see.
    pub difference: Option<Difference>,
    pub notes: Vec<String>,
}

/// Makes the verdict of an answer that was not run.
pub(super) fn refused(refusal: &Refusal) -> Verdict {
    Verdict {
        decision: Decision::Reject,
        kind: refusal.fault,
        score: u8::from(refusal.fault == Fault::HardCoded),
        words: refusal.words.clone(),
        evidence: vec![Evidence::plain("sql.statement", false, refusal.words.clone())],
        notes: Vec::new(),
        checks: Vec::new(),
        difference: None,
        counterexample: None,
        gauntlet: None,
    }
}

/// Marks a dataset that was not run because an earlier one ran out of time.
pub(super) fn not_run(dataset: &PaperDataset) -> Trial {
    let check = Check {
        id: dataset.id.clone(),
        about: dataset.about.clone(),
        public: dataset.public,
        fault: Fault::Timeout,
        words: "Not run, since another dataset already took too long.".to_owned(),
    };
    Trial { check, difference: None, notes: Vec::new() }
}

/// Makes the verdict from all trials, in the order they ran.
pub(super) fn of(trials: Vec<Trial>, review: Option<Review>, not_judged: &[&str]) -> Verdict {
    let checks: Vec<Check> = trials.iter().map(|trial| trial.check.clone()).collect();
    let first = checks.iter().find(|check| check.fault != Fault::None);
    let decision = if first.is_none() { Decision::Accept } else { Decision::Reject };
    let clean = review.as_ref().is_none_or(|review| review.smells.is_empty());
    let score = score(&checks, clean);
    let mut notes: Vec<String> = Vec::new();
    let naming = trials.iter().flat_map(|trial| trial.notes.iter().cloned());
    let open = not_judged.iter().map(|words| format!("not judged yet: {words}"));
    naming.chain(open).for_each(|note| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    });
    let mut evidence = evidence(&checks);
    evidence.extend(review.into_iter().flat_map(Review::into_lines));
    Verdict {
        decision,
        kind: first.map_or(Fault::None, |check| check.fault),
        score,
        words: words(&checks, first),
        evidence,
        notes,
        difference: trials.into_iter().find_map(|trial| trial.difference),
        counterexample: None,
        gauntlet: None,
        checks,
    }
}

/// Scores correctness: 0 it does not run, 1 wrong on the rows shown, 2 wrong on several hidden datasets,
/// 3 wrong on one, 4 right everywhere, 5 right and without a correctness smell.
fn score(checks: &[Check], clean: bool) -> u8 {
    let failed = |check: &&Check| check.fault != Fault::None;
    if let Some(check) = checks.iter().filter(|check| check.public).find(failed) {
        let ran = !matches!(check.fault, Fault::Error | Fault::Forbidden);
        return u8::from(ran);
    }
    match checks.iter().filter(failed).count() {
        0 if clean => 5,
        0 => 4,
        1 => 3,
        _ => 2,
    }
}

fn words(checks: &[Check], first: Option<&Check>) -> String {
    let Some(first) = first else {
        return format!("Right on all {} datasets.", checks.len());
    };
    if first.public {
        return first.words.clone();
    }
    let hidden = checks.iter().filter(|check| !check.public);
    let wrong = hidden.clone().filter(|check| check.fault != Fault::None).count();
    format!(
        "Right on the rows you see, but not on {wrong} of {} hidden datasets. {}",
        hidden.count(),
        first.words
    )
}

fn evidence(checks: &[Check]) -> Vec<Evidence> {
    let ran = checks.iter().all(|check| check.fault != Fault::Error);
    let runs = if ran { "It runs on every dataset." } else { "It fails on a dataset." };
    let mut evidence = vec![Evidence::plain("sql.runs", ran, runs)];
    evidence.extend(checks.iter().map(|check| {
        let earned = check.fault == Fault::None;
        let rule = if check.public { "sql.rows" } else { "sql.hidden" };
        Evidence::plain(rule, earned, format!("{} ({}): {}", check.id, check.about, check.words))
    }));
    evidence
}

/// Puts two results side by side, cut to what somebody may read.
pub(super) fn difference(
    dataset: &str,
    expected: &Table,
    actual: &Table,
    missing: &[usize],
    extra: &[usize],
) -> Difference {
    let kept = |indexes: &[usize]| indexes.iter().copied().filter(|&i| i < SHOWN_ROWS).collect();
    Difference {
        dataset: dataset.to_owned(),
        expected: cut(expected),
        actual: cut(actual),
        missing: kept(missing),
        extra: kept(extra),
        call: None,
        output: None,
    }
}

fn cut(table: &Table) -> Table {
    let rows: Vec<_> = table.rows.iter().take(SHOWN_ROWS).cloned().collect();
    let cut = table.cut || rows.len() < table.rows.len();
    Table { columns: table.columns.clone(), rows, cut }
}
