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
    let mut at = piece.span.0;
    let mut lines = Vec::new();
    for line in piece.text.split_inclusive('\n') {
        let text = line.trim_end();
        if !text.trim().is_empty() {
            lines.push(Line { lower: text.to_lowercase(), span: (at, at + text.len()) });
        }
        at += line.len();
    }
    lines
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
    let sentences = sentences(case);
    let graph = &case.answer.graph;
    let repeatable = |text: &str| {
        has_any(
            text,
            &[
                "merge",
                "merged",
                "upsert",
                "partition replace",
                "overwrite the partition",
                "insert overwrite",
                "deduplicated",
                "dedup",
                "row_number",
            ],
        ) && (names(text).any(|n| {
            n.ends_with("_id")
                || n.ends_with("_key")
                || n.ends_with("_date")
                || n.ends_with("checksum")
        }) || has_any(text, &["by key", "by id", "by date", "by day", "partition"]))
    };
    let on_graph = graph
        .nodes
        .iter()
        .any(|n| n.attribute("idempotent").is_some() && n.attribute("key").is_some());
    let written = sentences.iter().any(|s| repeatable(s));
    finding.item(
        "E5",
        0.3,
        f64::from(u8::from(written)) * 0.7 + f64::from(u8::from(on_graph)) * 0.3,
        "a write that can be repeated, by a named key",
    );
    if !written && !on_graph {
        finding
            .missing
            .push(("e5-idempotent-write", "No write is said to be repeatable by a key."));
    }
    let bounded = |text: &str| {
        has_any(text, &["late", "watermark", "lookback", "reprocess", "out of order", "ttl"])
            && figures(text).iter().any(|f| minutes(&format!("{} {}", f.value, f.unit)).is_some())
    };
    let late = sentences.iter().any(|s| bounded(s))
        || graph.nodes.iter().any(|n| n.attribute("watermark").and_then(minutes).is_some());
    finding.item("E5", 0.25, f64::from(u8::from(late)), "late data has a bound in time");
    let claims: Vec<&String> =
        sentences.iter().filter(|s| has_any(s, &["exactly once", "exactly-once"])).collect();
    let backed = claims.iter().any(|s| {
        has_any(
            s,
            &[
                "merge",
                "upsert",
                "transaction",
                "commit",
                "partition replace",
                "dedup",
                "by event_id",
                "key",
                "same",
            ],
        )
    });
    let words = if claims.is_empty() {
        "exactly-once is not claimed"
    } else {
        "exactly-once is claimed with its mechanism"
    };
    let share = if claims.is_empty() {
        f64::from(u8::from(written || on_graph))
    } else {
        f64::from(u8::from(backed))
    };
    finding.item("E5", 0.2, share, words);
    let compared = sentences.iter().any(|s| {
        has_any(
            s,
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
            s,
            &[
                "count", "counts", "amount", "amounts", "total", "totals", "checksum", "lines",
                "rows",
            ],
        ) && s.split_whitespace().count() >= 8
    });
    finding.item(
        "E5",
        0.25,
        f64::from(u8::from(compared)),
        "counts or amounts are compared with another system's",
    );
    finding
}

/// What was written outside of questions and diagram, by sentence or row, in lower case.
fn sentences(case: &Case) -> Vec<String> {
    let answer = case.answer;
    let pieces =
        [&answer.walk, &answer.numbers, &answer.model, &answer.operations, &answer.follow_ups];
    let mut all: Vec<String> = pieces
        .iter()
        .flat_map(|p| p.text.split(". ").flat_map(|s| s.split('\n')))
        .map(str::to_lowercase)
        .collect();
    all.extend(
        answer
            .failures
            .iter()
            .map(|r| format!("{} {}", r.failure, r.cells.join(" ")).to_lowercase()),
    );
    all.extend(
        answer
            .cards
            .iter()
            .map(|c| format!("{} {} {}", c.choice, c.because, c.cost).to_lowercase()),
    );
    all.retain(|s| s.split_whitespace().count() >= 4);
    all
}

/// E8: monitors with thresholds, a backfill in steps, a cost in figures, access, somebody on call.
pub fn operations(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let text = case.answer.operations.text.to_lowercase();
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
    let clauses: Vec<&str> = text.split([';', '\n', '.']).collect();
    let monitors = clauses
        .iter()
        .filter(|c| {
            has_any(c, &WATCHED) && (!figures(c).is_empty() || has_any(c, &["half", "twice"]))
        })
        .count();
    finding.item(
        "E8",
        0.35,
        monitors as f64 / 3.0,
        format!("{monitors} monitors with a threshold"),
    );
    let backfill = lines(&case.answer.operations).into_iter().find(|l| {
        has_any(&l.lower, &["backfill", "rebuild", "reprocess", "replay"])
            && l.lower.split_whitespace().count() >= 15
    });
    match backfill {
        Some(line) => {
            finding.quoted("E8", 0.25, "a backfill one can follow", &case.answer.text, line.span)
        }
        None => finding.item("E8", 0.25, 0.0, "no backfill procedure"),
    }
    let priced = clauses.iter().any(|c| {
        has_any(c, &["cost", "dollars", "euros", "budget", "$", "€"]) && !figures(c).is_empty()
    });
    finding.item("E8", 0.15, f64::from(u8::from(priced)), "the cost has a figure");
    let guarded =
        has_any(&text, &["pii", "personal", "masked", "mask", "access", "e-mail", "deletion"])
            && has_any(
                &text,
                &[
                    "masked",
                    "mask",
                    "delete",
                    "deletion",
                    "removing",
                    "encrypted",
                    "role",
                    "only",
                    "see",
                ],
            );
    finding.item(
        "E8",
        0.15,
        f64::from(u8::from(guarded)),
        "who may see what, and how it is deleted",
    );
    finding.item(
        "E8",
        0.10,
        f64::from(u8::from(has_any(&text, &["on call", "on-call", "owner", "runbook"]))),
        "somebody owns the pages",
    );
    finding
}
