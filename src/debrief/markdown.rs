//! The report as Markdown: the same parts as the page, for notes and version control.

mod parts;

use std::fmt::Write;

use super::citation::{Citation, short};
use super::plain::{self, printable};
use super::report::Report;

/// Writes the report as Markdown.
pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    parts::head(&mut out, report);
    parts::own_votes(&mut out, report);
    parts::grid(&mut out, report);
    parts::conversation(&mut out, report);
    parts::decision(&mut out, report);
    parts::rounds(&mut out, report);
    parts::ledger(&mut out, report);
    parts::next(&mut out, report);
    parts::clock(&mut out, report);
    printable(&out)
}

/// Adds one line; writing to a `String` cannot fail.
macro_rules! line {
    ($out:expr) => { $out.push('\n') };
    ($out:expr, $($words:tt)*) => {
        writeln!($out, $($words)*).expect("a String takes every line")
    };
}
use line;

/// Makes any text one line of plain Markdown text.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        // What only marks up at the start of a line is harmless further on.
        let is_harmless = ".,:;?'/%".contains(c) || (!out.is_empty() && "()-+=".contains(c));
        if c.is_ascii_punctuation() && !is_harmless {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Makes a code block whose fence no line of the code can close.
fn code(out: &mut String, code: &str) {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    line!(out, "{fence}text\n{code}\n{fence}\n");
}

fn evidence(out: &mut String, report: &Report, lines: &[Citation]) {
    for cited in lines {
        let mark = cited.mark();
        let quote =
            cited.quote.as_deref().map(|quote| format!(" \u{201c}{}\u{201d}", text(&short(quote))));
        line!(
            out,
            "- {mark} {}{} ({}; rule {})",
            text(&cited.words),
            quote.unwrap_or_default(),
            text(&plain::place(report, cited)),
            text(&cited.rule)
        );
    }
    if lines.is_empty() {
        line!(out, "- no data");
    }
    line!(out);
}

#[cfg(test)]
#[path = "markdown/tests.rs"]
mod tests;
