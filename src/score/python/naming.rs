//! Whether names say what things are: the usual spelling, no shadowed builtins, no `tmp` and `data2`.

use rustpython_ruff_python_ast::{Expr, Parameters, Stmt, StmtFunctionDef};

use super::builtins::is_builtin;
use super::names::{Binding, Kind, Names, ScopeKind};
use super::notes::Notes;
use super::walk::{every_expr, functions, last_part};

/// Looks at the names of functions, parameters and variables. `given` is the function the question names.
pub fn look(body: &[Stmt], names: &Names<'_>, given: Option<&str>, notes: &mut Notes<'_>) {
    for function in functions(body) {
        check_function(function, given, notes);
        check_parameters(&function.parameters, notes);
    }
    every_expr(body, |expr| {
        let parameters = expr.as_lambda_expr().and_then(|lambda| lambda.parameters.as_deref());
        parameters.into_iter().for_each(|parameters| check_parameters(parameters, notes));
    });
    for binding in &names.bindings {
        check_binding(binding, names, notes);
    }
}

fn check_function(function: &StmtFunctionDef, given: Option<&str>, notes: &mut Notes<'_>) {
    const EMPTY: [&str; 9] = [
        "do_it",
        "do_stuff",
        "do_work",
        "func",
        "function",
        "helper",
        "my_func",
        "my_function",
        "process",
    ];
    let name = &function.name;
    let keeps_a_name = |decorator: &rustpython_ruff_python_ast::Decorator| {
        matches!(last_part(&decorator.expression), Some("override" | "overload"))
    };
    // A visitor's methods are named after what they visit.
    let visits = name.starts_with("visit_");
    if has_upper(name) && !visits && !function.decorator_list.iter().any(keeps_a_name) {
        notes.must_fix(
            "N802",
            name,
            format!("Functions are written in lower_case; `{name}` reads like a class."),
        );
    }
    let base = name.trim_start_matches('_');
    let base = base.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '_');
    if EMPTY.contains(&base) && given != Some(name.as_str()) {
        let words = format!("`{name}` could do anything. Name it by what it does to what.");
        notes.must_fix("own.vague-name", name, words);
    }
}

fn check_parameters(parameters: &Parameters, notes: &mut Notes<'_>) {
    for parameter in parameters.iter().map(|parameter| parameter.as_parameter()) {
        let name = &parameter.name;
        if has_upper(name) {
            let words = format!("Parameters are written in lower_case: `{name}`.");
            notes.must_fix("N803", name, words);
        }
    }
}

fn check_binding(binding: &Binding<'_>, names: &Names<'_>, notes: &mut Notes<'_>) {
    let name = binding.name;
    let scope = names.scopes[binding.scope].kind;
    let is_stored = !matches!(
        binding.kind,
        Kind::Import(_) | Kind::Function | Kind::Class | Kind::Argument | Kind::Shared
    );
    let place = &binding.place;
    if is_stored && scope == ScopeKind::Function && has_upper(name) && is_variable(binding, names) {
        let words = format!("Variables in a function are written in lower_case: `{name}`.");
        notes.must_fix("N806", place, words);
    }
    if is_builtin(name) {
        check_hidden(binding, is_stored, scope, notes);
    }
    if matches!(name, "l" | "O" | "I") && (is_stored || binding.kind == Kind::Argument) {
        notes.must_fix("E741", place, format!("`{name}` looks like a digit. Give it a name."));
    }
    if is_stored || binding.kind == Kind::Argument {
        check_vague(name, place, notes);
        check_letter(binding, scope, notes);
        check_unit(binding, notes);
    }
}

/// A name that is made to be a type is written like one.
fn is_variable(binding: &Binding<'_>, names: &Names<'_>) -> bool {
    const TYPES: [&str; 5] = ["namedtuple", "NamedTuple", "TypedDict", "TypeVar", "NewType"];
    let maker = binding.value.and_then(|value| names.called(value));
    !matches!(binding.kind, Kind::Caught | Kind::Pattern)
        && maker.is_none_or(|path| !TYPES.iter().any(|name| path.ends_with(name)))
}

fn check_hidden(binding: &Binding<'_>, is_stored: bool, scope: ScopeKind, notes: &mut Notes<'_>) {
    let name = binding.name;
    match binding.kind {
        Kind::Argument if scope == ScopeKind::Function => {
            let words = format!("The parameter `{name}` hides the builtin of that name.");
            notes.must_fix("A002", &binding.place, words);
        }
        // A field or method of a class is reached through the class, so it hides nothing.
        _ if scope == ScopeKind::Class => (),
        Kind::Function | Kind::Class => hide(binding, notes),
        _ if is_stored => hide(binding, notes),
        _ => (),
    }
}

fn hide(binding: &Binding<'_>, notes: &mut Notes<'_>) {
    let words = format!("`{}` hides the builtin of that name.", binding.name);
    notes.must_fix("A001", &binding.place, words);
}

/// One letter is a name where its life is one line long, and for what everybody calls by it.
fn check_letter(binding: &Binding<'_>, scope: ScopeKind, notes: &mut Notes<'_>) {
    let short_lived = matches!(scope, ScopeKind::Comprehension | ScopeKind::Lambda);
    // `l`, `O` and `I` have a rule of their own; everybody calls a caught exception `e` and a type variable `T`.
    let usual = matches!(binding.name, "_" | "i" | "j" | "k" | "l" | "O" | "I" | "T")
        || binding.kind == Kind::Caught;
    if binding.name.chars().count() == 1 && !short_lived && !usual {
        let words = format!(
            "`{}` is one letter. Outside a comprehension a name says what it is.",
            binding.name
        );
        notes.must_fix("own.short-name", &binding.place, words);
    }
}

/// A number of something says of what: seconds, bytes, rows.
fn check_unit(binding: &Binding<'_>, notes: &mut Notes<'_>) {
    const NAMES: [&str; 9] =
        ["timeout", "delay", "interval", "duration", "age", "wait", "elapsed", "size", "lateness"];
    let name = binding.name.to_lowercase();
    let last = name.rsplit('_').next().unwrap_or(&name);
    let is_number = binding.value.is_some_and(Expr::is_number_literal_expr);
    if is_number && NAMES.contains(&last) {
        let words = format!("`{}` of what? Put the unit into the name.", binding.name);
        notes.nit("own.unit-in-name", &binding.place, words);
    }
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
