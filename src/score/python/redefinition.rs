//! Names bound twice or never used: definitions that replace an unused one, and imports nobody needs.

use rustpython_ruff_python_ast::{Expr, ExprContext, Stmt};
use rustpython_ruff_text_size::{Ranged, TextRange};

use super::notes::Notes;
use super::walk::{every_expr, every_stmt};

/// Looks at every body for redefinitions, and at the whole module for unused imports.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    check_body(body, notes);
    every_stmt(body, |stmt| match stmt {
        Stmt::FunctionDef(function) => check_body(&function.body, notes),
        Stmt::ClassDef(class) => check_body(&class.body, notes),
        _ => (),
    });
    check_imports(body, notes);
}

fn check_body(body: &[Stmt], notes: &mut Notes<'_>) {
    for (index, stmt) in body.iter().enumerate() {
        let Some((name, place)) = defined(stmt) else { continue };
        let Some(first) = body[..index].iter().rposition(|old| defines(old, name)) else {
            continue;
        };
        if !uses(&body[first + 1..=index], name) {
            let line = notes.line(body[first].range().start().to_usize());
            let words = format!(
                "This replaces `{name}` of line {line}, which nothing has used. One of them is dead."
            );
            notes.block("F811", &place, words);
        }
    }
}

/// Names the function or class a statement defines; decorators such as `@overload` mean to define again.
fn defined(stmt: &Stmt) -> Option<(&str, TextRange)> {
    match stmt {
        Stmt::FunctionDef(function) if function.decorator_list.is_empty() => {
            Some((function.name.as_str(), function.name.range()))
        }
        Stmt::ClassDef(class) if class.decorator_list.is_empty() => {
            Some((class.name.as_str(), class.name.range()))
        }
        _ => None,
    }
}

fn defines(stmt: &Stmt, name: &str) -> bool {
    match stmt {
        Stmt::FunctionDef(function) => {
            function.decorator_list.is_empty() && function.name.as_str() == name
        }
        Stmt::ClassDef(class) => class.name.as_str() == name,
        Stmt::Import(_) | Stmt::ImportFrom(_) => {
            imported(stmt).iter().any(|(bound, _)| *bound == name)
        }
        _ => false,
    }
}

fn uses(body: &[Stmt], name: &str) -> bool {
    let mut used = false;
    every_expr(body, |expr| {
        if let Expr::Name(found) = expr {
            used |= found.id == name && found.ctx == ExprContext::Load;
        }
    });
    used
}

fn check_imports(body: &[Stmt], notes: &mut Notes<'_>) {
    let mut imports = Vec::new();
    every_stmt(body, |stmt| imports.extend(imported(stmt)));
    for (name, place) in imports {
        if !uses(body, name) && !named_in_text(body, name) {
            notes.must_fix(
                "F401",
                &place,
                format!("`{name}` is imported and never used. Remove it."),
            );
        }
    }
}

/// Gives the names an import binds. `import x as x` says that it is meant for others.
fn imported(stmt: &Stmt) -> Vec<(&str, TextRange)> {
    let names = match stmt {
        Stmt::Import(import) => &import.names,
        Stmt::ImportFrom(import) => match import.module.as_ref().map(|module| module.as_str()) {
            Some("__future__") => return vec![],
            _ => &import.names,
        },
        _ => return vec![],
    };
    let bind = |alias: &'_ rustpython_ruff_python_ast::Alias| match &alias.asname {
        Some(other) => other.as_str() != alias.name.as_str(),
        None => alias.name.as_str() != "*",
    };
    let name = |alias: &'_ rustpython_ruff_python_ast::Alias| alias.range();
    names
        .iter()
        .filter(|alias| bind(alias))
        .map(|alias| {
            let whole = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            (whole.split('.').next().unwrap_or(whole), name(alias))
        })
        .collect()
}

/// Annotations may stand in quotes, and `__all__` holds names as text.
fn named_in_text(body: &[Stmt], name: &str) -> bool {
    let mut named = false;
    every_expr(body, |expr| {
        if let Expr::StringLiteral(text) = expr {
            let words = |letter: char| !letter.is_alphanumeric() && letter != '_';
            let short = text.value.to_str().len() < 200;
            named |= short && text.value.to_str().split(words).any(|word| word == name);
        }
    });
    named
}
