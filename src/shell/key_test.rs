//! What the terminal delivers for a key, and what it would mean: for finding out which keys get through.

use std::io::{self, Write};

use crokey::KeyCombination;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};

use super::config;
use super::error::ShellError;
use super::paths::Paths;
use super::terminal::{Page, Terminal};
use crate::tui::keys::{Keymap, Place, show};

/// Shows every key until Ctrl-C comes twice in a row.
///
/// # Errors
/// When there is no terminal.
pub fn keys_test() -> Result<(), ShellError> {
    let paths = Paths::of_user().ok_or(ShellError::NoHome)?;
    let (settings, _) = config::read(&paths.config);
    let terminal = Terminal::take(Page::Shared).map_err(ShellError::NoTerminal)?;
    let ended = show_keys(&settings.keymap);
    drop(terminal);
    ended.map_err(ShellError::NoTerminal)
}

fn show_keys(keymap: &Keymap) -> io::Result<()> {
    say("Press keys to see what this terminal delivers. Ctrl-C twice ends.")?;
    let mut was_end = false;
    loop {
        let event = event::read()?;
        if let Some(words) = words(&event, keymap) {
            say(&words)?;
        }
        let is_end = matches!(event, Event::Key(key) if is_ctrl_c(key));
        if is_end && was_end {
            return Ok(());
        }
        was_end = is_end;
    }
}

/// Lines of a terminal in raw mode end with a return as well.
fn say(words: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words.as_bytes())?;
    out.write_all(b"\r\n")?;
    out.flush()
}

fn is_ctrl_c(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

fn words(event: &Event, keymap: &Keymap) -> Option<String> {
    match event {
        Event::Key(key) => Some(key_words(*key, keymap)),
        Event::Paste(text) => Some(format!("a paste of {} bytes", text.len())),
        Event::Resize(width, height) => Some(format!("the size {width}x{height}")),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

fn key_words(key: KeyEvent, keymap: &Keymap) -> String {
    let name = show(KeyCombination::from(key));
    let mut meanings: Vec<(&str, Vec<&str>)> = Vec::new();
    for place in Place::ALL {
        let Some(act) = keymap.act(place, key) else { continue };
        match meanings.iter_mut().find(|(label, _)| *label == act.label()) {
            Some((_, places)) => places.push(place.title()),
            None => meanings.push((act.label(), vec![place.title()])),
        }
    }
    let meanings: Vec<String> = meanings
        .into_iter()
        .map(|(label, places)| match places.len() == Place::ALL.len() {
            true => format!("{label} (everywhere)"),
            false => format!("{label} ({})", places.join(", ")),
        })
        .collect();
    let meaning = if meanings.is_empty() { "no command".to_owned() } else { meanings.join("; ") };
    format!("{name:12} {meaning}")
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::key_words;
    use crate::tui::keys::Keymap;

    #[test]
    fn a_key_is_shown_with_its_name_and_what_it_means_where() {
        let words = key_words(KeyEvent::from(KeyCode::F(9)), &Keymap::default());
        assert!(words.starts_with("F9 ") && words.contains("hand in (Room: writing"), "{words}");
    }

    #[test]
    fn a_key_that_means_the_same_in_every_place_says_so() {
        let ctrl_c = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        let words = key_words(ctrl_c, &Keymap::default());
        assert!(words.ends_with("leave (everywhere)"), "{words}");
    }

    #[test]
    fn a_key_that_means_nothing_says_so() {
        let words = key_words(KeyEvent::from(KeyCode::F(20)), &Keymap::default());
        assert!(words.ends_with("no command"), "{words}");
    }
}
