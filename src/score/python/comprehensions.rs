//! Containers made the long way: `list(…)` around what is a list, loops that a comprehension says in a line.

use rustpython_ruff_python_ast::comparable::ComparableExpr;
use rustpython_ruff_python_ast::{Arguments, Comprehension, Expr, ExprCall, Operator, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, every_expr_in};

/// Looks at every call and comprehension that makes a container.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    every_expr(body, |expr| match expr {
        Expr::Call(call) => {
            check_call(expr, call, names, notes);
            check_mapped(expr, call, names, notes);
        }
        Expr::ListComp(all) => check_copy(expr, &all.elt, &all.generators, "list", notes),
        Expr::SetComp(all) => check_copy(expr, &all.elt, &all.generators, "set", notes),
        Expr::DictComp(all) => {
            check_pairs(expr, &all.key, &all.value, &all.generators, notes);
            check_constant(expr, &all.key, &all.value, &all.generators, notes);
        }
        Expr::BinOp(sum) if sum.op == Operator::Add => {
            check_sum(expr, &sum.left, &sum.right, notes)
        }
        Expr::Subscript(of) => check_first(expr, &of.value, &of.slice, names, notes),
        Expr::Compare(compare) => {
            let asks = |op| {
                matches!(
                    op,
                    &rustpython_ruff_python_ast::CmpOp::In
                        | &rustpython_ruff_python_ast::CmpOp::NotIn
                )
            };
            if let ([op], [right]) = (&*compare.ops, &*compare.comparators)
                && asks(op)
            {
                check_keys(expr, right, notes);
            }
        }
        _ => (),
    });
    every_loop(body, notes);
}

/// Gives the only argument of a call.
fn only(arguments: &Arguments) -> Option<&Expr> {
    match (&*arguments.args, &*arguments.keywords) {
        ([only], []) if !only.is_starred_expr() => Some(only),
        _ => None,
    }
}

fn check_call(expr: &Expr, call: &ExprCall, names: &Names<'_>, notes: &mut Notes<'_>) {
    let Some(name) = names.called_builtin(expr) else { return };
    if call.arguments.is_empty() && matches!(name, "dict" | "list" | "tuple") {
        return notes.nit("C408", expr, format!("`{name}()` is written as a literal."));
    }
    let keywords_only = name == "dict" && call.arguments.args.is_empty();
    let named = call.arguments.keywords.iter().all(|keyword| keyword.arg.is_some());
    if keywords_only && named {
        return notes.nit("C408", expr, "A dict with these keys is written as a literal.");
    }
    let Some(inner) = only(&call.arguments) else {
        return check_wrapped(expr, call, name, names, notes);
    };
    let code = match (name, inner) {
        ("list", Expr::Generator(_)) => "C400",
        ("set", Expr::Generator(_)) => "C401",
        ("dict", Expr::Generator(all)) if is_pair(&all.elt) => "C402",
        ("set", Expr::ListComp(_)) => "C403",
        ("dict", Expr::ListComp(all)) if is_pair(&all.elt) => "C404",
        ("set", Expr::List(_) | Expr::Tuple(_)) => "C405",
        ("dict", Expr::List(list)) if list.elts.iter().all(is_pair) => "C406",
        ("dict", Expr::Tuple(tuple)) if tuple.elts.iter().all(is_pair) => "C406",
        ("tuple", Expr::List(_) | Expr::Tuple(_)) => "C409",
        ("list", Expr::List(_) | Expr::Tuple(_)) => "C410",
        ("list", Expr::ListComp(_)) => "C411",
        ("dict", Expr::Dict(_) | Expr::DictComp(_)) => "C418",
        ("any" | "all", Expr::ListComp(_) | Expr::SetComp(_)) => "C419",
        _ => return check_wrapped(expr, call, name, names, notes),
    };
    let words = match code {
        "C419" => format!("`{name}` stops early only over a generator; leave the brackets out."),
        _ => format!("`{name}(…)` around this makes it twice; write the {name} itself."),
    };
    notes.nit(code, expr, words);
}

fn is_pair(expr: &Expr) -> bool {
    expr.as_tuple_expr().is_some_and(|tuple| tuple.elts.len() == 2)
}

