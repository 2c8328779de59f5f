//! `mockloop bank gold`: stored results derived from one reference and confirmed by the others.

use std::path::Path;

use super::check::ids;
use crate::cli::args::House;
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::cli::{judging, library};
use crate::content::question::{Body, ModelingBody, Question, Solution};
use crate::interview::verdict::Decision;
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Outcome, Work};

/// Writes `gold/*.json` of the questions in the folder of `--content`.
pub fn gold(house: &House, wanted: &[String], speech: &Speech) -> Result<Done, Failure> {
    if house.content.is_none() {
        let words = "name the folder to write to with --content; the built-in questions are fixed";
        return Err(Failure::Usage(words.to_owned()));
    }
    let library = library(house)?;
    let mut done = Done::Fine;
    for id in ids(&library, house, wanted)? {
        let Some(question) = library.question(&id) else {
            return Err(Failure::Broken(library.problems_of(&id).to_vec()));
        };
        let folder = library.files(&id).map(|files| files.folder.clone()).unwrap_or_default();
        match derive(question)? {
            Derived::Nothing => {}
            Derived::Results(results) => {
                write(Path::new(&folder), &results)?;
                speech.say(format!("{id}: {} stored results", results.len()));
            }
            Derived::Disagree(words) => {
                speech.say(format!("{id}: nothing written. {words}"));
                done = Done::No;
            }
        }
    }
    Ok(done)
}

enum Derived {
    /// Nothing is stored for this kind.
    Nothing,
    /// Dataset id and JSON.
    Results(Vec<(String, String)>),
    /// The references do not agree, so none of them is the truth.
    Disagree(String),
}

impl Derived {
    /// Puts other results before these, if there are any.
    fn after(self, before: Vec<(String, String)>) -> Self {
        match self {
            Derived::Results(results) => Derived::Results([before, results].concat()),
            other => other,
        }
    }
}

fn derive(question: &Question) -> Result<Derived, Failure> {
    let references = match &question.body {
        Body::Sql(body) => &body.references,
        Body::Modeling(body) => &body.references,
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => return Ok(Derived::Nothing),
    };
    let results = match agreed(question, references, paper::derive, paper::decide)? {
        Derived::Results(results) => results,
        disagreement => return Ok(disagreement),
    };
    match &question.body {
        Body::Modeling(ModelingBody { change: Some(change), .. }) => {
            let grade = |question: &Question, answer: &str| {
                paper::grade_changed(question, answer, &references[0].text)
            };
            let changed = agreed(question, &change.references, paper::derive_changed, grade)?;
            Ok(changed.after(results))
        }
        _ => Ok(Derived::Results(results)),
    }
}

/// Derives from the first of several references and has the others judged by it.
fn agreed(
    question: &Question,
    references: &[Solution],
    derive: impl Fn(&Question, &str) -> Option<Work>,
    grade: impl Fn(&Question, &str) -> Option<Work>,
) -> Result<Derived, Failure> {
    let (first, others) =
        references.split_first().expect("a question has two references, checked when it was read");
    let work = derive(question, &first.text).expect("this kind stores results");
    let results = match judging::ask_within(work, &Deadlines::PROVING)? {
        Outcome::Derived(results) => results,
        Outcome::Broken(words) => {
            return Ok(Derived::Disagree(format!("{}: {words}", first.file)));
        }
        Outcome::Verdict(verdict) => return Ok(Derived::Disagree(verdict.words)),
        Outcome::Output { error, text, .. } => {
            return Ok(Derived::Disagree(format!("{}: {}", first.file, error.unwrap_or(text))));
        }
        other => return Err(judging::unexpected(&other)),
    };
    let question = with_gold(question, &results);
    // The first is judged too: what it gave once it must give again, in any order and at every stage.
    for one in std::iter::once(first).chain(others) {
        let work = grade(&question, &one.text).expect("this kind is judged by running");
        if let Some(words) = disagreement(work, first, one)? {
            return Ok(Derived::Disagree(words));
        }
    }
    Ok(Derived::Results(results))
}

fn with_gold(question: &Question, results: &[(String, String)]) -> Question {
    let mut question = question.clone();
    let gold = results.iter().cloned().collect();
    match &mut question.body {
        Body::Sql(body) => body.gold = gold,
        Body::Modeling(body) => body.gold = gold,
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => {}
    }
    question
}

fn disagreement(work: Work, first: &Solution, other: &Solution) -> Result<Option<String>, Failure> {
    match judging::ask_within(work, &Deadlines::PROVING)? {
        Outcome::Verdict(verdict) if verdict.decision == Decision::Accept => Ok(None),
        Outcome::Verdict(verdict) if first == other => {
            Ok(Some(format!("{} does not meet its own results: {}", first.file, verdict.words)))
        }
        Outcome::Verdict(verdict) => {
            Ok(Some(format!("{} and {} disagree: {}", first.file, other.file, verdict.words)))
        }
        Outcome::Broken(words) => Ok(Some(words)),
        unasked => Err(judging::unexpected(&unasked)),
    }
}

fn write(folder: &Path, results: &[(String, String)]) -> Result<(), Failure> {
    let gold = folder.join("gold");
    let failed = |error| Failure::Usage(format!("write to {}: {error}", gold.display()));
    std::fs::create_dir_all(&gold).map_err(failed)?;
    for (id, json) in results {
        std::fs::write(gold.join(format!("{id}.json")), format!("{}\n", json.trim_end()))
            .map_err(failed)?;
    }
    Ok(())
}
