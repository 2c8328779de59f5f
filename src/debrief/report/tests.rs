//! Whole loops and what the report says about them.

use proptest::prelude::*;

use super::*;
use crate::debrief::rule::{Gate, GateState, Outcome, Veto};
use crate::debrief::sample::{self, Sample};
use crate::debrief::scored::{CodeReview, Run, Work};
use crate::interview::event::ClosedBy;
use crate::interview::verdict::{Evidence, Fault};

fn outcome(report: &Report) -> &Outcome {
    &report.decision.as_ref().expect("a loop is decided").outcome
}

#[test]
fn five_hires_make_a_hire_and_everything_cites_its_evidence() {
    let report = Sample::hired().report();
    assert_eq!(outcome(&report), &Outcome::Hire, "{:#?}", report.decision);
    assert!(report.rounds.iter().all(|round| round.vote == Some(Vote::Hire)));
    let decision = report.decision.expect("a loop is decided");
    assert_eq!(decision.evidence.len(), 5);
    assert!(decision.gates.iter().all(|gate| gate.check.state == GateState::Met));
    assert!(decision.gates.iter().all(|gate| !gate.evidence.is_empty()));
}

#[test]
fn a_drill_has_one_round_and_no_decision() {
    let mut sample = Sample::hired();
    sample.interview.plan.mode = Mode::Drill;
    sample.interview.plan.rounds.truncate(1);
    sample.interview.rounds.truncate(1);
    sample.scored.retain(|s| s.round == 0);
    let report = sample.report();
    assert_eq!((report.rounds.len(), report.decision, report.conversation), (1, None, None));
    assert_eq!(
        report.weakest.map(|weakest| weakest.id.to_string()).as_deref(),
        Some("phone-screen")
    );
}

#[test]
fn one_sql_problem_is_too_little_and_two_silent_rounds_ask_for_more_data() {
    let mut sample = Sample::hired();
    sample.at(1, 1).work = Work::Nothing;
    let report = sample.report();
    let sql = &report.rounds[1];
    assert_eq!(sql.insufficient.as_deref(), Some("1 of at least 2 problems attempted"));
    assert_eq!((sql.score, sql.vote), (None, None));
    sample.silence(2);
    let report = sample.report();
    assert_eq!(outcome(&report), &Outcome::MoreData { rounds: vec![1, 2] });
    let reasons = &report.decision.expect("a loop is decided").evidence;
    assert!(reasons.iter().any(|line| line.words.contains("no diagram and no notes")));
}

#[test]
fn a_judge_that_did_not_reply_costs_nothing_and_is_said() {
    let mut sample = Sample::hired();
    let Work::HandedIn { run, .. } = &mut sample.at(3, 0).work else { panic!("handed in") };
    *run = Run::Unjudged("the judge ran out of time".into());
    let report = sample.report();
    assert_eq!(report.rounds[3].score, Some(4.0));
    assert!(report.rounds[3].not_judged.iter().any(|line| line.contains("ran out of time")));
    let sure = report.rounds[3].confidence.level;
    assert_eq!(sure, crate::debrief::assess::Sureness::Low, "half of the round is missing");
}

#[test]
fn an_unfixed_block_finding_closes_the_python_gate_and_is_cited() {
    let mut sample = Sample::hired();
    let block = Evidence::quoting("B006", false, "a mutable default", "def f(x=[]):", (0, 12));
    let review = sample.at(3, 1).review.as_mut().expect("Python is reviewed");
    review.blocks.push(block);
    let report = sample.report();
    assert_eq!(outcome(&report), &Outcome::NoHireGate(Gate::PythonReview));
    let cited = &report.decision.expect("a loop is decided").evidence[0];
    assert_eq!((cited.rule.as_str(), cited.quote.as_deref()), ("B006", Some("def f(x=[]):")));
    assert_eq!(cited.at_seconds, Some(20 * 60));
}

#[test]
fn python_that_does_not_parse_is_no_want_of_data() {
    let mut sample = Sample::hired();
    for question in 0..2 {
        let python = sample.at(3, question);
        python.review = Some(CodeReview::default());
        let Work::HandedIn { run, .. } = &mut python.work else { panic!("handed in") };
        *run = Run::Judged(Box::new(sample::verdict(0, Fault::Error)));
    }
    let report = sample.report();
    assert_eq!(outcome(&report), &Outcome::NoHireVeto(Veto::StrongNoHire));
    let gates = report.decision.expect("a loop is decided").gates;
    let python = gates.iter().find(|gate| gate.check.gate == Gate::PythonReview);
    assert_eq!(python.map(|gate| gate.check.state), Some(GateState::Unmet));
}

