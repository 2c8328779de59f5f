//! Reads a module and fills in its names.

mod visits;

use std::collections::{BTreeSet, HashMap};

use rustpython_ruff_python_ast::visitor::{self, Visitor};
use rustpython_ruff_python_ast::{
    Alias, Comprehension, Decorator, ExceptHandler, Expr, ExprLambda, ExprName, Parameters, Stmt,
    StmtFunctionDef,
};
use rustpython_ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Binding, Kind, Names, Scope, ScopeKind};
use crate::score::python::builtins;
use crate::score::python::walk::last_part;

impl<'a> Names<'a> {
    /// Reads the names of a module.
    pub fn of(body: &'a [Stmt]) -> Self {
        let names = Names {
            scopes: vec![],
            bindings: vec![],
            resolved: HashMap::new(),
            undefined: vec![],
            has_star: false,
        };
        let mut binder = Binder {
            names,
            scope: 0,
            target: Kind::Assigned,
            value: None,
            branches: vec![],
            later: vec![],
            in_text: vec![],
            globals: BTreeSet::new(),
            expects_missing: false,
        };
        binder.open(ScopeKind::Module);
        binder.visit_body(body);
        while !binder.later.is_empty() {
            for later in std::mem::take(&mut binder.later) {
                binder.enter(later);
            }
        }
        binder.use_texts();
        if binder.names.has_star {
            binder.names.undefined.clear();
        }
        let globals = &binder.globals;
        binder.names.undefined.retain(|name| !globals.contains(name.id.as_str()));
        binder.names
    }
}

/// A body that runs after the module around it.
enum Body<'a> {
    Function(&'a StmtFunctionDef),
    Lambda(&'a ExprLambda),
}

struct Later<'a> {
    scope: usize,
    branches: Vec<(TextSize, usize)>,
    body: Body<'a>,
}

struct Binder<'a> {
    names: Names<'a>,
    scope: usize,
    /// What the names that are stored now are.
    target: Kind,
    value: Option<&'a Expr>,
    branches: Vec<(TextSize, usize)>,
    later: Vec<Later<'a>>,
    /// Names that some function makes a name of the module.
    globals: BTreeSet<&'a str>,
    /// A `try` around this looks for names that are not there.
    expects_missing: bool,
    /// Annotations in quotes, with the scope they stand in.
    in_text: Vec<(usize, &'a str)>,
}

impl<'a> Binder<'a> {
    fn open(&mut self, kind: ScopeKind) -> usize {
        let parent = (!self.names.scopes.is_empty()).then_some(self.scope);
        self.names.scopes.push(Scope { kind, parent, names: HashMap::new(), reads_locals: false });
        std::mem::replace(&mut self.scope, self.names.scopes.len() - 1)
    }

    fn enter(&mut self, later: Later<'a>) {
        self.scope = later.scope;
        self.branches = later.branches;
        match later.body {
            Body::Function(function) => {
                self.open(ScopeKind::Function);
                self.bind_parameters(&function.parameters);
                self.visit_body(&function.body);
            }
            Body::Lambda(lambda) => {
                self.open(ScopeKind::Lambda);
                lambda.parameters.iter().for_each(|parameters| self.bind_parameters(parameters));
                self.visit_expr(&lambda.body);
            }
        }
    }

    fn later(&mut self, body: Body<'a>) {
        self.later.push(Later { scope: self.scope, branches: self.branches.clone(), body });
    }

    fn bind_parameters(&mut self, parameters: &'a Parameters) {
        for parameter in parameters.iter() {
            let name = &parameter.as_parameter().name;
            let id = self.bind(name.as_str(), Kind::Argument, name.range());
            self.names.bindings[id].annotation = parameter.annotation();
        }
    }

    fn bind(&mut self, name: &'a str, kind: Kind, place: TextRange) -> usize {
        let scope = self.scope_for(&kind);
        let replaces = self.names.scopes[scope].names.get(name).copied();
        let declared_again = kind == Kind::Declared && replaces.is_some();
        let shared = replaces.is_some_and(|old| self.names.bindings[old].kind == Kind::Shared);
        if let Some(old) = replaces.filter(|_| declared_again || shared) {
            return old;
        }
        let replaced_uses = replaces.map_or(0, |old| self.names.bindings[old].use_count);
        self.names.bindings.push(Binding {
            name,
            kind,
            place,
            scope,
            use_count: replaced_uses,
            annotation: None,
            value: self.value,
            branches: self.branches.clone(),
            replaces,
            replaced_uses,
            is_overload: false,
        });
        let id = self.names.bindings.len() - 1;
        self.names.scopes[scope].names.insert(name, id);
        id
    }

    /// A walrus in a comprehension binds in the function around it.
    fn scope_for(&self, kind: &Kind) -> usize {
        let mut scope = self.scope;
        while *kind == Kind::Walrus && self.names.scopes[scope].kind == ScopeKind::Comprehension {
            scope = self.names.scopes[scope].parent.unwrap_or(0);
        }
        scope
    }

