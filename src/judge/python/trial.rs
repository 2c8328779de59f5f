//! What happens in one room: the answer's module runs once, then every case is called, and each step is reported.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::signal::UserSignalReceiver;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::bridge::{Bridge, Given, Needs};
use super::clock;
use super::compare::untouched;
use super::ration::{Gauge, exempt, peak_of};
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
    pub watched: Watched,
}

/// What is measured of a call. The arguments of a measured call are made right before it, because many
/// large ones would not fit into a room side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Watched {
    #[default]
    Nothing,
    /// How long it works; what it returns is only looked at as far as it must be read to have been made.
    Time,
    /// The most memory it holds; the items of iterators are made when they are asked for.
    Memory,
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    pub came: Vec<Came>,
    pub changed: Option<usize>,
    /// An iterator was asked for more after its end.
    pub reread: bool,
    /// The items of iterators that were asked for in a measured call.
    pub taken: u64,
    pub cost: Option<Cost>,
    pub printed: String,
}

/// What was measured of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// The thread's own working time.
    Time(Duration),
    /// The most bytes held at a moment, beyond those held before.
    Memory(usize),
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
    /// One of several programs ended; the next one begins.
    Over,
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
        let source = &task.source;
        Sitting { vm, task, source, news: &news, stop: &stop, sink: &sink }.run(seed);
    });
    // The reader may have left already; then nobody wants to know.
    exempt(|| drop(news.send(News::Done)));
}

/// What is to be done after a case of one of several programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Case,
    Program,
}

/// Runs several programs on the calls of a task, one after the other in one room, each until `next` says that it
/// was enough. A room costs more than most programs do; what one of them changes in the library, the others
/// meet, so a verdict is never made this way.
pub fn sit_in_turn(
    task: &Task,
    programs: &[String],
    seed: u32,
    wires: Wires,
    next: &Receiver<Next>,
) {
    let Wires { news, signals, stop, sink, gauge } = wires;
    gauge.ration_this_thread();
    let interpreter = room::open(seed, signals);
    interpreter.enter(|vm| {
        let sitting = |source| Sitting { vm, task, source, news: &news, stop: &stop, sink: &sink };
        let first = sitting(&task.source);
        let bridge = match first.bridge(seed) {
            Ok(bridge) => bridge,
            Err(error) => return first.break_off(&error),
        };
        for program in programs {
            if !sitting(program).run_until(&bridge, next) {
                return;
            }
        }
    });
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
    source: &'a str,
    news: &'a Sender<News>,
    stop: &'a AtomicBool,
    sink: &'a Sink,
}

