//! How long a verdict on a SQL answer takes, with the process that gives it.

use std::path::Path;

use criterion::Criterion;
use mockloop::content::library::Library;
use mockloop::content::question::Body;
use mockloop::ids::QuestionId;
use mockloop::interview::verdict::Decision;
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::paper;
use mockloop::judge::request::{Outcome, Request, Work};

/// Gives the work of judging the first reference of the ties question on all of its datasets.
pub fn work() -> Work {
    let library = Library::builtin();
    let id = QuestionId::new("top-products-with-ties");
    let question = library.question(&id).expect("a built-in question");
    let Body::Sql(body) = &question.body else { panic!("it is a SQL question") };
    let reference = body.references.first().expect("a question has a reference");
    paper::grade(question, &reference.text).expect("SQL is judged by running")
}

/// Has it judged once, in a process of its own.
pub fn judge_once(request: &Request) {
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    let outcome = judge(exe, request, &Deadlines::GRADED).expect("the judge answers");
    let Outcome::Verdict(verdict) = outcome else { panic!("a verdict was asked for") };
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
}

pub fn judging(criterion: &mut Criterion) {
    let request = Request { token: String::from("bench"), work: work() };
    let mut group = criterion.benchmark_group("verdict");
    group.sample_size(20);
    group.bench_function("a SQL answer on seven datasets", |bencher| {
        bencher.iter(|| judge_once(&request));
    });
    group.finish();
}
