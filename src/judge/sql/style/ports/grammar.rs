//! Whether a database's grammar takes a text, as far as a general parser knows its grammar.

use sqlparser::dialect::{
    BigQueryDialect, Dialect, DuckDbDialect, PostgreSqlDialect, RedshiftSqlDialect,
    SnowflakeDialect,
};
use sqlparser::parser::Parser;

use super::Database;

/// Says where a grammar stops that is not DuckDB's; what the parser cannot read as DuckDB either says nothing.
pub(super) fn refuses(database: Database, sql: &str) -> Option<String> {
    let dialect: &dyn Dialect = match database {
        Database::PostgreSql => &PostgreSqlDialect {},
        Database::Redshift => &RedshiftSqlDialect {},
        Database::Snowflake => &SnowflakeDialect {},
        Database::BigQuery => &BigQueryDialect {},
    };
    Parser::parse_sql(&DuckDbDialect {}, sql).ok()?;
    let stop = Parser::parse_sql(dialect, sql).err()?.to_string();
    let words = stop.trim_start_matches("sql parser error: ");
    Some(words.chars().take(120).collect())
}
