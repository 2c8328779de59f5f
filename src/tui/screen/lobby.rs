//! The front door: go on with what is open, start, drill, rehearse, read what happened.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget};

use super::super::model::{Door, Model};
use super::super::msg::{Entry, Wish};
use crate::content::round::Loop;
use crate::interview::plan::Mode;

/// Draws the lobby.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let [head, list] = Layout::vertical([Constraint::Length(5), Constraint::Fill(1)]).areas(area);
    let lines = vec![
        Line::raw(""),
        Line::styled("  mockloop", theme.title()),
        Line::raw("  A complete mock interview loop for data engineers. Alone, offline, timed."),
        Line::styled("  Nothing you type leaves this machine.", theme.dim()),
    ];
    Paragraph::new(lines).render(head, buf);
    doors(model, list, buf);
}

fn doors(model: &Model, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let doors = model.doors();
    let shown = usize::from(area.height.max(1));
    let first = (model.lobby.selected + 1).saturating_sub(shown);
    let lines = doors.iter().enumerate().skip(first).map(|(i, door)| {
        let (what, about) = words(model, door);
        let is_selected = i == model.lobby.selected;
        let sign = if is_selected { theme.pointer() } else { "  " };
        let style = if is_selected { theme.selected() } else { ratatui::style::Style::new() };
        Line::from(vec![
            Span::raw(format!("  {sign}")),
            Span::styled(what, style),
            Span::styled(format!("  {about}"), theme.dim()),
        ])
    });
    Paragraph::new(lines.collect::<Vec<_>>()).render(area, buf);
}

/// What a line says, and the smaller words behind it.
fn words(model: &Model, door: &Door) -> (String, String) {
    match door {
        Door::Resume(entry) => (format!("Go on: {}", entry.title), about_done(entry)),
        Door::Read(entry) => (format!("Read: {}", entry.title), about_done(entry)),
        Door::Start(wish) => wish_words(model, wish),
        Door::Leave => ("Leave".into(), String::new()),
    }
}

fn about_done(entry: &Entry) -> String {
    let mode = match entry.mode {
        Mode::Loop => "loop",
        Mode::Drill => "drill",
        Mode::Rehearsal => "rehearsal",
    };
    format!("{mode}, {}", entry.when)
}

fn wish_words(model: &Model, wish: &Wish) -> (String, String) {
    let found = model.library.loops().iter().find(|l| l.id.as_str() == wish.loop_name);
    let round = wish
        .round
        .as_ref()
        .and_then(|id| found.and_then(|l| l.file.rounds.iter().find(|round| round.id == *id)));
    match (wish.mode, round, found) {
        (Mode::Drill, Some(round), _) => (
            format!("Drill: {}", round.title),
            format!("{} minutes, with pause and hints", round.minutes),
        ),
        (Mode::Rehearsal, ..) => {
            ("Rehearse a story".into(), "against the clock, two to three minutes".into())
        }
        (_, _, Some(found)) => (format!("Start: {}", found.file.title), about_loop(found)),
        _ => (format!("Start: {}", wish.loop_name), String::new()),
    }
}

fn about_loop(found: &Loop) -> String {
    let minutes: f64 = found.file.rounds.iter().map(|round| round.minutes).sum();
    let hours = (minutes / 60.0 * 10.0).round() / 10.0;
    let long = if minutes < 90.0 { format!("{minutes} minutes") } else { format!("{hours} hours") };
    format!("{} rounds, {long}", found.file.rounds.len())
}
