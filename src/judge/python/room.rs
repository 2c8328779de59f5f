//! Where an answer runs: one fresh, sealed interpreter for one hash seed.

use rustpython::{InterpreterBuilder, InterpreterBuilderExt};
use rustpython_vm::builtins::{PyDictRef, PyStrRef};
use rustpython_vm::compiler::Mode;
use rustpython_vm::scope::Scope;
use rustpython_vm::signal::UserSignalReceiver;
use rustpython_vm::{Interpreter, PyResult, Settings, VirtualMachine};

use super::order;
use super::ration::exempt;
use super::sink::Sink;

const PRELUDE: &str = include_str!("prelude.py");
const FINDER: &str = include_str!("finder.py");
/// CPython's limit; the interpreter's own is lower in a debug build.
const RECURSION_LIMIT: usize = 1000;

/// Opens a room. The interpreter belongs to the thread that calls; no two rooms share a thread,
/// because text that was hashed with one seed must not meet another.
pub fn open(seed: u32, signals: UserSignalReceiver) -> Interpreter {
    let mut settings = Settings::default();
    settings.hash_seed = Some(seed);
    settings.isolated = true;
    settings.ignore_environment = true;
    settings.import_site = false;
    settings.user_site_directory = false;
    settings.install_signal_handlers = false;
    settings.write_bytecode = false;
    settings.allow_external_library = false;
    InterpreterBuilder::new()
        .settings(settings)
        .init_stdlib()
        .init_hook(move |vm| vm.set_user_signal_channel(signals))
        .interpreter()
}

/// Puts the inert parts in place and catches the output; gives the prelude's own names.
pub fn furnish(vm: &VirtualMachine, seed: u32, sink: &Sink) -> PyResult<PyDictRef> {
    vm.recursion_limit.set(RECURSION_LIMIT);
    order::install(vm);
    let names = vm.ctx.new_dict();
    let sink = sink.clone();
    let write = vm.new_function("write", move |text: PyStrRef| {
        let text = text.to_string_lossy();
        exempt(|| sink.push(&text));
    });
    names.set_item("_write", write.into(), vm)?;
    names.set_item("_seed", vm.ctx.new_int(seed).into(), vm)?;
    names.set_item("__name__", vm.ctx.new_str("prelude").into(), vm)?;
    execute(vm, PRELUDE, "<prelude>", names.clone())?;
    execute(vm, FINDER, "<finder>", vm.ctx.new_dict())?;
    Ok(names)
}

/// Runs a text as the body of a module with these names.
pub fn execute(vm: &VirtualMachine, source: &str, file: &str, names: PyDictRef) -> PyResult<()> {
    // CPython takes no such text either.
    if source.contains('\0') {
        let class = vm.ctx.exceptions.syntax_error.to_owned();
        return Err(vm.new_exception_msg(class, "source code cannot contain null bytes".into()));
    }
    let code = vm
        .compile(source, Mode::Exec, file.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(source)))?;
    let scope = Scope::with_builtins(None, names, vm);
    vm.run_code_obj(code, scope).map(drop)
}
