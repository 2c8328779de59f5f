//! The scorer's promises, on the calibration files and on small texts.

use super::calibrate::{agreement, read, resistance};
use super::*;

fn lexicon() -> Lexicon {
    Lexicon::read(
        include_str!("../../../stories/rubric.toml"),
        include_str!("../../../stories/principles.toml"),
    )
    .expect("the shipped lexicon reads")
}

const STORIES: &str = include_str!("../../../tests/data/calibration/stories-dev.jsonl");
const ATTACKS: &str = include_str!("../../../tests/data/calibration/attacks-dev.jsonl");

#[test]
fn it_ranks_stories_as_the_raters_do() {
    let agreement = agreement(&read(STORIES).expect("reads"), &lexicon());
    assert!(agreement.spearman >= 0.85, "{agreement:?}");
    assert!(agreement.kappa >= 0.84, "{agreement:?}");
    assert!(agreement.pass >= 0.90, "{agreement:?}");
}

#[test]
fn most_attacks_stay_below_the_pass() {
    let resistance = resistance(&read(ATTACKS).expect("reads"), &lexicon());
    assert_eq!(resistance.attacks, 72);
    assert!(resistance.reached.len() <= 34, "{resistance:?}");
}

#[test]
fn too_few_words_are_no_score() {
    let told = told("I fixed the join and the run went from 3 hours to 10 minutes.");
    let card = score(&told, &lexicon());
    assert_eq!((card.overall, card.pass), (None, None));
    assert_eq!(card.flags[0].id, "not-enough-evidence");
}

fn told(text: &str) -> Told<'_> {
    Told { text, parts: None, seconds: Some(130.0), prompt: None, principles: &[], theme: &[] }
}
