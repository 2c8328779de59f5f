//! What a question's tables are made of: columns, keys, checks and parents, as the engine itself tells.

use serde_json::Value;

use super::engine::{Engine, Trouble};
use super::tree::Tree;

/// The tables of a question, in the order in which they were made, parents first.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalog {
    pub tables: Vec<TableInfo>,
}

/// One table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableInfo {
    pub name: String,
    pub columns: Vec<ColumnInfo>,
    /// The column names of each primary key and unique constraint.
    pub keys: Vec<Vec<String>>,
    /// The conditions of the CHECK constraints, as SQL.
    pub checks: Vec<String>,
    pub parents: Vec<Parent>,
}

/// One column.
#[derive(Clone, Debug)]
pub(super) struct ColumnInfo {
    pub name: String,
    /// The type as DuckDB writes it.
    pub kind: String,
    pub nullable: bool,
    /// The values a CHECK constraint lists, as texts.
    pub listed: Vec<String>,
}

/// A reference to another table.
#[derive(Clone, Debug)]
pub(super) struct Parent {
    pub columns: Vec<String>,
    pub table: String,
    pub parent_columns: Vec<String>,
}

/// Reads columns and constraints as one JSON text each, because lists do not come as pairs of texts.
const COLUMNS: &str = "SELECT c.table_name, json_object('column', c.column_name, 'kind', c.data_type, 'nullable', c.is_nullable)::VARCHAR
    FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, table_oid)
    WHERE NOT c.internal AND NOT t.temporary AND c.database_name = current_database()
    ORDER BY c.table_oid, c.column_index";
const CONSTRAINTS: &str = "SELECT table_name, json_object('kind', constraint_type, 'check', expression,
        'columns', constraint_column_names, 'parent', referenced_table, 'parent_columns', referenced_column_names)::VARCHAR
    FROM duckdb_constraints() WHERE database_name = current_database() ORDER BY table_oid, constraint_index";

impl Catalog {
    /// Reads the catalog of the database in use.
    pub fn of(engine: &Engine) -> Result<Self, Trouble> {
        let mut catalog = Self::default();
        for (table, text) in engine.pairs(COLUMNS)? {
            catalog.take_column(&table, &read(&text));
        }
        for (table, text) in engine.pairs(CONSTRAINTS)? {
            catalog.take_constraint(&table, &read(&text));
        }
        catalog.read_lists(engine)?;
        Ok(catalog)
    }

    /// Finds a table by its name in any case.
    pub fn table(&self, name: &str) -> Option<&TableInfo> {
        self.tables.iter().find(|table| table.name.eq_ignore_ascii_case(name))
    }

    fn take_column(&mut self, table: &str, about: &Value) {
        if self.tables.last().is_none_or(|last| last.name != table) {
            self.tables.push(TableInfo { name: table.to_owned(), ..TableInfo::default() });
        }
        let column = ColumnInfo {
            name: text(&about["column"]),
            kind: text(&about["kind"]),
            nullable: about["nullable"].as_bool().unwrap_or(true),
            listed: Vec::new(),
        };
        self.tables.last_mut().expect("it was just pushed").columns.push(column);
    }

    fn take_constraint(&mut self, table: &str, about: &Value) {
        let Some(table) = self.tables.iter_mut().find(|known| known.name == table) else { return };
        match about["kind"].as_str() {
            Some("PRIMARY KEY" | "UNIQUE") => table.keys.push(texts(&about["columns"])),
            Some("CHECK") => table.checks.push(text(&about["check"])),
            Some("FOREIGN KEY") => table.parents.push(Parent {
                columns: texts(&about["columns"]),
                table: text(&about["parent"]),
                parent_columns: texts(&about["parent_columns"]),
            }),
            _ => {}
        }
    }

    /// Finds `column IN ('a', 'b')` in the checks.
    fn read_lists(&mut self, engine: &Engine) -> Result<(), Trouble> {
        for table in &mut self.tables {
            for check in &table.checks {
                let tree = Tree::parse(engine, &format!("SELECT {check}"))?;
                tree.statements().iter().for_each(|node| lists(node, &mut table.columns));
            }
        }
        Ok(())
    }
}

impl TableInfo {
    /// Finds a column by its name in any case.
    pub fn column(&self, name: &str) -> Option<&ColumnInfo> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// Says whether some key has no column outside `columns`.
    pub fn is_unique_by(&self, columns: &[String]) -> bool {
        let inside = |name: &String| columns.iter().any(|known| known.eq_ignore_ascii_case(name));
        self.keys.iter().any(|key| !key.is_empty() && key.iter().all(inside))
    }

    /// Says whether a column is part of a key.
    pub fn is_key(&self, column: &str) -> bool {
        self.keys.iter().flatten().any(|name| name.eq_ignore_ascii_case(column))
    }
}

impl ColumnInfo {
    /// Gives the class of the type, by which columns are taken for one another.
    pub fn class(&self) -> &str {
        class(&self.kind)
    }
}

/// Sorts a database type into a class within which values can be mistaken for one another.
pub(super) fn class(kind: &str) -> &str {
    let head = kind.split(['(', ' ']).next().unwrap_or(kind);
    match head {
        _ if kind.ends_with(']') => "list",
        "TINYINT" | "SMALLINT" | "INTEGER" | "BIGINT" | "HUGEINT" | "DECIMAL" | "FLOAT"
        | "DOUBLE" | "UTINYINT" | "USMALLINT" | "UINTEGER" | "UBIGINT" => "number",
        "DATE" | "TIMESTAMP" | "TIMESTAMPTZ" => "time",
        "VARCHAR" | "ENUM" | "UUID" => "text",
        other => other,
    }
}

fn lists(node: &Value, columns: &mut [ColumnInfo]) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| lists(item, columns)),
        Value::Object(fields) => {
            if node["type"] == "COMPARE_IN"
                && let Some([column, values @ ..]) = node["children"].as_array().map(Vec::as_slice)
                && let Some(name) = column["column_names"].as_array().and_then(|names| names.last())
                && let Some(column) = columns.iter_mut().find(|known| known.name == text(name))
            {
                column.listed =
                    values.iter().map(|value| text(&value["literal"]["text"])).collect();
            }
            fields.values().for_each(|value| lists(value, columns));
        }
        _ => {}
    }
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or(Value::Null)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::Catalog;
    use crate::judge::sql::engine::Engine;

    #[test]
    fn columns_keys_checks_and_parents_are_read() {
        let schema = "CREATE TABLE sellers (id INTEGER PRIMARY KEY, name VARCHAR);
            CREATE TABLE sales (id INTEGER PRIMARY KEY, seller INTEGER REFERENCES sellers (id),
                state VARCHAR NOT NULL CHECK (state IN ('paid', 'open')), UNIQUE (seller, state));";
        let engine = Engine::loaded(schema, "SELECT 1").expect("it loads");
        let catalog = Catalog::of(&engine).expect("the catalog reads");
        let sales = catalog.table("SALES").expect("it is there");
        assert_eq!(catalog.tables[0].name, "sellers");
        assert_eq!(sales.column("state").expect("it is there").listed, ["paid", "open"]);
        assert!(!sales.column("id").expect("it is there").nullable);
        assert!(sales.column("seller").expect("it is there").nullable);
        assert!(sales.is_unique_by(&["STATE".into(), "seller".into()]));
        assert!(!sales.is_unique_by(&["state".into()]));
        assert_eq!(sales.parents[0].table, "sellers");
    }
}
