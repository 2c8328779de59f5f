//! Who keeps the time: rooms run on threads of their own, and whatever they do, an answer comes in time.

mod in_turn;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustpython_vm::VirtualMachine;
use rustpython_vm::signal::{UserSignalSender, user_signal_channel};

use super::engine::Engine;
use super::pace::{Pace, Turn};
use super::ration::{Gauge, RATION_BYTES};
use super::sink::Sink;
use super::trace::Raised;
use super::trial::{News, Task, Trial, Wires};
use crate::interview::verdict::Fault;
pub use in_turn::in_turn;

/// Address space, not memory: pages are taken only as a recursion reaches them.
const STACK: usize = 256 << 20;
/// How long a room that was told to stop may take to say where it was. The unit tests have dozens of
/// interpreters in one process, which take each other's signals; a judge's child has two.
const GRACE: Duration = Duration::from_millis(if cfg!(test) { 20_000 } else { 400 });

/// How often a silent room is looked at.
const GLANCE: Duration = Duration::from_millis(50);

/// What came out of one room.
#[derive(Clone, Debug, Default)]
pub struct Sitting {
    /// What the module raised, if it did; and what it printed.
    pub module: Option<(Option<Raised>, String)>,
    /// There is no such function, in words.
    pub lacking: Option<String>,
    /// The cases that ended, in order.
    pub trials: Vec<Trial>,
    /// What was printed by whatever was stopped.
    pub printed: String,
    pub end: End,
    /// Its thread did not end, and may still be at work.
    pub left_behind: bool,
}

/// How a room came to its end.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum End {
    #[default]
    Done,
    /// Time ran out, in this line if it could be found.
    Timeout { line: Option<usize> },
    /// It took more memory than its ration.
    Greedy,
    /// The interpreter ended or made no sense.
    Gone(Fault, String),
    /// The engine could not work; never the answer's fault.
    Broken(String),
}

/// Runs the task once for each seed, side by side, and returns within the deadline and a moment.
pub fn run(engine: &Engine, task: &Task, seeds: &[u32], deadline: Duration) -> Vec<Sitting> {
    all(seeds.iter().map(|seed| (engine.clone(), task.clone(), *seed)), deadline)
}

/// Runs a task in the engine inside, whoever runs the answer: what a question brings, and what is measured.
pub fn inside(task: &Task, seeds: &[u32], deadline: Duration) -> Vec<Sitting> {
    run(&Engine::Sealed, task, seeds, deadline)
}

/// Runs several tasks in the engine inside, side by side, each under a seed of its own.
pub fn side_by_side(tasks: impl Iterator<Item = (Task, u32)>, deadline: Duration) -> Vec<Sitting> {
    all(tasks.map(|(task, seed)| (Engine::Sealed, task, seed)), deadline)
}

fn all(tasks: impl Iterator<Item = (Engine, Task, u32)>, deadline: Duration) -> Vec<Sitting> {
    let (turn, end) = (Turn::of(deadline), now() + deadline);
    let open = |(engine, task, seed)| Room::open(engine, task, seed, end);
    let rooms: Vec<_> = tasks.map(open).collect();
    rooms.into_iter().map(|room| room.attend(&|| turn.left(), &mut |_, _| false)).collect()
}

/// Runs the task in the sealed engine under one seed until `enough` has seen enough of its trials, or did as
/// much work as it may.
pub fn run_until(
    task: &Task,
    seed: u32,
    work: Duration,
    enough: &mut dyn FnMut(usize, &Trial) -> bool,
) -> Sitting {
    let pace = Pace::of(work);
    let room = Room::open(Engine::Sealed, task.clone(), seed, now() + work);
    room.attend(&|| pace.left(), enough)
}

#[allow(
    clippy::disallowed_methods,
    reason = "the judge's child keeps its own deadline; nothing is decided by the hour"
)]
pub(super) fn now() -> Instant {
    Instant::now()
}

struct Room {
    news: Receiver<News>,
    signals: UserSignalSender,
    stop: Arc<AtomicBool>,
    sink: Sink,
    gauge: Gauge,
    thread: std::io::Result<JoinHandle<()>>,
}

impl Room {
    fn open(engine: Engine, task: Task, seed: u32, end: Instant) -> Room {
        Self::with(seed, move |wires| engine.sit(&task, seed, wires, end))
    }

