//! What a query may be: one SELECT over the question's tables that gives the same every time.

use super::engine::Engine;
use super::tree::{Facts, Foreign, Tree};
use super::{plain, statements};
use crate::content::contract::Contract;
use crate::interview::verdict::Fault;

/// Why a query is not run at all.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub fault: Fault,
    pub words: String,
}

/// Functions that give something else at another time or in another run.
const UNREPEATABLE: &[&str] = &[
    "current_date",
    "current_localtime",
    "current_localtimestamp",
    "current_query_id",
    "current_transaction_id",
    "gen_random_uuid",
    "get_current_time",
    "get_current_timestamp",
    "now",
    "pg_conf_load_time",
    "pg_postmaster_start_time",
    "random",
    "reservoir_quantile",
    "setseed",
    "today",
    "transaction_timestamp",
    "txid_current",
    "uuid",
    "uuidv4",
    "uuidv7",
    // Its form with one argument counts from today.
    "age with one argument",
];

/// Functions that look around the rows: at the machine, the engine, the session.
const AROUND: &[&str] = &[
    "current_connection_id",
    "current_database",
    "current_query",
    "current_schemas",
    "current_setting",
    "currval",
    "getenv",
    "getvariable",
    "nextval",
    "version",
    "write_log",
];

/// Those that give something else as bare words, which are columns to the parser.
const UNREPEATABLE_WORDS: &[&str] =
    &["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

/// Table functions that make rows out of the query's own values.
const TABLE_FUNCTIONS: &[&str] =
    &["generate_series", "json_each", "json_tree", "range", "repeat", "repeat_row", "unnest"];

/// Parses a text that must be one SELECT.
pub(super) fn one_select(engine: &Engine, sql: &str) -> Result<Tree, Refusal> {
    statements::check_text(sql)?;
    let tree = Tree::parse(engine, sql)
        .map_err(|trouble| Refusal { fault: trouble.fault, words: trouble.words })?;
    if let Some((kind, words)) = tree.complaint() {
        return Err(complaint(kind, words, sql));
    }
    match tree.statements().len() {
        1 => Ok(tree),
        0 => Err(forbidden("There is no statement in the answer, only comments or nothing.")),
        count => Err(forbidden(&format!("The answer has {count} statements; hand in one SELECT."))),
    }
}

fn complaint(kind: &str, words: &str, sql: &str) -> Refusal {
    if kind == "not implemented" {
        return forbidden(&no_select(sql));
    }
    match plain::known(words) {
        Some((fault, words)) => Refusal { fault, words: words.to_owned() },
        None => Refusal { fault: Fault::Error, words: format!("Parser Error: {words}") },
    }
}

/// Names the statement that asks for no rows.
fn no_select(sql: &str) -> String {
    let statements = statements::of(sql).unwrap_or_default();
    let other = statements.iter().find(|statement| !statement.asks());
    match (other, statements.len()) {
        (None, _) => "Only one SELECT or WITH … SELECT is judged; a PIVOT must stand in a FROM and name its values with IN.".to_owned(),
        (Some(other), 1) => format!(
            "`{}` is no query; hand in one SELECT or WITH … SELECT that reads the question's tables.",
            other.verb()
        ),
        (Some(other), count) => format!(
            "The answer has {count} statements, one of them `{}`; hand in one SELECT and nothing else.",
            other.verb()
        ),
    }
}

fn forbidden(words: &str) -> Refusal {
    Refusal { fault: Fault::Forbidden, words: words.to_owned() }
}

/// Checks what a query reads and calls. `tables` are the question's, in lower case.
pub(super) fn check(
    facts: &Facts,
    tables: &[String],
    contracts: &[Contract],
) -> Result<(), Refusal> {
    if let Some(foreign) = facts.foreign {
        return Err(foreign_words(foreign));
    }
    let allowed = |name: &str| {
        let mut lists = contracts.iter().map(|contract| &contract.allow_functions);
        lists.any(|list| list.iter().any(|function| function.eq_ignore_ascii_case(name)))
    };
    let among = |list: &'static [&'static str]| {
        move |name: &&String| list.contains(&name.as_str()) && !allowed(name)
    };
    let function = facts.functions.iter().find(among(UNREPEATABLE));
    if let Some(name) = function.or(facts.words.iter().find(among(UNREPEATABLE_WORDS))) {
        return Err(forbidden(&format!(
            "`{name}` gives something else every time; the rows hold every date that is needed."
        )));
    }
    if let Some(name) = facts.functions.iter().find(among(AROUND)) {
        return Err(forbidden(&format!(
            "`{name}` looks at the machine or the session; the answer is in the question's rows."
        )));
    }
    if facts.samples && !allowed("sample") {
        return Err(forbidden("A sample gives something else every time."));
    }
    let outside = |name: &&String| !TABLE_FUNCTIONS.contains(&name.as_str()) && !allowed(name);
    if let Some(name) = facts.table_functions.iter().find(outside) {
        let words = format!(
            "`{name}` reads what is not part of the question; its tables are {}.",
            listed(tables)
        );
        return Err(forbidden(&words));
    }
    let strange = |name: &&String| is_strange(name) && !tables.contains(name);
    if let Some(name) = facts.schemas.iter().next().or(facts.tables.iter().find(strange)) {
        let words =
            format!("`{name}` is not part of the question; its tables are {}.", listed(tables));
        return Err(forbidden(&words));
    }
    // A table that is not the question's is the engine's to complain about.
    if !facts.tables.is_empty() || tables.is_empty() {
        return Ok(());
    }
    let words = format!(
        "The answer does not read any table of the question, which has {}.",
        listed(tables)
    );
    Err(Refusal { fault: Fault::HardCoded, words })
}

fn foreign_words(foreign: Foreign) -> Refusal {
    forbidden(match foreign {
        Foreign::Change => "A query reads; it cannot change rows, not even inside a WITH.",
        Foreign::Show => {
            "DESCRIBE, SUMMARIZE and SHOW tell about tables; hand in a SELECT that answers the question."
        }
        Foreign::Parameter => {
            "A `?` or `$name` waits for a value that nobody gives; write the value itself."
        }
    })
}

/// Says whether a name is one of the engine's own tables, or a file or an address in a table's place.
fn is_strange(name: &str) -> bool {
    let system = ["pg_", "duckdb_", "sqlite_", "pragma_"];
    system.iter().any(|prefix| name.starts_with(prefix)) || name.contains(['/', '\\', ':', '.'])
}

fn listed(tables: &[String]) -> String {
    let names: Vec<String> = tables.iter().map(|table| format!("`{table}`")).collect();
    names.join(", ")
}
