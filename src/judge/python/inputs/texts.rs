//! Texts as they come from elsewhere: empty, in another case, with blanks, torn lines.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use crate::judge::python::value::Value;

/// Changes a text a little.
pub fn alter(text: &str, rng: &mut ChaCha8Rng) -> String {
    match rng.random_range(0..9) {
        0 => String::new(),
        1 => " ".to_owned(),
        2 => format!(" {text} "),
        3 => swapped_case(text),
        4 => format!("{text}\u{e9}"),
        5 => format!("\u{1f600}{text}"),
        6 => format!("{text}0"),
        7 => text.chars().skip(1).collect(),
        _ => text.chars().rev().collect(),
    }
}

fn swapped_case(text: &str) -> String {
    let upper = text.to_uppercase();
    if upper == text { text.to_lowercase() } else { upper }
}

/// How a value within a line is changed.
type Change<'c> = &'c mut dyn FnMut(&mut Value, &mut ChaCha8Rng);

/// Changes the lines of a file: their order and number, or one of them.
pub fn alter_file(text: &str, rng: &mut ChaCha8Rng, change: Change<'_>) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return "\n".to_owned();
    }
    let (one, other) = (rng.random_range(0..lines.len()), rng.random_range(0..lines.len()));
    match rng.random_range(0..9) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(other, lines[one].clone()),
        2 => lines.swap(one, other),
        3 => lines.insert(one, " ".to_owned()),
        4 => lines.truncate(one),
        _ => lines[one] = alter_line(&lines[one], rng, change),
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A line may be JSON, fields between commas, or plain text.
fn alter_line(line: &str, rng: &mut ChaCha8Rng, change: Change<'_>) -> String {
    if let Ok(mut value) = Value::read(line) {
        change(&mut value, rng);
        return value.write().map_or_else(|| line.to_owned(), |json| json.to_string());
    }
    let mut fields: Vec<String> = line.split(',').map(str::to_owned).collect();
    let place = rng.random_range(0..fields.len());
    match rng.random_range(0..4) {
        0 if fields.len() > 1 => drop(fields.remove(place)),
        1 => fields.insert(place, fields[place].clone()),
        2 => fields[place] = format!("\"{}\"", fields[place]),
        _ => fields[place] = alter(&fields[place], rng),
    }
    fields.join(",")
}
