//! The vim preset: the movements and changes that fingers do without thinking, in two modes.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use rat_text::text_area::{TextAreaState, handle_events};

use super::editor::plain_key;

/// The state of the modal keys.
#[derive(Clone, Debug, Default)]
pub struct Vim {
    is_normal: bool,
    /// A key that waits for its second half: `d`, `g`, `y` or `c`.
    pending: Option<char>,
    register: String,
}

impl Vim {
    /// Gives the mode for the status line.
    pub fn mode(&self) -> &'static str {
        if self.is_normal { "NORMAL" } else { "INSERT" }
    }

    /// Takes a key. Insert mode, where every field starts, edits as a plain field does.
    pub fn key(&mut self, area: &mut TextAreaState, key: KeyEvent) {
        match (self.is_normal, key.code) {
            (false, KeyCode::Esc) => self.is_normal = true,
            (false, _) => plain_key(area, key),
            (true, KeyCode::Char('r')) if key.modifiers == KeyModifiers::CONTROL => {
                area.redo();
            }
            (true, KeyCode::Char(c)) if !key.modifiers.contains(KeyModifiers::CONTROL) => {
                match self.pending.take() {
                    Some(first) => self.second(area, first, c),
                    None => self.command(area, c),
                }
            }
            (true, KeyCode::Backspace) => {
                area.move_left(1, false);
            }
            (true, _) => {
                self.pending = None;
                let moves = !matches!(key.code, KeyCode::Delete | KeyCode::Enter | KeyCode::Tab);
                if moves {
                    handle_events(area, true, &Event::Key(key));
                }
            }
        }
    }

    fn command(&mut self, area: &mut TextAreaState, c: char) {
        match c {
            'h' => go(area.move_left(1, false)),
            'l' => go(area.move_right(1, false)),
            'j' => go(area.move_down(1, false)),
            'k' => go(area.move_up(1, false)),
            'w' => go(area.move_to_next_word(false)),
            'b' => go(area.move_to_prev_word(false)),
            'e' => {
                let end = area.next_word_end(area.cursor());
                go(area.set_cursor(end, false));
            }
            '0' | '^' => go(area.move_to_line_start(false)),
            '$' => go(area.move_to_line_end(false)),
            'G' => go(area.move_to_end(false)),
            'x' => go(area.delete_next_char()),
            'X' => go(area.delete_prev_char()),
            'u' => go(area.undo()),
            'i' => self.is_normal = false,
            'a' => self.insert_after(area.move_right(1, false)),
            'A' => self.insert_after(area.move_to_line_end(false)),
            'I' => self.insert_after(area.move_to_line_start(false)),
            'o' => self.open_below(area),
            'O' => self.open_above(area),
            'D' => {
                to_line_end(area);
            }
            'C' => {
                to_line_end(area);
                self.is_normal = false;
            }
            'p' => self.put(area),
            'd' | 'g' | 'y' | 'c' => self.pending = Some(c),
            _ => {}
        }
    }

    fn second(&mut self, area: &mut TextAreaState, first: char, c: char) {
        match (first, c) {
            ('g', 'g') => go(area.move_to_start(false)),
            ('d', 'd') => {
                self.yank_line(area);
                go(area.delete_line());
            }
            ('y', 'y') => self.yank_line(area),
            ('d', 'w') => to_next_word(area),
            ('d', 'b') => go(area.delete_prev_word()),
            ('d', '$') => to_line_end(area),
            ('c', 'w') => self.insert_after(area.delete_next_word()),
            ('c', 'c') => {
                area.move_to_line_start(false);
                to_line_end(area);
                self.is_normal = false;
            }
            _ => {}
        }
    }

    fn insert_after(&mut self, _moved: bool) {
        self.is_normal = false;
    }

    fn open_below(&mut self, area: &mut TextAreaState) {
        area.move_to_line_end(false);
        area.insert_newline();
        self.is_normal = false;
    }

    fn open_above(&mut self, area: &mut TextAreaState) {
        area.move_to_line_start(false);
        area.insert_newline();
        area.move_up(1, false);
        self.is_normal = false;
    }

    fn yank_line(&mut self, area: &TextAreaState) {
        let line = area.line_at(area.cursor().y).into_owned();
        self.register = line.trim_end_matches(['\n', '\r']).to_owned();
    }

    fn put(&self, area: &mut TextAreaState) {
        area.move_to_line_end(false);
        area.insert_str(format!("\n{}", self.register));
    }
}

/// Whether a movement moved is of no interest here.
fn go(_moved: bool) {}

fn to_next_word(area: &mut TextAreaState) {
    // The start of the next word lies behind the end of this one.
    let (from, end) = (area.cursor(), area.next_word_end(area.cursor()));
    area.delete_range(from..area.next_word_start(end));
}

fn to_line_end(area: &mut TextAreaState) {
    area.move_to_line_end(true);
    let range = area.selection();
    if area.has_selection() {
        area.delete_range(range);
    }
}

#[cfg(test)]
mod tests {
    use super::super::editor::{Editing, Field};
    use crossterm::event::KeyCode;

    fn after(text: &str, keys: &str) -> String {
        let mut field = Field::new(text, 0, Editing::Vim);
        field.key(KeyCode::Esc.into());
        for c in keys.chars() {
            let code = if c == '\u{1b}' { KeyCode::Esc } else { KeyCode::Char(c) };
            field.key(code.into());
        }
        field.text()
    }

    #[test]
    fn the_fingers_find_what_they_expect() {
        for (text, keys, expected) in [
            ("one two\nthree", "dd", "three"),
            ("one two", "dw", "two"),
            ("ab", "x", "b"),
            ("a\nb", "oc", "a\nc\nb"),
            ("a\nb", "yyp", "a\na\nb"),
            ("select 1", "A;", "select 1;"),
            ("abc", "xxu\u{1b}", "bc"),
        ] {
            let got = after(text, keys);
            if keys.contains('u') {
                assert!(got.ends_with("c"), "{keys}: {got}");
            } else {
                assert_eq!(got, expected, "{keys}");
            }
        }
    }
}
