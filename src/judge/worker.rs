//! The child's side: reads one request behind a shut door, works, writes one reply, and ends.

use std::any::Any;
use std::fs::File;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use super::limits::{self, Limits};
use super::python::cpython::{self, Interpreter};
use super::python::engine::Engine;
use super::request::{Outcome, Reply, Request, Work};
use super::seal::{self, Sealing};
use super::{python, sql};

/// The exit code of a judge whose engine went on working after it was told to stop.
pub const STUCK: i32 = 6;

/// The longest request that is read, in bytes.
const REQUEST_BYTES: u64 = 64 << 20;

/// Serves the one request on stdin; what `mockloop judge` does.
///
/// The real stdout is moved aside and the process sealed before a byte of the request is read, so
/// nothing a guest prints can reach whoever waits for the reply.
///
/// With a CPython the code runs in processes that this one starts, each sealed before it becomes an interpreter.
/// This one then runs no guest's code and stays open, for a sealed process can start no other.
pub fn serve(python: Option<&Path>, wall: Duration) -> ExitCode {
    let Ok(mut reply_to) = move_stdout_aside() else { return ExitCode::from(3) };
    python::pace::wait_at_most(wall);
    let limited = limits::apply(Limits::CHILD);
    let room = match python {
        None => Room::Sealed(seal::seal()),
        Some(path) => Room::Open(Interpreter::find(path)),
    };
    let Some(request) = read_request() else { return ExitCode::from(4) };
    let Request { token, work } = request;
    let outcome = catch_unwind(AssertUnwindSafe(|| do_work(work, &limited, room, wall)))
        .unwrap_or_else(|panic| Outcome::Broken(panic_words(panic.as_ref())));
    let reply = Reply { token, outcome };
    let text = serde_json::to_vec(&reply).expect("a reply is plain data");
    let said = reply_to.write_all(&text).and_then(|()| reply_to.flush());
    if said.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(5) }
}

fn read_request() -> Option<Request> {
    let mut text = Vec::new();
    std::io::stdin().lock().take(REQUEST_BYTES + 1).read_to_end(&mut text).ok()?;
    if text.len() as u64 > REQUEST_BYTES {
        return None;
    }
    serde_json::from_slice(&text).ok()
}

/// Where guests' code runs.
enum Room {
    /// In this process, which is sealed.
    Sealed(Sealing),
    /// In a CPython's, if it can be used.
    Open(Result<Interpreter, String>),
}

fn do_work(work: Work, limited: &str, room: Room, wall: Duration) -> Outcome {
    if is_python(&work) {
        move_away();
    }
    // Whoever waits should hear of an endless loop from the judge, and not find it silent.
    let deadline = python::DEADLINE.min(wall * 2 / 3);
    match room {
        Room::Sealed(sealing) => do_inside(work, limited, &sealing, deadline),
        Room::Open(Ok(interpreter)) => do_outside(&work, interpreter, deadline),
        Room::Open(Err(words)) => Outcome::Broken(words),
    }
}

/// Does what an interpreter of its own process can do; other work must not come to an open room.
fn do_outside(work: &Work, interpreter: Interpreter, deadline: Duration) -> Outcome {
    let engine = Engine::CPython(Box::new(interpreter.clone()));
    match work {
        Work::Doctor => match cpython::doctor(&interpreter) {
            Ok(lines) => Outcome::Doctor(lines),
            Err(words) => Outcome::Broken(words),
        },
        Work::GradePython(paper) => python::grade_written(&engine, paper, deadline),
        Work::RunPython(run) => python::run(&engine, run, deadline),
        _ => Outcome::Broken("only Python code is handed to a CPython".to_owned()),
    }
}

fn do_inside(work: Work, limited: &str, sealing: &Sealing, deadline: Duration) -> Outcome {
    match work {
        Work::GradeSql(paper) => sql::grade(&paper),
        Work::GradeModel(paper) => sql::grade_model(&paper),
        Work::GradePython(paper) => python::grade(&Engine::Sealed, &paper, deadline),
        Work::AgreePython(paper) => python::agree(&paper),
        Work::RunSql(run) => sql::run(&run),
        Work::RunPython(run) => python::run(&Engine::Sealed, &run, deadline),
        Work::DeriveSql(paper) => sql::derive(&paper),
        Work::DeriveModel(paper) => sql::derive_model(&paper),
        Work::Mutants(paper) => sql::mutants(&paper),
        Work::Fates { paper, queries } => sql::fates(&paper, &queries),
        Work::Fuzz(order) => sql::fuzz(&order),
        Work::PythonMutants(paper) => python::mutants(&paper),
        Work::PythonFates { paper, programs } => python::fates(&paper, &programs),
        Work::PythonSift { paper, programs } => python::sift(&paper, &programs),
        Work::PythonKills { paper, programs } => python::kills(&paper, &programs),
        Work::PythonExpected { paper, references, inputs } => {
            python::expected(&paper, &references, &inputs)
        }
        Work::Scale(paper) => sql::scale(&paper),
        Work::Doctor => Outcome::Doctor(doctor(limited, sealing)),
    }
}

/// DuckDB asks for the zone too, and stored results are those of UTC.
fn is_python(work: &Work) -> bool {
    matches!(
        work,
        Work::GradePython(_)
            | Work::RunPython(_)
            | Work::PythonMutants(_)
            | Work::PythonFates { .. }
            | Work::PythonSift { .. }
            | Work::PythonKills { .. }
            | Work::PythonExpected { .. }
    )
}

/// Moves to a zone where nobody lives. Who takes a naive moment for local time is wrong here on every machine,
/// and not only on those whose clock is not set to UTC.
#[cfg(unix)]
fn move_away() {
    // SAFETY: the child has one thread until it works, so nobody reads the environment meanwhile.
    unsafe { std::env::set_var("TZ", python::NOBODYS_ZONE) };
}

/// Elsewhere the system's own zone is asked, which this could not change.
#[cfg(not(unix))]
fn move_away() {}

/// A panic of ours or of an engine is told and does not look like a crash of the answer.
fn panic_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("the judge broke down: {}", text.unwrap_or("no word why"))
}

fn doctor(limited: &str, sealing: &Sealing) -> Vec<(String, String)> {
    let line = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    vec![
        line("DuckDB", &sql::version()),
        line("Python", python::VERSION),
        line("limits", limited),
        line("files", &sealing.files),
        line("system calls", &sealing.calls),
    ]
}

/// Keeps the pipe to the parent for the reply alone; descriptors 1 and 2 lead nowhere from here on.
#[cfg(unix)]
fn move_stdout_aside() -> std::io::Result<File> {
    use std::os::fd::{AsFd, AsRawFd};

    let kept = std::io::stdout().as_fd().try_clone_to_owned()?;
    let nowhere = File::options().write(true).open("/dev/null")?;
    for descriptor in [1, 2] {
        // SAFETY: both descriptors are open, and dup2 touches no memory.
        if unsafe { libc::dup2(nowhere.as_raw_fd(), descriptor) } < 0 {
            return Err(std::io::Error::last_os_error());
        }
    }
    Ok(File::from(kept))
}

/// Windows has no dup2 of handles that a guest could not undo; the token still guards the reply.
#[cfg(windows)]
fn move_stdout_aside() -> std::io::Result<File> {
    use std::os::windows::io::AsHandle;

    std::io::stdout().as_handle().try_clone_to_owned().map(File::from)
}
