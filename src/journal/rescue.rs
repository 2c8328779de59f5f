//! What can still be saved of a damaged journal: every session up to its first hole, in a fresh file.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use rusqlite::{Connection, OpenFlags};

use super::error::{Doing, JournalError, Trouble};
use super::lock::WriterLock;
use super::{Journal, home, open, row, schema};
use crate::ids::SessionId;
use crate::interview::event::Event;
use crate::moment::Moment;

/// What was saved, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescue {
    pub saved: Vec<Saved>,
    /// Sessions known to have been there of which not even the beginning could be read.
    pub lost: Vec<String>,
    /// Where the damaged file is now, untouched.
    pub aside: PathBuf,
}

/// A session that is in the fresh journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub session: SessionId,
    pub title: String,
    pub kept_count: usize,
    /// Events behind the first damaged one, which cannot be told from nonsense any more.
    pub lost_count: usize,
}

impl Journal {
    /// Copies every readable session of a damaged journal into a fresh one and moves the damaged file
    /// aside, under a name with the time in it. Until the copy is complete nothing is moved.
    pub fn rescue(path: &Path, at: Moment) -> Result<Rescue, JournalError> {
        rescue(path, at).map_err(|trouble| trouble.while_doing(Doing::Rescue, path))
    }
}

fn rescue(path: &Path, at: Moment) -> Result<Rescue, Trouble> {
    if !path.try_exists()? {
        return Err(Trouble::Missing);
    }
    let _lock = WriterLock::take(path)?;
    let fresh = home::beside(path, &format!(".rescued-{}", stamp(at)));
    let copied = copy(path, &fresh);
    // The lock file of the fresh journal is of no use under its second name.
    let _ = fs::remove_file(home::beside(&fresh, ".lock"));
    let (saved, lost) = copied.inspect_err(|_| discard(&fresh))?;
    let aside = set_aside(path, at)?;
    fs::rename(&fresh, path)?;
    Ok(Rescue { saved, lost, aside })
}

fn copy(from: &Path, to: &Path) -> Result<(Vec<Saved>, Vec<String>), Trouble> {
    discard(to);
    let mut fresh = Journal::open_to_write(to)?;
    let Some(damaged) = open_damaged(from)? else { return Ok((Vec::new(), Vec::new())) };
    let (mut saved, mut lost) = (Vec::new(), Vec::new());
    for number in 1..=highest_number(&damaged) {
        match copy_session(&damaged, number, &mut fresh)? {
            Some(session) => saved.push(session),
            None => lost.extend(name_of(&damaged, number)),
        }
    }
    copy_settings(&damaged, &mut fresh)?;
    Ok((saved, lost))
}

/// Opens what is left of a journal; none when SQLite can make nothing of it.
fn open_damaged(path: &Path) -> Result<Option<Connection>, Trouble> {
    // An empty file is not even opened: SQLite would remove the log beside it.
    if path.metadata()?.len() == 0 {
        return Ok(None);
    }
    let Ok(connection) = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY) else {
        return Ok(None);
    };
    match schema::recognise(&connection) {
        Err(refusal @ (Trouble::NotAJournal | Trouble::Newer { .. })) => Err(refusal),
        _ => Ok(Some(connection)),
    }
}

/// Gives the highest number a session can have, from whichever table still tells.
fn highest_number(damaged: &Connection) -> i64 {
    // When neither does, these many are tried; trying one that is not there costs microseconds.
    const ENOUGH: i64 = 10_000;
    let ask = |sql| damaged.query_row(sql, [], |row| row.get::<_, Option<i64>>(0)).ok().flatten();
    let listed = ask("SELECT max(number) FROM sessions");
    let logged = ask("SELECT max(session) FROM events");
    // A damaged number must not send us on an endless search.
    listed.max(logged).unwrap_or(ENOUGH).min(ENOUGH)
}

fn copy_session(
    damaged: &Connection,
    number: i64,
    fresh: &mut Journal,
) -> Result<Option<Saved>, Trouble> {
    let events = row::read(damaged, number).unwrap_or_default();
    let Some(Event::Opened { plan, at }) = events.first() else { return Ok(None) };
    match fresh.begin(plan, *at, &events) {
        Ok(()) => {}
        Err(Trouble::SessionExists(_)) => return Ok(None),
        Err(trouble) => return Err(trouble),
    }
    let written = row::count(damaged, number).max(promised(damaged, number));
    Ok(Some(Saved {
        session: plan.session.clone(),
        title: plan.title.clone(),
        kept_count: events.len(),
        lost_count: written.saturating_sub(events.len()),
    }))
}

fn promised(damaged: &Connection, number: i64) -> usize {
    damaged
        .query_row("SELECT event_count FROM sessions WHERE number = ?1", [number], |row| row.get(0))
        .map_or(0, |count: i64| usize::try_from(count).unwrap_or(0))
}

fn name_of(damaged: &Connection, number: i64) -> Option<String> {
    damaged
        .query_row(
            "SELECT title || ' (' || id || ')' FROM sessions WHERE number = ?1",
            [number],
            |row| row.get(0),
        )
        .ok()
}

fn copy_settings(damaged: &Connection, fresh: &mut Journal) -> Result<(), Trouble> {
    let Ok(mut statement) = damaged.prepare("SELECT name, value FROM settings") else {
        return Ok(());
    };
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let pairs = pairs.into_iter().flatten().map_while(Result::ok);
    for (name, value) in pairs.collect::<Vec<(String, String)>>() {
        fresh.keep(&name, &value)?;
    }
    Ok(())
}

/// Moves the file and what SQLite keeps beside it, and gives the new name.
fn set_aside(path: &Path, at: Moment) -> Result<PathBuf, Trouble> {
    let name = |count: u32| match count {
        1 => home::beside(path, &format!(".damaged-{}", stamp(at))),
        more => home::beside(path, &format!(".damaged-{}-{more}", stamp(at))),
    };
    let aside = (1..).map(name).find(|name| !name.exists()).expect("some number is free");
    fs::rename(path, &aside)?;
    for ending in ["-wal", "-shm"] {
        let companion = home::beside(path, ending);
        if companion.try_exists()? {
            fs::rename(companion, home::beside(&aside, ending))?;
        }
    }
    Ok(aside)
}

/// Removes an incomplete copy; that it was never there is as good.
fn discard(copy: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(home::beside(copy, ending));
    }
}

fn stamp(at: Moment) -> String {
    let time = i64::try_from(at.0).ok().and_then(DateTime::from_timestamp_millis);
    time.map_or_else(|| at.0.to_string(), |time| time.format("%Y%m%d-%H%M%S").to_string())
}

impl fmt::Display for Rescue {
    /// Writes a line for every session that is not whole, then what was done with the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole_count = self.saved.iter().filter(|saved| saved.lost_count == 0).count();
        writeln!(f, "{whole_count} sessions were saved whole.")?;
        for Saved { session, title, kept_count, lost_count } in &self.saved {
            if *lost_count > 0 {
                writeln!(
                    f,
                    "{title} ({session}): the first {kept_count} events were saved, {lost_count} after them could not be read."
                )?;
            }
        }
        self.lost.iter().try_for_each(|name| writeln!(f, "{name}: could not be read."))?;
        write!(f, "The damaged file is kept as {}.", home::with_tilde(&self.aside))
    }
}

#[cfg(test)]
mod tests {
    use super::stamp;
    use crate::moment::Moment;

    #[test]
    fn the_stamp_sorts_by_time() {
        assert_eq!(stamp(Moment(1_763_826_201_000)), "20251122-154321");
    }
}
