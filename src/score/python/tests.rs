//! Reviews of small answers: which rule speaks, and which keeps silent.

use super::{Level, Review, review};

/// Wraps a body into a module that is otherwise in order.
fn within(body: &str) -> Review {
    let indented = body.lines().map(|line| format!("    {line}\n")).collect::<String>();
    review(&format!(
        "\"\"\"Totals per seller.\"\"\"\n\nimport logging\n\nlog = logging.getLogger(__name__)\n\n\n\
         def totals(rows: list[int], seen: list[int]) -> list[int]:\n    \"\"\"Add up what each seller earned, empty for none.\"\"\"\n{indented}"
    ))
}

fn codes(review: &Review) -> Vec<&'static str> {
    review.findings.iter().map(|finding| finding.code).collect()
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
        ("text = open('a').read()\nreturn [text]", "SIM115"),
        (
            "try:\n    return rows\nexcept KeyError as error:\n    raise ValueError(f'bad: {error}')",
            "B904",
        ),
        ("Total = sum(rows)\nreturn [Total]", "N806"),
        ("l = sum(rows)\nreturn [l]", "E741"),
        ("id = sum(rows)\nreturn [id]", "A001"),
        ("total = sum(rows)\nreturn seen", "F841"),
        ("import json\nreturn seen", "F401"),
        ("tmp = rows[0]\nreturn [tmp]", "own.vague-name"),
        ("return list(set(rows))", "own.set-order"),
        ("from datetime import datetime\nreturn [datetime.now()]", "DTZ005"),
        ("def part(list: int) -> int:\n    return list\nreturn [part(1)]", "A002"),
        ("return rows  # noqa", "RUF100"),
        ("return rows  # type: ignore", "RUF100"),
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
        "with open('a') as file:\n    return [file.read()]",
        "_first, last = rows\nreturn [last]",
        "for row in rows:\n    try:\n        seen.append(row)\n    finally:\n        for other in seen:\n            if other:\n                break\nreturn seen",
        "return rows  # noqa: T201 shown to the operator",
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
    assert_eq!(codes(&review), ["D100", "ANN001", "ANN201", "D103"]);
    assert_eq!(review.score, Some(3));
    assert!(review.findings[1].words.contains("`rows`, `limit`"), "{}", review.findings[1].words);
}

#[test]
fn a_docstring_that_repeats_the_name_earns_nothing() {
    let source = |text: &str| {
        format!(
            "\"\"\"M.\"\"\"\n\n\ndef get_totals(rows: list[int]) -> int:\n    \"\"\"{text}\"\"\"\n    return sum(rows)\n"
        )
    };
    assert_eq!(codes(&review(&source("Gets the totals."))), ["own.docstring-repeats"]);
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
    let bearable = format!("x = {}1\n", "-".repeat(380));
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
