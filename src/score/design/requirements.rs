//! E1 and E2: was it asked before it was drawn, and was it worked out?

use super::figure::{Figure, figures, has_phrase};
use super::{AskedFact, Case, Finding, uses};
use crate::content::question::{Fact, Topic};
use crate::design::DesignAnswer;

/// Finds the facts that the answer file's own list of questions asks for. They count as asked
/// before drawing, because a file does not say when it was written.
pub fn asked_in(answer: &DesignAnswer, facts: &[Fact]) -> Vec<AskedFact> {
    let asked = |fact: &&Fact| {
        answer.questions.iter().any(|q| {
            let question = q.text.to_lowercase();
            fact.asks.iter().any(|phrase| has_phrase(&question, phrase))
        })
    };
    facts
        .iter()
        .filter(asked)
        .map(|f| AskedFact { id: f.id.clone(), before_diagram: true })
        .collect()
}

const MUSTS: [(Topic, &str, &str); 4] = [
    (Topic::Volume, "e1-volume", "Volume and peak were not asked."),
    (Topic::Freshness, "e1-freshness", "Freshness was not asked."),
    (Topic::Correctness, "e1-correctness", "Duplicates, late data or exactness were not asked."),
    (Topic::Consumers, "e1-consumers", "Nobody asked who reads the data."),
];
const OTHERS: [Topic; 4] = [Topic::Sources, Topic::Retention, Topic::Backfill, Topic::Budget];

/// E1: the four musts, three other topics, the scope; more than 14 questions cost.
pub fn requirements(case: &Case) -> Finding {
    let mut finding = Finding::new();
    for (topic, id, words) in MUSTS {
        if !has_topic(case, topic) {
            // The fact sheet does not hold it, so it cannot be missing.
            finding.share += 0.15;
            continue;
        }
        let (known, how) = known(case, topic);
        let said = format!("{}: {how}", name(topic));
        match asking(case, topic).filter(|_| known > 0.0) {
            Some(span) => finding.quoted("E1", 0.15 * known, &said, &case.answer.text, span),
            None => finding.item("E1", 0.15, known, said),
        }
        if known == 0.0 {
            finding.missing.push((id, words));
        }
    }
    let others: f64 = OTHERS.iter().map(|t| known(case, *t).0).sum();
    finding.item(
        "E1",
        0.2,
        others / 3.0,
        format!("{others} of sources, retention, backfill, budget"),
    );
    let scope = case.answer.scope.text.to_lowercase();
    let said = ["not in scope", "out of scope", "non-goal", "not part of", "leave out", "scope"]
        .iter()
        .any(|cue| has_phrase(&scope, cue));
    match said && scope.split_whitespace().count() >= 8 {
        true => finding.quoted(
            "E1",
            0.2,
            "the scope is said",
            &case.answer.text,
            case.answer.scope.span,
        ),
        false => finding.item("E1", 0.2, 0.0, "no summary of scope and of what is left out"),
    }
    if case.answer.questions.len().max(case.asked.len()) > 14 {
        finding.item("E1", 0.0, 0.0, "more than 14 questions");
        finding.share -= 0.2;
    }
    finding.share = finding.share.max(0.0);
    finding
}

/// Finds the written question that asks for a topic; in the room the record of the chat has it.
fn asking(case: &Case, topic: Topic) -> Option<(usize, usize)> {
    let facts = || case.head.facts.iter().filter(|f| f.topic == Some(topic));
    let asks = |text: &str| facts().any(|f| f.asks.iter().any(|a| has_phrase(text, a)));
    let question = case.answer.questions.iter().find(|q| asks(&q.text.to_lowercase()))?;
    Some(question.span)
}

fn has_topic(case: &Case, topic: Topic) -> bool {
    case.head.facts.iter().any(|f| f.topic == Some(topic))
}

