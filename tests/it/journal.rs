//! The journal from outside: what was appended comes back, whoever else is there.

mod damage;
mod versions;

use std::path::PathBuf;

use mockloop::content::question::Kind;
use mockloop::content::round::Stage;
use mockloop::ids::{LoopId, QuestionId, RoundId, SessionId, SubmissionId};
use mockloop::interview::Interview;
use mockloop::interview::event::{
    Answer, ClosedBy, Edit, Event, HandedInBy, Line, Pane, PanePart, Vote, Why,
};
use mockloop::interview::phase::Phase;
use mockloop::interview::plan::{Mode, Plan, PlannedQuestion, PlannedRound};
use mockloop::interview::verdict::{Decision, Fault, Lost, Verdict};
use mockloop::journal::sessions::State;
use mockloop::journal::{Access, Durability, Journal, Trouble};
use mockloop::moment::{Moment, Span};
use proptest::prelude::*;
use tempfile::TempDir;

/// A folder with a place for a journal in it.
pub struct Desk {
    pub place: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { place: tempfile::tempdir().expect("a folder for the test") }
    }

    pub fn path(&self) -> PathBuf {
        self.place.path().join("journal.db")
    }

    pub fn writer(&self) -> Journal {
        Journal::open(&self.path(), Access::Write).expect("the folder is ours")
    }

    pub fn reader(&self) -> Journal {
        Journal::open(&self.path(), Access::Read).expect("the folder is ours")
    }
}

pub fn id(name: &str) -> SessionId {
    SessionId::new(name)
}

fn question(name: &str) -> PlannedQuestion {
    PlannedQuestion {
        id: QuestionId::new(name),
        kind: Kind::Sql,
        title: name.to_owned(),
        part: "SQL".into(),
        budget: Span::minutes(20),
        grace: Span::minutes(2),
    }
}

fn round(name: &str, questions: &[&str]) -> PlannedRound {
    PlannedRound {
        id: RoundId::new(name),
        title: name.to_owned(),
        stage: Stage::Phone,
        span: Span::minutes(45),
        briefing: "Forty-five minutes.".into(),
        interviewer: "a senior data engineer".into(),
        can_run: false,
        factors: Vec::new(),
        principles: Vec::new(),
        questions: questions.iter().map(|name| question(name)).collect(),
    }
}

pub fn plan(session: &str, mode: Mode) -> Plan {
    Plan {
        session: id(session),
        mode,
        loop_id: LoopId::new("amazon-de"),
        title: format!("Loop of {session}"),
        bar: 3.5,
        seed: u64::MAX - 7,
        scale: 0.1,
        rest: Span::minutes(5),
        rounds: vec![round("phone", &["ties", "gaps"]), round("deep-dive", &["weeks", "twins"])],
        bar_raiser: Some(1),
    }
}

pub fn opened(session: &str, mode: Mode, at: u64) -> Event {
    Event::Opened { plan: Box::new(plan(session, mode)), at: Moment(at) }
}

pub fn key(index: usize) -> Event {
    let edit = Edit { at: index, removed: 0, inserted: "x".into(), pasted: false };
    Event::Typed {
        pane: Pane { round: 0, question: 0, part: PanePart::Answer },
        edits: vec![edit],
        cursor: index + 1,
        at: Moment(2000 + index as u64),
    }
}

fn verdict(decision: Decision, score: u8) -> Box<Verdict> {
    Box::new(Verdict {
        decision,
        kind: Fault::None,
        score,
        words: "Every dataset agrees.".into(),
        evidence: Vec::new(),
        notes: vec!["CTE names say what they hold.".into()],
        checks: Vec::new(),
        difference: None,
        counterexample: None,
        gauntlet: None,
    })
}

fn handed_in(number: u32, at: u64) -> Event {
    Event::AnswerSubmitted {
        submission: SubmissionId(number),
        answer: Answer::Text("select 1".into()),
        by: HandedInBy::Candidate,
        at: Moment(at),
    }
}

