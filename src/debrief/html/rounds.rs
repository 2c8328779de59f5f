//! The grid of interviewers and factors, and each round with its answers and their evidence.

use maud::{Markup, PreEscaped, html};

use super::evidence;
use crate::content::cell::Table;
use crate::debrief::answer::AnswerAssessment;
use crate::debrief::assess::RoundAssessment;
use crate::debrief::factors::FactorAssessment;
use crate::debrief::plain;
use crate::debrief::report::Report;
use crate::design;
use crate::interview::example::{self, Page};
use crate::interview::gauntlet;
use crate::interview::verdict::Counterexample;

/// A picture of more nodes or arrows than this shows nothing any more.
const MOST_NODES: usize = 60;
const MOST_EDGES: usize = 200;

pub(super) fn grid(report: &Report) -> Markup {
    html! {
        section {
            h2 { "Interviewers and factors" }
            table {
                thead { tr { th { "Round" } th { "Vote" } th { "Score" } th { "Factors" } } }
                tbody { @for round in &report.rounds { (row(report, round)) } }
            }
        }
    }
}

fn row(report: &Report, round: &RoundAssessment) -> Markup {
    html! {
        tr {
            td { (round.title) br; span.note { (round.interviewer) } }
            td { (plain::vote(round.vote)) }
            td { (plain::score(round.score)) }
            td { @for factor in &round.factors { (cell(report, factor)) } }
        }
    }
}

fn cell(report: &Report, factor: &FactorAssessment) -> Markup {
    html! {
        details {
            summary { (factor.factor) ": " strong { (plain::score(factor.score)) } }
            p.note { "Rule: " (factor.rule) "." }
            (evidence(report, &factor.evidence))
        }
    }
}

pub(super) fn rounds(report: &Report) -> Markup {
    html! {
        section {
            h2 { "Round by round" }
            @for round in &report.rounds { (round_part(report, round)) }
        }
    }
}

fn round_part(report: &Report, round: &RoundAssessment) -> Markup {
    let confidence = round.confidence.level.words();
    html! {
        article {
            h3 { (round.title) ": " (plain::vote(round.vote)) " (" (plain::score(round.score)) ")" }
            @if let Some(why) = &round.insufficient { p.warning { "No score: " (why) "." } }
            p.note { "Confidence " (confidence) ": " (round.confidence.why) "." }
            @if let Some(next) = &round.next_vote { p { "What would have moved this vote: " (next) "." } }
            @for answer in &round.answers { (answer_part(report, answer)) }
            @if !round.not_judged.is_empty() {
                ul.note { @for line in &round.not_judged { li { (line) } } }
            }
        }
    }
}

fn answer_part(report: &Report, answer: &AnswerAssessment) -> Markup {
    html! {
        h4 { (answer.title) " (" (answer.kind.name()) "): " (plain::score(answer.score)) }
        p.note {
            @for part in &answer.parts {
                (part.name) " " (format!("{:.0}%", part.weight * 100.0)) ": "
                (plain::score(part.score)) ". "
            }
        }
        (evidence(report, &answer.citations))
        @if let Some(reading) = &answer.scale {
            p { "As the tables grow (" (reading.exponents()) "): " (reading.words) }
            ul.note { @for line in reading.lines() { li { (line) } } }
        }
        @if let Some(reading) = &answer.gauntlet {
            details {
                summary { (gauntlet::TITLE) }
                ul.note { @for line in reading.counts() { li { (line) } } }
            }
        }
        @if let Some(found) = &answer.counterexample { (counterexample(found)) }
        @if let Some(source) = &answer.diagram { (diagram(source)) }
        @let reviewed = answer.reviewed(100);
        @if !reviewed.is_empty() {
            details { summary { "What a reviewer would say" }
                pre {
                    @for row in &reviewed {
                        @if row.level.is_some() { b { (row.text) } } @else { (row.text) }
                        "\n"
                    }
                }
            }
        }
        @if let Some(text) = &answer.text {
            details { summary { "What was handed in" } pre { (text) } }
        }
    }
}

/// Writes the few rows that show the mistake; a row that differs begins with a sign.
fn counterexample(found: &Counterexample) -> Markup {
    let Counterexample { tables, expected, actual, missing, extra, call, .. } = found;
    if call.is_some() {
        let page = Page { width: 100, first_column: 0, sign: "x" };
        return html! {
            @for words in example::sentences(found) { p { (words) } }
            pre { (example::text(found, page)) }
        };
    }
    html! {
        @for words in example::sentences(found) { p { (words) } }
        @for (name, rows) in tables { (rows_of(name, rows, &[])) }
        (rows_of("expected", expected, missing))
        @match actual {
            Some(came) => { (rows_of("what came", came, extra)) }
            None => { p { "What came: an error." } }
        }
    }
}

fn rows_of(name: &str, table: &Table, marked: &[usize]) -> Markup {
    html! {
        table.rows {
            caption { (name) @if table.rows.is_empty() { ": no rows" } }
            tr { th { "" } @for column in &table.columns { th { (column.name) } } }
            @for (place, row) in table.rows.iter().enumerate() {
                tr {
                    td.mark { @if marked.contains(&place) { "x" } }
                    @for cell in row { td { (cell.to_string()) } }
                }
            }
        }
    }
}

/// Draws the diagram as the room did; the drawing escapes its own labels.
fn diagram(source: &str) -> Markup {
    let graph = design::parse(source);
    let fits = graph.nodes.len() <= MOST_NODES && graph.edges.len() <= MOST_EDGES;
    html! {
        @if !graph.nodes.is_empty() && fits {
            div.diagram { (PreEscaped(design::svg(&graph))) }
        }
    }
}
