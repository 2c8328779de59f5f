//! Where something begins and ends: slices, places and ranges (PY6).

use rustpython_ruff_python_ast::{Expr, ExprCall, ExprSlice, ExprSubscript};

use super::shapes::{function, plus, whole};
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Subscript(subscript)) => at(spot, subscript, edits),
        Node::Expr(Expr::Call(call)) => match (function(call), &*call.arguments.args) {
            (Some("range"), bounds) if call.arguments.keywords.is_empty() => {
                ranged(spot, call, bounds, edits);
            }
            (Some("islice"), [_, bounds @ ..]) => {
                bounds.iter().for_each(|bound| moved(spot, bound, edits));
            }
            _ => {}
        },
        _ => {}
    }
}

fn at(spot: &Spot<'_>, subscript: &ExprSubscript, edits: &mut Edits) {
    match &*subscript.slice {
        Expr::Slice(slice) => sliced(spot, slice, edits),
        place => match whole(place) {
            Some(0) => edits.put("PY6", place, "-1", "[0] → [-1]"),
            Some(-1) => edits.put("PY6", place, "0", "[-1] → [0]"),
            Some(_) => {}
            None if place.is_bin_op_expr() => moved(spot, place, edits),
            None => {}
        },
    }
}

fn sliced(spot: &Spot<'_>, slice: &ExprSlice, edits: &mut Edits) {
    let (lower, upper) = (slice.lower.as_deref(), slice.upper.as_deref());
    lower.into_iter().chain(upper).for_each(|bound| moved(spot, bound, edits));
    let text = |bound: Option<&Expr>| bound.map(|one| spot.text(one)).unwrap_or_default();
    let step =
        slice.step.as_deref().map(|step| format!(":{}", spot.text(step))).unwrap_or_default();
    let old = spot.text(slice);
    let mut put = |lower: &str, upper: &str| {
        let new = format!("{lower}:{upper}{step}");
        edits.put("PY6", slice, new.clone(), format!("[{old}] → [{new}]"));
    };
    match (lower, upper) {
        (None, Some(upper)) => put("1", spot.text(upper)),
        (Some(lower), None) => put(spot.text(lower), "-1"),
        (Some(_), Some(_)) => {
            put("", text(upper));
            put(text(lower), "");
        }
        (None, None) => {}
    }
}

fn ranged(spot: &Spot<'_>, call: &ExprCall, bounds: &[Expr], edits: &mut Edits) {
    bounds.iter().take(2).for_each(|bound| moved(spot, bound, edits));
    if let [end] = bounds {
        let new = format!("(1, {})", spot.text(end));
        edits.put(
            "PY6",
            &call.arguments,
            new.clone(),
            format!("range from 1 to {}", spot.text(end)),
        );
    }
}

fn moved(spot: &Spot<'_>, bound: &Expr, edits: &mut Edits) {
    for by in [-1, 1] {
        let new = plus(spot, bound, by);
        edits.put("PY6", bound, new.clone(), format!("{} → {new}", spot.text(bound)));
    }
}
