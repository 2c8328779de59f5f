//! The candidate's own vote, before anything is shown: people judge their own interviews badly, and
//! can learn to do it better.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Widget};

use super::super::model::Model;
use super::super::room::Room;
use crate::interview::event::Vote;

/// Draws a line for every round and one for the loop.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let mut lines = vec![
        Line::raw(""),
        Line::styled("  How do you think it went?", theme.title()),
        Line::raw("  Choose with left and right. Their votes stay sealed until you are done."),
        Line::raw(""),
    ];
    let rounds = room.interview.plan.rounds.iter().map(|round| round.title.clone());
    for (row, title) in rounds.chain(["The loop as a whole".into()]).enumerate() {
        lines.push(line(model, room, row, &title));
    }
    let waiting = room.interview.awaited().count();
    if waiting > 0 {
        lines.push(Line::raw(""));
        lines.push(Line::styled(
            format!("  {waiting} answers are still being judged."),
            theme.dim(),
        ));
    }
    Paragraph::new(Text::from(lines)).render(area, buf);
}

fn line<'a>(model: &Model, room: &Room, row: usize, title: &str) -> Line<'a> {
    let theme = model.choices.theme;
    let about = (row < room.interview.plan.rounds.len()).then_some(row);
    let cast = room.interview.own_votes.get(&about).copied();
    let sign = if row == room.vote_row { theme.pointer() } else { "  " };
    let mut spans = vec![Span::raw(format!("  {sign}{title:<28}"))];
    for vote in Vote::ALL {
        let is_cast = cast == Some(vote);
        let style = if is_cast { theme.selected() } else { theme.dim() };
        let words =
            if is_cast { format!("[{}]", vote.words()) } else { format!(" {} ", vote.words()) };
        spans.push(Span::styled(words, style));
    }
    Line::from(spans)
}
