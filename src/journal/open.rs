//! How SQLite is asked to open the file, for writing and for looking.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::Trouble;
use super::{Journal, home, schema};

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, Trouble> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(2))?;
    Ok(connection)
}

pub(super) fn set_up(connection: &Connection) -> Result<(), Trouble> {
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    // Elsewhere than on macOS this changes nothing; there, a plain fsync stops at the drive's memory.
    connection.pragma_update(None, "fullfsync", true)?;
    Ok(())
}

/// Opens a file that is there for reading; an old one is first brought up to date.
pub(super) fn look_at(path: &Path) -> Result<Connection, Trouble> {
    refuse_emptied(path)?;
    let connection = connect_to_read(path)?;
    match schema::recognise(&connection)? {
        0 => empty(),
        found if found == schema::version() => Ok(connection),
        _ => {
            drop(connection);
            drop(Journal::open_to_write(path)?);
            connect_to_read(path)
        }
    }
}

fn connect_to_read(path: &Path) -> Result<Connection, Trouble> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let looked = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    match looked {
        Err(_) if stands_alone(path) => connect_to_still(path),
        other => other.map(|()| connection).map_err(Trouble::from),
    }
}

/// In a folder that cannot be written, SQLite cannot set up its shared memory. A file without a log is
/// then read as one that nobody changes.
fn stands_alone(path: &Path) -> bool {
    !home::beside(path, "-wal").exists()
}

fn connect_to_still(path: &Path) -> Result<Connection, Trouble> {
    let uri = format!("file:{}?immutable=1", percent_encoded(path));
    connect(Path::new(&uri), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
}

/// Writes every byte but letters, digits and slashes as `%41`, so that no path is taken for anything else.
fn percent_encoded(path: &Path) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'/';
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    bytes
        .map(|&byte| if is_plain(byte) { char::from(byte).into() } else { format!("%{byte:02X}") })
        .collect()
}

pub(super) fn empty() -> Result<Connection, Trouble> {
    let mut connection = Connection::open_in_memory()?;
    schema::bring_up_to_date(&mut connection)?;
    Ok(connection)
}

/// SQLite throws the log of an empty file away; we do not let it.
pub(super) fn refuse_emptied(path: &Path) -> Result<(), Trouble> {
    let has_bytes = |path: &Path| path.metadata().is_ok_and(|about| about.len() > 0);
    if !has_bytes(path) && has_bytes(&home::beside(path, "-wal")) {
        return Err(Trouble::Damaged);
    }
    Ok(())
}
