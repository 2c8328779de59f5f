//! From everything that was seen to what a reviewer writes: a mistake is one remark, however often it shows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Level};

/// Rules about a name: what is said of it is said where it first stands.
const OF_A_NAME: [&str; 13] = [
    "A001",
    "A002",
    "ANN001",
    "B023",
    "E741",
    "F821",
    "N802",
    "N803",
    "N806",
    "own.short-name",
    "own.unit-in-name",
    "own.vague-name",
    "PLW0603",
];
/// Rules that say more of a handler than that it catches too much.
const TELLING: [&str; 2] = ["S110", "S112"];

/// Folds what belongs together; the order stays.
pub fn fold(found: Vec<Finding>) -> Vec<Finding> {
    let silent = found.iter().filter(|finding| TELLING.contains(&finding.code));
    let silent: BTreeSet<usize> = silent.map(|finding| finding.line).collect();
    let nits = found.iter().filter(|finding| finding.level == Level::Nit);
    let mut nit_count = BTreeMap::new();
    nits.for_each(|nit| *nit_count.entry(nit.code).or_insert(0_usize) += 1);

    let mut said = BTreeSet::new();
    let is_told = |finding: &Finding| {
        matches!(finding.code, "BLE001" | "E722") && silent.contains(&finding.line)
    };
    let mut is_new = |finding: &Finding| match finding.level {
        Level::Nit => said.insert((finding.code, String::new())),
        _ if OF_A_NAME.contains(&finding.code) => {
            said.insert((finding.code, finding.words.clone()))
        }
        _ => true,
    };
    let kept = found.into_iter().filter(|finding| !is_told(finding) && is_new(finding));
    kept.map(|finding| counted(finding, &nit_count)).collect()
}

fn counted(mut finding: Finding, nit_count: &BTreeMap<&str, usize>) -> Finding {
    let more = nit_count.get(finding.code).map_or(0, |count| count - 1);
    if finding.level == Level::Nit && more > 0 {
        let places = if more == 1 { "place" } else { "places" };
        finding.words.push_str(&format!(" The same in {more} more {places}."));
    }
    finding
}
