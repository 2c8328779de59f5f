//! Where questions and loops are looked up: an index made at once, and questions read when first wanted.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::file::{self, Files};
use super::loop_file;
use super::problem::{Problem, did_you_mean};
use super::question::{Kind, Question};
use super::round::Loop;
use super::story::{self, Story};
use crate::ids::{LoopId, QuestionId};

/// The texts a library is made of, wherever they came from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub rounds: Vec<Text>,
    pub questions: Vec<Files>,
    pub stories: Vec<Text>,
}

/// One file: its id (the name without its ending), its path for messages, and what stands in it.
#[derive(Clone, Debug)]
pub struct Text {
    pub id: String,
    pub path: String,
    pub text: std::borrow::Cow<'static, str>,
}

/// Everything that can be asked.
///
/// Loops are read at once; a question is read when it is first asked for, so that the first
/// picture on the screen does not wait for questions nobody looks at.
#[derive(Debug, Default)]
pub struct Library {
    loops: Vec<Loop>,
    shelf: BTreeMap<QuestionId, Shelved>,
    stories: Vec<Text>,
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct Shelved {
    files: Files,
    read: OnceLock<Result<Question, Vec<Problem>>>,
}

impl Shelved {
    fn read(&self) -> &Result<Question, Vec<Problem>> {
        self.read.get_or_init(|| file::read(&self.files))
    }
}

impl Library {
    /// Makes a library; what comes later in `sources` replaces earlier things of the same id.
    pub fn new(sources: impl IntoIterator<Item = Sources>) -> Self {
        let mut library = Library::default();
        let mut rounds = BTreeMap::new();
        for source in sources {
            for files in source.questions {
                library.shelve(files);
            }
            rounds.extend(source.rounds.into_iter().map(|text| (text.id.clone(), text)));
            for text in source.stories {
                library.stories.retain(|known| known.id != text.id);
                library.stories.push(text);
            }
        }
        rounds.into_values().for_each(|text| library.read_loop(&text));
        library
    }

    fn shelve(&mut self, files: Files) {
        let other_kind = self.shelf.get(&files.id).map(|known| known.files.kind);
        if let Some(kind) = other_kind.filter(|kind| *kind != files.kind) {
            let what = format!("`{}` is also the id of a {} question", files.id, kind.name());
            let remedy = "rename one: an id names one question, whatever its kind";
            self.problems.push(Problem::of_file(&files.main, what, remedy));
        }
        self.shelf.insert(files.id.clone(), Shelved { files, read: OnceLock::new() });
    }

    fn read_loop(&mut self, text: &Text) {
        let kind_of = |id: &QuestionId| self.shelf.get(id).map(|shelved| shelved.files.kind);
        match loop_file::read(&text.path, &text.text, &kind_of) {
            Ok(file) => self.loops.push(Loop { id: LoopId::new(&text.id), file }),
            Err(problems) => self.problems.extend(problems),
        }
    }

    /// Gives the loops in the order of their ids.
    pub fn loops(&self) -> &[Loop] {
        &self.loops
    }

    /// Gives the loop of this id.
    pub fn loop_by_id(&self, id: &LoopId) -> Option<&Loop> {
        self.loops.iter().find(|known| known.id == *id)
    }

    /// Gives the question of this id; none when it is unknown or its files are broken.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.shelf.get(id)?.read().as_ref().ok()
    }

    /// Gives every question that can be asked, in the order of their ids.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.shelf.values().filter_map(|shelved| shelved.read().as_ref().ok())
    }

    /// Gives the questions of one kind, reading no others.
    pub fn questions_of(&self, kind: Kind) -> impl Iterator<Item = &Question> {
        let of_kind = move |shelved: &&Shelved| shelved.files.kind == kind;
        self.shelf.values().filter(of_kind).filter_map(|shelved| shelved.read().as_ref().ok())
    }

    /// Gives the ids and kinds of all questions without reading them, broken ones too.
    pub fn index(&self) -> impl Iterator<Item = (&QuestionId, Kind)> {
        self.shelf.iter().map(|(id, shelved)| (id, shelved.files.kind))
    }

    /// Gives the texts a question is made of.
    pub fn files(&self, id: &QuestionId) -> Option<&Files> {
        self.shelf.get(id).map(|shelved| &shelved.files)
    }

    /// Gives what is wrong with one question.
    pub fn problems_of(&self, id: &QuestionId) -> &[Problem] {
        match self.shelf.get(id).map(Shelved::read) {
            Some(Err(problems)) => problems,
            _ => &[],
        }
    }

    /// Gives what is wrong with loops, and ids that are used twice.
    pub fn problems_of_loops(&self) -> &[Problem] {
        &self.problems
    }

    /// Gives everything that is wrong anywhere, reading everything.
    pub fn problems(&self) -> Vec<&Problem> {
        let broken = self.shelf.keys().flat_map(|id| self.problems_of(id));
        self.problems.iter().chain(broken).collect()
    }

    /// Gives the sample stories, each read or with what is wrong with it.
    pub fn stories(&self) -> impl Iterator<Item = Result<Story, Vec<Problem>>> {
        self.stories.iter().map(|text| story::read(&text.path, &text.id, &text.text))
    }

    /// Offers the id nearest to one that is unknown: "did you mean `gaps-and-islands`?".
    pub fn nearest(&self, id: &str) -> String {
        did_you_mean(id, self.shelf.keys().map(QuestionId::as_str))
    }
}
