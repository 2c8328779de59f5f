//! What a question's tables promise by their declarations: types, keys, and which columns may be NULL.

use super::super::engine::{Engine, Trouble};

/// The tables of a question. All names are in lower case.
#[derive(Clone, Debug, Default)]
pub(in crate::judge::sql) struct Schema {
    pub tables: Vec<Table>,
    /// The question's promises about its rows, in lower case; what they speak of is not doubted.
    pub promises: Vec<String>,
}

/// One table as it is declared.
#[derive(Clone, Debug, Default)]
pub(in crate::judge::sql) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// The columns of each primary key and unique constraint.
    pub keys: Vec<Vec<String>>,
}

/// One column as it is declared.
#[derive(Clone, Debug)]
pub(in crate::judge::sql) struct Column {
    pub name: String,
    /// DuckDB's name of the type.
    pub kind: String,
    pub nullable: bool,
}

const COLUMNS: &str = "SELECT lower(table_name),
        lower(column_name) || chr(31) || data_type || chr(31) || is_nullable::VARCHAR
    FROM duckdb_columns()
    WHERE NOT internal AND database_name = current_database()
    ORDER BY table_oid, column_index";

const KEYS: &str =
    "SELECT lower(table_name), lower(array_to_string(constraint_column_names, chr(31)))
    FROM duckdb_constraints()
    WHERE constraint_type IN ('PRIMARY KEY', 'UNIQUE') AND database_name = current_database()";

impl Schema {
    /// Reads the declarations of the tables an engine holds.
    pub fn of(engine: &Engine, promises: &[String]) -> Result<Self, Trouble> {
        let mut schema = Self::default();
        for (table, column) in engine.pairs(COLUMNS)? {
            schema.add_column(&table, &column);
        }
        for (table, key) in engine.pairs(KEYS)? {
            if let Some(table) = schema.tables.iter_mut().find(|known| known.name == table) {
                table.keys.push(key.split('\u{1f}').map(str::to_owned).collect());
            }
        }
        schema.promises = promises.iter().map(|promise| promise.to_lowercase()).collect();
        Ok(schema)
    }

    fn add_column(&mut self, table: &str, column: &str) {
        let mut parts = column.split('\u{1f}').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let column = Column { name: part(), kind: part(), nullable: part() == "true" };
        match self.tables.iter_mut().find(|known| known.name == table) {
            Some(known) => known.columns.push(column),
            None => self.tables.push(Table {
                name: table.to_owned(),
                columns: vec![column],
                keys: Vec::new(),
            }),
        }
    }

    /// Gives a table by its name in lower case.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// Says whether a promise of the question speaks of all these columns.
    pub fn promises_on(&self, columns: &[&str]) -> bool {
        let speaks = |promise: &String| {
            let mut words = columns.iter();
            words.all(|column| {
                promise.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == *column)
            })
        };
        self.promises.iter().any(speaks)
    }
}

impl Table {
    /// Gives a column by its name in lower case.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Says whether no two rows can agree on all these columns.
    pub fn is_unique_by(&self, columns: &[&str]) -> bool {
        self.keys.iter().any(|key| key.iter().all(|part| columns.contains(&part.as_str())))
    }
}
