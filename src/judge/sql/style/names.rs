//! Remarks about names: of CTEs, of tables and of the columns that come out.

use std::collections::BTreeSet;

use serde_json::Value;

use super::margin::{Margin, Span, span};
use super::node::{is_empty, is_star, items, names, output_name, visit};
use super::reading::{Kind, Place, Reading};
use super::words::{Word, words};

/// Names that say nothing about the rows behind them; a number after them says no more.
const EMPTY: &[&str] = &[
    "cte",
    "ctes",
    "tmp",
    "temp",
    "t",
    "tt",
    "tab",
    "tbl",
    "table",
    "x",
    "y",
    "z",
    "data",
    "dat",
    "df",
    "foo",
    "bar",
    "baz",
    "sub",
    "subq",
    "subquery",
    "q",
    "qry",
    "query",
    "res",
    "rs",
    "stuff",
    "thing",
    "things",
    "test",
    "aux",
    "my",
    "mycte",
    "my_cte",
    "temp_table",
    "abc",
    "xyz",
];

/// Names that are usual alone and say nothing once they are numbered.
const EMPTY_NUMBERED: &[&str] =
    &["final", "result", "results", "step", "part", "base", "output", "level", "new"];

/// What a SELECT's columns are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::judge::sql) enum Rows {
    /// They are the answer, or a view, so their columns need names.
    Named,
    /// They go into a table whose columns have names.
    Inserted,
}

/// Finds them.
pub(super) fn find(reading: &Reading<'_>, rows: Rows, margin: &mut Margin<'_>) {
    let words = words(reading.answer);
    for cte in &reading.ctes {
        let at = definition(&words, &cte.name);
        if is_meaningless(&cte.name) {
            let words = format!(
                "`{}` does not tell what its rows are; name a step after what it holds",
                cte.name
            );
            margin.note_at("sql.read.cte-name", words, at);
        }
        if !cte.is_read {
            let words =
                format!("Nothing reads `{}`; a step that is not needed is taken out", cte.name);
            margin.note_at("sql.read.unused-cte", words, at);
        }
    }
    for (place, select) in reading.selects.iter().enumerate() {
        nameless(reading, place, rows, margin);
        twice(reading, place, margin);
        if select.sources.len() == 1 {
            unused_alias(reading, place, margin);
        }
    }
}

/// Says whether a name says nothing: a single letter, or a word such as `cte` or `final2`.
fn is_meaningless(name: &str) -> bool {
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    let numbered = word.len() < name.len();
    word.chars().count() <= 1
        || EMPTY.contains(&word)
        || (numbered && EMPTY_NUMBERED.contains(&word))
}

