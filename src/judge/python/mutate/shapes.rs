//! Shapes of Python that several families look for.

use rustpython_ruff_python_ast::{
    ArgOrKeyword, Expr, ExprCall, ExprContext, Keyword, Number, Stmt,
};
use rustpython_ruff_text_size::Ranged;

use super::spot::{Spot, span};

/// Gives the last part of the name of what is called: `deepcopy` of `copy.deepcopy(x)`.
pub fn callee(call: &ExprCall) -> Option<&str> {
    match &*call.func {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

/// Gives the name of a plain function that is called, such as `sorted`.
pub fn function(call: &ExprCall) -> Option<&str> {
    call.func.as_name_expr().map(|name| name.id.as_str())
}

/// Gives the object and the name of a method that is called.
pub fn method(call: &ExprCall) -> Option<(&Expr, &str)> {
    call.func.as_attribute_expr().map(|attribute| (&*attribute.value, attribute.attr.as_str()))
}

/// Gives the only argument of a call.
pub fn only(call: &ExprCall) -> Option<&Expr> {
    match (&*call.arguments.args, &*call.arguments.keywords) {
        ([only], []) if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}

/// Gives the first positional argument.
pub fn first(call: &ExprCall) -> Option<&Expr> {
    call.arguments.args.first().filter(|first| !first.is_starred_expr())
}

/// Gives a keyword argument.
pub fn keyword<'a>(call: &'a ExprCall, name: &str) -> Option<&'a Keyword> {
    let named = |keyword: &&Keyword| keyword.arg.as_ref().is_some_and(|arg| arg.as_str() == name);
    call.arguments.keywords.iter().find(named)
}

/// Writes a call's arguments, in their parentheses, without the one that begins at a byte.
pub fn arguments_without(spot: &Spot<'_>, call: &ExprCall, start: usize) -> String {
    let kept = call.arguments.arguments_source_order().filter(|one| span(one).start != start);
    format!("({})", kept.map(|one| argument(spot, one)).collect::<Vec<_>>().join(", "))
}

/// Writes an argument so that others can stand beside it.
pub fn argument(spot: &Spot<'_>, one: ArgOrKeyword<'_>) -> String {
    match one {
        ArgOrKeyword::Arg(expr) if expr.is_generator_expr() => spot.atom(expr),
        other => spot.text(&other).to_owned(),
    }
}

/// Says whether a statement's call only tells somebody something.
pub fn is_logging(value: &Expr) -> bool {
    let Some(call) = value.as_call_expr() else { return false };
    match (&*call.func, callee(call)) {
        (Expr::Name(_), Some(name)) => name == "print",
        (Expr::Attribute(attribute), Some(verb)) => {
            let receiver = match &*attribute.value {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(inner) => inner.attr.as_str(),
                _ => return false,
            };
            let (receiver, verbs) = (receiver.to_lowercase(), VERBS);
            let teller = receiver.ends_with("log") || receiver.ends_with("logger");
            let teller = teller || matches!(receiver.as_str(), "logging" | "warnings");
            teller && verbs.contains(&verb)
        }
        _ => false,
    }
}

const VERBS: [&str; 8] =
    ["debug", "info", "warning", "warn", "error", "exception", "critical", "log"];

/// Gives a whole number as it is written.
pub fn whole(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => int.as_i64(),
            _ => None,
        },
        Expr::UnaryOp(unary) if unary.op == rustpython_ruff_python_ast::UnaryOp::USub => {
            whole(&unary.operand).map(|number| -number)
        }
        _ => None,
    }
}

/// Writes an expression plus a small number; literals are added up.
pub fn plus(spot: &Spot<'_>, expr: &Expr, by: i64) -> String {
    match (whole(expr), by < 0) {
        (Some(number), _) => (number + by).to_string(),
        (None, true) => format!("{} - {}", spot.atom(expr), -by),
        (None, false) => format!("{} + {by}", spot.atom(expr)),
    }
}

/// Says whether an expression is read, not stored to or deleted.
pub fn is_read(expr: &Expr) -> bool {
    let context = match expr {
        Expr::Name(name) => name.ctx,
        Expr::Attribute(attribute) => attribute.ctx,
        Expr::Subscript(subscript) => subscript.ctx,
        Expr::Tuple(tuple) => tuple.ctx,
        Expr::List(list) => list.ctx,
        _ => return true,
    };
    context == ExprContext::Load
}

/// Gives the name and the value of `name = value`, with or without an annotation.
pub fn assigned(stmt: &Stmt) -> Option<(&str, &Expr)> {
    let (target, value) = match stmt {
        Stmt::Assign(assign) => match &*assign.targets {
            [target] => (target, &*assign.value),
            _ => return None,
        },
        Stmt::AnnAssign(assign) => (&*assign.target, assign.value.as_deref()?),
        _ => return None,
    };
    target.as_name_expr().map(|name| (name.id.as_str(), value))
}

/// Gives the bytes from a block's first statement to its last.
pub fn block(body: &[Stmt]) -> Option<std::ops::Range<usize>> {
    let (first, last) = (body.first()?, body.last()?);
    Some(first.start().to_usize()..last.end().to_usize())
}
