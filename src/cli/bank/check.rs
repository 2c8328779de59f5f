//! `mockloop bank check`: every question solved by its own solutions, and proof against its own wrong answers.

pub mod mutants;
pub mod proof;
mod proofs;

use std::collections::BTreeSet;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::super::story::score::card_of;
use crate::cli::args::House;
use crate::cli::columns::columns;
use crate::cli::crew;
use crate::cli::failure::{Done, Failure};
use crate::cli::library;
use crate::cli::paths::places;
use crate::cli::speech::{Speech, Tone};
use crate::content::library::Library;
use crate::content::load::read_folder;
use crate::content::problem::Problem;
use crate::content::question::{Body, Question};
use crate::content::story::Story;
use crate::ids::QuestionId;
use proof::Tried;
use proofs::Proofs;

/// What was found, and what is to be said of it; the worst of it decides the exit code.
#[derive(Default)]
struct Tally {
    said: Vec<String>,
    proven: usize,
    failed: Vec<String>,
    broken: Vec<Problem>,
    lost: Vec<String>,
    /// Questions that hold, each with its seal and a line about it.
    proofs: Vec<(QuestionId, String, String)>,
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
    let mut proofs = Proofs::read(&places(house)?.proofs);
    let known = proofs.clone();
    let bars = MultiProgress::new();
    let looker = Looker { library: &library, known: &known, how, bars: &bars, speech };
    let mut whole = Ok(Tally::default());
    crew::each(
        &ids(&library, house, wanted)?,
        |id| looker.look(id),
        |found| {
            let Ok(tally) = &mut whole else { return };
            match found {
                Ok(found) => bars.suspend(|| tally.take(found, speech)),
                Err(failure) => whole = Err(failure),
            }
        },
    );
    let mut tally = whole?;
    tally.proofs.drain(..).for_each(|(id, seal, line)| proofs.note(&id, seal, line));
    proofs.write();
    if wanted.is_empty() {
        let mut rest = Tally::default();
        rest.loops_and_stories(&library, speech);
        tally.take(rest, speech);
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

/// Who looks at questions, several at a time.
struct Looker<'l> {
    library: &'l Library,
    known: &'l Proofs,
    how: How,
    bars: &'l MultiProgress,
    speech: &'l Speech,
}

impl Looker<'_> {
    fn look(&self, id: &QuestionId) -> Result<Tally, Failure> {
        let mut tally = Tally::default();
        let files = self.library.files(id).expect("the id came from the library");
        match (self.library.question(id), self.how) {
            (None, _) => tally.broken.extend(self.library.problems_of(id).iter().cloned()),
            (Some(question), How::Read) => tally.read_only(question, self.speech),
            (Some(question), How::Prove { unchanged, databases }) => {
                tally.say(title(question, self.speech));
                let seal = proofs::seal(files);
                let line = self.known.line(id, &seal).filter(|_| !unchanged);
                match line {
                    Some(line) => {
                        let ok = self.speech.paint(Tone::Good, "ok");
                        tally.say(format!("  {ok}  unchanged. {line}"));
                        tally.proven += 1;
                    }
                    None => self.prove(question, seal, databases, &mut tally)?,
                }
            }
        }
        Ok(tally)
    }

    fn prove(
        &self,
        question: &Question,
        seal: String,
        databases: u64,
        tally: &mut Tally,
    ) -> Result<(), Failure> {
        let gaps = proof::gaps(question);
        let tried = proof::prove(question);
        if !tried.is_empty() {
            let rows: Vec<_> = tried.iter().map(|one| row(one, self.speech)).collect();
            tally.say(columns(&rows));
        }
        tally.note_gaps(question, &gaps, self.speech);
        let failed = tried.iter().filter(|one| one.failed());
        tally.failed.extend(failed.map(|one| format!("{} {}", question.id, one.file)));
        let lost = tried.iter().filter(|one| one.lost);
        tally.lost.extend(lost.map(|one| format!("{} {}", question.id, one.file)));
        let line = match &question.body {
            Body::Sql(body) if gaps.is_empty() => {
                let work = |bar: &_| mutants::report(question, body, databases, bar);
                let report = self.watched(question, work)?;
                let words = report.survivors.iter().map(mutants::survivor_words).collect();
                tally.mutants(question, &report, mutants::line(&report), words, self.speech)
            }
            Body::Python(body) => {
                let work = |bar: &_| mutants::python::report(question, body, databases, bar);
                let report = self.watched(question, work)?;
                let words = report.survivors.iter().map(mutants::python::survivor_words).collect();
                tally.mutants(question, &report, mutants::python::line(&report), words, self.speech)
            }
            _ => format!("{} solutions tried", tried.len()),
        };
        if tally.failed.is_empty() && tally.lost.is_empty() {
            tally.proven += 1;
            tally.proofs.push((question.id.clone(), seal, line));
        }
        Ok(())
    }

    /// Has mutants tried and shows how far that is, where somebody watches.
    fn watched(
        &self,
        question: &Question,
        work: impl FnOnce(&ProgressBar) -> Result<mutants::Report, Failure>,
    ) -> Result<mutants::Report, Failure> {
        let bar = self.bars.add(progress_bar(&question.id));
        let report = work(&bar);
        bar.finish_and_clear();
        self.bars.remove(&bar);
        report
    }
}

impl Tally {
    fn say(&mut self, text: String) {
        self.said.push(text);
    }

    /// Says what was found in one place and adds it to what was found before.
    fn take(&mut self, found: Tally, speech: &Speech) {
        found.said.iter().for_each(|text| speech.say(text));
        self.proven += found.proven;
        self.failed.extend(found.failed);
        self.broken.extend(found.broken);
        self.lost.extend(found.lost);
        self.proofs.extend(found.proofs);
    }

    fn read_only(&mut self, question: &Question, speech: &Speech) {
        let gaps = proof::gaps(question);
        self.say(format!("{}: read", title(question, speech)));
        self.note_gaps(question, &gaps, speech);
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
        self.say(format!("  {line}"));
        for words in report.failures.iter().cloned().chain(survivors) {
            self.say(format!("  {}  {words}", speech.paint(Tone::Bad, "FAILED")));
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
            self.say(format!("  {}  {gap}", speech.paint(Tone::Bad, "FAILED")));
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
        self.say(format!("story {}  {state}  {got}, deserves {lowest} to {highest}", story.id));
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