/// A container made only to be made into another one.
fn check_wrapped(
    expr: &Expr,
    call: &ExprCall,
    outer: &str,
    names: &Names<'_>,
    notes: &mut Notes<'_>,
) {
    let Some(inner) = call.arguments.args.first() else { return };
    let Some(made) = names.called_builtin(inner) else { return };
    let inner_call = inner.as_call_expr().map(|inner| &inner.arguments);
    let code = match (outer, made) {
        ("list" | "reversed", "sorted") => "C413",
        ("set", "list" | "tuple" | "reversed" | "sorted" | "set") => "C414",
        ("sorted", "list" | "tuple" | "reversed" | "sorted") => "C414",
        ("list" | "tuple", "list" | "tuple") => "C414",
        _ => return,
    };
    let is_used = inner_call.is_some_and(|all| !all.args.is_empty());
    let keyed = outer == "sorted" && made == "sorted" && !same_keys(call, inner_call);
    if is_used && !keyed {
        notes.nit(code, expr, format!("`{made}` within `{outer}` is work for nothing."));
    }
}

fn same_keys(call: &ExprCall, inner: Option<&Arguments>) -> bool {
    let comparable = |all: &Arguments| {
        let kept = all.keywords.iter();
        let kept = kept.filter(|one| one.arg.as_ref().is_none_or(|name| name != "reverse"));
        kept.map(|one| format!("{:?}", ComparableExpr::from(&one.value))).collect::<Vec<_>>()
    };
    inner.is_some_and(|inner| comparable(inner) == comparable(&call.arguments))
}

fn check_mapped(expr: &Expr, call: &ExprCall, names: &Names<'_>, notes: &mut Notes<'_>) {
    let wraps = |name: Option<&str>| matches!(name, Some("list" | "set" | "dict"));
    let says = |notes: &mut Notes<'_>, place: &Expr| {
        notes.nit("C417", place, "A comprehension says this without `map` and `lambda`.");
    };
    let is_mapped = |expr: &Expr| {
        names.called_builtin(expr) == Some("map")
            && expr.as_call_expr().is_some_and(|call| {
                let lambda = call.arguments.args.first().and_then(|first| first.as_lambda_expr());
                let plain =
                    lambda.and_then(|lambda| lambda.parameters.as_ref()).is_some_and(|all| {
                        all.vararg.is_none()
                            && all.kwarg.is_none()
                            && all.kwonlyargs.is_empty()
                            && all.iter_non_variadic_params().all(|one| one.default.is_none())
                            && all.args.len() == call.arguments.args.len() - 1
                    });
                plain && call.arguments.keywords.is_empty()
            })
    };
    let inner = only(&call.arguments);
    if wraps(names.called_builtin(expr)) && inner.is_some_and(is_mapped) {
        let pairs = || {
            let lambda = inner.and_then(|inner| inner.as_call_expr());
            let lambda = lambda.and_then(|call| call.arguments.args.first());
            lambda.and_then(|one| one.as_lambda_expr()).is_some_and(|one| is_pair(&one.body))
        };
        if names.called_builtin(expr) != Some("dict") || pairs() {
            says(notes, expr);
        }
    } else if is_mapped(expr) && !notes.has_around("C417", expr) {
        says(notes, expr);
    }
}

fn check_copy(
    expr: &Expr,
    element: &Expr,
    all: &[Comprehension],
    kind: &str,
    notes: &mut Notes<'_>,
) {
    let [one] = all else { return };
    let same = element.as_name_expr().is_some()
        && ComparableExpr::from(element) == ComparableExpr::from(&one.target);
    let same = same || names_equal(element, &one.target);
    if same && one.ifs.is_empty() && !one.is_async {
        notes.nit("C416", expr, format!("This copies and no more: `{kind}(…)`."));
    }
}

fn names_equal(one: &Expr, other: &Expr) -> bool {
    let name = |expr: &Expr| expr.as_name_expr().map(|name| name.id.to_string());
    name(one).is_some() && name(one) == name(other)
}

fn check_pairs(
    expr: &Expr,
    key: &Expr,
    value: &Expr,
    all: &[Comprehension],
    notes: &mut Notes<'_>,
) {
    let [one] = all else { return };
    let Expr::Tuple(target) = &one.target else { return };
    let [of_key, of_value] = &*target.elts else { return };
    if one.ifs.is_empty() && names_equal(key, of_key) && names_equal(value, of_value) {
        notes.nit("C416", expr, "This copies and no more: `dict(…)`.");
    }
}

