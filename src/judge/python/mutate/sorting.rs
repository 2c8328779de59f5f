//! What comes in which order: keys and directions (PY14), groups of what was not sorted (PY28).

use rustpython_ruff_python_ast::{Expr, ExprCall, Keyword};
use rustpython_ruff_text_size::Ranged;

use super::shapes::{argument, arguments_without, callee, first, keyword, method};
use super::spot::{Edits, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    let Some(call) = spot.call() else { return };
    match callee(call) {
        Some("sorted") => {
            unsorted(spot, call, edits);
            ordered(spot, call, edits);
        }
        Some("sort") if method(call).is_some() => ordered(spot, call, edits),
        Some(name @ ("min" | "max")) => extreme(spot, call, name, edits),
        Some("nlargest") => {
            edits.put("PY14", &*call.func, renamed(spot, call, "nsmallest"), "nlargest → nsmallest")
        }
        Some("nsmallest") => {
            edits.put("PY14", &*call.func, renamed(spot, call, "nlargest"), "nsmallest → nlargest")
        }
        Some("groupby") => grouped(spot, call, edits),
        _ => {}
    }
}

fn renamed(spot: &Spot<'_>, call: &ExprCall, new: &str) -> String {
    let func = spot.text(&*call.func);
    let head = func.rfind('.').map_or("", |dot| &func[..=dot]);
    format!("{head}{new}")
}

fn unsorted(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let Some(items) = first(call) {
        edits.put(
            "PY14",
            call,
            format!("list({})", spot.text(items)),
            format!("not sorted: {}", spot.text(items)),
        );
    }
}

fn ordered(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if let Some(key) = keyword(call, "key") {
        keyed(spot, call, key, edits);
    }
    match keyword(call, "reverse") {
        Some(reverse) => {
            let kept = arguments_without(spot, call, reverse.start().to_usize());
            edits.put("PY14", &call.arguments, kept, "reverse dropped");
        }
        None => {
            let all = call.arguments.arguments_source_order().map(|one| argument(spot, one));
            let all: Vec<String> = all.chain(["reverse=True".to_owned()]).collect();
            edits.put("PY14", &call.arguments, format!("({})", all.join(", ")), "reverse added");
        }
    }
}

fn keyed(spot: &Spot<'_>, call: &ExprCall, key: &Keyword, edits: &mut Edits) {
    let kept = arguments_without(spot, call, key.start().to_usize());
    edits.put("PY14", &call.arguments, kept, format!("dropped: {}", spot.text(key)));
    let Expr::Lambda(lambda) = &key.value else { return };
    let Expr::Tuple(tuple) = &*lambda.body else { return };
    for dropped in 0..tuple.elts.len() {
        let kept = tuple.elts.iter().enumerate().filter(|(place, _)| *place != dropped);
        let kept: Vec<&str> = kept.map(|(_, one)| spot.text(one)).collect();
        let label = format!("tie not broken by {}", spot.text(&tuple.elts[dropped]));
        edits.put("PY14", tuple, format!("({},)", kept.join(", ")), label);
    }
}

fn extreme(spot: &Spot<'_>, call: &ExprCall, name: &str, edits: &mut Edits) {
    let other = if name == "min" { "max" } else { "min" };
    edits.put("PY14", &*call.func, renamed(spot, call, other), format!("{name} → {other}"));
    if let Some(key) = keyword(call, "key") {
        keyed(spot, call, key, edits);
    }
}

fn grouped(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let Some(items) = first(call) else { return };
    if let Some(inner) = items.as_call_expr()
        && callee(inner) == Some("sorted")
        && let Some(plain) = first(inner)
    {
        edits.put(
            "PY28",
            items,
            spot.text(plain),
            format!("groupby without sorting {}", spot.text(plain)),
        );
    } else {
        // What was sorted before is taken apart again.
        let text = spot.text(items);
        let new = format!("(lambda rows: rows[::2] + rows[1::2])(list({text}))");
        edits.put("PY28", items, new, format!("groupby of {text} out of order"));
    }
    if let Some(key) = call.arguments.find_argument("key", 1) {
        let kept = arguments_without(spot, call, key.start().to_usize());
        edits.put("PY28", &call.arguments, kept, "key of groupby dropped");
    }
}
