//! What goes wrong and who tidies up: exceptions (PY18) and resources (PY27).

use rustpython_ruff_python_ast::{
    ExceptHandlerExceptHandler, Expr, Stmt, StmtRaise, StmtTry, StmtWith,
};
use rustpython_ruff_text_size::{TextRange, TextSize};

use super::shapes::block;
use super::spot::{Edits, Node, Spot, span};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Handler(handler) => handled(spot, handler, edits),
        Node::Stmt(Stmt::Raise(raise)) => raised(spot, raise, edits),
        Node::Stmt(Stmt::Try(attempt)) => tidied(attempt, edits),
        Node::Stmt(Stmt::With(with)) => managed(spot, with, edits),
        _ => {}
    }
}

fn handled(spot: &Spot<'_>, handler: &ExceptHandlerExceptHandler, edits: &mut Edits) {
    let caught = handler.type_.as_deref();
    let what = caught.map_or("everything", |caught| spot.text(caught));
    if let Some(body) = block(&handler.body) {
        let mut body_becomes = |new: &str, label: String| {
            edits.put_all("PY18", vec![(body.clone(), new.to_owned())], label);
        };
        body_becomes("raise", format!("handler of {what} removed"));
        body_becomes("pass", format!("{what} swallowed"));
    }
    let Some(caught) = caught else { return };
    if what != "Exception" {
        edits.put("PY18", caught, "Exception", format!("except {what} → except Exception"));
    }
    if let Expr::Tuple(tuple) = caught {
        for dropped in 0..tuple.elts.len() {
            let kept = tuple.elts.iter().enumerate().filter(|(place, _)| *place != dropped);
            let kept: Vec<&str> = kept.map(|(_, one)| spot.text(one)).collect();
            let label = format!("{} not caught", spot.text(&tuple.elts[dropped]));
            edits.put("PY18", caught, format!("({},)", kept.join(", ")), label);
        }
    }
}

fn raised(spot: &Spot<'_>, raise: &StmtRaise, edits: &mut Edits) {
    let Some(exception) = raise.exc.as_deref() else { return };
    let class = match exception {
        Expr::Call(call) => &*call.func,
        other => other,
    };
    let name = spot.text(class);
    let other = if name == "RuntimeError" { "ValueError" } else { "RuntimeError" };
    edits.put("PY18", class, other, format!("raise {name} → raise {other}"));
}

fn tidied(attempt: &StmtTry, edits: &mut Edits) {
    if let Some(last) = block(&attempt.finalbody) {
        edits.put_all("PY27", vec![(last, "pass".to_owned())], "finally does nothing");
    }
}

/// The resource is taken and never given back.
fn managed(spot: &Spot<'_>, with: &StmtWith, edits: &mut Edits) {
    let taken = |item: &rustpython_ruff_python_ast::WithItem| {
        let enter = format!("{}.__enter__()", spot.atom(&item.context_expr));
        match item.optional_vars.as_deref() {
            Some(Expr::Name(name)) => Some(format!("({} := {enter})", name.id.as_str())),
            Some(_) => None,
            None => Some(enter),
        }
    };
    let taken: Option<Vec<String>> = with.items.iter().map(taken).collect();
    let (Some(taken), Some(body), false) = (taken, with.body.first(), with.is_async) else {
        return;
    };
    let from = span(with).start;
    let head = &spot.source[from..span(body).start];
    if let Some(colon) = head.rfind(':')
        && let (Ok(start), Ok(end)) = (TextSize::try_from(from), TextSize::try_from(from + colon))
    {
        let new = format!("if [{}]", taken.join(", "));
        edits.put("PY27", &TextRange::new(start, end), new, format!("left open: {head}"));
    }
}