/// Finds where a CTE gets its name: the name, perhaps its columns, AS and a bracket.
pub(super) fn definition(words: &[Word<'_>], name: &str) -> Option<Span> {
    let starts = |place: usize| {
        let before = place.checked_sub(1).and_then(|before| words.get(before));
        before.is_some_and(|word| word.is("with") || word.is("recursive") || word.text == ",")
    };
    let place = (0..words.len()).find(|place| {
        let word = words[*place];
        let next = words.get(place + 1);
        word.is_name()
            && word.name() == name
            && starts(*place)
            && next.is_some_and(|next| next.is("as") || next.text == "(")
    })?;
    Some((words[place].from, words[place].to))
}

/// An expression whose column has no name of its own.
fn nameless(reading: &Reading<'_>, place: usize, rows: Rows, margin: &mut Margin<'_>) {
    let select = &reading.selects[place];
    let needs_names = match select.place {
        Place::Final => rows == Rows::Named,
        Place::Cte(cte) => is_empty(reading.ctes[cte].aliases),
        Place::From => reading.selects.iter().flat_map(|outer| &outer.sources).all(|source| {
            let is_it =
                matches!(source.kind, Kind::Query(query) if std::ptr::eq(query, select.node));
            !is_it || is_empty(&source.node["column_name_alias"])
        }),
        Place::Test | Place::Value => false,
    };
    if select.is_branch || !needs_names {
        return;
    }
    let nameless = |item: &&Value| {
        !is_star(item) && item["type"] != "COLUMN_REF" && output_name(item).is_empty()
    };
    for item in items(select.node).iter().filter(nameless) {
        let words = "This column has no name; give the expression an alias that says what it is";
        margin.note("sql.read.no-alias", words, item);
    }
}

/// Two columns of one name.
fn twice(reading: &Reading<'_>, place: usize, margin: &mut Margin<'_>) {
    let select = &reading.selects[place];
    if matches!(select.place, Place::Test | Place::Value) || select.is_branch {
        return;
    }
    let mut seen = BTreeSet::new();
    for item in items(select.node).iter().filter(|item| !is_star(item)) {
        let name = output_name(item);
        if !name.is_empty() && !seen.insert(name.clone()) {
            let words = format!("Two columns are called `{name}`; a reader cannot tell them apart");
            margin.note("sql.read.duplicate-alias", words, item);
        }
    }
}

/// An alias of the only table, which no column uses.
fn unused_alias(reading: &Reading<'_>, place: usize, margin: &mut Margin<'_>) {
    let source = &reading.selects[place].sources[0];
    if !source.has_alias
        || source.node["type"] != "BASE_TABLE"
        || !is_empty(&source.node["column_name_alias"])
    {
        return;
    }
    let mut used = false;
    for other in &reading.selects {
        visit(other.node, &mut |node| {
            let parts = names(&node["column_names"]);
            used |= parts.len() > 1 && parts[0] == source.name;
            // A bare name may be the whole row.
            used |= parts.len() == 1 && parts[0] == source.name;
            used |= is_star(node)
                && node["relation_name"]
                    .as_str()
                    .is_some_and(|name| name.eq_ignore_ascii_case(&source.name));
        });
    }
    if !used {
        let words = format!("The alias `{}` is never used; leave it out or use it", source.name);
        margin.note_at("sql.read.unused-alias", words, span(source.node, reading.answer));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_cte_name_that_says_nothing_is_said() {
        assert_found(
            "cte-name",
            &[
                "WITH cte1 AS (SELECT order_id FROM orders) SELECT order_id FROM cte1",
                "WITH t AS (SELECT order_id FROM orders) SELECT order_id FROM t",
                "WITH Final_2 AS (SELECT order_id FROM orders) SELECT order_id FROM final_2",
                "WITH paid AS (SELECT order_id FROM orders), tmp AS (SELECT order_id FROM paid) SELECT order_id FROM tmp",
            ],
        );
    }

    #[test]
    fn a_cte_name_that_says_something_is_let_be() {
        assert_clear_of(
            "cte-name",
            &[
                "WITH paid_orders AS (SELECT order_id FROM orders) SELECT order_id FROM paid_orders",
                "WITH final AS (SELECT order_id FROM orders) SELECT order_id FROM final",
                "WITH numbers AS (SELECT 1 AS n) SELECT n FROM numbers",
                "WITH top10 AS (SELECT order_id FROM orders) SELECT order_id FROM top10",
                "WITH testers AS (SELECT order_id FROM orders) SELECT order_id FROM testers",
                "SELECT t.order_id FROM orders t",
            ],
        );
    }

    #[test]
    fn a_cte_that_nothing_reads_is_said() {
        assert_found(
            "unused-cte",
            &[
                "WITH paid AS (SELECT order_id FROM orders) SELECT order_id FROM orders",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT order_id FROM paid) SELECT order_id FROM paid",
            ],
        );
    }

    #[test]
    fn a_cte_that_is_read_somewhere_is_let_be() {
        assert_clear_of(
            "unused-cte",
            &[
                "WITH paid AS (SELECT order_id FROM orders) SELECT order_id FROM paid",
                "WITH paid AS (SELECT order_id FROM orders) SELECT order_id FROM orders WHERE order_id IN (SELECT order_id FROM paid)",
                "WITH paid AS (SELECT order_id FROM orders) SELECT (SELECT count(*) FROM paid) AS n",
                "WITH RECURSIVE counted AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM counted WHERE n < 3) SELECT n FROM counted",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT order_id FROM paid) SELECT order_id FROM late",
                "WITH orders AS (SELECT order_id FROM orders) SELECT order_id FROM orders",
            ],
        );
    }

    #[test]
    fn an_expression_without_a_name_is_said() {
        assert_found(
            "no-alias",
            &[
                "SELECT count(*) FROM orders",
                "WITH sums AS (SELECT customer_id, count(*) FROM orders GROUP BY customer_id) SELECT customer_id FROM sums",
                "SELECT ordered_at::DATE FROM orders",
            ],
        );
    }

    #[test]
    fn an_expression_that_needs_no_name_is_let_be() {
        assert_clear_of(
            "no-alias",
            &[
                "SELECT count(*) AS n FROM orders",
                "SELECT order_id FROM orders WHERE EXISTS (SELECT 1 FROM payments)",
                "SELECT order_id FROM orders WHERE order_id > (SELECT avg(order_id) FROM orders)",
                "WITH sums(customer_id, n) AS (SELECT customer_id, count(*) FROM orders GROUP BY customer_id) SELECT customer_id FROM sums",
                "SELECT order_id + 1 AS n FROM orders UNION ALL SELECT payment_id + 1 FROM payments",
                "WITH RECURSIVE counted AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM counted WHERE n < 3) SELECT n FROM counted",
                "SELECT s.n FROM (SELECT count(*) FROM orders) AS s(n)",
            ],
        );
    }

    #[test]
    fn aliases_that_are_unused_or_doubled_are_said() {
        assert_found(
            "unused-alias",
            &[
                "SELECT order_id FROM orders o",
                "SELECT order_id FROM orders AS bought WHERE status = 'paid'",
            ],
        );
        assert_found(
            "duplicate-alias",
            &[
                "SELECT order_id AS id, customer_id AS id FROM orders",
                "SELECT o.order_id, p.order_id FROM orders o JOIN payments p ON p.order_id = o.order_id",
            ],
        );
    }

    #[test]
    fn aliases_that_are_used_are_let_be() {
        assert_clear_of(
            "-alias",
            &[
                "SELECT o.order_id FROM orders o",
                "SELECT order_id FROM orders o WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.order_id)",
                "SELECT order_id FROM orders",
                "SELECT s.order_id FROM (SELECT order_id FROM orders) AS s",
                "SELECT order_id FROM (SELECT order_id FROM orders) AS s",
                "SELECT o.order_id AS id, o.customer_id FROM orders o",
            ],
        );
    }
}
