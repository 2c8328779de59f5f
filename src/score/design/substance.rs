//! E4, E5 and E8: the model, the correctness and the operation, each from bound lines.

use super::figure::{figures, has_phrase, minutes};
use super::{Case, Finding};
use crate::design::answer::Piece;

/// One line of a section with its place in the whole text.
struct Line {
    lower: String,
    span: (usize, usize),
}

fn lines(piece: &Piece) -> Vec<Line> {
    split(piece, |c| c == '\n')
}

/// Parts a piece at some characters; each part keeps its place.
fn split(piece: &Piece, at_sign: impl Fn(char) -> bool) -> Vec<Line> {
    let mut at = piece.span.0;
    let mut parts = Vec::new();
    for part in piece.text.split_inclusive(at_sign) {
        let text = part.trim_end();
        if !text.trim().is_empty() {
            parts.push(Line { lower: text.to_lowercase(), span: (at, at + text.len()) });
        }
        at += part.len();
    }
    parts
}

fn has_any(text: &str, cues: &[&str]) -> bool {
    cues.iter().any(|cue| has_phrase(text, cue))
}

/// A name as tables and columns have them: words joined by underscores.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| w.len() > 3 && w.trim_matches('_').contains('_'))
}

/// E4: grain, key, partition and history each on a named table, and a rule for schema changes.
pub fn model(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let lines = lines(&case.answer.model);
    let bound = |cues: &[&str]| -> Vec<&Line> {
        lines
            .iter()
            .filter(|l| has_any(&l.lower, cues) && names(&l.lower).next().is_some())
            .collect()
    };
    let items: [(&str, f64, usize, Vec<&Line>); 4] = [
        ("grain of a named table", 0.25, 2, bound(&["grain", "one row per", "one line per"])),
        ("key of a named table", 0.2, 2, bound(&["key", "primary key", "unique"])),
        ("partition key", 0.15, 1, bound(&["partition", "partitioned by", "partition key"])),
        (
            "history policy",
            0.15,
            1,
            bound(&["type 2", "type 1", "scd", "valid_from", "slowly changing", "snapshot"]),
        ),
    ];
    for (words, part, enough, found) in items {
        let share = (found.len() as f64 / enough as f64).min(1.0);
        match found.first() {
            Some(line) => finding.quoted("E4", part * share, words, &case.answer.text, line.span),
            None => finding.item("E4", part, 0.0, format!("{words}: not bound to a table")),
        }
    }
    let rule = lines.iter().find(|l| {
        has_any(&l.lower, &["schema", "contract", "new field", "added field", "new column"])
            && has_any(
                &l.lower,
                &[
                    "evolution",
                    "version",
                    "versioned",
                    "compatible",
                    "nullable",
                    "kept",
                    "rejected",
                    "dlq",
                    "registry",
                ],
            )
    });
    match rule {
        Some(line) => {
            finding.quoted("E4", 0.15, "a rule for schema changes", &case.answer.text, line.span)
        }
        None => finding.item("E4", 0.15, 0.0, "no rule for a changed schema"),
    }
    let text = case.answer.model.text.to_lowercase();
    let named = case.body.entities.iter().filter(|e| mentions(&text, e)).count();
    let share = named as f64 / case.body.entities.len().max(1) as f64;
    finding.item(
        "E4",
        0.1,
        share,
        format!("{named} of {} entities of the case are modelled", case.body.entities.len()),
    );
    finding
}

/// An entity counts when each of its words occurs, plural or not, also within a table's name.
fn mentions(text: &str, entity: &str) -> bool {
    entity.to_lowercase().split_whitespace().all(|word| text.contains(word.trim_end_matches('s')))
}

/// E5: a repeatable write by a key, a bound for late data, exactly-once with a mechanism, a comparison.
pub fn correctness(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let said = sentences(case);
    let graph = &case.answer.graph;
    let on_graph = graph
        .nodes
        .iter()
        .find(|n| n.attribute("idempotent").is_some() && n.attribute("key").is_some());
    let written = found(
        case,
        &mut finding,
        &said,
        0.2,
        "a write that can be repeated, by a named key",
        is_repeatable,
    );
    match on_graph {
        Some(node) => {
            let at = case.answer.diagram.span.0;
            let span = (at + node.span.0, at + node.span.1);
            finding.quoted("E5", 0.1, "a repeatable write in the diagram", &case.answer.text, span);
        }
        None => finding.item("E5", 0.1, 0.0, "no node has a key and says how it is idempotent"),
    }
    if !written && on_graph.is_none() {
        finding
            .missing
            .push(("e5-idempotent-write", "No write is said to be repeatable by a key."));
    }
    found(case, &mut finding, &said, 0.25, "late data has a bound in time", is_bounded);
    let claims = said.iter().any(|s| claims_once(&s.lower));
    if claims {
        found(case, &mut finding, &said, 0.2, "exactly-once with its mechanism", |s| {
            claims_once(s) && has_mechanism(s)
        });
    } else {
        let share = if written { 1.0 } else { 0.0 };
        finding.item(
            "E5",
            0.2,
            share,
            "exactly-once is not claimed; what stands for it is the repeatable write",
        );
    }
    found(
        case,
        &mut finding,
        &said,
        0.25,
        "counts or amounts are compared with another system's",
        is_compared,
    );
    finding
}

