//! What a case's values are: JSON with tags read into plain data, and written back as Python would.

mod write;

use serde_json::Value as Json;

/// A Python value as plain data: what a case states, or a snapshot of what an answer returned.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    None,
    Bool(bool),
    /// Decimal digits with an optional minus sign.
    Int(String),
    Float(f64),
    /// Any number of this value: `{"$number": 1}`. Only cases have it.
    Number(f64),
    Text(String),
    Bytes(Vec<u8>),
    /// A `decimal.Decimal` as Python writes it.
    Decimal(String),
    /// `YYYY-MM-DD`
    Date(String),
    /// As `datetime.isoformat()` writes it; with an offset when it is aware.
    DateTime(String),
    List(Vec<Value>),
    Tuple(Vec<Value>),
    /// `set` and `frozenset`, in no order.
    Set(Vec<Value>),
    Dict(Vec<(Value, Value)>),
    /// A one-pass iterator over these values. Only cases have it.
    Iter(Vec<Value>),
    /// A text file object with this content. Only cases have it.
    File(String),
    /// Anything else, by the name of its class.
    Other(String),
    /// The value went on deeper or longer than a snapshot goes.
    TooMuch,
}

impl Value {
    /// Reads one JSON value with tags. Errors name the tag and the remedy.
    pub fn read(json: &str) -> Result<Value, String> {
        let json = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
        decode(&json)
    }

    /// Reads a JSON array of positional arguments.
    pub fn read_arguments(json: &str) -> Result<Vec<Value>, String> {
        match Value::read(json)? {
            Value::List(arguments) => Ok(arguments),
            _ => Err("`args` is a JSON array of positional arguments".into()),
        }
    }

    /// Names the Python type, as a sentence about a result uses it.
    pub fn kind(&self) -> &str {
        match self {
            Value::None => "None",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::Float(_) => "float",
            Value::Number(_) => "number",
            Value::Text(_) => "str",
            Value::Bytes(_) => "bytes",
            Value::Decimal(_) => "Decimal",
            Value::Date(_) => "date",
            Value::DateTime(_) => "datetime",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            Value::Set(_) => "set",
            Value::Dict(_) => "dict",
            Value::Iter(_) => "iterator",
            Value::File(_) => "file object",
            Value::Other(name) => name,
            Value::TooMuch => "a value too large to compare",
        }
    }
}

fn decode(json: &Json) -> Result<Value, String> {
    Ok(match json {
        Json::Null => Value::None,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => decode_number(number)?,
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(decode_all(items)?),
        Json::Object(fields) => match fields.iter().next() {
            Some((tag, inner)) if tag.starts_with('$') && fields.len() == 1 => {
                decode_tagged(tag, inner)?
            }
            _ => Value::Dict(decode_fields(fields)?),
        },
    })
}

fn decode_all(items: &[Json]) -> Result<Vec<Value>, String> {
    items.iter().map(decode).collect()
}

fn decode_fields(fields: &serde_json::Map<String, Json>) -> Result<Vec<(Value, Value)>, String> {
    fields.iter().map(|(key, inner)| Ok((Value::Text(key.clone()), decode(inner)?))).collect()
}

fn decode_number(number: &serde_json::Number) -> Result<Value, String> {
    if number.is_i64() || number.is_u64() {
        return Ok(Value::Int(number.to_string()));
    }
    let float = number.as_f64().ok_or_else(|| format!("{number} is not a number Python knows"))?;
    // The JSON reader makes floats of whole numbers it cannot hold; that would change the type in silence.
    if float.abs() >= 9.2e18 && float.fract() == 0.0 {
        return Err(format!("write {number} as {{\"$int\": \"…\"}} or {{\"$float\": \"…\"}}"));
    }
    Ok(Value::Float(float))
}

