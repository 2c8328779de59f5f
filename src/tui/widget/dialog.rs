//! A question with two answers, over everything else.

use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Clear, Paragraph, Widget, Wrap};

use super::super::model::{Ask, Dialog};
use super::super::theme::Theme;
use super::pane;

fn keys(dialog: &Dialog) -> String {
    let third = if dialog.ask == Ask::Leave { "      g  give it up for good" } else { "" };
    format!("y  {}      n  {}{third}", dialog.yes, dialog.no)
}

/// Draws the dialog in the middle, never larger than the frame.
pub fn draw(dialog: &Dialog, theme: &Theme, area: Rect, frame: &mut Frame<'_>) {
    let buf = frame.buffer_mut();
    let [row] = Layout::vertical([Constraint::Max(8)]).flex(Flex::Center).areas(area);
    let [place] = Layout::horizontal([Constraint::Max(64)]).flex(Flex::Center).areas(row);
    Clear.render(place, buf);
    let inner = pane::draw("?", true, theme, place, buf);
    let text = Text::from(vec![
        Line::raw(dialog.words.clone()),
        Line::raw(""),
        Line::styled(keys(dialog), theme.title()),
    ]);
    Paragraph::new(text).wrap(Wrap { trim: true }).render(inner, buf);
}
