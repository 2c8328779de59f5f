//! How the terminal is taken, and how it is given back exactly once, whatever happens.
//!
//! What was taken is kept in one place for the whole program, because a panic or a signal has to give
//! it back from wherever it strikes.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{Command, cursor, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, TerminalOptions, Viewport};

/// A terminal that does not say its size yet, as in a container that just started, is drawn as this.
const UNTOLD: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

static HELD: Mutex<Option<Held>> = Mutex::new(None);

/// What was taken from the terminal and must be given back.
#[derive(Clone, Copy, Debug)]
struct Held {
    owner: ThreadId,
    page: Page,
    has_mouse: bool,
}

/// Where the program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The alternate screen: what was there before comes back afterwards.
    Own,
    /// The normal screen, line after line.
    Shared,
}

fn held() -> MutexGuard<'static, Option<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says whether the terminal is taken at the moment.
pub fn is_held() -> bool {
    held().is_some()
}

/// Says whether another thread than this one took the terminal.
pub fn is_held_elsewhere() -> bool {
    held().is_some_and(|held| held.owner != thread::current().id())
}

/// Gives the terminal back if it is taken. It may be called from anywhere, any number of times.
pub fn give_back() {
    let Some(Held { page, has_mouse, .. }) = held().take() else { return };
    let mut words = Vec::new();
    if has_mouse {
        say(&mut words, DisableMouseCapture);
    }
    say(&mut words, EndSynchronizedUpdate);
    say(&mut words, DisableFocusChange);
    say(&mut words, DisableBracketedPaste);
    say(&mut words, ResetColor);
    if page == Page::Own {
        say(&mut words, LeaveAlternateScreen);
    }
    say(&mut words, cursor::Show);
    // A terminal that is gone needs nothing back.
    let _ = terminal::disable_raw_mode();
    let _ = send(&words);
}

/// Takes the terminal's modes; [`give_back`] undoes it.
fn take(page: Page, has_mouse: bool) -> io::Result<()> {
    *held() = Some(Held { owner: thread::current().id(), page, has_mouse });
    terminal::enable_raw_mode()?;
    let mut words = Vec::new();
    if page == Page::Own {
        say(&mut words, EnterAlternateScreen);
        say(&mut words, Clear(ClearType::All));
    }
    say(&mut words, EnableBracketedPaste);
    say(&mut words, EnableFocusChange);
    if has_mouse {
        say(&mut words, EnableMouseCapture);
    }
    send(&words)
}

fn say(words: &mut Vec<u8>, command: impl Command) {
    queue!(words, command).expect("a command is written to memory");
}

fn send(words: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words)?;
    out.flush()
}

/// The terminal while it is ours. Dropping it gives it back.
pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Sheet>>,
    sheet: Sheet,
    page: Page,
    has_mouse: bool,
}

impl Terminal {
    /// Takes the terminal. Asks it nothing, because terminals that do not answer cost seconds.
    ///
    /// # Errors
    /// When standard output is no terminal, or cannot be put into raw mode.
    pub fn take(page: Page) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::NotConnected, "this is no terminal"));
        }
        let sheet = Sheet::default();
        let viewport = Viewport::Fixed(area().unwrap_or(UNTOLD));
        let backend = CrosstermBackend::new(sheet.clone());
        let inner = ratatui::Terminal::with_options(backend, TerminalOptions { viewport })?;
        let terminal = Self { inner, sheet, page, has_mouse: false };
        take(page, false)?;
        Ok(terminal)
    }

    /// Draws a frame, as one synchronized update.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.inner.draw(picture)?;
        self.sheet.hand_over()
    }

    /// Takes the terminal's new size, and draws everything again with the next frame.
    ///
    /// # Errors
    /// When the terminal has no size any more, which means that it is gone.
    pub fn refit(&mut self) -> io::Result<()> {
        let gone = || io::Error::new(io::ErrorKind::BrokenPipe, "the terminal is gone");
        self.inner.resize(area().ok_or_else(gone)?)?;
        self.sheet.write(Clear(ClearType::All));
        Ok(())
    }

    /// Takes all modes again, after somebody else may have changed them.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn retake(&mut self) -> io::Result<()> {
        terminal::disable_raw_mode()?;
        take(self.page, self.has_mouse)?;
        self.refit()
    }

    /// Gives the terminal back while something else uses it, and takes it again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = work();
        take(self.page, self.has_mouse)?;
        self.refit()?;
        Ok(done)
    }

    /// Turns mouse capture on or off.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn capture_mouse(&mut self, on: bool) -> io::Result<()> {
        self.has_mouse = on;
        if let Some(held) = held().as_mut() {
            held.has_mouse = on;
        }
        match on {
            true => self.sheet.write(EnableMouseCapture),
            false => self.sheet.write(DisableMouseCapture),
        }
        self.sheet.hand_over()
    }

    /// Hands text to the terminal's clipboard. Whether the terminal takes it, nobody knows.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        self.sheet.write(CopyToClipboard::to_clipboard_from(text));
        self.sheet.hand_over()
    }

    /// Says whether the terminal is still there.
    pub fn is_there(&self) -> bool {
        io::stdout().is_terminal()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal's size; none when it does not know it, or is gone.
fn area() -> Option<Rect> {
    let (width, height) = terminal::size().ok()?;
    (width > 0 && height > 0).then(|| Rect::new(0, 0, width, height))
}

/// What is to be written, kept until a frame is whole.
///
/// A frame that a panic cut in two is never written: by then the screen belongs to somebody else.
#[derive(Clone, Debug, Default)]
struct Sheet(Rc<RefCell<Vec<u8>>>);

impl Sheet {
    fn write(&self, command: impl Command) {
        say(&mut self.0.borrow_mut(), command);
    }

    fn hand_over(&self) -> io::Result<()> {
        let frame = std::mem::take(&mut *self.0.borrow_mut());
        if frame.is_empty() || !is_held() {
            return Ok(());
        }
        let mut words = Vec::with_capacity(frame.len() + 16);
        say(&mut words, BeginSynchronizedUpdate);
        words.extend_from_slice(&frame);
        say(&mut words, EndSynchronizedUpdate);
        send(&words)
    }
}

impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
