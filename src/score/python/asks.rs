//! What an interviewer asks when the code is on the table: about what a reviewer would have said, and about what the
//! code does with much data, bad files and time. The same code always draws the same questions.

mod catalogue;

use rustpython_ruff_python_ast::{CmpOp, Expr, Stmt, StmtFor};
use rustpython_ruff_python_parser::parse_module;
use rustpython_ruff_text_size::Ranged;

use catalogue::{Spot, about};

use super::names::{Kind, Names};
use super::walk::{every_expr, every_stmt};
use super::{Asked, Level, Review, review_for, shape};
use crate::content::question::FollowUp;

/// Draws at most two questions from an answer: one about a missed point, if one was missed, and one about the code.
pub fn drawn(source: &str, asked: &Asked) -> Vec<FollowUp> {
    let missed = missed(&review_for(source, asked));
    missed.into_iter().chain(about_code(source)).take(2).collect()
}

/// The heaviest finding that has a question, the first in the text of those.
fn missed(review: &Review) -> Option<FollowUp> {
    let of_level = |level: Level| review.findings.iter().filter(move |one| one.level == level);
    let heavy = of_level(Level::Block).chain(of_level(Level::MustFix));
    heavy
        .into_iter()
        .find_map(|finding| about(finding.code, Spot { line: finding.line, ..Spot::default() }))
}

fn about_code(source: &str) -> Option<FollowUp> {
    if shape::too_dense(source).is_some() {
        return None;
    }
    let parsed = parse_module(source).ok()?;
    let body = parsed.suite();
    let names = Names::of(body);
    let line =
        |place: &dyn Ranged| 1 + source[..place.range().start().to_usize()].matches('\n').count();
    if let Some((outer, inner)) = nested(body, &names) {
        let spot = Spot { line: line(outer), other: line(inner), ..Spot::default() };
        return about("quadratic", spot);
    }
    if let Some((whole, name)) = held(body, &names) {
        return about("memory", Spot { line: line(whole), name, ..Spot::default() });
    }
    let at = |place: &Expr| Spot { line: line(place), ..Spot::default() };
    if let Some(reader) = reads_file(body, &names) {
        return about("corrupted", at(reader));
    }
    if let Some(sort) = sorts(body, &names) {
        return about("sorting", at(sort));
    }
    let general = if source.len().is_multiple_of(2) { "testing" } else { "logging" };
    about(general, Spot::default())
}

/// A loop within a loop that goes over everything again, or a search through a list for each element.
fn nested<'a>(body: &'a [Stmt], names: &Names<'_>) -> Option<(&'a StmtFor, &'a dyn Ranged)> {
    let mut found: Option<(&StmtFor, &dyn Ranged)> = None;
    every_stmt(body, |stmt| {
        let Stmt::For(outer) = stmt else { return };
        let targets = targets(&outer.target);
        every_stmt(&outer.body, |stmt| {
            let Stmt::For(inner) = stmt else { return };
            // Going through the parts of one element is no second way through all of them.
            let of_element = targets.iter().any(|name| {
                super::comprehensions::mentions(&inner.iter, name)
                    && inner.iter.as_call_expr().is_none_or(|call| call.func.is_attribute_expr())
            });
            let small = matches!(&*inner.iter, Expr::Tuple(_) | Expr::List(_));
            if found.is_none() && !of_element && !small {
                found = Some((outer, inner));
            }
        });
        every_expr(&outer.body, |expr| {
            if found.is_none() && searches_list(expr, names) {
                found = Some((outer, expr));
            }
        });
    });
    found
}

fn searches_list(expr: &Expr, names: &Names<'_>) -> bool {
    let Expr::Compare(compare) = expr else { return false };
    let ([CmpOp::In | CmpOp::NotIn], [right]) = (&*compare.ops, &*compare.comparators) else {
        return false;
    };
    let binding = names.bound(right).filter(|binding| binding.kind == Kind::Assigned);
    binding.and_then(|binding| binding.value).is_some_and(|value| {
        matches!(value, Expr::List(_) | Expr::ListComp(_))
            || names.called_builtin(value) == Some("list")
    })
}

fn targets(target: &Expr) -> Vec<String> {
    let mut names = Vec::new();
    super::walk::every_expr_in(target, |expr| {
        names.extend(expr.as_name_expr().map(|name| name.id.to_string()));
    });
    names
}

