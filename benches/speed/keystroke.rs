//! How long a key takes to be on the screen: the model, the journal and the picture, in 5,000 lines of SQL.

use std::path::Path;
use std::sync::Arc;

use criterion::Criterion;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mockloop::content::library::Library;
use mockloop::ids::{LoopId, QuestionId, RoundId, SessionId};
use mockloop::interview::draw;
use mockloop::interview::event::{Event, PanePart};
use mockloop::interview::plan::{Mode, Plan};
use mockloop::journal::{Access, Durability, Journal};
use mockloop::moment::{Moment, Span};
use mockloop::tui::model::{Choices, Model};
use mockloop::tui::msg::{Effect, Msg};
use mockloop::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const OPENED_AT: Moment = Moment(1_763_826_201_000);
const LINES: usize = 5_000;

/// A candidate in the middle of a long answer, in a drill, where the code is also painted.
pub struct Desk {
    model: Model,
    journal: Journal,
    session: SessionId,
    terminal: Terminal<TestBackend>,
    now: Moment,
    typed: usize,
}

impl Desk {
    /// Sits down with 5,000 lines written and the cursor in the middle of them.
    pub fn new(folder: &Path) -> Self {
        let library = Arc::new(Library::builtin());
        let opened = Event::Opened { plan: Box::new(plan(&library)), at: OPENED_AT };
        let path = folder.join("journal.db");
        let mut journal = Journal::open(&path, Access::Write).expect("the folder is ours");
        journal.create(std::slice::from_ref(&opened)).expect("the journal is new");
        let mut desk = Self {
            model: Model::new(library, Choices::default(), OPENED_AT),
            journal,
            session: SessionId::new("bench"),
            terminal: Terminal::new(TestBackend::new(120, 40)).expect("a backend in memory"),
            now: OPENED_AT,
            typed: 0,
        };
        desk.send(Msg::SessionOpened { events: vec![opened], is_new: true }, Durability::Normal);
        desk.key(KeyCode::Enter, Durability::Normal);
        desk.send(Msg::Edited(long_answer()), Durability::Normal);
        (0..LINES / 2).for_each(|_| desk.key(KeyCode::Up, Durability::Normal));
        desk
    }

    /// Types the next key: sixty letters, then sixty times backspace, so that the text stays as long.
    pub fn type_next(&mut self, since_last: Span, durability: Durability) {
        self.now = self.now + since_last;
        let query = b"and orders.total > 10 and orders.placed_at >= date '2024-01-";
        let at = self.typed % (2 * query.len());
        let letter = query.get(at).map(|letter| KeyCode::Char(char::from(*letter)));
        self.typed += 1;
        self.key(letter.unwrap_or(KeyCode::Backspace), durability);
        self.terminal.draw(|frame| view::draw(&self.model, frame)).expect("memory takes it");
    }

    fn key(&mut self, code: KeyCode, durability: Durability) {
        self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)), durability);
    }

    /// Does what the program does with a message: on disk before it is on the screen.
    fn send(&mut self, msg: Msg, durability: Durability) {
        for effect in self.model.update(msg, self.now) {
            if let Effect::Record(events) = effect {
                let written = self.journal.append(&self.session, &events, durability);
                written.expect("the journal is ours");
            }
        }
    }

    /// Gives how long the answer is, in bytes; to see that keys are really taken.
    pub fn length(&self) -> usize {
        let room = self.model.room.as_ref().expect("a session is open");
        room.interview.pane(PanePart::Answer).map_or(0, |pane| room.interview.text(pane).len())
    }
}

fn plan(library: &Library) -> Plan {
    let whole = library.loop_by_id(&LoopId::new("amazon-de")).expect("a built-in loop");
    let round = RoundId::new("phone-screen");
    let question = QuestionId::new("top-products-with-ties");
    let wish = draw::Wish {
        mode: Mode::Drill,
        only: Some(&round),
        chosen: Some(&question),
        ..draw::Wish::whole_loop(SessionId::new("bench"), 7)
    };
    draw::plan(library, whole, &wish).expect("the built-in content can be drawn from")
}

fn long_answer() -> String {
    let line =
        |number| format!("select {number} as a, 'text' as b from orders where id > 10; --\n");
    (0..LINES).map(line).collect()
}

pub fn typing(criterion: &mut Criterion) {
    let place = tempfile::tempdir().expect("a folder for the bench");
    let mut desk = Desk::new(place.path());
    let before = desk.length();
    desk.type_next(Span(1), Durability::Normal);
    assert_eq!(desk.length(), before + 1, "a key is a letter of the answer");
    criterion.bench_function("a key in 5 000 lines of SQL, saved and drawn", |bencher| {
        bencher.iter(|| desk.type_next(Span(1), Durability::Normal));
    });
}
