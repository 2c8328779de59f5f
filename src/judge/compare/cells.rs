//! Are two values the same? NULL, tolerance and rounding are settled here.

use std::cmp::Ordering;
use std::str::FromStr;

use bigdecimal::{BigDecimal, RoundingMode, ToPrimitive};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::bind::folded;
use super::matching;
use crate::content::cell::Cell;
use crate::content::contract::{Class, Column};

/// The tolerance for floating-point numbers, absolute and relative.
pub(super) const TOLERANCE: f64 = 1e-9;
/// Two whole numbers are never closer than this, so no relative tolerance may bridge it.
const WHOLE_NUMBER_TOLERANCE: f64 = 0.25;

/// A number as it came: exact or binary.
#[derive(Clone, Debug)]
pub(super) enum Number {
    Exact(BigDecimal),
    Float(f64),
}

impl Number {
    /// Reads a number from a cell; text is never one.
    pub fn of(cell: &Cell) -> Option<Number> {
        match cell {
            Cell::Int(digits) | Cell::Dec(digits) => {
                BigDecimal::from_str(digits).ok().map(Number::Exact)
            }
            Cell::Float(value) => Some(Number::Float(*value)),
            _ => None,
        }
    }

    /// Gives the nearest binary number.
    pub fn to_f64(&self) -> f64 {
        match self {
            Number::Exact(value) => value.to_f64().unwrap_or(f64::NAN),
            Number::Float(value) => *value,
        }
    }

    fn is_float(&self) -> bool {
        matches!(self, Number::Float(_))
    }

    /// Gives the shortest decimal that reads back as this number; none for NaN and the infinities.
    fn to_decimal(&self) -> Option<BigDecimal> {
        match self {
            Number::Exact(value) => Some(value.clone()),
            Number::Float(value) if value.is_finite() => {
                BigDecimal::from_str(&format!("{value:?}")).ok()
            }
            Number::Float(_) => None,
        }
    }
}

/// Says whether two cells of one column are the same under the contract.
pub(super) fn same(gold: &Cell, actual: &Cell, column: &Column) -> bool {
    match (gold, actual) {
        (Cell::List(gold), Cell::List(actual)) if column.unordered => {
            same_in_any_order(gold, actual, column)
        }
        (Cell::List(gold), Cell::List(actual)) => {
            gold.len() == actual.len()
                && gold.iter().zip(actual).all(|(gold, actual)| same(gold, actual, column))
        }
        (Cell::Struct(gold), Cell::Struct(actual)) => same_fields(gold, actual, column),
        (Cell::Map(gold), Cell::Map(actual)) => same_entries(gold, actual, column),
        _ => same_scalars(gold, actual, column),
    }
}

fn same_in_any_order(gold: &[Cell], actual: &[Cell], column: &Column) -> bool {
    gold.len() == actual.len()
        && matching::is_perfect(gold.len(), |i, j| same(&gold[i], &actual[j], column))
}

fn same_fields(gold: &[(String, Cell)], actual: &[(String, Cell)], column: &Column) -> bool {
    if gold.len() != actual.len() {
        return false;
    }
    if actual.iter().all(|(name, _)| name.is_empty()) {
        return gold.iter().zip(actual).all(|((_, gold), (_, actual))| same(gold, actual, column));
    }
    gold.iter().all(|(name, gold)| {
        let twin = actual.iter().find(|(other, _)| folded(other) == folded(name));
        twin.is_some_and(|(_, actual)| same(gold, actual, column))
    })
}

fn same_entries(gold: &[(Cell, Cell)], actual: &[(Cell, Cell)], column: &Column) -> bool {
    let entry = |i: usize, j: usize| {
        same(&gold[i].0, &actual[j].0, column) && same(&gold[i].1, &actual[j].1, column)
    };
    gold.len() == actual.len() && matching::is_perfect(gold.len(), entry)
}

fn same_scalars(gold: &Cell, actual: &Cell, column: &Column) -> bool {
    match (Number::of(gold), Number::of(actual)) {
        (Some(gold), Some(actual)) => same_numbers(&gold, &actual, column),
        (None, None) => super::key::of(gold) == super::key::of(actual),
        _ => false,
    }
}

fn same_numbers(gold: &Number, actual: &Number, column: &Column) -> bool {
    if let Some(digits) = column.round {
        return is_rounded_from(gold, actual, digits);
    }
    match (gold, actual) {
        (Number::Exact(gold), Number::Exact(actual)) => gold == actual,
        _ => same_floats(gold.to_f64(), actual.to_f64(), column.class),
    }
}