/// A whole argument taken into memory: `list(events)`, `sorted(events)`, `file.read()`.
fn held<'a>(body: &'a [Stmt], names: &Names<'_>) -> Option<(&'a Expr, &'a str)> {
    let mut found = None;
    every_expr(body, |expr| {
        let Some(call) = expr.as_call_expr() else { return };
        let whole = match names.called_builtin(expr) {
            Some("list" | "tuple" | "sorted") => call.arguments.args.first(),
            _ => call.func.as_attribute_expr().and_then(|method| {
                matches!(method.attr.as_str(), "read" | "readlines").then_some(&*method.value)
            }),
        };
        let Some(Expr::Name(name)) = whole else { return };
        let is_argument = names.binding(name).is_some_and(|one| one.kind == Kind::Argument);
        if found.is_none() && is_argument {
            found = Some((expr, name.id.as_str()));
        }
    });
    found
}

fn reads_file<'a>(body: &'a [Stmt], names: &Names<'_>) -> Option<&'a Expr> {
    const READERS: [&str; 6] =
        ["builtins.open", "csv.reader", "csv.DictReader", "json.loads", "json.load", "gzip.open"];
    first(body, |expr| names.called(expr).is_some_and(|path| READERS.contains(&&*path)))
}

fn sorts<'a>(body: &'a [Stmt], names: &Names<'_>) -> Option<&'a Expr> {
    first(body, |expr| names.called_builtin(expr) == Some("sorted"))
}

fn first(body: &[Stmt], is: impl Fn(&Expr) -> bool) -> Option<&Expr> {
    let mut found = None;
    every_expr(body, |expr| {
        if found.is_none() && is(expr) {
            found = Some(expr);
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(source: &str) -> Vec<String> {
        drawn(source, &Asked::default()).into_iter().map(|one| one.ask).collect()
    }

    #[test]
    fn a_missed_point_is_asked_first_with_its_line() {
        let source = "def clean(rows):\n    try:\n        return sorted(rows)\n    except Exception:\n        return []\n";
        let asks = asks(source);
        assert_eq!(asks.len(), 2);
        assert!(asks[0].starts_with("You catch Exception in line 4."), "{asks:?}");
        assert!(asks[1].contains("`rows`") && asks[1].contains("line 3"), "{asks:?}");
    }

    #[test]
    fn a_block_is_asked_about_before_an_earlier_must_fix() {
        let source = "def clean(rows):\n    print(rows)\n    return eval(rows)\n";
        assert!(asks(source)[0].starts_with("Line 3 runs"), "{:?}", asks(source));
    }

    #[test]
    fn the_loop_that_is_there_decides_what_is_asked() {
        let pairs = "def pairs(rows: list) -> list:\n    found = []\n    for one in rows:\n        for other in rows:\n            found.append((one, other))\n    return found\n";
        assert!(about_code(pairs).is_some_and(|one| one.ask.contains("line 4")));
        let fields = "def parts(rows: list) -> int:\n    count = 0\n    for row in rows:\n        for part in row:\n            count += part\n    return count\n";
        assert!(about_code(fields).is_some_and(|one| !one.ask.contains("line 4")));
        let search = "def once(rows: list) -> list:\n    seen = []\n    for row in rows:\n        if row not in seen:\n            seen.append(row)\n    return seen\n";
        assert!(about_code(search).is_some_and(|one| one.ask.contains("line 4")));
    }

    #[test]
    fn files_and_sorting_have_their_own_questions() {
        let file =
            "import csv\n\n\ndef rows(lines: object) -> object:\n    return csv.reader(lines)\n";
        assert!(about_code(file).is_some_and(|one| one.ask.contains("halfway")));
        let sort = "def top(table: dict) -> object:\n    return sorted(table.values())\n";
        assert!(about_code(sort).is_some_and(|one| one.ask.contains("sort")));
        assert!(about_code("def one() -> int:\n    return 1\n").is_some());
        assert_eq!(about_code("def ("), None);
    }

    #[test]
    fn every_question_lists_points_to_be_judged_by() {
        for source in [
            "def a(rows=[]):\n    return rows\n",
            "def a():\n    print(1)\n",
            "def a(x, y):\n    return zip(x, y)\n",
        ] {
            let all = drawn(source, &Asked::default());
            assert_eq!(all.len(), 2, "{source}");
            assert!(all.iter().all(|one| one.points.len() >= 2), "{source}");
        }
    }
}
