//! Smells of joins: none said, said in WHERE, never used, or undone.

use serde_json::Value;

use super::super::tree::lower;
use super::margin::Margin;
use super::node::{is_star, names, visit};
use super::reading::{Kind, Reading, Select};

/// Finds them in every SELECT.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for place in 0..reading.selects.len() {
        cross(reading, place, margin);
        undone(reading, place, margin);
        if let Some(join) = unused(reading, place) {
            let words = "You left-join this table and never use it; it can only repeat rows";
            margin.note("sql.smell.unused-join", words, join);
        }
    }
}

/// Tables without a join condition: joined by WHERE after all, or each row with every other.
fn cross(reading: &Reading<'_>, select: usize, margin: &mut Margin<'_>) {
    let node = reading.selects[select].node;
    let conjuncts = conjuncts(&node["where_clause"]);
    for join in joins(&node["from_table"]).into_iter().filter(|join| join["ref_type"] == "CROSS") {
        let (left, right) = (
            sources_under(reading, select, &join["left"]),
            sources_under(reading, select, &join["right"]),
        );
        let sides = (left.as_slice(), right.as_slice());
        if let Some(link) = conjuncts.iter().find(|one| links(reading, select, one, sides)) {
            let words = "The condition that joins these tables hides in WHERE; JOIN … ON keeps joining and filtering apart";
            margin.note("sql.smell.join-in-where", words, link);
        } else if join["is_implicit"] == true
            && has_table(reading, select, &left)
            && has_table(reading, select, &right)
        {
            let words = "A comma between tables pairs every row with every row; if you mean that, write CROSS JOIN, else JOIN … ON";
            margin.note("sql.smell.comma-join", words, &join["right"]);
        }
    }
}

fn has_table(reading: &Reading<'_>, select: usize, sources: &[usize]) -> bool {
    let all = &reading.selects[select].sources;
    sources.iter().any(|source| matches!(all[*source].kind, Kind::Table(_)))
}

/// Says whether a condition equates columns of the two sides of a join, both with many rows.
fn links(
    reading: &Reading<'_>,
    select: usize,
    one: &Value,
    (left, right): (&[usize], &[usize]),
) -> bool {
    if one["type"] != "COMPARE_EQUAL" {
        return false;
    }
    let many = |source: usize| !reading.is_one_row(&reading.selects[select].sources[source]);
    let side = |key: &str| {
        let found = reading.resolve(select, &one[key]).filter(|_| one[key]["type"] == "COLUMN_REF");
        found.filter(|(at, source, _)| *at == select && many(*source)).map(|(_, source, _)| source)
    };
    let Some((a, b)) = side("left").zip(side("right")) else { return false };
    let is_declared = |s: usize| !matches!(reading.selects[select].sources[s].kind, Kind::Other);
    let crosses =
        (left.contains(&a) && right.contains(&b)) || (left.contains(&b) && right.contains(&a));
    crosses && is_declared(a) && is_declared(b)
}

/// An outer join whose missing rows a condition in WHERE throws away.
fn undone(reading: &Reading<'_>, select: usize, margin: &mut Margin<'_>) {
    let here = &reading.selects[select];
    let outer = |source: usize| here.sources[source].is_optional;
    for one in conjuncts(&here.node["where_clause"]) {
        for column in refused_nulls(one) {
            let found = reading.resolve(select, column);
            let Some((at, source, _)) = found else { continue };
            if at == select && outer(source) {
                let name = &here.sources[source].name;
                let words = format!(
                    "This condition drops the rows the outer join kept: where `{name}` has no match it is NULL. \
                     Move it into ON, or write an inner join"
                );
                margin.note("sql.smell.outer-join-undone", words, one);
            }
        }
    }
}

/// Gives the columns whose NULL makes a condition not true.
pub(super) fn refused_nulls(condition: &Value) -> Vec<&Value> {
    let kind = condition["type"].as_str().unwrap_or_default();
    let operands: Vec<&Value> = match kind {
        "COMPARE_EQUAL"
        | "COMPARE_NOTEQUAL"
        | "COMPARE_LESSTHAN"
        | "COMPARE_GREATERTHAN"
        | "COMPARE_LESSTHANOREQUALTO"
        | "COMPARE_GREATERTHANOREQUALTO" => {
            vec![&condition["left"], &condition["right"]]
        }
        "COMPARE_BETWEEN" => vec![&condition["input"]],
        "COMPARE_IN" | "OPERATOR_IS_NOT_NULL" => {
            condition["children"].as_array().into_iter().flatten().take(1).collect()
        }
        _ => Vec::new(),
    };
    operands.into_iter().filter(|operand| operand["type"] == "COLUMN_REF").collect()
}

