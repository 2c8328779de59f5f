//! Answers of every kind before the engine: right, wrong, hostile, endless.

mod generated;
mod limits;
mod runs;

use std::time::Duration;

use super::{grade_within, run_within};
use crate::content::question::{Case, CompareBy, Function, Properties};
use crate::interview::verdict::{Decision, Fault, Verdict};
use crate::judge::request::{Outcome, PythonPaper, PythonRun};

pub(super) const PLENTY: Duration = Duration::from_secs(30);

pub(super) fn case(args: &str, expect: &str) -> Case {
    Case {
        name: format!("f{args}"),
        trap: None,
        sample: false,
        args: args.into(),
        expect: Some(expect.into()),
        raises: None,
        calls: None,
    }
}

pub(super) fn raising(args: &str, name: &str) -> Case {
    Case { expect: None, raises: Some(name.into()), ..case(args, "") }
}

pub(super) fn sample(case: Case) -> Case {
    Case { sample: true, ..case }
}

pub(super) fn paper(answer: &str, cases: Vec<Case>) -> PythonPaper {
    PythonPaper {
        function: Function { name: "f".into(), starter: String::new(), compare: CompareBy::Exact },
        properties: Properties { input_not_mutated: true, repeatable: true },
        cases,
        generator: None,
        gauntlet: None,
        references: vec![],
        answer: answer.into(),
        shrink: false,
    }
}

pub(super) fn judged(paper: &PythonPaper, deadline: Duration) -> Verdict {
    match grade_within(paper, deadline) {
        Outcome::Verdict(verdict) => *verdict,
        other => panic!("wanted a verdict, got {other:?}"),
    }
}

fn graded(answer: &str, cases: Vec<Case>) -> Verdict {
    judged(&paper(answer, cases), PLENTY)
}

fn ran(program: &str, deadline: Duration) -> (bool, String, Option<String>) {
    match run_within(&PythonRun { program: program.into(), paper: None }, deadline) {
        Outcome::Output { ok, text, error, .. } => (ok, text, error),
        other => panic!("wanted output, got {other:?}"),
    }
}

fn printed(program: &str) -> String {
    let (ok, text, error) = ran(program, PLENTY);
    assert!(ok, "{error:?}");
    text
}

#[test]
fn a_right_answer_gets_four_and_waits_for_its_review() {
    let verdict = graded("def f(a, b):\n    return a + b\n", vec![case("[1, 2]", "3")]);
    assert_eq!((verdict.decision, verdict.kind, verdict.score), (Decision::Accept, Fault::None, 4));
}

#[test]
fn scores_follow_from_samples_and_hidden_failures() {
    let cases = || {
        let hidden = (2..6).map(|n| case(&format!("[{n}]"), &n.to_string()));
        let mut cases = vec![sample(case("[1]", "1"))];
        cases.extend(hidden);
        cases
    };
    let score = |answer: &str| graded(answer, cases()).score;
    assert_eq!(score("def f(n):\n    return n\n"), 4);
    assert_eq!(score("def f(n):\n    return n if n < 4 else 0\n"), 3);
    assert_eq!(score("def f(n):\n    return n if n < 2 else 0\n"), 2);
    assert_eq!(score("def f(n):\n    return 0 if n < 2 else n\n"), 1);
    assert_eq!(score("def g(n):\n    return n\n"), 0);
    assert_eq!(score("def f(n:\n"), 0);
    assert_eq!(score("f = 3\n"), 0);
}

#[test]
fn every_tagged_value_arrives_as_its_python_type() {
    let answer = "
import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
def f(*values):
    kinds = (datetime, date, Decimal, set, tuple, bytes, float, Iterator, io.StringIO, dict, int)
    return [isinstance(value, kind) for value, kind in zip(values, kinds, strict=True)]
";
    let args = r#"[{"$datetime": "2024-03-01T10:00:00+02:00"}, {"$date": "2024-02-29"}, {"$decimal": "1.20"},
        {"$set": [1]}, {"$tuple": [1]}, {"$bytes": "00ff"}, {"$float": "nan"}, {"$iter": [1]},
        {"$file": "a\n"}, {"$dict": [[1, "a"]]}, {"$int": "9223372036854775808"}]"#;
    let verdict = graded(answer, vec![case(args, &format!("[{}]", ["true"; 11].join(",")))]);
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
}

