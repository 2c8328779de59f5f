//! The line on top: where one is, and how much time is left.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::super::model::{ClockStyle, Model};
use crate::interview::phase::Phase;
use crate::interview::plan::Mode;
use crate::moment::Span;

/// Draws the line on top.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let clock = words(model);
    let left = usize::from(area.width).saturating_sub(clock.as_ref().map_or(0, |c| c.width() + 3));
    Line::styled(cut(&format!(" {}", title(model)), left), theme.title()).render(area, buf);
    if let Some(words) = clock {
        let style = if is_pressing(model) { theme.urgent() } else { theme.title() };
        Line::styled(format!("{words} "), style).alignment(Alignment::Right).render(area, buf);
    }
}

/// Cuts a title to a width in cells, with a sign that it was cut.
fn cut(title: &str, width: usize) -> String {
    if title.width() <= width {
        return title.to_owned();
    }
    let mut used = 1;
    let kept = title.chars().take_while(|c| {
        used += c.width().unwrap_or(0);
        used <= width
    });
    kept.chain(['>']).collect()
}

fn title(model: &Model) -> String {
    let Some(room) = &model.room else { return "mockloop".into() };
    let plan = &room.interview.plan;
    let mode = match plan.mode {
        Mode::Loop => "",
        Mode::Drill => "drill: ",
        Mode::Rehearsal => "rehearsal: ",
    };
    match (room.interview.phase, room.interview.round()) {
        (Phase::Resting { .. }, _) => format!("{} - break", plan.title),
        (_, Some(round)) => {
            let part = room.interview.question().map(|q| format!(" - {}", q.part));
            let count = room.interview.phase.question().map_or(String::new(), |(_, question)| {
                format!(" ({} of {})", question + 1, round.questions.len())
            });
            format!("{mode}{}{}{count}", round.title, part.unwrap_or_default())
        }
        _ => format!("{mode}{}", plan.title),
    }
}

/// Gives the clock in words, as the user wants it; the time of day where no clock runs.
pub fn words(model: &Model) -> Option<String> {
    let room = model.room.as_ref()?;
    let left = room.interview.time_left(model.now)?;
    let stopped = if room.interview.paused_at.is_some() { " stopped" } else { "" };
    Some(match model.choices.clock {
        ClockStyle::Full => format!("{left} left{stopped}"),
        ClockStyle::Minutes => format!("{} min left{stopped}", left.0.div_ceil(60_000)),
        ClockStyle::Hidden => format!("clock hidden{stopped}"),
    })
}

fn is_pressing(model: &Model) -> bool {
    let Some(room) = &model.room else { return false };
    let span = room.interview.round().map_or(Span::ZERO, |round| round.span);
    room.interview
        .time_left(model.now)
        .is_some_and(|left| left <= span.scaled(0.1).max(Span::minutes(1).min(span.scaled(0.2))))
}
