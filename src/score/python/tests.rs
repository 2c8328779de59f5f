//! Reviews of small answers: which rule speaks, and which keeps silent.

use super::asked::Example;
use super::{Asked, KNOWN, Level, Review, review, review_for};

/// Wraps a body into a module that is otherwise in order.
fn within(body: &str) -> Review {
    let indented = body.lines().map(|line| format!("    {line}\n")).collect::<String>();
    review(&format!(
        "\"\"\"Totals per seller.\"\"\"\n\nimport logging\n\nlog = logging.getLogger(__name__)\n\n\n\
         def totals(rows: list[int], seen: list[int]) -> list[int]:\n    \"\"\"Add up what each seller earned, empty for none.\"\"\"\n{indented}"
    ))
}

/// The rules that weigh; nits have tests of their own.
fn codes(review: &Review) -> Vec<&'static str> {
    let weighs = review.findings.iter().filter(|finding| finding.level != Level::Nit);
    weighs.map(|finding| finding.code).collect()
}

fn nits(review: &Review) -> Vec<&'static str> {
    let nits = review.findings.iter().filter(|finding| finding.level == Level::Nit);
    nits.map(|finding| finding.code).collect()
}

#[test]
fn clean_code_gets_five() {
    let review = within("return sorted(rows + seen)");
    assert_eq!(codes(&review), Vec::<&str>::new());
    assert_eq!(review.score, Some(5));
}

#[test]
fn every_block_is_found() {
    let cases = [
        ("try:\n    return rows\nexcept:\n    return []", "E722"),
        ("try:\n    return rows\nexcept Exception:\n    log.info('x')\n    return []", "BLE001"),
        ("try:\n    rows.sort()\nexcept (KeyError, Exception):\n    pass\nreturn rows", "S110"),
        (
            "for row in rows:\n    try:\n        seen.append(row)\n    except Exception:\n        continue\nreturn seen",
            "S112",
        ),
        ("def add(row: int, to=[]):\n    return to\nreturn add(rows[0])", "B006"),
        ("if rows == None:\n    return seen\nreturn rows", "E711"),
        ("if len(rows) is 3:\n    return seen\nreturn rows", "F632"),
        ("global log\nlog = rows\nreturn seen", "PLW0603"),
        ("return [missing, *rows, *seen]", "F821"),
        ("query = f'select id from orders where id = {rows}'\nreturn [query, seen]", "S608"),
        ("import pickle\nreturn pickle.loads(rows + seen)", "S301"),
        ("import yaml\nreturn yaml.load(rows, Loader=yaml.Loader) + seen", "S506"),
        ("import subprocess\nsubprocess.run('ls', shell=True)\nreturn rows + seen", "S602"),
        ("exec('rows = 1')\nreturn rows", "S102"),
        ("return eval('rows')", "S307"),
        ("def part():\n    return 1\ndef part():\n    return 2\nreturn [part()]", "F811"),
        ("try:\n    rows.sort()\nfinally:\n    return rows", "B012"),
        (
            "calls = []\nfor row in rows:\n    calls.append(lambda: row)\nreturn [call() for call in calls]",
            "B023",
        ),
    ];
    for (body, code) in cases {
        let review = within(body);
        let blocks = review.findings.iter().filter(|finding| finding.level == Level::Block);
        assert_eq!(blocks.map(|finding| finding.code).collect::<Vec<_>>(), [code], "{body}");
        assert_eq!(review.score, Some(2), "{body}");
    }
}