/// 1 when asked before drawing, half when asked later or written down as an assumption.
fn known(case: &Case, topic: Topic) -> (f64, &'static str) {
    let facts = || case.head.facts.iter().filter(|f| f.topic == Some(topic));
    let asked = |early: bool| {
        facts().any(|f| case.asked.iter().any(|a| a.id == f.id && a.before_diagram == early))
    };
    let assumed = || {
        let mut sentences = case.prose.split(['.', '\n']).filter(|s| s.contains("assum"));
        sentences.any(|s| facts().any(|f| uses(f, s) || f.asks.iter().any(|a| has_phrase(s, a))))
    };
    match () {
        () if asked(true) => (1.0, "asked before drawing"),
        () if asked(false) => (0.5, "asked after drawing had begun"),
        () if assumed() => (0.5, "assumed and written down"),
        () => (0.0, "neither asked nor assumed"),
    }
}

fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Volume => "volume and peak",
        Topic::Freshness => "freshness",
        Topic::Correctness => "correctness",
        Topic::Consumers => "consumers",
        Topic::Sources => "sources",
        Topic::Retention => "retention",
        Topic::Backfill => "backfill",
        Topic::Budget => "budget",
        Topic::Other => "other",
    }
}

/// E2: the worksheet within a factor of two, and a number that decides.
pub fn numbers(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let truth = &case.body.numbers;
    let per_day = truth.rows_per_day * truth.row_bytes;
    let rate = truth.rows_per_day / 86_400.0;
    let stored = per_day * truth.retention_days;
    let written = figures(&case.answer.numbers.text);
    let wanted = [
        ("data per day", vec![per_day], true),
        ("mean or peak rate", vec![rate, rate * truth.peak_factor], false),
        ("storage over the retention", vec![stored], true),
    ];
    for (what, values, in_bytes) in wanted {
        let near = written.iter().find(|f| {
            let said = if in_bytes { bytes(f) } else { per_second(f) };
            said.is_some_and(|said| values.iter().any(|v| said >= v / 2.0 && said <= v * 2.0))
        });
        match near {
            Some(figure) => {
                let at = case.answer.numbers.span.0;
                let span = (at + figure.span.0, at + with_unit(&case.answer.numbers.text, figure));
                finding.quoted("E2", 0.25, what, &case.answer.text, span);
            }
            None => finding.item("E2", 0.25, 0.0, format!("{what}: not within a factor of two")),
        }
    }
    match deciding(&case.answer.numbers.text) {
        Some((from, to)) => {
            let at = case.answer.numbers.span.0;
            finding.quoted("E2", 0.25, "a number decides", &case.answer.text, (at + from, at + to));
        }
        None => finding.item("E2", 0.25, 0.0, "no number changes a choice"),
    }
    finding
}

/// Gives where the word after a number ends.
fn with_unit(text: &str, figure: &Figure) -> usize {
    let rest = &text[figure.span.1..];
    let gap = rest.len() - rest.trim_start().len();
    let word = rest[gap..].find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
    figure.span.1 + gap + word.unwrap_or(rest.len() - gap)
}

fn bytes(figure: &Figure) -> Option<f64> {
    let unit = figure.unit.split(['/', ' ', '.']).next().unwrap_or("");
    let scale = match unit {
        "kb" => 1e3,
        "mb" => 1e6,
        "gb" | "gib" => 1e9,
        "tb" | "tib" => 1e12,
        "pb" => 1e15,
        _ => return None,
    };
    Some(figure.value * scale)
}

fn per_second(figure: &Figure) -> Option<f64> {
    let unit = &figure.unit;
    let said = [
        "per second",
        "/s",
        "a second",
        "per sec",
        "rps",
        "rows/s",
        "events/s",
        "rows per",
        "events per",
        "messages per",
    ];
    said.iter().any(|s| unit.starts_with(s)).then_some(figure.value)
}

/// A line that holds two figures or more and says what follows from them.
fn deciding(text: &str) -> Option<(usize, usize)> {
    const CUES: [&str; 12] = [
        "decides",
        "so ",
        "therefore",
        "that is why",
        "i take",
        "not optional",
        "which means",
        "too small for",
        "fits in",
        "rules out",
        "need",
        "instead of",
    ];
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let lower = line.to_lowercase();
        if figures(line).len() >= 2
            && CUES.iter().any(|c| lower.contains(c))
            && line.split_whitespace().count() >= 10
        {
            return Some((from, from + line.trim_end().len()));
        }
        from += line.len();
    }
    None
}
