//! A result as a grid: only the visible rows are drawn, and NULL, empty, white space and NaN differ
//! without colour.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Cell as TableCell, Row, Table as TableWidget, Widget};
use unicode_width::UnicodeWidthStr;

use super::super::theme::Theme;
use crate::content::cell::{Cell, Table};

/// The widest a column is drawn; the whole value is one key away.
const WIDEST: usize = 28;

/// What to draw of a table.
pub struct Grid<'a> {
    pub table: &'a Table,
    pub theme: Theme,
    /// The first row on screen.
    pub row: usize,
    /// The first column on screen, and the selected one.
    pub column: usize,
    /// Rows that differ, by index.
    pub marked: &'a [usize],
    pub is_focused: bool,
}

impl Grid<'_> {
    /// Draws the window of the table that fits.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let height = usize::from(area.height.saturating_sub(1));
        let rows = self.table.rows.iter().enumerate().skip(self.row).take(height);
        let visible: Vec<(usize, &Vec<Cell>)> = rows.collect();
        let first = self.column.min(self.table.columns.len().saturating_sub(1));
        let widths: Vec<usize> =
            (first..self.table.columns.len()).map(|c| self.width(c, &visible)).collect();
        let body = visible.iter().map(|(i, row)| self.row(*i, row, first));
        let constraints = widths.iter().map(|width| Constraint::Length(*width as u16));
        let constraints = std::iter::once(Constraint::Length(2)).chain(constraints);
        let header =
            Row::new(std::iter::once(TableCell::from("")).chain(
                self.table.columns.iter().skip(first).map(|h| TableCell::from(h.name.clone())),
            ))
            .style(header_style(self.theme));
        TableWidget::new(body, constraints).header(header).column_spacing(1).render(area, buf);
    }

    fn row<'a>(&self, index: usize, row: &'a [Cell], first: usize) -> Row<'a> {
        let is_marked = self.marked.contains(&index);
        let sign = if is_marked { self.theme.fail() } else { "" };
        let is_selected = self.is_focused && index == self.row;
        let cells = row.iter().skip(first).enumerate().map(|(i, cell)| {
            let text = Line::from(Span::raw(cut(&cell.to_string())));
            let style = match is_selected && i == 0 {
                true => self.theme.selected(),
                false => cell_style(cell),
            };
            TableCell::from(text).style(style)
        });
        let style = if is_marked { self.theme.bad() } else { Style::new() };
        Row::new(std::iter::once(TableCell::from(sign)).chain(cells)).style(style)
    }

    fn width(&self, column: usize, visible: &[(usize, &Vec<Cell>)]) -> usize {
        let name = self.table.columns[column].name.width();
        let widest = visible
            .iter()
            .filter_map(|(_, row)| row.get(column))
            .map(|cell| cell.to_string().width())
            .max();
        name.max(widest.unwrap_or(0)).min(WIDEST)
    }
}

fn header_style(theme: Theme) -> Style {
    theme.title().add_modifier(Modifier::UNDERLINED)
}

fn cell_style(cell: &Cell) -> Style {
    match cell {
        Cell::Null => Style::new().add_modifier(Modifier::ITALIC | Modifier::DIM),
        _ => Style::new(),
    }
}

/// Cuts a value to the widest column, with a sign that it was cut.
fn cut(text: &str) -> String {
    if text.width() <= WIDEST {
        return text.to_owned();
    }
    let mut width = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            width += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            width < WIDEST
        })
        .collect();
    format!("{kept}>")
}
