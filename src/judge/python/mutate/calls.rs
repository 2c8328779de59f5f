//! What is handed over: defaults (PY12) and the order of arguments (PY13).

use rustpython_ruff_python_ast::{Expr, ExprCall, Operator, Stmt, StmtFunctionDef};
use rustpython_ruff_text_size::{Ranged, TextRange};

use super::shapes::{argument, arguments_without, assigned, callee, function};
use super::spot::{Edits, Node, Spot, span};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Stmt(Stmt::FunctionDef(function)) => {
            defaults(spot, function, edits);
            kept_between_calls(spot, function, edits);
        }
        Node::Expr(Expr::Call(call)) => {
            swapped(spot, call, edits);
            left_to_default(spot, call, edits);
        }
        Node::Expr(Expr::BinOp(binary)) => {
            let swaps = [Operator::Sub, Operator::Div, Operator::FloorDiv, Operator::Mod];
            if swaps.contains(&binary.op) {
                let (left, right) = (spot.atom(&binary.left), spot.atom(&binary.right));
                let new = format!("({right} {} {left})", binary.op.as_str());
                edits.put("PY13", binary, new.clone(), format!("{} → {new}", spot.text(binary)));
            }
        }
        _ => {}
    }
}

/// Numbers and truth values change as constants do; the rest changes here.
fn defaults(spot: &Spot<'_>, function: &StmtFunctionDef, edits: &mut Edits) {
    for parameter in function.parameters.iter_non_variadic_params() {
        let Some(default) = parameter.default() else { continue };
        let name = parameter.name().as_str();
        let new = match default {
            Expr::StringLiteral(_) => Some("\"\"".to_owned()),
            Expr::NoneLiteral(_) => made_later(spot, &function.body, name),
            _ => None,
        };
        if let Some(new) = new {
            let label = format!("{name}={} → {name}={new}", spot.text(default));
            edits.put("PY12", default, new, label);
        }
    }
}

/// Gives what `if name is None: name = …` makes, to be made once as a default.
fn made_later(spot: &Spot<'_>, body: &[Stmt], name: &str) -> Option<String> {
    let made = |stmt: &Stmt| match stmt {
        Stmt::If(choice) => choice.body.iter().find_map(|inner| match assigned(inner) {
            Some((target, value)) if target == name && is_fresh(value) => {
                Some(spot.text(value).to_owned())
            }
            _ => None,
        }),
        _ => None,
    };
    body.iter().find_map(made)
}

/// What a function makes anew for each call becomes a default, which all calls share.
fn kept_between_calls(spot: &Spot<'_>, function: &StmtFunctionDef, edits: &mut Edits) {
    let parameters = &function.parameters;
    if spot.around.depth > 0 || parameters.vararg.is_some() || parameters.kwarg.is_some() {
        return;
    }
    for stmt in &function.body {
        let Some((name, value)) = assigned(stmt).filter(|(_, value)| is_fresh(value)) else {
            continue;
        };
        let end = span(&**parameters).end - 1;
        let before = spot.source[..end].trim_end();
        let comma = if before.ends_with(['(', ',']) { "" } else { ", " };
        let extra = format!("{comma}{name}={}", spot.text(value));
        let changes = vec![(span(stmt), "pass".to_owned()), (end..end, extra)];
        edits.put_all("PY12", changes, format!("{name} becomes a mutable default"));
    }
}

fn is_fresh(value: &Expr) -> bool {
    match value {
        Expr::List(list) => list.elts.is_empty(),
        Expr::Dict(dict) => dict.items.is_empty(),
        Expr::Call(call) => match callee(call) {
            Some("set" | "list" | "dict" | "deque" | "Counter") => call.arguments.is_empty(),
            Some("defaultdict") => true,
            _ => false,
        },
        _ => false,
    }
}

fn swapped(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    // The least and the greatest of two are the same either way.
    if matches!(function(call), Some("min" | "max" | "isinstance" | "issubclass")) {
        return;
    }
    for pair in call.arguments.args.windows(2) {
        let [left, right] = pair else { continue };
        if left.is_starred_expr() || right.is_starred_expr() {
            continue;
        }
        let both = TextRange::new(left.start(), right.end());
        let (left, right) = (spot.text(left), spot.text(right));
        edits.put(
            "PY13",
            &both,
            format!("{right}, {left}"),
            format!("{left}, {right} → {right}, {left}"),
        );
    }
}

fn left_to_default(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    for one in call.arguments.arguments_source_order() {
        let named = call.arguments.keywords.iter().any(|keyword| keyword.start() == one.start());
        if named {
            let kept = arguments_without(spot, call, one.start().to_usize());
            edits.put(
                "PY12",
                &call.arguments,
                kept,
                format!("left to its default: {}", argument(spot, one)),
            );
        }
    }
}
