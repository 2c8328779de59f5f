//! Programs whose fate is known, tried on two cases.

use super::*;
use crate::content::question::{CompareBy, Function, Properties};

fn case(name: &str, args: &str, expect: &str, sample: bool) -> Case {
    Case {
        name: name.into(),
        trap: None,
        sample,
        args: args.into(),
        expect: Some(expect.into()),
        raises: None,
        calls: None,
    }
}

/// A function that counts the even numbers of an iterable.
fn paper() -> PythonPaper {
    PythonPaper {
        function: Function {
            name: "f".into(),
            starter: "def f(n):".into(),
            compare: CompareBy::Exact,
        },
        properties: Properties::default(),
        cases: vec![case("hidden", "[[2, 4, 5]]", "2", false), case("sample", "[[1]]", "0", true)],
        generator: None,
        gauntlet: None,
        references: vec![],
        answer: "def f(ns): return len([n for n in ns if n % 2 == 0])".into(),
        shrink: false,
    }
}

fn fates_of(programs: &[&str]) -> Vec<Fate> {
    let programs: Vec<String> = programs.iter().map(|one| (*one).to_owned()).collect();
    match fates(&paper(), &programs) {
        Outcome::Fates(fates) => fates,
        other => panic!("no fates but {other:?}"),
    }
}

#[test]
fn each_program_meets_its_own_fate() {
    let killed = |name: &str, public, raised| Fate::Killed { dataset: name.into(), public, raised };
    let fates = fates_of(&[
        "def f(ns): return sum(n % 2 == 0 for n in ns)",
        "def f(ns): return 0",
        "def f(ns): return sum(n % 2 for n in ns)",
        "def f(ns): return return",
        "raise ValueError",
        "def f(ns):\n    while True: pass",
    ]);
    let wanted = [
        Fate::Alive,
        killed("hidden", false, false),
        killed("sample", true, false),
        Fate::Unbound,
        killed("sample", true, true),
        Fate::Endless,
    ];
    assert_eq!(fates, wanted);
}

#[test]
fn a_case_that_kills_ends_the_trial_before_an_endless_one() {
    let fates = fates_of(&["def f(ns):\n    if len(ns) == 1: return 9\n    while True: pass"]);
    assert_eq!(fates, [Fate::Killed { dataset: "sample".into(), public: true, raised: false }]);
}

#[test]
fn a_program_that_cannot_be_stopped_ends_the_batch() {
    // It runs none of its own code meanwhile, so it never hears that it should stop.
    let deaf = "def f(ns): return sum(iter(int, 1))";
    assert_eq!(fates_of(&[deaf, "def f(ns): return 0"]), [Fate::Endless]);
}