/// The first session asks `ties` and `gaps`, with an accepted and a lost answer.
fn sat(journal: &mut Journal, session: &str, at: u64) {
    journal.create(&[opened(session, Mode::Loop, at)]).expect("the session is new");
    let events = [
        Event::RoundBegan { round: 0, at: Moment(at + 1) },
        Event::QuestionOpened { round: 0, question: 0, at: Moment(at + 2) },
        handed_in(1, at + 3),
        Event::Judged {
            submission: SubmissionId(1),
            verdict: verdict(Decision::Accept, 5),
            at: Moment(at + 4),
        },
        Event::QuestionOpened { round: 0, question: 1, at: Moment(at + 5) },
        handed_in(2, at + 6),
    ];
    journal.append(&id(session), &events, Durability::Full).expect("it is open");
}

#[test]
fn what_was_appended_comes_back_in_order_also_in_another_life() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    journal.create(&[opened("a", Mode::Loop, 1000)]).expect("the session is new");
    journal.append(&id("a"), &[key(0), key(1)], Durability::Normal).expect("it is open");
    drop(journal);
    let mut journal = desk.writer();
    journal.append(&id("a"), &[key(2)], Durability::Full).expect("it is still there");
    let log = desk.reader().load(&id("a")).expect("it is there");
    assert_eq!(log.events, [opened("a", Mode::Loop, 1000), key(0), key(1), key(2)]);
    assert_eq!(log.lost_count, 0);
}

#[test]
fn sessions_do_not_mix_when_they_are_written_in_turns() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    for name in ["a", "b"] {
        journal.create(&[opened(name, Mode::Drill, 1000)]).expect("the session is new");
    }
    for index in 0..6 {
        let name = if index % 2 == 0 { "a" } else { "b" };
        journal.append(&id(name), &[key(index)], Durability::Normal).expect("it is open");
    }
    let log = journal.load(&id("b")).expect("it is there");
    assert_eq!(log.events, [opened("b", Mode::Drill, 1000), key(1), key(3), key(5)]);
}

#[test]
fn a_session_begins_once_and_with_its_plan() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    assert_eq!(journal.create(&[key(0)]).expect_err("no plan").trouble, Trouble::NoPlan);
    journal.create(&[opened("a", Mode::Loop, 1)]).expect("the session is new");
    let again = journal.create(&[opened("a", Mode::Loop, 2)]).expect_err("it exists");
    assert_eq!(again.trouble, Trouble::SessionExists(id("a")));
    let nobody = journal.append(&id("b"), &[key(0)], Durability::Normal).expect_err("no session");
    assert_eq!(nobody.trouble, Trouble::NoSuchSession(id("b")));
}

#[test]
fn the_list_shows_the_latest_session_first_with_its_state() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    for (name, mode, at) in
        [("a", Mode::Loop, 10), ("b", Mode::Drill, 30), ("c", Mode::Rehearsal, 20)]
    {
        journal.create(&[opened(name, mode, at)]).expect("the session is new");
    }
    let gone = Event::Abandoned { at: Moment(99) };
    journal.append(&id("c"), &[gone], Durability::Full).expect("it is open");
    let list = desk.reader().sessions().expect("it can be read");
    let seen: Vec<_> = list
        .iter()
        .map(|s| (s.id.as_str(), s.mode, s.state, s.last_seen_at.0, s.event_count))
        .collect();
    let expected = [
        ("b", Mode::Drill, State::Open, 30, 1),
        ("c", Mode::Rehearsal, State::Abandoned, 99, 2),
        ("a", Mode::Loop, State::Open, 10, 1),
    ];
    assert_eq!(seen, expected);
    assert_eq!((list[0].seed, list[0].title.as_str()), (u64::MAX - 7, "Loop of b"));
}

