//! Dicts and sets: missing keys, who wins (PY15), duplicates and order (PY16).

use rustpython_ruff_python_ast::{CmpOp, Expr, ExprCall, ExprSubscript, Stmt, StmtAssign};

use super::shapes::{callee, first, function, is_read, method, only};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Call(call)) => {
            looked_up(spot, call, edits);
            duplicates(spot, call, edits);
        }
        Node::Expr(expr @ Expr::Subscript(subscript)) if is_read(expr) => {
            missing(spot, subscript, edits);
        }
        Node::Expr(Expr::SetComp(set)) => {
            let text = spot.text(set);
            let new = format!("[{}]", &text[1..text.len() - 1]);
            edits.put("PY16", set, new, "set → list: duplicates stay");
        }
        Node::Stmt(Stmt::Assign(assign)) => first_wins(spot, assign, edits),
        Node::Stmt(Stmt::Expr(stmt)) => {
            if let Expr::Call(call) = &*stmt.value {
                last_wins(spot, call, edits);
            }
        }
        Node::Condition(test) => already_there(spot, test, edits),
        _ => {}
    }
}

fn looked_up(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let Some((dict, name)) = method(call) else {
        return defaulted(spot, call, edits);
    };
    let (dict, args) = (spot.atom(dict), &*call.arguments.args);
    let text = |expr: &Expr| spot.text(expr).to_owned();
    match (name, args) {
        ("get", [key]) if call.arguments.keywords.is_empty() => {
            edits.put(
                "PY15",
                call,
                format!("{dict}[{}]", text(key)),
                format!("get({}) → []", text(key)),
            );
        }
        ("get", [key, default]) => {
            edits.put(
                "PY15",
                call,
                format!("{dict}[{}]", text(key)),
                format!("get({}, …) → []", text(key)),
            );
            let label = format!("default {} dropped", text(default));
            edits.put("PY15", call, format!("{dict}.get({})", text(key)), label);
        }
        ("setdefault", [key, default]) => {
            let (key, default) = (text(key), text(default));
            edits.put(
                "PY15",
                call,
                format!("{dict}.get({key}, {default})"),
                "setdefault → get: not kept",
            );
        }
        ("pop", [key, default]) => {
            let label = format!("default {} dropped", text(default));
            edits.put("PY15", call, format!("{dict}.pop({})", text(key)), label);
        }
        _ => defaulted(spot, call, edits),
    }
}

fn defaulted(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if callee(call) == Some("defaultdict") {
        edits.put("PY15", call, "{}", format!("{} → {{}}", spot.text(call)));
    }
}

/// Where nobody speaks of a missing key there is none, and the two are the same.
fn missing(spot: &Spot<'_>, subscript: &ExprSubscript, edits: &mut Edits) {
    if !["KeyError", "LookupError"].iter().any(|name| spot.source.contains(name)) {
        return;
    }
    if matches!(&*subscript.slice, Expr::Slice(_) | Expr::NumberLiteral(_) | Expr::UnaryOp(_)) {
        return;
    }
    let key = match &*subscript.slice {
        tuple @ Expr::Tuple(_) => spot.atom(tuple),
        key => spot.text(key).to_owned(),
    };
    let new = format!("{}.get({key})", spot.atom(&subscript.value));
    edits.put("PY15", subscript, new, format!("[{key}] → get({key})"));
}

fn first_wins(spot: &Spot<'_>, assign: &StmtAssign, edits: &mut Edits) {
    if let [Expr::Subscript(target)] = &*assign.targets
        && !target.slice.is_slice_expr()
    {
        let (dict, key) = (spot.atom(&target.value), spot.atom(&target.slice));
        let new = format!("{dict}.setdefault({key}, {})", spot.text(&*assign.value));
        edits.put("PY15", assign, new, format!("the first {dict}[{key}] wins"));
    }
}

fn last_wins(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let (Some((dict, "setdefault")), [key, value]) = (method(call), &*call.arguments.args) {
        let new = format!("{}[{}] = {}", spot.atom(dict), spot.text(key), spot.text(value));
        edits.put("PY15", call, new.clone(), format!("the last wins: {new}"));
    }
}

/// Whoever forgets that something may be there already lets the last win.
fn already_there(spot: &Spot<'_>, test: &Expr, edits: &mut Edits) {
    let Expr::Compare(compare) = test else { return };
    match &*compare.ops {
        [CmpOp::NotIn] => {
            edits.put("PY15", test, "True", format!("the last wins: {}", spot.text(test)))
        }
        [CmpOp::In] => {
            edits.put("PY15", test, "False", format!("the last wins: {}", spot.text(test)))
        }
        _ => {}
    }
}

fn duplicates(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let inner = only(call);
    match function(call) {
        Some("set" | "frozenset") => {
            if let Some(items) = inner {
                let label = format!("set of {} → list", spot.text(items));
                edits.put("PY16", call, format!("list({})", spot.text(items)), label);
            }
        }
        Some("list" | "tuple" | "sorted") => {
            let Some(items) = first(call) else { return };
            let is_set = items.as_call_expr().and_then(callee).is_some_and(|name| name == "set");
            if !is_set {
                let text = spot.text(items);
                edits.put(
                    "PY16",
                    items,
                    format!("set({text})"),
                    format!("duplicates lost: set({text})"),
                );
            }
        }
        _ => {}
    }
    if let (Some((_, "fromkeys")), Some(items)) = (method(call), first(call)) {
        let text = spot.text(items);
        edits.put("PY16", call, format!("list({text})"), format!("duplicates of {text} stay"));
        edits.put("PY16", call, format!("set({text})"), format!("dict.fromkeys({text}) → set"));
    }
}
