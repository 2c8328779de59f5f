//! The conversation with an interpreter: the answer's text, then case by case. Whatever is not said in the
//! agreed form, with the token of the call it belongs to, counts for nothing.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use super::Interpreter;
use super::frame::{Calling, Ending, Found, Frame, Hello, Opening, Said};
use super::seat::Order;
use super::wire::{self, Node};
use crate::interview::verdict::Fault;
use crate::judge::python::compare::untouched;
use crate::judge::python::trace::Raised;
use crate::judge::python::trial::{Call, Came, News, Task, Trial, Wires, lacking};
use crate::judge::python::value::Value;
use crate::judge::python::watch::now;

/// The longest line that is read.
const LONGEST: usize = 32 << 20;
/// How long after the deadline an interpreter may take to say where it was.
const GRACE: Duration = Duration::from_millis(350);

/// Runs a task in an interpreter of its own and reports over the wires, as the sealed engine does.
pub fn sit(interpreter: &Interpreter, task: &Task, seed: u32, wires: &Wires, end: Instant) {
    let news = match Seat::start(interpreter, seed, end) {
        Ok(mut seat) => Talk { task, wires, seat: &mut seat, token: String::new() }.run(),
        Err(words) => Err(News::Broken(words)),
    };
    if let Err(last) = news {
        let _ = wires.news.send(last);
    }
    let _ = wires.news.send(News::Done);
}

/// Starts an interpreter and asks it nothing; gives what sealing it reached.
pub fn greet(interpreter: &Interpreter) -> Result<Hello, String> {
    let mut seat = Seat::start(interpreter, 0, now() + Duration::from_secs(10))?;
    Ok(std::mem::replace(&mut seat.hello, Hello::Failed(String::new())))
}

struct Talk<'a> {
    task: &'a Task,
    wires: &'a Wires,
    seat: &'a mut Seat,
    token: String,
}

impl Talk<'_> {
    /// Talks to the end of the task; an early end is given as its news.
    fn run(&mut self) -> Result<(), News> {
        self.token = token();
        let left = self.seat.end.saturating_duration_since(now());
        self.seat.say(&Opening {
            token: &self.token,
            source: &self.task.source,
            module: self.task.module,
            function: self.task.function.as_deref(),
            millis: left.as_millis() as u64,
        });
        let Said::Module { raised, printed, found } = self.hear()? else { return Err(nonsense()) };
        let raised = raised.map(|account| Box::new(Raised::new(account, &self.task.source)));
        let has_raised = raised.is_some();
        self.tell(News::Module { raised, printed: self.cut(&printed) });
        let Some(function) = self.task.function.as_deref().filter(|_| !has_raised) else {
            return Ok(());
        };
        if found != Found::Callable {
            return Err(News::Lacking(lacking(function, found == Found::Value)));
        }
        self.task.calls.iter().try_for_each(|call| self.call(call))
    }

    fn call(&mut self, call: &Call) -> Result<(), News> {
        self.token = token();
        self.seat.say(&Calling {
            token: &self.token,
            arguments: &wire::write(&call.arguments),
            count: call.arguments.len(),
            times: call.times,
            follow: call.follow,
        });
        let Said::Ended { came, after, printed } = self.hear()? else { return Err(nonsense()) };
        if came.len() != call.times as usize || after.len() != came.len() {
            return Err(nonsense());
        }
        let came = came.into_iter().map(|ending| self.came(ending)).collect::<Result<_, _>>()?;
        let mut changed = None;
        for arguments in after {
            let first = first_changed(&call.arguments, arguments).ok_or_else(nonsense)?;
            changed = changed.or(first);
        }
        self.tell(News::Ended(Trial {
            came,
            changed,
            printed: self.cut(&printed),
            ..Trial::default()
        }));
        Ok(())
    }

    fn came(&self, ending: Ending) -> Result<Came, News> {
        match ending {
            Ending::Returned(nodes) => wire::read(nodes).map(Came::Returned).ok_or_else(nonsense),
            Ending::Raised(account) => {
                let raised = Raised::new(account, &self.task.source);
                // The ration is the process's, so this is how the interpreter says that it is used up.
                match raised.is_built_in("MemoryError") {
                    true => Err(News::Greedy),
                    false => Ok(Came::Raised(raised)),
                }
            }
        }
    }

    /// Hears one line that belongs to the present call.
    fn hear(&mut self) -> Result<Said, News> {
        let line = self.seat.line()?;
        let frame: Frame = serde_json::from_slice(&line).map_err(|_| nonsense())?;
        match frame.said {
            _ if frame.token != self.token => Err(nonsense()),
            Said::Stopped { line, printed } => {
                self.wires.sink.push(&printed);
                Err(News::Stopped(line))
            }
            Said::Broken(words) => Err(News::Broken(words)),
            said => Ok(said),
        }
    }

    /// Cuts what was printed as the sealed engine's output is cut.
    fn cut(&self, printed: &str) -> String {
        self.wires.sink.push(printed);
        self.wires.sink.take()
    }

    fn tell(&self, news: News) {
        let _ = self.wires.news.send(news);
    }
}

