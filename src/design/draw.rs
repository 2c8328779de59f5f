//! How does a diagram look in text? Boxes and arrows in display cells, or a list when it is large.

use ascii_dag::graph::Direction as Flow;
use ascii_dag::render::engine::{NodePaintCtx, NodeRegion};
use ascii_dag::{
    CustomNode, Graph as Dag, LabelOverflow, LabelPlacementPolicy, LayoutIR, RenderOptions,
};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::graph::{Direction, Graph, Node, NodeKind};

/// The characters a picture is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    Unicode,
    Ascii,
}

/// With more nodes than this a picture is no longer read; a list is.
const MOST_BOXES: usize = 25;

/// Stands after a character that takes two cells and is taken out of the finished lines.
const SECOND_CELL: char = '\u{e000}';

/// Draws a diagram as lines of text. A picture wider than `width_hint` cells flows downwards if
/// that makes it narrower. With more than 25 nodes it is an indented list of who feeds whom.
pub fn draw(graph: &Graph, glyphs: Glyphs, width_hint: usize) -> Vec<String> {
    if graph.nodes.is_empty() {
        return Vec::new();
    }
    if graph.nodes.len() > MOST_BOXES {
        return list(graph, glyphs);
    }
    let picture = |direction| with_layout(graph, direction, |layout| paint(layout, glyphs));
    let wished = picture(graph.direction);
    if graph.direction == Direction::TopDown || width_of(&wished) <= width_hint {
        return wished;
    }
    let down = picture(Direction::TopDown);
    if width_of(&down) < width_of(&wished) { down } else { wished }
}

/// Gives the display cells of the widest line.
pub fn width_of(lines: &[String]) -> usize {
    lines.iter().map(|l| unicode_width::UnicodeWidthStr::width(l.as_str())).max().unwrap_or(0)
}

/// Lays a diagram out and hands the layout over; the boxes have the size of their text.
pub(super) fn with_layout<T>(
    graph: &Graph,
    direction: Direction,
    use_it: impl FnOnce(&LayoutIR<'_>) -> T,
) -> T {
    let texts: Vec<String> = graph.nodes.iter().map(|n| box_text(n).join("\n")).collect();
    let labels: Vec<Option<String>> =
        graph.edges.iter().map(|e| e.label.as_deref().map(in_cells)).collect();
    let titles: Vec<String> = graph.groups.iter().map(|g| in_cells(&g.title)).collect();
    let mut dag = Dag::new();
    dag.set_direction(match direction {
        Direction::LeftRight => Flow::LeftRight,
        Direction::TopDown => Flow::TopDown,
    });
    for (id, text) in texts.iter().enumerate() {
        dag.add_node(id, box_of(text));
    }
    for (edge, label) in graph.edges.iter().zip(&labels) {
        dag.add_edge(edge.from, edge.to, label.as_deref());
    }
    group(graph, &titles, &mut dag);
    use_it(&dag.compute_layout())
}

fn group<'a>(graph: &Graph, titles: &'a [String], dag: &mut Dag<'a>) {
    for (place, title) in titles.iter().enumerate() {
        let members: Vec<usize> =
            (0..graph.nodes.len()).filter(|n| graph.nodes[*n].group == Some(place)).collect();
        if members.is_empty() {
            continue;
        }
        let id = dag.add_subgraph(title);
        // A node stands in one group only, so placing it cannot fail; a frame less would do no harm.
        let _ = dag.put_nodes(&members).inside(id);
    }
}

fn box_of(text: &str) -> CustomNode<'_> {
    let width = text.lines().map(|l| l.chars().count()).max().unwrap_or(0);
    CustomNode {
        label: text.lines().next().unwrap_or(""),
        width: width + 4,
        height: text.lines().count().max(1) + 2,
        painter: Some(paint_box),
        payload: text,
    }
}

fn paint_box(region: &mut NodeRegion<'_, '_>, node: NodePaintCtx<'_>) {
    region.frame();
    for (row, line) in node.payload.lines().enumerate() {
        region.write_str(2, row + 1, line);
    }
}

/// The lines inside a box: kind and name, then the attributes.
pub(super) fn box_text(node: &Node) -> Vec<String> {
    let title = match node.kind {
        NodeKind::Unknown => node.label.clone(),
        kind => format!("{}: {}", kind.name(), node.label),
    };
    let attributes = node.attributes.iter().map(|(key, value)| format!("{key}={value}"));
    std::iter::once(title).chain(attributes).map(|line| in_cells(&line)).collect()
}