/// Quotes the first sentence that fits and earns its part; says so when none does.
fn found(
    case: &Case,
    finding: &mut Finding,
    said: &[Line],
    part: f64,
    words: &str,
    fits: impl Fn(&str) -> bool,
) -> bool {
    match said.iter().find(|s| fits(&s.lower)) {
        Some(line) => finding.quoted("E5", part, words, &case.answer.text, line.span),
        None => finding.item("E5", part, 0.0, format!("not found: {words}")),
    }
    said.iter().any(|s| fits(&s.lower))
}

fn is_repeatable(text: &str) -> bool {
    const WRITES: [&str; 9] = [
        "merge",
        "merged",
        "upsert",
        "partition replace",
        "overwrite the partition",
        "insert overwrite",
        "deduplicated",
        "dedup",
        "row_number",
    ];
    let by_name =
        names(text).any(|n| ["_id", "_key", "_date", "checksum"].iter().any(|e| n.ends_with(e)));
    has_any(text, &WRITES)
        && (by_name || has_any(text, &["by key", "by id", "by date", "by day", "partition"]))
}

fn is_bounded(text: &str) -> bool {
    let stretch = |f: &super::figure::Figure| minutes(&format!("{} {}", f.value, f.unit)).is_some();
    has_any(text, &["late", "watermark", "lookback", "reprocess", "out of order", "ttl"])
        && figures(text).iter().any(stretch)
}

fn claims_once(text: &str) -> bool {
    has_any(text, &["exactly once", "exactly-once"])
}

fn has_mechanism(text: &str) -> bool {
    has_any(
        text,
        &[
            "merge",
            "upsert",
            "transaction",
            "commit",
            "partition replace",
            "dedup",
            "key",
            "by event_id",
        ],
    )
}

fn is_compared(text: &str) -> bool {
    has_any(
        text,
        &[
            "reconciliation",
            "reconcile",
            "reconciled",
            "control total",
            "compared with",
            "compare",
            "against",
        ],
    ) && has_any(
        text,
        &["count", "counts", "amount", "amounts", "total", "totals", "checksum", "lines", "rows"],
    ) && text.split_whitespace().count() >= 8
        && (names(text).next().is_some()
            || !figures(text).is_empty()
            || has_any(text, &["day", "month", "source", "provider", "finance"]))
}

/// What was written outside of questions and diagram, sentence by sentence or row by row.
fn sentences(case: &Case) -> Vec<Line> {
    let answer = case.answer;
    let pieces =
        [&answer.walk, &answer.numbers, &answer.model, &answer.operations, &answer.follow_ups];
    let mut all: Vec<Line> = pieces.iter().flat_map(|p| lines(p)).collect();
    let rows = answer.failures.iter().map(|r| Line {
        lower: format!("{} {}", r.failure, r.cells.join(" ")).to_lowercase(),
        span: r.span,
    });
    let cards = answer.cards.iter().map(|c| Line {
        lower: format!("{} {} {}", c.choice, c.because, c.cost).to_lowercase(),
        span: c.span,
    });
    all.extend(rows.chain(cards));
    all.retain(|s| s.lower.split_whitespace().count() >= 4);
    all
}

/// Part of the share, words, and the rule for a line in lower case.
type Operated = (f64, &'static str, fn(&str) -> bool);

/// What else a line of the operations can say, with its part of the share.
const OPERATED: [Operated; 4] = [
    (0.25, "a backfill one can follow", |l| {
        has_any(l, &["backfill", "rebuild", "reprocess", "replay"])
            && l.split_whitespace().count() >= 15
    }),
    (0.15, "the cost has a figure", |l| {
        has_any(l, &["cost", "costs", "dollars", "euros", "budget"]) && !figures(l).is_empty()
    }),
    (0.15, "who may see what, and how it is deleted", |l| {
        has_any(l, &["pii", "personal", "access", "e-mail", "names", "ids"])
            && has_any(
                l,
                &[
                    "masked",
                    "mask",
                    "delete",
                    "deleted",
                    "deletion",
                    "removing",
                    "encrypted",
                    "role",
                ],
            )
    }),
    (0.10, "somebody owns the pages", |l| {
        has_any(l, &["on call", "on-call", "owner", "runbook"]) && l.split_whitespace().count() >= 5
    }),
];

/// E8: monitors with thresholds, a backfill in steps, a cost in figures, access, somebody on call.
pub fn operations(case: &Case) -> Finding {
    const WATCHED: [&str; 12] = [
        "freshness",
        "lag",
        "volume",
        "null",
        "duplicate",
        "dlq",
        "rows",
        "events",
        "timeouts",
        "cost",
        "backlog",
        "reconciliation",
    ];
    let mut finding = Finding::new();
    let piece = &case.answer.operations;
    let clauses = split(piece, |c| matches!(c, ';' | '\n'));
    let watches = |l: &&Line| {
        has_any(&l.lower, &WATCHED)
            && (!figures(&l.lower).is_empty() || has_any(&l.lower, &["half", "twice"]))
    };
    let monitors: Vec<&Line> = clauses.iter().filter(watches).collect();
    let share = (monitors.len() as f64 / 3.0).min(1.0);
    match monitors.first() {
        Some(first) => {
            let words = format!("{} monitors with a threshold", monitors.len());
            finding.quoted("E8", 0.35 * share, &words, &case.answer.text, first.span);
        }
        None => finding.item("E8", 0.35, 0.0, "no monitor with a threshold"),
    }
    for (part, words, fits) in OPERATED {
        match lines(piece).iter().find(|l| fits(&l.lower)) {
            Some(line) => finding.quoted("E8", part, words, &case.answer.text, line.span),
            None => finding.item("E8", part, 0.0, format!("not found: {words}")),
        }
    }
    finding
}
