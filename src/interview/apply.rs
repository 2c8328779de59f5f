//! How an event changes the interview. `apply` is total: whatever a journal says, it never panics.

use super::Interview;
use super::event::{Answer, Edit, Event, HandedInBy, Pane, PanePart};
use super::phase::{Clock, Phase};
use super::record::{
    Absence, ChatLine, FollowUpRecord, QuestionRecord, Scaling, Speaker, Submission,
    SubmissionState,
};
use super::text::Text;
use crate::content::question::Kind;
use crate::ids::SubmissionId;
use crate::moment::{Moment, Span};

impl Interview {
    /// Takes an event and makes it so.
    pub fn apply(&mut self, event: &Event) {
        self.last_seen_at = self.last_seen_at.max(event.at());
        match event {
            Event::Opened { plan, at } => *self = Self::new((**plan).clone(), *at),
            Event::RoundBegan { round, at } => self.begin_round(*round, *at),
            Event::QuestionOpened { round, question, at } => {
                self.open_question(*round, *question, *at);
            }
            Event::Prefilled { pane, text, .. } => {
                self.texts.insert(*pane, Text::given(text));
            }
            Event::Typed { pane, edits, cursor, at } => self.take_edits(*pane, edits, *cursor, *at),
            Event::CursorMoved { pane, cursor, .. } => {
                self.texts.entry(*pane).or_default().move_cursor(*cursor);
            }
            Event::Asked { text, at } => self.candidate_said(text, *at),
            Event::Said { line, at } => self.say(*at, Speaker::Interviewer(line.clone())),
            Event::AnswerSubmitted { submission, answer, by, at } => {
                self.keep(*submission, answer, *by, *at);
            }
            Event::Judged { submission, verdict, .. } => {
                self.settle(*submission, SubmissionState::Judged(verdict.clone()));
            }
            Event::JudgeLost { submission, lost, .. } => {
                self.settle(*submission, SubmissionState::Lost(lost.clone()));
            }
            Event::ScaleAsked { submission, .. } => self.count(*submission, Scaling::Awaited),
            Event::Scaled { submission, reading, .. } => {
                self.count(*submission, Scaling::Read(reading.clone()));
            }
            Event::ScaleLost { submission, lost, .. } => {
                self.count(*submission, Scaling::Lost(lost.clone()));
            }
            Event::FollowUpOpened { index, depth, at } => self.open_follow_up(*index, *depth, *at),
            Event::FollowUpAnswered { text, at } => self.answer_follow_up(text, *at),
            Event::QuestionClosed { at } => {
                if let Some(record) = self.record_mut() {
                    record.closed_at = Some(*at);
                }
            }
            Event::HintTaken { index, .. } => {
                if let Some(record) = self.record_mut() {
                    record.hints.push(*index);
                }
            }
            Event::RunFinished { .. } => {
                if let Some(record) = self.record_mut() {
                    record.run_count += 1;
                }
            }
            Event::RoundClosed { round, by, at } => {
                if let Some(record) = self.rounds.get_mut(*round) {
                    record.closed = Some((*by, *at));
                }
                self.after_round(*round, *at);
            }
            Event::Paused { at } => self.paused_at = Some(*at),
            Event::Unpaused { at } => self.unpause(*at),
            Event::Away { span, counted, at } => self.was_away(*span, *counted, *at),
            Event::TimeTaken { span, .. } => self.phase = self.phase.sooner(*span),
            Event::ClockSeen { .. } => {}
            Event::OwnVote { round, vote, .. } => {
                self.own_votes.insert(*round, *vote);
            }
            Event::DebriefOpened { .. } => self.phase = Phase::Debriefed,
            Event::Abandoned { .. } => self.phase = Phase::Abandoned,
        }
    }

    fn begin_round(&mut self, round: usize, at: Moment) {
        let Some(planned) = self.plan.rounds.get(round) else { return };
        let bell_at = at + planned.span;
        self.phase =
            Phase::Answering { round, question: 0, clock: self.clock(round, 0, bell_at, at) };
        if let Some(record) = self.rounds.get_mut(round) {
            record.began_at = Some(at);
        }
    }

    fn open_question(&mut self, round: usize, question: usize, at: Moment) {
        let Some(Clock { bell_at, .. }) = self.phase.clock() else { return };
        let clock = self.clock(round, question, bell_at, at);
        self.phase = Phase::Answering { round, question, clock };
        if let Some(record) = self.record_mut() {
            record.opened_at = Some(at);
        }
    }

    /// The last question of a round may run to the bell; the others end with their grace.
    fn clock(&self, round: usize, question: usize, bell_at: Moment, at: Moment) -> Clock {
        let questions = self.plan.rounds.get(round).map_or(&[][..], |round| &round.questions);
        let (budget, grace) =
            questions.get(question).map_or((Span::ZERO, Span::ZERO), |q| (q.budget, q.grace));
        let is_last = question + 1 >= questions.len();
        let move_on_at = if is_last { bell_at } else { (at + budget + grace).min(bell_at) };
        Clock { bell_at, budget_at: (at + budget).min(bell_at), move_on_at }
    }

