//! What DuckDB returned, taken over cell by cell with its exact type.

use chrono::{Days, NaiveDate};
use duckdb::core::{LogicalTypeHandle, LogicalTypeId};
use duckdb::types::{TimeUnit, Value};
use duckdb::{Error, Rows};

use crate::content::cell::{Cell, Heading, Table};

/// The type of a column, with what is needed to read its values.
struct Kind {
    id: LogicalTypeId,
    name: String,
    /// Element, fields, or key and value.
    children: Vec<Kind>,
}

/// Reads at most `row_cap` rows and says whether there were more.
pub(super) fn table(mut rows: Rows<'_>, row_cap: usize) -> Result<Table, Error> {
    let (columns, kinds) = headings(&rows);
    let mut table = Table { columns, rows: Vec::new(), cut: false };
    while let Some(row) = rows.next()? {
        if table.rows.len() == row_cap {
            table.cut = true;
            break;
        }
        let cell = |(place, kind): (usize, &Kind)| {
            row.get_ref(place).map(|value| cell(value.to_owned(), kind))
        };
        table.rows.push(kinds.iter().enumerate().map(cell).collect::<Result<_, _>>()?);
    }
    Ok(table)
}

fn headings(rows: &Rows<'_>) -> (Vec<Heading>, Vec<Kind>) {
    let Some(statement) = rows.as_ref() else { return (Vec::new(), Vec::new()) };
    let names = statement.column_names();
    let kinds: Vec<Kind> =
        (0..names.len()).map(|place| kind(&statement.column_logical_type(place))).collect();
    let heading = |(name, kind): (String, &Kind)| Heading { name, kind: kind.name.clone() };
    (names.into_iter().zip(&kinds).map(heading).collect(), kinds)
}

fn kind(of: &LogicalTypeHandle) -> Kind {
    let id = of.id();
    let children: Vec<Kind> = match id {
        LogicalTypeId::List
        | LogicalTypeId::Array
        | LogicalTypeId::Struct
        | LogicalTypeId::Map
        | LogicalTypeId::Union => (0..of.num_children()).map(|i| kind(&of.child(i))).collect(),
        _ => Vec::new(),
    };
    Kind { id, name: name(of, id, &children), children }
}

/// Writes a type as DuckDB writes it.
fn name(of: &LogicalTypeHandle, id: LogicalTypeId, children: &[Kind]) -> String {
    if let Some(alias) = of.get_alias().filter(|alias| !alias.is_empty()) {
        return alias;
    }
    let child = |i: usize| children.get(i).map_or("?", |child| child.name.as_str());
    match id {
        LogicalTypeId::Decimal => {
            format!("DECIMAL({},{})", of.decimal_width(), of.decimal_scale())
        }
        LogicalTypeId::List | LogicalTypeId::Array => format!("{}[]", child(0)),
        LogicalTypeId::Map => format!("MAP({}, {})", child(0), child(1)),
        LogicalTypeId::Struct | LogicalTypeId::Union => {
            let word = if id == LogicalTypeId::Struct { "STRUCT" } else { "UNION" };
            let field = |i: usize| format!("{} {}", of.child_name(i), child(i));
            let fields: Vec<String> = (0..children.len()).map(field).collect();
            format!("{word}({})", fields.join(", "))
        }
        _ => plain_name(id),
    }
}

fn plain_name(id: LogicalTypeId) -> String {
    match id {
        LogicalTypeId::TimestampTZ => "TIMESTAMP WITH TIME ZONE".to_owned(),
        LogicalTypeId::TimeTZ => "TIME WITH TIME ZONE".to_owned(),
        LogicalTypeId::TimestampS => "TIMESTAMP_S".to_owned(),
        LogicalTypeId::TimestampMs => "TIMESTAMP_MS".to_owned(),
        LogicalTypeId::TimestampNs => "TIMESTAMP_NS".to_owned(),
        LogicalTypeId::TimeNs => "TIME_NS".to_owned(),
        LogicalTypeId::SqlNull => "NULL".to_owned(),
        // `Bigint`, `Varchar`, `Double` and the like: the type's own name in capitals.
        other => format!("{other:?}").to_ascii_uppercase(),
    }
}

