//! Conditions that say something else: P1 to P6.

use serde_json::{Value, json};

use super::Edit;
use super::joins::sign;
use super::node::{
    all_of, conjuncts, constant, function_name, is, list, literal, of_children, renamed, text,
    with, without,
};
use super::rules;
use super::walk::{Role, Spot};

/// What may go wrong with a condition.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "SELECT_NODE") {
        for key in ["where_clause", "having", "qualify"] {
            dropped(spot, key, edits);
        }
    }
    if is(spot.node, "CONJUNCTION_OR")
        || is(spot.node, "CONJUNCTION_AND") && spot.role == Role::When
    {
        alternative_lost(spot, edits);
    }
    logic(spot, edits);
    if spot.role.decides() {
        negated(spot, edits);
    }
    listed(spot, edits);
    patterns(spot, edits);
    words(spot, edits);
}

/// P1: a conjunct of WHERE, HAVING or QUALIFY is forgotten.
fn dropped(spot: &Spot<'_>, key: &str, edits: &mut Vec<Edit>) {
    let parts = conjuncts(&spot.node[key]);
    for (i, part) in parts.iter().enumerate() {
        let label = format!("no `{}`", spot.words(part));
        let excuse = rules::is_always_true(spot, part);
        edits.push(spot.set("P1", label, key, all_of(without(&parts, i))).excused(excuse));
    }
}

/// P1: one way to fulfil a condition is forgotten.
fn alternative_lost(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let parts = list(&spot.node["children"]);
    for (i, part) in parts.iter().enumerate().filter(|_| parts.len() > 1) {
        let label = format!("no `{}`", spot.words(part));
        let left = without(parts, i);
        let changed = if left.len() == 1 {
            left[0].clone()
        } else {
            with(spot.node, "children", Value::from(left))
        };
        edits.push(spot.replace("P1", label, changed));
    }
}

/// P3: AND for OR, OR for AND, and parentheses in another place.
fn logic(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let (other, word) = match () {
        () if is(spot.node, "CONJUNCTION_AND") => ("CONJUNCTION_OR", "OR in place of AND"),
        () if is(spot.node, "CONJUNCTION_OR") => ("CONJUNCTION_AND", "AND in place of OR"),
        () => return,
    };
    let label = format!("{word} in `{}`", spot.words(spot.node));
    edits.push(spot.set("P3", label, "type", json!(other)));
    regrouped(spot, other, edits);
}

/// P3: `a AND (b OR c)` read as `(a AND b) OR c`.
fn regrouped(spot: &Spot<'_>, other: &str, edits: &mut Vec<Edit>) {
    let parts = list(&spot.node["children"]);
    let Some(place) = parts.iter().position(|part| is(part, other)) else { return };
    let inner = list(&parts[place]["children"]);
    let Some((first, rest)) = inner.split_first() else { return };
    let near = [without(parts, place), vec![first.clone()]].concat();
    let near = with(spot.node, "children", Value::from(near));
    let whole = [vec![near], rest.to_vec()].concat();
    let changed = with(&parts[place], "children", Value::from(whole));
    edits.push(spot.replace("P3", "parentheses in another place", changed));
}

/// P2: the opposite.
fn negated(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let opposite = match text(spot.node, "type") {
        "COMPARE_EQUAL" => "COMPARE_NOTEQUAL",
        "COMPARE_NOTEQUAL" => "COMPARE_EQUAL",
        "COMPARE_LESSTHAN" => "COMPARE_GREATERTHANOREQUALTO",
        "COMPARE_GREATERTHANOREQUALTO" => "COMPARE_LESSTHAN",
        "COMPARE_GREATERTHAN" => "COMPARE_LESSTHANOREQUALTO",
        "COMPARE_LESSTHANOREQUALTO" => "COMPARE_GREATERTHAN",
        "OPERATOR_NOT" => {
            let inner = spot.node["children"][0].clone();
            return edits.push(spot.replace("P2", "no NOT", inner));
        }
        "COMPARE_IN" | "SUBQUERY" | "COMPARE_BETWEEN" if !is(spot.parent, "OPERATOR_NOT") => {
            let label = format!("NOT before `{}`", spot.words(spot.node));
            let changed = of_children("OPERATOR_NOT", vec![spot.node.clone()]);
            return edits.push(spot.replace("P2", label, changed));
        }
        _ => return,
    };
    let label = format!("{} in `{}`", sign(opposite), spot.words(spot.node));
    edits.push(spot.set("P2", label, "type", json!(opposite)));
}

