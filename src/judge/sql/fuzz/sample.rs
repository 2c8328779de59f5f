//! The rows of one small database, as texts that can be put into tables and written down.

use std::fmt::Write;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::excerpt::excerpt;
use super::palette::{Palette, Pools};
use crate::judge::sql::STATEMENT;
use crate::judge::sql::catalog::{Catalog, TableInfo};
use crate::judge::sql::engine::{Engine, Trouble};
use crate::judge::sql::shuffle::quoted;

/// A row: each value as DuckDB writes it as text, or NULL.
pub type Row = Vec<Option<String>>;

/// The rows of each table, in the order of the catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub tables: Vec<Vec<Row>>,
}

/// How often a database begins with an excerpt.
const EXCERPTS: f64 = 0.7;
/// The most rows of a table.
const ROWS: usize = 6;
/// How often a value that may be NULL is.
const NULLS: f64 = 0.25;
/// How often a row repeats the one before it but for its keys.
const REPEATS: f64 = 0.3;

impl Sample {
    /// Draws rows for every table, freely or beginning with an excerpt of the question's datasets.
    pub fn draw(catalog: &Catalog, pools: &Pools, datasets: &[Self], rng: &mut ChaCha8Rng) -> Self {
        let mut palette = Palette::new(pools, catalog, rng);
        if rng.random_bool(EXCERPTS)
            && let Some(excerpt) = excerpt(datasets, catalog, &mut palette, rng)
        {
            return excerpt;
        }
        let most = rng.random_range(1..=ROWS);
        let tables = catalog.tables.iter().map(|table| {
            let count = if rng.random_bool(0.1) { 0 } else { rng.random_range(1..=most.max(2)) };
            rows(table, count, &mut palette, rng)
        });
        Self { tables: tables.collect() }
    }

    /// Reads the rows of the database in use.
    pub fn read(engine: &Engine, catalog: &Catalog) -> Result<Self, Trouble> {
        let read = |table: &TableInfo| {
            let columns: Vec<String> = table
                .columns
                .iter()
                .map(|column| format!("{}::VARCHAR", quoted(&column.name)))
                .collect();
            let sql = format!(
                "SELECT [{}] FROM {} ORDER BY rowid",
                columns.join(", "),
                quoted(&table.name)
            );
            let (came, _) = engine.query(&sql, 10_000, STATEMENT)?;
            Ok(came.rows.iter().map(|row| texts(&row[0])).collect())
        };
        Ok(Self { tables: catalog.tables.iter().map(read).collect::<Result<_, Trouble>>()? })
    }

    /// Takes away one row at random; no row is left to take when this says no.
    pub fn lose_a_row(&mut self, rng: &mut ChaCha8Rng) -> bool {
        let full: Vec<usize> =
            (0..self.tables.len()).filter(|i| !self.tables[*i].is_empty()).collect();
        let Some(&table) = full.get(rng.random_range(0..full.len().max(1))) else { return false };
        let row = rng.random_range(0..self.tables[table].len());
        self.tables[table].remove(row);
        true
    }

    /// Gives the sample without one row.
    pub fn without(&self, table: usize, row: usize) -> Self {
        let mut fewer = self.clone();
        fewer.tables[table].remove(row);
        fewer
    }

    /// Puts the rows into empty tables, leaving out those that break a constraint.
    pub fn insert(&self, engine: &Engine, catalog: &Catalog) -> Result<(), Trouble> {
        for (table, rows) in catalog.tables.iter().zip(&self.tables) {
            if rows.is_empty() {
                continue;
            }
            if engine.script(&insertion(table, rows, true), STATEMENT).is_err() {
                // A table that refers to itself takes its rows one by one.
                for row in rows {
                    let _ = engine
                        .script(&insertion(table, std::slice::from_ref(row), false), STATEMENT);
                }
            }
        }
        Ok(())
    }

    /// Writes the rows as INSERT statements.
    pub fn to_sql(&self, catalog: &Catalog) -> String {
        let mut sql = String::new();
        for (table, rows) in
            catalog.tables.iter().zip(&self.tables).filter(|(_, rows)| !rows.is_empty())
        {
            let lines: Vec<String> =
                rows.iter().map(|row| format!("    {}", values(table, row, false))).collect();
            let _ = writeln!(
                sql,
                "INSERT INTO {} VALUES\n{};\n",
                plain(&table.name),
                lines.join(",\n")
            );
        }
        sql.trim_end().to_owned() + "\n"
    }
}

