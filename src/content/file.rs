//! How the files of a question become a `Question`: the TOML as authors write it, and its checks.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::check::Check;
use super::parse::Document;
use super::problem::{Problem, did_you_mean};
use super::question::{Head, Kind, Question, Solution};
use crate::ids::QuestionId;

/// Declares the question file of one kind: the head that all share, then what only this kind has.
/// One flat struct per kind lets serde name an unknown key and the keys that are known for it.
macro_rules! question_file {
    ($(#[$doc:meta])* $name:ident { $($(#[$meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The judge or scorer the question belongs to.
            pub kind: $crate::content::question::Kind,
            /// A few words for lists.
            pub title: String,
            pub difficulty: $crate::content::question::Difficulty,
            /// Target minutes for a candidate at the bar.
            pub minutes: u32,
            /// Kebab-case subjects, by which drills filter.
            pub topics: Vec<String>,
            /// Kebab-case ids of the traps it hides.
            #[serde(default)]
            pub traps: Vec<String>,
            /// Leadership principles a good explanation touches.
            pub principles: Vec<$crate::ids::PrincipleId>,
            /// Markdown, as the interviewer reads it aloud.
            pub prompt: String,
            #[serde(default)]
            pub facts: Vec<$crate::content::question::Fact>,
            /// What is asked first, right after handing in.
            #[serde(default)]
            pub walkthrough: Option<$crate::content::question::FollowUp>,
            #[serde(default)]
            pub follow_ups: Vec<$crate::content::question::FollowUp>,
            #[serde(default)]
            pub hints: Vec<$crate::content::question::Hint>,
            $($(#[$meta])* pub $field: $type,)*
        }

        impl $name {
            /// Gives a copy of the part that every kind has.
            pub fn head(&self) -> $crate::content::question::Head {
                $crate::content::question::Head {
                    title: self.title.clone(),
                    difficulty: self.difficulty,
                    minutes: self.minutes,
                    // `--topic sliding-windows` finds both spellings.
                    topics: self.topics.iter().map(|topic| topic.replace(' ', "-")).collect(),
                    traps: self.traps.clone(),
                    principles: self.principles.clone(),
                    prompt: self.prompt.clone(),
                    facts: self.facts.clone(),
                    walkthrough: self.walkthrough.clone(),
                    scale: None,
                    follow_ups: self.follow_ups.clone(),
                    hints: self.hints.clone(),
                }
            }
        }
    };
}

pub mod behavioral;
pub mod design;
pub mod modeling;
pub mod python;
pub mod sql;

/// The name under which [`Files`] keeps the TOML itself, wherever it stands on disk.
pub const MAIN: &str = "question.toml";

/// The texts one question is made of.
#[derive(Clone, Debug)]
pub struct Files {
    pub id: QuestionId,
    /// The kind its place says, such as `questions/sql/`.
    pub kind: Kind,
    /// The path of the TOML, for messages.
    pub main: String,
    /// The path of the folder that holds the other files, for messages.
    pub folder: String,
    texts: BTreeMap<String, Cow<'static, str>>,
}

impl Files {
    /// Starts with no texts at all.
    pub fn new(kind: Kind, id: QuestionId, main: String, folder: String) -> Self {
        Self { id, kind, main, folder, texts: BTreeMap::new() }
    }

    /// Adds one text under its path within the folder.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Cow<'static, str>>) {
        self.texts.insert(path.into(), text.into());
    }

    /// Gives one text by its path within the folder.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(AsRef::as_ref)
    }

    /// Gives the paths and texts below a folder such as `wrong/`, in order of their names.
    pub fn below<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f str)> {
        let inside = move |(path, _): &(&String, &Cow<'static, str>)| path.starts_with(folder);
        self.texts.iter().filter(inside).map(|(path, text)| (path.as_str(), text.as_ref()))
    }

    /// Gives every path and text, in the order of the paths.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_ref()))
    }

    /// Gives the files below `folder` as solutions.
    pub fn solutions(&self, folder: &str) -> Vec<Solution> {
        let solution =
            |(file, text): (&str, &str)| Solution { file: file.into(), text: text.into() };
        self.below(folder).map(solution).collect()
    }

    /// Gives stored results by dataset id.
    pub fn gold(&self) -> BTreeMap<String, String> {
        let stem = |path: &str| path.strip_prefix("gold/")?.strip_suffix(".json").map(String::from);
        self.below("gold/")
            .filter_map(|(path, text)| Some((stem(path)?, text.to_owned())))
            .collect()
    }
}

/// Reads a question, or tells everything that is wrong with its files.
pub fn read(files: &Files) -> Result<Question, Vec<Problem>> {
    let Some(main) = files.text(MAIN) else {
        let remedy = "write it, or remove the folder";
        return Err(vec![Problem::of_file(&files.main, "the file is missing", remedy)]);
    };
    let doc = Document::parse(&files.main, main)?;
    kind_fits(files, &doc)?;
    let mut check = Check::new(&doc);
    let (head, body) = match files.kind {
        Kind::Sql => sql::read(files, &doc, &mut check)?,
        Kind::Modeling => modeling::read(files, &doc, &mut check)?,
        Kind::Design => design::read(files, &doc, &mut check)?,
        Kind::Python => python::read(files, &doc, &mut check)?,
        Kind::Behavioral => behavioral::read(files, &doc, &mut check)?,
    };
    check_id(files, &mut check);
    check.head(&head, files.kind);
    check.finish(Question { id: files.id.clone(), head, body })
}

/// What every reader of a kind gives: the head and the body.
pub type Read = Result<(Head, super::question::Body), Vec<Problem>>;

fn kind_fits(files: &Files, doc: &Document<'_>) -> Result<(), Vec<Problem>> {
    let kind = files.kind.name();
    let problem = match doc.word("kind") {
        Some(word) if word == kind => return Ok(()),
        Some(word) if Kind::ALL.iter().any(|known| known.name() == word) => doc.problem_at(
            "kind",
            format!("`{word}` stands in the folder of {kind} questions"),
            format!("write `kind = \"{kind}\"` or move the question"),
        ),
        Some(word) => doc.problem_at(
            "kind",
            format!("`{word}` is not a kind of question"),
            did_you_mean(word, Kind::ALL.iter().map(|known| known.name())),
        ),
        None => doc.problem_at(
            "kind",
            "`kind` is missing or not text",
            format!("add `kind = \"{kind}\"`"),
        ),
    };
    Err(vec![problem])
}

fn check_id(files: &Files, check: &mut Check<'_>) {
    if !crate::ids::is_kebab(files.id.as_str()) {
        check.push(Problem::of_file(
            &files.main,
            format!("`{}` cannot be the id of a question", files.id),
            "name the file or folder in lower-case words joined by hyphens",
        ));
    }
}
