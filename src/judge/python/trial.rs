//! What happens in one room: the answer's module runs once, then every case is called, and each step is reported.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::signal::UserSignalReceiver;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::bridge::{Bridge, Needs};
use super::compare::untouched;
use super::ration::{Gauge, exempt};
use super::room;
use super::sink::Sink;
use super::trace::{self, FILE, Raised};
use super::value::Value;
use crate::interview::verdict::Fault;

/// One call to be made, as plain data. What is expected of it never enters the room.
#[derive(Clone, Debug)]
pub struct Call {
    pub arguments: Vec<Value>,
    /// How often it is made; at least once.
    pub times: u32,
    /// A list is wanted or an exception, so an iterator is followed to its end.
    pub follow: bool,
}

/// Everything a room is given.
#[derive(Clone, Debug)]
pub struct Task {
    pub source: String,
    /// The module's `__name__`: `answer` for grading, `__main__` for a run.
    pub module: &'static str,
    /// The function to call; none when the module is only run.
    pub function: Option<String>,
    pub calls: Vec<Call>,
}

/// How one call ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    Returned(Value),
    Raised(Raised),
}

/// One case: every call's end, the first argument that was changed, and what was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub came: Vec<Came>,
    pub changed: Option<usize>,
    pub printed: String,
}

/// What a room reports, in this order: the module, then the cases one by one.
#[derive(Clone, Debug)]
pub enum News {
    /// The engine itself did not come up, or the question's values cannot be built.
    Broken(String),
    /// The module ran to its end, or raised; and what it printed.
    Module {
        raised: Option<Box<Raised>>,
        printed: String,
    },
    /// There is no such function, in words.
    Lacking(String),
    Began,
    Ended(Trial),
    /// It took all the memory that there is for it.
    Greedy,
    /// The interpreter ended or made no sense, in words that follow “the answer”.
    Gone(Fault, String),
    /// It was told to stop and did, in this line.
    Stopped(Option<usize>),
    Done,
}

/// The wires into a room.
pub struct Wires {
    pub news: Sender<News>,
    pub signals: UserSignalReceiver,
    pub stop: Arc<AtomicBool>,
    pub sink: Sink,
    pub gauge: Gauge,
}

/// Runs a task to its end in a room of its own. Call it on a fresh thread with a large stack.
pub fn sit(task: &Task, seed: u32, wires: Wires) {
    let Wires { news, signals, stop, sink, gauge } = wires;
    gauge.ration_this_thread();
    let interpreter = room::open(seed, signals);
    interpreter.enter(|vm| {
        let sitting = Sitting { vm, task, news: &news, stop: &stop, sink: &sink };
        sitting.run(seed);
    });
    // The reader may have left already; then nobody wants to know.
    exempt(|| drop(news.send(News::Done)));
}

/// Says in words that there is no such function, or that the name stands for something else.
pub fn lacking(function: &str, is_something_else: bool) -> String {
    match is_something_else {
        true => format!("`{function}` is not a function."),
        false => format!("The answer defines no function `{function}`."),
    }
}

struct Sitting<'a> {
    vm: &'a VirtualMachine,
    task: &'a Task,
    news: &'a Sender<News>,
    stop: &'a AtomicBool,
    sink: &'a Sink,
}

