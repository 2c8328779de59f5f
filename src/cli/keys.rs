//! `mockloop keys`: the table of keys, from the same table the keyboard is read by.

use super::columns::columns;
use super::failure::{Done, Failure};
use super::speech::{Speech, Tone};
use crate::tui::keys::{Keymap, Place, show};

/// Prints the keys of every place.
pub fn table(speech: &Speech) -> Result<Done, Failure> {
    let keymap = Keymap::default();
    let parts: Vec<String> =
        Place::ALL.into_iter().map(|place| part(&keymap, place, speech)).collect();
    speech.say(parts.join("\n\n"));
    Ok(Done::Fine)
}

fn part(keymap: &Keymap, place: Place, speech: &Speech) -> String {
    let row = |(act, keys): (crate::tui::keys::Act, Vec<crokey::KeyCombination>)| {
        let keys: Vec<String> = keys.into_iter().map(show).collect();
        vec![format!("  {}", keys.join(", ")), act.label().to_owned(), act.name().to_owned()]
    };
    let rows: Vec<Vec<String>> = keymap.rows(place).into_iter().map(row).collect();
    format!("{}\n{}", speech.paint(Tone::Loud, place.title()), columns(&rows))
}
