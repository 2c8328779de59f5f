//! How values travel to an interpreter of its own process and back: a flat list of pairs, parents before children,
//! so that no depth of nesting can hurt whoever reads it.

use crate::judge::python::value::Value;

/// One value without what is inside it: its kind, and its text or the number of values inside.
pub type Node = (String, String);

/// How deep a value is read; the driver stops at 100.
const DEEPEST: usize = 110;

/// Writes values, one after the other.
pub fn write(values: &[Value]) -> Vec<Node> {
    let mut nodes = Vec::new();
    values.iter().for_each(|value| push(value, &mut nodes));
    nodes
}

fn push(value: &Value, nodes: &mut Vec<Node>) {
    let (kind, text, inside) = match value {
        Value::None => ("none", String::new(), Inside::Nothing),
        Value::Bool(flag) => ("bool", if *flag { "1" } else { "" }.to_owned(), Inside::Nothing),
        Value::Int(digits) => ("int", digits.clone(), Inside::Nothing),
        Value::Float(float) | Value::Number(float) => {
            ("float", format!("{float:?}"), Inside::Nothing)
        }
        Value::Text(text) => ("str", text.clone(), Inside::Nothing),
        Value::Bytes(bytes) => ("bytes", hex(bytes), Inside::Nothing),
        Value::Decimal(text) => ("decimal", text.clone(), Inside::Nothing),
        Value::Date(text) => ("date", text.clone(), Inside::Nothing),
        Value::DateTime(text) => ("datetime", text.clone(), Inside::Nothing),
        Value::List(items) => ("list", items.len().to_string(), Inside::Items(items)),
        Value::Tuple(items) => ("tuple", items.len().to_string(), Inside::Items(items)),
        Value::Set(items) => ("set", items.len().to_string(), Inside::Items(items)),
        Value::Dict(pairs) => ("dict", pairs.len().to_string(), Inside::Pairs(pairs)),
        Value::Iter(items) => ("iter", items.len().to_string(), Inside::Items(items)),
        Value::File(text) => ("file", text.clone(), Inside::Nothing),
        Value::Other(name) => ("other", name.clone(), Inside::Nothing),
        Value::TooMuch => ("much", String::new(), Inside::Nothing),
    };
    nodes.push((kind.to_owned(), text));
    match inside {
        Inside::Nothing => (),
        Inside::Items(items) => items.iter().for_each(|item| push(item, nodes)),
        Inside::Pairs(pairs) => pairs.iter().for_each(|(key, inner)| {
            push(key, nodes);
            push(inner, nodes);
        }),
    }
}

enum Inside<'a> {
    Nothing,
    Items(&'a [Value]),
    Pairs(&'a [(Value, Value)]),
}

/// Reads one value that takes up the whole list; none when it makes no sense.
pub fn read(nodes: Vec<Node>) -> Option<Value> {
    let mut nodes = nodes.into_iter();
    let value = pull(&mut nodes, 0)?;
    nodes.next().is_none().then_some(value)
}

fn pull(nodes: &mut std::vec::IntoIter<Node>, depth: usize) -> Option<Value> {
    let (kind, text) = nodes.next().filter(|_| depth <= DEEPEST)?;
    let mut items = |text: &str, each: usize| -> Option<Vec<Value>> {
        let count = text.parse::<usize>().ok()?.checked_mul(each)?;
        (0..count).map(|_| pull(nodes, depth + 1)).collect()
    };
    Some(match kind.as_str() {
        "none" => Value::None,
        "bool" => Value::Bool(!text.is_empty()),
        "int" => Value::Int(text).checked()?,
        "float" => Value::Float(text.parse().ok()?),
        "str" => Value::Text(text),
        "bytes" => Value::Bytes(unhex(&text)?),
        "decimal" => Value::Decimal(text),
        "date" => Value::Date(text),
        "datetime" => Value::DateTime(text),
        "list" => Value::List(items(&text, 1)?),
        "tuple" => Value::Tuple(items(&text, 1)?),
        "set" => Value::Set(items(&text, 1)?),
        "dict" => Value::Dict(paired(items(&text, 2)?)),
        "other" => Value::Other(text),
        "much" => Value::TooMuch,
        _ => return None,
    })
}

impl Value {
    /// A whole number is digits with at most a sign.
    fn checked(self) -> Option<Value> {
        match &self {
            Value::Int(text) => {
                let digits = text.strip_prefix('-').unwrap_or(text);
                let whole = !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit());
                whole.then_some(self)
            }
            _ => Some(self),
        }
    }
}

fn paired(items: Vec<Value>) -> Vec<(Value, Value)> {
    let mut items = items.into_iter();
    std::iter::from_fn(|| Some((items.next()?, items.next()?))).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let pair = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok();
    digits.len().is_multiple_of(2).then(|| digits.chunks(2).map(pair).collect())?
}

#[cfg(test)]
mod tests {
    use super::{Node, read, write};
    use crate::judge::python::value::Value;

    #[test]
    fn what_is_written_is_read_again() {
        let json = r#"[null, true, {"$int": "-9223372036854775809"}, 0.1, {"$float": "inf"}, "é\n", {"$bytes": "00ff"},
            {"$decimal": "1.20"}, {"$date": "2024-02-29"}, {"$datetime": "2024-03-01T10:00:00"}, {"$set": [1]},
            {"$tuple": [[], {"a": [1, {"b": null}]}]}, {"$dict": [[1, "a"], [2, []]]}]"#;
        let value = Value::read(json).expect("the test writes good JSON");
        assert_eq!(read(write(std::slice::from_ref(&value))), Some(value));
    }

    #[test]
    fn what_makes_no_sense_is_no_value() {
        let node = |kind: &str, text: &str| -> Node { (kind.to_owned(), text.to_owned()) };
        assert_eq!(read(vec![]), None);
        assert_eq!(read(vec![node("list", "2"), node("none", "")]), None, "one is missing");
        assert_eq!(read(vec![node("none", ""), node("none", "")]), None, "one is too many");
        assert_eq!(read(vec![node("int", "1e5")]), None);
        assert_eq!(read(vec![node("pass", "")]), None);
        assert_eq!(read(vec![node("dict", &usize::MAX.to_string())]), None);
        let deep: Vec<Node> = (0..200_000).map(|_| node("list", "1")).collect();
        assert_eq!(read(deep), None, "no depth can hurt");
    }
}