impl Sitting<'_> {
    fn run(&self, seed: u32) {
        let prepared = self.prepare(seed);
        let (bridge, arguments) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => {
                let raised = Raised::new(trace::read(self.vm, &error), "");
                return self.tell(News::Broken(raised.text));
            }
        };
        if let Some(function) = self.load() {
            self.call_all(&bridge, &function, arguments);
        }
    }

    /// Builds all arguments before the answer runs, so nothing it replaces can touch them.
    fn prepare(&self, seed: u32) -> PyResult<(Bridge<'_>, Vec<Vec<Vec<PyObjectRef>>>)> {
        let prelude = room::furnish(self.vm, seed, self.sink)?;
        let bridge = Bridge::new(self.vm, &prelude, self.needs())?;
        let build = |call: &Call| {
            (0..call.times).map(|_| bridge.arguments(&call.arguments)).collect::<PyResult<Vec<_>>>()
        };
        let arguments = self.task.calls.iter().map(build).collect::<PyResult<Vec<_>>>()?;
        Ok((bridge, arguments))
    }

    fn needs(&self) -> Needs {
        let mut needs = Needs {
            dates: self.task.source.contains("datetime"),
            decimals: self.task.source.contains("decimal"),
        };
        let calls = self.task.calls.iter();
        calls.flat_map(|call| &call.arguments).for_each(|value| needs.look(value));
        needs
    }

    /// Runs the module and finds the function; none when either failed, which has then been told.
    fn load(&self) -> Option<PyObjectRef> {
        let loaded = self.load_module();
        let printed = exempt(|| self.sink.take());
        let names = match loaded {
            Ok(names) => {
                self.tell(News::Module { raised: None, printed });
                names
            }
            Err(error) => {
                let raised = Some(Box::new(self.read(&error)));
                self.tell(News::Module { raised, printed });
                return None;
            }
        };
        let function = self.task.function.as_deref()?;
        let Ok(Some(found)) = names.get_item_opt(function, self.vm) else {
            self.tell(News::Lacking(lacking(function, false)));
            return None;
        };
        if !found.is_callable() {
            self.tell(News::Lacking(lacking(function, true)));
            return None;
        }
        Some(found)
    }

    fn load_module(&self) -> PyResult<rustpython_vm::builtins::PyDictRef> {
        let vm = self.vm;
        let names = vm.ctx.new_dict();
        let module = vm.new_module(self.task.module, names.clone(), None);
        names.set_item("__file__", vm.ctx.new_str(FILE).into(), vm)?;
        // Dataclasses and others look their module up by name.
        let modules = vm.sys_module.get_attr("modules", vm)?;
        modules.set_item(self.task.module, module.into(), vm)?;
        room::execute(vm, &self.task.source, FILE, names.clone())?;
        Ok(names)
    }

    fn call_all(
        &self,
        bridge: &Bridge<'_>,
        function: &PyObjectRef,
        all: Vec<Vec<Vec<PyObjectRef>>>,
    ) {
        for (call, copies) in self.task.calls.iter().zip(all) {
            self.tell(News::Began);
            let trial = self.call(bridge, function, call, copies);
            if self.stop.load(Ordering::Acquire) {
                let line = trial.came.iter().find_map(|came| match came {
                    Came::Raised(raised) => raised.line,
                    Came::Returned(_) => None,
                });
                return self.tell(News::Stopped(line));
            }
            self.tell(News::Ended(trial));
        }
    }

    fn call(
        &self,
        bridge: &Bridge<'_>,
        function: &PyObjectRef,
        call: &Call,
        copies: Vec<Vec<PyObjectRef>>,
    ) -> Trial {
        let mut trial = Trial { came: Vec::new(), changed: None, printed: String::new() };
        for arguments in copies {
            let came = self.call_once(bridge, function, call, &arguments);
            trial.came.push(came);
            let kept = |(value, object): (&Value, &PyObjectRef)| {
                untouched(value, &bridge.snapshot(object))
            };
            let pairs = call.arguments.iter().zip(&arguments);
            let changed = pairs.map(kept).position(|kept| !kept);
            trial.changed = trial.changed.or(changed);
        }
        trial.printed = exempt(|| self.sink.take());
        trial
    }

    fn call_once(
        &self,
        bridge: &Bridge<'_>,
        function: &PyObjectRef,
        call: &Call,
        arguments: &[PyObjectRef],
    ) -> Came {
        let result = function.call(arguments.to_vec(), self.vm);
        let value = result.and_then(|object| match call.follow && bridge.is_iterator(&object) {
            true => bridge.drain(object),
            false => Ok(bridge.snapshot(&object)),
        });
        match value {
            Ok(value) => Came::Returned(value),
            Err(error) => Came::Raised(self.read(&error)),
        }
    }

    fn read(&self, error: &PyBaseExceptionRef) -> Raised {
        Raised::new(trace::read(self.vm, error), &self.task.source)
    }

    fn tell(&self, news: News) {
        exempt(|| drop(self.news.send(news)));
    }
}

impl Needs {
    fn look(&mut self, value: &Value) {
        match value {
            Value::Date(_) | Value::DateTime(_) => self.dates = true,
            Value::Decimal(_) => self.decimals = true,
            Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => {
                items.iter().for_each(|item| self.look(item));
            }
            Value::Dict(items) => items.iter().for_each(|(key, inner)| {
                self.look(key);
                self.look(inner);
            }),
            _ => (),
        }
    }
}
