//! Where the program goes: jumps (PY8), statements left out (PY10), what is returned (PY11).

use rustpython_ruff_python_ast::{Expr, Stmt, StmtReturn};

use super::shapes::callee;
use super::spot::{Edits, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    let Some(stmt) = spot.stmt() else { return };
    jump(spot, stmt, edits);
    if can_be_left_out(stmt) {
        let first = spot.text(stmt).lines().next().unwrap_or_default();
        edits.put("PY10", stmt, "pass", format!("left out: {first}"));
    }
    if let Stmt::Return(give) = stmt {
        returned(spot, give, edits);
    }
}

fn jump(spot: &Spot<'_>, stmt: &Stmt, edits: &mut Edits) {
    let (old, news): (_, &[&str]) = match stmt {
        Stmt::Break(_) => ("break", &["continue", "pass"]),
        Stmt::Continue(_) => ("continue", &["break", "pass"]),
        Stmt::Return(_) if spot.around.in_loop => ("return", &["break", "continue"]),
        _ => return,
    };
    for new in news {
        edits.put("PY8", stmt, *new, format!("{old} → {new}"));
    }
}

fn can_be_left_out(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(stmt) => !stmt.value.is_ellipsis_literal_expr(),
        Stmt::AnnAssign(assign) => assign.value.is_some(),
        Stmt::Assign(_)
        | Stmt::AugAssign(_)
        | Stmt::Delete(_)
        | Stmt::Raise(_)
        | Stmt::Assert(_)
        | Stmt::If(_) => true,
        _ => false,
    }
}

fn returned(spot: &Spot<'_>, give: &StmtReturn, edits: &mut Edits) {
    let Some(value) = give.value.as_deref() else { return };
    // A helper's None is as false as its False.
    let is_false = value.as_boolean_literal_expr().is_some_and(|literal| !literal.value);
    if value.is_none_literal_expr() || is_false {
        return;
    }
    let mut put = |new: &str, label: &str| edits.put("PY11", value, new, label);
    put("None", &format!("None returned in place of {}", spot.text(value)));
    let kind = annotated(spot).or_else(|| built(value)).unwrap_or_default();
    match kind.as_str() {
        "list" => {
            put("[]", "an empty list returned");
            put(&format!("{}[:1]", spot.atom(value)), "only the first returned");
        }
        "dict" | "Counter" | "defaultdict" => put("{}", "an empty dict returned"),
        "set" => put("set()", "an empty set returned"),
        "tuple" => put(&format!("{}[:1]", spot.atom(value)), "only the first returned"),
        "str" => put("\"\"", "an empty text returned"),
        "int" => put("0", "0 returned"),
        "float" => put("0.0", "0.0 returned"),
        "bool" => put(&format!("not ({})", spot.text(value)), "the opposite returned"),
        _ => {}
    }
}

/// Gives the kind the function says it returns, such as `list`.
fn annotated(spot: &Spot<'_>) -> Option<String> {
    let mut returns = spot.around.function?.returns.as_deref()?;
    if let Expr::Subscript(subscript) = returns {
        returns = &subscript.value;
    }
    returns.as_name_expr().map(|name| name.id.as_str().to_lowercase())
}

fn built(value: &Expr) -> Option<String> {
    let kind = match value {
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Compare(_) => "bool",
        Expr::Tuple(_) => "tuple",
        Expr::Call(call) => match callee(call)? {
            "sorted" => "list",
            other => other,
        },
        _ => return None,
    };
    Some(kind.to_owned())
}
