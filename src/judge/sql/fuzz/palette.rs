//! Which values a random row may hold: those of the question, and what lies just beside them.

use std::collections::BTreeMap;

use chrono::{Duration, Months, NaiveDateTime};
use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use serde_json::Value;

use crate::judge::sql::catalog::{Catalog, ColumnInfo, TableInfo};
use crate::judge::sql::engine::{Engine, Trouble};
use crate::judge::sql::tree::Tree;

/// The values seen so far: by column from the datasets, and the literals of the queries.
#[derive(Clone, Debug, Default)]
pub struct Pools {
    columns: BTreeMap<(String, String), Vec<String>>,
    numbers: Vec<String>,
    texts: Vec<String>,
    moments: Vec<NaiveDateTime>,
}

/// Values kept of one column of one dataset.
const KEPT: usize = 40;

impl Pools {
    /// Takes the literals of a query.
    pub fn take_literals(&mut self, tree: &Tree) {
        self.literals(&tree.0);
    }

    /// Takes the values of the database in use.
    pub fn take_rows(&mut self, engine: &Engine, catalog: &Catalog) -> Result<(), Trouble> {
        for table in &catalog.tables {
            for column in &table.columns {
                let sql = format!(
                    "SELECT DISTINCT {0}::VARCHAR, '' FROM {1} WHERE {0} IS NOT NULL ORDER BY hash({0}::VARCHAR) LIMIT {KEPT}",
                    super::super::shuffle::quoted(&column.name),
                    super::super::shuffle::quoted(&table.name)
                );
                let values = engine.pairs(&sql)?.into_iter().map(|(value, _)| value);
                self.columns
                    .entry((table.name.clone(), column.name.clone()))
                    .or_default()
                    .extend(values);
            }
        }
        Ok(())
    }

    fn literals(&mut self, node: &Value) {
        match node {
            Value::Array(items) => items.iter().for_each(|item| self.literals(item)),
            Value::Object(fields) => {
                let text = node["literal"]["text"].as_str();
                match (node["literal"]["kind"].as_str(), text) {
                    (Some("INTEGER" | "NUMERIC"), Some(number)) => {
                        self.numbers.push(number.to_owned())
                    }
                    (Some("STRING"), Some(text)) => match moment(text) {
                        Some(moment) => self.moments.push(moment),
                        None => self.texts.push(text.to_owned()),
                    },
                    _ => {}
                }
                fields.values().for_each(|value| self.literals(value));
            }
            _ => {}
        }
    }

    fn column(&self, table: &TableInfo, column: &ColumnInfo) -> &[String] {
        self.columns.get(&(table.name.clone(), column.name.clone())).map_or(&[], Vec::as_slice)
    }
}

/// The few values one random database is made of.
pub struct Palette<'p> {
    pools: &'p Pools,
    /// The moment everything in this database happens around.
    base: Option<NaiveDateTime>,
    columns: BTreeMap<(String, String), Vec<String>>,
}

impl<'p> Palette<'p> {
    /// Begins a palette around one moment of the question.
    pub fn new(pools: &'p Pools, catalog: &Catalog, rng: &mut ChaCha8Rng) -> Self {
        let mut palette = Self { pools, base: None, columns: BTreeMap::new() };
        palette.base = palette.draw_base(catalog, rng);
        palette
    }

    fn draw_base(&self, catalog: &Catalog, rng: &mut ChaCha8Rng) -> Option<NaiveDateTime> {
        let times: Vec<NaiveDateTime> = catalog
            .tables
            .iter()
            .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
            .filter(|(_, column)| column.class() == "time")
            .flat_map(|(table, column)| self.pools.column(table, column))
            .filter_map(|text| moment(text))
            .collect();
        let literal = !self.pools.moments.is_empty() && rng.random_bool(0.5);
        if literal { self.pools.moments.choose(rng).copied() } else { times.choose(rng).copied() }
    }

    /// Draws a value for a column; columns of one name share their values, so that rows meet.
    pub fn draw(
        &mut self,
        table: &TableInfo,
        column: &ColumnInfo,
        rng: &mut ChaCha8Rng,
    ) -> Option<String> {
        if column.class() == "time" && rng.random_bool(0.6) {
            return self.time(table, column, rng);
        }
        let name = shared_name(table, column);
        let key = (name, column.class().to_owned());
        if !self.columns.contains_key(&key) {
            let few = self.few(table, column, rng);
            self.columns.insert(key.clone(), few);
        }
        self.columns[&key].choose(rng).cloned()
    }

