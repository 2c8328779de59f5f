//! Remarks about doing too much: steps that change nothing, windows where a group will do, depth.

use serde_json::Value;

use super::super::tree::lower;
use super::grouping::is_same;
use super::joins::conjuncts;
use super::margin::{Margin, span};
use super::names::definition;
use super::node::{is_empty, is_star, items, modifiers, names, output_name, visit};
use super::reading::{Kind, Place, Reading};
use super::words::words;

/// How many steps a query takes and how deep its FROM goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::judge::sql) struct Size {
    pub selects: usize,
    pub depth: usize,
}

impl Size {
    /// Measures a query.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let depth = (0..reading.selects.len()).map(|place| depth(reading, place)).max();
        Self { selects: reading.selects.len(), depth: depth.unwrap_or_default() }
    }
}

/// Finds them. `usual` is the size of the largest right answer known.
pub(super) fn find(reading: &Reading<'_>, usual: Option<Size>, margin: &mut Margin<'_>) {
    let words = words(reading.answer);
    for (place, select) in reading.selects.iter().enumerate() {
        if let (Place::Cte(cte), true) = (select.place, renames_only(reading, place)) {
            let name = &reading.ctes[cte].name;
            let remark = format!(
                "`{name}` only passes on another step under a new name; read that step where you need it"
            );
            margin.note_at("sql.read.renaming-cte", remark, definition(&words, name));
        }
        if let Some(window) = window_for_group(select.node) {
            let remark = "DISTINCT over a window computes the sum for every row and throws the repeats away; GROUP BY says it at once";
            margin.note("sql.read.window-for-group", remark, window);
        }
        visit(select.node, &mut |node| {
            if node["type"] == "WINDOW_ROW_NUMBER" && is_always_one(reading, place, node) {
                let remark = "This partition holds a unique key, so the row number is always 1";
                margin.note("sql.read.row-number-over-key", remark, node);
            }
        });
    }
    against(reading, usual, margin);
}

/// Compares the size with that of a right answer.
fn against(reading: &Reading<'_>, usual: Option<Size>, margin: &mut Margin<'_>) {
    let size = Size::of(reading);
    let known = usual.unwrap_or(Size { selects: usize::MAX / 4, depth: 1 });
    if size.depth >= 3 && size.depth > known.depth {
        let deepest = (0..reading.selects.len())
            .max_by_key(|place| (depth(reading, *place), usize::MAX - place));
        let at = deepest
            .and_then(|place| items(reading.selects[place].node).first())
            .and_then(|item| span(item, reading.answer));
        let words = format!(
            "FROM is nested {} queries deep; one step after the other, each with a name, reads better",
            size.depth
        );
        margin.note_at("sql.read.nesting", words, at);
    }
    if size.selects > 2 * known.selects && size.selects >= known.selects + 4 {
        let words = format!(
            "Your answer takes {} SELECTs; {} are enough. Look for steps that can be one",
            size.selects, known.selects
        );
        margin.note_at("sql.read.many-steps", words, None);
    }
}

/// Counts the subqueries in FROM around a SELECT.
fn depth(reading: &Reading<'_>, place: usize) -> usize {
    let select = &reading.selects[place];
    match (select.place, select.parent) {
        (Place::From, Some(parent)) => 1 + depth(reading, parent),
        _ => 0,
    }
}

/// A CTE that reads one other CTE and does nothing with it but name its columns.
fn renames_only(reading: &Reading<'_>, place: usize) -> bool {
    let select = &reading.selects[place];
    let [source] = select.sources.as_slice() else { return false };
    let node = select.node;
    let Place::Cte(cte) = select.place else { return false };
    let idle = ["where_clause", "group_expressions", "having", "qualify", "sample"]
        .iter()
        .all(|key| is_empty(&node[*key]));
    let is_whole = std::ptr::eq(reading.ctes[cte].query, node);
    let plain = |item: &Value| match is_star(item) {
        true => is_empty(&item["replace_list"]) && is_empty(&item["expr"]),
        false => item["type"] == "COLUMN_REF",
    };
    let grouped = node["aggregate_handling"] == "FORCE_AGGREGATES";
    matches!(source.kind, Kind::Cte(_))
        && is_whole
        && idle
        && !grouped
        && modifiers(node).next().is_none()
        && items(node).iter().all(plain)
}

/// SELECT DISTINCT k, sum(x) OVER (PARTITION BY k): every column is a key of each window or such a window.
fn window_for_group(select: &Value) -> Option<&Value> {
    let plain = |m: &Value| m["type"] == "DISTINCT_MODIFIER" && is_empty(&m["distinct_on_targets"]);
    let (windows, keys): (Vec<&Value>, Vec<&Value>) =
        items(select).iter().partition(|item| item["class"] == "WINDOW");
    let partition = |window: &Value| window["partitions"].as_array().cloned().unwrap_or_default();
    let sums = |window: &&Value| {
        let parts = partition(window);
        let covered = keys.iter().all(|key| parts.iter().any(|part| is_same(part, key)));
        window["type"] == "WINDOW_AGGREGATE"
            && is_empty(&window["orders"])
            && parts.len() == keys.len()
            && covered
    };
    let bare = keys.iter().all(|key| key["type"] == "COLUMN_REF");
    let right = modifiers(select).any(plain)
        && is_empty(&select["group_expressions"])
        && !keys.is_empty()
        && bare;
    (right && windows.iter().all(sums)).then(|| windows.first().copied()).flatten()
}

