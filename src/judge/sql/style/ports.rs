//! Where else a query would run: what PostgreSQL, Redshift, Snowflake and BigQuery do not take, and what one
//! writes there. It never costs anything.

mod calls;
mod grammar;

use serde_json::Value;

use super::super::tree::lower;
use super::margin::{Margin, Span, span};
use super::reading::{Reading, is_empty, is_star, items, modifiers, names, visit};
use super::words::{Word, words};
use crate::interview::verdict::Evidence;

/// The databases that are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Database {
    PostgreSql,
    Redshift,
    Snowflake,
    BigQuery,
}

use Database::{BigQuery, PostgreSql, Redshift, Snowflake};

impl Database {
    const ALL: [Self; 4] = [PostgreSql, Redshift, Snowflake, BigQuery];

    fn name(self) -> &'static str {
        match self {
            PostgreSql => "PostgreSQL",
            Redshift => "Redshift",
            Snowflake => "Snowflake",
            BigQuery => "BigQuery",
        }
    }

    fn rule(self) -> &'static str {
        match self {
            PostgreSql => "sql.port.postgresql",
            Redshift => "sql.port.redshift",
            Snowflake => "sql.port.snowflake",
            BigQuery => "sql.port.bigquery",
        }
    }
}

/// What one writes in a database that does not have it.
type There = (Database, &'static str);

/// A construct with what to write where it is unknown.
struct Construct {
    name: &'static str,
    there: &'static [There],
}

const QUALIFY: Construct = Construct {
    name: "QUALIFY",
    there: &[(PostgreSql, "filter the window's column in an outer query")],
};
const GROUP_BY_ALL: Construct =
    Construct { name: "GROUP BY ALL", there: &[(PostgreSql, "list the keys")] };
const ORDER_BY_ALL: Construct = Construct {
    name: "ORDER BY ALL",
    there: &[
        (PostgreSql, "list the columns"),
        (Redshift, "list the columns"),
        (BigQuery, "list the columns"),
    ],
};
const EXCLUDE: Construct = Construct {
    name: "* EXCLUDE",
    there: &[(PostgreSql, "list the columns"), (BigQuery, "write * EXCEPT (…)")],
};
const REPLACE: Construct = Construct {
    name: "* REPLACE",
    there: &[(PostgreSql, "list the columns"), (Redshift, "list the columns")],
};
const COLUMNS: Construct = Construct {
    name: "COLUMNS(…)",
    there: &[
        (PostgreSql, "list the columns"),
        (Redshift, "list the columns"),
        (Snowflake, "list the columns"),
        (BigQuery, "list the columns"),
    ],
};
const FROM_FIRST: Construct = Construct {
    name: "FROM without SELECT",
    there: &[
        (PostgreSql, "write SELECT * FROM"),
        (Redshift, "write SELECT * FROM"),
        (Snowflake, "write SELECT * FROM"),
    ],
};
const ASOF: Construct = Construct {
    name: "this form of ASOF JOIN",
    there: &[
        (PostgreSql, "LEFT JOIN LATERAL (… ORDER BY … LIMIT 1)"),
        (Redshift, "join the range and keep ROW_NUMBER() = 1"),
        (Snowflake, "ASOF JOIN … MATCH_CONDITION (…)"),
        (BigQuery, "join the range and keep ROW_NUMBER() = 1"),
    ],
};
const POSITIONAL: Construct = Construct {
    name: "POSITIONAL JOIN",
    there: &[
        (PostgreSql, "join by ROW_NUMBER()"),
        (Redshift, "join by ROW_NUMBER()"),
        (Snowflake, "join by ROW_NUMBER()"),
        (BigQuery, "join by ROW_NUMBER()"),
    ],
};
const SEMI: Construct = Construct {
    name: "SEMI JOIN",
    there: &[
        (PostgreSql, "EXISTS"),
        (Redshift, "EXISTS"),
        (Snowflake, "EXISTS"),
        (BigQuery, "EXISTS"),
    ],
};
const ANTI: Construct = Construct {
    name: "ANTI JOIN",
    there: &[
        (PostgreSql, "NOT EXISTS"),
        (Redshift, "NOT EXISTS"),
        (Snowflake, "NOT EXISTS"),
        (BigQuery, "NOT EXISTS"),
    ],
};
const DISTINCT_ON: Construct = Construct {
    name: "DISTINCT ON",
    there: &[
        (Redshift, "QUALIFY ROW_NUMBER() OVER (…) = 1"),
        (Snowflake, "QUALIFY ROW_NUMBER() OVER (…) = 1"),
        (BigQuery, "QUALIFY ROW_NUMBER() OVER (…) = 1"),
    ],
};
const FILTER: Construct = Construct {
    name: "FILTER (WHERE …)",
    there: &[
        (Redshift, "SUM(CASE WHEN … THEN … END)"),
        (Snowflake, "SUM(CASE WHEN … THEN … END), or COUNT_IF(…)"),
        (BigQuery, "SUM(IF(…)), or COUNTIF(…)"),
    ],
};
const INTEGER_DIVISION: Construct = Construct {
    name: "the operator //",
    there: &[
        (PostgreSql, "/ between whole numbers"),
        (Redshift, "/ between whole numbers"),
        (Snowflake, "FLOOR(a / b)"),
        (BigQuery, "DIV(a, b)"),
    ],
};
const WHOLE_DIVISION: Construct = Construct {
    name: "a fraction from dividing whole numbers",
    there: &[(PostgreSql, "cast one side to NUMERIC"), (Redshift, "cast one side to DECIMAL")],
};
const TRY_CAST: Construct = Construct {
    name: "TRY_CAST",
    there: &[(PostgreSql, "test the text first, then CAST"), (BigQuery, "SAFE_CAST")],
};
const LAMBDA: Construct = Construct {
    name: "a lambda over a list",
    there: &[
        (PostgreSql, "UNNEST and aggregate again"),
        (Redshift, "unnest the SUPER value and aggregate again"),
        (Snowflake, "TRANSFORM or FILTER with x -> …"),
        (BigQuery, "ARRAY(SELECT … FROM UNNEST(…))"),
    ],
};
const SLICE: Construct = Construct {
    name: "a list slice [a:b]",
    there: &[
        (Redshift, "number the rows"),
        (Snowflake, "ARRAY_SLICE"),
        (BigQuery, "ARRAY_AGG(… LIMIT n)"),
    ],
};
const COLON_CAST: Construct =
    Construct { name: "the cast ::", there: &[(BigQuery, "CAST(… AS …)")] };
const BARE_INTERVAL: Construct = Construct {
    name: "INTERVAL with a bare number",
    there: &[
        (PostgreSql, "INTERVAL '5 minutes'"),
        (Redshift, "INTERVAL '5 minutes'"),
        (Snowflake, "INTERVAL '5 minutes'"),
    ],
};
const ILIKE: Construct = Construct { name: "ILIKE", there: &[(BigQuery, "LOWER(…) LIKE")] };
const WINDOW_CLAUSE: Construct =
    Construct { name: "the WINDOW clause", there: &[(Redshift, "repeat the OVER (…)")] };

/// Says for each database what it would not take.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Evidence> {
    let mut met: Vec<(&'static str, &'static [There], Option<Span>)> = Vec::new();
    let mut note = |name, there, at| {
        if met.iter().all(|(known, ..)| *known != name) {
            met.push((name, there, at));
        }
    };
    for (place, select) in reading.selects.iter().enumerate() {
        of_select(select.node, reading.answer, &mut note);
        visit(select.node, &mut |node| {
            let at = span(node, reading.answer);
            if let Some(construct) = of_node(reading, place, node) {
                note(construct.name, construct.there, at);
            }
            if let Some((name, there)) = calls::known(node) {
                note(name, there, at);
            }
        });
    }
    for (construct, at) in of_words(&words(reading.answer)) {
        note(construct.name, construct.there, Some(at));
    }
    let told: Vec<Evidence> = Database::ALL
        .into_iter()
        .filter_map(|database| told(database, &met, reading.answer))
        .collect();
    match told.is_empty() {
        false => told,
        true => {
            let words = "Nothing here was found to be DuckDB's alone: PostgreSQL, Redshift, Snowflake and BigQuery should take it.";
            vec![Evidence::plain("sql.port.all", true, words)]
        }
    }
}

