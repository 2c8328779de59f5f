//! Walks through sessions: the rules of the room, each as a short script.

use super::harness::{Sitting, Walk};

fn loop_walk(script: &str) -> Walk {
    Walk::begin(&Sitting::whole_loop("amazon-de", 7)).script(script)
}

fn drill_walk(script: &str) -> Walk {
    Walk::begin(&Sitting::drill("phone-screen", "top-products-with-ties")).script(script)
}

#[test]
fn no_clock_runs_before_the_candidate_begins() {
    loop_walk(
        "09:00 wait
           -> phase Briefing
         09:00 begin
           -> phase Answering { round: 0, question: 0
           -> screen 45:00 left",
    );
}

#[test]
fn what_is_typed_stands_in_the_answer() {
    loop_walk(
        "00:00 begin
         00:05 type select 1\\nfromt
           -> text select 1\\nfromt
         00:06 press backspace
           -> text select 1\\nfrom",
    );
}

#[test]
fn a_loop_hands_in_once_and_asks_first() {
    loop_walk(
        "00:00 begin
         00:01 press f9
           -> screen There is nothing to hand in yet.
         00:02 type select 1
         00:03 press f9
           -> screen Hand this answer in?
         00:04 press n
           -> submissions 0
         00:05 submit
           -> submissions 1
           -> phase FollowingUp
         00:06 press f9
           -> submissions 1",
    );
}

#[test]
fn a_loop_shows_no_verdict_before_the_debrief() {
    loop_walk(
        "00:00 begin
         00:02 type select 1
         00:05 submit
         00:06 rejected 1
           -> not rejected",
    );
}

#[test]
fn a_loop_shows_nothing_of_why_before_the_debrief() {
    loop_walk(
        "00:00 begin
         00:02 type select 1
         00:05 submit
         00:06 mistaken 1
           -> not Trap
           -> not expected
           -> not null-arithmetic",
    );
}

#[test]
fn a_drill_shows_why_an_answer_is_wrong_and_moves_through_it() {
    drill_walk(
        "00:00 begin
         00:01 type select 1
         00:02 submit
         00:03 mistaken 1
           -> screen Trap: null-arithmetic.
           -> screen what came (",
    );
}

#[test]
fn a_loop_has_neither_pause_nor_hint_nor_run() {
    loop_walk(
        "00:00 begin
         00:01 press f8
           -> screen A loop has no pause
         00:02 press f3
           -> screen There are no hints in a loop.
         00:03 press f5
           -> screen Nothing runs in this round
         00:04 press f7
           -> screen A loop keeps to the plain editor.
         00:05 press ctrl-z
           -> screen A loop cannot be suspended",
    );
}

#[test]
fn the_interviewer_speaks_up_at_the_budget_and_moves_on_after_the_grace() {
    loop_walk(
        "00:00 begin
         00:01 type select 1
         15:01 wait
           -> screen time
           -> phase Answering { round: 0, question: 0
         17:01 wait
           -> phase Answering { round: 0, question: 1
           -> submissions 1",
    );
}

#[test]
fn the_bell_hands_in_what_is_there_and_closes_the_round() {
    loop_walk(
        "00:00 begin
         17:02 wait
         30:00 type select 2
         45:00 wait
           -> phase Resting
           -> submissions 1",
    );
}

#[test]
fn a_break_ends_by_itself() {
    loop_walk(
        "00:00 begin
         45:00 wait
           -> phase Resting { next: 1
         55:01 wait
           -> phase Answering { round: 1",
    );
}

#[test]
fn a_key_leads_to_the_line_a_result_names_or_says_that_it_names_none() {
    drill_walk(
        "00:00 begin
         00:01 type select 1
         00:02 submit
         00:03 rejected 1
         00:04 press g
           -> screen No line of your answer is named here.
           -> screen rejected",
    );
}

#[test]
fn a_late_verdict_changes_nothing() {
    drill_walk(
        "00:00 begin
         00:01 type select 1
         00:02 submit
         00:03 rejected 1
           -> screen rejected
         00:04 accepted 1
           -> not accepted
         00:05 accepted 9
           -> not accepted",
    );
}

#[test]
fn a_lost_verdict_is_said_and_the_answer_can_be_handed_in_again() {
    drill_walk(
        "00:00 begin
         00:01 type select 1
         00:02 submit
         00:03 press f9
           -> screen The judge is still at work
         00:04 lost 1
           -> screen The judge did not answer in time.
         00:05 press esc
         00:06 submit
           -> submissions 2",
    );
}

#[test]
fn a_paused_drill_stops_its_clock() {
    drill_walk(
        "00:00 begin
         10:00 press f8
           -> screen stopped
         30:00 wait
           -> screen stopped
         30:00 press f8
         30:00 wait
           -> phase Answering",
    );
}

#[test]
fn time_away_counts_in_a_loop_and_is_asked_about_in_a_drill() {
    loop_walk(
        "00:00 begin
         10:00 gap 300
           -> screen A loop's clock keeps running.
           -> screen 30:00 left",
    );
    drill_walk(
        "00:00 begin
         05:00 gap 120
           -> screen Shall this time count?
         05:00 press n
           -> not Shall this time count?",
    );
}

#[test]
fn leaving_asks_once_and_names_what_is_not_handed_in() {
    loop_walk(
        "00:00 begin
         00:01 type select 1
         00:02 press ctrl-c
           -> screen is not handed in
         00:03 press n
           -> phase Answering",
    );
}

#[test]
fn escape_never_loses_work() {
    loop_walk(
        "00:00 begin
         00:01 type select 1
         00:02 press esc
           -> text select 1
         00:03 press esc
           -> phase Answering",
    );
}

#[test]
fn a_paste_is_one_step_fires_nothing_and_is_on_record() {
    let walk = loop_walk(
        "00:00 begin
         00:01 paste select 1; -- q ? y
           -> text select 1; -- q ? y
         00:02 press ctrl-u",
    );
    let flight = walk.interview().rounds[0].questions[0].flight;
    assert_eq!(flight.pasted_bytes, "select 1; -- q ? y".len());
    assert!(walk.interview().answer().is_none(), "one undo takes the whole paste back");
}

#[test]
fn a_question_is_answered_with_the_fact_it_asks_for() {
    let walk = Walk::begin(&Sitting::drill("phone-screen", "top-products-with-ties")).script(
        "00:00 begin
         00:01 ask What happens with ties?
         00:02 wait",
    );
    let chat = format!("{:?}", walk.interview().rounds[0].questions[0].chat);
    assert!(chat.contains("Fact("), "{chat}");
}

#[test]
fn a_hint_is_given_in_a_drill_and_kept_in_the_record() {
    let walk = drill_walk(
        "00:00 begin
         00:01 press f3
           -> screen Hint 1 of",
    );
    assert_eq!(walk.interview().rounds[0].questions[0].hints, vec![0]);
}

#[test]
fn a_session_can_be_given_up_for_good() {
    loop_walk(
        "00:00 begin
         00:01 type select 1
         00:02 press ctrl-c
           -> screen give it up for good
         00:03 press g
           -> phase Abandoned",
    );
}
