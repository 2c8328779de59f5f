//! What a query's steps did, read from DuckDB's profile: how many rows each handled, in words.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::interview::scale::Step;

/// The steps of one run.
#[derive(Debug, Default)]
pub(super) struct Profile {
    pub steps: Vec<Step>,
    /// A join looks up its pairs by equal keys and throws away those that fail its other conditions,
    /// and the profile counts only what is left.
    pub hides_pairs: bool,
    /// The joins, those below before those above.
    joins: Vec<Step>,
    /// The tables that a result kept for later was made of, by its number in the plan.
    kept: BTreeMap<String, BTreeSet<String>>,
}

/// Steps that pass rows on as they are, or stand for the run itself.
const SILENT: [&str; 7] = [
    "RESULT_COLLECTOR",
    "EXPLAIN_ANALYZE",
    "PROJECTION",
    "CTE",
    "CTE_SCAN",
    "RECURSIVE_CTE_SCAN",
    "FILTER",
];
/// Joins that hold every row of one side against every row of the other.
const NESTED: [&str; 4] =
    ["CROSS_PRODUCT", "NESTED_LOOP_JOIN", "BLOCKWISE_NL_JOIN", "POSITIONAL_SCAN"];

impl Profile {
    /// Reads a profile; none when it has another form than expected.
    pub fn read(json: &str) -> Option<Profile> {
        let profile: Value = serde_json::from_str(json).ok()?;
        let mut found = Profile::default();
        for node in profile["operator"].as_array()? {
            found.visit(node)?;
        }
        found.steps.sort_by_key(|step| std::cmp::Reverse(step.rows));
        Some(found)
    }

    /// Gives the rows that all steps together handle.
    pub fn handled(&self) -> u64 {
        self.steps.iter().fold(0, |sum, step| sum.saturating_add(step.rows))
    }

    /// Gives the join that makes the most rows: the lowest of those about as large, for the others
    /// only pass its rows on.
    pub fn largest_join(&self) -> Option<&Step> {
        let most = self.most_joined();
        self.joins.iter().find(|join| join.rows >= most / 2)
    }

    /// Gives the most rows that any join makes.
    pub fn most_joined(&self) -> u64 {
        self.joins.iter().map(|join| join.rows).max().unwrap_or(0)
    }

    /// Takes in a node and those below it, and gives the tables they read and the rows that come out.
    fn visit(&mut self, node: &Value) -> Option<(BTreeSet<String>, u64)> {
        let kind = node["type"].as_str()?;
        let out = node["intermediate_rows"].as_u64()?;
        let mut tables = self.tables(node);
        let mut below = Vec::new();
        for child in node["children"].as_array().into_iter().flatten() {
            let (tables, rows) = self.visit(child)?;
            // The first child of a kept result makes it, the second reads it.
            if let Some(number) = node["extra_info"]["Table Index"].as_str() {
                self.kept.entry(number.to_owned()).or_insert_with(|| tables.clone());
            }
            below.push((tables, rows));
        }
        let sides: Vec<&BTreeSet<String>> = below.iter().map(|(tables, _)| tables).collect();
        let name = name(kind, &tables, &sides);
        let rows_in: Vec<u64> = below.iter().map(|(_, rows)| *rows).collect();
        self.note(kind, name, node, out, &rows_in);
        tables.extend(below.into_iter().flat_map(|(tables, _)| tables));
        Some((tables, out))
    }

    /// Gives the bare name of the table that a scan reads, or those behind a kept result.
    fn tables(&self, node: &Value) -> BTreeSet<String> {
        let extra = &node["extra_info"];
        let full = extra["Table"].as_str().and_then(|full| full.rsplit('.').next());
        let kept = extra["CTE Index"].as_str().and_then(|number| self.kept.get(number));
        full.map(str::to_owned).into_iter().chain(kept.into_iter().flatten().cloned()).collect()
    }

    fn note(&mut self, kind: &str, name: String, node: &Value, out: u64, rows_in: &[u64]) {
        if SILENT.contains(&kind) {
            return;
        }
        let nested = NESTED.contains(&kind);
        let came = match nested {
            true => rows_in.iter().fold(1, |all: u64, rows| all.saturating_mul(*rows)),
            false => rows_in.iter().sum(),
        };
        let scanned = node["rows_scanned"].as_u64().unwrap_or(0);
        let rows = out.max(came).max(scanned);
        let step = Step { name, rows, pairs: nested };
        if kind.contains("JOIN") || nested {
            self.joins.push(step.clone());
        }
        if rows > 0 {
            self.steps.push(step);
        }
        self.hides_pairs |= kind == "HASH_JOIN" && has_further_conditions(node);
    }
}

