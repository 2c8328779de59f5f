//! Decisions written longer than they are: an `if` in an `if`, an `if` that returns its own truth.

use rustpython_ruff_python_ast::{ElifElseClause, Expr, Stmt, StmtIf};

use super::loops::every_body;
use super::names::Names;
use super::notes::Notes;
use super::walk::every_stmt;

/// Looks at every `if`.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_stmt(body, |stmt| {
        if let Stmt::If(choice) = stmt {
            check_nested(choice, notes);
            check_else(choice, notes);
        }
    });
    every_body(body, &mut |body| {
        for (index, stmt) in body.iter().enumerate() {
            if let Stmt::If(choice) = stmt {
                check_truth(choice, body.get(index + 1), names, notes);
            }
        }
    });
}

fn check_nested(choice: &StmtIf, notes: &mut Notes<'_>) {
    let words = "Two conditions that must both hold are one `and`.";
    let lone = |body: &[Stmt]| match body {
        [Stmt::If(inner)] => inner.elif_else_clauses.is_empty(),
        _ => false,
    };
    if choice.elif_else_clauses.is_empty() && lone(&choice.body) && !is_main(&choice.test) {
        notes.nit("SIM102", choice, words);
    }
    if let Some(last) = choice.elif_else_clauses.last()
        && last.test.is_some()
        && lone(&last.body)
    {
        notes.nit("SIM102", last, words);
    }
}

fn is_main(test: &Expr) -> bool {
    test.as_compare_expr().is_some_and(|compare| {
        compare.left.as_name_expr().is_some_and(|name| name.id == "__name__")
    })
}

fn check_else(choice: &StmtIf, notes: &mut Notes<'_>) {
    let Some(ElifElseClause { test: None, body, .. }) = choice.elif_else_clauses.last() else {
        return;
    };
    if let [Stmt::If(inner)] = body.as_slice()
        && let Some(last) = choice.elif_else_clauses.last()
    {
        let place = rustpython_ruff_text_size::TextRange::new(
            rustpython_ruff_text_size::Ranged::start(last),
            rustpython_ruff_text_size::Ranged::end(inner),
        );
        notes.nit("PLR5501", &place, "`else:` with only an `if` in it is an `elif`.");
    }
}

fn check_truth(choice: &StmtIf, next: Option<&Stmt>, _names: &Names<'_>, notes: &mut Notes<'_>) {
    let truth = |body: &[Stmt]| match body {
        [Stmt::Return(give)] => give.value.as_ref()?.as_boolean_literal_expr().map(|one| one.value),
        _ => None,
    };
    let other = match (choice.elif_else_clauses.as_slice(), next) {
        ([ElifElseClause { test: None, body, .. }], _) => truth(body),
        ([], Some(next)) => truth(std::slice::from_ref(next)),
        _ => None,
    };
    if let (Some(one), Some(other)) = (truth(&choice.body), other)
        && one != other
    {
        notes.nit("SIM103", choice, "Return the condition itself.");
    }
}
