//! Rows written down as SQL, so that a small database can be loaded like any other.

use std::fmt::Write;

use super::super::shuffle::quoted;
use super::kin::Sheet;
use crate::content::cell::Cell;

/// Writes the statements that fill the tables, row by row in the order they lie in.
pub(super) fn inserts(sheets: &[Sheet]) -> String {
    let mut script = String::new();
    for sheet in sheets {
        for row in &sheet.table.rows {
            let cells: Vec<String> = row.iter().map(literal).collect();
            // One statement a row: a table that refers to itself takes its rows one after the other.
            let _ = writeln!(
                script,
                "INSERT INTO {} VALUES ({});",
                quoted(&sheet.name),
                cells.join(", ")
            );
        }
    }
    script
}

/// Writes a value; the column it goes into gives it its type.
fn literal(cell: &Cell) -> String {
    match cell {
        Cell::Null => "NULL".to_owned(),
        Cell::Bool(value) => value.to_string(),
        Cell::Int(digits) | Cell::Dec(digits) => digits.clone(),
        Cell::Float(value) => format!("'{value:?}'::DOUBLE"),
        Cell::Text(text) => text_literal(text),
        Cell::Date(day) => format!("DATE '{day}'"),
        Cell::Timestamp(micros) => format!("make_timestamp({micros})"),
        Cell::Instant(micros) => format!("'{}'::TIMESTAMPTZ", instant(*micros)),
        Cell::Time(micros) => format!("(TIME '00:00:00' + to_microseconds({micros}))"),
        Cell::Interval { months, days, micros } => {
            format!("(to_months({months}) + to_days({days}) + to_microseconds({micros}))")
        }
        Cell::Blob(bytes) => {
            let hex: String = bytes.iter().map(|byte| format!("\\x{byte:02X}")).collect();
            format!("'{hex}'::BLOB")
        }
        Cell::List(cells) => format!("[{}]", joined(cells.iter().map(literal))),
        Cell::Struct(fields) => {
            let field = |(name, cell): &(String, Cell)| {
                format!("{}: {}", text_literal(name), literal(cell))
            };
            format!("{{{}}}", joined(fields.iter().map(field)))
        }
        Cell::Map(pairs) => {
            let pair =
                |(key, value): &(Cell, Cell)| format!("{}: {}", literal(key), literal(value));
            format!("MAP {{{}}}", joined(pairs.iter().map(pair)))
        }
    }
}

fn text_literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn instant(micros: i64) -> String {
    let at = chrono::DateTime::from_timestamp_micros(micros);
    at.map_or_else(|| "epoch".to_owned(), |at| at.format("%Y-%m-%d %H:%M:%S%.6f+00").to_string())
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::inserts;
    use crate::judge::sql::shrink::kin::tests::family;

    #[test]
    fn what_was_written_down_loads_as_it_was() {
        let schema = "CREATE TABLE \"all kinds\" (b BOOLEAN, i HUGEINT, d DECIMAL(12, 2), f DOUBLE, t VARCHAR, \
                      day DATE, stamp TIMESTAMP, utc TIMESTAMPTZ, clock TIME, span INTERVAL, raw BLOB, \
                      l INTEGER[], s STRUCT(a INTEGER, b VARCHAR), m MAP(VARCHAR, INTEGER));";
        let data = "INSERT INTO \"all kinds\" VALUES
            (true, 170141183460469231731687303715884105727, -0.10, 'nan', 'it''s', DATE '0044-03-15 (BC)',
             TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMPTZ '2024-02-29 12:00:00.5+02', TIME '23:59:59.000001',
             INTERVAL '1 month -2 days 3 microseconds', '\\xAA\\x00'::BLOB, [1, NULL], {'a': 1, 'b': 'x'}, MAP {'k': 1}),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            (false, -1, 5, 'inf', '', DATE '2024-01-01', TIMESTAMP '2024-01-01', NULL, TIME '00:00:00', NULL, ''::BLOB, [], NULL, MAP {});";
        let first = family(schema, data);
        let script = inserts(&first.sheets);
        let again = family(schema, &script);
        assert_eq!(format!("{:?}", first.sheets), format!("{:?}", again.sheets), "{script}");
    }
}
