//! Code with a reviewer's remarks under its lines, painted by how heavy they are.

use ratatui::text::Line;

use super::super::theme::Theme;
use crate::score::python::Level;
use crate::score::python::beside::Row;

/// Paints the rows of a reviewed answer.
pub fn lines<'a>(rows: &[Row], theme: &Theme) -> Vec<Line<'a>> {
    let painted = |row: &Row| {
        let style = match row.level {
            None => theme.dim(),
            Some(Level::Block) => theme.bad(),
            Some(Level::MustFix) => theme.urgent(),
            Some(Level::Nit) => theme.title(),
        };
        Line::styled(row.text.clone(), style)
    };
    rows.iter().map(painted).collect()
}