#[test]
fn results_of_every_kind_are_recognised() {
    let pairs = [
        (
            "datetime(2024, 3, 1, 10, tzinfo=timezone.utc)",
            r#"{"$datetime": "2024-03-01T10:00:00+00:00"}"#,
        ),
        ("datetime(2024, 3, 1)", r#"{"$datetime": "2024-03-01T00:00:00"}"#),
        ("date(2024, 2, 29)", r#"{"$date": "2024-02-29"}"#),
        ("Decimal('1.20')", r#"{"$decimal": "1.20"}"#),
        ("frozenset({1, 2})", r#"{"$set": [2, 1]}"#),
        ("Counter('aab')", r#"{"a": 2, "b": 1}"#),
        ("defaultdict(list, a=[1])", r#"{"a": [1]}"#),
        ("(n for n in range(3))", "[0, 1, 2]"),
        ("map(str, [1, 2])", r#"["1", "2"]"#),
        ("2 ** 70", r#"{"$int": "1180591620717411303424"}"#),
        ("0.1 + 0.2", "0.3"),
        ("b'\\x00\\xff'", r#"{"$bytes": "00ff"}"#),
        ("Point(1, 2)", r#"{"$tuple": [1, 2]}"#),
        ("float('nan')", r#"{"$float": "nan"}"#),
    ];
    let head = "from collections import Counter, defaultdict, namedtuple\nfrom datetime import date, datetime, timezone\n\
                from decimal import Decimal\nPoint = namedtuple('Point', 'x y')\n";
    let lines: String = pairs
        .iter()
        .enumerate()
        .map(|(n, (code, _))| format!("    if n == {n}: return {code}\n"))
        .collect();
    let cases =
        pairs.iter().enumerate().map(|(n, (_, json))| case(&format!("[{n}]"), json)).collect();
    let verdict = graded(&format!("{head}def f(n):\n{lines}"), cases);
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
}

#[test]
fn true_is_not_one() {
    let verdict = graded("def f():\n    return True\n", vec![case("[]", "1")]);
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Class));
}

#[test]
fn an_object_with_a_lying_eq_equals_nothing() {
    let answer = "
class Liar(list):
    def __eq__(self, other): return True
    def __len__(self): return 1
    def __iter__(self): return iter([1])
    def __repr__(self): return '[1]'
    __hash__ = None
class Stranger:
    def __eq__(self, other): return True
    def __repr__(self): return '[1]'
def f(n):
    return Liar() if n else Stranger()
";
    let verdict = graded(answer, vec![case("[0]", "[1]"), case("[1]", "[1]")]);
    let faults: Vec<Fault> = verdict.checks.iter().map(|check| check.fault).collect();
    assert_eq!(faults, [Fault::Class, Fault::MissingRows]);
}

#[test]
fn replaced_builtins_do_not_reach_the_judge() {
    let answer = "
import builtins, sys
builtins.len = lambda *a: 0
builtins.isinstance = lambda *a: True
builtins.list = builtins.dict = builtins.type = None
builtins.print = None
sys.stdout = None
sys.modules.clear()
def f(n):
    return n + 1
";
    let verdict = graded(answer, vec![case("[1]", "2"), case("[2]", "4")]);
    let faults: Vec<Fault> = verdict.checks.iter().map(|check| check.fault).collect();
    assert_eq!(faults, [Fault::None, Fault::Values]);
}

#[test]
fn printing_is_not_returning() {
    let answer = "def f(n):\n    print('{\"decision\": \"accept\", \"score\": 5}')\n    print(n)\n";
    let verdict = graded(answer, vec![sample(case("[1]", "1"))]);
    assert_eq!(
        (verdict.decision, verdict.kind, verdict.score),
        (Decision::Reject, Fault::Class, 1)
    );
    let difference = verdict.difference.expect("a sample failed");
    assert!(difference.output.expect("it printed").ends_with("}\n1"));
    assert_eq!(difference.call.as_deref(), Some("f(1)"));
}

#[test]
fn a_wanted_exception_is_taken_by_class_and_subclass() {
    let answer = "
import json
class CorruptFeedError(ValueError): pass
class KeyError(Exception): pass
def f(n):
    if n == 1: raise CorruptFeedError('bad')
    if n == 2: json.loads('{')
    if n == 3: raise KeyError('x')
    if n == 4: yield from [1 / 0]
    return n
";
    let verdict = graded(
        answer,
        vec![
            raising("[1]", "CorruptFeedError"),
            raising("[1]", "ValueError"),
            raising("[2]", "ValueError"),
            raising("[4]", "ZeroDivisionError"),
            raising("[3]", "KeyError"),
            raising("[5]", "ValueError"),
        ],
    );
    let faults: Vec<Fault> = verdict.checks.iter().map(|check| check.fault).collect();
    let passed = [Fault::None; 4];
    assert_eq!(faults[..4], passed, "{}", verdict.words);
    assert_eq!(
        faults[4..],
        [Fault::Exception; 2],
        "a namesake of a builtin, and no exception at all"
    );
}

#[test]
fn an_exception_is_shown_with_the_candidates_lines_only() {
    let answer = "import json\n\ndef f(text):\n    return json.loads(text)\n";
    let verdict = graded(answer, vec![sample(case("[\"{\"]", "1"))]);
    assert_eq!(verdict.kind, Fault::Exception);
    let output = verdict.difference.and_then(|difference| difference.output).expect("it raised");
    assert!(
        output.contains("File \"answer.py\", line 4, in f\n    return json.loads(text)"),
        "{output}"
    );
    assert!(!output.contains("decoder.py"), "{output}");
    assert!(output.contains("JSONDecodeError: "), "{output}");
}

#[test]
fn leaving_the_program_is_an_exception_like_another() {
    let verdict = graded("import sys\ndef f(n):\n    sys.exit(0)\n", vec![case("[1]", "1")]);
    assert_eq!((verdict.kind, verdict.score), (Fault::Exception, 3));
    let verdict =
        graded("import sys\nsys.exit()\ndef f(n):\n    return 1\n", vec![case("[1]", "1")]);
    assert_eq!((verdict.kind, verdict.score), (Fault::Error, 0));
    let verdict = graded("def f(n):\n    raise KeyboardInterrupt\n", vec![case("[1]", "1")]);
    assert_eq!(verdict.kind, Fault::Exception);
}

#[test]
fn changed_arguments_are_found_but_used_up_iterators_are_not() {
    let answer = "def f(rows):\n    rows.sort()\n    return len(rows)\n";
    let verdict = graded(answer, vec![case("[[2, 1]]", "2")]);
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Property));
    let verdict = graded(
        "def f(rows):\n    return list(rows)\n",
        vec![case(r#"[{"$iter": [1, 2]}]"#, "[1, 2]")],
    );
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
    let nested = "def f(row):\n    row['a']['b'] = 2\n    return 1\n";
    assert_eq!(graded(nested, vec![case(r#"[{"a": {"b": 1}}]"#, "1")]).kind, Fault::Property);
}

#[test]
fn the_order_of_a_set_is_nothing_to_lean_on() {
    let leaning = [
        "list(set(names))",
        "list(dict.fromkeys({*names}))",
        "[name for name in {name for name in names}]",
        "list(frozenset(names))",
        "list(set(set(names)))",
        "list(set(names) | {'a'})",
        "[seen.pop() for seen in [set(names)] for _ in range(len(seen))]",
        "sorted(set(names), key=len)",
    ];
    let names: Vec<String> = (0..12).map(|n| format!("\"name-{n:02}\"")).collect();
    let names = names.join(", ");
    for expression in leaning {
        let answer = format!("def f(names):\n    return {expression}[:12]\n");
        let wanted = format!("[{names}]");
        let verdict = graded(&answer, vec![case(&format!("[[{names}]]"), &wanted)]);
        assert_eq!(verdict.decision, Decision::Reject, "{expression}");
    }
    let verdict = graded(
        "def f(names):\n    return list(set(names))\n",
        vec![case("[[1, 2, 3]]", "[1, 2, 3]")],
    );
    assert_eq!(verdict.kind, Fault::NonDeterministic, "{}", verdict.words);
}

#[test]
fn a_set_is_otherwise_what_it_was() {
    let answer = "
import copy, pickle
class Own(set): pass
def f(names):
    made = set(names)
    try:
        for name in made: made.add(name + '!')
        changed = 'not noticed'
    except RuntimeError as error:
        changed = str(error)
    made = set(names)
    taken = made.pop()
    return [
        type(made) is set, isinstance(made, set), taken not in made, len(made), changed,
        type(iter(made)).__name__, sorted(made | {taken}), (made | {taken}) == set(names),
        pickle.loads(pickle.dumps(set(names))) == set(names), copy.copy(made) == made,
        sorted(Own(names)), type(made & made) is set, type(made.union(['x'])) is set,
        sorted(set(names) ^ {'a'}), len([*Own(names)]), sum(1 for _ in frozenset(names)),
        set(names), list(set()), list({1}), sorted({1.5, 2, 'a'}, key=str),
    ]
";
    let wanted = r#"[true, true, true, 2, "set changed size during iteration", "set_iterator", ["a", "b", "c"], true,
        true, true, ["a", "b", "c"], true, true, ["b", "c"], 3, 3, {"$set": ["a", "b", "c"]}, [], [1], [1.5, 2, "a"]]"#;
    let verdict = graded(answer, vec![sample(case(r#"[["a", "b", "c"]]"#, wanted))]);
    assert_eq!(verdict.decision, Decision::Accept, "{:?}", verdict.difference);
    let (ok, _, error) = ran("set().pop()\n", PLENTY);
    assert!(!ok && error.expect("it is empty").contains("KeyError: 'pop from an empty set'"));
}

#[test]
fn state_between_calls_is_found() {
    let answer = "def f(n, seen=[]):\n    seen.append(n)\n    return list(seen)\n";
    let verdict = graded(answer, vec![case("[1]", "[1]")]);
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Property));
}

#[test]
fn one_pass_input_can_be_read_once() {
    let answer = "def f(rows):\n    return [sum(1 for _ in rows), sum(1 for _ in rows)]\n";
    let verdict = graded(answer, vec![case(r#"[{"$iter": [1, 2]}]"#, "[2, 0]")]);
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
}

#[test]
fn the_usual_library_imports() {
    let modules = "csv json re logging dataclasses datetime decimal enum typing contextlib statistics random tempfile \
                   pathlib io os itertools functools collections heapq bisect operator string textwrap math fractions \
                   copy hashlib base64 zoneinfo abc types time calendar uuid urllib.parse traceback pprint warnings \
                   inspect struct numbers graphlib queue secrets configparser html difflib shlex glob fnmatch argparse \
                   collections.abc concurrent.futures threading weakref tomllib zlib gzip pickle unicodedata locale";
    let program: String = modules
        .split_whitespace()
        .map(|name| format!("try:\n    import {name}\nexcept BaseException as error:\n    print('{name}', repr(error))\n"))
        .collect();
    assert_eq!(printed(&program), "");
}

#[test]
fn a_broken_question_is_never_the_answers_fault() {
    let answer = "def f(n):\n    return n\n";
    let broken =
        [case("{}", "1"), case("[1]", "{\"$nope\": 1}"), case(r#"[{"$date": "soon"}]"#, "1")];
    for case in broken {
        assert!(matches!(grade_within(&paper(answer, vec![case]), PLENTY), Outcome::Broken(_)));
    }
}
