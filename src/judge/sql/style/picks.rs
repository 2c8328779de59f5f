//! Smells of picking rows: which ones come is left to chance, or is not what one thinks.

use serde_json::Value;

use super::super::tree::lower;
use super::joins::conjuncts;
use super::margin::{Margin, span};
use super::node::{is_empty, is_star, items, modifiers, names, output_name, visit};
use super::reading::{Kind, Place, Reading};

/// Finds them in every SELECT.
pub(super) fn find(reading: &Reading<'_>, statements: &[&Value], margin: &mut Margin<'_>) {
    statements.iter().for_each(|statement| limits(reading, statement, false, margin));
    for (place, select) in reading.selects.iter().enumerate() {
        visit(select.node, &mut |node| {
            if is_last_of_part(node, reading.answer) {
                let words = "LAST_VALUE with the default frame ends at the current row, so it mostly gives the row \
                             itself; write ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";
                margin.note("sql.smell.last-value-frame", words, node);
            }
            if node["type"] == "WINDOW_ROW_NUMBER" && is_unsettled(reading, place, node) {
                let words = "Rows that tie in this ORDER BY are numbered by chance, and the filter then keeps one of \
                             them by chance; add a key that settles ties";
                margin.note("sql.smell.row-number-tie", words, node);
            }
        });
    }
}

/// Visits every query; `tested` says that only the existence of its rows is asked for.
fn limits(reading: &Reading<'_>, node: &Value, tested: bool, margin: &mut Margin<'_>) {
    match node {
        Value::Array(list) => list.iter().for_each(|item| limits(reading, item, tested, margin)),
        Value::Object(fields) => {
            if !tested && is_loose_limit(reading, node) {
                let words = "LIMIT without ORDER BY keeps whichever rows come first; say which ones you want";
                let limit = modifiers(node).find(|modifier| modifier["type"] == "LIMIT_MODIFIER");
                let at = limit.and_then(|limit| span(&limit["limit"], reading.answer));
                margin.note_at(
                    "sql.smell.limit-without-order",
                    words,
                    at.map(|(from, to)| (word_before(reading.answer, from), to)),
                );
            }
            let exists = node["subquery_type"].as_str().is_some_and(|kind| kind.contains("EXISTS"));
            let is_query = node["type"].as_str().is_some_and(|kind| kind.ends_with("_NODE"));
            fields
                .values()
                .for_each(|value| limits(reading, value, exists || (tested && !is_query), margin));
        }
        _ => {}
    }
}

fn is_loose_limit(reading: &Reading<'_>, node: &Value) -> bool {
    let has = |kind: &str| modifiers(node).any(|modifier| modifier["type"] == kind);
    let is_select = node["type"] == "SELECT_NODE";
    let is_sum = is_select && {
        let mut bare = node.clone();
        bare["modifiers"] = Value::Null;
        reading.gives_one_row(&bare)
    };
    has("LIMIT_MODIFIER") && !has("ORDER_MODIFIER") && !is_sum
}

/// Gives where the word before a place begins: the LIMIT before its number.
fn word_before(answer: &str, at: usize) -> usize {
    let before = answer[..at].trim_end();
    before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |space| space + 1)
}

/// LAST_VALUE over an ordered window whose frame nobody wrote down. IGNORE NULLS carries values forward
/// with that very frame.
fn is_last_of_part(node: &Value, answer: &str) -> bool {
    let default = node["start"] == "UNBOUNDED_PRECEDING" && node["end"] == "CURRENT_ROW_RANGE";
    let written = answer.to_lowercase().contains("current row");
    node["type"] == "WINDOW_LAST_VALUE"
        && default
        && !written
        && !is_empty(&node["orders"])
        && node["ignore_nulls"] != true
}

