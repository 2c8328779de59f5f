//! The candidate's own tables as the database describes them: columns, keys and relationships.

use serde::Deserialize;

use crate::judge::sql::engine::{Engine, Trouble};
use crate::judge::sql::shuffle::quoted;

/// Every table that stands when the raw tables are gone.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Catalog {
    pub tables: Vec<TableFacts>,
}

/// One table.
#[derive(Debug, Deserialize)]
pub(super) struct TableFacts {
    schema: String,
    pub name: String,
    pub columns: Vec<ColumnFacts>,
    /// PRIMARY KEY and UNIQUE, by their columns.
    keys: Vec<Vec<String>>,
    /// The expressions of unique indexes, as the database prints them.
    indexes: Vec<String>,
    pub links: Vec<Link>,
}

/// One column.
#[derive(Debug, Deserialize)]
pub(super) struct ColumnFacts {
    pub name: String,
    pub kind: String,
    pub nullable: bool,
    pub default: String,
}

/// A FOREIGN KEY.
#[derive(Debug, Deserialize)]
pub(super) struct Link {
    pub columns: Vec<String>,
}

/// The functions are named in full, as an answer may have macros of the same names.
const READ: &str = "
SELECT coalesce(system.main.to_json(system.main.list({
    'schema': t.schema_name,
    'name': t.table_name,
    'columns': (
        SELECT system.main.list({
            'name': c.column_name, 'kind': c.data_type, 'nullable': c.is_nullable,
            'default': coalesce(c.column_default, '')
        } ORDER BY c.column_index)
        FROM system.main.duckdb_columns() AS c
        WHERE c.table_oid = t.table_oid AND c.database_name = t.database_name),
    'keys': coalesce((
        SELECT system.main.list(k.constraint_column_names)
        FROM system.main.duckdb_constraints() AS k
        WHERE k.table_oid = t.table_oid AND k.database_name = t.database_name
        AND k.constraint_type IN ('PRIMARY KEY', 'UNIQUE')), []),
    'indexes': coalesce((
        SELECT system.main.list(i.expressions)
        FROM system.main.duckdb_indexes() AS i
        WHERE i.table_oid = t.table_oid AND i.database_name = t.database_name AND i.is_unique), []),
    'links': coalesce((
        SELECT system.main.list({'columns': k.constraint_column_names})
        FROM system.main.duckdb_constraints() AS k
        WHERE k.table_oid = t.table_oid AND k.database_name = t.database_name
        AND k.constraint_type = 'FOREIGN KEY'), [])
} ORDER BY t.table_oid))::VARCHAR, '[]')
FROM system.main.duckdb_tables() AS t
WHERE NOT t.internal AND NOT t.temporary";

impl Catalog {
    /// Asks the database for all of it at once.
    ///
    /// # Errors
    /// When the database does not say.
    pub fn read(engine: &Engine) -> Result<Self, Trouble> {
        let text = engine.text(READ)?;
        Ok(serde_json::from_str(&text).expect("the query writes what is read here"))
    }

    /// Finds a table, in whatever case its name is written.
    pub fn table(&self, name: &str) -> Option<&TableFacts> {
        self.tables.iter().find(|table| table.name.eq_ignore_ascii_case(name))
    }
}

/// Beginnings of words in the name of a table that keeps what was not taken.
const REJECTS: [&str; 6] = ["quarantin", "reject", "invalid", "error", "malformed", "discard"];

impl TableFacts {
    /// Gives the name as it stands in a query.
    pub fn quoted(&self) -> String {
        format!("{}.{}", quoted(&self.schema), quoted(&self.name))
    }

    /// Finds a column, in whatever case its name is written.
    pub fn column(&self, name: &str) -> Option<&ColumnFacts> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// Gives every declared key by its columns, unique indexes too.
    pub fn keys(&self) -> Vec<Vec<String>> {
        let of_index = |index: &String| {
            let inside = index.trim_start_matches('[').trim_end_matches(']');
            let names: Vec<String> = inside
                .split(',')
                .map(|name| name.trim().trim_matches(['\'', '"']).to_owned())
                .collect();
            names.iter().all(|name| self.column(name).is_some()).then_some(names)
        };
        self.keys.iter().cloned().chain(self.indexes.iter().filter_map(of_index)).collect()
    }

    /// Says whether this column alone is a key.
    pub fn is_key(&self, column: &str) -> bool {
        self.keys().iter().any(|key| key.len() == 1 && key[0].eq_ignore_ascii_case(column))
    }

    /// Says whether the table keeps rows that were not taken, as they came: by its name, or by a column
    /// that says why.
    pub fn keeps_rejects(&self) -> bool {
        let says_why = |column: &ColumnFacts| {
            column.name.eq_ignore_ascii_case("reason") || words(&column.name).any(is_reject)
        };
        words(&self.name).any(|word| matches!(&*word, "bad" | "dead") || is_reject(word))
            || self.columns.iter().any(says_why)
    }
}

fn is_reject(word: String) -> bool {
    REJECTS.iter().any(|beginning| word.starts_with(beginning))
}

/// Gives the words of a name, which stand between underscores, in lower case.
pub(super) fn words(name: &str) -> impl Iterator<Item = String> {
    name.split('_').filter(|word| !word.is_empty()).map(str::to_lowercase)
}
