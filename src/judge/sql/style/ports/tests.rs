//! Each construct is named for the databases that do not have it, and only for those.

use crate::judge::sql::engine::Engine;
use crate::judge::sql::style::{Rows, Schema, review};
use crate::judge::sql::tree::Tree;

const TABLES: &str = "CREATE TABLE t (k INTEGER, n INTEGER, a DECIMAL(9, 2), d DATE, s VARCHAR);";

/// Gives what is said of each database, and checks that the query is one.
fn told(sql: &str) -> Vec<(String, String)> {
    let engine = Engine::loaded(TABLES, "").expect("DuckDB starts");
    let ran = engine.query(sql, 10, std::time::Duration::from_secs(5));
    ran.unwrap_or_else(|trouble| panic!("{}\n{sql}", trouble.words));
    let schema = Schema::of(&engine, &[]).expect("the catalog answers");
    let tree = Tree::parse(&engine, sql).expect("the parser answers");
    let lines = review(&tree, sql, &schema, None, Rows::Named).ports;
    lines
        .into_iter()
        .map(|line| (line.rule.trim_start_matches("sql.port.").to_owned(), line.words))
        .collect()
}

/// Checks which databases a construct is named for, and the words.
#[track_caller]
fn assert_told(sql: &str, part: &str, databases: &str) {
    let told = told(sql);
    let named: Vec<&str> = told
        .iter()
        .filter(|(_, words)| words.contains(part))
        .map(|(database, _)| database.as_str())
        .collect();
    assert_eq!(named.join(" "), databases, "{sql}: {told:?}");
}

#[test]
fn each_construct_is_named_where_it_is_unknown() {
    let all = "postgresql redshift snowflake bigquery";
    assert_told(
        "SELECT k FROM t QUALIFY row_number() OVER (ORDER BY k) = 1",
        "QUALIFY →",
        "postgresql",
    );
    assert_told("SELECT k, sum(a) AS s FROM t GROUP BY ALL", "GROUP BY ALL", "postgresql");
    assert_told("SELECT k FROM t ORDER BY ALL", "ORDER BY ALL", "postgresql redshift bigquery");
    assert_told("SELECT * EXCLUDE (k) FROM t", "* EXCLUDE", "postgresql bigquery");
    assert_told("SELECT * REPLACE (k + 1 AS k) FROM t", "* REPLACE", "postgresql redshift");
    assert_told("FROM t", "FROM without SELECT", "postgresql redshift snowflake");
    assert_told("SELECT t.k FROM t ASOF JOIN t AS u ON t.d >= u.d", "ASOF JOIN", all);
    assert_told("SELECT k FROM t SEMI JOIN t AS u USING (k)", "SEMI JOIN → EXISTS", all);
    assert_told("SELECT k FROM t ANTI JOIN t AS u USING (k)", "NOT EXISTS", all);
    assert_told(
        "SELECT DISTINCT ON (k) k, n FROM t ORDER BY k, n",
        "DISTINCT ON",
        "redshift snowflake bigquery",
    );
    assert_told(
        "SELECT sum(a) FILTER (WHERE k > 1) AS s FROM t",
        "FILTER",
        "redshift snowflake bigquery",
    );
    assert_told("SELECT k // n AS q FROM t", "operator //", all);
    assert_told("SELECT k / n AS q FROM t", "dividing whole numbers", "postgresql redshift");
    assert_told("SELECT TRY_CAST(s AS INTEGER) AS n FROM t", "TRY_CAST", "postgresql bigquery");
    assert_told("SELECT s::INTEGER AS n FROM t", "::", "bigquery");
    assert_told(
        "SELECT d + INTERVAL 5 DAY AS e FROM t",
        "INTERVAL",
        "postgresql redshift snowflake",
    );
    assert_told("SELECT k FROM t WHERE s ILIKE 'a%'", "ILIKE", "bigquery");
    assert_told("SELECT list_transform([k], lambda x: x + 1) AS l FROM t", "lambda", all);
    assert_told("SELECT sum(a) OVER w AS s FROM t WINDOW w AS (ORDER BY k)", "WINDOW", "redshift");
    assert_told("SELECT date_diff('day', d, d) AS n FROM t", "DATE_DIFF(", all);
    assert_told("SELECT arg_max(k, n) AS m FROM t", "ARG_MAX", all);
    assert_told("SELECT r.range AS n FROM t, range(3) AS r", "RANGE", all);
}

#[test]
fn what_is_not_known_is_not_said_to_be_taken() {
    assert!(told("SELECT regexp_extract(s, 'a') AS found FROM t").is_empty());
}

#[test]
fn a_grammar_that_stops_says_where() {
    use super::Database;
    use super::grammar::refuses;
    let stop =
        refuses(Database::PostgreSql, "SELECT MAP {'a': 1} AS m").expect("a map is DuckDB's");
    assert!(stop.contains("Line: 1"), "{stop}");
    assert_eq!(refuses(Database::PostgreSql, "SELECT 1 AS one"), None);
    assert_eq!(refuses(Database::PostgreSql, "SELECT FROM WHERE"), None, "nobody can read that");
}

#[test]
fn what_all_databases_take_is_said_to_be_so() {
    for sql in [
        "SELECT k, SUM(a) AS total FROM t WHERE n > 3 GROUP BY k HAVING SUM(a) > 1 ORDER BY total DESC",
        "WITH big AS (SELECT k, a FROM t WHERE a > 1) SELECT k, COUNT(*) AS n FROM big GROUP BY k",
        "SELECT k, LAG(a) OVER (PARTITION BY n ORDER BY d) AS before FROM t",
        "SELECT a / n AS share FROM t",
        "SELECT CAST(s AS INTEGER) AS n, COALESCE(a, 0) AS a FROM t WHERE d >= DATE '2024-01-01'",
        "SELECT k FROM t AS outside WHERE EXISTS (SELECT 1 FROM t AS inside WHERE inside.k = outside.n)",
    ] {
        let told = told(sql);
        assert_eq!(told.len(), 1, "{sql}: {told:?}");
        assert_eq!(told[0].0, "all", "{sql}");
    }
}
