//! `mockloop grade`: one answer file judged or scored, in words or as JSON.

pub mod words;

use serde::Serialize;

use super::args::Grade;
use super::failure::{Done, Failure};
use super::judging;
use super::reading::read_text;
use super::speech::Speech;
use crate::content::library::Library;
use crate::content::question::{BehavioralBody, Body, DesignBody, Kind, Question};
use crate::content::story;
use crate::design::DesignAnswer;
use crate::ids::QuestionId;
use crate::interview::gauntlet::GauntletReading;
use crate::interview::record::Scaling;
use crate::interview::scale::{ScaleReading, weigh};
use crate::interview::verdict::{
    Check, Counterexample, Decision, Difference, Evidence, Fault, Verdict,
};
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Outcome, Work};
use crate::score;
use crate::score::card::Scorecard;
use crate::score::python::{self, Asked, Finding, Review};
use crate::score::story::{Lexicon, Parts, Told};

/// What `grade` finds; the fields of its `--json`.
#[derive(Clone, Debug, Serialize)]
pub struct Graded {
    pub question: QuestionId,
    pub question_kind: Kind,
    /// None when there was too little to judge.
    pub verdict: Option<Decision>,
    /// What is wrong: a fault's name, `not_enough_evidence`, or `below_the_bar`.
    pub kind: String,
    /// Correctness from 0 to 5 where the answer runs, else the overall score from 1 to 5.
    pub score: Option<f64>,
    pub words: String,
    pub evidence: Vec<Evidence>,
    pub notes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Difference>,
    /// The smallest rows found on which the answer is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<Box<Counterexample>>,
    /// What became of damaged streams, where the question has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gauntlet: Option<Box<GauntletReading>>,
    /// Queries and Python: what a reviewer would score the code, from 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<f64>,
    /// Python: what a reviewer says, by line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// A query's rows on growing tables, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleReading>,
    /// Designs and stories: the dimensions, flags and follow-ups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Scorecard>,
    pub not_judged: Vec<String>,
}

/// Grades one file and prints what was found.
pub fn grade(library: &Library, wish: &Grade, speech: &Speech) -> Result<Done, Failure> {
    let question = question(library, &wish.question)?;
    let answer = read_text(&wish.file)?;
    let graded = match &wish.changed_from {
        Some(first) => judged(changed_work(question, &answer, &read_text(first)?)?, question)?,
        None => grade_answer(question, &answer, wish)?,
    };
    if wish.json {
        speech.say_json(&graded);
    } else {
        let file = wish.file.file_name().map_or("answer".into(), |name| name.to_string_lossy());
        speech.say(words::page(&graded, &file, speech));
    }
    let rejected = graded.verdict != Some(Decision::Accept);
    Ok(if wish.exit_code && rejected { Done::No } else { Done::Fine })
}

/// Finds a question, or says what may have been meant, or what is wrong with its files.
pub fn question<'l>(library: &'l Library, id: &str) -> Result<&'l Question, Failure> {
    let id = QuestionId::new(id);
    if let Some(question) = library.question(&id) {
        return Ok(question);
    }
    match library.problems_of(&id) {
        [] => {
            let nearest = library.nearest(id.as_str());
            Err(Failure::Usage(format!("there is no question `{id}`; {nearest}")))
        }
        problems => Err(Failure::Broken(problems.to_vec())),
    }
}

fn grade_answer(question: &Question, answer: &str, wish: &Grade) -> Result<Graded, Failure> {
    match &question.body {
        Body::Sql(_) => judged_at_scale(question, answer, wish.scale),
        Body::Modeling(_) => judged(work(question, answer), question),
        Body::Python(body) => {
            let verdict = verdict(work(question, answer))?;
            let review = python::review_for(answer, &Asked::of(body).with_verdict(body, &verdict));
            Ok(reviewed(graded(question, python::weigh(verdict, &review)), review, answer))
        }
        Body::Design(body) => Ok(scored(question, design_card(question, body, answer))),
        Body::Behavioral(body) => {
            let card = story_card(question, body, answer, wish)?;
            Ok(scored(question, card))
        }
    }
}

fn work(question: &Question, answer: &str) -> Work {
    paper::grade(question, answer).expect("only kinds that run come here")
}

fn changed_work(question: &Question, answer: &str, first: &str) -> Result<Work, Failure> {
    let none = || Failure::Usage(format!("no requirement of `{}` changes", question.id));
    paper::grade_changed(question, answer, first).ok_or_else(none)
}