#[test]
fn a_drill_is_finished_with_its_last_round_and_a_loop_with_its_debrief() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    for (name, mode, closing) in [("drill", Mode::Drill, 2), ("loop", Mode::Loop, 3)] {
        journal.create(&[opened(name, mode, 1)]).expect("the session is new");
        let steps = [
            Event::RoundClosed { round: 0, by: ClosedBy::Bell, at: Moment(2) },
            Event::RoundClosed { round: 1, by: ClosedBy::Bell, at: Moment(3) },
            Event::DebriefOpened { at: Moment(4) },
        ];
        for (count, step) in (1..).zip(steps) {
            journal.append(&id(name), &[step], Durability::Full).expect("it is open");
            let list = journal.sessions().expect("it can be read");
            let state = list.iter().find(|s| s.id == id(name)).expect("it was made").state;
            let log = journal.load(&id(name)).expect("it is there").events;
            let folded = Interview::replay(&log).expect("it has a plan");
            assert_eq!(state == State::Finished, count >= closing, "{name} after {count}");
            assert_eq!(state == State::Finished, folded.phase == Phase::Debriefed, "{name}");
        }
    }
}

#[test]
fn questions_of_the_latest_sessions_are_known_for_drawing() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    sat(&mut journal, "a", 100);
    journal.create(&[opened("b", Mode::Loop, 200)]).expect("the session is new");
    let other = Event::QuestionOpened { round: 1, question: 1, at: Moment(205) };
    journal.append(&id("b"), &[other], Durability::Normal).expect("it is open");
    journal.create(&[opened("nothing-asked", Mode::Loop, 300)]).expect("the session is new");
    let recent = |count| -> Vec<String> {
        let found = journal.recent_questions(count).expect("it can be read");
        found.iter().map(|id| id.as_str().to_owned()).collect()
    };
    assert_eq!(recent(1), ["twins"]);
    assert_eq!(recent(2), ["twins", "gaps", "ties"]);
    assert!(recent(0).is_empty());
}

#[test]
fn an_attempt_keeps_its_question_and_gets_its_verdict_when_there_is_one() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    sat(&mut journal, "a", 100);
    let attempts = journal.attempts().expect("it can be read");
    let seen: Vec<_> =
        attempts.iter().map(|a| (a.question.as_str(), a.submission.0, a.at.0, a.judged)).collect();
    let expected = [("ties", 1, 103, Some((Decision::Accept, 5))), ("gaps", 2, 106, None)];
    assert_eq!(seen, expected);
}

#[test]
fn a_choice_is_kept_until_another_is_made() {
    let desk = Desk::new();
    let mut journal = desk.writer();
    assert_eq!(journal.setting("theme").expect("it can be read"), None);
    journal.set_setting("theme", "dark").expect("it can be written");
    journal.set_setting("theme", "light").expect("it can be written");
    assert_eq!(desk.reader().setting("theme").expect("it can be read"), Some("light".into()));
}

#[test]
fn a_second_writer_is_refused_while_two_readers_look_on() {
    let desk = Desk::new();
    let mut writer = desk.writer();
    writer.create(&[opened("a", Mode::Loop, 1)]).expect("the session is new");
    let refusal = Journal::open(&desk.path(), Access::Write).expect_err("it is being written");
    assert_eq!(refusal.trouble, Trouble::Locked { pid: Some(std::process::id()) });
    let (one, two) = (desk.reader(), desk.reader());
    for index in 0..5 {
        writer.append(&id("a"), &[key(index)], Durability::Normal).expect("readers do not disturb");
        for reader in [&one, &two] {
            assert_eq!(reader.load(&id("a")).expect("it is there").events.len(), index + 2);
        }
    }
    drop(writer);
    desk.writer();
}

#[test]
fn a_reader_changes_nothing_and_makes_no_file() {
    let desk = Desk::new();
    let mut reader = desk.reader();
    assert!(reader.sessions().expect("nothing is there to be wrong").is_empty());
    assert_eq!(
        reader.create(&[opened("a", Mode::Loop, 1)]).expect_err("it only reads").trouble,
        Trouble::OpenedForReading
    );
    let refusal = reader.set_setting("theme", "dark").expect_err("it only reads");
    assert_eq!(refusal.trouble, Trouble::OpenedForReading);
    assert!(!desk.path().exists());
}

fn moment() -> impl Strategy<Value = Moment> {
    (0..u64::MAX / 4).prop_map(Moment)
}

