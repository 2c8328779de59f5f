//! E6 and E7: rows with four cells, and cards tied to a fact of the case.

use super::figure::{figures, has_phrase};
use super::{Case, Finding, uses};
use crate::design::answer::{Card, FailureRow};
use crate::interview::verdict::Evidence;

/// Where a failure happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Upstream,
    Processing,
    Serving,
    Human,
}

/// The fourteen kinds of failure, with words by which a row is recognised.
const KINDS: [(&str, Place, &[&str]); 14] = [
    (
        "duplicate delivery or retry",
        Place::Upstream,
        &[
            "duplicate",
            "duplicates",
            "sent twice",
            "delivered twice",
            "retry",
            "retries",
            "another name",
            "same file",
        ],
    ),
    (
        "late or out of order",
        Place::Upstream,
        &["late", "out of order", "out-of-order", "offline", "delayed"],
    ),
    ("schema change", Place::Upstream, &["schema", "field", "column", "changes a type", "format"]),
    (
        "poison record",
        Place::Processing,
        &["poison", "bad record", "malformed", "corrupt", "unparseable", "parser"],
    ),
    (
        "source down or partial file",
        Place::Upstream,
        &[
            "missing",
            "cut off",
            "partial file",
            "source down",
            "file does not",
            "incomplete",
            "truncated",
            "source is down",
            "line is down",
            "network",
        ],
    ),
    (
        "skew or hot key",
        Place::Processing,
        &["skew", "hot key", "hot seller", "hot partition", "hot", "one customer"],
    ),
    (
        "backlog or back-pressure",
        Place::Processing,
        &[
            "backlog",
            "back-pressure",
            "backpressure",
            "lag",
            "behind",
            "flash sale",
            "burst",
            "peak",
            "spike",
        ],
    ),
    (
        "job dies midway",
        Place::Processing,
        &["dies", "crash", "crashes", "midway", "killed", "partial write", "half", "out of memory"],
    ),
    (
        "double run",
        Place::Human,
        &["double run", "run twice", "runs twice", "started twice", "two runs", "second time"],
    ),
    (
        "bad deploy or logic bug",
        Place::Human,
        &[
            "deploy",
            "deploys",
            "wrong rule",
            "wrong fee",
            "logic",
            "bug",
            "human",
            "engineer",
            "mistake",
            "by hand",
            "operator",
            "wrong",
        ],
    ),
    (
        "silent loss or drop in volume",
        Place::Upstream,
        &["silent", "silently", "loss", "drop in volume", "drop", "fewer rows"],
    ),
    (
        "warehouse or catalogue outage",
        Place::Serving,
        &[
            "warehouse",
            "catalog",
            "catalogue",
            "outage",
            "serving",
            "dashboard",
            "endpoint",
            "model down",
            "down or slow",
            "readers",
            "metastore",
            "reader",
        ],
    ),
    (
        "dimension late",
        Place::Upstream,
        &["dimension", "early-arriving", "unknown key", "placeholder", "not known yet"],
    ),
    (
        "privacy, leak, cost or clock",
        Place::Human,
        &[
            "delete",
            "deletion",
            "leak",
            "privacy",
            "cost",
            "clock",
            "time zone",
            "pii",
            "access",
            "personal",
        ],
    ),
];

/// E6: different kinds of failure, each with its four cells, in all four places.
pub fn failures(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let mut seen: Vec<usize> = Vec::new();
    let mut points = 0.0;
    for row in case.answer.failures.iter().filter(|r| !r.failure.is_empty()) {
        let filled = row.cells.iter().filter(|c| is_filled(c)).count();
        let new: Vec<usize> = kinds(row).into_iter().filter(|k| !seen.contains(k)).collect();
        let Some(kind) = new.first().filter(|_| filled >= 1) else {
            finding.evidence.push(row_evidence(
                case,
                row,
                false,
                "no kind of failure of its own, or no cell that says what is done",
            ));
            continue;
        };
        points += if filled == 4 {
            1.0
        } else if filled == 3 {
            0.8
        } else {
            0.25 * filled as f64
        };
        let words = format!("{}: {filled} of 4 cells", KINDS[*kind].0);
        finding.evidence.push(row_evidence(case, row, filled >= 3, &words));
        seen.push(*kind);
    }
    let places = [Place::Upstream, Place::Processing, Place::Serving, Place::Human];
    let covered = places
        .iter()
        .filter(|p| {
            case.answer.failures.iter().any(|r| {
                r.cells.iter().filter(|c| is_filled(c)).count() >= 3
                    && kinds(r).iter().any(|k| KINDS[*k].1 == **p)
            })
        })
        .count();
    finding.share = 0.8 * f64::min(points / 5.0, 1.0);
    finding.item(
        "E6",
        0.2,
        covered as f64 / 4.0,
        format!("{covered} of upstream, processing, serving, human"),
    );
    finding
}

/// A cell says something when it has three words or more, one of them no slogan.
fn is_filled(cell: &str) -> bool {
    const SLOGANS: [&str; 12] = [
        "monitoring",
        "best",
        "practices",
        "high",
        "availability",
        "framework",
        "backups",
        "testing",
        "observability",
        "robust",
        "data",
        "quality",
    ];
    let words: Vec<String> = cell.split_whitespace().map(str::to_lowercase).collect();
    words.len() >= 3 && words.iter().filter(|w| !SLOGANS.contains(&w.as_str())).count() >= 2
}

fn kinds(row: &FailureRow) -> Vec<usize> {
    let failure = row.failure.to_lowercase();
    (0..KINDS.len()).filter(|k| KINDS[*k].2.iter().any(|cue| has_phrase(&failure, cue))).collect()
}

fn row_evidence(case: &Case, row: &FailureRow, earned: bool, words: &str) -> Evidence {
    Evidence::quoting("E6", earned, words, &case.answer.text, row.span)
}

/// E7: three cards, each because of a fact or a figure of the case.
pub fn trade_offs(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let mut points = 0.0;
    for card in &case.answer.cards {
        let worth = worth(case, card);
        points += worth;
        let words = match worth {
            0.0 => "tied to no fact of this case",
            w if w < 1.0 => "tied to a fact, not all of its lines are filled",
            _ => "alternative, fact, cost and what would flip it",
        };
        finding.evidence.push(Evidence::quoting(
            "E7",
            worth > 0.0,
            words,
            &case.answer.text,
            card.span,
        ));
    }
    if case.answer.cards.is_empty() {
        finding.item("E7", 0.0, 0.0, "no trade-off card");
    }
    finding.share = f64::min(points / 3.0, 1.0);
    finding
}

/// A card without a fact of the case is worth nothing, however well it is worded.
fn worth(case: &Case, card: &Card) -> f64 {
    let because = card.because.to_lowercase();
    let fact = case.head.facts.iter().any(|f| uses(f, &because));
    let figure = figures(&because).iter().any(|f| f.unit.starts_with(|c: char| c.is_alphabetic()));
    let bound = fact || figure && because.split_whitespace().count() >= 8;
    if !bound {
        return 0.0;
    }
    let says = |text: &String, words: usize| text.split_whitespace().count() >= words;
    let filled = [says(&card.alternative, 2), says(&card.cost, 4), says(&card.flips, 4)];
    0.4 + 0.2 * filled.iter().filter(|f| **f).count() as f64
}
