//! Whether the code says what it promises: docstrings, annotations, and docstrings that only repeat the name.

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use rustpython_ruff_text_size::{TextRange, TextSize};

use super::notes::Notes;
use super::walk::{functions, is_part, is_top, public_functions};

/// Looks at the module and its public functions.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    if docstring(body).is_none() {
        let start = TextRange::empty(TextSize::new(0));
        notes.must_fix("D100", &start, "The module has no docstring: what is it for?");
    }
    for function in public_functions(body).into_iter().filter(|function| !is_part(function)) {
        check_docstring(function, body, notes);
    }
    for function in functions(body) {
        if let Some((text, _)) = docstring(&function.body) {
            check_arguments(function, text, notes);
        }
    }
}

/// Gives the text of a docstring, with the expression that holds it.
pub fn docstring(body: &[Stmt]) -> Option<(&str, &Expr)> {
    let value = &body.first()?.as_expr_stmt()?.value;
    value.as_string_literal_expr().map(|text| (text.value.to_str(), &**value))
}

fn check_docstring(function: &StmtFunctionDef, module: &[Stmt], notes: &mut Notes<'_>) {
    let name = &function.name;
    let Some((text, place)) = docstring(&function.body) else {
        let is_method = !is_top(module, function);
        return notes.must_fix(
            if is_method { "D102" } else { "D103" },
            name,
            format!("`{name}` has no docstring: what does it promise?"),
        );
    };
    if repeats_name(text, name) {
        let words = format!(
            "The docstring of `{name}` only repeats its name. Say what comes back and what is raised."
        );
        notes.must_fix("own.docstring-repeats", place, words);
    }
}

/// Says whether the docstring has no content word beyond the words of the name.
fn repeats_name(text: &str, name: &str) -> bool {
    const SMALL: [&str; 22] = [
        "a", "an", "and", "by", "for", "from", "function", "get", "gets", "given", "in", "it",
        "method", "of", "on", "return", "returns", "the", "this", "to", "with", "that",
    ];
    let name = name.to_lowercase();
    let stems: Vec<&str> = name.split('_').map(|part| part.trim_end_matches('s')).collect();
    let text = text.to_lowercase();
    let words =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let known = |word: &str| SMALL.contains(&word) || stems.contains(&word.trim_end_matches('s'));
    words.filter(|word| !known(word)).count() == 0
}

/// A docstring that describes its arguments describes all of them.
fn check_arguments(function: &StmtFunctionDef, text: &str, notes: &mut Notes<'_>) {
    let headed =
        |line: &str| matches!(line.trim(), "Args:" | "Arguments:" | "Parameters" | "Parameters:");
    if !text.lines().any(headed) {
        return;
    }
    let names_it = |line: &str, name: &str| {
        let line = line.trim_start().trim_start_matches('*');
        line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with([':', '(']))
    };
    let all = function.parameters.iter().map(|parameter| parameter.as_parameter().name.as_str());
    let missing = all
        .filter(|name| !name.starts_with('_') && !matches!(*name, "self" | "cls"))
        .filter(|name| !text.lines().any(|line| names_it(line, name)));
    let missing = missing.collect::<Vec<_>>().join("`, `");
    if !missing.is_empty() {
        notes.must_fix(
            "D417",
            &function.name,
            format!("The docstring describes its arguments but not `{missing}`."),
        );
    }
}
