//! Who keeps the time: rooms run on threads of their own, and whatever they do, an answer comes in time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustpython_vm::VirtualMachine;
use rustpython_vm::signal::{UserSignalSender, user_signal_channel};

use super::ration::{Gauge, RATION_BYTES};
use super::sink::Sink;
use super::trace::Raised;
use super::trial::{News, Task, Trial, Wires, sit};
use crate::interview::verdict::Fault;

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
    /// The engine could not work; never the answer's fault.
    Broken(String),
}

/// Runs the task once for each seed, side by side, and returns within the deadline and a moment.
pub fn run(task: &Task, seeds: &[u32], deadline: Duration) -> Vec<Sitting> {
    side_by_side(seeds.iter().map(|seed| (task.clone(), *seed)), deadline)
}

/// Runs several tasks side by side, each under a seed of its own.
pub fn side_by_side(tasks: impl Iterator<Item = (Task, u32)>, deadline: Duration) -> Vec<Sitting> {
    let end = now() + deadline;
    let rooms: Vec<_> = tasks.map(|(task, seed)| Room::open(task, seed)).collect();
    rooms.into_iter().map(|room| room.attend(end)).collect()
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
    fn open(task: Task, seed: u32) -> Room {
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
        let thread = builder.spawn(move || sit(&task, seed, wires));
        Room { news, signals, stop, sink, gauge, thread }
    }

    fn attend(self, end: Instant) -> Sitting {
        let mut sitting = Sitting::default();
        if let Err(error) = &self.thread {
            sitting.end = End::Broken(format!("no thread for the Python engine: {error}"));
            return sitting;
        }
        loop {
            let left = end.saturating_duration_since(now());
            match self.news.recv_timeout(left.min(GLANCE)) {
                Ok(News::Done) => return sitting,
                Ok(news) => sitting.note(news),
                Err(RecvTimeoutError::Timeout) if self.gauge.is_used_up() => {
                    sitting.end = End::Greedy;
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
        while now() < patience {
            // The interpreters share one flag for pending signals, so one of them may take another's.
            let _ = self.signals.send(Box::new(|vm| Err(interruption(vm))));
            match self.news.recv_timeout(Duration::from_millis(20)) {
                Ok(News::Stopped(at)) => line = at,
                Ok(News::Module { raised, printed }) => {
                    self.sink.push(&printed);
                    line = raised.and_then(|raised| raised.line);
                }
                Ok(News::Done) | Err(RecvTimeoutError::Disconnected) => break,
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
        match self.end {
            End::Done | End::Broken(_) => None,
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

    fn note(&mut self, news: News) {
        match news {
            News::Broken(words) => self.end = End::Broken(words),
            News::Module { raised, printed } => self.module = Some((raised, printed)),
            News::Lacking(words) => self.lacking = Some(words),
            News::Ended(trial) => self.trials.push(trial),
            News::Began | News::Stopped(_) | News::Done => (),
        }
    }
}
