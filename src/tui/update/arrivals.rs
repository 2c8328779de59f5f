//! What arrives from judges and from the journal.

use super::super::model::Model;
use super::super::msg::Effect;
use super::super::room::{Room, Shown};
use crate::debrief::report::Report;
use crate::ids::SubmissionId;
use crate::interview::Interview;
use crate::interview::event::Event;
use crate::interview::verdict::{Lost, RunResult, Verdict};

impl Model {
    pub(super) fn judged(
        &mut self,
        submission: SubmissionId,
        reply: Result<Box<Verdict>, Lost>,
        effects: &mut Vec<Effect>,
    ) {
        let Some(room) = &self.room else { return };
        let shown = match &reply {
            Ok(verdict) => Shown::Verdict(verdict.clone()),
            Err(lost) => Shown::Words(lost.words.clone()),
        };
        let is_strict = room.interview.plan.is_strict();
        match room.interview.judged(submission, reply.map(|verdict| *verdict), self.now) {
            // A late verdict changes nothing.
            Err(_) => {}
            Ok(event) => {
                self.happen(vec![event], effects);
                if !is_strict {
                    self.show(shown);
                }
            }
        }
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
