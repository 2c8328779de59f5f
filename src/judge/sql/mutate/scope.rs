//! Which table does a column name belong to? Decided for one SELECT, from its FROM.

use serde_json::Value;

use super::node::{column, is, list, text};
use crate::judge::sql::catalog::{Catalog, ColumnInfo, TableInfo};

/// The sources of one SELECT.
#[derive(Clone, Debug, Default)]
pub struct Scope<'t> {
    pub sources: Vec<Source<'t>>,
}

/// One source in FROM.
#[derive(Clone, Debug)]
pub struct Source<'t> {
    /// The name columns carry, in lower case.
    pub alias: String,
    /// The question's table; none for expressions, subqueries and functions.
    pub table: Option<&'t TableInfo>,
    /// The output names of an expression or subquery, where they are plain.
    pub columns: Vec<String>,
    /// An outer join may leave its columns NULL.
    pub outer: bool,
}

impl<'t> Scope<'t> {
    /// Reads the FROM of a SELECT; `ctes` are the expressions that can be seen there.
    pub fn of(from: &Value, ctes: &[(String, Vec<String>)], catalog: &'t Catalog) -> Self {
        let mut scope = Self::default();
        scope.read(from, ctes, catalog, false);
        scope
    }

    fn read(
        &mut self,
        from: &Value,
        ctes: &[(String, Vec<String>)],
        catalog: &'t Catalog,
        outer: bool,
    ) {
        if is(from, "JOIN") {
            let kind = text(from, "join_type");
            self.read(&from["left"], ctes, catalog, outer || matches!(kind, "RIGHT" | "FULL"));
            self.read(&from["right"], ctes, catalog, outer || matches!(kind, "LEFT" | "FULL"));
            return;
        }
        let name = text(from, "table_name").to_lowercase();
        let alias = match text(from, "alias") {
            "" => name.clone(),
            alias => alias.to_lowercase(),
        };
        let cte = ctes.iter().rev().find(|(cte, _)| *cte == name);
        let (table, columns) = match (is(from, "BASE_TABLE"), cte) {
            (true, Some((_, columns))) => (None, columns.clone()),
            (true, None) => (catalog.table(&name), Vec::new()),
            (false, _) => (None, output(&from["subquery"]["node"])),
        };
        self.sources.push(Source { alias, table, columns, outer });
    }

    /// Finds the source of a column.
    pub fn source(&self, node: &Value) -> Option<&Source<'t>> {
        let names = column(node)?;
        match names.as_slice() {
            [name] => {
                let mut having = self.sources.iter().filter(|source| source.has(name));
                // Two sources with that name: nobody can say, unless the query itself is wrong.
                having.next().filter(|_| having.next().is_none())
            }
            [alias, name, ..] => {
                let alias = alias.to_lowercase();
                self.sources.iter().find(|source| source.alias == alias && source.has(name))
            }
            [] => None,
        }
    }

    /// Finds the column of a question's table that a node names.
    pub fn column(&self, node: &Value) -> Option<(&Source<'t>, &'t TableInfo, &'t ColumnInfo)> {
        let source = self.source(node)?;
        let table = source.table?;
        let name = *column(node)?.last()?;
        Some((source, table, table.column(name)?))
    }

    /// Says whether the node is a column of a question's table that can never be NULL here.
    pub fn is_never_null(&self, node: &Value) -> bool {
        self.column(node).is_some_and(|(source, _, column)| !source.outer && !column.nullable)
    }

    /// Says whether the rows come from one table of the question alone.
    pub fn only_table(&self) -> Option<&'t TableInfo> {
        match self.sources.as_slice() {
            [only] => only.table,
            _ => None,
        }
    }
}

impl Source<'_> {
    fn has(&self, name: &str) -> bool {
        let named = |known: &String| known.eq_ignore_ascii_case(name);
        self.columns.iter().any(named)
            || self.table.is_some_and(|table| table.column(name).is_some())
    }
}

/// Gives the output names of a query, as far as they can be read from its select list.
pub fn output(node: &Value) -> Vec<String> {
    match text(node, "type") {
        "SELECT_NODE" => list(&node["select_list"]).iter().map(name_of).collect(),
        "SET_OPERATION_NODE" => list(&node["children"]).first().map(output).unwrap_or_default(),
        "RECURSIVE_CTE_NODE" => output(&node["left"]),
        _ => Vec::new(),
    }
}

fn name_of(item: &Value) -> String {
    match text(item, "alias") {
        "" => column(item).and_then(|names| names.last().map(|name| (*name).to_owned())),
        alias => Some(alias.to_owned()),
    }
    .unwrap_or_default()
}
