//! `mockloop remarks`: everything the Python review says of some files, before it is folded into a review.

use std::path::PathBuf;

use serde::Serialize;

use super::failure::{Done, Failure};
use super::reading::read_text;
use super::speech::Speech;
use crate::score::python::{self, Asked, Finding};

#[derive(Serialize)]
struct Remark {
    file: String,
    #[serde(flatten)]
    finding: Finding,
}

/// Reads the files and prints one JSON array.
pub fn remarks(files: &[PathBuf], speech: &Speech) -> Result<Done, Failure> {
    let mut all = Vec::new();
    for path in files {
        let text = read_text(path)?;
        let found = python::remarks(&text, &Asked::default());
        let found = found.map_err(|why| Failure::Usage(format!("{}: {why}", path.display())))?;
        let file = || path.display().to_string();
        all.extend(found.into_iter().map(|finding| Remark { file: file(), finding }));
    }
    speech.say_json(&all);
    Ok(Done::Fine)
}