fn cell(value: Value, kind: &Kind) -> Cell {
    match value {
        Value::Null => Cell::Null,
        Value::Boolean(value) => Cell::Bool(value),
        Value::TinyInt(value) => Cell::Int(value.to_string()),
        Value::SmallInt(value) => Cell::Int(value.to_string()),
        Value::Int(value) => Cell::Int(value.to_string()),
        Value::BigInt(value) => Cell::Int(value.to_string()),
        Value::HugeInt(value) => Cell::Int(value.to_string()),
        Value::UHugeInt(value) => Cell::Int(value.to_string()),
        Value::UTinyInt(value) => Cell::Int(value.to_string()),
        Value::USmallInt(value) => Cell::Int(value.to_string()),
        Value::UInt(value) => Cell::Int(value.to_string()),
        Value::UBigInt(value) => Cell::Int(value.to_string()),
        Value::Decimal(value) => Cell::Dec(value.to_string()),
        // Through text, so that 0.1 as a FLOAT is 0.1 and not 0.10000000149.
        Value::Float(value) => Cell::Float(value.to_string().parse().unwrap_or(f64::from(value))),
        Value::Double(value) => Cell::Float(value),
        Value::Text(text) | Value::Enum(text) => Cell::Text(text),
        Value::Date32(days) => Cell::Date(date(days)),
        Value::Timestamp(unit, at) if kind.id == LogicalTypeId::TimestampTZ => {
            Cell::Instant(micros(unit, at))
        }
        Value::Timestamp(unit, at) => Cell::Timestamp(micros(unit, at)),
        Value::Time64(unit, at) => Cell::Time(micros(unit, at)),
        Value::Interval { months, days, nanos } => {
            Cell::Interval { months, days, micros: nanos / 1000 }
        }
        Value::Blob(bytes) | Value::Geometry(bytes) => Cell::Blob(bytes),
        Value::List(items) | Value::Array(items) => {
            Cell::List(items.into_iter().map(|item| nested(item, kind, 0)).collect())
        }
        Value::Struct(fields) => {
            let field = |(i, (name, value)): (usize, &(String, Value))| {
                (name.clone(), nested(value.clone(), kind, i))
            };
            Cell::Struct(fields.iter().enumerate().map(field).collect())
        }
        Value::Map(entries) => {
            let entry = |(key, value): &(Value, Value)| {
                (nested(key.clone(), kind, 0), nested(value.clone(), kind, 1))
            };
            Cell::Map(entries.iter().map(entry).collect())
        }
        Value::Union(value) => cell(*value, kind),
        other => Cell::Text(format!("{other:?}")),
    }
}

fn nested(value: Value, kind: &Kind, child: usize) -> Cell {
    cell(value, kind.children.get(child).unwrap_or(kind))
}

fn micros(unit: TimeUnit, at: i64) -> i64 {
    match unit {
        TimeUnit::Second => at.saturating_mul(1_000_000),
        TimeUnit::Millisecond => at.saturating_mul(1000),
        TimeUnit::Microsecond => at,
        TimeUnit::Nanosecond => at.div_euclid(1000),
    }
}

/// Writes a date; DuckDB's two infinities have their own words.
fn date(days: i32) -> String {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).expect("the epoch is a date");
    let distance = Days::new(u64::from(days.unsigned_abs()));
    let date = match days {
        i32::MAX => return "infinity".to_owned(),
        days if days == -i32::MAX => return "-infinity".to_owned(),
        0.. => epoch.checked_add_days(distance),
        _ => epoch.checked_sub_days(distance),
    };
    date.map_or_else(|| format!("day {days}"), |date| date.format("%Y-%m-%d").to_string())
}
