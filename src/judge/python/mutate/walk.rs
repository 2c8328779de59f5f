//! The way through a reference, past everything whose text no case can see.

use rustpython_ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use rustpython_ruff_python_ast::{
    Comprehension, Decorator, ElifElseClause, ExceptHandler, Expr, Parameters, Pattern, Stmt,
    StmtFor, StmtFunctionDef, StmtIf, StmtWhile, TypeParams, UnaryOp,
};

use super::retries;
use super::shapes::{callee, is_logging};
use super::spot::{Around, Node, Spot};

/// Calls back at every place of a module where something could be changed.
pub fn walk<'a>(source: &'a str, body: &'a [Stmt], look: &mut dyn FnMut(&Spot<'a>)) {
    Walk { source, around: Around::default(), look }.visit_body(body);
}

struct Walk<'w, 'a> {
    source: &'a str,
    around: Around<'a>,
    look: &'w mut dyn FnMut(&Spot<'a>),
}

impl<'a> Walk<'_, 'a> {
    fn tell(&mut self, node: Node<'a>) {
        (self.look)(&Spot { source: self.source, node, around: self.around });
    }

    fn decide(&mut self, test: &'a Expr) {
        self.tell(Node::Condition(test));
        self.ask(test);
    }

    fn ask(&mut self, test: &'a Expr) {
        let before = self.around.asked.replace(test);
        self.visit_expr(test);
        self.around.asked = before;
    }

    fn within(&mut self, around: Around<'a>, body: &'a [Stmt]) {
        let before = std::mem::replace(&mut self.around, around);
        self.visit_body(body);
        self.around = before;
    }

    fn visit_function(&mut self, function: &'a StmtFunctionDef) {
        self.visit_parameters(&function.parameters);
        let depth = self.around.depth + 1;
        let inner = Around { function: Some(function), depth, ..Around::default() };
        self.within(inner, &function.body);
    }

    fn visit_for(&mut self, each: &'a StmtFor) {
        self.visit_expr(&each.iter);
        self.visit_turns(&each.body);
        self.visit_body(&each.orelse);
    }

    fn visit_while(&mut self, again: &'a StmtWhile) {
        self.decide(&again.test);
        self.visit_turns(&again.body);
        self.visit_body(&again.orelse);
    }

    fn visit_turns(&mut self, body: &'a [Stmt]) {
        let retries = retries::tries_again(body);
        self.within(Around { in_loop: true, repeated: true, retries, ..self.around }, body);
    }

    fn visit_if(&mut self, choice: &'a StmtIf) {
        self.decide(&choice.test);
        self.visit_body(&choice.body);
        choice.elif_else_clauses.iter().for_each(|clause| self.visit_elif_else_clause(clause));
    }
}

impl<'a> Visitor<'a> for Walk<'_, 'a> {
    fn visit_annotation(&mut self, _: &'a Expr) {}
    fn visit_decorator(&mut self, _: &'a Decorator) {}
    fn visit_pattern(&mut self, _: &'a Pattern) {}
    fn visit_type_params(&mut self, _: &'a TypeParams) {}

    fn visit_parameters(&mut self, parameters: &'a Parameters) {
        let defaults = parameters.iter_non_variadic_params().filter_map(|one| one.default());
        defaults.for_each(|default| self.visit_expr(default));
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if is_unseen(stmt) {
            return;
        }
        self.tell(Node::Stmt(stmt));
        match stmt {
            Stmt::FunctionDef(function) => self.visit_function(function),
            Stmt::ClassDef(class) => self.visit_body(&class.body),
            Stmt::For(each) => self.visit_for(each),
            Stmt::While(again) => self.visit_while(again),
            Stmt::If(choice) => self.visit_if(choice),
            Stmt::Assert(claim) => self.decide(&claim.test),
            // What an exception is given is its message.
            Stmt::Raise(_) => {}
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_elif_else_clause(&mut self, clause: &'a ElifElseClause) {
        clause.test.iter().for_each(|test| self.decide(test));
        self.visit_body(&clause.body);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(handler) = handler;
        self.tell(Node::Handler(handler));
        self.visit_body(&handler.body);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.tell(Node::Comprehension(comprehension));
        self.visit_expr(&comprehension.iter);
        comprehension.ifs.iter().for_each(|test| self.decide(test));
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        self.tell(Node::Expr(expr));
        if let Expr::If(choice) = expr {
            self.tell(Node::Condition(&choice.test));
        }
        let before = self.around;
        self.around.repeated |= is_comprehension(expr);
        match expr {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => self.ask(&unary.operand),
            Expr::BoolOp(join) if spot_is_asked(before, expr) => {
                join.values.iter().for_each(|value| self.ask(value));
            }
            _ => walk_expr(self, expr),
        }
        self.around = before;
    }
}

fn spot_is_asked(around: Around<'_>, expr: &Expr) -> bool {
    around.asked.is_some_and(|asked| std::ptr::eq(asked, expr))
}

fn is_comprehension(expr: &Expr) -> bool {
    matches!(expr, Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_))
}

/// Docstrings, logging, imports, and what only type checkers or a main program run.
fn is_unseen(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(stmt) => stmt.value.is_string_literal_expr() || is_logging(&stmt.value),
        Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Pass(_) | Stmt::TypeAlias(_) => true,
        Stmt::If(choice) => is_for_others(&choice.test),
        Stmt::Assign(assign) => is_for_types(&assign.value) || assign.targets.iter().any(is_all),
        _ => false,
    }
}

fn is_for_others(test: &Expr) -> bool {
    match test {
        Expr::Compare(compare) => {
            compare.left.as_name_expr().is_some_and(|name| name.id.as_str() == "__name__")
        }
        Expr::Name(name) => name.id.as_str() == "TYPE_CHECKING",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "TYPE_CHECKING",
        _ => false,
    }
}

fn is_for_types(value: &Expr) -> bool {
    let maker = value.as_call_expr().and_then(callee);
    matches!(maker, Some("TypeVar" | "NewType" | "ParamSpec" | "getLogger"))
}

fn is_all(target: &Expr) -> bool {
    target.as_name_expr().is_some_and(|name| name.id.as_str() == "__all__")
}
