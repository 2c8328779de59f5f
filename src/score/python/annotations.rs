//! What the signature promises: a type for everything, the right one, in the words of today.

use rustpython_ruff_python_ast::{Expr, Operator, Stmt, StmtFunctionDef};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, functions, last_part, public_functions};

/// Looks at the annotations of every function.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    for function in public_functions(body) {
        check_missing(function, notes);
    }
    for function in functions(body) {
        check_any(function, names, notes);
        check_implicit_none(function, names, notes);
    }
    check_old_names(body, names, notes);
}

fn check_missing(function: &StmtFunctionDef, notes: &mut Notes<'_>) {
    let name = &function.name;
    let fixed = function.parameters.iter_non_variadic_params().map(|one| &one.parameter);
    let bare = fixed.filter(|one| one.annotation.is_none());
    let bare: Vec<_> = bare.filter(|one| !matches!(one.name.as_str(), "self" | "cls")).collect();
    let all = bare.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("`, `");
    for parameter in bare {
        let words = format!("No type annotation on `{all}` of `{name}`.");
        notes.must_fix("ANN001", parameter, words);
    }
    if function.returns.is_none() {
        let words = format!("`{name}` does not say what type it returns.");
        notes.must_fix("ANN201", name, words);
    }
}

fn check_any(function: &StmtFunctionDef, names: &Names<'_>, notes: &mut Notes<'_>) {
    let of_parameters = function.parameters.iter().filter_map(|one| one.annotation());
    for kind in of_parameters.chain(function.returns.as_deref()) {
        if allows_anything(kind, names) {
            notes.must_fix(
                "ANN401",
                kind,
                "`Any` promises nothing. Say what may come, or `object`.",
            );
        }
    }
}

fn allows_anything(kind: &Expr, names: &Names<'_>) -> bool {
    match kind {
        Expr::StringLiteral(text) => matches!(text.value.to_str().trim(), "Any" | "typing.Any"),
        Expr::BinOp(or) if or.op == Operator::BitOr => {
            allows_anything(&or.left, names) || allows_anything(&or.right, names)
        }
        Expr::Subscript(of) => match (last_part(&of.value), &*of.slice) {
            (Some("Union"), Expr::Tuple(all)) => {
                all.elts.iter().any(|one| allows_anything(one, names))
            }
            (Some("Optional" | "Union"), one) => allows_anything(one, names),
            (Some("Annotated"), Expr::Tuple(all)) => {
                all.elts.first().is_some_and(|one| allows_anything(one, names))
            }
            _ => false,
        },
        _ => names.path(kind).is_some_and(|path| path == "typing.Any"),
    }
}

fn check_implicit_none(function: &StmtFunctionDef, names: &Names<'_>, notes: &mut Notes<'_>) {
    for parameter in function.parameters.iter_non_variadic_params() {
        let none = parameter.default.as_deref().is_some_and(Expr::is_none_literal_expr);
        let Some(kind) = parameter.parameter.annotation.as_deref().filter(|_| none) else {
            continue;
        };
        if !allows_none(kind, names) {
            let words = format!(
                "`{}` may be None, so its type says so: `| None`.",
                parameter.parameter.name
            );
            notes.must_fix("RUF013", kind, words);
        }
    }
}

fn allows_none(kind: &Expr, names: &Names<'_>) -> bool {
    match kind {
        Expr::NoneLiteral(_) => true,
        Expr::StringLiteral(text) => {
            let text = text.value.to_str();
            text.contains("None") || text.contains("Optional") || text.contains("Any")
        }
        Expr::BinOp(or) => allows_none(&or.left, names) || allows_none(&or.right, names),
        Expr::Subscript(of) => match (last_part(&of.value), &*of.slice) {
            (Some("Optional"), _) => true,
            (Some("Union" | "Literal"), Expr::Tuple(all)) => {
                all.elts.iter().any(|one| allows_none(one, names))
            }
            (Some("Annotated"), Expr::Tuple(all)) => {
                all.elts.first().is_some_and(|one| allows_none(one, names))
            }
            (Some("Union" | "Literal"), one) => allows_none(one, names),
            _ => false,
        },
        _ => match names.path(kind) {
            Some(path) => matches!(&*path, "typing.Any" | "builtins.object" | "typing.Optional"),
            // A name of the module may stand for a type with None in it.
            None => kind.as_name_expr().is_some_and(|name| {
                names.binding(name).is_some_and(|binding| {
                    binding.value.is_some_and(|value| allows_none(value, names))
                })
            }),
        },
    }
}

/// Says whether a type has no way to change its values.
pub fn is_immutable(kind: &Expr, names: &Names<'_>) -> bool {
    match kind {
        Expr::NoneLiteral(_) => true,
        Expr::BinOp(or) => is_immutable(&or.left, names) && is_immutable(&or.right, names),
        Expr::Subscript(of) => match (names.path(&of.value).as_deref(), &*of.slice) {
            (Some("typing.Union"), Expr::Tuple(all)) => {
                all.elts.iter().all(|one| is_immutable(one, names))
            }
            (Some("typing.Optional"), one) => is_immutable(one, names),
            (Some(path), _) => is_immutable_type(path),
            _ => false,
        },
        _ => names.path(kind).is_some_and(|path| is_immutable_type(&path)),
    }
}

fn is_immutable_type(path: &str) -> bool {
    let (module, name) = path.rsplit_once('.').unwrap_or_default();
    match module {
        "builtins" => matches!(
            name,
            "bool"
                | "bytes"
                | "complex"
                | "float"
                | "frozenset"
                | "int"
                | "object"
                | "range"
                | "str"
                | "tuple"
        ),
        "collections.abc" | "typing" => {
            matches!(
                name,
                "ByteString"
                    | "Collection"
                    | "Container"
                    | "FrozenSet"
                    | "Hashable"
                    | "Iterable"
                    | "Literal"
                    | "Mapping"
                    | "Sequence"
                    | "Set"
                    | "Sized"
                    | "Tuple"
            ) && !(module == "typing" && name == "Set")
        }
        "datetime" => {
            matches!(name, "date" | "datetime" | "time" | "timedelta" | "timezone" | "tzinfo")
        }
        _ => matches!(
            path,
            "decimal.Decimal" | "fractions.Fraction" | "pathlib.Path" | "uuid.UUID" | "re.Pattern"
        ),
    }
}

fn check_old_names(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    const BUILTIN: [&str; 6] = ["List", "Dict", "Set", "Tuple", "FrozenSet", "Type"];
    every_expr(body, |expr| {
        let Some(path) = names.path(expr) else { return };
        let Some(old) = path.strip_prefix("typing.") else { return };
        if BUILTIN.contains(&old) || matches!(old, "DefaultDict" | "Deque") {
            let words = format!("`{old}` of `typing` has long been `{}`.", old.to_lowercase());
            notes.nit("UP006", expr, words);
        }
    });
    every_expr(body, |expr| {
        let Expr::Subscript(of) = expr else { return };
        match names.path(&of.value).as_deref() {
            Some("typing.Union") => notes.nit("UP007", expr, "Types are joined by `|`."),
            Some("typing.Optional") => {
                notes.nit("UP045", expr, "Say `| None`; an optional type is no optional argument.")
            }
            _ => (),
        }
    });
}
