//! Which names a SELECT can see, and which declared column each comes from.

use serde_json::Value;

use super::super::tree::lower;
use super::node::{
    has_aggregate, is_empty, is_star, items, makes_rows, modifiers, names, output_name,
};
use super::reading::{Kind, Origin, Reading, Select, Source};

impl<'a> Reading<'a> {
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
