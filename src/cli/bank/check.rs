//! `mockloop bank check`: every question solved by its own solutions, and proof against its own wrong answers.

pub mod proof;

use std::collections::BTreeSet;

use super::super::story::score::card_of;
use crate::cli::args::House;
use crate::cli::columns::columns;
use crate::cli::failure::{Done, Failure};
use crate::cli::library;
use crate::cli::speech::{Speech, Tone};
use crate::content::library::Library;
use crate::content::load::read_folder;
use crate::content::problem::Problem;
use crate::content::question::Question;
use crate::content::story::Story;
use crate::ids::QuestionId;
use proof::Tried;

/// What was found over all questions; the worst of it decides the exit code.
#[derive(Default)]
struct Tally {
    proven: usize,
    failed: Vec<String>,
    broken: Vec<Problem>,
    lost: Vec<String>,
}

/// Checks the questions named, or those of `--content`, or all.
pub fn check(
    house: &House,
    wanted: &[String],
    no_run: bool,
    speech: &Speech,
) -> Result<Done, Failure> {
    let library = library(house)?;
    let mut tally = Tally::default();
    for id in ids(&library, house, wanted)? {
        match library.question(&id) {
            Some(question) if no_run => tally.read_only(question, speech),
            Some(question) => tally.prove(question, speech),
            None => tally.broken.extend(library.problems_of(&id).iter().cloned()),
        }
    }
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

    fn prove(&mut self, question: &Question, speech: &Speech) {
        let gaps = proof::gaps(question);
        let tried = proof::prove(question);
        speech.say(title(question, speech));
        if !tried.is_empty() {
            speech.say(columns(&tried.iter().map(|one| row(one, speech)).collect::<Vec<_>>()));
        }
        self.note_gaps(question, &gaps, speech);
        let failed: Vec<&Tried> = tried.iter().filter(|one| one.failed()).collect();
        let lost: Vec<&Tried> = tried.iter().filter(|one| one.lost).collect();
        self.lost.extend(lost.iter().map(|one| format!("{} {}", question.id, one.file)));
        self.failed.extend(failed.iter().map(|one| format!("{} {}", question.id, one.file)));
        if failed.is_empty() && lost.is_empty() && gaps.is_empty() {
            self.proven += 1;
        }
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
