//! Python questions: the shipped ones prove themselves in the sealed engine, and their references pass review.

use std::time::Duration;

use mockloop::content::library::Library;
use mockloop::content::question::{Body, Kind, PythonBody, Question};
use mockloop::ids::QuestionId;
use mockloop::interview::verdict::{Decision, Verdict};
use mockloop::judge::paper;
use mockloop::judge::python::grade_within;
use mockloop::judge::request::{Outcome, PythonPaper, Work};
use mockloop::score::python::{Level, review};

fn questions(library: &Library) -> Vec<(&Question, &PythonBody)> {
    let all = library.questions().filter(|question| question.kind() == Kind::Python);
    all.filter_map(|question| match &question.body {
        Body::Python(body) => Some((question, body)),
        _ => None,
    })
    .collect()
}

/// Judges on the written cases; the bank's self-check tries the generated ones and the wrong answers, too.
fn graded(body: &PythonBody, answer: &str) -> Verdict {
    let paper = PythonPaper {
        function: body.function.clone(),
        properties: body.properties.clone(),
        cases: body.cases.clone(),
        generator: None,
        gauntlet: None,
        references: Vec::new(),
        answer: answer.to_owned(),
        shrink: false,
    };
    match grade_within(&paper, Duration::from_secs(60)) {
        Outcome::Verdict(verdict) => *verdict,
        other => panic!("wanted a verdict, got {other:?}"),
    }
}

#[test]
fn every_reference_passes_its_own_cases() {
    let library = Library::builtin();
    for (question, body) in questions(&library) {
        for reference in &body.references {
            let verdict = graded(body, &reference.text);
            assert_eq!(
                verdict.decision,
                Decision::Accept,
                "{} {}: {}",
                question.id,
                reference.file,
                verdict.words
            );
        }
    }
}

#[test]
fn a_wrong_answer_is_shown_by_the_smallest_call_found() {
    let library = Library::builtin();
    let question = library.question(&QuestionId::new("busy-products")).expect("it is built in");
    let Body::Python(body) = &question.body else { panic!("it is a Python question") };
    let wrong = body.wrong.iter().find(|wrong| wrong.solution.file == "wrong/no-limit-check.py");
    let wrong = wrong.expect("the question brings it");
    let Some(Work::GradePython(paper)) = paper::grade(question, &wrong.solution.text) else {
        panic!("Python is judged by running")
    };
    let Outcome::Verdict(verdict) = grade_within(&paper, Duration::from_secs(60)) else {
        panic!("a verdict was asked for")
    };
    let example = verdict.counterexample.expect("a call shows it");
    let call = example.call.expect("it is a call");
    assert!(call.starts_with("busy_products([], -"), "{call}");
    assert!(example.words.contains("ValueError was wanted"), "{}", example.words);
}

#[test]
fn every_reference_would_pass_a_review() {
    let library = Library::builtin();
    for (question, body) in questions(&library) {
        for reference in &body.references {
            let review = review(&reference.text);
            let found: Vec<_> =
                review.findings.iter().map(|one| (one.code, one.line, &one.words)).collect();
            let passes = review.count(Level::Block) == 0 && review.score >= Some(4);
            assert!(passes, "{} {}: {found:?}", question.id, reference.file);
        }
    }
}
