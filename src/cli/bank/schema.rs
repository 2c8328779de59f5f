//! `mockloop bank schema`: the JSON Schemas of content files.

use std::path::Path;

use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::content::problem::did_you_mean;
use crate::content::schema;

/// Prints one schema or the names of all, or writes all of them to a folder.
pub fn schema(name: Option<&str>, output: Option<&Path>, speech: &Speech) -> Result<Done, Failure> {
    let all = schema::all();
    if let Some(folder) = output {
        return write_all(&all, folder, speech);
    }
    let names = || all.iter().map(|(known, _)| *known);
    let Some(name) = name else {
        speech.say(names().collect::<Vec<_>>().join("\n"));
        return Ok(Done::Fine);
    };
    match all.iter().find(|(known, _)| *known == name) {
        Some((_, text)) => {
            speech.say(text);
            Ok(Done::Fine)
        }
        None => {
            let nearest = did_you_mean(name, names());
            Err(Failure::Usage(format!("there is no schema `{name}`; {nearest}")))
        }
    }
}

fn write_all(all: &[(&str, String)], folder: &Path, speech: &Speech) -> Result<Done, Failure> {
    let failed =
        |error: std::io::Error| Failure::Usage(format!("write to {}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(failed)?;
    for (name, text) in all {
        let file = folder.join(format!("{name}.json"));
        std::fs::write(&file, text).map_err(failed)?;
        speech.say(file.display().to_string());
    }
    Ok(Done::Fine)
}
