//! Trying again: how often, how long between, and after what (PY26).

use rustpython_ruff_python_ast::{Expr, ExprCall, Operator, Stmt};

use super::shapes::{callee, function, plus};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Stmt(Stmt::For(each)) if tries_again(&each.body) => {
            if let Expr::Call(call) = &*each.iter
                && function(call) == Some("range")
            {
                attempts(spot, call, edits);
            }
        }
        Node::Expr(Expr::Call(call)) if spot.around.retries && waits(call) => {
            for delay in &*call.arguments.args {
                edits.put("PY26", delay, "0", format!("no backoff: {} → 0", spot.text(delay)));
            }
        }
        Node::Expr(Expr::BinOp(growth)) if spot.around.retries => {
            if matches!(growth.op, Operator::Pow | Operator::Mult) {
                let flat = if growth.op == Operator::Pow {
                    "1".to_owned()
                } else {
                    spot.atom(&growth.left)
                };
                edits.put(
                    "PY26",
                    growth,
                    flat,
                    format!("backoff does not grow: {}", spot.text(growth)),
                );
            }
        }
        Node::Handler(handler) if spot.around.retries => {
            if let Some(caught) = handler.type_.as_deref()
                && spot.text(caught) != "Exception"
            {
                edits.put("PY26", caught, "Exception", "retries after every error");
            }
        }
        _ => {}
    }
}

/// Says whether a loop's turns are attempts: one that fails is caught, and the next one follows.
pub fn tries_again(body: &[Stmt]) -> bool {
    let attempt = |stmt: &Stmt| match stmt {
        Stmt::Try(attempt) => attempt.body.iter().chain(&attempt.orelse).any(ends_the_loop),
        _ => false,
    };
    body.iter().any(attempt)
}

fn ends_the_loop(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Return(_) | Stmt::Break(_))
}

fn attempts(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let Some(most) = call.arguments.args.last() else { return };
    for (by, words) in [(-1, "one attempt fewer"), (1, "one attempt more")] {
        edits.put("PY26", most, plus(spot, most, by), words);
    }
}

fn waits(call: &ExprCall) -> bool {
    matches!(callee(call), Some("sleep" | "wait" | "pause" | "_sleep"))
}
