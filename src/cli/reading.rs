//! How a file that somebody names is read: as text, of a length somebody may have written.

use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use super::failure::Failure;

/// The longest file that is read, in bytes; also what ends a pipe that never does.
const LONGEST: u64 = 10 << 20;

/// Reads a text file, or standard input for `-`.
///
/// # Errors
/// Says what the file is instead of a text.
pub fn read_text(file: &Path) -> Result<String, Failure> {
    let bytes = match file == Path::new("-") {
        true => read_some(std::io::stdin().lock()),
        false => File::open(file).and_then(read_some),
    };
    let bytes = bytes.map_err(|error| Failure::Usage(words(file, &error)))?;
    if bytes.len() as u64 > LONGEST {
        let name = file.display();
        return Err(Failure::Usage(format!(
            "`{name}` is longer than {} MB; an answer is a text that somebody wrote",
            LONGEST >> 20
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
        let name = file.display();
        Failure::Usage(format!("`{name}` is no UTF-8 text (line {line}); save it as UTF-8"))
    })
}

fn read_some(from: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn words(file: &Path, error: &Error) -> String {
    let name = file.display();
    match error.kind() {
        ErrorKind::NotFound => format!("there is no file `{name}`"),
        ErrorKind::IsADirectory => format!("`{name}` is a folder; name the file in it"),
        ErrorKind::PermissionDenied => format!("`{name}` may not be read by you"),
        _ => format!("read {name}: {error}"),
    }
}
