//! What becomes of an exception: swallowed, caught too widely, or raised again without its cause.

use rustpython_ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtTry};

use super::notes::Notes;
use super::walk::{every_expr, every_stmt, last_part, own_stmt};

/// Looks at every `try`.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    every_stmt(body, |stmt| {
        if let Stmt::Try(attempt) = stmt {
            for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                check_handler(handler, notes);
                check_cause(handler, notes);
            }
            check_finally(attempt, notes);
        }
    });
}

/// One handler is one mistake, so it is noted once, under its most telling rule.
fn check_handler(handler: &ExceptHandlerExceptHandler, notes: &mut Notes<'_>) {
    let Some(kind) = &handler.type_ else {
        let words = "A bare `except:` also catches SystemExit and KeyboardInterrupt. Name the exceptions you can handle.";
        return notes.block("E722", handler, words);
    };
    if !catches_all(kind) || raises_again(&handler.body) || logs_with_trace(&handler.body) {
        return;
    }
    match handler.body.as_slice() {
        [Stmt::Pass(_)] => notes.block(
            "S110",
            handler,
            "Every exception is swallowed here; bugs of your own disappear with it. Catch the one you expect.",
        ),
        [Stmt::Continue(_)] => notes.block(
            "S112",
            handler,
            "Whatever goes wrong, the record is skipped in silence. Catch the exception you expect and skip only that.",
        ),
        _ => notes.block(
            "BLE001",
            handler,
            "This catches every exception and does not raise it again. Catch the narrowest class you can handle.",
        ),
    }
}

fn catches_all(kind: &Expr) -> bool {
    match kind {
        Expr::Tuple(kinds) => kinds.elts.iter().any(catches_all),
        _ => matches!(last_part(kind), Some("Exception" | "BaseException")),
    }
}

fn raises_again(body: &[Stmt]) -> bool {
    let mut raises = false;
    own_stmt(body, |stmt| raises |= stmt.is_raise_stmt());
    raises
}

/// `logging.exception(…)` or `exc_info=…` keeps the trace for whoever is on call.
fn logs_with_trace(body: &[Stmt]) -> bool {
    let mut logs = false;
    every_expr(body, |expr| {
        if let Expr::Call(call) = expr {
            let method = call.func.as_attribute_expr().map(|attribute| attribute.attr.as_str());
            let keyword = |name| call.arguments.find_keyword(name).is_some();
            logs |= method == Some("exception") || keyword("exc_info");
        }
    });
    logs
}

fn check_cause(handler: &ExceptHandlerExceptHandler, notes: &mut Notes<'_>) {
    let caught = handler.name.as_ref().map(|name| name.as_str());
    own_stmt(&handler.body, |stmt| {
        let Stmt::Raise(raise) = stmt else { return };
        let Some(exception) = &raise.exc else { return };
        let same = exception.as_name_expr().is_some_and(|name| Some(name.id.as_str()) == caught);
        if raise.cause.is_none() && !same {
            let words =
                "Raise with `from error` (or `from None`), so the trace shows what led to this.";
            notes.must_fix("B904", raise, words);
        }
    });
}

fn check_finally(attempt: &StmtTry, notes: &mut Notes<'_>) {
    let mut in_loops = Vec::new();
    own_stmt(&attempt.finalbody, |stmt| match stmt {
        Stmt::For(inner) => own_stmt(&inner.body, |stmt| in_loops.push(stmt as *const Stmt)),
        Stmt::While(inner) => own_stmt(&inner.body, |stmt| in_loops.push(stmt as *const Stmt)),
        _ => (),
    });
    own_stmt(&attempt.finalbody, |stmt| {
        let leaves = match stmt {
            Stmt::Return(_) => true,
            // Within a loop of its own, `break` and `continue` stay inside the `finally`.
            Stmt::Break(_) | Stmt::Continue(_) => !in_loops.contains(&std::ptr::from_ref(stmt)),
            _ => false,
        };
        if leaves {
            notes.block(
                "B012",
                stmt,
                "Leaving a `finally` this way throws away the exception that is on its way.",
            );
        }
    });
}
