//! What smells wrong in a query that may still be right: each a small, certain reading of its tree.

use serde_json::Value;

use super::tree::{Facts, Tree, lower};
use crate::interview::verdict::Evidence;

/// Finds the correctness smells of a query, each once and quoted where it stands.
pub(super) fn find(tree: &Tree, facts: &Facts, answer: &str) -> Vec<Evidence> {
    let mut nose = Nose { facts, answer, found: Vec::new() };
    for node in tree.statements() {
        nose.walk(node, false);
    }
    nose.found
}

struct Nose<'a> {
    facts: &'a Facts,
    answer: &'a str,
    found: Vec<Evidence>,
}

impl Nose<'_> {
    /// Visits a node; `tested` says that only the existence of its rows is asked for.
    fn walk(&mut self, node: &Value, tested: bool) {
        match node {
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, tested)),
            Value::Object(fields) => {
                self.smell(node, tested);
                let kind = node["subquery_type"].as_str().unwrap_or_default();
                let inner = kind.contains("EXISTS");
                let is_query = node["type"] == "SELECT_NODE";
                let tested = if is_query { false } else { tested };
                fields.values().for_each(|value| self.walk(value, tested || inner));
            }
            _ => {}
        }
    }

    fn smell(&mut self, node: &Value, tested: bool) {
        if self.is_comma_join(node) {
            self.note("sql.smell.comma-join", "tables joined by a comma; write JOIN … ON", node);
        }
        if is_compared_with_null(node) {
            self.note(
                "sql.smell.equals-null",
                "a comparison with NULL is never true; write IS NULL",
                node,
            );
        }
        if !tested && has_limit_without_order(node) {
            self.note(
                "sql.smell.limit-without-order",
                "LIMIT without ORDER BY keeps whichever rows come first",
                node,
            );
        }
        if has_distinct_and_group(node) {
            self.note(
                "sql.smell.distinct-with-group",
                "SELECT DISTINCT beside GROUP BY hides why rows repeat",
                node,
            );
        }
        if let Some(join) = unused_left_join(node) {
            self.note("sql.smell.unused-join", "a left-joined table is never used", join);
        }
    }

    fn note(&mut self, rule: &str, words: &str, node: &Value) {
        if self.found.iter().any(|found| found.rule == rule) {
            return;
        }
        let at = |key: &str| node[key].as_u64().and_then(|at| usize::try_from(at).ok());
        let from = at("query_location").filter(|from| *from < self.answer.len());
        let length = at("query_location_length").filter(|length| *length > 0);
        self.found.push(match from.zip(length) {
            Some((from, length)) => {
                let to = from.saturating_add(length).min(self.answer.len());
                Evidence::quoting(rule, false, words, self.answer, (from, to))
            }
            None => Evidence::plain(rule, false, words),
        });
    }

    /// A comma between two tables of the question; beside a list or a one-row expression it is usual.
    fn is_comma_join(&self, node: &Value) -> bool {
        node["type"] == "JOIN"
            && node["is_implicit"] == true
            && self.ends_in_table(&node["left"])
            && self.ends_in_table(&node["right"])
    }

    fn ends_in_table(&self, from: &Value) -> bool {
        match from["type"].as_str() {
            Some("BASE_TABLE") => self.facts.tables.contains(&lower(&from["table_name"])),
            Some("JOIN") => self.ends_in_table(&from["right"]) || self.ends_in_table(&from["left"]),
            _ => false,
        }
    }
}

fn is_compared_with_null(node: &Value) -> bool {
    let compared = matches!(node["type"].as_str(), Some("COMPARE_EQUAL" | "COMPARE_NOTEQUAL"));
    let is_null = |side: &str| node[side]["literal"]["kind"] == "NULL_LITERAL";
    compared && (is_null("left") || is_null("right"))
}

fn has_modifier(node: &Value, kind: &str) -> bool {
    node["modifiers"].as_array().is_some_and(|list| list.iter().any(|m| m["type"] == kind))
}

fn has_limit_without_order(node: &Value) -> bool {
    has_modifier(node, "LIMIT_MODIFIER") && !has_modifier(node, "ORDER_MODIFIER")
}

fn has_distinct_and_group(node: &Value) -> bool {
    let plain = |modifier: &Value| {
        modifier["type"] == "DISTINCT_MODIFIER"
            && modifier["distinct_on_targets"].as_array().is_none_or(Vec::is_empty)
    };
    let distinct = node["modifiers"].as_array().is_some_and(|list| list.iter().any(plain));
    distinct && node["group_expressions"].as_array().is_some_and(|groups| !groups.is_empty())
}

