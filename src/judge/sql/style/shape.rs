//! Remarks about how a query is put: what a reader stumbles over although it is right.

use serde_json::Value;

use super::grouping::position;
use super::joins::joins;
use super::margin::Margin;
use super::node::{has_aggregate, is_empty, is_star, items, modifiers, visit};
use super::reading::{Kind, Place, Reading, Source};
use super::words::{Word, closing, words};

/// Finds them.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for select in &reading.selects {
        if select.place == Place::Final {
            stars(select.node, margin);
        }
        for source in &select.sources {
            subquery(reading, source, margin);
        }
        for join in joins(&select.node["from_table"])
            .into_iter()
            .filter(|join| join["join_type"] == "RIGHT")
        {
            let words = "A RIGHT JOIN is read backwards; start from the table that keeps its rows and LEFT JOIN the other";
            margin.note("sql.read.right-join", words, &join["right"]);
        }
        mixed_groups(select.node, margin);
        visit(select.node, &mut |node| nested_case(node, margin));
    }
    let words = words(reading.answer);
    bracketed_distinct(&words, margin);
    unions(reading, &words, margin);
}

fn stars(select: &Value, margin: &mut Margin<'_>) {
    for star in items(select).iter().filter(|item| is_star(item) && item["columns"] != true) {
        let words = "The final SELECT says *; name the columns, so that the result does not change with a table";
        margin.note("sql.read.select-star", words, star);
    }
}

/// A query in FROM that does more than one thing and could have a name.
fn subquery(reading: &Reading<'_>, source: &Source<'_>, margin: &mut Margin<'_>) {
    let Kind::Query(query) = source.kind else { return };
    if is_long(query) && !leans_outside(reading, query) {
        let words = "This subquery in FROM is a step of its own; as a CTE with a name it reads from top to bottom";
        margin.note("sql.read.subquery-in-from", words, source.node);
    }
}

fn is_long(query: &Value) -> bool {
    let from = &query["from_table"];
    let has = |present: bool| usize::from(present);
    let mut windows = false;
    visit(query, &mut |node| windows |= node["class"] == "WINDOW");
    let steps = has(!query["where_clause"].is_null())
        + has(!is_empty(&query["group_expressions"]) || items(query).iter().any(has_aggregate))
        + has(from["type"] == "JOIN")
        + has(from["type"] == "SUBQUERY")
        + has(windows)
        + has(modifiers(query).any(|m| m["type"] != "DISTINCT_MODIFIER"));
    query["type"] == "SET_OPERATION_NODE" || steps >= 2
}

/// Says whether a query uses columns of what stands beside it, as LATERAL allows.
fn leans_outside(reading: &Reading<'_>, query: &Value) -> bool {
    let Some(select) = reading.at(query) else { return false };
    let mut leans = false;
    visit(query, &mut |node| {
        if node["type"] == "COLUMN_REF" {
            leans |= reading.resolve(select, node).is_some_and(|(at, ..)| at != select);
        }
    });
    leans
}

fn mixed_groups(select: &Value, margin: &mut Margin<'_>) {
    let keys = select["group_expressions"].as_array().map(Vec::as_slice).unwrap_or_default();
    let (numbers, named): (Vec<&Value>, Vec<&Value>) =
        keys.iter().partition(|key| position(key).is_some());
    if let (Some(number), false) = (numbers.first(), named.is_empty()) {
        let words = "GROUP BY mixes positions and names; keep to one of them, best the names";
        margin.note("sql.read.group-by-mixed", words, number);
    }
}

fn nested_case(node: &Value, margin: &mut Margin<'_>) {
    if node["type"] != "CASE_EXPR" {
        return;
    }
    let checks = node["case_checks"].as_array().into_iter().flatten();
    let parts = checks.flat_map(|check| [&check["when_expr"], &check["then_expr"]]);
    if let Some(inner) = parts.chain([&node["else_expr"]]).find(|part| is_choice(part)) {
        let words = "A CASE inside a CASE is hard to follow; one CASE with all its WHENs, or a step before, says the same";
        margin.note("sql.read.nested-case", words, inner);
    }
}

