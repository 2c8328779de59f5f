//! The keys on paper: every place with its keys, from the table the keyboard is read by.

use crokey::KeyCombination;

use crate::tui::keys::{Act, Keymap, Place, show};

/// Writes the keys of every place as Markdown tables, for `mockloop keys` and the README.
pub fn keys_table(keymap: &Keymap) -> String {
    let parts: Vec<String> = Place::ALL.into_iter().map(|place| part(keymap, place)).collect();
    parts.join("\n")
}

fn part(keymap: &Keymap, place: Place) -> String {
    let rows = keymap
        .rows(place)
        .into_iter()
        .map(|(act, keys)| [shown(&keys), act.label().into(), name(act)]);
    let head = ["keys", "what they do", "name in the configuration"].map(String::from);
    let rows: Vec<[String; 3]> = std::iter::once(head).chain(rows).collect();
    let widths =
        [0, 1, 2].map(|column| rows.iter().map(|row| row[column].len()).max().unwrap_or(0));
    let mut lines = vec![format!("### {}", place.title()), String::new()];
    for (at, row) in rows.iter().enumerate() {
        lines.push(line(row, widths));
        if at == 0 {
            lines.push(line(&widths.map(|width| "-".repeat(width)), widths));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn shown(keys: &[KeyCombination]) -> String {
    keys.iter().map(|key| format!("`{}`", show(*key))).collect::<Vec<_>>().join(" ")
}

fn name(act: Act) -> String {
    format!("`{}`", act.name())
}

fn line(cells: &[String; 3], widths: [usize; 3]) -> String {
    let [a, b, c] = cells;
    let [wide_a, wide_b, wide_c] = widths;
    format!("| {a:wide_a$} | {b:wide_b$} | {c:wide_c$} |")
}

#[cfg(test)]
mod tests {
    use super::keys_table;
    use crate::tui::keys::{Keymap, Place};

    #[test]
    fn every_place_and_every_key_is_in_the_table() {
        let table = keys_table(&Keymap::default());
        for place in Place::ALL {
            assert!(table.contains(&format!("### {}", place.title())), "{place:?}");
        }
        assert!(table.contains("| `F5` `Ctrl-r`") || table.contains("| `F5` `Ctrl-R`"), "{table}");
        assert!(table.contains("`submit`"), "{table}");
    }

    #[test]
    fn the_columns_of_a_table_stand_below_each_other() {
        let table = keys_table(&Keymap::default());
        let first: Vec<usize> =
            table.lines().skip(2).take_while(|line| !line.is_empty()).map(str::len).collect();
        assert!(first.len() > 3 && first.windows(2).all(|pair| pair[0] == pair[1]), "{table}");
    }
}
