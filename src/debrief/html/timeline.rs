//! The flight recorder as a picture: one lane for each round, one box for each question, a letter for each event.

use maud::{Markup, html};

use crate::debrief::plain;
use crate::debrief::recorder::{Beside, QuestionTimeline, RoundTimeline};
use crate::debrief::report::Report;

/// The width of a lane in the picture's own units.
const WIDTH: f64 = 720.0;

pub(super) fn timelines(report: &Report) -> Markup {
    html! {
        section {
            h2 { "Where the clock went" }
            p.note {
                "? first question to the interviewer · k first keystroke · A answer handed in. "
                "Times are minutes and seconds since the round began."
            }
            @for round in &report.timelines { (lane(round)) (table(round)) }
            @if !report.beside_last.is_empty() { (beside(&report.beside_last)) }
        }
    }
}

fn lane(round: &RoundTimeline) -> Markup {
    let seconds = round.planned_seconds.max(round.used_seconds.unwrap_or(0)).max(1);
    let x = |at: u64| (at.min(seconds) as f64 / seconds as f64 * WIDTH).round() as u64;
    html! {
        h3 { (round.title) }
        svg viewBox="0 0 720 48" role="img" aria-label={ "Timeline of " (round.title) } {
            rect x="0" y="14" width="720" height="20" fill="none" stroke="currentColor" {}
            @for question in &round.questions { (question_box(question, &x)) }
            text x="0" y="46" { "0:00" }
            text x="720" y="46" text-anchor="end" { (plain::clock(seconds)) }
        }
    }
}

fn question_box(question: &QuestionTimeline, x: &impl Fn(u64) -> u64) -> Markup {
    let Some(opened_at) = question.opened_at else { return html! {} };
    let from = x(opened_at);
    let to = x(question.closed_at.unwrap_or(opened_at)).max(from + 1);
    let mark = |at: u64, letter: &str, words: &str| {
        html! {
            text x=(x(at)) y="11" text-anchor="middle" {
                title { (words) " at " (plain::clock(at)) } (letter)
            }
        }
    };
    html! {
        rect x=(from) y="14" width=(to - from) height="20" fill="currentColor"
            fill-opacity="0.15" stroke="currentColor" {
            title { (question.title) }
        }
        @if let Some(at) = question.first_question_at { (mark(at, "?", "first question")) }
        @if let Some(at) = question.first_key_at { (mark(at, "k", "first keystroke")) }
        @for at in &question.handed_in_at { (mark(*at, "A", "answer handed in")) }
    }
}

fn table(round: &RoundTimeline) -> Markup {
    let at = |seconds: Option<u64>| seconds.map_or("never".into(), plain::clock);
    html! {
        table {
            thead { tr {
                th { "Question" } th { "First question" } th { "First keystroke" } th { "Handed in" }
                th { "Longest silence" } th { "Used of planned" }
            } }
            tbody { @for question in &round.questions { tr {
                td { (question.title) }
                td { (at(question.first_question_at)) }
                td { (at(question.first_key_at)) }
                td { (at(question.handed_in_at.last().copied())) }
                td { (plain::clock(question.longest_silence_seconds)) }
                td { (at(question.used_seconds())) " of " (plain::clock(question.budget_seconds)) }
            } } }
        }
    }
}

fn beside(rounds: &[Beside]) -> Markup {
    let at = |seconds: Option<u64>| seconds.map_or("never".into(), plain::clock);
    html! {
        h3 { "Beside the last time" }
        table {
            thead { tr {
                th { "Round" } th { "" } th { "First keystroke" } th { "First answer" }
                th { "Longest silence" } th { "Used" }
            } }
            tbody { @for round in rounds { @for (when, pace) in [("now", round.now), ("last", round.last)] { tr {
                td { (round.title) }
                td { (when) }
                td { (at(pace.first_key_at)) }
                td { (at(pace.first_answer_at)) }
                td { (plain::clock(pace.longest_silence_seconds)) }
                td { (at(pace.used_seconds)) }
            } } } }
        }
    }
}
