//! What stands in a result: cells with their types kept, as stored in gold files and sent by the judge.

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
