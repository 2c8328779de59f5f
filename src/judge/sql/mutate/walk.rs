//! The walk over a tree: every node once, with where it stands and what is around it.

use serde_json::Value;

use super::Edit;
use super::node::{is, list, text};
use super::scope::{Output, Scope, Seen, relation};
use crate::judge::sql::catalog::Catalog;

/// What a node is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Query,
    Where,
    Having,
    Qualify,
    On,
    Filter,
    When,
    Item,
    GroupKey,
    Partition,
    WindowKey,
    RowKey,
    Limit,
    Frame,
    Argument,
    Other,
}

impl Role {
    /// Says whether the node decides about rows.
    pub fn decides(self) -> bool {
        use Role::{Filter, Having, On, Qualify, When, Where};
        matches!(self, Where | Having | Qualify | On | Filter | When)
    }
}

/// One node and its surroundings.
pub struct Spot<'t> {
    pub node: &'t Value,
    /// The JSON pointer of the node.
    pub path: &'t str,
    pub role: Role,
    /// The node this one is a direct part of: lists are passed over.
    pub parent: &'t Value,
    /// The SELECT it belongs to, its pointer and its sources.
    pub select: &'t Value,
    pub select_path: &'t str,
    pub scope: &'t Scope<'t>,
    /// The expressions that can be seen, with their output names.
    pub ctes: &'t Seen,
    pub sql: &'t str,
    /// The first byte of the nearest node that says where it stands.
    pub at: usize,
    /// Whether the node is the outermost query, whose order is the result's.
    pub is_outermost: bool,
    /// The name of the expression whose query this SELECT is; empty for any other.
    pub home: &'t str,
    /// The whole text.
    pub root: &'t Value,
}

impl Spot<'_> {
    /// Makes an edit that puts `value` in the place of this node.
    pub fn replace(&self, operator: &'static str, label: impl Into<String>, value: Value) -> Edit {
        self.edit(operator, label, vec![(self.path.to_owned(), value)])
    }

    /// Makes an edit that puts `value` under `key` of this node.
    pub fn set(
        &self,
        operator: &'static str,
        label: impl Into<String>,
        key: &str,
        value: Value,
    ) -> Edit {
        self.edit(operator, label, vec![(format!("{}/{key}", self.path), value)])
    }

    /// Makes an edit of several places.
    pub fn edit(
        &self,
        operator: &'static str,
        label: impl Into<String>,
        changes: Vec<(String, Value)>,
    ) -> Edit {
        let select = self.select_path.to_owned();
        Edit { operator, label: label.into(), changes, at: self.at, select, excuse: None }
    }

    /// Gives the words of a node as the reference has them, short enough for a label.
    pub fn words(&self, node: &Value) -> String {
        words(node, self.sql)
    }
}

impl Edit {
    /// Excuses the edit when there is a reason.
    pub fn excused(mut self, excuse: Option<String>) -> Self {
        self.excuse = self.excuse.or(excuse);
        self
    }
}

/// Writes a node in a few words, from the text itself where it can be found there.
pub fn words(node: &Value, sql: &str) -> String {
    const LONGEST: usize = 48;
    if let Some(names) = super::node::column(node) {
        return names.join(".");
    }
    if let Some(literal) = node["literal"]["text"].as_str() {
        return match text(&node["literal"], "kind") {
            "STRING" => format!("'{literal}'"),
            _ => literal.to_owned(),
        };
    }
    let span = place(node).and_then(|(from, length)| sql.get(from..from.checked_add(length)?));
    let plain = span.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.chars().count() {
        0 if node["function_name"].is_string() => format!("{}(…)", text(node, "function_name")),
        0 => "an expression".to_owned(),
        few if few <= LONGEST => plain,
        _ => plain.chars().take(LONGEST).chain(['…']).collect(),
    }
}

fn place(node: &Value) -> Option<(usize, usize)> {
    let number = |key: &str| node[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let from = number("query_location").filter(|at| *at < usize::MAX / 2)?;
    Some((from, number("query_location_length").unwrap_or(0)))
}

/// Visits every node of a parsed text.
pub fn walk(tree: &Value, catalog: &Catalog, sql: &str, visit: &mut dyn FnMut(&Spot<'_>)) {
    let node = &tree["statements"][0]["node"];
    let mut walker = Walker { catalog, sql, visit, root: tree };
    let surroundings = Surroundings {
        parent: &Value::Null,
        select: node,
        select_path: "/statements/0/node".to_owned(),
        scope: Scope::default(),
        ctes: Vec::new(),
        at: 0,
        is_outermost: true,
        home: String::new(),
    };
    walker.node(node, "/statements/0/node", Role::Query, &surroundings);
}

struct Walker<'c, 'v> {
    catalog: &'c Catalog,
    sql: &'c str,
    root: &'c Value,
    visit: &'v mut dyn FnMut(&Spot<'_>),
}

#[derive(Clone)]
struct Surroundings<'t> {
    parent: &'t Value,
    select: &'t Value,
    select_path: String,
    scope: Scope<'t>,
    ctes: Seen,
    at: usize,
    is_outermost: bool,
    home: String,
}

