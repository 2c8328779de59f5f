//! One or two entities out of a question's own datasets, with the rows around them, a little changed.
//!
//! Rows drawn freely rarely make a streak, a funnel or a session; an excerpt begins with one.

use rand::RngExt;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::palette::{Palette, is_id, shared_name};
use super::sample::{Row, Sample};
use crate::judge::sql::catalog::Catalog;

/// The most rows of a table in an excerpt.
const ROWS: usize = 8;
/// How often a value is drawn anew, a row is lost, and a row comes twice.
const CHANGED: f64 = 0.08;
const LOST: f64 = 0.1;
const TWICE: f64 = 0.12;

/// Takes an excerpt of one of the datasets and changes it a little.
pub fn excerpt(
    datasets: &[Sample],
    catalog: &Catalog,
    palette: &mut Palette<'_>,
    rng: &mut ChaCha8Rng,
) -> Option<Sample> {
    let dataset = datasets.choose(rng)?;
    let mut taken = Sample { tables: vec![Vec::new(); catalog.tables.len()] };
    for _ in 0..rng.random_range(1..=2) {
        take_entity(dataset, catalog, &mut taken, rng);
    }
    for (place, table) in catalog.tables.iter().enumerate() {
        let rows = &mut taken.tables[place];
        rows.retain(|_| !rng.random_bool(LOST));
        for i in 0..rows.len() {
            if rng.random_bool(TWICE) {
                let copy = rows[i].clone();
                rows.push(copy);
            }
        }
        for row in rows.iter_mut() {
            for (value, column) in row.iter_mut().zip(&table.columns) {
                let anew = rng.random_bool(if table.is_key(&column.name) {
                    CHANGED / 2.0
                } else {
                    CHANGED
                });
                if anew {
                    let lacks = column.nullable && rng.random_bool(0.25);
                    *value = if lacks { None } else { palette.draw(table, column, rng) };
                }
            }
        }
        renumber(rows, table, rng);
    }
    Some(taken)
}

/// Takes the rows that carry one id of a random row, then those that these refer to.
fn take_entity(dataset: &Sample, catalog: &Catalog, taken: &mut Sample, rng: &mut ChaCha8Rng) {
    let full: Vec<usize> =
        (0..dataset.tables.len()).filter(|i| !dataset.tables[*i].is_empty()).collect();
    let Some(&place) = full.choose(rng) else { return };
    let Some(row) = dataset.tables[place].choose(rng) else { return };
    let ids = ids(catalog, place, row);
    let Some(id) = ids.choose(rng) else {
        return push(taken, place, row);
    };
    let mut known = vec![id.clone()];
    for hop in 0..2 {
        let mut found = Vec::new();
        for (place, rows) in dataset.tables.iter().enumerate() {
            let about: Vec<&Row> = rows
                .iter()
                .filter(|row| {
                    let own = self::ids(catalog, place, row);
                    own.iter().any(|id| known.contains(id))
                })
                .collect();
            // A window of neighbouring rows keeps what belongs together in time.
            let start =
                if about.len() > ROWS { rng.random_range(0..=about.len() - ROWS) } else { 0 };
            for row in about.into_iter().skip(start).take(ROWS) {
                push(taken, place, row);
                found.extend(self::ids(catalog, place, row));
            }
        }
        if hop == 0 {
            known = found;
        }
    }
}

fn push(taken: &mut Sample, place: usize, row: &Row) {
    if taken.tables[place].len() < ROWS && !taken.tables[place].contains(row) {
        taken.tables[place].push(row.clone());
    }
}

/// Gives what a row can be found by: the names and values of its ids.
fn ids(catalog: &Catalog, place: usize, row: &Row) -> Vec<(String, String)> {
    let table = &catalog.tables[place];
    let id = |(column, value): (&crate::judge::sql::catalog::ColumnInfo, &Option<String>)| {
        is_id(table, column).then(|| Some((shared_name(table, column), value.clone()?))).flatten()
    };
    table.columns.iter().zip(row).filter_map(id).collect()
}

/// Gives copies a key of their own where the key is one number.
fn renumber(rows: &mut [Row], table: &crate::judge::sql::catalog::TableInfo, rng: &mut ChaCha8Rng) {
    let number = |key: &Vec<String>| {
        let [name] = key.as_slice() else { return None };
        let place = table.columns.iter().position(|column| column.name == *name)?;
        (table.columns[place].class() == "number").then_some(place)
    };
    let Some(place) = table.keys.iter().find_map(number) else { return };
    for i in 1..rows.len() {
        let taken = rows[..i].iter().any(|row| row[place] == rows[i][place]);
        if taken {
            rows[i][place] = Some(rng.random_range(900_000..999_999).to_string());
        }
    }
}