fn told(
    database: Database,
    met: &[(&'static str, &'static [There], Option<Span>)],
    answer: &str,
) -> Option<Evidence> {
    let mut margin = Margin::beside(answer);
    let here = met.iter().filter_map(|(name, there, at)| {
        let (_, write) = there.iter().find(|(known, _)| *known == database)?;
        Some((format!("no {name} ({write})"), *at))
    });
    let here: Vec<(String, Option<Span>)> = here.collect();
    if let Some((_, at)) = here.iter().min_by_key(|(_, at)| at.unwrap_or((usize::MAX, 0))) {
        let list: Vec<&str> = here.iter().map(|(words, _)| words.as_str()).collect();
        margin.note_at(
            database.rule(),
            format!("{} has {}", database.name(), list.join("; ")),
            *at,
        );
    } else if let Some(stop) = grammar::refuses(database, answer) {
        margin.note_at(
            database.rule(),
            format!("{}'s grammar stops here: {stop}", database.name()),
            None,
        );
    }
    margin.evidence().pop()
}

fn of_select(
    select: &Value,
    answer: &str,
    note: &mut dyn FnMut(&'static str, &'static [There], Option<Span>),
) {
    let mut met = |construct: &'static Construct, at: &Value| {
        note(construct.name, construct.there, span(at, answer))
    };
    if !select["qualify"].is_null() {
        met(&QUALIFY, &select["qualify"]);
    }
    if select["aggregate_handling"] == "FORCE_AGGREGATES" {
        met(&GROUP_BY_ALL, select);
    }
    let first = |item: &&Value| is_star(item) && span(item, answer).is_none();
    let from = &select["from_table"];
    if items(select).iter().any(|item| first(&item))
        && matches!(from["type"].as_str(), Some("BASE_TABLE" | "JOIN" | "SUBQUERY"))
    {
        met(&FROM_FIRST, from);
    }
    for modifier in modifiers(select) {
        if let Some(target) =
            modifier["distinct_on_targets"].as_array().and_then(|targets| targets.first())
        {
            met(&DISTINCT_ON, target);
        }
        if modifier["orders"]
            .as_array()
            .is_some_and(|orders| orders.iter().any(|order| is_star(&order["expression"])))
        {
            met(&ORDER_BY_ALL, modifier);
        }
    }
}

