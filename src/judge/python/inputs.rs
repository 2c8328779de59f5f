//! Inputs nobody wrote: those of a question's cases, changed in one to three places according to their types.
//!
//! A changed input may break what the question promises of its input. Whether it is kept is for the references
//! to say: they must agree on it.

mod moments;
mod smaller;
mod texts;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::value::Value;
pub use smaller::smaller;

/// A changed input, and the place of the case it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    pub arguments: Vec<Value>,
    pub from: usize,
}

/// Makes `count` inputs from those of the cases; the same seed makes the same.
pub fn inputs(cases: &[Vec<Value>], seed: u64, count: usize) -> Vec<Input> {
    if cases.is_empty() {
        return Vec::new();
    }
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let pool = Pool::of(cases);
    let mut make = || {
        let from = rng.random_range(0..cases.len());
        let mut arguments = cases[from].clone();
        for _ in 0..rng.random_range(1..=3) {
            change(&mut arguments, &pool, &mut rng);
        }
        Input { arguments, from }
    };
    (0..count).map(|_| make()).collect()
}

/// What stands in the cases, by the field it stands in: a product's name is put where products stand.
#[derive(Default)]
struct Pool(Vec<(String, Value)>);

impl Pool {
    fn of(cases: &[Vec<Value>]) -> Self {
        let mut pool = Self::default();
        for (place, argument) in cases.iter().flat_map(|case| case.iter().enumerate()) {
            pool.take(&place.to_string(), argument);
        }
        pool
    }

    fn take(&mut self, field: &str, value: &Value) {
        let known = self.0.iter().any(|(name, old)| name == field && old == value);
        if !known && self.0.len() < MOST_KNOWN {
            self.0.push((field.to_owned(), value.clone()));
        }
        match value {
            Value::Dict(pairs) => {
                pairs.iter().for_each(|(key, inner)| self.take(&name(key), inner))
            }
            other => items(other).iter().for_each(|item| self.take(field, item)),
        }
    }

    fn draw(&self, field: &str, rng: &mut ChaCha8Rng) -> Option<Value> {
        let fitting: Vec<&Value> =
            self.0.iter().filter(|(name, _)| name == field).map(|(_, value)| value).collect();
        (!fitting.is_empty()).then(|| fitting[rng.random_range(0..fitting.len())].clone())
    }
}

/// Values that are remembered; looking them up is linear.
const MOST_KNOWN: usize = 4000;

fn name(key: &Value) -> String {
    match key {
        Value::Text(text) => text.clone(),
        other => other.kind().to_owned(),
    }
}

fn items(value: &Value) -> &[Value] {
    match value {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => items,
        _ => &[],
    }
}

/// Changes one place of the arguments.
fn change(arguments: &mut [Value], pool: &Pool, rng: &mut ChaCha8Rng) {
    if arguments.is_empty() {
        return;
    }
    let place = rng.random_range(0..arguments.len());
    descend(&mut arguments[place], &place.to_string(), pool, rng);
}

/// Goes down to a place at random: most of what is to be changed stands deep.
fn descend(value: &mut Value, field: &str, pool: &Pool, rng: &mut ChaCha8Rng) {
    let here = rng.random_bool(0.25);
    match value {
        Value::List(items) | Value::Tuple(items) | Value::Iter(items) | Value::Set(items)
            if !items.is_empty() && !here =>
        {
            let place = rng.random_range(0..items.len());
            descend(&mut items[place], field, pool, rng);
        }
        Value::Dict(pairs) if !pairs.is_empty() && !here => {
            let place = rng.random_range(0..pairs.len());
            let (key, inner) = &mut pairs[place];
            descend(inner, &name(key), pool, rng);
        }
        _ => alter(value, field, pool, rng),
    }
}

fn alter(value: &mut Value, field: &str, pool: &Pool, rng: &mut ChaCha8Rng) {
    if rng.random_bool(0.3)
        && let Some(other) = pool.draw(field, rng)
    {
        *value = other;
        return;
    }
    match value {
        Value::List(items) | Value::Tuple(items) | Value::Iter(items) => rearrange(items, rng),
        Value::Set(items) => drop(remove(items, rng)),
        Value::Dict(pairs) => fields(pairs, field, pool, rng),
        Value::Text(text) => *text = texts::alter(text, rng),
        Value::File(text) => {
            let mut change = |value: &mut Value, rng: &mut _| descend(value, field, pool, rng);
            *text = texts::alter_file(text, rng, &mut change);
        }
        Value::DateTime(text) => *text = moments::moment(text, rng),
        Value::Date(text) => *text = moments::date(text, rng),
        single => *single = number(single, rng),
    }
}

