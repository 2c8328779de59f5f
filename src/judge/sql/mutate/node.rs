//! Nodes of DuckDB's syntax tree: how mutants read them and make new ones.

use serde_json::{Value, json};

/// Says whether a node has this type.
pub fn is(node: &Value, kind: &str) -> bool {
    node["type"] == kind
}

/// Gives the items of a list, none when there is no list.
pub fn list(node: &Value) -> &[Value] {
    node.as_array().map_or(&[], Vec::as_slice)
}

/// Gives a text field, empty when there is none.
pub fn text<'v>(node: &'v Value, key: &str) -> &'v str {
    node[key].as_str().unwrap_or_default()
}

/// Gives the name of a function or operator in lower case.
pub fn function_name(node: &Value) -> String {
    text(node, "function_name").to_lowercase()
}

/// Gives the expression of an argument.
pub fn argument(node: &Value, place: usize) -> Option<&Value> {
    list(&node["arguments"]).get(place).map(|argument| &argument["expression"])
}

/// Gives the text of a literal of this kind.
pub fn literal<'v>(node: &'v Value, kind: &str) -> Option<&'v str> {
    (node["literal"]["kind"] == kind).then(|| node["literal"]["text"].as_str()).flatten()
}

/// Gives the parts of a column's name.
pub fn column(node: &Value) -> Option<Vec<&str>> {
    let names = node["column_names"].as_array()?;
    is(node, "COLUMN_REF").then(|| names.iter().filter_map(Value::as_str).collect())
}

/// Makes a literal.
pub fn constant(kind: &str, text: &str) -> Value {
    json!({"class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "",
        "literal": {"kind": kind, "text": text}})
}

/// Makes a whole number.
pub fn integer(number: i128) -> Value {
    constant("INTEGER", &number.to_string())
}

/// Makes NULL.
pub fn null() -> Value {
    json!({"class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "",
        "literal": {"kind": "NULL_LITERAL"}})
}

/// Makes a column of a table.
pub fn column_of(names: &[&str]) -> Value {
    json!({"class": "COLUMN_REF", "type": "COLUMN_REF", "alias": "", "column_names": names})
}

/// Makes a call of a function.
pub fn call(name: &str, arguments: &[&Value]) -> Value {
    let arguments: Vec<Value> =
        arguments.iter().map(|one| json!({"name": "", "expression": bare(one)})).collect();
    json!({"class": "FUNCTION", "type": "FUNCTION", "alias": "", "function_name": name,
        "schema": "", "filter": null, "order_bys": {"type": "ORDER_MODIFIER", "orders": []},
        "distinct": false, "is_operator": false, "export_state": false, "catalog": "",
        "arguments": arguments, "qualified_name": {"path": [name]}})
}

/// Makes an arithmetic or other operator that the tree writes as a function.
pub fn operator(name: &str, left: &Value, right: &Value) -> Value {
    let mut made = call(name, &[left, right]);
    made["is_operator"] = Value::Bool(true);
    made
}

/// Makes an operator such as `OPERATOR_IS_NULL`.
pub fn of_children(kind: &str, children: Vec<Value>) -> Value {
    json!({"class": "OPERATOR", "type": kind, "alias": "", "children": children})
}

/// Makes a comparison.
pub fn compare(kind: &str, left: &Value, right: &Value) -> Value {
    json!({"class": "COMPARISON", "type": kind, "alias": "", "left": bare(left), "right": bare(right)})
}

/// Makes `CAST(node AS kind)`.
pub fn cast(node: &Value, kind: &str) -> Value {
    json!({"class": "CAST", "type": "OPERATOR_CAST", "alias": "", "child": bare(node), "try_cast": false,
        "type_expr": {"class": "TYPE", "type": "TYPE", "alias": "", "catalog": "", "schema": "",
            "type_name": kind, "children": [], "qualified_name": {"path": [kind]}}})
}

/// Joins conditions by AND; none is no condition at all, one stands alone.
pub fn all_of(mut conditions: Vec<Value>) -> Value {
    match conditions.len() {
        0 => Value::Null,
        1 => conditions.remove(0),
        _ => {
            json!({"class": "CONJUNCTION", "type": "CONJUNCTION_AND", "alias": "", "children": conditions})
        }
    }
}

/// Takes a condition apart at its top ANDs.
pub fn conjuncts(condition: &Value) -> Vec<Value> {
    match () {
        () if condition.is_null() => Vec::new(),
        () if is(condition, "CONJUNCTION_AND") => list(&condition["children"]).to_vec(),
        () => vec![condition.clone()],
    }
}

/// Gives the list without the item at `place`.
pub fn without(items: &[Value], place: usize) -> Vec<Value> {
    let kept = items.iter().enumerate().filter(|(i, _)| *i != place);
    kept.map(|(_, item)| item.clone()).collect()
}

/// Gives a copy under no name, to stand inside another expression.
pub fn bare(node: &Value) -> Value {
    let mut copy = node.clone();
    if copy["alias"].is_string() {
        copy["alias"] = Value::from("");
    }
    copy
}

/// Gives `node` under the name that `before` had in the select list.
pub fn named_as(mut node: Value, before: &Value) -> Value {
    if node.is_object() {
        node["alias"] = Value::from(text(before, "alias"));
    }
    node
}

/// Gives the node with another value under `key`.
pub fn with(node: &Value, key: &str, value: Value) -> Value {
    let mut changed = node.clone();
    changed[key] = value;
    changed
}

/// Gives the function under another name.
pub fn renamed(node: &Value, name: &str) -> Value {
    let mut changed = with(node, "function_name", Value::from(name));
    changed["qualified_name"] = json!({"path": [name]});
    changed
}

/// Says whether `wanted` holds for the node or anything below it, subqueries too.
pub fn any(node: &Value, wanted: &dyn Fn(&Value) -> bool) -> bool {
    match node {
        Value::Array(items) => items.iter().any(|item| any(item, wanted)),
        Value::Object(fields) => wanted(node) || fields.values().any(|value| any(value, wanted)),
        _ => false,
    }
}

/// Says whether two nodes mean the same apart from where they stand and how they are named.
pub fn same(left: &Value, right: &Value) -> bool {
    const PLACE: [&str; 3] = ["query_location", "query_location_length", "alias"];
    match (left, right) {
        (Value::Object(one), Value::Object(other)) => {
            let counted = |key: &&String| !PLACE.contains(&key.as_str());
            one.keys().chain(other.keys()).filter(counted).all(|key| same(&left[key], &right[key]))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(l, r)| same(l, r))
        }
        (Value::String(one), Value::String(other)) => one.eq_ignore_ascii_case(other),
        _ => left == right,
    }
}

/// The functions that make one value of many rows.
pub const AGGREGATES: [&str; 24] = [
    "sum",
    "avg",
    "min",
    "max",
    "count",
    "count_star",
    "median",
    "quantile_cont",
    "quantile_disc",
    "mode",
    "any_value",
    "first",
    "last",
    "arg_max",
    "arg_min",
    "max_by",
    "min_by",
    "string_agg",
    "list",
    "array_agg",
    "bool_and",
    "bool_or",
    "count_if",
    "stddev",
];

/// Says whether the node is an aggregate, not one over a window.
pub fn is_aggregate(node: &Value) -> bool {
    is(node, "FUNCTION") && AGGREGATES.contains(&function_name(node).as_str())
}

/// Says whether the node is a window function.
pub fn is_window(node: &Value) -> bool {
    node["class"] == "WINDOW"
}
