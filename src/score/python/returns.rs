//! Whether a function that returns a value returns one on every way.

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFunctionDef, StmtIf};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, functions, own_stmt};

/// Looks at the ends of every function.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    for function in functions(body) {
        if gives_a_value(function) && !is_generator(function) && falls_off(&function.body, names) {
            let words = format!(
                "`{}` returns a value on some ways and falls off its end on another. Say `return None`, or what it is there.",
                function.name
            );
            notes.must_fix("RET503", function, words);
        }
    }
}

fn gives_a_value(function: &StmtFunctionDef) -> bool {
    let mut gives = false;
    own_stmt(&function.body, |stmt| {
        if let Stmt::Return(give) = stmt {
            gives |= give.value.as_ref().is_some_and(|value| !value.is_none_literal_expr());
        }
    });
    gives
}

fn is_generator(function: &StmtFunctionDef) -> bool {
    let mut yields = false;
    every_expr(&function.body, |expr| {
        yields |= matches!(expr, Expr::Yield(_) | Expr::YieldFrom(_));
    });
    yields
}

fn falls_off(body: &[Stmt], names: &Names<'_>) -> bool {
    let Some(last) = body.last() else { return true };
    match last {
        Stmt::Return(_) | Stmt::Raise(_) => false,
        Stmt::If(choice) => choice_falls_off(choice, names),
        Stmt::For(round) => {
            if round.orelse.is_empty() {
                true
            } else {
                falls_off(&round.orelse, names)
            }
        }
        Stmt::While(round) => {
            !is_true(&round.test) && (round.orelse.is_empty() || falls_off(&round.orelse, names))
        }
        Stmt::With(with) => falls_off(&with.body, names),
        // The ways out of a `try` are too many to be sure.
        Stmt::Try(_) => false,
        Stmt::Match(choice) => choice.cases.iter().any(|case| falls_off(&case.body, names)),
        Stmt::Assert(assert) => {
            assert.test.as_boolean_literal_expr().is_none_or(|literal| literal.value)
        }
        Stmt::Expr(expr) => !never_returns(&expr.value, names),
        _ => true,
    }
}

fn choice_falls_off(choice: &StmtIf, names: &Names<'_>) -> bool {
    let clauses = &choice.elif_else_clauses;
    let has_else = clauses.last().is_some_and(|clause| clause.test.is_none());
    !has_else
        || falls_off(&choice.body, names)
        || clauses.iter().any(|clause| falls_off(&clause.body, names))
}

fn is_true(test: &Expr) -> bool {
    test.as_boolean_literal_expr().is_some_and(|literal| literal.value)
}

fn never_returns(expr: &Expr, names: &Names<'_>) -> bool {
    let path = names.called(expr);
    matches!(
        path.as_deref(),
        Some("sys.exit" | "os._exit" | "os.abort" | "builtins.exit" | "builtins.quit")
    )
}
