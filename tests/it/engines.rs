//! Two engines, one verdict: a CPython of this machine, where there is one, says of every solution in the bank what
//! the sealed engine says.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mockloop::content::library::Library;
use mockloop::content::question::{Body, Kind};
use mockloop::interview::verdict::{Decision, Fault, Verdict};
use mockloop::judge::client::{Deadlines, Program, judge};
use mockloop::judge::paper;
use mockloop::judge::python::cpython::Interpreter;
use mockloop::judge::request::{Outcome, PythonRun, Request, Work};

/// The CPython to hold against the sealed engine: the one `MOCKLOOP_TEST_PYTHON` names, or the `python3` in the path.
/// Where there is none, that is said and the test has nothing to do.
#[expect(clippy::print_stdout, reason = "a test that compared nothing should say so")]
pub fn cpython() -> Option<PathBuf> {
    let named = std::env::var_os("MOCKLOOP_TEST_PYTHON").map(PathBuf::from);
    let found = named.or_else(python3_in_path).ok_or("no `python3` in the path".to_owned());
    let usable = found.and_then(|path| match Interpreter::find(&path) {
        Ok(_) if cfg!(target_os = "linux") => Ok(path),
        Ok(_) => Err("a CPython can be sealed on Linux only".to_owned()),
        Err(why) => Err(why),
    });
    usable.inspect_err(|why| println!("no CPython was tried: {why}")).ok()
}

fn python3_in_path() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let paths: Vec<PathBuf> =
        std::env::split_paths(&folders).map(|folder| folder.join("python3")).collect();
    paths.into_iter().find(|path| path.is_file())
}

/// Has a job done by this build, with a CPython or with the engine inside.
pub fn ask(python: Option<&Path>, work: Work) -> Outcome {
    let exe = PathBuf::from(env!("CARGO_BIN_EXE_mockloop"));
    let program = Program { exe, python: python.map(Path::to_owned) };
    let request = Request { token: "the-token".to_owned(), work };
    let limits = Deadlines { wall: Duration::from_secs(60), ..Deadlines::GRADED };
    judge(program, &request, &limits).unwrap_or_else(|lost| Outcome::Broken(format!("{lost:?}")))
}

fn run(python: Option<&Path>, program: &str) -> (bool, String, String) {
    let run = PythonRun { program: program.to_owned(), paper: None };
    match ask(python, Work::RunPython(run)) {
        Outcome::Output { ok, text, error, .. } => (ok, text, error.unwrap_or_default()),
        other => panic!("wanted output, got {other:?}"),
    }
}

/// What has to be the same: the decision, the score, and which cases fail.
fn seen(outcome: Outcome) -> Result<(Decision, u8, Vec<String>), String> {
    let Outcome::Verdict(verdict) = outcome else { return Err(format!("{outcome:?}")) };
    let Verdict { decision, score, checks, .. } = *verdict;
    let failing = checks.into_iter().filter(|check| check.fault != Fault::None);
    Ok((decision, score, failing.map(|check| check.about).collect()))
}

#[test]
fn solutions_of_the_bank_get_one_verdict_from_both_engines() {
    let Some(python) = cpython() else {
        return;
    };
    let library = Library::builtin();
    let mut jobs = Vec::new();
    for question in library.questions().filter(|question| question.kind() == Kind::Python) {
        let Body::Python(body) = &question.body else { continue };
        // All of them take a quarter of an hour: MOCKLOOP_TEST_ALL asks for that.
        let every = if std::env::var_os("MOCKLOOP_TEST_ALL").is_some() { 1 } else { 8 };
        let wrong = body.wrong.iter().step_by(every).map(|wrong| &wrong.solution);
        for solution in body.references.iter().chain(wrong) {
            // A CPython runs the written cases alone.
            let written = paper::decide_written(question, &solution.text);
            let all = || paper::decide(question, &solution.text);
            let work = written.or_else(all).expect("a Python question runs");
            jobs.push((format!("{} {}", question.id, solution.file), work));
        }
    }
    assert!(jobs.len() > 40, "only {} solutions", jobs.len());
    let (next, differ) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((name, work)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let inside = seen(ask(None, work.clone()));
                    let outside = seen(ask(Some(&python), work.clone()));
                    if inside != outside || inside.is_err() {
                        let words = format!("{name}\n  inside {inside:?}\n  CPython {outside:?}");
                        differ.lock().expect("nobody panics with it").push(words);
                    }
                }
            });
        }
    });
    let differ = differ.into_inner().expect("nobody panicked with it");
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn both_engines_tell_an_exception_in_the_same_words() {
    let Some(python) = cpython() else {
        return;
    };
    let programs = [
        "def part(row):\n    return row['at']\n\npart({})\n",
        "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('bad') from error\n",
        "try:\n    {}['a']\nexcept KeyError:\n    raise ValueError('bad')\n",
        "try:\n    {}['a']\nexcept KeyError:\n    raise ValueError('bad') from None\n",
        "def f():\n    raise ExceptionGroup('two', [ValueError('a'), ExceptionGroup('in', [KeyError('b')])])\n\nf()\n",
        "error = ValueError('bad')\nerror.add_note('row 3')\nraise error\n",
        "class Feed(Exception):\n    def __str__(self):\n        raise TypeError\n\nraise Feed\n",
        "import json\njson.loads('[1,')\n",
        "import sys\nsys.exit('no input')\n",
        "raise KeyError\n",
    ];
    for program in programs {
        assert_eq!(run(None, program), run(Some(&python), program), "{program}");
    }
}

#[test]
fn the_seal_of_a_cpython_holds_and_is_told() {
    let Some(python) = cpython() else {
        return;
    };
    let Outcome::Doctor(lines) = ask(Some(&python), Work::Doctor) else { panic!("it tells") };
    let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["CPython", "CPython limits", "CPython files", "CPython system calls"]);
    assert!(lines[0].1.starts_with("CPython 3."), "{lines:?}");
    // Nothing of the driver's own closed list is in the way here: the modules are found all the same.
    let attempts = [
        "open('/etc/passwd').read()",
        "open('/proc/self/cmdline').read()",
        "import os; os.listdir('/')",
        "import os; os.fork()",
        "import os; os.kill(1, 0)",
        "import os; os.kill(os.getppid(), 9)",
        "import os; os.execv('/bin/sh', ['sh'])",
        "import os, sys; os.execv(sys.executable, ['python', '-c', 'pass'])",
        "import os; os.open('/tmp/x', os.O_CREAT | os.O_WRONLY)",
        "import os; os.chmod(os.__file__, 0o777)",
        "import os; os.utime(os.__file__)",
        "import os; os.memfd_create('x')",
        "import sys; sys.meta_path.pop(0); import socket; socket.socket()",
        "import sys; sys.meta_path.pop(0); import subprocess; subprocess.run(['true'])",
        "import sys; sys.meta_path.pop(0); import resource as r; r.setrlimit(r.RLIMIT_AS, (-1, -1))",
    ];
    for attempt in attempts {
        let (ok, text, error) = run(Some(&python), &format!("{attempt}\n"));
        assert!(!ok && error.contains("Error"), "{attempt}: {text} {error}");
    }
}