    fn find(&self, name: &str, from: usize) -> Option<usize> {
        let mut scope = Some(from);
        while let Some(id) = scope {
            let here = &self.names.scopes[id];
            let is_seen = id == from || here.kind != ScopeKind::Class;
            if let Some(binding) = here.names.get(name).filter(|_| is_seen) {
                return Some(*binding);
            }
            scope = here.parent;
        }
        None
    }

    fn load(&mut self, name: &'a ExprName) {
        match self.find(&name.id, self.scope) {
            Some(id) => {
                self.use_up(id);
                self.names.resolved.insert(name.start(), Some(id));
            }
            None if is_builtin(&name.id) => {
                self.names.scopes[self.scope].reads_locals |= name.id == "locals";
                self.names.resolved.insert(name.start(), None);
            }
            None if self.expects_missing => (),
            None => self.names.undefined.push(name),
        }
    }

    /// Using a `global` name uses the name of the module.
    fn use_up(&mut self, id: usize) {
        self.names.bindings[id].use_count += 1;
        if self.names.bindings[id].kind == Kind::Shared {
            let name = self.names.bindings[id].name;
            let parent = self.names.scopes[self.names.bindings[id].scope].parent;
            if let Some(outer) = parent.and_then(|parent| self.find(name, parent)) {
                self.names.bindings[outer].use_count += 1;
            }
        }
    }

    fn import(&mut self, alias: &'a Alias, module: Option<&str>) {
        let whole = alias.name.as_str();
        let first = whole.split('.').next().unwrap_or(whole);
        let (name, path) = match (&alias.asname, module) {
            (Some(other), None) => (other.as_str(), whole.to_owned()),
            (None, None) => (first, first.to_owned()),
            (other, Some(module)) => {
                (other.as_ref().map_or(whole, |name| name.as_str()), format!("{module}.{whole}"))
            }
        };
        if name == "*" {
            self.names.has_star = true;
            return;
        }
        let id = self.bind(name, Kind::Import(path), alias.range());
        // `import x as x` says that it is meant for others; `__future__` is no name at all.
        let again = alias.asname.as_ref().is_some_and(|other| other.as_str() == whole);
        if again || module == Some("__future__") {
            self.names.bindings[id].use_count += 1;
        }
    }

    fn store(&mut self, targets: &'a [Expr], kind: Kind, value: Option<&'a Expr>) {
        for target in targets {
            // `a, b = 1, 2` is two assignments in one line.
            let parts = |expr: &'a Expr| expr.as_tuple_expr().map(|tuple| &tuple.elts);
            let side_by_side = parts(target).zip(value.and_then(parts));
            if let Some((targets, values)) =
                side_by_side.filter(|(one, other)| one.len() == other.len())
            {
                for (target, value) in targets.iter().zip(values) {
                    self.store(std::slice::from_ref(target), kind.clone(), Some(value));
                }
                continue;
            }
            let alone = target.is_name_expr();
            self.target = match (&kind, alone) {
                (Kind::Assigned | Kind::With, false) => Kind::Unpacked,
                _ => kind.clone(),
            };
            self.value = value.filter(|_| alone);
            self.visit_expr(target);
            self.value = None;
        }
        self.target = Kind::Assigned;
    }

    fn arm(&mut self, stmt: TextSize, arm: usize, visit: impl FnOnce(&mut Self)) {
        self.branches.push((stmt, arm));
        visit(self);
        self.branches.pop();
    }

    fn define(&mut self, name: &'a str, kind: Kind, place: TextRange, all: &[Decorator]) {
        let id = self.bind(name, kind, place);
        let mut names = all.iter().filter_map(|one| last_part(&one.expression));
        self.names.bindings[id].is_overload = names.any(|name| name == "overload");
    }

    /// Annotations in quotes and names in `__all__` are uses, read when all names are there.
    fn use_texts(&mut self) {
        for (scope, text) in std::mem::take(&mut self.in_text) {
            let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            for word in words.filter(|word| !word.is_empty()) {
                if let Some(id) = self.find(word, scope) {
                    self.use_up(id);
                }
            }
        }
    }

