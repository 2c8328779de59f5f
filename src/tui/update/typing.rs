//! Keys and pastes: first a dialog, then the help, then the place's commands, then the text field.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::editor::printable;
use super::super::keys::Act;
use super::super::model::{Ask, Model, Palette};
use super::super::msg::Effect;
use super::super::room::Focus;
use super::super::widget::help::matches;
use crate::interview::event::PanePart;

/// A paste beyond this is cut, with a message.
const PASTE_LIMIT: usize = 200_000;

impl Model {
    pub(super) fn key(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        if self.dialog.is_some() {
            return self.answer_dialog(key, effects);
        }
        if self.palette.is_some() {
            return self.search(key, effects);
        }
        self.notice = None;
        match self.choices.keymap.act(self.place(), key) {
            Some(act) => self.act(act, effects),
            None => self.type_key(key, effects),
        }
    }

    fn answer_dialog(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Some(dialog) = self.dialog.take() else { return };
        match key.code {
            KeyCode::Char('y' | 'Y') | KeyCode::Enter => self.agreed(dialog.ask, effects),
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => {
                if dialog.ask == Ask::Leave {
                    self.agreed(Ask::Leave, effects);
                }
            }
            KeyCode::Char('g' | 'G') if dialog.ask == Ask::Leave => self.give_up(effects),
            KeyCode::Char('n' | 'N') | KeyCode::Esc => {}
            _ => self.dialog = Some(dialog),
        }
    }

    fn search(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Some(mut palette) = self.palette.take() else { return };
        match key.code {
            KeyCode::Esc | KeyCode::F(1) => return,
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => return,
            KeyCode::Enter => {
                if let Some((act, _)) = matches(self, &palette.query).get(palette.selected) {
                    let act = *act;
                    self.act(act, effects);
                }
                return;
            }
            KeyCode::Up => palette.selected = palette.selected.saturating_sub(1),
            KeyCode::Down => palette.selected += 1,
            KeyCode::Backspace => {
                palette.query.pop();
                palette.selected = 0;
            }
            KeyCode::Char(c) => {
                palette.query.push(c);
                palette.selected = 0;
            }
            _ => {}
        }
        let last = matches(self, &palette.query).len().saturating_sub(1);
        palette.selected = palette.selected.min(last);
        self.palette = Some(Palette { ..palette });
    }

    fn type_key(&mut self, key: KeyEvent, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        // A line to the interviewer stays one line.
        if room.focus == Focus::Chat && key.code == KeyCode::Esc {
            room.focus = room.panes()[0];
            return;
        }
        let Some((part, field)) = room.field() else { return };
        field.key(key);
        self.take_typing(part, false, effects);
    }

    pub(super) fn paste(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let cut = text.floor_char_boundary(PASTE_LIMIT);
        if cut < text.len() {
            self.notice =
                Some(format!("Only the first {PASTE_LIMIT} bytes of {} were pasted.", text.len()));
        }
        if let Some(palette) = &mut self.palette {
            palette.query.push_str(printable(&text[..cut]).lines().next().unwrap_or(""));
            return;
        }
        if self.dialog.is_some() {
            return;
        }
        let Some(room) = &mut self.room else { return };
        let Some((part, field)) = room.field() else { return };
        let text = printable(&text[..cut]);
        match part {
            PanePart::Chat => field.insert(&text.replace('\n', " ")),
            _ => field.insert(&text),
        }
        self.take_typing(part, true, effects);
    }

    /// Records what the field's last key did, or puts the field back when it was refused.
    pub(super) fn take_typing(&mut self, part: PanePart, pasted: bool, effects: &mut Vec<Effect>) {
        let now = self.at();
        let Some(room) = &mut self.room else { return };
        match room.typed(part, pasted, now) {
            None => {}
            Some(Ok(event)) => self.happen(vec![event], effects),
            Some(Err(refusal)) => {
                if let Some(pane) = room.interview.pane(part) {
                    room.reset_field(pane);
                }
                self.refuse(refusal);
            }
        }
    }

    pub(super) fn edited(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        let Some((part, field)) = room.field() else { return };
        let text = printable(text);
        field.reset(&text, text.len());
        self.take_typing(part, false, effects);
    }

    pub(super) fn undo_redo(&mut self, act: Act, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        let Some((part, field)) = room.field() else { return };
        if act == Act::Undo {
            field.undo()
        } else {
            field.redo()
        }
        self.take_typing(part, false, effects);
    }
}
