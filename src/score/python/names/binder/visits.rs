//! The parts of statements and expressions that bind or use names.

use rustpython_ruff_python_ast::visitor::{self, Visitor};
use rustpython_ruff_python_ast::{ExceptHandler, Expr, ExprContext, Pattern, Stmt, WithItem};
use rustpython_ruff_text_size::Ranged;

use super::{Binder, Body, Kind};
use crate::score::python::walk::every_expr_in;

impl<'a> Visitor<'a> for Binder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.statement(stmt);
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        every_expr_in(expr, |inner| {
            if let Expr::StringLiteral(text) = inner {
                self.in_text.push((self.scope, text.value.to_str()));
            }
        });
        self.visit_expr(expr);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.load(name),
            Expr::Name(name) if name.ctx == ExprContext::Store => {
                self.bind(name.id.as_str(), self.target.clone(), name.range());
            }
            Expr::Name(name) => {
                if let Some(id) = self.find(&name.id, self.scope) {
                    self.use_up(id);
                    // In a branch it may still be there afterwards.
                    if self.branches.is_empty() {
                        self.names.scopes[self.scope].names.remove(name.id.as_str());
                    }
                }
            }
            Expr::Lambda(lambda) => {
                lambda.parameters.iter().for_each(|all| self.visit_parameters(all));
                self.later(Body::Lambda(lambda));
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                let target = std::mem::replace(&mut self.target, Kind::Walrus);
                self.visit_expr(&named.target);
                self.target = target;
            }
            Expr::ListComp(all) => self.comprehension(&all.generators, &[&all.elt]),
            Expr::SetComp(all) => self.comprehension(&all.generators, &[&all.elt]),
            Expr::Generator(all) => self.comprehension(&all.generators, &[&all.elt]),
            Expr::DictComp(all) => self.comprehension(&all.generators, &[&all.key, &all.value]),
            _ => visitor::walk_expr(self, expr),
        }
    }

    fn visit_with_item(&mut self, item: &'a WithItem) {
        self.visit_expr(&item.context_expr);
        if let Some(target) = &item.optional_vars {
            self.store(std::slice::from_ref(&**target), Kind::With, Some(&item.context_expr));
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        handler.type_.iter().for_each(|kind| self.visit_expr(kind));
        let Some(name) = &handler.name else { return self.visit_body(&handler.body) };
        let before = self.names.scopes[self.scope].names.get(name.as_str()).copied();
        let id = self.bind(name.as_str(), Kind::Caught, name.range());
        // The name is new here and gone after the handler, so earlier uses are none of its own.
        self.names.bindings[id].use_count = 0;
        self.visit_body(&handler.body);
        let scope = &mut self.names.scopes[self.scope].names;
        match before {
            Some(old) => drop(scope.insert(name.as_str(), old)),
            None => drop(scope.remove(name.as_str())),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(named) => named.name.as_ref(),
            Pattern::MatchStar(named) => named.name.as_ref(),
            Pattern::MatchMapping(named) => named.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name.as_str(), Kind::Pattern, name.range());
        }
        visitor::walk_pattern(self, pattern);
    }
}
