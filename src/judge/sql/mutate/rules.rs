//! When is a mutant the same query after all? Decided from the schema, each time with the fact it rests on.
//!
//! A rule speaks only where it is certain: of columns of the question's own tables, read in the SELECT
//! itself. Everything else is left to the fuzzing and to a person's review.

use serde_json::Value;

use super::node::{column, is, is_aggregate, list, literal};
use super::walk::Spot;

/// A column that is declared NOT NULL and comes from no outer join.
pub fn is_never_null(spot: &Spot<'_>, node: &Value) -> Option<String> {
    spot.scope.is_never_null(node).then(|| format!("{} is NOT NULL", words(node)))
}

/// A column that holds each value once among the rows read.
pub fn is_unique(spot: &Spot<'_>, node: &Value) -> Option<String> {
    let table = spot.scope.only_table()?;
    let name = (*column(node)?.last()?).to_owned();
    table
        .is_unique_by(std::slice::from_ref(&name))
        .then(|| format!("{name} is a key of {}", table.name))
}

/// An output that holds a key of the only table read, or the keys of its groups.
pub fn has_key(spot: &Spot<'_>) -> Option<String> {
    let items = list(&spot.node["select_list"]);
    let groups = list(&spot.node["group_expressions"]);
    let shown = |key: &Value| {
        let place = literal(key, "INTEGER").and_then(|text| text.parse::<usize>().ok());
        place.is_some_and(|place| place <= items.len())
            || items.iter().any(|item| {
                super::node::same(item, key)
                    || column(key).is_some_and(|names| names == [super::node::text(item, "alias")])
            })
    };
    if !groups.is_empty() && groups.iter().all(shown) {
        return Some("every key of GROUP BY is shown, so no two rows are equal".to_owned());
    }
    if groups.is_empty() && !items.is_empty() && items.iter().all(is_aggregate) {
        return Some("one row comes out".to_owned());
    }
    let table = spot.scope.only_table()?;
    let names: Vec<String> = items
        .iter()
        .filter_map(column)
        .filter_map(|names| names.last().map(|name| (*name).to_owned()))
        .collect();
    let grouped = !groups.is_empty() || items.iter().any(is_aggregate);
    (!grouped && table.is_unique_by(&names)).then(|| format!("a key of {} is shown", table.name))
}

/// A window whose order leaves no ties: partition and order keys hold a key of the only table read.
pub fn order_is_total(spot: &Spot<'_>) -> Option<String> {
    total(spot, list(&spot.node["orders"]))
}

/// The same with one order key taken away: then that key decided nothing.
pub fn order_is_total_without(spot: &Spot<'_>, place: usize) -> Option<String> {
    let keys = list(&spot.node["orders"]);
    // Only keys after the unique one decide nothing; an earlier one gives the order itself.
    total(spot, &keys[..place])
}

fn total(spot: &Spot<'_>, orders: &[Value]) -> Option<String> {
    let table = spot.scope.only_table()?;
    let grouped = !list(&spot.select["group_expressions"]).is_empty();
    let keys =
        list(&spot.node["partitions"]).iter().chain(orders.iter().map(|key| &key["expression"]));
    let names: Vec<String> = keys
        .filter_map(column)
        .filter_map(|names| names.last().map(|name| (*name).to_owned()))
        .collect();
    (!grouped && table.is_unique_by(&names))
        .then(|| format!("the window's keys hold a key of {}", table.name))
}

/// A group key that follows from another one, which is the key of the same table.
pub fn key_follows_from_others(
    spot: &Spot<'_>,
    gone: &Value,
    keys: &[Value],
    place: usize,
) -> Option<String> {
    let (source, table, _) = spot.scope.column(gone)?;
    let others = keys.iter().enumerate().filter(|(i, _)| *i != place);
    let names: Vec<String> = others
        .filter_map(|(_, key)| spot.scope.column(key))
        .filter(|(other, _, _)| other.alias == source.alias)
        .map(|(_, _, column)| column.name.clone())
        .collect();
    table
        .is_unique_by(&names)
        .then(|| format!("{} follows from the key of {}", words(gone), table.name))
}

/// A join that finds exactly one partner for every row, on both sides as needed.
pub fn join_keeps_all(spot: &Spot<'_>, now: &str, other: &str) -> Option<String> {
    let fact = parent_is_certain(spot)?;
    let same = [now, other].iter().all(|kind| matches!(*kind, "INNER" | "LEFT"));
    same.then_some(fact)
}

/// The right table is the declared parent of the left one, by a column that is never NULL.
fn parent_is_certain(spot: &Spot<'_>) -> Option<String> {
    let condition = &spot.node["condition"];
    if !is(condition, "COMPARE_EQUAL") {
        return None;
    }
    let sides = [("left", "right"), ("right", "left")];
    sides.iter().find_map(|(child, parent)| {
        let (child_source, child_table, child) = spot.scope.column(&condition[child])?;
        let (parent_source, parent_table, parent) = spot.scope.column(&condition[parent])?;
        let right = super::node::text(&spot.node["right"], "alias");
        let right = if right.is_empty() {
            super::node::text(&spot.node["right"], "table_name")
        } else {
            right
        };
        let declared = child_table.parents.iter().any(|link| {
            link.table == parent_table.name
                && link.columns.iter().map(String::as_str).eq([child.name.as_str()])
                && link.parent_columns.iter().map(String::as_str).eq([parent.name.as_str()])
        });
        let fits = declared
            && !child.nullable
            && !child_source.outer
            && parent_source.alias.eq_ignore_ascii_case(right);
        fits.then(|| {
            format!("{}.{} always has its {}", child_table.name, child.name, parent_table.name)
        })
    })
}

/// A conjunct that a constraint makes true on every row.
pub fn is_always_true(spot: &Spot<'_>, part: &Value) -> Option<String> {
    if is(part, "OPERATOR_IS_NOT_NULL") {
        return is_never_null(spot, &part["children"][0]);
    }
    None
}

/// A column of two values that is never NULL: not the one means the other.
pub fn has_two_values(spot: &Spot<'_>, node: &Value, other_count: usize) -> Option<String> {
    (other_count == 1 && spot.scope.is_never_null(node))
        .then(|| format!("{} has two values and no NULL", words(node)))
}

/// A cast to the type the column has.
pub fn has_type(spot: &Spot<'_>, node: &Value, kind: &str) -> Option<String> {
    let (_, _, about) = spot.scope.column(node)?;
    about.kind.eq_ignore_ascii_case(kind).then(|| format!("{} is a {kind}", words(node)))
}

fn words(node: &Value) -> String {
    column(node).map(|names| names.join(".")).unwrap_or_default()
}
