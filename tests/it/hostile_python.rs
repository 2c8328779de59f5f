//! Python that means harm, as data: each program gets a verdict in plain words in its time, and nothing is read,
//! written, reached or passed that was not earned.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mockloop::content::question::{Case, CompareBy, Function, Properties};
use mockloop::interview::verdict::Decision;
use mockloop::judge::client::{Deadlines, Program, judge};
use mockloop::judge::request::{Outcome, PythonPaper, Request, Work};
use serde::Deserialize;

use crate::engines::cpython;
use crate::hostile::{CANARY, Cage, expanded};

/// The judge gives an answer two thirds of this; the rest is for starting, stopping and telling.
const WALL: Duration = Duration::from_millis(4500);
/// The same for a CPython, which is asked what it is before its time begins.
const WALL_OF_A_CPYTHON: Duration = Duration::from_secs(12);
/// How much longer than that nothing may take, however busy the machine is.
const MOMENT: Duration = Duration::from_millis(500);
/// How many of the programs that run out of time are tried with a CPython; each takes all its time.
const ENDLESS_COUNT: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    program: Vec<Hostile>,
}

/// One hostile program and what has to come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hostile {
    /// What it tries, as the end of "a program that …".
    tries: String,
    python: String,
    /// The name of the fault, `none` when it does no harm and is right; several are joined by `or`.
    kind: String,
    /// A fragment of the sentence.
    #[serde(default)]
    says: String,
}

fn corpus() -> Vec<Hostile> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/hostile-python.toml");
    let text = std::fs::read_to_string(path).expect("it lies beside this file");
    let corpus: Corpus = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
    corpus.program
}

/// Asks for `f(n)`, a list of n times n; one case is shown and two are hidden.
fn paper(answer: String) -> PythonPaper {
    let case = |n: usize| Case {
        name: format!("{n} times {n}"),
        trap: None,
        sample: n == 1,
        args: format!("[{n}]"),
        expect: Some(format!("{:?}", vec![n; n])),
        raises: None,
        calls: None,
    };
    PythonPaper {
        function: Function { name: "f".into(), starter: String::new(), compare: CompareBy::Exact },
        properties: Properties { input_not_mutated: true, repeatable: true },
        cases: (1..=3).map(case).collect(),
        generator: None,
        gauntlet: None,
        references: Vec::new(),
        answer,
        shrink: false,
    }
}

fn wrong_with(one: &Hostile, outcome: &Outcome) -> Option<String> {
    let Outcome::Verdict(verdict) = outcome else {
        return Some(format!("no verdict: {outcome:?}"));
    };
    let all = serde_json::to_string(&verdict).expect("a verdict is plain data");
    if all.contains(CANARY) {
        return Some(format!("it tells what it read: {all}"));
    }
    let kinds: Vec<&str> = one.kind.split(" or ").collect();
    let earned = (verdict.decision == Decision::Accept) == (verdict.kind.name() == "none");
    let right = earned && kinds.contains(&verdict.kind.name()) && verdict.words.contains(&one.says);
    (!right).then(|| format!("{}: {} (wanted {})", verdict.kind.name(), verdict.words, one.kind))
}

fn wall(program: &Program) -> Duration {
    if program.python.is_some() { WALL_OF_A_CPYTHON } else { WALL }
}

#[expect(clippy::disallowed_methods, reason = "how long a judge takes is what is tested")]
fn timed(program: &Program, answer: String) -> (Outcome, Duration) {
    let work = Work::GradePython(paper(answer));
    let request = Request { token: "the-token".to_owned(), work };
    let limits = Deadlines { wall: wall(program), ..Deadlines::GRADED };
    let begun = Instant::now();
    let outcome = judge(program.clone(), &request, &limits);
    let outcome = outcome.unwrap_or_else(|lost| Outcome::Broken(format!("{lost:?}")));
    (outcome, begun.elapsed())
}

/// Tries every program, two at a time, and tells what was wrong.
fn assert_harmless(python: Option<PathBuf>, programs: &[Hostile]) {
    let program = Program { exe: env!("CARGO_BIN_EXE_mockloop").into(), python };
    let (cage, next, found) = (Cage::new(), AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(one) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answer = expanded(&one.python, cage.folder());
                    let (outcome, took) = timed(&program, answer);
                    let late =
                        (took > wall(&program) + MOMENT).then(|| format!("it took {took:?}"));
                    let wrong = wrong_with(one, &outcome).or(late);
                    let wrong = wrong.map(|words| format!("{}: {words}", one.tries));
                    found.lock().expect("nobody panics with it").extend(wrong);
                }
            });
        }
    });
    let wrong = found.into_inner().expect("nobody panicked with it");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), programs.len(), wrong.join("\n"));
    cage.assert_untouched();
}

#[test]
fn every_hostile_program_gets_its_sentence() {
    let programs = corpus();
    assert!(programs.len() >= 140);
    assert_harmless(None, &programs);
}

#[test]
fn every_hostile_program_gets_its_sentence_from_a_cpython_too() {
    let Some(python) = cpython() else { return };
    let mut programs = corpus();
    let mut endless_count = 0;
    programs.retain(|one| {
        endless_count += usize::from(one.kind.contains("timeout"));
        !one.kind.contains("timeout") || endless_count <= ENDLESS_COUNT
    });
    assert!(programs.len() > 100);
    assert_harmless(Some(python), &programs);
}
