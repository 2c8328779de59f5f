//! Aggregates of something else: A1 to A9.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    any, argument, call, column_of, function_name, integer, is, is_aggregate, is_window, list,
    literal, named_as, null, of_children, operator, renamed, with,
};
use super::rules;
use super::walk::Spot;

/// What may go wrong with an aggregate, in a group or over a window.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is_aggregate(spot.node) || is(spot.node, "WINDOW_AGGREGATE") {
        other(spot, edits);
        counted(spot, edits);
        distinct(spot, edits);
        average(spot, edits);
        filter(spot, edits);
        elsewhere(spot, edits);
    }
    if function_name(spot.node) == "/" {
        ratio(spot, edits);
    }
    if is(spot.node, "SELECT_NODE") {
        after_the_join(spot, edits);
    }
}

/// A1 and A9: another aggregate.
fn other(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    let others: &[&str] = match name.as_str() {
        "sum" => &["avg", "max", "count"],
        "avg" => &["sum", "median", "max"],
        "min" => &["max"],
        "max" => &["min"],
        "median" => &["avg"],
        "bool_and" => &["bool_or"],
        "bool_or" => &["bool_and"],
        "arg_max" => &["arg_min"],
        "arg_min" => &["arg_max"],
        "max_by" => &["min_by"],
        "min_by" => &["max_by"],
        "first" => &["last"],
        "last" => &["first"],
        _ => return,
    };
    let operator =
        if name.contains("_by") || name.starts_with("arg_") || name == "first" || name == "last" {
            "A9"
        } else {
            "A1"
        };
    for other in others {
        let label = format!("{} in place of {}", other.to_uppercase(), spot.words(spot.node));
        edits.push(spot.replace(operator, label, renamed(spot.node, other)));
    }
}

/// A2: rows counted for values, values for rows.
fn counted(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    if name == "count" && spot.node["distinct"] != true && argument(spot.node, 0).is_some() {
        let excuse = argument(spot.node, 0).and_then(|of| rules::is_never_null(spot, of));
        let changed = with(&renamed(spot.node, "count_star"), "arguments", json!([]));
        let label = format!("COUNT(*) in place of {}", spot.words(spot.node));
        edits.push(spot.replace("A2", label, changed).excused(excuse));
    }
    if name == "count_star" {
        for source in &spot.scope.sources {
            let Some(table) = source.table else { continue };
            for column in table.columns.iter().filter(|column| column.nullable || source.outer) {
                let node = column_of(&[&source.alias, &column.name]);
                let changed = with(
                    &renamed(spot.node, "count"),
                    "arguments",
                    json!([{"name": "", "expression": node}]),
                );
                let label = format!("COUNT({}.{}) in place of COUNT(*)", source.alias, column.name);
                let excuse = rules::filter_needs(spot, &source.alias).filter(|_| !column.nullable);
                edits.push(spot.replace("A2", label, changed).excused(excuse));
                if source.outer && !column.nullable {
                    break;
                }
            }
        }
    }
}

/// A3 and A4: equal values once, or as often as they come.
fn distinct(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    let operator = match name.as_str() {
        "count" => "A3",
        "sum" | "avg" => "A4",
        _ => return,
    };
    let now = spot.node["distinct"] == true;
    if is_window(spot.node) && !now && !list(&spot.node["orders"]).is_empty() {
        return;
    }
    let excuse = argument(spot.node, 0).and_then(|of| rules::is_unique(spot, of));
    let label = match now {
        true => format!("no DISTINCT in {}", spot.words(spot.node)),
        false => format!("DISTINCT in {}", spot.words(spot.node)),
    };
    edits.push(spot.set(operator, label, "distinct", json!(!now)).excused(excuse));
}

/// A5: an average in which NULL counts as a row, or as zero.
fn average(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(of) = argument(spot.node, 0).filter(|_| function_name(spot.node) == "avg") else {
        return;
    };
    let excuse = rules::is_never_null(spot, of);
    let or_zero = of_children("OPERATOR_COALESCE", vec![of.clone(), integer(0)]);
    let changed = with(spot.node, "arguments", json!([{"name": "", "expression": or_zero}]));
    edits.push(spot.replace("A5", "AVG of values or 0", changed).excused(excuse.clone()));
    if is_aggregate(spot.node) {
        let sum = super::node::bare(&renamed(spot.node, "sum"));
        let mut rows = with(&renamed(&sum, "count_star"), "arguments", json!([]));
        rows["distinct"] = json!(false);
        let changed = named_as(operator("/", &sum, &rows), spot.node);
        edits.push(spot.replace("A5", "SUM / COUNT(*) in place of AVG", changed).excused(excuse));
    }
}