/// P4: a value too few, or another value of the domain too many.
fn listed(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let [tested, values @ ..] = list(&spot.node["children"]) else { return };
    if !is(spot.node, "COMPARE_IN") {
        return;
    }
    for i in 1..=values.len() {
        if values.len() > 1 {
            let label = format!("no {} in the list", spot.words(&values[i - 1]));
            let changed = without(list(&spot.node["children"]), i);
            edits.push(spot.set("P4", label, "children", Value::from(changed)));
        }
    }
    let known: Vec<&str> = values.iter().filter_map(|value| literal(value, "STRING")).collect();
    let Some((_, _, column)) = spot.scope.column(tested) else { return };
    for value in column.listed.iter().filter(|value| !known.contains(&value.as_str())) {
        let more = [list(&spot.node["children"]), &[constant("STRING", value)]].concat();
        edits.push(spot.set("P4", format!("'{value}' in the list"), "children", Value::from(more)));
    }
}

/// P5: another kind of pattern.
fn patterns(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    let other = match name.as_str() {
        "~~" => "~~*",
        "!~~" => "!~~*",
        "~~*" => "~~",
        "!~~*" => "!~~",
        _ => return,
    };
    let words =
        if other.ends_with('*') { "ILIKE in place of LIKE" } else { "LIKE in place of ILIKE" };
    edits.push(spot.replace("P5", words, renamed(spot.node, other)));
    let Some(pattern) = list(&spot.node["arguments"]).get(1) else { return };
    let Some(text) = literal(&pattern["expression"], "STRING") else { return };
    let plain = text.trim_matches('%');
    for changed in
        [plain.to_owned(), format!("{plain}%"), format!("%{plain}"), format!("%{plain}%")]
    {
        if changed != text {
            let pointer = format!("{}/arguments/1/expression/literal/text", spot.path);
            let label = format!("'{changed}' in place of '{text}'");
            edits.push(spot.edit("P5", label, vec![(pointer, json!(changed))]));
        }
    }
}

/// P5 and P6: another word, or everything but another word.
fn words(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let equal = is(spot.node, "COMPARE_EQUAL");
    if !equal && !is(spot.node, "COMPARE_NOTEQUAL") {
        return;
    }
    for (word_side, column_side) in [("left", "right"), ("right", "left")] {
        let Some(word) = literal(&spot.node[word_side], "STRING") else { continue };
        let column = spot.scope.column(&spot.node[column_side]).map(|(_, _, column)| column);
        let listed = column.map_or(&[][..], |column| column.listed.as_slice());
        let others: Vec<&String> = listed.iter().filter(|other| *other != word).collect();
        let pointer = format!("{}/{word_side}/literal/text", spot.path);
        for other in &others {
            let label = format!("'{other}' in place of '{word}'");
            edits.push(spot.edit("P5", label, vec![(pointer.clone(), json!(other))]));
            if equal {
                let label = format!("<> '{other}' in place of = '{word}'");
                let kind = (format!("{}/type", spot.path), json!("COMPARE_NOTEQUAL"));
                let excuse = rules::has_two_values(spot, &spot.node[column_side], others.len());
                let edit = spot.edit("P6", label, vec![kind, (pointer.clone(), json!(other))]);
                edits.push(edit.excused(excuse));
            }
        }
        let upper =
            if word.to_uppercase() == word { word.to_lowercase() } else { word.to_uppercase() };
        if upper != word && others.is_empty() {
            let label = format!("'{upper}' in place of '{word}'");
            edits.push(spot.edit("P5", label, vec![(pointer, json!(upper))]));
        }
    }
}
