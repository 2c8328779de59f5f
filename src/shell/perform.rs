//! How orders are carried out: one after the other, and none after one that failed.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use signal_hook::consts::SIGSTOP;
use signal_hook::low_level;

use super::clock::Clock;
use super::error::ShellError;
use super::inbox::Inbox;
use super::jobs::{HandedIn, Jobs};
use super::scribe::{Scribe, loss_words};
use super::terminal::Terminal;
use super::{outside, planning, reports};
use crate::content::library::Library;
use crate::debrief::report::Report;
use crate::ids::SessionId;
use crate::tui::msg::{Effect, Msg, Wish};

/// Terminals drop longer texts without a word.
const CLIPBOARD_BYTES: usize = 74_000;

/// Everything the screens order things of.
pub struct Outside {
    pub clock: Clock,
    pub inbox: Inbox,
    pub terminal: Terminal,
    pub scribe: Scribe,
    pub library: Arc<Library>,
    pub jobs: Jobs,
    pub reports: PathBuf,
    /// What orders brought about, for the model.
    pub answers: VecDeque<Msg>,
    /// The candidate, the system or the terminal wants the program to end.
    pub is_leaving: bool,
}

impl Outside {
    /// Carries out orders in their order and stops at the first that fails.
    ///
    /// # Errors
    /// Says why one failed; of the rest only what has happened is still noted, because the screens show it.
    pub fn perform(&mut self, effects: Vec<Effect>) -> Result<(), ShellError> {
        let mut effects = effects.into_iter();
        let done = effects.by_ref().try_for_each(|effect| self.carry_out(effect));
        for effect in effects {
            if let Effect::Record(events) = effect {
                self.scribe.note(events);
            }
        }
        done
    }