/// A6: no filter, or the opposite one.
fn filter(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let key = if is_window(spot.node) { "filter_expr" } else { "filter" };
    let filter = &spot.node[key];
    if filter.is_null() {
        return;
    }
    let label = format!("no FILTER (WHERE {})", spot.words(filter));
    edits.push(spot.set("A6", label, key, Value::Null));
    let label = format!("FILTER (WHERE NOT {})", spot.words(filter));
    let opposite = of_children("OPERATOR_NOT", vec![filter.clone()]);
    edits.push(spot.set("A6", label, key, opposite));
}

/// A6: 0 where there was NULL inside an aggregate, NULL where there was 0.
fn elsewhere(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(case) = argument(spot.node, 0).filter(|of| is(of, "CASE_EXPR")) else { return };
    let other = &case["else_expr"];
    let (changed, label) = match () {
        () if literal(other, "INTEGER") == Some("0") => (null(), "ELSE NULL in place of ELSE 0"),
        () if other.is_null() || other["literal"]["kind"] == "NULL_LITERAL" => {
            (integer(0), "ELSE 0 in place of no ELSE")
        }
        () => return,
    };
    let pointer = format!("{}/arguments/0/expression/else_expr", spot.path);
    edits.push(spot.edit("A6", label, vec![(pointer, changed)]));
}

/// A8: the average of ratios in place of the ratio of sums.
fn ratio(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let (Some(above), Some(below)) = (argument(spot.node, 0), argument(spot.node, 1)) else {
        return;
    };
    let (Some(above), Some(below)) = (summed(above), summed(below)) else { return };
    let guarded = call("nullif", &[&below, &integer(0)]);
    let changed = named_as(call("avg", &[&operator("/", &above, &guarded)]), spot.node);
    edits.push(spot.replace("A8", "the average of ratios in place of the ratio of sums", changed));
}

/// Gives an expression with its one SUM taken away, such as `100.0 * amount` of `100.0 * SUM(amount)`.
fn summed(node: &Value) -> Option<Value> {
    if is_aggregate(node) && function_name(node) == "sum" && node["filter"].is_null() {
        return argument(node, 0).cloned();
    }
    let arguments = list(&node["arguments"]);
    if !matches!(function_name(node).as_str(), "*" | "nullif" | "round") || arguments.is_empty() {
        return None;
    }
    let place = arguments.iter().position(|one| summed(&one["expression"]).is_some())?;
    let mut changed = node.clone();
    changed["arguments"][place]["expression"] = summed(&arguments[place]["expression"])?;
    (function_name(node) != "nullif")
        .then_some(changed.clone())
        .or_else(|| Some(changed["arguments"][place]["expression"].clone()))
}

/// A7: rows joined before they are put together, so that they multiply.
fn after_the_join(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let groups = list(&spot.node["group_expressions"]);
    if groups.is_empty() || spot.is_outermost || list(&spot.node["group_sets"]).len() > 1 {
        return;
    }
    let items: Vec<Value> = list(&spot.node["select_list"])
        .iter()
        .map(|item| named_as(ungrouped(item), item))
        .collect();
    let mut changed = with(spot.node, "select_list", Value::from(items));
    for (key, value) in
        [("group_expressions", json!([])), ("group_sets", json!([])), ("having", Value::Null)]
    {
        changed[key] = value;
    }
    if !any(&changed["select_list"], &|node| is_aggregate(node)) {
        edits.push(spot.replace("A7", "rows joined before they are grouped", changed));
    }
}

/// Gives what one row brings to an aggregate.
fn ungrouped(item: &Value) -> Value {
    if is_aggregate(item) {
        return match function_name(item).as_str() {
            "count_star" | "count" => integer(1),
            _ => argument(item, 0).cloned().unwrap_or_else(null),
        };
    }
    let mut changed = item.clone();
    let arguments = list(&item["arguments"]).len();
    for i in 0..arguments {
        changed["arguments"][i]["expression"] = ungrouped(&item["arguments"][i]["expression"]);
    }
    for i in 0..list(&item["children"]).len() {
        changed["children"][i] = ungrouped(&item["children"][i]);
    }
    if is(item, "OPERATOR_CAST") {
        changed["child"] = ungrouped(&item["child"]);
    }
    changed
}
