//! What a query may be: one SELECT over the question's tables that gives the same every time.

use super::engine::Engine;
use super::tree::{Facts, Tree};
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
    "current_connection_id",
    "current_database",
    "current_date",
    "current_localtime",
    "current_localtimestamp",
    "current_query",
    "current_query_id",
    "current_schemas",
    "current_setting",
    "current_transaction_id",
    "currval",
    "gen_random_uuid",
    "get_current_time",
    "get_current_timestamp",
    "getenv",
    "getvariable",
    "nextval",
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
    "version",
    "write_log",
    // Its form with one argument counts from today.
    "age with one argument",
];

/// The same as bare words, which are columns to the parser.
const UNREPEATABLE_WORDS: &[&str] =
    &["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

/// Table functions that make rows out of the query's own values.
const TABLE_FUNCTIONS: &[&str] =
    &["generate_series", "json_each", "json_tree", "range", "repeat", "repeat_row", "unnest"];

/// Parses a text that must be one SELECT.
pub(super) fn one_select(engine: &Engine, sql: &str) -> Result<Tree, Refusal> {
    let tree = Tree::parse(engine, sql)
        .map_err(|trouble| Refusal { fault: trouble.fault, words: trouble.words })?;
    if let Some((kind, words)) = tree.complaint() {
        return Err(complaint(kind, words));
    }
    match tree.statements().len() {
        1 => Ok(tree),
        0 => Err(forbidden("There is no statement in the answer.")),
        count => Err(forbidden(&format!("The answer has {count} statements; hand in one SELECT."))),
    }
}

fn complaint(kind: &str, words: &str) -> Refusal {
    if kind == "not implemented" {
        return forbidden(
            "Only one SELECT or WITH … SELECT is judged; a PIVOT must stand in a FROM and name its values with IN.",
        );
    }
    let words = format!("Parser Error: {words}");
    Refusal { fault: Fault::Error, words }
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
    if facts.samples && !allowed("sample") {
        return Err(forbidden("A sample gives something else every time."));
    }
    let outside = |name: &&String| !TABLE_FUNCTIONS.contains(&name.as_str()) && !allowed(name);
    if let Some(name) = facts.table_functions.iter().find(outside) {
        return Err(forbidden(&format!("`{name}` reads what is not part of the question.")));
    }
    let system = |name: &&String| is_system(name) && !tables.contains(name);
    if let Some(name) = facts.schemas.iter().next().or(facts.tables.iter().find(system)) {
        return Err(forbidden(&format!("`{name}` is not part of the question.")));
    }
    // A table that is not the question's is the engine's to complain about.
    if !facts.tables.is_empty() || tables.is_empty() {
        return Ok(());
    }
    let words = "The answer does not read any table of the question.".to_owned();
    Err(Refusal { fault: Fault::HardCoded, words })
}

fn is_system(name: &str) -> bool {
    ["pg_", "duckdb_", "sqlite_", "pragma_"].iter().any(|prefix| name.starts_with(prefix))
}
