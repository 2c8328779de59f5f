//! The process that becomes the interpreter: it limits and seals itself, says what it reached, and is the
//! interpreter from then on.

use std::path::PathBuf;
use std::process::ExitCode;

use super::Interpreter;

/// What a seat is told when it is started; written as its one argument.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Order {
    pub interpreter: Interpreter,
    pub seed: u32,
}

/// Becomes the interpreter of an order. Comes back only when that failed, which has then been told.
pub fn take(order: &str) -> ExitCode {
    let Ok(order) = serde_json::from_str::<Order>(order) else { return ExitCode::from(4) };
    platform::take(&order)
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use std::io::Write;
    use std::process::ExitCode;

    use super::{Order, told_of_failure};

    pub fn take(_order: &Order) -> ExitCode {
        let words =
            "a CPython can be sealed on Linux only; leave `--python` away to use the engine inside";
        let _ = std::io::stdout().write_all(&told_of_failure(words));
        ExitCode::from(3)
    }
}

fn told_of_failure(words: &str) -> Vec<u8> {
    line(&super::frame::Hello::Failed(words.to_owned()))
}

fn line(hello: &super::frame::Hello) -> Vec<u8> {
    let mut text = serde_json::to_vec(hello).expect("a greeting is plain data");
    text.push(b'\n');
    text
}

/// The files and folders that stay open to the interpreter. Installed packages are none of them.
#[cfg(target_os = "linux")]
fn open_paths(interpreter: &Interpreter) -> Vec<(PathBuf, crate::judge::seal::Right)> {
    use crate::judge::seal::Right;

    let mut open = vec![
        (interpreter.executable.clone(), Right::Run),
        (interpreter.library.clone(), Right::List),
        (PathBuf::from("/etc/ld.so.cache"), Right::Read),
    ];
    for file in &interpreter.mapped {
        // The kernel runs the loader, and the loader maps the rest.
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_loader = name.starts_with("ld-") || name.starts_with("ld.");
        open.push((file.clone(), if is_loader { Right::Run } else { Right::Read }));
    }
    let entries = std::fs::read_dir(&interpreter.library).into_iter().flatten().flatten();
    let own = entries.filter(|entry| !entry.file_name().to_string_lossy().ends_with("-packages"));
    open.extend(own.map(|entry| (entry.path(), Right::Read)));
    open
}

#[cfg(target_os = "linux")]
mod platform {
    use std::ffi::CString;
    use std::fs::File;
    use std::io::{self, Write};
    use std::os::fd::{AsRawFd, FromRawFd};
    use std::os::unix::ffi::OsStrExt;
    use std::process::ExitCode;

    use super::super::frame::Hello;
    use super::{Order, line, open_paths, told_of_failure};
    use crate::judge::limits::{self, Limits};
    use crate::judge::seal;

    const START: &str = include_str!("start.py");
    const DRIVER: &str = include_str!("driver.py");
    const FINDER: &str = include_str!("../finder.py");

    /// Open files with this number and above cannot be made once the limit is down.
    const OPEN_FILES: u64 = 64;
    /// The number of the interpreter's own file until it runs.
    const PROGRAM: i32 = 100;

    pub fn take(order: &Order) -> ExitCode {
        let Ok([reads_from, writes_to]) = move_pipes_aside() else { return ExitCode::from(3) };
        // SAFETY: the descriptor was made a line above and is nobody else's.
        let mut reply = unsafe { File::from_raw_fd(writes_to) };
        let words = match prepare(order, &mut reply, reads_from, writes_to) {
            // What `become` gives is why it came back.
            Ok(program) => program.become_it().to_string(),
            Err(words) => words,
        };
        let _ = reply.write_all(&told_of_failure(&format!("the CPython was not started: {words}")));
        ExitCode::from(3)
    }

    fn prepare(
        order: &Order,
        reply: &mut File,
        reads_from: i32,
        writes_to: i32,
    ) -> Result<Program, String> {
        let say = |error: io::Error| error.to_string();
        let program = Program::open(order, reads_from, writes_to).map_err(say)?;
        let open = open_paths(&order.interpreter);
        die_with_parent().map_err(say)?;
        let limited = limits::apply(Limits::INTERPRETER);
        rlimit::Resource::NOFILE.set(OPEN_FILES, OPEN_FILES).map_err(say)?;
        let sealing = seal::seal_for_program(&open, PROGRAM)?;
        let hello = Hello::Sealed { files: sealing.files, calls: sealing.calls, limits: limited };
        reply.write_all(&line(&hello)).map_err(say)?;
        Ok(program)
    }

    /// Keeps the two pipes under numbers of their own; 0, 1 and 2 lead nowhere from here on.
    fn move_pipes_aside() -> io::Result<[i32; 2]> {
        // SAFETY: fcntl and dup2 touch no memory, and the first three descriptors are open.
        let kept = [0, 1].map(|pipe| unsafe { libc::fcntl(pipe, libc::F_DUPFD, 10) });
        let nowhere = File::options().read(true).write(true).open("/dev/null")?;
        // SAFETY: as above.
        let moved = [0, 1, 2].map(|pipe| unsafe { libc::dup2(nowhere.as_raw_fd(), pipe) });
        match kept.iter().chain(&moved).all(|descriptor| *descriptor >= 0) {
            true => Ok(kept),
            false => Err(io::Error::last_os_error()),
        }
    }

    fn die_with_parent() -> io::Result<()> {
        // SAFETY: prctl with this option takes a number and touches no memory.
        match unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }

    /// The interpreter's open file, and what it is started with.
    struct Program {
        arguments: Vec<CString>,
        environment: Vec<CString>,
    }

    impl Program {
        fn open(order: &Order, reads_from: i32, writes_to: i32) -> io::Result<Self> {
            let file = File::open(&order.interpreter.executable)?;
            // SAFETY: dup3 touches no memory; nothing of ours has this number.
            if unsafe { libc::dup3(file.as_raw_fd(), PROGRAM, libc::O_CLOEXEC) } < 0 {
                return Err(io::Error::last_os_error());
            }
            // `-I` would be `-E -P -s`, but `-E` would also hide the seed; the environment holds nothing else.
            let (from, to) = (reads_from.to_string(), writes_to.to_string());
            let name = order.interpreter.executable.as_os_str().as_bytes();
            let flags =
                ["-P", "-s", "-S", "-B", "-X", "utf8", "-c", START, FINDER, DRIVER, &from, &to];
            let words = std::iter::once(name).chain(flags.iter().map(|flag| flag.as_bytes()));
            let arguments = words.map(CString::new).collect::<Result<_, _>>()?;
            // The zone is the one of the engine inside.
            let environment = vec![
                CString::new(format!("PYTHONHASHSEED={}", order.seed))?,
                CString::new(format!("TZ={}", crate::judge::python::NOBODYS_ZONE))?,
            ];
            Ok(Self { arguments, environment })
        }

        /// Becomes the interpreter; gives why it did not.
        fn become_it(&self) -> io::Error {
            let pointers = |texts: &[CString]| {
                let ends = texts.iter().map(|text| text.as_ptr());
                ends.chain([std::ptr::null()]).collect::<Vec<_>>()
            };
            let (arguments, environment) = (pointers(&self.arguments), pointers(&self.environment));
            // SAFETY: both lists end with a null pointer and live until the call is over.
            unsafe {
                libc::syscall(
                    libc::SYS_execveat,
                    PROGRAM,
                    c"".as_ptr(),
                    arguments.as_ptr(),
                    environment.as_ptr(),
                    libc::AT_EMPTY_PATH,
                );
            }
            io::Error::last_os_error()
        }
    }
}