fn same_floats(gold: f64, actual: f64, class: Class) -> bool {
    if !gold.is_finite() || !actual.is_finite() {
        return gold == actual || (gold.is_nan() && actual.is_nan());
    }
    let relative = TOLERANCE * gold.abs().max(actual.abs());
    let allowed = match class {
        Class::Int => relative.min(WHOLE_NUMBER_TOLERANCE),
        _ => relative,
    };
    (gold - actual).abs() <= allowed.max(TOLERANCE)
}

/// Says whether `actual` is the gold value rounded to `digits`, half up or half to even.
///
/// Where a float is involved, a value within the tolerance of a half may fall to either side: the
/// same mean computed in another order differs in its last bit.
fn is_rounded_from(gold: &Number, actual: &Number, digits: u32) -> bool {
    let (Some(exact), Some(shown)) = (gold.to_decimal(), actual.to_decimal()) else {
        return same_floats(gold.to_f64(), actual.to_f64(), Class::Number);
    };
    let fuzzy = gold.is_float() || actual.is_float();
    let close = |wanted: BigDecimal| is_shown_as(&wanted, &shown, actual.is_float());
    roundings(&exact, digits, fuzzy).into_iter().any(close)
}

fn is_shown_as(wanted: &BigDecimal, shown: &BigDecimal, float: bool) -> bool {
    if !float {
        return (wanted - shown).abs() <= decimal(TOLERANCE);
    }
    let (wanted, shown) = (wanted.to_f64().unwrap_or(f64::NAN), shown.to_f64().unwrap_or(f64::NAN));
    // Beyond a million the step between two floats nears the tolerance; a few steps are noise.
    (wanted - shown).abs() <= TOLERANCE.max(4.0 * f64::EPSILON * wanted.abs())
}

/// Gives every value `exact` may honestly be rounded to.
fn roundings(exact: &BigDecimal, digits: u32, fuzzy: bool) -> Vec<BigDecimal> {
    let scale = i64::from(digits);
    let noise = match fuzzy {
        true => decimal(TOLERANCE.max(2.0 * f64::EPSILON * exact.to_f64().unwrap_or(0.0).abs())),
        false => BigDecimal::from(0),
    };
    let starts = [exact.clone(), exact + &noise, exact - &noise];
    let modes = [RoundingMode::HalfUp, RoundingMode::HalfEven];
    let round = |start: &BigDecimal| modes.map(|mode| start.with_scale_round(scale, mode));
    starts.iter().flat_map(round).collect()
}

fn decimal(value: f64) -> BigDecimal {
    BigDecimal::from_str(&format!("{value:?}")).expect("a finite float is a decimal")
}

/// Says whether two numbers differ by no more than rounding to some digits would explain.
pub(super) fn differ_by_rounding(gold: &Cell, actual: &Cell, column: &Column) -> bool {
    let numbers = Number::of(gold).zip(Number::of(actual));
    let Some((gold, shown)) = numbers.and_then(|(g, a)| g.to_decimal().zip(a.to_decimal())) else {
        return false;
    };
    let apart = (&gold - &shown).abs();
    let unit = |digits: i64| BigDecimal::new(1.into(), digits);
    match column.round {
        Some(digits) => apart <= unit(i64::from(digits)),
        None => {
            let places = shown.normalized().fractional_digit_count();
            // Only a value that was visibly rounded: fewer digits than the gold one has.
            (0..=6).contains(&places)
                && gold.normalized().fractional_digit_count() > places
                && apart * BigDecimal::from(2) <= unit(places)
        }
    }
}

/// Says whether a number has no more than `digits` digits after the point.
pub(super) fn has_at_most_digits(cell: &Cell, digits: u32) -> bool {
    let value = Number::of(cell).and_then(|number| number.to_decimal());
    value.is_none_or(|value| {
        let rounded = value.with_scale_round(i64::from(digits), RoundingMode::HalfEven);
        (value - rounded).abs() <= decimal(TOLERANCE)
    })
}

/// Gives a number rounded half up; anything else, and a number with fewer digits, as it is.
pub(super) fn rounded(cell: &Cell, digits: u32) -> Cell {
    let value = Number::of(cell).and_then(|number| number.to_decimal());
    match value {
        Some(value) if !has_at_most_digits(cell, digits) => {
            let rounded = value.with_scale_round(i64::from(digits), RoundingMode::HalfUp);
            Cell::Dec(rounded.to_plain_string())
        }
        _ => cell.clone(),
    }
}

/// Gives text in the form in which equal characters have equal bytes.
pub(super) fn normal_text(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Orders two numbers; NaN is the greatest, as in DuckDB. Values within the tolerance are not equal here.
pub(super) fn order_numbers(left: &Number, right: &Number) -> Ordering {
    if let (Number::Exact(left), Number::Exact(right)) = (left, right) {
        return left.cmp(right);
    }
    let (left, right) = (left.to_f64(), right.to_f64());
    left.partial_cmp(&right).unwrap_or_else(|| left.is_nan().cmp(&right.is_nan()))
}