/// Finds a left-joined table that no column outside its own condition names.
///
/// Only where every column names its table and no rows are counted can this be said for certain.
fn unused_left_join(node: &Value) -> Option<&Value> {
    let mut joins = Vec::new();
    left_joins(&node["from_table"], &mut joins);
    joins.into_iter().find(|join| {
        let name = match join["right"]["alias"].as_str() {
            Some(alias) if !alias.is_empty() => alias.to_lowercase(),
            _ => lower(&join["right"]["table_name"]),
        };
        let mut use_of =
            UseOf { name: &name, condition: &join["condition"], certain: true, used: false };
        use_of.look(node);
        use_of.certain && !use_of.used
    })
}

fn left_joins<'a>(from: &'a Value, joins: &mut Vec<&'a Value>) {
    if from["type"] != "JOIN" {
        return;
    }
    let plain = from["right"]["type"] == "BASE_TABLE" && from["condition"].is_object();
    if from["join_type"] == "LEFT" && plain {
        joins.push(from);
    }
    left_joins(&from["left"], joins);
    left_joins(&from["right"], joins);
}

/// A search for a table's name among the columns of a query.
struct UseOf<'a> {
    name: &'a str,
    condition: &'a Value,
    certain: bool,
    used: bool,
}

impl UseOf<'_> {
    fn look(&mut self, node: &Value) {
        if std::ptr::eq(node, self.condition) {
            return;
        }
        match node {
            Value::Array(items) => items.iter().for_each(|item| self.look(item)),
            Value::Object(fields) => {
                self.judge(node);
                fields.values().for_each(|value| self.look(value));
            }
            _ => {}
        }
    }

    fn judge(&mut self, node: &Value) {
        match node["type"].as_str() {
            Some("STAR") => self.certain = false,
            Some("COLUMN_REF") => match node["column_names"].as_array().map(Vec::as_slice) {
                Some([table, _, ..]) => self.used |= lower(table) == self.name,
                _ => self.certain = false,
            },
            _ if lower(&node["function_name"]) == "count_star" => self.certain = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::judge::sql::engine::Engine;
    use crate::judge::sql::tree::Tree;

    fn smells(sql: &str) -> Vec<String> {
        let engine = Engine::empty().expect("DuckDB starts");
        let tree = Tree::parse(&engine, sql).expect("the parser answers");
        find(&tree, &tree.facts(), sql).into_iter().map(|smell| smell.rule).collect()
    }

    #[test]
    fn each_smell_is_found() {
        for (sql, rule) in [
            ("SELECT * FROM a, b WHERE a.x = b.x", "comma-join"),
            ("SELECT * FROM a WHERE x = NULL", "equals-null"),
            ("SELECT * FROM a WHERE x <> NULL", "equals-null"),
            ("SELECT x FROM a LIMIT 3", "limit-without-order"),
            (
                "WITH c AS (SELECT x FROM a LIMIT 3) SELECT * FROM c ORDER BY x",
                "limit-without-order",
            ),
            ("SELECT DISTINCT x FROM a GROUP BY x", "distinct-with-group"),
            ("SELECT a.x FROM a LEFT JOIN b ON b.x = a.x", "unused-join"),
        ] {
            assert_eq!(smells(sql), [format!("sql.smell.{rule}")], "{sql}");
        }
    }

    #[test]
    fn what_only_looks_like_a_smell_is_let_be() {
        for sql in [
            "SELECT * FROM a CROSS JOIN b",
            "SELECT * FROM a, unnest(a.list) AS u(x)",
            "WITH p AS (SELECT max(x) AS x FROM b) SELECT * FROM a, p WHERE a.x < p.x",
            "SELECT * FROM a WHERE x IS NULL",
            "SELECT x FROM a ORDER BY x LIMIT 3",
            "SELECT x FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.x = a.x LIMIT 1)",
            "SELECT DISTINCT ON (x) x, y FROM a ORDER BY x, y",
            "SELECT count(DISTINCT x) FROM a GROUP BY y",
            "SELECT a.x, b.y FROM a LEFT JOIN b ON b.x = a.x",
            "SELECT a.x FROM a LEFT JOIN b ON b.x = a.x WHERE b.x IS NULL",
            "SELECT a.x, count(*) FROM a LEFT JOIN b ON b.x = a.x GROUP BY a.x",
            "SELECT x, y FROM a LEFT JOIN b ON b.z = a.z",
        ] {
            assert_eq!(smells(sql), [""; 0], "{sql}");
        }
    }
}
