//! `mockloop bank check`: every question solved by its own solutions, and proof against its own wrong answers.

pub mod mutants;
pub mod proof;
mod proofs;

use std::collections::BTreeSet;

use indicatif::{ProgressBar, ProgressStyle};

use super::super::story::score::card_of;
use crate::cli::args::House;
use crate::cli::columns::columns;
use crate::cli::failure::{Done, Failure};
use crate::cli::library;
use crate::cli::paths::places;
use crate::cli::speech::{Speech, Tone};
use crate::content::file::Files;
use crate::content::library::Library;
use crate::content::load::read_folder;
use crate::content::problem::Problem;
use crate::content::question::{Body, Question};
use crate::content::story::Story;
use crate::ids::QuestionId;
use proof::Tried;
use proofs::Proofs;

/// What was found over all questions; the worst of it decides the exit code.
#[derive(Default)]
struct Tally {
    proven: usize,
    failed: Vec<String>,
    broken: Vec<Problem>,
    lost: Vec<String>,
}

/// How thoroughly to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Read the files and run nothing.
    Read,
    /// Prove questions.
    Prove {
        /// Those too that did not change since they were proven.
        unchanged: bool,
        /// The random databases that each SQL question is tried on.
        databases: u64,
    },
}

impl How {
    /// Reads the flags.
    pub fn of(no_run: bool, all: bool, databases: u64) -> Self {
        if no_run { How::Read } else { How::Prove { unchanged: all, databases } }
    }
}

/// Checks the questions named, or those of `--content`, or all.
pub fn check(house: &House, wanted: &[String], how: How, speech: &Speech) -> Result<Done, Failure> {
    let library = library(house)?;
    let mut tally = Tally::default();
    let mut proofs = Proofs::read(&places(house)?.proofs);
    for id in ids(&library, house, wanted)? {
        let files = library.files(&id).expect("the id came from the library");
        match library.question(&id) {
            None => tally.broken.extend(library.problems_of(&id).iter().cloned()),
            Some(question) => match how {
                How::Read => tally.read_only(question, speech),
                How::Prove { unchanged, databases } => {
                    let known = (!unchanged).then_some(&proofs);
                    let proof = tally.prove(question, files, known, databases, speech)?;
                    proof.into_iter().for_each(|(seal, line)| proofs.note(&id, seal, line));
                }
            },
        }
    }
    proofs.write();
    if wanted.is_empty() {
        tally.loops_and_stories(&library, speech);
    }
    tally.end(speech)
}

/// The ids to look at: a folder on top is checked alone, because the rest was proven before.
pub fn ids(
    library: &Library,
    house: &House,
    wanted: &[String],
) -> Result<Vec<QuestionId>, Failure> {
    let known: BTreeSet<&QuestionId> = library.index().map(|(id, _)| id).collect();
    if !wanted.is_empty() {
        let find = |id: &String| match known.contains(&QuestionId::new(id)) {
            true => Ok(QuestionId::new(id)),
            false => {
                let nearest = library.nearest(id);
                Err(Failure::Usage(format!("there is no question `{id}`; {nearest}")))
            }
        };
        return wanted.iter().map(find).collect();
    }
    match &house.content {
        None => Ok(known.into_iter().cloned().collect()),
        Some(folder) => {
            let sources = read_folder(folder).map_err(|problem| Failure::Broken(vec![problem]))?;
            Ok(sources.questions.into_iter().map(|files| files.id).collect())
        }
    }
}

impl Tally {
    fn read_only(&mut self, question: &Question, speech: &Speech) {
        let gaps = proof::gaps(question);
        speech.say(format!("{}: read", title(question, speech)));
        self.note_gaps(question, &gaps, speech);
    }

    /// Proves a question, unless it is `known` in this form; gives what to note of it when it holds.
    fn prove(
        &mut self,
        question: &Question,
        files: &Files,
        known: Option<&Proofs>,
        databases: u64,
        speech: &Speech,
    ) -> Result<Option<(String, String)>, Failure> {
        speech.say(title(question, speech));
        let seal = proofs::seal(files);
        if let Some(line) = known.and_then(|proofs| proofs.line(&question.id, &seal)) {
            speech.say(format!("  {}  unchanged. {line}", speech.paint(Tone::Good, "ok")));
            self.proven += 1;
            return Ok(None);
        }
        let failures = self.failed.len() + self.lost.len();
        let gaps = proof::gaps(question);
        let tried = proof::prove(question);
        if !tried.is_empty() {
            speech.say(columns(&tried.iter().map(|one| row(one, speech)).collect::<Vec<_>>()));
        }
        self.note_gaps(question, &gaps, speech);
        let failed = tried.iter().filter(|one| one.failed());
        self.failed.extend(failed.map(|one| format!("{} {}", question.id, one.file)));
        let lost = tried.iter().filter(|one| one.lost);
        self.lost.extend(lost.map(|one| format!("{} {}", question.id, one.file)));
        let line = match &question.body {
            Body::Sql(body) if gaps.is_empty() => {
                let report =
                    watched(question, |bar| mutants::report(question, body, databases, bar))?;
                let words = report.survivors.iter().map(mutants::survivor_words).collect();
                self.mutants(question, &report, mutants::line(&report), words, speech)
            }
            Body::Python(body) => {
                let report = watched(question, |bar| {
                    mutants::python::report(question, body, databases, bar)
                })?;
                let words = report.survivors.iter().map(mutants::python::survivor_words).collect();
                self.mutants(question, &report, mutants::python::line(&report), words, speech)
            }
            _ => format!("{} solutions tried", tried.len()),
        };
        if self.failed.len() + self.lost.len() == failures {
            self.proven += 1;
            return Ok(Some((seal, line)));
        }
        Ok(None)
    }

