//! The story's clock: how long it has been told, and whether two to three minutes are reached.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};
use unicode_segmentation::UnicodeSegmentation;

use super::super::model::{ClockStyle, Model};
use super::super::room::Room;
use crate::interview::event::PanePart;
use crate::moment::Span;

/// Words a minute at which stories are told; the rule by which a typed story's length is judged.
const WORDS_A_MINUTE: f64 = 140.0;

/// Draws the clock, big where there is room.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let text = room.interview.pane(PanePart::Answer).map_or("", |pane| room.interview.text(pane));
    let words = text.unicode_words().count();
    let spoken = Span((words as f64 / WORDS_A_MINUTE * 60_000.0) as u64);
    let zone = zone(spoken);
    let line =
        format!(" {words} words, {spoken} when told aloud: {zone} (the zone is 2:00 to 3:00)");
    let big = area.height > 2 && !theme.is_ascii && model.choices.clock != ClockStyle::Hidden;
    let [top, bottom] = if big {
        Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(area)
    } else {
        Layout::vertical([Constraint::Length(0), Constraint::Fill(1)]).areas(area)
    };
    if big {
        BigText::builder()
            .pixel_size(PixelSize::Quadrant)
            .style(if zone == "in the zone" { theme.good() } else { theme.title() })
            .lines(vec![Line::raw(format!(" {}", told(model, room)))])
            .build()
            .render(top, buf);
    }
    Line::raw(line).render(bottom, buf);
}

/// The time since the first key of the story; before it, nothing.
fn told(model: &Model, room: &Room) -> Span {
    let record = room.interview.record();
    let first = record.and_then(|record| record.flight.first_key_at);
    let now = room.interview.clock_at(model.now);
    first.map_or(Span::ZERO, |first| now.since(first))
}

/// Says in words where the told length lies.
fn zone(spoken: Span) -> &'static str {
    match spoken.0 / 1000 {
        0 => "not begun",
        1..60 => "far too short",
        60..120 => "short",
        120..=180 => "in the zone",
        181..=240 => "long",
        _ => "too long",
    }
}
