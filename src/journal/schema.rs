//! What the file looks like inside, how old files are brought up to date, and which files are not ours.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::Trouble;

/// Marks a SQLite file as a journal of this program: `mloo` in ASCII.
const APPLICATION_ID: i64 = 0x6d6c_6f6f;

/// Every version the file has had. A step that was released is never changed; a new one is added.
///
/// The events are the truth and the only thing that must not be lost. The summary columns of
/// `sessions`, and `asked` and `attempts`, say again what the events say, for a quick look.
const STEPS: &[M<'_>] = &[M::up(
    "PRAGMA application_id = 1835822959;

     CREATE TABLE sessions (
         number       INTEGER PRIMARY KEY,
         id           TEXT    NOT NULL UNIQUE,
         title        TEXT    NOT NULL,
         mode         TEXT    NOT NULL,
         loop_id      TEXT    NOT NULL,
         seed         INTEGER NOT NULL,
         opened_at    INTEGER NOT NULL,
         last_seen_at INTEGER NOT NULL,
         state        TEXT    NOT NULL,
         event_count  INTEGER NOT NULL
     ) STRICT;

     CREATE TABLE events (
         session  INTEGER NOT NULL,
         position INTEGER NOT NULL,
         seal     INTEGER NOT NULL,
         body     BLOB    NOT NULL,
         PRIMARY KEY (session, position)
     ) STRICT, WITHOUT ROWID;

     CREATE TABLE asked (
         session     INTEGER NOT NULL,
         round       INTEGER NOT NULL,
         question    INTEGER NOT NULL,
         question_id TEXT    NOT NULL,
         at          INTEGER NOT NULL,
         PRIMARY KEY (session, round, question)
     ) STRICT, WITHOUT ROWID;

     CREATE TABLE attempts (
         session     INTEGER NOT NULL,
         submission  INTEGER NOT NULL,
         question_id TEXT    NOT NULL,
         at          INTEGER NOT NULL,
         decision    TEXT,
         score       INTEGER,
         PRIMARY KEY (session, submission)
     ) STRICT, WITHOUT ROWID;

     CREATE TABLE settings (
         name  TEXT PRIMARY KEY,
         value TEXT NOT NULL
     ) STRICT, WITHOUT ROWID;",
)];

/// The version this program writes.
pub fn version() -> i64 {
    STEPS.len() as i64
}

/// Looks at a file without changing it and gives its version, 0 when there is nothing in it yet.
/// Refuses what is not a journal, and journals newer than this program.
pub fn recognise(connection: &Connection) -> Result<i64, Trouble> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get(0));
    let (found, owner): (i64, i64) = (number("user_version")?, number("application_id")?);
    let table_count: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (found, owner) {
        (0, _) if table_count == 0 => Ok(0),
        (0, _) => Err(Trouble::NotAJournal),
        (_, owner) if owner != APPLICATION_ID => Err(Trouble::NotAJournal),
        (found, _) if found > version() => Err(Trouble::Newer { file: found, program: version() }),
        (found, _) => Ok(found),
    }
}

/// Brings a recognised file to the version of this program, each step in a transaction of its own.
pub fn bring_up_to_date(connection: &mut Connection) -> Result<(), Trouble> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Trouble::from(err),
        other => Trouble::Other(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{APPLICATION_ID, bring_up_to_date, recognise, version};
    use crate::journal::error::Trouble;

    fn fresh() -> Connection {
        let mut connection = Connection::open_in_memory().expect("memory is there");
        bring_up_to_date(&mut connection).expect("an empty file takes every step");
        connection
    }

    #[test]
    fn a_new_file_carries_our_mark_and_the_latest_version() {
        let connection = fresh();
        let mark: i64 = connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .expect("every file has one");
        assert_eq!(mark, APPLICATION_ID);
        assert_eq!(recognise(&connection).expect("it is ours"), version());
    }

    #[test]
    fn a_file_of_a_newer_program_is_refused_with_both_versions() {
        let connection = fresh();
        connection.pragma_update(None, "user_version", version() + 3).expect("memory is writable");
        let refusal = recognise(&connection).expect_err("it is too new");
        assert_eq!(refusal, Trouble::Newer { file: version() + 3, program: version() });
    }

    #[test]
    fn the_database_of_another_program_is_not_touched() {
        let connection = Connection::open_in_memory().expect("memory is there");
        connection.execute_batch("CREATE TABLE bookmarks (url)").expect("memory is writable");
        assert_eq!(recognise(&connection), Err(Trouble::NotAJournal));
        connection.pragma_update(None, "user_version", 1).expect("memory is writable");
        assert_eq!(recognise(&connection), Err(Trouble::NotAJournal));
    }
}
