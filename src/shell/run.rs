//! The main loop: take what arrived, let the model change, carry out its orders, draw once.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::clock::Clock;
use super::config::{self, Settings};
use super::error::ShellError;
use super::inbox::{Arrival, Inbox};
use super::jobs::Jobs;
use super::look::{self, Surroundings};
use super::paths::Paths;
use super::perform::Outside;
use super::scribe::Scribe;
use super::terminal::{Page, Terminal};
use super::{Options, crash};
use crate::content::library::Library;
use crate::content::problem::Problem;
use crate::ids::SessionId;
use crate::judge::client::Program;
use crate::moment::{Moment, Span};
use crate::tui::model::{Choices, Model};
use crate::tui::msg::{Effect, Msg, Wish};
use crate::tui::view;

/// How often a running clock is looked at.
const TICK: Span = Span(250);

/// How often the terminal is looked for while nothing happens.
const HEARTBEAT: Span = Span::seconds(2);

/// What the program was started for.
#[derive(Clone, Debug)]
pub(super) enum Errand {
    Lobby,
    Start(Wish),
    /// Goes on with this session, or with the latest that is not over.
    Resume(Option<SessionId>),
    Read(SessionId),
}

/// Runs the screens until the candidate leaves.
///
/// The first frame comes before the journal and the questions are opened.
///
/// # Errors
/// When there is no terminal, when what was asked for cannot be done, or when something that was
/// shown could not be saved.
pub(super) fn run(options: &Options, errand: Errand) -> Result<(), ShellError> {
    let paths = Paths::of_user().ok_or(ShellError::NoHome)?;
    let (settings, warnings) = config::read(&paths.config);
    crash::watch(paths.logs.clone());
    let inbox = Inbox::open().map_err(|error| ShellError::System { doing: "start", error })?;
    let terminal = Terminal::take(Page::Own).map_err(ShellError::NoTerminal)?;
    let mut clock = Clock::start();
    let model = Model::new(Arc::default(), choices(&settings, options), clock.now());
    let mut sitting = Sitting {
        model,
        outside: Outside {
            clock,
            inbox,
            terminal,
            scribe: Scribe::new(options.journal.clone()),
            library: Arc::default(),
            jobs: Jobs::new(Program { exe: judge_exe(), python: options.python.clone() }),
            reports: paths.reports,
            answers: Default::default(),
            is_leaving: false,
        },
        ticked_at: Moment::default(),
    };
    sitting.draw();
    sitting.listen()?;
    sitting.begin(options, errand, &warnings)?;
    sitting.go_round();
    sitting.end()
}

fn choices(settings: &Settings, options: &Options) -> Choices {
    let wants_ascii = options.ascii || settings.is_ascii;
    Choices {
        theme: look::theme([options.color, settings.color], wants_ascii, &Surroundings::here()),
        keymap: settings.keymap.clone(),
        editing: settings.editing,
        clock: settings.clock,
    }
}

/// The judge is this program, started again. Whoever cannot be found will fail to start, and say so.
fn judge_exe() -> PathBuf {
    std::env::current_exe().unwrap_or_else(|_| PathBuf::from("mockloop"))
}

/// Reads the content: the built-in one, with the folder of the command line on top.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn library(options: &Options) -> Result<Library, ShellError> {
    match &options.content {
        None => Ok(Library::builtin()),
        Some(folder) => Ok(Library::with_folder(folder)?),
    }
}

struct Sitting {
    model: Model,
    outside: Outside,
    ticked_at: Moment,
}

impl Sitting {
    fn listen(&self) -> Result<(), ShellError> {
        let listening = self.outside.inbox.listen();
        listening.map_err(|error| ShellError::System { doing: "listen to the keyboard", error })
    }

    /// Opens what the program was started for. When that fails, there is nothing to show.
    fn begin(
        &mut self,
        options: &Options,
        errand: Errand,
        warnings: &[Problem],
    ) -> Result<(), ShellError> {
        let library = Arc::new(library(options)?);
        self.outside.library = Arc::clone(&library);
        self.outside.answers.push_back(Msg::Library(library));
        let wished = match errand {
            // A journal that cannot be read is no reason to keep the door shut.
            Errand::Lobby => {
                self.carry_out(vec![Effect::ListSessions]);
                Ok(())
            }
            Errand::Start(wish) => self.outside.perform(vec![Effect::Start(wish)]),
            Errand::Resume(session) => self.resume(session),
            Errand::Read(session) => self.outside.perform(vec![Effect::Open(session)]),
        };
        wished?;
        self.outside.answers.extend(warning(warnings));
        self.settle();
        self.draw();
        Ok(())
    }

