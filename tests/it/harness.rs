//! The one place that knows the program's interfaces: a walk is a short script, and what is then seen.
//!
//! A line is `MM:SS verb words`, or `-> expectation` about the line above it. Every walk's log is
//! replayed at the end, and the replayed interview must equal the live one.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mockloop::content::cell::{Cell, Heading, Table};
use mockloop::content::library::Library;
use mockloop::ids::{LoopId, QuestionId, RoundId, SessionId, SubmissionId};
use mockloop::interview::Interview;
use mockloop::interview::draw;
use mockloop::interview::event::Event;
use mockloop::interview::plan::{Mode, Plan};
use mockloop::interview::verdict::{Check, Counterexample, Decision, Fault, Lost, Verdict};
use mockloop::moment::{Moment, Span};
use mockloop::tui::model::{Choices, Model};
use mockloop::tui::msg::{Effect, Msg};
use mockloop::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// When every walk starts: a moment like any other.
pub const START: Moment = Moment(1_700_000_000_000);

/// A candidate walking through a session, with everything that was recorded and ordered.
pub struct Walk {
    pub model: Model,
    pub log: Vec<Event>,
    pub orders: Vec<Effect>,
    pub size: (u16, u16),
    now: Moment,
}

/// What a walk is about.
#[derive(Clone, Debug)]
pub struct Sitting {
    pub mode: Mode,
    pub loop_name: &'static str,
    pub seed: u64,
    pub scale: f64,
    pub round: Option<&'static str>,
    pub question: Option<&'static str>,
}

impl Sitting {
    pub fn whole_loop(loop_name: &'static str, seed: u64) -> Self {
        Self { mode: Mode::Loop, loop_name, seed, scale: 1.0, round: None, question: None }
    }

    pub fn drill(round: &'static str, question: &'static str) -> Self {
        Self {
            mode: Mode::Drill,
            round: Some(round),
            question: Some(question),
            ..Self::whole_loop("amazon-de", 7)
        }
    }

    /// Draws the plan of this sitting from the built-in content.
    pub fn plan(&self, library: &Library) -> Plan {
        let whole = library.loop_by_id(&LoopId::new(self.loop_name)).expect("a built-in loop");
        let (round, question) = (self.round.map(RoundId::new), self.question.map(QuestionId::new));
        let wish = draw::Wish {
            mode: self.mode,
            scale: self.scale,
            only: round.as_ref(),
            chosen: question.as_ref(),
            ..draw::Wish::whole_loop(SessionId::new("walk"), self.seed)
        };
        draw::plan(library, whole, &wish).expect("the built-in content can be drawn from")
    }
}

impl Walk {
    pub fn begin(sitting: &Sitting) -> Self {
        let library = Arc::new(Library::builtin());
        let plan = sitting.plan(&library);
        let opened = Event::Opened { plan: Box::new(plan), at: START };
        let model = Model::new(library, Choices::default(), START);
        let mut walk =
            Self { model, log: vec![opened.clone()], orders: vec![], size: (80, 24), now: START };
        walk.send(Msg::SessionOpened { events: vec![opened], is_new: true });
        walk
    }

    /// The program ends here and is started again from what was recorded.
    pub fn resumed(mut self) -> Self {
        self.model = Model::new(Arc::new(Library::builtin()), Choices::default(), self.now);
        self.orders.clear();
        self.send(Msg::SessionOpened { events: self.log.clone(), is_new: false });
        self
    }

