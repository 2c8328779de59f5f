//! What arrives from judges and from the journal.

use super::super::model::Model;
use super::super::msg::Effect;
use super::super::room::{Room, Shown};
use crate::debrief::report::Report;
use crate::ids::SubmissionId;
use crate::interview::Interview;
use crate::interview::event::Event;
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::{Lost, RunResult, Verdict};

impl Model {
    pub(super) fn judged(
        &mut self,
        submission: SubmissionId,
        reply: Result<Box<Verdict>, Lost>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(room) = &self.room else { return };
        let lost = reply.as_ref().err().map(|lost| Shown::Words(lost.words.clone()));
        let is_strict = room.interview.plan.is_strict();
        match room.interview.judged(submission, reply.map(|verdict| *verdict), self.now) {
            // A late verdict changes nothing.
            Err(_) => {}
            Ok(event) => {
                self.happen(vec![event], effects);
                self.ask_scale(submission, effects);
                if let Some(shown) = lost.or_else(|| self.verdict_of(submission))
                    && !is_strict
                {
                    self.show(shown);
                }
            }
        }
    }

    /// A query that was judged is run on growing tables next; nobody waits for that.
    fn ask_scale(&mut self, submission: SubmissionId, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let known = room.interview.submissions.iter().find(|s| s.id == submission);
        let question = known.and_then(|s| self.library.question(&room.asked(s)?));
        let grows = question.is_some_and(|question| question.head.scale.is_some());
        if let Ok(event) = room.interview.ask_scale(submission, self.now)
            && grows
        {
            self.happen(vec![event], effects);
        }
    }

    pub(super) fn scaled(
        &mut self,
        submission: SubmissionId,
        reply: Result<Box<ScaleReading>, Lost>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(room) = &self.room else { return };
        let reply = reply.map(|reading| *reading);
        let Ok(event) = room.interview.scaled(submission, reply, self.now) else { return };
        // The verdict that is being read gets its last line; anything else is left as it is.
        let reads = !room.interview.plan.is_strict()
            && room.shown.is_some()
            && room.shown == self.verdict_of(submission);
        self.happen(vec![event], effects);
        let verdict = self.verdict_of(submission);
        let Some(room) = &mut self.room else { return };
        if reads {
            room.shown = verdict;
        }
        if room.interview.is_over() && room.is_report_ordered {
            effects.push(Effect::Debrief(room.interview.plan.session.clone()));
        }
    }

    fn verdict_of(&self, submission: SubmissionId) -> Option<Shown> {
        let mut all = self.room.as_ref()?.interview.submissions.iter();
        let verdict = all.find(|s| s.id == submission)?.verdict()?;
        Some(Shown::Verdict(Box::new(verdict)))
    }

    pub(super) fn ran(&mut self, reply: Result<RunResult, Lost>, effects: &mut Vec<Effect>) {
        let now = self.at();
        let Some(room) = &mut self.room else { return };
        // A run that was stopped has nothing more to say.
        if room.running_since.take().is_none() {
            return;
        }
        let (ok, words) = summary(&reply);
        self.happen(vec![Event::RunFinished { ok, words, at: now }], effects);
        self.show(match reply {
            Ok(result) => Shown::Run(result),
            Err(lost) => Shown::Words(lost.words),
        });
    }

    /// Opens a session: a new one at its briefing, an old one where it stood when it was last saved.
    pub(super) fn open(&mut self, events: &[Event], is_new: bool, effects: &mut Vec<Effect>) {
        let Some(interview) = Interview::replay(events) else {
            self.notice = Some("This session's log does not begin as it should.".into());
            return;
        };
        let awaited: Vec<SubmissionId> = interview.awaited().map(|s| s.id).collect();
        let uncounted: Vec<SubmissionId> = interview.uncounted().map(|s| s.id).collect();
        let away = self.now.since(interview.last_seen_at);
        let has_clock =
            interview.phase.clock().is_some() || interview.time_left(self.now).is_some();
        self.room = Some(Room::new(interview, self.choices.editing));
        self.dialog = None;
        self.palette = None;
        if !is_new && has_clock {
            self.notice = Some(format!("Welcome back. The clock stood still for {away}."));
            let event = Event::Away { span: away, counted: false, at: self.now };
            self.happen(vec![event], effects);
        }
        if let Some(room) = &self.room {
            effects.extend(awaited.into_iter().filter_map(|id| room.judge_order(id)));
            effects.extend(uncounted.into_iter().filter_map(|id| room.scale_order(id)));
        }
    }

    pub(super) fn take_report(&mut self, report: Box<Report>) {
        if let Some(room) = &mut self.room
            && report.session == room.interview.plan.session
        {
            room.report = Some(report);
        }
    }
}

fn summary(reply: &Result<RunResult, Lost>) -> (bool, String) {
    match reply {
        Ok(RunResult::Table { table, .. }) => (true, format!("{} rows", table.rows.len())),
        Ok(RunResult::Output { ok, error, .. }) => (*ok, error.clone().unwrap_or_default()),
        Err(lost) => (false, lost.words.clone()),
    }
}
