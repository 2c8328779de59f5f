//! The frame of a pane: its title, and whether it has the keyboard.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Borders, Widget};

use super::super::theme::Theme;

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Draws the frame and gives the room inside. The pane with the keyboard has a star in its title
/// and a bold frame, so hue is not needed to see it.
pub fn draw(title: &str, is_focused: bool, theme: &Theme, area: Rect, buf: &mut Buffer) -> Rect {
    let style = if is_focused { theme.title() } else { theme.dim() };
    let title = if is_focused { format!(" * {title} ") } else { format!(" {title} ") };
    let set = if theme.is_ascii { ASCII } else { border::PLAIN };
    let block = Block::new().borders(Borders::ALL).border_set(set).border_style(style).title(title);
    let inner = block.inner(area);
    block.render(area, buf);
    inner
}