/// A row number within a key of the only table read.
fn is_always_one(reading: &Reading<'_>, place: usize, window: &Value) -> bool {
    let select = &reading.selects[place];
    let [source] = select.sources.as_slice() else { return false };
    let Kind::Table(table) = source.kind else { return false };
    let parts = window["partitions"].as_array().map(Vec::as_slice).unwrap_or_default();
    let parts: Vec<String> =
        parts.iter().filter(|part| part["type"] == "COLUMN_REF").map(output_name).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let makes_rows =
        items(select.node).iter().any(|item| lower(&item["function_name"]) == "unnest");
    table.is_unique_by(&parts)
        && !makes_rows
        && names(&source.node["column_name_alias"]).is_empty()
        && !is_cut(select.node, window)
}

/// A filter by something else than 1 is a mistake of another kind.
fn is_cut(select: &Value, window: &Value) -> bool {
    conjuncts(&select["qualify"]).into_iter().any(|one| {
        let other = one["right"]["literal"]["text"].as_str().is_some_and(|text| text != "1");
        other && one["left"]["query_location"] == window["query_location"]
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found, remarks_beside};

    #[test]
    fn a_cte_that_only_renames_is_said() {
        assert_found(
            "renaming-cte",
            &[
                "WITH paid AS (SELECT order_id FROM orders WHERE status = 'paid'), chosen AS (SELECT * FROM paid) SELECT order_id FROM chosen",
                "WITH paid AS (SELECT order_id FROM orders WHERE status = 'paid'), chosen AS (SELECT order_id AS id FROM paid) SELECT id FROM chosen",
            ],
        );
    }

    #[test]
    fn a_cte_that_does_something_is_let_be() {
        assert_clear_of(
            "renaming-cte",
            &[
                "WITH paid AS (SELECT order_id FROM orders) SELECT order_id FROM paid",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT order_id FROM paid WHERE order_id > 3) SELECT order_id FROM late",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT DISTINCT order_id FROM paid) SELECT order_id FROM late",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT order_id + 1 AS next FROM paid) SELECT next FROM late",
                "WITH paid AS (SELECT order_id FROM orders), late AS (SELECT order_id FROM paid ORDER BY order_id LIMIT 3) SELECT order_id FROM late",
                "WITH orders AS (SELECT * FROM orders) SELECT order_id FROM orders",
                "WITH paid AS (SELECT order_id FROM orders), all_of AS (SELECT order_id FROM paid UNION ALL SELECT order_id FROM payments) SELECT order_id FROM all_of",
            ],
        );
    }

    #[test]
    fn a_window_that_should_be_a_group_is_said() {
        assert_found(
            "window-for-group",
            &[
                "SELECT DISTINCT order_id, sum(amount) OVER (PARTITION BY order_id) AS total FROM payments",
                "SELECT DISTINCT order_id, sum(amount) OVER w AS total, count(*) OVER w AS n FROM payments WINDOW w AS (PARTITION BY order_id)",
            ],
        );
    }

    #[test]
    fn a_window_that_must_be_one_is_let_be() {
        assert_clear_of(
            "window-for-group",
            &[
                "SELECT order_id, sum(amount) OVER (PARTITION BY order_id) AS total FROM payments",
                "SELECT DISTINCT order_id, sum(amount) OVER (PARTITION BY order_id ORDER BY payment_id) AS total FROM payments",
                "SELECT DISTINCT order_id, kind, sum(amount) OVER (PARTITION BY order_id) AS total FROM payments",
                "SELECT DISTINCT order_id, rank() OVER (PARTITION BY order_id) AS r FROM payments",
                "SELECT DISTINCT order_id, sum(amount) OVER () AS total FROM payments",
                "SELECT order_id, sum(amount) AS total FROM payments GROUP BY order_id",
            ],
        );
    }

    #[test]
    fn a_row_number_within_a_key_is_said() {
        assert_found(
            "row-number-over-key",
            &[
                "SELECT order_id FROM orders QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY ordered_at) = 1",
            ],
        );
        assert_clear_of(
            "row-number-over-key",
            &[
                "SELECT order_id FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at, order_id) = 1",
                "SELECT o.order_id FROM orders o JOIN payments p ON p.order_id = o.order_id QUALIFY row_number() OVER (PARTITION BY o.order_id ORDER BY p.payment_id) = 1",
                "SELECT order_id FROM payments QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY payment_id) = 1",
                "SELECT order_id FROM orders QUALIFY row_number() OVER (ORDER BY order_id) = 1",
                "SELECT order_id FROM orders QUALIFY rank() OVER (PARTITION BY customer_id ORDER BY order_id) = 1",
                "WITH lines AS (SELECT order_id FROM payments) SELECT order_id FROM lines QUALIFY row_number() OVER (PARTITION BY order_id ORDER BY order_id) = 1",
            ],
        );
    }

    #[test]
    fn depth_and_steps_are_counted_against_a_right_answer() {
        let deep = "SELECT a.n FROM (SELECT b.n FROM (SELECT c.n FROM (SELECT order_id AS n FROM orders) AS c) AS b) AS a";
        let told = remarks_beside(deep, "SELECT order_id AS n FROM orders");
        assert!(told.iter().any(|words| words.contains("nested 3 queries deep")), "{told:?}");
        assert!(!remarks_beside(deep, deep).iter().any(|words| words.contains("deep")));

        let long = "WITH a1 AS (SELECT 1 AS n FROM orders), a2 AS (SELECT n + 1 AS n FROM a1), a3 AS (SELECT n + 1 AS n FROM a2), a4 AS (SELECT n + 1 AS n FROM a3), a5 AS (SELECT n + 1 AS n FROM a4) SELECT n FROM a5";
        let told = remarks_beside(long, "SELECT 1 AS n FROM orders");
        assert!(
            told.iter().any(|words| words.contains("takes 6 SELECTs; 1 are enough")),
            "{told:?}"
        );
        assert!(!remarks_beside(long, long).iter().any(|words| words.contains("SELECTs")));
    }
}
