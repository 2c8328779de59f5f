//! The same rows in another physical order, to catch answers that lean on it.

use std::fmt::Write;

use super::STATEMENT;
use super::engine::{Engine, Trouble};

/// How a table's rows are laid out anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Last row first: every two tied rows change places.
    Backwards,
    /// By a fixed hash of their places.
    Scattered,
}

impl Layout {
    /// Gives the layout for the dataset at this place, so that both are used in every question.
    pub fn of(place: usize) -> Self {
        if place.is_multiple_of(2) { Layout::Backwards } else { Layout::Scattered }
    }

    fn order(self) -> &'static str {
        match self {
            Layout::Backwards => "rowid DESC",
            Layout::Scattered => "hash(rowid * 7919 + 17), rowid",
        }
    }
}

/// Rebuilds every table with its rows laid out anew; keys are kept where the new order allows it.
pub(super) fn relay(engine: &Engine, layout: Layout) -> Result<(), Trouble> {
    let tables = engine.texts(
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY table_oid",
    )?;
    let makers = engine.texts(
        "SELECT sql FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY table_oid",
    )?;
    engine.script(&set_aside(&tables, layout), STATEMENT)?;
    if engine.script(&rebuild(&tables, &makers), STATEMENT).is_ok() {
        return Ok(());
    }
    // A table that refers to itself may not take its rows in any order; then the keys must go.
    engine.script(&rebuild_bare(&tables), STATEMENT)
}

fn set_aside(tables: &[String], layout: Layout) -> String {
    let mut script = String::new();
    for (i, table) in tables.iter().enumerate() {
        let order = layout.order();
        let _ = writeln!(
            script,
            "CREATE TEMP TABLE set_aside_{i} AS SELECT * FROM main.{} ORDER BY {order};",
            quoted(table)
        );
    }
    script
}

fn rebuild(tables: &[String], makers: &[String]) -> String {
    let mut script = String::new();
    for table in tables.iter().rev() {
        let _ = writeln!(script, "DROP TABLE main.{};", quoted(table));
    }
    for (i, (table, maker)) in tables.iter().zip(makers).enumerate() {
        let name = quoted(table);
        let _ = writeln!(script, "{maker}\nINSERT INTO main.{name} SELECT * FROM set_aside_{i};");
    }
    script + &drop_aside(tables)
}

fn rebuild_bare(tables: &[String]) -> String {
    let mut script = String::new();
    for table in tables.iter().rev() {
        let _ = writeln!(script, "DROP TABLE IF EXISTS main.{};", quoted(table));
    }
    for (i, table) in tables.iter().enumerate() {
        let name = quoted(table);
        let _ = writeln!(script, "CREATE TABLE main.{name} AS SELECT * FROM set_aside_{i};");
    }
    script + &drop_aside(tables)
}

fn drop_aside(tables: &[String]) -> String {
    (0..tables.len()).map(|i| format!("DROP TABLE IF EXISTS temp.set_aside_{i};\n")).collect()
}

/// Writes a name so that it is one whatever it holds.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
