//! Times without a zone: the same code gives another answer on another machine, or on the night of the change.

use rustpython_ruff_python_ast::{Expr, ExprCall, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::every_expr;

/// Looks at every call that makes a time.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    let mut made_aware = Vec::new();
    every_expr(body, |expr| made_aware.extend(made_aware_by(expr)));
    every_expr(body, |expr| {
        let Some(call) = expr.as_call_expr() else { return };
        let is_fixed = |methods: &[&str]| {
            made_aware.iter().any(|(made, by)| std::ptr::eq(*made, expr) && methods.contains(by))
        };
        match names.path(&call.func).as_deref() {
            Some("datetime.datetime.now") if is_naive(call) && !is_fixed(&["astimezone"]) => notes
                .must_fix(
                    "DTZ005",
                    expr,
                    "`now()` without a time zone is local time without saying so. Pass `timezone.utc`.",
                ),
            Some("datetime.datetime.strptime")
                if !has_zone(call) && !is_fixed(&["astimezone", "replace"]) =>
            {
                notes.must_fix(
                    "DTZ007",
                    expr,
                    "What is parsed without `%z` has no time zone. Say which one it is: `.replace(tzinfo=timezone.utc)`.",
                );
            }
            Some("datetime.datetime.utcnow") if !is_fixed(&["astimezone"]) => notes.must_fix(
                "DTZ003",
                expr,
                "`utcnow()` carries no time zone, so it is taken for local time later. Use `now(timezone.utc)`.",
            ),
            _ => (),
        }
    });
}

fn is_naive(call: &ExprCall) -> bool {
    let zone = call.arguments.find_argument_value("tz", 0);
    zone.is_none_or(Expr::is_none_literal_expr)
}

fn has_zone(call: &ExprCall) -> bool {
    let format = call.arguments.args.get(1);
    let text = format.and_then(|format| format.as_string_literal_expr());
    text.is_some_and(|text| text.value.to_str().contains("%z"))
}

/// Gives the call on whose result a zone is set, with the method that sets it.
fn made_aware_by(expr: &Expr) -> Option<(&Expr, &str)> {
    let call = expr.as_call_expr()?;
    let method = call.func.as_attribute_expr()?;
    let is_set = match method.attr.as_str() {
        "astimezone" => true,
        "replace" => {
            let zone = call.arguments.find_keyword("tzinfo");
            zone.is_some_and(|zone| !zone.value.is_none_literal_expr())
        }
        _ => false,
    };
    is_set.then_some((&*method.value, method.attr.as_str()))
}
