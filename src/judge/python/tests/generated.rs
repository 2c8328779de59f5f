//! Answers on generated cases, growing inputs and long streams.

use super::{PLENTY, case, judged, paper};
use crate::content::generator::{Generated, Generator, Growth, Passing, Streaming};
use crate::interview::verdict::{Decision, Fault, Verdict};
use crate::judge::python::{agree, grade_within};
use crate::judge::request::{Outcome, PythonPaper};

/// Pairs of a key and a number.
const GENERATE: &str = "
import random
def generate(seed, size):
    draw = random.Random(seed)
    return [[(draw.choice('abc'), draw.randint(-5, 5)) for _ in range(size)]]
";

const SUMS: &str = "
def f(pairs):
    sums = {}
    for key, number in pairs:
        sums[key] = sums.get(key, 0) + number
    return sums
";

fn generator(text: &str) -> Generator {
    let generated = Some(Generated { count: 3, size: 40 });
    Generator { text: text.into(), generated, growth: None, streaming: None, passing: vec![] }
}

fn generating(answer: &str, generator: Generator) -> PythonPaper {
    PythonPaper {
        generator: Some(generator),
        references: vec![SUMS.into()],
        ..paper(answer, vec![case("[[]]", "{}")])
    }
}

fn graded(answer: &str, generator: Generator) -> Verdict {
    judged(&generating(answer, generator), PLENTY)
}

#[track_caller]
fn broken(paper: &PythonPaper) -> String {
    match grade_within(paper, PLENTY) {
        Outcome::Broken(words) => words,
        other => panic!("wanted a broken question, got {other:?}"),
    }
}

#[test]
fn generated_cases_are_hidden_cases_and_the_reference_says_what_is_expected() {
    let right = graded(SUMS, generator(GENERATE));
    assert_eq!(right.decision, Decision::Accept, "{}", right.words);
    assert_eq!(right.checks.len(), 4);
    assert!(right.checks.iter().skip(1).all(|check| !check.public));
    let wrong = graded("def f(pairs):\n    return dict(pairs)\n", generator(GENERATE));
    assert_eq!((wrong.decision, wrong.kind, wrong.score), (Decision::Reject, Fault::Values, 2));
    assert_eq!(wrong.checks[1].about, "generated: size 40, seed 1");
}

#[test]
fn what_fails_in_a_generator_or_a_reference_is_the_questions_mistake() {
    let told = |text: &str| broken(&generating(SUMS, generator(text)));
    assert!(told("def generate(seed, size):\n    return 1 / 0\n").contains("ZeroDivisionError"));
    assert!(told("def generate(seed, size):\n    return {}\n").contains("gives a dict instead"));
    assert!(told("def generate(seed, size):\n    return [object()]\n").contains("no plain value"));
    assert!(told("def generate(seed, size:\n").contains("generate.py does not run"));
    let words =
        broken(&PythonPaper { references: vec![], ..generating(SUMS, generator(GENERATE)) });
    assert_eq!(words, "generated cases need a reference");
    let raising = vec!["def f(pairs):\n    raise KeyError('no')\n".to_owned()];
    let words =
        broken(&PythonPaper { references: raising, ..generating(SUMS, generator(GENERATE)) });
    assert!(words.contains("raises KeyError, which no written case declares"), "{words}");
}

#[test]
fn a_slow_generator_takes_no_time_from_the_answer() {
    let slow = format!("{GENERATE}\nimport time\ntime.sleep(2)\n");
    let verdict =
        judged(&generating(SUMS, generator(&slow)), std::time::Duration::from_millis(1900));
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
}