#[test]
fn what_must_be_fixed_is_found() {
    let cases = [
        ("print(rows)\nreturn seen", "T201"),
        ("text = open('a', encoding='utf-8').read()\nreturn [text]", "SIM115"),
        (
            "try:\n    return rows\nexcept KeyError as error:\n    raise ValueError(f'bad: {error}')",
            "B904",
        ),
        ("Total = sum(rows)\nreturn [Total]", "N806"),
        ("l = sum(rows)\nreturn [l]", "E741"),
        ("id = sum(rows)\nreturn [id]", "A001"),
        ("total = sum(rows)\nreturn seen", "F841"),
        ("import json\nreturn seen", "F401"),
        ("from datetime import datetime\nreturn [datetime.strptime('a', 'b')]", "DTZ007"),
        ("tmp = rows[0]\nreturn [tmp]", "own.vague-name"),
        ("return list(set(rows))", "own.set-order"),
        ("from datetime import datetime\nreturn [datetime.now()]", "DTZ005"),
        ("def part(list: int) -> int:\n    return list\nreturn [part(1)]", "A002"),
        ("return rows  # noqa", "PGH004"),
        ("return rows  # noqa: T201", "own.noqa-reason"),
        ("return rows  # noqa: T201 nothing is printed here", "RUF100"),
        ("return rows  # type: ignore", "PGH003"),
        (
            "for row in rows:\n    if row < 0:\n        raise ValueError('bad row')\nreturn seen",
            "own.message-names-record",
        ),
        ("for row in rows:\n    log.warning('bad row')\nreturn seen", "own.message-names-record"),
        ("try:\n    return rows\nexcept KeyError:\n    raise", "own.idle-handler"),
        ("return open('a', encoding='utf-8').readlines()", "own.file-left-open"),
        ("t = sum(rows)\nreturn [t]", "own.short-name"),
        (
            "if not isinstance(rows, list):\n    raise ValueError(f'no list: {rows}')\nreturn seen",
            "TRY004",
        ),
        ("return list(zip(rows, seen))", "B905"),
    ];
    for (body, code) in cases {
        assert_eq!(codes(&within(body)), [code], "{body}");
    }
}

#[test]
fn good_habits_are_left_alone() {
    let bodies = [
        "try:\n    return rows\nexcept Exception as error:\n    raise ValueError('bad') from error",
        "try:\n    return rows\nexcept Exception:\n    log.exception('row %s', rows)\n    return []",
        "for row in rows:\n    try:\n        seen.append(row)\n    except (KeyError, TypeError):\n        continue\nreturn seen",
        "for limit in rows:\n    seen.append(max(rows, key=lambda row: row - limit))\nreturn seen",
        "with open('a', encoding='utf-8') as file:\n    return [file.read()]",
        "for row in rows:\n    if row < 0:\n        raise ValueError(f'row {row} is negative')\nreturn seen",
        "return [total for total in rows if (last := total)] and [last]",
        "_first, last = rows\nreturn [last]",
        "for row in rows:\n    try:\n        seen.append(row)\n    finally:\n        for other in seen:\n            if other:\n                break\nreturn seen",
        "print(rows)  # noqa: T201 shown to the operator\nreturn seen",
        "return sorted(set(rows))",
    ];
    for body in bodies {
        assert_eq!(codes(&within(body)), Vec::<&str>::new(), "{body}");
    }
}

#[test]
fn a_reason_excuses_a_must_fix_but_never_a_block() {
    let printed = within("print(rows)  # noqa: T201 the operator reads it\nreturn seen");
    assert_eq!(codes(&printed), Vec::<&str>::new());
    let swallowed = within("return eval('rows')  # noqa: S307 it is quicker");
    assert_eq!(codes(&swallowed), ["S307"]);
}

#[test]
fn undocumented_untyped_code_is_told_so_once_per_function() {
    let review = review("def totals(rows, limit):\n    return rows[:limit]\n");
    assert_eq!(codes(&review), ["D100", "ANN201", "D103", "ANN001"]);
    assert_eq!(review.score, Some(3));
    assert!(review.findings[3].words.contains("`rows`, `limit`"), "{}", review.findings[3].words);
}

#[test]
fn a_docstring_that_repeats_the_name_earns_nothing() {
    let source = |text: &str| {
        format!(
            "\"\"\"M.\"\"\"\n\n\ndef get_totals(rows: list[int]) -> int:\n    \"\"\"{text}\"\"\"\n    return sum(rows)\n"
        )
    };
    assert_eq!(codes(&review(&source("Gets the totals."))), ["own.docstring-repeats"]);
    assert_eq!(codes(&review(&source("Return the totals."))), ["own.docstring-repeats"]);
    assert_eq!(
        codes(&review(&source("Add up the rows; 0 when there are none."))),
        Vec::<&str>::new()
    );
}

#[test]
fn private_helpers_need_no_docstring() {
    let review = review("\"\"\"M.\"\"\"\n\n\ndef _part(rows):\n    return rows\n");
    assert_eq!(codes(&review), Vec::<&str>::new());
}

