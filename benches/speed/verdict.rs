//! How long a verdict on a SQL answer takes, with the process that gives it.

use std::path::Path;

use criterion::Criterion;
use mockloop::content::library::Library;
use mockloop::content::question::Body;
use mockloop::ids::QuestionId;
use mockloop::interview::verdict::{Decision, Verdict};
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::paper;
use mockloop::judge::request::{Outcome, Request, Work};

/// Gives the work of judging the first reference of the ties question on all of its datasets.
pub fn work() -> Work {
    request(None).work
}

/// Gives the work of judging an answer to the ties question: its first reference, or a wrong answer
/// that has to be explained.
fn request(wrong: Option<&str>) -> Request {
    let library = Library::builtin();
    let id = QuestionId::new("top-products-with-ties");
    let question = library.question(&id).expect("a built-in question");
    let Body::Sql(body) = &question.body else { panic!("it is a SQL question") };
    let reference = body.references.first().expect("a question has a reference");
    let mut mistakes = body.wrong.iter().map(|wrong| &wrong.solution);
    let answer = match wrong {
        Some(file) => mistakes.find(|one| one.file == file).expect("it is a known mistake"),
        None => reference,
    };
    let work = paper::grade(question, &answer.text).expect("SQL is judged by running");
    Request { token: String::from("bench"), work }
}

/// Has it judged once, in a process of its own.
pub fn judge_once(request: &Request) -> Box<Verdict> {
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    let outcome = judge(exe, request, &Deadlines::GRADED).expect("the judge answers");
    let Outcome::Verdict(verdict) = outcome else { panic!("a verdict was asked for") };
    verdict
}

pub fn judging(criterion: &mut Criterion) {
    let (right, wrong) = (request(None), request(Some("wrong/rank.sql")));
    let mut group = criterion.benchmark_group("verdict");
    group.sample_size(20);
    group.bench_function("a SQL answer on seven datasets", |bencher| {
        bencher.iter(|| assert_eq!(judge_once(&right).decision, Decision::Accept));
    });
    group.bench_function(
        "shrink time: a wrong SQL answer, named and shown by few rows",
        |bencher| {
            bencher.iter(|| assert!(judge_once(&wrong).counterexample.is_some()));
        },
    );
    group.finish();
}
