//! What does one line of a diagram say? Nodes with their shapes, joined by arrows.

use super::graph::NodeKind;

/// A line taken apart: `a & b --> c -->|label| d`.
#[derive(Debug, Default)]
pub struct Chain {
    pub steps: Vec<Step>,
    /// Where reading stopped, and what was expected there.
    pub rest: Option<(usize, String)>,
}

/// The nodes at one place of a chain, and the arrow that leaves them.
#[derive(Debug)]
pub struct Step {
    pub nodes: Vec<Shape>,
    pub end: usize,
    pub link: Option<Link>,
}

/// A mention of a node.
#[derive(Debug)]
pub struct Shape {
    pub id: String,
    pub start: usize,
    pub end: usize,
    /// Where the label stands, when there is one.
    pub label: Option<(usize, usize)>,
    /// What the brackets say about its kind.
    pub kind: NodeKind,
}

/// An arrow.
#[derive(Debug)]
pub struct Link {
    pub start: usize,
    pub label: Option<String>,
    pub dotted: bool,
}

/// Takes a line apart as far as it can be understood.
pub fn chain(line: &str) -> Chain {
    let mut cursor = Cursor { line, at: 0 };
    let mut chain = Chain::default();
    loop {
        let (nodes, problem) = cursor.nodes();
        let stopped = nodes.is_empty();
        if !stopped {
            chain.steps.push(Step { nodes, end: cursor.at, link: None });
        }
        if let Some(problem) = problem {
            chain.rest = Some(problem);
            return chain;
        }
        cursor.skip_spaces();
        if cursor.is_done() {
            return chain;
        }
        let at = cursor.at;
        match cursor.link() {
            Some(link) if !stopped => {
                if let Some(step) = chain.steps.last_mut() {
                    step.link = Some(link);
                }
            }
            _ => {
                chain.rest = Some((at, "an arrow such as `-->` was expected here".into()));
                return chain;
            }
        }
    }
}

struct Cursor<'a> {
    line: &'a str,
    at: usize,
}

/// Opening and closing brackets with the kind they stand for; longer ones first.
const BRACKETS: [(&str, &str, NodeKind); 8] = [
    ("[(", ")]", NodeKind::Store),
    ("([", "])", NodeKind::Serve),
    ("[[", "]]", NodeKind::Batch),
    ("((", "))", NodeKind::Source),
    ("{{", "}}", NodeKind::Orchestrate),
    ("[", "]", NodeKind::Unknown),
    ("(", ")", NodeKind::Stream),
    ("{", "}", NodeKind::Quality),
];

impl Cursor<'_> {
    fn rest(&self) -> &str {
        &self.line[self.at..]
    }

    fn is_done(&self) -> bool {
        self.at >= self.line.len()
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Reads `a[...] & b`, and says where and why it stopped if it did.
    fn nodes(&mut self) -> (Vec<Shape>, Option<(usize, String)>) {
        let mut nodes = Vec::new();
        loop {
            self.skip_spaces();
            let start = self.at;
            let id = self.id();
            if id.is_empty() {
                return (nodes, Some((start, "a node's name was expected here".into())));
            }
            match self.shape(&id) {
                Ok((label, kind)) => {
                    nodes.push(Shape { id, start, end: self.at, label, kind });
                }
                Err(open) => {
                    nodes.push(Shape {
                        id,
                        start,
                        end: open,
                        label: None,
                        kind: NodeKind::Unknown,
                    });
                    self.at = self.line.len();
                    return (nodes, Some((open, "this bracket is not closed on its line".into())));
                }
            }
            self.skip_class();
            self.skip_spaces();
            if !self.rest().starts_with('&') {
                return (nodes, None);
            }
            self.at += 1;
        }
    }

    fn id(&mut self) -> String {
        let rest = self.rest();
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            // A hyphen or dot belongs to the name unless an arrow begins with it.
            let joins = matches!(c, '-' | '.')
                && at > 0
                && rest[at + 1..].starts_with(|n: char| n.is_alphanumeric());
            if !(c.is_alphanumeric() || c == '_' || joins) {
                break;
            }
            end = at + c.len_utf8();
        }
        let id = rest[..end].to_owned();
        self.at += end;
        id
    }

    /// Reads a label in brackets; the error is the place of a bracket that is never closed.
    fn shape(&mut self, _id: &str) -> Result<(Option<(usize, usize)>, NodeKind), usize> {
        let rest = self.rest();
        let Some((open, close, kind)) = BRACKETS.iter().find(|(open, _, _)| rest.starts_with(open))
        else {
            return Ok((None, NodeKind::Unknown));
        };
        let inside = self.at + open.len();
        let body = &self.line[inside..];
        let end = match body.strip_prefix('"').and_then(|b| b.find('"')) {
            // Brackets within quotes belong to the label.
            Some(quote) => body[quote + 2..].find(close).map(|c| quote + 2 + c),
            None => body.find(close),
        };
        let Some(end) = end else { return Err(self.at) };
        self.at = inside + end + close.len();
        Ok((Some((inside, inside + end)), *kind))
    }

    /// `:::name` names a colour class.
    fn skip_class(&mut self) {
        if self.rest().starts_with(":::") {
            self.at += 3;
            self.id();
        }
    }

    /// Reads `-->`, `-.->`, `==>`, `---`, `-->|label|`, `-- label -->`, `-. label .->`.
    fn link(&mut self) -> Option<Link> {
        let start = self.at;
        let rest = self.rest();
        let stroke =
            rest.find(|c: char| !matches!(c, '-' | '=' | '.' | '>' | '<')).unwrap_or(rest.len());
        let body = &rest[..stroke];
        if body.len() < 2 || !body.starts_with(['-', '=', '<']) {
            return None;
        }
        let dotted = body.contains('.');
        let whole = body.ends_with('>') || body.len() >= 3 && !dotted;
        if whole && valid(body) {
            self.at += stroke;
            return Some(Link { start, label: self.piped_label(), dotted });
        }
        self.worded_link(start, body.len(), dotted)
    }

    fn piped_label(&mut self) -> Option<String> {
        self.skip_spaces();
        let body = self.rest().strip_prefix('|')?;
        let end = body.find('|')?;
        let label = body[..end].trim().trim_matches('"').to_owned();
        self.at += end + 2;
        (!label.is_empty()).then_some(label)
    }

    fn worded_link(&mut self, start: usize, opening: usize, dotted: bool) -> Option<Link> {
        let opens = &self.rest()[..opening];
        let closing = match opens {
            "--" => "-->",
            "-." => ".->",
            "==" => "==>",
            _ => return None,
        };
        let body = &self.rest()[opening..];
        let end = body.find(closing)?;
        let label = body[..end].trim().to_owned();
        self.at += opening + end + closing.len();
        Some(Link { start, label: (!label.is_empty()).then_some(label), dotted })
    }
}

fn valid(arrow: &str) -> bool {
    let shaft = arrow.trim_start_matches('<').trim_end_matches('>');
    let plain = shaft.chars().all(|c| c == '-') && shaft.len() >= 2;
    let thick = shaft.chars().all(|c| c == '=') && shaft.len() >= 2;
    let dotted = shaft.starts_with('-')
        && shaft.ends_with('-')
        && shaft.len() >= 3
        && shaft[1..shaft.len() - 1].chars().all(|c| c == '.');
    plain || thick || dotted
}
