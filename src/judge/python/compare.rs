//! When a result is the expected one: same types, same values, decided on plain data that no answer can touch.

use std::str::FromStr;

use bigdecimal::BigDecimal;

use super::value::Value;
use crate::content::question::CompareBy;

/// Floats may differ by this part of the larger one.
const TOLERANCE: f64 = 1e-9;

/// Says whether `actual` is what the case expects.
///
/// `True` is not `1` and `1` is not `1.0`, unless the case states a `$number`. NaN equals NaN. Datetimes
/// agree when they are written the same, offset included; decimals when they have the same value.
/// With [`CompareBy::Unordered`] a list counts as a bag, unless it stands inside another list.
pub fn same(expected: &Value, actual: &Value, by: CompareBy) -> bool {
    match (expected, actual) {
        (Value::List(wanted), Value::List(got)) => match by {
            CompareBy::Exact => same_sequence(wanted, got),
            CompareBy::Unordered => same_bag(wanted, got),
        },
        (Value::Tuple(wanted), Value::Tuple(got)) => {
            wanted.len() == got.len() && wanted.iter().zip(got).all(|(w, g)| same(w, g, by))
        }
        (Value::Dict(wanted), Value::Dict(got)) => same_dict(wanted, got, by),
        (Value::Set(wanted), Value::Set(got)) => same_bag(wanted, got),
        // What a case writes as an iterator may come back as a list too.
        (Value::Iter(wanted), Value::List(got)) => same_sequence(wanted, got),
        _ => same_single(expected, actual),
    }
}

/// Says whether an argument is still what it was; iterators and files are meant to be used up.
pub fn untouched(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Iter(_) | Value::File(_), _) => true,
        (Value::List(b), Value::List(a)) | (Value::Tuple(b), Value::Tuple(a)) => {
            b.len() == a.len() && b.iter().zip(a).all(|(b, a)| untouched(b, a))
        }
        (Value::Dict(b), Value::Dict(a)) => {
            let kept = |((bk, bv), (ak, av)): (&(Value, Value), &(Value, Value))| {
                untouched(bk, ak) && untouched(bv, av)
            };
            b.len() == a.len() && b.iter().zip(a).all(kept)
        }
        _ => same(before, after, CompareBy::Exact),
    }
}

/// Pairs up two bags: the indices of `wanted` without a partner and of `got` without one.
pub fn unpaired(wanted: &[Value], got: &[Value]) -> (Vec<usize>, Vec<usize>) {
    let mut free: Vec<usize> = (0..got.len()).collect();
    let mut missing = Vec::new();
    for (index, value) in wanted.iter().enumerate() {
        let partner = free.iter().position(|at| same(value, &got[*at], CompareBy::Exact));
        match partner {
            Some(at) => drop(free.remove(at)),
            None => missing.push(index),
        }
    }
    (missing, free)
}

fn same_sequence(wanted: &[Value], got: &[Value]) -> bool {
    let alike = |(w, g)| same(w, g, CompareBy::Exact);
    wanted.len() == got.len() && wanted.iter().zip(got).all(alike)
}

fn same_bag(wanted: &[Value], got: &[Value]) -> bool {
    wanted.len() == got.len() && (same_sequence(wanted, got) || unpaired(wanted, got).0.is_empty())
}

fn same_dict(wanted: &[(Value, Value)], got: &[(Value, Value)], by: CompareBy) -> bool {
    let found = |(key, value): &(Value, Value)| {
        got.iter().any(|(k, v)| same(key, k, CompareBy::Exact) && same(value, v, by))
    };
    wanted.len() == got.len() && wanted.iter().all(found)
}

fn same_single(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Float(wanted), Value::Float(got)) => close(*wanted, *got),
        (Value::Number(wanted), Value::Float(got)) => close(*wanted, *got),
        (Value::Number(wanted), Value::Int(got)) => {
            got.parse().is_ok_and(|got| close(*wanted, got))
        }
        (Value::Number(wanted), Value::Decimal(got)) => {
            got.parse().is_ok_and(|got| close(*wanted, got))
        }
        (Value::Decimal(wanted), Value::Decimal(got)) => same_decimal(wanted, got),
        (Value::DateTime(wanted), Value::DateTime(got)) => iso(wanted) == iso(got),
        // Two values of a class we cannot look into are never taken for equal.
        (Value::Other(_) | Value::TooMuch, _) => false,
        _ => expected == actual,
    }
}

fn close(wanted: f64, got: f64) -> bool {
    let apart = (wanted - got).abs();
    wanted == got
        || (wanted.is_nan() && got.is_nan())
        || (wanted.is_finite()
            && got.is_finite()
            && apart <= TOLERANCE * wanted.abs().max(got.abs()))
}

