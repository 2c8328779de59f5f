//! Which rows belong together: the tables as they are read once, their keys, and whose child a row is.

use std::collections::HashMap;

use super::super::STATEMENT;
use super::super::engine::{Engine, Trouble};
use super::super::shuffle::quoted;
use crate::content::cell::{Cell, Table};

/// More rows than this in all are not worth a search that has two seconds.
const MOST_ROWS: usize = 20_000;

/// One table with its rows in the order they lie in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub name: String,
    pub table: Table,
    /// What the engine calls each row.
    pub rowids: Vec<Cell>,
    /// The places of the primary key's columns.
    pub key: Vec<usize>,
}

impl Sheet {
    /// Gives a column's place by its name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name))
    }
}

/// Columns of one table that name a row of another by its key. Tables and columns are places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub child: usize,
    pub columns: Vec<usize>,
    pub parent: usize,
    pub keys: Vec<usize>,
}

/// All tables of a dataset, and how they hang together.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub sheets: Vec<Sheet>,
    pub links: Vec<Link>,
}

impl Family {
    /// Reads the tables of a database that was entered. None when they hold too many rows.
    pub fn read(
        engine: &Engine,
        database: &str,
        names: &[String],
    ) -> Result<Option<Self>, Trouble> {
        let mut sheets = Vec::new();
        let mut room = MOST_ROWS;
        for name in names {
            let select = format!("SELECT *, rowid FROM {database}.main.{}", quoted(name));
            let (mut table, _) = engine.query(&select, room, STATEMENT)?;
            if table.cut {
                return Ok(None);
            }
            room -= table.rows.len();
            table.columns.pop();
            let rowids = table.rows.iter_mut().filter_map(Vec::pop).collect();
            sheets.push(Sheet { name: name.clone(), table, rowids, key: Vec::new() });
        }
        let constraints = format!(
            "SELECT table_name, constraint_type, constraint_column_names, referenced_table, \
             referenced_column_names FROM duckdb_constraints() WHERE database_name = '{database}' \
             AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') ORDER BY ALL"
        );
        let (constraints, _) = engine.query(&constraints, 1000, STATEMENT)?;
        let mut family = Self { sheets, links: Vec::new() };
        constraints.rows.iter().for_each(|row| family.take_key(row));
        constraints.rows.iter().for_each(|row| family.take_reference(row));
        family.link_by_name();
        Ok(Some(family))
    }

    fn place(&self, table: &Cell) -> Option<usize> {
        let Cell::Text(name) = table else { return None };
        self.sheets.iter().position(|sheet| sheet.name == *name)
    }

    fn columns(&self, sheet: usize, names: &Cell) -> Vec<usize> {
        let Cell::List(names) = names else { return Vec::new() };
        let column = |name: &Cell| match name {
            Cell::Text(name) => self.sheets[sheet].column(name),
            _ => None,
        };
        names.iter().filter_map(column).collect()
    }

    fn take_key(&mut self, constraint: &[Cell]) {
        let [table, kind, columns, ..] = constraint else { return };
        if let (Some(place), true) = (self.place(table), is_text(kind, "PRIMARY KEY")) {
            self.sheets[place].key = self.columns(place, columns);
        }
    }

    fn take_reference(&mut self, constraint: &[Cell]) {
        let [table, kind, columns, referenced, keys] = constraint else { return };
        let (Some(child), Some(parent), true) =
            (self.place(table), self.place(referenced), is_text(kind, "FOREIGN KEY"))
        else {
            return;
        };
        let (columns, keys) = (self.columns(child, columns), self.columns(parent, keys));
        self.links.push(Link { child, columns, parent, keys });
    }

    /// A column that is called like another table's only key refers to it, said or not.
    pub fn link_by_name(&mut self) {
        for parent in 0..self.sheets.len() {
            let &[key] = self.sheets[parent].key.as_slice() else { continue };
            for child in 0..self.sheets.len() {
                for column in 0..self.sheets[child].table.columns.len() {
                    if self.refers((child, column), (parent, key)) {
                        let (columns, keys) = (vec![column], vec![key]);
                        self.links.push(Link { child, columns, parent, keys });
                    }
                }
            }
        }
    }

    fn refers(&self, (child, column): (usize, usize), (parent, key): (usize, usize)) -> bool {
        let said = |link: &Link| link.child == child && link.columns == [column];
        // Two tables with the same key: the later one extends the earlier one.
        let backwards = self.sheets[child].key == [column] && child <= parent;
        if child == parent || backwards || self.links.iter().any(said) {
            return false;
        }
        let heading = |sheet: usize, place: usize| {
            self.sheets[sheet].table.columns[place].name.to_ascii_lowercase()
        };
        let (column, key) = (heading(child, column), heading(parent, key));
        let owner = self.sheets[parent].name.to_ascii_lowercase();
        match key.as_str() {
            // `customer_id` of `customers`, `category_id` of `categories`.
            "id" => column.strip_suffix("_id").is_some_and(|stem| {
                let stem = stem.strip_suffix('y').unwrap_or(stem);
                stem.len() > 1 && owner.starts_with(stem) && owner.len() <= stem.len() + 3
            }),
            _ => column == key,
        }
    }

