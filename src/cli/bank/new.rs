//! `mockloop bank new`: a small question that holds together, with comments, to be written over.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::cli::args::House;
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::content::question::Kind;
use crate::ids::is_kebab;

static SKELETONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/bank/skeleton");

/// Writes the files of a new question below the folder of `--content`, or the current one.
pub fn new(house: &House, kind: Kind, id: &str, speech: &Speech) -> Result<Done, Failure> {
    if !is_kebab(id) {
        let words = format!("`{id}` cannot be an id; use lower-case words joined by hyphens");
        return Err(Failure::Usage(words));
    }
    let top = house.content.clone().unwrap_or_else(|| PathBuf::from("."));
    let folder = top.join("questions").join(kind.name());
    let files = files(kind, id);
    if let Some((path, _)) = files.iter().find(|(path, _)| folder.join(path).exists()) {
        let path = folder.join(path);
        return Err(Failure::Usage(format!("{} is there already", path.display())));
    }
    for (path, text) in &files {
        write(&folder.join(path), text)?;
        speech.say(folder.join(path).display().to_string());
    }
    let top = top.display();
    let gold = match kind {
        Kind::Sql | Kind::Modeling => format!("mockloop bank gold {id} --content {top}\n"),
        Kind::Design | Kind::Python | Kind::Behavioral => String::new(),
    };
    speech.note(format!("Write your question over it, then prove it:\n{gold}mockloop bank check {id} --content {top}"));
    Ok(Done::Fine)
}

/// Gives paths below `questions/<kind>/` with their texts.
fn files(kind: Kind, id: &str) -> Vec<(String, &'static str)> {
    let skeleton = SKELETONS.get_dir(kind.name()).expect("every kind has a skeleton, see the test");
    let mut files = Vec::new();
    collect(skeleton, &mut files);
    let named = |(path, text): (String, &'static str)| match kind {
        Kind::Sql | Kind::Modeling | Kind::Python => (format!("{id}/{path}"), text),
        // The TOML of these stands beside their folder, under the id's own name.
        Kind::Design | Kind::Behavioral if path == "question.toml" => (format!("{id}.toml"), text),
        Kind::Design | Kind::Behavioral => (format!("{id}/{path}"), text),
    };
    files.into_iter().map(named).collect()
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    let top = dir.path().components().count().min(1);
    for file in dir.files() {
        let path: PathBuf = file.path().components().skip(top).collect();
        let text = file.contents_utf8().expect("skeletons are text");
        files.push((path.to_string_lossy().replace('\\', "/"), text));
    }
    dir.dirs().for_each(|inner| collect(inner, files));
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|error| Failure::Usage(format!("write {}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::files;
    use crate::content::file::{Files, MAIN, read};
    use crate::content::question::Kind;
    use crate::ids::QuestionId;

    #[test]
    fn the_skeleton_of_every_kind_is_read_without_a_problem() {
        for kind in Kind::ALL {
            let mut question =
                Files::new(kind, QuestionId::new("my-own"), "my-own.toml".into(), "my-own".into());
            for (path, text) in files(kind, "my-own") {
                let inside = path.strip_prefix("my-own/").unwrap_or(MAIN);
                question.add(inside, text);
            }
            let told = match read(&question) {
                Ok(_) => continue,
                Err(problems) => problems.iter().map(|one| format!("{one}\n")).collect::<String>(),
            };
            panic!("{}: {told}", kind.name());
        }
    }
}
