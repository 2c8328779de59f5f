//! Whether a function can be held in the head: branches, statements, parameters, paths.

use rustpython_ruff_python_ast::{Stmt, StmtFunctionDef};

use super::notes::Notes;
use super::walk::{functions, own_stmt, parameters};

/// Looks at the size of every function.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    for function in functions(body) {
        let size = Size::of(function);
        let name = &function.name;
        let mut note = |code, count: usize, most: usize, what: &str| {
            if count > most {
                let words = format!(
                    "`{name}` has {count} {what}; more than {most} are hard to review. Split it."
                );
                notes.must_fix(code, name, words);
            }
        };
        note("C901", size.paths, 10, "paths through it");
        note("PLR0912", size.branches, 12, "branches");
        note("PLR0913", parameters(function).len(), 5, "parameters");
        note("PLR0915", size.statements, 50, "statements");
    }
}

#[derive(Default)]
struct Size {
    statements: usize,
    branches: usize,
    /// Cyclomatic complexity after McCabe: one, and one more for each place where the way parts.
    paths: usize,
}

impl Size {
    fn of(function: &StmtFunctionDef) -> Size {
        let mut size = Size { paths: 1, ..Size::default() };
        own_stmt(&function.body, |stmt| size.count(stmt));
        size
    }

    fn count(&mut self, stmt: &Stmt) {
        self.statements += 1;
        let (branches, paths) = match stmt {
            Stmt::If(choice) => {
                let tested = choice.elif_else_clauses.iter().filter(|clause| clause.test.is_some());
                (1 + choice.elif_else_clauses.len(), 1 + tested.count())
            }
            Stmt::For(round) => (1 + usize::from(!round.orelse.is_empty()), 1),
            Stmt::While(round) => (1 + usize::from(!round.orelse.is_empty()), 1),
            Stmt::Try(attempt) => (1 + attempt.handlers.len(), attempt.handlers.len()),
            Stmt::Match(choice) => (choice.cases.len(), choice.cases.len()),
            _ => (0, 0),
        };
        self.branches += branches;
        self.paths += paths;
    }
}
