//! Where content comes from: the files built into the program, and a folder of the user's own.
//!
//! The only file of this module that touches the disk.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::file::{Files, MAIN};
use super::library::{Library, Sources, Text};
use super::problem::Problem;
use super::question::Kind;
use crate::ids::QuestionId;

static ROUNDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rounds");
static QUESTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questions");
static STORIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/stories");

/// The endings of files that are content; editors leave others beside them.
const ENDINGS: [&str; 5] = [".toml", ".sql", ".py", ".md", ".json"];

impl Library {
    /// Gives the library that is built into the program.
    pub fn builtin() -> Self {
        Library::new([builtin()])
    }

    /// Gives the built-in library with a folder on top of it; the same ids replace.
    pub fn with_folder(folder: &Path) -> Result<Self, Problem> {
        Ok(Library::new([builtin(), read_folder(folder)?]))
    }
}

/// Gives the texts that are built into the program.
pub fn builtin() -> Sources {
    let mut flat = Vec::new();
    for (name, dir) in [("rounds", &ROUNDS), ("questions", &QUESTIONS), ("stories", &STORIES)] {
        collect(dir, name, &mut flat);
    }
    sort_out(flat, "")
}

fn collect(dir: &'static Dir<'static>, name: &str, flat: &mut Vec<(String, Cow<'static, str>)>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            flat.push((slashed(&Path::new(name).join(file.path())), text.into()));
        }
    }
    dir.dirs().for_each(|inner| collect(inner, name, flat));
}

/// Reads `rounds/`, `questions/` and `stories/` of a folder; each of them may be missing.
pub fn read_folder(folder: &Path) -> Result<Sources, Problem> {
    if !folder.is_dir() {
        let remedy = "name a folder that holds `rounds/`, `questions/` or `stories/`";
        return Err(Problem::of_file(&slashed(folder), "there is no such folder", remedy));
    }
    let mut flat = Vec::new();
    for name in ["rounds", "questions", "stories"] {
        walk(folder, Path::new(name), &mut flat)?;
    }
    let prefix = format!("{}/", slashed(folder).trim_end_matches('/'));
    Ok(sort_out(flat, &prefix))
}

fn walk(
    folder: &Path,
    inside: &Path,
    flat: &mut Vec<(String, Cow<'static, str>)>,
) -> Result<(), Problem> {
    // Not every folder has every part.
    let Ok(entries) = fs::read_dir(folder.join(inside)) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = inside.join(entry.file_name());
        let name = slashed(&path);
        if folder.join(&path).is_dir() {
            walk(folder, &path, flat)?;
        } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(folder.join(&path)).map_err(|error| {
                let remedy = "make it a readable text file in UTF-8";
                Problem::of_file(&slashed(&folder.join(&path)), error.to_string(), remedy)
            })?;
            flat.push((name, text.into()));
        }
    }
    Ok(())
}

/// Paths in messages and keys have slashes everywhere, so they read the same on every system.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn sort_out(mut flat: Vec<(String, Cow<'static, str>)>, prefix: &str) -> Sources {
    flat.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut sources = Sources::default();
    let mut questions: BTreeMap<(Kind, String), Files> = BTreeMap::new();
    for (path, text) in flat {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["rounds", name] => sources.rounds.extend(lone_text(prefix, &path, name, text)),
            ["stories", "examples", name] => {
                sources.stories.extend(lone_text(prefix, &path, name, text));
            }
            ["questions", kind, rest @ ..] => {
                if let Some(kind) = Kind::ALL.iter().find(|known| known.name() == *kind) {
                    place(&mut questions, prefix, *kind, rest, text);
                }
            }
            _ => {}
        }
    }
    sources.questions = questions.into_values().collect();
    sources
}

fn lone_text(prefix: &str, path: &str, name: &str, text: Cow<'static, str>) -> Option<Text> {
    let id = name.strip_suffix(".toml")?.to_owned();
    Some(Text { id, path: format!("{prefix}{path}"), text })
}

/// Puts one text under its question: `<id>.toml`, or `<id>/…` with or without a TOML beside it.
fn place(
    questions: &mut BTreeMap<(Kind, String), Files>,
    prefix: &str,
    kind: Kind,
    rest: &[&str],
    text: Cow<'static, str>,
) {
    let (id, inside) = match rest {
        [file] => match file.strip_suffix(".toml") {
            Some(id) => (id, MAIN.to_owned()),
            None => return,
        },
        [id, inside @ ..] => (*id, inside.join("/")),
        [] => return,
    };
    let folder = format!("{prefix}questions/{}/{id}", kind.name());
    let main = match kind {
        Kind::Sql | Kind::Modeling | Kind::Python => format!("{folder}/{MAIN}"),
        Kind::Design | Kind::Behavioral => format!("{folder}.toml"),
    };
    let new = || Files::new(kind, QuestionId::new(id), main, folder);
    questions.entry((kind, id.to_owned())).or_insert_with(new).add(inside, text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::LoopId;

    #[test]
    fn the_built_in_loops_are_read_without_a_problem() {
        let library = Library::builtin();
        let told: Vec<String> =
            library.problems_of_loops().iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
        for id in ["amazon-de", "short"] {
            assert!(library.loop_by_id(&LoopId::new(id)).is_some(), "{id}");
        }
    }
}
