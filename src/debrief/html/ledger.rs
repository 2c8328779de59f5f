//! The ledger across rounds.

use maud::{Markup, html};

use super::evidence;
use crate::debrief::ledger::{Ledger, UnaskedFact};
use crate::debrief::report::Report;

pub(super) fn ledger(report: &Report) -> Markup {
    let ledger = &report.ledger;
    html! {
        section {
            h2 { "The ledger across rounds" }
            @if ledger.is_empty() { p.none { "Nothing was noticed." } }
            (stories(ledger))
            (principles(ledger))
            @for fault in &ledger.repeated_faults {
                p { "The same mistake in two rounds: " strong { (fault.fault) } }
                (evidence(report, &fault.places))
            }
            (unasked(&ledger.unasked))
            @for paste in &ledger.pastes {
                p { (paste.bytes) " bytes came from the clipboard: " (paste.place.words) "." }
            }
        }
    }
}

fn stories(ledger: &Ledger) -> Markup {
    html! {
        @for told in &ledger.told_twice {
            p {
                "Told twice: " (told.first.words) " and " (told.second.words) " ("
                (format!("{:.0}", told.shared_runs * 100.0)) "% of the runs of four words, "
                (format!("{:.0}", told.shared_words * 100.0)) "% of the distinctive words)."
            }
            blockquote { (told.quote) }
        }
        @for number in &ledger.changed_numbers {
            p {
                "A number changed: \u{201c}" (number.first_quote) "\u{201d} in "
                (number.first.words) ", \u{201c}" (number.second_quote) "\u{201d} in "
                (number.second.words) "."
            }
        }
    }
}

fn principles(ledger: &Ledger) -> Markup {
    let names = |all: &[crate::ids::PrincipleId]| {
        all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    html! {
        @if !ledger.never_evidenced.is_empty() {
            p { "Principles no story gave evidence of: " (names(&ledger.never_evidenced)) "." }
        }
        @if !ledger.never_asked_for.is_empty() {
            p.note { "No data, because no judged story was asked for them: "
                (names(&ledger.never_asked_for)) "." }
        }
    }
}

fn unasked(facts: &[UnaskedFact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            table {
                thead { tr { th { "Never asked" } th { "Question" } th { "The answer" } th { "What failed" } } }
                tbody {
                    @for fact in facts {
                        tr {
                            td { (fact.fact) }
                            td { (fact.place.words) }
                            td { (fact.answer) }
                            td { (fact.failure.as_deref().unwrap_or("nothing that was checked")) }
                        }
                    }
                }
            }
        }
    }
}
