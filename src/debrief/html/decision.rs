//! The decision, the conversation, and what would have flipped them.

use maud::{Markup, html};

use super::evidence;
use crate::debrief::decision::{Decision, ToldFlip};
use crate::debrief::plain;
use crate::debrief::report::Report;
use crate::debrief::rule::GateState;
use crate::debrief::talk::{BarRaiser, Conversation, Exchange, Revote, Turn};

pub(super) fn banner(decision: &Decision) -> Markup {
    html! { p.banner { "Decision: " strong { (decision.words) } } }
}

pub(super) fn details(report: &Report, decision: &Decision) -> Markup {
    html! {
        section {
            h2 { "The rule, step by step" }
            ol {
                @for step in &decision.steps {
                    li { (step.question) " " (step.found) @if step.holds { " " strong { "(holds)" } } }
                }
            }
            p {
                (decision.points) " points; median " (plain::score(decision.median))
                ", bar " (plain::score(Some(decision.bar)))
            }
            h3 { "What the decision rests on" }
            (evidence(report, &decision.evidence))
            (gates(report, decision))
            (flips(decision))
        }
    }
}

fn gates(report: &Report, decision: &Decision) -> Markup {
    html! {
        h3 { "Gates" }
        @if decision.gates.is_empty() { p.none { "This loop has none." } }
        @for gate in &decision.gates {
            details open[gate.check.state != GateState::Met] {
                summary { (state(gate.check.state)) ": " (gate.check.gate.words()) }
                (evidence(report, &gate.evidence))
            }
        }
    }
}

fn state(state: GateState) -> &'static str {
    match state {
        GateState::Met => "+ met",
        GateState::Unmet => "\u{2212} unmet",
        GateState::NoData => "? no data",
    }
}

fn flips(decision: &Decision) -> Markup {
    let list = |flips: &[ToldFlip], none: &str| {
        html! {
            @if flips.is_empty() { p.none { (none) } } @else {
                ul { @for flip in flips { li { (flip.words) } } }
            }
        }
    };
    html! {
        h3 { "What would have flipped it" }
        h4 { "To a better outcome" }
        (list(&decision.better, "No change of up to three things would have."))
        h4 { "To a worse one" }
        (list(&decision.worse, "No change of up to three votes would have."))
    }
}

pub(super) fn conversation(report: &Report, talk: &Conversation) -> Markup {
    html! {
        section {
            h2 { "The debrief" }
            h3 { "1. Sealed assessments" }
            @for one in &talk.sealed { (turn(report, one)) }
            h3 { "2. Reading" }
            @if talk.reading.is_empty() { p.none { "Nothing in one round bears on another." } }
            @for one in &talk.reading { (turn(report, one)) }
            h3 { "3. Re-vote" }
            ul { @for vote in &talk.revote { li { (revote(report, vote)) } } }
            @if let Some(words) = &talk.revote_words { p { (words) } }
            @if let Some(raiser) = &talk.bar_raiser { (bar_raiser(report, raiser)) }
            h3 { "4. Decision" }
            p { (talk.decision.words) }
        }
    }
}

fn turn(report: &Report, turn: &Turn) -> Markup {
    html! {
        details {
            summary { strong { (turn.speaker) } ": " (turn.words) }
            (evidence(report, &turn.evidence))
        }
    }
}

fn revote(report: &Report, vote: &Revote) -> Markup {
    html! {
        (report.rounds[vote.round].title) ": " (plain::vote(vote.from))
        @match &vote.reason {
            Some(reason) => {
                " \u{2192} " (plain::vote(vote.to)) ", because " (reason)
                (evidence(report, &vote.evidence))
            },
            None => ", stays",
        }
    }
}

fn bar_raiser(report: &Report, raiser: &BarRaiser) -> Markup {
    html! {
        h3 { "The bar raiser" }
        p { (raiser.unmasked) }
        @for one in &raiser.exchanges { (exchange(report, one)) }
        p { strong { (raiser.words) } }
        @for veto in &raiser.vetoes {
            p { (veto.veto.number()) ": " (veto.veto.words()) }
            (evidence(report, &veto.evidence))
        }
    }
}

fn exchange(report: &Report, exchange: &Exchange) -> Markup {
    html! {
        details {
            summary { "To " (exchange.interviewer) ": " (exchange.question) }
            p { (exchange.answer) }
            (evidence(report, &exchange.evidence))
        }
    }
}
