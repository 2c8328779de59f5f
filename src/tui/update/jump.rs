//! From a result to the line of the answer it speaks of.

use super::super::model::Model;
use super::super::msg::Effect;
use super::super::room::Focus;
use super::super::screen::result::place;
use crate::interview::phase::Phase;

impl Model {
    /// Leads to the line a traceback or a verdict names; the moved cursor is recorded like any other.
    pub(super) fn go_to_line(&mut self, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        let Some(line) = room.shown.as_ref().and_then(place::line) else {
            return self.refuse("No line of your answer is named here.");
        };
        if !matches!(room.interview.phase, Phase::Answering { .. }) {
            return self.refuse("Your answer is handed in; it can be read, not changed.");
        }
        room.focus = Focus::Answer;
        let Some((part, field)) = room.field() else { return };
        field.go_to_line(line);
        self.take_typing(part, false, effects);
        self.notice = Some(format!("Line {line}."));
    }
}
