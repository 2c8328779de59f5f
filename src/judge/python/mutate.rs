//! Plausible wrong programs made from a right one: one small edit each, in the text, at every place the tree shows.
//!
//! A question whose cases cannot tell such a program from the right one would accept it from a candidate.
//! The operators are numbered PY1 to PY30; a family of them is a file. The text around an edit stays as it was
//! written. What no case can see is left alone: annotations, docstrings, what is logged and what messages say.

mod calls;
mod conditions;
mod copies;
mod flow;
mod handlers;
mod keys;
mod lookups;
mod loops;
mod numbers;
mod pieces;
mod retries;
mod shapes;
mod slices;
mod sorting;
mod spot;
#[cfg(test)]
mod tests;
mod texts;
mod times;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use rustpython_ruff_python_parser::parse_module;

use spot::{Edit, Edits, Spot};

/// A program that differs from the reference in one way people get wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutant {
    /// Operator, line and column in the reference, and what was changed: `PY1@57:33 >= → >`.
    pub id: String,
    /// What the edit is, to be said to whoever looks at a survivor.
    pub words: String,
    pub source: String,
}

/// Makes every mutant of a program, none twice and none that is the program itself.
///
/// # Errors
/// When the program does not parse.
pub fn mutants(source: &str) -> Result<Vec<Mutant>, String> {
    let parsed = parse_module(source).map_err(|error| format!("does not parse: {error}"))?;
    let mut edits = Edits::default();
    walk::walk(source, parsed.suite(), &mut |spot| at(spot, &mut edits));
    let mut seen = BTreeSet::from([plain(source)]);
    let mut names = BTreeMap::new();
    let mut mutants = Vec::new();
    for edit in edits.all() {
        let text = edited(source, edit);
        if seen.insert(plain(&text)) && parse_module(&text).is_ok() {
            mutants.push(mutant(edit, text, source, &mut names));
        }
    }
    Ok(mutants)
}

/// Asks every family of operators what it would change here.
fn at(spot: &Spot<'_>, edits: &mut Edits) {
    // The particular ones come first: of two edits that make the same text, the first names it.
    const FAMILIES: [fn(&Spot<'_>, &mut Edits); 15] = [
        retries::edits,
        pieces::edits,
        keys::edits,
        times::edits,
        copies::edits,
        sorting::edits,
        lookups::edits,
        texts::edits,
        handlers::edits,
        calls::edits,
        loops::edits,
        slices::edits,
        conditions::edits,
        numbers::edits,
        flow::edits,
    ];
    FAMILIES.iter().for_each(|family| family(spot, edits));
}

fn edited(source: &str, edit: &Edit) -> String {
    let mut changes: Vec<_> = edit.changes.iter().collect();
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = source.to_owned();
    for (range, new) in changes {
        text.replace_range(range.clone(), new);
    }
    text
}

/// Texts that differ only in how they are laid out within a line are the same program.
fn plain(source: &str) -> String {
    let line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let indent = line.len() - line.trim_start().len();
        format!("{indent} {}", words.join(" "))
    };
    source.lines().filter(|one| !one.trim().is_empty()).map(line).collect::<Vec<_>>().join("\n")
}

fn mutant(
    edit: &Edit,
    source: String,
    reference: &str,
    names: &mut BTreeMap<String, usize>,
) -> Mutant {
    let (line, column) = line_and_column(reference, edit.at());
    let name = format!("{}@{line}:{column} {}", edit.operator, edit.label);
    let count = names.entry(name.clone()).or_insert(0);
    *count += 1;
    let id = if *count == 1 { name } else { format!("{name} #{count}") };
    let words = format!("line {line}: {}", edit.label);
    Mutant { id, words, source }
}

fn line_and_column(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}
