//! Where else a query would run: what PostgreSQL, Redshift, Snowflake and BigQuery do not take, and what one
//! writes there. It never costs anything.

mod calls;
mod grammar;

use serde_json::Value;

use super::super::tree::lower;
use super::margin::{Margin, Span, span};
use super::node::{is_empty, is_star, items, modifiers, names, visit};
use super::reading::Reading;
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
const QUOTED_NAME: Construct =
    Construct { name: "a name in \"…\"", there: &[(BigQuery, "backticks `…`")] };
const WINDOW_CLAUSE: Construct =
    Construct { name: "the WINDOW clause", there: &[(Redshift, "repeat the OVER (…)")] };

/// One construct of an answer that is not the same everywhere.
#[derive(Clone, Debug)]
pub(super) struct Met {
    name: &'static str,
    there: &'static [There],
    at: Option<Span>,
}

/// What was met in one answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Meetings {
    met: Vec<Met>,
    /// Something was called of which nobody knows whether others have it.
    has_unknown: bool,
}

impl Meetings {
    fn add(&mut self, name: &'static str, there: &'static [There], at: Option<Span>) {
        if self.met.iter().all(|known| known.name != name) {
            self.met.push(Met { name, there, at });
        }
    }

    /// Adds what another query of the same answer has.
    pub fn join(&mut self, other: Self) {
        other.met.into_iter().for_each(|met| self.add(met.name, met.there, met.at));
        self.has_unknown |= other.has_unknown;
    }

    /// Says for each database what one would write there.
    pub fn told(&self, answer: &str) -> Vec<Evidence> {
        let told: Vec<Evidence> = Database::ALL
            .into_iter()
            .filter_map(|database| self.told_of(database, answer))
            .collect();
        if !told.is_empty() || self.has_unknown {
            return told;
        }
        let words = "Nothing was found that only DuckDB takes; PostgreSQL, Redshift, Snowflake and \
                     BigQuery were asked about.";
        vec![Evidence::plain("sql.port.all", true, words)]
    }

    fn told_of(&self, database: Database, answer: &str) -> Option<Evidence> {
        let write = |met: &Met| {
            met.there.iter().find(|(known, _)| *known == database).map(|(_, write)| *write)
        };
        let mut here: Vec<(&Met, &str)> =
            self.met.iter().filter_map(|met| Some((met, write(met)?))).collect();
        // What stands first is named first.
        here.sort_by_key(|(met, _)| met.at.unwrap_or((usize::MAX, 0)));
        let mut margin = Margin::beside(answer);
        if let Some((first, _)) = here.first() {
            let list: Vec<String> =
                here.iter().map(|(met, write)| format!("{} → {write}", met.name)).collect();
            let words = format!("In {} you would write: {}", database.name(), list.join("; "));
            margin.note_at(database.rule(), words, first.at);
        } else if let Some(stop) = grammar::refuses(database, answer) {
            let words = format!("{}'s grammar stops here: {stop}", database.name());
            margin.note_at(database.rule(), words, None);
        }
        margin.evidence().pop()
    }
}

/// Finds what other databases would not take.
pub(super) fn find(reading: &Reading<'_>) -> Meetings {
    let mut meetings = Meetings::default();
    for (place, select) in reading.selects.iter().enumerate() {
        meetings.has_unknown |= !calls::are_common(select.node);
        of_select(select.node, reading.answer, &mut meetings);
        visit(select.node, &mut |node| {
            let at = span(node, reading.answer);
            if let Some(construct) = of_node(reading, place, node) {
                meetings.add(construct.name, construct.there, at);
            }
            if let Some((name, there)) = calls::known(node) {
                meetings.add(name, there, at);
            }
        });
    }
    for (construct, at) in of_words(&words(reading.answer)) {
        meetings.add(construct.name, construct.there, Some(at));
    }
    meetings
}

fn of_select(select: &Value, answer: &str, meetings: &mut Meetings) {
    let mut meet = |construct: &'static Construct, at: &Value| {
        meetings.add(construct.name, construct.there, span(at, answer));
    };
    if !select["qualify"].is_null() {
        meet(&QUALIFY, &select["qualify"]);
    }
    let from = &select["from_table"];
    let is_silent = items(select).iter().any(|item| is_star(item) && span(item, answer).is_none());
    if is_silent && matches!(from["type"].as_str(), Some("BASE_TABLE" | "JOIN" | "SUBQUERY")) {
        meet(&FROM_FIRST, from);
    }
    for modifier in modifiers(select) {
        let targets = modifier["distinct_on_targets"].as_array();
        if let Some(target) = targets.and_then(|targets| targets.first()) {
            meet(&DISTINCT_ON, target);
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

/// What the words tell better: casts with `::`, bare intervals, BY ALL, named windows.
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
    let quoted = words.iter().find(|word| word.text.starts_with('"'));
    found.extend(quoted.map(|word| (&QUOTED_NAME, (word.from, word.to))));
    let by_all = words.windows(3).filter(|three| three[1].is("by") && three[2].is("all"));
    found.extend(by_all.map(|three| {
        let construct = if three[0].is("group") { &GROUP_BY_ALL } else { &ORDER_BY_ALL };
        (construct, (three[0].from, three[2].to))
    }));
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