/// Says whether a row number certainly can tie and decides which rows stay and what they show.
///
/// That is certain only over one declared table whose keys are not in the order, in a SELECT that does
/// not group, and where more than the order itself is shown.
fn is_unsettled(reading: &Reading<'_>, place: usize, window: &Value) -> bool {
    let select = &reading.selects[place];
    let [source] = select.sources.as_slice() else { return false };
    let Kind::Table(table) = source.kind else { return false };
    let grouped = !is_empty(&select.node["group_expressions"])
        || modifiers(select.node).any(|m| m["type"] == "DISTINCT_MODIFIER");
    if table.keys.is_empty() || grouped || is_empty(&window["orders"]) {
        return false;
    }
    let Some(keys) = plain_keys(window) else { return false };
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let settled = table.is_unique_by(&keys) || reading.schema.promises_on(&keys);
    !settled && decides(reading, place, window, &keys)
}

/// Gives the columns of PARTITION BY and ORDER BY, if they are nothing but columns.
fn plain_keys(window: &Value) -> Option<Vec<String>> {
    let orders = window["orders"].as_array()?.iter().map(|order| &order["expression"]);
    let keys = window["partitions"].as_array().into_iter().flatten().chain(orders);
    keys.map(|key| (key["type"] == "COLUMN_REF").then(|| output_name(key))).collect()
}

/// Says whether a filter keeps rows by the number, and something beyond its keys is then shown.
fn decides(reading: &Reading<'_>, place: usize, window: &Value, keys: &[&str]) -> bool {
    let select = &reading.selects[place];
    let shows = |item: &Value| !is_star(item) && !holds(item, window) && !only_names(item, keys);
    let alias = items(select.node).iter().find(|item| std::ptr::eq(*item, window)).map(output_name);
    let qualified = conjuncts(&select.node["qualify"]).into_iter().any(|one| {
        is_cut(one, |side| side["type"] == "WINDOW_ROW_NUMBER" && same_window(side, window))
            || alias.as_ref().is_some_and(|alias| {
                is_cut(one, |side| output_name(side) == *alias && side["type"] == "COLUMN_REF")
            })
    });
    if qualified {
        return items(select.node).iter().any(shows) || items(select.node).iter().any(is_star);
    }
    let Some(alias) = alias.filter(|alias| !alias.is_empty()) else { return false };
    reading.selects.iter().any(|outer| {
        let reads = outer.sources.iter().any(|source| match source.kind {
            Kind::Cte(cte) => select.place == Place::Cte(cte),
            Kind::Query(query) => std::ptr::eq(query, select.node),
            _ => false,
        });
        let cut = conjuncts(&outer.node["where_clause"]).into_iter().any(|one| {
            is_cut(one, |side| {
                side["type"] == "COLUMN_REF" && names(&side["column_names"]).last() == Some(&alias)
            })
        });
        let all = [keys, &[alias.as_str()]].concat();
        reads
            && outer.sources.len() == 1
            && cut
            && items(outer.node).iter().any(|item| !is_star(item) && !only_names(item, &all))
    })
}

/// Says whether a condition compares something with a number.
fn is_cut(condition: &Value, is_it: impl Fn(&Value) -> bool) -> bool {
    let kind = condition["type"].as_str().unwrap_or_default();
    let compares = matches!(
        kind,
        "COMPARE_EQUAL" | "COMPARE_LESSTHAN" | "COMPARE_LESSTHANOREQUALTO" | "COMPARE_GREATERTHAN"
    );
    let is_number = |side: &Value| side["literal"]["kind"] == "INTEGER";
    let (left, right) = (&condition["left"], &condition["right"]);
    compares && ((is_it(left) && is_number(right)) || (is_it(right) && is_number(left)))
}

fn same_window(a: &Value, b: &Value) -> bool {
    std::ptr::eq(a, b) || a["query_location"] == b["query_location"]
}

fn holds(item: &Value, window: &Value) -> bool {
    let mut found = false;
    visit(item, &mut |node| found |= std::ptr::eq(node, window));
    found
}

