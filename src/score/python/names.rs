//! Which binding does each name mean? Scopes, bindings and uses of one module, read in the order Python runs it:
//! bodies of functions come last.

mod binder;

use std::collections::HashMap;

use rustpython_ruff_python_ast::{Expr, ExprName};
use rustpython_ruff_text_size::{Ranged, TextRange, TextSize};

/// How a name came to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// With the dotted path it stands for.
    Import(String),
    Function,
    Class,
    Argument,
    Assigned,
    /// One of several targets of an assignment.
    Unpacked,
    Loop,
    With,
    Caught,
    Walrus,
    Augmented,
    /// `global` or `nonlocal`.
    Shared,
    /// Annotated without a value.
    Declared,
    Pattern,
}

/// What opened a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Function,
    Class,
    Lambda,
    Comprehension,
}

/// One place where a name is bound.
#[derive(Clone, Debug)]
pub struct Binding<'a> {
    pub name: &'a str,
    pub kind: Kind,
    pub place: TextRange,
    pub scope: usize,
    pub use_count: usize,
    /// The type an argument is given.
    pub annotation: Option<&'a Expr>,
    /// What is assigned, where the name alone is the target.
    pub value: Option<&'a Expr>,
    /// The branches it stands in: the statement and which of its arms.
    branches: Vec<(TextSize, usize)>,
    /// The binding of the same scope that it replaced.
    pub replaces: Option<usize>,
    /// How often the replaced one had been used by then.
    pub replaced_uses: usize,
    /// It is one of several signatures of one function.
    pub is_overload: bool,
}

/// A scope and the last binding of each of its names.
#[derive(Debug)]
pub struct Scope<'a> {
    pub kind: ScopeKind,
    parent: Option<usize>,
    names: HashMap<&'a str, usize>,
    /// It asks for all its names at once, by `locals()`.
    pub reads_locals: bool,
}

/// The names of a module.
#[derive(Debug)]
pub struct Names<'a> {
    pub scopes: Vec<Scope<'a>>,
    pub bindings: Vec<Binding<'a>>,
    /// What a loaded name means, by the place where it stands; nothing for a builtin.
    resolved: HashMap<TextSize, Option<usize>>,
    /// Names that nothing defines; none are told when a `*` was imported, for it may define anything.
    pub undefined: Vec<&'a ExprName>,
    has_star: bool,
}

impl<'a> Names<'a> {
    /// Gives the binding a loaded name means.
    pub fn binding(&self, name: &ExprName) -> Option<&Binding<'a>> {
        let id = (*self.resolved.get(&name.start())?)?;
        self.bindings.get(id)
    }

    /// Gives the binding that an expression names, if it is a plain name.
    pub fn bound(&self, expr: &Expr) -> Option<&Binding<'a>> {
        self.binding(expr.as_name_expr()?)
    }

    /// Gives the dotted path an expression stands for, through imports: `datetime.datetime.now`, `builtins.open`.
    pub fn path(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Attribute(attribute) => {
                Some(format!("{}.{}", self.path(&attribute.value)?, attribute.attr))
            }
            Expr::Name(name) => match self.resolved.get(&name.start())? {
                None => Some(format!("builtins.{}", name.id)),
                Some(id) => match &self.bindings[*id].kind {
                    Kind::Import(path) => Some(path.clone()),
                    _ => None,
                },
            },
            _ => None,
        }
    }

    /// Gives the path that the module imports under a name.
    pub fn imported(&self, name: &str) -> Option<&str> {
        match &self.bindings[*self.scopes[0].names.get(name)?].kind {
            Kind::Import(path) => Some(path),
            _ => None,
        }
    }

    /// Says whether an expression names this builtin.
    pub fn is_builtin(&self, expr: &Expr, builtin: &str) -> bool {
        expr.as_name_expr().is_some_and(|name| {
            name.id == builtin && self.resolved.get(&name.start()) == Some(&None)
        })
    }

    /// Gives the builtin that a call calls.
    pub fn called_builtin<'e>(&self, expr: &'e Expr) -> Option<&'e str> {
        let name = expr.as_call_expr()?.func.as_name_expr()?;
        (self.resolved.get(&name.start()) == Some(&None)).then(|| name.id.as_str())
    }

    /// Gives the path that a call calls.
    pub fn called(&self, expr: &Expr) -> Option<String> {
        self.path(&expr.as_call_expr()?.func)
    }

    /// Gives the binding that a name outside of this one's scope has.
    pub fn outer(&self, binding: &Binding<'a>) -> Option<&Binding<'a>> {
        let mut scope = self.scopes[binding.scope].parent;
        while let Some(id) = scope {
            if let Some(outer) = self.scopes[id].names.get(binding.name) {
                return self.bindings.get(*outer);
            }
            scope = self.scopes[id].parent;
        }
        None
    }

    /// Says whether nothing of one name in one scope is ever used.
    pub fn is_idle(&self, name: &str, scope: usize) -> bool {
        let all = self.bindings.iter().filter(|one| one.scope == scope && one.name == name);
        all.map(|one| one.use_count).sum::<usize>() == 0
    }

    /// Says whether a binding comes whenever another one has come: it stands in no branch of its own.
    pub fn always_follows(&self, one: &Binding<'_>, other: &Binding<'_>) -> bool {
        one.branches.iter().all(|branch| other.branches.contains(branch))
    }

    /// Gives the bindings that hold at the end of their scope.
    pub fn last_bindings(&self) -> impl Iterator<Item = &Binding<'a>> {
        let mut ids: Vec<usize> =
            self.scopes.iter().flat_map(|scope| scope.names.values().copied()).collect();
        ids.sort_unstable();
        ids.into_iter().map(|id| &self.bindings[id])
    }
}
