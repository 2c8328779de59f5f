//! What went wrong with the journal, what we were doing, and what may help.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use rusqlite::ffi::ErrorCode;

use super::home;
use crate::ids::SessionId;

/// A failure of the journal. Shown as one line: what we were doing, what happened, what may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalError {
    pub doing: Doing,
    pub path: PathBuf,
    pub trouble: Trouble,
}

/// What was being done with the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Open,
    Write,
    Read,
    Rescue,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Another mockloop is writing; the process is named when it could be found out.
    Locked {
        pid: Option<u32>,
    },
    /// The journal was opened with [`super::Access::Read`].
    OpenedForReading,
    ReadOnly,
    NoPermission,
    DiskFull,
    /// The disk gave an error, in its own words.
    Disk(String),
    /// SQLite waited for another process and gave up.
    Busy,
    /// There is no such file.
    Missing,
    NotADatabase,
    NotAJournal,
    /// The file is longer than it says, shorter, or has bytes that cannot be.
    Damaged,
    /// The log of this session is good up to a hole; it can be read, but not be added to.
    Hole {
        session: SessionId,
        kept_count: usize,
        lost_count: usize,
    },
    Newer {
        file: i64,
        program: i64,
    },
    NoSuchSession(SessionId),
    SessionExists(SessionId),
    /// The first events of a session must begin with its plan.
    NoPlan,
    Other(String),
}

impl JournalError {
    /// Gives what may help, as one or two sentences for the candidate.
    pub fn hint(&self) -> String {
        let rescue = "`mockloop doctor --rescue` saves what can be read into a fresh journal and keeps the old file";
        match &self.trouble {
            Trouble::Locked { .. } => "Close it, or pass `--journal FILE`; commands that only read, such as `mockloop progress`, still work.".into(),
            Trouble::OpenedForReading | Trouble::NoPlan => {
                "This is a mistake in mockloop; nothing was changed.".into()
            }
            Trouble::ReadOnly | Trouble::NoPermission => "Make the file and its folder writable for you, or pass `--journal FILE` with a place that is.".into(),
            Trouble::DiskFull => "Free some space, then run `mockloop resume`.".into(),
            Trouble::Disk(_) => "Check the disk, then run `mockloop resume`; or pass `--journal FILE` with a place on another one.".into(),
            Trouble::Busy => "Wait a moment, then run `mockloop resume`.".into(),
            Trouble::NotADatabase | Trouble::Damaged => format!("{rescue}; or pass `--journal FILE` to begin another."),
            Trouble::Missing => "Check the name; the first session makes the file.".into(),
            Trouble::NotAJournal => "Pass `--journal FILE` with the name of a journal, or of a file that is not there yet.".into(),
            Trouble::Hole { .. } => format!("{rescue}."),
            Trouble::Newer { .. } => "Update mockloop, or pass `--journal FILE` to begin another.".into(),
            Trouble::NoSuchSession(_) => "`mockloop debrief` lists the sessions there are.".into(),
            Trouble::SessionExists(_) => "Begin again; a new session gets a new name.".into(),
            Trouble::Other(_) => "Run `mockloop doctor` to see what is wrong here.".into(),
        }
    }
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = home::with_tilde(&self.path);
        write!(f, "{} journal {path}: {}. {}", self.doing, self.trouble, self.hint())
    }
}

impl error::Error for JournalError {}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Doing::Open => "open",
            Doing::Write => "write to",
            Doing::Read => "read",
            Doing::Rescue => "rescue",
        })
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Locked { pid: Some(pid) } => {
                write!(f, "another mockloop (process {pid}) is writing to it")
            }
            Trouble::Locked { pid: None } => f.write_str("another mockloop is writing to it"),
            Trouble::OpenedForReading => f.write_str("it was opened for reading only"),
            Trouble::ReadOnly => f.write_str("it cannot be written there"),
            Trouble::NoPermission => f.write_str("permission denied"),
            Trouble::DiskFull => f.write_str("disk full"),
            Trouble::Disk(words) => write!(f, "the disk gave an error ({words})"),
            Trouble::Busy => f.write_str("another program is using it"),
            Trouble::Missing => f.write_str("there is no such file"),
            Trouble::NotADatabase => f.write_str("the file is not a database"),
            Trouble::NotAJournal => f.write_str("the file belongs to another program"),
            Trouble::Damaged => f.write_str("the file is damaged"),
            Trouble::Hole { session, kept_count, lost_count } => write!(
                f,
                "session {session} is damaged after its first {kept_count} events ({lost_count} cannot be read)"
            ),
            Trouble::Newer { file, program } => write!(
                f,
                "it was written by a newer mockloop (version {file} of the file, this program knows {program})"
            ),
            Trouble::NoSuchSession(session) => write!(f, "there is no session {session}"),
            Trouble::SessionExists(session) => write!(f, "there is already a session {session}"),
            Trouble::NoPlan => f.write_str("a session must begin with its plan"),
            Trouble::Other(words) => f.write_str(words),
        }
    }
}

impl Trouble {
    /// Says what we were doing, and with which file, when it happened.
    pub fn while_doing(self, doing: Doing, path: &Path) -> JournalError {
        JournalError { doing, path: path.to_owned(), trouble: self }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::*;
        match &error {
            SqliteFailure(failure, words) => {
                of_sqlite(failure.code, words.as_deref().unwrap_or("no more is known"))
            }
            // Our own statements over our own tables: a value of another type was not written by us.
            FromSqlConversionFailure(..)
            | IntegralValueOutOfRange(..)
            | InvalidColumnType(..)
            | Utf8Error(..)
            | SqlInputError { .. } => Trouble::Damaged,
            _ => Trouble::Other(error.to_string()),
        }
    }
}

fn of_sqlite(code: ErrorCode, words: &str) -> Trouble {
    match code {
        ErrorCode::DiskFull => Trouble::DiskFull,
        ErrorCode::ReadOnly => Trouble::ReadOnly,
        ErrorCode::PermissionDenied => Trouble::NoPermission,
        ErrorCode::SystemIoFailure => Trouble::Disk(words.to_owned()),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Trouble::Busy,
        ErrorCode::NotADatabase => Trouble::NotADatabase,
        ErrorCode::DatabaseCorrupt => Trouble::Damaged,
        _ => Trouble::Other(words.to_owned()),
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Trouble::Missing,
            io::ErrorKind::PermissionDenied => Trouble::NoPermission,
            io::ErrorKind::ReadOnlyFilesystem => Trouble::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Trouble::DiskFull,
            _ => Trouble::Other(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Doing, Trouble};

    #[test]
    fn a_failure_says_what_we_did_what_happened_and_what_may_help() {
        let error = Trouble::DiskFull.while_doing(Doing::Open, Path::new("/data/journal.db"));
        assert_eq!(
            error.to_string(),
            "open journal /data/journal.db: disk full. Free some space, then run `mockloop resume`."
        );
    }

    #[test]
    fn a_lock_names_its_holder_and_a_way_on() {
        let locked = Trouble::Locked { pid: Some(41) }.while_doing(Doing::Open, Path::new("/j.db"));
        let words = locked.to_string();
        for part in ["process 41", "Close it", "--journal FILE", "still work"] {
            assert!(words.contains(part), "{part:?} in {words:?}");
        }
    }
}
