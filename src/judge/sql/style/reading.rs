//! A query as a reviewer reads it: its SELECTs, what each reads from, and which names each can see.

use std::collections::HashMap;

use serde_json::Value;

use super::super::tree::lower;
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

    /// Gives the names of a source's columns; none when they are not known.
    pub fn columns(&self, source: &Source<'a>) -> Option<Vec<String>> {
        let renamed = names(&source.node["column_name_alias"]);
        let own = match source.kind {
            Kind::Table(table) => {
                Some(table.columns.iter().map(|column| column.name.clone()).collect())
            }
            Kind::Cte(cte) => {
                let own = self.outputs(self.ctes[cte].query);
                renamed_by(own, &names(self.ctes[cte].aliases))
            }
            Kind::Query(query) => self.outputs(query),
            Kind::Other => None,
        };
        renamed_by(own, &renamed)
    }

    /// Gives the names of a query's columns; none when they are not known.
    pub fn outputs(&self, query: &Value) -> Option<Vec<String>> {
        match query["type"].as_str()? {
            "SET_OPERATION_NODE" => self.outputs(query["children"].as_array()?.first()?),
            "RECURSIVE_CTE_NODE" => self.outputs(&query["left"]),
            _ => {
                let select = &self.selects[self.at(query)?];
                let mut outputs = Vec::new();
                for item in items(select.node) {
                    match is_star(item) {
                        true => outputs.extend(self.starred(select, item)?),
                        false => outputs.push(output_name(item)),
                    }
                }
                Some(outputs)
            }
        }
    }

    fn starred(&self, select: &Select<'a>, star: &Value) -> Option<Vec<String>> {
        let plain = ["replace_list", "rename_list", "expr"].iter().all(|key| is_empty(&star[*key]));
        if !plain || star["columns"] == true {
            return None;
        }
        let of = lower(&star["relation_name"]);
        let left_out = names(&star["exclude_list"]);
        let mut columns: Vec<String> = Vec::new();
        for source in
            select.sources.iter().filter(|s| !s.is_hidden && (of.is_empty() || s.name == of))
        {
            let fresh = self.columns(source)?;
            columns.extend(fresh.into_iter().filter(|column| !left_out.contains(column)));
        }
        Some(columns)
    }

    /// Finds the source of a column, in this SELECT or in one around it, and the column's name there.
    pub fn resolve(&self, select: usize, column: &Value) -> Option<(usize, usize, String)> {
        let parts = names(&column["column_names"]);
        let here = &self.selects[select];
        let found = match parts.as_slice() {
            [name] => self.bare(here, name)?.map(|source| (source, name.clone())),
            [table, name] => {
                let place = here.sources.iter().position(|source| source.name == *table);
                place.map(|place| (place, name.clone()))
            }
            _ => return None,
        };
        match found {
            Some((source, name)) => Some((select, source, name)),
            None => self.resolve(here.parent?, column),
        }
    }

    /// Finds the only source with a column of this name. `None` outside says that nobody can know.
    fn bare(&self, select: &Select<'a>, name: &str) -> Option<Option<usize>> {
        let mut found = None;
        for (place, source) in select.sources.iter().enumerate().filter(|(_, s)| !s.is_hidden) {
            if self.columns(source)?.iter().any(|column| column == name) {
                // A column that USING merges is read from the left.
                found = found.or(Some(place));
            }
        }
        Some(found)
    }

    /// Follows a column through subqueries and CTEs to a table of the question.
    pub fn origin(&self, select: usize, expression: &Value) -> Option<Origin<'a>> {
        if expression["type"] != "COLUMN_REF" {
            return None;
        }
        let (select, source, name) = self.resolve(select, expression)?;
        self.origin_in(select, source, &name)
    }

    fn origin_in(&self, select: usize, place: usize, name: &str) -> Option<Origin<'a>> {
        let source = &self.selects[select].sources[place];
        let query = match source.kind {
            Kind::Table(table) => {
                let renamed = !is_empty(&source.node["column_name_alias"]);
                let column = table.column(name).filter(|_| !renamed)?;
                let path = vec![(select, name.to_owned())];
                return Some(Origin { column, is_optional: source.is_optional, path });
            }
            Kind::Cte(cte) if is_empty(self.ctes[cte].aliases) => self.ctes[cte].query,
            Kind::Query(query) if is_empty(&source.node["column_name_alias"]) => query,
            _ => return None,
        };
        let inner = self.at(query)?;
        let mut origin = self.origin_of_output(inner, name)?;
        origin.is_optional |= source.is_optional;
        origin.path.push((select, name.to_owned()));
        Some(origin)
    }

    fn origin_of_output(&self, select: usize, name: &str) -> Option<Origin<'a>> {
        let list = items(self.selects[select].node);
        if let Some(item) = list.iter().find(|item| !is_star(item) && output_name(item) == name) {
            return self.origin(select, item);
        }
        let sources = &self.selects[select].sources;
        match (list, sources.as_slice()) {
            ([star], [_]) if is_star(star) && is_empty(&star["replace_list"]) => {
                self.origin_in(select, 0, name)
            }
            _ => None,
        }
    }

    /// Says whether a source certainly has at most one row.
    pub fn is_one_row(&self, source: &Source<'a>) -> bool {
        let query = match source.kind {
            Kind::Cte(cte) => self.ctes[cte].query,
            Kind::Query(query) => query,
            Kind::Table(_) | Kind::Other => return false,
        };
        query["type"] == "SELECT_NODE" && self.gives_one_row(query)
    }

    /// Says whether a SELECT certainly gives at most one row: no FROM, one LIMIT 1, or aggregates alone.
    pub fn gives_one_row(&self, select: &Value) -> bool {
        let limit = modifiers(select).find(|modifier| modifier["type"] == "LIMIT_MODIFIER");
        let one = limit.is_some_and(|modifier| modifier["limit"]["literal"]["text"] == "1");
        let from = &select["from_table"];
        let values = from["values"].as_array().is_some_and(|rows| rows.len() == 1);
        let is_bare = from.is_null() || from["type"] == "EMPTY" || values;
        let ungrouped = is_empty(&select["group_expressions"])
            && select["aggregate_handling"] != "FORCE_AGGREGATES";
        let sums = ungrouped && items(select).iter().any(has_aggregate);
        one || (is_bare && !items(select).iter().any(makes_rows)) || sums
    }
}

