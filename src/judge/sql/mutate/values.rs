//! Arithmetic that is a little off: M1, M2, M4.

use serde_json::json;

use super::Edit;
use super::node::{
    argument, bare, call, cast, function_name, integer, is_aggregate, list, literal, named_as,
    operator, renamed,
};
use super::walk::Spot;

/// What may go wrong with a calculation.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    match (name.as_str(), list(&spot.node["arguments"]).len()) {
        ("+" | "-" | "*" | "/" | "//" | "%", 2) => arithmetic(spot, &name, edits),
        ("-", 1) | ("abs", _) => sign(spot, &name, edits),
        ("round", _) => rounding(spot, edits),
        ("floor" | "ceil" | "ceiling" | "trunc", _) => {
            edits.push(spot.replace(
                "M2",
                format!("ROUND in place of {}", name.to_uppercase()),
                renamed(spot.node, "round"),
            ));
        }
        ("greatest" | "least", _) => {
            let other = if name == "least" { "greatest" } else { "least" };
            edits.push(spot.replace(
                "M1",
                format!("{other} in place of {name}"),
                renamed(spot.node, other),
            ));
        }
        ("lower" | "upper" | "trim", 1) => {
            if let Some(of) = argument(spot.node, 0) {
                edits.push(spot.replace(
                    "P5",
                    format!("no {name}"),
                    named_as(of.clone(), spot.node),
                ));
            }
        }
        _ => {}
    }
}

/// M1: another operator, whole numbers too early.
fn arithmetic(spot: &Spot<'_>, now: &str, edits: &mut Vec<Edit>) {
    let others: &[&str] = match now {
        "+" => &["-"],
        "-" => &["+"],
        "*" => &["/"],
        "/" => &["*"],
        "//" => &["/"],
        _ => &["//"],
    };
    for other in others {
        let label = format!("{other} in place of {now} in `{}`", spot.words(spot.node));
        edits.push(spot.replace("M1", label, renamed(spot.node, other)));
    }
    let (Some(left), Some(right)) = (argument(spot.node, 0), argument(spot.node, 1)) else {
        return;
    };
    if now == "/" {
        // `//` of decimals divides as `/` does; people who miss the fraction come from engines that cut it.
        let cut = named_as(call("trunc", &[&bare(spot.node)]), spot.node);
        edits.push(spot.replace("M1", "a division that drops the fraction", cut));
        let whole = cast(left, "BIGINT");
        edits.push(spot.replace(
            "M1",
            "whole numbers before the division",
            named_as(operator("/", &whole, right), spot.node),
        ));
    }
    if matches!(now, "-" | "/") {
        edits.push(spot.replace(
            "M4",
            format!("`{}` the other way round", spot.words(spot.node)),
            named_as(operator(now, right, left), spot.node),
        ));
    }
}

/// M4: no sign, no ABS.
fn sign(spot: &Spot<'_>, name: &str, edits: &mut Vec<Edit>) {
    if let Some(of) = argument(spot.node, 0) {
        let label = if name == "abs" { "no ABS" } else { "no minus sign" };
        edits.push(spot.replace("M4", label, named_as(of.clone(), spot.node)));
    }
}

/// M2: other digits, cut in place of rounded, each row before the sum.
fn rounding(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(of) = argument(spot.node, 0) else { return };
    let digits = argument(spot.node, 1)
        .and_then(|digits| literal(digits, "INTEGER"))
        .and_then(|text| text.parse::<i128>().ok())
        .unwrap_or(0);
    for changed in [digits + 1, digits - 1] {
        let label = format!("{changed} digits in place of {digits}");
        edits.push(spot.replace(
            "M2",
            label,
            named_as(call("round", &[of, &integer(changed)]), spot.node),
        ));
    }
    edits.push(spot.replace("M2", "no ROUND", named_as(of.clone(), spot.node)));
    for cut in ["trunc", "ceil"] {
        let scale = integer(10_i128.pow(u32::try_from(digits.clamp(0, 9)).unwrap_or(0)));
        let scaled = call(cut, &[&operator("*", &bare(of), &scale)]);
        edits.push(spot.replace(
            "M2",
            format!("{} in place of ROUND", cut.to_uppercase()),
            named_as(operator("/", &scaled, &scale), spot.node),
        ));
    }
    if is_aggregate(of)
        && matches!(function_name(of).as_str(), "sum" | "avg")
        && let Some(inner) = argument(of, 0)
    {
        let mut early = bare(of);
        early["arguments"] =
            json!([{"name": "", "expression": call("round", &[inner, &integer(digits)])}]);
        edits.push(spot.replace(
            "M2",
            "each row rounded before the sum",
            named_as(early, spot.node),
        ));
    }
}
