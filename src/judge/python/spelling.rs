//! How a value is written as Python code, for the candidate to read.

use super::value::Value;

/// Writes a call with its arguments, cut to about `most` characters.
pub fn spell_call(function: &str, arguments: &[Value], most: usize) -> String {
    cut(format!("{function}({})", spell_all(arguments)), most)
}

/// Writes a value, cut to about `most` characters.
pub fn spell(value: &Value, most: usize) -> String {
    cut(write(value), most)
}

fn cut(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

fn write(value: &Value) -> String {
    match value {
        Value::None => "None".into(),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::Int(digits) => digits.clone(),
        Value::Float(float) | Value::Number(float) => write_float(*float),
        Value::Text(text) => quote(text),
        Value::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Value::Decimal(text) => format!("Decimal(\"{text}\")"),
        Value::Date(text) => format!("date.fromisoformat(\"{text}\")"),
        Value::DateTime(text) => format!("datetime.fromisoformat(\"{text}\")"),
        Value::List(items) => format!("[{}]", spell_all(items)),
        Value::Tuple(items) if items.len() == 1 => format!("({},)", write(&items[0])),
        Value::Tuple(items) => format!("({})", spell_all(items)),
        Value::Set(items) if items.is_empty() => "set()".into(),
        Value::Set(items) => format!("{{{}}}", spell_all(items)),
        Value::Dict(items) => format!("{{{}}}", spell_pairs(items)),
        Value::Iter(items) => format!("iter([{}])", spell_all(items)),
        Value::File(text) => format!("io.StringIO({})", quote(text)),
        Value::Other(name) => format!("<{name}>"),
        Value::TooMuch => "<too large to show>".into(),
    }
}

fn spell_all(items: &[Value]) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(", ")
}

fn spell_pairs(items: &[(Value, Value)]) -> String {
    let pair = |(key, inner): &(Value, Value)| format!("{}: {}", write(key), write(inner));
    items.iter().map(pair).collect::<Vec<_>>().join(", ")
}

fn write_float(float: f64) -> String {
    match float {
        _ if float.is_nan() => "float(\"nan\")".into(),
        f64::INFINITY => "float(\"inf\")".into(),
        f64::NEG_INFINITY => "float(\"-inf\")".into(),
        _ => format!("{float:?}"),
    }
}

fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Anything that could move the cursor of a terminal is spelled out.
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_reads_as_python() {
        let arguments = Value::read_arguments(
            r#"[{"a": [1, true, null]}, {"$tuple": [1]}, {"$float": "nan"}, "say \"hi\"\n"]"#,
        )
        .expect("plain JSON");
        assert_eq!(
            spell_call("merge", &arguments, 200),
            r#"merge({"a": [1, True, None]}, (1,), float("nan"), "say \"hi\"\n")"#
        );
    }

    #[test]
    fn a_long_value_is_cut_between_characters() {
        assert_eq!(spell(&Value::Text("ééééé".into()), 3), "\"éé…");
    }

    #[test]
    fn escape_sequences_cannot_reach_the_terminal() {
        assert_eq!(spell(&Value::Text("\u{1b}[2J".into()), 20), "\"\\u001b[2J\"");
    }
}
