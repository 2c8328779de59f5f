//! Text: what is trimmed and folded, how it is split, how it is encoded (PY17).

use rustpython_ruff_python_ast::{Expr, ExprAttribute, ExprCall};
use rustpython_ruff_text_size::Ranged;

use super::shapes::{arguments_without, keyword};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Call(call)) => {
            if let Expr::Attribute(attribute) = &*call.func {
                dropped(spot, call, attribute, edits);
                replaced(spot, attribute, edits);
                split(spot, call, attribute, edits);
                decoded(spot, call, attribute, edits);
            }
        }
        Node::Expr(Expr::StringLiteral(literal)) => {
            if let Some(new) = other_encoding(literal.value.to_str()) {
                let label = format!("{} → {new}", literal.value.to_str());
                edits.put("PY17", literal, format!("\"{new}\""), label);
            }
        }
        _ => {}
    }
}

fn dropped(spot: &Spot<'_>, call: &ExprCall, method: &ExprAttribute, edits: &mut Edits) {
    const FOLDS: [&str; 15] = [
        "strip",
        "lstrip",
        "rstrip",
        "lower",
        "upper",
        "casefold",
        "title",
        "capitalize",
        "swapcase",
        "replace",
        "removeprefix",
        "removesuffix",
        "zfill",
        "expandtabs",
        "translate",
    ];
    // A moment and a record have a `replace` of their own, with keywords.
    let name = method.attr.as_str();
    if FOLDS.contains(&name) && call.arguments.keywords.is_empty() {
        edits.put("PY17", call, spot.atom(&method.value), format!("{name} dropped"));
    }
    if name == "strip" && !call.arguments.is_empty() {
        edits.put("PY17", &call.arguments, "()", "strip of any white space");
    }
}

fn replaced(spot: &Spot<'_>, method: &ExprAttribute, edits: &mut Edits) {
    let news: &[&str] = match method.attr.as_str() {
        // Stripped from one end or from both, nothing but white space is left empty.
        "strip" if spot.is_asked() => &[],
        "strip" => &["lstrip", "rstrip"],
        "casefold" => &["lower"],
        "lower" => &["upper"],
        "startswith" => &["endswith"],
        "endswith" => &["startswith"],
        "partition" => &["rpartition"],
        "rpartition" => &["partition"],
        "find" => &["rfind"],
        "rfind" => &["find"],
        "isdigit" | "isdecimal" => &["isnumeric", "isalnum"],
        "isalpha" => &["isalnum"],
        "removeprefix" => &["lstrip"],
        "removesuffix" => &["rstrip"],
        "fullmatch" => &["match"],
        "match" if spot.source.contains("import re") => &["search"],
        _ => &[],
    };
    for new in news {
        edits.put("PY17", &method.attr, *new, format!("{} → {new}", method.attr.as_str()));
    }
}

fn split(spot: &Spot<'_>, call: &ExprCall, method: &ExprAttribute, edits: &mut Edits) {
    let name = method.attr.as_str();
    match (name, call.arguments.args.len(), call.arguments.keywords.len()) {
        ("split" | "rsplit", 0, 0) => {
            edits.put("PY17", &call.arguments, "(\" \")", format!("{name}() → {name}(\" \")"))
        }
        ("split" | "rsplit", 1, 0) => {
            // `re.split` needs its text.
            let label = format!("{name}{} → {name}()", spot.text(&call.arguments));
            edits.put("PY17", &call.arguments, "()", label);
        }
        ("split" | "rsplit", _, _) => {
            let most = call.arguments.find_argument("maxsplit", 1);
            if let Some(most) = most {
                let kept = arguments_without(spot, call, most.start().to_usize());
                edits.put("PY17", &call.arguments, kept, format!("{name} without a limit"));
            }
            let other = if name == "split" { "rsplit" } else { "split" };
            edits.put("PY17", &method.attr, other, format!("{name} → {other}"));
        }
        ("splitlines", 0, 0) => {
            let new = format!("{}.split(\"\\n\")", spot.atom(&method.value));
            edits.put("PY17", call, new, "splitlines → split at newlines");
        }
        _ => {}
    }
}

fn decoded(spot: &Spot<'_>, call: &ExprCall, method: &ExprAttribute, edits: &mut Edits) {
    if !matches!(method.attr.as_str(), "decode" | "encode") {
        return;
    }
    if call.arguments.is_empty() {
        edits.put("PY17", &call.arguments, "(\"latin-1\")", "utf-8 → latin-1");
    }
    match keyword(call, "errors") {
        Some(errors) => {
            let kept = arguments_without(spot, call, errors.start().to_usize());
            edits.put("PY17", &call.arguments, kept, "errors dropped");
        }
        None => {
            let inner = spot.text(&call.arguments);
            let inner = inner[1..inner.len() - 1].trim_end_matches(',');
            let comma = if inner.trim().is_empty() { "" } else { ", " };
            let new = format!("({inner}{comma}errors=\"ignore\")");
            edits.put("PY17", &call.arguments, new, "bad bytes ignored");
        }
    }
}

fn other_encoding(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "utf-8" | "utf8" => Some("latin-1"),
        "utf-8-sig" => Some("utf-8"),
        "latin-1" | "cp1252" | "ascii" | "utf-16" => Some("utf-8"),
        _ => None,
    }
}
