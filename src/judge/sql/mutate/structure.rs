//! Set operations, recursion, lists, JSON, branches and expressions mixed up: S1, S2, X1 to X3, C1.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    any, function_name, integer, is, list, literal, named_as, null, text, with, without,
};
use super::walk::Spot;

/// What may go wrong with the parts a query is put together from.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "SET_OPERATION_NODE") {
        sets(spot, edits);
    }
    if is(spot.node, "RECURSIVE_CTE_NODE") {
        let all = spot.node["union_all"] == true;
        let label = if all { "UNION in place of UNION ALL" } else { "UNION ALL in place of UNION" };
        edits.push(spot.set("X1", label, "union_all", json!(!all)));
    }
    if is(spot.node, "BASE_TABLE") {
        other_expression(spot, edits);
    }
    if is(spot.node, "JOIN") {
        lists(spot, edits);
    }
    if is(spot.node, "CASE_EXPR") {
        branches(spot, edits);
    }
    if matches!(
        function_name(spot.node).as_str(),
        "->>" | "->" | "json_extract" | "json_extract_string"
    ) {
        paths(spot, edits);
    }
}

/// S1 and S2: another operation, the other way round, duplicates kept or not.
fn sets(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let now = text(spot.node, "setop_type");
    let all = spot.node["setop_all"] == true;
    let (operator, label) = match all {
        true => ("S1", format!("{now} in place of {now} ALL")),
        false => ("S1", format!("{now} ALL in place of {now}")),
    };
    edits.push(spot.set(operator, label, "setop_all", json!(!all)));
    for other in ["UNION", "INTERSECT", "EXCEPT"].iter().filter(|other| **other != now) {
        edits.push(spot.set(
            "S2",
            format!("{other} in place of {now}"),
            "setop_type",
            json!(other),
        ));
    }
    let mut children = list(&spot.node["children"]).to_vec();
    if now == "EXCEPT" && children.len() == 2 {
        children.swap(0, 1);
        edits.push(spot.set(
            "S2",
            "EXCEPT the other way round",
            "children",
            Value::from(children.clone()),
        ));
    }
    for i in 0..children.len() {
        let left = without(&children, i);
        if let [only] = left.as_slice() {
            // The order and limit of the whole stay with what is left.
            let mut only = only.clone();
            only["modifiers"] =
                Value::from([list(&only["modifiers"]), list(&spot.node["modifiers"])].concat());
            only["cte_map"] = match list(&spot.node["cte_map"]["map"]).is_empty() {
                true => only["cte_map"].clone(),
                false => spot.node["cte_map"].clone(),
            };
            edits.push(spot.replace("S2", format!("branch {} of {now} is missing", i + 1), only));
        }
    }
}

/// X3: another expression with the same columns.
fn other_expression(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let now = text(spot.node, "table_name").to_lowercase();
    let Some((_, seen)) = spot.ctes.iter().rev().find(|(name, _)| *name == now) else { return };
    let covers = |other: &super::scope::Relation| {
        seen.columns
            .iter()
            .all(|column| other.columns.iter().any(|known| known.name == column.name))
    };
    for (name, _) in spot.ctes.iter().filter(|(name, other)| *name != now && covers(other)) {
        let mut changed = with(spot.node, "table_name", json!(name));
        changed["qualified_name"] = json!({"path": [name]});
        if text(spot.node, "alias").is_empty() {
            changed["alias"] = json!(now);
        }
        edits.push(spot.replace("X3", format!("{name} in place of {now}"), changed));
    }
}

/// X2: rows with an empty list are lost, or kept.
fn lists(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let unnests = is(&spot.node["right"], "TABLE_FUNCTION")
        && any(&spot.node["right"], &|node| function_name(node) == "unnest");
    if !unnests {
        return;
    }
    let outer = text(spot.node, "join_type") == "LEFT";
    let mut changed = spot.node.clone();
    changed["join_type"] = json!(if outer { "INNER" } else { "LEFT" });
    changed["ref_type"] = json!("REGULAR");
    changed["is_implicit"] = json!(false);
    changed["condition"] = super::node::constant("BOOLEAN", "true");
    let label =
        if outer { "rows with an empty list are lost" } else { "rows with an empty list are kept" };
    edits.push(spot.replace("X2", label, changed));
}

/// X2: a key that is not there.
fn paths(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(path) = list(&spot.node["arguments"]).get(1) else { return };
    if let Some(path) = literal(&path["expression"], "STRING") {
        let pointer = format!("{}/arguments/1/expression/literal/text", spot.path);
        edits.push(spot.edit(
            "X2",
            format!("a key other than '{path}'"),
            vec![(pointer, json!(format!("{path}_")))],
        ));
    }
}

/// C1: a branch less, two in the other order, another ELSE.
fn branches(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let checks = list(&spot.node["case_checks"]);
    for (i, check) in checks.iter().enumerate() {
        let words = spot.words(&check["when_expr"]);
        if checks.len() > 1 {
            edits.push(spot.set(
                "C1",
                format!("no branch for `{words}`"),
                "case_checks",
                Value::from(without(checks, i)),
            ));
        } else {
            let other = named_as(spot.node["else_expr"].clone(), spot.node);
            let other = if other.is_null() { named_as(null(), spot.node) } else { other };
            edits.push(spot.replace("C1", format!("no branch for `{words}`"), other));
        }
        if i > 0 {
            let mut swapped = checks.to_vec();
            swapped.swap(i - 1, i);
            edits.push(spot.set(
                "C1",
                format!("`{words}` asked earlier"),
                "case_checks",
                Value::from(swapped),
            ));
        }
    }
    let other = &spot.node["else_expr"];
    let has_else = !other.is_null() && other["literal"]["kind"] != "NULL_LITERAL";
    if has_else {
        edits.push(spot.set("C1", "no ELSE", "else_expr", null()));
    } else {
        edits.push(spot.set("C1", "ELSE 0", "else_expr", integer(0)));
    }
}
