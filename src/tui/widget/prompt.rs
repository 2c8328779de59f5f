//! The question as the interviewer put it, or its tables with their sample rows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::model::Model;
use super::super::room::{Focus, Room};
use super::pane;
use crate::content::question::{Body, Kind, Question};

/// Draws the question's pane; a mark tells when there is more below.
pub fn draw(model: &Model, room: &Room, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let question = room.question(&model.library);
    let title = match (room.shows_tables, question) {
        (true, _) => "tables and sample rows".to_owned(),
        (false, Some(question)) => question.head.title.clone(),
        (false, None) => "question".to_owned(),
    };
    let change = room.interview.record().and_then(|record| record.change());
    let told = match (change, question) {
        (Some(change), Some(question)) if question.kind() == Kind::Modeling => {
            changed(change, &question.head.prompt)
        }
        (_, question) => question.map_or(String::new(), |question| question.head.prompt.clone()),
    };
    let text = match question {
        None => Text::raw("This question is no longer in the bank; what you write is kept."),
        Some(question) if room.shows_tables => Text::raw(tables(question)),
        Some(_) => tui_markdown::from_str(&told),
    };
    let wrap = Wrap { trim: false };
    let paragraph = Paragraph::new(text).wrap(wrap);
    let lines = paragraph.line_count(area.width.saturating_sub(2)) as u16;
    let last = lines.saturating_sub(area.height.saturating_sub(2));
    let scroll = room.prompt_scroll.min(last);
    let inner = pane::draw(&title, room.focus == Focus::Prompt, &theme, area, buf);
    paragraph.scroll((scroll, 0)).render(inner, buf);
    if scroll < last && area.height > 0 && area.width > 16 {
        let more = Rect { x: area.right() - 14, y: area.bottom() - 1, width: 12, height: 1 };
        Line::styled(" more below ", theme.urgent()).render(more, buf);
    }
}

/// What is new stands first, where nobody has to look for it.
fn changed(change: &str, prompt: &str) -> String {
    format!("**Changed requirement**\n\n{change}\n\n**The question as it was**\n\n{prompt}")
}

/// What the candidate may see of a question's data.
fn tables(question: &Question) -> String {
    let sample = |datasets: &[crate::content::question::Dataset]| {
        datasets.iter().find(|d| d.is_public()).map_or(String::new(), |d| d.sql.clone())
    };
    match &question.body {
        Body::Sql(sql) => format!("{}\n\n{}", sql.schema.trim(), sample(&sql.datasets).trim()),
        Body::Modeling(model) => {
            let late = sample(&model.late);
            let late = match late.trim() {
                "" => String::new(),
                rows => format!("\n\n-- Arrives after the first load.\n{rows}"),
            };
            format!("{}\n\n{}{late}", model.raw.trim(), sample(&model.datasets).trim())
        }
        Body::Python(python) => samples(python),
        Body::Design(_) | Body::Behavioral(_) => "This question has no tables.".into(),
    }
}

fn samples(python: &crate::content::question::PythonBody) -> String {
    let shown = python.cases.iter().filter(|case| case.sample);
    let lines = shown.map(|case| {
        let outcome = match (&case.expect, &case.raises) {
            (_, Some(raises)) => format!("raises {raises}"),
            (Some(expect), None) => format!("gives {}", expect.trim()),
            (None, None) => String::new(),
        };
        format!("{}\n  {}{}\n  {outcome}\n", case.name, python.function.name, case.args.trim())
    });
    lines.collect::<Vec<_>>().join("\n")
}
