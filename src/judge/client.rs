//! How an answer is handed to the judge: one child process, one request, one reply, and a deadline.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

use super::request::{Outcome, Reply, Request};
use super::worker::STUCK;
use crate::interview::verdict::Lost;

/// How long the child may take and how much it may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// By the wall clock, from start to reply.
    pub wall: Duration,
    /// The longest reply in bytes.
    pub reply_bytes: u64,
}

impl Deadlines {
    /// For a verdict over all datasets or cases.
    pub const GRADED: Deadlines = Deadlines { wall: Duration::from_secs(75), reply_bytes: 8 << 20 };
    /// For the rows on growing tables, which nobody waits for.
    pub const SCALED: Deadlines =
        Deadlines { wall: Duration::from_secs(120), reply_bytes: 1 << 20 };
    /// For proofs of a question, for which nobody waits at a screen; the child's CPU time is limited all the same.
    pub const PROVING: Deadlines =
        Deadlines { wall: Duration::from_secs(1200), reply_bytes: 8 << 20 };
    /// For a run while the candidate waits.
    pub const INTERACTIVE: Deadlines =
        Deadlines { wall: Duration::from_secs(15), reply_bytes: 8 << 20 };
}

/// The program that judges, and the CPython that is to run Python code, if not the engine inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub exe: PathBuf,
    pub python: Option<PathBuf>,
}

impl<P: AsRef<Path> + ?Sized> From<&P> for Program {
    fn from(exe: &P) -> Self {
        Self { exe: exe.as_ref().to_owned(), python: None }
    }
}

/// Stops a judge that is at work; give a clone to whoever may want that.
#[derive(Clone, Debug, Default)]
pub struct Canceller(Arc<AtomicBool>);

impl Canceller {
    /// Stops the work within a few hundredths of a second.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Has the program do one job as `judge` and gives what it found.
///
/// # Errors
/// Says why there is no outcome: `spawn`, `deadline`, `crash`, `nonsense`. Never the answer's fault.
pub fn judge(
    program: impl Into<Program>,
    request: &Request,
    limits: &Deadlines,
) -> Result<Outcome, Lost> {
    judge_until(program, request, limits, &Canceller::default())
}

/// The same, and gives up with `cancelled` once `canceller` says so.
///
/// # Errors
/// As [`judge`], and `cancelled`.
pub fn judge_until(
    program: impl Into<Program>,
    request: &Request,
    limits: &Deadlines,
    canceller: &Canceller,
) -> Result<Outcome, Lost> {
    let program = program.into();
    let python = program.python.as_deref().filter(|_| request.work.may_use_a_cpython());
    let mut child = start(&program.exe, python, limits.wall).map_err(|error| {
        lost("spawn", format!("The judge could not be started ({error}). Hand in again; if it stays so, run `mockloop doctor`."))
    })?;
    let heard = converse(child.as_mut(), request, limits, canceller);
    // Whatever happened, nothing of the group may live on.
    let _ = child.start_kill();
    let status = child.wait();
    match heard {
        Heard::Reply(bytes) if bytes.is_empty() => Err(died(status.ok())),
        Heard::Reply(bytes) => read_reply(&bytes, request, limits),
        Heard::Late => Err(lost("deadline", late_words(limits))),
        Heard::Cancelled => Err(lost("cancelled", "Stopped as you asked.".to_owned())),
    }
}

fn lost(kind: &str, words: String) -> Lost {
    Lost { kind: kind.to_owned(), words }
}

fn late_words(limits: &Deadlines) -> String {
    format!(
        "The judge ran past its {} seconds and was stopped. This costs nothing; hand in again.",
        limits.wall.as_secs()
    )
}

/// Starts the child in a process group of its own, with nothing of our environment.
fn start(
    exe: &Path,
    python: Option<&Path>,
    wall: Duration,
) -> std::io::Result<Box<dyn ChildWrapper>> {
    let mut command = CommandWrap::with_new(exe, |command| {
        command.arg("judge").env_clear();
        command.arg("--wall-millis").arg(wall.as_millis().to_string());
        if let Some(python) = python {
            command.arg("--python").arg(python);
        }
        // Windows starts no process without it.
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env(OsStr::new("SystemRoot"), root);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    });
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessGroup::leader());
    #[cfg(windows)]
    command.wrap(process_wrap::std::JobObject);
    command.spawn()
}