fn of_node(reading: &Reading<'_>, place: usize, node: &Value) -> Option<&'static Construct> {
    let name = lower(&node["function_name"]);
    Some(match node["type"].as_str()? {
        "STAR" if !is_empty(&node["replace_list"]) => &REPLACE,
        "STAR" if !is_empty(&node["exclude_list"]) => &EXCLUDE,
        "STAR" if node["columns"] == true && !is_empty(&node["expr"]) => &COLUMNS,
        "JOIN" if node["ref_type"] == "ASOF" => &ASOF,
        "JOIN" if node["ref_type"] == "POSITIONAL" => &POSITIONAL,
        "JOIN" if node["join_type"] == "SEMI" => &SEMI,
        "JOIN" if node["join_type"] == "ANTI" => &ANTI,
        "LAMBDA" => &LAMBDA,
        "ARRAY_SLICE" => &SLICE,
        "OPERATOR_CAST" if node["try_cast"] == true => &TRY_CAST,
        _ if name == "//" => &INTEGER_DIVISION,
        _ if name == "~~*" || name == "!~~*" => &ILIKE,
        _ if name == "/" && is_whole_division(reading, place, node) => &WHOLE_DIVISION,
        _ if !node["filter"].is_null() || !is_empty(&node["filter_expr"]) => &FILTER,
        _ => return None,
    })
}

/// A division whose sides both certainly are whole numbers: DuckDB gives a fraction, others cut it.
fn is_whole_division(reading: &Reading<'_>, place: usize, node: &Value) -> bool {
    let sides = node["arguments"].as_array().map(Vec::as_slice).unwrap_or_default();
    sides.len() == 2 && sides.iter().all(|side| is_whole(reading, place, &side["expression"]))
}

fn is_whole(reading: &Reading<'_>, place: usize, side: &Value) -> bool {
    let is_integer = |kind: &str| {
        matches!(kind.to_ascii_uppercase().as_str(), "TINYINT" | "SMALLINT" | "INTEGER" | "BIGINT")
    };
    match side["type"].as_str() {
        Some("COLUMN_REF") => {
            reading.origin(place, side).is_some_and(|origin| is_integer(&origin.column.kind))
        }
        Some("VALUE_CONSTANT") => side["literal"]["kind"] == "INTEGER",
        Some("OPERATOR_CAST") => is_integer(&lower(&side["type_expr"]["type_name"])),
        _ => matches!(lower(&side["function_name"]).as_str(), "count" | "count_star"),
    }
}

/// What only the words tell: casts with `::`, bare intervals, named windows.
fn of_words(words: &[Word<'_>]) -> Vec<(&'static Construct, Span)> {
    let mut found: Vec<(&'static Construct, Span)> = Vec::new();
    for pair in words.windows(2) {
        let [a, b] = pair else { continue };
        let both = (a.from, b.to);
        let is_number = b.text.starts_with(|c: char| c.is_ascii_digit()) || b.text == "(";
        if a.text == ":" && b.text == ":" && a.to == b.from {
            found.push((&COLON_CAST, both));
        } else if a.is("interval") && is_number {
            found.push((&BARE_INTERVAL, both));
        }
    }
    let window = words
        .windows(3)
        .find(|three| three[0].is("window") && three[1].is_name() && three[2].is("as"));
    found.extend(window.map(|three| (&WINDOW_CLAUSE, (three[0].from, three[2].to))));
    found
}

/// Gives the last part of a function's name in lower case.
fn called(node: &Value) -> String {
    let path = names(&node["qualified_name"]["path"]);
    path.into_iter().next_back().unwrap_or_else(|| lower(&node["function_name"]))
}

#[cfg(test)]
#[path = "ports/tests.rs"]
mod tests;
