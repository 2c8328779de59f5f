//! The debrief: pages to turn, each made of the report and its evidence.

mod grid;
mod pages;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::model::Model;
use super::super::room::{Reading, Room};
use crate::debrief::report::Report;
use crate::ids::RoundId;
use crate::interview::phase::Phase;

/// A page of the debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Decision,
    Grid,
    Answers,
    Conversation,
    Ledger,
    Clock,
}

impl Page {
    fn title(self) -> &'static str {
        match self {
            Page::Decision => "decision",
            Page::Grid => "who saw what",
            Page::Answers => "answers",
            Page::Conversation => "conversation",
            Page::Ledger => "across rounds",
            Page::Clock => "the clock",
        }
    }
}

/// The pages a report has: a drill has no votes and no conversation.
fn pages_of(report: &Report) -> Vec<Page> {
    match report.decision {
        Some(_) => vec![
            Page::Decision,
            Page::Conversation,
            Page::Grid,
            Page::Answers,
            Page::Ledger,
            Page::Clock,
        ],
        None => vec![Page::Answers, Page::Grid, Page::Ledger, Page::Clock],
    }
}

/// Draws the debrief, or says that it is still being made.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let Some(report) = &room.report else {
        let words = match (room.interview.phase, room.interview.awaited().count()) {
            (Phase::Abandoned, _) => "This session was given up.".to_owned(),
            (_, 0) => "The interviewers are writing their notes …".to_owned(),
            (_, n) => format!("{n} answers are still being judged; the debrief opens then."),
        };
        return Paragraph::new(vec![Line::raw(""), Line::raw(format!("  {words}"))])
            .render(area, buf);
    };
    let pages = pages_of(report);
    let page = pages[room.reading.page.min(pages.len() - 1)];
    let [tabs, body] = Layout::vertical([Constraint::Length(2), Constraint::Fill(1)]).areas(area);
    let spans = pages.iter().flat_map(|p| {
        let style = if *p == page { theme.selected() } else { theme.dim() };
        [Span::raw(" "), Span::styled(format!(" {} ", p.title()), style)]
    });
    Line::from(spans.collect::<Vec<_>>()).render(tabs, buf);
    match page {
        Page::Grid => grid::draw(model, room, report, body, buf),
        Page::Decision => text(room, pages::decision(report, &theme), body, buf),
        Page::Answers => text(room, pages::answers(report, &theme), body, buf),
        Page::Conversation => text(room, pages::conversation(report, &theme), body, buf),
        Page::Ledger => text(room, pages::ledger(report, &theme), body, buf),
        Page::Clock => text(room, pages::clock(report, &theme), body, buf),
    }
}

fn text(room: &Room, lines: Vec<Line<'_>>, area: Rect, buf: &mut Buffer) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let paragraph = Paragraph::new(Text::from(lines)).wrap(Wrap { trim: false });
    let last = paragraph.line_count(inner.width).saturating_sub(usize::from(inner.height)) as u16;
    let scroll = room.reading.scroll.min(last);
    paragraph.scroll((scroll, 0)).render(inner, buf);
    if scroll < last {
        let more =
            Rect { x: area.right().saturating_sub(13), y: area.bottom() - 1, width: 12, height: 1 };
        Span::raw(" more below ").render(more, buf);
    }
}

/// Moves up or down: through the grid's rows, or the page's lines.
pub fn step(room: &mut Room, rows: isize) {
    let on_grid = current(room) == Some(Page::Grid) && !room.reading.is_open;
    if on_grid {
        let last = room.report.as_ref().map_or(0, |r| grid::row_count(r).saturating_sub(1));
        room.reading.row = room.reading.row.saturating_add_signed(rows).min(last);
    } else {
        // Beyond the end is clamped where the height is known.
        room.reading.scroll = room.reading.scroll.saturating_add_signed(rows as i16).min(5_000);
    }
}

/// Turns to the next or the last page.
pub fn turn(room: &mut Room, by: isize) {
    let count = room.report.as_ref().map_or(1, |report| pages_of(report).len()) as isize;
    let page = (room.reading.page as isize + by).rem_euclid(count) as usize;
    room.reading = Reading { page, ..Reading::default() };
}

fn current(room: &Room) -> Option<Page> {
    let pages = pages_of(room.report.as_deref()?);
    pages.get(room.reading.page).copied()
}

/// Gives the round whose drill comes next.
pub fn weakest(room: &Room) -> Option<RoundId> {
    Some(room.report.as_ref()?.weakest.as_ref()?.id.clone())
}