    /// Writes down what was noted.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn save(&mut self) -> Result<(), ShellError> {
        let now = self.clock.now();
        Ok(self.scribe.save(now)?)
    }

    fn carry_out(&mut self, effect: Effect) -> Result<(), ShellError> {
        // Records wait for each other until something else is ordered, so that a burst of keys is one
        // commit; everything else comes after they are on disk.
        if let Effect::Record(events) = effect {
            self.scribe.note(events);
            return Ok(());
        }
        self.save()?;
        match effect {
            Effect::Record(_) => Ok(()),
            Effect::Judge { submission, question, answer, changed_from } => {
                let question = self.library.question(&question);
                let handed_in = HandedIn { submission, answer, changed_from };
                let judged = self.jobs.judge(&self.inbox, question, &handed_in);
                judged.map_err(while_doing("ask the judge"))
            }
            Effect::Scale { submission, question, answer } => {
                let question = self.library.question(&question);
                let scaled = self.jobs.scale(&self.inbox, submission, question, &answer);
                scaled.map_err(while_doing("count the rows"))
            }
            Effect::Run { question, text } => {
                let question = self.library.question(&question);
                let run = self.jobs.run(&self.inbox, question, &text);
                run.map_err(while_doing("run the code"))
            }
            Effect::CancelRun => {
                self.jobs.cancel_run();
                Ok(())
            }
            Effect::Start(wish) => self.start(&wish),
            Effect::Open(session) => self.open(session),
            Effect::ListSessions => self.list_sessions(),
            Effect::Debrief(session) => self.debrief(&session),
            Effect::WriteReport(session) => self.write_report(&session),
            Effect::Copy(text) => self.copy(&text),
            Effect::Mouse(on) => self.on_terminal(|terminal| terminal.capture_mouse(on)),
            Effect::EditOutside { text, ending } => self.edit_outside(&text, ending),
            Effect::Suspend => self.suspend(),
            Effect::Quit => {
                self.is_leaving = true;
                Ok(())
            }
        }
    }

    fn start(&mut self, wish: &Wish) -> Result<(), ShellError> {
        let now = self.clock.now();
        let library = Arc::clone(&self.library);
        let recent = {
            let of_loop = library.loops().iter().find(|known| known.id.as_str() == wish.loop_name);
            let count = of_loop.map_or(0, |known| known.file.no_repeat_within);
            self.scribe.recent(count)?
        };
        let (session, events) = planning::plan(&library, &recent, now, wish)?;
        self.jobs.drop_all();
        self.scribe.begin(session, &events)?;
        self.answers.push_back(Msg::SessionOpened { events, is_new: true });
        Ok(())
    }

    fn open(&mut self, session: SessionId) -> Result<(), ShellError> {
        let history = self.scribe.open(session)?;
        self.jobs.drop_all();
        if let Some(last) = history.events.last() {
            self.clock.not_before(last.at());
        }
        let loss = loss_words(&history);
        self.answers.push_back(Msg::SessionOpened { events: history.events, is_new: false });
        self.answers.extend(loss.map(Msg::Trouble));
        Ok(())
    }

    fn list_sessions(&mut self) -> Result<(), ShellError> {
        let now = self.clock.now();
        let entries = self.scribe.entries(now)?;
        self.answers.push_back(Msg::Sessions(entries));
        Ok(())
    }

    fn debrief(&mut self, session: &SessionId) -> Result<(), ShellError> {
        self.report(session, |report| Msg::Report(Box::new(report)))
    }

    fn write_report(&mut self, session: &SessionId) -> Result<(), ShellError> {
        let here = std::env::current_dir().ok();
        let folders: Vec<PathBuf> = [self.reports.clone()].into_iter().chain(here).collect();
        self.report(session, move |report| reports::write_somewhere(&report, &folders))
    }

    /// Puts a debrief together beside the screen, and does something with it.
    fn report(
        &mut self,
        session: &SessionId,
        and_then: impl FnOnce(Report) -> Msg + Send + 'static,
    ) -> Result<(), ShellError> {
        const DOING: &str = "put the debrief together";
        let events = self.scribe.load(session)?.events;
        let library = Arc::clone(&self.library);
        let broken = Msg::Trouble(format!("{DOING}: that failed here, in mockloop itself."));
        let work = move || match reports::report(&events, &library) {
            Some(report) => and_then(report),
            None => Msg::Trouble(format!("{DOING}: the session's log has no plan.")),
        };
        self.jobs.other(&self.inbox, broken, work).map_err(while_doing(DOING))
    }

    fn copy(&mut self, text: &str) -> Result<(), ShellError> {
        if text.len() > CLIPBOARD_BYTES {
            let words = "Copied here only: it is too long for a terminal's clipboard.";
            self.answers.push_back(Msg::Notice(words.into()));
            return Ok(());
        }
        self.on_terminal(|terminal| terminal.copy(text))
    }

    fn edit_outside(&mut self, text: &str, ending: &str) -> Result<(), ShellError> {
        let Some(editor) = outside::editor() else {
            let words = "no editor is set. Set VISUAL or EDITOR, such as `export EDITOR=nano`.";
            return Err(ShellError::Wish(format!("open your editor: {words}")));
        };
        let resting = self.inbox.rest();
        let edited = self.terminal.lend(|| outside::edit(&editor, text, ending));
        drop(resting);
        // The time in the editor is the candidate's own; it is no absence.
        self.clock.now();
        match edited {
            Ok(Ok(text)) => self.answers.push_back(Msg::Edited(text)),
            Ok(Err(error)) => {
                return Err(ShellError::Wish(format!(
                    "open your editor: {error}. Your text is as it was."
                )));
            }
            Err(_) => self.terminal_is_gone(),
        }
        Ok(())
    }

    /// Stops like any program that heard Ctrl-Z, and draws everything again when it goes on.
    fn suspend(&mut self) -> Result<(), ShellError> {
        let resting = self.inbox.rest();
        let stopped = self.terminal.lend(|| low_level::raise(SIGSTOP));
        drop(resting);
        match stopped {
            Ok(Ok(())) => self.answers.push_back(Msg::Resized),
            Ok(Err(error)) => return Err(while_doing("stop the program")(error)),
            Err(_) => self.terminal_is_gone(),
        }
        Ok(())
    }

    fn on_terminal(
        &mut self,
        work: impl FnOnce(&mut Terminal) -> io::Result<()>,
    ) -> Result<(), ShellError> {
        if work(&mut self.terminal).is_err() {
            self.terminal_is_gone();
        }
        Ok(())
    }

    /// Nobody can see the screens any more: save and leave, quietly.
    pub fn terminal_is_gone(&mut self) {
        if !self.is_leaving {
            self.is_leaving = true;
            self.answers.push_back(Msg::Ended);
        }
    }
}

fn while_doing(doing: &'static str) -> impl FnOnce(io::Error) -> ShellError {
    move |error| ShellError::System { doing, error }
}
