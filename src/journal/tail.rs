//! Where the next event of a session goes, and what its summary says by then.

use std::sync::Arc;

use rusqlite::{Connection, params};

use super::error::Trouble;
use super::row;
use super::sessions::State;
use crate::ids::{QuestionId, SessionId};
use crate::interview::event::Event;
use crate::interview::plan::Plan;
use crate::moment::Moment;

/// The end of one session's log. It is moved on only after a commit.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    pub session: SessionId,
    pub number: i64,
    next: i64,
    last_seen_at: Moment,
    state: State,
    /// Round and question that are open, as far as the log says.
    open: Option<(usize, usize)>,
    outline: Arc<Outline>,
}

/// What of a plan is needed to say again what the events say.
#[derive(Debug)]
struct Outline {
    is_strict: bool,
    questions: Vec<Vec<QuestionId>>,
}

impl Tail {
    /// Gives the end of a log that has no event yet.
    pub fn of_new(number: i64, plan: &Plan, at: Moment) -> Self {
        let questions = plan
            .rounds
            .iter()
            .map(|round| round.questions.iter().map(|question| question.id.clone()).collect())
            .collect();
        Self {
            session: plan.session.clone(),
            number,
            next: 0,
            last_seen_at: at,
            state: State::Open,
            open: None,
            outline: Arc::new(Outline { is_strict: plan.is_strict(), questions }),
        }
    }

    /// Gives the end of a log that was read; none when it does not begin with a plan.
    pub fn of_log(number: i64, events: &[Event]) -> Option<Self> {
        let Some(Event::Opened { plan, at }) = events.first() else { return None };
        let mut tail = Self::of_new(number, plan, *at);
        events.iter().for_each(|event| tail.follow(event));
        Some(tail)
    }

    /// Adds events to the log and brings the summaries along, inside the caller's transaction.
    pub fn write(&mut self, connection: &Connection, events: &[Event]) -> Result<(), Trouble> {
        let mut body = Vec::with_capacity(64);
        for event in events {
            row::insert(connection, self.number, self.next, event, &mut body)?;
            self.follow(event);
            self.note(connection, event)?;
        }
        self.summarise(connection)
    }

    fn follow(&mut self, event: &Event) {
        self.next += 1;
        self.last_seen_at = self.last_seen_at.max(event.at());
        match event {
            Event::RoundBegan { round, .. } => self.open = Some((*round, 0)),
            Event::QuestionOpened { round, question, .. } => self.open = Some((*round, *question)),
            Event::RoundClosed { round, .. } => self.close_round(*round),
            Event::DebriefOpened { .. } => self.state = State::Finished,
            Event::Abandoned { .. } => self.state = State::Abandoned,
            _ => {}
        }
    }

    /// A loop is finished when its debrief is opened; a single round, when it is over.
    fn close_round(&mut self, round: usize) {
        self.open = None;
        if !self.outline.is_strict && round + 1 >= self.outline.questions.len() {
            self.state = State::Finished;
        }
    }

    /// Says again in `asked` and `attempts` what an event says.
    fn note(&self, connection: &Connection, event: &Event) -> Result<(), Trouble> {
        match event {
            Event::QuestionOpened { round, question, at } => {
                let Some(id) = self.question(*round, *question) else { return Ok(()) };
                connection
                    .prepare_cached("INSERT OR IGNORE INTO asked (session, round, question, question_id, at) VALUES (?1, ?2, ?3, ?4, ?5)")?
                    .execute(params![self.number, *round as i64, *question as i64, id.as_str(), millis(*at)])?;
            }
            Event::AnswerSubmitted { submission, at, .. } => {
                let Some(id) =
                    self.open.and_then(|(round, question)| self.question(round, question))
                else {
                    return Ok(());
                };
                connection
                    .prepare_cached("INSERT OR IGNORE INTO attempts (session, submission, question_id, at) VALUES (?1, ?2, ?3, ?4)")?
                    .execute(params![self.number, submission.0, id.as_str(), millis(*at)])?;
            }
            Event::Judged { submission, verdict, .. } => {
                let decision = super::sessions::decision_name(verdict.decision);
                connection
                    .prepare_cached("UPDATE attempts SET decision = ?3, score = ?4 WHERE session = ?1 AND submission = ?2 AND decision IS NULL")?
                    .execute(params![self.number, submission.0, decision, verdict.score])?;
            }
            _ => {}
        }
        Ok(())
    }

    fn question(&self, round: usize, question: usize) -> Option<&QuestionId> {
        self.outline.questions.get(round)?.get(question)
    }

    fn summarise(&self, connection: &Connection) -> Result<(), Trouble> {
        connection
            .prepare_cached(
                "UPDATE sessions SET last_seen_at = ?2, state = ?3, event_count = ?4 WHERE number = ?1",
            )?
            .execute(params![self.number, millis(self.last_seen_at), self.state.name(), self.next])?;
        Ok(())
    }
}

/// Gives a moment as SQLite stores it: its whole numbers have a sign, so the bits are kept.
pub(super) fn millis(at: Moment) -> i64 {
    at.0.cast_signed()
}
