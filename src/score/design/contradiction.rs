//! What contradicts itself? Each contradiction caps its dimension at 2 and is said.

use super::architecture::quickest;
use super::figure::has_phrase;
use super::{Case, Finding, uses};
use crate::content::question::Topic;
use crate::design::NodeKind;
use crate::interview::verdict::Evidence;
use crate::score::card::Flag;

/// The place of each dimension in the list of findings.
const E1: usize = 0;
const E3: usize = 2;
const E5: usize = 4;
const E8: usize = 7;

/// Finds contradictions, caps what they touch, and gives a flag for each.
pub fn contradictions(case: &Case, findings: &mut [Finding]) -> Vec<Flag> {
    let rules: [(usize, &str, Option<String>); 5] = [
        (E3, "sla-against-cadence", too_slow(case)),
        (E5, "exactly-once-unbacked", unbacked(case)),
        (E3, "join-without-bound", unbounded_join(case)),
        (E8, "personal-data-forgotten", personal_data_forgotten(case)),
        (E1, "facts-ignored", facts_ignored(case)),
    ];
    let mut flags = Vec::new();
    for (dimension, id, words) in rules {
        let Some(words) = words else { continue };
        findings[dimension].cap_at_two();
        findings[dimension].evidence.push(Evidence::plain(
            id,
            false,
            format!("at most 2: {words}"),
        ));
        flags.push(Flag { id: id.to_owned(), words, integrity: false });
    }
    flags
}

fn too_slow(case: &Case) -> Option<String> {
    let sla = case.body.sla_minutes;
    let quickest = quickest(&case.answer.graph)?;
    (quickest > sla * 2.0)
        .then(|| format!("{sla} minutes are asked for, the quickest path takes {quickest:.0}."))
}

fn unbacked(case: &Case) -> Option<String> {
    let claimed = ["exactly once", "exactly-once"].iter().any(|c| has_phrase(&case.prose, c));
    let means = [
        "merge",
        "upsert",
        "idempotent",
        "partition replace",
        "dedup",
        "deduplicated",
        "row_number",
        "overwrite",
    ];
    let backed = means.iter().any(|m| has_phrase(&case.prose, m));
    (claimed && !backed).then(|| "Exactly-once is claimed, and no write is repeatable.".to_owned())
}

fn unbounded_join(case: &Case) -> Option<String> {
    const BOUNDS: [&str; 6] = ["ttl", "state_ttl", "window", "watermark", "within", "retention"];
    let joins = case.answer.graph.nodes.iter().find(|n| {
        n.kind == NodeKind::Stream
            && has_phrase(&n.label.to_lowercase(), "join")
            && BOUNDS.iter().all(|b| n.attribute(b).is_none())
    })?;
    Some(format!("`{}` joins streams without a bound for its state.", joins.label))
}

fn personal_data_forgotten(case: &Case) -> Option<String> {
    let asked = case.asked.iter().any(|a| {
        case.head.facts.iter().any(|f| {
            f.id == a.id && f.topic == Some(Topic::Retention) && {
                let answer = f.answer.to_lowercase();
                ["personal", "gdpr", "e-mail", "pii", "privacy"].iter().any(|w| answer.contains(w))
            }
        })
    });
    let treated = [
        "mask",
        "masked",
        "delete",
        "deletion",
        "encrypt",
        "encrypted",
        "token",
        "tokenised",
        "anonymise",
        "anonymised",
        "pseudonym",
    ]
    .iter()
    .any(|w| has_phrase(&case.prose, w));
    (asked && !treated)
        .then(|| "Personal data was asked about, and no path masks or deletes it.".to_owned())
}

/// Facts that were given and never came back, when they are more than half.
fn facts_ignored(case: &Case) -> Option<String> {
    let given: Vec<_> = case
        .head
        .facts
        .iter()
        .filter(|f| !f.uses.is_empty() && case.asked.iter().any(|a| a.id == f.id))
        .collect();
    let ignored: Vec<&str> =
        given.iter().filter(|f| !uses(f, &case.prose)).map(|f| f.id.as_str()).collect();
    (given.len() >= 4 && ignored.len() * 2 > given.len())
        .then(|| format!("Asked and then not used: {}.", ignored.join(", ")))
}
