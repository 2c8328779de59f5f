//! How the model becomes a frame: the clock on top, the screen, the notice and the footer below.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget};

use super::model::Model;
use super::screen;
use super::widget::{clock, dialog, footer, help};
use crate::interview::phase::Phase;

/// The smallest size a screen is laid out for.
pub const LEAST: (u16, u16) = (60, 18);

/// Draws the model. Nothing in it can change but how far a text field is scrolled.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width == 0 || area.height == 0 {
        return;
    }
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return too_small(model, area, frame);
    }
    let [header, body, notice, keys] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    clock::draw(model, header, frame.buffer_mut());
    let cursor = draw_screen(model, body, frame);
    let words = model.notice.clone().unwrap_or_else(|| next_step(model));
    let style = if model.notice.is_some() {
        model.choices.theme.urgent()
    } else {
        model.choices.theme.dim()
    };
    Line::styled(format!(" {words}"), style).render(notice, frame.buffer_mut());
    footer::draw(model, keys, frame.buffer_mut());
    if let Some(palette) = &model.palette {
        help::draw(model, palette, body, frame);
    } else if let Some(ask) = &model.dialog {
        dialog::draw(ask, &model.choices.theme, body, frame);
    } else if let Some(cursor) = cursor.filter(|at| body.contains(*at)) {
        frame.set_cursor_position(cursor);
    }
}

fn draw_screen(
    model: &Model,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Option<ratatui::layout::Position> {
    let buf = frame.buffer_mut();
    let Some(room) = &model.room else {
        screen::lobby::draw(model, area, buf);
        return None;
    };
    match room.interview.phase {
        Phase::Briefing { round } => screen::briefing::draw(model, room, round, area, buf),
        Phase::Resting { .. } => screen::rest::draw(model, room, area, buf),
        Phase::Voting => screen::vote::draw(model, room, area, buf),
        Phase::Debriefed | Phase::Abandoned => screen::debrief::draw(model, room, area, buf),
        Phase::Answering { .. } | Phase::FollowingUp { .. } => {
            return screen::room::draw(model, room, area, buf);
        }
    }
    None
}

/// Below the least size one line asks for more room, and the clock still runs.
fn too_small(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let clock = clock::words(model).unwrap_or_default();
    let lines = vec![Line::raw(clock), Line::raw(format!("enlarge to {}x{}", LEAST.0, LEAST.1))];
    Paragraph::new(lines).render(area, frame.buffer_mut());
}

/// Spells the next step out, in every phase.
fn next_step(model: &Model) -> String {
    let key = |act| model.choices.keymap.key_of(model.place(), act).unwrap_or_default();
    use super::keys::Act;
    let Some(room) = &model.room else {
        return "Choose a line and press Enter.".into();
    };
    let strict = room.interview.plan.is_strict();
    match room.interview.phase {
        Phase::Briefing { .. } => "Read this, then press Enter: the clock starts then.".into(),
        Phase::Answering { .. } if room.interview.paused_at.is_some() => {
            format!("The clock stands still. {} lets it run again.", key(Act::Pause))
        }
        Phase::Answering { .. } if room.running_since.is_some() => {
            let since = room.running_since.unwrap_or(model.now);
            format!(
                "Running for {} s. Ctrl-C stops it; you can go on writing.",
                model.now.since(since).0 / 1000
            )
        }
        Phase::Answering { .. } if room.interview.is_changing() => format!(
            "A requirement changed: edit your answer and hand all of it in once more ({}).",
            key(Act::Submit)
        ),
        Phase::Answering { round, question, .. }
            if !strict && room.interview.submissions_of(round, question).next().is_some() =>
        {
            format!("Improve it and hand in again, or {} goes on.", key(Act::Proceed))
        }
        Phase::Answering { .. } => format!(
            "Ask what is unclear ({}), write your answer, hand it in ({}).",
            key(Act::Chat),
            key(Act::Submit)
        ),
        Phase::FollowingUp { .. } => "Type your answer to the interviewer and press Enter.".into(),
        Phase::Resting { .. } => {
            "Stretch. Enter begins the next round now; it begins by itself when the break is over."
                .into()
        }
        Phase::Voting => {
            "Vote on every round and on the loop before anything is shown; then press Enter.".into()
        }
        Phase::Debriefed | Phase::Abandoned => {
            "Left and right turn pages, up and down scroll.".into()
        }
    }
}
