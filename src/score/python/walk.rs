//! Ways through a syntax tree: everything, or only what belongs to one scope.

use rustpython_ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_ruff_python_ast::{Expr, Parameter, Stmt, StmtFunctionDef};

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
pub fn public_functions(body: &[Stmt]) -> Vec<&StmtFunctionDef> {
    let classes = body.iter().filter_map(|stmt| stmt.as_class_def_stmt());
    let public = classes.filter(|class| !class.name.starts_with('_'));
    let all = body.iter().chain(public.flat_map(|class| class.body.iter()));
    let functions = all.filter_map(|stmt| stmt.as_function_def_stmt());
    functions.filter(|function| !function.name.starts_with('_')).collect()
}

/// Gives the parameters in order, without `self` and `cls`.
pub fn parameters(function: &StmtFunctionDef) -> Vec<&Parameter> {
    let all = function.parameters.iter().map(|parameter| parameter.as_parameter());
    all.filter(|parameter| !matches!(parameter.name.as_str(), "self" | "cls")).collect()
}

/// Gives the name of a call such as `print(…)`, if it is called by a plain name.
pub fn called_name(expr: &Expr) -> Option<&str> {
    let call = expr.as_call_expr()?;
    call.func.as_name_expr().map(|name| name.id.as_str())
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
