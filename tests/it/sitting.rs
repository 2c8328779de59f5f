//! One whole loop in a real terminal: five rounds, bells, votes, the debrief, and its report in three files.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};

use mockloop::content::library::Library;
use mockloop::content::question::{FollowUp, Question};
use mockloop::interview::Interview;
use mockloop::interview::event::{Answer, ClosedBy};
use mockloop::interview::phase::Phase;
use mockloop::interviewer::code;
use mockloop::journal::{Access, Journal};

use super::answers::{Skill, answer, changed_answer, question, said};
use super::terminal::{Seat, home};

/// Forty-five minutes in less than one.
const SCALE: &str = "0.02";

const HAND_IN: &str = "\x1b[20~";
const NEXT_PANE: &str = "\x1b[17~";
const ASK: &str = "\x1bOS";
const CUT_LINE: &str = "\x18";
const TO_THE_TOP: &str = "\x1b[1;5H";
const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";

/// What becomes of a round's answer.
#[derive(Clone, Copy)]
enum End {
    HandedIn,
    Bell,
}

const ENDS: [End; 5] = [End::HandedIn, End::HandedIn, End::Bell, End::HandedIn, End::Bell];

#[test]
fn a_loop_is_sat_from_the_first_briefing_to_the_written_debrief() {
    let home = home();
    let journal = home.path().join("sitting.db");
    let path = journal.to_str().expect("a path in plain letters");
    let arguments = ["loop", "--loop", "short", "--scale", SCALE, "--seed", "5", "--journal", path];
    let mut seat = Seat::mockloop(&arguments, home.path(), (120, 40));
    let library = Library::builtin();
    for (round, end) in ENDS.into_iter().enumerate() {
        seat.until("the briefing", |_| is_at(&journal, |phase| phase == Phase::Briefing { round }));
        sit_round(&mut seat, &journal, &library, end);
    }
    vote(&mut seat, &journal);
    write_report(&mut seat, &journal, home.path());
    seat.press("\x03");
    assert_eq!(seat.until_ended(), 0);
    seat.assert_given_back_once();
    assert_ended_as_meant(&now(&journal).expect("it was begun"));
}

/// The session as it is on disk, which is never behind what is shown.
fn now(journal: &Path) -> Option<Interview> {
    let journal = Journal::open(journal, Access::Read).ok()?;
    let session = journal.sessions().ok()?.into_iter().next()?;
    Interview::replay(&journal.load(&session.id).ok()?.events)
}

fn is_at(journal: &Path, is_so: impl Fn(Phase) -> bool) -> bool {
    now(journal).is_some_and(|interview| is_so(interview.phase))
}

fn sit_round(seat: &mut Seat, journal: &Path, library: &Library, end: End) {
    seat.press("\r");
    seat.until("a question", |_| is_at(journal, |phase| phase.question().is_some()));
    let interview = now(journal).expect("it was begun");
    let question = question(library, &interview.question().expect("one is open").id);
    if let Some(fact) = question.head.facts.first() {
        seat.press(&format!("{ASK}What about {}?\r{ASK}", fact.asks[0]));
    }
    write(seat, &answer(question, Skill::Good));
    let is_open = |phase: Phase| matches!(phase, Phase::Answering { .. });
    match end {
        End::Bell => {
            seat.until_shown("0:05 left");
            seat.until("the bell", |_| is_at(journal, |phase| phase.question().is_none()));
        }
        End::HandedIn => {
            seat.press(HAND_IN);
            seat.until_shown("Hand this answer in?");
            seat.press("y");
            if let Some(second) = changed_answer(question) {
                seat.until("it changes", |_| now(journal).is_some_and(|i| i.is_changing()));
                write(seat, &second);
                seat.press(HAND_IN);
                seat.until_shown("Hand this answer in?");
                seat.press("y");
            }
            seat.until("it is in", |_| !is_at(journal, is_open));
        }
    }
    while let Some(Phase::FollowingUp { index, depth, .. }) = now(journal).map(|i| i.phase) {
        let asked = asked(question, &now(journal).expect("it was begun"), index);
        seat.press(&format!("{}\r", said(&asked, Skill::Good)));
        let is_same = |phase| matches!(phase, Phase::FollowingUp { index: i, depth: d, .. } if (i, d) == (index, depth));
        seat.until("it is answered", |_| !is_at(journal, is_same));
    }
}

