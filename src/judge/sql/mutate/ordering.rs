//! The order of rows and where they are cut: O1 to O3.

use serde_json::{Value, json};

use super::Edit;
use super::node::{compare, integer, is, list, literal, text, with, without};
use super::walk::Spot;

/// What may go wrong with ORDER BY and LIMIT.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if spot.node["modifiers"].is_array() {
        rows(spot, edits);
        cut(spot, edits);
    }
    if spot.node["order_bys"]["orders"].is_array() {
        inside(spot, edits);
    }
}

/// O1: another direction, NULLs at the other end, a key less.
fn rows(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let modifiers = list(&spot.node["modifiers"]);
    let Some(place) = modifiers.iter().position(|one| is(one, "ORDER_MODIFIER")) else { return };
    let pointer = format!("{}/modifiers/{place}/orders", spot.path);
    keys(spot, &pointer, &modifiers[place]["orders"], edits);
    if list(&modifiers[place]["orders"]).len() > 1 {
        let none = Value::from(without(modifiers, place));
        edits.push(spot.set("O1", "no ORDER BY", "modifiers", none));
    }
}

fn keys(spot: &Spot<'_>, pointer: &str, orders: &Value, edits: &mut Vec<Edit>) {
    let orders = list(orders);
    for (i, key) in orders.iter().enumerate() {
        let words = spot.words(&key["expression"]);
        let down = text(key, "type") == "DESCENDING";
        let other = if down { "ASCENDING" } else { "DESCENDING" };
        edits.push(spot.edit(
            "O1",
            format!("ORDER BY {words} {}", other.to_lowercase()),
            vec![(format!("{pointer}/{i}/type"), json!(other))],
        ));
        let last = text(key, "null_order") != "NULLS FIRST";
        let (nulls, at) = if last { ("NULLS FIRST", "first") } else { ("NULLS LAST", "last") };
        let never = spot.scope.is_never_null(ordered_by(spot, &key["expression"]));
        let excuse = never.then(|| format!("{words} is never NULL"));
        edits.push(
            spot.edit(
                "O1",
                format!("NULLs of {words} {at}"),
                vec![(format!("{pointer}/{i}/null_order"), json!(nulls))],
            )
            .excused(excuse),
        );
        edits.push(spot.edit(
            "O1",
            format!("not ordered by {words}"),
            vec![(pointer.to_owned(), Value::from(without(orders, i)))],
        ));
    }
}

/// Gives what a key stands for: a name or a number may mean an item of the select list.
fn ordered_by<'t>(spot: &'t Spot<'_>, key: &'t Value) -> &'t Value {
    let items = list(&spot.node["select_list"]);
    let place = literal(key, "INTEGER").and_then(|text| text.parse::<usize>().ok());
    let name = super::node::column(key).filter(|names| names.len() == 1).map(|names| names[0]);
    let by_place = place.and_then(|place| items.get(place.checked_sub(1)?));
    let by_name = || {
        items
            .iter()
            .find(|item| name.is_some_and(|name| text(item, "alias").eq_ignore_ascii_case(name)))
    };
    by_place.or_else(by_name).unwrap_or(key)
}

/// A9: the order inside an aggregate such as STRING_AGG or FIRST.
fn inside(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let orders = &spot.node["order_bys"]["orders"];
    if list(orders).is_empty() {
        return;
    }
    let before = edits.len();
    keys(spot, &format!("{}/order_bys/orders", spot.path), orders, edits);
    edits[before..].iter_mut().for_each(|edit| edit.operator = "A9");
}

/// O2 and O3: a row more, a row less, none cut, or all that are tied kept.
fn cut(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let modifiers = list(&spot.node["modifiers"]);
    let Some(place) = modifiers.iter().position(|one| is(one, "LIMIT_MODIFIER")) else { return };
    for key in ["limit", "offset"] {
        let Some(count) =
            literal(&modifiers[place][key], "INTEGER").and_then(|text| text.parse::<i128>().ok())
        else {
            continue;
        };
        for changed in [count + 1, count - 1].into_iter().filter(|n| *n >= 0) {
            let pointer = format!("{}/modifiers/{place}/{key}", spot.path);
            let label = format!("{} {changed} in place of {count}", key.to_uppercase());
            edits.push(spot.edit("O2", label, vec![(pointer, integer(changed))]));
        }
    }
    edits.push(spot.set("O2", "no LIMIT", "modifiers", Value::from(without(modifiers, place))));
    with_ties(spot, place, edits);
}

fn with_ties(spot: &Spot<'_>, place: usize, edits: &mut Vec<Edit>) {
    let modifiers = list(&spot.node["modifiers"]);
    let orders =
        modifiers.iter().find(|one| is(one, "ORDER_MODIFIER")).map(|one| one["orders"].clone());
    let (Some(orders), true) =
        (orders, is(spot.node, "SELECT_NODE") && spot.node["qualify"].is_null())
    else {
        return;
    };
    let rank = json!({"class": "WINDOW", "type": "WINDOW_RANK", "alias": "", "function_name": "rank",
        "schema": "", "catalog": "", "partitions": [], "orders": orders, "start": "UNBOUNDED_PRECEDING",
        "end": "CURRENT_ROW_RANGE", "start_expr": null, "end_expr": null, "offset_expr": null,
        "default_expr": null, "ignore_nulls": false, "filter_expr": null, "exclude_clause": "NO_OTHER",
        "distinct": false, "arg_orders": [], "has_ignore_nulls": false, "arguments": [],
        "qualified_name": {"path": ["rank"]}});
    let within = compare("COMPARE_LESSTHANOREQUALTO", &rank, &modifiers[place]["limit"]);
    let changed = with(
        &with(spot.node, "qualify", within),
        "modifiers",
        Value::from(without(modifiers, place)),
    );
    edits.push(spot.replace("O3", "RANK in place of LIMIT", changed));
}