fn makes_rows(item: &Value) -> bool {
    let mut found = false;
    visit(item, &mut |node| {
        found |= matches!(lower(&node["function_name"]).as_str(), "unnest" | "generate_subscripts")
    });
    found
}

/// Functions that make one value of many rows and are not read from the parser otherwise.
const AGGREGATES: &[&str] = &[
    "count_star",
    "count",
    "sum",
    "avg",
    "mean",
    "min",
    "max",
    "median",
    "mode",
    "any_value",
    "first",
    "last",
    "arg_max",
    "arg_min",
    "max_by",
    "min_by",
    "string_agg",
    "group_concat",
    "listagg",
    "list",
    "array_agg",
    "bool_and",
    "bool_or",
    "stddev",
    "stddev_samp",
    "stddev_pop",
    "var_samp",
    "var_pop",
    "variance",
    "quantile",
    "quantile_cont",
    "quantile_disc",
    "percentile_cont",
    "percentile_disc",
    "count_if",
    "product",
    "approx_count_distinct",
    "approx_quantile",
    "corr",
    "histogram",
    "sumkahan",
    "fsum",
    "favg",
];

/// Says whether a node is an aggregate over the rows of a group, not over a window.
pub(super) fn is_aggregate(node: &Value) -> bool {
    node["class"] == "FUNCTION" && AGGREGATES.contains(&lower(&node["function_name"]).as_str())
}

pub(super) fn has_aggregate(item: &Value) -> bool {
    let mut found = false;
    visit(item, &mut |node| found |= is_aggregate(node));
    found
}

/// Gives the items of a SELECT list.
pub(super) fn items(select: &Value) -> &[Value] {
    select["select_list"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Gives ORDER BY, LIMIT and DISTINCT of a query.
pub(super) fn modifiers(query: &Value) -> impl Iterator<Item = &Value> {
    query["modifiers"].as_array().into_iter().flatten()
}

pub(super) fn is_star(item: &Value) -> bool {
    item["type"] == "STAR"
}

/// Gives the name of an item's column, in lower case; nothing when it has none of its own.
pub(super) fn output_name(item: &Value) -> String {
    match lower(&item["alias"]) {
        alias if !alias.is_empty() => alias,
        _ => names(&item["column_names"]).pop().unwrap_or_default(),
    }
}

/// Gives a list of names in lower case.
pub(super) fn names(list: &Value) -> Vec<String> {
    let name = |entry: &Value| match entry {
        // An excluded column may carry its table.
        Value::Object(_) => lower(&entry["name"]),
        entry => lower(entry),
    };
    list.as_array().map(|list| list.iter().map(name).collect()).unwrap_or_default()
}

pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn renamed_by(own: Option<Vec<String>>, renamed: &[String]) -> Option<Vec<String>> {
    let mut own = own.or_else(|| (!renamed.is_empty()).then(Vec::new))?;
    for (place, name) in renamed.iter().enumerate() {
        match own.get_mut(place) {
            Some(old) => old.clone_from(name),
            None => own.push(name.clone()),
        }
    }
    Some(own)
}

fn address(node: &Value) -> usize {
    std::ptr::from_ref(node) as usize
}

fn is_query(node: &Value) -> bool {
    matches!(
        node["type"].as_str(),
        Some("SELECT_NODE" | "SET_OPERATION_NODE" | "RECURSIVE_CTE_NODE")
    )
}

/// Visits the nodes of one SELECT, or of an expression, without those of the queries inside.
pub(super) fn visit<'a>(node: &'a Value, meet: &mut dyn FnMut(&'a Value)) {
    match node {
        Value::Array(items) => {
            items.iter().filter(|item| !is_query(item)).for_each(|item| visit(item, meet))
        }
        Value::Object(fields) => {
            meet(node);
            for (key, value) in fields {
                if key != "cte_map" && !is_query(value) {
                    visit(value, meet);
                }
            }
        }
        _ => {}
    }
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
