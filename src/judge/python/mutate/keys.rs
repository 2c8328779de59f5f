//! What makes two things the same: parts of a key, its case, and what has no partner (PY24).

use rustpython_ruff_python_ast::{Expr, ExprCall, ExprTuple, Stmt};
use rustpython_ruff_text_size::{Ranged, TextRange};

use super::shapes::{assigned, first, method};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Subscript(subscript)) => {
            as_key(spot, &subscript.slice, edits);
            if subscript.ctx.is_store() {
                folded(spot, &subscript.slice, edits);
            }
        }
        Node::Expr(Expr::Compare(compare))
            if compare.ops.iter().any(|op| op.is_in() || op.is_not_in()) =>
        {
            as_key(spot, &compare.left, edits);
        }
        Node::Expr(Expr::DictComp(dict)) => {
            as_key(spot, &dict.key, edits);
            folded(spot, &dict.key, edits);
        }
        Node::Expr(Expr::SetComp(set)) => as_key(spot, &set.elt, edits),
        Node::Expr(Expr::Call(call)) => handed(spot, call, edits),
        Node::Stmt(stmt) => {
            named(spot, stmt, edits);
            without_partner(spot, stmt, edits);
        }
        _ => {}
    }
}

fn as_key(spot: &Spot<'_>, key: &Expr, edits: &mut Edits) {
    if let Expr::Tuple(tuple) = key {
        subsets(spot, tuple, edits);
    }
}

fn subsets(spot: &Spot<'_>, tuple: &ExprTuple, edits: &mut Edits) {
    if tuple.elts.len() < 2 {
        return;
    }
    for (dropped, part) in tuple.elts.iter().enumerate() {
        let kept = tuple.elts.iter().enumerate().filter(|(place, _)| *place != dropped);
        let kept: Vec<&str> = kept.map(|(_, one)| spot.text(one)).collect();
        let label = format!("key without {}", spot.text(part));
        edits.put("PY24", tuple, format!("({},)", kept.join(", ")), label);
    }
}

/// Keys that differ by case are taken for one.
fn folded(spot: &Spot<'_>, key: &Expr, edits: &mut Edits) {
    if matches!(key, Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_)) {
        let text = spot.text(key);
        let new = format!("({text}.lower() if isinstance({text}, str) else {text})");
        edits.put("PY24", key, new, format!("key {text} without its case"));
    }
}

fn handed(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let (Some((_, name)), Some(key)) = (method(call), first(call)) {
        if matches!(name, "add" | "get" | "setdefault" | "pop" | "discard" | "remove") {
            as_key(spot, key, edits);
        }
        if name == "add" {
            folded(spot, key, edits);
        }
    }
}

fn named(spot: &Spot<'_>, stmt: &Stmt, edits: &mut Edits) {
    let keyed = |name: &str| name.ends_with("key") || name.ends_with("identity");
    match stmt {
        Stmt::Return(give) if spot.around.function.is_some_and(|one| keyed(one.name.as_str())) => {
            give.value.iter().for_each(|value| as_key(spot, value, edits));
        }
        _ => {
            if let Some((name, value)) = assigned(stmt)
                && keyed(name)
            {
                as_key(spot, value, edits);
            }
        }
    }
}

/// A left join becomes an inner one: what finds no partner is left out. A literal key asks a record for a field.
fn without_partner(spot: &Spot<'_>, stmt: &Stmt, edits: &mut Edits) {
    let Some((name, value)) = assigned(stmt).filter(|_| spot.around.in_loop) else { return };
    let Some(call) = value.as_call_expr() else { return };
    let (Some((dict, "get")), Some(key), Some(indent)) =
        (method(call), first(call), spot.indent(stmt))
    else {
        return;
    };
    if key.is_literal_expr() {
        return;
    }
    let (dict, key) = (spot.atom(dict), spot.atom(key));
    let end = TextRange::empty(stmt.end());
    let new = format!("\n{indent}if {key} not in {dict}: continue");
    let label = format!("inner join: {name} must be there");
    edits.put("PY24", &end, new, label);
}
