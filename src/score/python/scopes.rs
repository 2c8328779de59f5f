//! What leaks between calls and scopes: mutable defaults, globals, late-bound loop variables.

use std::collections::BTreeSet;

use rustpython_ruff_python_ast::{
    Comprehension, Expr, ExprContext, ExprName, Parameters, Stmt, StmtFunctionDef,
};

use super::annotations;
use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, every_expr_in, every_stmt, functions, own_stmt};

/// Looks at every function and every loop.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    for function in functions(body) {
        check_defaults(function, names, notes);
        check_globals(function, notes);
    }
    every_stmt(body, |stmt| match stmt {
        Stmt::For(round) => {
            let mut bound = stored_names(&round.body);
            bound.extend(targets(&round.target));
            check_closures(&round.body, &bound, names, notes);
        }
        Stmt::While(round) => {
            check_closures(&round.body, &stored_names(&round.body), names, notes);
        }
        _ => (),
    });
    every_expr(body, |expr| match expr {
        Expr::ListComp(all) => check_comprehension(&all.generators, &all.elt, names, notes),
        Expr::SetComp(all) => check_comprehension(&all.generators, &all.elt, names, notes),
        Expr::Generator(all) => check_comprehension(&all.generators, &all.elt, names, notes),
        Expr::DictComp(all) => check_comprehension(&all.generators, &all.value, names, notes),
        _ => (),
    });
}

fn check_defaults(function: &StmtFunctionDef, names: &Names<'_>, notes: &mut Notes<'_>) {
    for parameter in function.parameters.iter_non_variadic_params() {
        let Some(default) = parameter.default.as_deref() else { continue };
        // Who annotates it as something that cannot be changed cannot change it by accident.
        let kept = parameter.parameter.annotation.as_deref();
        let kept = kept.is_some_and(|kind| annotations::is_immutable(kind, names));
        if is_mutable(default, names) && !kept {
            let words = "This default is made once and shared by all calls. Use None and make a new one inside.";
            notes.block("B006", default, words);
        }
    }
}

/// Says whether an expression makes something that can be changed.
pub fn is_mutable(expr: &Expr, names: &Names<'_>) -> bool {
    const MAKERS: [&str; 8] = [
        "builtins.list",
        "builtins.dict",
        "builtins.set",
        "builtins.bytearray",
        "collections.defaultdict",
        "collections.deque",
        "collections.Counter",
        "collections.OrderedDict",
    ];
    match expr {
        Expr::List(_) | Expr::Dict(_) | Expr::Set(_) => true,
        Expr::ListComp(_) | Expr::DictComp(_) | Expr::SetComp(_) => true,
        Expr::Call(call) => names.path(&call.func).is_some_and(|path| MAKERS.contains(&&*path)),
        _ => false,
    }
}

fn check_globals(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let stored = stored_names(&function.body);
    own_stmt(&function.body, |stmt| {
        let Stmt::Global(global) = stmt else { return };
        for name in global.names.iter().filter(|name| stored.contains(name.as_str())) {
            let words = format!(
                "`{name}` is changed for the whole module. Pass it in and return it instead."
            );
            notes.block("PLW0603", global, words);
        }
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

fn targets(target: &Expr) -> Vec<&str> {
    let mut names = Vec::new();
    every_expr_in(target, |expr| names.extend(expr.as_name_expr().map(|name| name.id.as_str())));
    names
}

fn check_comprehension(
    all: &[Comprehension],
    part: &Expr,
    names: &Names<'_>,
    notes: &mut Notes<'_>,
) {
    let bound: BTreeSet<&str> = all.iter().flat_map(|one| targets(&one.target)).collect();
    let mut at_once = Vec::new();
    every_expr_in(part, |expr| at_once.extend(used_at_once(expr, names)));
    every_expr_in(part, |expr| check_lambda(expr, &at_once, &bound, notes));
}

fn check_closures(body: &[Stmt], bound: &BTreeSet<&str>, names: &Names<'_>, notes: &mut Notes<'_>) {
    let mut at_once = Vec::new();
    every_expr(body, |expr| at_once.extend(used_at_once(expr, names)));
    every_expr(body, |expr| check_lambda(expr, &at_once, bound, notes));
    every_stmt(body, |stmt| {
        let Stmt::FunctionDef(function) = stmt else { return };
        let own: BTreeSet<&str> = stored_names(&function.body);
        every_expr(&function.body, |expr| {
            if let Expr::Name(name) = expr
                && !own.contains(name.id.as_str())
            {
                check_captured(name, &function.parameters, bound, notes);
            }
        });
    });
}

fn check_lambda(expr: &Expr, at_once: &[&Expr], bound: &BTreeSet<&str>, notes: &mut Notes<'_>) {
    let Expr::Lambda(lambda) = expr else { return };
    if at_once.iter().any(|safe| std::ptr::eq(*safe, expr)) {
        return;
    }
    let none = Parameters::default();
    let parameters = lambda.parameters.as_deref().unwrap_or(&none);
    every_expr_in(&lambda.body, |inner| {
        if let Expr::Name(name) = inner {
            check_captured(name, parameters, bound, notes);
        }
    });
}

fn check_captured(
    name: &ExprName,
    parameters: &Parameters,
    bound: &BTreeSet<&str>,
    notes: &mut Notes<'_>,
) {
    let text = name.id.as_str();
    if name.ctx == ExprContext::Load && bound.contains(text) && !parameters.includes(text) {
        let words = format!(
            "The function sees the last `{text}` of the loop, not this one. Bind it: `{text}={text}`."
        );
        notes.block("B023", name, words);
    }
}

/// Gives the functions a call uses before the loop goes on, such as the key of a sort.
fn used_at_once<'e>(expr: &'e Expr, names: &Names<'_>) -> Vec<&'e Expr> {
    let Some(call) = expr.as_call_expr() else { return vec![] };
    let mut safe = vec![&*call.func];
    let keys = call.arguments.keywords.iter();
    let keys = keys.filter(|keyword| keyword.arg.as_ref().is_some_and(|name| name == "key"));
    safe.extend(keys.map(|keyword| &keyword.value));
    let path = names.path(&call.func);
    let eager = ["builtins.map", "builtins.filter", "functools.reduce"];
    if path.is_some_and(|path| eager.contains(&&*path)) {
        safe.extend(call.arguments.args.first());
    }
    safe
}
