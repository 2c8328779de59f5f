//! A counterexample as text: its tables side by side as far as the width goes, what differs with a sign.

mod call;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::verdict::{Counterexample, Difference};
use crate::content::cell::Table;

/// The widest a column is written.
const WIDEST: usize = 28;
/// Between two tables that stand side by side.
const GAP: usize = 3;

/// What a piece of a line is, for whoever has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The name of a table.
    Title,
    /// The names of its columns.
    Names,
    Row,
    /// A row that is missing or should not be there.
    Marked,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub tone: Tone,
}

/// How the tables are written.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The cells a line may take.
    pub width: usize,
    /// The first column to write of every table, for reading wide ones.
    pub first_column: usize,
    /// The sign before a row that differs.
    pub sign: &'a str,
}

/// A table as lines, and how wide they are.
struct Block {
    lines: Vec<Piece>,
    width: usize,
}

/// Says in sentences what the example shows: the trap and the mistake, where they are known, and what
/// is wrong on its rows.
pub fn sentences(example: &Counterexample) -> Vec<String> {
    let trap = example.trap.as_ref().map(|trap| format!("Trap: {trap}."));
    let mistake = example.mistake.as_ref().map(|mistake| format!("The mistake: {mistake}"));
    let words = match &example.call {
        Some(_) => format!("The smallest call found that shows it; the answer {}.", example.words),
        None => format!("Few rows that show it, with made-up ids: {}", example.words),
    };
    trap.into_iter().chain(mistake).chain([words]).collect()
}

/// Writes the rows, then what was expected beside what came; a call is written line by line.
pub fn tables(example: &Counterexample, page: Page<'_>) -> Vec<Vec<Piece>> {
    if let Some(call) = &example.call {
        return call::lines(example, call, page);
    }
    let given = example.tables.iter().map(|(name, table)| block(name, table, &[], page));
    let mut lines = flow(given.collect(), page.width);
    lines.push(Vec::new());
    lines.extend(flow(results(example, page), page.width));
    lines
}

