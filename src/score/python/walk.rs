//! Ways through a syntax tree: everything, or only what belongs to one scope.

use rustpython_ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_ruff_python_ast::{Expr, Stmt, StmtFunctionDef};

/// Calls back for every statement, however deep.
pub fn every_stmt<'a>(body: &'a [Stmt], mut look: impl FnMut(&'a Stmt)) {
    Walk { stmt: &mut look, expr: &mut |_| (), nested: true }.visit_body(body);
}

/// Calls back for every expression, however deep.
pub fn every_expr<'a>(body: &'a [Stmt], mut look: impl FnMut(&'a Expr)) {
    Walk { stmt: &mut |_| (), expr: &mut look, nested: true }.visit_body(body);
}

/// Calls back for every expression within one expression, itself included.
pub fn every_expr_in<'a>(expr: &'a Expr, mut look: impl FnMut(&'a Expr)) {
    Walk { stmt: &mut |_| (), expr: &mut look, nested: true }.visit_expr(expr);
}

/// Calls back for every statement of this scope; nested functions and classes are seen, not entered.
pub fn own_stmt<'a>(body: &'a [Stmt], mut look: impl FnMut(&'a Stmt)) {
    Walk { stmt: &mut look, expr: &mut |_| (), nested: false }.visit_body(body);
}

/// Gathers every function definition, methods and nested functions included.
pub fn functions(body: &[Stmt]) -> Vec<&StmtFunctionDef> {
    let mut found = Vec::new();
    every_stmt(body, |stmt| found.extend(stmt.as_function_def_stmt()));
    found
}

/// Gathers the functions others may call: top-level ones and methods of top-level classes, without a leading `_`.
/// Where `__all__` says what is public, it decides.
pub fn public_functions(body: &[Stmt]) -> Vec<&StmtFunctionDef> {
    let top = top_level(body);
    let exported = exported(&top);
    let is_public = |name: &str| match &exported {
        Some(names) => names.contains(&name),
        None => !name.starts_with('_'),
    };
    let functions = top.iter().filter_map(|stmt| stmt.as_function_def_stmt());
    let functions = functions.filter(|function| is_public(&function.name));
    let classes = top.iter().filter_map(|stmt| stmt.as_class_def_stmt());
    let classes = classes.filter(|class| is_public(&class.name));
    let methods = classes.flat_map(|class| top_level(&class.body));
    let methods = methods.filter_map(|stmt| stmt.as_function_def_stmt());
    functions.chain(methods.filter(|method| !method.name.starts_with('_'))).collect()
}

/// Says whether a function is one of several `overload`s or sets a property: the one it belongs to tells what it does.
pub fn is_part(function: &StmtFunctionDef) -> bool {
    let mut decorators = function.decorator_list.iter();
    decorators
        .any(|one| matches!(last_part(&one.expression), Some("overload" | "setter" | "deleter")))
}

fn exported<'a>(top: &[&'a Stmt]) -> Option<Vec<&'a str>> {
    let all = top.iter().find_map(|stmt| {
        let assign = stmt.as_assign_stmt()?;
        let names_all = |target: &Expr| last_part(target) == Some("__all__");
        assign.targets.iter().any(names_all).then_some(&*assign.value)
    })?;
    let mut names = Vec::new();
    every_expr_in(all, |expr| {
        names.extend(expr.as_string_literal_expr().map(|text| text.value.to_str()));
    });
    (!names.is_empty()).then_some(names)
}

/// Says whether a function is no method.
pub fn is_top(body: &[Stmt], function: &StmtFunctionDef) -> bool {
    let top = top_level(body);
    top.iter()
        .any(|stmt| stmt.as_function_def_stmt().is_some_and(|one| std::ptr::eq(one, function)))
}

/// Gathers the statements of a module, those within an `if`, `try` or loop too.
fn top_level(body: &[Stmt]) -> Vec<&Stmt> {
    let mut found = Vec::new();
    own_stmt(body, |stmt| found.push(stmt));
    found
}

/// Gives the last part of a dotted name: `c` of `a.b.c`.
pub fn last_part(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

struct Walk<'f, 'a> {
    stmt: &'f mut dyn FnMut(&'a Stmt),
    expr: &'f mut dyn FnMut(&'a Expr),
    nested: bool,
}

impl<'a> Visitor<'a> for Walk<'_, 'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        (self.stmt)(stmt);
        let scope = matches!(stmt, Stmt::FunctionDef(_) | Stmt::ClassDef(_));
        if self.nested || !scope {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        (self.expr)(expr);
        walk_expr(self, expr);
    }
}
