//! Whether a function can be held in the head: branches, statements, parameters, paths.

use rustpython_ruff_python_ast::{ExceptHandler, Stmt};

use super::notes::Notes;
use super::walk::functions;

/// Looks at the size of every function.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    for function in functions(body) {
        let name = &function.name;
        let mut note = |code, count: usize, most: usize, what: &str| {
            if count > most {
                let words = format!(
                    "`{name}` has {count} {what}; more than {most} are hard to review. Split it."
                );
                notes.must_fix(code, name, words);
            }
        };
        let named = function.parameters.iter_non_variadic_params();
        let named = named.map(|one| one.parameter.name.as_str());
        let named = named.filter(|name| !name.starts_with('_') && !matches!(*name, "self" | "cls"));
        let named = named.count();
        note("C901", 1 + paths(&function.body), 10, "paths through it");
        note("PLR0912", branches(&function.body), 12, "branches");
        note("PLR0913", named, 5, "parameters");
        note("PLR0915", statements(&function.body), 50, "statements");
    }
}

/// Counts cyclomatic complexity after McCabe: one more for each place where the way parts. A function within counts
/// with its own paths.
fn paths(body: &[Stmt]) -> usize {
    body.iter().map(paths_of).sum()
}

fn paths_of(stmt: &Stmt) -> usize {
    match stmt {
        Stmt::If(choice) => {
            let clauses = choice.elif_else_clauses.iter();
            let arms = clauses.map(|arm| usize::from(arm.test.is_some()) + paths(&arm.body));
            1 + paths(&choice.body) + arms.sum::<usize>()
        }
        Stmt::For(round) => 1 + paths(&round.body) + paths(&round.orelse),
        Stmt::While(round) => 1 + paths(&round.body) + paths(&round.orelse),
        Stmt::With(with) => paths(&with.body),
        Stmt::Try(attempt) => {
            let orelse = usize::from(!attempt.orelse.is_empty()) + paths(&attempt.orelse);
            let handlers = attempt.handlers.iter().map(|handler| {
                let ExceptHandler::ExceptHandler(handler) = handler;
                1 + paths(&handler.body)
            });
            paths(&attempt.body) + orelse + handlers.sum::<usize>() + paths(&attempt.finalbody)
        }
        Stmt::Match(choice) => {
            let cases = choice.cases.iter().map(|case| 1 + paths(&case.body));
            // A last case that takes everything is an `else`.
            let is_else = |case: &rustpython_ruff_python_ast::MatchCase| {
                case.guard.is_none() && case.pattern.is_irrefutable()
            };
            cases.sum::<usize>() - usize::from(choice.cases.last().is_some_and(is_else))
        }
        Stmt::FunctionDef(function) => 1 + paths(&function.body),
        Stmt::ClassDef(class) => paths(&class.body),
        _ => 0,
    }
}

fn branches(body: &[Stmt]) -> usize {
    body.iter().map(branches_of).sum()
}

fn branches_of(stmt: &Stmt) -> usize {
    match stmt {
        Stmt::If(choice) => {
            let clauses = choice.elif_else_clauses.iter();
            1 + branches(&choice.body)
                + choice.elif_else_clauses.len()
                + clauses.map(|arm| branches(&arm.body)).sum::<usize>()
        }
        Stmt::For(round) => 1 + branches(&round.body) + else_branches(&round.orelse),
        Stmt::While(round) => 1 + branches(&round.body) + else_branches(&round.orelse),
        Stmt::Try(attempt) => {
            let handlers = attempt.handlers.iter().map(|handler| {
                let ExceptHandler::ExceptHandler(handler) = handler;
                1 + branches(&handler.body)
            });
            let ends = else_branches(&attempt.orelse) + else_branches(&attempt.finalbody);
            branches(&attempt.body) + ends + handlers.sum::<usize>()
        }
        Stmt::Match(choice) => {
            choice.cases.len() + choice.cases.iter().map(|case| branches(&case.body)).sum::<usize>()
        }
        Stmt::With(with) => branches(&with.body),
        _ => 0,
    }
}

fn else_branches(body: &[Stmt]) -> usize {
    if body.is_empty() { 0 } else { 1 + branches(body) }
}

fn statements(body: &[Stmt]) -> usize {
    body.iter().map(statements_of).sum()
}

fn statements_of(stmt: &Stmt) -> usize {
    match stmt {
        Stmt::If(choice) => {
            let clauses = choice.elif_else_clauses.iter();
            let arms = clauses.map(|arm| 1 + statements(&arm.body));
            1 + statements(&choice.body) + arms.sum::<usize>()
        }
        Stmt::With(with) => 1 + statements(&with.body),
        // As pylint counts: a `for` is its body, and a `return` is none.
        Stmt::For(round) => statements(&round.body) + statements(&round.orelse),
        Stmt::Return(_) => 0,
        Stmt::While(round) => 1 + statements(&round.body) + statements(&round.orelse),
        Stmt::Match(choice) => {
            1 + choice.cases.iter().map(|case| 1 + statements(&case.body)).sum::<usize>()
        }
        Stmt::Try(attempt) => {
            let handlers = attempt.handlers.iter().map(|handler| {
                let ExceptHandler::ExceptHandler(handler) = handler;
                1 + statements(&handler.body)
            });
            let orelse =
                if attempt.orelse.is_empty() { 0 } else { 1 + statements(&attempt.orelse) };
            // `finally` and what stands in it.
            let last =
                if attempt.finalbody.is_empty() { 0 } else { 2 + statements(&attempt.finalbody) };
            let several = usize::from(attempt.handlers.len() > 1);
            1 + statements(&attempt.body) + orelse + several + handlers.sum::<usize>() + last
        }
        Stmt::FunctionDef(function) => 1 + statements(&function.body),
        _ => 1,
    }
}