fn pane() -> impl Strategy<Value = Pane> {
    let part = prop::sample::select(vec![
        PanePart::Answer,
        PanePart::Diagram,
        PanePart::Notes,
        PanePart::Chat,
    ]);
    (0..3usize, 0..3usize, part).prop_map(|(round, question, part)| Pane { round, question, part })
}

fn typing() -> impl Strategy<Value = Event> {
    let edit = (0..40usize, 0..9usize, ".{0,6}", any::<bool>())
        .prop_map(|(at, removed, inserted, pasted)| Edit { at, removed, inserted, pasted });
    (pane(), prop::collection::vec(edit, 0..4), 0..60usize, moment())
        .prop_map(|(pane, edits, cursor, at)| Event::Typed { pane, edits, cursor, at })
}

fn talk() -> impl Strategy<Value = Event> {
    prop_oneof![
        (".{0,20}", moment()).prop_map(|(text, at)| Event::Asked { text, at }),
        (".{0,20}", moment()).prop_map(|(text, at)| Event::Said {
            line: Line { why: Why::Readings(vec![text.clone()]), text },
            at
        }),
        (0..3usize, 0..3usize, moment()).prop_map(|(index, depth, at)| Event::FollowUpOpened {
            index,
            depth,
            at
        }),
        (".{0,20}", moment()).prop_map(|(text, at)| Event::FollowUpAnswered { text, at }),
        (1..4u32, 0..99u64).prop_map(|(number, at)| handed_in(number, at)),
        (1..4u32, 0..6u8, moment()).prop_map(|(number, score, at)| Event::Judged {
            submission: SubmissionId(number),
            verdict: verdict(Decision::Reject, score),
            at
        }),
        (1..4u32, ".{0,9}", moment()).prop_map(|(number, words, at)| Event::JudgeLost {
            submission: SubmissionId(number),
            lost: Lost { kind: "crash".into(), words },
            at
        }),
    ]
}

fn step() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0..2usize, moment()).prop_map(|(round, at)| Event::RoundBegan { round, at }),
        (0..2usize, 0..3usize, moment()).prop_map(|(round, question, at)| Event::QuestionOpened {
            round,
            question,
            at
        }),
        (pane(), ".{0,20}", moment()).prop_map(|(pane, text, at)| Event::Prefilled {
            pane,
            text,
            at
        }),
        (pane(), 0..60usize, moment()).prop_map(|(pane, cursor, at)| Event::CursorMoved {
            pane,
            cursor,
            at
        }),
        moment().prop_map(|at| Event::QuestionClosed { at }),
        (0..3usize, moment()).prop_map(|(round, at)| Event::RoundClosed {
            round,
            by: ClosedBy::Bell,
            at
        }),
        moment().prop_map(|at| Event::Paused { at }),
        moment().prop_map(|at| Event::Unpaused { at }),
        (any::<u64>(), any::<bool>(), moment()).prop_map(|(span, counted, at)| Event::Away {
            span: Span(span),
            counted,
            at
        }),
        (prop::option::of(0..2usize), moment()).prop_map(|(round, at)| Event::OwnVote {
            round,
            vote: Vote::NoHire,
            at
        }),
        moment().prop_map(|at| Event::ClockSeen { at }),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![3 => typing(), 2 => talk(), 2 => step()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_resumed_interview_is_the_one_that_was_sat(
        stretches in prop::collection::vec((prop::collection::vec(event(), 0..12), any::<bool>()), 0..8),
    ) {
        let desk = Desk::new();
        let mut live = Interview::new(plan("a", Mode::Loop), Moment(1));
        let mut journal = desk.writer();
        journal.create(&[opened("a", Mode::Loop, 1)]).expect("the session is new");
        for (events, restarts) in stretches {
            if restarts {
                drop(journal);
                journal = desk.writer();
            }
            events.iter().for_each(|event| live.apply(event));
            journal.append(&id("a"), &events, Durability::Normal).expect("it is open");
        }
        let log = desk.reader().load(&id("a")).expect("it is there");
        prop_assert_eq!(log.lost_count, 0);
        prop_assert_eq!(Interview::replay(&log.events), Some(live));
    }
}
