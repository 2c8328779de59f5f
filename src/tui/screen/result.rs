//! What came of a run or of handing in, in drills: rows, a verdict with the difference, or a score.

mod example;
pub mod place;
mod review;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::model::Model;
use super::super::room::{Room, Shown};
use super::super::theme::Theme;
use super::super::widget::grid::Grid;
use super::super::widget::pane;
use crate::content::cell::Table;
use crate::debrief::citation::short;
use crate::interview::gauntlet;
use crate::interview::verdict::{Decision, Difference, Fault, RunResult, Verdict, failing_first};
use crate::score::card::Scorecard;
use crate::score::sql;

/// The rule under which a known mistake stands in the evidence.
const MISTAKE: &str = "sql.mistake";

/// Draws the result pane.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let Some(shown) = &room.shown else { return };
    let theme = model.choices.theme;
    let inner = pane::draw(&title(shown), true, &theme, area, buf);
    if room.spot.is_open
        && let Some(value) = selected(room)
    {
        return Paragraph::new(value).wrap(Wrap { trim: false }).render(inner, buf);
    }
    match shown {
        Shown::Run(RunResult::Table { table, .. }) => grid(room, theme, table, &[], inner, buf),
        Shown::Run(RunResult::Output { text, error, .. }) => {
            let both = [text.clone(), error.clone().unwrap_or_default()].join("\n");
            scrolled(room, Text::raw(both), inner, buf);
        }
        Shown::Verdict(verdict) => {
            let review = review::of(model, room, verdict, inner.width);
            draw_verdict(room, theme, verdict, review, inner, buf);
        }
        Shown::Score(card) => scrolled(room, card_text(card, theme), inner, buf),
        Shown::Words(words) => scrolled(room, Text::raw(words.clone()), inner, buf),
    }
}

fn title(shown: &Shown) -> String {
    match shown {
        Shown::Run(RunResult::Table { table, millis }) => {
            let more = if table.cut { "+" } else { "" };
            let count = table.rows.len();
            let rows = if count == 1 && !table.cut { "row" } else { "rows" };
            format!("{}{more} {rows}, {millis} ms on the sample data", thousands(count))
        }
        Shown::Run(RunResult::Output { millis, ok, .. }) => {
            format!("{} {millis} ms", if *ok { "ran in" } else { "failed after" })
        }
        Shown::Verdict(_) => "verdict".into(),
        Shown::Score(_) => "score".into(),
        Shown::Words(_) => "a word".into(),
    }
}

/// Writes 10000 as `10,000`.
fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn grid(room: &Room, theme: Theme, table: &Table, marked: &[usize], area: Rect, buf: &mut Buffer) {
    let (row, column) = (room.spot.row, room.spot.column);
    Grid { table, theme, row, column, marked, is_focused: true }.draw(area, buf);
}

fn scrolled(room: &Room, text: Text<'_>, area: Rect, buf: &mut Buffer) {
    let paragraph = Paragraph::new(text).wrap(Wrap { trim: false });
    let last = paragraph.line_count(area.width).saturating_sub(usize::from(area.height));
    paragraph.scroll((room.spot.row.min(last) as u16, 0)).render(area, buf);
}

fn draw_verdict(
    room: &Room,
    theme: Theme,
    verdict: &Verdict,
    review: Vec<Line<'_>>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut lines = verdict_lines(verdict, theme);
    if let Some(example) = &verdict.counterexample {
        return example::draw(room, theme, (verdict, example), lines, area, buf);
    }
    match &verdict.difference {
        None => {
            lines.extend(review);
            scrolled(room, Text::from(lines), area, buf);
        }
        Some(difference) => {
            let text_height = (lines.len() as u16).min(area.height / 2);
            let [top, bottom] =
                Layout::vertical([Constraint::Length(text_height), Constraint::Fill(1)])
                    .areas(area);
            Paragraph::new(Text::from(lines)).wrap(Wrap { trim: false }).render(top, buf);
            match &difference.call {
                Some(call) => scrolled(room, called(call, difference, review), bottom, buf),
                None => side_by_side(room, theme, difference, bottom, buf),
            }
        }
    }
}

