//! What was drawn: a diagram as text becomes a graph, a picture, and an answer one can judge.

pub mod answer;
pub mod draw;
pub mod graph;
pub mod parse;
mod statement;
pub mod svg;

pub use answer::{DesignAnswer, template};
pub use draw::{Glyphs, draw};
pub use graph::{Edge, Graph, Group, Node, NodeKind, Warning};
pub use parse::parse;
pub use svg::svg;
