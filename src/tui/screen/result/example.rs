//! The few rows on which an answer is wrong, in drills: the trap, the mistake, and three small tables.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::super::room::Room;
use super::super::super::theme::Theme;
use crate::interview::example::{self, Page, Piece, Tone};
use crate::interview::verdict::{Counterexample, Verdict};

/// Draws the verdict's first line, what the example shows, its tables, and then everything else.
pub fn draw<'a>(
    room: &Room,
    theme: Theme,
    (verdict, example): (&Verdict, &Counterexample),
    verdict_lines: Vec<Line<'a>>,
    area: Rect,
    buf: &mut Buffer,
) {
    let page =
        Page { width: usize::from(area.width), first_column: room.spot.column, sign: theme.fail() };
    let heads = verdict.words.lines().count().clamp(1, verdict_lines.len());
    let mut rest = verdict_lines.into_iter();
    let mut lines: Vec<Line<'a>> = rest.by_ref().take(heads).collect();
    lines.extend(said(example, theme));
    lines.push(Line::raw(""));
    lines.extend(example::tables(example, page).into_iter().map(|line| painted(line, theme)));
    lines.push(Line::raw(""));
    lines.extend(rest);
    if let Some(difference) = &verdict.difference {
        lines.push(Line::raw(""));
        let tables = example::difference(difference, page);
        lines.extend(tables.into_iter().map(|line| painted(line, theme)));
    }
    scrolled(room, theme, Text::from(lines), area, buf);
}

/// Writes what an example shows in words.
pub fn said<'a>(example: &Counterexample, theme: Theme) -> Vec<Line<'a>> {
    let named = usize::from(example.trap.is_some()) + usize::from(example.mistake.is_some());
    let style = |place: usize| if place < named { theme.title() } else { theme.dim() };
    let line = |(place, words): (usize, String)| Line::styled(words, style(place));
    example::sentences(example).into_iter().enumerate().map(line).collect()
}

/// Gives a line of tables the theme's colours; what differs carries a sign without them, too.
pub fn painted<'a>(pieces: Vec<Piece>, theme: Theme) -> Line<'a> {
    let style = |tone| match tone {
        Tone::Title => theme.title(),
        Tone::Names => theme.dim(),
        Tone::Row => ratatui::style::Style::new(),
        Tone::Marked => theme.bad(),
    };
    let span = |piece: Piece| Span::styled(piece.text, style(piece.tone));
    Line::from(pieces.into_iter().map(span).collect::<Vec<_>>())
}

/// Draws a text that can be scrolled, with a sign when there is more below.
fn scrolled(room: &Room, theme: Theme, text: Text<'_>, area: Rect, buf: &mut Buffer) {
    let paragraph = Paragraph::new(text).wrap(Wrap { trim: false });
    let last = paragraph.line_count(area.width).saturating_sub(usize::from(area.height));
    let row = room.spot.row.min(last);
    paragraph.scroll((u16::try_from(row).unwrap_or(u16::MAX), 0)).render(area, buf);
    let sign = Line::styled(" more below ", theme.urgent());
    let width = u16::try_from(sign.width()).unwrap_or(area.width).min(area.width);
    if row < last && area.height > 0 {
        let place = Rect { x: area.right() - width, y: area.bottom() - 1, width, height: 1 };
        sign.render(place, buf);
    }
}

/// Gives what is copied of a verdict: its words and, where there is one, the example as text.
pub fn copied(verdict: &Verdict) -> String {
    let Some(example) = &verdict.counterexample else { return verdict.words.clone() };
    let page = Page { width: 200, first_column: 0, sign: "x" };
    let said = example::sentences(example).join("\n");
    format!("{}\n{said}\n\n{}\n", verdict.words, example::text(example, page))
}
