//! What is shown of answers that are wrong in known ways.

use crate::interview::verdict::{Counterexample, Decision, Fault, Verdict};
use crate::judge::python::tests::{PLENTY, case, judged, paper, raising, sample};
use crate::judge::request::PythonPaper;

/// The sum of the prices by product; one without a price counts as nothing, one without a name is refused.
const RIGHT: &str = "
def f(rows):
    sums = {}
    for row in rows:
        if not row['name']:
            raise ValueError('no name')
        sums[row['name']] = sums.get(row['name'], 0) + (row['price'] or 0)
    return sums
";

const ROWS: &str = r#"[[{"name": "kettle", "price": 2490}, {"name": "mug", "price": 700},
    {"name": "board", "price": null}, {"name": "mug", "price": 650}, {"name": "lamp", "price": 3900}]]"#;
const SUMS: &str = r#"{"kettle": 2490, "mug": 1350, "board": 0, "lamp": 3900}"#;

fn wrong(answer: &str) -> (PythonPaper, Verdict) {
    let cases = vec![
        sample(case("[[]]", "{}")),
        case(ROWS, SUMS),
        raising(r#"[[{"name": "", "price": 1}]]"#, "ValueError"),
    ];
    let second = RIGHT.replace("sums.get(row['name'], 0)", "sums.setdefault(row['name'], 0)");
    let paper = PythonPaper {
        references: vec![RIGHT.into(), second],
        shrink: true,
        ..paper(answer, cases)
    };
    let verdict = judged(&paper, PLENTY);
    assert_eq!(verdict.decision, Decision::Reject, "{}", verdict.words);
    (paper, verdict)
}

#[track_caller]
fn example(answer: &str) -> Counterexample {
    let (_, verdict) = wrong(answer);
    *verdict.counterexample.unwrap_or_else(|| panic!("no example: {}", verdict.words))
}

fn call(example: &Counterexample) -> &str {
    example.call.as_deref().unwrap_or_default()
}

#[test]
fn a_hidden_case_is_reduced_to_the_rows_that_show_the_mistake_under_new_names() {
    let last = "
def f(rows):
    for row in rows:
        if not row['name']:
            raise ValueError('no name')
    return {row['name']: row['price'] or 0 for row in rows}
";
    let example = example(last);
    let call = call(&example);
    assert!(!call.contains("mug") && !call.contains("kettle"), "{call}");
    assert_eq!(call.matches("price").count(), 2, "{call}");
    assert_eq!(example.expected.rows.len(), 1);
    assert!(example.actual.is_some() && example.output.is_none());
}

#[test]
fn a_raise_is_shown_with_the_lines_of_the_answer_alone() {
    let trusting = RIGHT.replace("(row['price'] or 0)", "row['price']");
    let example = example(&trusting);
    assert_eq!(call(&example), r#"f([{"name": "a", "price": None}])"#);
    assert!(example.actual.is_none());
    let output = example.output.unwrap_or_default();
    assert!(output.starts_with("Traceback") && output.contains("answer.py"), "{output}");
    assert!(!output.contains("prelude"), "{output}");
}

#[test]
fn arguments_that_a_reference_refuses_are_outside_the_question() {
    // Every row loses its price sooner than anything else would show the mistake.
    let picky = RIGHT.replace("sums = {}", "sums = {}\n    if len(rows) > 3: return None");
    let example = example(&picky);
    assert!(call(&example).matches("\"name\"").count() == 4, "{}", call(&example));
    assert_eq!(call(&example).matches("\"price\"").count(), 4, "{}", call(&example));
}

#[test]
fn a_changed_argument_and_a_second_call_are_reduced_too() {
    let changes = RIGHT.replace("    return sums", "    rows.clear()\n    return sums");
    let (_, verdict) = wrong(&changes);
    assert_eq!(verdict.kind, Fault::Property);
    let example = verdict.counterexample.expect("a change of one row shows it");
    assert_eq!(call(&example).matches("\"name\"").count(), 1, "{}", call(&example));
}

#[test]
fn what_ran_out_of_time_has_no_example() {
    let endless = "def f(rows):\n    while rows:\n        pass\n    return {}\n";
    let cases = vec![case(ROWS, SUMS)];
    let paper =
        PythonPaper { references: vec![RIGHT.into()], shrink: true, ..paper(endless, cases) };
    let verdict = judged(&paper, std::time::Duration::from_millis(500));
    assert_eq!((verdict.kind, verdict.counterexample), (Fault::Timeout, None));
}

#[test]
fn nothing_of_a_hidden_case_is_shown_that_could_not_be_reduced() {
    let odd = format!(
        "{RIGHT}\ng = f\ndef f(rows):\n    return None if rows == [{{'name': 'kettle', 'price': 2490}}, {{'name': 'mug', 'price': 700}}] else g(rows)\n"
    );
    let rows = r#"[[{"name": "kettle", "price": 2490}, {"name": "mug", "price": 700}]]"#;
    let cases = vec![case(rows, r#"{"kettle": 2490, "mug": 700}"#)];
    let paper = PythonPaper { references: vec![RIGHT.into()], shrink: true, ..paper(&odd, cases) };
    let verdict = judged(&paper, PLENTY);
    assert_eq!((verdict.decision, verdict.counterexample), (Decision::Reject, None));
}