    fn resume(&mut self, session: Option<SessionId>) -> Result<(), ShellError> {
        let nothing = || {
            let words = "there is no session to go on with. `mockloop loop` begins one.";
            ShellError::Wish(words.to_owned())
        };
        let session = match session {
            Some(session) => session,
            None => self.outside.scribe.latest_open()?.ok_or_else(nothing)?,
        };
        self.outside.perform(vec![Effect::Open(session)])
    }

    fn go_round(&mut self) {
        while !self.outside.is_leaving {
            let wait = self.wait();
            let arrivals = self.outside.inbox.next(Duration::from_millis(wait.0));
            let (now, gap) = self.outside.clock.now_after(wait);
            if self.model.is_ticking() {
                self.outside.answers.extend(gap.map(Msg::Gap));
            }
            arrivals.into_iter().for_each(|arrival| self.receive(arrival));
            self.tick(now);
            self.settle();
            self.draw();
        }
    }

    /// Waits until the next tick while a clock runs, else until something arrives.
    fn wait(&mut self) -> Span {
        if !self.model.is_ticking() {
            return HEARTBEAT;
        }
        let since = self.outside.clock.now().since(self.ticked_at);
        Span(TICK.0.saturating_sub(since.0))
    }

    fn receive(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Msg(Msg::Resized) => self.refit(Terminal::refit),
            Arrival::Continued => self.refit(Terminal::retake),
            Arrival::Msg(Msg::Ended) => {
                self.outside.answers.push_back(Msg::Ended);
                self.outside.is_leaving = true;
            }
            Arrival::Msg(msg) => self.outside.answers.push_back(msg),
            Arrival::Done(job, msg) if self.outside.jobs.take(job) => {
                self.outside.answers.push_back(msg);
            }
            Arrival::Done(..) => {}
        }
    }

    fn refit(&mut self, refit: impl FnOnce(&mut Terminal) -> std::io::Result<()>) {
        match refit(&mut self.outside.terminal) {
            Ok(()) => self.outside.answers.push_back(Msg::Resized),
            Err(_) => self.outside.terminal_is_gone(),
        }
    }

    fn tick(&mut self, now: Moment) {
        if self.model.is_ticking() && now.since(self.ticked_at) >= TICK {
            self.ticked_at = now;
            self.outside.answers.push_back(Msg::Tick);
        } else if !self.model.is_ticking() && !self.outside.terminal.is_there() {
            self.outside.terminal_is_gone();
        }
    }

    /// Lets the model take everything that is there, until nothing more comes of it and all is saved.
    fn settle(&mut self) {
        while let Some(msg) = self.outside.answers.pop_front() {
            let now = self.outside.clock.now();
            let effects = self.model.update(msg, now);
            self.carry_out(effects);
        }
        if let Err(error) = self.outside.save() {
            let now = self.outside.clock.now();
            self.model.update(Msg::Trouble(error.to_string()), now);
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        if let Err(error) = self.outside.perform(effects) {
            self.outside.answers.push_back(Msg::Trouble(error.to_string()));
        }
    }

    fn draw(&mut self) {
        if self.outside.is_leaving || !self.model.take_changed() {
            return;
        }
        let model = &self.model;
        if self.outside.terminal.draw(|frame| view::draw(model, frame)).is_err() {
            self.outside.terminal_is_gone();
            self.settle();
        }
    }

    /// Saves what is left, gives the terminal back, and says when something could not be saved.
    fn end(mut self) -> Result<(), ShellError> {
        let saved = self.outside.save();
        self.outside.jobs.drop_all();
        drop(self.outside.terminal);
        saved
    }
}

fn warning(problems: &[Problem]) -> Option<Msg> {
    let first = problems.first()?;
    let more = match problems.len() {
        1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    Some(Msg::Notice(format!("{first}{more}")))
}

#[cfg(test)]
mod tests {
    use super::warning;
    use crate::content::problem::Problem;
    use crate::tui::msg::Msg;

    #[test]
    fn the_first_mistake_in_the_settings_is_shown_and_the_others_are_counted() {
        assert!(warning(&[]).is_none());
        let problem = Problem::of_file("config.toml", "it is wrong", "mend it");
        let Some(Msg::Notice(words)) = warning(&[problem.clone(), problem]) else {
            panic!("it is told")
        };
        assert_eq!(words, "config.toml: it is wrong; mend it (and 1 more)");
    }
}
