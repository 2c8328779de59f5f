//! The emacs preset: Ctrl and Alt letters become the movements and deletions emacs users expect.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rat_text::text_area::TextAreaState;

/// Carries an emacs key out, or gives the key to handle as usual.
pub fn translate(area: &mut TextAreaState, key: KeyEvent) -> Option<KeyEvent> {
    let plain = |code| Some(KeyEvent::new(code, KeyModifiers::NONE));
    let ctrl = |code| Some(KeyEvent::new(code, KeyModifiers::CONTROL));
    match (key.modifiers, key.code) {
        (KeyModifiers::CONTROL, KeyCode::Char('a')) => plain(KeyCode::Home),
        (KeyModifiers::CONTROL, KeyCode::Char('e')) => plain(KeyCode::End),
        (KeyModifiers::CONTROL, KeyCode::Char('f')) => plain(KeyCode::Right),
        (KeyModifiers::CONTROL, KeyCode::Char('b')) => plain(KeyCode::Left),
        (KeyModifiers::CONTROL, KeyCode::Char('n')) => plain(KeyCode::Down),
        (KeyModifiers::CONTROL, KeyCode::Char('p')) => plain(KeyCode::Up),
        (KeyModifiers::CONTROL, KeyCode::Char('d')) => plain(KeyCode::Delete),
        (KeyModifiers::CONTROL, KeyCode::Char('h')) => plain(KeyCode::Backspace),
        (KeyModifiers::ALT, KeyCode::Char('f')) => ctrl(KeyCode::Right),
        (KeyModifiers::ALT, KeyCode::Char('b')) => ctrl(KeyCode::Left),
        (KeyModifiers::ALT, KeyCode::Char('d')) => ctrl(KeyCode::Delete),
        (KeyModifiers::CONTROL, KeyCode::Char('k')) => {
            kill_to_line_end(area);
            None
        }
        _ => Some(key),
    }
}

/// Deletes to the end of the line, or joins the next line when the cursor is there already.
fn kill_to_line_end(area: &mut TextAreaState) {
    let from = area.cursor();
    area.move_to_line_end(true);
    if area.has_selection() {
        let range = area.selection();
        area.delete_range(range);
    } else {
        area.set_cursor(from, false);
        area.delete_next_char();
    }
}
