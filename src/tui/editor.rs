//! One text field: keys go in, text and cursor come out. The editing itself is `rat-text`'s, behind
//! this one type, so that another editor could take its place.

use std::cell::RefCell;
use std::ops::Range;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use rat_text::HasScreenCursor;
use rat_text::text_area::{TextArea, TextAreaState, TextWrap, handle_events};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::StatefulWidget;

use super::vim::Vim;

/// How keys edit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Editing {
    /// As in plain text fields everywhere.
    #[default]
    Plain,
    Emacs,
    Vim,
}

/// A text field. Drawing it scrolls it, hence the cell: its text never changes while it is drawn.
#[derive(Debug)]
pub struct Field {
    area: RefCell<TextAreaState>,
    vim: Option<Vim>,
    editing: Editing,
}

impl Field {
    /// Makes a field with this text and the cursor at byte `cursor`.
    pub fn new(text: &str, cursor: usize, editing: Editing) -> Self {
        let mut area = TextAreaState::new();
        area.set_tab_width(4);
        area.set_expand_tabs(true);
        area.set_auto_indent(false);
        area.set_auto_quote(false);
        let field = Self {
            area: RefCell::new(area),
            vim: (editing == Editing::Vim).then(Vim::default),
            editing,
        };
        field.reset(text, cursor);
        field
    }

    /// Puts another text in place of what is there.
    pub fn reset(&self, text: &str, cursor: usize) {
        let mut area = self.area.borrow_mut();
        area.set_text(text);
        if let Ok(position) = area.try_byte_pos(cursor.min(text.len())) {
            area.set_cursor(position, false);
        }
    }

    /// Takes a key. Whether it changed something shows in [`Field::text`] and [`Field::cursor`].
    pub fn key(&mut self, key: KeyEvent) {
        let mut area = self.area.borrow_mut();
        match (&mut self.vim, self.editing) {
            (Some(vim), _) => vim.key(&mut area, key),
            (None, Editing::Emacs) => {
                if let Some(key) = super::emacs::translate(&mut area, key) {
                    plain_key(&mut area, key);
                }
            }
            (None, _) => plain_key(&mut area, key),
        }
        keep_inside(&mut area);
    }

    /// Inserts text at the cursor, as one step to undo.
    pub fn insert(&self, text: &str) {
        insert(&mut self.area.borrow_mut(), text);
    }

    /// Puts the cursor at the first word of a line, counted from 1, or of the last there is.
    pub fn go_to_line(&self, line: usize) {
        let mut area = self.area.borrow_mut();
        let last = area.len_lines().saturating_sub(1);
        let row = u32::try_from(line.saturating_sub(1)).unwrap_or(last).min(last);
        let indent = area.line_at(row).chars().take_while(|c| *c == ' ').count();
        area.set_cursor((u32::try_from(indent).unwrap_or(0), row), false);
    }

    /// Undoes the last step.
    pub fn undo(&self) {
        let mut area = self.area.borrow_mut();
        area.undo();
        keep_inside(&mut area);
    }

    /// Does the last undone step again.
    pub fn redo(&self) {
        let mut area = self.area.borrow_mut();
        area.redo();
        keep_inside(&mut area);
    }

    /// Gives the selected text, or the whole line of the cursor when nothing is selected.
    pub fn selection_or_line(&self) -> String {
        let area = self.area.borrow();
        match area.has_selection() {
            true => area.selected_text().into_owned(),
            false => area.line_at(area.cursor().y).into_owned(),
        }
    }

    /// Deletes the selected text, or the whole line of the cursor when nothing is selected.
    pub fn delete_selection_or_line(&self) {
        let mut area = self.area.borrow_mut();
        if area.has_selection() {
            let range = area.selection();
            area.delete_range(range);
        } else {
            area.delete_line();
        }
        keep_inside(&mut area);
    }

    /// Gives the text.
    pub fn text(&self) -> String {
        self.area.borrow().text()
    }

    /// Gives the cursor as a byte offset.
    pub fn cursor(&self) -> usize {
        let area = self.area.borrow();
        area.try_byte_at(area.cursor()).map_or_else(|_| area.len_bytes(), |range| range.start)
    }

    /// Gives the line and column of the cursor, counted from 1, in display terms.
    pub fn line_and_column(&self) -> (usize, usize) {
        let position = self.area.borrow().cursor();
        (position.y as usize + 1, position.x as usize + 1)
    }

