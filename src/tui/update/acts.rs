//! What each wish does: a fat match, one arm one line, the work behind a good name.

use super::super::keys::{Act, Place};
use super::super::model::{Ask, ClockStyle, Dialog, Door, Model, Palette};
use super::super::msg::{Effect, Wish};
use super::super::room::{Focus, Room, Shown};
use super::super::screen;
use crate::content::question::Kind;
use crate::interview::event::{Event, PanePart};
use crate::interview::phase::Phase;
use crate::interview::plan::Mode;
use crate::interview::refusal::{Forbidden, Refusal};
use crate::interviewer;

impl Model {
    pub(super) fn act(&mut self, act: Act, effects: &mut Vec<Effect>) {
        match act {
            Act::Continue | Act::Open => self.go_on(effects),
            Act::Submit => self.ask_to_submit(),
            Act::Run => self.run(effects),
            Act::NextPane => self.turn_pane(1),
            Act::PreviousPane => self.turn_pane(-1),
            Act::Chat => self.toggle_chat(),
            Act::Prompt => self.toggle_prompt(),
            Act::Tables => self.toggle_tables(),
            Act::Hint => self.hint(effects),
            Act::Pause => self.pause(effects),
            Act::Proceed => self.proceed(effects),
            Act::CloseResult => self.close_result(),
            Act::GoToLine => self.go_to_line(effects),
            Act::ExternalEditor => self.edit_outside(effects),
            Act::ClockStyle => self.turn_clock(),
            Act::Copy => self.copy(effects),
            Act::CopyRow => self.copy_row(effects),
            Act::Cut => self.cut(effects),
            Act::PasteRegister => self.paste_register(effects),
            Act::Undo | Act::Redo => self.undo_redo(act, effects),
            Act::Mouse => self.turn_mouse(effects),
            Act::Up => self.step(-1, 0),
            Act::Down => self.step(1, 0),
            Act::PageUp => self.step(-10, 0),
            Act::PageDown => self.step(10, 0),
            Act::Left => self.sideways(-1, effects),
            Act::Right => self.sideways(1, effects),
            Act::Write => self.write_report(effects),
            Act::Drill => self.drill_weakest(effects),
            Act::Back => self.back(effects),
            Act::Help => self.palette = Some(Palette::default()),
            Act::Suspend => self.suspend(effects),
            Act::Quit => self.ask_to_leave(effects),
        }
    }

    /// Enter: opens a door, begins a round, sends a line, ends a break, opens the debrief.
    fn go_on(&mut self, effects: &mut Vec<Effect>) {
        let now = self.at();
        let Some(room) = &mut self.room else { return self.open_door(effects) };
        let granted = match room.interview.phase {
            Phase::Briefing { .. } => room.interview.begin(now),
            Phase::Resting { .. } => room.interview.end_rest(now),
            Phase::Voting => room.interview.open_debrief(now).map(|event| vec![event]),
            Phase::Debriefed | Phase::Abandoned => {
                room.reading.is_open = !room.reading.is_open;
                return;
            }
            Phase::Answering { .. } | Phase::FollowingUp { .. } if room.focus == Focus::Result => {
                room.spot.is_open = !room.spot.is_open;
                return;
            }
            Phase::Answering { .. } | Phase::FollowingUp { .. } => return self.send_line(effects),
        };
        self.grant(granted, effects);
    }

