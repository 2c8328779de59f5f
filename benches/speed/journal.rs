//! How long a keystroke waits for the disk, and how long a long session takes to come back.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BatchSize, Criterion};
use mockloop::content::question::Kind;
use mockloop::content::round::Stage;
use mockloop::ids::{LoopId, QuestionId, RoundId, SessionId};
use mockloop::interview::Interview;
use mockloop::interview::event::{Edit, Event, Pane, PanePart};
use mockloop::interview::plan::{Mode, Plan, PlannedQuestion, PlannedRound};
use mockloop::journal::{Access, Durability, Journal};
use mockloop::moment::{Moment, Span};

const OPENED_AT: Moment = Moment(1_763_826_201_000);

fn session() -> SessionId {
    SessionId::new("2026-11-22-1")
}

fn plan() -> Plan {
    let question = PlannedQuestion {
        id: QuestionId::new("top-three"),
        kind: Kind::Sql,
        title: "Top three".into(),
        part: "SQL".into(),
        budget: Span::minutes(20),
        grace: Span::minutes(2),
    };
    let round = PlannedRound {
        id: RoundId::new("phone-screen"),
        title: "Phone screen".into(),
        stage: Stage::Phone,
        span: Span::minutes(45),
        briefing: String::new(),
        interviewer: "a senior data engineer".into(),
        can_run: false,
        factors: Vec::new(),
        principles: Vec::new(),
        questions: vec![question],
    };
    Plan {
        session: session(),
        mode: Mode::Loop,
        loop_id: LoopId::new("amazon-de"),
        title: "Loop".into(),
        bar: 3.5,
        seed: 7,
        scale: 1.0,
        rest: Span::ZERO,
        rounds: vec![round],
        bar_raiser: None,
    }
}

/// Types query after query, a character at a time, with a line's worth of text standing at any moment.
fn keystroke(index: usize) -> Event {
    let query = "select category, sum(price) as total from orders group by category\n";
    let at = index % 4000;
    let letter = query.as_bytes()[at % query.len()] as char;
    let removed = if at == 0 { 4000 } else { 0 };
    let edit = Edit { at, removed, inserted: letter.into(), pasted: false };
    Event::Typed {
        pane: Pane { round: 0, question: 0, part: PanePart::Answer },
        edits: vec![if at == 0 { Edit { at: 0, ..edit } } else { edit }],
        cursor: at + 1,
        at: OPENED_AT + Span(60 * index as u64),
    }
}

fn begun(path: &Path) -> Journal {
    let mut journal = Journal::open(path, Access::Write).expect("the folder is ours");
    let opened = Event::Opened { plan: Box::new(plan()), at: OPENED_AT };
    let began = Event::RoundBegan { round: 0, at: OPENED_AT };
    journal.create(&[opened, began]).expect("the journal is new");
    journal
}

pub fn committing(criterion: &mut Criterion) {
    let place = tempfile::tempdir().expect("a folder for the bench");
    let mut journal = begun(&place.path().join("journal.db"));
    let mut index = 0;
    criterion.bench_function("commit one keystroke", |bencher| {
        bencher.iter_batched(
            || {
                index += 1;
                [keystroke(index)]
            },
            |event| journal.append(&session(), &event, Durability::Normal).expect("it is ours"),
            BatchSize::SmallInput,
        );
    });
}

/// Writes a journal of 200 000 keystrokes and gives its place.
pub fn long_session(folder: &Path) -> PathBuf {
    let path = folder.join("journal.db");
    let mut journal = begun(&path);
    for start in (0..200_000).step_by(1000) {
        let some: Vec<Event> = (start..start + 1000).map(keystroke).collect();
        journal.append(&session(), &some, Durability::Normal).expect("it is ours");
    }
    path
}

/// Opens that journal, reads the session and folds it, as going on with a session does.
pub fn reopen(path: &Path) -> Interview {
    let journal = Journal::open(path, Access::Read).expect("it is there");
    let history = journal.load(&session()).expect("it is whole");
    assert_eq!(history.events.len(), 200_002);
    Interview::replay(&history.events).expect("it begins with its plan")
}

/// Types the first key after going on, which is when the journal is opened for writing.
pub fn first_key(path: &Path, index: usize) {
    let mut journal = Journal::open(path, Access::Write).expect("nobody else writes");
    let key = [keystroke(200_000 + index)];
    journal.append(&session(), &key, Durability::Normal).expect("it is ours");
}

pub fn loading(criterion: &mut Criterion) {
    let place = tempfile::tempdir().expect("a folder for the bench");
    let path = long_session(place.path());
    let mut group = criterion.benchmark_group("resume");
    group.sample_size(10);
    group.bench_function("open, load and fold 200 000 keystrokes", |bencher| {
        bencher.iter(|| black_box(reopen(&path)));
    });
    group.finish();
}
