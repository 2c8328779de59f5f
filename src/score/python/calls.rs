//! Calls and comparisons a reviewer stops at: `eval`, `print`, files left open, naive clocks, `is` on values.

use rustpython_ruff_python_ast::{CmpOp, Expr, ExprCall, ExprCompare, Stmt};

use super::notes::Notes;
use super::walk::{called_name, every_expr, every_stmt, last_part};

/// Looks at every call and every comparison.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    let managed = managed_files(body);
    every_expr(body, |expr| match expr {
        Expr::Compare(compare) => check_compare(compare, notes),
        Expr::Call(call) => {
            check_call(expr, call, notes);
            let opens = called_name(expr) == Some("open");
            if opens && !managed.iter().any(|file| std::ptr::eq(*file, expr)) {
                notes.must_fix(
                    "SIM115",
                    expr,
                    "Open the file in a `with` block, so that it is closed when something fails.",
                );
            }
        }
        _ => (),
    });
}

fn check_compare(compare: &ExprCompare, notes: &mut Notes<'_>) {
    let left = std::iter::once(&*compare.left).chain(compare.comparators.iter());
    let sides = left.zip(compare.comparators.iter());
    for ((left, right), op) in sides.zip(compare.ops.iter()) {
        let none = left.is_none_literal_expr() || right.is_none_literal_expr();
        if matches!(op, CmpOp::Eq | CmpOp::NotEq) && none {
            notes.block(
                "E711",
                compare,
                "Compare with None by `is` or `is not`; `==` asks the object, which may lie.",
            );
        }
        if matches!(op, CmpOp::Is | CmpOp::IsNot) && (is_value(left) || is_value(right)) {
            notes.block(
                "F632",
                compare,
                "`is` asks whether it is the same object, not the same value. Use `==`.",
            );
        }
    }
}

fn is_value(expr: &Expr) -> bool {
    use Expr::{BytesLiteral, Dict, List, NumberLiteral, Set, StringLiteral, Tuple};
    matches!(
        expr,
        StringLiteral(_)
            | BytesLiteral(_)
            | NumberLiteral(_)
            | List(_)
            | Dict(_)
            | Set(_)
            | Tuple(_)
    )
}

fn check_call(expr: &Expr, call: &ExprCall, notes: &mut Notes<'_>) {
    match called_name(expr) {
        Some("exec") => notes.block("S102", expr, "`exec` runs whatever text it is given. There is always a plainer way."),
        Some("eval") => notes.block("S307", expr, "`eval` runs whatever text it is given. Parse the text, or use ast.literal_eval."),
        Some("print") => notes.must_fix("T201", expr, "A library function does not print. Return the value, or log it."),
        Some("list" | "tuple") if makes_set(call) => notes.must_fix(
            "own.set-order",
            expr,
            "A set has no order, so this list comes in another order on another day. Sort it, or keep the first of each with dict.fromkeys.",
        ),
        _ => check_clock(expr, call, notes),
    }
}

fn makes_set(call: &ExprCall) -> bool {
    let [only] = &*call.arguments.args else { return false };
    matches!(only, Expr::Set(_) | Expr::SetComp(_)) || called_name(only) == Some("set")
}

fn check_clock(expr: &Expr, call: &ExprCall, notes: &mut Notes<'_>) {
    let Expr::Attribute(method) = &*call.func else { return };
    let on_datetime = last_part(&method.value) == Some("datetime");
    if on_datetime && method.attr.as_str() == "now" && call.arguments.is_empty() {
        notes.must_fix(
            "DTZ005",
            expr,
            "`now()` without a time zone is local time without saying so. Pass `timezone.utc`.",
        );
    }
}

/// Gathers the calls that something else will close: `with`, an exit stack, or the caller it is returned to.
fn managed_files(body: &[Stmt]) -> Vec<&Expr> {
    let mut managed = Vec::new();
    every_stmt(body, |stmt| match stmt {
        Stmt::With(with) => managed.extend(with.items.iter().map(|item| &item.context_expr)),
        Stmt::Return(give) => managed.extend(give.value.as_deref()),
        _ => (),
    });
    every_expr(body, |expr| {
        if let Expr::Call(call) = expr
            && matches!(last_part(&call.func), Some("enter_context" | "closing" | "push"))
        {
            managed.extend(call.arguments.args.iter());
        }
    });
    managed
}
