//! By which columns can no two rows of a query be equal? Followed from the tables through joins and groups.

use serde_json::Value;

use super::node::{column, conjuncts, is, is_aggregate, list, literal, same, text};
use super::scope::{Output, Scope, Seen, inner};
use crate::judge::sql::catalog::Catalog;

/// A column with the name of its source, both in lower case.
pub type Named = (String, String);

/// Gives the sets of output names that tell the rows of a query apart.
pub fn keys(node: &Value, columns: &[Output], ctes: &Seen, catalog: &Catalog) -> Vec<Vec<String>> {
    if !is(node, "SELECT_NODE") {
        return Vec::new();
    }
    let names = || columns.iter().map(|column| column.name.to_lowercase()).collect::<Vec<_>>();
    let whole = list(&node["modifiers"])
        .iter()
        .any(|one| is(one, "DISTINCT_MODIFIER") && list(&one["distinct_on_targets"]).is_empty());
    let scope = Scope::of(&node["from_table"], &inner(node, ctes, catalog), catalog);
    let mut found: Vec<Vec<String>> = of_rows(node, &scope)
        .iter()
        .filter_map(|key| key.iter().map(|one| shown(one, node, columns, &scope)).collect())
        .collect();
    if whole {
        found.push(names());
    }
    found
}

/// Gives the keys of the rows that the select list is computed for: groups, or the rows of FROM.
pub fn of_rows(select: &Value, scope: &Scope<'_>) -> Vec<Vec<Named>> {
    let groups = list(&select["group_expressions"]);
    if !groups.is_empty() {
        let one_set = list(&select["group_sets"]).len() <= 1;
        let key: Option<Vec<Named>> = groups.iter().map(|key| named(key, select, scope)).collect();
        return key.filter(|_| one_set).into_iter().collect();
    }
    if list(&select["select_list"]).iter().any(is_aggregate) {
        return vec![Vec::new()];
    }
    let mut keys = of_from(&select["from_table"], scope);
    keys.extend(first_of_each(select, scope));
    keys
}

/// A group key as the column or output it names; an expression is known by its name in the select list.
fn named(key: &Value, select: &Value, scope: &Scope<'_>) -> Option<Named> {
    let items = list(&select["select_list"]);
    let place = literal(key, "INTEGER").and_then(|text| text.parse::<usize>().ok());
    let item = place.and_then(|place| items.get(place.checked_sub(1)?));
    let key = item.unwrap_or(key);
    if let Some(found) = source_column(key, scope) {
        return Some(found);
    }
    let shown = items.iter().find(|item| same(item, key) && !text(item, "alias").is_empty());
    let own = column(key).filter(|names| names.len() == 1).map(|names| names[0].to_lowercase());
    let name = shown.map(|item| text(item, "alias").to_lowercase()).or(own)?;
    Some((String::new(), name))
}

/// `QUALIFY row_number() OVER (PARTITION BY p …) = 1` leaves one row for each p.
fn first_of_each(select: &Value, scope: &Scope<'_>) -> Option<Vec<Named>> {
    let first = |test: &&Value| {
        is(test, "COMPARE_EQUAL")
            && is(&test["left"], "WINDOW_ROW_NUMBER")
            && literal(&test["right"], "INTEGER") == Some("1")
    };
    let tests = conjuncts(&select["qualify"]);
    let test = tests.iter().find(first)?;
    list(&test["left"]["partitions"]).iter().map(|key| source_column(key, scope)).collect()
}

/// Gives the keys of the rows of FROM.
fn of_from(from: &Value, scope: &Scope<'_>) -> Vec<Vec<Named>> {
    if !is(from, "JOIN") {
        return of_source(from, scope);
    }
    let (left, right) = (of_from(&from["left"], scope), of_from(&from["right"], scope));
    let kind = text(from, "join_type");
    if matches!(kind, "SEMI" | "ANTI") {
        return left;
    }
    let regular = matches!(text(from, "ref_type"), "REGULAR");
    let matched =
        |keys: &Vec<Vec<Named>>| regular && keys.iter().any(|key| is_matched(key, from, scope));
    // ASOF finds at most one partner for a row on the left.
    let single = text(from, "ref_type") == "ASOF" || matched(&right);
    let mut keys = Vec::new();
    if single && matches!(kind, "INNER" | "LEFT") {
        keys.extend(left.clone());
    }
    if matched(&left) && matches!(kind, "INNER" | "RIGHT") {
        keys.extend(right.clone());
    }
    if kind != "FULL" {
        keys.extend(
            left.iter().flat_map(|one| {
                right.iter().map(move |other| [one.clone(), other.clone()].concat())
            }),
        );
    }
    keys
}

fn of_source(from: &Value, scope: &Scope<'_>) -> Vec<Vec<Named>> {
    let alias = text(from, "alias");
    let alias = if alias.is_empty() { text(from, "table_name") } else { alias }.to_lowercase();
    let source = scope.sources.iter().find(|source| source.alias == alias);
    let named = |key: &Vec<String>| key.iter().map(|name| (alias.clone(), name.clone())).collect();
    source.map(|source| source.keys.iter().map(named).collect()).unwrap_or_default()
}

/// Says whether the join sets every column of a key equal to something of the other side.
fn is_matched(key: &[Named], join: &Value, scope: &Scope<'_>) -> bool {
    let using: Vec<String> = list(&join["using_columns"])
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_lowercase)
        .collect();
    let tests = conjuncts(&join["condition"]);
    let equal = |(alias, name): &Named| {
        using.contains(name)
            || tests.iter().filter(|test| is(test, "COMPARE_EQUAL")).any(|test| {
                [("left", "right"), ("right", "left")].iter().any(|(own, other)| {
                    source_column(&test[own], scope)
                        .is_some_and(|found| found == (alias.clone(), name.clone()))
                        && source_column(&test[other], scope).is_some_and(|found| found.0 != *alias)
                })
            })
    };
    key.iter().all(equal)
}

/// Gives the source and name of a column.
pub fn source_column(node: &Value, scope: &Scope<'_>) -> Option<Named> {
    let name = column(node)?.last()?.to_lowercase();
    Some((scope.source(node)?.alias.clone(), name))
}

/// Gives the name under which a column of a key is shown.
fn shown(key: &Named, select: &Value, columns: &[Output], scope: &Scope<'_>) -> Option<String> {
    let items = list(&select["select_list"]);
    if items.iter().any(|item| is(item, "STAR")) {
        return None;
    }
    let place = items.iter().position(|item| match key.0.is_empty() {
        true => text(item, "alias").eq_ignore_ascii_case(&key.1),
        false => source_column(item, scope).as_ref() == Some(key),
    })?;
    columns.get(place).map(|column| column.name.to_lowercase()).filter(|name| !name.is_empty())
}

/// Says whether these columns hold a key of the rows a window of this SELECT looks at.
pub fn holds_key<'v>(
    select: &Value,
    scope: &Scope<'_>,
    columns: impl Iterator<Item = &'v Value>,
) -> bool {
    let known: Vec<Named> = columns.filter_map(|node| named(node, select, scope)).collect();
    of_rows(select, scope).iter().any(|key| key.iter().all(|one| known.contains(one)))
}