fn decode_tagged(tag: &str, inner: &Json) -> Result<Value, String> {
    Ok(match tag {
        "$datetime" => Value::DateTime(text(tag, inner)?),
        "$date" => Value::Date(text(tag, inner)?),
        "$decimal" => Value::Decimal(text(tag, inner)?),
        "$int" => Value::Int(digits(&text(tag, inner)?)?),
        "$float" => Value::Float(float(&text(tag, inner)?)?),
        "$number" => Value::Number(inner.as_f64().ok_or("`$number` holds a number")?),
        "$bytes" => Value::Bytes(hex(&text(tag, inner)?)?),
        "$file" => Value::File(text(tag, inner)?),
        "$set" => Value::Set(decode_all(array(tag, inner)?)?),
        "$tuple" => Value::Tuple(decode_all(array(tag, inner)?)?),
        "$iter" => Value::Iter(decode_all(array(tag, inner)?)?),
        "$dict" => Value::Dict(array(tag, inner)?.iter().map(pair).collect::<Result<_, _>>()?),
        _ => return Err(format!("the tag `{tag}` is unknown")),
    })
}

fn text(tag: &str, inner: &Json) -> Result<String, String> {
    inner.as_str().map(str::to_owned).ok_or_else(|| format!("`{tag}` holds a text"))
}

fn array<'a>(tag: &str, inner: &'a Json) -> Result<&'a [Json], String> {
    inner.as_array().map(Vec::as_slice).ok_or_else(|| format!("`{tag}` holds an array"))
}

fn pair(json: &Json) -> Result<(Value, Value), String> {
    match json.as_array().map(Vec::as_slice) {
        Some([key, inner]) => Ok((decode(key)?, decode(inner)?)),
        _ => Err("`$dict` holds pairs: [[key, value], …]".into()),
    }
}

fn float(text: &str) -> Result<f64, String> {
    text.parse().map_err(|_| format!("`{text}` is not a float"))
}

fn digits(text: &str) -> Result<String, String> {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let good = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| text.to_owned()).ok_or_else(|| format!("`{text}` is not a whole number"))
}

fn hex(text: &str) -> Result<Vec<u8>, String> {
    let bad = || format!("`{text}` is not bytes in hexadecimal");
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return Err(bad());
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| bad()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn every_tag_is_read_into_its_own_kind() {
        let json = r#"[{"$datetime": "2024-03-01T10:00:00"}, {"$date": "2024-02-29"},
            {"$decimal": "1.20"}, {"$set": [1]}, {"$tuple": [1, 1.0]}, {"$bytes": "00ff"},
            {"$float": "nan"}, {"$iter": []}, {"$file": "a\n"}, {"$dict": [[1, "a"]]}, {"$number": 1}]"#;
        let arguments = Value::read_arguments(json).expect("all tags are known");
        let kinds: Vec<&str> = arguments.iter().map(Value::kind).collect();
        let wanted = [
            "datetime",
            "date",
            "Decimal",
            "set",
            "tuple",
            "bytes",
            "float",
            "iterator",
            "file object",
            "dict",
            "number",
        ];
        assert_eq!(kinds, wanted);
    }

    #[test]
    fn whole_numbers_and_floats_stay_apart() {
        let read = |json| Value::read(json).expect("plain JSON");
        assert_eq!(read("1"), Value::Int("1".into()));
        assert_eq!(read("1.0"), Value::Float(1.0));
        assert_eq!(read(r#"{"$int": "-9223372036854775809"}"#).kind(), "int");
        assert!(Value::read("18446744073709551616").is_err(), "it would become a float in silence");
    }

    #[test]
    fn a_dict_with_a_dollar_key_among_others_is_a_plain_dict() {
        let value = Value::read(r#"{"$price": 1, "currency": "EUR"}"#).expect("plain JSON");
        assert_eq!(value.kind(), "dict");
        assert!(Value::read(r#"{"$price": 1}"#).is_err(), "one unknown tag is a typing mistake");
    }

    #[test]
    fn arguments_are_an_array() {
        assert!(Value::read_arguments("{}").is_err());
        assert_eq!(Value::read_arguments("[]"), Ok(vec![]));
    }
}
