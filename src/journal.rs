//! What is remembered: every event of every session, on disk before it is shown.
//!
//! One SQLite file in WAL mode with a single writer. Ordinary commits survive the death of the program;
//! full ones survive the death of the machine.

pub mod codec;
pub mod error;
pub mod home;
pub mod rescue;
pub mod sessions;

mod lock;
mod open;
mod row;
mod schema;
mod tail;

use std::path::{Path, PathBuf};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params,
};

pub use error::{Doing, JournalError, Trouble};
use lock::WriterLock;
use tail::Tail;

use crate::ids::SessionId;
use crate::interview::event::Event;
use crate::interview::plan::Plan;
use crate::moment::Moment;

/// The journal of one candidate.
#[derive(Debug)]
pub struct Journal {
    connection: Connection,
    path: PathBuf,
    /// The end of the log written to last.
    tail: Option<Tail>,
    /// Held by the one writer; it goes after the connection, which is why it stands last.
    lock: Option<WriterLock>,
}

/// What a journal is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Sitting an interview. One program at a time.
    Write,
    /// Looking back. Any number, beside a writer too.
    Read,
}

/// What a commit survives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// The death of the program, at once.
    Normal,
    /// The death of the machine as well, for this commit and all before it. Costs a wait for the disk.
    Full,
}

/// A session's log as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The events from the first one to the end, or to the first hole.
    pub events: Vec<Event>,
    /// How many were written after the hole; 0 for a whole log.
    pub lost_count: usize,
}

impl Journal {
    /// Opens the journal at `path`. For writing it is made when it is not there, and brought up to date
    /// when it is old; for reading, one that is not there is empty.
    pub fn open(path: &Path, access: Access) -> Result<Self, JournalError> {
        match access {
            Access::Write => Self::open_to_write(path),
            Access::Read => Self::open_to_read(path),
        }
        .map_err(|trouble| trouble.while_doing(Doing::Open, path))
    }

    /// Begins a session with its first events, on the disk itself. The first one holds the plan.
    pub fn create(&mut self, first: &[Event]) -> Result<(), JournalError> {
        let begun = match first.first() {
            Some(Event::Opened { plan, at }) => self.begin(plan, *at, first),
            _ => Err(Trouble::NoPlan),
        };
        begun.map_err(|trouble| self.failed(Doing::Write, trouble))
    }

    /// Adds events to a session, all of them or, when it fails, none.
    pub fn append(
        &mut self,
        session: &SessionId,
        events: &[Event],
        durability: Durability,
    ) -> Result<(), JournalError> {
        self.add(session, events, durability).map_err(|trouble| self.failed(Doing::Write, trouble))
    }

    /// Reads the log of a session, as far as it is good.
    pub fn load(&self, session: &SessionId) -> Result<History, JournalError> {
        self.read(session)
            .map(|(_, history)| history)
            .map_err(|trouble| self.failed(Doing::Read, trouble))
    }

    /// Gives the place of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn open_to_write(path: &Path) -> Result<Self, Trouble> {
        home::make_folder(path)?;
        let lock = WriterLock::take(path)?;
        drop(home::make_file(path)?);
        open::refuse_emptied(path)?;
        let mut connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        schema::recognise(&connection)?;
        open::set_up(&connection)?;
        schema::bring_up_to_date(&mut connection)?;
        Ok(Self { connection, path: path.to_owned(), tail: None, lock: Some(lock) })
    }

    fn open_to_read(path: &Path) -> Result<Self, Trouble> {
        let connection = if path.try_exists()? { open::look_at(path)? } else { open::empty()? };
        Ok(Self { connection, path: path.to_owned(), tail: None, lock: None })
    }

    fn begin(&mut self, plan: &Plan, at: Moment, first: &[Event]) -> Result<(), Trouble> {
        self.may_write()?;
        if self.number_of(&plan.session)?.is_some() {
            return Err(Trouble::SessionExists(plan.session.clone()));
        }
        let tail = commit(&self.connection, Durability::Full, |connection| {
            let mut tail = Tail::of_new(enrol(connection, plan, at)?, plan, at);
            tail.write(connection, first)?;
            Ok(tail)
        })?;
        self.tail = Some(tail);
        Ok(())
    }

    fn add(
        &mut self,
        session: &SessionId,
        events: &[Event],
        durability: Durability,
    ) -> Result<(), Trouble> {
        self.may_write()?;
        let mut tail = match &self.tail {
            Some(tail) if tail.session == *session => tail.clone(),
            _ => self.find_tail(session)?,
        };
        commit(&self.connection, durability, |connection| tail.write(connection, events))?;
        self.tail = Some(tail);
        Ok(())
    }

    /// Finds the end of a log. A log with a hole is not added to: nobody would ever read what comes after.
    fn find_tail(&self, session: &SessionId) -> Result<Tail, Trouble> {
        let (number, History { events, lost_count }) = self.read(session)?;
        let hole =
            || Trouble::Hole { session: session.clone(), kept_count: events.len(), lost_count };
        if lost_count > 0 {
            return Err(hole());
        }
        Tail::of_log(number, &events).ok_or_else(hole)
    }

    fn read(&self, session: &SessionId) -> Result<(i64, History), Trouble> {
        // Rows and their number are read as of one moment: what is written meanwhile is no hole.
        let _one_moment = self.connection.unchecked_transaction()?;
        let (number, promised) =
            self.number_of(session)?.ok_or_else(|| Trouble::NoSuchSession(session.clone()))?;
        let mut events = row::read(&self.connection, number)?;
        if !matches!(events.first(), Some(Event::Opened { plan, .. }) if plan.session == *session) {
            events.clear();
        }
        let written = row::count(&self.connection, number).max(promised);
        let lost_count = written.saturating_sub(events.len());
        Ok((number, History { events, lost_count }))
    }

    /// Gives a session's number in the file and how many events it should have.
    fn number_of(&self, session: &SessionId) -> Result<Option<(i64, usize)>, Trouble> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT number, event_count FROM sessions WHERE id = ?1")?;
        let found = statement.query_row([session.as_str()], |row| Ok((row.get(0)?, row.get(1)?)));
        let found: Option<(i64, i64)> = found.optional()?;
        Ok(found.map(|(number, count)| (number, usize::try_from(count).unwrap_or(0))))
    }

    fn may_write(&self) -> Result<(), Trouble> {
        if self.lock.is_some() { Ok(()) } else { Err(Trouble::OpenedForReading) }
    }

    fn failed(&self, doing: Doing, trouble: Trouble) -> JournalError {
        trouble.while_doing(doing, &self.path)
    }
}

