//! The first line of a docstring: a summary, a sentence, told as an order.

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFunctionDef};

use super::documentation::docstring;
use super::notes::Notes;
use super::walk::{functions, last_part};

/// Looks at every docstring.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    let functions = functions(body);
    let bodies = functions.iter().map(|function| &*function.body);
    for (text, place) in std::iter::once(body).chain(bodies).filter_map(docstring) {
        check_shape(text, place, notes);
    }
    for function in functions {
        if let Some((text, place)) = docstring(&function.body) {
            check_mood(function, text, place, notes);
        }
    }
}

/// The first line stands alone, as a sentence.
fn check_shape(text: &str, place: &Expr, notes: &mut Notes<'_>) {
    let lines: Vec<&str> = text.trim().lines().collect();
    if lines.get(1).is_some_and(|second| !second.trim().is_empty()) {
        let words = "The first line is a summary of its own; leave a blank line after it.";
        notes.nit("D205", place, words);
    }
    let summary = lines.iter().take_while(|line| !line.trim().is_empty()).last();
    if !summary.is_some_and(|line| line.trim_end().ends_with('.')) {
        notes.nit("D400", place, "The summary is a sentence and ends with a period.");
    }
}

/// A function is told what to do: “Return”, not “Returns”.
fn check_mood(function: &StmtFunctionDef, text: &str, place: &Expr, notes: &mut Notes<'_>) {
    let is_property = |decorator: &rustpython_ruff_python_ast::Decorator| {
        last_part(&decorator.expression).is_some_and(|name| name.contains("property"))
    };
    let is_test = function.name.starts_with("test_") || function.name.as_str() == "runTest";
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches(['.', ',', ':', ';', '!', '?', '"', '\'']).to_lowercase();
    if !is_test && !function.decorator_list.iter().any(is_property) && is_indicative(&first) {
        let words = "The summary says what to do (“Return”), not what is done (“Returns”).";
        notes.nit("D401", place, words);
    }
}

/// Says whether a word tells what is done: a verb in the third person or on its way, or no verb at all.
fn is_indicative(word: &str) -> bool {
    OPENINGS.split_whitespace().any(|opening| opening == word)
        || VERBS.split_whitespace().any(|verb| verb == word)
}

const OPENINGS: &str = "
    a an calculation computed function generator helper here it iterator main method module
    returning should simple tests that the these this used using utility wrapper yielding
";

const VERBS: &str = "
    accepts adds aggregates allows appends applies asserts assigns builds caches calculates calls
    cancels checks cleans clears closes collects combines compares computes confirms connects
    converts copies counts creates declares decodes defines deletes derives describes determines
    displays drops dumps emits encodes ends ensures enumerates executes expands exports extends
    extracts fetches fills filters finds fires flags formats generates gets groups handles helps
    imports initialises initializes inserts invokes iterates joins keeps lists loads logs looks
    makes maps matches merges moves normalizes opens pads parses performs picks plots prints
    processes produces provides publishes raises reads records refreshes registers reloads removes
    renames renders replaces reports represents resets retrieves returns rounds runs samples saves
    searches selects sends sets shows splits starts stops stores strips subscribes sums takes
    transforms translates tries truncates turns updates uses validates verifies waits walks wraps
    writes yields
";
