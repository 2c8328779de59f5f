//! How often: loops of no turn and of one (PY9), an iterator used up before or twice (PY20).

use rustpython_ruff_python_ast::{Expr, Stmt, StmtFor, StmtWhile};
use rustpython_ruff_text_size::{Ranged, TextRange};

use super::shapes::assigned;
use super::spot::{Edits, Node, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    match spot.node {
        Node::Stmt(Stmt::For(each)) => {
            turns(spot, &each.iter, edits);
            once(spot, &each.body, edits);
            used_up(spot, each, edits);
        }
        Node::Stmt(Stmt::While(again)) => whiles(spot, again, edits),
        Node::Comprehension(comprehension) => turns(spot, &comprehension.iter, edits),
        Node::Stmt(stmt) => lazily(spot, stmt, edits),
        _ => {}
    }
}

fn turns(spot: &Spot<'_>, iter: &Expr, edits: &mut Edits) {
    let text = spot.text(iter);
    edits.put("PY9", iter, "[]", format!("no turn over {text}"));
    edits.put("PY9", iter, format!("list({text})[:1]"), format!("only the first of {text}"));
    edits.put("PY9", iter, format!("list({text})[1:]"), format!("all but the first of {text}"));
    edits.put("PY9", iter, format!("list({text})[:-1]"), format!("all but the last of {text}"));
}

fn whiles(spot: &Spot<'_>, again: &StmtWhile, edits: &mut Edits) {
    let text = spot.text(&*again.test);
    edits.put("PY9", &*again.test, "False", format!("no turn while {text}"));
    once(spot, &again.body, edits);
}

fn once(spot: &Spot<'_>, body: &[Stmt], edits: &mut Edits) {
    let (Some(first), Some(last)) = (body.first(), body.last()) else { return };
    if let Some(indent) = spot.indent(first) {
        let end = TextRange::empty(last.end());
        edits.put("PY9", &end, format!("\n{indent}break"), "one turn only");
    }
}

/// The parameter is read once before, which a list allows and an iterator does not.
fn used_up(spot: &Spot<'_>, each: &StmtFor, edits: &mut Edits) {
    let Some(name) = each.iter.as_name_expr() else { return };
    let Some(function) = spot.around.function else { return };
    let parameter = function.parameters.find(name.id.as_str());
    let annotation = parameter.and_then(|one| one.parameter.annotation.as_deref());
    let a_list = annotation.is_some_and(|one| spot.text(one).starts_with("list"));
    if parameter.is_some() && !a_list {
        let name = name.id.as_str();
        let new = format!("(list({name}), {name})[1]");
        edits.put("PY20", &*each.iter, new, format!("{name} read once before"));
    }
}

/// A list that is kept becomes a generator, which gives its items once.
fn lazily(spot: &Spot<'_>, stmt: &Stmt, edits: &mut Edits) {
    let Some((name, value)) = assigned(stmt) else { return };
    match value {
        Expr::ListComp(_) => {
            let text = spot.text(value);
            let inner = &text[1..text.len() - 1];
            edits.put("PY20", value, format!("({inner})"), format!("{name} becomes a generator"));
        }
        Expr::Call(call) => {
            let kind = super::shapes::function(call);
            if let (Some(kind @ ("list" | "tuple")), Some(only)) = (kind, super::shapes::only(call))
            {
                let new = format!("iter({})", spot.text(only));
                edits.put("PY20", value, new, format!("{kind} dropped: {name} is an iterator"));
            }
        }
        _ => {}
    }
}
