//! How long a verdict on a Python answer takes, how long its engine needs to start, and what a case costs.

use std::time::Duration;

use criterion::{Criterion, Throughput};
use mockloop::content::library::Library;
use mockloop::content::question::{Body, Case, Kind};
use mockloop::interview::verdict::Decision;
use mockloop::judge::paper;
use mockloop::judge::python::{grade_within, run_within};
use mockloop::judge::request::{Outcome, PythonPaper, PythonRun, Request, Work};

use super::verdict::judge_once;

/// Cases of the smallest kind, to see what each adds.
const CASES: u64 = 500;

pub fn judging(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("python");
    group.sample_size(10);
    for (name, request) in requests() {
        group.bench_function(format!("verdict: {name}"), |bencher| {
            bencher.iter(|| assert_eq!(judge_once(&request).decision, Decision::Accept));
        });
    }
    let run = PythonRun { program: String::from("pass"), paper: None };
    group.bench_function("engine start: a program that does nothing", |bencher| {
        bencher.iter(|| {
            let ran = run_within(&run, Duration::from_secs(10));
            assert!(matches!(ran, Outcome::Output { ok: true, .. }))
        });
    });
    let paper = small_cases();
    group.throughput(Throughput::Elements(CASES));
    group.bench_function("cases: each of them twice, under both hash seeds", |bencher| {
        bencher.iter(|| {
            assert!(matches!(grade_within(&paper, Duration::from_secs(60)), Outcome::Verdict(_)))
        });
    });
    group.finish();
}

/// Gives the first reference of every Python question, as it is handed in.
fn requests() -> Vec<(String, Request)> {
    let library = Library::builtin();
    let all = library.questions().filter(|question| question.kind() == Kind::Python);
    let request = |question: &mockloop::content::question::Question| {
        let Body::Python(body) = &question.body else { return None };
        let work = paper::grade(question, &body.references.first()?.text)?;
        Some((question.id.to_string(), Request { token: String::from("bench"), work }))
    };
    all.filter_map(request).collect()
}

fn small_cases() -> PythonPaper {
    let (_, request) = requests().pop().expect("there is a Python question");
    let Work::GradePython(paper) = request.work else { panic!("it is a Python question") };
    let case = |number: u64| Case {
        name: number.to_string(),
        trap: None,
        sample: false,
        args: format!("[{number}]"),
        expect: Some(number.to_string()),
        raises: None,
        calls: None,
    };
    let answer = format!("def {}(number):\n    return number\n", paper.function.name);
    let cases = (0..CASES).map(case).collect();
    PythonPaper { cases, answer, generator: None, shrink: false, ..paper }
}
