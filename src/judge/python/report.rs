//! How marks become a verdict: the score, one sentence, a check per case, and the difference on a sample.

use super::asked::Asked;
use super::compare::unpaired;
use super::marking::{Mark, Wanted};
use super::spelling::{spell, spell_call};
use super::trial::{Came, Trial};
use super::value::Value;
use crate::content::cell::{Cell, Heading, Table};
use crate::interview::verdict::{Check, Decision, Difference, Evidence, Fault, Verdict};

/// How many characters of a value are shown.
const SHOWN: usize = 2000;
/// How many elements of a list are shown.
const ROWS: usize = 500;

/// A case with its mark, and what is needed to show it.
pub struct Marked<'a> {
    pub case: &'a Asked,
    pub index: usize,
    pub mark: Mark,
    /// Under the first seed; none when the case did not run.
    pub trial: Option<&'a Trial>,
}

/// A property that was measured besides the cases.
pub struct Measured {
    /// `growth` or `streaming`.
    pub id: &'static str,
    pub about: &'static str,
    pub mark: Mark,
}

/// Makes the verdict of an answer whose module ran and has the function.
pub fn verdict(
    marked: &[Marked<'_>],
    measured: &[Measured],
    function: &str,
    stuck: Option<String>,
) -> Verdict {
    let broken: Vec<&Measured> =
        measured.iter().filter(|one| one.mark.fault != Fault::None).collect();
    let failed: Vec<&Marked<'_>> =
        marked.iter().filter(|marked| marked.mark.fault != Fault::None).collect();
    let hidden = failed.iter().filter(|marked| !marked.case.sample).count();
    let sample = failed.iter().find(|marked| marked.case.sample);
    Verdict {
        decision: match failed.is_empty() && broken.is_empty() {
            true => Decision::Accept,
            false => Decision::Reject,
        },
        kind: failed
            .first()
            .map(|marked| marked.mark.fault)
            .or(broken.first().map(|one| one.mark.fault))
            .unwrap_or(Fault::None),
        score: score(sample.is_some(), hidden + broken.len()),
        words: stuck.unwrap_or_else(|| words(marked, &failed, &broken)),
        evidence: evidence(marked, measured),
        notes: vec![],
        checks: marked.iter().map(check).chain(measured.iter().map(measured_check)).collect(),
        difference: sample.map(|marked| difference(marked, function)),
        counterexample: None,
        gauntlet: None,
    }
}

/// Makes the verdict of an answer that does not get as far as its first case.
pub fn no_start(words: String, text: Option<String>, kind: Fault) -> Verdict {
    let difference = text.map(|text| Difference {
        dataset: "answer.py".into(),
        expected: Table::default(),
        actual: Table::default(),
        missing: vec![],
        extra: vec![],
        call: None,
        output: Some(text),
    });
    Verdict {
        decision: Decision::Reject,
        kind,
        score: 0,
        evidence: vec![Evidence::plain("python.runs", false, words.clone())],
        words,
        notes: vec![],
        checks: vec![],
        difference,
        counterexample: None,
        gauntlet: None,
    }
}

/// The fifth point is the review's to give.
pub fn score(fails_sample: bool, hidden_failures: usize) -> u8 {
    match (fails_sample, hidden_failures) {
        (true, _) => 1,
        (false, 3..) => 2,
        (false, 1..=2) => 3,
        (false, 0) => 4,
    }
}

fn words(marked: &[Marked<'_>], failed: &[&Marked<'_>], broken: &[&Measured]) -> String {
    match failed {
        [] if !broken.is_empty() => {
            let words: Vec<&str> = broken.iter().map(|one| one.mark.words.as_str()).collect();
            format!("All {} cases pass, but: {}.", marked.len(), words.join("; "))
        }
        [] => format!("Right: all {} cases pass.", marked.len()),
        [only] => format!(
            "{} of {} cases pass. “{}”: {}.",
            marked.len() - 1,
            marked.len(),
            only.case.name,
            only.mark.words
        ),
        [first, ..] => format!(
            "{} of {} cases pass. The first that fails is “{}”: {}.",
            marked.len() - failed.len(),
            marked.len(),
            first.case.name,
            first.mark.words
        ),
    }
}

fn check(marked: &Marked<'_>) -> Check {
    Check {
        id: format!("case-{}", marked.index + 1),
        about: marked.case.name.clone(),
        public: marked.case.sample,
        fault: marked.mark.fault,
        words: marked.mark.words.clone(),
    }
}

fn measured_check(one: &Measured) -> Check {
    Check {
        id: one.id.into(),
        about: one.about.into(),
        public: false,
        fault: one.mark.fault,
        words: one.mark.words.clone(),
    }
}

fn evidence(marked: &[Marked<'_>], measured: &[Measured]) -> Vec<Evidence> {
    let count = |sample: bool| {
        let group = || marked.iter().filter(move |marked| marked.case.sample == sample);
        let passed = group().filter(|marked| marked.mark.fault == Fault::None).count();
        (passed, group().count())
    };
    let tell = |rule, (passed, all): (usize, usize), kind| {
        Evidence::plain(rule, passed == all, format!("{passed} of {all} {kind} cases pass"))
    };
    let mut evidence = vec![
        tell("python.samples", count(true), "sample"),
        tell("python.hidden", count(false), "hidden"),
    ];
    evidence.extend(marked.iter().filter(|marked| marked.mark.fault != Fault::None).map(
        |marked| {
            let trap = marked.case.trap.as_ref().map(|trap| format!(" (trap: {trap})"));
            let words = format!(
                "“{}”{}: {}",
                marked.case.name,
                trap.unwrap_or_default(),
                marked.mark.words
            );
            Evidence::plain("python.case", false, words)
        },
    ));
    evidence.extend(measured.iter().map(|one| {
        let words = match one.mark.fault {
            Fault::None => one.about.to_owned(),
            _ => one.mark.words.clone(),
        };
        Evidence::plain(&format!("python.{}", one.id), one.mark.fault == Fault::None, words)
    }));
    evidence
}

/// Shows a failing sample: the call, both values and what the code printed or raised.
fn difference(marked: &Marked<'_>, function: &str) -> Difference {
    let expected = match &marked.case.wanted {
        Wanted::Value(value) => value.clone(),
        Wanted::Exception(name) => Value::Other(name.clone()),
    };
    let came = marked.trial.and_then(|trial| trial.came.iter().find_map(returned));
    let (mut missing, mut extra) = match (&expected, &came) {
        (Value::List(wanted), Some(Value::List(got))) => unpaired(wanted, got),
        (_, Some(_)) => (vec![0], vec![0]),
        (Value::List(wanted), None) => ((0..wanted.len()).collect(), vec![]),
        (_, None) => (vec![0], vec![]),
    };
    missing.retain(|row| *row < ROWS);
    extra.retain(|row| *row < ROWS);
    Difference {
        dataset: format!("case-{}", marked.index + 1),
        expected: table("expected", &marked.case.wanted, &expected),
        actual: came.map(|value| rows("returned", &value)).unwrap_or_default(),
        missing,
        extra,
        call: Some(spell_call(function, &marked.case.arguments, SHOWN)),
        output: marked.trial.and_then(output),
    }
}

fn returned(came: &Came) -> Option<Value> {
    match came {
        Came::Returned(value) => Some(value.clone()),
        Came::Raised(_) => None,
    }
}

fn table(name: &str, wanted: &Wanted, value: &Value) -> Table {
    match wanted {
        Wanted::Value(_) => rows(name, value),
        Wanted::Exception(exception) => one_row(name, "exception", format!("raises {exception}")),
    }
}

/// A list is shown an element a row, anything else in one.
fn rows(name: &str, value: &Value) -> Table {
    match value {
        Value::List(items) => Table {
            columns: vec![Heading { name: name.into(), kind: "list".into() }],
            rows: items
                .iter()
                .take(ROWS)
                .map(|item| vec![Cell::Text(spell(item, SHOWN))])
                .collect(),
            cut: items.len() > ROWS,
        },
        _ => one_row(name, value.kind(), spell(value, SHOWN)),
    }
}

/// Makes a table of one row with one value.
pub fn one_row(name: &str, kind: &str, text: String) -> Table {
    Table {
        columns: vec![Heading { name: name.into(), kind: kind.into() }],
        rows: vec![vec![Cell::Text(text)]],
        cut: false,
    }
}

/// Gives what was printed and the traceback, cut to the answer's own lines.
pub fn output(trial: &Trial) -> Option<String> {
    let raised = trial.came.iter().find_map(|came| match came {
        Came::Raised(raised) => Some(raised.text.as_str()),
        Came::Returned(_) => None,
    });
    let parts = [trial.printed.trim_end(), raised.unwrap_or_default()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}
