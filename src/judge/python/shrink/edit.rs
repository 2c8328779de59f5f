//! Smaller arguments: pieces left out, boldest first, then plainer names, numbers and texts.

use std::collections::BTreeSet;

use crate::judge::python::value::Value;

/// Tells how much there is to read in a value.
pub fn cost(value: &Value) -> usize {
    match value {
        Value::None | Value::Bool(_) => 1,
        Value::Int(digits) => number(digits, digits == "0", digits == "1"),
        Value::Float(float) | Value::Number(float) => {
            number(&format!("{float:?}"), *float == 0.0, *float == 1.0)
        }
        Value::Text(text) | Value::File(text) => 1 + 2 * text.chars().count() + strange(text),
        Value::Bytes(bytes) => 1 + 2 * bytes.len(),
        Value::Decimal(text) => number(text, text == "0", text == "1"),
        Value::Date(text) | Value::DateTime(text) => 2 + text.len(),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => {
            2 + items.iter().map(cost).sum::<usize>()
        }
        Value::Dict(pairs) => {
            2 + pairs.iter().map(|(key, inner)| cost(key) + cost(inner)).sum::<usize>()
        }
        Value::Other(_) | Value::TooMuch => 0,
    }
}

fn number(text: &str, is_zero: bool, is_one: bool) -> usize {
    match (is_zero, is_one) {
        (true, _) => 1,
        (_, true) => 2,
        _ => 3 + text.len(),
    }
}

fn strange(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_ascii_alphanumeric()).count()
}

/// Says whether there is nothing in a value that could be a secret of a hidden case.
pub fn is_bare(value: &Value) -> bool {
    match value {
        Value::None | Value::Bool(_) => true,
        Value::Text(text) | Value::File(text) => text.is_empty(),
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => {
            items.iter().all(is_bare)
        }
        Value::Dict(pairs) => pairs.is_empty(),
        Value::Int(digits) => digits.trim_start_matches('-').len() == 1,
        Value::Float(_) | Value::Number(_) => cost(value) <= 2,
        _ => false,
    }
}

/// Gives arguments with one edit each, all of them smaller: outer pieces before inner ones, large before small.
/// They are made as they are asked for, since there are many and few are looked at.
pub fn edits<'a>(arguments: &'a [Value]) -> impl Iterator<Item = Vec<Value>> + 'a {
    let paths = paths(arguments);
    let outer = paths.clone().into_iter().flat_map(move |path| {
        let here = cuts(at(arguments, &path));
        here.map(move |value| with_all(arguments, &path, value))
    });
    let names = std::iter::once_with(move || renamed(arguments)).flatten();
    let inner = paths.into_iter().flat_map(move |path| {
        let here = plainer(at(arguments, &path)).into_iter();
        here.map(move |value| with_all(arguments, &path, value))
    });
    let before: usize = arguments.iter().map(cost).sum();
    let is_smaller = move |edited: &Vec<Value>| edited.iter().map(cost).sum::<usize>() < before;
    outer.chain(names).chain(inner).filter(is_smaller)
}

/// Gives the way to every value, level by level.
fn paths(arguments: &[Value]) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut level: Vec<Vec<usize>> = (0..arguments.len()).map(|place| vec![place]).collect();
    while !level.is_empty() {
        let below = |path: &Vec<usize>| {
            let count = children(at(arguments, path)).len();
            let path = path.clone();
            (0..count).map(move |place| [path.as_slice(), &[place]].concat()).collect::<Vec<_>>()
        };
        let next = level.iter().flat_map(below).collect();
        all.append(&mut level);
        level = next;
    }
    all
}

fn at<'a>(arguments: &'a [Value], path: &[usize]) -> &'a Value {
    let (first, rest) = path.split_first().expect("a path begins with an argument");
    rest.iter().fold(&arguments[*first], |value, place| children(value)[*place])
}

fn with_all(arguments: &[Value], path: &[usize], new: Value) -> Vec<Value> {
    let (first, rest) = path.split_first().expect("a path begins with an argument");
    let mut edited = arguments.to_vec();
    edited[*first] = with(&edited[*first], rest, new);
    edited
}

/// Puts together what several edits of the same arguments did at different places; none for fewer than two.
pub fn join<'a>(
    base: &[Value],
    edited: impl Iterator<Item = &'a Vec<Value>>,
) -> Option<Vec<Value>> {
    let mut edited: Vec<&Vec<Value>> = edited.collect();
    if edited.len() < 2 {
        return None;
    }
    edited.sort_by_key(|arguments| arguments.iter().map(cost).sum::<usize>());
    let mut joined = Value::List(base.to_vec());
    for arguments in edited {
        joined = merged(&Value::List(base.to_vec()), joined, &Value::List(arguments.clone()));
    }
    match joined {
        Value::List(arguments) => Some(arguments),
        _ => None,
    }
}

