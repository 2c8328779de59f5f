//! `mockloop bank gold`: stored results derived from one reference and confirmed by the others.

use std::path::Path;

use super::check::ids;
use crate::cli::args::House;
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::cli::{judging, library};
use crate::content::question::{Body, Question, Solution};
use crate::interview::verdict::Decision;
use crate::judge::paper;
use crate::judge::request::Outcome;

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

fn derive(question: &Question) -> Result<Derived, Failure> {
    let references = match &question.body {
        Body::Sql(body) => &body.references,
        Body::Modeling(body) => &body.references,
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => return Ok(Derived::Nothing),
    };
    let (first, others) =
        references.split_first().expect("a question has two references, checked when it was read");
    let work = paper::derive(question, &first.text).expect("this kind stores results");
    let results = match judging::ask(work)? {
        Outcome::Derived(results) => results,
        Outcome::Broken(words) => return Ok(Derived::Disagree(words)),
        Outcome::Verdict(verdict) => return Ok(Derived::Disagree(verdict.words)),
        Outcome::Output { error, text, .. } => {
            return Ok(Derived::Disagree(format!("{}: {}", first.file, error.unwrap_or(text))));
        }
        other => return Err(judging::unexpected(&other)),
    };
    let question = with_gold(question, &results);
    for other in others {
        if let Some(words) = disagreement(&question, first, other)? {
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

fn disagreement(
    question: &Question,
    first: &Solution,
    other: &Solution,
) -> Result<Option<String>, Failure> {
    let work = paper::decide(question, &other.text).expect("this kind is judged by running");
    match judging::ask(work)? {
        Outcome::Verdict(verdict) if verdict.decision == Decision::Accept => Ok(None),
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
