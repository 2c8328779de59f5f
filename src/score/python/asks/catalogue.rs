//! The questions themselves, read from `catalogue.toml`, each with the points a good answer names.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::content::question::{FollowUp, Point};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    ask: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The rules, or what the code does, that it is about.
    when: Vec<String>,
    ask: String,
    points: Vec<Point>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    toml::from_str(include_str!("catalogue.toml")).expect("the catalogue is read by a test")
});

/// What a question speaks of in the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot<'a> {
    pub line: usize,
    pub other: usize,
    pub name: &'a str,
}

/// Gives the question for a rule or for what the code does, if there is one worth a minute.
pub fn about(what: &str, spot: Spot<'_>) -> Option<FollowUp> {
    let entry = CATALOGUE.ask.iter().find(|entry| entry.when.iter().any(|one| one == what))?;
    let ask = entry.ask.replace("{line}", &spot.line.to_string());
    let ask = ask.replace("{other}", &spot.other.to_string()).replace("{name}", spot.name);
    Some(FollowUp { ask, deeper: Vec::new(), points: entry.points.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_points_in_lower_case_and_a_place_for_its_line() {
        for entry in &CATALOGUE.ask {
            let lower = |point: &Point| point.any.iter().all(|word| *word == word.to_lowercase());
            assert!(entry.points.len() >= 2 && entry.points.iter().all(lower), "{}", entry.ask);
            let filled = about(&entry.when[0], Spot { line: 7, other: 9, name: "rows" });
            assert!(filled.is_some_and(|one| !one.ask.contains('{')), "{}", entry.ask);
        }
    }
}
