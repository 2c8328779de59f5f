//! A place in a reference, and the edits that can be made there.

use std::ops::Range;

use rustpython_ruff_python_ast::{
    Comprehension, ExceptHandlerExceptHandler, Expr, ExprCall, Stmt, StmtFunctionDef,
};
use rustpython_ruff_text_size::{Ranged, TextRange, TextSize};

/// What stands at a place.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    Stmt(&'a Stmt),
    Expr(&'a Expr),
    /// What decides: the test of an `if`, a `while`, an `assert`, or of a comprehension.
    Condition(&'a Expr),
    Comprehension(&'a Comprehension),
    Handler(&'a ExceptHandlerExceptHandler),
}

/// What a place stands in.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    pub function: Option<&'a StmtFunctionDef>,
    /// How many functions deep; a function in the module itself is 1.
    pub depth: usize,
    /// The loop whose turn it is part of.
    pub in_loop: bool,
    /// A loop or a comprehension, in which a closure is made again and again.
    pub repeated: bool,
    /// A loop that tries something again after a failure.
    pub retries: bool,
    /// The expression of which nothing matters but whether it is true.
    pub asked: Option<&'a Expr>,
}

/// A place with its text.
pub struct Spot<'a> {
    pub source: &'a str,
    pub node: Node<'a>,
    pub around: Around<'a>,
}

impl<'a> Spot<'a> {
    /// Gives the expression, if one stands here.
    pub fn expr(&self) -> Option<&'a Expr> {
        match self.node {
            Node::Expr(expr) => Some(expr),
            _ => None,
        }
    }

    /// Gives the call, if one stands here.
    pub fn call(&self) -> Option<&'a ExprCall> {
        self.expr().and_then(Expr::as_call_expr)
    }

    /// Says whether nothing matters of the expression here but whether it is true.
    pub fn is_asked(&self) -> bool {
        match (self.around.asked, self.expr()) {
            (Some(asked), Some(expr)) => std::ptr::eq(asked, expr),
            _ => false,
        }
    }

    /// Gives the statement, if one stands here.
    pub fn stmt(&self) -> Option<&'a Stmt> {
        match self.node {
            Node::Stmt(stmt) => Some(stmt),
            _ => None,
        }
    }

    /// Gives the text of a node.
    pub fn text(&self, node: &impl Ranged) -> &'a str {
        &self.source[span(node)]
    }

    /// Gives the text of an expression, in parentheses where something written after it could tear it apart.
    pub fn atom(&self, expr: &Expr) -> String {
        let text = self.text(expr);
        match is_atom(expr) {
            true => text.to_owned(),
            false => format!("({text})"),
        }
    }

    /// Finds the operator between two operands, past parentheses and comments.
    pub fn operator(&self, left: &Expr, right: &Expr) -> Option<TextRange> {
        let (from, to) = (left.end().to_usize(), right.start().to_usize());
        let mut found: Option<(usize, usize)> = None;
        let mut comment = false;
        for (at, letter) in self.source[from..to].char_indices() {
            comment = letter != '\n' && (comment || letter == '#');
            if !comment && !letter.is_whitespace() && !"()\\".contains(letter) {
                found = Some((found.map_or(at, |(first, _)| first), at + letter.len_utf8()));
            }
        }
        let size = |at: usize| TextSize::try_from(from + at).ok();
        found.and_then(|(first, end)| Some(TextRange::new(size(first)?, size(end)?)))
    }

    /// Gives the indentation of a statement, if it begins its line.
    pub fn indent(&self, stmt: &Stmt) -> Option<&'a str> {
        let start = stmt.start().to_usize();
        let line = self.source[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = &self.source[line..start];
        indent.trim().is_empty().then_some(indent)
    }
}

/// Gives the bytes a node takes.
pub fn span(node: &impl Ranged) -> Range<usize> {
    node.start().to_usize()..node.end().to_usize()
}

fn is_atom(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.parenthesized,
        Expr::Generator(generator) => generator.parenthesized,
        // `1.real` does not parse.
        Expr::NumberLiteral(_) => false,
        Expr::Name(_)
        | Expr::Attribute(_)
        | Expr::Call(_)
        | Expr::Subscript(_)
        | Expr::List(_)
        | Expr::ListComp(_)
        | Expr::Dict(_)
        | Expr::DictComp(_)
        | Expr::Set(_)
        | Expr::SetComp(_)
        | Expr::StringLiteral(_)
        | Expr::NoneLiteral(_)
        | Expr::BooleanLiteral(_) => true,
        _ => false,
    }
}

/// One edit of the text, in one place or in several.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub operator: &'static str,
    /// What is there and what comes in its place.
    pub label: String,
    pub changes: Vec<(Range<usize>, String)>,
}

impl Edit {
    /// Gives the byte at which it stands.
    pub fn at(&self) -> usize {
        self.changes.first().map_or(0, |(range, _)| range.start)
    }
}

/// The edits found so far.
#[derive(Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Gives all of them in the order in which they were found.
    pub fn all(&self) -> &[Edit] {
        &self.0
    }

    /// Notes that a node's text is replaced.
    pub fn put(
        &mut self,
        operator: &'static str,
        node: &impl Ranged,
        new: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.put_all(operator, vec![(span(node), new.into())], label);
    }

    /// Notes an edit of several places.
    pub fn put_all(
        &mut self,
        operator: &'static str,
        changes: Vec<(Range<usize>, String)>,
        label: impl Into<String>,
    ) {
        self.0.push(Edit { operator, label: short(&label.into()), changes });
    }
}

/// A label is one line of at most this many characters.
const LABEL: usize = 60;

fn short(label: &str) -> String {
    let line = label.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LABEL) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