    /// Chooses two to five values for a column.
    fn few(&self, table: &TableInfo, column: &ColumnInfo, rng: &mut ChaCha8Rng) -> Vec<String> {
        let count = rng.random_range(2..=5);
        let seen = self.pools.column(table, column);
        let one = |rng: &mut ChaCha8Rng| self.one(table, column, seen, rng);
        let mut few: Vec<String> = (0..count).filter_map(|_| one(rng)).collect();
        if !column.listed.is_empty() {
            few = column.listed.clone();
        }
        few
    }

    fn one(
        &self,
        table: &TableInfo,
        column: &ColumnInfo,
        seen: &[String],
        rng: &mut ChaCha8Rng,
    ) -> Option<String> {
        let id = is_id(table, column);
        match column.class() {
            "number" if id => Some(rng.random_range(1..=5).to_string()),
            "number" => self.number(column, seen, rng),
            "time" => self.time(table, column, rng),
            "text" => self.text(seen, rng),
            "BOOLEAN" => Some(rng.random_bool(0.5).to_string()),
            _ => seen.choose(rng).cloned(),
        }
    }

    fn number(&self, column: &ColumnInfo, seen: &[String], rng: &mut ChaCha8Rng) -> Option<String> {
        let whole = !column.kind.contains('.')
            && !column.kind.starts_with("DECIMAL")
            && column.kind != "DOUBLE";
        match rng.random_range(0..10) {
            0 => Some("0".to_owned()),
            1 => Some(rng.random_range(-2..=5).to_string()),
            2..=4 => {
                let literal: f64 = self.pools.numbers.choose(rng)?.parse().ok()?;
                let step = if whole { 1.0 } else { *[1.0, 0.01, 0.1].choose(rng)? };
                let near = literal + step * f64::from(rng.random_range(-1..=1));
                Some(if whole { format!("{near:.0}") } else { format!("{near:.2}") })
            }
            _ => seen.choose(rng).cloned(),
        }
    }

    fn text(&self, seen: &[String], rng: &mut ChaCha8Rng) -> Option<String> {
        match rng.random_range(0..10) {
            0 => Some(String::new()),
            1 => Some(self.pools.texts.choose(rng)?.to_uppercase()),
            2 => self.pools.texts.choose(rng).cloned(),
            3 => Some(format!(" {}", seen.choose(rng)?)),
            _ => seen.choose(rng).cloned(),
        }
    }

    /// Draws a moment near the base, as near as the numbers of the question suggest.
    fn time(&self, table: &TableInfo, column: &ColumnInfo, rng: &mut ChaCha8Rng) -> Option<String> {
        let seen = self.pools.column(table, column);
        let own = rng.random_bool(0.15);
        let base = if own { seen.choose(rng).and_then(|text| moment(text)) } else { self.base };
        let base = base.or_else(|| seen.first().and_then(|text| moment(text)))?;
        let number =
            self.pools.numbers.choose(rng).and_then(|text| text.parse::<i64>().ok()).unwrap_or(1);
        let count = number.clamp(-400, 400) + rng.random_range(-1..=1);
        let moved = match rng.random_range(0..12) {
            0..=2 => Some(base),
            3 => base.checked_add_signed(Duration::seconds(rng.random_range(-2..=2))),
            4 => base.checked_add_signed(Duration::minutes(count)),
            5 => base.checked_add_signed(Duration::hours(count)),
            6 => base.checked_add_signed(Duration::days(count)),
            7 | 8 => base.checked_add_signed(Duration::days(rng.random_range(-3..=3))),
            9 => base.checked_add_months(Months::new(rng.random_range(0..=3))),
            10 => base.checked_sub_months(Months::new(rng.random_range(1..=13))),
            _ => base
                .date()
                .and_hms_opt(0, 0, 0)
                .and_then(|day| day.checked_add_signed(Duration::days(rng.random_range(0..=1)))),
        }?;
        Some(match column.kind.as_str() {
            "DATE" => moved.date().to_string(),
            _ => moved.format("%Y-%m-%d %H:%M:%S").to_string(),
        })
    }
}

/// Gives the name by which columns of different tables are known to hold the same thing.
pub fn shared_name(table: &TableInfo, column: &ColumnInfo) -> String {
    let single = table.name.trim_end_matches('s');
    match column.name.as_str() {
        "id" => format!("{single}_id"),
        name => name.to_owned(),
    }
}

/// Says whether a column tells rows apart or points to other rows.
pub fn is_id(table: &TableInfo, column: &ColumnInfo) -> bool {
    table.is_key(&column.name) || column.name == "id" || column.name.ends_with("_id")
}

/// Reads a date or a timestamp.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let text = text.get(..19).unwrap_or(text);
    let day = || chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok().or_else(day)
}
