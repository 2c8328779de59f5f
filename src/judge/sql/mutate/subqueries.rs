//! Semi-joins and anti-joins written in a form that means something else: J7 and J8.

use serde_json::{Value, json};

use super::Edit;
use super::joins::{joined, names};
use super::node::{all_of, column, conjuncts, is, list, of_children, text, with, without};
use super::walk::Spot;

/// What may go wrong where rows are kept for having a partner, or for having none.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "SELECT_NODE") {
        let wheres = conjuncts(&spot.node["where_clause"]);
        for (i, part) in wheres.iter().enumerate() {
            multiplied(spot, &wheres, i, part, edits);
        }
        unmatched(spot, &wheres, edits);
    }
    if spot.role.decides() {
        anti(spot, edits);
    }
}

/// J7: EXISTS or IN as a join, which repeats a row for each partner.
fn multiplied(spot: &Spot<'_>, wheres: &[Value], i: usize, part: &Value, edits: &mut Vec<Edit>) {
    if !is(part, "SUBQUERY") {
        return;
    }
    let query = &part["subquery"]["node"];
    let rest = without(wheres, i);
    let changed = match text(part, "subquery_type") {
        "EXISTS" => joined(
            spot.node,
            query["from_table"].clone(),
            "INNER",
            query["where_clause"].clone(),
            rest,
        ),
        "ANY" if part["comparison_type"] == "COMPARE_EQUAL" => {
            let [item] = list(&query["select_list"]) else { return };
            let on = [
                vec![super::joins::equal(&part["child"], item)],
                conjuncts(&query["where_clause"]),
            ];
            joined(spot.node, query["from_table"].clone(), "INNER", all_of(on.concat()), rest)
        }
        _ => return,
    };
    edits.push(spot.replace("J7", "a JOIN in place of EXISTS or IN", changed));
}

/// J8: rows without a partner, looked for in a way that a NULL defeats.
fn anti(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if !is(spot.node, "OPERATOR_NOT") {
        return;
    }
    let [inner] = list(&spot.node["children"]) else { return };
    let query = &inner["subquery"]["node"];
    match text(inner, "subquery_type") {
        "EXISTS" => {
            let Some((outer, own, rest)) = correlation(query) else { return };
            let select = with(query, "select_list", json!([own]));
            let select = with(&select, "where_clause", all_of(rest));
            let changed = of_children("OPERATOR_NOT", vec![member(&outer, select)]);
            edits.push(spot.replace("J8", "NOT IN in place of NOT EXISTS", changed));
        }
        "ANY" if inner["comparison_type"] == "COMPARE_EQUAL" => {
            let [item] = list(&query["select_list"]) else { return };
            let on = super::joins::equal(item, &inner["child"]);
            let wheres = [conjuncts(&query["where_clause"]), vec![on]].concat();
            let exists = json!({"class": "SUBQUERY", "type": "SUBQUERY", "alias": "",
                "subquery_type": "EXISTS", "child": null, "comparison_type": "INVALID",
                "subquery": {"node": with(query, "where_clause", all_of(wheres)), "named_param_map": []}});
            let changed = of_children("OPERATOR_NOT", vec![exists]);
            edits.push(spot.replace("J8", "NOT EXISTS in place of NOT IN", changed));
        }
        _ => {}
    }
}

/// J8: LEFT JOIN … IS NULL as NOT IN.
fn unmatched(spot: &Spot<'_>, wheres: &[Value], edits: &mut Vec<Edit>) {
    let join = &spot.node["from_table"];
    let right = &join["right"];
    let alias = if text(right, "alias").is_empty() {
        text(right, "table_name")
    } else {
        text(right, "alias")
    };
    let on = conjuncts(&join["condition"]);
    if text(join, "join_type") != "LEFT" || !is(right, "BASE_TABLE") || on.len() != 1 {
        return;
    }
    let lacks = |part: &Value| is(part, "OPERATOR_IS_NULL") && names(part, alias);
    let Some(i) = wheres.iter().position(lacks) else { return };
    let (left, own) = (&on[0]["left"], &on[0]["right"]);
    let (outer, own) = if names(left, alias) { (own, left) } else { (left, own) };
    let select = json!({"type": "SELECT_NODE", "modifiers": [], "cte_map": {"map": []},
        "select_list": [own], "from_table": right, "where_clause": null, "group_expressions": [],
        "group_sets": [], "aggregate_handling": "STANDARD_HANDLING", "having": null, "sample": null,
        "qualify": null});
    let not_in = of_children("OPERATOR_NOT", vec![member(outer, select)]);
    let rest = [without(wheres, i), vec![not_in]].concat();
    let changed =
        with(&with(spot.node, "from_table", join["left"].clone()), "where_clause", all_of(rest));
    edits.push(spot.replace("J8", "NOT IN in place of LEFT JOIN … IS NULL", changed));
}

/// Takes the one equality with the outer query out of a subquery: outer column, own column, the rest.
fn correlation(query: &Value) -> Option<(Value, Value, Vec<Value>)> {
    let own = match text(&query["from_table"], "alias") {
        "" => text(&query["from_table"], "table_name"),
        alias => alias,
    };
    let parts = conjuncts(&query["where_clause"]);
    let is_own =
        |node: &Value| column(node).is_some_and(|names| names.len() == 1) || names(node, own);
    let place = parts.iter().position(|part| {
        is(part, "COMPARE_EQUAL") && (is_own(&part["left"]) != is_own(&part["right"]))
    })?;
    let part = &parts[place];
    let (outer, inner) = match is_own(&part["left"]) {
        true => (&part["right"], &part["left"]),
        false => (&part["left"], &part["right"]),
    };
    Some((outer.clone(), inner.clone(), without(&parts, place)))
}

fn member(child: &Value, select: Value) -> Value {
    json!({"class": "SUBQUERY", "type": "SUBQUERY", "alias": "", "subquery_type": "ANY",
        "subquery": {"node": select, "named_param_map": []}, "child": child,
        "comparison_type": "COMPARE_EQUAL"})
}
