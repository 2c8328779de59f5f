//! Joins that keep too few or too many rows: J1 to J6, J9.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    all_of, any, column, compare, conjuncts, constant, is, list, text, with, without,
};
use super::rules;
use super::walk::{Role, Spot};

const KINDS: [&str; 4] = ["INNER", "LEFT", "RIGHT", "FULL"];

/// What may go wrong with a join, or with a condition of one.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "JOIN") {
        kind(spot, edits);
        condition(spot, edits);
        drop_side(spot, edits);
        semi(spot, edits);
        moved_to_where(spot, edits);
    }
    if is(spot.node, "SELECT_NODE") {
        moved_to_on(spot, edits);
    }
    if spot.role == Role::On || spot.role == Role::Where {
        between_copies(spot, edits);
    }
}

/// J1: another kind of join.
fn kind(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let now = text(spot.node, "join_type");
    let plain = matches!(text(spot.node, "ref_type"), "REGULAR" | "ASOF");
    if !plain || !KINDS.contains(&now) {
        return;
    }
    let name = source_name(&spot.node["right"]);
    for other in KINDS.iter().filter(|other| **other != now) {
        let label = format!("{other} JOIN in place of {now} JOIN of {name}");
        let excuse = rules::join_keeps_all(spot, now, other);
        edits.push(spot.set("J1", label, "join_type", json!(other)).excused(excuse));
    }
}

/// J2: a conjunct of the condition is lost, or all of it.
fn condition(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let parts = conjuncts(&spot.node["condition"]);
    let asof = text(spot.node, "ref_type") == "ASOF";
    for (i, part) in parts.iter().enumerate() {
        let label = format!("a join without `{}`", spot.words(part));
        let left = match parts.len() {
            1 if asof => continue,
            1 => constant("BOOLEAN", "true"),
            _ => all_of(without(&parts, i)),
        };
        edits.push(spot.set("J2", label, "condition", left));
    }
    let using = list(&spot.node["using_columns"]);
    for i in (0..using.len()).filter(|_| using.len() > 1) {
        let label = format!("a join without {}", using[i]);
        edits.push(spot.set("J2", label, "using_columns", Value::from(without(using, i))));
    }
}

/// J3: a table is not joined at all. Where its columns are used this does not bind and is no mutant.
fn drop_side(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    for (gone, kept) in [("right", "left"), ("left", "right")] {
        let label = format!("no join of {}", source_name(&spot.node[gone]));
        edits.push(spot.replace("J3", label, spot.node[kept].clone()));
    }
}

/// J7: a join that only asks whether there is a partner.
fn semi(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if text(spot.node, "join_type") == "INNER" && text(spot.node, "ref_type") == "REGULAR" {
        let label =
            format!("SEMI JOIN in place of INNER JOIN of {}", source_name(&spot.node["right"]));
        edits.push(spot.set("J7", label, "join_type", json!("SEMI")));
    }
}

/// J4: a condition of an outer join filters afterwards.
fn moved_to_where(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let outer = matches!(text(spot.node, "join_type"), "LEFT" | "RIGHT" | "FULL");
    let parts = conjuncts(&spot.node["condition"]);
    if !outer || parts.len() < 2 || !spot.path.starts_with(spot.select_path) {
        return;
    }
    for (i, part) in parts.iter().enumerate() {
        let label = format!("`{}` in WHERE, not in ON", spot.words(part));
        let wheres = [conjuncts(&spot.select["where_clause"]), vec![part.clone()]].concat();
        edits.push(spot.edit(
            "J4",
            label,
            vec![
                (format!("{}/condition", spot.path), all_of(without(&parts, i))),
                (format!("{}/where_clause", spot.select_path), all_of(wheres)),
            ],
        ));
    }
}

/// J4: a filter becomes a condition of an outer join, which then removes nothing.
fn moved_to_on(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let from = &spot.node["from_table"];
    let wheres = conjuncts(&spot.node["where_clause"]);
    let outer = matches!(text(from, "join_type"), "LEFT" | "RIGHT" | "FULL");
    if !is(from, "JOIN") || !outer || text(from, "ref_type") != "REGULAR" {
        return;
    }
    for (i, part) in wheres.iter().enumerate() {
        let label = format!("`{}` in ON, not in WHERE", spot.words(part));
        let on = [conjuncts(&from["condition"]), vec![part.clone()]].concat();
        edits.push(spot.edit(
            "J4",
            label,
            vec![
                (format!("{}/from_table/condition", spot.path), all_of(on)),
                (format!("{}/where_clause", spot.path), all_of(without(&wheres, i))),
            ],
        ));
    }
}

/// J9: a row of a table compared with another row of the same table.
fn between_copies(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let ordered = ["COMPARE_LESSTHAN", "COMPARE_GREATERTHAN", "COMPARE_NOTEQUAL"];
    let Some(now) = ordered.iter().find(|kind| is(spot.node, kind)) else { return };
    let source = |side: &str| spot.scope.column(&spot.node[side]);
    let (Some((left, one, _)), Some((right, other, _))) = (source("left"), source("right")) else {
        return;
    };
    if one.name != other.name || left.alias == right.alias {
        return;
    }
    for other in ordered.iter().filter(|other| *other != now) {
        let label = format!("{} in `{}`", sign(other), spot.words(spot.node));
        edits.push(spot.set("J9", label, "type", json!(other)));
    }
}

/// Writes a comparison as it is typed.
pub fn sign(kind: &str) -> &'static str {
    match kind {
        "COMPARE_LESSTHAN" => "<",
        "COMPARE_LESSTHANOREQUALTO" => "<=",
        "COMPARE_GREATERTHAN" => ">",
        "COMPARE_GREATERTHANOREQUALTO" => ">=",
        "COMPARE_EQUAL" => "=",
        "COMPARE_NOTEQUAL" => "<>",
        "COMPARE_DISTINCT_FROM" => "IS DISTINCT FROM",
        "COMPARE_NOT_DISTINCT_FROM" => "IS NOT DISTINCT FROM",
        _ => "?",
    }
}

/// Names a source as it is read.
pub fn source_name(from: &Value) -> String {
    match (text(from, "table_name"), text(from, "alias")) {
        ("", "") if is(from, "JOIN") => "the tables before it".to_owned(),
        ("", "") => "a subquery".to_owned(),
        ("", alias) => alias.to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// Makes the equality of two columns.
pub fn equal(left: &Value, right: &Value) -> Value {
    compare("COMPARE_EQUAL", left, right)
}

/// Says whether a condition names a column of this source.
pub fn names(condition: &Value, alias: &str) -> bool {
    any(condition, &|node| {
        column(node).is_some_and(|names| names.len() > 1 && names[0].eq_ignore_ascii_case(alias))
    })
}

/// Gives the SELECT with one more source joined and its WHERE changed.
pub fn joined(select: &Value, right: Value, kind: &str, on: Value, wheres: Vec<Value>) -> Value {
    let join = json!({"type": "JOIN", "alias": "", "sample": null, "left": select["from_table"],
        "right": right, "condition": on, "join_type": kind, "ref_type": "REGULAR",
        "using_columns": [], "delim_flipped": false, "duplicate_eliminated_columns": [],
        "is_implicit": false, "ranking_expression": null, "nearest_count": 1,
        "nearest_order_type": "ASCENDING", "nearest_approx": false});
    with(&with(select, "from_table", join), "where_clause", all_of(wheres))
}
