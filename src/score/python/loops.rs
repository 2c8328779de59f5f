//! Loops that say in five lines what a comprehension, `any` or `.values()` says in one.

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFor};

use super::comprehensions::mentions;
use super::names::{Kind, Names};
use super::notes::Notes;
use super::walk::{every_expr, every_stmt};

/// Looks at every loop, with the statement behind it.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_stmt(body, |stmt| {
        if let Stmt::For(round) = stmt {
            check_pairs(round, names, notes);
            check_appends(round, names, notes);
            check_entries(round, names, notes);
        }
    });
    every_body(body, &mut |body| {
        for pair in body.windows(2) {
            if let [Stmt::For(round), Stmt::Return(after)] = pair {
                check_search(round, after.value.as_deref(), notes);
            }
        }
    });
}

/// Calls back for every list of statements.
pub fn every_body<'a>(body: &'a [Stmt], look: &mut impl FnMut(&'a [Stmt])) {
    look(body);
    for stmt in body {
        match stmt {
            Stmt::FunctionDef(function) => every_body(&function.body, look),
            Stmt::ClassDef(class) => every_body(&class.body, look),
            Stmt::With(with) => every_body(&with.body, look),
            Stmt::For(round) => {
                [&round.body, &round.orelse].into_iter().for_each(|body| every_body(body, look))
            }
            Stmt::While(round) => {
                [&round.body, &round.orelse].into_iter().for_each(|body| every_body(body, look))
            }
            Stmt::If(choice) => {
                every_body(&choice.body, look);
                choice.elif_else_clauses.iter().for_each(|clause| every_body(&clause.body, look));
            }
            Stmt::Try(attempt) => {
                every_body(&attempt.body, look);
                for handler in &attempt.handlers {
                    let rustpython_ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                    every_body(&handler.body, look);
                }
                every_body(&attempt.orelse, look);
                every_body(&attempt.finalbody, look);
            }
            Stmt::Match(choice) => {
                choice.cases.iter().for_each(|case| every_body(&case.body, look))
            }
            _ => (),
        }
    }
}

/// `.items()` of which one half is not used.
fn check_pairs(round: &StmtFor, names: &Names<'_>, notes: &mut Notes<'_>) {
    let Expr::Tuple(target) = &*round.target else { return };
    let [key, value] = &*target.elts else { return };
    let Some(call) = round.iter.as_call_expr() else { return };
    let Some(method) = call.func.as_attribute_expr() else { return };
    if method.attr.as_str() != "items" || !call.arguments.is_empty() {
        return;
    }
    let half = match (is_unused(key, names), is_unused(value, names)) {
        (true, false) => "values",
        (false, true) => "keys",
        _ => return,
    };
    let words = format!("Only the {half} are used, so loop over `.{half}()`.");
    notes.nit("PERF102", &*call.func, words);
}

fn is_unused(target: &Expr, names: &Names<'_>) -> bool {
    match target {
        Expr::Tuple(all) => all.elts.iter().all(|one| is_unused(one, names)),
        Expr::Name(name) => {
            let mut bindings = names.bindings.iter();
            let here = bindings.find(|binding| binding.place == name.range);
            here.is_some_and(|here| names.is_idle(here.name, here.scope))
        }
        _ => false,
    }
}

/// `for …: [if …:] found.append(…)` on a list.
fn check_appends(round: &StmtFor, names: &Names<'_>, notes: &mut Notes<'_>) {
    if !round.orelse.is_empty() {
        return;
    }
    let (statement, test) = match round.body.as_slice() {
        [Stmt::If(choice)] if choice.elif_else_clauses.is_empty() => {
            let [only] = choice.body.as_slice() else { return };
            (only, Some(&*choice.test))
        }
        [only] => (only, None),
        _ => return,
    };
    let Some((list, appended)) = appended(statement) else { return };
    let Some(binding) = names.bound(list) else { return };
    let name = binding.name;
    let is_list = match binding.kind {
        Kind::Assigned => binding.value.is_some_and(|value| is_new_list(value, names)),
        Kind::Argument => binding.annotation.is_some_and(|kind| is_list_type(kind, names)),
        _ => false,
    };
    let asks_itself = test.is_some_and(|test| mentions(test, name))
        || mentions(&round.iter, name)
        || mentions(appended, name);
    let copies = test.is_none() && same_name(appended, &round.target);
    let has_later_effects = has_effects(appended);
    if is_list && !asks_itself && !copies && !has_later_effects && !outlives(round, names) {
        notes.nit("PERF401", statement, "A comprehension says this in one line.");
    }
}

