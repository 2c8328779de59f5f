//! How a message changes the model, and what it orders of the outside.

mod acts;
mod arrivals;
mod jump;
mod steps;
mod typing;

use super::model::{Ask, Dialog, Model};
use super::msg::{Effect, Msg};
use crate::interview::event::{Event, Why};
use crate::interviewer;
use crate::moment::{Moment, Span};

/// A clock that was not written down for this long is, so that a crash loses little of it.
const CLOCK_EVERY: Span = Span::seconds(10);

impl Model {
    /// Takes a message, and gives what the outside is to do, in order.
    pub fn update(&mut self, msg: Msg, now: Moment) -> Vec<Effect> {
        self.now = self.now.max(now);
        let mut effects = Vec::new();
        match msg {
            Msg::Key(key) => self.key(key, &mut effects),
            Msg::Paste(text) => self.paste(&text, &mut effects),
            Msg::Wheel(lines) => self.wheel(lines),
            Msg::Resized => {}
            Msg::Tick => self.tick(&mut effects),
            Msg::Gap(span) => self.gap(span, &mut effects),
            Msg::Judged(submission, reply) => self.judged(submission, reply, &mut effects),
            Msg::Scaled(submission, reply) => self.scaled(submission, reply, &mut effects),
            Msg::Ran(reply) => self.ran(reply, &mut effects),
            Msg::SessionOpened { events, is_new } => self.open(&events, is_new, &mut effects),
            Msg::Library(library) => self.library = library,
            Msg::Sessions(entries) => self.lobby.entries = Some(entries),
            Msg::Report(report) => self.take_report(report),
            Msg::Edited(text) => self.edited(&text, &mut effects),
            Msg::Trouble(words) | Msg::Notice(words) => self.notice = Some(words),
            Msg::Ended => self.end(&mut effects),
        }
        self.settle(&mut effects);
        self.is_changed = true;
        effects
    }

    /// Applies events and orders them recorded: the one place where an interview changes.
    pub(super) fn happen(&mut self, events: Vec<Event>, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        if events.is_empty() {
            return;
        }
        events.iter().for_each(|event| room.interview.apply(event));
        let judged = events.iter().filter_map(|event| order_of(room, event)).collect::<Vec<_>>();
        effects.push(Effect::Record(events));
        effects.extend(judged);
    }

    /// Lets the interviewer react until it is the candidate's turn again.
    fn settle(&mut self, effects: &mut Vec<Effect>) {
        // A reaction never answers itself forever; the bound is a promise to the frame rate.
        for _ in 0..16 {
            let Some(room) = &self.room else { return };
            let open = room.question(&self.library);
            let events = interviewer::react(&room.interview, open, self.now);
            if events.is_empty() {
                break;
            }
            self.happen(events.clone(), effects);
            self.refill(&events);
            self.note_change(&events);
        }
        if let Some(room) = &mut self.room {
            room.follow_question();
        }
        self.ask_for_report(effects);
    }

    fn refill(&mut self, events: &[Event]) {
        let Some(room) = &mut self.room else { return };
        for event in events {
            if let Event::Prefilled { pane, .. } = event {
                room.reset_field(*pane);
            }
        }
    }

    /// A changed requirement must not pass unseen, wherever one is looking.
    fn note_change(&mut self, events: &[Event]) {
        let is_change =
            |event: &Event| matches!(event, Event::Said { line, .. } if line.why == Why::Change);
        let Some(room) = self.room.as_mut().filter(|room| room.interview.is_changing()) else {
            return;
        };
        if events.iter().any(is_change) {
            room.prompt_scroll = 0;
            room.shows_tables = false;
            let words =
                "A requirement changed: it stands above the question. Edit and hand in again.";
            self.notice = Some(words.into());
        }
    }

    /// Writes the clock down now and then, and lets deadlines pass.
    fn tick(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        let runs = room.interview.phase.clock().is_some() && room.interview.paused_at.is_none();
        if runs && self.now.since(room.interview.last_seen_at) >= CLOCK_EVERY {
            self.happen(vec![Event::ClockSeen { at: self.now }], effects);
        }
    }

    /// The machine slept, or the program was stopped. A loop counts it and says so; a drill asks.
    fn gap(&mut self, span: Span, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        if room.interview.phase.clock().is_none() || room.interview.paused_at.is_some() {
            return;
        }
        if room.interview.plan.is_strict() {
            self.notice = Some(format!("You were away for {span}. A loop's clock keeps running."));
            let away = room.interview.away(span, true, self.now);
            self.happen(vec![away], effects);
        } else {
            // The clock is held until the candidate has chosen, so asking costs no time.
            let away = room.interview.away(span, false, self.now);
            self.happen(vec![away], effects);
            self.dialog = Some(Dialog {
                ask: Ask::CountGap(span),
                words: format!("You were away for {span}. Shall this time count?"),
                yes: "count it".into(),
                no: "do not count it".into(),
            });
        }
    }

    fn end(&mut self, effects: &mut Vec<Effect>) {
        self.is_ended = true;
        effects.push(Effect::Quit);
    }

    /// A finished session's report is asked for once.
    fn ask_for_report(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        let is_ready = room.interview.is_over() && room.interview.awaited().next().is_none();
        if is_ready && room.report.is_none() && !room.is_report_ordered {
            room.is_report_ordered = true;
            effects.push(Effect::Debrief(room.interview.plan.session.clone()));
        }
    }

    pub(super) fn refuse(&mut self, refusal: impl std::fmt::Display) {
        self.notice = Some(refusal.to_string());
    }

    /// Gives the moment that new events bear.
    pub(super) fn at(&self) -> Moment {
        self.now
    }
}

/// What a judge has to run is ordered run, after it was ordered recorded.
fn order_of(room: &super::room::Room, event: &Event) -> Option<Effect> {
    match event {
        Event::AnswerSubmitted { submission, .. } => room.judge_order(*submission),
        Event::ScaleAsked { submission, .. } => room.scale_order(*submission),
        _ => None,
    }
}
