//! How a graded answer is told in the terminal.

use super::Graded;
use crate::cli::columns::columns;
use crate::cli::speech::{Speech, Tone};
use crate::content::cell::{Cell, Table};
use crate::debrief::citation::short;
use crate::interview::example::{self, Page};
use crate::interview::gauntlet;
use crate::interview::verdict::{
    Counterexample, Decision, Difference, Evidence, Fault, failing_first,
};
use crate::score::card::Scorecard;
use crate::score::python::{Finding, Level};

/// Writes the whole page; `file` is where the answer stands.
pub fn page(graded: &Graded, file: &str, speech: &Speech) -> String {
    let mut parts = vec![verdict(graded, speech)];
    if let Some(card) = &graded.card {
        parts.push(scorecard(card, speech));
    } else {
        parts.push(graded.counterexample.as_deref().map(example).unwrap_or_default());
        parts.push(checks(graded, speech));
        parts.push(graded.difference.as_ref().map(difference).unwrap_or_default());
        let (said, found): (Vec<&Evidence>, Vec<&Evidence>) =
            graded.evidence.iter().partition(|line| line.is_review());
        let is_beside = |line: &Evidence| graded.findings.iter().any(|one| one.code == line.rule);
        parts.push(evidence(found.into_iter().filter(|line| !is_beside(line)).collect(), speech));
        parts.push(remarks(said, speech));
        parts.push(findings(&graded.findings, file, speech));
    }
    if let Some(reading) = &graded.scale {
        let title = format!("As the tables grow ({})", reading.exponents());
        parts.push(bullets(&title, &reading.lines()));
    }
    if let Some(reading) = &graded.gauntlet {
        parts.push(bullets(gauntlet::TITLE, &reading.counts()));
    }
    if let Some(review) = graded.review {
        parts.push(format!("Code review: {review} of 5."));
    }
    parts.push(bullets("Notes", &graded.notes));
    parts.push(bullets("Not judged", &graded.not_judged));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn verdict(graded: &Graded, speech: &Speech) -> String {
    let word = match graded.verdict {
        Some(Decision::Accept) => speech.paint(Tone::Good, "accepted"),
        Some(Decision::Reject) => speech.paint(Tone::Bad, "rejected"),
        None => speech.paint(Tone::Loud, "not judged"),
    };
    let score = graded.score.map_or(String::new(), |score| format!(", {score} of 5"));
    format!("{}: {word}{score}\n{}", graded.question, graded.words)
}

fn checks(graded: &Graded, speech: &Speech) -> String {
    let row = |check: &crate::interview::verdict::Check| {
        let state = match check.fault {
            Fault::None => speech.paint(Tone::Good, "ok"),
            fault => speech.paint(Tone::Bad, fault.name()),
        };
        vec![format!("  {}", check.id), state, check.about.clone(), check.words.clone()]
    };
    columns(&failing_first(&graded.checks).map(row).collect::<Vec<_>>())
}

/// Writes the few rows that show the mistake, with what was expected beside what came.
fn example(found: &Counterexample) -> String {
    let page = Page { width: 100, first_column: 0, sign: "x" };
    format!("{}\n\n{}", example::sentences(found).join("\n"), example::text(found, page))
}

/// Writes expected and actual rows below each other, those that differ marked.
fn difference(difference: &Difference) -> String {
    let mut parts = Vec::new();
    if let Some(call) = &difference.call {
        parts.push(format!("Call:     {call}"));
    }
    parts.push(format!(
        "Expected ({}):\n{}",
        difference.dataset,
        grid(&difference.expected, &difference.missing, "<")
    ));
    parts.push(format!("Yours:\n{}", grid(&difference.actual, &difference.extra, ">")));
    if let Some(output) = &difference.output {
        parts.push(output.clone());
    }
    parts.join("\n")
}

/// Writes a table of cells; marked rows begin with `mark`.
pub fn grid(table: &Table, marked: &[usize], mark: &str) -> String {
    let head = table.columns.iter().map(|column| column.name.clone());
    let mut rows = vec![std::iter::once(String::from(" ")).chain(head).collect::<Vec<_>>()];
    for (i, row) in table.rows.iter().enumerate() {
        let first = if marked.contains(&i) { mark } else { " " };
        rows.push(std::iter::once(first.to_owned()).chain(row.iter().map(shown)).collect());
    }
    let cut = if table.cut { "\n  … more rows" } else { "" };
    format!("{}{cut}", columns(&rows))
}

/// Writes a value so that NULL, the empty text and the text `NULL` look different.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Null => "NULL".into(),
        Cell::Bool(value) => value.to_string(),
        Cell::Int(text) | Cell::Dec(text) | Cell::Date(text) => text.clone(),
        Cell::Float(value) => format!("{value:?}"),
        Cell::Text(text) if text.is_empty() || text == "NULL" || text.trim() != text => {
            format!("'{text}'")
        }
        Cell::Text(text) => text.replace('\n', "\\n"),
        Cell::Timestamp(micros) | Cell::Instant(micros) => timestamp(*micros),
        Cell::Time(micros) => {
            format!("{:?}", std::time::Duration::from_micros(micros.unsigned_abs()))
        }
        Cell::Interval { months, days, micros } => {
            format!("{months} months {days} days {micros} µs")
        }
        Cell::Blob(bytes) => format!("{} bytes", bytes.len()),
        Cell::List(cells) => {
            format!("[{}]", cells.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
        Cell::Struct(fields) => {
            let field = |(name, cell): &(String, Cell)| format!("{name}: {}", shown(cell));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        Cell::Map(pairs) => {
            let pair = |(key, cell): &(Cell, Cell)| format!("{}: {}", shown(key), shown(cell));
            format!("{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

fn timestamp(micros: i64) -> String {
    match chrono::DateTime::from_timestamp_micros(micros) {
        Some(at) => at.naive_utc().to_string(),
        None => format!("{micros} µs"),
    }
}

/// Writes a scorecard: every dimension with its score, its evidence and what would raise it.
pub fn scorecard(card: &Scorecard, speech: &Speech) -> String {
    let mut lines = Vec::new();
    for dimension in &card.dimensions {
        let score = dimension.score.map_or("-".into(), |score| format!("{score}"));
        let name = speech.paint(Tone::Loud, &format!("{} {}", dimension.id, dimension.name));
        lines.push(format!("{name}: {score} of 5"));
        lines.extend(dimension.evidence.iter().map(|one| line(one, speech)));
        if !dimension.raise.is_empty() {
            lines.push(format!("    to raise it: {}", dimension.raise));
        }
    }
    for flag in &card.flags {
        lines.push(format!("{}: {}", speech.paint(Tone::Bad, &flag.id), flag.words));
    }
    if !card.follow_ups.is_empty() {
        lines.push(String::from("The interviewer would ask:"));
        lines.extend(card.follow_ups.iter().map(|ask| format!("  {ask}")));
    }
    lines.join("\n")
}

fn evidence(evidence: Vec<&Evidence>, speech: &Speech) -> String {
    evidence.into_iter().map(|one| line(one, speech)).collect::<Vec<_>>().join("\n")
}

/// Writes what a reviewer says about the text of a query.
fn remarks(said: Vec<&Evidence>, speech: &Speech) -> String {
    match said.is_empty() {
        true => String::new(),
        false => format!("As an interviewer would say:\n{}", evidence(said, speech)),
    }
}

/// Writes a reviewer's findings as editors read them: `answer.py:12:5 B006 (block) …`.
fn findings(findings: &[Finding], file: &str, speech: &Speech) -> String {
    let line = |finding: &Finding| {
        let tone = match finding.level {
            Level::Block => Tone::Bad,
            Level::MustFix => Tone::Loud,
            Level::Nit => Tone::Quiet,
        };
        let rule = speech.paint(tone, &format!("{} ({})", finding.code, finding.level.name()));
        format!("  {file}:{}:{} {rule} {}", finding.line, finding.column, finding.words)
    };
    match findings.is_empty() {
        true => String::new(),
        false => {
            let lines = findings.iter().map(line).collect::<Vec<_>>().join("\n");
            format!("As a reviewer would say:\n{lines}")
        }
    }
}

fn line(evidence: &Evidence, speech: &Speech) -> String {
    let sign = match evidence.earned {
        _ if !evidence.weighs() => String::from("\u{b7}"),
        true => speech.paint(Tone::Good, "+"),
        false => speech.paint(Tone::Bad, "-"),
    };
    let quote = match &evidence.quote {
        Some(quote) => format!("  \"{}\"", short(quote)),
        None => String::new(),
    };
    let rule = speech.paint(Tone::Quiet, &evidence.rule);
    format!("  {sign} {}{quote}  {rule}", evidence.words)
}

fn bullets(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let listed: Vec<String> = lines.iter().map(|line| format!("  {line}")).collect();
    format!("{title}:\n{}", listed.join("\n"))
}
