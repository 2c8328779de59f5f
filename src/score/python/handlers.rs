//! What becomes of an exception: swallowed, caught too widely, or raised again without its cause.

use rustpython_ruff_python_ast::visitor::{Visitor, walk_stmt};
use rustpython_ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtTry};

use super::logging;
use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, every_stmt, own_stmt};

/// Looks at every `try`.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_stmt(body, |stmt| {
        if let Stmt::Try(attempt) = stmt {
            for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                check_width(handler, names, notes);
                check_silence(handler, names, notes);
                check_cause(handler, notes);
                check_logging(handler, names, notes);
            }
            check_idle(attempt, notes);
            check_finally(attempt, notes);
        }
    });
}

fn check_width(handler: &ExceptHandlerExceptHandler, names: &Names<'_>, notes: &mut Notes<'_>) {
    let Some(kind) = &handler.type_ else {
        let again = |stmt: &Stmt| stmt.as_raise_stmt().is_some_and(|raise| raise.exc.is_none());
        if !handler.body.iter().any(again) {
            let words = "A bare `except:` also catches SystemExit and KeyboardInterrupt. Name the exceptions you can handle.";
            notes.block("E722", handler, words);
        }
        return;
    };
    if raises_again(handler) || logs_with_trace(&handler.body, names) {
        return;
    }
    let kinds = kind.as_tuple_expr().map_or(std::slice::from_ref(&**kind), |tuple| &*tuple.elts);
    for kind in kinds.iter().filter(|kind| catches_all(kind, names)) {
        notes.block(
            "BLE001",
            kind,
            "This catches every exception and does not raise it again. Catch the narrowest class you can handle.",
        );
    }
}

fn check_silence(handler: &ExceptHandlerExceptHandler, names: &Names<'_>, notes: &mut Notes<'_>) {
    if handler.type_.as_ref().is_some_and(|kind| !catches_all(kind, names)) {
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
        _ => (),
    }
}

fn catches_all(kind: &Expr, names: &Names<'_>) -> bool {
    match kind {
        Expr::Tuple(kinds) => kinds.elts.iter().any(|kind| catches_all(kind, names)),
        _ => names.is_builtin(kind, "Exception") || names.is_builtin(kind, "BaseException"),
    }
}

/// Says whether the caught exception goes on: alone, or as the cause of another.
fn raises_again(handler: &ExceptHandlerExceptHandler) -> bool {
    let caught = handler.name.as_ref().map(|name| name.as_str());
    let is_caught = |expr: &Expr| {
        caught.is_some() && expr.as_name_expr().map(|name| name.id.as_str()) == caught
    };
    raises(&handler.body).into_iter().any(|raise| {
        let Some(exception) = &raise.exc else { return true };
        raise.cause.as_deref().map_or_else(|| is_caught(exception), is_caught)
    })
}

/// `logging.exception(…)` or `exc_info=…` keeps the trace for whoever is on call.
fn logs_with_trace(body: &[Stmt], names: &Names<'_>) -> bool {
    let mut logs = false;
    every_expr(body, |expr| {
        logs |= logging::call(expr, names)
            .is_some_and(|call| call.method == "exception" || call.has_trace);
    });
    logs
}

fn check_cause(handler: &ExceptHandlerExceptHandler, notes: &mut Notes<'_>) {
    let caught = handler.name.as_ref().map(|name| name.as_str());
    for raise in raises(&handler.body) {
        let Some(exception) = &raise.exc else { continue };
        let same = exception.as_name_expr().is_some_and(|name| Some(name.id.as_str()) == caught);
        if raise.cause.is_none() && !same {
            let words =
                "Raise with `from error` (or `from None`), so the trace shows what led to this.";
            notes.must_fix("B904", raise, words);
        }
    }
}

fn check_logging(handler: &ExceptHandlerExceptHandler, names: &Names<'_>, notes: &mut Notes<'_>) {
    every_expr(&handler.body, |expr| {
        let Some(call) = logging::call(expr, names) else { return };
        if call.method == "error" && !call.has_trace {
            let words = "In a handler `exception` logs the trace as well; `error` throws it away.";
            notes.must_fix("TRY400", expr, words);
        }
    });
}

/// A handler that only raises the same again is a line to read for nothing.
fn check_idle(attempt: &StmtTry, notes: &mut Notes<'_>) {
    for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
        let [Stmt::Raise(raise)] = handler.body.as_slice() else { continue };
        let caught = handler.name.as_ref().map(|name| name.as_str());
        let again = raise.exc.as_ref().is_none_or(|exception| {
            exception.as_name_expr().is_some_and(|name| Some(name.id.as_str()) == caught)
        });
        if again && raise.cause.is_none() {
            let words = "This handler only raises the same again. Add what the caller needs to know, or leave it out.";
            notes.must_fix("own.idle-handler", handler, words);
        }
    }
}

/// Gathers the `raise` statements that belong to a handler: those of its own `try`s have handlers of their own.
fn raises(body: &[Stmt]) -> Vec<&rustpython_ruff_python_ast::StmtRaise> {
    struct Raises<'a>(Vec<&'a rustpython_ruff_python_ast::StmtRaise>);
    impl<'a> Visitor<'a> for Raises<'a> {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            match stmt {
                Stmt::Raise(raise) => self.0.push(raise),
                Stmt::FunctionDef(_) | Stmt::ClassDef(_) => (),
                Stmt::Try(attempt) => {
                    self.visit_body(&attempt.body);
                    self.visit_body(&attempt.orelse);
                    self.visit_body(&attempt.finalbody);
                }
                _ => walk_stmt(self, stmt),
            }
        }
    }
    let mut raises = Raises(vec![]);
    raises.visit_body(body);
    raises.0
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
