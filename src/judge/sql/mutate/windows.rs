//! Windows over other rows, in another order, or with another function: W1 to W7, W9, W10.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    argument, constant, function_name, integer, is, is_aggregate, is_window, list, literal, null,
    renamed, same, text, with, without,
};
use super::rules;
use super::walk::Spot;

/// What may go wrong with a window function.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is_aggregate(spot.node) {
        percentiles(spot, edits);
    }
    if !is_window(spot.node) {
        return;
    }
    rank(spot, edits);
    order(spot, edits);
    partition(spot, edits);
    neighbours(spot, edits);
    if has_frame(spot.node) {
        units(spot, edits);
        bounds(spot, edits);
    }
}

const RANKS: [(&str, &str); 3] = [
    ("WINDOW_ROW_NUMBER", "row_number"),
    ("WINDOW_RANK", "rank"),
    ("WINDOW_RANK_DENSE", "dense_rank"),
];
const SHARES: [(&str, &str); 3] = [
    ("WINDOW_NTILE", "ntile"),
    ("WINDOW_PERCENT_RANK", "percent_rank"),
    ("WINDOW_CUME_DIST", "cume_dist"),
];
const STEPS: [(&str, &str); 2] = [("WINDOW_LAG", "lag"), ("WINDOW_LEAD", "lead")];
const ENDS: [(&str, &str); 2] =
    [("WINDOW_FIRST_VALUE", "first_value"), ("WINDOW_LAST_VALUE", "last_value")];

/// W1, W6, W7 and W10: another function of the same family.
fn rank(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let families: [(&[(&str, &str)], &str); 4] =
        [(&RANKS, "W1"), (&SHARES[1..], "W10"), (&STEPS, "W7"), (&ENDS, "W6")];
    for (family, operator) in families {
        let Some((_, now)) = family.iter().find(|(kind, _)| is(spot.node, kind)) else { continue };
        for (kind, name) in family.iter().filter(|(_, name)| name != now) {
            let label = format!("{} in place of {}", name.to_uppercase(), now.to_uppercase());
            let excuse = if operator == "W1" { rules::order_is_total(spot) } else { None };
            edits.push(
                spot.replace(operator, label, renamed(&with(spot.node, "type", json!(kind)), name))
                    .excused(excuse),
            );
        }
    }
}

/// W10: a percentile between two values or one of them.
fn percentiles(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let other = match function_name(spot.node).as_str() {
        "quantile_cont" => "quantile_disc",
        "quantile_disc" => "quantile_cont",
        "median" => {
            let half = json!([{"name": "", "expression": argument(spot.node, 0)}, {"name": "", "expression": constant("NUMERIC", "0.5")}]);
            let changed = with(&renamed(spot.node, "quantile_disc"), "arguments", half);
            return edits.push(spot.replace("W10", "a discrete median", changed));
        }
        _ => return,
    };
    let label = format!("{other} in place of {}", function_name(spot.node));
    edits.push(spot.replace("W10", label, renamed(spot.node, other)));
}

/// W2: another direction, a key less.
fn order(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let keys = list(&spot.node["orders"]);
    for (i, key) in keys.iter().enumerate() {
        let words = spot.words(&key["expression"]);
        let other = if text(key, "type") == "DESCENDING" { "ASCENDING" } else { "DESCENDING" };
        let pointer = format!("{}/orders/{i}/type", spot.path);
        edits.push(spot.edit(
            "W2",
            format!("{words} {} in a window", other.to_lowercase()),
            vec![(pointer, json!(other))],
        ));
        let label = format!("a window not ordered by {words}");
        let excuse = rules::order_is_total_without(spot, i);
        edits.push(spot.set("W2", label, "orders", Value::from(without(keys, i))).excused(excuse));
    }
}

/// W3: other partitions.
fn partition(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let keys = list(&spot.node["partitions"]);
    for (i, key) in keys.iter().enumerate() {
        let label = format!("a window not partitioned by {}", spot.words(key));
        edits.push(spot.set("W3", label, "partitions", Value::from(without(keys, i))));
    }
    if keys.len() > 1 {
        edits.push(spot.set("W3", "a window without PARTITION BY", "partitions", json!([])));
    }
    let shown =
        list(&spot.select["select_list"]).iter().filter(|item| super::node::column(item).is_some());
    let orders = list(&spot.node["orders"]);
    for item in shown.take(6) {
        let known = keys.iter().any(|key| same(key, item));
        let is_order = orders.iter().any(|key| same(&key["expression"], item));
        if known || is_order {
            continue;
        }
        let more = [keys, &[super::node::bare(item)]].concat();
        let label = format!("a window partitioned by {} too", spot.words(item));
        edits.push(spot.set("W3", label, "partitions", Value::from(more)));
    }
}

