//! Smells of NULL: compared with by `=`, or hidden in a NOT IN.

use serde_json::Value;

use super::joins::{conjuncts, joins};
use super::margin::Margin;
use super::node::{items, names, output_name, visit};
use super::reading::Reading;

/// Finds them in every SELECT.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for select in &reading.selects {
        visit(select.node, &mut |node| {
            if is_compared_with_null(node) {
                let words = "A comparison with NULL is never true; write IS NULL or IS NOT NULL";
                margin.note("sql.smell.equals-null", words, node);
            }
            if let Some(subquery) = denied(node)
                && let Some(column) = may_give_null(reading, subquery)
            {
                let words = format!(
                    "`{column}` may be NULL, and one NULL in that list makes NOT IN give no rows at all; write NOT EXISTS"
                );
                margin.note("sql.smell.not-in-nullable", words, node);
            }
        });
    }
}

fn is_compared_with_null(node: &Value) -> bool {
    let compared = matches!(node["type"].as_str(), Some("COMPARE_EQUAL" | "COMPARE_NOTEQUAL"));
    // CASE x WHEN NULL has no place of its own for its comparison and is another matter.
    let is_null = |side: &str| node[side]["literal"]["kind"] == "NULL_LITERAL";
    compared && (is_null("left") || is_null("right"))
}

/// Gives the query of a NOT IN.
fn denied(node: &Value) -> Option<&Value> {
    let inner = node["children"].as_array().filter(|_| node["type"] == "OPERATOR_NOT")?.first()?;
    let is_in = inner["subquery_type"] == "ANY" && inner["comparison_type"] == "COMPARE_EQUAL";
    is_in.then(|| &inner["subquery"]["node"])
}

/// Gives the name of the column a query gives, if its table declares that it may be NULL and nothing on
/// the way looks at it.
fn may_give_null(reading: &Reading<'_>, query: &Value) -> Option<String> {
    let select = reading.at(query)?;
    let [item] = items(query) else { return None };
    let origin = reading.origin(select, item)?;
    let column = origin.column.name.clone();
    let looked_at =
        |(select, name): &(usize, String)| mentions(reading.selects[*select].node, name);
    let doubtful = origin.path.iter().any(looked_at) || looked_at(&(select, output_name(item)));
    let is_nullable = origin.column.nullable || origin.is_optional;
    (is_nullable && !doubtful && !reading.schema.promises_on(&[column.as_str()])).then_some(column)
}

/// Says whether a SELECT's conditions name a column.
fn mentions(select: &Value, column: &str) -> bool {
    let mut conditions = vec![&select["where_clause"], &select["having"], &select["qualify"]];
    let from = joins(&select["from_table"]);
    conditions.extend(from.iter().map(|join| &join["condition"]));
    let using =
        from.iter().any(|join| names(&join["using_columns"]).iter().any(|name| name == column));
    let mut found = using || from.iter().any(|join| join["ref_type"] == "NATURAL");
    for condition in conditions.into_iter().flat_map(conjuncts) {
        visit(condition, &mut |node| {
            found |= names(&node["column_names"]).last().is_some_and(|name| name == column);
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_comparison_with_null_is_said() {
        assert_found(
            "equals-null",
            &[
                "SELECT order_id FROM orders WHERE customer_id = NULL",
                "SELECT order_id FROM orders WHERE customer_id <> NULL",
                "SELECT sum(CASE WHEN amount = NULL THEN 0 ELSE amount END) AS total FROM payments",
                "SELECT o.order_id FROM orders o LEFT JOIN payments p ON p.order_id = o.order_id AND p.amount != NULL WHERE p.kind IS NULL",
            ],
        );
    }

    #[test]
    fn null_used_as_it_should_be_is_let_be() {
        assert_clear_of(
            "equals-null",
            &[
                "SELECT order_id FROM orders WHERE customer_id IS NULL",
                "SELECT order_id FROM orders WHERE customer_id IS NOT DISTINCT FROM NULL",
                "SELECT nullif(amount, NULL) AS x FROM payments",
                "SELECT CASE WHEN amount > 3 THEN NULL ELSE amount END AS x FROM payments",
                "SELECT coalesce(amount, NULL, 0) AS x FROM payments",
                "SELECT order_id FROM orders WHERE status = 'NULL'",
            ],
        );
    }

    #[test]
    fn not_in_over_what_may_be_null_is_said() {
        assert_found(
            "not-in-nullable",
            &[
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM orders)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT o.customer_id FROM orders o WHERE o.status = 'paid')",
                "WITH buyers AS (SELECT DISTINCT customer_id FROM orders) SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM buyers)",
                "SELECT customer_id FROM customers WHERE NOT customer_id IN (SELECT customer_id FROM orders)",
                "SELECT order_id FROM orders WHERE order_id NOT IN (SELECT p.payment_id FROM orders o LEFT JOIN payments p ON p.order_id = o.order_id)",
            ],
        );
    }

    #[test]
    fn not_in_over_what_is_never_null_is_let_be() {
        assert_clear_of(
            "not-in-nullable",
            &[
                "SELECT order_id FROM orders WHERE order_id NOT IN (SELECT order_id FROM payments)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM orders WHERE customer_id > 0)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT o.customer_id FROM orders o JOIN customers c ON c.customer_id = o.customer_id)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT coalesce(customer_id, 0) FROM orders)",
                "SELECT customer_id FROM customers WHERE customer_id NOT IN (1, 2)",
                "SELECT customer_id FROM customers WHERE customer_id IN (SELECT customer_id FROM orders)",
                "WITH buyers AS (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL) SELECT customer_id FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM buyers)",
                "SELECT c.customer_id FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id)",
            ],
        );
    }
}
