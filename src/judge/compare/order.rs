//! Do the rows stand in the order that was asked for, and which of them lie at a cut?

use std::cmp::Ordering;

use super::View;
use super::bind::folded;
use super::cells::{self, Number, TOLERANCE};
use super::key::{self, Key};
use crate::content::cell::Cell;
use crate::content::contract::{Contract, Dir, Nulls, OrderKey};

/// An order key with the place of its column in the contract.
pub(super) struct SortKey {
    place: usize,
    dir: Dir,
    nulls: Nulls,
}

/// How one value stands to the next under one key.
enum Step {
    Before,
    Tie,
    /// Two floats closer than the tolerance: either may come first.
    Open,
    After,
}

/// Finds the contract's order keys among its columns.
pub(super) fn keys(contract: &Contract) -> Result<Vec<SortKey>, String> {
    contract.order.keys().iter().map(|key| sort_key(key, contract)).collect()
}

fn sort_key(key: &OrderKey, contract: &Contract) -> Result<SortKey, String> {
    let wanted = folded(&key.col);
    let place = contract.columns.iter().position(|column| folded(&column.name) == wanted);
    let place = place.ok_or_else(|| format!("the order key `{}` is not a column", key.col))?;
    Ok(SortKey { place, dir: key.dir, nulls: key.nulls })
}

/// Gives the first row that should stand before its predecessor.
pub(super) fn first_break(rows: &[Vec<&Cell>], keys: &[SortKey]) -> Option<usize> {
    (1..rows.len()).find(|&i| matches!(step(&rows[i - 1], &rows[i], keys), Step::After))
}

fn step(left: &[&Cell], right: &[&Cell], keys: &[SortKey]) -> Step {
    for key in keys {
        match step_by(left[key.place], right[key.place], key) {
            Step::Tie => {}
            decided => return decided,
        }
    }
    Step::Tie
}

fn step_by(left: &Cell, right: &Cell, key: &SortKey) -> Step {
    match (left, right) {
        (Cell::Null, Cell::Null) => return Step::Tie,
        (Cell::Null, _) => return before_if(key.nulls == Nulls::First),
        (_, Cell::Null) => return before_if(key.nulls == Nulls::Last),
        _ => {}
    }
    match order_cells(left, right) {
        Ordering::Equal => Step::Tie,
        _ if is_within_tolerance(left, right) => Step::Open,
        order => before_if(order.is_lt() == (key.dir == Dir::Asc)),
    }
}

fn before_if(before: bool) -> Step {
    if before { Step::Before } else { Step::After }
}

fn is_within_tolerance(left: &Cell, right: &Cell) -> bool {
    if !matches!(left, Cell::Float(_)) && !matches!(right, Cell::Float(_)) {
        return false;
    }
    let Some((left, right)) = Number::of(left).zip(Number::of(right)) else { return false };
    let (left, right) = (left.to_f64(), right.to_f64());
    (left - right).abs() <= TOLERANCE.max(TOLERANCE * left.abs().max(right.abs()))
        && left.is_finite()
        && right.is_finite()
}

/// Orders two values that are not NULL as DuckDB does; text by its bytes.
fn order_cells(left: &Cell, right: &Cell) -> Ordering {
    match (left, right) {
        (Cell::Text(left), Cell::Text(right)) => left.cmp(right),
        (Cell::List(left), Cell::List(right)) => order_lists(left, right),
        (Cell::Struct(left), Cell::Struct(right)) => {
            let steps = left.iter().zip(right).map(|(left, right)| order_nested(&left.1, &right.1));
            first_difference(steps)
        }
        _ => match Number::of(left).zip(Number::of(right)) {
            Some((left, right)) => cells::order_numbers(&left, &right),
            None => order_keys(&key::of(left), &key::of(right)),
        },
    }
}

fn order_lists(left: &[Cell], right: &[Cell]) -> Ordering {
    let steps = left.iter().zip(right).map(|(left, right)| order_nested(left, right));
    first_difference(steps).then(left.len().cmp(&right.len()))
}