impl<'c> Walker<'c, '_> {
    fn node<'t>(&mut self, node: &'t Value, path: &str, role: Role, around: &Surroundings<'t>)
    where
        'c: 't,
    {
        match node {
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.node(item, &format!("{path}/{i}"), role, around);
                }
            }
            Value::Object(_) => self.object(node, path, role, around),
            _ => {}
        }
    }

    fn object<'t>(&mut self, node: &'t Value, path: &str, role: Role, around: &Surroundings<'t>)
    where
        'c: 't,
    {
        let mut here = around.clone();
        here.at = place(node)
            .or_else(|| place(&node["select_list"][0]))
            .map_or(around.at, |(from, _)| from);
        here.is_outermost = around.is_outermost && path.ends_with("statements/0/node");
        if node["cte_map"].is_object() {
            self.expressions(node, path, &mut here);
        }
        if is(node, "SELECT_NODE") {
            here.scope = Scope::of(&node["from_table"], &here.ctes, self.catalog);
            here.select = node;
            path.clone_into(&mut here.select_path);
        }
        (self.visit)(&Spot {
            node,
            path,
            role,
            parent: around.parent,
            select: here.select,
            select_path: &here.select_path,
            scope: &here.scope,
            ctes: &here.ctes,
            sql: self.sql,
            at: here.at,
            is_outermost: here.is_outermost,
            home: &here.home,
            root: self.root,
        });
        here.parent = node;
        here.is_outermost = false;
        if !is(node, "SELECT_NODE") && !node["class"].is_string() {
            here.home.clear();
        }
        let fields = node.as_object().into_iter().flatten();
        for (key, value) in fields.filter(|(key, _)| key.as_str() != "cte_map") {
            let role = role_of(node, key, role);
            self.node(value, &format!("{path}/{key}"), role, &here);
        }
    }

    /// Visits the common table expressions, each seeing those before it.
    fn expressions<'t>(&mut self, node: &'t Value, path: &str, here: &mut Surroundings<'t>)
    where
        'c: 't,
    {
        for (i, entry) in list(&node["cte_map"]["map"]).iter().enumerate() {
            let key = if entry["value"]["query_node"].is_null() { "query" } else { "query_node" };
            let query = &entry["value"][key];
            let named = list(&entry["value"]["aliases"]);
            let mut seen = relation(query, &here.ctes, self.catalog);
            for (place, name) in named.iter().filter_map(Value::as_str).enumerate() {
                match seen.columns.get_mut(place) {
                    Some(column) => name.clone_into(&mut column.name),
                    None => seen.columns.push(Output { name: name.to_owned(), never_null: false }),
                }
                // Keys are known by the names inside.
                seen.keys.clear();
            }
            let seen = (text(entry, "key").to_lowercase(), seen);
            let mut inner = here.clone();
            inner.is_outermost = false;
            inner.home.clone_from(&seen.0);
            if is(query, "RECURSIVE_CTE_NODE") {
                inner.ctes.push(seen.clone());
            }
            self.node(query, &format!("{path}/cte_map/map/{i}/value/{key}"), Role::Query, &inner);
            here.ctes.push(seen);
        }
    }
}

/// Says what a part is there for, from the key it stands under.
fn role_of(node: &Value, key: &str, role: Role) -> Role {
    let in_window = super::node::is_window(node);
    match key {
        "where_clause" => Role::Where,
        "having" => Role::Having,
        "qualify" => Role::Qualify,
        "condition" => Role::On,
        "filter" | "filter_expr" => Role::Filter,
        "when_expr" => Role::When,
        "select_list" => Role::Item,
        "group_expressions" => Role::GroupKey,
        "partitions" => Role::Partition,
        "orders" if in_window => Role::WindowKey,
        "order_bys" | "arg_orders" => Role::WindowKey,
        "orders" if role != Role::WindowKey => Role::RowKey,
        "orders" => role,
        "expression" if matches!(role, Role::WindowKey | Role::RowKey) => role,
        "limit" | "offset" => Role::Limit,
        "start_expr" | "end_expr" => Role::Frame,
        "children" if is_logic(node) => role,
        "arguments" => Role::Argument,
        "modifiers" | "case_checks" => role,
        _ => Role::Other,
    }
}

fn is_logic(node: &Value) -> bool {
    ["CONJUNCTION_AND", "CONJUNCTION_OR", "OPERATOR_NOT"].iter().any(|kind| is(node, kind))
}
