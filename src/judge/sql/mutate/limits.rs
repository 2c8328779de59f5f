//! Limits that are off by one: B1, B2, B4 and J6.

use serde_json::json;

use super::Edit;
use super::joins::sign;
use super::node::{compare, integer, is, is_window, literal, text};
use super::walk::{Role, Spot};

/// What may go wrong at a limit.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    boundary(spot, edits);
    between(spot, edits);
    number(spot, edits);
    first_place(spot, edits);
}

/// B1: the limit itself is in or out. In a join condition it is J6.
fn boundary(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let other = match text(spot.node, "type") {
        "COMPARE_LESSTHAN" => "COMPARE_LESSTHANOREQUALTO",
        "COMPARE_LESSTHANOREQUALTO" => "COMPARE_LESSTHAN",
        "COMPARE_GREATERTHAN" => "COMPARE_GREATERTHANOREQUALTO",
        "COMPARE_GREATERTHANOREQUALTO" => "COMPARE_GREATERTHAN",
        _ => return,
    };
    let operator = if spot.role == Role::On { "J6" } else { "B1" };
    let label = format!("{} in `{}`", sign(other), spot.words(spot.node));
    edits.push(spot.set(operator, label, "type", json!(other)));
}

/// B1 and B3: BETWEEN with one end open.
fn between(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if !is(spot.node, "COMPARE_BETWEEN") {
        return;
    }
    let [input, low, high] = ["input", "lower", "upper"].map(|key| &spot.node[key]);
    let above = |kind| compare(kind, input, low);
    let below = |kind| compare(kind, input, high);
    let (at_least, at_most) = ("COMPARE_GREATERTHANOREQUALTO", "COMPARE_LESSTHANOREQUALTO");
    let both = |one, other| super::node::all_of(vec![one, other]);
    for (label, changed) in [
        ("BETWEEN without its upper limit", both(above(at_least), below("COMPARE_LESSTHAN"))),
        ("BETWEEN without its lower limit", both(above("COMPARE_GREATERTHAN"), below(at_most))),
        ("no upper bound", above(at_least)),
        ("no lower bound", below(at_most)),
    ] {
        edits.push(spot.replace("B3", label, changed));
    }
}

/// B2: a number one higher or lower, a decimal by its last digit.
fn number(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    // Positions in GROUP BY and ORDER BY, LIMIT, frames, digits of ROUND and offsets of LAG have
    // operators of their own.
    let own = matches!(spot.role, Role::RowKey | Role::GroupKey | Role::Limit | Role::Frame);
    let argument = spot.role == Role::Argument || spot.parent["arguments"].is_array();
    let is_operator = spot.parent["is_operator"] == true;
    if own || argument && !is_operator && !is_counted(spot) {
        return;
    }
    let operator = if is_counted(spot) { "T1" } else { "B2" };
    if let Some(number) = literal(spot.node, "INTEGER").and_then(|text| text.parse::<i128>().ok()) {
        for changed in [number + 1, number - 1] {
            let label = format!("{changed} in place of {number}");
            edits.push(spot.replace(
                operator,
                label,
                super::node::named_as(integer(changed), spot.node),
            ));
        }
    }
    if let Some(text) = literal(spot.node, "NUMERIC") {
        for changed in [nudged(text, 1), nudged(text, -1)].into_iter().flatten() {
            let label = format!("{changed} in place of {text}");
            edits.push(spot.set(
                "B2",
                label,
                "literal",
                json!({"kind": "NUMERIC", "text": changed}),
            ));
        }
    }
}

/// Says whether the number is the length of an interval, as in `to_minutes(30)`.
fn is_counted(spot: &Spot<'_>) -> bool {
    let name = text(spot.parent, "function_name");
    name.starts_with("to_")
        || is(spot.parent, "OPERATOR_CAST")
            && spot.path.contains("/child/arguments/0/expression/child")
}

/// Adds to the last digit of a decimal.
fn nudged(text: &str, by: i128) -> Option<String> {
    let digits = text.split_once('.').map_or(0, |(_, after)| after.len());
    let whole: i128 = text.replace('.', "").parse().ok()?;
    let (changed, scale) = (whole + by, 10_i128.checked_pow(u32::try_from(digits).ok()?)?);
    let sign = if changed < 0 { "-" } else { "" };
    let (before, after) = (changed.abs() / scale, changed.abs() % scale);
    Some(format!("{sign}{before}.{after:0digits$}"))
}

/// B4: the first two in place of the first.
fn first_place(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if !is(spot.node, "COMPARE_EQUAL") || literal(&spot.node["right"], "INTEGER") != Some("1") {
        return;
    }
    let numbered = is_window(&spot.node["left"])
        || spot.role.decides() && super::node::column(&spot.node["left"]).is_some();
    if numbered {
        let label = format!("<= 2 in `{}`", spot.words(spot.node));
        let changed = compare("COMPARE_LESSTHANOREQUALTO", &spot.node["left"], &integer(2));
        edits.push(spot.replace("B4", label, changed));
    }
}
