//! Smells of groups: DISTINCT where rows cannot repeat, and sums over rows that a join repeats.

use serde_json::Value;

use super::super::tree::lower;
use super::joins::{conjuncts, joins};
use super::margin::Margin;
use super::node::{is_aggregate, is_empty, items, modifiers, names, output_name, visit};
use super::reading::{Kind, Reading, Select};

/// Finds them in every SELECT.
pub(super) fn find(reading: &Reading<'_>, margin: &mut Margin<'_>) {
    for (place, select) in reading.selects.iter().enumerate() {
        if is_doubly_distinct(select.node) {
            let words = "GROUP BY already gives each group once; the DISTINCT beside it only hides what you grouped by";
            let first = items(select.node).first().unwrap_or(select.node);
            margin.note("sql.smell.distinct-with-group", words, first);
        }
        fanned_out(reading, place, margin);
    }
}

/// DISTINCT where every grouping key is shown, so that no two rows are alike.
fn is_doubly_distinct(select: &Value) -> bool {
    let plain = |m: &Value| m["type"] == "DISTINCT_MODIFIER" && is_empty(&m["distinct_on_targets"]);
    let by_all = select["aggregate_handling"] == "FORCE_AGGREGATES";
    let keys = select["group_expressions"].as_array().map(Vec::as_slice).unwrap_or_default();
    let one_set = select["group_sets"].as_array().is_none_or(|sets| sets.len() <= 1);
    let shown = |key: &Value| {
        let name = output_name(key);
        let same = |item: &&Value| {
            (!name.is_empty()
                && (output_name(item) == name
                    || names(&item["column_names"]).last() == Some(&name)))
                || is_same(item, key)
        };
        position(key).is_some() || items(select).iter().any(|item| same(&item))
    };
    modifiers(select).any(plain)
        && one_set
        && (by_all || (!keys.is_empty() && keys.iter().all(shown)))
}

/// Says whether two expressions are written alike, wherever they stand.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let skip = |key: &str| key.starts_with("query_location") || key == "alias";
            a.iter().all(|(key, value)| {
                skip(key) || b.get(key).is_some_and(|other| is_same(value, other))
            })
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::String(a), Value::String(b)) => a.eq_ignore_ascii_case(b),
        (a, b) => a == b,
    }
}

/// Two tables that each repeat the same key, joined on it: every row of one meets every row of the other,
/// and a sum counts it that often.
///
/// Certain only where both declare another key, nothing else joins or filters the repeating one, and it
/// is no grouping key.
fn fanned_out(reading: &Reading<'_>, place: usize, margin: &mut Margin<'_>) {
    let select = &reading.selects[place];
    let pairs = equated(reading, place);
    let many: Vec<usize> =
        (0..select.sources.len()).filter(|source| repeats(select, *source, &pairs)).collect();
    if many.len() < 2 {
        return;
    }
    visit(select.node, &mut |node| {
        let Some(summed) = summed(reading, place, node) else { return };
        let other = many.iter().copied().find(|other| {
            *other != summed
                && many.contains(&summed)
                && share_a_key(&pairs, summed, *other)
                && is_free(reading, place, *other, &pairs)
        });
        if let Some(other) = other {
            let (a, b) = (&select.sources[summed].name, &select.sources[other].name);
            let words = format!(
                "Each row of `{a}` meets every row of `{b}` with the same key, so this counts it once for each of them; \
                 aggregate each table before joining"
            );
            margin.note("sql.smell.fan-out", words, node);
        }
    });
}

/// A column of a source: its place and its name.
type Key = (usize, String);

/// Groups the columns that the joins set equal. Nothing, when a join's condition is more than that.
fn equated(reading: &Reading<'_>, place: usize) -> Vec<Vec<Key>> {
    let from = joins(&reading.selects[place].node["from_table"]);
    let mut groups: Vec<Vec<Key>> = Vec::new();
    for join in &from {
        for one in
            conjuncts(&join["condition"]).into_iter().filter(|one| one["type"] == "COMPARE_EQUAL")
        {
            let key = |side: &str| {
                let column = Some(&one[side]).filter(|column| column["type"] == "COLUMN_REF")?;
                reading
                    .resolve(place, column)
                    .filter(|(at, ..)| *at == place)
                    .map(|(_, source, name)| (source, name))
            };
            if let Some((a, b)) = key("left").zip(key("right")) {
                unite(&mut groups, a, b);
            }
        }
        for name in names(&join["using_columns"]) {
            let owners = reading.selects[place].sources.iter().enumerate();
            let owners = owners
                .filter(|(_, s)| reading.columns(s).is_some_and(|columns| columns.contains(&name)));
            let owners: Vec<usize> = owners.map(|(source, _)| source).collect();
            owners
                .windows(2)
                .for_each(|two| unite(&mut groups, (two[0], name.clone()), (two[1], name.clone())));
        }
    }
    groups
}