fn only_names(item: &Value, known: &[&str]) -> bool {
    let mut only = true;
    visit(item, &mut |node| {
        if let Some(name) = names(&node["column_names"]).last() {
            only &= known.contains(&name.as_str());
        }
        only &= lower(&node["type"]) != "star" && node["type"] != "SUBQUERY";
    });
    only
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_limit_without_an_order_is_said() {
        assert_found(
            "limit-without-order",
            &[
                "SELECT order_id FROM orders LIMIT 3",
                "WITH few AS (SELECT order_id FROM orders LIMIT 3) SELECT order_id FROM few ORDER BY order_id",
                "SELECT order_id FROM orders UNION ALL SELECT order_id FROM payments LIMIT 3",
                "SELECT order_id FROM orders WHERE customer_id = (SELECT customer_id FROM customers LIMIT 1)",
            ],
        );
    }

    #[test]
    fn a_limit_that_leaves_nothing_to_chance_is_let_be() {
        assert_clear_of(
            "limit-without-order",
            &[
                "SELECT order_id FROM orders ORDER BY order_id LIMIT 3",
                "SELECT order_id FROM orders o WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.order_id LIMIT 1)",
                "SELECT max(order_id) AS last FROM orders LIMIT 1",
                "SELECT 1 AS one LIMIT 1",
                "SELECT order_id FROM orders UNION ALL SELECT order_id FROM payments ORDER BY 1 LIMIT 3",
                "SELECT order_id FROM orders WHERE NOT EXISTS (SELECT 1 FROM payments LIMIT 1)",
                "SELECT order_id FROM orders",
            ],
        );
    }

    #[test]
    fn last_value_with_the_default_frame_is_said() {
        assert_found(
            "last-value-frame",
            &[
                "SELECT last_value(amount) OVER (PARTITION BY order_id ORDER BY payment_id) AS last FROM payments",
                "SELECT last_value(amount) OVER w AS last FROM payments WINDOW w AS (ORDER BY payment_id)",
            ],
        );
    }

    #[test]
    fn last_value_with_a_frame_is_let_be() {
        assert_clear_of(
            "last-value-frame",
            &[
                "SELECT last_value(amount) OVER (ORDER BY payment_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last FROM payments",
                "SELECT last_value(amount IGNORE NULLS) OVER (ORDER BY payment_id) AS carried FROM payments",
                "SELECT first_value(amount) OVER (ORDER BY payment_id) AS first FROM payments",
                "SELECT last_value(amount) OVER (PARTITION BY order_id) AS one FROM payments",
                "SELECT last_value(amount) OVER (ORDER BY payment_id RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last FROM payments",
                "SELECT last(amount ORDER BY payment_id) AS last FROM payments",
            ],
        );
    }

    #[test]
    fn a_row_number_that_ties_and_filters_is_said() {
        assert_found(
            "row-number-tie",
            &[
                "SELECT order_id, customer_id FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC) = 1",
                "SELECT order_id, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) AS n FROM orders QUALIFY n <= 2",
                "WITH numbered AS (SELECT order_id, customer_id, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) AS n FROM orders) SELECT order_id FROM numbered WHERE n = 1",
                "SELECT s.order_id FROM (SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) AS n FROM orders) AS s WHERE s.n = 1",
            ],
        );
    }

    #[test]
    fn a_row_number_that_is_settled_or_decides_nothing_is_let_be() {
        assert_clear_of(
            "row-number-tie",
            &[
                "SELECT order_id FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at, order_id) = 1",
                "SELECT order_id, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) AS n FROM orders",
                "SELECT customer_id, ordered_at FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) = 1",
                "WITH days AS (SELECT customer_id, ordered_at::DATE AS day FROM orders GROUP BY ALL) SELECT customer_id, day FROM days QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY day) = 1",
                "SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id QUALIFY row_number() OVER (ORDER BY customer_id) = 1",
                "SELECT customer_id, sum(amount) AS s FROM orders JOIN payments USING (order_id) GROUP BY customer_id QUALIFY row_number() OVER (ORDER BY s) = 1",
                "WITH numbered AS (SELECT customer_id, ordered_at, row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) AS n FROM orders) SELECT customer_id, ordered_at FROM numbered WHERE n = 1",
                "SELECT order_id FROM orders QUALIFY rank() OVER (PARTITION BY customer_id ORDER BY ordered_at) = 1",
            ],
        );
    }
}