/// Judges by running; a judge that is lost is a failure, never a verdict.
fn judged(work: Work, question: &Question) -> Result<Graded, Failure> {
    Ok(graded(question, verdict(work)?))
}

/// The same, and counts the rows on growing tables when that is wished for and the answer runs.
fn judged_at_scale(
    question: &Question,
    answer: &str,
    most: Option<u64>,
) -> Result<Graded, Failure> {
    let verdict = verdict(work(question, answer))?;
    let scaling = most.and_then(|most| paper::scale(question, answer, most));
    let runs = !matches!(verdict.kind, Fault::Error | Fault::Forbidden | Fault::HardCoded);
    let Some(scaling) = scaling.filter(|_| runs) else { return Ok(graded(question, verdict)) };
    let reading = match judging::ask_within(scaling, &Deadlines::SCALED)? {
        Outcome::Scaled(reading) => reading,
        other => return Err(judging::unexpected(&other)),
    };
    let weighed = weigh(&verdict, &Scaling::Read(reading.clone()));
    Ok(Graded { scale: Some(*reading), ..graded(question, weighed) })
}

fn verdict(work: Work) -> Result<Verdict, Failure> {
    match judging::ask(work)? {
        Outcome::Verdict(verdict) => Ok(*verdict),
        Outcome::Broken(words) => Err(Failure::Judge(words)),
        other => Err(judging::unexpected(&other)),
    }
}

fn graded(question: &Question, verdict: Verdict) -> Graded {
    let review = score::sql::review(&verdict).map(|review| review.score);
    Graded {
        question: question.id.clone(),
        question_kind: question.kind(),
        verdict: Some(verdict.decision),
        kind: verdict.kind.name().to_owned(),
        score: Some(f64::from(verdict.score)),
        words: verdict.words,
        evidence: verdict.evidence,
        notes: verdict.notes,
        checks: verdict.checks,
        difference: verdict.difference,
        counterexample: verdict.counterexample,
        gauntlet: verdict.gauntlet,
        review,
        findings: Vec::new(),
        scale: None,
        card: None,
        not_judged: Vec::new(),
    }
}

/// Adds what a reviewer would say; it never changes the verdict.
fn reviewed(mut graded: Graded, review: Review, answer: &str) -> Graded {
    graded.evidence.extend(review.evidence(answer));
    graded.review = review.score.map(f64::from);
    graded.not_judged.extend(review.not_judged);
    graded.findings = review.findings;
    graded
}

/// Scores a design file; what its author asked stands in its questions.
pub fn design_card(question: &Question, body: &DesignBody, answer: &str) -> Scorecard {
    let answer = DesignAnswer::parse(answer);
    let asked = score::design::asked_in(&answer, &question.head.facts);
    score::design::score(&answer, &asked, &question.head, body)
}

fn story_card(
    question: &Question,
    body: &BehavioralBody,
    answer: &str,
    wish: &Grade,
) -> Result<Scorecard, Failure> {
    let prompt = Some(question.head.prompt.as_str());
    let principles = &question.head.principles;
    let lexicon = Lexicon::builtin();
    if wish.file.extension().is_none_or(|ending| ending != "toml") {
        let told = Told {
            text: answer,
            parts: None,
            seconds: wish.seconds,
            prompt,
            principles,
            theme: &body.theme,
        };
        return Ok(score::story::score(&told, lexicon));
    }
    let name = wish.file.display().to_string();
    let file = story::read(&name, "answer", answer).map_err(Failure::Broken)?.file;
    let told = Told {
        text: &file.text(),
        parts: Some(Parts::from(&file)),
        seconds: wish.seconds.or(file.seconds),
        prompt,
        principles,
        theme: &body.theme,
    };
    Ok(score::story::score(&told, lexicon))
}

fn scored(question: &Question, card: Scorecard) -> Graded {
    let verdict = card.pass.map(|pass| if pass { Decision::Accept } else { Decision::Reject });
    let kind = match card.pass {
        Some(true) => Fault::None.name(),
        Some(false) => "below_the_bar",
        None => "not_enough_evidence",
    };
    let evidence = card.dimensions.iter().flat_map(|dimension| dimension.evidence.clone());
    Graded {
        question: question.id.clone(),
        question_kind: question.kind(),
        verdict,
        kind: kind.to_owned(),
        score: card.overall,
        words: card.words.clone(),
        evidence: evidence.collect(),
        notes: Vec::new(),
        checks: Vec::new(),
        difference: None,
        counterexample: None,
        gauntlet: None,
        review: None,
        findings: Vec::new(),
        scale: None,
        not_judged: card.not_judged.clone(),
        card: Some(card),
    }
}