fn unite(groups: &mut Vec<Vec<Key>>, a: Key, b: Key) {
    let mut united = vec![a, b];
    groups.retain(|group| {
        let touches = group.iter().any(|key| united[..2].contains(key));
        if touches {
            united.extend(group.iter().cloned());
        }
        !touches
    });
    united.sort();
    united.dedup();
    groups.push(united);
}

/// Says whether a source is a table joined by one column that its keys allow to repeat.
fn repeats(select: &Select<'_>, source: usize, groups: &[Vec<Key>]) -> bool {
    let Kind::Table(table) = select.sources[source].kind else { return false };
    let mine: Vec<&str> = groups
        .iter()
        .flatten()
        .filter(|(s, _)| *s == source)
        .map(|(_, name)| name.as_str())
        .collect();
    mine.len() == 1
        && !table.keys.is_empty()
        && !table.is_unique_by(&mine)
        && !select.sources[source].is_hidden
}

fn share_a_key(groups: &[Vec<Key>], a: usize, b: usize) -> bool {
    groups.iter().any(|group| [a, b].iter().all(|s| group.iter().any(|(source, _)| source == s)))
}

/// Says whether nothing but its key ties a source down: no filter, no other condition, no grouping key.
fn is_free(reading: &Reading<'_>, place: usize, source: usize, groups: &[Vec<Key>]) -> bool {
    let select = &reading.selects[place];
    let from = joins(&select.node["from_table"]);
    let regular = from.iter().all(|join| join["ref_type"] == "REGULAR");
    let mut clauses = vec![&select.node["where_clause"], &select.node["qualify"]];
    clauses.extend(from.iter().map(|join| &join["condition"]));
    clauses.extend(group_keys(select.node));
    let is_key =
        |name: &String| groups.iter().flatten().any(|key| key.0 == source && key.1 == *name);
    let mut free = regular;
    for clause in clauses {
        visit(clause, &mut |node| {
            if node["type"] == "COLUMN_REF" {
                match reading.resolve(place, node) {
                    Some((at, s, name)) => free &= at != place || s != source || is_key(&name),
                    None => free = false,
                }
            }
            free &= node["type"] != "SUBQUERY";
        });
    }
    free && select.node["aggregate_handling"] != "FORCE_AGGREGATES"
}

/// Gives the grouping keys; a position stands for the item it counts to.
fn group_keys(select: &Value) -> Vec<&Value> {
    let meant = |key| match position(key) {
        Some(place) => items(select).get(place.wrapping_sub(1)).unwrap_or(key),
        None => key,
    };
    select["group_expressions"].as_array().into_iter().flatten().map(meant).collect()
}

/// Gives the number of a grouping key that is one.
pub(super) fn position(key: &Value) -> Option<usize> {
    let text = key["literal"]["text"].as_str().filter(|_| key["literal"]["kind"] == "INTEGER");
    text.and_then(|text| text.parse().ok())
}

