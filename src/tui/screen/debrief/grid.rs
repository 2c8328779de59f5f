//! Interviewers and the factors they were asked to assess; each line opens its evidence.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::super::model::Model;
use super::super::super::room::Room;
use super::pages::cited;
use crate::debrief::assess::RoundAssessment;
use crate::debrief::factors::FactorAssessment;
use crate::debrief::report::Report;

/// Counts the lines of the grid.
pub fn row_count(report: &Report) -> usize {
    report.rounds.iter().map(|round| round.factors.len()).sum()
}

/// Draws the grid, or the evidence of the selected line.
pub fn draw(model: &Model, room: &Room, report: &Report, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let rows: Vec<(&RoundAssessment, &FactorAssessment)> =
        report.rounds.iter().flat_map(|r| r.factors.iter().map(move |f| (r, f))).collect();
    let selected = room.reading.row.min(rows.len().saturating_sub(1));
    if room.reading.is_open
        && let Some((round, factor)) = rows.get(selected)
    {
        return evidence(model, room, round, factor, area, buf);
    }
    let mut lines = vec![Line::raw("Enter opens the evidence of a line."), Line::raw("")];
    let mut last = usize::MAX;
    for (i, (round, factor)) in rows.iter().enumerate() {
        if round.round != last {
            last = round.round;
            lines.push(Line::styled(
                format!("{} ({})", round.title, round.interviewer),
                theme.title(),
            ));
        }
        let score = factor.score.map_or("no data".into(), |score| format!("{score:.1}"));
        let sign = if i == selected { theme.pointer() } else { "  " };
        let line = Line::raw(format!(
            "  {sign}{:<28} {score:<8} {}",
            factor.factor.as_str().replace('-', " "),
            match factor.evidence.len() {
                1 => "1 piece of evidence".to_owned(),
                n => format!("{n} pieces of evidence"),
            }
        ));
        lines.push(if i == selected { line.style(theme.selected()) } else { line });
    }
    let at = selected
        + 2
        + report
            .rounds
            .iter()
            .take_while(|r| r.round <= rows.get(selected).map_or(0, |x| x.0.round))
            .count();
    let scroll = at.saturating_sub(usize::from(area.height.max(1)));
    Paragraph::new(Text::from(lines)).scroll((scroll as u16, 0)).render(area, buf);
}

fn evidence(
    model: &Model,
    room: &Room,
    round: &RoundAssessment,
    factor: &FactorAssessment,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = model.choices.theme;
    let name = factor.factor.as_str().replace('-', " ");
    let mut lines = vec![
        Line::styled(format!("{}: {name}", round.title), theme.title()),
        Line::styled(format!("rule: {}", factor.rule), theme.dim()),
        Line::raw(""),
    ];
    if factor.evidence.is_empty() {
        lines.push(Line::raw("No data: nothing in this round speaks to this factor."));
    }
    lines.extend(factor.evidence.iter().map(|c| cited(c, &theme)));
    Paragraph::new(Text::from(lines))
        .wrap(Wrap { trim: false })
        .scroll((room.reading.scroll, 0))
        .render(area, buf);
}
