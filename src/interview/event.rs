//! What happened: the closed list of facts an interview is folded from.
//!
//! Old journals are read by these types forever: variants and fields may be added (with a default),
//! never renamed or removed.

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use super::scale::ScaleReading;
use super::verdict::{Lost, Verdict};
use crate::ids::SubmissionId;
use crate::moment::{Moment, Span};

/// One fact of an interview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The session began with this plan.
    Opened { plan: Box<Plan>, at: Moment },
    /// The candidate read the briefing and began the round: its clock runs.
    RoundBegan { round: usize, at: Moment },
    /// The interviewer put a question.
    QuestionOpened { round: usize, question: usize, at: Moment },
    /// A pane was given its first text, such as a function to fill in.
    Prefilled { pane: Pane, text: String, at: Moment },
    /// The candidate edited a text.
    Typed { pane: Pane, edits: Vec<Edit>, cursor: usize, at: Moment },
    /// The candidate moved the cursor without editing.
    CursorMoved { pane: Pane, cursor: usize, at: Moment },
    /// The candidate said something in the chat: a clarifying question or an answer.
    Asked { text: String, at: Moment },
    /// The interviewer said something.
    Said { line: Line, at: Moment },
    /// An answer was handed in.
    AnswerSubmitted { submission: SubmissionId, answer: Answer, by: HandedInBy, at: Moment },
    /// A judge replied.
    Judged { submission: SubmissionId, verdict: Box<Verdict>, at: Moment },
    /// A judge could not reply.
    JudgeLost { submission: SubmissionId, lost: Lost, at: Moment },
    /// A judged query is run on growing tables.
    ScaleAsked { submission: SubmissionId, at: Moment },
    /// How the query does on growing tables.
    Scaled { submission: SubmissionId, reading: Box<ScaleReading>, at: Moment },
    /// That could not be found out.
    ScaleLost { submission: SubmissionId, lost: Lost, at: Moment },
    /// The interviewer asked a follow-up; `depth` 0 is the first question, more is deeper.
    FollowUpOpened { index: usize, depth: usize, at: Moment },
    /// The candidate answered the open follow-up.
    FollowUpAnswered { text: String, at: Moment },
    /// The interviewer moves on from the current question.
    QuestionClosed { at: Moment },
    /// A drill gave a hint.
    HintTaken { index: usize, at: Moment },
    /// Code was run on the sample data.
    RunFinished { ok: bool, words: String, at: Moment },
    /// The round is over.
    RoundClosed { round: usize, by: ClosedBy, at: Moment },
    /// A drill stopped its clock.
    Paused { at: Moment },
    /// A drill started its clock again.
    Unpaused { at: Moment },
    /// The program was away (killed, or the machine asleep) from its last record until `at`.
    /// `counted` says whether the clock kept running meanwhile.
    Away { span: Span, counted: bool, at: Moment },
    /// Time that had not been counted is taken off the clock after all, on the candidate's wish.
    TimeTaken { span: Span, at: Moment },
    /// Nothing happened but time; written so that a crash loses little of the clock.
    ClockSeen { at: Moment },
    /// The candidate voted on a round, or on the whole loop when `round` is none.
    OwnVote { round: Option<usize>, vote: Vote, at: Moment },
    /// The votes are in and the debrief was opened.
    DebriefOpened { at: Moment },
    /// The candidate gave the session up.
    Abandoned { at: Moment },
}

impl Event {
    /// Gives the moment it happened.
    pub fn at(&self) -> Moment {
        match self {
            Event::Opened { at, .. }
            | Event::RoundBegan { at, .. }
            | Event::QuestionOpened { at, .. }
            | Event::Prefilled { at, .. }
            | Event::Typed { at, .. }
            | Event::CursorMoved { at, .. }
            | Event::Asked { at, .. }
            | Event::Said { at, .. }
            | Event::AnswerSubmitted { at, .. }
            | Event::Judged { at, .. }
            | Event::JudgeLost { at, .. }
            | Event::ScaleAsked { at, .. }
            | Event::Scaled { at, .. }
            | Event::ScaleLost { at, .. }
            | Event::FollowUpOpened { at, .. }
            | Event::FollowUpAnswered { at, .. }
            | Event::QuestionClosed { at }
            | Event::HintTaken { at, .. }
            | Event::RunFinished { at, .. }
            | Event::RoundClosed { at, .. }
            | Event::Paused { at }
            | Event::Unpaused { at }
            | Event::Away { at, .. }
            | Event::TimeTaken { at, .. }
            | Event::ClockSeen { at }
            | Event::OwnVote { at, .. }
            | Event::DebriefOpened { at }
            | Event::Abandoned { at } => *at,
        }
    }

    /// Says whether the end of a phase must be on the disk itself, not only in the operating system's hands.
    pub fn ends_a_phase(&self) -> bool {
        !matches!(
            self,
            Event::Typed { .. }
                | Event::CursorMoved { .. }
                | Event::Said { .. }
                | Event::Asked { .. }
        )
    }
}

/// A text of the candidate's: which question it belongs to and which pane it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pane {
    pub round: usize,
    pub question: usize,
    pub part: PanePart,
}

/// The panes one types into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PanePart {
    /// SQL, Python, or a story.
    Answer,
    /// The design's diagram source.
    Diagram,
    /// The design's notes.
    Notes,
    /// The line to the interviewer.
    Chat,
}

/// One edit: at byte `at`, `removed` bytes went and `inserted` came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub at: usize,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub removed: usize,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub inserted: String,
    /// It came from the clipboard.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pasted: bool,
}

fn is_zero(n: &usize) -> bool {
    *n == 0
}

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// SQL, Python or a story.
    Text(String),
    /// A design: diagram source and notes.
    Design { diagram: String, notes: String },
}

/// Who handed an answer in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HandedInBy {
    Candidate,
    /// The question's budget and grace were over.
    Interviewer,
    /// The round was over.
    Bell,
}

/// Who ended a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClosedBy {
    Candidate,
    Interviewer,
    Bell,
}

/// Something the interviewer said, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub why: Why,
    pub text: String,
}

/// Why the interviewer spoke.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// A greeting, a remark, a transition.
    Talk,
    /// A fact was asked for and given.
    Fact(String),
    /// The question could mean several facts; these are offered by number.
    Readings(Vec<String>),
    /// The question is about nothing on the sheet.
    NotOnTheSheet,
    /// The soft budget is over.
    Budget,
    /// A part of the question has had its time: tables before their load.
    TimeBox,
    /// A requirement changed.
    Change,
    /// The scale grew tenfold.
    Stretch,
    /// Something went wrong in the candidate's design.
    Injection(String),
    /// A follow-up question.
    FollowUp,
    /// A story has become too long.
    TooLong,
    /// The clock: half, ten per cent, one minute.
    Clock,
}

impl Why {
    /// Says whether the line answers a clarifying question, even with "that is not settled".
    pub fn answers(&self) -> bool {
        matches!(self, Why::Fact(_) | Why::Readings(_) | Why::NotOnTheSheet)
    }
}

/// A vote of four levels; there is no neutral one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    StrongNoHire,
    NoHire,
    Hire,
    StrongHire,
}

impl Vote {
    /// Every vote, from worst to best.
    pub const ALL: [Vote; 4] = [Vote::StrongNoHire, Vote::NoHire, Vote::Hire, Vote::StrongHire];

    /// Gives the vote in words.
    pub fn words(self) -> &'static str {
        match self {
            Vote::StrongNoHire => "strong no hire",
            Vote::NoHire => "no hire",
            Vote::Hire => "hire",
            Vote::StrongHire => "strong hire",
        }
    }
}
