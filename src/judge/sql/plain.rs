//! What the engine complains about, in words that say what is wrong and what is allowed.

use crate::interview::verdict::Fault;

/// What is said of a file or an address, however the engine calls it.
const OUT_OF_REACH: &str =
    "Files, folders and the network are out of reach here; only the question's tables can be read.";

/// Complaints of DuckDB that speak of its own settings or say too little, each with better words.
const COMPLAINTS: &[(&str, Fault, &str)] = &[
    (
        "Out of Memory",
        Fault::Limits,
        "It needs more memory than the judge gives; does it build far more rows than asked?",
    ),
    (
        "std::bad_alloc",
        Fault::Limits,
        "It needs more memory than the judge gives; does it build far more rows than asked?",
    ),
    (
        "Lists larger than 2^32",
        Fault::Limits,
        "It builds a list of more than four thousand million elements.",
    ),
    ("Permission Error", Fault::Forbidden, OUT_OF_REACH),
    (
        "the configuration has been locked",
        Fault::Forbidden,
        "The engine's settings cannot be changed here.",
    ),
    (
        "Max expression depth limit",
        Fault::Error,
        "It is nested more than a thousand levels deep; write it flatter, a long list with IN or VALUES.",
    ),
    (
        "Wrong number of parameters",
        Fault::Error,
        "A `?` or `$name` waits for a value that nobody gives; write the value itself.",
    ),
    ("nul byte found", Fault::Error, "It holds a NUL character; SQL is text without it."),
];

/// Beginnings of the engine's own names, which it likes to propose in place of a table of ours.
const INTERNAL: [&str; 5] = ["pg_", "duckdb_", "sqlite_", "pragma_", "information_schema"];

/// Gives better words and their fault for a complaint, if there are any.
pub(super) fn known(complaint: &str) -> Option<(Fault, &'static str)> {
    if is_outside(complaint) {
        return Some((Fault::Forbidden, OUT_OF_REACH));
    }
    if complaint.contains("in the catalog, but it exists in the") {
        let words = "It uses a function of an extension, and none can be loaded here.";
        return Some((Fault::Error, words));
    }
    let known = COMPLAINTS.iter().find(|(mark, _, _)| complaint.contains(mark));
    known.map(|(_, fault, words)| (*fault, *words))
}

/// Says whether an address is taken for a table, or a reader of files for a function: without the
/// extension that would read it, the engine only says that there is none of that name.
fn is_outside(complaint: &str) -> bool {
    let named = |before: &str| complaint.split_once(before).map_or("", |(_, name)| name);
    named("Table with name ").split_whitespace().next().is_some_and(|name| name.contains("://"))
        || named("Table Function with name \"read_").contains("but it exists in the")
}

/// Leaves out proposals that lead away from the question, and advice to change a setting.
pub(super) fn without_noise(complaint: &str) -> String {
    let is_noise = |line: &&str| {
        let proposed = line.strip_prefix("Did you mean \"");
        proposed.is_some_and(|name| INTERNAL.iter().any(|internal| name.starts_with(internal)))
    };
    let kept: Vec<&str> = complaint.lines().filter(|line| !is_noise(line)).collect();
    let kept = kept.join("\n");
    // Whoever reads "or SET …" tries it, and settings are locked.
    match kept.split_once(", or SET ") {
        Some((advice, _)) => format!("{advice}."),
        None => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::{known, without_noise};
    use crate::interview::verdict::Fault;

    #[test]
    fn a_file_out_of_reach_is_forbidden_and_no_error() {
        let (fault, words) =
            known("Permission Error: Cannot access file \"x.csv\" - file system").expect("known");
        assert_eq!(fault, Fault::Forbidden);
        assert!(!words.contains("x.csv"));
        assert_eq!(known("Binder Error: Referenced column \"x\" not found"), None);
    }

    #[test]
    fn an_address_or_a_reader_of_files_is_out_of_reach_in_any_build() {
        for complaint in [
            "Catalog Error: Table with name https://example.com/x.parquet does not exist!",
            "Catalog Error: Table Function with name \"read_parquet\" is not in the catalog, but it exists in the parquet extension.",
        ] {
            assert_eq!(known(complaint).map(|(fault, _)| fault), Some(Fault::Forbidden));
        }
        let other = "Catalog Error: Scalar Function with name \"x\" is not in the catalog, but it exists in the y extension.";
        assert_eq!(known(other).map(|(fault, _)| fault), Some(Fault::Error));
        assert_eq!(known("Catalog Error: Table with name orderz does not exist!"), None);
    }

    #[test]
    fn proposals_stay_unless_they_are_the_engines_own_tables() {
        let with = |name: &str| {
            format!("Catalog Error: Table x does not exist!\nDid you mean \"{name}\"?\n\nLINE 1: x")
        };
        assert!(without_noise(&with("orders")).contains("orders"));
        let without = without_noise(&with("pg_proc"));
        assert_eq!(without, "Catalog Error: Table x does not exist!\n\nLINE 1: x");
    }

    #[test]
    fn nobody_is_told_to_change_a_setting() {
        let words = "Invalid Input Error: Division by zero in expression (1 // 0). Use TRY(...) to return NULL for this expression, or SET error_on_division_by_zero=false to return NULL.";
        assert!(without_noise(words).ends_with("for this expression."), "{words}");
    }
}
