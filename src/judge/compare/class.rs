//! Does a column hold the class of values that was asked for? Decided by its database type.

use super::Comparison;
use super::bind::Binding;
use crate::content::cell::{Cell, Heading, Table};
use crate::content::contract::{Class, Column, Contract};
use crate::interview::verdict::Fault;

/// The families database types fall into; two families are never equal to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Numeric,
    Text,
    Bool,
    Date,
    Timestamp,
    Instant,
    Time,
    Interval,
    List,
    Struct,
    Other,
}

/// Gives the first column whose class is not the one asked for.
pub(super) fn misfit(contract: &Contract, table: &Table, bound: &Binding) -> Option<Comparison> {
    let mut pairs = contract.columns.iter().zip(&bound.places);
    let (column, &place) = pairs.find(|(column, place)| {
        !fits(column, &table.columns[**place]) && !is_untyped_null(table, **place)
    })?;
    let words = misfit_words(column, &table.columns[place]);
    Some(Comparison::at_fault(Fault::Class, words))
}

/// Says whether a column of this type can hold what the contract asks for.
pub(super) fn fits(column: &Column, heading: &Heading) -> bool {
    let family = family(&heading.kind);
    match column.class {
        Class::Int | Class::Number => family == Family::Numeric,
        Class::Text => family == Family::Text,
        Class::Bool => family == Family::Bool,
        // `date_trunc` of a date gives a timestamp at midnight, so the cells decide.
        Class::Date | Class::Timestamp => matches!(family, Family::Date | Family::Timestamp),
        Class::Timestamptz => family == Family::Instant,
        Class::Time => family == Family::Time,
        Class::Interval => family == Family::Interval,
        Class::List => family == Family::List,
        Class::Struct => family == Family::Struct,
    }
}

/// A bare NULL has no type of its own and comes as an integer; its values are still compared.
fn is_untyped_null(table: &Table, place: usize) -> bool {
    let kind = table.columns[place].kind.trim_matches('"');
    let untyped = kind == "NULL" || kind == "INTEGER";
    untyped && !table.rows.is_empty() && table.rows.iter().all(|row| row[place] == Cell::Null)
}

/// Sorts a database type, as DuckDB writes it, into its family.
fn family(kind: &str) -> Family {
    let kind = kind.trim().to_ascii_uppercase();
    if kind.ends_with(']') {
        return Family::List;
    }
    let head: &str = kind.split(['(', ' ']).next().unwrap_or_default();
    match head {
        "TINYINT" | "SMALLINT" | "INTEGER" | "BIGINT" | "HUGEINT" | "UTINYINT" | "USMALLINT"
        | "UINTEGER" | "UBIGINT" | "UHUGEINT" | "BIGNUM" | "VARINT" | "DECIMAL" | "FLOAT"
        | "DOUBLE" => Family::Numeric,
        "VARCHAR" | "ENUM" | "UUID" | "JSON" => Family::Text,
        "BOOLEAN" => Family::Bool,
        "DATE" => Family::Date,
        "TIMESTAMPTZ" => Family::Instant,
        "TIMESTAMP" if kind.contains("WITH TIME ZONE") => Family::Instant,
        "TIMESTAMP" | "TIMESTAMP_S" | "TIMESTAMP_MS" | "TIMESTAMP_NS" => Family::Timestamp,
        "TIME" if kind.contains("WITH TIME ZONE") => Family::Other,
        "TIME" | "TIME_NS" => Family::Time,
        "INTERVAL" => Family::Interval,
        "STRUCT" | "ROW" | "MAP" => Family::Struct,
        _ => Family::Other,
    }
}

/// Says what came and what was asked for.
pub(super) fn misfit_words(column: &Column, heading: &Heading) -> String {
    let (name, wanted) = (&heading.name, wanted_words(column.class));
    if family(&heading.kind) == Family::Text {
        return format!("You returned text in `{name}`; {wanted} was asked for.");
    }
    format!("`{name}` is {}; {wanted} was asked for.", heading.kind)
}

fn wanted_words(class: Class) -> &'static str {
    match class {
        Class::Int => "a whole number",
        Class::Number => "a number",
        Class::Text => "text",
        Class::Bool => "true or false",
        Class::Date => "a date",
        Class::Timestamp => "a timestamp without a time zone",
        Class::Timestamptz => "a timestamp with time zone",
        Class::Time => "a time of day",
        Class::Interval => "an interval",
        Class::List => "a list",
        Class::Struct => "a struct",
    }
}
