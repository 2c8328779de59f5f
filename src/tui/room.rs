//! The open session as the screens see it: the interview, its text fields, and where one looks.

use std::collections::BTreeMap;

use super::editor::{Editing, Field};
use super::msg::Effect;
use crate::content::library::Library;
use crate::content::question::{Kind, Question};
use crate::debrief::report::Report;
use crate::ids::{QuestionId, SubmissionId};
use crate::interview::Interview;
use crate::interview::event::{Edit, Event, Pane, PanePart};
use crate::interview::phase::Phase;
use crate::interview::record::Submission;
use crate::interview::verdict::{RunResult, Verdict};
use crate::moment::Moment;
use crate::score::card::Scorecard;

/// Which pane has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Focus {
    Answer,
    Diagram,
    Notes,
    Chat,
    Prompt,
    Drawing,
    Result,
}

/// What the result pane of a drill shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Run(RunResult),
    Verdict(Box<Verdict>),
    Score(Box<Scorecard>),
    Words(String),
}

/// Where a reader is in a result: the first visible row, the selected row and column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub row: usize,
    pub column: usize,
    /// The selected cell is shown whole.
    pub is_open: bool,
}

/// Where a reader is in the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub page: usize,
    pub scroll: u16,
    pub row: usize,
    pub column: usize,
    pub is_open: bool,
}

/// The open session.
#[derive(Debug)]
pub struct Room {
    pub interview: Interview,
    fields: BTreeMap<Pane, Field>,
    editing: Editing,
    pub focus: Focus,
    /// The prompt pane shows tables and sample rows instead of the question.
    pub shows_tables: bool,
    pub prompt_scroll: u16,
    pub drawing_scroll: (u16, u16),
    pub running_since: Option<Moment>,
    pub shown: Option<Shown>,
    pub spot: Spot,
    /// The line of the vote screen: a round, or the loop after the last.
    pub vote_row: usize,
    pub report: Option<Box<Report>>,
    pub(super) is_report_ordered: bool,
    pub reading: Reading,
    /// The question the panes belong to; when it changes the focus goes back to the answer.
    pub(super) question_shown: Option<(usize, usize)>,
    /// The follow-up that was heard last; when another is asked the focus goes where it is answered.
    follow_up_heard: Option<(usize, usize)>,
}

impl Room {
    /// Opens a room on an interview as the journal left it.
    pub fn new(interview: Interview, editing: Editing) -> Self {
        let mut room = Self {
            interview,
            fields: BTreeMap::new(),
            editing,
            focus: Focus::Answer,
            shows_tables: false,
            prompt_scroll: 0,
            drawing_scroll: (0, 0),
            running_since: None,
            shown: None,
            spot: Spot::default(),
            vote_row: 0,
            report: None,
            is_report_ordered: false,
            reading: Reading::default(),
            question_shown: None,
            follow_up_heard: None,
        };
        room.follow_question();
        room
    }

