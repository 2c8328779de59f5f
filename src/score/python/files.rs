//! How files are opened: closed whatever happens, with a stated encoding, by a path that is one.

use std::collections::BTreeSet;

use rustpython_ruff_python_ast::{Expr, ExprCall, Stmt};

use super::names::Names;
use super::notes::Notes;
use super::walk::{every_expr, every_expr_in, every_stmt, last_part};

/// Looks at every call that opens a file.
pub fn look(body: &[Stmt], names: &Names<'_>, notes: &mut Notes<'_>) {
    let managed = managed(body);
    let returned = returned(body);
    every_expr(body, |expr| {
        let Some(call) = expr.as_call_expr() else { return };
        let Some(opener) = Opener::of(call, names) else { return };
        if opener.makes_handle && !managed.contains(&std::ptr::from_ref(expr)) {
            // What reads it within a `return` is rightly no more allowed; the rule only looks elsewhere.
            let code = if returned.contains(&std::ptr::from_ref(expr)) {
                "own.file-left-open"
            } else {
                "SIM115"
            };
            let words =
                "Open the file in a `with` block, so that it is closed when something fails.";
            notes.must_fix(code, &*call.func, words);
        }
        if opener.is_text(call) {
            let words = "Without `encoding` the same file reads differently on another machine. Say `encoding=\"utf-8\"`.";
            notes.must_fix("PLW1514", &*call.func, words);
        }
        if names.called(expr).as_deref() == Some("builtins.open") && is_path(call) {
            let words = "`Path(name).open()` says that the name is a path.";
            notes.nit("PTH123", &*call.func, words);
        }
    });
}

struct Opener {
    /// The places of the mode and of the encoding among the arguments.
    mode: Option<usize>,
    /// Without a place what is read are bytes.
    encoding: Option<usize>,
    makes_handle: bool,
}

impl Opener {
    fn of(call: &ExprCall, names: &Names<'_>) -> Option<Self> {
        if let Some(path) = names.path(&call.func) {
            let makes_handle = true;
            return match path.as_str() {
                "builtins.open" | "io.open" | "codecs.open" => {
                    let encoding = Some(if path == "codecs.open" { 2 } else { 3 });
                    Some(Self { mode: Some(1), encoding, makes_handle })
                }
                // These read bytes unless they are asked for text, which is rare.
                "gzip.open" | "bz2.open" | "lzma.open" => {
                    Some(Self { mode: None, encoding: None, makes_handle })
                }
                "tarfile.open" | "zipfile.ZipFile" | "wave.open" | "tokenize.open"
                | "shelve.open" | "dbm.open" | "io.open_code" | "fileinput.input" => {
                    Some(Self { mode: None, encoding: None, makes_handle })
                }
                "io.TextIOWrapper" => {
                    Some(Self { mode: None, encoding: Some(1), makes_handle: false })
                }
                "tempfile.TemporaryFile" | "tempfile.NamedTemporaryFile" => {
                    Some(Self { mode: Some(0), encoding: Some(2), makes_handle })
                }
                _ => None,
            };
        }
        let method = call.func.as_attribute_expr()?;
        let on_path = is_path_object(&method.value, names);
        match method.attr.as_str() {
            "open" if on_path => {
                Some(Self { mode: Some(0), encoding: Some(2), makes_handle: true })
            }
            "read_text" if on_path => {
                Some(Self { mode: None, encoding: Some(0), makes_handle: false })
            }
            "write_text" if on_path => {
                Some(Self { mode: None, encoding: Some(1), makes_handle: false })
            }
            _ => None,
        }
    }

    /// Says whether text is read or written without a word about its encoding.
    fn is_text(&self, call: &ExprCall) -> bool {
        let arguments = &call.arguments;
        let unknown = arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
            || arguments.args.iter().any(Expr::is_starred_expr);
        let Some(encoding) = self.encoding else { return false };
        let encoding = arguments.find_argument_value("encoding", encoding);
        let named = encoding.is_some_and(|value| !value.is_none_literal_expr());
        let text_by_default =
            !matches!(last_part(&call.func), Some("TemporaryFile" | "NamedTemporaryFile"));
        let mode = self.mode.and_then(|at| arguments.find_argument_value("mode", at));
        let is_text = match mode.map(|mode| mode.as_string_literal_expr()) {
            None => text_by_default,
            Some(None) => false,
            Some(Some(mode)) => !mode.value.to_str().contains('b'),
        };
        !unknown && !named && is_text
    }
}

fn is_path_object(expr: &Expr, names: &Names<'_>) -> bool {
    let makes_path = |expr: &Expr| names.called(expr).is_some_and(|path| path == "pathlib.Path");
    if makes_path(expr) {
        return true;
    }
    names.bound(expr).and_then(|binding| binding.value).is_some_and(makes_path)
}

/// A number is a file that is open already, and an opener is no path.
fn is_path(call: &ExprCall) -> bool {
    let arguments = &call.arguments;
    let file = arguments.find_argument_value("file", 0);
    let by_number = file.is_some_and(|file| file.is_number_literal_expr());
    let has = |name: &str, at: usize| arguments.find_argument_value(name, at).is_some();
    !by_number && !has("opener", 7) && file.is_some()
}

/// Gathers the calls that something else closes: `with`, an exit stack, the caller, or the line itself.
fn managed(body: &[Stmt]) -> BTreeSet<*const Expr> {
    let mut managed: Vec<&Expr> = Vec::new();
    every_stmt(body, |stmt| match stmt {
        Stmt::With(with) => managed.extend(with.items.iter().map(|item| &item.context_expr)),
        Stmt::Return(give) => managed.extend(give.value.as_deref()),
        _ => (),
    });
    every_expr(body, |expr| {
        let Expr::Call(call) = expr else { return };
        if matches!(
            last_part(&call.func),
            Some("enter_context" | "enter_async_context" | "closing" | "push")
        ) {
            managed.extend(call.arguments.args.iter());
        }
        if let Expr::Attribute(method) = &*call.func
            && method.attr.as_str() == "close"
        {
            managed.push(&method.value);
        }
    });
    managed.into_iter().map(std::ptr::from_ref).collect()
}

/// Gathers every part of what is returned.
fn returned(body: &[Stmt]) -> BTreeSet<*const Expr> {
    let mut parts = BTreeSet::new();
    every_stmt(body, |stmt| {
        let value = stmt.as_return_stmt().and_then(|give| give.value.as_deref());
        value.into_iter().for_each(|value| {
            every_expr_in(value, |part| {
                parts.insert(std::ptr::from_ref(part));
            });
        });
    });
    parts
}