/// Takes over into `so_far` what `edited` changed of `base`, where nothing was changed before.
fn merged(base: &Value, so_far: Value, edited: &Value) -> Value {
    if so_far == *base {
        return edited.clone();
    }
    let (count, same) = (children(base).len(), |other: &Value| children(other).len());
    if count == 0 || same(&so_far) != count || same(edited) != count {
        return so_far;
    }
    let mut joined = so_far.clone();
    for place in 0..count {
        let (old, new) = (children(base)[place], children(edited)[place]);
        let inner = merged(old, children(&so_far)[place].clone(), new);
        joined = with(&joined, &[place], inner);
    }
    joined
}

fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::List(items) | Value::Tuple(items) | Value::Set(items) | Value::Iter(items) => {
            items.iter().collect()
        }
        Value::Dict(pairs) => pairs.iter().map(|(_, inner)| inner).collect(),
        _ => Vec::new(),
    }
}

fn with(value: &Value, path: &[usize], new: Value) -> Value {
    let Some((first, rest)) = path.split_first() else { return new };
    let inner = with(children(value)[*first], rest, new);
    let put = |items: &[Value]| {
        let mut items = items.to_vec();
        items[*first] = inner.clone();
        items
    };
    match value {
        Value::List(items) => Value::List(put(items)),
        Value::Tuple(items) => Value::Tuple(put(items)),
        Value::Set(items) => Value::Set(put(items)),
        Value::Iter(items) => Value::Iter(put(items)),
        Value::Dict(pairs) => {
            let mut pairs = pairs.clone();
            pairs[*first].1 = inner;
            Value::Dict(pairs)
        }
        other => other.clone(),
    }
}