/// Finds a left-joined table that nothing outside its own condition names.
///
/// Only where every column's table is known and no rows are counted can this be said for certain.
fn unused<'a>(reading: &Reading<'a>, select: usize) -> Option<&'a Value> {
    let node = reading.selects[select].node;
    let lefts = joins(&node["from_table"]).into_iter().filter(|join| {
        join["join_type"] == "LEFT"
            && join["ref_type"] == "REGULAR"
            && join["right"]["type"] == "BASE_TABLE"
    });
    let mut lefts: Vec<&Value> = lefts.collect();
    lefts.retain(|join| is_unused(reading, select, join));
    lefts.first().copied()
}

fn is_unused(reading: &Reading<'_>, select: usize, join: &Value) -> bool {
    let here = &reading.selects[select];
    let Some(target) = here.sources.iter().position(|s| std::ptr::eq(s.node, &join["right"]))
    else {
        return false;
    };
    let (mut certain, mut used) = (true, false);
    for (place, other) in reading.selects.iter().enumerate() {
        if place != select && !is_inside(reading, other, select) {
            continue;
        }
        visit(other.node, &mut |node| {
            if std::ptr::eq(node, &join["condition"]) || is_within(&join["condition"], node) {
                return;
            }
            if is_star(node) || lower(&node["function_name"]) == "count_star" {
                certain = false;
            }
            if node["type"] == "COLUMN_REF" {
                match owner(reading, place, node) {
                    Some((at, source)) => used |= at == select && source == target,
                    None => certain = false,
                }
            }
        });
    }
    certain && !used
}

/// Gives the source a column belongs to: by its table's name, or by the declarations.
fn owner(reading: &Reading<'_>, select: usize, column: &Value) -> Option<(usize, usize)> {
    if let Some((at, source, _)) = reading.resolve(select, column) {
        return Some((at, source));
    }
    let here = &reading.selects[select];
    let [name] = names(&column["column_names"]).try_into().ok()?;
    // A name that the SELECT itself gives belongs to no table.
    let given = super::node::items(here.node).iter().any(|item| lower(&item["alias"]) == name);
    given.then_some((select, usize::MAX))
}

fn is_inside(reading: &Reading<'_>, select: &Select<'_>, outer: usize) -> bool {
    let mut parent = select.parent;
    while let Some(at) = parent {
        if at == outer {
            return true;
        }
        parent = reading.selects[at].parent;
    }
    false
}

fn is_within(around: &Value, node: &Value) -> bool {
    let mut found = false;
    visit(around, &mut |inner| found |= std::ptr::eq(inner, node));
    found
}

/// Gives every join of a FROM.
pub(super) fn joins(from: &Value) -> Vec<&Value> {
    if from["type"] != "JOIN" {
        return Vec::new();
    }
    let mut found = joins(&from["left"]);
    found.push(from);
    found.extend(joins(&from["right"]));
    found
}

/// Gives the conditions that must all hold.
pub(super) fn conjuncts(condition: &Value) -> Vec<&Value> {
    match condition["type"].as_str() {
        None => Vec::new(),
        Some("CONJUNCTION_AND") => {
            condition["children"].as_array().into_iter().flatten().flat_map(conjuncts).collect()
        }
        Some(_) => vec![condition],
    }
}

