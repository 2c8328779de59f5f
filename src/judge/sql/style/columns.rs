//! The smell of a column whose table only the engine knows.

use serde_json::Value;

use super::super::tree::lower;
use super::joins::joins;
use super::margin::Margin;
use super::node::{items, names, output_name, visit};
use super::reading::{Kind, Place, Reading, Select};

/// Finds columns without a table where two tables or more are read.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for select in &reading.selects {
        if select.place == Place::Test || !reads_several(reading, select) {
            continue;
        }
        let known = named_otherwise(select);
        visit(select.node, &mut |node| {
            if node["type"] == "COLUMN_REF" && is_anybodys(reading, select, node, &known) {
                let words = "Two tables are read here and this column does not say which one it is from; qualify it";
                margin.note("sql.smell.unqualified", words, node);
            }
        });
    }
}

/// Counts what has columns of its own to confuse: no functions, no lists, no single row of constants.
fn reads_several(reading: &Reading<'_>, select: &Select<'_>) -> bool {
    let counts = |source: &&super::reading::Source<'_>| {
        !source.is_hidden && !matches!(source.kind, Kind::Other) && !reading.is_one_row(source)
    };
    select.sources.iter().filter(counts).count() > 1
}

/// Names that need no table: those the SELECT gives itself, and those that USING merges.
fn named_otherwise(select: &Select<'_>) -> Vec<String> {
    let mut known: Vec<String> =
        items(select.node).iter().map(|item| lower(&item["alias"])).collect();
    let joins = joins(&select.node["from_table"]);
    known.extend(joins.iter().flat_map(|join| names(&join["using_columns"])));
    visit(select.node, &mut |node| {
        if node["type"] == "LAMBDA" {
            visit(&node["lhs"], &mut |inner| known.extend(names(&inner["column_names"])));
        }
    });
    // What the SELECT list qualifies may be named alone in ORDER BY and GROUP BY.
    let qualified = items(select.node).iter().filter(|item| names(&item["column_names"]).len() > 1);
    known.extend(qualified.map(output_name));
    known
}

fn is_anybodys(
    reading: &Reading<'_>,
    select: &Select<'_>,
    column: &Value,
    known: &[String],
) -> bool {
    let Ok([name]) = <[String; 1]>::try_from(names(&column["column_names"])) else { return false };
    if known.contains(&name)
        || joins(&select.node["from_table"]).iter().any(|join| join["ref_type"] == "NATURAL")
    {
        return false;
    }
    let owns = |source: &&super::reading::Source<'_>| {
        reading.columns(source).is_some_and(|columns| columns.contains(&name))
    };
    select.sources.iter().any(|source| owns(&source))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_bare_column_over_two_tables_is_said() {
        assert_found(
            "unqualified",
            &[
                "SELECT o.order_id, name FROM orders o JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT o.order_id FROM orders o JOIN customers c ON c.customer_id = o.customer_id WHERE status = 'paid'",
                "WITH sums AS (SELECT order_id, sum(amount) AS total FROM payments GROUP BY order_id) SELECT o.order_id, total FROM orders o LEFT JOIN sums s ON s.order_id = o.order_id",
            ],
        );
    }

    #[test]
    fn a_bare_column_that_can_only_be_one_is_let_be() {
        assert_clear_of(
            "unqualified",
            &[
                "SELECT order_id, status FROM orders",
                "SELECT order_id, o.status FROM orders o JOIN payments p USING (order_id)",
                "SELECT o.order_id, c.name FROM orders o JOIN customers c ON c.customer_id = o.customer_id ORDER BY name, order_id",
                "SELECT o.order_id, c.name AS buyer FROM orders o JOIN customers c ON c.customer_id = o.customer_id ORDER BY buyer",
                "SELECT order_id, u.n FROM orders, unnest([1, 2]) AS u(n)",
                "WITH p AS (SELECT max(amount) AS most FROM payments) SELECT order_id FROM orders CROSS JOIN p",
                "SELECT order_id FROM orders SEMI JOIN payments USING (order_id) WHERE status = 'paid'",
                "SELECT order_id FROM orders WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_id = orders.order_id)",
                "SELECT list_transform([1], lambda x: x + 1) AS l, o.order_id FROM orders o JOIN payments p ON p.order_id = o.order_id",
            ],
        );
    }
}
