//! A query with its joins laid bare: what compares two tables other than by equal keys is taken out, so
//! that every pair a join looks at comes out of it and can be counted.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::tree::{Tree, lower};

/// Comparisons that are keys of a join and stay.
const KEYS: [&str; 2] = ["COMPARE_EQUAL", "COMPARE_NOT_DISTINCT_FROM"];

/// Gives the query laid bare; none when there is nothing to take out.
pub(super) fn bare(tree: &Tree) -> Option<Tree> {
    let mut json = tree.0.clone();
    lay(&mut json).then_some(Tree(json))
}

/// Lays every query below a node bare, and says whether anything was taken out.
fn lay(node: &mut Value) -> bool {
    let mut changed = false;
    match node {
        Value::Array(items) => items.iter_mut().for_each(|item| changed |= lay(item)),
        Value::Object(_) => {
            changed |= match node["type"].as_str() {
                Some("JOIN") if node["ref_type"] == "REGULAR" => {
                    lay_condition(&mut node["condition"], false)
                }
                Some("SELECT_NODE") => {
                    let opened = open_tests(node);
                    let has_keys = is_keyed(&node["from_table"]);
                    lay_condition(&mut node["where_clause"], has_keys) || opened
                }
                _ => false,
            };
            let fields = node.as_object_mut().into_iter().flatten();
            fields.for_each(|(_, value)| changed |= lay(value));
        }
        _ => {}
    }
    changed
}

/// Takes the conjuncts that compare two tables out of a condition, if keys stay to join by.
fn lay_condition(condition: &mut Value, has_keys: bool) -> bool {
    if condition["type"] != "CONJUNCTION_AND" {
        let drops = has_keys && compares_two(condition);
        if drops {
            *condition = Value::Null;
        }
        return drops;
    }
    let Some(parts) = condition["children"].as_array() else { return false };
    let keyed = has_keys || parts.iter().any(is_key);
    let kept: Vec<Value> = parts.iter().filter(|part| !compares_two(part)).cloned().collect();
    if !keyed || kept.len() == parts.len() {
        return false;
    }
    *condition = all_of(kept);
    true
}

/// Turns a test for rows that compares two tables (`EXISTS` and `NOT EXISTS` in a WHERE) into a join: such
/// a test stops at the first row that it finds, and hides how many it looked at.
fn open_tests(select: &mut Value) -> bool {
    let condition = select["where_clause"].take();
    let parts = match condition["children"].as_array() {
        Some(parts) if condition["type"] == "CONJUNCTION_AND" => parts.clone(),
        _ => vec![condition.clone()],
    };
    let (tests, kept): (Vec<Value>, Vec<Value>) =
        parts.into_iter().partition(|part| tested(part).is_some());
    if tests.is_empty() {
        select["where_clause"] = condition;
        return false;
    }
    for inner in tests.iter().filter_map(tested) {
        let (left, right) = (select["from_table"].take(), inner["from_table"].clone());
        select["from_table"] = join(left, right, inner["where_clause"].clone());
    }
    select["where_clause"] = all_of(kept);
    // The names that are asked for may be those of two tables now; only the rows are counted.
    select["select_list"] = json!([{
        "class": "CONSTANT", "type": "VALUE_CONSTANT", "alias": "",
        "literal": { "kind": "INTEGER", "text": "1" },
    }]);
    select["modifiers"] = json!([]);
    true
}

/// Gives the query within a test for rows, when it has keys and compares further.
fn tested(part: &Value) -> Option<&Value> {
    let test = match part["type"].as_str()? {
        "OPERATOR_NOT" => &part["children"][0],
        _ => part,
    };
    let inner = &test["subquery"]["node"];
    let parts = inner["where_clause"]["children"].as_array()?;
    let is_test = test["subquery_type"] == "EXISTS" && inner["type"] == "SELECT_NODE";
    let compares = parts.iter().any(is_key) && parts.iter().any(compares_two);
    (is_test && compares).then_some(inner)
}

fn join(left: Value, right: Value, condition: Value) -> Value {
    json!({
        "type": "JOIN", "alias": "", "sample": null, "left": left, "right": right,
        "condition": condition, "join_type": "INNER", "ref_type": "REGULAR", "using_columns": [],
        "delim_flipped": false, "duplicate_eliminated_columns": [],
    })
}

fn all_of(parts: Vec<Value>) -> Value {
    match parts.len() {
        0 => Value::Null,
        1 => parts.into_iter().next().unwrap_or(Value::Null),
        _ => {
            json!({ "class": "CONJUNCTION", "type": "CONJUNCTION_AND", "alias": "", "children": parts })
        }
    }
}

