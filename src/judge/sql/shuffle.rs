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

    /// Gives what to order a table's rows by, in SQL.
    pub fn order(self) -> &'static str {
        match self {
            Layout::Backwards => "rowid DESC",
            Layout::Scattered => "hash(rowid * 7919 + 17), rowid",
        }
    }
}

/// The tables of a question and the statements that make them, parents first.
///
/// Asking the catalog is slow, and the tables are the same on every dataset, so this is done once.
pub(super) struct Tables {
    pub names: Vec<String>,
    makers: Vec<String>,
}

impl Tables {
    /// Lists what a database that was just loaded holds.
    pub fn of(engine: &Engine) -> Result<Self, Trouble> {
        let pairs = engine.pairs(
            "SELECT table_name, sql FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY table_oid",
        )?;
        let (names, makers) = pairs.into_iter().unzip();
        Ok(Self { names, makers })
    }

    /// Rebuilds every table with its rows laid out anew; keys are kept where the new order allows it.
    pub fn relay(&self, engine: &Engine, layout: Layout) -> Result<(), Trouble> {
        engine.script(&self.set_aside(layout), STATEMENT)?;
        if engine.script(&self.rebuild(), STATEMENT).is_ok() {
            return Ok(());
        }
        // A table that refers to itself may not take its rows in any order; then the keys must go.
        engine.script(&self.rebuild_bare(), STATEMENT)
    }

    fn set_aside(&self, layout: Layout) -> String {
        let mut script = String::new();
        for (i, name) in self.names.iter().enumerate() {
            let (name, order) = (quoted(name), layout.order());
            let _ = writeln!(
                script,
                "CREATE TEMP TABLE set_aside_{i} AS SELECT * FROM {name} ORDER BY {order};"
            );
        }
        script
    }

    fn rebuild(&self) -> String {
        let mut script = String::new();
        for name in self.names.iter().rev() {
            let _ = writeln!(script, "DROP TABLE {};", quoted(name));
        }
        for (i, (name, maker)) in self.names.iter().zip(&self.makers).enumerate() {
            let name = quoted(name);
            let _ = writeln!(script, "{maker}\nINSERT INTO {name} SELECT * FROM set_aside_{i};");
        }
        script + &self.drop_aside()
    }

    fn rebuild_bare(&self) -> String {
        let mut script = String::new();
        for name in self.names.iter().rev() {
            let _ = writeln!(script, "DROP TABLE IF EXISTS {};", quoted(name));
        }
        for (i, name) in self.names.iter().enumerate() {
            let name = quoted(name);
            let _ = writeln!(script, "CREATE TABLE {name} AS SELECT * FROM set_aside_{i};");
        }
        script + &self.drop_aside()
    }

    fn drop_aside(&self) -> String {
        (0..self.names.len()).map(|i| format!("DROP TABLE temp.set_aside_{i};\n")).collect()
    }
}

/// Writes a name so that it is one whatever it holds.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{Layout, Tables};
    use crate::content::cell::{Cell, Table};
    use crate::judge::sql::STATEMENT;
    use crate::judge::sql::engine::Engine;

    const SCHEMA: &str = "
        CREATE TYPE mood AS ENUM ('good', 'bad');
        CREATE TABLE people (id INTEGER PRIMARY KEY, mood mood NOT NULL);
        CREATE TABLE \"odd \"\"name\" (id INTEGER PRIMARY KEY, person INTEGER REFERENCES people (id));";
    const ROWS: &str = "
        INSERT INTO people SELECT range, 'good' FROM range(40);
        INSERT INTO \"odd \"\"name\" SELECT range, range FROM range(40);";

    fn rows(engine: &Engine, sql: &str) -> Vec<Vec<Cell>> {
        let (Table { rows, .. }, _) = engine.query(sql, 1000, STATEMENT).expect("it runs");
        rows
    }

    #[test]
    fn other_layouts_hold_the_same_rows_in_another_order() {
        for layout in [Layout::Backwards, Layout::Scattered] {
            let engine = Engine::loaded(SCHEMA, ROWS).expect("it loads");
            let tables = Tables::of(&engine).expect("tables are listed");
            engine.move_on(1, SCHEMA, ROWS).expect("it loads again");
            let read = "SELECT id FROM people";
            let before = rows(&engine, read);
            tables.relay(&engine, layout).expect("it is laid anew");
            let after = rows(&engine, read);
            assert_ne!(before, after, "{layout:?}");
            assert_eq!(rows(&engine, "SELECT id FROM people ORDER BY id"), before, "{layout:?}");
            assert_eq!(rows(&engine, "FROM \"odd \"\"name\"").len(), 40);
        }
    }

    #[test]
    fn keys_stand_again_after_a_shuffle() {
        let engine = Engine::loaded(SCHEMA, ROWS).expect("it loads");
        let tables = Tables::of(&engine).expect("tables are listed");
        tables.relay(&engine, Layout::Backwards).expect("it is laid anew");
        let double = engine.script("INSERT INTO people VALUES (1, 'bad')", STATEMENT);
        let orphan = engine.script("INSERT INTO \"odd \"\"name\" VALUES (99, 99)", STATEMENT);
        assert!(double.is_err() && orphan.is_err());
    }

    #[test]
    fn a_table_that_refers_to_itself_is_shuffled_without_its_keys() {
        let schema =
            "CREATE TABLE staff (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES staff (id))";
        let data = "INSERT INTO staff VALUES (1, NULL); INSERT INTO staff VALUES (2, 1); INSERT INTO staff VALUES (3, 2)";
        let engine = Engine::loaded(schema, data).expect("it loads");
        let tables = Tables::of(&engine).expect("tables are listed");
        tables.relay(&engine, Layout::Backwards).expect("it is laid anew");
        let ids = rows(&engine, "SELECT id FROM staff");
        assert_eq!(ids, ["3", "2", "1"].map(|id| vec![Cell::Int(id.to_owned())]));
    }
}
