//! Whether annotations tell the truth: held against what the cases hand in and what a right answer gives back.
//!
//! What is not known for certain is taken as true.

use rustpython_ruff_python_ast::{Expr, Operator, Stmt, StmtFunctionDef};
use rustpython_ruff_python_parser::parse_module;
use serde_json::Value;

use super::asked::{Asked, judged};
use super::names::Names;
use super::notes::Notes;
use super::walk::last_part;

/// Looks at the signature of the judged function.
pub fn look(body: &[Stmt], names: &Names<'_>, asked: &Asked, notes: &mut Notes<'_>) {
    let Some(function) = judged(body, asked) else { return };
    let given = annotations_of(&asked.starter, &function.name);
    let is_given = |kind: &Expr, notes: &Notes<'_>| {
        given.iter().any(|text| text == &squeezed(notes.text(kind)))
    };
    if let Some(kind) = function.returns.as_deref().filter(|kind| !is_given(kind, notes)) {
        let untrue = asked.examples.iter().find(|one| !holds(kind, &one.result, names, true));
        if let Some(example) = untrue {
            say(kind, &format!("`{}` returns", function.name), &example.result, notes);
        }
    }
    for (at, parameter) in function.parameters.iter_non_variadic_params().enumerate() {
        let Some(kind) = parameter.parameter.annotation.as_deref() else { continue };
        let values = asked.examples.iter().filter_map(|one| one.arguments.get(at));
        let untrue = values.into_iter().find(|value| !holds(kind, value, names, false));
        if let Some(value) = untrue.filter(|_| !is_given(kind, notes)) {
            say(kind, &format!("`{}` gets", parameter.parameter.name), value, notes);
        }
    }
}

fn say(kind: &Expr, what: &str, value: &Value, notes: &mut Notes<'_>) {
    let words = format!("{what} {}, which is no `{}`.", name_of(value), notes.text(kind));
    notes.must_fix("own.untrue-annotation", kind, words);
}

/// Gives the annotations the question wrote itself.
fn annotations_of(starter: &str, name: &str) -> Vec<String> {
    let Ok(parsed) = parse_module(starter) else { return vec![] };
    let functions = parsed.suite().iter().filter_map(|stmt| stmt.as_function_def_stmt());
    let mine = functions.filter(|function: &&StmtFunctionDef| function.name.as_str() == name);
    let all = mine.flat_map(|function| {
        let kinds = function.parameters.iter().filter_map(|one| one.annotation());
        kinds.chain(function.returns.as_deref())
    });
    let text = |kind: &Expr| squeezed(&starter[rustpython_ruff_text_size::Ranged::range(kind)]);
    all.map(text).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Says whether a value may be of this type. Elements of arguments may be broken on purpose, so only results are
/// looked into.
fn holds(kind: &Expr, value: &Value, names: &Names<'_>, deep: bool) -> bool {
    match kind {
        Expr::NoneLiteral(_) => value.is_null(),
        Expr::BinOp(or) if or.op == Operator::BitOr => {
            holds(&or.left, value, names, deep) || holds(&or.right, value, names, deep)
        }
        Expr::Subscript(of) => {
            let inner = &*of.slice;
            match last_part(&of.value) {
                Some("Optional") => value.is_null() || holds(inner, value, names, deep),
                Some("Union") => match inner {
                    Expr::Tuple(all) => all.elts.iter().any(|one| holds(one, value, names, deep)),
                    one => holds(one, value, names, deep),
                },
                Some(outer) => {
                    is_named(&of.value, outer, value, names)
                        && (!deep || elements_hold(outer, inner, value, names))
                }
                None => true,
            }
        }
        Expr::Name(_) | Expr::Attribute(_) => {
            last_part(kind).is_none_or(|name| is_named(kind, name, value, names))
        }
        _ => true,
    }
}

fn elements_hold(outer: &str, inner: &Expr, value: &Value, names: &Names<'_>) -> bool {
    match (outer.to_lowercase().as_str(), value, inner) {
        ("list" | "sequence" | "iterable" | "iterator" | "collection", Value::Array(all), one) => {
            all.iter().all(|element| holds(one, element, names, true))
        }
        ("dict" | "mapping", Value::Object(all), Expr::Tuple(pair)) if !is_tagged(value) => {
            pair.elts
                .get(1)
                .is_none_or(|kind| all.values().all(|one| holds(kind, one, names, true)))
                && pair.elts.first().is_none_or(|kind| {
                    all.keys().all(|key| holds(kind, &Value::String(key.clone()), names, true))
                })
        }
        _ => true,
    }
}

fn is_tagged(value: &Value) -> bool {
    tag(value).is_some()
}

fn tag(value: &Value) -> Option<&str> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    object.keys().next().filter(|key| key.starts_with('$')).map(String::as_str)
}

/// Says whether a value may be of a type of this name. A name of the candidate's own may mean anything.
fn is_named(kind: &Expr, name: &str, value: &Value, names: &Names<'_>) -> bool {
    if names.path(kind).is_none() {
        return true;
    }
    let known = name_of(value);
    let is_loose = matches!(tag(value), Some("$iter" | "$file" | "$number"));
    match name {
        "int" => matches!(known, "an int" | "a bool" | "a number"),
        "float" => matches!(known, "a float" | "an int" | "a number"),
        "str" => known == "a str",
        "bool" => known == "a bool",
        "bytes" => known == "bytes",
        "list" | "List" => known == "a list",
        "dict" | "Dict" | "defaultdict" | "Counter" => known == "a dict",
        "tuple" | "Tuple" => known == "a tuple",
        "set" | "Set" | "frozenset" => known == "a set",
        "Decimal" => matches!(known, "a Decimal" | "a number"),
        "datetime" => known == "a datetime",
        "date" => matches!(known, "a date" | "a datetime"),
        "Iterable" | "Sequence" | "Collection" | "Iterator" | "Generator" => {
            is_loose || !matches!(known, "an int" | "a float" | "a bool" | "None" | "a Decimal")
        }
        _ => true,
    }
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "None",
        Value::Bool(_) => "a bool",
        Value::Number(number) if number.is_f64() => "a float",
        Value::Number(_) => "an int",
        Value::String(_) => "a str",
        Value::Array(_) => "a list",
        Value::Object(_) => match tag(value) {
            None | Some("$dict") => "a dict",
            Some("$datetime") => "a datetime",
            Some("$date") => "a date",
            Some("$decimal") => "a Decimal",
            Some("$set") => "a set",
            Some("$tuple") => "a tuple",
            Some("$bytes") => "bytes",
            Some("$float") => "a float",
            Some("$int") => "an int",
            Some("$iter") => "an iterator",
            Some("$file") => "a file",
            Some(_) => "a number",
        },
    }
}