fn rearrange(items: &mut Vec<Value>, rng: &mut ChaCha8Rng) {
    if items.is_empty() {
        return;
    }
    let (one, other) = (rng.random_range(0..items.len()), rng.random_range(0..items.len()));
    match rng.random_range(0..8) {
        0 => items.clear(),
        1 => items.truncate(1),
        2 => items.reverse(),
        3 => items.swap(one, other),
        4 => items.insert(other, items[one].clone()),
        5 => items.push(items[one].clone()),
        6 => items.truncate(one + 1),
        _ => drop(items.remove(one)),
    }
}

fn remove(items: &mut Vec<Value>, rng: &mut ChaCha8Rng) -> Option<Value> {
    (!items.is_empty()).then(|| items.remove(rng.random_range(0..items.len())))
}

fn fields(pairs: &mut Vec<(Value, Value)>, field: &str, pool: &Pool, rng: &mut ChaCha8Rng) {
    match rng.random_range(0..4) {
        0 if !pairs.is_empty() => drop(pairs.remove(rng.random_range(0..pairs.len()))),
        1 if !pairs.is_empty() => {
            let place = rng.random_range(0..pairs.len());
            pairs[place].1 = Value::None;
        }
        2 => {
            let extra = (Value::Text("extra".into()), Value::Int("1".into()));
            pairs.retain(|(key, _)| *key != extra.0);
            pairs.push(extra);
        }
        _ => {
            if let Some(Value::Dict(other)) = pool.draw(field, rng) {
                *pairs = other;
            }
        }
    }
}

/// The neighbours of a number, and those at which something turns; None and truth become numbers now and then.
fn number(value: &Value, rng: &mut ChaCha8Rng) -> Value {
    let choice = rng.random_range(0..7);
    match value {
        Value::Int(digits) => {
            let number: i64 = digits.parse().unwrap_or(7);
            let near =
                [number.wrapping_add(1), number.wrapping_sub(1), 0, -1, 1, number.wrapping_neg()];
            match near.get(choice) {
                Some(number) => Value::Int(number.to_string()),
                None => Value::Int("9223372036854775808".into()),
            }
        }
        Value::Float(float) => {
            let near = [0.0, -0.0, -float, float + 1.0, float + 0.005, f64::NAN, 1e300];
            Value::Float(near[choice])
        }
        Value::Decimal(text) => {
            let near = ["0", "-0.01", "0.005", "0.015", "1E+3", "NaN", text];
            Value::Decimal(near[choice].to_owned())
        }
        Value::Bool(flag) => Value::Bool(!flag),
        Value::Bytes(bytes) => Value::Bytes(bytes.iter().rev().copied().collect()),
        _ => [Value::None, Value::Int("0".into()), Value::Text(String::new()), Value::Bool(false)]
            [choice % 4]
            .clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases() -> Vec<Vec<Value>> {
        let case = r#"[[{"id": "e1", "at": {"$datetime": "2024-02-29T10:00:00"}, "n": 3}, {"id": "e2", "n": null}],
            {"$file": "{\"id\": 1}\n{\"id\": 2}\n"}, 2, {"$decimal": "1.5"}]"#;
        vec![Value::read_arguments(case).expect("good JSON")]
    }

    #[test]
    fn a_seed_makes_the_same_inputs_again_and_another_seed_others() {
        assert_eq!(inputs(&cases(), 1, 40), inputs(&cases(), 1, 40));
        assert_ne!(inputs(&cases(), 1, 40), inputs(&cases(), 2, 40));
        assert_eq!(inputs(&[], 1, 40), []);
    }

    #[test]
    fn inputs_differ_from_the_case_and_can_be_written_down() {
        let made = inputs(&cases(), 7, 200);
        let changed = made.iter().filter(|input| input.arguments != cases()[0]).count();
        assert!(changed > 150, "{changed}");
        assert!(made.iter().all(|input| Value::write_arguments(&input.arguments).is_some()));
        assert!(made.iter().all(|input| input.arguments.len() == 4 && input.from == 0));
    }

    #[test]
    fn fields_lines_and_lists_are_all_reached() {
        let made = inputs(&cases(), 3, 400);
        let any = |fits: &dyn Fn(&[Value]) -> bool| made.iter().any(|one| fits(&one.arguments));
        assert!(any(&|args| args[0] == Value::List(vec![])), "no empty list");
        assert!(any(&|args| items(&args[0]).len() > 2), "nothing twice");
        assert!(any(&|args| args[2] == Value::Int("-1".into())), "no -1");
        let file = |args: &[Value]| matches!(&args[1], Value::File(text) if !text.contains("\"id\":2") && text.contains("id"));
        assert!(any(&file), "no line changed");
    }
}
