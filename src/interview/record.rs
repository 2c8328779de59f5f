//! What is kept of each round and question: the conversation, the answers and the flight recorder.

use super::event::{Answer, ClosedBy, HandedInBy, Line, Why};
use super::plan::PlannedRound;
use super::scale::{self, ScaleReading};
use super::verdict::{Lost, Verdict};
use crate::ids::SubmissionId;
use crate::moment::{Moment, Span};

/// One round, from its first minute to its close.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoundRecord {
    pub began_at: Option<Moment>,
    pub closed: Option<(ClosedBy, Moment)>,
    pub questions: Vec<QuestionRecord>,
}

impl RoundRecord {
    /// Makes the empty record of a planned round.
    pub fn planned(round: &PlannedRound) -> Self {
        let questions = vec![QuestionRecord::default(); round.questions.len()];
        Self { questions, ..Self::default() }
    }
}

/// One question: what was said and done, and when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionRecord {
    pub opened_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub chat: Vec<ChatLine>,
    pub follow_ups: Vec<FollowUpRecord>,
    /// Hints taken, by index.
    pub hints: Vec<usize>,
    pub run_count: usize,
    pub flight: Flight,
}

impl QuestionRecord {
    /// Says whether the interviewer has changed a requirement.
    pub fn has_changed(&self) -> bool {
        self.change().is_some()
    }

    /// Gives what the interviewer said when a requirement changed.
    pub fn change(&self) -> Option<&str> {
        self.chat.iter().find_map(|line| match &line.from {
            Speaker::Interviewer(Line { why: Why::Change, text }) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Gives the clarifying questions: what the candidate said that the interviewer took as one.
    /// Remarks and answers to follow-ups are not.
    pub fn clarifying(&self) -> impl Iterator<Item = (Moment, &str)> {
        self.chat.iter().zip(self.chat.iter().skip(1)).filter_map(|(line, reply)| {
            match (&line.from, &reply.from) {
                (Speaker::Candidate(text), Speaker::Interviewer(said)) if said.why.answers() => {
                    Some((line.at, text.as_str()))
                }
                _ => None,
            }
        })
    }
}

/// The flight recorder of one question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flight {
    pub first_question_at: Option<Moment>,
    pub first_key_at: Option<Moment>,
    /// The first stroke of a design's diagram; notes may come before it.
    pub first_diagram_at: Option<Moment>,
    pub last_key_at: Option<Moment>,
    pub longest_silence: Span,
    pub edit_count: usize,
    pub pasted_bytes: usize,
}

impl Flight {
    /// Notes activity at `at`; the silence before it counts from `since` when it is the first.
    pub fn key(&mut self, at: Moment, since: Moment) {
        let silence = at.since(self.last_key_at.unwrap_or(since));
        self.longest_silence = self.longest_silence.max(silence);
        self.first_key_at.get_or_insert(at);
        self.last_key_at = Some(at);
    }
}

/// One line of the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct ChatLine {
    pub at: Moment,
    pub from: Speaker,
}

/// Who spoke, and what.
#[derive(Clone, Debug, PartialEq)]
pub enum Speaker {
    Candidate(String),
    Interviewer(Line),
}

/// A follow-up question and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpRecord {
    pub index: usize,
    pub depth: usize,
    pub asked_at: Moment,
    pub answer: Option<(String, Moment)>,
}

/// An answer that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    pub id: SubmissionId,
    pub round: usize,
    pub question: usize,
    pub answer: Answer,
    pub by: HandedInBy,
    pub at: Moment,
    /// A model: a requirement had changed before it was handed in.
    pub after_change: bool,
    pub state: SubmissionState,
    pub scaling: Scaling,
}

impl Submission {
    /// Gives the verdict, with what is known of how the query grows.
    pub fn verdict(&self) -> Option<Verdict> {
        match &self.state {
            SubmissionState::Judged(verdict) => Some(scale::weigh(verdict, &self.scaling)),
            _ => None,
        }
    }

    /// Gives how the query grows, once that was counted.
    pub fn reading(&self) -> Option<&ScaleReading> {
        match &self.scaling {
            Scaling::Read(reading) => Some(reading),
            _ => None,
        }
    }
}

/// What is known of how a query does as its tables grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Scaling {
    /// The question has no larger tables, or the answer does not run at all.
    #[default]
    NotAsked,
    /// Rows are being counted, or will be after a resume.
    Awaited,
    Read(Box<ScaleReading>),
    Lost(Lost),
}

/// What became of a submission.
#[derive(Clone, Debug, PartialEq)]
pub enum SubmissionState {
    /// A judge is at work, or will be after a resume.
    Awaited,
    /// No judge runs it: stories and designs are scored where they are shown.
    Kept,
    Judged(Box<Verdict>),
    Lost(Lost),
}

/// A time the program was away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Absence {
    pub at: Moment,
    pub span: Span,
    pub counted: bool,
}
