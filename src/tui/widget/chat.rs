//! The conversation with the interviewer, latest line at the bottom, and the line one types.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::editor::Look;
use super::super::model::Model;
use super::super::room::{Focus, Room};
use super::pane;
use crate::interview::event::PanePart;
use crate::interview::phase::Phase;
use crate::interview::record::Speaker;

/// Draws the conversation and gives the cursor's place when one types there.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = model.choices.theme;
    let is_focused = room.focus == Focus::Chat;
    let title = room.interview.round().map_or("interviewer", |round| &round.interviewer);
    let inner = pane::draw(title, is_focused, &theme, area, buf);
    let [talk, line] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inner);
    conversation(model, room, talk, buf);
    let [sign, field] =
        Layout::horizontal([Constraint::Length(5), Constraint::Fill(1)]).areas(line);
    let word =
        if matches!(room.interview.phase, Phase::FollowingUp { .. }) { "say> " } else { "ask> " };
    Line::styled(word, theme.title()).render(sign, buf);
    room.drawn_field(PanePart::Chat)?.draw(
        field,
        buf,
        Look { is_focused, ..Look::default() },
        |_| vec![],
    )
}

fn conversation(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let lines = room.interview.record().map_or(&[][..], |record| &record.chat);
    let text: Vec<Line<'_>> = lines
        .iter()
        .map(|line| match &line.from {
            Speaker::Interviewer(said) => Line::from(vec![
                Span::styled("They: ", theme.interviewer()),
                Span::raw(said.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            ]),
            Speaker::Candidate(said) => {
                Line::from(vec![Span::styled("You:  ", theme.good()), Span::raw(said.as_str())])
            }
        })
        .collect();
    let paragraph = Paragraph::new(Text::from(text)).wrap(Wrap { trim: false });
    let height = paragraph.line_count(area.width) as u16;
    paragraph.scroll((height.saturating_sub(area.height), 0)).render(area, buf);
}