/// Writes a text so that each character is one cell: wide ones are followed by a stand-in, those
/// without width and control characters are left out.
fn in_cells(text: &str) -> String {
    let mut cells = String::new();
    for c in text.nfc().filter(|c| *c != SECOND_CELL) {
        match c.width() {
            Some(1) => cells.push(c),
            Some(2) => cells.extend([c, SECOND_CELL]),
            _ => {}
        }
    }
    if cells.is_empty() { " ".into() } else { cells }
}

fn paint(layout: &LayoutIR<'_>, glyphs: Glyphs) -> Vec<String> {
    let mut options = match glyphs {
        Glyphs::Unicode => RenderOptions::plain(),
        Glyphs::Ascii => RenderOptions::ascii(),
    };
    options.plan.label_policy.placement = LabelPlacementPolicy::AvoidNodeRows;
    options.plan.label_policy.overflow = LabelOverflow::Legend;
    options.emit.render_legend = true;
    let text = layout.render_string(&options).replace(SECOND_CELL, "");
    let mut lines: Vec<String> = text.lines().map(|l| l.trim_end().to_owned()).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Each node once, with what it feeds indented beneath it.
fn list(graph: &Graph, glyphs: Glyphs) -> Vec<String> {
    let (solid, dotted) = match glyphs {
        Glyphs::Unicode => ("→", "⇢"),
        Glyphs::Ascii => ("->", ".>"),
    };
    let name = |n: usize| box_text(&graph.nodes[n]).join("  ").replace(SECOND_CELL, "");
    let mut lines = Vec::new();
    for node in 0..graph.nodes.len() {
        lines.push(name(node));
        for edge in graph.edges.iter().filter(|e| e.from == node) {
            let arrow = if edge.dotted { dotted } else { solid };
            let label = edge.label.as_ref().map(|l| format!("  ({l})")).unwrap_or_default();
            lines.push(format!("  {arrow} {}{label}", graph.nodes[edge.to].label));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::parse;
    use proptest::prelude::*;

    const SHOP: &str = "flowchart LR\n shop[source: shop] -->|json| bus[queue: orders<br>retention=7d]\n bus --> raw[raw: lake]\n raw --> merge[batch: merge<br>every=5m] --> board[serve: board]";

    #[test]
    fn every_box_and_label_is_in_the_picture() {
        let picture = draw(&parse(SHOP), Glyphs::Unicode, 300).join("\n");
        for text in
            ["source: shop", "queue: orders", "retention=7d", "every=5m", "serve: board", "json"]
        {
            assert!(picture.contains(text), "{text} is missing:\n{picture}");
        }
        assert!(picture.contains('┌') && picture.contains('→'), "{picture}");
    }

    #[test]
    fn ascii_glyphs_are_ascii() {
        let picture = draw(&parse(SHOP), Glyphs::Ascii, 300).join("\n");
        assert!(picture.is_ascii(), "{picture}");
        assert!(picture.contains("queue: orders"));
    }

    #[test]
    fn a_picture_too_wide_flows_downwards() {
        let graph = parse(SHOP);
        let wide = draw(&graph, Glyphs::Unicode, 300);
        let narrow = draw(&graph, Glyphs::Unicode, 40);
        assert!(width_of(&narrow) < width_of(&wide));
        assert!(narrow.len() > wide.len());
    }

    #[test]
    fn wide_characters_keep_the_box_straight() {
        let lines =
            draw(&parse("flowchart TD\na[source: 注文データ<br>owner=shop]"), Glyphs::Unicode, 80);
        let width = |line: &String| unicode_width::UnicodeWidthStr::width(line.as_str());
        assert!(lines.iter().all(|l| width(l) == width(&lines[0])), "{lines:#?}");
    }

    #[test]
    fn a_large_diagram_is_a_list_of_who_feeds_whom() {
        let text: String = (0..30).map(|n| format!("n{n} --> n{}\n", n + 1)).collect();
        let lines = draw(&parse(&text), Glyphs::Unicode, 80);
        assert_eq!(lines[0], "n0");
        assert_eq!(lines[1], "  → n1");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_graph_is_drawn_with_every_node_in_it(
            edges in proptest::collection::vec((0usize..12, 0usize..12, any::<bool>()), 0..24)
        ) {
            let text: String = edges.iter().map(|(a, b, labelled)| {
                let label = if *labelled { "|five minutes|" } else { "" };
                format!("node{a} -->{label} node{b}\n")
            }).collect();
            let graph = parse(&text);
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let picture = draw(&graph, glyphs, 60).join("\n");
                for node in &graph.nodes {
                    prop_assert!(picture.contains(&node.label), "{} in\n{picture}", node.label);
                }
            }
        }
    }
}