/// Writes everything as plain text.
pub fn text(example: &Counterexample, page: Page<'_>) -> String {
    let line = |pieces: Vec<Piece>| {
        let line: String = pieces.into_iter().map(|piece| piece.text).collect();
        line.trim_end().to_owned()
    };
    tables(example, page).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Writes a difference on rows the candidate may see in the same way.
pub fn difference(difference: &Difference, page: Page<'_>) -> Vec<Vec<Piece>> {
    let Difference { dataset, expected, actual, missing, extra, call, .. } = difference;
    let called = call.iter().flat_map(|call| call::line("call", call, Tone::Title, page));
    let expected = (format!("expected on {dataset}"), expected, missing.as_slice());
    let tables = flow(beside(expected, Some((actual, extra.as_slice())), page), page.width);
    called.chain(tables).collect()
}

fn results(example: &Counterexample, page: Page<'_>) -> Vec<Block> {
    let Counterexample { expected, actual, missing, extra, .. } = example;
    let expected = ("expected".to_owned(), expected, missing.as_slice());
    beside(expected, actual.as_ref().map(|came| (came, extra.as_slice())), page)
}

fn beside(
    (name, expected, missing): (String, &Table, &[usize]),
    came: Option<(&Table, &[usize])>,
    page: Page<'_>,
) -> Vec<Block> {
    let title = |what: &str, marked: usize, word: &str| match marked {
        0 => what.to_owned(),
        _ => format!("{what} ({} {marked} {word})", page.sign),
    };
    let expected = block(&title(&name, missing.len(), "missing"), expected, missing, page);
    let came = match came {
        Some((came, extra)) => block(&title("what came", extra.len(), "wrong"), came, extra, page),
        None => titled("what came: an error".to_owned()),
    };
    vec![expected, came]
}

fn titled(title: String) -> Block {
    let width = title.width();
    Block { lines: vec![Piece { text: title, tone: Tone::Title }], width }
}

fn block(title: &str, table: &Table, marked: &[usize], page: Page<'_>) -> Block {
    if table.rows.is_empty() {
        return titled(cut(&format!("{title}: no rows"), page.width));
    }
    let skipped = page.first_column.min(table.columns.len().saturating_sub(1));
    let mut lines: Vec<Vec<String>> =
        vec![table.columns.iter().skip(skipped).map(|column| cut(&column.name, WIDEST)).collect()];
    lines.extend(
        table.rows.iter().map(|row| {
            row.iter().skip(skipped).map(|cell| cut(&cell.to_string(), WIDEST)).collect()
        }),
    );
    let count = lines[0].len();
    let widest = |place: usize| lines.iter().map(|line| line[place].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let more = if table.cut { " (more rows came)" } else { "" };
    let mut pieces =
        vec![Piece { text: cut(&format!("{title}{more}"), page.width), tone: Tone::Title }];
    let sign_width = page.sign.width().max(1);
    for (place, cells) in lines.iter().enumerate() {
        let is_marked = place.checked_sub(1).is_some_and(|row| marked.contains(&row));
        let (sign, tone) = match place {
            0 if skipped > 0 => ("<", Tone::Names),
            0 => ("", Tone::Names),
            _ if is_marked => (page.sign, Tone::Marked),
            _ => ("", Tone::Row),
        };
        let cells: Vec<String> =
            cells.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        let text = format!("{} {}", padded(sign, sign_width), cells.join("  "));
        pieces.push(Piece { text: cut(text.trim_end(), page.width), tone });
    }
    let width = pieces.iter().map(|piece| piece.text.width()).max().unwrap_or(0);
    Block { lines: pieces, width }
}

/// Puts blocks side by side as long as they fit, and the others below.
fn flow(blocks: Vec<Block>, width: usize) -> Vec<Vec<Piece>> {
    let mut shelves: Vec<(usize, Vec<Block>)> = Vec::new();
    for block in blocks {
        match shelves.last_mut() {
            Some((used, shelf)) if *used + GAP + block.width <= width => {
                *used += GAP + block.width;
                shelf.push(block);
            }
            _ => shelves.push((block.width, vec![block])),
        }
    }
    shelves.into_iter().flat_map(|(_, shelf)| side_by_side(&shelf)).collect()
}

fn side_by_side(shelf: &[Block]) -> Vec<Vec<Piece>> {
    let height = shelf.iter().map(|block| block.lines.len()).max().unwrap_or(0);
    let piece = |block: &Block, line: usize, gap: usize| {
        let piece = block.lines.get(line);
        let text = piece.map_or("", |piece| piece.text.as_str());
        let tone = piece.map_or(Tone::Row, |piece| piece.tone);
        Piece { text: padded(text, block.width + gap), tone }
    };
    let last = shelf.len().saturating_sub(1);
    let line = |line: usize| {
        let gap = |place: usize| if place == last { 0 } else { GAP };
        shelf.iter().enumerate().map(|(place, block)| piece(block, line, gap(place))).collect()
    };
    (0..height).map(line).collect()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Cuts a text to a width, with a sign that it was cut.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used < width
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{kept}>")
}

#[cfg(test)]
mod tests {
    use super::{Page, sentences, text};
    use crate::content::cell::{Cell, Heading, Table};
    use crate::interview::verdict::Counterexample;

    fn table(columns: &[&str], rows: &[&[&str]]) -> Table {
        let heading =
            |name: &&str| Heading { name: (*name).to_owned(), kind: "VARCHAR".to_owned() };
        let row = |row: &&[&str]| row.iter().map(|text| Cell::Text((*text).to_owned())).collect();
        Table {
            columns: columns.iter().map(heading).collect(),
            rows: rows.iter().map(row).collect(),
            cut: false,
        }
    }

    fn example() -> Counterexample {
        Counterexample {
            tables: vec![
                ("customers".into(), table(&["customer_id", "name"], &[&["1", "A"]])),
                ("orders".into(), table(&["order_id", "customer_id"], &[])),
            ],
            expected: table(&["name", "n"], &[&["A", "0"]]),
            actual: Some(table(&["name", "n"], &[])),
            missing: vec![0],
            extra: vec![],
            words: "1 row of 1 missing.".into(),
            trap: Some("inner-against-outer".into()),
            mistake: Some("An inner join loses customers without orders.".into()),
            call: None,
            output: None,
        }
    }

    fn page(width: usize) -> Page<'static> {
        Page { width, first_column: 0, sign: "x" }
    }

    #[test]
    fn tables_stand_side_by_side_where_they_fit() {
        assert_eq!(
            text(&example(), page(60)),
            "customers             orders: no rows\n  \
               customer_id  name\n  \
               1            A\n\n\
             expected (x 1 missing)   what came: no rows\n  \
               name  n\n\
             x A     0"
        );
    }

    #[test]
    fn where_they_do_not_fit_nothing_is_cut_without_a_sign() {
        let narrow = text(&example(), page(12));
        assert!(narrow.lines().all(|line| line.chars().count() <= 12), "{narrow}");
        assert!(narrow.contains("  customer_>"), "{narrow}");
        let moved = text(&example(), Page { first_column: 1, ..page(12) });
        assert!(moved.contains("< name\n  A"), "{moved}");
    }

    #[test]
    fn an_answer_that_fails_is_told_without_a_table() {
        let failed = Counterexample { actual: None, ..example() };
        assert!(text(&failed, page(60)).contains("what came: an error"));
        assert_eq!(sentences(&failed).len(), 3);
    }
}
