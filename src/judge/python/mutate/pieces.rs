//! Pieces of a whole: chunks and their last one (PY25), pairs that end with the shorter side (PY29).

use rustpython_ruff_python_ast::{Expr, ExprCall, Stmt};
use rustpython_ruff_text_size::Ranged;

use super::shapes::{arguments_without, callee, first, keyword, plus};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Call(call)) => match callee(call) {
            Some("range") => strided(spot, call, edits),
            Some("zip_longest") => shorter(spot, call, edits),
            Some("zip") => {
                shorter(spot, call, edits);
                lost(spot, call, edits);
            }
            Some("batched") => {
                if let Some(size) = call.arguments.args.get(1) {
                    stepped(spot, size, edits);
                }
            }
            _ => {}
        },
        Node::Stmt(Stmt::FunctionDef(function)) => last_piece(spot, &function.body, edits),
        _ => {}
    }
}

fn strided(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let [_, end, step] = &*call.arguments.args else { return };
    stepped(spot, step, edits);
    let new = format!("{} - {} + 1", spot.atom(end), spot.atom(step));
    edits.put("PY25", end, new, "the last partial chunk lost");
}

fn stepped(spot: &Spot<'_>, step: &Expr, edits: &mut Edits) {
    for by in [-1, 1] {
        let new = plus(spot, step, by);
        edits.put("PY25", step, new.clone(), format!("chunks of {new}"));
    }
}

/// After a loop that gives full chunks, what is left over is given or forgotten.
fn last_piece(spot: &Spot<'_>, body: &[Stmt], edits: &mut Edits) {
    for pair in body.windows(2) {
        let after_loop = matches!(pair[0], Stmt::For(_) | Stmt::While(_));
        let gives = match &pair[1] {
            Stmt::If(choice) => choice.body.iter().any(is_given),
            other => is_given(other),
        };
        if after_loop && gives {
            let first = spot.text(&pair[1]).lines().next().unwrap_or_default();
            edits.put("PY25", &pair[1], "pass", format!("the rest after the loop lost: {first}"));
        }
    }
}

fn is_given(stmt: &Stmt) -> bool {
    let Stmt::Expr(stmt) = stmt else { return false };
    match &*stmt.value {
        Expr::Yield(_) | Expr::YieldFrom(_) => true,
        Expr::Call(call) => matches!(callee(call), Some("append" | "extend" | "add")),
        _ => false,
    }
}

fn shorter(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let Some(strict) = keyword(call, "strict") {
        let kept = arguments_without(spot, call, strict.start().to_usize());
        edits.put("PY29", &call.arguments, kept, "zip ends with the shorter side");
    }
    if callee(call) == Some("zip_longest") {
        let kept = keyword(call, "fillvalue").map(|fill| fill.start().to_usize());
        let kept = arguments_without(spot, call, kept.unwrap_or(usize::MAX));
        edits.put("PY29", call, format!("zip{kept}"), "zip_longest → zip");
    }
}

fn lost(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let Some(side) = first(call) {
        let text = spot.text(side);
        edits.put(
            "PY29",
            side,
            format!("list({text})[:-1]"),
            format!("the last of {text} lost in zip"),
        );
    }
}
