//! Functions that other databases call something else or do not have.

use serde_json::Value;

use super::super::node::visit;
use super::Database::{BigQuery, PostgreSql, Redshift, Snowflake};
use super::{There, called};
use crate::judge::sql::tree::lower;

/// Names with what stands for them, and what to write elsewhere.
const CALLS: &[(&[&str], &str, &[There])] = &[
    (
        &["date_diff", "datediff"],
        "DATE_DIFF('unit', a, b)",
        &[
            (PostgreSql, "b::DATE - a::DATE, or EXTRACT from the difference"),
            (Redshift, "DATEDIFF(unit, a, b)"),
            (Snowflake, "DATEDIFF(unit, a, b)"),
            (BigQuery, "DATE_DIFF(b, a, UNIT)"),
        ],
    ),
    (&["date_trunc", "datetrunc"], "DATE_TRUNC('unit', x)", &[(BigQuery, "DATE_TRUNC(x, UNIT)")]),
    (
        &["strftime"],
        "STRFTIME",
        &[
            (PostgreSql, "TO_CHAR"),
            (Redshift, "TO_CHAR"),
            (Snowflake, "TO_CHAR"),
            (BigQuery, "FORMAT_DATE or FORMAT_TIMESTAMP"),
        ],
    ),
    (
        &["strptime"],
        "STRPTIME",
        &[
            (PostgreSql, "TO_TIMESTAMP"),
            (Redshift, "TO_TIMESTAMP"),
            (Snowflake, "TO_TIMESTAMP"),
            (BigQuery, "PARSE_TIMESTAMP"),
        ],
    ),
    (
        &["isodow", "dayofweek", "weekday"],
        "ISODOW and its like",
        &[
            (PostgreSql, "EXTRACT(ISODOW FROM …)"),
            (Redshift, "EXTRACT(DOW FROM …)"),
            (Snowflake, "DAYOFWEEKISO(…)"),
            (BigQuery, "EXTRACT(DAYOFWEEK FROM …)"),
        ],
    ),
    (
        &["arg_max", "arg_min", "argmax", "argmin", "max_by", "min_by"],
        "ARG_MAX and ARG_MIN",
        &[
            (PostgreSql, "DISTINCT ON, or ROW_NUMBER() = 1"),
            (Redshift, "ROW_NUMBER() = 1"),
            (Snowflake, "MAX_BY, MIN_BY"),
            (BigQuery, "MAX_BY, MIN_BY"),
        ],
    ),
    (
        &["epoch", "epoch_ms", "epoch_us", "epoch_ns"],
        "EPOCH and its like",
        &[
            (PostgreSql, "EXTRACT(EPOCH FROM …)"),
            (Redshift, "EXTRACT(EPOCH FROM …)"),
            (Snowflake, "DATE_PART(EPOCH_SECOND, …)"),
            (BigQuery, "UNIX_SECONDS, UNIX_MILLIS, UNIX_MICROS"),
        ],
    ),
    (
        &["json_extract", "json_extract_string", "json_value"],
        "JSON_EXTRACT",
        &[
            (PostgreSql, "-> and ->>"),
            (Redshift, "JSON_EXTRACT_PATH_TEXT"),
            (Snowflake, "PARSE_JSON(…):path"),
            (BigQuery, "JSON_QUERY, JSON_VALUE"),
        ],
    ),
    (
        &["dayname", "monthname"],
        "DAYNAME and MONTHNAME",
        &[
            (PostgreSql, "TO_CHAR(…, 'Day')"),
            (Redshift, "TO_CHAR(…, 'Day')"),
            (BigQuery, "FORMAT_DATE('%A', …)"),
        ],
    ),
    (
        &["year", "month", "day", "hour", "quarter"],
        "YEAR(…), MONTH(…) and their like",
        &[
            (PostgreSql, "EXTRACT(YEAR FROM …)"),
            (Redshift, "EXTRACT(YEAR FROM …)"),
            (BigQuery, "EXTRACT(YEAR FROM …)"),
        ],
    ),
    (&["%"], "the operator %", &[(BigQuery, "MOD(a, b)")]),
    (
        &["median"],
        "MEDIAN",
        &[
            (PostgreSql, "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY …)"),
            (BigQuery, "PERCENTILE_CONT(…, 0.5) OVER ()"),
        ],
    ),
    (
        &["quantile_cont", "quantile_disc"],
        "QUANTILE_CONT and QUANTILE_DISC",
        &[
            (PostgreSql, "PERCENTILE_CONT(…) WITHIN GROUP (ORDER BY …)"),
            (Redshift, "PERCENTILE_CONT(…) WITHIN GROUP (ORDER BY …)"),
            (Snowflake, "PERCENTILE_CONT(…) WITHIN GROUP (ORDER BY …)"),
            (BigQuery, "PERCENTILE_CONT(…) OVER ()"),
        ],
    ),
    (
        &["count_if", "countif"],
        "COUNT_IF",
        &[
            (PostgreSql, "COUNT(*) FILTER (WHERE …)"),
            (Redshift, "SUM(CASE WHEN … THEN 1 ELSE 0 END)"),
            (BigQuery, "COUNTIF"),
        ],
    ),
    (
        &["string_agg", "group_concat"],
        "STRING_AGG",
        &[(Redshift, "LISTAGG"), (Snowflake, "LISTAGG")],
    ),
    (
        &["list"],
        "LIST",
        &[
            (PostgreSql, "ARRAY_AGG"),
            (Redshift, "LISTAGG"),
            (Snowflake, "ARRAY_AGG"),
            (BigQuery, "ARRAY_AGG"),
        ],
    ),
    (&["list_value"], "list literals […]", &[(PostgreSql, "ARRAY[…]"), (Redshift, "ARRAY(…)")]),
    (
        &[
            "list_contains",
            "list_position",
            "list_sort",
            "list_aggregate",
            "list_distinct",
            "list_sum",
            "list_max",
            "list_min",
            "list_extract",
            "list_concat",
            "len",
        ],
        "DuckDB's list functions",
        &[
            (PostgreSql, "= ANY(…), ARRAY_POSITION, CARDINALITY"),
            (Redshift, "unnest the SUPER value"),
            (Snowflake, "ARRAY_CONTAINS, ARRAY_POSITION, ARRAY_SIZE"),
            (BigQuery, "IN UNNEST(…), ARRAY_LENGTH"),
        ],
    ),
    (
        &["struct_pack"],
        "struct literals {…}",
        &[
            (PostgreSql, "ROW(…) or JSONB_BUILD_OBJECT"),
            (Redshift, "OBJECT(…)"),
            (Snowflake, "OBJECT_CONSTRUCT"),
            (BigQuery, "STRUCT(… AS …)"),
        ],
    ),
    (
        &["range"],
        "RANGE",
        &[
            (PostgreSql, "GENERATE_SERIES"),
            (Redshift, "a numbers table or a recursive CTE"),
            (Snowflake, "TABLE(GENERATOR(ROWCOUNT => …))"),
            (BigQuery, "UNNEST(GENERATE_ARRAY(…))"),
        ],
    ),
    (
        &["generate_series"],
        "GENERATE_SERIES",
        &[
            (Redshift, "a numbers table or a recursive CTE"),
            (Snowflake, "TABLE(GENERATOR(ROWCOUNT => …))"),
            (BigQuery, "UNNEST(GENERATE_ARRAY(…))"),
        ],
    ),
    (&["unnest"], "UNNEST", &[(Redshift, "FROM t, t.list"), (Snowflake, "LATERAL FLATTEN(…)")]),
];

