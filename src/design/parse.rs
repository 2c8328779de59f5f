//! How is a diagram's text read? A subset of Mermaid flowcharts, line by line, never losing one.

use super::graph::{Direction, Edge, Graph, Group, Node, NodeKind, Warning};
use super::statement::{Chain, Link, Shape, chain};

/// Reads a diagram. It never fails: what is not understood becomes a warning with its line and
/// column, and everything else still counts. A fence around the diagram may be left in.
pub fn parse(text: &str) -> Graph {
    let mut reader = Reader { text, graph: Graph::default(), open_groups: Vec::new() };
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        reader.line(from, line.trim_end_matches(['\n', '\r']));
        from += line.len();
    }
    reader.finish()
}

struct Reader<'a> {
    text: &'a str,
    graph: Graph,
    open_groups: Vec<usize>,
}

impl Reader<'_> {
    fn line(&mut self, from: usize, line: &str) {
        for (at, statement) in statements(line) {
            let lead = statement.len() - statement.trim_start().len();
            let trimmed = statement.trim();
            if !trimmed.is_empty() {
                self.statement(from + at + lead, trimmed);
            }
        }
    }

    fn statement(&mut self, at: usize, statement: &str) {
        let word = statement.split_whitespace().next().unwrap_or("");
        match word {
            _ if statement.starts_with("%%") || statement.starts_with("```") => {}
            "flowchart" | "graph" => self.header(at, statement),
            "direction" => self.header(at, statement),
            "subgraph" => self.open_group(at, statement),
            "end" if statement == "end" => self.close_group(at),
            "classDef" | "class" | "style" | "linkStyle" | "click" => {
                self.warn(
                    at,
                    statement.len(),
                    &format!("`{word}` changes colours only; it is left out"),
                );
            }
            _ => self.nodes_and_edges(at, statement),
        }
    }

    fn header(&mut self, at: usize, statement: &str) {
        match statement.split_whitespace().nth(1) {
            Some("TD" | "TB" | "BT") => self.graph.direction = Direction::TopDown,
            Some("LR" | "RL") => self.graph.direction = Direction::LeftRight,
            _ => self.warn(at, statement.len(), "write `flowchart LR` or `flowchart TD`"),
        }
    }

    fn open_group(&mut self, at: usize, statement: &str) {
        let rest = statement["subgraph".len()..].trim();
        let title = match (rest.find('['), rest.ends_with(']')) {
            (Some(open), true) => &rest[open + 1..rest.len() - 1],
            _ => rest,
        };
        let title = title.trim().trim_matches('"').to_owned();
        let parent = self.open_groups.last().copied();
        self.graph.groups.push(Group { title, parent, span: (at, at + statement.len()) });
        self.open_groups.push(self.graph.groups.len() - 1);
    }

    fn close_group(&mut self, at: usize) {
        if self.open_groups.pop().is_none() {
            self.warn(at, 3, "`end` closes no subgraph");
        }
    }

    fn nodes_and_edges(&mut self, at: usize, statement: &str) {
        let Chain { steps, rest } = chain(statement);
        let mut before: Vec<usize> = Vec::new();
        let mut link: Option<Link> = None;
        for step in steps {
            let here: Vec<usize> =
                step.nodes.iter().map(|shape| self.node(at, statement, shape)).collect();
            if let Some(link) = &link {
                self.connect(&before, &here, link, at, step.end);
            }
            before = here;
            link = step.link;
        }
        if let Some((from, words)) = rest {
            self.warn(at + from, statement.len() - from, &words);
        }
    }

    fn connect(&mut self, before: &[usize], here: &[usize], link: &Link, at: usize, end: usize) {
        for from in before {
            for to in here {
                self.graph.edges.push(Edge {
                    from: *from,
                    to: *to,
                    label: link.label.clone(),
                    dotted: link.dotted,
                    span: (at + link.start, at + end),
                });
            }
        }
    }

    /// Finds the node of an id or makes it; a later shape completes an earlier bare mention.
    fn node(&mut self, at: usize, statement: &str, shape: &Shape) -> usize {
        let span = (at + shape.start, at + shape.end);
        let known = self.graph.nodes.iter().position(|n| n.id == shape.id);
        let place = known.unwrap_or_else(|| {
            self.graph.nodes.push(Node {
                id: shape.id.clone(),
                kind: NodeKind::Unknown,
                label: shape.id.clone(),
                attributes: Vec::new(),
                span,
                group: self.open_groups.last().copied(),
            });
            self.graph.nodes.len() - 1
        });
        if let Some((from, to)) = shape.label {
            let label = &statement[from..to];
            let already = self.graph.nodes[place].span != span
                && self.graph.nodes[place].label != self.graph.nodes[place].id;
            if already && !same_label(&self.graph.nodes[place], label) {
                self.warn(
                    at + from,
                    to - from,
                    &format!("`{}` has a label already; the later one counts", shape.id),
                );
            }
            let group = self.graph.nodes[place].group.or(self.open_groups.last().copied());
            describe(&mut self.graph.nodes[place], label, shape.kind);
            self.graph.nodes[place].span = span;
            self.graph.nodes[place].group = group;
        }
        place
    }

    fn warn(&mut self, at: usize, len: usize, words: &str) {
        let (line, column) = place_of(self.text, at);
        let span = (at, at + len);
        self.graph.warnings.push(Warning { line, column, words: words.to_owned(), span });
    }

    fn finish(mut self) -> Graph {
        if let Some(group) = self.open_groups.last() {
            let at = self.graph.groups[*group].span.0;
            self.warn(at, "subgraph".len(), "this subgraph is not closed by `end`");
        }
        self.graph.warnings.sort_by_key(|w| w.span.0);
        self.graph
    }
}