impl Sitting<'_> {
    fn run(&self, seed: u32) {
        let prepared = self.prepare(seed);
        let (bridge, arguments) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return self.break_off(&error),
        };
        if let Some(function) = self.load() {
            self.call_all(&bridge, &function, arguments);
        }
    }

    /// Runs a program until it was enough of it; gives false when it was told to stop.
    fn run_until(&self, bridge: &Bridge<'_>, next: &Receiver<Next>) -> bool {
        if let Some(function) = self.load() {
            for call in &self.task.calls {
                let give = |_| bridge.builder.give(&call.arguments, self.vm);
                let copies: Vec<Given> = match (0..call.times).map(give).collect() {
                    Ok(copies) => copies,
                    Err(error) => {
                        self.break_off(&error);
                        return false;
                    }
                };
                self.tell(News::Began);
                let trial = self.call(bridge, &function, call, copies);
                if self.stop.load(Ordering::Acquire) {
                    self.tell(News::Stopped(line_of(&trial)));
                    return false;
                }
                self.tell(News::Ended(trial));
                if next.recv() != Ok(Next::Case) {
                    break;
                }
            }
        }
        if self.stop.load(Ordering::Acquire) {
            self.tell(News::Stopped(None));
            return false;
        }
        self.tell(News::Over);
        true
    }

    /// Tells that the engine did not come up, or that the question's values cannot be built.
    fn break_off(&self, error: &PyBaseExceptionRef) {
        let raised = Raised::new(trace::read(self.vm, error), "");
        self.tell(News::Broken(raised.text));
    }

    fn bridge(&self, seed: u32) -> PyResult<Bridge<'_>> {
        let prelude = room::furnish(self.vm, seed, self.sink)?;
        Bridge::new(self.vm, &prelude, self.needs())
    }

    /// Builds all arguments before the answer runs, so nothing it replaces can touch them.
    fn prepare(&self, seed: u32) -> PyResult<(Bridge<'_>, Vec<Vec<Given>>)> {
        let bridge = self.bridge(seed)?;
        let build = |call: &Call| {
            let times = if call.watched == Watched::Nothing { call.times } else { 0 };
            let give = |_| bridge.builder.give(&call.arguments, self.vm);
            (0..times).map(give).collect::<PyResult<Vec<_>>>()
        };
        let arguments = self.task.calls.iter().map(build).collect::<PyResult<Vec<_>>>()?;
        Ok((bridge, arguments))
    }

    fn needs(&self) -> Needs {
        let mut needs = Needs {
            dates: self.source.contains("datetime"),
            decimals: self.source.contains("decimal"),
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
        room::execute(vm, self.source, FILE, names.clone())?;
        Ok(names)
    }

    fn call_all(&self, bridge: &Bridge<'_>, function: &PyObjectRef, all: Vec<Vec<Given>>) {
        for (call, copies) in self.task.calls.iter().zip(all) {
            self.tell(News::Began);
            let trial = match call.watched {
                Watched::Nothing => self.call(bridge, function, call, copies),
                watched => match self.measure(bridge, function, call, watched) {
                    Ok(trial) => trial,
                    Err(error) => return self.tell(News::Broken(self.read(&error).text)),
                },
            };
            if self.stop.load(Ordering::Acquire) {
                return self.tell(News::Stopped(line_of(&trial)));
            }
            self.tell(News::Ended(trial));
        }
    }

    fn call(
        &self,
        bridge: &Bridge<'_>,
        function: &PyObjectRef,
        call: &Call,
        copies: Vec<Given>,
    ) -> Trial {
        let mut trial = Trial::default();
        for given in copies {
            let came = self.call_once(bridge, function, call, &given.arguments);
            trial.came.push(came);
            let kept = |(value, object): (&Value, &PyObjectRef)| {
                untouched(value, &bridge.snapshot(object))
            };
            let pairs = call.arguments.iter().zip(&given.arguments);
            let changed = pairs.map(kept).position(|kept| !kept);
            trial.changed = trial.changed.or(changed);
            trial.reread |= given.was_reread();
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
        self.came(value)
    }

    /// Makes a call once and measures it. What cannot be built here was built before, so an error is the
    /// question's.
    fn measure(
        &self,
        bridge: &Bridge<'_>,
        function: &PyObjectRef,
        call: &Call,
        watched: Watched,
    ) -> PyResult<Trial> {
        let given = match watched {
            Watched::Memory => bridge.builder.give_lazily(&call.arguments, self.vm)?,
            Watched::Time | Watched::Nothing => {
                bridge.builder.give_again(&call.arguments, self.vm)?
            }
        };
        let arguments = given.arguments.clone();
        let began = clock::of_thread();
        let (result, bytes) = peak_of(|| {
            let result = function.call(arguments, self.vm);
            result.and_then(|object| match (bridge.is_iterator(&object), watched) {
                (false, _) => Ok(Err(object)),
                (true, Watched::Memory) => bridge.drain_uncounted(object).map(Ok),
                (true, _) => bridge.exhaust(object).map(Ok),
            })
        });
        let time = clock::of_thread().saturating_sub(began);
        let value = result.map(|made| match (made, watched) {
            (Ok(items), _) => items,
            (Err(_), Watched::Time) => Value::None,
            (Err(object), _) => exempt(|| bridge.snapshot(&object)),
        });
        let cost = match watched {
            Watched::Memory => Cost::Memory(bytes),
            Watched::Time | Watched::Nothing => Cost::Time(time),
        };
        Ok(Trial {
            came: vec![self.came(value)],
            changed: None,
            reread: given.was_reread(),
            taken: given.taken(),
            cost: Some(cost),
            printed: exempt(|| self.sink.take()),
        })
    }

    fn came(&self, value: PyResult<Value>) -> Came {
        match value {
            Ok(value) => Came::Returned(value),
            Err(error) => Came::Raised(self.read(&error)),
        }
    }

    fn read(&self, error: &PyBaseExceptionRef) -> Raised {
        Raised::new(trace::read(self.vm, error), self.source)
    }

    fn tell(&self, news: News) {
        exempt(|| drop(self.news.send(news)));
    }
}

/// The line in which a call was that was made to raise.
fn line_of(trial: &Trial) -> Option<usize> {
    trial.came.iter().find_map(|came| match came {
        Came::Raised(raised) => raised.line,
        Came::Returned(_) => None,
    })
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