#[test]
fn generated_arguments_can_reach_the_function_as_iterator_and_file() {
    let text = "def generate(seed, size):\n    return [list(range(size)), 'a\\nb\\n']\n";
    let answer = "def f(numbers, lines):\n    return [sum(numbers), len(list(lines))]\n";
    let generator = Generator {
        passing: vec![Passing::Iter, Passing::File],
        generated: Some(Generated { count: 1, size: 4 }),
        ..generator(text)
    };
    let asked = |answer: &str| PythonPaper {
        generator: Some(generator.clone()),
        references: vec!["def f(numbers, lines):\n    return [6, 2]\n".into()],
        ..paper(answer, vec![case(r#"[[1], {"$file": "x"}]"#, "[1, 1]")])
    };
    let verdict = judged(&asked(answer), PLENTY);
    assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
    let twice = "def f(numbers, lines):\n    return [sum(numbers) + sum(numbers) * 0 + max(numbers, default=1) - 1, len(list(lines))]\n";
    assert_eq!(judged(&asked(twice), PLENTY).decision, Decision::Accept);
}

#[test]
fn an_iterator_that_is_read_twice_is_named_when_the_case_fails() {
    let verdict = super::graded(
        "def f(numbers):\n    return sum(numbers) / (len(list(numbers)) or 1)\n",
        vec![case(r#"[{"$iter": [1, 3]}]"#, "2.0")],
    );
    assert_eq!(verdict.decision, Decision::Reject);
    assert!(verdict.words.contains("read it again after its end"), "{}", verdict.words);
    let pieces = "
from itertools import islice
def f(numbers):
    pieces = []
    while piece := list(islice(numbers, 2)):
        pieces.append(piece)
    return pieces
";
    let verdict = super::graded(pieces, vec![case(r#"[{"$iter": [1, 2, 3]}]"#, "[[1, 2], [3]]")]);
    assert_eq!(verdict.decision, Decision::Accept, "asking again is no fault: {}", verdict.words);
}

fn growing(answer: &str, size: u32) -> Verdict {
    let text = "def generate(seed, size):\n    return [[(str(n), n) for n in range(size)]]\n";
    let generator = Generator { growth: Some(Growth { size }), generated: None, ..generator(text) };
    graded(answer, generator)
}

#[test]
fn work_that_grows_with_the_input_or_like_sorting_passes() {
    let sorting = "
def f(pairs):
    sums = {}
    for key, number in sorted(pairs):
        sums[key] = sums.get(key, 0) + number
    return sums
";
    for answer in [SUMS, sorting] {
        let verdict = growing(answer, 1000);
        assert_eq!(verdict.decision, Decision::Accept, "{}", verdict.words);
        assert_eq!(verdict.checks.last().map(|check| check.id.as_str()), Some("growth"));
    }
}

#[test]
fn looking_at_every_pair_is_told_with_its_figures() {
    let in_python = "
def f(pairs):
    return {key: sum(n for k, n in pairs if k == key) for key, _ in pairs}
";
    let in_the_engine = "
def f(pairs):
    keys, sums = [], []
    for key, number in pairs:
        if key not in keys:
            keys.append(key)
            sums.append(0)
        sums[keys.index(key)] += number
    return dict(zip(keys, sums))
";
    for (answer, size) in [(in_python, 200), (in_the_engine, 1500)] {
        let verdict = growing(answer, size);
        assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Property));
        assert_eq!(verdict.score, 3);
        assert!(verdict.words.contains("twice the input takes"), "{}", verdict.words);
        assert!(verdict.evidence.iter().any(|one| one.rule == "python.growth" && !one.earned));
    }
}

fn streaming(answer: &str, reference: &str, peak_kib: u32) -> Verdict {
    let text =
        "def generate(seed, size):\n    return [[('k' + str(n % 3), n) for n in range(size)]]\n";
    let streaming = Some(Streaming { argument: 0, size: 5000, peak_kib });
    let generator = Generator { streaming, generated: None, ..generator(text) };
    let paper = PythonPaper {
        references: vec![reference.into()],
        generator: Some(generator),
        ..paper(answer, vec![])
    };
    judged(&paper, PLENTY)
}

#[test]
fn a_stream_may_be_read_but_not_kept() {
    let right = streaming(SUMS, SUMS, 64);
    assert_eq!(right.decision, Decision::Accept, "{}", right.words);
    let keeps = SUMS.replace("in pairs", "in list(pairs)");
    let kept = streaming(&keeps, SUMS, 64);
    assert_eq!((kept.decision, kept.kind), (Decision::Reject, Fault::Property));
    assert!(kept.words.contains("where 64 KiB are enough"), "{}", kept.words);
    assert!(kept.evidence.iter().any(|one| one.rule == "python.streaming" && !one.earned));
}

#[test]
fn what_a_stream_gives_is_not_counted_but_what_is_kept_for_it_is() {
    let doubled = "def f(pairs):\n    for key, number in pairs:\n        yield key, number * 2\n";
    let listed = "def f(pairs):\n    return iter([(key, number * 2) for key, number in pairs])\n";
    assert_eq!(streaming(doubled, doubled, 64).decision, Decision::Accept);
    assert_eq!(streaming(listed, doubled, 64).kind, Fault::Property);
}

#[test]
fn a_stream_is_compared_too() {
    let drops = SUMS.replace("sums[key] =", "sums[key] = number if number == 4999 else");
    assert_eq!(streaming(&drops, SUMS, 64).kind, Fault::Values);
}

#[track_caller]
fn agreed(references: [&str; 2], text: &str) -> (u32, String) {
    let references = references.map(str::to_owned).into();
    match agree(&PythonPaper { references, ..generating("", generator(text)) }) {
        Outcome::Agreed { tried, disagreement } => (tried, disagreement.unwrap_or_default()),
        other => panic!("wanted to know whether they agree, got {other:?}"),
    }
}

#[test]
fn references_that_agree_do_so_on_two_hundred_seeds() {
    let other = SUMS.replace("sums.get(key, 0)", "sums.setdefault(key, 0)");
    assert_eq!(agreed([SUMS, &other], GENERATE), (200, String::new()));
}

#[test]
fn references_that_disagree_are_told_with_the_call() {
    let drops = SUMS.replace("    return sums", "    return {k: n for k, n in sums.items() if n}");
    let (_, words) = agreed([SUMS, &drops], GENERATE);
    assert!(words.starts_with("the references disagree on f([("), "{words}");
}

#[test]
fn a_generator_that_leans_on_hashes_is_noticed() {
    let text =
        "def generate(seed, size):\n    return [[(key, hash(key)) for key in ['kettle', 'mug']]]\n";
    let (_, words) = agreed([SUMS, SUMS], text);
    assert!(words.contains("under another hash seed"), "{words}");
}

#[test]
fn a_reference_that_raises_what_no_case_declares_is_told_with_its_seed() {
    let fails = SUMS.replace("    return sums", "    return sums['a'] and sums");
    let (_, words) = agreed([SUMS, &fails], GENERATE);
    assert!(
        words.contains("a reference raises KeyError") && words.contains("on generate("),
        "{words}"
    );
}