/// Inside a list or struct NULL is the greatest value.
fn order_nested(left: &Cell, right: &Cell) -> Ordering {
    match (left, right) {
        (Cell::Null, _) | (_, Cell::Null) => (left == &Cell::Null).cmp(&(right == &Cell::Null)),
        _ => order_cells(left, right),
    }
}

fn first_difference(mut steps: impl Iterator<Item = Ordering>) -> Ordering {
    steps.find(|step| step.is_ne()).unwrap_or(Ordering::Equal)
}

fn order_keys(left: &Key, right: &Key) -> Ordering {
    // DuckDB orders intervals by their length with months of thirty days.
    const MONTH_MICROS: i128 = 30 * 86_400_000_000;
    match (left, right) {
        (Key::Bool(left), Key::Bool(right)) => left.cmp(right),
        (Key::Wall(left), Key::Wall(right)) => left.cmp(right),
        (Key::Instant(left), Key::Instant(right)) | (Key::Time(left), Key::Time(right)) => {
            left.cmp(right)
        }
        (Key::Interval(months, rest), Key::Interval(other_months, other_rest)) => {
            let length = |months: &i32, rest: &i128| i128::from(*months) * MONTH_MICROS + rest;
            length(months, rest).cmp(&length(other_months, other_rest))
        }
        (Key::Blob(left), Key::Blob(right)) => left.cmp(right),
        _ => Ordering::Equal,
    }
}

/// The place where a limited result ends among the gold rows.
pub(super) struct Cut {
    pub limit: usize,
    places: Vec<Place>,
}

/// Where a gold row lies.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Above,
    /// It is tied with the last row inside the limit.
    Tied,
    Beyond,
}

impl Cut {
    /// Finds the rows tied at the limit; `limit` must be smaller than the number of gold rows.
    pub fn at(limit: usize, gold: &View<'_>, keys: &[SortKey]) -> Self {
        let mut order: Vec<usize> = (0..gold.rows.len()).collect();
        order.sort_by(|&i, &j| total(&gold.rows[i], &gold.rows[j], keys));
        let Some(last) = limit.checked_sub(1) else {
            return Self { limit, places: vec![Place::Beyond; gold.rows.len()] };
        };
        let last = &gold.rows[order[last]];
        let place = |row: &Vec<&Cell>| match step(row, last, keys) {
            Step::Before => Place::Above,
            Step::Tie | Step::Open => Place::Tied,
            Step::After => Place::Beyond,
        };
        Self { limit, places: gold.rows.iter().map(place).collect() }
    }

    /// Says whether a gold row must be in the result.
    pub fn is_above(&self, gold: usize) -> bool {
        self.places[gold] == Place::Above
    }

    /// Says whether a gold row may be in the result or not.
    pub fn is_tied(&self, gold: usize) -> bool {
        self.places[gold] == Place::Tied
    }

    /// Says whether a gold row may not be in the result.
    pub fn is_beyond(&self, gold: usize) -> bool {
        self.places[gold] == Place::Beyond
    }
}

/// Orders rows without regard to tolerance, so that it can serve a sort.
fn total(left: &[&Cell], right: &[&Cell], keys: &[SortKey]) -> Ordering {
    let by = |key: &SortKey| {
        let (left, right) = (left[key.place], right[key.place]);
        match (left == &Cell::Null, right == &Cell::Null) {
            (true, true) => Ordering::Equal,
            (false, false) if key.dir == Dir::Desc => order_cells(right, left),
            (false, false) => order_cells(left, right),
            (left_null, _) => match left_null == (key.nulls == Nulls::First) {
                true => Ordering::Less,
                false => Ordering::Greater,
            },
        }
    };
    first_difference(keys.iter().map(by))
}

/// Says where the order breaks, without values.
pub(super) fn break_words(row: usize, contract: &Contract) -> String {
    let key = |key: &OrderKey| {
        let dir = if key.dir == Dir::Desc { " descending" } else { "" };
        let nulls = if key.nulls == Nulls::First { " with NULLs first" } else { "" };
        format!("`{}`{dir}{nulls}", key.col)
    };
    let keys = contract.order.keys().iter().map(key).collect::<Vec<_>>().join(", ");
    format!("The rows are right, their order is not: row {} breaks the order by {keys}.", row + 1)
}
