//! A query as a reviewer reads it: its SELECTs, what each reads from, and which names each can see.

use std::collections::HashMap;

use serde_json::Value;

use super::super::tree::lower;
use super::node::is_query;
use super::schema::{Schema, Table};

/// Every SELECT and every common table expression of an answer.
pub(super) struct Reading<'a> {
    pub answer: &'a str,
    pub schema: &'a Schema,
    pub selects: Vec<Select<'a>>,
    pub ctes: Vec<Cte<'a>>,
    /// Each SELECT by the address of its node.
    by_node: HashMap<usize, usize>,
}

/// One SELECT.
pub(super) struct Select<'a> {
    pub node: &'a Value,
    pub place: Place,
    /// The SELECT around it, whose columns it may use.
    pub parent: Option<usize>,
    /// It is a later branch of a UNION or its like, so that its columns are named elsewhere.
    pub is_branch: bool,
    pub sources: Vec<Source<'a>>,
}

/// Where a SELECT stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Its rows are the answer.
    Final,
    Cte(usize),
    /// A subquery in FROM.
    From,
    /// Only whether it has rows, or whether a value is among them, is asked.
    Test,
    /// A single value.
    Value,
}

/// One common table expression.
pub(super) struct Cte<'a> {
    pub name: String,
    pub query: &'a Value,
    pub aliases: &'a Value,
    pub is_read: bool,
}

/// Something a SELECT reads from.
pub(super) struct Source<'a> {
    /// What its columns are called by, in lower case.
    pub name: String,
    pub has_alias: bool,
    pub kind: Kind<'a>,
    pub node: &'a Value,
    /// An outer join may fill its columns with NULL.
    pub is_optional: bool,
    /// The other side of a SEMI or ANTI join, whose columns nobody sees.
    pub is_hidden: bool,
}

/// What a source is.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Table(&'a Table),
    Cte(usize),
    Query(&'a Value),
    /// A function, a list of values, a pivot, or a table nobody declared.
    Other,
}

/// A column of a table of the question, and the SELECTs it came through, each with its name there.
pub(super) struct Origin<'a> {
    pub column: &'a super::schema::Column,
    pub is_optional: bool,
    pub path: Vec<(usize, String)>,
}

/// Reads statements.
pub(super) fn read<'a>(
    statements: &[&'a Value],
    answer: &'a str,
    schema: &'a Schema,
) -> Reading<'a> {
    let mut reading =
        Reading { answer, schema, selects: Vec::new(), ctes: Vec::new(), by_node: HashMap::new() };
    for statement in statements {
        reading.query(
            statement,
            &Around { place: Place::Final, parent: None, is_branch: false, seen: Vec::new() },
        );
    }
    reading
}

/// What surrounds a query.
#[derive(Clone)]
struct Around {
    place: Place,
    parent: Option<usize>,
    is_branch: bool,
    /// The common table expressions that can be seen.
    seen: Vec<usize>,
}

impl<'a> Reading<'a> {
    fn query(&mut self, node: &'a Value, around: &Around) {
        let around = Around { seen: self.ctes_of(node, around), ..around.clone() };
        let branch = Around { is_branch: true, ..around.clone() };
        match node["type"].as_str() {
            Some("SELECT_NODE") => self.select(node, &around),
            Some("SET_OPERATION_NODE") => {
                for (place, child) in node["children"].as_array().into_iter().flatten().enumerate()
                {
                    self.query(child, if place == 0 { &around } else { &branch });
                }
            }
            Some("RECURSIVE_CTE_NODE") => {
                // The first part cannot see what it begins.
                let itself = lower(&node["cte_name"]);
                let seen = around.seen.iter().copied().filter(|cte| self.ctes[*cte].name != itself);
                let first = Around { seen: seen.collect(), ..around.clone() };
                self.query(&node["left"], &first);
                self.query(&node["right"], &branch);
            }
            _ => {}
        }
    }

