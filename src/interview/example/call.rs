//! A failing call as text: the call, what was expected, what came, and the traceback.

use unicode_width::UnicodeWidthChar;

use super::{Page, Piece, Tone};
use crate::content::cell::{Cell, Table};
use crate::interview::verdict::Counterexample;

/// The cells before the text of a line, enough for the longest label.
const INDENT: usize = 10;

/// Writes an example that is a call.
pub fn lines(example: &Counterexample, call: &str, page: Page<'_>) -> Vec<Vec<Piece>> {
    let mut lines = line("call", call, Tone::Title, page);
    lines.extend(line("expected", &value(&example.expected), Tone::Row, page));
    if let Some(came) = &example.actual {
        lines.extend(line("returned", &value(came), Tone::Marked, page));
    }
    if let Some(output) = &example.output {
        lines.extend(output.lines().flat_map(|text| folded("", text, Tone::Marked, page)));
    }
    lines
}

/// Writes a label and a text, folded to the width.
pub fn line(label: &str, text: &str, tone: Tone, page: Page<'_>) -> Vec<Vec<Piece>> {
    folded(&format!("{label}:"), text, tone, page)
}

fn folded(label: &str, text: &str, tone: Tone, page: Page<'_>) -> Vec<Vec<Piece>> {
    let indent = if label.is_empty() { 0 } else { INDENT };
    let parts = fold(text, page.width.saturating_sub(indent).max(1));
    let piece = |(place, part): (usize, String)| {
        let label = if place == 0 { label } else { "" };
        let head = Piece { text: format!("{label:indent$}"), tone: Tone::Names };
        vec![head, Piece { text: part, tone }]
    };
    parts.into_iter().enumerate().map(piece).collect()
}

/// Cuts a text into pieces of a width; nothing is lost.
fn fold(text: &str, width: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut used = 0;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > width && used > 0 {
            parts.push(String::new());
            used = 0;
        }
        used += wide;
        parts.last_mut().expect("it begins with one part").push(letter);
    }
    parts
}

fn value(table: &Table) -> String {
    match table.rows.first().and_then(|row| row.first()) {
        Some(Cell::Text(text)) => text.clone(),
        Some(cell) => cell.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use crate::content::cell::{Cell, Heading, Table};
    use crate::interview::example::{Page, sentences, text};
    use crate::interview::verdict::Counterexample;

    fn one(text: &str) -> Table {
        Table {
            columns: vec![Heading { name: "value".into(), kind: "list".into() }],
            rows: vec![vec![Cell::Text(text.into())]],
            cut: false,
        }
    }

    fn example() -> Counterexample {
        Counterexample {
            tables: vec![],
            expected: one("[1, 2]"),
            actual: Some(one("[2, 1]")),
            missing: vec![],
            extra: vec![],
            words: "returned the right elements in another order".into(),
            trap: None,
            mistake: None,
            call: Some("order([2, 1])".into()),
            output: None,
        }
    }

    #[test]
    fn a_call_stands_above_both_values() {
        let page = Page { width: 60, first_column: 0, sign: "x" };
        assert_eq!(
            text(&example(), page),
            "call:     order([2, 1])\nexpected: [1, 2]\nreturned: [2, 1]"
        );
        assert_eq!(
            sentences(&example()),
            [
                "The smallest call found that shows it; the answer returned the right elements in another order."
            ]
        );
    }

    #[test]
    fn a_traceback_stands_below_what_was_expected() {
        let output = Some("Traceback (most recent call last):\nKeyError: 'a'".into());
        let failed = Counterexample { actual: None, output, ..example() };
        let page = Page { width: 60, first_column: 0, sign: "x" };
        let text = text(&failed, page);
        assert!(
            text.ends_with("expected: [1, 2]\nTraceback (most recent call last):\nKeyError: 'a'")
        );
    }

    #[test]
    fn an_example_of_a_version_without_calls_is_read() {
        let old = r#"{"tables": [], "expected": {"columns": [], "rows": [], "cut": false}, "actual": null,
            "missing": [], "extra": [], "words": "w", "trap": null, "mistake": null}"#;
        let read: Counterexample = serde_json::from_str(old).expect("an old journal opens");
        assert_eq!((read.call, read.output), (None, None));
    }

    #[test]
    fn a_long_call_is_folded_and_nothing_is_lost() {
        assert_eq!(fold("abcdefg", 3), ["abc", "def", "g"]);
        assert_eq!(fold("", 3), [""]);
    }
}
