//! A model's time boxes and its changed requirement, in a drill and in a loop.

use mockloop::interview::event::{HandedInBy, Why};
use mockloop::interview::record::Speaker;
use mockloop::tui::msg::Effect;

use super::harness::{Sitting, Walk};

/// A drill of 40 minutes.
fn drill() -> Walk {
    Walk::begin(&Sitting::drill("sql-deep-dive", "streaming-watch-time"))
}

/// A loop in which the phone screen passes without a word; the modelling round begins at 55:00.
fn onsite() -> Walk {
    Walk::begin(&Sitting::whole_loop("amazon-de", 7)).script(
        "00:00 begin
         55:00 wait
           -> phase Answering { round: 1, question: 0",
    )
}

/// Everything the interviewer said about the modelling question, by why.
fn whys(walk: &Walk) -> Vec<Why> {
    let rounds = &walk.interview().rounds;
    // A drill has one round; the loop's modelling round is its second.
    let record = rounds.get(1).unwrap_or(&rounds[0]);
    let said = record.questions[0].chat.iter().filter_map(|line| match &line.from {
        Speaker::Interviewer(line) => Some(line.why.clone()),
        Speaker::Candidate(_) => None,
    });
    said.collect()
}

fn count(walk: &Walk, why: &Why) -> usize {
    whys(walk).iter().filter(|said| *said == why).count()
}

/// What the judge was last asked to compare the second answer with.
fn changed_from(walk: &Walk) -> Option<String> {
    let order = walk.orders.iter().rev().find_map(|order| match order {
        Effect::Judge { changed_from, .. } => Some(changed_from.clone()),
        _ => None,
    });
    order.expect("a judge was asked")
}

#[test]
fn after_ten_minutes_the_tables_have_had_their_time() {
    let walk = drill().script(
        "00:00 begin
         00:01 type tables
         09:59 wait",
    );
    assert_eq!(count(&walk, &Why::TimeBox), 0);
    let walk = walk.script("10:01 wait\n12:00 wait");
    assert_eq!(count(&walk, &Why::TimeBox), 1);
}

#[test]
fn a_time_box_is_scaled_with_the_session() {
    let walk = Walk::begin(&Sitting {
        scale: 0.1,
        ..Sitting::drill("sql-deep-dive", "streaming-watch-time")
    });
    let walk = walk.script(
        "00:00 begin
         00:01 type tables
         01:01 wait
         02:59 wait
           -> submissions 0
         03:01 wait
           -> submissions 1",
    );
    assert_eq!((count(&walk, &Why::TimeBox), count(&walk, &Why::Change)), (1, 1));
}

#[test]
fn a_drill_changes_the_requirement_once_the_first_answer_is_judged() {
    let walk = drill().script(
        "00:00 begin
         00:01 type first
         05:00 submit
           -> submissions 1
         05:03 wait",
    );
    assert_eq!(count(&walk, &Why::Change), 0, "its verdict is still to come");
    let walk = walk.script("05:04 lost 1\n05:06 press esc\n05:10 submit\n05:11 wait");
    assert_eq!(count(&walk, &Why::Change), 0, "no judge has read it");
    let walk = walk.script(
        "05:12 rejected 2
           -> screen A requirement changed
           -> phase Answering
         05:13 press esc
         06:00 type second
         07:00 submit
           -> submissions 3",
    );
    assert_eq!(count(&walk, &Why::Change), 1);
    let before = changed_from(&walk).expect("it is judged under the changed contract");
    assert!(before.contains("first") && !before.contains("second"), "{before}");
    let walk = walk.script("07:05 accepted 3\n08:00 wait\n-> phase Answering");
    assert_eq!(count(&walk, &Why::Change), 1, "it changes once");
    assert_eq!(count(&walk, &Why::TimeBox), 0, "the tables are long done");
}

#[test]
fn the_question_shows_what_changed_first() {
    let mut walk = drill();
    walk.size = (120, 50);
    walk.script(
        "00:00 begin
         00:01 type first
         05:00 submit
         05:01 accepted 1
         05:02 press esc
           -> screen Changed requirement
           -> screen v_month_restatement",
    );
}

#[test]
fn a_loop_hands_in_a_model_once_more_after_the_change_and_then_asks() {
    let walk = onsite().script(
        "55:01 type first
         70:00 submit
           -> submissions 1
           -> phase Answering { round: 1, question: 0
           -> screen A requirement changed
         75:00 type second
         76:00 submit
           -> submissions 2
           -> phase FollowingUp { round: 1
         76:01 press f9
           -> submissions 2",
    );
    assert_eq!(count(&walk, &Why::Change), 1);
    let second = &walk.interview().submissions[1];
    assert!(second.after_change && !walk.interview().submissions[0].after_change);
    assert!(changed_from(&walk).is_some_and(|before| before.contains("first")));
}

#[test]
fn when_the_time_box_ends_what_is_there_is_the_first_answer() {
    let walk = onsite().script(
        "55:01 type half an answer
         84:59 wait
           -> submissions 0
         85:01 wait
           -> submissions 1
           -> phase Answering { round: 1, question: 0
         90:00 type more
         91:00 submit
           -> submissions 2
           -> phase FollowingUp",
    );
    assert_eq!(walk.interview().submissions[0].by, HandedInBy::Interviewer);
    assert_eq!(walk.interview().submissions[1].by, HandedInBy::Candidate);
    assert_eq!(count(&walk, &Why::TimeBox), 1);
}

#[test]
fn nothing_changes_for_somebody_who_has_written_nothing() {
    let walk = onsite().script(
        "86:00 wait
         86:01 type late but there
         88:00 wait
           -> submissions 0",
    );
    assert_eq!(count(&walk, &Why::Change), 0);
    let walk = walk.script("89:00 submit\n-> submissions 1");
    assert_eq!(count(&walk, &Why::Change), 1, "there is time for it after the hand-in");
}

#[test]
fn a_change_without_time_to_answer_it_is_not_said() {
    let walk = onsite().script(
        "86:00 wait
         86:01 type late
         92:30 submit
           -> submissions 1
           -> phase FollowingUp",
    );
    assert_eq!(count(&walk, &Why::Change), 0);
}

#[test]
fn a_change_that_is_not_taken_up_leaves_the_first_answer_alone() {
    let walk = onsite().script(
        "55:01 type first
         70:00 submit
         96:30 wait
           -> phase Answering { round: 1, question: 1
           -> submissions 1",
    );
    assert_eq!(count(&walk, &Why::Change), 1);
}

#[test]
fn what_was_begun_for_the_change_is_taken_when_the_interviewer_moves_on() {
    let walk = onsite().script(
        "55:01 type first
         70:00 submit
         80:00 type begun
         96:30 wait
           -> phase Answering { round: 1, question: 1
           -> submissions 2",
    );
    assert!(walk.interview().submissions[1].after_change);
}

#[test]
fn a_drill_that_goes_on_declines_the_change() {
    let walk = drill().script(
        "00:00 begin
         00:01 type first
         05:00 submit
         05:01 accepted 1
         05:02 press esc
         05:03 press f10
           -> phase FollowingUp",
    );
    assert_eq!((count(&walk, &Why::Change), walk.interview().submissions.len()), (1, 1));
}

#[test]
fn a_session_that_is_resumed_goes_on_with_the_change() {
    let walk = onsite().script(
        "55:01 type first
         70:00 submit
         75:00 type second",
    );
    let walk = walk.resumed().script(
        "75:30 wait
           -> phase Answering { round: 1, question: 0
         76:00 submit
           -> submissions 2
           -> phase FollowingUp",
    );
    assert_eq!(count(&walk, &Why::Change), 1, "it is not said again");
    let walk = walk.resumed();
    let judged = walk.orders.iter().filter(|order| matches!(order, Effect::Judge { .. }));
    assert_eq!(judged.count(), 2, "both answers still wait for their judge");
    assert!(changed_from(&walk).is_some_and(|before| before.contains("first")));
}
