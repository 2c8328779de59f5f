//! The report as one page that stands alone: no scripts, nothing loaded, everything escaped, fit to print.

mod decision;
mod ledger;
mod rounds;
mod timeline;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::citation::Citation;
use super::plain::{self, printable};
use super::report::{OwnVotes, Report};

const STYLE: &str = include_str!("html/style.css");

/// Writes the page.
pub fn page(report: &Report) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Should an escape ever be missing, the page still may run and load nothing.
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Debrief: " (report.title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body(report)) }
        }
    };
    printable(&page.into_string())
}

fn body(report: &Report) -> Markup {
    html! {
        header {
            h1 { (report.title) }
            p { (plain::mode(report.mode)) " · " (plain::day(report.opened_at)) (scale(report)) }
            p.note { (report.about_scores) }
        }
        main {
            @if let Some(words) = &report.phone_screen { p.warning { "! " (words) } }
            @if let Some(decision) = &report.decision { (decision::banner(decision)) }
            @if let Some(own) = &report.own_votes { (own_votes(report, own)) }
            (rounds::grid(report))
            @if let Some(talk) = &report.conversation { (decision::conversation(report, talk)) }
            @if let Some(decision) = &report.decision { (decision::details(report, decision)) }
            (rounds::rounds(report))
            (ledger::ledger(report))
            (weakest(report))
            (timeline::timelines(report))
        }
        footer { p { "mockloop, session " (report.session) } }
    }
}

fn scale(report: &Report) -> String {
    if report.scale == 1.0 {
        String::new()
    } else {
        format!(" · clock at {} of real time", report.scale)
    }
}

fn own_votes(report: &Report, own: &OwnVotes) -> Markup {
    html! {
        section {
            h2 { "Your votes and theirs" }
            table {
                thead { tr { th { "Round" } th { "You" } th { "They" } th { "Difference" } } }
                tbody {
                    @for vote in &own.rounds {
                        tr {
                            td { (report.rounds[vote.round].title) }
                            td { (vote.own.map_or("no vote", |own| plain::vote(Some(own)))) }
                            td { (plain::vote(vote.theirs)) }
                            td { (vote.difference.map_or("no data".into(), |d| format!("{d:+}"))) }
                        }
                    }
                }
            }
            p {
                "The whole loop: you said "
                (own.whole.map_or("nothing", |vote| plain::vote(Some(vote))))
                ", the rule says "
                (report.decision.as_ref().map_or("nothing", |decision| decision.words.as_str()))
                "."
            }
        }
    }
}

fn weakest(report: &Report) -> Markup {
    html! {
        @if let Some(weakest) = &report.weakest {
            section {
                h2 { "What comes next" }
                p { strong { (weakest.title) } ": " (weakest.why) ". Drill: " code { (weakest.command) } }
                @if !weakest.traps.is_empty() {
                    p { "Traps to meet again: " (weakest.traps.join(", ")) }
                }
            }
        }
    }
}

/// Writes lines of evidence with their places and quotes.
fn evidence(report: &Report, lines: &[Citation]) -> Markup {
    html! {
        @if lines.is_empty() { p.none { "No data." } } @else {
            ul.evidence { @for line in lines { li { (one_line(report, line)) } } }
        }
    }
}

fn one_line(report: &Report, line: &Citation) -> Markup {
    html! {
        span.mark { (line.mark()) } " "
        (line.words)
        @if let Some(quote) = &line.quote { blockquote { (quote) } }
        " " span.place { "[" (line.rule) "] " (plain::place(report, line)) }
    }
}

#[cfg(test)]
#[path = "html/tests.rs"]
mod tests;