    /// Gives the number of rows in all tables.
    pub fn row_count(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.table.rows.len()).sum()
    }

    /// Gives for every row, counted through all tables, the rows that are its children.
    pub fn children(&self) -> Vec<Vec<usize>> {
        let first = self.first_rows();
        let mut children = vec![Vec::new(); self.row_count()];
        for link in &self.links {
            let parents = self.sheets[link.parent].table.rows.iter().enumerate();
            let by_key: HashMap<String, usize> = parents
                .filter_map(|(row, cells)| Some((key_of(cells, &link.keys)?, row)))
                .collect();
            for (row, cells) in self.sheets[link.child].table.rows.iter().enumerate() {
                let parent = key_of(cells, &link.columns).and_then(|key| by_key.get(&key).copied());
                let child = first[link.child] + row;
                match parent.map(|parent| first[link.parent] + parent) {
                    Some(parent) if parent != child => children[parent].push(child),
                    _ => {}
                }
            }
        }
        children
    }

    /// Gives for every table the number of its first row when all are counted through.
    pub fn first_rows(&self) -> Vec<usize> {
        let count = |next: &mut usize, sheet: &Sheet| {
            let first = *next;
            *next += sheet.table.rows.len();
            Some(first)
        };
        self.sheets.iter().scan(0, count).collect()
    }

    /// Gives the tables with their rows in another order, in which the engine is asked to read them.
    pub fn ordered(&self, engine: &Engine, database: &str, order: &str) -> Result<Family, Trouble> {
        let mut family = self.clone();
        for sheet in &mut family.sheets {
            let name = quoted(&sheet.name);
            let select = format!("SELECT rowid FROM {database}.main.{name} ORDER BY {order}");
            let (places, _) = engine.query(&select, MOST_ROWS, STATEMENT)?;
            let place = |id: &Cell| places.rows.iter().position(|row| row[0] == *id);
            let mut rows: Vec<_> = sheet.rowids.drain(..).zip(sheet.table.rows.drain(..)).collect();
            rows.sort_by_key(|(id, _)| place(id));
            (sheet.rowids, sheet.table.rows) = rows.into_iter().unzip();
        }
        Ok(family)
    }

    /// Gives the tables with only the rows that are kept.
    pub fn with_only(&self, kept: &[bool]) -> Family {
        let mut family = self.clone();
        for (sheet, first) in family.sheets.iter_mut().zip(self.first_rows()) {
            let stays = |row: usize| kept.get(first + row).copied().unwrap_or(false);
            let mut rows = (0..).map(stays);
            sheet.table.rows.retain(|_| rows.next().unwrap_or(false));
            let mut rows = (0..).map(stays);
            sheet.rowids.retain(|_| rows.next().unwrap_or(false));
        }
        family
    }
}

fn is_text(cell: &Cell, text: &str) -> bool {
    matches!(cell, Cell::Text(found) if found == text)
}

/// Gives a key as a text; none when a part of it is NULL.
fn key_of(cells: &[Cell], places: &[usize]) -> Option<String> {
    let parts: Vec<&Cell> = places.iter().map(|&place| &cells[place]).collect();
    let known = !parts.is_empty() && parts.iter().all(|cell| **cell != Cell::Null);
    known.then(|| format!("{parts:?}"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Family, Link};
    use crate::judge::sql::engine::Engine;
    use crate::judge::sql::shuffle::Tables;

    /// Loads and reads a family.
    pub fn family(schema: &str, data: &str) -> Family {
        let engine = Engine::loaded("", "").expect("DuckDB starts");
        engine.enter("there", schema, data).expect("it loads");
        let tables = Tables::of(&engine).expect("tables are listed");
        Family::read(&engine, "there", &tables.names).expect("it reads").expect("it is small")
    }

    #[test]
    fn children_are_found_by_what_is_said_and_by_names() {
        let family = family(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY);
             CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER);
             CREATE TABLE lines (order_id INTEGER, line INTEGER, sold_in INTEGER REFERENCES customers (id), PRIMARY KEY (order_id, line));",
            "INSERT INTO customers VALUES (7), (8);
             INSERT INTO orders VALUES (70, 7), (80, 8), (90, NULL), (91, 99);
             INSERT INTO lines VALUES (70, 1, 8), (70, 2, 8), (80, 1, 7);",
        );
        let link = |child, column, parent, key| Link {
            child,
            columns: vec![column],
            parent,
            keys: vec![key],
        };
        let mut links = family.links.clone();
        links.sort_by_key(|link| (link.child, link.columns.clone()));
        assert_eq!(links, [link(1, 1, 0, 0), link(2, 0, 1, 0), link(2, 2, 0, 0)]);
        let mut children = family.children();
        children.iter_mut().for_each(|children| children.sort_unstable());
        assert_eq!(children[0], [2, 8], "customer 7 has order 70 and the line sold in 7");
        assert_eq!(children[1], [3, 6, 7]);
        assert_eq!(children[2], [6, 7]);
        assert!(children[4].is_empty() && children[8].is_empty());
    }

    #[test]
    fn a_table_with_the_same_key_extends_the_earlier_one() {
        let family = family(
            "CREATE TABLE users (user_id INTEGER PRIMARY KEY);
             CREATE TABLE profiles (user_id INTEGER PRIMARY KEY, boss_id INTEGER);",
            "INSERT INTO users VALUES (1), (2); INSERT INTO profiles VALUES (2, 1);",
        );
        assert_eq!(family.children(), [vec![], vec![2], vec![]]);
        let small = family.with_only(&[false, true, true]);
        assert_eq!(small.row_count(), 2);
    }
}
