//! Walks with a real terminal: whatever ends the program, the terminal is as it was before.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use mockloop::interview::Interview;
use mockloop::interview::event::{Event, PanePart};
use mockloop::journal::{Access, Journal};
use mockloop::shell::crash;
use mockloop::shell::terminal::{Page, Terminal};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

pub const ENTERED: &str = "\x1b[?1049h";
const LEFT: &str = "\x1b[?1049l";
const CURSOR_SHOWN: &str = "\x1b[?25h";
const PASTE_OFF: &str = "\x1b[?2004l";
const FOCUS_OFF: &str = "\x1b[?1004l";

/// A program in a terminal of its own.
pub struct Seat {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Arc<Mutex<Vec<u8>>>,
    reader: Option<JoinHandle<()>>,
    size: PtySize,
    /// The terminal's modes before the program began.
    before: String,
}

impl Seat {
    fn take(mut command: CommandBuilder, home: &Path, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal can be opened");
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("PATH", "/usr/bin:/bin");
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("the program can be started");
        drop(pair.slave);
        let bytes = Arc::default();
        let reader = pair.master.try_clone_reader().expect("it can be read");
        let reader = Some(collect(reader, Arc::clone(&bytes)));
        let keyboard = pair.master.take_writer().expect("it can be written");
        Self { master: Some(pair.master), keyboard, child, bytes, reader, size, before }
    }

    pub fn mockloop(arguments: &[&str], home: &Path, size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mockloop"));
        command.args(arguments);
        Self::take(command, home, size)
    }