/// Gives the one source whose columns a SUM adds up.
fn summed(reading: &Reading<'_>, place: usize, node: &Value) -> Option<usize> {
    let name = lower(&node["function_name"]);
    let adds =
        is_aggregate(node) && matches!(name.as_str(), "sum" | "count") && node["distinct"] != true;
    if !adds {
        return None;
    }
    let (mut sources, mut known) = (Vec::new(), true);
    visit(&node["arguments"], &mut |inner| {
        if inner["type"] == "COLUMN_REF" {
            match reading.resolve(place, inner) {
                Some((at, source, _)) if at == place => sources.push(source),
                _ => known = false,
            }
        }
    });
    sources.dedup();
    <[usize; 1]>::try_from(sources).ok().filter(|_| known).map(|[source]| source)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{assert_clear_of, assert_found};

    #[test]
    fn distinct_over_groups_that_are_shown_is_said() {
        assert_found(
            "distinct-with-group",
            &[
                "SELECT DISTINCT customer_id FROM orders GROUP BY customer_id",
                "SELECT DISTINCT customer_id, count(*) AS n FROM orders GROUP BY 1",
                "SELECT DISTINCT o.customer_id AS buyer, count(*) AS n FROM orders o GROUP BY o.customer_id",
                "SELECT DISTINCT customer_id, sum(order_id) AS s FROM orders GROUP BY ALL",
            ],
        );
    }

    #[test]
    fn distinct_that_does_something_is_let_be() {
        assert_clear_of(
            "distinct-with-group",
            &[
                "SELECT DISTINCT customer_id FROM orders",
                "SELECT DISTINCT customer_id FROM orders GROUP BY customer_id, ordered_at::DATE HAVING count(*) > 2",
                "SELECT DISTINCT count(*) AS n FROM orders GROUP BY customer_id",
                "SELECT count(DISTINCT customer_id) AS n FROM orders GROUP BY status",
                "SELECT DISTINCT ON (customer_id) customer_id, count(*) AS n FROM orders GROUP BY customer_id, status ORDER BY customer_id, n",
                "SELECT DISTINCT status, count(*) AS n FROM orders GROUP BY ROLLUP (status)",
                "SELECT customer_id FROM orders GROUP BY customer_id",
            ],
        );
    }

    #[test]
    fn a_sum_over_two_repeating_tables_is_said() {
        assert_found(
            "fan-out",
            &[
                "SELECT o.order_id, sum(p.amount) AS paid FROM orders o JOIN payments p ON p.order_id = o.order_id JOIN parcels s ON s.order_id = o.order_id GROUP BY o.order_id",
                "SELECT o.order_id, sum(p.amount) AS paid, sum(s.cost) AS shipping FROM orders o LEFT JOIN payments p ON p.order_id = o.order_id LEFT JOIN parcels s ON s.order_id = p.order_id GROUP BY o.order_id",
                "SELECT o.order_id, count(p.payment_id) AS n FROM orders o LEFT JOIN payments p USING (order_id) LEFT JOIN parcels s USING (order_id) GROUP BY o.order_id",
            ],
        );
    }

    #[test]
    fn a_sum_that_no_join_repeats_is_let_be() {
        assert_clear_of(
            "fan-out",
            &[
                "SELECT o.order_id, sum(p.amount) AS paid FROM orders o JOIN payments p ON p.order_id = o.order_id GROUP BY o.order_id",
                "SELECT c.customer_id, sum(p.amount) AS paid FROM customers c JOIN orders o ON o.customer_id = c.customer_id JOIN payments p ON p.order_id = o.order_id GROUP BY c.customer_id",
                "SELECT s.parcel_id, sum(p.amount) AS paid FROM payments p JOIN parcels s ON s.order_id = p.order_id GROUP BY s.parcel_id",
                "SELECT o.order_id, sum(p.amount) AS paid FROM orders o JOIN payments p ON p.order_id = o.order_id JOIN parcels s ON s.order_id = o.order_id WHERE s.position = 1 GROUP BY o.order_id",
                "SELECT o.order_id, count(DISTINCT p.payment_id) AS n FROM orders o JOIN payments p ON p.order_id = o.order_id JOIN parcels s ON s.order_id = o.order_id GROUP BY o.order_id",
                "SELECT o.order_id, max(p.amount) AS most FROM orders o JOIN payments p ON p.order_id = o.order_id JOIN parcels s ON s.order_id = o.order_id GROUP BY o.order_id",
                "WITH paid AS (SELECT order_id, sum(amount) AS paid FROM payments GROUP BY order_id) SELECT o.order_id, sum(s.cost) AS shipping, max(p.paid) AS paid FROM orders o LEFT JOIN paid p ON p.order_id = o.order_id LEFT JOIN parcels s ON s.order_id = o.order_id GROUP BY o.order_id",
                "SELECT a.order_id, sum(b.amount) AS so_far FROM payments a JOIN payments b ON b.order_id = a.order_id AND b.payment_id <= a.payment_id GROUP BY a.order_id, a.payment_id",
            ],
        );
    }
}
