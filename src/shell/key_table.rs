//! The keys on paper: one Markdown table, made from the table the keyboard is read by.

use crokey::KeyCombination;

use crate::tui::keys::{Act, Keymap, Place, show};

/// Writes the default keys as one Markdown table, a line for each wish and its keys; `tests/it/readme.rs`
/// keeps the README's copy the same.
pub fn markdown_table() -> String {
    let head = ["keys", "what they do", "where", "name in the configuration"].map(String::from);
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(entries().iter().map(row)).collect();
    let widths = [0, 1, 2, 3]
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, widths)).collect();
    lines.insert(1, line(&widths.map(|width| "-".repeat(width)), widths));
    lines.join("\n") + "\n"
}

/// A wish, the keys that stand for it, and the places where just these keys do.
struct Entry {
    act: Act,
    keys: Vec<KeyCombination>,
    places: Vec<Place>,
}

/// Gives every wish in the order of the help, once for each set of keys it has somewhere.
fn entries() -> Vec<Entry> {
    let keymap = Keymap::default();
    let mut entries: Vec<Entry> = Vec::new();
    for place in Place::ALL {
        for (act, keys) in keymap.rows(place) {
            match entries.iter_mut().find(|entry| entry.act == act && entry.keys == keys) {
                Some(entry) => entry.places.push(place),
                None => entries.push(Entry { act, keys, places: vec![place] }),
            }
        }
    }
    entries.sort_by_key(|entry| entry.act);
    entries
}

fn row(entry: &Entry) -> [String; 4] {
    let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{}`", show(*key))).collect();
    let name = format!("`{}`", entry.act.name());
    [keys.join(" "), entry.act.label().into(), places(&entry.places), name]
}

/// Names places in a few words: the four of a room together where a wish has them all.
fn places(places: &[Place]) -> String {
    const ROOM: [Place; 4] = [Place::Writing, Place::Reading, Place::Chatting, Place::Result];
    if places.len() == Place::ALL.len() {
        return "everywhere".into();
    }
    let is_whole_room = ROOM.iter().all(|place| places.contains(place));
    let mut names: Vec<&str> = Vec::new();
    for place in places {
        match place {
            place if is_whole_room && ROOM.contains(place) => names.push("every pane of a room"),
            Place::Lobby => names.push("lobby"),
            Place::Briefing => names.push("briefing"),
            Place::Writing => names.push("writing"),
            Place::Reading => names.push("reading"),
            Place::Chatting => names.push("line to the interviewer"),
            Place::Result => names.push("result"),
            Place::Rest => names.push("break"),
            Place::Voting => names.push("own vote"),
            Place::Debrief => names.push("debrief"),
        }
    }
    names.dedup();
    names.join(", ")
}

fn line(cells: &[String; 4], widths: [usize; 4]) -> String {
    let [a, b, c, d] = cells;
    let [wide_a, wide_b, wide_c, wide_d] = widths;
    format!("| {a:wide_a$} | {b:wide_b$} | {c:wide_c$} | {d:wide_d$} |")
}

#[cfg(test)]
mod tests {
    use super::markdown_table;
    use crate::tui::keys::{Keymap, Place, show};

    #[test]
    fn every_key_of_every_place_stands_beside_its_wish() {
        let table = markdown_table();
        for place in Place::ALL {
            for (act, keys) in Keymap::default().rows(place) {
                let (key, name) = (format!("`{}`", show(keys[0])), format!("`{}`", act.name()));
                let stands = table.lines().any(|line| line.contains(&key) && line.contains(&name));
                assert!(stands, "{key} {name} in {place:?}\n{table}");
            }
        }
    }

    #[test]
    fn the_columns_of_the_table_stand_below_each_other() {
        let table = markdown_table();
        let widths: Vec<usize> = table.lines().map(|line| line.chars().count()).collect();
        assert!(widths.len() > 20 && widths.windows(2).all(|pair| pair[0] == pair[1]), "{table}");
    }

    #[test]
    fn a_key_of_all_panes_of_a_room_is_told_once() {
        let table = markdown_table();
        let submit = table.lines().find(|line| line.contains("`submit`")).expect("it is there");
        assert!(submit.contains("| every pane of a room"), "{submit}");
    }
}
