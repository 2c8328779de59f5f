//! The first line of a docstring: a summary, a sentence, told as an order.

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFunctionDef};

use super::documentation::docstring;
use super::notes::Notes;
use super::walk::{every_stmt, functions, last_part};

/// Looks at every docstring.
pub fn look(body: &[Stmt], notes: &mut Notes<'_>) {
    let functions = functions(body);
    every_stmt(body, |stmt| {
        let inner = stmt.as_function_def_stmt().map(|function| &function.body);
        let inner = inner.or_else(|| stmt.as_class_def_stmt().map(|class| &class.body));
        if let Some((text, place)) = inner.and_then(|body| docstring(body)) {
            check_shape(text, place, notes);
        }
    });
    if let Some((text, place)) = docstring(body) {
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
    WORDS.split_whitespace().any(|known| known == word)
}

const WORDS: &str = "
    a accepts action adds adjusts aggregates allows always an api appends applied applies asserts
    assigns attempts base basic builds caches caching calculates calculation callback called
    calling calls cancels captures changes checks cleanly cleans clears closed closes collection
    collects combination combined combines compares computation computed computes configures
    confirms connects constructor constructs controls converted converting converts copies counts
    created creates current custom declares decodes decorates defines deletes derives describes
    description detects determines displays does drops dumps emits enables encodes ensures
    enumerates establishes evaluates evaluation example executes expands expects exports extends
    extracts factory fetches fills filters final finds fires fixes flags formats formatted function
    generates generating generation generator generic gets getting gives groups handler handles
    handling helper helps here hook identifier implementation implements imports indicates initial
    initialises initializes inserts internal invokes it iterates iterator joins keeps lists loads
    logs looks main makes making manages mapping maps marks matches merges method modifies module
    monitors moves new normalizes number obtains opens optional outputs overrides pads parses
    performs persists picks plots prepares prints processes processing produces provides publishes
    pulls puts queries raises reads record reference refreshes registers reloads removes renames
    renders replaces reports represents requests resets resolves retrieves returning returns rounds
    runs same samples saves scans searches selection selects sends serializes sets should shows
    simple some special specifies splits standard starts stops stores string strips submits
    subscribes sums swaps takes tests that the these this transformation transforms translates
    tries truncates turns unique unit updates uploads used useful uses using utility valid
    validates validation verifies views waits walks what wrapper wraps writes yielding yields
";