    /// Gives the mode of a modal editor, for the status line.
    pub fn mode(&self) -> Option<&'static str> {
        self.vim.as_ref().map(Vim::mode)
    }

    /// Moves the view to a line, counted from 0, and the cursor with it.
    pub fn jump_to_line(&self, line: usize) {
        let mut area = self.area.borrow_mut();
        let last = area.len_lines().saturating_sub(1);
        area.set_cursor((0, (line as u32).min(last)), false);
    }

    /// Draws the visible part and gives the place of the cursor when it has the focus. `paint`
    /// gives styled byte ranges for a visible stretch of text.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        look: Look<'_>,
        paint: impl Fn(&str) -> Vec<(Range<usize>, usize)>,
    ) -> Option<Position> {
        let Look { is_focused, wraps, styles } = look;
        let mut state = self.area.borrow_mut();
        state.focus.set(is_focused);
        if !styles.is_empty() {
            let visible = visible_bytes(&state, area.height);
            let text = state.str_slice_byte(visible.clone()).into_owned();
            let shifted = paint(&text)
                .into_iter()
                .map(|(r, style)| (r.start + visible.start..r.end + visible.start, style))
                .collect();
            state.set_styles(shifted);
        }
        let select = Style::new().reversed();
        TextArea::new()
            .text_wrap(if wraps { TextWrap::Word(8) } else { TextWrap::Shift })
            .select_style(select)
            .text_style(styles.iter().copied())
            .render(area, buf, &mut state);
        let cursor = state.screen_cursor().map(|(x, y)| Position { x, y });
        cursor.filter(|_| is_focused)
    }
}

/// Gives a text as a field takes it: lines end with a newline, and control characters are left out,
/// because a terminal would obey them instead of showing them.
pub fn printable(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}'], "\n");
    lines.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
}

/// Takes a key as plain text fields do.
pub(super) fn plain_key(area: &mut TextAreaState, key: KeyEvent) {
    let types = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) if c.is_control() => {}
        KeyCode::Char(c) if types => insert(area, c.encode_utf8(&mut [0; 4])),
        _ => {
            handle_events(area, true, &Event::Key(key));
        }
    }
}

/// Inserts a text and puts the cursor behind it. The place is counted in bytes: a combining mark or
/// a joiner makes one character of two, and a cursor counted in characters would then be off.
fn insert(area: &mut TextAreaState, text: &str) {
    keep_inside(area);
    let range = area.bytes_at_range(area.selection());
    area.insert_str(text);
    if let Ok(behind) = area.try_byte_pos(range.start + text.len()) {
        area.set_cursor(behind, false);
    }
    keep_inside(area);
}

/// Brings a cursor back into its line, after characters became one.
fn keep_inside(area: &mut TextAreaState) {
    let cursor = area.cursor();
    let y = cursor.y.min(area.len_lines().saturating_sub(1));
    let x = cursor.x.min(area.try_line_width(y).unwrap_or(0));
    let anchor_is_inside = area.try_byte_at(area.anchor()).is_ok();
    if (x, y) != (cursor.x, cursor.y) || !anchor_is_inside {
        area.set_cursor((x, y), false);
    }
}

/// How a field is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    pub is_focused: bool,
    /// Long lines are wrapped at words; otherwise the pane scrolls sideways.
    pub wraps: bool,
    /// The styles that painted ranges refer to by index; none for plain text.
    pub styles: &'a [Style],
}

/// The bytes of the lines a pane of this height can show, so that only those are painted.
fn visible_bytes(state: &TextAreaState, height: u16) -> Range<usize> {
    let first = state.vertical_offset().min(state.len_lines().saturating_sub(1));
    let last = (first + u32::from(height)).min(state.len_lines());
    let start = state.try_byte_at((0, first)).map_or(0, |range| range.start);
    let end = state.try_byte_at((0, last)).map_or_else(|_| state.len_bytes(), |range| range.start);
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::{Editing, Field};
    use crossterm::event::KeyCode;

    fn typed(text: &str) -> Field {
        let mut field = Field::new("", 0, Editing::Plain);
        text.chars().for_each(|c| field.key(KeyCode::Char(c).into()));
        field
    }

    #[test]
    fn characters_that_become_one_leave_the_cursor_behind_it() {
        // A combining accent, a family joined by zero-width joiners, a flag of two halves.
        for text in [
            "e\u{301}x",
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}x",
            "\u{1f1e9}\u{1f1ea}x",
            "\u{4e2d}\u{6587}x",
        ] {
            let mut field = typed(text);
            assert_eq!(field.text(), text);
            assert_eq!(field.cursor(), text.len(), "{text}");
            field.key(KeyCode::Backspace.into());
            field.key(KeyCode::Backspace.into());
            let rest = field.text();
            assert!(
                rest.is_empty() || rest == "\u{4e2d}",
                "Backspace takes a whole character: {rest:?}"
            );
        }
    }

    #[test]
    fn what_a_terminal_would_obey_does_not_come_in() {
        let pasted = "a\r\nb\u{1b}[2Jc\u{7f}\u{9b}d\te\rf";
        assert_eq!(super::printable(pasted), "a\nb[2Jcd\te\nf");
    }

    #[test]
    fn a_mark_typed_in_the_middle_stays_in_the_middle() {
        let mut field = Field::new("ex", 1, Editing::Plain);
        field.key(KeyCode::Char('\u{301}').into());
        field.key(KeyCode::Char('-').into());
        assert_eq!(field.text(), "e\u{301}-x");
    }
}
