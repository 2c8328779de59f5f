//! What arrives, and what is ordered: the only traffic between the screens and the outside.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::content::library::Library;
use crate::debrief::report::Report;
use crate::ids::{QuestionId, RoundId, SessionId, SubmissionId};
use crate::interview::event::{Answer, Event};
use crate::interview::plan::Mode;
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::{Lost, RunResult, Verdict};
use crate::moment::Span;

/// Something that came from the outside.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse wheel turned; up is negative.
    Wheel(i16),
    /// The terminal has a new size.
    Resized,
    /// Time has passed.
    Tick,
    /// The machine slept or the program was stopped for this long.
    Gap(Span),
    /// A judge replied to a submission, or could not.
    Judged(SubmissionId, Result<Box<Verdict>, Lost>),
    /// The rows of a submission on growing tables were counted, or could not be.
    Scaled(SubmissionId, Result<Box<ScaleReading>, Lost>),
    /// A run on the sample data replied, or could not.
    Ran(Result<RunResult, Lost>),
    /// A session was read from the journal or newly planned.
    SessionOpened { events: Vec<Event>, is_new: bool },
    /// The content was read (again).
    Library(Arc<Library>),
    /// What the journal holds, for the lobby.
    Sessions(Vec<Entry>),
    /// A debrief was put together.
    Report(Box<Report>),
    /// The candidate's own editor gave the text back.
    Edited(String),
    /// Something went wrong outside; the words say what and what may help.
    Trouble(String),
    /// Something worth a line went right outside.
    Notice(String),
    /// The terminal is gone or the system wants the program to end.
    Ended,
}

/// A session as the lobby lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub session: SessionId,
    pub title: String,
    pub mode: Mode,
    /// It can be gone on with.
    pub is_open: bool,
    /// When it was last touched, in the machine's own time zone, as people write it.
    pub when: String,
}

/// Something the outside is to do. Orders are carried out in their order and stop at the first
/// failure, so nothing is judged that was not recorded and nothing is drawn that was not saved.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Write these events to the open session's log.
    Record(Vec<Event>),
    /// Judge a submission; after a changed requirement with the answer before it.
    Judge {
        submission: SubmissionId,
        question: QuestionId,
        answer: Answer,
        changed_from: Option<String>,
    },
    /// Count the rows of a submission on growing tables.
    Scale { submission: SubmissionId, question: QuestionId, answer: Answer },
    /// Run an answer on the question's sample data.
    Run { question: QuestionId, text: String },
    /// Stop what [`Effect::Run`] started.
    CancelRun,
    /// Plan a new session and open it.
    Start(Wish),
    /// Open a session of the journal.
    Open(SessionId),
    /// List the journal's sessions.
    ListSessions,
    /// Put together the debrief of a session.
    Debrief(SessionId),
    /// Write the debrief of a session as files.
    WriteReport(SessionId),
    /// Hand text to the terminal's clipboard.
    Copy(String),
    /// Turn mouse capture on or off.
    Mouse(bool),
    /// Open the candidate's own editor on this text; the name ends as the language does.
    EditOutside { text: String, ending: &'static str },
    /// Give the terminal back and stop until `fg`.
    Suspend,
    /// End the program.
    Quit,
}

/// What kind of session is wished for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub mode: Mode,
    /// The file name of the loop, without its ending.
    pub loop_name: String,
    pub scale: f64,
    /// Drawn by the outside when none is given.
    pub seed: Option<u64>,
    /// Only this round: a drill.
    pub round: Option<RoundId>,
    /// Only this question.
    pub question: Option<QuestionId>,
    pub level: Option<crate::content::question::Difficulty>,
    pub topic: Option<String>,
    /// A story to rehearse: its text stands in the editor as a start.
    pub story: Option<PathBuf>,
}

impl Wish {
    /// Wishes for a whole loop in real time.
    pub fn whole_loop(loop_name: &str) -> Self {
        Self {
            mode: Mode::Loop,
            loop_name: loop_name.to_owned(),
            scale: 1.0,
            seed: None,
            round: None,
            question: None,
            level: None,
            topic: None,
            story: None,
        }
    }

    /// Wishes for a drill of one round.
    pub fn drill(loop_name: &str, round: RoundId) -> Self {
        Self { mode: Mode::Drill, round: Some(round), ..Self::whole_loop(loop_name) }
    }
}
