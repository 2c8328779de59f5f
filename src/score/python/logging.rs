//! Which calls write to a log, and how: by the usual names of loggers.

use rustpython_ruff_python_ast::{Arguments, Expr, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, last_part};

/// A call that logs.
pub struct LogCall<'a> {
    pub method: &'a str,
    pub arguments: &'a Arguments,
    /// It keeps the trace of the exception.
    pub has_trace: bool,
}

const METHODS: [&str; 8] =
    ["debug", "info", "warning", "warn", "error", "exception", "critical", "log"];

/// Reads an expression as a call of a logger, if it is one.
pub fn call<'a>(expr: &'a Expr, names: &Names<'_>) -> Option<LogCall<'a>> {
    let call = expr.as_call_expr()?;
    let (method, is_logger) = match &*call.func {
        Expr::Attribute(attribute) => (attribute.attr.as_str(), is_logger(&attribute.value, names)),
        Expr::Name(_) => {
            let path = names.path(&call.func)?;
            (last_part(&call.func)?, path.starts_with("logging."))
        }
        _ => return None,
    };
    let traces = call.arguments.find_keyword("exc_info");
    let has_trace = traces.is_some_and(|keyword| {
        keyword.value.as_boolean_literal_expr().is_none_or(|literal| literal.value)
    });
    (is_logger && METHODS.contains(&method)).then_some(LogCall {
        method,
        arguments: &call.arguments,
        has_trace,
    })
}

fn is_logger(expr: &Expr, names: &Names<'_>) -> bool {
    if names.path(expr).is_some_and(|path| path == "logging" || path.starts_with("logging.")) {
        return true;
    }
    let tail = match expr {
        Expr::Call(call) => last_part(&call.func),
        _ => last_part(expr),
    };
    tail.is_some_and(|tail| {
        let tail = tail.to_lowercase();
        tail.starts_with("log") || tail.ends_with("logger") || tail.ends_with("logging")
    })
}

/// Looks at what is handed to a logger.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_expr(body, |expr| {
        let Some(call) = call(expr, names) else { return };
        let at = usize::from(call.method == "log");
        if let Some(message @ Expr::FString(_)) = call.arguments.args.get(at) {
            let words = "Hand the values to the logger (`\"%s\", value`), which then formats only what it writes and groups what is alike.";
            notes.nit("G004", message, words);
        }
    });
}
