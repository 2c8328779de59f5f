//! Which table does a column name belong to? Decided for one SELECT, from its FROM.

use serde_json::Value;

use super::node::{column, is, list, text};
use crate::judge::sql::catalog::{Catalog, ColumnInfo, TableInfo};

/// The sources of one SELECT.
#[derive(Clone, Debug, Default)]
pub struct Scope<'t> {
    pub sources: Vec<Source<'t>>,
}

/// One column of an expression or subquery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    /// Empty when it has no plain name.
    pub name: String,
    pub never_null: bool,
}

/// What a query gives: its columns, and the sets of names by which no two of its rows are equal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relation {
    pub columns: Vec<Output>,
    pub keys: Vec<Vec<String>>,
}

/// The expressions that can be seen, by name in lower case.
pub type Seen = Vec<(String, Relation)>;

/// One source in FROM.
#[derive(Clone, Debug)]
pub struct Source<'t> {
    /// The name columns carry, in lower case.
    pub alias: String,
    /// The question's table; none for expressions, subqueries and functions.
    pub table: Option<&'t TableInfo>,
    /// The columns of an expression or subquery, as far as they can be read.
    pub columns: Vec<Output>,
    /// The sets of its columns, in lower case, that tell its rows apart.
    pub keys: Vec<Vec<String>>,
    /// An outer join may leave its columns NULL.
    pub outer: bool,
}

impl<'t> Scope<'t> {
    /// Reads the FROM of a SELECT; `ctes` are the expressions that can be seen there.
    pub fn of(from: &Value, ctes: &Seen, catalog: &'t Catalog) -> Self {
        let mut scope = Self::default();
        scope.read(from, ctes, catalog, false);
        scope
    }

