//! Doors for somebody else's text: run as code, as SQL, as a shell's line, or loaded as objects.

use rustpython_ruff_python_ast::{Expr, ExprCall, Operator, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, last_part};

/// Looks at every call and every text that is put together.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    let mut parts = Vec::new();
    every_expr(body, |expr| match expr {
        Expr::Call(call) => {
            check_call(expr, call, names, notes);
            check_query(expr, formatted(call), notes);
        }
        Expr::BinOp(_) if !parts.contains(&std::ptr::from_ref(expr)) => {
            parts.extend(left_parts(expr));
            check_query(expr, joined(expr), notes);
        }
        Expr::FString(_) if !parts.contains(&std::ptr::from_ref(expr)) => {
            check_query(expr, with_holes(expr), notes);
        }
        _ => (),
    });
}

fn check_call(expr: &Expr, call: &ExprCall, names: &Names<'_>, notes: &mut Notes<'_>) {
    let Some(path) = names.path(&call.func) else { return };
    match path.as_str() {
        "builtins.exec" => notes.block(
            "S102",
            &*call.func,
            "`exec` runs whatever text it is given. There is always a plainer way.",
        ),
        "builtins.eval" => notes.block(
            "S307",
            expr,
            "`eval` runs whatever text it is given. Parse the text, or use ast.literal_eval.",
        ),
        "pickle.load" | "pickle.loads" | "pickle.Unpickler" | "_pickle.load" | "dill.load"
        | "dill.loads" | "dill.Unpickler" | "shelve.open" | "shelve.DbfilenameShelf"
        | "jsonpickle.decode" | "pandas.read_pickle" => notes.block(
            "S301",
            expr,
            "Loading a pickle runs what its author wrote into it. Use JSON, CSV or Parquet.",
        ),
        "yaml.load" if !is_safe_loader(call, names) => notes.block(
            "S506",
            call.arguments.find_argument_value("Loader", 1).unwrap_or(&call.func),
            "`yaml.load` can build any object the text asks for. Use `yaml.safe_load`.",
        ),
        path if path.starts_with("subprocess.") && has_shell(call) => notes.block(
            "S602",
            &*call.func,
            "With `shell=True` a name with a semicolon in it is a command. Pass a list of arguments.",
        ),
        _ => (),
    }
}

fn is_safe_loader(call: &ExprCall, names: &Names<'_>) -> bool {
    let loader = call.arguments.find_argument_value("Loader", 1);
    loader.and_then(|loader| names.path(loader)).is_some_and(|path| {
        matches!(path.rsplit('.').next(), Some("SafeLoader" | "CSafeLoader" | "JSONLoader"))
    })
}

fn has_shell(call: &ExprCall) -> bool {
    let shell = call.arguments.find_keyword("shell").map(|keyword| &keyword.value);
    shell.is_some_and(|value| match value {
        Expr::BooleanLiteral(literal) => literal.value,
        Expr::NoneLiteral(_) => false,
        _ => true,
    })
}

fn check_query(expr: &Expr, text: Option<String>, notes: &mut Notes<'_>) {
    if text.is_some_and(|text| is_query(&text)) {
        let words = "SQL is put together from text, so a value with a quote in it is code. Pass the values as parameters.";
        notes.block("S608", expr, words);
    }
}

/// Gives the text of a chain of `+` and `%`, with `{}` for what is not text.
fn joined(expr: &Expr) -> Option<String> {
    let Expr::BinOp(sum) = expr else { return None };
    match sum.op {
        Operator::Mod => literal(&sum.left),
        Operator::Add => {
            let (left, right) = (part(&sum.left), part(&sum.right));
            let constant = is_literal_sum(expr);
            (!constant).then(|| format!("{left}{right}"))
        }
        _ => None,
    }
}

fn part(expr: &Expr) -> String {
    match expr {
        Expr::BinOp(sum) if sum.op == Operator::Add => {
            format!("{}{}", part(&sum.left), part(&sum.right))
        }
        _ => literal(expr).or_else(|| with_holes(expr)).unwrap_or_else(|| "{}".to_owned()),
    }
}

fn is_literal_sum(expr: &Expr) -> bool {
    match expr {
        Expr::BinOp(sum) => is_literal_sum(&sum.left) && is_literal_sum(&sum.right),
        _ => expr.is_string_literal_expr(),
    }
}

fn literal(expr: &Expr) -> Option<String> {
    expr.as_string_literal_expr().map(|text| text.value.to_str().to_owned())
}

/// Gives the text of an f-string, with `{}` for its holes.
fn with_holes(expr: &Expr) -> Option<String> {
    let text = expr.as_f_string_expr()?;
    let mut whole = String::new();
    for element in text.value.elements() {
        whole.push_str(element.as_literal().map_or("{}", |literal| &literal.value));
    }
    let literals = text.value.literals().map(|literal| literal.value.to_string());
    let constant = text.value.elements().all(|element| element.is_literal());
    let _ = literals;
    (!constant).then_some(whole)
}

/// Gives the text on which `.format(…)` is called.
fn formatted(call: &ExprCall) -> Option<String> {
    let method = call.func.as_attribute_expr()?;
    (last_part(&call.func) == Some("format")).then(|| literal(&method.value))?
}

fn left_parts(expr: &Expr) -> Vec<*const Expr> {
    let Expr::BinOp(sum) = expr else { return vec![std::ptr::from_ref(expr)] };
    let mut parts = vec![std::ptr::from_ref(expr)];
    parts.extend(left_parts(&sum.left));
    parts.extend(left_parts(&sum.right));
    parts
}

/// Says whether a text reads like a statement of SQL.
fn is_query(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let later = |word: &str| words.iter().skip(2).any(|other| *other == word);
    match words.as_slice() {
        ["select", ..] => later("from"),
        ["with", ..] => later("select") && later("from"),
        ["delete", "from", ..] => words.len() > 2,
        ["insert" | "replace", "into", ..] => {
            later("values") || later("select") || words.iter().any(|w| w.starts_with("values("))
        }
        ["update", ..] => later("set"),
        _ => false,
    }
}