/// Leaves out pieces: everything, halves, quarters, and so on down to single items. A tuple is a record, of
/// which nothing can be missing.
fn cuts<'a>(value: &'a Value) -> Box<dyn Iterator<Item = Value> + 'a> {
    match value {
        Value::List(items) => Box::new(without(items).map(Value::List)),
        Value::Set(items) => Box::new(without(items).map(Value::Set)),
        Value::Iter(items) => Box::new(without(items).map(Value::Iter)),
        Value::Dict(pairs) => Box::new(without(pairs).map(Value::Dict)),
        Value::File(text) => {
            let pieces = pieces(text.split_inclusive('\n').count());
            Box::new(pieces.map(|(from, to)| Value::File(without_lines(text, from, to))))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn without_lines(text: &str, from: usize, to: usize) -> String {
    let lines = text.split_inclusive('\n').enumerate();
    lines.filter(|(place, _)| !(from..to).contains(place)).map(|(_, line)| line).collect()
}

fn without<T: Clone>(items: &[T]) -> impl Iterator<Item = Vec<T>> {
    pieces(items.len()).map(move |(from, to)| [&items[..from], &items[to..]].concat())
}

/// Gives the pieces of so many items: all, the halves, the quarters, and so on.
fn pieces(count: usize) -> impl Iterator<Item = (usize, usize)> {
    let smaller = |size: &usize| (*size > 1).then_some(size / 2);
    let sizes = std::iter::successors((count > 0).then_some(count), smaller);
    sizes.flat_map(move |size| {
        let piece = move |index: usize| (index * size, (index * size + size).min(count));
        (0..count.div_ceil(size)).map(piece)
    })
}

/// Gives plainer values of the same type.
fn plainer(value: &Value) -> Vec<Value> {
    match value {
        Value::Int(digits) => {
            let half = digits.parse::<i64>().ok().map(|number| number / 2);
            let halves = half.map(|number| Value::Int(number.to_string()));
            [Value::Int("0".into()), Value::Int("1".into())].into_iter().chain(halves).collect()
        }
        Value::Float(float) => [0.0, 1.0, float.trunc()].map(Value::Float).into(),
        Value::Decimal(_) => ["0", "1"].map(|text| Value::Decimal(text.into())).into(),
        Value::Text(text) => shorter(text).map(Value::Text).collect(),
        Value::Bytes(bytes) => without(bytes).map(Value::Bytes).collect(),
        Value::DateTime(text) => rounder(text).map(Value::DateTime).collect(),
        _ => Vec::new(),
    }
}

fn shorter(text: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = text.chars().collect();
    let plain = std::iter::once("a".to_owned());
    // A long text is cut in pieces of some size only, or there would be a try for each of its letters.
    let least = letters.len() / 8;
    let cut = without(&letters).map(|letters| letters.into_iter().collect::<String>());
    let kept: Vec<String> =
        cut.filter(|one| one.is_empty() || one.len() > least).take(40).collect();
    plain.chain(kept)
}

/// Takes microseconds away.
fn rounder(text: &str) -> impl Iterator<Item = String> {
    let dot = text.find('.');
    let rounded = dot.map(|dot| {
        let rest = text[dot + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
        format!("{}{rest}", &text[..dot])
    });
    rounded.into_iter()
}

/// Gives texts new names of one letter, the same everywhere they stand: all at once, then one by one.
fn renamed(arguments: &[Value]) -> Vec<Vec<Value>> {
    let mut texts = BTreeSet::new();
    arguments.iter().for_each(|value| collect(value, &mut texts));
    let names: Vec<(String, String)> = texts
        .into_iter()
        .zip('a'..='z')
        .filter(|(text, _)| text.chars().count() > 1)
        .map(|(text, letter)| (text, letter.to_string()))
        .collect();
    let one = |names: &[(String, String)]| {
        arguments.iter().map(|value| rename(value, names)).collect::<Vec<Value>>()
    };
    let each = names.iter().map(|name| one(std::slice::from_ref(name)));
    std::iter::once(one(&names)).chain(each).collect()
}

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::Text(text) => drop(texts.insert(text.clone())),
        other => children(other).into_iter().for_each(|inner| collect(inner, texts)),
    }
}

fn rename(value: &Value, names: &[(String, String)]) -> Value {
    let all = |items: &[Value]| items.iter().map(|item| rename(item, names)).collect();
    match value {
        Value::Text(text) => {
            let name = names.iter().find(|(old, _)| old == text);
            Value::Text(name.map_or(text.clone(), |(_, new)| new.clone()))
        }
        Value::List(items) => Value::List(all(items)),
        Value::Tuple(items) => Value::Tuple(all(items)),
        Value::Set(items) => Value::Set(all(items)),
        Value::Iter(items) => Value::Iter(all(items)),
        Value::Dict(pairs) => {
            let pair = |(key, inner): &(Value, Value)| (rename(key, names), rename(inner, names));
            Value::Dict(pairs.iter().map(pair).collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Vec<Value> {
        Value::read_arguments(json).expect("the test writes good JSON")
    }

    #[test]
    fn pieces_come_before_what_is_in_them_and_everything_is_smaller() {
        let base = read(r#"[[{"id": "p17", "n": 7}, {"id": "p4", "n": 12}]]"#);
        let all: Vec<Vec<Value>> = edits(&base).collect();
        assert_eq!(all[0], read("[[]]"));
        assert_eq!(all[1], read(r#"[[{"id": "p4", "n": 12}]]"#));
        assert!(all.contains(&read(r#"[[{"id": "a", "n": 7}, {"id": "b", "n": 12}]]"#)));
        assert!(all.contains(&read(r#"[[{"id": "p17", "n": 0}, {"id": "p4", "n": 12}]]"#)));
        let sum = |arguments: &[Value]| arguments.iter().map(cost).sum::<usize>();
        assert!(all.iter().all(|arguments| sum(arguments) < sum(&base)));
    }

    #[test]
    fn edits_at_different_places_are_joined() {
        let base = read("[[7, 8], 9]");
        let edited = [read("[[0, 8], 9]"), read("[[7, 8], 0]"), read("[[7], 9]")];
        assert_eq!(join(&base, edited[..2].iter()), Some(read("[[0, 8], 0]")));
        assert_eq!(join(&base, edited.iter()), Some(read("[[7], 0]")));
        assert_eq!(join(&base, edited[..1].iter()), None);
    }

    #[test]
    fn a_file_loses_lines_and_a_moment_its_microseconds() {
        let base = read(r#"[{"$file": "a\nb\n"}, {"$datetime": "2024-03-01T10:00:00.5+02:00"}]"#);
        let all: Vec<Vec<Value>> = edits(&base).collect();
        let first = |one: &Vec<Value>| one[0].clone();
        assert!(all.iter().map(first).any(|one| one == Value::File("b\n".into())));
        let moment = Value::DateTime("2024-03-01T10:00:00+02:00".into());
        assert!(all.iter().any(|one| one[1] == moment));
    }
}
