//! What each operator makes of small programs, and what it leaves alone.

use std::collections::BTreeSet;

use rustpython_ruff_python_parser::parse_module;
use serde::Deserialize;

use super::spot::Edits;
use super::{at, edited, mutants, walk};

#[derive(Deserialize)]
struct Table {
    row: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    operator: String,
    /// The body of a function of `a`, `b` and `c`.
    body: String,
    becomes: BTreeSet<String>,
}

fn table() -> Vec<Row> {
    toml::from_str::<Table>(include_str!("tests.toml")).expect("the table is good TOML").row
}

/// Gives what one operator makes of a function's body.
fn made(operator: &str, body: &str) -> BTreeSet<String> {
    let source = format!("def f(a, b, c):\n{body}");
    let parsed = parse_module(&source).expect("the test writes good Python");
    let mut edits = Edits::default();
    walk::walk(&source, parsed.suite(), &mut |spot| at(spot, &mut edits));
    let own = edits.all().iter().filter(|edit| edit.operator == operator);
    let texts = own.map(|edit| edited(&source, edit)).filter(|text| parse_module(text).is_ok());
    texts.map(|text| changed(&source, &text)).collect()
}

fn changed(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let both = old.iter().rev().zip(new.iter().rev());
    let tail = both.take_while(|(old, new)| old == new).count();
    let end = new.len() - tail.min(old.len().min(new.len()) - head);
    new[head..end].iter().map(|line| line.trim()).collect::<Vec<_>>().join(" / ")
}

#[test]
fn every_operator_makes_of_every_row_what_the_table_says() {
    for Row { operator, body, becomes } in table() {
        assert_eq!(made(&operator, &body), becomes, "{operator} on\n{body}");
    }
}

#[test]
fn the_table_knows_all_thirty_operators() {
    let known: BTreeSet<String> = table().into_iter().map(|row| row.operator).collect();
    assert_eq!(known, (1..=30).map(|number| format!("PY{number}")).collect());
}

fn ids(source: &str) -> Vec<String> {
    let mutants = mutants(source).expect("the test writes good Python");
    mutants.into_iter().map(|mutant| mutant.id).collect()
}

#[test]
fn what_no_case_can_see_is_left_alone() {
    let source = r#"
"""Says what 1 < 2 means."""
from typing import TYPE_CHECKING
__all__ = ["f"]
logger = logging.getLogger(__name__)
if TYPE_CHECKING:
    SIZE = 1

def f(a: "list[1]") -> dict[str, 3]:
    """Give 5."""
    logger.info("took %s", a + 1)
    if __name__ == "__main__":
        return 7
"#;
    assert_eq!(ids(source), Vec::<String>::new());
}

#[test]
fn a_message_is_no_part_of_an_exception() {
    let ids = ids("def f(a):\n    raise ValueError(f'{a + 1} of 2')\n");
    let wanted = [
        "PY18@2:11 raise ValueError → raise RuntimeError",
        "PY10@2:5 left out: raise ValueError(f'{a + 1} of 2')",
    ];
    assert_eq!(ids, wanted);
}

#[test]
fn an_id_says_where_and_what_and_none_comes_twice() {
    let ids = ids("def f(a, b):\n    é = a < b; return b < é < b\n");
    assert!(ids.contains(&"PY1@2:11 < → <=".to_owned()), "{ids:?}");
    assert!(ids.contains(&"PY1@2:25 < → <=".to_owned()), "{ids:?}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn no_mutant_is_the_reference_or_another_mutant() {
    let source = "def f(a):\n    for i in range(0, len(a), 2):\n        yield a[i : i + 2]\n";
    let mutants = mutants(source).expect("the test writes good Python");
    let texts: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.source.as_str()).collect();
    assert_eq!(texts.len(), mutants.len());
    assert!(!texts.contains(source));
}

#[test]
fn a_text_that_does_not_parse_is_refused() {
    assert!(mutants("def f(:\n").is_err_and(|words| words.contains("does not parse")));
}