/// A CASE with two ways out. With one it is a guard, which is easy to read wherever it stands.
fn is_choice(part: &Value) -> bool {
    let checks = part["case_checks"].as_array().map_or(0, Vec::len);
    let says_else =
        !(part["else_expr"].is_null() || part["else_expr"]["literal"]["kind"] == "NULL_LITERAL");
    part["type"] == "CASE_EXPR" && (checks > 1 || says_else)
}

/// DISTINCT is no function, though `DISTINCT (x)` looks like one.
fn bracketed_distinct(words: &[Word<'_>], margin: &mut Margin<'_>) {
    for (place, word) in words.iter().enumerate().filter(|(_, word)| word.is("distinct")) {
        let opens = words.get(place + 1).is_some_and(|next| next.text == "(");
        let Some(close) = closing(words, place + 1).filter(|_| opens) else { continue };
        let inside = &words[place + 2..close];
        let is_name =
            !inside.is_empty() && inside.iter().all(|part| part.is_name() || part.text == ".");
        let goes_on = words.get(close + 1).is_some_and(|next| {
            !(matches!(next.text, "," | ")" | ";")
                || next.is("from")
                || next.is("as")
                || next.is("order"))
        });
        if is_name && !goes_on {
            let remark = "DISTINCT is no function: it is for the whole row, and the brackets only look as if it were for one column";
            margin.note_at(
                "sql.read.distinct-brackets",
                remark,
                Some((word.from, words[close].to)),
            );
        }
    }
}

/// UNION without ALL or DISTINCT. In a recursion it stops cycles.
fn unions(reading: &Reading<'_>, words: &[Word<'_>], margin: &mut Margin<'_>) {
    if reading.ctes.iter().any(|cte| cte.query["type"] == "RECURSIVE_CTE_NODE") {
        return;
    }
    let says_how = |next: &Word<'_>| next.is("all") || next.is("distinct");
    for (place, word) in words.iter().enumerate().filter(|(_, word)| word.is("union")) {
        let opens = words.get(place + 1).is_some_and(|next| {
            next.is("select")
                || next.is("from")
                || next.is("by")
                || next.text == "("
                || next.is("values")
        });
        if opens && !words.get(place + 1).is_some_and(says_how) {
            let remark = "A bare UNION also removes repeated rows; write UNION ALL, or UNION DISTINCT where you mean that";
            margin.note_at("sql.read.bare-union", remark, Some((word.from, word.to)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_star_in_the_final_select_is_said() {
        assert_found(
            "select-star",
            &[
                "SELECT * FROM orders",
                "WITH paid AS (SELECT order_id FROM orders) SELECT * FROM paid",
                "SELECT o.*, 1 AS one FROM orders o",
                "FROM orders",
            ],
        );
    }

    #[test]
    fn a_star_elsewhere_is_let_be() {
        assert_clear_of(
            "select-star",
            &[
                "WITH paid AS (SELECT * FROM orders) SELECT order_id FROM paid",
                "SELECT count(*) AS n FROM orders",
                "SELECT order_id FROM orders WHERE EXISTS (SELECT * FROM payments)",
                "SELECT s.order_id FROM (SELECT * FROM orders) AS s",
                "SELECT 2 * order_id AS twice FROM orders",
                "SELECT order_id FROM orders WHERE order_id IN (SELECT * FROM (VALUES (1)))",
            ],
        );
    }

    #[test]
    fn a_step_hidden_in_from_is_said() {
        assert_found(
            "subquery-in-from",
            &[
                "SELECT s.customer_id FROM (SELECT customer_id, count(*) AS n FROM orders WHERE status = 'paid' GROUP BY customer_id) AS s",
                "SELECT s.order_id FROM (SELECT o.order_id FROM orders o JOIN payments p ON p.order_id = o.order_id WHERE p.amount > 1) AS s",
                "SELECT s.order_id FROM (SELECT order_id FROM orders UNION ALL SELECT order_id FROM payments) AS s",
            ],
        );
    }

    #[test]
    fn a_small_subquery_or_a_lateral_one_is_let_be() {
        assert_clear_of(
            "subquery-in-from",
            &[
                "SELECT s.customer_id FROM (SELECT DISTINCT customer_id FROM orders) AS s",
                "SELECT v.n FROM (VALUES (1), (2)) AS v(n)",
                "SELECT o.order_id, l.most FROM orders o, LATERAL (SELECT max(p.amount) AS most FROM payments p WHERE p.order_id = o.order_id) AS l",
                "WITH paid AS (SELECT customer_id, count(*) AS n FROM orders WHERE status = 'paid' GROUP BY customer_id) SELECT customer_id FROM paid",
                "SELECT s.order_id FROM (SELECT order_id FROM orders WHERE status = 'paid') AS s",
                "SELECT order_id FROM orders WHERE order_id IN (SELECT order_id FROM payments WHERE amount > 1 GROUP BY order_id)",
            ],
        );
    }

    #[test]
    fn the_smaller_stumbles_are_said() {
        assert_found(
            "right-join",
            &[
                "SELECT c.name, o.order_id FROM orders o RIGHT JOIN customers c ON c.customer_id = o.customer_id",
            ],
        );
        assert_found(
            "group-by-mixed",
            &["SELECT customer_id, status, count(*) AS n FROM orders GROUP BY 1, status"],
        );
        assert_found(
            "nested-case",
            &[
                "SELECT CASE WHEN amount > 1 THEN CASE WHEN kind = 'x' THEN 1 ELSE 2 END ELSE 3 END AS n FROM payments",
            ],
        );
        assert_found(
            "distinct-brackets",
            &[
                "SELECT DISTINCT(customer_id) FROM orders",
                "SELECT DISTINCT (o.customer_id), o.status FROM orders o",
                "SELECT count(DISTINCT (customer_id)) AS n FROM orders",
            ],
        );
        assert_found(
            "bare-union",
            &["SELECT order_id FROM orders UNION SELECT order_id FROM payments"],
        );
    }

    #[test]
    fn what_is_said_on_purpose_is_let_be() {
        let rules =
            ["right-join", "group-by-mixed", "nested-case", "distinct-brackets", "bare-union"];
        for rule in rules {
            assert_clear_of(
                rule,
                &[
                    "SELECT c.name, o.order_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id",
                    "SELECT customer_id, status, count(*) AS n FROM orders GROUP BY 1, 2",
                    "SELECT customer_id, status, count(*) AS n FROM orders GROUP BY customer_id, status",
                    "SELECT sum(CASE WHEN kind = 'x' THEN 1 ELSE 0 END) / sum(CASE WHEN kind = 'y' THEN 1 END) AS n FROM payments",
                    "SELECT CASE kind WHEN 'x' THEN CASE WHEN amount > 1 THEN 1 END ELSE 3 END AS n FROM payments",
                    "SELECT CASE WHEN amount > 1 THEN 1 WHEN amount > 0 THEN 2 ELSE 3 END AS n FROM payments",
                    "SELECT DISTINCT ON (customer_id) customer_id, order_id FROM orders ORDER BY customer_id, order_id",
                    "SELECT DISTINCT (order_id + 1) * 2 AS n FROM orders",
                    "SELECT count(DISTINCT customer_id) AS n FROM orders",
                    "SELECT order_id FROM orders UNION ALL SELECT order_id FROM payments",
                    "SELECT order_id FROM orders UNION DISTINCT SELECT order_id FROM payments",
                    "WITH RECURSIVE counted AS (SELECT 1 AS n UNION SELECT n + 1 FROM counted WHERE n < 3) SELECT n FROM counted",
                    "SELECT 'a union of two' AS words -- UNION\n FROM orders",
                ],
            );
        }
    }
}
