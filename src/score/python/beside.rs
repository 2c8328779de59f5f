//! The code with what a reviewer says under the line it is about, as lines of a given width.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::{Finding, Level};

/// One line of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub text: String,
    /// None for a line of code.
    pub level: Option<Level>,
}

/// How many lines of code stand around one that is spoken of.
const AROUND: usize = 2;
/// A text of no more lines is shown whole.
const WHOLE: usize = 40;

/// Lays the code out with its remarks.
pub fn beside(source: &str, findings: &[Finding], width: usize) -> Vec<Row> {
    let count = source.lines().count();
    let digits = count.to_string().len().max(2);
    let shown = shown_lines(count, findings);
    let mut rows = Vec::new();
    let mut is_gap = false;
    for (index, text) in source.lines().enumerate() {
        if !shown.contains(&(index + 1)) {
            is_gap = true;
            continue;
        }
        if std::mem::take(&mut is_gap) {
            rows.push(Row { text: format!("{:>digits$} |", ".."), level: None });
        }
        let code = format!("{:>digits$} | {}", index + 1, text.replace('\t', "    "));
        rows.push(Row { text: cut(code.trim_end(), width), level: None });
        let here = findings.iter().filter(|finding| finding.line == index + 1);
        rows.extend(here.flat_map(|finding| remark(finding, digits, width)));
    }
    rows
}

fn shown_lines(count: usize, findings: &[Finding]) -> BTreeSet<usize> {
    if count <= WHOLE {
        return (1..=count).collect();
    }
    let around = |finding: &Finding| finding.line.saturating_sub(AROUND)..=finding.line + AROUND;
    findings.iter().flat_map(around).collect()
}

/// The mark under the code, then the rule, the level and the words.
fn remark(finding: &Finding, digits: usize, width: usize) -> Vec<Row> {
    let margin = format!("{:>digits$} | ", "");
    // Deep in a line there is little room, so what is said begins further left.
    let indent = (finding.column - 1).min(width / 4);
    let head = format!("^ {} ({})", finding.code, finding.level.name());
    let lead = format!("{margin}{}", " ".repeat(indent));
    let room = width.saturating_sub(lead.width() + 2).max(20);
    let said = wrapped(&format!("{head} {}", finding.words), room);
    let line = |(at, text): (usize, String)| {
        let inset = if at == 0 { "" } else { "  " };
        Row { text: format!("{lead}{inset}{text}"), level: Some(finding.level) }
    };
    said.into_iter().enumerate().map(line).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().expect("it began with one line");
        if !last.is_empty() && last.width() + 1 + word.width() > width {
            lines.push(word.to_owned());
        } else {
            let space = if last.is_empty() { "" } else { " " };
            last.push_str(space);
            last.push_str(word);
        }
    }
    lines
}

fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if kept.width() + 2 > width {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::python::review;

    fn page(source: &str, width: usize) -> String {
        let rows = beside(source, &review(source).findings, width);
        rows.iter().map(|row| format!("{}\n", row.text)).collect()
    }

    #[test]
    fn a_remark_stands_under_its_line_with_rule_and_level() {
        let source = "\"\"\"Sums.\"\"\"\n\n\ndef add(row: int, rows: list[int] = []) -> list[int]:\n    \"\"\"Join both into a new list.\"\"\"\n    return [*rows, row]\n";
        let page = page(source, 80);
        let lines: Vec<&str> = page.lines().collect();
        let at = lines.iter().position(|line| line.starts_with(" 4 | def add")).expect("the line");
        assert!(lines[at + 1].contains("^ B006 (block) This default is made once"), "{page}");
        assert!(lines[at + 1].starts_with("   | "), "{page}");
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let long = format!("\"\"\"M.\"\"\"\n\nvalue = {}\nprint(value)\n", "1 + ".repeat(60) + "1");
        for width in [60, 80, 120] {
            assert!(page(&long, width).lines().all(|line| line.width() <= width));
        }
    }

    #[test]
    fn a_long_text_shows_only_the_lines_around_remarks() {
        let body = "value = 1\n".repeat(60);
        let page = page(&format!("\"\"\"M.\"\"\"\n{body}print(value)\n{body}"), 80);
        assert!(page.contains("62 | print(value)") && page.contains("60 | value"), "{page}");
        assert!(page.contains(".. |") && !page.contains("30 | value"), "{page}");
    }
}