/// Says whether a FROM clause joins by keys already, so that a WHERE may lose all it compares.
fn is_keyed(from: &Value) -> bool {
    if from["type"] != "JOIN" {
        return false;
    }
    let condition = &from["condition"];
    let parts = condition["children"].as_array();
    let by_using = from["using_columns"].as_array().is_some_and(|columns| !columns.is_empty());
    by_using || is_key(condition) || parts.is_some_and(|parts| parts.iter().any(is_key))
}

fn is_key(part: &Value) -> bool {
    let equal = part["type"].as_str().is_some_and(|kind| KEYS.contains(&kind));
    equal && tables_of(part).is_some_and(|tables| tables.len() > 1)
}

fn compares_two(part: &Value) -> bool {
    let equal = part["type"].as_str().is_some_and(|kind| KEYS.contains(&kind));
    !equal && tables_of(part).is_some_and(|tables| tables.len() > 1)
}

/// Gives the tables an expression names; none when it holds a query of its own.
fn tables_of(part: &Value) -> Option<BTreeSet<String>> {
    let mut tables = BTreeSet::new();
    collect(part, &mut tables).then_some(tables)
}

fn collect(node: &Value, tables: &mut BTreeSet<String>) -> bool {
    match node {
        Value::Array(items) => items.iter().all(|item| collect(item, tables)),
        Value::Object(fields) => {
            if node["class"] == "SUBQUERY" {
                return false;
            }
            if let Some([table, _, ..]) = node["column_names"].as_array().map(Vec::as_slice) {
                tables.insert(lower(table));
            }
            fields.values().all(|value| collect(value, tables))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::sql::engine::Engine;

    fn laid(sql: &str) -> Option<String> {
        let engine = Engine::empty().expect("DuckDB starts");
        let tree = Tree::parse(&engine, sql).expect("it parses");
        bare(&tree).map(|tree| tree.to_sql(&engine).expect("it is SQL again"))
    }

    #[test]
    fn what_compares_two_tables_goes_and_the_keys_stay() {
        let sql =
            "SELECT 1 FROM o AS a INNER JOIN o AS b ON ((a.x = b.x) AND (a.t > b.t) AND (a.k = 1))";
        let expected = "SELECT 1 FROM (o AS a INNER JOIN o AS b ON (((a.x = b.x) AND (a.k = 1))))";
        assert_eq!(laid(sql).as_deref(), Some(expected));
        let by_where = "SELECT 1 FROM o a JOIN o b USING (x) WHERE a.t BETWEEN b.t AND b.u";
        let bare = laid(by_where).expect("something goes");
        assert!(!bare.contains("BETWEEN") && bare.contains("USING (x)"), "{bare}");
        let in_cte =
            "WITH c AS (SELECT a.x FROM o a, o b WHERE a.x = b.x AND a.t < b.t) SELECT * FROM c";
        let bare = laid(in_cte).expect("something goes");
        assert!(bare.contains("a.x = b.x") && !bare.contains('<'), "{bare}");
    }

    #[test]
    fn a_test_for_rows_becomes_a_join() {
        for not in ["", "NOT "] {
            let sql = format!(
                "SELECT x FROM o a WHERE a.k = 1 AND {not}EXISTS (SELECT 1 FROM o b WHERE a.x = b.x AND a.t > b.t)"
            );
            let bare = laid(&sql).expect("something goes");
            assert!(bare.contains("JOIN") && bare.contains("a.x = b.x"), "{bare}");
            assert!(bare.contains("a.k = 1") && !bare.contains('>'), "{bare}");
        }
    }

    #[test]
    fn nothing_is_laid_bare_without_keys_or_without_a_comparison() {
        for sql in [
            "SELECT 1 FROM o a JOIN o b ON a.x = b.x AND a.y = b.y",
            "SELECT 1 FROM o a JOIN o b ON a.t > b.t AND a.u < b.u",
            "SELECT 1 FROM o a, o b WHERE a.t > b.t",
            "SELECT 1 FROM o a ASOF JOIN o b ON a.x = b.x AND a.t >= b.t",
            "SELECT x, row_number() OVER (ORDER BY t) FROM o WHERE x > 1 AND t < 5",
            "SELECT x FROM o a WHERE EXISTS (SELECT 1 FROM o b WHERE a.x = b.x AND b.k > 1)",
        ] {
            assert_eq!(laid(sql), None, "{sql}");
        }
    }
}
