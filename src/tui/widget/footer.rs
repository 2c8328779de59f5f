//! The line at the bottom: the keys that matter here, help last to go.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::super::keys::Act;
use super::super::model::Model;

/// Draws as many keys as fit, at most six besides help.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let mut left = usize::from(area.width);
    let mut spans = Vec::new();
    for (key, label) in chosen(model) {
        let width = key.width() + label.width() + 4;
        if width > left {
            continue;
        }
        left -= width;
        spans.push(Span::raw(" "));
        spans.push(Span::styled(format!(" {key} "), theme.selected()));
        spans.push(Span::raw(format!(" {label}")));
    }
    Line::from(spans).render(area, buf);
}

/// Help is placed first in the count of what fits, so that it is the last to go.
fn chosen(model: &Model) -> Vec<(String, &'static str)> {
    let place = model.place();
    let offered = model.commands();
    let keys = |act: Act| model.choices.keymap.key_of(place, act).map(|key| (key, act.label()));
    let mut rows: Vec<_> = keys(Act::Help).into_iter().collect();
    let others = offered
        .iter()
        .map(|(act, _)| *act)
        .filter(|act| !matches!(act, Act::Help | Act::Up | Act::Down | Act::Suspend));
    rows.extend(others.filter_map(keys).take(6));
    rows
}