/// Names a step as one says it.
fn name(kind: &str, own: &BTreeSet<String>, sides: &[&BTreeSet<String>]) -> String {
    match kind {
        "TABLE_SCAN" | "SEQ_SCAN" => {
            let of = own.iter().next().map_or(String::new(), |table| format!(" of {table}"));
            format!("scan{of}")
        }
        "CROSS_PRODUCT" => joined("cross join", sides),
        kind if kind.contains("JOIN") => joined("join", sides),
        kind if kind.contains("WINDOW") => "window".to_owned(),
        kind if kind.contains("GROUP_BY") || kind.contains("AGGREGATE") => "grouping".to_owned(),
        "ORDER_BY" | "TOP_N" => "sort".to_owned(),
        other => other.to_lowercase().replace('_', " "),
    }
}

fn joined(join: &str, sides: &[&BTreeSet<String>]) -> String {
    let all: BTreeSet<&str> =
        sides.iter().flat_map(|side| side.iter().map(String::as_str)).collect();
    let all: Vec<&str> = all.into_iter().collect();
    match all[..] {
        [one] if sides.iter().filter(|side| side.contains(one)).count() > 1 => {
            format!("self-{join} of {one}")
        }
        [one, other] => format!("{join} of {one} and {other}"),
        _ => join.to_owned(),
    }
}

/// Says whether a join has conditions beyond equal keys.
fn has_further_conditions(node: &Value) -> bool {
    let is_key = |condition: &str| {
        let equal = condition.contains(" = ") || condition.contains(" IS NOT DISTINCT FROM ");
        equal && ![" AND ", " OR ", "BETWEEN"].iter().any(|word| condition.contains(word))
    };
    match &node["extra_info"]["Conditions"] {
        Value::String(one) => !is_key(one),
        Value::Array(all) => all.iter().filter_map(Value::as_str).any(|one| !is_key(one)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn scan(table: &str, rows: u64) -> Value {
        json!({ "type": "TABLE_SCAN", "intermediate_rows": rows, "rows_scanned": rows,
            "extra_info": { "Table": format!("set_1.main.{table}") }, "children": [] })
    }

    fn over(kind: &str, rows: u64, conditions: &[&str], children: Vec<Value>) -> Value {
        json!({ "type": kind, "intermediate_rows": rows,
            "extra_info": { "Conditions": conditions }, "children": children })
    }

    fn read(top: Value) -> Profile {
        Profile::read(&json!({ "operator": [top] }).to_string()).expect("it has the usual form")
    }

    #[test]
    fn a_nested_loop_is_counted_in_pairs_and_a_self_join_is_named() {
        let top = over("NESTED_LOOP_JOIN", 12, &[], vec![scan("orders", 100), scan("orders", 90)]);
        let profile = read(top);
        let worst = Step { name: "self-join of orders".into(), rows: 9_000, pairs: true };
        assert_eq!(profile.steps[0], worst);
        assert_eq!(profile.handled(), 9_190);
    }

    #[test]
    fn a_grouping_handles_what_comes_in_and_a_projection_nothing() {
        let scan = scan("sales", 1_000);
        let top = over("PROJECTION", 7, &[], vec![over("HASH_GROUP_BY", 7, &[], vec![scan])]);
        let names: Vec<(String, u64)> =
            read(top).steps.into_iter().map(|step| (step.name, step.rows)).collect();
        assert_eq!(names, [("scan of sales".to_owned(), 1_000), ("grouping".to_owned(), 1_000)]);
    }

    #[test]
    fn a_hash_join_with_more_than_equal_keys_hides_its_pairs() {
        let two = || vec![scan("orders", 10), scan("payments", 20)];
        let plain = read(over("HASH_JOIN", 20, &["order_id = order_id"], two()));
        assert!(!plain.hides_pairs);
        assert_eq!(plain.steps[0].name, "join of orders and payments");
        assert!(read(over("HASH_JOIN", 1, &["a = a", "t > t"], two())).hides_pairs);
        assert!(read(over("HASH_JOIN", 1, &["a = a", "(x BETWEEN 1 AND 2)"], two())).hides_pairs);
    }

    #[test]
    fn another_form_is_no_profile() {
        assert!(Profile::read("{}").is_none());
        assert!(Profile::read("no json").is_none());
        assert!(Profile::read("{\"operator\": [{\"kind\": 1}]}").is_none());
    }
}
