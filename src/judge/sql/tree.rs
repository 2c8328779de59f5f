//! What a query is made of, by DuckDB's own parser: its tables, functions and samples.

use std::collections::BTreeSet;

use serde_json::Value;

use super::engine::{Engine, Trouble};

/// DuckDB writes whole trees, so only their depth can keep one from being read.
const TOO_DEEP: &str = "It is nested too deeply: more than about 30 calls inside each other, or 45 terms in one sum. Write it flatter, a long list with IN or VALUES.";

/// A parsed text: one tree per statement, as `json_serialize_sql` writes them.
pub(super) struct Tree(pub Value);

/// What a walk over a statement met. Names are in lower case.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Names read with FROM that are no common table expression in their place.
    pub tables: BTreeSet<String>,
    /// Databases, and schemas other than the default, that are named.
    pub schemas: BTreeSet<String>,
    /// Scalar, aggregate and window functions.
    pub functions: BTreeSet<String>,
    /// Columns without a table before them, which may be words such as `current_date`.
    pub words: BTreeSet<String>,
    /// Functions read with FROM.
    pub table_functions: BTreeSet<String>,
    pub samples: bool,
    /// What no query of rows has in it.
    pub foreign: Option<Foreign>,
}

/// Things that pass for a part of a SELECT and are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// INSERT, UPDATE, DELETE or MERGE as a common table expression.
    Change,
    /// DESCRIBE, SUMMARIZE or SHOW.
    Show,
    /// A place for a value that is given later.
    Parameter,
}

impl Tree {
    /// Parses a text with DuckDB's parser.
    ///
    /// # Errors
    /// The parser's own words, or that it is no SELECT at all.
    pub fn parse(engine: &Engine, sql: &str) -> Result<Tree, Trouble> {
        let json = engine.text_of("SELECT json_serialize_sql(?)::VARCHAR", sql)?;
        serde_json::from_str(&json).map(Tree).map_err(|_| Trouble {
            fault: crate::interview::verdict::Fault::Error,
            words: TOO_DEEP.to_owned(),
            millis: 0,
        })
    }

    /// Gives the parser's complaint: its kind and its words.
    pub fn complaint(&self) -> Option<(&str, &str)> {
        let failed = self.0["error"].as_bool().unwrap_or(true);
        let words = |key: &str| self.0[key].as_str().unwrap_or_default();
        failed.then(|| (words("error_type"), words("error_message")))
    }

    /// Gives the top node of each statement.
    pub fn statements(&self) -> Vec<&Value> {
        let list = self.0["statements"].as_array();
        list.map(|list| list.iter().map(|statement| &statement["node"]).collect())
            .unwrap_or_default()
    }

    /// Walks all statements.
    pub fn facts(&self) -> Facts {
        let mut facts = Facts::default();
        for node in self.statements() {
            walk(node, &Vec::new(), &mut facts);
        }
        facts
    }

    /// Writes the tree as SQL again.
    pub fn to_sql(&self, engine: &Engine) -> Result<String, Trouble> {
        engine.text_of("SELECT json_deserialize_sql(?::JSON)", &self.0.to_string())
    }
}

/// Visits a node with the common table expressions that can be seen from it.
fn walk(node: &Value, seen: &[String], facts: &mut Facts) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| walk(item, seen, facts)),
        Value::Object(fields) => {
            let seen = with_ctes(node, seen, facts);
            meet(node, &seen, facts);
            for (key, value) in fields {
                if key != "cte_map" {
                    walk(value, &seen, facts);
                }
            }
        }
        _ => {}
    }
}

/// Walks a node's common table expressions, each seeing those before it, and gives all that can be seen.
fn with_ctes(node: &Value, seen: &[String], facts: &mut Facts) -> Vec<String> {
    let mut seen = seen.to_vec();
    for entry in node["cte_map"]["map"].as_array().into_iter().flatten() {
        let name = lower(&entry["key"]);
        let query = match &entry["value"]["query_node"] {
            Value::Null => &entry["value"]["query"],
            query => query,
        };
        if query["type"] == "RECURSIVE_CTE_NODE" {
            let mut inner = seen.clone();
            inner.push(name.clone());
            walk(query, &inner, facts);
        } else {
            walk(query, &seen, facts);
        }
        seen.push(name);
    }
    seen
}

