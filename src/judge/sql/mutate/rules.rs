//! When is a mutant the same query after all? Decided from the schema, each time with the fact it rests on.
//!
//! A rule speaks only where it is certain: of columns of the question's own tables, read in the SELECT
//! itself. Everything else is left to the fuzzing and to a person's review.

use serde_json::Value;

use super::keys;
use super::node::{column, is, is_aggregate, list};
use super::walk::Spot;

/// An expression over columns that are NOT NULL and come from no outer join.
pub fn is_never_null(spot: &Spot<'_>, node: &Value) -> Option<String> {
    spot.scope.is_never_null(node).then(|| format!("{} is never NULL", spot.words(node)))
}

/// A column that holds each value once among the rows read.
pub fn is_unique(spot: &Spot<'_>, node: &Value) -> Option<String> {
    let table = spot.scope.only_table()?;
    let name = (*column(node)?.last()?).to_owned();
    let whole = table.is_unique_by(std::slice::from_ref(&name));
    whole.then(|| format!("{name} is a key of {}", table.name))
}

/// An output that holds a key of the rows it is computed for.
pub fn has_key(spot: &Spot<'_>) -> Option<String> {
    let items = list(&spot.node["select_list"]);
    if list(&spot.node["group_expressions"]).is_empty()
        && !items.is_empty()
        && items.iter().all(is_aggregate)
    {
        return Some("one row comes out".to_owned());
    }
    let shown = keys::holds_key(spot.node, spot.scope, items.iter());
    shown.then(|| "a key of the rows is shown, so no two are equal".to_owned())
}

/// A window whose order leaves no ties: partition and order keys hold a key of the rows.
pub fn order_is_total(spot: &Spot<'_>) -> Option<String> {
    total(spot, list(&spot.node["orders"]))
}

/// The same with one order key taken away: then that key decided nothing.
pub fn order_is_total_without(spot: &Spot<'_>, place: usize) -> Option<String> {
    let keys = list(&spot.node["orders"]);
    // Only keys after the unique ones decide nothing; an earlier one gives the order itself.
    total(spot, &keys[..place])
}

