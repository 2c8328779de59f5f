//! A reviewer's remarks on a Python answer, beside its lines.

use ratatui::text::Line;

use super::super::super::model::Model;
use super::super::super::room::Room;
use super::super::super::widget::review;
use crate::content::question::{Body, PythonBody};
use crate::interview::event::Answer;
use crate::interview::verdict::Verdict;
use crate::score::python::beside::beside;
use crate::score::python::{Asked, review_for};

/// Reviews the answer this verdict is about; nothing for other kinds of questions.
pub fn of<'a>(model: &Model, room: &Room, verdict: &Verdict, width: u16) -> Vec<Line<'a>> {
    let question = room.question(&model.library);
    let Some(Body::Python(body)) = question.map(|question| &question.body) else { return vec![] };
    match judged(room, verdict) {
        Some(text) => page(text, body, verdict, width, model),
        None => vec![],
    }
}

/// Gives the text that got this verdict; the pane may hold another one by now.
fn judged<'r>(room: &'r Room, verdict: &Verdict) -> Option<&'r str> {
    let (round, question) = room.interview.phase.question()?;
    let mut all = room.interview.submissions_of(round, question).rev();
    let submission = all.find(|one| one.verdict().as_ref() == Some(verdict))?;
    match &submission.answer {
        Answer::Text(text) => Some(text),
        Answer::Design { .. } => None,
    }
}

fn page<'a>(
    text: &str,
    body: &PythonBody,
    verdict: &Verdict,
    width: u16,
    model: &Model,
) -> Vec<Line<'a>> {
    let theme = model.choices.theme;
    let found = review_for(text, &Asked::of(body).with_verdict(body, verdict));
    let Some(score) = found.score else { return vec![] };
    let mut lines =
        vec![Line::styled(format!("As a reviewer would say ({score} of 5):"), theme.title())];
    if found.findings.is_empty() {
        lines.push(Line::raw("  Nothing to change."));
    } else {
        let rows = beside(text, &found.findings, usize::from(width));
        lines.extend(review::lines(&rows, &theme));
    }
    lines
}
