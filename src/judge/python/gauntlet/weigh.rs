//! How the streams count in a verdict: every rule is a hidden check of its own.

use super::Ending;
use crate::interview::gauntlet::{GauntletReading, RULE, RuleReading};
use crate::interview::verdict::{Check, Decision, Evidence, Fault, Verdict};
use crate::judge::python::report;

/// An answer that does not come through the streams fails as if that many hidden cases failed.
const AS_FAILED_CASES: usize = 3;

/// Adds what became of the streams to the verdict on the cases.
pub fn weigh(verdict: Verdict, ending: Ending) -> Verdict {
    let checks = match &ending {
        Ending::Read(reading) => reading.rules.iter().map(check).collect(),
        Ending::Failed(fault, words) => vec![stream_check(*fault, words)],
        // The verdict says already why the answer did not come this far.
        Ending::NotReached => return verdict,
    };
    let failed: Vec<Check> =
        checks.iter().filter(|check: &&Check| check.fault != Fault::None).cloned().collect();
    let mut weighed = rescored(verdict, &ending, &failed);
    weighed.checks.extend(checks);
    match ending {
        Ending::Read(reading) => {
            weighed.evidence.extend(reading.evidence());
            weighed.gauntlet = Some(reading);
        }
        Ending::Failed(_, words) => {
            weighed.evidence.push(Evidence::plain(&format!("{RULE}.run"), false, words));
        }
        Ending::NotReached => (),
    }
    weighed
}

fn rescored(verdict: Verdict, ending: &Ending, failed: &[Check]) -> Verdict {
    let cases_pass = verdict.decision == Decision::Accept;
    let words = words(&verdict, cases_pass, ending, failed);
    let Some(first) = failed.first() else { return Verdict { words, ..verdict } };
    let missed = verdict.checks.iter().filter(|check| check.fault != Fault::None);
    let (samples, hidden): (Vec<&Check>, Vec<&Check>) = missed.partition(|check| check.public);
    let more = if matches!(ending, Ending::Read(_)) { failed.len() } else { AS_FAILED_CASES };
    let score = report::score(!samples.is_empty(), hidden.len() + more).min(verdict.score);
    let kind = if cases_pass { first.fault } else { verdict.kind };
    Verdict { decision: Decision::Reject, kind, score, words, ..verdict }
}

fn words(verdict: &Verdict, cases_pass: bool, ending: &Ending, failed: &[Check]) -> String {
    match (ending, failed) {
        (Ending::Read(reading), []) if cases_pass => {
            let GauntletReading { streams, lines, .. } = reading.as_ref();
            let said = verdict.words.trim_end_matches('.');
            format!("{said}, and {lines} lines of {streams} damaged streams came out as agreed.")
        }
        (_, [first, ..]) if cases_pass => {
            let cases = verdict.checks.len();
            format!("All {cases} cases pass, but the damaged streams do not: {}.", first.words)
        }
        _ => verdict.words.clone(),
    }
}

fn check(rule: &RuleReading) -> Check {
    let fault = match rule.name.as_str() {
        _ if rule.met => Fault::None,
        "wrong" | "wrongly-dead" => Fault::Values,
        "one-pass" | "memory" => Fault::Limits,
        "repeatable" => Fault::NonDeterministic,
        _ => Fault::MissingRows,
    };
    Check {
        id: format!("stream-{}", rule.name),
        about: format!("damaged streams: {}", rule.asked),
        public: false,
        fault,
        words: rule.reached.clone(),
    }
}

fn stream_check(fault: Fault, words: &str) -> Check {
    Check {
        id: "stream-run".into(),
        about: "damaged streams are read to their end".into(),
        public: false,
        fault,
        words: words.into(),
    }
}