fn total(spot: &Spot<'_>, orders: &[Value]) -> Option<String> {
    let columns =
        list(&spot.node["partitions"]).iter().chain(orders.iter().map(|key| &key["expression"]));
    let total = keys::holds_key(spot.select, spot.scope, columns);
    total.then(|| "the window's keys hold a key of the rows, so there are no ties".to_owned())
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

/// A join that keeps what it kept: every row has its partner, or WHERE takes the additional rows away again.
pub fn join_keeps_all(spot: &Spot<'_>, now: &str, other: &str) -> Option<String> {
    if let Some((parent_side, fact)) = certain_parent(spot) {
        // No row of the child's side is without a partner, so nothing is lost or added on that side.
        let pairs = match parent_side {
            "right" => [["INNER", "LEFT"], ["RIGHT", "FULL"]],
            _ => [["INNER", "RIGHT"], ["LEFT", "FULL"]],
        };
        if pairs.iter().any(|pair| pair.contains(&now) && pair.contains(&other)) {
            return Some(fact);
        }
    }
    let added = |side: &str| filtered_again(spot, side);
    let (left, right) = (|| added("left"), || added("right"));
    match (now, other) {
        ("INNER", "LEFT") | ("RIGHT", "FULL") => right(),
        ("INNER", "RIGHT") | ("LEFT", "FULL") => left(),
        ("INNER", "FULL") => {
            left().and_then(|fact| right().map(|other| format!("{fact}, {other}")))
        }
        // An outer join that was undone all along.
        ("LEFT", "INNER") | ("FULL", "RIGHT") => right(),
        ("RIGHT", "INNER") | ("FULL", "LEFT") => left(),
        _ => None,
    }
}

/// Says that rows without a partner on this side are removed: WHERE, or the condition of an inner join
/// around this one, compares a column of it.
fn filtered_again(spot: &Spot<'_>, side: &str) -> Option<String> {
    let mut names = Vec::new();
    aliases(&spot.node[side], &mut names);
    let mut tests = super::node::conjuncts(&spot.select["where_clause"]);
    inner_conditions(&spot.select["from_table"], spot.node, &mut tests);
    let compares = |test: &&Value| {
        is_comparison(test) && names.iter().any(|name| super::joins::names(test, name))
    };
    let test = tests.iter().find(compares)?;
    Some(format!("`{}` takes rows without {} away", spot.words(test), names.join(", ")))
}

/// A comparison is never true of NULL; IS NULL, COALESCE, OR and the like may be.
fn is_comparison(test: &Value) -> bool {
    let kind = super::node::text(test, "type");
    let plain = |node: &Value| {
        column(node).is_some() || node["literal"].is_object() || is(node, "OPERATOR_CAST")
    };
    match kind {
        "COMPARE_IN" => list(&test["children"]).first().is_some_and(|of| column(of).is_some()),
        "COMPARE_BETWEEN" => column(&test["input"]).is_some(),
        "COMPARE_DISTINCT_FROM" | "COMPARE_NOT_DISTINCT_FROM" => false,
        _ => kind.starts_with("COMPARE_") && plain(&test["left"]) && plain(&test["right"]),
    }
}

fn aliases(from: &Value, names: &mut Vec<String>) {
    if is(from, "JOIN") {
        aliases(&from["left"], names);
        aliases(&from["right"], names);
        return;
    }
    let alias = super::node::text(from, "alias");
    let name = if alias.is_empty() { super::node::text(from, "table_name") } else { alias };
    names.push(name.to_owned());
}

/// Collects the conditions of the inner joins in which `join` stands.
fn inner_conditions(from: &Value, join: &Value, tests: &mut Vec<Value>) {
    if std::ptr::eq(from, join) || !is(from, "JOIN") {
        return;
    }
    for side in ["left", "right"] {
        if holds(&from[side], join) {
            if from["join_type"] == "INNER" {
                tests.extend(super::node::conjuncts(&from["condition"]));
            }
            inner_conditions(&from[side], join, tests);
        }
    }
}

fn holds(from: &Value, join: &Value) -> bool {
    std::ptr::eq(from, join)
        || is(from, "JOIN") && (holds(&from["left"], join) || holds(&from["right"], join))
}

/// One side is the declared parent of the other, by a column that is never NULL; gives that side.
fn certain_parent(spot: &Spot<'_>) -> Option<(&'static str, String)> {
    let condition = &spot.node["condition"];
    if !is(condition, "COMPARE_EQUAL") {
        return None;
    }
    [("left", "right"), ("right", "left")].iter().find_map(|(child, parent)| {
        let (child_source, child_table, child) = spot.scope.column(&condition[child])?;
        let (parent_source, parent_table, parent) = spot.scope.column(&condition[parent])?;
        let declared = child_table.parents.iter().any(|link| {
            link.table == parent_table.name
                && link.columns.iter().map(String::as_str).eq([child.name.as_str()])
                && link.parent_columns.iter().map(String::as_str).eq([parent.name.as_str()])
        });
        // Whole tables only: what a join before this one left out may be the partner.
        let whole = |alias: &str| {
            ["left", "right"].into_iter().find(|side| {
                let mut names = Vec::new();
                aliases(&spot.node[side], &mut names);
                is(&spot.node[side], "BASE_TABLE") && names[0].eq_ignore_ascii_case(alias)
            })
        };
        let side = whole(&parent_source.alias)?;
        let child_is_full = whole(&child_source.alias).is_some() || !child_source.outer;
        let fact =
            format!("{}.{} always has its {}", child_table.name, child.name, parent_table.name);
        (declared && !child.nullable && child_is_full).then_some((side, fact))
    })
}

/// A group key that follows from the keys that are there.
pub fn key_follows(spot: &Spot<'_>, added: &Value, keys: &[Value]) -> Option<String> {
    let (source, table, _) = spot.scope.column(added)?;
    let same_source = |key: &Value| {
        let (other, _, column) = spot.scope.column(key)?;
        (other.alias == source.alias).then(|| column.name.clone())
    };
    let names: Vec<String> = keys.iter().filter_map(same_source).collect();
    table
        .is_unique_by(&names)
        .then(|| format!("{} follows from the key of {}", words(added), table.name))
}

/// Rows that a FILTER counts have a partner: it tests a column of the same source.
pub fn filter_needs(spot: &Spot<'_>, alias: &str) -> Option<String> {
    let filter = &spot.node["filter"];
    let plain = column(filter).is_some() || is_comparison(filter);
    let tests = super::node::conjuncts(filter);
    let plain = plain || tests.iter().any(|test| column(test).is_some() || is_comparison(test));
    (plain && super::joins::names(filter, alias))
        .then(|| format!("`{}` is never true without a row of {alias}", spot.words(filter)))
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

/// A column that WHERE holds at one value.
pub fn is_fixed(spot: &Spot<'_>, node: &Value) -> Option<String> {
    let wanted = keys::source_column(node, spot.scope)?;
    let fixes = |test: &&Value| {
        is(test, "COMPARE_EQUAL")
            && [("left", "right"), ("right", "left")].iter().any(|(own, other)| {
                test[other]["literal"].is_object()
                    && keys::source_column(&test[own], spot.scope).as_ref() == Some(&wanted)
            })
    };
    let tests = super::node::conjuncts(&spot.select["where_clause"]);
    tests.iter().find(fixes).map(|test| format!("`{}` leaves one value", spot.words(test)))
}

/// A row of this expression whose `node` is NULL finds no partner where the expression is read: it is
/// only joined, once, as an inner table or the right one of a LEFT JOIN, by equality of that column.
pub fn null_is_never_joined(spot: &Spot<'_>, node: &Value) -> Option<String> {
    if spot.home.is_empty() || !std::ptr::eq(spot.node, spot.select) {
        return None;
    }
    let items = list(&spot.select["select_list"]);
    let item = items.iter().find(|item| super::node::same(item, node))?;
    let name = match super::node::text(item, "alias") {
        "" => (*column(item)?.last()?).to_lowercase(),
        alias => alias.to_lowercase(),
    };
    let mut uses = Vec::new();
    readers(spot.root, spot.home, None, &mut uses);
    let [Some((join, right))] = uses.as_slice() else { return None };
    let kept_out =
        matches!((super::node::text(join, "join_type"), right), ("INNER", _) | ("LEFT", true));
    let tests = super::node::conjuncts(&join["condition"]);
    let side = &join[if *right { "right" } else { "left" }];
    let alias = match super::node::text(side, "alias") {
        "" => spot.home.to_owned(),
        alias => alias.to_lowercase(),
    };
    let by_name = |side: &Value| {
        column(side).is_some_and(|names| {
            names.len() == 2
                && names[0].eq_ignore_ascii_case(&alias)
                && names[1].eq_ignore_ascii_case(&name)
        })
    };
    let equal = |test: &Value| {
        is(test, "COMPARE_EQUAL") && (by_name(&test["left"]) || by_name(&test["right"]))
    };
    let using = list(&join["using_columns"])
        .iter()
        .any(|one| one.as_str().is_some_and(|one| one.eq_ignore_ascii_case(&name)));
    (kept_out && (using || tests.iter().any(equal)))
        .then(|| format!("{} is only joined by {name}, which a NULL never meets", spot.home))
}

/// Finds where an expression is read: in which join and on which side, or outside of any.
fn readers<'t>(
    node: &'t Value,
    name: &str,
    inside: Option<(&'t Value, bool)>,
    found: &mut Vec<Option<(&'t Value, bool)>>,
) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| readers(item, name, None, found)),
        Value::Object(fields) => {
            if is(node, "BASE_TABLE")
                && super::node::text(node, "table_name").eq_ignore_ascii_case(name)
            {
                found.push(inside);
            }
            let joins = is(node, "JOIN");
            for (key, value) in fields {
                let side = match (joins, key.as_str()) {
                    (true, "left") => Some((node, false)),
                    (true, "right") => Some((node, true)),
                    _ => None,
                };
                readers(value, name, side, found);
            }
        }
        _ => {}
    }
}

/// A cast to the type the column has.
pub fn has_type(spot: &Spot<'_>, node: &Value, kind: &str) -> Option<String> {
    let (_, _, about) = spot.scope.column(node)?;
    about.kind.eq_ignore_ascii_case(kind).then(|| format!("{} is a {kind}", words(node)))
}

fn words(node: &Value) -> String {
    column(node).map(|names| names.join(".")).unwrap_or_default()
}

#[cfg(test)]
mod tests;
