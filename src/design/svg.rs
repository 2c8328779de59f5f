//! The same picture as an SVG, for the report.

use std::fmt::Write;

use ascii_dag::{EdgePath, FlowAxis, LayoutEdge, LayoutIR};

use super::draw::{box_text, with_layout};
use super::graph::Graph;

/// One cell in pixels.
const CELL: (usize, usize) = (8, 18);

/// Draws the diagram as an SVG with its size, boxes, arrows and labels; empty without nodes.
pub fn svg(graph: &Graph) -> String {
    if graph.nodes.is_empty() {
        return String::new();
    }
    with_layout(graph, graph.direction, |layout| picture(graph, layout))
}

fn picture(graph: &Graph, layout: &LayoutIR<'_>) -> String {
    let (width, height) = ((layout.width() + 2) * CELL.0, (layout.height() + 2) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" font-family=\"monospace\" font-size=\"13\">\n\
         <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#555\"/></marker></defs>\n"
    );
    for frame in layout.subgraphs() {
        rect(
            &mut out,
            (frame.x, frame.y, frame.width, frame.height),
            "none",
            "#999",
            " stroke-dasharray=\"4 3\"",
        );
        text(&mut out, frame.x + 1, frame.y, frame.label);
    }
    for edge in layout.edges() {
        arrow(&mut out, graph, edge);
    }
    for node in layout.nodes().iter().filter(|n| n.edge_index.is_none()) {
        rect(&mut out, (node.x, node.y, node.width, node.height), "#fff", "#333", "");
        for (row, line) in
            graph.nodes.get(node.id).map(box_text).unwrap_or_default().iter().enumerate()
        {
            text(&mut out, node.x + 2, node.y + 1 + row, line);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Draws an edge from the declared source to the declared target along its route.
fn arrow(out: &mut String, graph: &Graph, edge: &LayoutEdge<'_>) {
    let points: Vec<String> =
        route(edge).into_iter().map(middle).map(|(x, y)| format!("{x},{y}")).collect();
    let declared = graph.edges.get(edge.edge_index);
    let dash = if declared.is_some_and(|e| e.dotted) { " stroke-dasharray=\"3 3\"" } else { "" };
    // An edge that was turned round to break a cycle points back to where it began.
    let head = if edge.reversed { "marker-start" } else { "marker-end" };
    let _ = writeln!(
        out,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"#555\"{dash} {head}=\"url(#arrow)\"/>",
        points.join(" ")
    );
    if let Some(label) = edge.label {
        text(out, edge.label_x, edge.label_y, label);
    }
}

fn route(edge: &LayoutEdge<'_>) -> Vec<(usize, usize)> {
    let (from, to) = ((edge.from_x, edge.from_y), (edge.to_x, edge.to_y));
    let at = |level: usize, cross: (usize, usize)| match edge.flow_axis {
        FlowAxis::Y => (cross.0, level),
        FlowAxis::X => (level, cross.1),
    };
    let between = match &edge.path {
        EdgePath::Corner { bend_at } => vec![at(*bend_at, from), at(*bend_at, to)],
        EdgePath::MultiSegment { waypoints, .. } => waypoints.clone(),
        EdgePath::Orthogonal { bends } => bends.clone(),
        EdgePath::SideChannel { channel_at, span_start, span_end } => match edge.flow_axis {
            FlowAxis::Y => vec![(*channel_at, *span_start), (*channel_at, *span_end)],
            FlowAxis::X => vec![(*span_start, *channel_at), (*span_end, *channel_at)],
        },
        _ => Vec::new(),
    };
    [vec![from], between, vec![to]].concat()
}

fn middle((x, y): (usize, usize)) -> (usize, usize) {
    ((x + 1) * CELL.0 + CELL.0 / 2, (y + 1) * CELL.1 + CELL.1 / 2)
}

fn rect(
    out: &mut String,
    (x, y, w, h): (usize, usize, usize, usize),
    fill: &str,
    stroke: &str,
    more: &str,
) {
    let _ = writeln!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{fill}\" stroke=\"{stroke}\"{more}/>",
        (x + 1) * CELL.0,
        (y + 1) * CELL.1,
        w * CELL.0,
        h * CELL.1
    );
}

fn text(out: &mut String, x: usize, y: usize, words: &str) {
    let (x, y) = ((x + 1) * CELL.0, (y + 1) * CELL.1 + 13);
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\">{}</text>", escaped(words));
}

fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars().filter(|c| *c != '\u{e000}' && !c.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::parse;

    #[test]
    fn the_svg_holds_every_box_and_arrow_and_escapes_their_text() {
        let svg =
            svg(&parse("flowchart LR\na[source: A & B] -->|x < 5| b[serve: board]\nr -.-> b"));
        assert_eq!(svg.matches("<polyline").count(), 2);
        assert_eq!(svg.matches("<rect").count(), 3);
        assert!(svg.contains("source: A &amp; B") && svg.contains("x &lt; 5"), "{svg}");
        assert!(svg.contains("stroke-dasharray=\"3 3\""));
    }

    #[test]
    fn no_nodes_give_no_picture() {
        assert_eq!(svg(&parse("flowchart LR")), "");
    }
}