    pub fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives what it wrote so far, as it wrote it.
    pub fn written_bytes(&self) -> Vec<u8> {
        self.bytes().clone()
    }

    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.bytes()).into_owned()
    }

    pub fn count(&self, words: &str) -> usize {
        self.written().matches(words).count()
    }

    pub fn screen(&self) -> String {
        let cells = |count| NonZeroU16::new(count).expect("a terminal has cells");
        let mut parser = vt100::Parser::new(cells(self.size.rows), cells(self.size.cols), 0);
        parser.process(&self.bytes());
        parser.screen().contents()
    }

    /// Kills the program as nothing can be caught, and gives all that it ever wrote.
    pub fn killed(&mut self) -> Vec<u8> {
        self.signal(libc::SIGKILL);
        self.child.wait().expect("it was started");
        // With the program gone, the terminal's other side is closed and the reader comes to an end.
        self.reader.take().map(JoinHandle::join);
        std::mem::take(&mut self.bytes())
    }

    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads its keys");
        self.keyboard.flush().expect("the program reads its keys");
    }

    /// Waits until something is so, and shows the screen when it does not come about.
    pub fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..400 {
            if is_so(self) {
                return;
            }
            thread::sleep(Duration::from_millis(25));
        }
        panic!("{what} did not come about:\n{}\n{:?}", self.screen(), self.written());
    }

    pub fn until_shown(&self, words: &str) {
        self.until(words, |seat| seat.screen().contains(words));
    }

    fn signal(&self, signal: i32) {
        let pid = self.child.process_id().expect("it was started");
        let pid = libc::pid_t::try_from(pid).expect("a process id fits");
        // SAFETY: the process was started by this test and has not been waited for.
        assert_eq!(unsafe { libc::kill(pid, signal) }, 0, "the signal is sent");
    }

    pub fn until_ended(&mut self) -> u32 {
        for _ in 0..400 {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                // What it wrote last may still be under way.
                thread::sleep(Duration::from_millis(100));
                return status.exit_code();
            }
            thread::sleep(Duration::from_millis(25));
        }
        panic!("the program did not end:\n{}", self.screen());
    }

    #[track_caller]
    pub fn assert_given_back_once(&self) {
        assert_eq!(self.count(LEFT), 1, "{:?}", self.written());
        assert_eq!(self.count(ENTERED), 1, "{:?}", self.written());
        let written = self.written();
        let end = written.rfind(LEFT).map(|at| &written[at..]).unwrap_or_default();
        assert!(end.contains(CURSOR_SHOWN), "{end:?}");
        assert!(!end.contains("\x1b[?25l"), "nothing is drawn afterwards: {end:?}");
        for off in [PASTE_OFF, FOCUS_OFF] {
            assert_eq!(written.matches(off).count(), 1, "{off:?} in {written:?}");
        }
        if let Some(master) = &self.master {
            assert_eq!(modes(&**master), self.before, "the modes are as they were");
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn modes(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has modes"))
}

fn collect(mut reader: Box<dyn Read + Send>, bytes: Arc<Mutex<Vec<u8>>>) -> JoinHandle<()> {
    let collect = move || {
        let mut some = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut some) {
            bytes.lock().unwrap_or_else(PoisonError::into_inner).extend(&some[..count]);
        }
    };
    thread::Builder::new().spawn(collect).expect("a thread can be started")
}

pub fn home() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// Sits down in a drill of the Python round, with the first question open.
fn in_a_drill(home: &Path) -> Seat {
    let mut seat = Seat::mockloop(&["drill", "python", "--seed", "1"], home, (100, 30));
    seat.until_shown("Python");
    seat.press("\r");
    seat.until("the question is put", |seat| {
        journal(home).iter().any(|event| {
            matches!(event, Event::QuestionOpened { .. }) && seat.screen().contains("F9")
        })
    });
    seat
}

fn journal(home: &Path) -> Vec<Event> {
    let path = home.join(".local/share/mockloop/journal.db");
    let Ok(journal) = Journal::open(&path, Access::Read) else { return Vec::new() };
    let Ok(sessions) = journal.sessions() else { return Vec::new() };
    sessions
        .first()
        .and_then(|session| journal.load(&session.id).ok())
        .map_or_else(Vec::new, |history| history.events)
}

fn answer(home: &Path) -> String {
    let interview = Interview::replay(&journal(home)).expect("a session was begun");
    let texts = interview.texts.iter().filter(|(pane, _)| pane.part == PanePart::Answer);
    texts.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn leaving_the_lobby_gives_the_terminal_back() {
    let home = home();
    let mut seat = Seat::mockloop(&[], home.path(), (80, 24));
    seat.until_shown("mockloop");
    seat.press("q");
    assert_eq!(seat.until_ended(), 0);
    seat.assert_given_back_once();
}

#[test]
fn a_terminal_of_one_cell_is_drawn_on_and_left() {
    let home = home();
    let mut seat = Seat::mockloop(&[], home.path(), (1, 1));
    seat.until("something is drawn", |seat| seat.count("\x1b[?2026h") > 1);
    seat.press("q");
    assert_eq!(seat.until_ended(), 0);
    seat.assert_given_back_once();
}

#[test]
fn a_request_to_end_saves_what_was_typed_and_gives_the_terminal_back() {
    let home = home();
    let mut seat = in_a_drill(home.path());
    seat.press("total = 41");
    seat.until_shown("total = 41");
    seat.signal(libc::SIGTERM);
    assert_eq!(seat.until_ended(), 0);
    seat.assert_given_back_once();
    assert!(answer(home.path()).contains("total = 41"));
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_with_everything_saved() {
    let home = home();
    let mut seat = in_a_drill(home.path());
    seat.press("total = 42");
    seat.until_shown("total = 42");
    seat.signal(libc::SIGHUP);
    seat.master = None;
    seat.until_ended();
    assert!(answer(home.path()).contains("total = 42"));
}

#[test]
fn a_key_that_is_shown_survives_the_death_of_the_program() {
    let home = home();
    let mut seat = in_a_drill(home.path());
    seat.press("total = 43");
    seat.until_shown("total = 43");
    seat.signal(libc::SIGKILL);
    seat.until_ended();
    assert!(answer(home.path()).contains("total = 43"));

    let mut seat = Seat::mockloop(&["resume"], home.path(), (100, 30));
    seat.until_shown("total = 43");
    seat.press("\x03");
    seat.until_shown("Leave now?");
    seat.press("y");
    assert_eq!(seat.until_ended(), 0);
    seat.assert_given_back_once();
}

#[test]
fn a_long_paste_behind_a_burst_of_keys_is_seen_without_another_key() {
    let home = home();
    let mut seat = in_a_drill(home.path());
    let burst = "# key\r".repeat(20);
    let paste = format!("\x1b[200~{}the_end = 44\x1b[201~", "# pasted\n".repeat(300));
    seat.press(&format!("{burst}{paste}"));
    seat.until_shown("the_end = 44");
}

#[test]
#[cfg(target_os = "linux")]
fn a_stopped_program_gives_the_terminal_back_and_draws_again_when_it_goes_on() {
    let home = home();
    let mut seat = Seat::mockloop(&[], home.path(), (80, 24));
    seat.until_shown("mockloop");
    seat.press("\x1a");
    seat.until("it stands still", |seat| {
        let pid = seat.child.process_id().expect("it was started");
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T'))
    });
    // The process stands still before everything it wrote has been read from the terminal.
    seat.until("the shell has its screen", |seat| seat.count(LEFT) == 1);
    assert_eq!(modes(&**seat.master.as_ref().expect("it is open")), seat.before);
    seat.signal(libc::SIGCONT);
    seat.until("it is back", |seat| seat.count(ENTERED) >= 2);
    seat.until_shown("mockloop");
    seat.press("q");
    assert_eq!(seat.until_ended(), 0);
    assert_eq!(modes(&**seat.master.as_ref().expect("it is open")), seat.before);
}

/// What a panicking program does; started by the test below, in a process of its own.
#[test]
#[ignore = "it panics on purpose, in a terminal that the next test gives it"]
fn a_program_that_panics_in_the_middle_of_a_frame() {
    let folder = std::env::var_os("HOME").expect("the test below sets it");
    crash::watch(folder.into());
    let mut terminal = Terminal::take(Page::Own).expect("the test below gives it a terminal");
    let drawn = terminal.draw(|frame| {
        frame.render_widget("half a frame", frame.area());
        panic!("a promise was broken");
    });
    drawn.expect("never reached");
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_where_to_look() {
    let home = home();
    let own = std::env::current_exe().expect("a test knows itself");
    let mut command = CommandBuilder::new(own);
    command.args(["--ignored", "--nocapture", "--exact"]);
    command.arg("terminal::a_program_that_panics_in_the_middle_of_a_frame");
    let mut seat = Seat::take(command, home.path(), (100, 30));
    assert_ne!(seat.until_ended(), 0);
    seat.assert_given_back_once();
    let written = seat.written();
    let after = written.rsplit(LEFT).next().unwrap_or_default();
    for words in ["mockloop has crashed: a promise was broken", "session is saved", "crash-"] {
        assert!(after.contains(words), "{words:?} in {after:?}");
    }
    assert!(!written.contains("half a frame"), "a frame cut in two is not shown");
}