fn outlives(round: &StmtFor, names: &Names<'_>) -> bool {
    // The loop's name is used after the loop, where a comprehension's would be gone.
    let Expr::Name(target) = &*round.target else { return false };
    let mut inside = 0;
    every_expr(&round.body, |expr| {
        inside += usize::from(expr.as_name_expr().is_some_and(|name| name.id == target.id))
    });
    let bindings = names.bindings.iter();
    let mut here = bindings.filter(|binding| binding.place == target.range);
    here.any(|binding| binding.use_count - binding.replaced_uses > inside)
}

fn has_effects(expr: &Expr) -> bool {
    let mut found = false;
    super::walk::every_expr_in(expr, |inner| {
        found |=
            matches!(inner, Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Named(_));
    });
    found
}

fn same_name(one: &Expr, other: &Expr) -> bool {
    let name = |expr: &Expr| expr.as_name_expr().map(|name| name.id.to_string());
    name(one).is_some() && name(one) == name(other)
}

fn appended(stmt: &Stmt) -> Option<(&Expr, &Expr)> {
    let call = stmt.as_expr_stmt()?.value.as_call_expr()?;
    let method = call.func.as_attribute_expr()?;
    match (&*call.arguments.args, method.attr.as_str()) {
        ([only], "append") if call.arguments.keywords.is_empty() => Some((&method.value, only)),
        _ => None,
    }
}

fn is_new_list(value: &Expr, names: &Names<'_>) -> bool {
    matches!(value, Expr::List(_) | Expr::ListComp(_))
        || names.called_builtin(value) == Some("list")
}

fn is_list_type(kind: &Expr, names: &Names<'_>) -> bool {
    let kind = kind.as_subscript_expr().map_or(kind, |of| &*of.value);
    matches!(names.path(kind).as_deref(), Some("builtins.list" | "typing.List"))
}

/// `for …: found[key] = value` on a dict.
fn check_entries(round: &StmtFor, names: &Names<'_>, notes: &mut Notes<'_>) {
    let (statement, test) = match round.body.as_slice() {
        [Stmt::If(choice)] if choice.elif_else_clauses.is_empty() => {
            let [only] = choice.body.as_slice() else { return };
            (only, Some(&*choice.test))
        }
        [only] => (only, None),
        _ => return,
    };
    let Stmt::Assign(assign) = statement else { return };
    let [Expr::Subscript(entry)] = &*assign.targets else { return };
    let Some(binding) = names.bound(&entry.value) else { return };
    let is_dict = binding.kind == Kind::Assigned
        && binding.value.is_some_and(|value| {
            value.is_dict_expr()
                || value.is_dict_comp_expr()
                || names.called_builtin(value) == Some("dict")
        });
    let name = binding.name;
    // Only pairs that are taken as they are; anything else may read better as a loop.
    let Expr::Tuple(pair) = &*round.target else { return };
    let is_part = |expr: &Expr| pair.elts.iter().any(|part| same_name(part, expr));
    let is_plain = is_part(&entry.slice) && is_part(&assign.value);
    let asks_itself = test.is_some_and(|test| mentions(test, name)) || mentions(&round.iter, name);
    if is_dict && !asks_itself && is_plain && round.orelse.is_empty() {
        notes.nit("PERF403", statement, "A dict comprehension says this in one line.");
    }
}

/// `for …: if …: return True` and then `return False`.
fn check_search(round: &StmtFor, after: Option<&Expr>, notes: &mut Notes<'_>) {
    let [Stmt::If(choice)] = round.body.as_slice() else { return };
    let [Stmt::Return(found)] = choice.body.as_slice() else { return };
    let truth = |expr: Option<&Expr>| expr?.as_boolean_literal_expr().map(|literal| literal.value);
    let opposite = truth(found.value.as_deref()).zip(truth(after));
    let plain = round.orelse.is_empty() && choice.elif_else_clauses.is_empty() && !round.is_async;
    if let Some((found, after)) = opposite
        && found != after
        && plain
    {
        let words = format!(
            "`{}` over a generator says this in one line.",
            if found { "any" } else { "all" }
        );
        notes.nit("SIM110", round, words);
    }
}
