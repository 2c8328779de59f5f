//! Whose data it is: copies (PY19), and closures that see a name too late (PY30).

use rustpython_ruff_python_ast::{Expr, ExprCall, ExprDict, ExprLambda};

use super::shapes::{callee, first, function, is_read, method, only};
use super::spot::{Edits, Node, Spot, span};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Expr(Expr::Call(call)) => {
            copied(spot, call, edits);
            in_place(spot, call, edits);
            bound(spot, call, edits);
        }
        Node::Expr(Expr::Dict(dict)) => merged(spot, dict, edits),
        Node::Expr(expr @ Expr::List(list)) if is_read(expr) => {
            if let [Expr::Starred(all)] = &*list.elts {
                let text = spot.atom(&all.value);
                edits.put("PY19", list, text.clone(), format!("not copied: {text}"));
            }
        }
        Node::Expr(Expr::Lambda(lambda)) => late(spot, lambda, edits),
        _ => {}
    }
}

fn copied(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let func = spot.text(&*call.func);
    let Some(object) = only(call) else {
        if let Some((object, "copy")) = method(call).filter(|_| call.arguments.is_empty()) {
            edits.put(
                "PY19",
                call,
                spot.text(object),
                format!("not copied: {}", spot.text(object)),
            );
        }
        return;
    };
    let text = spot.text(object);
    let mut becomes = |new: String, label: String| edits.put("PY19", call, new, label);
    match callee(call) {
        Some("deepcopy") => {
            let shallow = func.replace("deepcopy", "copy");
            let shallow =
                if func == "deepcopy" { "__import__(\"copy\").copy".to_owned() } else { shallow };
            becomes(format!("{shallow}({text})"), format!("deepcopy({text}) → copy"));
            becomes(spot.atom(object), format!("not copied: {text}"));
        }
        Some("copy") => becomes(spot.atom(object), format!("not copied: {text}")),
        Some("dict" | "list" | "set") if function(call).is_some() => {
            becomes(spot.atom(object), format!("not copied: {func}({text})"));
        }
        _ => {}
    }
}

/// `sorted(x)` of a parameter becomes `x.sort()`, which changes the caller's list. What a helper is given is
/// seldom seen by anybody else.
fn in_place(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let public = spot.around.function.is_some_and(|one| !one.name.starts_with('_'));
    if function(call) != Some("sorted") || !public {
        return;
    }
    let Some(items) = first(call).filter(|items| items.is_name_expr()) else { return };
    let name = spot.text(items);
    let options = super::shapes::arguments_without(spot, call, span(items).start);
    edits.put(
        "PY19",
        call,
        format!("({name}.sort{options} or {name})"),
        format!("{name} sorted in place"),
    );
}

fn merged(spot: &Spot<'_>, dict: &ExprDict, edits: &mut Edits) {
    let [first, rest @ ..] = &*dict.items else { return };
    if first.key.is_some() {
        return;
    }
    let held = spot.atom(&first.value);
    if rest.is_empty() {
        edits.put("PY19", dict, held.clone(), format!("not copied: {held}"));
        return;
    }
    let from = span(&first.value).end;
    let rest = spot.source[from..span(dict).end - 1].trim_start().trim_start_matches(',');
    let new = format!("({held}.update({{{}}}) or {held})", rest.trim());
    edits.put("PY19", dict, new, format!("{held} updated in place"));
}

/// A default that holds a loop's name as it is now is dropped, so the name is seen as it is later.
fn late(spot: &Spot<'_>, lambda: &ExprLambda, edits: &mut Edits) {
    let Some(parameters) = lambda.parameters.as_deref() else { return };
    let holds = |name: &str, default: Option<&Expr>| {
        default.and_then(Expr::as_name_expr).is_some_and(|value| value.id.as_str() == name)
    };
    let all: Vec<_> = parameters.iter_non_variadic_params().collect();
    for held in all.iter().filter(|one| holds(one.name().as_str(), one.default())) {
        let kept = all.iter().filter(|one| span(**one) != span(*held));
        let kept: Vec<&str> = kept.map(|one| spot.text(*one)).collect();
        let head = if kept.is_empty() {
            "lambda".to_owned()
        } else {
            format!("lambda {}", kept.join(", "))
        };
        let new = format!("{head}: {}", spot.text(&*lambda.body));
        edits.put("PY30", lambda, new, format!("{} bound late", held.name().as_str()));
    }
}

/// `partial` holds its arguments as they are now, a lambda looks at them when it is called.
fn bound(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    if callee(call) != Some("partial") || !spot.around.repeated {
        return;
    }
    let Some(target) = first(call) else { return };
    let held = super::shapes::arguments_without(spot, call, span(target).start);
    let held = held[1..held.len() - 1].to_owned();
    let comma = if held.is_empty() { "" } else { ", " };
    let target = spot.atom(target);
    let new = format!("(lambda *more, **named: {target}({held}{comma}*more, **named))");
    edits.put("PY30", call, new, "partial → a lambda that sees its names late");
}
