//! The review of a script: each query inside it, wherever its statement keeps it.

use super::words::{Word, words};
use super::{Review, Rows, Schema, review};
use crate::interview::verdict::Evidence;
use crate::judge::sql::engine::Engine;
use crate::judge::sql::tree::Tree;

/// Reviews every query of a script. The first remark of each rule is kept.
pub(in crate::judge::sql) fn of_script(engine: &Engine, script: &str, schema: &Schema) -> Review {
    let mut all = Review::default();
    for (from, to, rows) in queries(script) {
        let padded = format!("{}{}", blanked(&script[..from]), &script[from..to]);
        let Ok(tree) = Tree::parse(engine, &padded) else { continue };
        if tree.complaint().is_some() {
            continue;
        }
        let found = review(&tree, &padded, schema, None, rows);
        add(&mut all.smells, found.smells);
        add(&mut all.remarks, found.remarks);
        all.meetings.join(found.meetings);
    }
    all.ports = all.meetings.told(script);
    all
}

fn add(known: &mut Vec<Evidence>, found: Vec<Evidence>) {
    for line in found {
        if known.iter().all(|old| old.rule != line.rule) {
            known.push(line);
        }
    }
}

/// Gives blanks and line ends in place of a text, so that what follows keeps its line and its byte.
fn blanked(before: &str) -> String {
    before.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// Finds the queries of a script: where each stands and what its rows are for.
fn queries(script: &str) -> Vec<(usize, usize, Rows)> {
    let words = words(script);
    let statements = words.split(|word| word.text == ";");
    statements.filter_map(query).collect()
}

fn query(statement: &[Word<'_>]) -> Option<(usize, usize, Rows)> {
    let first = statement.first()?;
    let place = match () {
        () if first.is("select") || first.is("with") => 0,
        () if first.is("create") => {
            statement.iter().position(|word| word.is("as")).map(|place| place + 1)?
        }
        () if first.is("insert") => {
            statement.iter().position(|word| word.is("select") || word.is("with"))?
        }
        () => return None,
    };
    let rows = if first.is("insert") { Rows::Inserted } else { Rows::Named };
    let begins = statement.get(place)?;
    let is_query = begins.is("select") || begins.is("with");
    is_query.then(|| (begins.from, statement[statement.len() - 1].to, rows))
}

#[cfg(test)]
mod tests {
    use super::{of_script, queries};
    use crate::judge::sql::engine::Engine;
    use crate::judge::sql::style::Schema;

    const SCRIPT: &str = "-- schema\nCREATE TABLE days (day DATE);\n-- load\nINSERT INTO days SELECT count(*)\n  FROM raw WHERE x = NULL;\n-- views\nCREATE VIEW v AS\nWITH t AS (SELECT 1 AS n FROM raw) SELECT n FROM t;";

    #[test]
    fn queries_are_found_in_their_statements() {
        let found: Vec<&str> =
            queries(SCRIPT).iter().map(|(from, to, _)| &SCRIPT[*from..*to]).collect();
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("SELECT count") && found[1].starts_with("WITH t"));
    }

    #[test]
    fn places_are_those_of_the_script() {
        let engine = Engine::empty().expect("DuckDB starts");
        let review = of_script(&engine, SCRIPT, &Schema::default());
        let smell = &review.smells[0];
        assert!(
            smell.rule.ends_with("equals-null") && smell.words.ends_with("(line 5:18)"),
            "{}",
            smell.words
        );
        assert_eq!(smell.quote.as_deref(), Some("x = NULL"));
        let rules: Vec<&str> = review.remarks.iter().map(|line| line.rule.as_str()).collect();
        assert_eq!(rules, ["sql.read.cte-name"], "an inserted column needs no name");
        assert!(review.remarks[0].words.ends_with("(line 8:6)"), "{}", review.remarks[0].words);
    }
}
