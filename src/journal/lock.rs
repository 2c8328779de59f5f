//! Who may write: one program at a time, by an advisory lock on a file beside the journal.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::error::Trouble;
use super::home;

/// The right to write, until it is dropped. The system takes it back when the process dies, however it
/// dies; the file itself stays, because removing it could hand the right to two.
#[derive(Debug)]
pub struct WriterLock {
    _file: File,
}

impl WriterLock {
    /// Takes the right to write to the journal at `path`, or says who has it after a short while.
    pub fn take(path: &Path) -> Result<Self, Trouble> {
        let mut file = home::make_file(&home::beside(path, ".lock"))?;
        // A lock that was just given back can live on for a moment in a child process between its
        // fork and its exec, so a first refusal is not the last word.
        for _ in 0..ATTEMPTS {
            match file.try_lock() {
                Ok(()) => {
                    sign(&mut file)?;
                    return Ok(Self { _file: file });
                }
                Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_ATTEMPTS),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
        Err(Trouble::Locked { pid: holder(&mut file) })
    }
}

/// How often the lock is asked for before somebody else is said to hold it: a quarter of a second in all.
const ATTEMPTS: u32 = 25;
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(10);

fn sign(file: &mut File) -> Result<(), Trouble> {
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "{}", std::process::id())?;
    Ok(())
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::WriterLock;
    use crate::journal::error::Trouble;

    #[test]
    fn the_second_writer_is_told_who_the_first_is() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let path = place.path().join("journal.db");
        let first = WriterLock::take(&path).expect("nobody holds it");
        let refusal = WriterLock::take(&path).expect_err("it is held");
        assert_eq!(refusal, Trouble::Locked { pid: Some(std::process::id()) });
        drop(first);
        WriterLock::take(&path).expect("it was given back");
    }
}
