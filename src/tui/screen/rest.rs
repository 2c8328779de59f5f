//! The break between two rounds.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::model::Model;
use super::super::room::Room;
use super::briefing::{minutes, paragraphs};

/// Draws the break with what comes next.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let Some(next) = room.interview.round() else { return };
    let left = room.interview.time_left(model.now).unwrap_or_default();
    let mut lines = vec![
        Line::raw(""),
        Line::styled("Break", theme.title()),
        Line::raw(format!("The next round begins by itself in {left}; Enter begins it now.")),
        Line::raw(""),
        Line::styled(
            format!(
                "Next: {}, {} minutes with {}",
                next.title,
                minutes(next.span),
                next.interviewer
            ),
            theme.title(),
        ),
        Line::raw(""),
    ];
    lines.extend(paragraphs(&next.briefing).map(Line::raw));
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    Paragraph::new(Text::from(lines)).wrap(Wrap { trim: false }).render(inner, buf);
}
