//! Answers without end, without measure, or after the machine: each comes to its end and is told.

use super::*;

#[test]
fn an_endless_loop_is_named_with_its_case_and_line() {
    let answer = "def f(n):\n    while n == 3:\n        pass\n    return n\n";
    let cases = vec![case("[1]", "1"), case("[2]", "2"), case("[3]", "3"), case("[4]", "4")];
    let verdict = judged(&paper(answer, cases), Duration::from_secs(4));
    assert_eq!(
        (verdict.decision, verdict.kind, verdict.score),
        (Decision::Reject, Fault::Timeout, 3)
    );
    assert!(
        verdict.words.starts_with("Case 3 (“f[3]”) did not end within 4 seconds"),
        "{}",
        verdict.words
    );
    assert!(verdict.words.contains("stopped in line"), "{}", verdict.words);
    let faults: Vec<Fault> = verdict.checks.iter().map(|check| check.fault).collect();
    assert_eq!(faults, [Fault::None, Fault::None, Fault::Timeout, Fault::Timeout]);
}

#[test]
fn a_loop_that_catches_everything_still_ends_the_grading() {
    // It ends after a while, so that the test leaves no thread behind that spins for ever.
    let answer = "
import time
def f(n):
    until = time.monotonic() + 8
    while time.monotonic() < until:
        try:
            while time.monotonic() < until: pass
        except BaseException:
            pass
";
    let verdict = judged(&paper(answer, vec![case("[1]", "1")]), Duration::from_secs(3));
    assert_eq!(verdict.kind, Fault::Timeout);
}

#[test]
fn an_endless_module_and_an_endless_generator_end_too() {
    let verdict =
        judged(&paper("while True:\n    pass\n", vec![case("[1]", "1")]), Duration::from_secs(3));
    assert_eq!((verdict.kind, verdict.score), (Fault::Timeout, 0));
    let answer = "import itertools\ndef f(n):\n    return itertools.count()\n";
    let verdict = graded(answer, vec![case("[1]", "[1]")]);
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Limits));
}

#[test]
fn a_greedy_answer_is_told_so_and_does_not_take_the_judge_with_it() {
    for greed in ["[0] * 10 ** 11", "'x' * 10 ** 12", "bytearray(10 ** 10)", "list(range(10 ** 9))"]
    {
        let answer = format!("def f(n):\n    return len({greed}) if n == 2 else n\n");
        let verdict = graded(&answer, vec![case("[1]", "1"), case("[2]", "2")]);
        let rejected = matches!(verdict.kind, Fault::Limits | Fault::Exception);
        assert!(rejected && verdict.checks[0].fault == Fault::None, "{greed}: {}", verdict.words);
    }
    let answer =
        "def f(n):\n    rows = []\n    while True: rows.append('x' * 1000 + str(len(rows)))\n";
    let verdict = graded(answer, vec![case("[1]", "1")]);
    assert_eq!(verdict.kind, Fault::Limits);
    assert_eq!(verdict.words, "Case 1 (“f[1]”) took more than 256 MB of memory.");
}

#[test]
fn deep_recursion_is_an_exception_and_not_a_crash() {
    let answer = "def f(n):\n    return f(n + 1)\n";
    let verdict = graded(answer, vec![sample(case("[1]", "1"))]);
    assert_eq!(verdict.kind, Fault::Exception);
    let output = verdict.difference.and_then(|difference| difference.output).expect("it raised");
    assert!(output.contains("RecursionError") && output.contains("more times]"), "{output}");
    assert!(output.len() < 2000, "{}", output.len());
    let answer = "import sys\nsys.setrecursionlimit(10 ** 8)\ndef f(n):\n    return f(n + 1)\n";
    let verdict = graded(answer, vec![case("[1]", "1")]);
    assert_eq!(verdict.kind, Fault::Exception, "{}", verdict.words);
}

#[test]
fn a_value_without_end_is_not_followed_into_the_ground() {
    let answer = "
def f(n):
    a = []
    a.append(a)
    if n: return a
    deep = []
    for _ in range(100000): deep = [deep]
    return deep
";
    let verdict = graded(answer, vec![case("[0]", "[]"), case("[1]", "[]")]);
    assert_eq!(verdict.decision, Decision::Reject);
}

#[test]
fn hostile_nesting_in_the_source_does_not_crash_the_judge() {
    let deep = 20_000;
    for text in ["(".repeat(deep) + "1" + &")".repeat(deep), "-".repeat(deep) + "1"] {
        match grade_within(
            &paper(&format!("x = {text}\ndef f(n):\n    return n\n"), vec![case("[1]", "1")]),
            PLENTY,
        ) {
            Outcome::Verdict(_) | Outcome::Broken(_) => (),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_is_sealed_off_says_so_in_one_sentence() {
    for module in
        ["asyncio", "sqlite3", "unittest", "socket", "subprocess", "ctypes", "multiprocessing"]
    {
        let (ok, _, error) = ran(&format!("import {module}\n"), PLENTY);
        let error = error.expect("it is sealed");
        assert!(
            !ok && error
                .contains(&format!("`{module}` cannot be imported here: answers run in a sealed")),
            "{error}"
        );
    }
    let (_, _, error) = ran("import pandas\n", PLENTY);
    assert!(error.expect("it is not there").ends_with("answers use the standard library only"));
}

#[test]
fn nothing_of_the_machine_can_be_reached() {
    let attempts = [
        "open('/etc/passwd')",
        "import io; io.open('/etc/passwd')",
        "import _io; _io.FileIO('/etc/passwd')",
        "import os; os.listdir('/')",
        "import os; os.system('id')",
        "import os; os.open('/etc/passwd', os.O_RDONLY)",
        "import os; os.fork()",
        "import pathlib; pathlib.Path('/etc/passwd').read_text()",
        "import tempfile; tempfile.TemporaryFile()",
        "import posix; posix.listdir('/')",
        "import shutil; shutil.rmtree('/tmp/x')",
        "import glob; assert glob.glob('/*'), 'nothing there'",
        "import _socket",
        "import _posixsubprocess",
        "import _ctypes",
        "import signal",
        "__import__('subprocess')",
        "import importlib; importlib.import_module('socket')",
        "import sys; sys.meta_path.pop(0); import socket",
        "input()",
    ];
    for attempt in attempts {
        let (ok, text, error) = ran(&format!("{attempt}\n"), PLENTY);
        assert!(!ok, "{attempt} worked: {text}");
        assert!(!text.contains("root:"), "{attempt}: {text} {error:?}");
    }
}

#[test]
fn a_flood_of_output_is_cut() {
    let text = printed("for _ in range(200):\n    print('x' * 10000)\n");
    assert!(text.len() < 66_000 && text.ends_with("output cut after 64 kB"), "{}", text.len());
}