/// Gives number `index` of what is asked: what is written down, then what the code calls for.
fn asked(question: &Question, interview: &Interview, index: usize) -> FollowUp {
    let last = interview.submissions.last().expect("it was handed in");
    let of_code = code::asks(question, last);
    question.head.asks().chain(&of_code).nth(index).expect("it was asked").clone()
}

/// Empties the pane line by line, as the room may have put something there, and pastes.
fn write(seat: &mut Seat, answer: &Answer) {
    let paste = |seat: &mut Seat, text: &str| {
        seat.press(TO_THE_TOP);
        seat.press(&CUT_LINE.repeat(400));
        seat.press(&format!("\x1b[200~{text}\x1b[201~"));
    };
    match answer {
        Answer::Text(text) => paste(seat, text),
        Answer::Design { diagram, notes } => {
            paste(seat, diagram);
            seat.press(NEXT_PANE);
            paste(seat, notes);
        }
    }
}

fn vote(seat: &mut Seat, journal: &Path) {
    seat.until_shown("How do you think it went?");
    for _ in 0..=ENDS.len() {
        seat.press(RIGHT);
        seat.press(DOWN);
    }
    let votes = |journal: &Path| now(journal).map_or(0, |interview| interview.own_votes.len());
    seat.until("every vote is cast", |_| votes(journal) == ENDS.len() + 1);
    seat.press("\r");
    seat.until("the debrief", |_| is_at(journal, |phase| phase == Phase::Debriefed));
}

fn write_report(seat: &mut Seat, journal: &Path, home: &Path) {
    seat.until_shown("who saw what");
    seat.press("w");
    seat.until_shown("Written to");
    let session = now(journal).expect("it was begun").plan.session;
    let folder = home.join(".local/share/mockloop/reports");
    let file = |ending: &str| -> PathBuf { folder.join(format!("{session}.{ending}")) };
    let read = |ending: &str| fs::read_to_string(file(ending)).expect("the report is written");
    let json: serde_json::Value = serde_json::from_str(&read("json")).expect("it is JSON");
    let words = json["decision"]["words"].as_str().expect("it is decided").to_owned();
    let evidence = json["decision"]["evidence"].as_array().expect("a list");
    assert!(!evidence.is_empty(), "{words} without evidence");
    assert_eq!(json["rounds"].as_array().map(Vec::len), Some(ENDS.len()));
    let (html, markdown) = (read("html"), read("md"));
    assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains(&words) && markdown.contains(&words), "{words}");
    assert!(markdown.starts_with("# "), "{markdown:.80}");
}

fn assert_ended_as_meant(interview: &Interview) {
    for (record, end) in interview.rounds.iter().zip(ENDS) {
        let by = record.closed.map(|(by, _)| by);
        let rang = by == Some(ClosedBy::Bell);
        assert_eq!(rang, matches!(end, End::Bell), "{by:?}");
    }
    let handed_in: Vec<usize> = interview.submissions.iter().map(|s| s.round).collect();
    assert_eq!(handed_in, [0, 1, 1, 2, 3, 4], "{:#?}", interview.texts);
    let first_lines = interview.submissions.iter().filter_map(|s| match &s.answer {
        Answer::Text(text) => Some(text.matches("-- schema").count()),
        Answer::Design { .. } => None,
    });
    assert!(first_lines.max() == Some(1), "the second answer stands in place of the first");
    assert_eq!(interview.awaited().count(), 0, "everything was judged");
}
