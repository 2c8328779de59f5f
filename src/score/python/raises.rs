//! What is raised, and whether it says which record was to blame.

use std::collections::BTreeSet;

use rustpython_ruff_python_ast::{BoolOp, Expr, Stmt, StmtIf, StmtRaise, UnaryOp};
use rustpython_ruff_text_size::Ranged;

use super::logging;
use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, every_stmt, own_stmt};

/// Looks at every `raise`. `asked` are the exceptions the question asks for.
pub fn look(body: &[Stmt], names: &Names<'_>, asked: &[String], notes: &mut Notes<'_>) {
    let mut within = BTreeSet::new();
    every_stmt(body, |stmt| {
        // In an `if` about something else, a test of types is part of a longer decision.
        if let Stmt::If(choice) = stmt
            && !asks_type(&choice.test, names)
        {
            within.extend(choice.body.iter().map(std::ptr::from_ref));
        }
    });
    every_stmt(body, |stmt| match stmt {
        Stmt::If(_) if within.contains(&std::ptr::from_ref(stmt)) => (),
        Stmt::Raise(raise) => check_raise(raise, names, notes),
        Stmt::If(choice) => check_types(choice, names, asked, notes),
        Stmt::For(round) => check_records(&round.body, names, notes),
        _ => (),
    });
}

fn check_raise(raise: &StmtRaise, names: &Names<'_>, notes: &mut Notes<'_>) {
    let Some(exception) = &raise.exc else { return };
    let kind = exception.as_call_expr().map_or(&**exception, |call| &*call.func);
    if names.is_builtin(kind, "Exception") || names.is_builtin(kind, "BaseException") {
        let words = "Nobody can catch this without catching everything. Raise ValueError, or a class of your own.";
        notes.must_fix("TRY002", &**exception, words);
    }
    if let Some(text @ Expr::StringLiteral(_)) = first_argument(exception) {
        let words = "The trace shows this line, so the message is read twice. Put it into a variable first.";
        notes.nit("EM101", text, words);
    }
}

fn first_argument(exception: &Expr) -> Option<&Expr> {
    exception.as_call_expr()?.arguments.args.first()
}

/// A test of types alone that fails is a TypeError, unless the question asks for another one.
fn check_types(choice: &StmtIf, names: &Names<'_>, asked: &[String], notes: &mut Notes<'_>) {
    let arms = choice.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body));
    // Behind a test of something else, a test of types is part of a longer decision.
    let mut is_plain = true;
    for (test, body) in std::iter::once((Some(&*choice.test), &choice.body)).chain(arms) {
        is_plain &= test.is_none_or(|test| asks_type(test, names));
        if !is_plain {
            return;
        }
        for raise in body.iter().filter_map(|stmt| stmt.as_raise_stmt()) {
            check_kind(raise, names, asked, notes);
        }
    }
}

fn check_kind(raise: &StmtRaise, names: &Names<'_>, asked: &[String], notes: &mut Notes<'_>) {
    const OTHERS: [&str; 15] = [
        "ArithmeticError",
        "AssertionError",
        "AttributeError",
        "BufferError",
        "EOFError",
        "Exception",
        "ImportError",
        "LookupError",
        "MemoryError",
        "NameError",
        "ReferenceError",
        "RuntimeError",
        "SyntaxError",
        "SystemError",
        "ValueError",
    ];
    let Some(exception) = &raise.exc else { return };
    let kind = exception.as_call_expr().map_or(&**exception, |call| &*call.func);
    let other = OTHERS.iter().find(|other| names.is_builtin(kind, other));
    if let Some(other) = other.filter(|other| !asked.iter().any(|one| one == *other)) {
        let words = format!("The test asks for a type, so what fails is a TypeError, not {other}.");
        notes.must_fix("TRY004", raise, words);
    }
}

fn asks_type(test: &Expr, names: &Names<'_>) -> bool {
    match test {
        Expr::BoolOp(all) => {
            matches!(all.op, BoolOp::And | BoolOp::Or)
                && all.values.iter().all(|value| asks_type(value, names))
        }
        Expr::UnaryOp(not) => not.op == UnaryOp::Not && asks_type(&not.operand, names),
        Expr::Call(_) => {
            matches!(names.called_builtin(test), Some("isinstance" | "issubclass" | "callable"))
        }
        _ => false,
    }
}

/// Within a loop over records, a message that is the same for all of them finds none of them.
fn check_records(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    own_stmt(body, |stmt| {
        let Stmt::Raise(raise) = stmt else { return };
        let Some(exception) = &raise.exc else { return };
        let says_nothing = match &**exception {
            Expr::Name(_) => names.path(exception).is_some(),
            Expr::Call(call) => call.arguments.args.iter().all(Expr::is_string_literal_expr),
            _ => false,
        };
        if says_nothing {
            let words = "Which record was it? Whoever reads this message has millions. Name its id or its line.";
            notes.must_fix("own.message-names-record", raise, words);
        }
    });
    every_expr(body, |expr| {
        let Some(call) = logging::call(expr, names) else { return };
        let is_warning = matches!(call.method, "warning" | "error" | "exception" | "critical");
        let fixed = call.arguments.args.iter().all(Expr::is_string_literal_expr);
        if is_warning && fixed && call.arguments.find_keyword("extra").is_none() {
            let words = "Which record was it? A line for each of them that names none is noise. Log its id or its line.";
            notes.must_fix("own.message-names-record", &expr.range(), words);
        }
    });
}