/// What all of them call and understand alike.
const COMMON: &[&str] = &[
    "count",
    "count_star",
    "sum",
    "avg",
    "min",
    "max",
    "coalesce",
    "nullif",
    "round",
    "abs",
    "lower",
    "upper",
    "trim",
    "replace",
    "greatest",
    "least",
    "floor",
    "ceil",
    "sqrt",
    "sign",
    "concat",
    "row_number",
    "rank",
    "dense_rank",
    "lag",
    "lead",
    "first_value",
    "last_value",
    "ntile",
    "percent_rank",
    "cume_dist",
    "date_part",
    "+",
    "-",
    "*",
    "/",
    "||",
    "~~",
    "!~~",
];

/// Says whether a SELECT calls nothing else.
pub(super) fn are_common(select: &Value) -> bool {
    let mut common = true;
    visit(select, &mut |node| {
        let name = lower(&node["function_name"]);
        common &= name.is_empty() || COMMON.contains(&name.as_str());
        common &= node["type"] != "TABLE_FUNCTION";
    });
    common
}

/// Gives what a function is called and what to write elsewhere, if it is not the same everywhere.
pub(super) fn known(node: &Value) -> Option<(&'static str, &'static [There])> {
    let name = match node["type"].as_str()? {
        "TABLE_FUNCTION" => called(&node["function"]),
        _ if node["function_name"].is_string() => called(node),
        _ => return None,
    };
    let found = CALLS.iter().find(|(names, ..)| names.contains(&name.as_str()))?;
    Some((found.1, found.2))
}