    pub(super) fn grant(
        &mut self,
        granted: Result<Vec<Event>, Refusal>,
        effects: &mut Vec<Effect>,
    ) {
        match granted {
            Ok(events) => self.happen(events, effects),
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn open_door(&mut self, effects: &mut Vec<Effect>) {
        let doors = self.doors();
        match doors.into_iter().nth(self.lobby.selected) {
            Some(Door::Resume(entry) | Door::Read(entry)) => {
                effects.push(Effect::Open(entry.session));
            }
            Some(Door::Start(wish)) => effects.push(Effect::Start(wish)),
            Some(Door::Leave) => effects.push(Effect::Quit),
            None => {}
        }
    }

    /// Sends the chat line: it leaves the field and stands in the conversation.
    fn send_line(&mut self, effects: &mut Vec<Effect>) {
        let now = self.at();
        let Some(room) = &mut self.room else { return };
        let Some(pane) = room.interview.pane(PanePart::Chat) else { return };
        let text = room.interview.text(pane).to_owned();
        match room.interview.say_to_interviewer(&text, now) {
            Ok(event) => {
                let cleared = room.cleared(PanePart::Chat, now);
                self.happen(cleared.into_iter().chain([event]).collect(), effects);
                if let Some(room) = &mut self.room {
                    room.reset_field(pane);
                }
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    fn ask_to_submit(&mut self) {
        let Some(room) = &self.room else { return };
        match room.interview.submit(self.now) {
            Err(refusal) => self.refuse(refusal),
            Ok(_) => {
                let words = if room.interview.plan.is_strict() {
                    "Hand this answer in? It cannot be changed afterwards."
                } else {
                    "Hand this answer in?"
                };
                self.dialog = Some(dialog(Ask::HandIn, words, "hand in", "keep writing"));
            }
        }
    }

    pub(super) fn agreed(&mut self, ask: Ask, effects: &mut Vec<Effect>) {
        match ask {
            Ask::HandIn => self.submit(effects),
            Ask::Leave => effects.push(Effect::Quit),
            Ask::CountGap(span) => self.count_gap(span, effects),
        }
    }

    fn submit(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        match room.interview.submit(self.now) {
            Err(refusal) => self.refuse(refusal),
            Ok(event) => {
                let is_judged = !matches!(room.kind(), Some(Kind::Design | Kind::Behavioral));
                let is_strict = room.interview.plan.is_strict();
                self.happen(vec![event], effects);
                self.notice = Some("Handed in.".into());
                match (is_strict, is_judged) {
                    (false, true) => self.show(Shown::Words("The judge is at work …".into())),
                    (false, false) => self.show_score(),
                    (true, _) => {}
                }
            }
        }
    }

    /// A drill shows what the scorer makes of a story or a design at once.
    fn show_score(&mut self) {
        let Some(room) = &self.room else { return };
        if let Some(card) = screen::score_now(&self.library, room) {
            self.show(Shown::Score(Box::new(card)));
        }
    }

    pub(super) fn show(&mut self, shown: Shown) {
        let Some(room) = &mut self.room else { return };
        room.shown = Some(shown);
        room.spot = super::super::room::Spot::default();
        room.focus = Focus::Result;
    }

    /// Time that was not counted is taken off the clock after all.
    fn count_gap(&mut self, span: crate::moment::Span, effects: &mut Vec<Effect>) {
        self.notice = Some(format!("{span} counted."));
        let event = Event::TimeTaken { span, at: self.at() };
        self.happen(vec![event], effects);
    }

    fn run(&mut self, effects: &mut Vec<Effect>) {
        let now = self.at();
        let Some(room) = &mut self.room else { return };
        if let Err(refusal) = room.interview.may_run() {
            return self.refuse(refusal);
        }
        if !room.can_run(&self.library) {
            return self.refuse("There is nothing to run here.");
        }
        if room.is_running() {
            return self.refuse("Something is running already; Ctrl-C stops it.");
        }
        let (Some(pane), Some(question)) =
            (room.interview.pane(PanePart::Answer), room.interview.question())
        else {
            return;
        };
        let question = question.id.clone();
        let text = room.interview.text(pane).to_owned();
        room.running_since = Some(now);
        effects.push(Effect::Run { question, text });
    }

    fn turn_pane(&mut self, by: isize) {
        let Some(room) = &mut self.room else { return };
        let panes = room.panes();
        let at = panes.iter().position(|pane| *pane == room.focus).unwrap_or(0) as isize;
        room.focus = panes[(at + by).rem_euclid(panes.len() as isize) as usize];
    }

    fn toggle_chat(&mut self) {
        let Some(room) = &mut self.room else { return };
        room.focus = if room.focus == Focus::Chat { room.panes()[0] } else { Focus::Chat };
    }

    fn toggle_prompt(&mut self) {
        let Some(room) = &mut self.room else { return };
        room.focus = if room.focus == Focus::Prompt { room.panes()[0] } else { Focus::Prompt };
    }

    /// The question's pane shows the tables and their sample rows, and again the question.
    fn toggle_tables(&mut self) {
        let Some(room) = &mut self.room else { return };
        room.shows_tables = !room.shows_tables;
        room.prompt_scroll = 0;
    }

    fn hint(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let hints = room.question(&self.library).map_or(&[][..], |q| &q.head.hints);
        match room.interview.take_hint(hints.len(), self.now) {
            Err(refusal) => self.refuse(refusal),
            Ok(event) => {
                let taken = room.interview.record().map_or(0, |record| record.hints.len());
                let text = hints.get(taken).map(|hint| hint.text.trim().to_owned());
                self.happen(vec![event], effects);
                if let Some(text) = text {
                    self.show(Shown::Words(format!(
                        "Hint {} of {}\n\n{text}",
                        taken + 1,
                        hints_count(self)
                    )));
                }
            }
        }
    }

    fn pause(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let granted = match room.interview.paused_at {
            Some(_) => room.interview.unpause_now(self.now),
            None => room.interview.pause(self.now),
        };
        self.grant(granted.map(|event| vec![event]), effects);
    }

    fn proceed(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        if let Err(refusal) = room.interview.allowed(Forbidden::Pause) {
            let _ = refusal;
            return self.refuse("Hand in with F9; the interviewer moves on by themselves.");
        }
        let events = interviewer::proceed(&room.interview, room.question(&self.library), self.now);
        self.happen(events, effects);
    }

    fn close_result(&mut self) {
        let Some(room) = &mut self.room else { return };
        if room.spot.is_open {
            room.spot.is_open = false;
        } else {
            room.focus = room.panes()[0];
        }
    }

    fn edit_outside(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        if let Err(refusal) = room.interview.allowed(Forbidden::ExternalEditor) {
            return self.refuse(refusal);
        }
        let ending = match room.kind() {
            Some(Kind::Python) => "py",
            Some(Kind::Sql | Kind::Modeling) => "sql",
            _ => "md",
        };
        let Some((_, field)) = room.field() else {
            return self.refuse("Choose the pane to edit first.");
        };
        effects.push(Effect::EditOutside { text: field.text(), ending });
    }

    fn turn_clock(&mut self) {
        self.choices.clock = match self.choices.clock {
            ClockStyle::Full => ClockStyle::Minutes,
            ClockStyle::Minutes => ClockStyle::Hidden,
            ClockStyle::Hidden => ClockStyle::Full,
        };
    }

    fn copy(&mut self, effects: &mut Vec<Effect>) {
        // An empty text would empty the terminal's clipboard.
        let Some(text) = self.copied().filter(|text| !text.is_empty()) else { return };
        self.register.clone_from(&text);
        effects.push(Effect::Copy(text));
        self.notice = Some("Sent to the terminal's clipboard.".into());
    }

    fn copy_row(&mut self, effects: &mut Vec<Effect>) {
        let row = self.room.as_ref().and_then(screen::result::row);
        let Some(row) = row else { return self.refuse("There is no row to copy here.") };
        self.register.clone_from(&row);
        effects.push(Effect::Copy(row));
        self.notice = Some("The row was sent to the terminal's clipboard.".into());
    }

    fn copied(&mut self) -> Option<String> {
        let room = self.room.as_mut()?;
        if room.focus == Focus::Result {
            return screen::result::copied(room);
        }
        room.field().map(|(_, field)| field.selection_or_line())
    }

    fn cut(&mut self, effects: &mut Vec<Effect>) {
        self.copy(effects);
        let Some(room) = &mut self.room else { return };
        let Some((part, field)) = room.field() else { return };
        field.delete_selection_or_line();
        self.take_typing(part, false, effects);
    }

    fn paste_register(&mut self, effects: &mut Vec<Effect>) {
        let text = self.register.clone();
        let Some(room) = &mut self.room else { return };
        let Some((part, field)) = room.field() else { return };
        field.insert(&text);
        self.take_typing(part, false, effects);
    }

    fn turn_mouse(&mut self, effects: &mut Vec<Effect>) {
        self.has_mouse = !self.has_mouse;
        let words = if self.has_mouse { "on" } else { "off: the terminal selects text again" };
        self.notice = Some(format!("Mouse {words}."));
        effects.push(Effect::Mouse(self.has_mouse));
    }

    fn write_report(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        effects.push(Effect::WriteReport(room.interview.plan.session.clone()));
    }

    fn drill_weakest(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let Some(round) = screen::debrief::weakest(room) else {
            return self.refuse("No round stands out as the weakest.");
        };
        let plan = &room.interview.plan;
        effects.push(Effect::Start(Wish::drill(plan.loop_id.as_str(), round)));
    }

    /// Esc: back to the lobby where nothing runs; never out of a round.
    fn back(&mut self, effects: &mut Vec<Effect>) {
        match self.place() {
            Place::Lobby => effects.push(Effect::Quit),
            Place::Briefing | Place::Debrief => {
                self.room = None;
                self.lobby.selected = 0;
                effects.push(Effect::ListSessions);
            }
            _ => {}
        }
    }

    fn suspend(&mut self, effects: &mut Vec<Effect>) {
        let runs = self.room.as_ref().filter(|room| room.interview.phase.clock().is_some());
        match runs.map(|room| room.interview.allowed(Forbidden::Suspend)) {
            Some(Err(refusal)) => self.refuse(refusal),
            _ => effects.push(Effect::Suspend),
        }
    }

    /// Ends a session for good: it is not offered to be gone on with again.
    pub(super) fn give_up(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let granted = room.interview.give_up(self.now).map(|event| vec![event]);
        self.grant(granted, effects);
    }

    /// Ctrl-C: stops what runs, then asks once, naming what is not handed in.
    fn ask_to_leave(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return effects.push(Effect::Quit) };
        if room.running_since.take().is_some() {
            self.notice = Some("Stopped.".into());
            return effects.push(Effect::CancelRun);
        }
        if room.interview.is_over() {
            return effects.push(Effect::Quit);
        }
        let words = leaving_words(room);
        self.dialog = Some(dialog(Ask::Leave, &words, "leave", "stay"));
    }
}

fn hints_count(model: &Model) -> usize {
    let question = model.room.as_ref().and_then(|room| room.question(&model.library));
    question.map_or(0, |q| q.head.hints.len())
}

fn dialog(ask: Ask, words: &str, yes: &str, no: &str) -> Dialog {
    Dialog { ask, words: words.into(), yes: yes.into(), no: no.into() }
}

/// Says whether something is written that was not handed in as it stands.
fn has_unsent_answer(room: &Room) -> bool {
    let (Some((round, question)), Some(answer)) =
        (room.interview.phase.question(), room.interview.answer())
    else {
        return false;
    };
    let last = room.interview.submissions_of(round, question).next_back();
    last.is_none_or(|last| last.answer != answer)
}

fn leaving_words(room: &Room) -> String {
    let open = match room.interview.question() {
        Some(question) if has_unsent_answer(room) => {
            format!("\"{}\" is not handed in. ", question.title)
        }
        _ => String::new(),
    };
    let later = match room.interview.plan.mode {
        Mode::Loop => "Everything is saved; `mockloop resume` goes on from here.",
        _ => "Everything is saved and can be gone on with from the lobby.",
    };
    format!("{open}Leave now? {later}")
}