fn same_decimal(wanted: &str, got: &str) -> bool {
    match (decimal(wanted), decimal(got)) {
        (Some(wanted), Some(got)) => wanted == got,
        // NaN and the infinities are no numbers to the decimal library; they are compared by name.
        _ => wanted.eq_ignore_ascii_case(got),
    }
}

/// Reads a decimal, unless its exponent would make it unfoldably long.
fn decimal(text: &str) -> Option<BigDecimal> {
    let exponent = text.split_once(['e', 'E']).map_or(Ok(0), |(_, power)| power.parse::<i64>());
    exponent.ok().filter(|power| power.abs() <= 10_000)?;
    BigDecimal::from_str(text).ok()
}

/// Brings the spellings of one moment together: `T` or a space, `Z` or `+00:00`.
fn iso(text: &str) -> String {
    text.replacen(' ', "T", 1).replace('Z', "+00:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        Value::read(json).expect("the test writes good JSON")
    }

    fn agree(wanted: &str, got: &str) -> bool {
        same(&value(wanted), &value(got), CompareBy::Exact)
    }

    #[test]
    fn types_are_part_of_the_value() {
        assert!(!agree("true", "1"));
        assert!(!agree("1", "1.0"));
        assert!(!agree("[1]", r#"{"$tuple": [1]}"#));
        assert!(!agree(r#"{"$decimal": "1"}"#, "1"));
        assert!(agree(r#"{"$number": 1}"#, "1.0") && agree(r#"{"$number": 1}"#, "1"));
        assert!(!agree(r#"{"$number": 1}"#, "true"));
    }

    #[test]
    fn floats_agree_within_a_billionth() {
        assert!(agree("0.3", "0.30000000000000004"));
        assert!(!agree("0.3", "0.30000001"));
        assert!(agree(r#"{"$float": "nan"}"#, r#"{"$float": "nan"}"#));
        assert!(!agree(r#"{"$float": "inf"}"#, r#"{"$float": "-inf"}"#));
        assert!(!agree(r#"{"$float": "inf"}"#, "1.0"));
    }

    #[test]
    fn decimals_agree_by_value_and_never_by_tolerance() {
        assert!(agree(r#"{"$decimal": "1.20"}"#, r#"{"$decimal": "1.2"}"#));
        assert!(!agree(r#"{"$decimal": "1.20"}"#, r#"{"$decimal": "1.2000000000000001"}"#));
        assert!(agree(r#"{"$decimal": "NaN"}"#, r#"{"$decimal": "NaN"}"#));
    }

    #[test]
    fn a_naive_datetime_is_never_an_aware_one() {
        let naive = r#"{"$datetime": "2024-03-01T10:00:00"}"#;
        assert!(!agree(naive, r#"{"$datetime": "2024-03-01T10:00:00+00:00"}"#));
        assert!(agree(naive, r#"{"$datetime": "2024-03-01 10:00:00"}"#));
        assert!(!agree(r#"{"$date": "2024-03-01"}"#, naive));
    }

    #[test]
    fn unordered_frees_the_outer_list_only() {
        let unordered = |w, g| same(&value(w), &value(g), CompareBy::Unordered);
        assert!(unordered("[1, 2, 2]", "[2, 1, 2]"));
        assert!(!unordered("[1, 2, 2]", "[1, 1, 2]"));
        assert!(!unordered("[[1, 2]]", "[[2, 1]]"));
        assert!(unordered(r#"{"a": [1, 2]}"#, r#"{"a": [2, 1]}"#));
        assert!(!agree("[1, 2]", "[2, 1]"));
    }

    #[test]
    fn dicts_and_sets_have_no_order_but_every_key_counts() {
        assert!(agree(r#"{"a": 1, "b": 2}"#, r#"{"b": 2, "a": 1}"#));
        assert!(!agree(r#"{"a": 1}"#, r#"{"a": 1, "b": 2}"#));
        assert!(agree(r#"{"$set": [1, 2]}"#, r#"{"$set": [2, 1]}"#));
    }

    #[test]
    fn an_unknown_object_equals_nothing_not_even_itself() {
        let stranger = Value::Other("Liar".into());
        assert!(!same(&stranger, &stranger, CompareBy::Exact));
        assert!(!same(&value("[]"), &stranger, CompareBy::Exact));
    }

    #[test]
    fn a_used_up_iterator_is_no_mutation_but_a_reordered_dict_is() {
        let used = Value::Other("generator".into());
        assert!(untouched(&value(r#"{"$iter": [1]}"#), &used));
        assert!(!untouched(&value(r#"{"a": 1, "b": 2}"#), &value(r#"{"b": 2, "a": 1}"#)));
        assert!(!untouched(&value("[1]"), &value("[1, 2]")));
    }
}
