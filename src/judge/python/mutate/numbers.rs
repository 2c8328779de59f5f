//! Numbers: arithmetic (PY4), constants (PY5), decimals and rounding (PY21).

use rustpython_ruff_python_ast::{Expr, ExprCall, Number, Operator, Stmt, UnaryOp};
use rustpython_ruff_text_size::{Ranged, TextRange};

use super::shapes::{callee, first, keyword, method, only};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::BinOp(binary)) => {
            if let Some(range) = spot.operator(&binary.left, &binary.right) {
                arithmetic(binary.op, range, "", edits);
            }
        }
        Node::Stmt(Stmt::AugAssign(step)) => {
            if let Some(range) = spot.operator(&step.target, &step.value) {
                arithmetic(step.op, range, "=", edits);
            }
        }
        Node::Expr(Expr::UnaryOp(unary)) if unary.op == UnaryOp::USub => {
            let label = format!("minus dropped before {}", spot.text(&*unary.operand));
            edits.put("PY4", unary, spot.text(&*unary.operand), label);
        }
        Node::Expr(expr @ Expr::NumberLiteral(literal)) => {
            constant(spot, expr, &literal.value, edits);
        }
        Node::Expr(Expr::BooleanLiteral(literal)) => {
            let (old, new) = if literal.value { ("True", "False") } else { ("False", "True") };
            edits.put("PY5", literal, new, format!("{old} → {new}"));
        }
        Node::Expr(Expr::Call(call)) => exactness(spot, call, edits),
        Node::Expr(expr @ Expr::Attribute(attribute)) => {
            if let Some(new) = other_rounding(attribute.attr.as_str()) {
                let label = format!("{} → {new}", attribute.attr.as_str());
                edits.put("PY21", &attribute.attr, new, label);
            } else if let Some(new) = other_name(spot, expr) {
                edits.put("PY21", expr, new.clone(), format!("{} → {new}", spot.text(expr)));
            }
        }
        Node::Expr(Expr::Name(name)) => {
            if let Some(new) = other_rounding(name.id.as_str()) {
                let new = format!("\"{new}\"");
                edits.put("PY21", name, new.clone(), format!("{} → {new}", name.id.as_str()));
            }
        }
        _ => {}
    }
}

fn arithmetic(op: Operator, range: TextRange, tail: &str, edits: &mut Edits) {
    let others: &[&str] = match op {
        Operator::Add => &["-"],
        Operator::Sub => &["+"],
        Operator::Mult => &["/"],
        Operator::Div => &["*", "//"],
        Operator::FloorDiv => &["/"],
        Operator::Mod => &["//"],
        Operator::Pow => &["*"],
        Operator::BitOr => &["&"],
        Operator::BitAnd => &["|"],
        _ => &[],
    };
    for new in others {
        let label = format!("{}{tail} → {new}{tail}", op.as_str());
        edits.put("PY4", &range, format!("{new}{tail}"), label);
    }
}

fn constant(spot: &Spot<'_>, expr: &Expr, value: &Number, edits: &mut Edits) {
    let text = spot.text(expr);
    let news = match value {
        Number::Int(int) => match int.as_i64() {
            Some(number) => vec![(number - 1).to_string(), number.saturating_add(1).to_string()],
            None => vec![],
        },
        Number::Float(float) => vec![format!("{:?}", float - 1.0), format!("{:?}", float + 1.0)],
        Number::Complex { .. } => vec![],
    };
    for new in news {
        let label = format!("{text} → {new}");
        edits.put("PY5", expr, new, label);
    }
}

fn exactness(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let name = callee(call).unwrap_or_default();
    let func = spot.text(&*call.func);
    let mut renamed = |new: &str| edits.put("PY21", &*call.func, new, format!("{func} → {new}"));
    match name {
        "Decimal" | "Fraction" => renamed("float"),
        "float" if spot.source.contains("Decimal") => renamed("Decimal"),
        "fsum" => renamed("sum"),
        "sum" if only(call).is_some() && spot.source.contains("import math") => {
            renamed("math.fsum")
        }
        "int" if only(call).is_some() => renamed("round"),
        _ => {}
    }
    let Some(value) = first(call) else { return };
    match (name, call.arguments.args.len()) {
        ("round", 2) => {
            edits.put("PY21", call, spot.atom(value), format!("{} not rounded", spot.text(value)));
            let short = format!("round({})", spot.text(value));
            edits.put("PY21", call, short, "digits of round dropped");
        }
        ("round", 1) => {
            let cut = format!("int({})", spot.text(value));
            edits.put("PY21", call, cut, "round → int");
        }
        _ => {}
    }
    quantized(spot, call, edits);
    through_text(spot, call, value, edits);
}

fn quantized(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let Some((value, "quantize")) = method(call) {
        edits.put("PY21", call, spot.atom(value), format!("{} not quantized", spot.text(value)));
        if let Some(rounding) = keyword(call, "rounding") {
            let kept = super::shapes::arguments_without(spot, call, rounding.start().to_usize());
            edits.put("PY21", &call.arguments, kept, "rounding dropped");
        }
    }
}

/// `Decimal(str(x))` keeps the digits one sees, `Decimal(x)` those the float has.
fn through_text(spot: &Spot<'_>, call: &ExprCall, value: &Expr, edits: &mut Edits) {
    if callee(call) == Some("Decimal")
        && let Some(inner) = value.as_call_expr()
        && callee(inner) == Some("str")
        && let Some(number) = only(inner)
    {
        edits.put("PY21", inner, spot.text(number), format!("str({}) dropped", spot.text(number)));
    }
}

fn other_rounding(name: &str) -> Option<&'static str> {
    match name {
        "ROUND_HALF_UP" => Some("ROUND_HALF_EVEN"),
        "ROUND_HALF_EVEN" => Some("ROUND_HALF_UP"),
        "ROUND_DOWN" | "ROUND_FLOOR" => Some("ROUND_UP"),
        "ROUND_UP" | "ROUND_CEILING" => Some("ROUND_DOWN"),
        _ => None,
    }
}

fn other_name(spot: &Spot<'_>, expr: &Expr) -> Option<String> {
    let new = match spot.text(expr) {
        "math.floor" => "math.ceil",
        "math.ceil" => "math.floor",
        "math.trunc" => "math.floor",
        _ => return None,
    };
    Some(new.to_owned())
}