/// Finds the first argument that is not what it was; none when the snapshots make no sense.
fn first_changed(before: &[Value], after: Vec<Vec<Node>>) -> Option<Option<usize>> {
    let after = after.into_iter().map(wire::read).collect::<Option<Vec<Value>>>()?;
    let pairs = before.iter().zip(&after);
    let changed = pairs.map(|(before, after)| untouched(before, after)).position(|kept| !kept);
    (before.len() == after.len()).then_some(changed)
}

fn nonsense() -> News {
    let words = "spoke over the line to the judge, so the case is lost";
    News::Gone(Fault::Error, words.to_owned())
}

/// Every RandomState is keyed anew by the system, so an answer cannot know the next call's token.
fn token() -> String {
    use std::hash::{BuildHasher, Hasher, RandomState};

    let number = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", number(), number())
}

/// One interpreter, alive until this is dropped.
struct Seat {
    child: Child,
    stdin: ChildStdin,
    stdout: ChildStdout,
    read: Vec<u8>,
    end: Instant,
    hello: Hello,
}

impl Seat {
    #[expect(clippy::disallowed_methods, reason = "the judge starts the interpreter it was given")]
    fn start(interpreter: &Interpreter, seed: u32, end: Instant) -> Result<Self, String> {
        let order = Order { interpreter: interpreter.clone(), seed };
        let order = serde_json::to_string(&order).expect("an order is plain data");
        let say = |error: std::io::Error| format!("the CPython was not started: {error}");
        let mut child = Command::new(std::env::current_exe().map_err(say)?)
            .args(["judge", "--seat", &order])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(say)?;
        let stdin = child.stdin.take().expect("stdin is piped");
        let stdout = child.stdout.take().expect("stdout is piped");
        let hello = Hello::Failed(String::new());
        let mut seat = Self { child, stdin, stdout, read: Vec::new(), end, hello };
        let line = seat.line().map_err(|_| "the CPython did not start in time".to_owned())?;
        match serde_json::from_slice(&line) {
            Ok(Hello::Failed(words)) => Err(words),
            Ok(hello) => {
                seat.hello = hello;
                Ok(seat)
            }
            Err(_) => Err("the CPython was not started".to_owned()),
        }
    }

    fn say(&mut self, message: &impl serde::Serialize) {
        let mut text = serde_json::to_vec(message).expect("a message is plain data");
        text.push(b'\n');
        // One that has ended is noticed when its reply is read.
        let _ = self.stdin.write_all(&text);
    }

    /// Reads a line, however it comes in pieces, until a moment after the deadline.
    fn line(&mut self) -> Result<Vec<u8>, News> {
        let mut searched = 0;
        loop {
            if let Some(at) = self.read[searched..].iter().position(|byte| *byte == b'\n') {
                let rest = self.read.split_off(searched + at + 1);
                return Ok(std::mem::replace(&mut self.read, rest));
            }
            searched = self.read.len();
            if searched > LONGEST {
                return Err(News::Gone(Fault::Limits, "returned more than can be compared".into()));
            }
            if !self.has_more() {
                return Err(News::Stopped(None));
            }
            let mut piece = [0; 1 << 16];
            match self.stdout.read(&mut piece) {
                Ok(0) | Err(_) => return Err(self.gone()),
                Ok(count) => self.read.extend_from_slice(&piece[..count]),
            }
        }
    }

    /// Waits for something to read; false when the time is up.
    fn has_more(&self) -> bool {
        let left = (self.end + GRACE).saturating_duration_since(now());
        wait_for(&self.stdout, left)
    }

    /// Says how an interpreter ended that should not have.
    fn gone(&mut self) -> News {
        if now() >= self.end {
            return News::Stopped(None);
        }
        let status = self.child.wait().ok();
        let signal = status.and_then(signal);
        let (fault, words) = match signal {
            None => (Fault::Exception, "ended the interpreter"),
            #[cfg(unix)]
            Some(libc::SIGXCPU | libc::SIGKILL) => (Fault::Timeout, "used up its time"),
            Some(_) => (Fault::Limits, "crashed the interpreter"),
        };
        News::Gone(fault, words.to_owned())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn signal(status: std::process::ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: std::process::ExitStatus) -> Option<i32> {
    None
}

#[cfg(unix)]
fn wait_for(pipe: &ChildStdout, left: Duration) -> bool {
    use std::os::fd::AsRawFd;

    let mut wanted = libc::pollfd { fd: pipe.as_raw_fd(), events: libc::POLLIN, revents: 0 };
    let millis = i32::try_from(left.as_millis()).unwrap_or(i32::MAX);
    // SAFETY: it is given one entry and told that it is one.
    unsafe { libc::poll(&raw mut wanted, 1, millis) > 0 }
}

/// Elsewhere no interpreter is ever started, so there is nothing to wait for.
#[cfg(not(unix))]
fn wait_for(_pipe: &ChildStdout, _left: Duration) -> bool {
    true
}
