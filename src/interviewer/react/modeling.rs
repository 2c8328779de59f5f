//! A modelling question's time boxes, and the requirement that changes once a first answer is there.

use super::{Scene, lines, said};
use crate::content::modeling::{NewRequirement, TABLES_MINUTES};
use crate::content::question::Body;
use crate::interview::event::{Event, HandedInBy, Why};
use crate::interview::record::{QuestionRecord, Submission, SubmissionState};
use crate::moment::Span;

/// The share of the budget that must be left when the requirement changes: five minutes of forty.
const LEAST_LEFT: f64 = 0.125;

impl Scene<'_> {
    /// Says after ten minutes that the tables should stand. Once the answer is in, it is too late to help.
    pub(super) fn tables_box(&self, record: &QuestionRecord) -> Option<Event> {
        let Body::Modeling(_) = &self.open?.body else { return None };
        let is_due = self.elapsed(record)? >= self.minute(TABLES_MINUTES)?;
        let is_new = !said(record, |why| matches!(why, Why::TimeBox | Why::Change));
        (is_due && is_new && !self.is_handed_in())
            .then(|| self.say(Why::TimeBox, lines::tables_over(self.seed(), self.occasion())))
    }

    /// Changes the requirement after the first answer. When its time box is over, what is there is that answer.
    pub(super) fn new_requirement(&self, record: &QuestionRecord) -> Option<Vec<Event>> {
        let change = self.change()?;
        if record.has_changed() || !self.has_time_for_change() {
            return None;
        }
        if self.is_first_answer_in() {
            let words = lines::changed(self.seed(), self.occasion());
            return Some(vec![self.told(words, change)]);
        }
        if !self.is_box_over(record, change)? {
            return None;
        }
        let words = lines::changed_meanwhile(self.seed(), self.occasion());
        let taken = self.hand_in(HandedInBy::Interviewer);
        Some(taken.into_iter().chain([self.told(words, change)]).collect())
    }

    /// Says whether the candidate is at work on a changed requirement, with the first answer handed in.
    pub(super) fn is_changing(&self) -> bool {
        self.change().is_some() && self.interview.is_changing()
    }

    fn told(&self, words: &str, change: &NewRequirement) -> Event {
        self.say(Why::Change, &format!("{words}\n\n{}", change.says.trim()))
    }

    fn change(&self) -> Option<&NewRequirement> {
        match &self.open?.body {
            Body::Modeling(modeling) => modeling.change.as_ref(),
            _ => None,
        }
    }

    /// A loop's answer is final; a drill's may be handed in again until a judge has read it.
    fn is_first_answer_in(&self) -> bool {
        let is_read = |s: &Submission| matches!(s.state, SubmissionState::Judged(_));
        let is_strict = self.interview.plan.is_strict();
        self.submissions().any(|submission| is_strict || is_read(submission))
    }

    /// Who has written nothing until then is left to write; there is nothing to change.
    fn is_box_over(&self, record: &QuestionRecord, change: &NewRequirement) -> Option<bool> {
        let minutes = self.open?.head.minutes;
        let ends = self.minute(change.minute(minutes))?;
        let opened_at = self.interview.phase.clock()?.budget_at - self.interview.question()?.budget;
        let has_begun = record.flight.first_key_at.is_some_and(|at| at.since(opened_at) < ends);
        let is_there = has_begun && self.interview.answer().is_some();
        Some(is_there && self.elapsed(record)? >= ends)
    }

    /// Minutes stand in a question for its own length; a round may give it another.
    fn minute(&self, minute: u32) -> Option<Span> {
        let share = f64::from(minute) / f64::from(self.open?.head.minutes.max(1));
        Some(self.interview.question()?.budget.scaled(share))
    }

    fn has_time_for_change(&self) -> bool {
        let least = self.interview.question().map(|planned| planned.budget.scaled(LEAST_LEFT));
        let left = self.interview.phase.clock().map(|c| c.move_on_at.since(self.clock_now()));
        left.zip(least).is_some_and(|(left, least)| left >= least)
    }

    fn submissions(&self) -> impl Iterator<Item = &Submission> {
        let open = self.interview.phase.question();
        open.into_iter()
            .flat_map(|(round, question)| self.interview.submissions_of(round, question))
    }
}
