//! Another column of the same table and kind: I1, and J5 where tables are joined.

use serde_json::{Value, json};

use super::Edit;
use super::node::{column, column_of, is, named_as};
use super::walk::{Role, Spot};

/// What may go wrong where a column is named.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(names) = column(spot.node) else { return };
    let operator = if spot.role == Role::On || is_joined(spot) { "J5" } else { "I1" };
    for name in others(spot) {
        let label = format!("{name} in place of {}", names.join("."));
        let changed = match names.as_slice() {
            [_] => column_of(&[&name]),
            [alias, ..] => column_of(&[alias, &name]),
            [] => continue,
        };
        let changed = kept_name(named_as(changed, spot.node), spot);
        edits.push(spot.replace(operator, label, changed));
    }
}

/// A column that is shown keeps its name, so that only its values are wrong.
fn kept_name(mut changed: Value, spot: &Spot<'_>) -> Value {
    let shown = spot.role == Role::Item && super::node::text(spot.node, "alias").is_empty();
    if let (true, Some(names)) = (shown, column(spot.node)) {
        changed["alias"] = json!(names.last());
    }
    changed
}

fn is_joined(spot: &Spot<'_>) -> bool {
    is(spot.parent, "COMPARE_EQUAL")
        && column(&spot.parent["left"]).is_some()
        && column(&spot.parent["right"]).is_some()
}

/// Gives the columns that could be taken for this one.
fn others(spot: &Spot<'_>) -> Vec<String> {
    let Some(names) = column(spot.node) else { return Vec::new() };
    let now = names.last().copied().unwrap_or_default();
    if let Some((_, table, about)) = spot.scope.column(spot.node) {
        let like = |other: &&crate::judge::sql::catalog::ColumnInfo| {
            other.name != about.name && other.class() == about.class()
        };
        let found = table.columns.iter().filter(like);
        return found.map(|other| other.name.clone()).collect();
    }
    // The types of an expression's columns are not known here; what does not fit does not bind.
    let known =
        spot.scope.source(spot.node).map(|source| source.columns.clone()).unwrap_or_default();
    let other = |name: &String| !name.is_empty() && !name.eq_ignore_ascii_case(now);
    known.into_iter().map(|column| column.name).filter(other).collect()
}
