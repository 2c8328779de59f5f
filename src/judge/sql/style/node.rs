//! Small questions to a node of DuckDB's tree, asked by every part of the review.

use serde_json::Value;

use super::super::tree::lower;

/// Says whether an item makes rows of its own.
pub(super) fn makes_rows(item: &Value) -> bool {
    let mut found = false;
    visit(item, &mut |node| {
        found |= matches!(lower(&node["function_name"]).as_str(), "unnest" | "generate_subscripts")
    });
    found
}

/// Functions that make one value of many rows and are not read from the parser otherwise.
const AGGREGATES: &[&str] = &[
    "count_star",
    "count",
    "sum",
    "avg",
    "mean",
    "min",
    "max",
    "median",
    "mode",
    "any_value",
    "first",
    "last",
    "arg_max",
    "arg_min",
    "max_by",
    "min_by",
    "string_agg",
    "group_concat",
    "listagg",
    "list",
    "array_agg",
    "bool_and",
    "bool_or",
    "stddev",
    "stddev_samp",
    "stddev_pop",
    "var_samp",
    "var_pop",
    "variance",
    "quantile",
    "quantile_cont",
    "quantile_disc",
    "percentile_cont",
    "percentile_disc",
    "count_if",
    "product",
    "approx_count_distinct",
    "approx_quantile",
    "corr",
    "histogram",
    "sumkahan",
    "fsum",
    "favg",
];

/// Says whether a node is an aggregate over the rows of a group, not over a window.
pub(super) fn is_aggregate(node: &Value) -> bool {
    node["class"] == "FUNCTION" && AGGREGATES.contains(&lower(&node["function_name"]).as_str())
}

pub(super) fn has_aggregate(item: &Value) -> bool {
    let mut found = false;
    visit(item, &mut |node| found |= is_aggregate(node));
    found
}

/// Gives the items of a SELECT list.
pub(super) fn items(select: &Value) -> &[Value] {
    select["select_list"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Gives ORDER BY, LIMIT and DISTINCT of a query.
pub(super) fn modifiers(query: &Value) -> impl Iterator<Item = &Value> {
    query["modifiers"].as_array().into_iter().flatten()
}

pub(super) fn is_star(item: &Value) -> bool {
    item["type"] == "STAR"
}

/// Gives the name of an item's column, in lower case; nothing when it has none of its own.
pub(super) fn output_name(item: &Value) -> String {
    match lower(&item["alias"]) {
        alias if !alias.is_empty() => alias,
        _ => names(&item["column_names"]).pop().unwrap_or_default(),
    }
}

/// Gives a list of names in lower case.
pub(super) fn names(list: &Value) -> Vec<String> {
    let name = |entry: &Value| match entry {
        // An excluded column may carry its table.
        Value::Object(_) => lower(&entry["name"]),
        entry => lower(entry),
    };
    list.as_array().map(|list| list.iter().map(name).collect()).unwrap_or_default()
}

pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Says whether a node is a whole query.
pub(super) fn is_query(node: &Value) -> bool {
    matches!(
        node["type"].as_str(),
        Some("SELECT_NODE" | "SET_OPERATION_NODE" | "RECURSIVE_CTE_NODE")
    )
}

/// Visits the nodes of one SELECT, or of an expression, without those of the queries inside.
pub(super) fn visit<'a>(node: &'a Value, meet: &mut dyn FnMut(&'a Value)) {
    match node {
        Value::Array(items) => {
            items.iter().filter(|item| !is_query(item)).for_each(|item| visit(item, meet))
        }
        Value::Object(fields) => {
            meet(node);
            for (key, value) in fields {
                if key != "cte_map" && !is_query(value) {
                    visit(value, meet);
                }
            }
        }
        _ => {}
    }
}
