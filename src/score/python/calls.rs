//! Comparisons and calls a reviewer stops at: `is` on values, `print`, lists made of sets, `zip` of unequal lengths.

use rustpython_ruff_python_ast::{CmpOp, Expr, ExprCall, ExprCompare, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::every_expr;

/// Looks at every call and every comparison.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_expr(body, |expr| match expr {
        Expr::Compare(compare) => check_compare(compare, notes),
        Expr::Call(call) => check_call(expr, call, names, notes),
        _ => (),
    });
}

fn check_compare(compare: &ExprCompare, notes: &mut Notes<'_>) {
    let left = std::iter::once(&*compare.left).chain(compare.comparators.iter());
    let sides = left.zip(compare.comparators.iter());
    for ((left, right), op) in sides.zip(compare.ops.iter()) {
        let none = if right.is_none_literal_expr() { Some(right) } else { Some(left) };
        let none = none.filter(|side| side.is_none_literal_expr());
        if let (CmpOp::Eq | CmpOp::NotEq, Some(none)) = (op, none) {
            notes.block(
                "E711",
                none,
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
    use Expr::{
        BytesLiteral, Dict, DictComp, FString, List, ListComp, NumberLiteral, Set, SetComp,
        StringLiteral, Tuple,
    };
    matches!(
        expr,
        StringLiteral(_)
            | BytesLiteral(_)
            | NumberLiteral(_)
            | FString(_)
            | List(_)
            | Dict(_)
            | Set(_)
            | Tuple(_)
            | ListComp(_)
            | SetComp(_)
            | DictComp(_)
    )
}

fn check_call(expr: &Expr, call: &ExprCall, names: &Names<'_>, notes: &mut Notes<'_>) {
    match names.called_builtin(expr) {
        Some("print") if prints(call, names) => notes.must_fix(
            "T201",
            &*call.func,
            "A library function does not print. Return the value, or log it.",
        ),
        Some("list" | "tuple") if makes_set(call, names) => notes.must_fix(
            "own.set-order",
            expr,
            "A set has no order, so this list comes in another order on another day. Sort it, or keep the first of each with dict.fromkeys.",
        ),
        Some("zip") if may_lose(call, names) => notes.must_fix(
            "B905",
            expr,
            "`zip` stops at the shorter one and says nothing. Say `strict=True`, or `strict=False` if that is meant.",
        ),
        _ => (),
    }
}

/// What goes to another file than the terminal is no `print` of a library.
fn prints(call: &ExprCall, names: &Names<'_>) -> bool {
    let file = call.arguments.find_keyword("file").map(|keyword| &keyword.value);
    file.is_none_or(|file| {
        file.is_none_literal_expr()
            || names.path(file).is_some_and(|path| path == "sys.stdout" || path == "sys.stderr")
    })
}

fn makes_set(call: &ExprCall, names: &Names<'_>) -> bool {
    let [only] = &*call.arguments.args else { return false };
    matches!(only, Expr::Set(_) | Expr::SetComp(_)) || names.called_builtin(only) == Some("set")
}

fn may_lose(call: &ExprCall, names: &Names<'_>) -> bool {
    let arguments = &call.arguments;
    let several =
        arguments.args.len() > 1 || arguments.args.iter().any(|one| one.is_starred_expr());
    let endless = |one: &Expr| {
        let path = names.called(one);
        let repeats = one.as_call_expr().is_some_and(|call| call.arguments.len() < 2);
        match path.as_deref() {
            Some("itertools.cycle" | "itertools.count") => true,
            Some("itertools.repeat") => repeats,
            _ => false,
        }
    };
    let unknown = arguments.keywords.iter().any(|keyword| keyword.arg.is_none());
    several
        && !unknown
        && arguments.find_keyword("strict").is_none()
        && !arguments.args.iter().any(endless)
}
