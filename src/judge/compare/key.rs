//! The part of a value that is compared exactly, in a form that can be hashed.

use std::str::FromStr;

use bigdecimal::BigDecimal;
use chrono::NaiveDate;

use super::cells::normal_text;
use crate::content::cell::Cell;

const DAY_MICROS: i128 = 86_400_000_000;

/// A value up to exact equality. Dates and timestamps share a variant, since a date equals its midnight.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Null,
    /// A value that is there and is compared with tolerance elsewhere.
    Something,
    Bool(bool),
    Number(BigDecimal),
    Text(String),
    Wall(i128),
    Instant(i64),
    Time(i64),
    Interval(i32, i128),
    Blob(Vec<u8>),
    List(Vec<Key>),
}

/// Gives the key of a cell; floats, structs and maps have none but that they are there.
pub(super) fn of(cell: &Cell) -> Key {
    match cell {
        Cell::Null => Key::Null,
        Cell::Bool(value) => Key::Bool(*value),
        Cell::Int(digits) | Cell::Dec(digits) => number(digits),
        Cell::Float(_) | Cell::Struct(_) | Cell::Map(_) => Key::Something,
        Cell::Text(text) => Key::Text(normal_text(text)),
        Cell::Date(text) => wall_of_date(text).map_or_else(|| Key::Text(text.clone()), Key::Wall),
        Cell::Timestamp(micros) => Key::Wall(i128::from(*micros)),
        Cell::Instant(micros) => Key::Instant(*micros),
        Cell::Time(micros) => Key::Time(*micros),
        // A day has 24 hours here as in DuckDB, but a month is not thirty days.
        Cell::Interval { months, days, micros } => {
            Key::Interval(*months, i128::from(*days) * DAY_MICROS + i128::from(*micros))
        }
        Cell::Blob(bytes) => Key::Blob(bytes.clone()),
        Cell::List(items) => Key::List(items.iter().map(of).collect()),
    }
}

fn number(digits: &str) -> Key {
    BigDecimal::from_str(digits)
        .map_or_else(|_| Key::Text(digits.to_owned()), |value| Key::Number(value.normalized()))
}

/// Gives the microseconds from the epoch to a date's midnight; none for infinities.
fn wall_of_date(text: &str) -> Option<i128> {
    let date: NaiveDate = text.parse().ok()?;
    let days = date.signed_duration_since(NaiveDate::from_ymd_opt(1970, 1, 1)?).num_days();
    Some(i128::from(days) * DAY_MICROS)
}

/// Says whether a cell, at any depth, holds something its key cannot tell apart.
pub(super) fn is_blurred(cell: &Cell) -> bool {
    match cell {
        Cell::Float(_) | Cell::Struct(_) | Cell::Map(_) => true,
        Cell::List(items) => items.iter().any(is_blurred),
        _ => false,
    }
}