#[test]
fn a_finding_quotes_the_first_line_of_its_place() {
    let source = "\"\"\"M.\"\"\"\nVALUES = [\n    eval('1'),\n]\n";
    let review = review(source);
    let finding = &review.findings[0];
    assert_eq!((finding.code, finding.line), ("S307", 3));
    assert_eq!(&source[finding.span.0..finding.span.1], "eval('1')");
    assert_eq!(review.evidence(source)[0].quote.as_deref(), Some("eval('1')"));
}

#[test]
fn two_blocks_are_one_point() {
    let review = within("if rows == None:\n    return eval('seen')\nreturn rows");
    assert_eq!(review.score, Some(1));
}

#[test]
fn what_does_not_parse_is_not_scored() {
    let review = review("def totals(:\n");
    assert_eq!((review.score, review.findings.len()), (None, 0));
    assert!(review.not_judged[0].contains("does not parse"), "{:?}", review.not_judged);
}

#[test]
fn hostile_nesting_does_not_use_up_the_stack() {
    let deep = 100_000;
    let texts = [
        "(".repeat(deep),
        "-".repeat(deep) + "1",
        "not ".repeat(deep / 4) + "1",
        "f\"{".repeat(deep / 3),
        "1".to_owned() + &".a".repeat(deep / 2),
        "lambda:".repeat(deep / 8) + "1",
        "1".to_owned() + &"+1".repeat(deep / 2),
    ];
    for text in texts {
        assert_eq!(review(&format!("x = {text}\n")).score, None);
    }
    let bearable = format!("value = {}1\n", "-".repeat(380));
    assert_eq!(review(&bearable).score, Some(5));
}

#[test]
fn brackets_in_comments_and_strings_open_nothing() {
    let line = "    # a list (with [a bracket\n    rows.append(\"((((\")\n".repeat(200);
    let review = review(&format!("\"\"\"M (.\"\"\"\nrows: list[str] = []\nfor _ in rows:\n{line}"));
    assert_eq!(review.score, Some(5), "{:?}", review.not_judged);
}

#[test]
fn the_fifth_point_needs_a_review_without_blocks() {
    use super::weigh;
    use crate::interview::verdict::{Decision, Fault, Verdict};
    let passed = Verdict {
        decision: Decision::Accept,
        kind: Fault::None,
        score: 4,
        words: String::new(),
        evidence: vec![],
        notes: vec![],
        checks: vec![],
        difference: None,
        counterexample: None,
        gauntlet: None,
    };
    let source = "x = eval('1')\n";
    let blocked = weigh(passed.clone(), &review(source));
    assert_eq!(blocked.score, 4);
    assert!(blocked.evidence.iter().any(|found| found.rule == "python.review" && !found.earned));
    let clean = weigh(passed.clone(), &review("x = 1\n"));
    assert_eq!(clean.score, 5);
    let failed = Verdict { decision: Decision::Reject, score: 3, ..passed };
    assert_eq!(weigh(failed, &review("x = 1\n")).score, 3, "a review repairs no answer");
}

#[test]
fn small_matters_are_said_once_for_each_kind_and_cost_nothing() {
    let cases = [
        (
            "if len(rows) > 10 or len(rows) > 20 or len(rows) > 30:\n    return rows\nreturn seen",
            "PLR2004",
        ),
        ("return list(row for row in rows) + seen", "C400"),
        ("if rows:\n    if seen:\n        return rows\nreturn seen", "SIM102"),
        ("timeout = 30\nreturn [timeout, *rows, *seen]", "own.unit-in-name"),
        ("# total = sum(rows)\nreturn rows + seen", "ERA001"),
        ("log.info(f'{rows}')\nreturn seen", "G004"),
    ];
    for (body, code) in cases {
        let review = within(body);
        assert_eq!((nits(&review), review.score), (vec![code], Some(5)), "{body}");
    }
    let words = &within(cases[0].0).findings[0].words;
    assert!(words.ends_with("The same in 2 more places."), "{words}");
}

#[test]
fn a_swallowing_handler_is_one_block_and_not_two() {
    let review = within("try:\n    rows.sort()\nexcept Exception:\n    pass\nreturn rows + seen");
    assert_eq!((codes(&review), review.score), (vec!["S110"], Some(2)));
}