/// What came of a conversation.
enum Heard {
    /// Everything the child wrote, up to one byte more than allowed.
    Reply(Vec<u8>),
    Late,
    Cancelled,
}

/// Writes the request and reads the reply, each on its own thread, so that neither can block the deadline.
fn converse(
    child: &mut dyn ChildWrapper,
    request: &Request,
    limits: &Deadlines,
    canceller: &Canceller,
) -> Heard {
    let mut stdin = child.stdin().take().expect("stdin is piped");
    let stdout = child.stdout().take().expect("stdout is piped");
    let text = serde_json::to_vec(request).expect("a request is plain data");
    let (heard, reply) = mpsc::channel();
    let most = limits.reply_bytes + 1;
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A child that died early closes the pipe; its end of the conversation tells the rest.
            let _ = stdin.write_all(&text);
        });
        scope.spawn(move || {
            let mut bytes = Vec::new();
            let _ = stdout.take(most).read_to_end(&mut bytes);
            let _ = heard.send(bytes);
        });
        let heard = wait(&reply, limits.wall, canceller);
        // The threads end only when the pipes close, which the end of the group brings about.
        let finished =
            matches!(&heard, Heard::Reply(bytes) if bytes.len() as u64 <= limits.reply_bytes);
        if !finished || !has_ended(child) {
            let _ = child.start_kill();
        }
        heard
    })
}

/// Gives a child that closed its stdout a moment to end by itself, so that its exit status is its own.
fn has_ended(child: &mut dyn ChildWrapper) -> bool {
    for _ in 0..50 {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(4));
    }
    false
}

#[expect(clippy::disallowed_methods, reason = "the judge's deadline is the wall clock's own")]
fn wait(reply: &Receiver<Vec<u8>>, wall: Duration, canceller: &Canceller) -> Heard {
    let until = Instant::now() + wall;
    loop {
        if canceller.is_cancelled() {
            return Heard::Cancelled;
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Heard::Late;
        }
        match reply.recv_timeout(left.min(Duration::from_millis(25))) {
            Ok(bytes) => return Heard::Reply(bytes),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Heard::Reply(Vec::new()),
        }
    }
}

/// Reads the reply as one would read the network: sized, and maybe nonsense.
fn read_reply(bytes: &[u8], request: &Request, limits: &Deadlines) -> Result<Outcome, Lost> {
    if bytes.len() as u64 > limits.reply_bytes {
        let words = format!(
            "The judge's reply was longer than {} MB and was dropped. Does the answer return or print far more than asked?",
            limits.reply_bytes >> 20
        );
        return Err(lost("nonsense", words));
    }
    let reply: Reply = serde_json::from_slice(bytes).map_err(|_| {
        lost(
            "nonsense",
            "The judge's reply made no sense and was dropped. Hand in again.".to_owned(),
        )
    })?;
    if reply.token != request.token {
        let words = "The judge's reply belongs to another request and was dropped. Hand in again.";
        return Err(lost("nonsense", words.to_owned()));
    }
    Ok(reply.outcome)
}

/// Says how a child ended that left no reply.
fn died(status: Option<ExitStatus>) -> Lost {
    let Some(status) = status else {
        return lost("crash", "The judge ended and left no word why. Hand in again.".to_owned());
    };
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return died_by(signal);
    }
    if status.code() == Some(STUCK) {
        let words = "One step of the answer could not be interrupted when its time was up, and the judge was stopped. Does a function work on a huge value?";
        return lost("deadline", words.to_owned());
    }
    let words = format!("The judge ended without a reply ({status}). Hand in again.");
    lost(if status.success() { "nonsense" } else { "crash" }, words)
}

#[cfg(unix)]
fn died_by(signal: i32) -> Lost {
    match signal {
        libc::SIGXCPU => lost("deadline", "The answer used up its CPU time and the judge was stopped.".to_owned()),
        libc::SIGKILL => lost("crash", "The system killed the judge, most likely for want of memory. Does the answer build something huge?".to_owned()),
        libc::SIGABRT => lost("crash", "The judge gave up, most likely because the answer asked for more memory than it may use.".to_owned()),
        libc::SIGSEGV | libc::SIGBUS => lost("crash", "The judge crashed, most likely because the answer recursed too deep.".to_owned()),
        other => lost("crash", format!("The judge was ended by signal {other}. Hand in again.")),
    }
}