#[test]
fn a_contradicted_principle_is_vetoed_with_its_lines() {
    let mut sample = Sample::hired();
    sample.at(4, 0).card = Some(sample::card("D8", 1.0, "I blamed the other team"));
    let report = sample.report();
    assert_eq!(outcome(&report), &Outcome::NoHireVeto(Veto::Contradiction));
    let raiser = report.conversation.expect("a loop is talked about").bar_raiser;
    let raiser = raiser.expect("the sample has a bar raiser");
    assert_eq!(raiser.exchanges.len(), 4);
    assert!(raiser.words.contains("V3"), "{}", raiser.words);
    assert!(raiser.vetoes.iter().all(|veto| !veto.evidence.is_empty()));
}

#[test]
fn two_stories_on_one_principle_do_not_open_the_stories_gate() {
    let mut sample = Sample::hired();
    for question in sample.questions.values_mut() {
        question.head.principles.truncate(1);
        question.head.principles[0] = crate::ids::PrincipleId::new("dive-deep");
    }
    assert_eq!(outcome(&sample.report()), &Outcome::NoHireGate(Gate::TwoStories));
}

#[test]
fn a_question_not_reached_before_the_bell_is_not_held_against_the_candidate() {
    let mut sample = Sample::hired();
    sample.at(0, 2).work = Work::NotReached;
    assert_eq!(sample.report().rounds[0].score, Some(4.0));
    let closed = sample.interview.rounds[0].closed.as_mut().expect("the round was closed");
    closed.0 = ClosedBy::Candidate;
    assert_eq!(sample.report().rounds[0].score, Some(3.0), "leaving early is no bell");
}

#[test]
fn a_phone_screen_below_hire_is_said_and_the_practice_goes_on() {
    let mut sample = Sample::hired();
    sample.set(0, 3.0);
    let report = sample.report();
    assert!(report.phone_screen.is_some_and(|words| words.contains("would have ended here")));
    assert_eq!(report.rounds.len(), 5);
    assert_eq!(report.weakest.map(|w| w.command).as_deref(), Some("mockloop drill phone-screen"));
}

#[test]
fn own_votes_stand_beside_theirs_with_the_difference() {
    let mut sample = Sample::hired();
    sample.interview.own_votes.insert(Some(0), Vote::StrongHire);
    sample.interview.own_votes.insert(Some(1), Vote::NoHire);
    sample.interview.own_votes.insert(None, Vote::Hire);
    let own = sample.report().own_votes.expect("a loop is voted on");
    let differences: Vec<_> = own.rounds.iter().map(|vote| vote.difference).collect();
    assert_eq!(differences, [Some(1), Some(-1), None, None, None]);
    assert_eq!((own.whole, own.mean_difference), (Some(Vote::Hire), Some(0.0)));
}

#[test]
fn a_loop_given_up_before_its_first_question_asks_for_more_data_of_every_round() {
    let sat = Sample::hired();
    let plan = sat.interview.plan.clone();
    let interview = Interview::new(plan, Moment(1));
    let scored = crate::debrief::scored::plain_answers(&interview);
    let report = Report::of(&interview, &sat.questions, &scored);
    assert_eq!(outcome(&report), &Outcome::MoreData { rounds: vec![0, 1, 2, 3, 4] });
    assert!(report.ledger.unasked.is_empty(), "nothing was open to be asked");
    assert!(crate::debrief::html::page(&report).contains("more data"));
    assert!(crate::debrief::markdown::markdown(&report).contains("more data"));
}

#[test]
fn a_sat_loop_gives_the_same_report_twice() {
    let sample = Sample::hired();
    assert_eq!(sample.report(), sample.report());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn raising_any_answer_never_worsens_the_outcome(
        scores in prop::array::uniform10(1u8..=5), raised in 0usize..10, by in 1u8..=4,
    ) {
        let mut sample = Sample::hired();
        let place = |s: &mut Sample, i: usize, score: u8| sample::set(&mut s.scored[i], f64::from(score));
        scores.iter().enumerate().for_each(|(i, score)| place(&mut sample, i, *score));
        let before = outcome(&sample.report()).rank();
        place(&mut sample, raised, (scores[raised] + by).min(5));
        prop_assert!(outcome(&sample.report()).rank() >= before);
    }

    #[test]
    fn no_decision_stands_without_evidence(
        scores in prop::array::uniform10(prop::option::weighted(0.8, 1u8..=5)),
    ) {
        let mut sample = Sample::hired();
        for (i, score) in scores.iter().enumerate() {
            match score {
                Some(score) => sample::set(&mut sample.scored[i], f64::from(*score)),
                None => sample.scored[i] = Scored {
                    work: Work::Nothing, card: None, review: None, missing_musts: None, scale: None,
                    ..sample.scored[i].clone()
                },
            }
        }
        let report = sample.report();
        let decision = report.decision.as_ref().expect("a loop is decided");
        prop_assert!(!decision.evidence.is_empty());
        prop_assert!(decision.evidence.iter().all(|line| !line.words.is_empty()));
        prop_assert!(decision.vetoes.iter().all(|veto| !veto.evidence.is_empty()));
        for round in &report.rounds {
            prop_assert_eq!(round.score.is_some(), round.vote.is_some());
            prop_assert_eq!(round.score.is_none(), round.insufficient.is_some());
        }
    }
}