    /// Opens a room in which `sit` happens.
    fn with(seed: u32, sit: impl FnOnce(Wires) + Send + 'static) -> Room {
        let (sender, news) = channel();
        let (signals, receiver) = user_signal_channel();
        let (stop, sink) = (Arc::new(AtomicBool::new(false)), Sink::default());
        let gauge = Gauge::new();
        let wires = Wires {
            news: sender,
            signals: receiver,
            stop: stop.clone(),
            sink: sink.clone(),
            gauge,
        };
        let builder = std::thread::Builder::new().name(format!("seed {seed}")).stack_size(STACK);
        let thread = builder.spawn(move || sit(wires));
        Room { news, signals, stop, sink, gauge, thread }
    }

    fn attend(
        self,
        left: &dyn Fn() -> Duration,
        enough: &mut dyn FnMut(usize, &Trial) -> bool,
    ) -> Sitting {
        let mut sitting = Sitting::default();
        if let Err(error) = &self.thread {
            sitting.end = End::Broken(format!("no thread for the Python engine: {error}"));
            return sitting;
        }
        loop {
            let left = left();
            match self.news.recv_timeout(left.min(GLANCE)) {
                Ok(News::Done) => {
                    sitting.printed = self.sink.take();
                    return sitting;
                }
                Ok(news) => {
                    let seen = sitting.trials.len();
                    sitting.note(news);
                    let fresh = sitting.trials.get(seen);
                    if fresh.is_some_and(|trial| enough(seen, trial)) {
                        self.halt(&mut sitting);
                        return sitting;
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.gauge.is_used_up() => {
                    sitting.end = End::Greedy;
                    sitting.left_behind = true;
                    return sitting;
                }
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => (),
                Err(RecvTimeoutError::Timeout) => {
                    self.halt(&mut sitting);
                    return sitting;
                }
                // The thread died without a word: a panic inside the engine.
                Err(RecvTimeoutError::Disconnected) => {
                    sitting.end = End::Broken("the Python engine gave up on this answer".into());
                    return sitting;
                }
            }
        }
    }

    /// Makes the answer's code raise until the room ends. One that catches even that is left behind;
    /// it ends with the process.
    fn halt(&self, sitting: &mut Sitting) {
        self.stop.store(true, Ordering::Release);
        let mut line = None;
        let patience = now() + GRACE;
        sitting.left_behind = true;
        while now() < patience {
            // The interpreters share one flag for pending signals, so one of them may take another's.
            let _ = self.signals.send(Box::new(|vm| Err(interruption(vm))));
            match self.news.recv_timeout(Duration::from_millis(20)) {
                Ok(News::Stopped(at)) => line = line.or(at),
                Ok(News::Module { raised, printed }) => {
                    self.sink.push(&printed);
                    line = raised.and_then(|raised| raised.line);
                }
                Ok(News::Done) | Err(RecvTimeoutError::Disconnected) => {
                    sitting.left_behind = false;
                    break;
                }
                Ok(_) | Err(RecvTimeoutError::Timeout) => (),
            }
        }
        sitting.printed = self.sink.take();
        sitting.end = End::Timeout { line };
    }
}

fn interruption(vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let class = vm.ctx.exceptions.keyboard_interrupt.to_owned();
    vm.new_exception_msg(class, "the time is up".into())
}

impl Sitting {
    /// Says why the room was stopped, if it was.
    pub fn stopped(&self, deadline: Duration) -> Option<(Fault, String)> {
        let seconds = deadline.as_secs_f64();
        match &self.end {
            End::Done | End::Broken(_) => None,
            End::Gone(fault, words) => Some((*fault, words.clone())),
            End::Timeout { line: None } => {
                Some((Fault::Timeout, format!("did not end within {seconds} seconds")))
            }
            End::Timeout { line: Some(line) } => Some((
                Fault::Timeout,
                format!("did not end within {seconds} seconds; it was stopped in line {line}"),
            )),
            End::Greedy => {
                let most = RATION_BYTES >> 20;
                Some((Fault::Limits, format!("took more than {most} MB of memory")))
            }
        }
    }

    /// Gives the cases that ended, without the first few.
    pub fn after(&self, count: usize) -> &[Trial] {
        self.trials.get(count..).unwrap_or_default()
    }

    fn note(&mut self, news: News) {
        match news {
            News::Broken(words) => self.end = End::Broken(words),
            News::Module { raised, printed } => {
                self.module = Some((raised.map(|raised| *raised), printed))
            }
            News::Lacking(words) => self.lacking = Some(words),
            News::Ended(trial) => self.trials.push(trial),
            News::Greedy => self.end = End::Greedy,
            News::Gone(fault, words) => self.end = End::Gone(fault, words),
            News::Stopped(line) => self.end = End::Timeout { line },
            News::Began | News::Over | News::Done => (),
        }
    }
}