    /// Walks the script, then checks that replaying the log gives the same interview.
    pub fn script(mut self, script: &str) -> Self {
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix("->") {
                Some(expected) => self.expect(expected.trim()),
                None => self.step(line),
            }
        }
        self.check_replay();
        self
    }

    pub fn check_replay(&self) {
        let replayed = Interview::replay(&self.log).expect("the log begins with its plan");
        assert_eq!(&replayed, self.interview(), "replay must equal the live interview");
    }

    pub fn interview(&self) -> &Interview {
        &self.model.room.as_ref().expect("a session is open").interview
    }

    pub fn send(&mut self, msg: Msg) {
        let orders = self.model.update(msg, self.now);
        for order in &orders {
            if let Effect::Record(events) = order {
                self.log.extend(events.iter().cloned());
            }
        }
        self.orders.extend(orders);
    }

    /// Moves the clock to a moment, ticking as the program does while a clock runs.
    pub fn wait_until(&mut self, minutes: u64, seconds: u64) {
        let target = START + Span::minutes(minutes) + Span::seconds(seconds);
        while self.now < target {
            self.now = (self.now + Span::seconds(1)).min(target);
            self.send(Msg::Tick);
        }
    }

    /// Lets time pass without anything else happening; long stretches tick once a minute.
    pub fn wait(&mut self, span: Span) {
        let until = self.now + span;
        while self.now < until {
            self.now = (self.now + Span::minutes(1)).min(until);
            self.send(Msg::Tick);
        }
    }

    /// The machine sleeps for a while and wakes up.
    pub fn gap(&mut self, span: Span) {
        self.now = self.now + span;
        self.send(Msg::Gap(span));
    }

    pub fn press(&mut self, key: &str) {
        let key = crokey::parse(key).expect("a key's name");
        let code = *key.codes.first();
        self.send(Msg::Key(KeyEvent::new(code, key.modifiers)));
    }

    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
            self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        }
    }

    /// Draws the model as it is and gives the screen as text.
    pub fn screen(&self) -> String {
        self.screen_at(self.size.0, self.size.1)
    }

    pub fn screen_at(&self, width: u16, height: u16) -> String {
        let mut terminal =
            Terminal::new(TestBackend::new(width, height)).expect("a backend in memory");
        terminal.draw(|frame| view::draw(&self.model, frame)).expect("drawing cannot fail");
        terminal.backend().to_string()
    }

    fn step(&mut self, line: &str) {
        let (time, rest) = line.split_once(' ').expect("a time, then a verb");
        let (minutes, seconds) = time.split_once(':').expect("MM:SS");
        self.wait_until(minutes.parse().expect("minutes"), seconds.parse().expect("seconds"));
        let (verb, words) = rest.split_once(' ').unwrap_or((rest, ""));
        match verb {
            "wait" => {}
            "press" => words.split(' ').for_each(|key| self.press(key)),
            "type" => self.type_text(&words.replace("\\n", "\n")),
            "paste" => self.send(Msg::Paste(words.to_owned())),
            "begin" => self.press("enter"),
            "submit" => {
                self.press("f9");
                self.press("y");
            }
            "ask" => {
                self.press("f4");
                self.type_text(words);
                self.press("enter");
                self.press("f4");
            }
            "say" => {
                self.type_text(words);
                self.press("enter");
            }
            "accepted" => self.judge(words, Ok(verdict(Decision::Accept))),
            "rejected" => self.judge(words, Ok(verdict(Decision::Reject))),
            "mistaken" => self.judge(words, Ok(mistaken())),
            "lost" => self.judge(words, Err(lost())),
            "gap" => self.gap(Span::seconds(words.parse().expect("seconds"))),
            other => panic!("no such verb: {other}"),
        }
    }

    fn judge(&mut self, number: &str, reply: Result<Box<Verdict>, Lost>) {
        let submission = SubmissionId(number.parse().expect("a submission's number"));
        self.send(Msg::Judged(submission, reply));
    }

    fn expect(&self, expected: &str) {
        let (what, words) = expected.split_once(' ').unwrap_or((expected, ""));
        let words = words.trim();
        match what {
            "screen" => {
                let screen = self.screen();
                assert!(screen.contains(words), "`{words}` is not on the screen:\n{screen}");
            }
            "not" => {
                let screen = self.screen();
                assert!(!screen.contains(words), "`{words}` is on the screen:\n{screen}");
            }
            "phase" => {
                let phase = format!("{:?}", self.interview().phase);
                assert!(phase.starts_with(words), "the phase is {phase}, not {words}");
            }
            "submissions" => {
                let count = self.interview().submissions.len();
                assert_eq!(count.to_string(), words, "submissions");
            }
            "text" => {
                let field = self.model.room.as_ref().and_then(|room| room.part());
                let pane = field.and_then(|part| self.interview().pane(part));
                let text = pane.map_or("", |pane| self.interview().text(pane));
                assert_eq!(text, words.replace("\\n", "\n"), "what is written");
            }
            other => panic!("no such expectation: {other}"),
        }
    }
}

