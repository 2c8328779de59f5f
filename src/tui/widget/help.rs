//! The searchable list of everything that can be done here: type to narrow, Enter to do it.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::Frame;
use ratatui::layout::{Constraint, Flex, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph, Widget};

use super::super::keys::Act;
use super::super::model::{Model, Palette};
use super::pane;

/// Gives what can be done here and fits the query, best first, each with its keys.
pub fn matches(model: &Model, query: &str) -> Vec<(Act, String)> {
    let commands = model.commands();
    let names: Vec<String> =
        commands.iter().map(|(act, keys)| format!("{} {keys}", act.label())).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let ranked = pattern.match_list(names.iter(), &mut matcher);
    let place = |name: &String| names.iter().position(|n| n == name);
    ranked.into_iter().filter_map(|(name, _)| commands.get(place(name)?).cloned()).collect()
}

/// Draws the list, never larger than the frame.
pub fn draw(model: &Model, palette: &Palette, area: Rect, frame: &mut Frame<'_>) {
    let buf = frame.buffer_mut();
    let found = matches(model, &palette.query);
    let height = (found.len() as u16 + 4).min(area.height);
    let [row] = Layout::vertical([Constraint::Max(height)]).flex(Flex::Center).areas(area);
    let [place] = Layout::horizontal([Constraint::Max(56)]).flex(Flex::Center).areas(row);
    Clear.render(place, buf);
    let theme = model.choices.theme;
    let title = format!("help: {}", model.place().title());
    let inner = pane::draw(&title, true, &theme, place, buf);
    let shown = usize::from(inner.height.saturating_sub(2));
    let first = (palette.selected + 1).saturating_sub(shown);
    let mut lines = vec![Line::raw(format!("type to search: {}", palette.query)), Line::raw("")];
    lines.extend(found.iter().enumerate().skip(first).map(|(i, (act, keys))| {
        let line = Line::raw(format!("{:<26} {keys}", act.label()));
        if i == palette.selected { line.style(theme.selected()) } else { line }
    }));
    Paragraph::new(lines).render(inner, buf);
}
