//! Whether names say what things are: the usual spelling, no shadowed builtins, no `tmp` and `data2`.

use std::collections::BTreeSet;

use rustpython_ruff_python_ast::{Expr, ExprContext, ExprName, Stmt, StmtFunctionDef};

use super::notes::Notes;
use super::walk::{every_expr, every_stmt, functions, own_stmt, parameters};

/// Looks at the names of functions, parameters and variables.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    for function in functions(body) {
        check_function(function, notes);
    }
    check_stored(body, notes);
}

fn check_function(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let name = &function.name;
    if has_upper(name) && function.decorator_list.is_empty() {
        notes.must_fix(
            "N802",
            name,
            format!("Functions are written in lower_case; `{name}` reads like a class."),
        );
    }
    for parameter in parameters(function) {
        let name = &parameter.name;
        if has_upper(name) {
            notes.must_fix(
                "N803",
                name,
                format!("Parameters are written in lower_case: `{name}`."),
            );
        }
        if BUILTINS.contains(&name.as_str()) {
            notes.must_fix(
                "A002",
                name,
                format!("The parameter `{name}` hides the builtin of that name."),
            );
        }
        if is_ambiguous(name) {
            notes.must_fix("E741", name, format!("`{name}` looks like a digit. Give it a name."));
        }
        check_vague(name, name, notes);
    }
    check_locals(function, notes);
}

fn check_locals(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let mut shared = BTreeSet::new();
    own_stmt(&function.body, |stmt| {
        if let Stmt::Global(global) = stmt {
            shared.extend(global.names.iter().map(|name| name.as_str()));
        }
    });
    for name in first_stores(&function.body) {
        if has_upper(&name.id) && !shared.contains(name.id.as_str()) {
            let words =
                format!("Variables in a function are written in lower_case: `{}`.", name.id);
            notes.must_fix("N806", name, words);
        }
    }
}

fn check_stored(body: &[Stmt], notes: &mut Notes<'_>) {
    let mut fields = BTreeSet::new();
    every_stmt(body, |stmt| {
        // A field of a class is reached through the class, so it hides nothing.
        if let Stmt::ClassDef(class) = stmt {
            let targets = class.body.iter().filter_map(|stmt| match stmt {
                Stmt::AnnAssign(assign) => assign.target.as_name_expr(),
                Stmt::Assign(assign) => assign.targets.first().and_then(|t| t.as_name_expr()),
                _ => None,
            });
            fields.extend(targets.map(|name| name.id.as_str()));
        }
    });
    for name in first_stores(body) {
        let text = name.id.as_str();
        if BUILTINS.contains(&text) && !fields.contains(text) {
            notes.must_fix("A001", name, format!("`{text}` hides the builtin of that name."));
        }
        if is_ambiguous(text) {
            notes.must_fix("E741", name, format!("`{text}` looks like a digit. Give it a name."));
        }
        check_vague(text, name, notes);
    }
}

/// Gives each stored name once, where it is first stored.
fn first_stores(body: &[Stmt]) -> Vec<&ExprName> {
    let mut seen = BTreeSet::new();
    let mut stores = Vec::new();
    every_expr(body, |expr| match expr {
        Expr::Name(name) if name.ctx == ExprContext::Store && seen.insert(name.id.as_str()) => {
            stores.push(name);
        }
        _ => (),
    });
    stores
}

fn check_vague(name: &str, place: &impl rustpython_ruff_text_size::Ranged, notes: &mut Notes<'_>) {
    const EMPTY: [&str; 10] =
        ["tmp", "temp", "foo", "bar", "baz", "res", "ret", "stuff", "thing", "obj"];
    let base = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let numbered =
        base.len() < name.len() && ["data", "list", "dict", "result", "x", "val"].contains(&base);
    if EMPTY.contains(&base) || numbered {
        notes.must_fix(
            "own.vague-name",
            place,
            format!("`{name}` could be anything. Say what it holds."),
        );
    }
}

fn has_upper(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

fn is_ambiguous(name: &str) -> bool {
    matches!(name, "l" | "O" | "I")
}

/// The builtins people hide by accident.
const BUILTINS: [&str; 71] = [
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "breakpoint",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "copyright",
    "credits",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "exit",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "license",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "quit",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
];