fn verdict_lines<'a>(verdict: &Verdict, theme: Theme) -> Vec<Line<'a>> {
    let (sign, style) = match verdict.decision {
        Decision::Accept => (theme.pass(), theme.good()),
        Decision::Reject => (theme.fail(), theme.bad()),
    };
    let word = if verdict.decision == Decision::Accept { "accepted" } else { "rejected" };
    let head = format!("{sign} {word}, {} of 5: {}", verdict.score, verdict.words);
    let mut lines = styled_lines(&head, style);
    if verdict.counterexample.is_none() {
        // The rows that show a known mistake may not be found in time; it is told all the same.
        let known = verdict.evidence.iter().filter(|line| line.rule == MISTAKE);
        lines.extend(known.flat_map(|line| styled_lines(&line.words, theme.title())));
    }
    for check in failing_first(&verdict.checks) {
        let passed = check.fault == Fault::None;
        let sign = if passed { theme.pass() } else { theme.fail() };
        // What the head already says is not said again for every dataset.
        let words = if passed || check.words == verdict.words { "" } else { &check.words };
        let line = format!("  {sign} {}: {}. {words}", check.id, check.about);
        lines.extend(styled_lines(line.trim_end(), Style::new()));
    }
    if let Some(reading) = &verdict.gauntlet {
        lines.push(Line::styled(format!("{}:", gauntlet::TITLE), theme.title()));
        let counts = reading.counts();
        lines.extend(
            counts.iter().flat_map(|line| styled_lines(&format!("  {line}"), Style::new())),
        );
    }
    for note in &verdict.notes {
        lines.extend(styled_lines(&format!("  note: {note}"), theme.dim()));
    }
    lines.extend(remarks(verdict, theme));
    lines
}

/// What a reviewer says about the text of a query, with its places.
fn remarks<'a>(verdict: &Verdict, theme: Theme) -> Vec<Line<'a>> {
    let Some(review) = sql::review(verdict) else { return Vec::new() };
    let head = format!("As an interviewer would say (style {} of 5):", review.score);
    let mut lines = vec![Line::styled(head, theme.title())];
    let said = review.smells.iter().chain(&review.remarks).map(|line| (theme.fail(), line));
    for (sign, line) in said.chain(review.ports.iter().map(|line| (theme.aside(), line))) {
        let quote = line.quote.as_deref().map(|quote| format!(" \u{201c}{}\u{201d}", short(quote)));
        let words = format!("  {sign} {}{}", line.words, quote.unwrap_or_default());
        lines.push(Line::raw(words));
    }
    lines
}

/// A text may have several lines, as a database's errors do.
fn styled_lines<'a>(text: &str, style: Style) -> Vec<Line<'a>> {
    text.lines().map(|line| Line::styled(line.to_owned(), style)).collect()
}

/// The call that went wrong with what came of it, then the review.
fn called<'a>(call: &str, difference: &Difference, review: Vec<Line<'a>>) -> Text<'a> {
    let output = difference.output.clone().unwrap_or_default();
    let mut text = Text::raw(format!("{call}\n{output}"));
    text.lines.extend(review);
    text
}

/// The rows expected beside the rows that came; what differs carries a sign.
fn side_by_side(room: &Room, theme: Theme, difference: &Difference, area: Rect, buf: &mut Buffer) {
    let [left, right] =
        Layout::horizontal([Constraint::Percentage(50), Constraint::Fill(1)]).areas(area);
    let expected =
        pane::draw(&format!("expected on {}", difference.dataset), false, &theme, left, buf);
    grid(room, theme, &difference.expected, &difference.missing, expected, buf);
    let actual = pane::draw("what came", false, &theme, right, buf);
    grid(room, theme, &difference.actual, &difference.extra, actual, buf);
}

/// A score with its dimensions, the evidence under each.
fn card_text<'a>(card: &Scorecard, theme: Theme) -> Text<'a> {
    let overall =
        card.overall.map_or("not enough evidence".into(), |score| format!("{score:.1} of 5"));
    let mut lines = vec![Line::styled(format!("{overall}: {}", card.words), theme.title())];
    for flag in &card.flags {
        lines.push(Line::styled(format!("{} {}", theme.fail(), flag.words), theme.urgent()));
    }
    for dimension in &card.dimensions {
        let score = dimension.score.map_or("no data".into(), |score| format!("{score:.1}"));
        lines.push(Line::styled(
            format!("{} {}: {score}", dimension.id, dimension.name),
            theme.title(),
        ));
        lines.push(Line::styled(format!("   rule: {}", dimension.rule), theme.dim()));
        for evidence in &dimension.evidence {
            let sign = if evidence.earned { theme.pass() } else { theme.fail() };
            let quote = evidence.quote.as_ref().map(|q| format!(": \"{}\"", q.trim()));
            lines.push(Line::raw(format!(
                "   {sign} {}{}",
                evidence.words,
                quote.unwrap_or_default()
            )));
        }
        if !dimension.raise.is_empty() {
            lines.push(Line::raw(format!("   one more: {}", dimension.raise)));
        }
    }
    for words in &card.not_judged {
        lines.push(Line::styled(format!("not judged: {words}"), theme.dim()));
    }
    Text::from(lines)
}

