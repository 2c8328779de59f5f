//! Cells of the grid.

use super::*;
use crate::debrief::sample::{self, Sample};
use crate::interview::verdict::Fault;

fn cell(sample: &Sample, round: usize, factor: &str) -> FactorAssessment {
    let report = sample.report();
    let mut cells = report.rounds[round].factors.iter();
    cells.find(|cell| cell.factor.as_str() == factor).expect("the sample asks for it").clone()
}

#[test]
fn an_unknown_factor_has_no_data_and_says_so() {
    let cell = cell(&Sample::hired(), 4, "juggling");
    assert_eq!((cell.score, cell.rule.as_str()), (None, "no rule judges this factor"));
}

#[test]
fn a_principle_is_a_factor_read_from_the_stories_asked_for_it() {
    let cell = cell(&Sample::hired(), 4, "dive-deep");
    assert_eq!(cell.score, Some(4.0));
    assert!(cell.evidence.iter().any(|line| line.quote.is_some()));
}

#[test]
fn follow_ups_nobody_scored_are_no_data_not_a_bad_score() {
    assert_eq!(cell(&Sample::hired(), 1, "sql-at-scale").score, None);
}

#[test]
fn asking_for_the_open_fact_lifts_the_clarification() {
    let mut sample = Sample::hired();
    let before = cell(&sample, 0, "problem-clarification");
    assert_eq!(before.score, Some(1.0));
    sample.ask(0, 0, "Do ties count?", "ties");
    let after = cell(&sample, 0, "problem-clarification");
    assert_eq!(after.score, Some(3.0), "one of two questions was clarified");
    assert!(after.evidence.iter().any(|line| line.quote.as_deref() == Some("Do ties count?")));
}

#[test]
fn edge_cases_are_the_share_of_hidden_checks() {
    let mut sample = Sample::hired();
    let Work::HandedIn { run, .. } = &mut sample.at(3, 0).work else { panic!("handed in") };
    *run = Run::Judged(Box::new(sample::verdict(2, Fault::MissingRows)));
    assert_eq!(cell(&sample, 3, "edge-cases").score, Some(4.0), "1 of 2 and 2 of 2");
}

use crate::debrief::scored::{Run, Work};

#[test]
fn no_factor_is_listed_twice() {
    let mut names: Vec<&str> = TABLE.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), TABLE.len());
}
