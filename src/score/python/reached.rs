//! Which functions the judged one needs: what nothing reaches was written for the reader's eye.

use std::collections::{BTreeMap, BTreeSet};

use rustpython_ruff_python_ast::{Expr, Stmt};

use super::notes::Notes;
use super::walk::every_expr;

/// Looks for functions that neither the judged function nor the module itself reaches.
pub fn look(body: &[Stmt], judged: Option<&str>, notes: &mut Notes<'_>) {
    let Some(judged) = judged else { return };
    let functions = body.iter().filter_map(|stmt| stmt.as_function_def_stmt());
    let functions: Vec<_> = functions.collect();
    if !functions.iter().any(|function| function.name.as_str() == judged) {
        return;
    }
    let reached = reached(body, judged);
    for function in functions {
        let name = &function.name;
        if !reached.contains(name.as_str()) {
            let words = format!("`{judged}` never reaches `{name}`. Remove it, or use it.");
            notes.must_fix("own.unreached", name, words);
        }
    }
}

fn reached<'a>(body: &'a [Stmt], judged: &'a str) -> BTreeSet<&'a str> {
    let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut open = vec![judged];
    for stmt in body {
        let used = used(std::slice::from_ref(stmt));
        match stmt {
            Stmt::FunctionDef(function) => drop(needs.insert(function.name.as_str(), used)),
            // What the module and its classes use, is used.
            _ => open.extend(used),
        }
    }
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(needs.get(name).into_iter().flatten().copied());
        }
    }
    reached
}

fn used(body: &[Stmt]) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    every_expr(body, |expr| {
        if let Expr::Name(name) = expr {
            used.insert(name.id.as_str());
        }
    });
    used
}