/// Keeps the reader inside what is shown.
pub fn clamp(room: &mut Room) {
    let (rows, columns) = match &room.shown {
        Some(Shown::Run(RunResult::Table { table, .. })) => (table.rows.len(), table.columns.len()),
        Some(Shown::Verdict(verdict)) if verdict.counterexample.is_some() => (2_000, 100),
        Some(Shown::Verdict(verdict)) => match &verdict.difference {
            Some(d) if d.call.is_none() => {
                (d.expected.rows.len().max(d.actual.rows.len()), d.expected.columns.len())
            }
            _ => (2_000, 1),
        },
        // A text is clamped where it is drawn, when its height is known.
        _ => (2_000, 1),
    };
    room.spot.row = room.spot.row.min(rows.saturating_sub(1));
    room.spot.column = room.spot.column.min(columns.saturating_sub(1));
}

/// Gives what is copied from a result: the selected cell when it is open, else all as CSV or text.
pub fn copied(room: &Room) -> Option<String> {
    if room.spot.is_open {
        return selected(room);
    }
    Some(match room.shown.as_ref()? {
        Shown::Run(RunResult::Table { table, .. }) => csv(table),
        Shown::Run(RunResult::Output { text, error, .. }) => {
            format!("{text}{}", error.clone().unwrap_or_default())
        }
        Shown::Verdict(verdict) => example::copied(verdict),
        Shown::Score(card) => card.words.clone(),
        Shown::Words(words) => words.clone(),
    })
}

/// Gives the selected row as one line of CSV.
pub fn row(room: &Room) -> Option<String> {
    let Shown::Run(RunResult::Table { table, .. }) = room.shown.as_ref()? else { return None };
    let rows = vec![table.rows.get(room.spot.row)?.clone()];
    let lines = csv(&Table { rows, ..table.clone() });
    lines.lines().nth(1).map(str::to_owned)
}

fn selected(room: &Room) -> Option<String> {
    let Shown::Run(RunResult::Table { table, .. }) = room.shown.as_ref()? else { return None };
    let cell = table.rows.get(room.spot.row)?.get(room.spot.column)?;
    Some(cell.to_string())
}

/// Writes a table as CSV (RFC 4180): quotes where a value needs them, NULL as nothing.
fn csv(table: &Table) -> String {
    use crate::content::cell::Cell;
    let quoted = |text: String| match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    };
    let value = |cell: &Cell| match cell {
        Cell::Null => String::new(),
        Cell::Text(text) if text.is_empty() => "\"\"".into(),
        Cell::Text(text) => quoted(text.clone()),
        other => quoted(other.to_string()),
    };
    let head: Vec<String> = table.columns.iter().map(|h| quoted(h.name.clone())).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(value).collect::<Vec<_>>().join(","));
    std::iter::once(head.join(",")).chain(rows).map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::verdict::Evidence;

    fn told(evidence: Vec<Evidence>) -> String {
        let verdict = Verdict {
            decision: Decision::Accept,
            kind: Fault::None,
            score: 5,
            words: "Right.".into(),
            evidence,
            notes: Vec::new(),
            checks: Vec::new(),
            difference: None,
            counterexample: None,
            gauntlet: None,
        };
        let lines = verdict_lines(&verdict, Theme::default());
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn a_reviewed_query_shows_its_remarks_with_place_and_quote() {
        let text = "WITH t AS (SELECT 1 AS n) SELECT n FROM t";
        let name = Evidence::quoting("sql.read.cte-name", false, "`t` (line 1:6)", text, (5, 6));
        let done = Evidence::plain("sql.style", false, "reviewed");
        let told = told(vec![name, done]);
        assert!(told.contains("As an interviewer would say (style 4.5 of 5):"), "{told}");
        assert!(told.contains("`t` (line 1:6) \u{201c}t\u{201d}"), "{told}");
    }

    #[test]
    fn what_was_not_reviewed_shows_no_review() {
        assert_eq!(told(vec![Evidence::plain("sql.rows", true, "right")]).lines().count(), 1);
    }
}
