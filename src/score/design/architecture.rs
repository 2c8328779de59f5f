//! E3: does the graph hold? Every item is read from nodes and edges, none from words.

use super::figure::minutes;
use super::{Case, Finding};
use crate::design::{Graph, Node, NodeKind};

/// E3 on the graph. Without data edges there is nothing to judge, so nothing is earned.
pub fn architecture(case: &Case) -> Finding {
    let mut finding = Finding::new();
    let graph = &case.answer.graph;
    if graph.data_edges().count() < 2 {
        finding.item("E3", 1.0, 0.0, "boxes without arrows are a list, not an architecture");
        finding.missing.push(("e3-source-reaches-serving", "No source reaches a serving node."));
        return finding;
    }
    reaching(case, graph, &mut finding);
    raw_first(graph, &mut finding);
    triggers(graph, &mut finding);
    keyed(case, graph, &mut finding);
    gated(case, graph, &mut finding);
    rejected(graph, &mut finding);
    let joined = (0..graph.nodes.len()).filter(|n| touched(graph, *n)).count();
    let all = graph.nodes.len().max(1) as f64;
    finding.item(
        "E3",
        0.06,
        full(joined as f64 / all),
        format!("{joined} of {all} nodes are connected"),
    );
    let data = graph.data_edges().count().max(1) as f64;
    let labelled = graph.data_edges().filter(|e| e.label.is_some()).count() as f64;
    finding.item(
        "E3",
        0.06,
        labelled / data,
        format!("{labelled} of {data} data edges say format or cadence"),
    );
    within_sla(case, graph, &mut finding);
    finding
}

fn full(share: f64) -> f64 {
    if share >= 1.0 { 1.0 } else { share * 0.5 }
}

fn touched(graph: &Graph, node: usize) -> bool {
    graph.edges.iter().any(|e| e.from == node || e.to == node)
}

fn quote(case: &Case, finding: &mut Finding, part: f64, words: &str, node: &Node) {
    let at = case.answer.diagram.span.0;
    let span = (at + node.span.0, at + node.span.1);
    finding.quoted("E3", part, words, &case.answer.text, span);
}

fn reaching(case: &Case, graph: &Graph, finding: &mut Finding) {
    let sources = graph.of_kind(NodeKind::Source);
    let serves = |from: &usize| {
        graph.downstream(*from).iter().any(|n| graph.nodes[*n].kind == NodeKind::Serve)
    };
    let reached = sources.iter().filter(|s| serves(s)).count();
    let share = reached as f64 / sources.len().max(1) as f64;
    let words = match sources.len() {
        0 => "no node is a source; write its label as `source: name`".to_owned(),
        all => format!("{reached} of {all} sources reach a serving node"),
    };
    finding.item("E3", 0.25, share, words);
    for lost in sources.iter().filter(|s| !serves(s)) {
        let at = case.answer.diagram.span.0;
        let span = graph.nodes[*lost].span;
        let words = "this source reaches no serving node";
        finding.evidence.push(crate::interview::verdict::Evidence::quoting(
            "E3",
            false,
            words,
            &case.answer.text,
            (at + span.0, at + span.1),
        ));
    }
    if sources.is_empty() || reached < sources.len() {
        finding.missing.push((
            "e3-source-reaches-serving",
            "A source reaches no serving node, or there is none.",
        ));
    }
}

/// Raw counts as landed when a source reaches it without passing a transform.
fn raw_first(graph: &Graph, finding: &mut Finding) {
    let sources = graph.of_kind(NodeKind::Source);
    let lands = |source: &usize| {
        let mut open = vec![*source];
        let mut seen = vec![false; graph.nodes.len()];
        while let Some(at) = open.pop() {
            for edge in graph.data_edges().filter(|e| e.from == at) {
                let kind = graph.nodes[edge.to].kind;
                if is_raw(&graph.nodes[edge.to]) {
                    return true;
                }
                if !seen[edge.to] && !kind.transforms() {
                    seen[edge.to] = true;
                    open.push(edge.to);
                }
            }
        }
        false
    };
    let landed = sources.iter().filter(|s| lands(s)).count();
    let share = landed as f64 / sources.len().max(1) as f64;
    finding.item(
        "E3",
        0.15,
        share,
        format!("{landed} of {} sources land raw before any transform", sources.len()),
    );
    if landed == 0 {
        finding
            .missing
            .push(("e3-raw-before-transform", "Raw data is not landed before it is transformed."));
    }
}

fn is_raw(node: &Node) -> bool {
    let label = node.label.to_lowercase();
    node.kind == NodeKind::Raw
        || node.kind == NodeKind::Store
            && ["raw", "landing", "bronze"].iter().any(|w| label.contains(w))
}

fn triggers(graph: &Graph, finding: &mut Finding) {
    let batches = graph.of_kind(NodeKind::Batch);
    if batches.is_empty() {
        finding.item("E3", 0.10, 1.0, "no batch edge needs a trigger");
        return;
    }
    const KEYS: [&str; 6] = ["every", "at", "trigger", "schedule", "cron", "when"];
    let owned = |n: &usize| {
        KEYS.iter().any(|k| graph.nodes[*n].attribute(k).is_some())
            || graph
                .edges
                .iter()
                .any(|e| e.to == *n && graph.nodes[e.from].kind == NodeKind::Orchestrate)
    };
    let count = batches.iter().filter(|n| owned(n)).count();
    finding.item(
        "E3",
        0.10,
        count as f64 / batches.len() as f64,
        format!("{count} of {} batch jobs have a schedule or trigger", batches.len()),
    );
}

