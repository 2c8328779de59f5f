//! Plausible wrong queries made from a right one: one small edit each, on DuckDB's own tree, at every place.
//!
//! A question whose rows cannot tell such a query from the right one would accept it from a candidate.
//! The operators carry the short names under which they are known in the mutation testing of SQL
//! (joins J, predicates P, limits B, NULLs N, aggregates A, groups G, duplicates D, windows W, set
//! operations S, order O, time T, arithmetic M, CASE C, structure X, columns I).

mod aggregates;
mod columns;
mod groups;
mod joins;
mod keys;
mod limits;
mod node;
mod nulls;
mod ordering;
mod pairs;
mod predicates;
pub(super) mod rules;
mod scope;
mod structure;
mod subqueries;
#[cfg(test)]
mod tests;
mod time;
mod values;
mod walk;
mod windows;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::catalog::Catalog;
use super::engine::{Engine, Trouble};
use super::tree::Tree;
use walk::Spot;

/// A query that differs from the reference in one way people get wrong.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mutant {
    /// Operator, line and column in the reference, and what was changed: `W1@12:5 rank → row_number`.
    pub id: String,
    /// What the edit is, to be said of an answer that gives the same wrong rows.
    pub words: String,
    pub sql: String,
    /// The rule that says no allowed data can tell it from the reference, with the fact it rests on.
    pub excuse: Option<String>,
}

/// One edit of a tree.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub operator: &'static str,
    /// What is there and what comes in its place.
    pub label: String,
    /// New values by their JSON pointers.
    pub changes: Vec<(String, Value)>,
    /// The byte of the reference at which it stands.
    pub at: usize,
    /// The pointer of the SELECT it belongs to.
    pub select: String,
    pub excuse: Option<String>,
}

/// Makes every mutant of a query, none twice and none that is written like the query itself.
pub(super) fn mutants(engine: &Engine, sql: &str) -> Result<Vec<Mutant>, Trouble> {
    let tree = Tree::parse(engine, sql)?;
    let catalog = Catalog::of(engine)?;
    let mut edits = edits(&tree.0, &catalog, sql);
    edits.extend(pairs::pairs(&edits));
    let mut seen = BTreeSet::from([plain(&tree.to_sql(engine)?)]);
    let mut names = BTreeMap::new();
    let mut mutants = Vec::new();
    for edit in &edits {
        // What cannot be written back as SQL is no query anybody could have typed.
        let Ok(text) = edited(&tree.0, edit).to_sql(engine) else { continue };
        if seen.insert(plain(&text)) {
            mutants.push(mutant(edit, text, sql, &mut names));
        }
    }
    Ok(mutants)
}

fn edits(tree: &Value, catalog: &Catalog, sql: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    walk::walk(tree, catalog, sql, &mut |spot| at(spot, &mut edits));
    edits
}

/// Asks every family of operators what it would change here.
fn at(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    const FAMILIES: [fn(&Spot<'_>, &mut Vec<Edit>); 13] = [
        joins::edits,
        subqueries::edits,
        predicates::edits,
        limits::edits,
        nulls::edits,
        aggregates::edits,
        groups::edits,
        windows::edits,
        ordering::edits,
        structure::edits,
        time::edits,
        values::edits,
        columns::edits,
    ];
    FAMILIES.iter().for_each(|family| family(spot, edits));
}

fn edited(tree: &Value, edit: &Edit) -> Tree {
    let mut tree = tree.clone();
    for (pointer, value) in &edit.changes {
        if let Some(place) = tree.pointer_mut(pointer) {
            *place = value.clone();
        }
    }
    Tree(tree)
}

/// Texts that differ only in case and blanks are the same query.
fn plain(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn mutant(edit: &Edit, text: String, sql: &str, names: &mut BTreeMap<String, usize>) -> Mutant {
    let (line, column) = line_and_column(sql, edit.at);
    let name = format!("{}@{line}:{column} {}", edit.operator, edit.label);
    let count = names.entry(name.clone()).or_insert(0);
    *count += 1;
    let id = if *count == 1 { name } else { format!("{name} #{count}") };
    let words = format!("this is what comes of {}", edit.label);
    Mutant { id, words, sql: text, excuse: edit.excuse.clone() }
}

fn line_and_column(sql: &str, at: usize) -> (usize, usize) {
    let before = &sql[..sql.floor_char_boundary(at.min(sql.len()))];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}
