//! What a diagram says: nodes with kinds and attributes, edges, groups, and what was not understood.

use serde::{Deserialize, Serialize};

/// A diagram, read as far as it could be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    pub direction: Direction,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub groups: Vec<Group>,
    /// What was not understood, in the order of the text.
    pub warnings: Vec<Warning>,
}

/// Where the flow goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    #[default]
    LeftRight,
    TopDown,
}

/// One box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The name by which edges mean it.
    pub id: String,
    pub kind: NodeKind,
    /// Its name without the kind and the attributes.
    pub label: String,
    /// `key=value` lines of the label, keys in lower case.
    pub attributes: Vec<(String, String)>,
    /// Where it is first written, in bytes.
    pub span: (usize, usize),
    /// The group it was written in.
    pub group: Option<usize>,
}

/// What a node does.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum NodeKind {
    Source,
    Queue,
    Stream,
    Batch,
    Store,
    Raw,
    Table,
    Serve,
    Orchestrate,
    Quality,
    Dlq,
    Catalog,
    /// Neither prefix nor shape say it.
    #[default]
    Unknown,
}

impl NodeKind {
    /// Every kind that has a name.
    pub const NAMED: [NodeKind; 12] = [
        NodeKind::Source,
        NodeKind::Queue,
        NodeKind::Stream,
        NodeKind::Batch,
        NodeKind::Store,
        NodeKind::Raw,
        NodeKind::Table,
        NodeKind::Serve,
        NodeKind::Orchestrate,
        NodeKind::Quality,
        NodeKind::Dlq,
        NodeKind::Catalog,
    ];

    /// Gives the name used as the label's prefix.
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Source => "source",
            NodeKind::Queue => "queue",
            NodeKind::Stream => "stream",
            NodeKind::Batch => "batch",
            NodeKind::Store => "store",
            NodeKind::Raw => "raw",
            NodeKind::Table => "table",
            NodeKind::Serve => "serve",
            NodeKind::Orchestrate => "orchestrate",
            NodeKind::Quality => "quality",
            NodeKind::Dlq => "dlq",
            NodeKind::Catalog => "catalog",
            NodeKind::Unknown => "unknown",
        }
    }

    /// Finds a kind by its name.
    pub fn named(name: &str) -> Option<NodeKind> {
        let name = name.trim().to_lowercase();
        NodeKind::NAMED.into_iter().find(|kind| kind.name() == name)
    }

    /// Says whether it changes data: what reads raw data must come before it.
    pub fn transforms(self) -> bool {
        matches!(self, NodeKind::Stream | NodeKind::Batch)
    }
}

/// One arrow, from node to node by their places in [`Graph::nodes`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub label: Option<String>,
    /// Control instead of data: `-.->`.
    pub dotted: bool,
    pub span: (usize, usize),
}

/// A subgraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub title: String,
    pub parent: Option<usize>,
    pub span: (usize, usize),
}

/// Something that was not understood; the rest of the diagram stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub words: String,
    pub span: (usize, usize),
}

impl Node {
    /// Gives an attribute's value.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }
}

impl Graph {
    /// Gives the nodes that data can reach from a node, itself left out unless on a cycle.
    pub fn downstream(&self, from: usize) -> Vec<usize> {
        self.reach(from, |edge| (edge.from, edge.to))
    }

    /// Gives the nodes from which data can reach a node.
    pub fn upstream(&self, to: usize) -> Vec<usize> {
        self.reach(to, |edge| (edge.to, edge.from))
    }

    /// Gives the places of the nodes of a kind.
    pub fn of_kind(&self, kind: NodeKind) -> Vec<usize> {
        (0..self.nodes.len()).filter(|n| self.nodes[*n].kind == kind).collect()
    }

    /// Gives the edges that carry data.
    pub fn data_edges(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|edge| !edge.dotted)
    }

    fn reach(&self, start: usize, along: fn(&Edge) -> (usize, usize)) -> Vec<usize> {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for (from, to) in self.data_edges().map(along) {
                if from == at && !seen[to] {
                    seen[to] = true;
                    open.push(to);
                }
            }
        }
        (0..seen.len()).filter(|n| seen[*n]).collect()
    }
}