/// A key by which a transform or table can drop a second copy, upstream of a reader.
fn keyed(case: &Case, graph: &Graph, finding: &mut Finding) {
    let guards = |n: &usize| {
        let node = &graph.nodes[*n];
        let kind = node.kind.transforms() || node.kind == NodeKind::Table;
        let once =
            ["idempotent", "dedup", "unique", "merge"].iter().any(|k| node.attribute(k).is_some());
        kind && once && node.attribute("key").is_some() && feeds_reader(graph, *n)
    };
    match (0..graph.nodes.len()).find(guards) {
        Some(n) => quote(
            case,
            finding,
            0.12,
            "a key drops second copies before the aggregate",
            &graph.nodes[n],
        ),
        None => {
            finding.item(
                "E3",
                0.12,
                0.0,
                "no transform or table has both a key and an idempotent write",
            );
            finding.missing.push(("e3-dedup-key", "No dedup key before the first aggregate."));
        }
    }
}

fn feeds_reader(graph: &Graph, node: usize) -> bool {
    graph.downstream(node).iter().any(|n| graph.nodes[*n].kind == NodeKind::Serve)
}

fn gated(case: &Case, graph: &Graph, finding: &mut Finding) {
    let gates = |n: &usize| {
        let from_source =
            graph.upstream(*n).iter().any(|u| graph.nodes[*u].kind == NodeKind::Source);
        graph.nodes[*n].kind == NodeKind::Quality && from_source && feeds_reader(graph, *n)
    };
    match (0..graph.nodes.len()).find(gates) {
        Some(n) => quote(
            case,
            finding,
            0.12,
            "a gate stands between transform and reader",
            &graph.nodes[n],
        ),
        None => {
            finding.item("E3", 0.12, 0.0, "no quality gate between a source and a reader");
            finding.missing.push(("e3-quality-gate", "No quality gate before publishing."));
        }
    }
}

fn rejected(graph: &Graph, finding: &mut Finding) {
    let fed =
        graph.of_kind(NodeKind::Dlq).into_iter().any(|n| graph.data_edges().any(|e| e.to == n));
    let words =
        if fed { "rejected rows have a place" } else { "rejected rows have no place of their own" };
    finding.item("E3", 0.08, f64::from(u8::from(fed)), words);
    if !fed {
        finding.missing.push(("e3-dead-letters", "Bad rows have no quarantine."));
    }
}

/// The quickest way from a source to a reader: its cadences together must keep the SLA.
fn within_sla(case: &Case, graph: &Graph, finding: &mut Finding) {
    let sla = case.body.sla_minutes;
    match quickest(graph) {
        Some(total) if total <= sla => {
            finding.item(
                "E3",
                0.06,
                1.0,
                format!("the quickest path takes {total:.1} of {sla} minutes"),
            );
        }
        Some(total) => {
            finding.item(
                "E3",
                0.06,
                0.0,
                format!("the quickest path takes {total:.0} minutes, {sla} are allowed"),
            );
        }
        None => finding.item("E3", 0.06, 0.0, "no cadence on any path to a reader"),
    }
}

/// Gives the least sum of cadences on a path from a source to a reader; none when no path has any.
pub fn quickest(graph: &Graph) -> Option<f64> {
    let cadence = |n: usize| -> f64 {
        let node = &graph.nodes[n];
        let said =
            ["every", "window", "schedule", "refresh"].iter().find_map(|k| node.attribute(k));
        said.and_then(minutes).unwrap_or(0.0)
    };
    let mut best: Vec<Option<f64>> = vec![None; graph.nodes.len()];
    for source in graph.of_kind(NodeKind::Source) {
        best[source] = Some(0.0);
    }
    // As many rounds as nodes settle every shortest path.
    for _ in 0..graph.nodes.len() {
        for edge in graph.data_edges() {
            let Some(so_far) = best[edge.from] else { continue };
            let labelled = edge.label.as_deref().and_then(cadence_in).unwrap_or(0.0);
            let total = so_far + cadence(edge.to).max(labelled);
            if best[edge.to].is_none_or(|known| total < known) {
                best[edge.to] = Some(total);
            }
        }
    }
    let readers = graph.of_kind(NodeKind::Serve);
    // A direct answer without any cadence says nothing about how fresh the tables are.
    let totals = || readers.iter().filter_map(|n| best[*n]);
    let least =
        totals().filter(|t| *t > 0.02).min_by(f64::total_cmp).or(totals().min_by(f64::total_cmp))?;
    let says = graph.nodes.iter().any(|n| n.attribute("every").is_some())
        || graph.data_edges().any(|e| e.label.as_deref().and_then(cadence_in).is_some());
    says.then_some(least)
}

/// Reads the cadence from an edge's label such as `json, 1 minute`.
fn cadence_in(label: &str) -> Option<f64> {
    label.split(',').find_map(|part| minutes(part.trim().trim_start_matches("every ")))
}
