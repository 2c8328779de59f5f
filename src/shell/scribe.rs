//! What is written down and when: the open session's events, on disk before the frame that shows them.

use std::path::PathBuf;

use chrono::{DateTime, Local, NaiveDateTime};

use crate::ids::{QuestionId, SessionId};
use crate::interview::event::Event;
use crate::journal::sessions::{SessionSummary, State};
use crate::journal::{Access, Durability, History, Journal, JournalError};
use crate::moment::{Moment, Span};
use crate::tui::msg::Entry;

/// What was written is on the disk itself at least this often.
const FULL_EVERY: Span = Span::seconds(10);

/// Keeps the journal. It is opened when it is first needed, and for writing only when something is written.
#[derive(Debug)]
pub struct Scribe {
    path: PathBuf,
    journal: Option<(Journal, Access)>,
    session: Option<SessionId>,
    /// Noted and not yet on disk: what a failed save could not write stays here and comes first.
    unsaved: Vec<Event>,
    full_at: Moment,
}

impl Scribe {
    /// Makes a scribe for the journal at `path`, which is not looked at yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, journal: None, session: None, unsaved: Vec::new(), full_at: Moment::default() }
    }

    /// Takes events of the open session; [`Scribe::save`] writes them.
    pub fn note(&mut self, events: Vec<Event>) {
        self.unsaved.extend(events);
    }

    /// Writes what was noted, all of it in one go.
    ///
    /// # Errors
    /// When the journal cannot be written. Nothing is lost: the next save tries again.
    pub fn save(&mut self, now: Moment) -> Result<(), JournalError> {
        let Some(session) = self.session.clone().filter(|_| !self.unsaved.is_empty()) else {
            return Ok(());
        };
        let durability = durability(&self.unsaved, now.since(self.full_at));
        let events = std::mem::take(&mut self.unsaved);
        // Opening the journal may fail as well as writing to it; the events are kept either way.
        let written =
            self.writer().and_then(|journal| journal.append(&session, &events, durability));
        match written {
            Ok(()) if durability == Durability::Full => self.full_at = now,
            Ok(()) => {}
            Err(_) => self.unsaved = events,
        }
        written
    }

    /// Begins a session with its first events.
    ///
    /// # Errors
    /// When the journal cannot be written, or knows a session of this name.
    pub fn begin(&mut self, session: SessionId, first: &[Event]) -> Result<(), JournalError> {
        self.writer()?.create(first)?;
        self.session = Some(session);
        Ok(())
    }

    /// Gives a session's log, and makes it the one that is written to.
    ///
    /// # Errors
    /// When there is no such session or the journal cannot be read.
    pub fn open(&mut self, session: SessionId) -> Result<History, JournalError> {
        let history = self.load(&session)?;
        self.session = Some(session);
        Ok(history)
    }

    /// Gives a session's log.
    ///
    /// # Errors
    /// When there is no such session or the journal cannot be read.
    pub fn load(&mut self, session: &SessionId) -> Result<History, JournalError> {
        self.reader()?.load(session)
    }

    /// Gives every session for the lobby, the latest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn entries(&mut self, now: Moment) -> Result<Vec<Entry>, JournalError> {
        let sessions = self.reader()?.sessions()?;
        Ok(sessions.into_iter().map(|session| entry(session, now)).collect())
    }

    /// Gives the latest session that can be gone on with.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn latest_open(&mut self) -> Result<Option<SessionId>, JournalError> {
        let mut sessions = self.reader()?.sessions()?;
        sessions.retain(|session| session.state == State::Open);
        Ok(sessions.into_iter().max_by_key(|session| session.last_seen_at).map(|open| open.id))
    }

    /// Gives the questions of the latest sessions.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn recent(&mut self, session_count: u32) -> Result<Vec<QuestionId>, JournalError> {
        self.reader()?.recent_questions(session_count)
    }

    /// A program beside this one may be writing; then reading is still possible.
    fn reader(&mut self) -> Result<&mut Journal, JournalError> {
        self.with(Access::Read)
    }

    fn writer(&mut self) -> Result<&mut Journal, JournalError> {
        self.with(Access::Write)
    }

    fn with(&mut self, access: Access) -> Result<&mut Journal, JournalError> {
        let kept = self.journal.take().filter(|(_, has)| *has == Access::Write || *has == access);
        let fresh = match kept {
            Some(kept) => kept,
            None => (Journal::open(&self.path, access)?, access),
        };
        Ok(&mut self.journal.insert(fresh).0)
    }
}

/// Ends of phases and ten seconds of typing survive the death of the machine; a key does that of the program.
fn durability(events: &[Event], since_full: Span) -> Durability {
    if events.iter().any(Event::ends_a_phase) || since_full >= FULL_EVERY {
        Durability::Full
    } else {
        Durability::Normal
    }
}

fn entry(session: SessionSummary, now: Moment) -> Entry {
    Entry {
        is_open: session.state == State::Open,
        when: local(session.last_seen_at)
            .zip(local(now))
            .map_or_else(String::new, |(then, now)| when(then, now)),
        session: session.id,
        title: session.title,
        mode: session.mode,
    }
}

/// Gives the time in the machine's own time zone; none beyond the calendar's end.
pub fn local(moment: Moment) -> Option<NaiveDateTime> {
    let millis = i64::try_from(moment.0).ok()?;
    Some(DateTime::from_timestamp_millis(millis)?.with_timezone(&Local).naive_local())
}

/// Writes a time as people do who know what day it is.
fn when(then: NaiveDateTime, now: NaiveDateTime) -> String {
    let days = now.date().signed_duration_since(then.date()).num_days();
    let form = match days {
        0 => "today %H:%M",
        1 => "yesterday %H:%M",
        2..=6 => "%A %H:%M",
        _ => "%-d %B %Y",
    };
    then.format(form).to_string()
}

/// Says in words that part of a log cannot be read; nothing when all of it can.
pub fn loss_words(history: &History) -> Option<String> {
    let words = || {
        format!(
            "{} entries of this session cannot be read; it is shown as far as it is whole. \
             `mockloop doctor --rescue` saves what can be saved.",
            history.lost_count
        )
    };
    (history.lost_count > 0).then(words)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{durability, when};
    use crate::interview::event::{Event, Pane, PanePart};
    use crate::journal::Durability;
    use crate::moment::{Moment, Span};

    fn typed() -> Event {
        let pane = Pane { round: 0, question: 0, part: PanePart::Answer };
        Event::Typed { pane, edits: vec![], cursor: 0, at: Moment(1) }
    }

    #[test]
    fn a_phases_end_is_on_the_disk_itself_and_so_is_everything_every_ten_seconds() {
        let closed = Event::QuestionClosed { at: Moment(1) };
        assert_eq!(durability(&[typed()], Span::ZERO), Durability::Normal);
        assert_eq!(durability(&[typed(), closed], Span::ZERO), Durability::Full);
        assert_eq!(durability(&[typed()], Span::seconds(10)), Durability::Full);
    }

    #[test]
    fn times_are_written_as_people_write_them() {
        let at = |day, hour, minute| {
            let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("it is a day");
            day.and_hms_opt(hour, minute, 0).expect("it is a time")
        };
        let now = at(22, 9, 0);
        assert_eq!(when(at(22, 8, 5), now), "today 08:05");
        assert_eq!(when(at(21, 23, 59), now), "yesterday 23:59");
        assert_eq!(when(at(18, 12, 0), now), "Wednesday 12:00");
        assert_eq!(when(at(2, 12, 0), now), "2 November 2026");
    }
}
