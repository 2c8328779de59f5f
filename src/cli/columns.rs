//! How a table is set in text: columns as wide as their widest cell, the last one ragged.

use unicode_width::UnicodeWidthStr;

/// Sets rows in columns, two spaces apart.
pub fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| shown_width(cell))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let lines: Vec<String> = rows.iter().map(|row| line(row, &widths)).collect();
    lines.join("\n")
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut text = String::new();
    for (cell, width) in row.iter().zip(widths) {
        text += cell;
        text += &" ".repeat(width.saturating_sub(shown_width(cell)) + 2);
    }
    text.trim_end().to_owned()
}

/// Counts terminal cells; colour codes take none.
fn shown_width(cell: &str) -> usize {
    let mut plain = String::new();
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain += before;
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    plain += rest;
    plain.width()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn colours_and_wide_letters_do_not_bend_a_column() {
        let rows = [["a", "x"], ["\u{1b}[31mbad\u{1b}[0m", "y"], ["数据", "z"]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        let set = columns(&rows);
        assert_eq!(set, "a     x\n\u{1b}[31mbad\u{1b}[0m   y\n数据  z");
    }
}
