//! Where things are: the journal, the configuration, reports, and the user's own stories.

use super::args::House;
use super::columns::columns;
use super::failure::{Done, Failure};
use super::speech::Speech;
use crate::shell::ShellError;
use crate::shell::paths::Paths;

/// Finds the places; `--journal` moves the journal only.
pub fn places(house: &House) -> Result<Paths, Failure> {
    let paths = Paths::of_user().ok_or_else(|| Failure::Usage(ShellError::NoHome.to_string()))?;
    let journal = house.journal.clone().unwrap_or_else(|| paths.journal.clone());
    Ok(Paths { journal, ..paths })
}

/// Prints the places and whether they are there yet.
pub fn paths(house: &House, speech: &Speech) -> Result<Done, Failure> {
    let places = places(house)?;
    let row = |name: &str, path: &std::path::Path| {
        let state = if path.exists() { "" } else { "(not there yet)" };
        vec![name.to_owned(), path.display().to_string(), state.to_owned()]
    };
    let mut rows: Vec<Vec<String>> =
        places.rows().into_iter().map(|(name, path)| row(name, path)).collect();
    if let Some(content) = &house.content {
        rows.push(row("content on top", content));
    }
    speech.say(columns(&rows));
    Ok(Done::Fine)
}
