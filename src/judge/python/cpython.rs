//! A real CPython as the engine: found, asked what it needs, and started behind a shut door.
//!
//! It runs none of its own locks, so it is started only where the system can seal it. The answer shares its
//! process with the driver that calls it: what it could forge there is what it could return anyway, since what
//! is expected never comes into that process.

mod frame;
pub mod seat;
pub mod talk;
mod wire;

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::watch::now;

const PROBE: &str = include_str!("cpython/probe.py");
/// How long an interpreter may take to say what it is.
const PATIENCE: Duration = Duration::from_secs(10);

/// An interpreter that was found, and what of it must stay readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interpreter {
    pub executable: PathBuf,
    pub version: String,
    implementation: String,
    major: u32,
    minor: u32,
    /// The folder of the standard library.
    library: PathBuf,
    /// Files that it maps: itself, the system's loader, shared libraries.
    mapped: Vec<PathBuf>,
}

impl Interpreter {
    /// Asks the interpreter at this path what it is. A launcher that starts another one is looked through.
    ///
    /// # Errors
    /// Says in words why it cannot be used.
    pub fn find(path: &Path) -> Result<Self, String> {
        let cannot = |why: String| format!("{} cannot judge: {why}", path.display());
        let said = ask(path).map_err(cannot)?;
        let found: Interpreter = serde_json::from_str(&said)
            .map_err(|_| cannot("it does not answer as a Python 3.11 or newer does".into()))?;
        let is_fit = found.implementation == "cpython" && (found.major, found.minor) >= (3, 11);
        match is_fit {
            true => Ok(found),
            false => Err(cannot(format!(
                "it is {} {}; a CPython 3.11 or newer is needed",
                found.implementation, found.version
            ))),
        }
    }

    /// Says which one it is, for `mockloop doctor`.
    pub fn words(&self) -> String {
        format!("CPython {}, {}", self.version, self.executable.display())
    }
}

/// Starts it once behind its door and says what was reached.
///
/// # Errors
/// Says in words why it cannot be started.
pub fn doctor(interpreter: &Interpreter) -> Result<Vec<(String, String)>, String> {
    let line = |name: &str, words: String| (name.to_owned(), words);
    let mut lines = vec![line("CPython", interpreter.words())];
    match talk::greet(interpreter)? {
        frame::Hello::Sealed { files, calls, limits } => lines.extend([
            line("CPython limits", limits),
            line("CPython files", files),
            line("CPython system calls", calls),
        ]),
        frame::Hello::Failed(words) => return Err(words),
    }
    Ok(lines)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the judge's child asks the interpreter it was given"
)]
fn ask(path: &Path) -> Result<String, String> {
    let mut child = Command::new(path)
        .args(["-I", "-S", "-B", "-c", PROBE])
        .env_clear()
        // A launcher written for the shell finds its helpers here.
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("it does not start ({error})"))?;
    let mut stdout = child.stdout.take().expect("stdout is piped");
    let until = now() + PATIENCE;
    let reading = std::thread::Builder::new().spawn(move || {
        let mut said = String::new();
        stdout.by_ref().take(1 << 20).read_to_string(&mut said).map(|_| said)
    });
    let reading = reading.map_err(|error| format!("no thread to read what it says ({error})"))?;
    while !reading.is_finished() && now() < until {
        std::thread::sleep(Duration::from_millis(5));
    }
    let is_late = !reading.is_finished();
    let _ = child.kill();
    let _ = child.wait();
    match reading.join() {
        Ok(Ok(said)) if !is_late => Ok(said),
        _ => Err(format!("it says nothing within {} seconds", PATIENCE.as_secs())),
    }
}
