//! The table of comparisons in `tests/it/comparisons.toml`, each a contract, two results and what must be found.

use chrono::{NaiveDateTime, NaiveTime, Timelike};
use serde::Deserialize;

use super::compare;
use crate::content::cell::{Cell, Heading, Table};
use crate::content::contract::{
    AnyOrder, Class, Column, Contract, Dir, ExtraColumns, Names, Nulls, Order, OrderKey, Rows, Ties,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A sentence that could be false.
    name: String,
    /// Columns split by `|`, such as `id int | amount number round=2`.
    columns: String,
    /// Order keys, such as `amount desc nulls=first | id`.
    #[serde(default)]
    order: String,
    /// Words: `set`, `extra`, `required`, `limit=N`, `any`.
    #[serde(default)]
    terms: String,
    /// A heading line and a line for each row, cells split by `|`.
    gold: String,
    /// The same for the result that is compared.
    came: String,
    fault: String,
    #[serde(default)]
    missing: Option<Vec<usize>>,
    #[serde(default)]
    extra: Option<Vec<usize>>,
    /// A part of the words, or of the notes.
    #[serde(default)]
    says: Option<String>,
}

#[test]
fn every_comparison_in_the_table_is_judged_as_written() {
    let text = include_str!("../../../tests/it/comparisons.toml");
    let cases: Cases = toml::from_str(text).expect("the table is TOML");
    assert!(cases.case.len() >= 150, "only {} comparisons", cases.case.len());
    let failures: Vec<String> = cases.case.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} wrong:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn no_two_comparisons_share_a_name() {
    let text = include_str!("../../../tests/it/comparisons.toml");
    let cases: Cases = toml::from_str(text).expect("the table is TOML");
    let names: std::collections::HashSet<&str> =
        cases.case.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.case.len());
}

/// Gives the difference between what a case promises and what the comparison found.
fn failure(case: &Case) -> Option<String> {
    let found = compare(&table(&case.gold), &table(&case.came), &contract(case));
    let found = match found {
        Ok(found) => found,
        Err(words) if case.fault == "broken" => {
            let says = case.says.as_deref().unwrap_or_default();
            return (!words.contains(says)).then(|| format!("{}: said `{words}`", case.name));
        }
        Err(words) => return Some(format!("{}: {words}", case.name)),
    };
    let said = format!("{} {}", found.words, found.notes.join(" "));
    let right = found.fault.name() == case.fault
        && case.missing.as_ref().is_none_or(|missing| *missing == found.missing)
        && case.extra.as_ref().is_none_or(|extra| *extra == found.extra)
        && case.says.as_ref().is_none_or(|says| said.contains(says.as_str()));
    (!right).then(|| format!("{}: wanted {}, found {found:?}", case.name, case.fault))
}

fn contract(case: &Case) -> Contract {
    let term = |wanted: &str| case.terms.split_whitespace().any(|term| term == wanted);
    let limit = case.terms.split_whitespace().find_map(|term| term.strip_prefix("limit="));
    let keys: Vec<OrderKey> = parts(&case.order).map(order_key).collect();
    Contract {
        columns: parts(&case.columns).map(column).collect(),
        order: if keys.is_empty() { Order::Any(AnyOrder::Any) } else { Order::Keys(keys) },
        total_order: false,
        rows: if term("set") { Rows::Set } else { Rows::Bag },
        extra_columns: if term("extra") { ExtraColumns::Allow } else { ExtraColumns::Reject },
        names: if term("required") { Names::Required } else { Names::Free },
        limit: limit.map(|limit| limit.parse().expect("a limit is a number")),
        ties: if term("any") { Ties::Any } else { Ties::All },
        allow_functions: Vec::new(),
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split('|').map(str::trim).filter(|part| !part.is_empty())
}

fn column(text: &str) -> Column {
    let mut words = text.split_whitespace();
    let (name, class) = (words.next().expect("a name"), words.next().expect("a class"));
    let rest: Vec<&str> = words.collect();
    let round = rest.iter().find_map(|word| word.strip_prefix("round="));
    Column {
        name: name.to_owned(),
        class: class_of(class),
        round: round.map(|digits| digits.parse().expect("digits are a number")),
        unordered: rest.contains(&"unordered"),
    }
}

fn class_of(name: &str) -> Class {
    serde_json::from_value(serde_json::Value::from(name)).expect("a class of the contract")
}

fn order_key(text: &str) -> OrderKey {
    let words: Vec<&str> = text.split_whitespace().collect();
    OrderKey {
        col: words[0].to_owned(),
        dir: if words.contains(&"desc") { Dir::Desc } else { Dir::Asc },
        nulls: if words.contains(&"nulls=first") { Nulls::First } else { Nulls::Last },
    }
}

fn table(text: &str) -> Table {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let columns: Vec<Heading> = lines.next().expect("a heading").split('|').map(heading).collect();
    let row = |line: &str| {
        line.split('|')
            .zip(&columns)
            .map(|(text, heading)| cell(text.trim(), &heading.kind))
            .collect()
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut cut = false;
    for line in lines {
        match line {
            "..." => cut = true,
            line => rows.push(row(line)),
        }
    }
    assert!(rows.iter().all(|row| row.len() == columns.len()), "ragged rows in:\n{text}");
    Table { columns, rows, cut }
}

fn heading(text: &str) -> Heading {
    let text = text.trim();
    let (name, kind) = match text.strip_prefix('\'') {
        Some(quoted) => quoted.split_once('\'').expect("a closed quote"),
        None => text.split_once(' ').expect("a name and a type"),
    };
    Heading { name: name.to_owned(), kind: kind.trim().to_owned() }
}

fn cell(text: &str, kind: &str) -> Cell {
    let head = kind.split(['(', ' ']).next().unwrap_or_default();
    match head {
        _ if text == "NULL" => Cell::Null,
        _ if kind.ends_with(']') => serde_json::from_str(text).expect("a list cell as JSON"),
        "STRUCT" | "MAP" => serde_json::from_str(text).expect("a struct cell as JSON"),
        "DECIMAL" => Cell::Dec(text.to_owned()),
        "FLOAT" | "DOUBLE" => Cell::Float(text.parse().expect("a float")),
        "BOOLEAN" => Cell::Bool(text == "true"),
        "DATE" => Cell::Date(text.to_owned()),
        "TIMESTAMPTZ" => Cell::Instant(micros(text)),
        "TIMESTAMP" if kind.contains("ZONE") => Cell::Instant(micros(text)),
        "TIMESTAMP" | "TIMESTAMP_S" | "TIMESTAMP_NS" => Cell::Timestamp(micros(text)),
        "TIME" => {
            let time: NaiveTime = text.parse().expect("a time");
            Cell::Time(i64::from(time.num_seconds_from_midnight()) * 1_000_000)
        }
        "INTERVAL" => {
            let n: Vec<i64> =
                text.split_whitespace().map(|n| n.parse().expect("a number")).collect();
            Cell::Interval { months: n[0] as i32, days: n[1] as i32, micros: n[2] }
        }
        "VARCHAR" | "ENUM" | "UUID" | "JSON" => {
            let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
            Cell::Text(inner.unwrap_or(text).to_owned())
        }
        _ => Cell::Int(text.to_owned()),
    }
}

fn micros(text: &str) -> i64 {
    let at = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f").expect("a timestamp");
    at.and_utc().timestamp_micros()
}
