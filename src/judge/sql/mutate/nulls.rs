//! NULLs taken for values and values for NULLs: N1 to N4, M3.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    all_of, argument, column, conjuncts, constant, function_name, integer, is, list, literal,
    named_as, of_children,
};
use super::rules;
use super::walk::Spot;

/// What may go wrong with NULLs.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    tests(spot, edits);
    defaults(spot, edits);
    equality(spot, edits);
    if is(spot.node, "SELECT_NODE") {
        left_out(spot, edits);
    }
}

/// N1: IS NULL for IS NOT NULL.
fn tests(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let (other, label) = match () {
        () if is(spot.node, "OPERATOR_IS_NULL") => {
            ("OPERATOR_IS_NOT_NULL", "IS NOT NULL in place of IS NULL")
        }
        () if is(spot.node, "OPERATOR_IS_NOT_NULL") => {
            ("OPERATOR_IS_NULL", "IS NULL in place of IS NOT NULL")
        }
        () => return,
    };
    edits.push(spot.set("N1", label, "type", json!(other)));
}

/// N2 and M3: no default, another default, no guard.
fn defaults(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "OPERATOR_COALESCE") {
        let [first, .., last] = list(&spot.node["children"]) else { return };
        let label = format!("no COALESCE around `{}`", spot.words(first));
        let excuse = rules::is_never_null(spot, first);
        edits.push(
            spot.replace("N2", label, named_as(first.clone(), spot.node)).excused(excuse.clone()),
        );
        let other = match (literal(last, "INTEGER"), literal(last, "STRING")) {
            (Some("0"), _) => integer(1),
            (Some(_), _) => integer(0),
            (_, Some(text)) => constant("STRING", &format!("{text}?")),
            _ => return,
        };
        let place = list(&spot.node["children"]).len() - 1;
        let label = format!("COALESCE to {}", spot.words(&other));
        let pointer = format!("{}/children/{place}", spot.path);
        edits.push(spot.edit("N2", label, vec![(pointer, other)]).excused(excuse));
    }
    if function_name(spot.node) == "nullif"
        && let Some(first) = argument(spot.node, 0)
    {
        let label = format!("no NULLIF around `{}`", spot.words(first));
        edits.push(spot.replace("M3", label, named_as(first.clone(), spot.node)));
    }
}

/// N3 and N4: what a comparison makes of NULL.
fn equality(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let (left, right) = (&spot.node["left"], &spot.node["right"]);
    let swap = |other: &str| json!(other);
    match spot.node["type"].as_str() {
        Some("COMPARE_EQUAL") if column(left).is_some() && column(right).is_some() => {
            let excuse =
                rules::is_never_null(spot, left).or_else(|| rules::is_never_null(spot, right));
            edits.push(
                spot.set(
                    "N3",
                    "IS NOT DISTINCT FROM in place of =",
                    "type",
                    swap("COMPARE_NOT_DISTINCT_FROM"),
                )
                .excused(excuse),
            );
        }
        Some("COMPARE_NOT_DISTINCT_FROM") => {
            edits.push(spot.set(
                "N3",
                "= in place of IS NOT DISTINCT FROM",
                "type",
                swap("COMPARE_EQUAL"),
            ));
        }
        Some("COMPARE_DISTINCT_FROM") => {
            edits.push(spot.set(
                "N3",
                "<> in place of IS DISTINCT FROM",
                "type",
                swap("COMPARE_NOTEQUAL"),
            ));
        }
        Some("COMPARE_NOTEQUAL") if spot.role.decides() => {
            let excuse = rules::is_never_null(spot, left);
            let lacks = of_children("OPERATOR_IS_NULL", vec![left.clone()]);
            let either = json!({"class": "CONJUNCTION", "type": "CONJUNCTION_OR", "alias": "", "children": [spot.node, lacks]});
            let label = format!("OR IS NULL beside `{}`", spot.words(spot.node));
            edits.push(spot.replace("N4", label, either).excused(excuse));
        }
        _ => {}
    }
}

/// N1: rows without a value are left out, for every column shown or aggregated that may lack one.
fn left_out(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let mut columns: Vec<Value> = Vec::new();
    collect(&spot.node["select_list"], &mut columns);
    collect(&spot.node["group_expressions"], &mut columns);
    let wheres = conjuncts(&spot.node["where_clause"]);
    for column in columns {
        let Some((source, table, about)) = spot.scope.column(&column) else { continue };
        if !about.nullable && !source.outer {
            continue;
        }
        let label = format!("only rows with {}.{}", table.name, about.name);
        let test = of_children("OPERATOR_IS_NOT_NULL", vec![column.clone()]);
        let more = all_of([wheres.clone(), vec![test]].concat());
        let excuse = rules::null_is_never_joined(spot, &column);
        edits.push(spot.set("N1", label, "where_clause", more).excused(excuse));
    }
}

fn collect(node: &Value, columns: &mut Vec<Value>) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| collect(item, columns)),
        Value::Object(_) if is(node, "SUBQUERY") => {}
        Value::Object(_) if column(node).is_some() => {
            let is_known = columns.iter().any(|known| super::node::same(known, node));
            columns.extend((!is_known).then(|| super::node::bare(node)));
        }
        Value::Object(fields) => fields.values().for_each(|value| collect(value, columns)),
        _ => {}
    }
}