    /// Says what came of a question's mutants, and notes what needs a look.
    fn mutants(
        &mut self,
        question: &Question,
        report: &mutants::Report,
        line: String,
        survivors: Vec<String>,
        speech: &Speech,
    ) -> String {
        speech.say(format!("  {line}"));
        for words in report.failures.iter().cloned().chain(survivors) {
            speech.say(format!("  {}  {words}", speech.paint(Tone::Bad, "FAILED")));
        }
        let open = report.failures.len() + report.survivors.len();
        if open > 0 {
            self.failed.push(format!("{}: {open} mutants or references need a look", question.id));
        }
        if report.excused_share() > mutants::EXCUSED {
            self.failed.push(format!(
                "{}: more than {:.0}% of its mutants are excused",
                question.id,
                100.0 * mutants::EXCUSED
            ));
        }
        line
    }

    fn note_gaps(&mut self, question: &Question, gaps: &[String], speech: &Speech) {
        for gap in gaps {
            speech.say(format!("  {}  {gap}", speech.paint(Tone::Bad, "FAILED")));
            self.failed.push(format!("{}: {gap}", question.id));
        }
    }

    /// Sample stories must get the score their authors say they deserve.
    fn loops_and_stories(&mut self, library: &Library, speech: &Speech) {
        self.broken.extend(library.problems_of_loops().iter().cloned());
        for story in library.stories() {
            match story {
                Ok(story) => self.story(&story, speech),
                Err(problems) => self.broken.extend(problems),
            }
        }
    }

    fn story(&mut self, story: &Story, speech: &Speech) {
        let Some(deserves) = story.file.deserves else { return };
        let card = card_of(&story.file, None, &[], None);
        let [lowest, highest] = deserves.overall;
        let fair = card.overall.is_some_and(|overall| (lowest..=highest).contains(&overall))
            && deserves.pass.is_none_or(|pass| card.pass == Some(pass));
        let got = card.overall.map_or("no score".to_owned(), |overall| format!("{overall:.2}"));
        let state = if fair {
            speech.paint(Tone::Good, "ok")
        } else {
            self.failed.push(format!("story {}", story.id));
            speech.paint(Tone::Bad, "FAILED")
        };
        speech.say(format!("story {}  {state}  {got}, deserves {lowest} to {highest}", story.id));
    }

    fn end(self, speech: &Speech) -> Result<Done, Failure> {
        let (failed, lost) = (self.failed.len(), self.lost.len());
        speech.say(format!(
            "\n{} proven, {failed} proofs failed, {lost} judgements lost, {} problems in files",
            self.proven,
            self.broken.len()
        ));
        self.failed.iter().for_each(|one| speech.note(format!("failed: {one}")));
        if !self.broken.is_empty() {
            return Err(Failure::Broken(self.broken));
        }
        if lost > 0 {
            return Err(Failure::Judge(format!("no verdict on {}", self.lost.join(", "))));
        }
        Ok(if failed > 0 { Done::No } else { Done::Fine })
    }
}

/// Has mutants tried and shows how far that is.
fn watched(
    question: &Question,
    work: impl FnOnce(&ProgressBar) -> Result<mutants::Report, Failure>,
) -> Result<mutants::Report, Failure> {
    let bar = progress_bar(&question.id);
    let report = work(&bar);
    bar.finish_and_clear();
    report
}

/// Shows how far the mutants are, where somebody watches.
fn progress_bar(id: &QuestionId) -> ProgressBar {
    let style = ProgressStyle::with_template("  {bar:30} {percent:>3}%  {msg}")
        .expect("the template is ours and right")
        .progress_chars("=> ");
    ProgressBar::new(1).with_style(style).with_message(format!("mutants of {id}"))
}

fn title(question: &Question, speech: &Speech) -> String {
    let title = format!("{} ({})", question.id, question.kind().name());
    speech.paint(Tone::Loud, &title)
}

fn row(tried: &Tried, speech: &Speech) -> Vec<String> {
    let state = match (tried.lost, tried.failed()) {
        (true, _) => speech.paint(Tone::Bad, "LOST"),
        (_, true) => speech.paint(Tone::Bad, "FAILED"),
        _ => speech.paint(Tone::Good, "ok"),
    };
    let words: String = tried.words.chars().take(110).collect();
    vec![format!("  {}", tried.file), state, tried.got.clone(), words.replace('\n', " ")]
}