/// Parts a line at semicolons that stand outside of brackets and quotes.
fn statements(line: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let (mut from, mut depth, mut quoted) = (0, 0i32, false);
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' | '{' if !quoted => depth += 1,
            ']' | ')' | '}' if !quoted => depth -= 1,
            ';' if !quoted && depth <= 0 => {
                parts.push((from, &line[from..at]));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push((from, &line[from..]));
    parts
}

fn same_label(node: &Node, label: &str) -> bool {
    let mut other = node.clone();
    describe(&mut other, label, node.kind);
    other.label == node.label && other.attributes == node.attributes
}

/// Reads `kind: name<br>key=value` into a node.
fn describe(node: &mut Node, label: &str, by_shape: NodeKind) {
    let lines = label_lines(label);
    let first = lines.first().map_or("", String::as_str);
    let (kind, name) = match first.split_once(':') {
        Some((prefix, name)) => match NodeKind::named(prefix) {
            Some(kind) => (kind, name.trim()),
            None => (by_shape, first),
        },
        None => (NodeKind::named(first).unwrap_or(by_shape), first),
    };
    node.kind = kind;
    node.label = name.to_owned();
    node.attributes.clear();
    for line in lines.iter().skip(1) {
        match line.split_once('=') {
            Some((key, value)) => {
                let pair = (key.trim().to_lowercase(), value.trim().to_owned());
                node.attributes.push(pair);
            }
            None => {
                node.label.push(' ');
                node.label.push_str(line);
            }
        }
    }
    if node.label.is_empty() {
        node.label = node.id.clone();
    }
}

fn label_lines(label: &str) -> Vec<String> {
    let label = label.trim().trim_matches('"');
    let mut plain = label.replace("\\n", "\n");
    for tag in ["<br>", "<br/>", "<br />", "<BR>", "<BR/>"] {
        plain = plain.replace(tag, "\n");
    }
    plain.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Gives the line and the column in characters, both from 1, of a byte of a text.
pub fn place_of(text: &str, at: usize) -> (usize, usize) {
    let at = text.floor_char_boundary(at.min(text.len()));
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kinds_come_from_the_prefix_or_the_shape() {
        let graph = parse(
            "flowchart LR\n a[source: shop<br>owner=shop team] --> b[(lake)]\n b --> c{gate}\n c -->|ok, 5m| d[serve: board]",
        );
        let kinds: Vec<&str> = graph.nodes.iter().map(|n| n.kind.name()).collect();
        assert_eq!(kinds, ["source", "store", "quality", "serve"]);
        assert_eq!(graph.nodes[0].attribute("owner"), Some("shop team"));
        assert_eq!(graph.nodes[0].label, "shop");
        assert_eq!(graph.edges[2].label.as_deref(), Some("ok, 5m"));
        assert_eq!(graph.warnings, []);
    }

    #[test]
    fn a_chain_and_an_ampersand_make_every_edge() {
        let graph = parse("flowchart TD\na & b --> c --> d\nrunner -.-> c");
        let edges: Vec<(usize, usize, bool)> =
            graph.edges.iter().map(|e| (e.from, e.to, e.dotted)).collect();
        assert_eq!(edges, [(0, 2, false), (1, 2, false), (2, 3, false), (4, 2, true)]);
        assert_eq!(graph.direction, Direction::TopDown);
    }

    #[test]
    fn what_is_not_understood_is_named_with_line_and_column() {
        let graph = parse("flowchart LR\na --> b\n  a ==? b\nc[open");
        let at: Vec<(usize, usize)> = graph.warnings.iter().map(|w| (w.line, w.column)).collect();
        assert_eq!(at, [(3, 5), (4, 2)]);
        assert_eq!(graph.nodes.len(), 3);
        assert_eq!(graph.edges.len(), 1);
    }

    #[test]
    fn groups_hold_what_is_written_in_them() {
        let graph = parse("flowchart LR\nsubgraph lake [The lake]\na --> b\nend\nc\nend");
        assert_eq!(graph.groups[0].title, "The lake");
        assert_eq!(graph.nodes[0].group, Some(0));
        assert_eq!(graph.nodes[2].group, None);
        assert_eq!(graph.warnings[0].line, 6);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader_and_no_line_is_lost(
            text in "([a-z]{1,3}|-->|-\\.->|==>|\\[|\\]|\\(|\\)|\\{|\\}|\\||;|&|\"|subgraph |end|<br>|é|日|\n| |=|:){0,60}"
        ) {
            let graph = parse(&text);
            let mut from = 0;
            for line in text.split_inclusive('\n') {
                let to = from + line.len();
                let content = line.trim().trim_matches(';').trim();
                let touches = |span: (usize, usize)| span.0 < to && span.1 > from;
                let seen = graph.nodes.iter().any(|n| touches(n.span))
                    || graph.edges.iter().any(|e| touches(e.span))
                    || graph.groups.iter().any(|g| touches(g.span))
                    || graph.warnings.iter().any(|w| touches(w.span))
                    || content.split(';').all(|c| matches!(c.trim(), "" | "end"))
                    || graph.nodes.iter().any(|n| content.contains(&n.id));
                prop_assert!(seen, "{line:?} of {text:?} is lost");
                from = to;
            }
        }

        #[test]
        fn any_text_at_all_is_read(text in "\\PC{0,200}") {
            let graph = parse(&text);
            for edge in &graph.edges {
                prop_assert!(edge.from < graph.nodes.len() && edge.to < graph.nodes.len());
            }
            for node in &graph.nodes {
                prop_assert!(text.get(node.span.0..node.span.1).is_some());
            }
        }
    }
}