fn meet(node: &Value, seen: &[String], facts: &mut Facts) {
    if !node["sample"].is_null() {
        facts.samples = true;
    }
    facts.foreign = facts.foreign.or(foreign(node));
    match node["type"].as_str() {
        Some("BASE_TABLE") => meet_table(node, seen, facts),
        Some("TABLE_FUNCTION") => {
            facts.table_functions.insert(lower(&node["function"]["function_name"]));
        }
        Some("COLUMN_REF") => {
            if let Some([name]) = node["column_names"].as_array().map(Vec::as_slice) {
                facts.words.insert(lower(name));
            }
        }
        _ => meet_function(node, facts),
    }
}

fn foreign(node: &Value) -> Option<Foreign> {
    match node["type"].as_str()? {
        "SHOW_REF" => Some(Foreign::Show),
        "VALUE_PARAMETER" => Some(Foreign::Parameter),
        kind if kind.ends_with("_QUERY_NODE") => Some(Foreign::Change),
        _ => None,
    }
}

fn meet_function(node: &Value, facts: &mut Facts) {
    if !node["function_name"].is_string() {
        return;
    }
    let name = lower(&node["function_name"]);
    let single = node["arguments"].as_array().is_some_and(|arguments| arguments.len() == 1);
    if name == "age" && single {
        facts.functions.insert("age with one argument".to_owned());
    }
    facts.functions.insert(name);
}

fn meet_table(node: &Value, seen: &[String], facts: &mut Facts) {
    let (schema, name) = (lower(&node["schema_name"]), lower(&node["table_name"]));
    let catalog = lower(&node["catalog_name"]);
    if !catalog.is_empty() {
        facts.schemas.insert(catalog);
    } else if !matches!(schema.as_str(), "" | "main") {
        facts.schemas.insert(schema);
    } else if schema.is_empty() && seen.contains(&name) {
        // It reads an expression of the query itself, not a table.
    } else {
        facts.tables.insert(name);
    }
}

pub(super) fn lower(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Facts, Tree};
    use crate::judge::sql::engine::Engine;

    fn facts(sql: &str) -> Facts {
        let engine = Engine::empty().expect("DuckDB starts");
        Tree::parse(&engine, sql).expect("the parser answers").facts()
    }

    fn tables(sql: &str) -> Vec<String> {
        facts(sql).tables.into_iter().collect()
    }

    #[test]
    fn a_common_table_expression_is_no_table_where_it_can_be_seen() {
        assert_eq!(tables("WITH a AS (SELECT * FROM t) SELECT * FROM a"), ["t"]);
        assert_eq!(tables("WITH t AS (SELECT 1) SELECT * FROM t"), [""; 0]);
        assert_eq!(
            tables("WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a, b"),
            ["b"]
        );
        assert_eq!(tables("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a), a"), ["a"]);
    }

    #[test]
    fn an_expression_that_shadows_a_table_may_read_it_once() {
        assert_eq!(tables("WITH t AS (SELECT * FROM t WHERE x > 0) SELECT * FROM t"), ["t"]);
    }

    #[test]
    fn a_recursive_expression_sees_itself() {
        let sql = "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r";
        assert_eq!(tables(sql), [""; 0]);
    }

    #[test]
    fn tables_are_found_wherever_a_query_can_stand() {
        let sql = "SELECT (SELECT max(x) FROM a), EXISTS (SELECT 1 FROM b) FROM c
            WHERE x IN (SELECT x FROM d) UNION ALL SELECT 1, true FROM main.e ORDER BY (SELECT 1 FROM f)";
        assert_eq!(tables(sql), ["a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn functions_words_and_samples_are_met() {
        let facts =
            facts("SELECT Random(), current_date, sum(x) OVER () FROM range(3), t USING SAMPLE 5");
        assert!(facts.functions.contains("random") && facts.words.contains("current_date"));
        assert!(facts.table_functions.contains("range") && facts.samples);
        assert!(super::super::rules::check(&facts, &[], &[]).is_err());
    }

    #[test]
    fn a_table_of_another_database_is_named_by_it() {
        let facts = facts("SELECT * FROM memory.main.orders");
        assert!(facts.schemas.contains("memory") && facts.tables.is_empty());
    }
}
