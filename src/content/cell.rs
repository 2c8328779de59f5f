//! What stands in a result: cells with their types kept, as stored in gold files and sent by the judge.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A result: named columns and rows of cells, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub columns: Vec<Heading>,
    pub rows: Vec<Vec<Cell>>,
    /// More rows came than were kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

/// The name and the database type of one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub name: String,
    /// The type as the database writes it, such as `DECIMAL(12,2)`.
    pub kind: String,
}

/// One value. Numbers without a binary fraction travel as text, so nothing is lost on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    Null,
    Bool(bool),
    /// A whole number of any width, in decimal digits.
    Int(String),
    /// A decimal number with its scale, in decimal digits.
    Dec(String),
    /// A binary floating-point number.
    #[serde(with = "float_text")]
    Float(f64),
    Text(String),
    /// `YYYY-MM-DD`, with a sign for years before 0.
    Date(String),
    /// Microseconds since the epoch, without a time zone.
    Timestamp(i64),
    /// Microseconds since the epoch, an instant.
    Instant(i64),
    /// Microseconds since midnight.
    Time(i64),
    Interval {
        months: i32,
        days: i32,
        micros: i64,
    },
    Blob(Vec<u8>),
    List(Vec<Cell>),
    Struct(Vec<(String, Cell)>),
    Map(Vec<(Cell, Cell)>),
}

impl fmt::Display for Cell {
    /// Writes the value so that NULL, empty text, white space and NaN can be told apart by eye.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Null => f.write_str("NULL"),
            Cell::Bool(value) => write!(f, "{value}"),
            Cell::Int(digits) | Cell::Dec(digits) => f.write_str(digits),
            Cell::Float(value) if value.is_nan() => f.write_str("NaN"),
            Cell::Float(value) => write!(f, "{value}"),
            Cell::Text(text) if needs_quotes(text) => write!(f, "'{}'", text.escape_debug()),
            Cell::Text(text) | Cell::Date(text) => f.write_str(text),
            Cell::Timestamp(micros) => f.write_str(&stamp(*micros, "")),
            Cell::Instant(micros) => f.write_str(&stamp(*micros, "Z")),
            Cell::Time(micros) => write!(f, "{}", time(*micros)),
            Cell::Interval { months, days, micros } => {
                write!(f, "{months} months {days} days {}", time(*micros))
            }
            Cell::Blob(bytes) => write!(f, "{} bytes", bytes.len()),
            Cell::List(cells) => write!(f, "[{}]", joined(cells.iter())),
            Cell::Struct(fields) => {
                let fields: Vec<_> = fields.iter().map(|(k, v)| format!("{k}: {v}")).collect();
                write!(f, "{{{}}}", fields.join(", "))
            }
            Cell::Map(pairs) => {
                let pairs: Vec<_> = pairs.iter().map(|(k, v)| format!("{k} = {v}")).collect();
                write!(f, "{{{}}}", pairs.join(", "))
            }
        }
    }
}

fn joined<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    cells.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Text that would look like something else, or like nothing, stands in quotes.
fn needs_quotes(text: &str) -> bool {
    text.trim() != text
        || text.is_empty()
        || text.eq_ignore_ascii_case("null")
        || text.chars().any(char::is_control)
}

fn stamp(micros: i64, zone: &str) -> String {
    match chrono::DateTime::from_timestamp_micros(micros) {
        Some(at) => format!("{}{zone}", at.format("%Y-%m-%d %H:%M:%S%.f")),
        None => format!("{micros} us since 1970{zone}"),
    }
}

fn time(micros: i64) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let all = micros.unsigned_abs();
    let (seconds, fraction) = (all / 1_000_000, all % 1_000_000);
    let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if fraction == 0 { format!("{sign}{clock}") } else { format!("{sign}{clock}.{fraction:06}") }
}

/// Writes floats as text, because JSON has neither NaN nor infinities.
mod float_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(value: &f64, out: S) -> Result<S::Ok, S::Error> {
        // `{:?}` writes the shortest text that reads back as the same number.
        out.serialize_str(&format!("{value:?}"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
        let text = String::deserialize(input)?;
        text.parse().map_err(|_| D::Error::custom(format!("`{text}` is not a number")))
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn nothing_that_differs_looks_the_same() {
        let lookalikes = [
            Cell::Null,
            Cell::Text(String::new()),
            Cell::Text(" ".into()),
            Cell::Text("NULL".into()),
            Cell::Float(f64::NAN),
            Cell::Text("a".into()),
            Cell::Text("a ".into()),
        ];
        let shown: Vec<String> = lookalikes.iter().map(ToString::to_string).collect();
        for (i, one) in shown.iter().enumerate() {
            assert!(shown.iter().skip(i + 1).all(|other| other != one), "{one} in {shown:?}");
        }
    }

    #[test]
    fn a_cell_survives_the_journey_through_json() {
        let cells = vec![
            Cell::Null,
            Cell::Int("170141183460469231731687303715884105727".into()),
            Cell::Dec("0.10".into()),
            Cell::Float(f64::INFINITY),
            Cell::Float(0.1 + 0.2),
            Cell::List(vec![Cell::Text("a".into()), Cell::Null]),
        ];
        let json = serde_json::to_string(&cells).expect("cells are plain data");
        let back: Vec<Cell> = serde_json::from_str(&json).expect("we wrote it");
        assert_eq!(cells, back);
    }
}
