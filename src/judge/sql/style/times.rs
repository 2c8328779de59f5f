//! The smell of a BETWEEN that ends on a day although its column carries a time.

use serde_json::Value;

use super::super::tree::lower;
use super::margin::{Margin, span};
use super::node::visit;
use super::reading::Reading;

/// Finds BETWEEN on timestamps whose upper bound is a date.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for (place, select) in reading.selects.iter().enumerate() {
        visit(select.node, &mut |node| {
            if node["type"] == "COMPARE_BETWEEN"
                && is_day(&node["upper"])
                && let Some(origin) = reading.origin(place, &node["input"])
                && origin.column.kind.starts_with("TIMESTAMP")
            {
                let column = &origin.column.name;
                let words = format!(
                    "`{column}` carries a time and the upper bound is that day's midnight, so the rest of the day is \
                     lost; write >= the first day AND < the day after the last"
                );
                // The parser's place begins at the word BETWEEN.
                let whole = span(&node["input"], reading.answer).zip(span(node, reading.answer));
                let at = whole.map(|(input, between)| (input.0.min(between.0), between.1));
                margin.note_at("sql.smell.between-dates", words, at);
            }
        });
    }
}

/// Says whether an expression is a written day without a time.
fn is_day(expression: &Value) -> bool {
    if expression["type"] == "OPERATOR_CAST" {
        let to = lower(&expression["type_expr"]["type_name"]);
        return matches!(to.as_str(), "date" | "timestamp") && is_day(&expression["child"]);
    }
    let text = expression["literal"]["text"]
        .as_str()
        .filter(|_| expression["literal"]["kind"] == "STRING");
    text.is_some_and(|text| {
        let digits: Vec<&str> = text.trim().split('-').collect();
        digits.len() == 3
            && digits
                .iter()
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_between_that_ends_at_midnight_is_said() {
        assert_found(
            "between-dates",
            &[
                "SELECT order_id FROM orders WHERE ordered_at BETWEEN '2024-01-01' AND '2024-01-31'",
                "SELECT order_id FROM orders WHERE ordered_at BETWEEN DATE '2024-01-01' AND DATE '2024-01-31'",
                "SELECT o.order_id FROM orders AS o WHERE o.ordered_at BETWEEN TIMESTAMP '2024-01-01' AND TIMESTAMP '2024-01-31'",
                "WITH paid AS (SELECT * FROM orders WHERE status = 'paid') SELECT order_id FROM paid WHERE ordered_at BETWEEN '2024-01-01' AND '2024-01-31'::DATE",
            ],
        );
    }

    #[test]
    fn a_between_that_keeps_its_last_day_is_let_be() {
        assert_clear_of(
            "between-dates",
            &[
                "SELECT order_id FROM orders WHERE ordered_at::DATE BETWEEN '2024-01-01' AND '2024-01-31'",
                "SELECT customer_id FROM customers WHERE born_on BETWEEN '2024-01-01' AND '2024-01-31'",
                "SELECT order_id FROM orders WHERE ordered_at BETWEEN '2024-01-01' AND '2024-01-31 23:59:59.999'",
                "SELECT order_id FROM orders WHERE ordered_at >= '2024-01-01' AND ordered_at < '2024-02-01'",
                "SELECT order_id FROM orders WHERE date_trunc('day', ordered_at) BETWEEN '2024-01-01' AND '2024-01-31'",
                "SELECT order_id FROM orders WHERE order_id BETWEEN 1 AND 3",
                "SELECT o.order_id FROM orders o JOIN payments p ON o.ordered_at BETWEEN p.paid_at AND p.paid_at + INTERVAL 1 DAY",
                "WITH days AS (SELECT order_id, ordered_at::DATE AS ordered_at FROM orders) SELECT order_id FROM days WHERE ordered_at BETWEEN '2024-01-01' AND '2024-01-31'",
            ],
        );
    }
}
