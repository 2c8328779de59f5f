//! What decides: comparisons (PY1), negation (PY2), `and` and `or` (PY3), `not`, `is` and `in` (PY7), None and truth (PY23).

use rustpython_ruff_python_ast::{BoolOp, CmpOp, Expr, ExprBoolOp, ExprCompare, UnaryOp};

use super::shapes::method;
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Condition(test) => decide(spot, test, edits),
        Node::Expr(Expr::Compare(compare)) => {
            compared(spot, compare, edits);
            against_none(spot, compare, edits);
        }
        Node::Expr(Expr::BoolOp(join)) => joined(spot, join, edits),
        Node::Expr(Expr::UnaryOp(unary)) if unary.op == UnaryOp::Not => {
            let label = format!("not dropped before {}", spot.text(&*unary.operand));
            edits.put("PY7", unary, spot.atom(&unary.operand), label);
            if may_be_none(&unary.operand) {
                let operand = spot.atom(&unary.operand);
                edits.put(
                    "PY23",
                    unary,
                    format!("{operand} is None"),
                    format!("not {operand} → is None"),
                );
            }
        }
        _ => {}
    }
}

fn decide(spot: &Spot<'_>, test: &Expr, edits: &mut Edits) {
    let text = spot.text(test);
    edits.put("PY2", test, format!("not ({text})"), format!("negated: {text}"));
    edits.put("PY2", test, "True", format!("always true: {text}"));
    edits.put("PY2", test, "False", format!("never true: {text}"));
    if may_be_none(test) {
        edits.put("PY23", test, format!("{text} is not None"), format!("{text} → is not None"));
    }
}

fn compared(spot: &Spot<'_>, compare: &ExprCompare, edits: &mut Edits) {
    let lefts = std::iter::once(&*compare.left).chain(compare.comparators.iter());
    let sides = lefts.zip(compare.comparators.iter()).zip(compare.ops.iter());
    for ((left, right), op) in sides {
        let Some((family, new)) = turned(*op) else { continue };
        let Some(range) = spot.operator(left, right) else { continue };
        edits.put(family, &range, new, format!("{} → {new}", op.as_str()));
        if let Some(new) = sameness(*op, left, right) {
            edits.put("PY7", &range, new, format!("{} → {new}", op.as_str()));
        }
    }
}

fn turned(op: CmpOp) -> Option<(&'static str, &'static str)> {
    Some(match op {
        CmpOp::Lt => ("PY1", "<="),
        CmpOp::LtE => ("PY1", "<"),
        CmpOp::Gt => ("PY1", ">="),
        CmpOp::GtE => ("PY1", ">"),
        CmpOp::Eq => ("PY1", "!="),
        CmpOp::NotEq => ("PY1", "=="),
        CmpOp::Is => ("PY7", "is not"),
        CmpOp::IsNot => ("PY7", "is"),
        CmpOp::In => ("PY7", "not in"),
        CmpOp::NotIn => ("PY7", "in"),
    })
}

/// Texts are seldom the same object; None, truth values and small numbers always are.
fn sameness(op: CmpOp, left: &Expr, right: &Expr) -> Option<&'static str> {
    let is_text = |side: &Expr| match side {
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) => true,
        Expr::Name(name) => {
            name.id.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_')
        }
        _ => false,
    };
    match op {
        _ if !is_text(left) && !is_text(right) => None,
        CmpOp::Eq => Some("is"),
        CmpOp::NotEq => Some("is not"),
        CmpOp::Is => Some("=="),
        CmpOp::IsNot => Some("!="),
        _ => None,
    }
}

fn against_none(spot: &Spot<'_>, compare: &ExprCompare, edits: &mut Edits) {
    let ([op], [right]) = (&*compare.ops, &*compare.comparators) else { return };
    if !right.is_none_literal_expr() {
        return;
    }
    let left = spot.atom(&compare.left);
    let label = format!("{left} {} None → truth", op.as_str());
    match op {
        CmpOp::Is | CmpOp::Eq => edits.put("PY23", compare, format!("not {left}"), label),
        CmpOp::IsNot | CmpOp::NotEq => edits.put("PY23", compare, format!("bool({left})"), label),
        _ => {}
    }
}

fn joined(spot: &Spot<'_>, join: &ExprBoolOp, edits: &mut Edits) {
    let (old, new) = match join.op {
        BoolOp::And => ("and", "or"),
        BoolOp::Or => ("or", "and"),
    };
    for pair in join.values.windows(2) {
        let Some(range) = spot.operator(&pair[0], &pair[1]) else { continue };
        edits.put("PY3", &range, new, format!("{old} → {new}"));
    }
    for (dropped, value) in join.values.iter().enumerate() {
        let kept = join.values.iter().enumerate().filter(|(place, _)| *place != dropped);
        let kept: Vec<String> = kept.map(|(_, one)| operand(spot, one)).collect();
        let label = format!("dropped: {}", spot.text(value));
        edits.put("PY3", join, format!("({})", kept.join(&format!(" {old} "))), label);
        if may_be_none(value) && join.op == BoolOp::And {
            let text = spot.text(value);
            edits.put(
                "PY23",
                value,
                format!("{text} is not None"),
                format!("{text} → is not None"),
            );
        }
    }
    fallback(spot, join, edits);
}

/// `value or default` is taken for a test of None.
fn fallback(spot: &Spot<'_>, join: &ExprBoolOp, edits: &mut Edits) {
    if let (BoolOp::Or, [value, default]) = (join.op, &*join.values)
        && may_be_none(value)
    {
        let (value, default) = (spot.text(value), spot.text(default));
        let new = format!("({value} if {value} is not None else {default})");
        edits.put("PY23", join, new, format!("{value} or … only for None"));
    }
}

fn operand(spot: &Spot<'_>, value: &Expr) -> String {
    match value {
        Expr::Compare(_) | Expr::UnaryOp(_) => spot.text(value).to_owned(),
        _ => spot.atom(value),
    }
}

fn may_be_none(expr: &Expr) -> bool {
    match expr {
        Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => true,
        Expr::Call(call) => method(call).is_some_and(|(_, name)| name == "get"),
        _ => false,
    }
}