fn sources_under(reading: &Reading<'_>, select: usize, from: &Value) -> Vec<usize> {
    if from["type"] == "JOIN" {
        let mut found = sources_under(reading, select, &from["left"]);
        found.extend(sources_under(reading, select, &from["right"]));
        return found;
    }
    let sources = &reading.selects[select].sources;
    sources.iter().position(|source| std::ptr::eq(source.node, from)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn a_comma_without_a_condition_is_said() {
        assert_found(
            "comma-join",
            &[
                "SELECT c.customer_id FROM customers c, orders o",
                "SELECT c.customer_id FROM customers c, orders o WHERE o.order_id > c.customer_id",
                "SELECT c.customer_id FROM customers c JOIN orders o ON o.customer_id = c.customer_id, payments p",
            ],
        );
    }

    #[test]
    fn a_comma_that_is_usual_is_let_be() {
        assert_clear_of(
            "comma-join",
            &[
                "SELECT c.customer_id FROM customers c CROSS JOIN orders o",
                "SELECT c.customer_id, u.n FROM customers c, unnest([1, 2]) AS u(n)",
                "WITH p AS (SELECT max(amount) AS most FROM payments) SELECT o.order_id FROM orders o, p WHERE o.order_id < p.most",
                "WITH p AS (SELECT DATE '2024-01-01' AS day) SELECT o.order_id FROM orders o, p",
                "SELECT o.order_id, r.n FROM orders o, range(3) AS r(n)",
                "SELECT o.order_id, l.most FROM orders o, LATERAL (SELECT max(p.amount) AS most FROM payments p WHERE p.order_id = o.order_id) AS l",
                "SELECT o.order_id, v.n FROM orders o, (VALUES (1), (2)) AS v(n)",
            ],
        );
    }

    #[test]
    fn a_join_condition_in_where_is_said() {
        assert_found(
            "join-in-where",
            &[
                "SELECT o.order_id FROM customers c, orders o WHERE o.customer_id = c.customer_id",
                "SELECT order_id FROM customers, orders WHERE orders.customer_id = customers.customer_id AND order_id > 3",
                "SELECT o.order_id FROM customers c CROSS JOIN orders o WHERE c.customer_id = o.customer_id",
                "WITH sums AS (SELECT order_id, sum(amount) AS total FROM payments GROUP BY order_id) SELECT o.order_id, s.total FROM orders o, sums s WHERE s.order_id = o.order_id",
            ],
        );
    }

    #[test]
    fn a_condition_in_where_that_joins_nothing_is_let_be() {
        assert_clear_of(
            "join-in-where",
            &[
                "SELECT o.order_id FROM orders o JOIN customers c ON c.customer_id = o.customer_id WHERE o.order_id = c.customer_id",
                "SELECT o.order_id FROM orders o CROSS JOIN customers c WHERE o.order_id = 3",
                "SELECT o.order_id FROM orders o CROSS JOIN customers c WHERE o.order_id < c.customer_id",
                "WITH p AS (SELECT max(customer_id) AS top FROM customers) SELECT o.order_id FROM orders o, p WHERE o.customer_id = p.top",
                "WITH p AS (SELECT 3 AS id) SELECT o.order_id FROM orders o CROSS JOIN p WHERE o.customer_id = p.id",
                "SELECT o.order_id FROM orders o WHERE EXISTS (SELECT 1 FROM customers c WHERE c.customer_id = o.customer_id)",
                "SELECT o.order_id FROM orders o CROSS JOIN customers c WHERE o.customer_id = c.customer_id OR c.customer_id = 1",
            ],
        );
    }

    #[test]
    fn an_outer_join_undone_by_where_is_said() {
        assert_found(
            "outer-join-undone",
            &[
                "SELECT c.customer_id, o.order_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE o.status = 'paid'",
                "SELECT c.customer_id, o.order_id FROM customers c LEFT JOIN orders o USING (customer_id) WHERE status IN ('paid', 'new')",
                "SELECT c.customer_id, o.order_id FROM customers c LEFT JOIN orders o USING (customer_id) WHERE o.order_id IS NOT NULL",
                "SELECT c.customer_id, o.order_id FROM orders o RIGHT JOIN customers c USING (customer_id) WHERE o.order_id > 3",
                "SELECT c.customer_id, o.order_id FROM orders o FULL JOIN customers c USING (customer_id) WHERE o.ordered_at BETWEEN TIMESTAMP '2024-01-01 00:00' AND TIMESTAMP '2024-01-02 12:00'",
            ],
        );
    }

    #[test]
    fn an_outer_join_that_keeps_its_rows_is_let_be() {
        assert_clear_of(
            "outer-join-undone",
            &[
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE o.order_id IS NULL",
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.status = 'paid' WHERE c.name <> 'x'",
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE coalesce(o.status, '') <> 'paid'",
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE o.status = 'paid' OR o.order_id IS NULL",
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE o.status IS DISTINCT FROM 'paid'",
                "SELECT o.order_id FROM customers c RIGHT JOIN orders o ON o.customer_id = c.customer_id WHERE o.status = 'paid'",
                "SELECT c.customer_id FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id JOIN payments p ON p.payment_id = c.customer_id WHERE p.kind = 'x'",
                "SELECT c.customer_id, count(o.order_id) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id GROUP BY c.customer_id HAVING count(o.order_id) > 1",
            ],
        );
    }

    #[test]
    fn a_joined_table_that_is_never_used_is_said() {
        assert_found(
            "unused-join",
            &[
                "SELECT o.order_id FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT order_id FROM orders LEFT JOIN customers ON customers.customer_id = orders.customer_id",
                "SELECT order_id, status FROM orders LEFT JOIN customers USING (customer_id) WHERE status = 'paid'",
            ],
        );
    }

    #[test]
    fn a_joined_table_that_matters_is_let_be() {
        assert_clear_of(
            "unused-join",
            &[
                "SELECT o.order_id, c.name FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT o.order_id FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id WHERE c.customer_id IS NULL",
                "SELECT c.customer_id, count(*) AS n FROM customers c LEFT JOIN orders o ON o.customer_id = c.customer_id GROUP BY c.customer_id",
                "SELECT * FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT o.order_id, name FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT o.order_id FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id WHERE EXISTS (SELECT 1 FROM payments p WHERE p.kind = c.name)",
                "SELECT o.order_id FROM orders o JOIN customers c ON c.customer_id = o.customer_id",
                "SELECT o.order_id, p.kind FROM orders o LEFT JOIN customers c ON c.customer_id = o.customer_id LEFT JOIN payments p ON p.kind = c.name",
            ],
        );
    }
}