    fn take_edits(&mut self, pane: Pane, edits: &[Edit], cursor: usize, at: Moment) {
        let text = self.texts.entry(pane).or_default();
        edits.iter().for_each(|edit| text.edit(edit));
        text.move_cursor(cursor);
        if pane.part != PanePart::Chat {
            self.fly(pane, edits, at);
        }
    }

    fn fly(&mut self, pane: Pane, edits: &[Edit], at: Moment) {
        let Some(record) = self.record_of(pane.round, pane.question) else { return };
        record.flight.key(at, record.opened_at.unwrap_or(at));
        if pane.part == PanePart::Diagram {
            record.flight.first_diagram_at.get_or_insert(at);
        }
        record.flight.edit_count += edits.len();
        record.flight.pasted_bytes +=
            edits.iter().filter(|e| e.pasted).map(|e| e.inserted.len()).sum::<usize>();
    }

    fn candidate_said(&mut self, text: &str, at: Moment) {
        self.say(at, Speaker::Candidate(text.to_owned()));
        if let Some(record) = self.record_mut() {
            record.flight.first_question_at.get_or_insert(at);
        }
    }

    fn say(&mut self, at: Moment, from: Speaker) {
        if let Some(record) = self.record_mut() {
            record.chat.push(ChatLine { at, from });
        }
    }

    fn keep(&mut self, id: SubmissionId, answer: &Answer, by: HandedInBy, at: Moment) {
        let Some((round, question)) = self.phase.question() else { return };
        let state = match self.question().map(|q| q.kind) {
            Some(Kind::Sql | Kind::Modeling | Kind::Python) => SubmissionState::Awaited,
            _ => SubmissionState::Kept,
        };
        let is_model = self.question().is_some_and(|q| q.kind == Kind::Modeling);
        let after_change = is_model && self.record().is_some_and(QuestionRecord::has_changed);
        let (answer, scaling) = (answer.clone(), Scaling::NotAsked);
        let submission =
            Submission { id, round, question, answer, by, at, after_change, state, scaling };
        self.submissions.push(submission);
    }

    fn settle(&mut self, id: SubmissionId, state: SubmissionState) {
        let awaited = |s: &&mut Submission| s.id == id && s.state == SubmissionState::Awaited;
        if let Some(submission) = self.submissions.iter_mut().find(awaited) {
            submission.state = state;
        }
    }

    fn count(&mut self, id: SubmissionId, scaling: Scaling) {
        let open = |s: &&mut Submission| {
            s.id == id && matches!(s.scaling, Scaling::NotAsked | Scaling::Awaited)
        };
        if let Some(submission) = self.submissions.iter_mut().find(open) {
            submission.scaling = scaling;
        }
    }

    fn open_follow_up(&mut self, index: usize, depth: usize, at: Moment) {
        let (Some((round, question)), Some(clock)) = (self.phase.question(), self.phase.clock())
        else {
            return;
        };
        self.phase = Phase::FollowingUp { round, question, index, depth, clock };
        if let Some(record) = self.record_mut() {
            record.follow_ups.push(FollowUpRecord { index, depth, asked_at: at, answer: None });
        }
    }

    fn answer_follow_up(&mut self, text: &str, at: Moment) {
        self.say(at, Speaker::Candidate(text.to_owned()));
        if let Some(last) = self.record_mut().and_then(|record| record.follow_ups.last_mut()) {
            last.answer = Some((text.to_owned(), at));
        }
    }

    /// After the last round of a loop the candidate votes; a single round goes straight to its report.
    fn after_round(&mut self, round: usize, at: Moment) {
        self.paused_at = None;
        let next = round + 1;
        self.phase = if next < self.plan.rounds.len() && self.plan.rest == Span::ZERO {
            // Without a break the next briefing waits for the candidate; no clock runs meanwhile.
            Phase::Briefing { round: next }
        } else if next < self.plan.rounds.len() {
            Phase::Resting { next, ends_at: at + self.plan.rest }
        } else if self.plan.is_strict() {
            Phase::Voting
        } else {
            Phase::Debriefed
        };
    }

    fn unpause(&mut self, at: Moment) {
        if let Some(paused_at) = self.paused_at.take() {
            self.phase = self.phase.later(at.since(paused_at));
        }
    }

    fn was_away(&mut self, span: Span, counted: bool, at: Moment) {
        self.absences.push(Absence { at, span, counted });
        // A stopped clock is put right when it starts again, with the absence inside the pause.
        if !counted && self.paused_at.is_none() {
            self.phase = self.phase.later(span);
        }
    }

    fn record_mut(&mut self) -> Option<&mut QuestionRecord> {
        let (round, question) = self.phase.question()?;
        self.record_of(round, question)
    }

    fn record_of(&mut self, round: usize, question: usize) -> Option<&mut QuestionRecord> {
        self.rounds.get_mut(round)?.questions.get_mut(question)
    }
}
