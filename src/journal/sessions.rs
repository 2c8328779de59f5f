//! What was sat so far: sessions in short, the questions they asked, and how answers fared.

use rusqlite::{OptionalExtension, Row};

use super::Journal;
use super::error::{Doing, JournalError, Trouble};
use crate::ids::{LoopId, QuestionId, SessionId, SubmissionId};
use crate::interview::plan::Mode;
use crate::interview::verdict::Decision;
use crate::moment::Moment;

/// A session in short, read without its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSummary {
    pub id: SessionId,
    pub title: String,
    pub mode: Mode,
    pub loop_id: LoopId,
    pub seed: u64,
    pub opened_at: Moment,
    pub last_seen_at: Moment,
    pub state: State,
    pub event_count: usize,
}

/// Whether a session goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be resumed.
    Open,
    /// It was sat to its end.
    Finished,
    /// The candidate gave it up.
    Abandoned,
}

/// An answer that was handed in, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub session: SessionId,
    pub submission: SubmissionId,
    pub question: QuestionId,
    pub at: Moment,
    /// Decision and score from 0 to 5; none when no judge has replied.
    pub judged: Option<(Decision, u8)>,
}

impl Journal {
    /// Gives every session, the latest first.
    pub fn sessions(&self) -> Result<Vec<SessionSummary>, JournalError> {
        self.list(
            "SELECT id, title, mode, loop_id, seed, opened_at, last_seen_at, state, event_count
             FROM sessions ORDER BY opened_at DESC, number DESC",
            [],
            summary,
        )
    }

    /// Gives the questions asked in the latest `session_count` sessions that asked any, the latest first.
    pub fn recent_questions(&self, session_count: u32) -> Result<Vec<QuestionId>, JournalError> {
        self.list(
            "SELECT question_id FROM asked
             WHERE session IN (SELECT number FROM sessions
                               WHERE number IN (SELECT session FROM asked)
                               ORDER BY opened_at DESC, number DESC LIMIT ?1)
             GROUP BY question_id ORDER BY max(at) DESC, question_id",
            [session_count],
            |row| Ok(QuestionId::new(row.get::<_, String>(0)?)),
        )
    }

    /// Gives every answer that was handed in, the first one first.
    pub fn attempts(&self) -> Result<Vec<Attempt>, JournalError> {
        self.list(
            "SELECT sessions.id, submission, question_id, at, decision, score
             FROM attempts JOIN sessions ON sessions.number = attempts.session
             ORDER BY at, sessions.number, submission",
            [],
            attempt,
        )
    }

    /// Gives a choice the user made earlier.
    pub fn setting(&self, name: &str) -> Result<Option<String>, JournalError> {
        let read = || -> Result<Option<String>, Trouble> {
            let mut statement =
                self.connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
            Ok(statement.query_row([name], |row| row.get(0)).optional()?)
        };
        read().map_err(|trouble| self.failed(Doing::Read, trouble))
    }

    /// Keeps a choice of the user's under a name, instead of the one kept before.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<(), JournalError> {
        self.keep(name, value).map_err(|trouble| self.failed(Doing::Write, trouble))
    }

    pub(super) fn keep(&mut self, name: &str, value: &str) -> Result<(), Trouble> {
        self.may_write()?;
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?
            .execute([name, value])?;
        Ok(())
    }

    fn list<T>(
        &self,
        sql: &str,
        with: impl rusqlite::Params,
        read: impl Fn(&Row<'_>) -> Result<T, Trouble>,
    ) -> Result<Vec<T>, JournalError> {
        let all = || -> Result<Vec<T>, Trouble> {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_and_then(with, read)?.collect()
        };
        all().map_err(|trouble| self.failed(Doing::Read, trouble))
    }
}

fn summary(row: &Row<'_>) -> Result<SessionSummary, Trouble> {
    Ok(SessionSummary {
        id: SessionId::new(row.get::<_, String>(0)?),
        title: row.get(1)?,
        mode: mode_of(&row.get::<_, String>(2)?).ok_or(Trouble::Damaged)?,
        loop_id: LoopId::new(row.get::<_, String>(3)?),
        seed: row.get::<_, i64>(4)?.cast_unsigned(),
        opened_at: moment(row, 5)?,
        last_seen_at: moment(row, 6)?,
        state: State::of_name(&row.get::<_, String>(7)?).ok_or(Trouble::Damaged)?,
        event_count: usize::try_from(row.get::<_, i64>(8)?).map_err(|_| Trouble::Damaged)?,
    })
}

fn attempt(row: &Row<'_>) -> Result<Attempt, Trouble> {
    let decision = row.get::<_, Option<String>>(4)?;
    let decision = decision.map(|name| decision_of(&name).ok_or(Trouble::Damaged)).transpose()?;
    let score: Option<u8> = row.get(5)?;
    Ok(Attempt {
        session: SessionId::new(row.get::<_, String>(0)?),
        submission: SubmissionId(row.get(1)?),
        question: QuestionId::new(row.get::<_, String>(2)?),
        at: moment(row, 3)?,
        judged: decision.zip(score),
    })
}

fn moment(row: &Row<'_>, column: usize) -> Result<Moment, Trouble> {
    Ok(Moment(row.get::<_, i64>(column)?.cast_unsigned()))
}

impl State {
    const ALL: [State; 3] = [State::Open, State::Finished, State::Abandoned];

    /// Gives the state in one word.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Finished => "finished",
            State::Abandoned => "abandoned",
        }
    }

    fn of_name(name: &str) -> Option<State> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Loop => "loop",
        Mode::Drill => "drill",
        Mode::Rehearsal => "rehearsal",
    }
}

fn mode_of(name: &str) -> Option<Mode> {
    [Mode::Loop, Mode::Drill, Mode::Rehearsal].into_iter().find(|mode| mode_name(*mode) == name)
}

pub(super) fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::Accept => "accept",
        Decision::Reject => "reject",
    }
}

fn decision_of(name: &str) -> Option<Decision> {
    [Decision::Accept, Decision::Reject].into_iter().find(|d| decision_name(*d) == name)
}