    /// Gives the open question, if the bank still has it.
    pub fn question<'a>(&self, library: &'a Library) -> Option<&'a Question> {
        library.question(&self.interview.question()?.id)
    }

    /// Gives the kind of the open question.
    pub fn kind(&self) -> Option<Kind> {
        self.interview.question().map(|question| question.kind)
    }

    /// Says whether something runs on the sample data.
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Says whether the open question has something to run.
    pub fn can_run(&self, _library: &Library) -> bool {
        matches!(self.kind(), Some(Kind::Sql | Kind::Modeling | Kind::Python))
    }

    /// Gives the order to judge a submission that waits for a judge.
    pub fn judge_order(&self, id: SubmissionId) -> Option<Effect> {
        let submission = self.interview.awaited().find(|s| s.id == id)?;
        let (question, answer) = (self.asked(submission)?, submission.answer.clone());
        let changed_from = self.interview.changed_from(submission).map(str::to_owned);
        Some(Effect::Judge { submission: id, question, answer, changed_from })
    }

    /// Gives the order to count the rows of a submission that waits for that.
    pub fn scale_order(&self, id: SubmissionId) -> Option<Effect> {
        let submission = self.interview.uncounted().find(|s| s.id == id)?;
        let (question, answer) = (self.asked(submission)?, submission.answer.clone());
        Some(Effect::Scale { submission: id, question, answer })
    }

    /// Gives the question that a submission answers.
    pub fn asked(&self, submission: &Submission) -> Option<QuestionId> {
        let planned = self.interview.plan.rounds.get(submission.round)?;
        Some(planned.questions.get(submission.question)?.id.clone())
    }

    /// Gives the text field that has the focus.
    pub fn field(&mut self) -> Option<(PanePart, &mut Field)> {
        let part = self.part()?;
        let pane = self.interview.pane(part)?;
        self.ensure(pane);
        Some((part, self.fields.get_mut(&pane)?))
    }

    /// Gives a field to draw, if it has been opened.
    pub fn drawn_field(&self, part: PanePart) -> Option<&Field> {
        self.fields.get(&self.interview.pane(part)?)
    }

    /// Gives the part of the answer the focused pane writes.
    pub fn part(&self) -> Option<PanePart> {
        match self.focus {
            Focus::Answer => Some(PanePart::Answer),
            Focus::Diagram => Some(PanePart::Diagram),
            Focus::Notes => Some(PanePart::Notes),
            Focus::Chat => Some(PanePart::Chat),
            Focus::Prompt | Focus::Drawing | Focus::Result => None,
        }
    }

    /// Gives the panes of the open question, in the order in which one walks through them.
    pub fn panes(&self) -> Vec<Focus> {
        let mut panes = match self.kind() {
            Some(Kind::Design) => vec![Focus::Diagram, Focus::Notes, Focus::Drawing],
            _ => vec![Focus::Answer],
        };
        if matches!(self.interview.phase, Phase::FollowingUp { .. }) {
            panes.retain(|pane| *pane == Focus::Drawing);
        }
        panes.extend([Focus::Chat, Focus::Prompt]);
        if self.shown.is_some() {
            panes.push(Focus::Result);
        }
        panes
    }

    /// Brings fields and focus in line with the question that is open now.
    pub fn follow_question(&mut self) {
        let open = self.interview.phase.question();
        if open != self.question_shown {
            self.question_shown = open;
            self.shown = None;
            self.shows_tables = false;
            self.prompt_scroll = 0;
            self.drawing_scroll = (0, 0);
            self.focus = self.first_focus();
        }
        let heard = self.interview.phase.follow_up();
        if heard != self.follow_up_heard {
            self.follow_up_heard = heard;
            self.focus = self.first_focus();
        }
        if !self.panes().contains(&self.focus) {
            self.focus = self.first_focus();
        }
        for part in [PanePart::Answer, PanePart::Diagram, PanePart::Notes, PanePart::Chat] {
            if let Some(pane) = self.interview.pane(part) {
                self.ensure(pane);
            }
        }
    }

    /// Where one writes next: the answer, and once it is in, the line to the interviewer.
    fn first_focus(&self) -> Focus {
        match self.interview.phase {
            Phase::FollowingUp { .. } => Focus::Chat,
            _ => self.panes()[0],
        }
    }

    fn ensure(&mut self, pane: Pane) {
        let text = self.interview.texts.get(&pane);
        let (text, cursor) = text.map_or(("", 0), |text| (text.as_str(), text.cursor()));
        let editing = if pane.part == PanePart::Chat { Editing::Plain } else { self.editing };
        self.fields.entry(pane).or_insert_with(|| Field::new(text, cursor, editing));
    }

    /// Puts the interview's text into its field; needed when the text came from somewhere else.
    pub fn reset_field(&mut self, pane: Pane) {
        self.ensure(pane);
        let text = self.interview.texts.get(&pane);
        let (text, cursor) = text.map_or(("", 0), |text| (text.as_str(), text.cursor()));
        if let Some(field) = self.fields.get(&pane) {
            field.reset(text, cursor);
        }
    }

    /// Gives the event that the focused field's last key amounts to: an edit, a moved cursor, or none.
    pub fn typed(&self, part: PanePart, pasted: bool, now: Moment) -> Option<Typed> {
        let pane = self.interview.pane(part)?;
        let field = self.fields.get(&pane)?;
        let (text, cursor) = (field.text(), field.cursor());
        let before = self.interview.texts.get(&pane);
        let granted = match Edit::between(before.map_or("", |t| t.as_str()), &text) {
            Some(edit) => {
                self.interview.type_into(part, vec![Edit { pasted, ..edit }], cursor, now)
            }
            None if before.map_or(0, |t| t.cursor()) != cursor => {
                self.interview.move_cursor(part, cursor, now)
            }
            None => return None,
        };
        Some(granted)
    }

    /// Empties a field, as after a line was sent to the interviewer.
    pub fn cleared(&self, part: PanePart, now: Moment) -> Option<Event> {
        let text = self.interview.text(self.interview.pane(part)?);
        let edit = Edit::between(text, "")?;
        self.interview.type_into(part, vec![edit], 0, now).ok()
    }
}

/// What a key came to: an event, or why it was refused.
pub type Typed = Result<Event, crate::interview::refusal::Refusal>;