fn commit<T>(
    connection: &Connection,
    durability: Durability,
    write: impl FnOnce(&Connection) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    if durability == Durability::Full {
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    let written = transact(connection, write);
    if durability == Durability::Full {
        connection.pragma_update(None, "synchronous", "NORMAL")?;
    }
    written
}

fn transact<T>(
    connection: &Connection,
    write: impl FnOnce(&Connection) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let written = write(&transaction)?;
    transaction.commit()?;
    Ok(written)
}

fn enrol(connection: &Connection, plan: &Plan, at: Moment) -> Result<i64, Trouble> {
    connection
        .prepare_cached(
            "INSERT INTO sessions (id, title, mode, loop_id, seed, opened_at, last_seen_at, state, event_count)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, 'open', 0)",
        )?
        .execute(params![
            plan.session.as_str(),
            plan.title,
            sessions::mode_name(plan.mode),
            plan.loop_id.as_str(),
            plan.seed.cast_signed(),
            tail::millis(at),
        ])?;
    Ok(connection.last_insert_rowid())
}

#[cfg(test)]
mod tests {
    use super::{Access, Durability, Journal, Trouble};
    use crate::ids::{LoopId, SessionId};
    use crate::interview::event::Event;
    use crate::interview::plan::{Mode, Plan};
    use crate::moment::{Moment, Span};

    fn plan() -> Plan {
        Plan {
            session: SessionId::new("s1"),
            mode: Mode::Loop,
            loop_id: LoopId::new("amazon-de"),
            title: "Loop".into(),
            bar: 3.5,
            seed: 7,
            scale: 1.0,
            rest: Span::ZERO,
            rounds: Vec::new(),
            bar_raiser: None,
        }
    }

    fn said(count: usize) -> Event {
        Event::Asked { text: "x".repeat(count), at: Moment(2) }
    }

    #[test]
    fn a_full_disk_takes_all_of_an_append_or_nothing_and_the_session_goes_on_when_there_is_room() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let path = place.path().join("journal.db");
        let mut journal = Journal::open(&path, Access::Write).expect("the folder is ours");
        let opened = Event::Opened { plan: Box::new(plan()), at: Moment(1) };
        journal.create(std::slice::from_ref(&opened)).expect("there is room");
        let session = SessionId::new("s1");

        journal.connection.pragma_update(None, "max_page_count", 12).expect("a limit can be set");
        let much = [said(10), said(100_000)];
        let failure =
            journal.append(&session, &much, Durability::Normal).expect_err("it does not fit");
        assert_eq!(failure.trouble, Trouble::DiskFull);
        assert!(failure.to_string().contains("disk full. Free some space"), "{failure}");
        let log = journal.load(&session).expect("reading still works");
        assert_eq!((log.events.len(), log.lost_count), (1, 0));

        journal.connection.pragma_update(None, "max_page_count", 9000).expect("it can be lifted");
        journal.append(&session, &much, Durability::Full).expect("there is room again");
        let log = journal.load(&session).expect("reading still works");
        assert_eq!(log.events, [opened, said(10), said(100_000)]);
    }
}