    fn statement(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|one| self.visit_decorator(one));
                class.arguments.iter().for_each(|all| self.visit_arguments(all));
                let outer = self.open(ScopeKind::Class);
                self.visit_body(&class.body);
                self.scope = outer;
                self.define(&class.name, Kind::Class, class.name.range(), &class.decorator_list);
            }
            Stmt::Import(import) => {
                import.names.iter().for_each(|alias| self.import(alias, None));
            }
            Stmt::ImportFrom(import) => {
                let module = import.module.as_ref().map_or(".", |module| module.as_str());
                import.names.iter().for_each(|alias| self.import(alias, Some(module)));
            }
            Stmt::Global(global) => {
                self.globals.extend(global.names.iter().map(|name| name.as_str()));
                self.share(&global.names);
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    let parent = self.names.scopes[self.scope].parent;
                    let outer = parent.and_then(|parent| self.find(name, parent));
                    outer.into_iter().for_each(|id| self.use_up(id));
                }
                self.share(&nonlocal.names);
            }
            _ => self.branching(stmt),
        }
    }

    fn share(&mut self, names: &'a [rustpython_ruff_python_ast::Identifier]) {
        for name in names {
            self.bind(name.as_str(), Kind::Shared, name.range());
        }
    }

    fn function(&mut self, function: &'a StmtFunctionDef) {
        function.decorator_list.iter().for_each(|one| self.visit_decorator(one));
        self.visit_parameters(&function.parameters);
        function.returns.iter().for_each(|kind| self.visit_annotation(kind));
        let decorators = &function.decorator_list;
        self.define(&function.name, Kind::Function, function.name.range(), decorators);
        self.later(Body::Function(function));
    }

    fn branching(&mut self, stmt: &'a Stmt) {
        let at = stmt.start();
        match stmt {
            Stmt::If(choice) => {
                self.visit_expr(&choice.test);
                self.arm(at, 0, |all| all.visit_body(&choice.body));
                for (index, clause) in choice.elif_else_clauses.iter().enumerate() {
                    clause.test.iter().for_each(|test| self.visit_expr(test));
                    self.arm(at, index + 1, |all| all.visit_body(&clause.body));
                }
            }
            Stmt::Try(attempt) => {
                let expects = attempt.handlers.iter().any(expects_missing) || self.expects_missing;
                let before = std::mem::replace(&mut self.expects_missing, expects);
                self.arm(at, 0, |all| all.visit_body(&attempt.body));
                self.expects_missing = before;
                for (index, handler) in attempt.handlers.iter().enumerate() {
                    self.arm(at, index + 1, |all| all.visit_except_handler(handler));
                }
                self.arm(at, 0, |all| all.visit_body(&attempt.orelse));
                self.visit_body(&attempt.finalbody);
            }
            Stmt::Match(choice) => {
                self.visit_expr(&choice.subject);
                for (index, case) in choice.cases.iter().enumerate() {
                    self.arm(at, index, |all| all.visit_match_case(case));
                }
            }
            _ => self.assigning(stmt),
        }
    }

    fn assigning(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(assign) => {
                self.visit_expr(&assign.value);
                self.store(&assign.targets, Kind::Assigned, Some(&assign.value));
                if assign.targets.iter().any(|target| is_named(target, "__all__")) {
                    self.export(&assign.value);
                }
            }
            Stmt::AnnAssign(assign) => {
                assign.value.iter().for_each(|value| self.visit_expr(value));
                self.visit_annotation(&assign.annotation);
                let kind = if assign.value.is_some() { Kind::Assigned } else { Kind::Declared };
                let target = std::slice::from_ref(&*assign.target);
                self.store(target, kind, assign.value.as_deref());
            }
            Stmt::AugAssign(assign) => {
                self.visit_expr(&assign.value);
                if let Expr::Name(name) = &*assign.target {
                    self.load(name);
                }
                self.store(std::slice::from_ref(&*assign.target), Kind::Augmented, None);
            }
            Stmt::For(round) => {
                self.visit_expr(&round.iter);
                self.store(std::slice::from_ref(&*round.target), Kind::Loop, None);
                self.visit_body(&round.body);
                self.visit_body(&round.orelse);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn export(&mut self, value: &'a Expr) {
        let all = value.as_list_expr().map(|list| &list.elts);
        let all = all.or_else(|| value.as_tuple_expr().map(|tuple| &tuple.elts));
        for text in all.into_iter().flatten().filter_map(|one| one.as_string_literal_expr()) {
            self.in_text.push((0, text.value.to_str()));
        }
    }

    fn comprehension(&mut self, all: &'a [Comprehension], parts: &[&'a Expr]) {
        if let Some(first) = all.first() {
            self.visit_expr(&first.iter);
        }
        let outer = self.open(ScopeKind::Comprehension);
        for (index, one) in all.iter().enumerate() {
            if index > 0 {
                self.visit_expr(&one.iter);
            }
            self.store(std::slice::from_ref(&one.target), Kind::Loop, None);
            one.ifs.iter().for_each(|test| self.visit_expr(test));
        }
        parts.iter().for_each(|part| self.visit_expr(part));
        self.scope = outer;
    }
}

fn is_builtin(name: &str) -> bool {
    const ALWAYS: [&str; 12] = [
        "__import__",
        "__debug__",
        "__loader__",
        "__path__",
        "__name__",
        "__file__",
        "__doc__",
        "__builtins__",
        "__package__",
        "__spec__",
        "__class__",
        "WindowsError",
    ];
    builtins::is_builtin(name) || ALWAYS.contains(&name)
}

fn is_named(expr: &Expr, text: &str) -> bool {
    expr.as_name_expr().is_some_and(|name| name.id == text)
}

fn expects_missing(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    handler.type_.as_deref().is_some_and(|kind| {
        let kinds = kind.as_tuple_expr().map_or(std::slice::from_ref(kind), |tuple| &*tuple.elts);
        kinds.iter().any(|kind| last_part(kind) == Some("NameError"))
    })
}