fn asked(examples: &[(&str, &str)]) -> Asked {
    let value = |text: &str| serde_json::from_str(text).expect("the test writes JSON");
    let example = |(arguments, result): &(&str, &str)| Example {
        arguments: serde_json::from_str(arguments).expect("the test writes JSON"),
        result: value(result),
    };
    Asked {
        function: Some("total".into()),
        examples: examples.iter().map(example).collect(),
        ..Asked::default()
    }
}

fn typed(signature: &str, asked: &Asked) -> Vec<&'static str> {
    let text = format!(
        "\"\"\"M.\"\"\"\nfrom collections.abc import Iterable\n\n\ndef total{signature}:\n    \"\"\"Add up what came in.\"\"\"\n    return sum(rows or Iterable)\n"
    );
    codes(&review_for(&text, asked))
}

#[test]
fn an_annotation_that_the_cases_contradict_is_a_finding() {
    let asked = asked(&[("[[1, 2]]", "3"), (r#"[{"$iter": [1]}]"#, "1")]);
    assert_eq!(typed("(rows: Iterable[int]) -> int", &asked), Vec::<&str>::new());
    assert_eq!(typed("(rows: Iterable[int]) -> str", &asked), ["own.untrue-annotation"]);
    assert_eq!(typed("(rows: int) -> int", &asked), ["own.untrue-annotation"]);
    assert_eq!(typed("(rows: Iterable[int]) -> list[int] | int", &asked), Vec::<&str>::new());
    assert_eq!(typed("(rows: Iterable[int]) -> SomeAlias", &asked), ["F821"]);
}

#[test]
fn the_elements_of_a_result_are_looked_at_and_those_of_an_argument_are_not() {
    let asked = asked(&[(r#"[["a", null]]"#, r#"[["a", 1], ["b", 2]]"#)]);
    assert_eq!(typed("(rows: list[str]) -> list[list[object]]", &asked), Vec::<&str>::new());
    assert_eq!(typed("(rows: list[str]) -> list[int]", &asked), ["own.untrue-annotation"]);
}

#[test]
fn what_the_starter_says_is_not_the_candidates_doing() {
    let starter = "def total(rows: int) -> str:\n    ...\n".to_owned();
    let asked = Asked { starter, ..asked(&[("[[1]]", "1")]) };
    assert_eq!(typed("(rows: int) -> str", &asked), Vec::<&str>::new());
}

#[test]
fn a_changed_argument_and_a_missing_exception_block_as_a_reviewer_would() {
    let mut asked = asked(&[]);
    asked.shown.mutates = true;
    asked.shown.unhandled = Some(("a negative limit".into(), "ValueError".into()));
    let codes = typed("(rows: list[int]) -> int", &asked);
    assert_eq!(codes, ["own.bad-input", "own.mutates-input"]);
}

#[test]
fn functions_that_nothing_reaches_are_found_and_earn_nothing() {
    let source = "\"\"\"M.\"\"\"\n\n\ndef total(rows: list[int]) -> int:\n    \"\"\"Add up what came in.\"\"\"\n    return _sum(rows)\n\n\ndef _sum(rows: list[int]) -> int:\n    return sum(rows)\n\n\ndef extra(rows: list[int]) -> int:\n    \"\"\"Look good and do nothing.\"\"\"\n    return len(rows)\n";
    assert_eq!(codes(&review_for(source, &asked(&[]))), ["own.unreached"]);
    assert_eq!(codes(&review(source)), Vec::<&str>::new());
}

#[test]
fn an_exception_the_question_asks_for_is_no_wrong_type() {
    let body =
        "if not isinstance(rows, list):\n    raise ValueError(f'no list: {rows}')\nreturn seen";
    let asked = Asked { raises: vec!["ValueError".into()], ..Asked::default() };
    let source = format!(
        "\"\"\"M.\"\"\"\n\n\ndef total(rows: object, seen: int) -> int:\n    \"\"\"Add up what came in.\"\"\"\n    {}\n",
        body.replace('\n', "\n    ")
    );
    assert_eq!(codes(&review_for(&source, &asked)), Vec::<&str>::new());
    assert_eq!(codes(&review(&source)), ["TRY004"]);
}

#[test]
fn every_rule_that_speaks_is_among_the_known() {
    let spoken = crate::score::python::remarks("import os\nprint(1)\n", &Asked::default());
    let spoken = spoken.expect("it parses");
    assert!(spoken.iter().all(|finding| KNOWN.contains(&finding.code)), "{spoken:?}");
}
