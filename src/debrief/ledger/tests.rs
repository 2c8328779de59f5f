//! What the ledger notices, and what it leaves alone.

use super::*;
use crate::debrief::rule::{Outcome, Veto};
use crate::debrief::sample::{self, Sample};
use crate::debrief::scored::{Run, Work};

const STORY: &str = "Our nightly warehouse load for the payments dashboard failed every second week and \
    finance waited until noon. I traced the delays to a skewed partition key, rewrote the merge step to \
    process each merchant separately, and replayed three months of history to compare the totals. \
    We loaded 12 million rows each night. The load went from four hours to thirty minutes.";

fn ledger(sample: &Sample) -> Ledger {
    sample.report().ledger
}

#[test]
fn the_same_story_with_a_few_words_changed_is_told_twice() {
    let mut sample = Sample::hired();
    sample.say(0, 2, STORY);
    sample.say(4, 0, &STORY.replace("every second week", "twice a month").replace("noon", "lunch"));
    let told = ledger(&sample).told_twice;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].first.round, told[0].second.round), (0, 4));
    assert!(told[0].quote.contains("skewed partition key"), "{}", told[0].quote);
    assert!(ledger(&sample).changed_numbers.is_empty());
}

#[test]
fn two_different_stories_of_one_trade_are_not_one_story() {
    let mut sample = Sample::hired();
    sample.say(0, 2, STORY);
    sample.say(
        4,
        0,
        "A colleague wanted to move our event stream to another broker before the holiday season. I \
         disagreed, measured the consumer lag for two weeks, and showed that the bottleneck was our \
         own serialisation. We agreed to keep the broker, I changed the encoding, and throughput \
         doubled. In January I supported the migration and wrote its rollback plan.",
    );
    assert!(ledger(&sample).told_twice.is_empty());
}

#[test]
fn a_number_that_changed_in_a_story_told_twice_is_a_contradiction_and_a_veto() {
    let mut sample = Sample::hired();
    sample.say(0, 2, STORY);
    sample.say(4, 0, &STORY.replace("12 million", "40 million"));
    let changed = ledger(&sample).changed_numbers;
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0].noun, "rows");
    assert_eq!(changed[0].second_quote, "loaded 40 million rows");
    let decision = sample.report().decision.expect("a loop is decided");
    assert_eq!(decision.outcome, Outcome::NoHireVeto(Veto::Integrity));
    assert!(decision.evidence[0].words.contains("12 million"));
}

#[test]
fn a_fact_nobody_asked_for_stands_beside_the_check_it_failed() {
    let mut sample = Sample::hired();
    let Work::HandedIn { run, .. } = &mut sample.at(0, 0).work else { panic!("handed in") };
    *run = Run::Judged(Box::new(sample::verdict(2, Fault::MissingRows)));
    let unasked = |sample: &Sample| {
        let of_first = |u: &UnaskedFact| (u.place.round, u.place.question) == (0, 0);
        ledger(sample).unasked.into_iter().find(of_first)
    };
    let found = unasked(&sample).expect("the fact was open");
    assert_eq!(found.failure.as_deref(), Some("ties and exact duplicates"));
    sample.ask(0, 0, "Do ties count?", "ties");
    assert_eq!(unasked(&sample), None);
}

#[test]
fn the_same_fault_in_two_rounds_is_noticed_and_moves_a_shaky_vote_only() {
    let mut sample = Sample::hired();
    for (round, question) in [(0, 0), (1, 1)] {
        let Work::HandedIn { run, .. } = &mut sample.at(round, question).work else {
            panic!("handed in")
        };
        *run = Run::Judged(Box::new(sample::verdict(3, Fault::Nulls)));
    }
    let report = sample.report();
    assert_eq!(report.ledger.repeated_faults.len(), 1);
    assert_eq!(report.ledger.repeated_faults[0].fault, "nulls");
    let talk = report.conversation.expect("a loop is talked about");
    assert!(talk.reading.iter().any(|turn| turn.words.contains("same mistake (nulls)")));
    let moved: Vec<_> = talk.revote.iter().filter(|vote| vote.moved()).collect();
    assert_eq!(moved.iter().map(|vote| vote.round).collect::<Vec<_>>(), [0, 1]);
    assert!(moved.iter().all(|vote| vote.reason.is_some() && !vote.evidence.is_empty()));
    assert!(talk.revote_words.is_some(), "two votes less would not be a hire");
}

#[test]
fn one_fault_in_one_round_only_is_no_habit() {
    let mut sample = Sample::hired();
    for question in 0..2 {
        let Work::HandedIn { run, .. } = &mut sample.at(0, question).work else {
            panic!("handed in")
        };
        *run = Run::Judged(Box::new(sample::verdict(3, Fault::Nulls)));
    }
    assert!(ledger(&sample).repeated_faults.is_empty());
}

#[test]
fn a_principle_without_a_matching_behaviour_is_never_evidenced() {
    let mut sample = Sample::hired();
    let weak = |s: &mut Scored| s.card = Some(sample::card("D8", 2.0, "I am an owner"));
    for (round, question) in [(0, 2), (4, 0), (4, 1)] {
        let id = &sample.interview.plan.rounds[round].questions[question].id;
        let asked = sample.questions[id].head.principles[0].as_str() == "ownership";
        if asked {
            weak(sample.at(round, question));
        }
    }
    let ledger = ledger(&sample);
    let names: Vec<&str> = ledger.never_evidenced.iter().map(PrincipleId::as_str).collect();
    assert_eq!(names, ["ownership"]);
}

#[test]
fn a_paste_is_written_down_with_its_size() {
    let mut sample = Sample::hired();
    sample.interview.rounds[3].questions[0].flight.pasted_bytes = 420;
    let pastes = ledger(&sample).pastes;
    assert_eq!((pastes.len(), pastes[0].bytes), (1, 420));
}
