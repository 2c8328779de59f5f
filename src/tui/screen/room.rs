//! The room: the question, the editor, the interviewer; for a design the drawing, for a story the
//! big clock, in drills the result.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget};

use super::super::editor::Look;
use super::super::highlight;
use super::super::model::Model;
use super::super::room::{Focus, Room};
use super::super::widget::{chat, pane, prompt};
use super::result;
use crate::content::question::Kind;
use crate::design;
use crate::interview::event::PanePart;
use crate::interview::phase::Phase;

/// Draws the room and gives the cursor's place.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let is_wide = area.width >= 110;
    let (left, right) = if is_wide {
        let [left, right] =
            Layout::horizontal([Constraint::Percentage(42), Constraint::Fill(1)]).areas(area);
        (Some(left), right)
    } else {
        (None, area)
    };
    match left {
        Some(left) => {
            let [top, bottom] =
                Layout::vertical([Constraint::Percentage(55), Constraint::Fill(1)]).areas(left);
            prompt::draw(model, room, top, buf);
            let talk = chat::draw(model, room, bottom, buf);
            work(model, room, right, buf).or(talk)
        }
        None => narrow(model, room, right, buf),
    }
}

/// On eighty columns the pane with the keyboard gets the most room; all three stay in sight.
fn narrow(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    // A result is read, not written beside: it has all the room.
    if room.focus == Focus::Result {
        return work(model, room, area, buf);
    }
    let (question, talk) = match room.focus {
        Focus::Prompt => (area.height.saturating_sub(9), 4),
        Focus::Chat => (6, area.height.saturating_sub(11).max(5)),
        // Before the first word the question is what one reads; after it, what one writes.
        _ if room.interview.answer().is_none() => (area.height / 2, 5),
        _ => (6.min(area.height / 4).max(3), 5),
    };
    let [top, middle, bottom] = Layout::vertical([
        Constraint::Length(question),
        Constraint::Fill(1),
        Constraint::Length(talk),
    ])
    .areas(area);
    prompt::draw(model, room, top, buf);
    let cursor = chat::draw(model, room, bottom, buf);
    work(model, room, middle, buf).or(cursor)
}

/// Where one works: the answer, or what came of it.
fn work(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if room.focus == Focus::Result && room.shown.is_some() {
        result::draw(model, room, area, buf);
        return None;
    }
    match room.kind()? {
        Kind::Design => design_work(model, room, area, buf),
        Kind::Behavioral => story_work(model, room, area, buf),
        _ => editor(model, room, Focus::Answer, area, buf),
    }
}

fn editor(
    model: &Model,
    room: &Room,
    focus: Focus,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let theme = model.choices.theme;
    let (part, name) = match focus {
        Focus::Diagram => (PanePart::Diagram, "diagram"),
        Focus::Notes => (PanePart::Notes, "notes"),
        _ => (PanePart::Answer, "your answer"),
    };
    let is_focused = room.focus == focus;
    let field = room.drawn_field(part)?;
    let (line, column) = field.line_and_column();
    let mode = field.mode().map(|mode| format!(" {mode}")).unwrap_or_default();
    let handed_in = if is_handed_in(room) { ", handed in" } else { "" };
    let title = format!("{name}{handed_in} {line}:{column}{mode}");
    let inner = pane::draw(&title, is_focused, &theme, area, buf);
    // Code keeps its lines and scrolls sideways; prose is wrapped.
    let wraps = matches!(room.kind(), Some(Kind::Behavioral)) || focus == Focus::Notes;
    let is_plain = room.interview.plan.is_strict();
    let styles = if is_plain { vec![] } else { theme.code().to_vec() };
    let kind = room.kind();
    field.draw(inner, buf, Look { is_focused, wraps, styles: &styles }, |text| match kind {
        Some(Kind::Sql | Kind::Modeling) => highlight::sql(text),
        Some(Kind::Python) => highlight::python(text),
        _ => vec![],
    })
}

fn is_handed_in(room: &Room) -> bool {
    let Some((round, question)) = room.interview.phase.question() else { return false };
    let last = room.interview.submissions_of(round, question).next_back();
    matches!(room.interview.phase, Phase::FollowingUp { .. })
        || last.is_some_and(|last| Some(&last.answer) == room.interview.answer().as_ref())
}

/// The text one writes stands beside the drawing it becomes.
fn design_work(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if room.focus == Focus::Drawing {
        drawing(model, room, area, buf);
        return None;
    }
    let [left, right] =
        Layout::horizontal([Constraint::Percentage(50), Constraint::Fill(1)]).areas(area);
    let focus = if room.focus == Focus::Notes { Focus::Notes } else { Focus::Diagram };
    let cursor = editor(model, room, focus, left, buf);
    drawing(model, room, right, buf);
    cursor
}

fn drawing(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let source =
        room.interview.pane(PanePart::Diagram).map_or("", |pane| room.interview.text(pane));
    let graph = design::parse(source);
    let glyphs = if theme.is_ascii { design::Glyphs::Ascii } else { design::Glyphs::Unicode };
    let width = usize::from(area.width.saturating_sub(2));
    let lines = match source.trim() {
        "" => EXAMPLE.lines().map(str::to_owned).collect(),
        _ => design::draw(&graph, glyphs, width),
    };
    let widest =
        lines.iter().map(|line| unicode_width::UnicodeWidthStr::width(line.as_str())).max();
    let is_cut =
        widest.unwrap_or(0) > width || lines.len() > usize::from(area.height.saturating_sub(2));
    let title = match (graph.warnings.len(), is_cut) {
        (0, false) => "drawing".to_owned(),
        (0, true) => "drawing, scroll for more".to_owned(),
        (n, _) => format!("drawing, {n} line{} not understood", if n == 1 { "" } else { "s" }),
    };
    let inner = pane::draw(&title, room.focus == Focus::Drawing, &theme, area, buf);
    let mut text: Vec<Line<'_>> = lines.into_iter().map(Line::raw).collect();
    text.extend(graph.warnings.iter().map(|warning| {
        Line::styled(
            format!("{} line {}: {}", theme.fail(), warning.line, warning.words),
            theme.urgent(),
        )
    }));
    Paragraph::new(Text::from(text)).scroll(room.drawing_scroll).render(inner, buf);
}

/// What stands in an empty drawing: the whole language on one page.
const EXAMPLE: &str = "\
Type a diagram on the left, for example:

flowchart LR
  app[source: orders app] --> q[queue: events]
  q --> raw[raw: landing]
  raw -->|every 5m| t[batch: dedup]
  t --> dw[table: fact_orders]
  dw --> bi[serve: dashboard]

Kinds: source queue stream batch store raw
table serve orchestrate quality dlq catalog
Attributes: [queue: events<br>retention=7d]";

/// A story is written under the big clock with its two-to-three-minute zone.
fn story_work(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let clock_height = if area.height >= 11 { 5 } else { 1 };
    let [clock, story] =
        Layout::vertical([Constraint::Length(clock_height), Constraint::Fill(1)]).areas(area);
    super::super::widget::story_clock::draw(model, room, clock, buf);
    editor(model, room, Focus::Answer, story, buf)
}
