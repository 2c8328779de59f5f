//! How one event stands in the file: session, position, seal, body.
//!
//! The seal is a checksum over the other three, so a row that was damaged or that strayed into another
//! session is known as such, whatever SQLite thinks of its page.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};

use super::codec;
use super::error::Trouble;
use crate::interview::event::Event;

/// Adds one event at `position` of a session's log.
pub(super) fn insert(
    connection: &Connection,
    session: i64,
    position: i64,
    event: &Event,
    body: &mut Vec<u8>,
) -> Result<(), Trouble> {
    body.clear();
    codec::encode(event, body);
    connection
        .prepare_cached(
            "INSERT INTO events (session, position, seal, body) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![session, position, seal(session, position, body), &*body])?;
    Ok(())
}

/// Reads a session's log up to its end or its first hole.
pub(super) fn read(connection: &Connection, session: i64) -> Result<Vec<Event>, Trouble> {
    let mut events = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT position, seal, body FROM events WHERE session = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([session])?;
    // A page that cannot be read ends the log like a row that cannot: what came before it is good.
    while let Ok(Some(row)) = rows.next() {
        match unseal(row, session, events.len() as i64) {
            Some(event) => events.push(event),
            None => break,
        }
    }
    Ok(events)
}

/// Gives the number of rows a session has in the file, readable or not, as far as they can be counted.
pub(super) fn count(connection: &Connection, session: i64) -> usize {
    connection
        .prepare_cached("SELECT max(position) + 1 FROM events WHERE session = ?1")
        .and_then(|mut statement| {
            statement.query_row([session], |row| row.get::<_, Option<i64>>(0))
        })
        .ok()
        .flatten()
        .map_or(0, |count| usize::try_from(count).unwrap_or(0))
}

fn unseal(row: &Row<'_>, session: i64, expected: i64) -> Option<Event> {
    let (Ok(ValueRef::Integer(position)), Ok(ValueRef::Integer(found)), Ok(ValueRef::Blob(body))) =
        (row.get_ref(0), row.get_ref(1), row.get_ref(2))
    else {
        return None;
    };
    let is_whole = position == expected && found == seal(session, position, body);
    is_whole.then(|| codec::decode(body)).flatten()
}

fn seal(session: i64, position: i64, body: &[u8]) -> i64 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&session.to_le_bytes());
    hasher.update(&position.to_le_bytes());
    hasher.update(body);
    i64::from(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::seal;

    #[test]
    fn the_seal_is_the_one_the_first_version_wrote() {
        assert_eq!(seal(1, 0, b"{}"), SEAL_OF_THE_FIRST_VERSION);
        assert_ne!(seal(2, 0, b"{}"), SEAL_OF_THE_FIRST_VERSION);
        assert_ne!(seal(1, 1, b"{}"), SEAL_OF_THE_FIRST_VERSION);
    }

    const SEAL_OF_THE_FIRST_VERSION: i64 = 1_781_978_128;
}