    fn ctes_of(&mut self, node: &'a Value, around: &Around) -> Vec<usize> {
        let mut seen = around.seen.clone();
        for entry in node["cte_map"]["map"].as_array().into_iter().flatten() {
            let query = match &entry["value"]["query_node"] {
                Value::Null => &entry["value"]["query"]["node"],
                query => query,
            };
            let cte = self.ctes.len();
            let (name, aliases) = (lower(&entry["key"]), &entry["value"]["aliases"]);
            self.ctes.push(Cte { name, query, aliases, is_read: false });
            let mut inner = seen.clone();
            if query["type"] == "RECURSIVE_CTE_NODE" {
                inner.push(cte);
            }
            self.query(
                query,
                &Around {
                    place: Place::Cte(cte),
                    parent: around.parent,
                    is_branch: false,
                    seen: inner,
                },
            );
            seen.push(cte);
        }
        seen
    }

    fn select(&mut self, node: &'a Value, around: &Around) {
        let select = self.selects.len();
        self.by_node.insert(address(node), select);
        let mut sources = Vec::new();
        self.sources_of(&node["from_table"], around, false, &mut sources);
        let &Around { place, parent, is_branch, .. } = around;
        self.selects.push(Select { node, place, parent, is_branch, sources });
        let inside = Around { parent: Some(select), is_branch: false, ..around.clone() };
        let mut queries = Vec::new();
        inner_queries(node, true, &mut queries);
        for (query, place) in queries {
            self.query(query, &Around { place, ..inside.clone() });
        }
    }

    fn sources_of(
        &mut self,
        from: &'a Value,
        around: &Around,
        optional: bool,
        sources: &mut Vec<Source<'a>>,
    ) {
        if from["type"] == "JOIN" {
            let kind = from["join_type"].as_str().unwrap_or_default();
            let (left, right) = (
                matches!(kind, "RIGHT" | "OUTER" | "FULL"),
                matches!(kind, "LEFT" | "OUTER" | "FULL"),
            );
            self.sources_of(&from["left"], around, optional || left, sources);
            let first = sources.len();
            self.sources_of(&from["right"], around, optional || right, sources);
            let hides = matches!(kind, "SEMI" | "ANTI");
            sources[first..].iter_mut().for_each(|source| source.is_hidden |= hides);
            return;
        }
        if matches!(from["type"].as_str(), None | Some("EMPTY")) {
            return;
        }
        let alias = lower(&from["alias"]);
        let has_alias = !alias.is_empty();
        let name = if has_alias { alias } else { lower(&from["table_name"]) };
        let kind = self.kind_of(from, around);
        sources.push(Source {
            name,
            has_alias,
            kind,
            node: from,
            is_optional: optional,
            is_hidden: false,
        });
    }

    fn kind_of(&mut self, from: &'a Value, around: &Around) -> Kind<'a> {
        match from["type"].as_str() {
            Some("SUBQUERY") => Kind::Query(&from["subquery"]["node"]),
            Some("BASE_TABLE") => {
                let table = lower(&from["table_name"]);
                let seen = around.seen.iter().rev();
                if let Some(cte) = seen.copied().find(|cte| self.ctes[*cte].name == table) {
                    self.ctes[cte].is_read = true;
                    return Kind::Cte(cte);
                }
                self.schema.table(&table).map_or(Kind::Other, Kind::Table)
            }
            _ => Kind::Other,
        }
    }

    /// Gives the SELECT that a node is.
    pub fn at(&self, node: &Value) -> Option<usize> {
        self.by_node.get(&address(node)).copied()
    }
}

fn address(node: &Value) -> usize {
    std::ptr::from_ref(node) as usize
}

/// Collects the queries directly inside a SELECT, each with its place.
fn inner_queries<'a>(node: &'a Value, is_top: bool, found: &mut Vec<(&'a Value, Place)>) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| inner_queries(item, false, found)),
        Value::Object(fields) if is_top || !is_query(node) => {
            let query = &node["subquery"]["node"];
            if is_query(query) {
                found.push((query, place_of(node)));
            }
            for (key, value) in fields {
                if key != "cte_map" && key != "subquery" {
                    inner_queries(value, false, found);
                }
            }
        }
        _ => {}
    }
}

fn place_of(subquery: &Value) -> Place {
    match subquery["subquery_type"].as_str() {
        None => Place::From,
        Some("SCALAR") => Place::Value,
        Some(_) => Place::Test,
    }
}
