//! Functions that other databases call something else or do not have.

use serde_json::Value;

use super::Database::{BigQuery, PostgreSql, Redshift, Snowflake};
use super::{There, called};

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
        &["median"],
        "MEDIAN",
        &[
            (PostgreSql, "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY …)"),
            (BigQuery, "PERCENTILE_CONT(…, 0.5) OVER ()"),
        ],
    ),
    (
        &["quantile_cont", "quantile_disc"],
        "QUANTILE_CONT",
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