    fn read(&mut self, from: &Value, ctes: &Seen, catalog: &'t Catalog, outer: bool) {
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
        let (table, Relation { columns, keys }) = match (is(from, "BASE_TABLE"), cte) {
            (true, Some((_, relation))) => (None, relation.clone()),
            (true, None) => (catalog.table(&name), Relation::default()),
            (false, _) => (None, relation(&from["subquery"]["node"], ctes, catalog)),
        };
        let keys = match table {
            Some(table) => table.keys.iter().map(|key| lowered(key)).collect(),
            None => keys,
        };
        self.sources.push(Source { alias, table, columns, keys, outer });
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

    /// Says whether an expression can never be NULL here. A no may only mean that nobody can tell.
    pub fn is_never_null(&self, node: &Value) -> bool {
        let all = |key: &str| {
            let parts = list(&node[key]);
            !parts.is_empty() && parts.iter().all(|part| self.is_never_null(part))
        };
        let arguments =
            || list(&node["arguments"]).iter().all(|one| self.is_never_null(&one["expression"]));
        match text(node, "type") {
            "COLUMN_REF" => self.is_full_column(node),
            "VALUE_CONSTANT" => node["literal"]["kind"] != "NULL_LITERAL",
            "OPERATOR_COALESCE" => {
                list(&node["children"]).iter().any(|one| self.is_never_null(one))
            }
            "OPERATOR_IS_NULL" | "OPERATOR_IS_NOT_NULL" => true,
            "OPERATOR_CAST" => node["try_cast"] != true && self.is_never_null(&node["child"]),
            "CONJUNCTION_AND" | "CONJUNCTION_OR" | "OPERATOR_NOT" => all("children"),
            "WINDOW_ROW_NUMBER" | "WINDOW_RANK" | "WINDOW_RANK_DENSE" | "WINDOW_NTILE" => true,
            "CASE_EXPR" => {
                self.is_never_null(&node["else_expr"])
                    && list(&node["case_checks"])
                        .iter()
                        .all(|one| self.is_never_null(&one["then_expr"]))
            }
            "FUNCTION" => match super::node::function_name(node).as_str() {
                "count" | "count_star" => true,
                "+" | "-" | "*" | "date_trunc" | "date_part" | "year" | "month" | "lower"
                | "upper" | "trim" | "round" | "abs" => arguments(),
                _ => false,
            },
            kind if kind.starts_with("COMPARE_") => {
                self.is_never_null(&node["left"]) && self.is_never_null(&node["right"])
            }
            _ => false,
        }
    }

    fn is_full_column(&self, node: &Value) -> bool {
        if let Some((source, _, column)) = self.column(node) {
            return !source.outer && !column.nullable;
        }
        let name = column(node).and_then(|names| names.last().map(|name| (*name).to_owned()));
        let (Some(source), Some(name)) = (self.source(node), name) else { return false };
        let full = |known: &Output| known.name.eq_ignore_ascii_case(&name) && known.never_null;
        !source.outer && source.columns.iter().any(full)
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
        let named = |known: &Output| known.name.eq_ignore_ascii_case(name);
        self.columns.iter().any(named)
            || self.table.is_some_and(|table| table.column(name).is_some())
    }
}

/// Gives what a query gives, as far as it can be read from the query.
pub fn relation(node: &Value, ctes: &Seen, catalog: &Catalog) -> Relation {
    let columns = output(node, ctes, catalog);
    let keys = super::keys::keys(node, &columns, ctes, catalog);
    Relation { columns, keys }
}

fn output(node: &Value, ctes: &Seen, catalog: &Catalog) -> Vec<Output> {
    match text(node, "type") {
        "SELECT_NODE" => {
            let scope = Scope::of(&node["from_table"], &inner(node, ctes, catalog), catalog);
            list(&node["select_list"]).iter().map(|item| output_of(item, node, &scope)).collect()
        }
        // A branch of a set operation may bring NULLs that the first does not have.
        "SET_OPERATION_NODE" => {
            let branches: Vec<_> =
                list(&node["children"]).iter().map(|one| output(one, ctes, catalog)).collect();
            let mut columns = branches.first().cloned().unwrap_or_default();
            for (place, column) in columns.iter_mut().enumerate() {
                let full =
                    |branch: &Vec<Output>| branch.get(place).is_some_and(|one| one.never_null);
                column.never_null = branches.iter().all(full);
            }
            columns
        }
        "RECURSIVE_CTE_NODE" => {
            let mut columns = output(&node["left"], ctes, catalog);
            columns.iter_mut().for_each(|column| column.never_null = false);
            columns
        }
        _ => Vec::new(),
    }
}

/// Gives what a query sees besides: the expressions of its own.
pub fn inner(node: &Value, ctes: &Seen, catalog: &Catalog) -> Seen {
    let mut seen = ctes.clone();
    for entry in list(&node["cte_map"]["map"]) {
        let key = if entry["value"]["query_node"].is_null() { "query" } else { "query_node" };
        let seen_so_far = relation(&entry["value"][key], &seen, catalog);
        seen.push((text(entry, "key").to_lowercase(), seen_so_far));
    }
    seen
}

fn output_of(item: &Value, select: &Value, scope: &Scope<'_>) -> Output {
    let name = match text(item, "alias") {
        "" => column(item).and_then(|names| names.last().map(|name| (*name).to_owned())),
        alias => Some(alias.to_owned()),
    };
    // A group has a row, so what is never NULL has a sum; totals of other grouping sets may lack a key.
    let plain = list(&select["group_sets"]).len() <= 1;
    let grouped = plain && !list(&select["group_expressions"]).is_empty();
    let of_group = grouped
        && super::node::is_aggregate(item)
        && item["filter"].is_null()
        && matches!(
            super::node::function_name(item).as_str(),
            "sum" | "min" | "max" | "avg" | "median" | "any_value"
        )
        && super::node::argument(item, 0).is_some_and(|of| scope.is_never_null(of));
    Output {
        name: name.unwrap_or_default(),
        never_null: of_group || plain && scope.is_never_null(item),
    }
}

/// Lowers every name.
pub fn lowered(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.to_lowercase()).collect()
}