/// W7: one row further, another default, NULLs skipped or not.
fn neighbours(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let steps = STEPS.iter().any(|(kind, _)| is(spot.node, kind));
    let ends = ENDS.iter().any(|(kind, _)| is(spot.node, kind));
    if steps || ends {
        let now = spot.node["ignore_nulls"] == true;
        let label = if now { "no IGNORE NULLS" } else { "IGNORE NULLS" };
        let excuse = argument(spot.node, 0).and_then(|of| rules::is_never_null(spot, of));
        edits.push(spot.set("W7", label, "ignore_nulls", json!(!now)).excused(excuse));
    }
    if !steps {
        return;
    }
    let arguments = list(&spot.node["arguments"]);
    let Some(first) = arguments.first() else { return };
    let wrapped = |node: Value| json!({"name": "", "expression": node});
    let offset = arguments
        .get(1)
        .and_then(|one| literal(&one["expression"], "INTEGER"))
        .and_then(|text| text.parse::<i128>().ok())
        .unwrap_or(1);
    let default = arguments.get(2).cloned().unwrap_or_else(|| wrapped(null()));
    let further = json!([first, wrapped(integer(offset + 1)), default]);
    edits.push(spot.set("W7", format!("{} rows away", offset + 1), "arguments", further));
    let is_null = default["expression"]["literal"]["kind"] == "NULL_LITERAL";
    let other = if is_null { integer(0) } else { null() };
    let label = if is_null { "0 where there is no row" } else { "NULL where there is no row" };
    edits.push(spot.set(
        "W7",
        label,
        "arguments",
        json!([first, wrapped(integer(offset)), wrapped(other)]),
    ));
}

/// Says whether the function looks at a frame at all.
fn has_frame(node: &Value) -> bool {
    is(node, "WINDOW_AGGREGATE")
        || is(node, "WINDOW_NTH_VALUE")
        || ENDS.iter().any(|(kind, _)| is(node, kind))
}

/// W4 and W9: rows, values or peers.
fn units(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if list(&spot.node["orders"]).is_empty() {
        return;
    }
    let (start, end) = (text(spot.node, "start"), text(spot.node, "end"));
    for (now, other) in
        [("RANGE", "ROWS"), ("ROWS", "RANGE"), ("ROWS", "GROUPS"), ("GROUPS", "ROWS")]
    {
        if !start.ends_with(now) && !end.ends_with(now) {
            continue;
        }
        let changed = [("start", start), ("end", end)]
            .map(|(key, text)| (format!("{}/{key}", spot.path), json!(text.replace(now, other))));
        let label = format!("{other} in place of {now}");
        edits.push(spot.edit("W4", label, changed.to_vec()).excused(rules::order_is_total(spot)));
    }
    days(spot, edits);
}

/// W9: so many rows for so many days.
fn days(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if text(spot.node, "start") == "EXPR_PRECEDING_ROWS"
        && let Some(count) = literal(&spot.node["start_expr"], "INTEGER")
    {
        let days = super::node::call("to_days", &[&constant("INTEGER", count)]);
        let changed = vec![
            (format!("{}/start", spot.path), json!("EXPR_PRECEDING_RANGE")),
            (format!("{}/end", spot.path), json!(text(spot.node, "end").replace("ROWS", "RANGE"))),
            (format!("{}/start_expr", spot.path), days),
        ];
        edits.push(spot.edit("W9", format!("{count} days in place of {count} rows"), changed));
    }
}

/// W5 and W6: the frame begins or ends elsewhere.
fn bounds(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if list(&spot.node["orders"]).is_empty() {
        return;
    }
    let (start, end) = (text(spot.node, "start"), text(spot.node, "end"));
    let mut push = |label: &str, key: &str, value: &str| {
        edits.push(spot.set("W5", label, key, json!(value)));
    };
    let unit = end
        .rsplit('_')
        .next()
        .filter(|unit| matches!(*unit, "ROWS" | "RANGE" | "GROUPS"))
        .unwrap_or("RANGE");
    if start != "UNBOUNDED_PRECEDING" {
        push("a frame from the first row", "start", "UNBOUNDED_PRECEDING");
    }
    if end != "UNBOUNDED_FOLLOWING" {
        push("a frame to the last row", "end", "UNBOUNDED_FOLLOWING");
    } else {
        push("a frame to the current row", "end", "CURRENT_ROW_RANGE");
    }
    if start == "UNBOUNDED_PRECEDING" && unit == "ROWS" && end.starts_with("CURRENT_ROW") {
        let changed = vec![
            (format!("{}/end", spot.path), json!("EXPR_PRECEDING_ROWS")),
            (format!("{}/end_expr", spot.path), integer(1)),
        ];
        edits.push(spot.edit("W5", "a frame without the current row", changed));
    }
    for (key, bound) in [("start_expr", start), ("end_expr", end)] {
        if let Some(count) =
            literal(&spot.node[key], "INTEGER").and_then(|text| text.parse::<i128>().ok())
        {
            for changed in [count + 1, count - 1].into_iter().filter(|n| *n >= 0) {
                edits.push(spot.set(
                    "W5",
                    format!("{changed} rows in place of {count}"),
                    key,
                    integer(changed),
                ));
            }
        }
        if bound.contains("EXPR_PRECEDING") && key == "start_expr" {
            edits.push(spot.edit(
                "W5",
                "rows after in place of rows before",
                vec![
                    (
                        format!("{}/start", spot.path),
                        json!(text(spot.node, "end").replace("EXPR_PRECEDING", "CURRENT_ROW")),
                    ),
                    (format!("{}/end", spot.path), json!(bound.replace("PRECEDING", "FOLLOWING"))),
                    (format!("{}/end_expr", spot.path), spot.node["start_expr"].clone()),
                    (format!("{}/start_expr", spot.path), Value::Null),
                ],
            ));
        }
    }
}