fn rows(
    table: &TableInfo,
    count: usize,
    palette: &mut Palette<'_>,
    rng: &mut ChaCha8Rng,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for _ in 0..count {
        let before = rows.last().filter(|_| rng.random_bool(REPEATS)).cloned();
        let mut row = Vec::new();
        for (i, column) in table.columns.iter().enumerate() {
            let repeated =
                before.as_ref().filter(|_| !table.is_key(&column.name) || rng.random_bool(0.5));
            row.push(match repeated {
                Some(before) => before[i].clone(),
                None if column.nullable && rng.random_bool(NULLS) => None,
                None => palette.draw(table, column, rng),
            });
        }
        rows.push(row);
    }
    rows
}

/// Inserts what keeps the table's constraints, the first row of each key.
fn insertion(table: &TableInfo, rows: &[Row], sifted: bool) -> String {
    let values: Vec<String> = rows.iter().map(|row| values(table, row, true)).collect();
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let mut sql = format!(
        "INSERT INTO {} SELECT * FROM (VALUES {}) AS drawn({})",
        quoted(&table.name),
        values.join(", "),
        names.join(", ")
    );
    if !sifted {
        return sql;
    }
    let checks = table.checks.iter().map(|check| format!("({check}) IS NOT FALSE"));
    let filled = table
        .columns
        .iter()
        .filter(|column| !column.nullable)
        .map(|column| format!("{} IS NOT NULL", quoted(&column.name)));
    let linked = table.parents.iter().map(|link| {
        let equal: Vec<String> = link
            .columns
            .iter()
            .zip(&link.parent_columns)
            .map(|(own, other)| format!("parent.{} = drawn.{}", quoted(other), quoted(own)))
            .collect();
        let lacks: Vec<String> =
            link.columns.iter().map(|own| format!("drawn.{} IS NULL", quoted(own))).collect();
        format!(
            "({} OR EXISTS (SELECT 1 FROM {} AS parent WHERE {}))",
            lacks.join(" OR "),
            quoted(&link.table),
            equal.join(" AND ")
        )
    });
    let wheres: Vec<String> = checks.chain(filled).chain(linked).collect();
    let firsts: Vec<String> = table
        .keys
        .iter()
        .map(|key| {
            let key: Vec<String> = key.iter().map(|name| quoted(name)).collect();
            format!("row_number() OVER (PARTITION BY {}) = 1", key.join(", "))
        })
        .collect();
    if !wheres.is_empty() {
        let _ = write!(sql, " WHERE {}", wheres.join(" AND "));
    }
    if !firsts.is_empty() {
        let _ = write!(sql, " QUALIFY {}", firsts.join(" AND "));
    }
    sql
}

/// Writes a row as `(…)`; `cast` says the type of each value, which a list of values alone would not.
fn values(table: &TableInfo, row: &Row, cast: bool) -> String {
    let value = |(column, value): (&crate::judge::sql::catalog::ColumnInfo, &Option<String>)| {
        let Some(text) = value else {
            return if cast { format!("NULL::{}", column.kind) } else { "NULL".to_owned() };
        };
        let quoted = format!("'{}'", text.replace('\'', "''"));
        match (cast, column.class(), column.kind.as_str()) {
            (true, ..) => format!("TRY_CAST({quoted} AS {})", column.kind),
            (false, "number", _) | (false, _, "BOOLEAN") => text.clone(),
            (false, "time", "DATE") => format!("DATE {quoted}"),
            (false, "time", "TIMESTAMP") => format!("TIMESTAMP {quoted}"),
            _ => quoted,
        }
    };
    let values: Vec<String> = table.columns.iter().zip(row).map(value).collect();
    format!("({})", values.join(", "))
}

fn texts(list: &crate::content::cell::Cell) -> Row {
    let crate::content::cell::Cell::List(items) = list else { return Vec::new() };
    let text = |cell: &crate::content::cell::Cell| match cell {
        crate::content::cell::Cell::Text(text) => Some(text.clone()),
        _ => None,
    };
    items.iter().map(text).collect()
}

/// Writes a name without quotes where it needs none.
fn plain(name: &str) -> String {
    let simple = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if simple { name.to_owned() } else { quoted(name) }
}