fn check_constant(
    expr: &Expr,
    key: &Expr,
    value: &Expr,
    all: &[Comprehension],
    notes: &mut Notes<'_>,
) {
    let [one] = all else { return };
    let value = value.as_unary_op_expr().map_or(value, |unary| &*unary.operand);
    let constant = matches!(
        value,
        Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::EllipsisLiteral(_)
    );
    if one.ifs.is_empty() && constant && names_equal(key, &one.target) {
        notes.nit("C420", expr, "`dict.fromkeys` makes the same value for every key.");
    }
}

fn check_sum(expr: &Expr, left: &Expr, right: &Expr, notes: &mut Notes<'_>) {
    let is_display = |expr: &Expr| matches!(expr, Expr::List(_) | Expr::Tuple(_));
    let may_join = |expr: &Expr| {
        is_display(expr)
            || matches!(
                expr,
                Expr::Name(_) | Expr::Attribute(_) | Expr::Call(_) | Expr::Subscript(_)
            )
            || matches!(expr, Expr::BinOp(sum) if sum.op == Operator::Add)
    };
    if (is_display(left) || is_display(right)) && may_join(left) && may_join(right) {
        notes.nit("RUF005", expr, "`[*first, second]` joins without a list in between.");
    }
}

fn check_first(expr: &Expr, value: &Expr, index: &Expr, names: &Names<'_>, notes: &mut Notes<'_>) {
    let zero = index.as_number_literal_expr().is_some_and(|number| {
        matches!(&number.value, rustpython_ruff_python_ast::Number::Int(int) if int.as_u8() == Some(0))
    });
    let makes_list = match value {
        Expr::ListComp(all) => all.generators.len() == 1,
        Expr::Call(call) => {
            let single = only(&call.arguments).is_some();
            matches!(names.called_builtin(value), Some("list" | "tuple")) && single
        }
        _ => false,
    };
    if zero && makes_list {
        notes.nit("RUF015", expr, "`next(iter(…))` takes the first without making all the others.");
    }
}

fn every_loop(body: &[Stmt], notes: &mut Notes<'_>) {
    super::walk::every_stmt(body, |stmt| {
        if let Stmt::For(round) = stmt {
            check_keys_of_loop(&round.target, &round.iter, notes);
        }
    });
    every_expr(body, |expr| {
        let all = match expr {
            Expr::ListComp(all) => &all.generators,
            Expr::SetComp(all) => &all.generators,
            Expr::Generator(all) => &all.generators,
            Expr::DictComp(all) => &all.generators,
            _ => return,
        };
        for one in all {
            check_keys_of_loop(&one.target, &one.iter, notes);
        }
    });
}

fn check_keys_of_loop(target: &Expr, iter: &Expr, notes: &mut Notes<'_>) {
    if is_keys(iter) {
        let place = rustpython_ruff_text_size::TextRange::new(
            rustpython_ruff_text_size::Ranged::start(target),
            rustpython_ruff_text_size::Ranged::end(iter),
        );
        notes.nit("SIM118", &place, "A dict gives its keys without `.keys()`.");
    }
}

fn check_keys(expr: &Expr, right: &Expr, notes: &mut Notes<'_>) {
    if is_keys(right) {
        notes.nit("SIM118", expr, "A dict gives its keys without `.keys()`.");
    }
}

fn is_keys(expr: &Expr) -> bool {
    let Some(call) = expr.as_call_expr() else { return false };
    let method = call.func.as_attribute_expr();
    let is_self = |method: &rustpython_ruff_python_ast::ExprAttribute| names_self(&method.value);
    method.is_some_and(|method| method.attr.as_str() == "keys" && !is_self(method))
        && call.arguments.is_empty()
}

fn names_self(expr: &Expr) -> bool {
    expr.as_name_expr().is_some_and(|name| name.id == "self")
}

/// Says whether an expression mentions a name.
pub fn mentions(expr: &Expr, name: &str) -> bool {
    let mut found = false;
    every_expr_in(expr, |inner| {
        found |= inner.as_name_expr().is_some_and(|one| one.id == name);
    });
    found
}
