//! What the signature promises: a type for everything, the right one, in the words of today.

use rustpython_ruff_python_ast::{Expr, Operator, Stmt, StmtFunctionDef};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, functions, is_top, last_part, public_functions};

/// Looks at the annotations of every function.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    for function in public_functions(body) {
        check_missing(function, !is_top(body, function), notes);
    }
    for function in functions(body) {
        check_any(function, names, notes);
        check_implicit_none(function, names, notes);
    }
    check_old_names(body, names, notes);
}

fn check_missing(function: &StmtFunctionDef, is_method: bool, notes: &mut Notes<'_>) {
    let name = &function.name;
    let fixed = function.parameters.iter_non_variadic_params().map(|one| &one.parameter);
    let decorated = |name: &str| {
        let mut decorators = function.decorator_list.iter();
        decorators.any(|one| last_part(&one.expression) == Some(name))
    };
    // What a method is called on needs no type.
    let own = usize::from(is_method && !decorated("staticmethod"));
    let bare: Vec<_> = fixed.skip(own).filter(|one| one.annotation.is_none()).collect();
    let all = bare.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("`, `");
    for parameter in bare {
        let words = format!("No type annotation on `{all}` of `{name}`.");
        notes.must_fix("ANN001", parameter, words);
    }
    if function.returns.is_none() {
        let words = format!("`{name}` does not say what type it returns.");
        let code = match (decorated("staticmethod"), decorated("classmethod")) {
            (true, _) => "ANN205",
            (_, true) => "ANN206",
            _ => "ANN201",
        };
        notes.must_fix(code, name, words);
    }
}

fn check_any(function: &StmtFunctionDef, names: &Names<'_>, notes: &mut Notes<'_>) {
    for kind in annotations_of(function) {
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
    every_expr(body, |expr| {
        if let Some(old) = names.path(expr).as_deref().and_then(old_builtin) {
            say_old(old, expr, notes);
        }
    });
    for kind in functions(body).into_iter().flat_map(annotations_of) {
        let Some(text) = kind.as_string_literal_expr() else { continue };
        let words = text.value.to_str().split(|letter: char| !letter.is_alphanumeric());
        let paths = words.filter_map(|word| names.imported(word));
        if let Some(old) = paths.filter_map(old_builtin).next() {
            say_old(old, kind, notes);
        }
    }
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

fn annotations_of(function: &StmtFunctionDef) -> Vec<&Expr> {
    let of_parameters = function.parameters.iter().filter_map(|one| one.annotation());
    of_parameters.chain(function.returns.as_deref()).collect()
}

/// Names the class of `typing` that a builtin or a class of `collections` has replaced.
fn old_builtin(path: &str) -> Option<&str> {
    const OLD: [&str; 8] =
        ["List", "Dict", "Set", "Tuple", "FrozenSet", "Type", "DefaultDict", "Deque"];
    path.strip_prefix("typing.").filter(|name| OLD.contains(name))
}

fn say_old(old: &str, place: &Expr, notes: &mut Notes<'_>) {
    let words = format!("`{old}` of `typing` has long been `{}`.", old.to_lowercase());
    notes.nit("UP006", place, words);
}
