//! What leaks between calls and scopes: mutable defaults, globals, late-bound loop variables, unused names.

use std::collections::BTreeSet;

use rustpython_ruff_python_ast::{
    ExceptHandler, Expr, ExprContext, Stmt, StmtFor, StmtFunctionDef,
};

use super::notes::Notes;
use super::walk::{every_expr, every_expr_in, every_stmt, functions, last_part, own_stmt};

/// Looks at every function and every loop.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    check_defaults(body, notes);
    for function in functions(body) {
        check_globals(function, notes);
        check_unused(function, notes);
    }
    every_stmt(body, |stmt| {
        if let Stmt::For(round) = stmt {
            check_closures(round, notes);
        }
    });
}

fn check_defaults(body: &[Stmt], notes: &mut Notes<'_>) {
    let mut defaults = Vec::new();
    for function in functions(body) {
        let parameters = function.parameters.iter_non_variadic_params();
        defaults.extend(parameters.filter_map(|parameter| parameter.default.as_deref()));
    }
    every_expr(body, |expr| {
        if let Expr::Lambda(lambda) = expr {
            let parameters =
                lambda.parameters.iter().flat_map(|all| all.iter_non_variadic_params());
            defaults.extend(parameters.filter_map(|parameter| parameter.default.as_deref()));
        }
    });
    for default in defaults.into_iter().filter(|default| is_mutable(default)) {
        let words = "This default is made once and shared by all calls. Use None and make a new one inside.";
        notes.block("B006", default, words);
    }
}

fn is_mutable(expr: &Expr) -> bool {
    const MAKERS: [&str; 8] =
        ["list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"];
    match expr {
        Expr::List(_) | Expr::Dict(_) | Expr::Set(_) => true,
        Expr::ListComp(_) | Expr::DictComp(_) | Expr::SetComp(_) => true,
        Expr::Call(call) => last_part(&call.func).is_some_and(|name| MAKERS.contains(&name)),
        _ => false,
    }
}

fn check_globals(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let stored = stored_names(&function.body);
    own_stmt(&function.body, |stmt| {
        let Stmt::Global(global) = stmt else { return };
        let Some(name) = global.names.iter().find(|name| stored.contains(name.as_str())) else {
            return;
        };
        let words =
            format!("`{name}` is changed for the whole module. Pass it in and return it instead.");
        notes.block("PLW0603", global, words);
    });
}

/// Gathers the names that are assigned anywhere in these statements.
fn stored_names(body: &[Stmt]) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    every_expr(body, |expr| match expr {
        Expr::Name(name) if name.ctx != ExprContext::Load => drop(names.insert(name.id.as_str())),
        _ => (),
    });
    names
}

fn loaded_names(body: &[Stmt]) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    every_expr(body, |expr| match expr {
        Expr::Name(name) if name.ctx == ExprContext::Load => drop(names.insert(name.id.as_str())),
        _ => (),
    });
    names
}

fn check_unused(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let loaded = loaded_names(&function.body);
    let mut shared = BTreeSet::new();
    own_stmt(&function.body, |stmt| match stmt {
        Stmt::Global(names) => shared.extend(names.names.iter().map(|name| name.as_str())),
        Stmt::Nonlocal(names) => shared.extend(names.names.iter().map(|name| name.as_str())),
        _ => (),
    });
    let unused = |name: &str| {
        !name.starts_with('_')
            && !loaded.contains(name)
            && !shared.contains(name)
            && !loaded.contains("locals")
    };
    let say = |name: &str| {
        format!("`{name}` is never used. Remove it, or call it `_` if it must be there.")
    };
    own_stmt(&function.body, |stmt| {
        for name in plain_targets(stmt).into_iter().filter(|name| unused(&name.id)) {
            notes.must_fix("F841", name, say(&name.id));
        }
        let Stmt::Try(attempt) = stmt else { return };
        for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
            if let Some(name) = handler
                .name
                .as_ref()
                .filter(|name| !loaded_names(&handler.body).contains(name.as_str()))
            {
                notes.must_fix("F841", name, say(name));
            }
        }
    });
}

/// Gives the names a statement binds one by one; unpacking may need a name for every part.
fn plain_targets(stmt: &Stmt) -> Vec<&rustpython_ruff_python_ast::ExprName> {
    match stmt {
        Stmt::Assign(assign) => assign.targets.iter().filter_map(|t| t.as_name_expr()).collect(),
        Stmt::AnnAssign(assign) if assign.value.is_some() => {
            assign.target.as_name_expr().into_iter().collect()
        }
        Stmt::With(with) => {
            let names = with.items.iter().filter_map(|item| item.optional_vars.as_deref());
            names.filter_map(|name| name.as_name_expr()).collect()
        }
        _ => vec![],
    }
}

fn check_closures(round: &StmtFor, notes: &mut Notes<'_>) {
    let mut bound = BTreeSet::new();
    every_expr_in(&round.target, |expr| {
        bound.extend(expr.as_name_expr().map(|name| name.id.as_str()))
    });
    let mut at_once = Vec::new();
    every_expr(&round.body, |expr| at_once.extend(used_at_once(expr)));
    every_expr(&round.body, |expr| {
        let Expr::Lambda(lambda) = expr else { return };
        if at_once.iter().any(|safe| std::ptr::eq(*safe, expr)) {
            return;
        }
        let own = |name: &str| lambda.parameters.as_ref().is_some_and(|all| all.includes(name));
        let mut captured = None;
        every_expr_in(&lambda.body, |inner| match inner {
            Expr::Name(name) if bound.contains(name.id.as_str()) && !own(&name.id) => {
                captured = Some(name)
            }
            _ => (),
        });
        if let Some(name) = captured {
            let words = format!(
                "The function sees the last `{0}` of the loop, not this one. Bind it: `{0}={0}`.",
                name.id
            );
            notes.block("B023", name, words);
        }
    });
}

/// Gives the functions a call uses before the loop goes on, such as the key of a sort.
fn used_at_once(expr: &Expr) -> Vec<&Expr> {
    const EAGER: [&str; 9] =
        ["sorted", "min", "max", "sort", "any", "all", "sum", "reduce", "list"];
    let Some(call) = expr.as_call_expr() else { return vec![] };
    let mut safe = vec![&*call.func];
    if last_part(&call.func).is_some_and(|name| EAGER.contains(&name)) {
        safe.extend(call.arguments.args.iter());
        safe.extend(call.arguments.keywords.iter().map(|keyword| &keyword.value));
        // `list(map(lambda …))` and its like are used up by the outer call.
        let inner = call.arguments.args.iter().filter_map(|arg| arg.as_call_expr());
        safe.extend(inner.flat_map(|call| call.arguments.args.iter()));
    }
    safe
}
