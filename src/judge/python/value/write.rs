//! How plain data is written down as a case states it, the way back from reading.

use serde_json::{Map, Value as Json, json};

use super::Value;

impl Value {
    /// Writes a value as JSON with tags; none for what no case can state.
    pub fn write(&self) -> Option<Json> {
        Some(match self {
            Value::None => Json::Null,
            Value::Bool(flag) => Json::Bool(*flag),
            Value::Int(digits) => match digits.parse::<i64>() {
                Ok(small) => json!(small),
                Err(_) => json!({ "$int": digits }),
            },
            Value::Float(float) if float.is_finite() && float.abs() < 9e15 => json!(float),
            Value::Float(float) => json!({ "$float": float.to_string().to_lowercase() }),
            Value::Number(number) => json!({ "$number": number }),
            Value::Text(text) => json!(text),
            Value::Bytes(bytes) => json!({ "$bytes": hex(bytes) }),
            Value::Decimal(text) => json!({ "$decimal": text }),
            Value::Date(text) => json!({ "$date": text }),
            Value::DateTime(text) => json!({ "$datetime": text }),
            Value::List(items) => all(items)?,
            Value::Tuple(items) => json!({ "$tuple": all(items)? }),
            Value::Set(items) => json!({ "$set": all(items)? }),
            Value::Iter(items) => json!({ "$iter": all(items)? }),
            Value::Dict(items) => dict(items)?,
            Value::File(text) => json!({ "$file": text }),
            Value::Other(_) | Value::TooMuch => return None,
        })
    }

    /// Writes arguments as the JSON array a case holds.
    pub fn write_arguments(arguments: &[Value]) -> Option<String> {
        all(arguments).map(|json| json.to_string())
    }
}

fn all(items: &[Value]) -> Option<Json> {
    items.iter().map(Value::write).collect::<Option<Vec<_>>>().map(Json::Array)
}

/// A dict whose keys are plain texts is an object; one key that begins with `$` would be read as a tag.
fn dict(items: &[(Value, Value)]) -> Option<Json> {
    let mut fields = Map::new();
    for (key, inner) in items {
        match key {
            Value::Text(name) if !name.starts_with('$') => {
                fields.insert(name.clone(), inner.write()?);
            }
            _ => return pairs(items),
        }
    }
    Some(Json::Object(fields))
}

fn pairs(items: &[(Value, Value)]) -> Option<Json> {
    let pair = |(key, inner): &(Value, Value)| Some(json!([key.write()?, inner.write()?]));
    let pairs = items.iter().map(pair).collect::<Option<Vec<_>>>()?;
    Some(json!({ "$dict": pairs }))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn what_is_written_reads_as_the_same_value() {
        let json = r#"[null, true, -3, {"$int": "9223372036854775808"}, 0.5, "é\n", {"$bytes": "00ff"},
            {"$float": "inf"}, {"$decimal": "1.20"}, {"$date": "2024-02-29"},
            {"$datetime": "2024-03-01T10:00:00+02:00"}, {"$tuple": [1]}, {"$set": ["a"]}, {"$iter": [1, 2]},
            {"a": [], "b": {}}, {"$dict": [[1, "a"], ["$x", 2]]}, {"$file": "a\nb"}]"#;
        let value = Value::read(json).expect("good JSON");
        let written = value.write().expect("a case can state it").to_string();
        assert_eq!(Value::read(&written), Ok(value));
    }

    #[test]
    fn what_no_case_can_state_is_not_written() {
        assert_eq!(Value::List(vec![Value::Other("Liar".into())]).write(), None);
    }
}