/// A verdict as a judge would send it, about nothing in particular.
pub fn verdict(decision: Decision) -> Box<Verdict> {
    let (kind, score) = match decision {
        Decision::Accept => (Fault::None, 4),
        Decision::Reject => (Fault::MissingRows, 2),
    };
    Box::new(Verdict {
        decision,
        kind,
        score,
        words: "as the script says".into(),
        evidence: vec![],
        notes: vec![],
        checks: vec![],
        difference: None,
        counterexample: None,
        gauntlet: None,
    })
}

/// A rejection with the few rows that show why.
fn mistaken() -> Box<Verdict> {
    let int = |digits: &str| Cell::Int(digits.to_owned());
    let text = |text: &str| Cell::Text(text.to_owned());
    let table = |columns: &[(&str, &str)], rows: Vec<Vec<Cell>>| Table {
        columns: columns
            .iter()
            .map(|(name, kind)| Heading { name: (*name).to_owned(), kind: (*kind).to_owned() })
            .collect(),
        rows,
        cut: false,
    };
    let orders = [
        ("order_id", "INTEGER"),
        ("customer_id", "INTEGER"),
        ("product_id", "INTEGER"),
        ("ordered_at", "TIMESTAMP"),
        ("amount", "DECIMAL(12,2)"),
        ("status", "VARCHAR"),
    ];
    let order = |id: &str, at: i64| {
        let amount = Cell::Dec("20.00".to_owned());
        vec![int(id), int("1"), int("1"), Cell::Timestamp(at), amount, text("paid")]
    };
    let first = 1_709_200_800_000_000;
    let payments = [("payment_id", "INTEGER"), ("order_id", "INTEGER"), ("kind", "VARCHAR")];
    let result = [("order_id", "INTEGER"), ("amount_at_risk", "DECIMAL(38,2)")];
    let example = Counterexample {
        tables: vec![
            (
                "orders".into(),
                table(&orders, vec![order("1", first), order("2", first + 300_000_000)]),
            ),
            ("payments".into(), table(&payments, vec![vec![int("1"), int("2"), text("decline")]])),
        ],
        expected: table(&result, vec![vec![int("2"), Cell::Dec("0.00".into())]]),
        actual: Some(table(&result, vec![vec![int("2"), Cell::Null]])),
        missing: vec![0],
        extra: vec![0],
        words: "`amount_at_risk`: NULL where a value was expected, in 1 row.".into(),
        trap: Some("null-arithmetic".into()),
        mistake: Some("An order without a captured payment gets NULL in place of 0.".into()),
        call: None,
        output: None,
    };
    let check = |id: &str, about: &str, public, fault| Check {
        id: id.into(),
        about: about.into(),
        public,
        fault,
        words: "1 row has another value.".into(),
    };
    let rejected = *verdict(Decision::Reject);
    Box::new(Verdict {
        checks: vec![
            check("d0", "the public sample", true, Fault::None),
            check("d3", "payments without an amount", false, Fault::Nulls),
        ],
        counterexample: Some(Box::new(example)),
        ..rejected
    })
}

pub fn lost() -> Lost {
    Lost { kind: "deadline".into(), words: "The judge did not answer in time.".into() }
}
