//! What the candidate reads before a round's clock starts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::super::model::Model;
use super::super::room::Room;
use super::super::theme::Theme;
use crate::interview::plan::{Mode, Plan, PlannedRound};

/// Draws the briefing of a round.
pub fn draw(model: &Model, room: &Room, round: usize, area: Rect, buf: &mut Buffer) {
    let theme = model.choices.theme;
    let plan = &room.interview.plan;
    let Some(planned) = plan.rounds.get(round) else { return };
    let mut lines = head(plan, planned, &theme);
    lines.extend(paragraphs(&planned.briefing).map(Line::raw));
    lines.push(Line::raw(""));
    lines.extend(parts(planned));
    lines.push(Line::raw(""));
    lines.extend(rules(plan).into_iter().map(Line::raw));
    lines.push(Line::raw(""));
    lines.push(Line::styled(
        format!("Seed {}: the same seed asks the same questions.", plan.seed),
        theme.dim(),
    ));
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    Paragraph::new(Text::from(lines)).wrap(Wrap { trim: false }).render(inner, buf);
}

fn head<'a>(plan: &Plan, planned: &PlannedRound, theme: &Theme) -> Vec<Line<'a>> {
    let number = plan.rounds.iter().position(|round| round.id == planned.id).unwrap_or(0) + 1;
    vec![
        Line::raw(""),
        Line::styled(
            format!("Round {number} of {}: {}", plan.rounds.len(), planned.title),
            theme.title(),
        ),
        Line::raw(format!("{} minutes with {}", minutes(planned.span), planned.interviewer)),
        Line::raw(""),
    ]
}

fn parts<'a>(planned: &PlannedRound) -> Vec<Line<'a>> {
    let mut named: Vec<(String, usize, crate::moment::Span)> = Vec::new();
    for question in &planned.questions {
        match named.last_mut() {
            Some((part, count, _)) if *part == question.part => *count += 1,
            _ => named.push((question.part.clone(), 1, question.budget)),
        }
    }
    let line = |(part, count, budget): (String, usize, crate::moment::Span)| {
        let each = if count > 1 {
            format!("{count} questions, {} min each", minutes(budget))
        } else {
            format!("{} min", minutes(budget))
        };
        Line::raw(format!("  - {part}: {each}"))
    };
    named.into_iter().map(line).collect()
}

fn rules(plan: &Plan) -> Vec<String> {
    match plan.mode {
        Mode::Loop => vec![
            "No pause and no hints. Verdicts come in the debrief, after the last round.".into(),
            "Everything you type is saved as you type it. If the machine fails, `mockloop resume` goes on."
                .into(),
        ],
        Mode::Drill => {
            vec!["A drill: you may pause, take hints (they cost), run on sample data, and hand in often.".into()]
        }
        Mode::Rehearsal => {
            vec!["Tell the story as you would aloud. Two to three minutes is right.".into()]
        }
    }
}

/// Gives the paragraphs of a text with an empty line between them: where its file breaks a line
/// says nothing about where a screen does.
pub fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let joined = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim().split("\n\n").flat_map(move |part| [joined(part), String::new()])
}

/// Minutes with at most one decimal: a scaled round of 4.5 minutes says so.
pub fn minutes(span: crate::moment::Span) -> f64 {
    (span.0 as f64 / 6_000.0).round() / 10.0
}
