//! Rules speak where the schema is certain, and are silent where data could tell.

use crate::judge::sql::engine::Engine;
use crate::judge::sql::mutate::mutants;

const SCHEMA: &str = "
    CREATE TABLE shops (id INTEGER PRIMARY KEY, name VARCHAR);
    CREATE TABLE sales (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL REFERENCES shops (id), till INTEGER,
        kind VARCHAR NOT NULL CHECK (kind IN ('a', 'b')), price DECIMAL(10, 2) NOT NULL, tax DECIMAL(10, 2), day DATE NOT NULL);
    CREATE TABLE gifts (sale INTEGER, value DECIMAL(10, 2));";

/// Gives the fact that excuses the mutant whose id holds `part`; none when nothing does.
fn excuse(sql: &str, part: &str) -> Option<String> {
    let engine = Engine::loaded(SCHEMA, "SELECT 1").expect("it loads");
    let made = mutants(&engine, sql).expect("it parses");
    let found = made.into_iter().find(|mutant| mutant.id.contains(part));
    found.unwrap_or_else(|| panic!("no mutant {part} of {sql}")).excuse
}

#[test]
fn a_rule_speaks_where_the_schema_says_so() {
    for (sql, part) in [
        ("SELECT coalesce(price, 0) AS p FROM sales", "no COALESCE"),
        ("SELECT count(price) FROM sales", "COUNT(*)"),
        ("SELECT avg(price) FROM sales", "SUM / COUNT(*)"),
        ("SELECT count(id) FROM sales", "DISTINCT in"),
        ("SELECT id, price FROM sales", "SELECT DISTINCT"),
        ("SELECT shop, sum(price) AS s FROM sales GROUP BY shop", "SELECT DISTINCT"),
        ("SELECT s.id FROM sales s JOIN shops h ON h.id = s.shop", "LEFT JOIN"),
        ("SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id WHERE g.value > 1", "LEFT JOIN"),
        ("SELECT rank() OVER (ORDER BY price, id) AS r FROM sales", "ROW_NUMBER"),
        (
            "WITH t AS (SELECT shop, sum(price) AS s FROM sales GROUP BY shop) SELECT rank() OVER (ORDER BY s, shop) AS r FROM t",
            "ROW_NUMBER",
        ),
        (
            "WITH t AS (SELECT shop, count(*) AS n FROM sales GROUP BY shop) SELECT coalesce(n, 0) AS n FROM t",
            "no COALESCE",
        ),
        ("SELECT id FROM sales WHERE kind = 'a'", "<> 'b'"),
        (
            "SELECT h.id, count(*) AS n FROM shops h LEFT JOIN sales s ON s.shop = h.id GROUP BY h.id",
            "FULL JOIN",
        ),
        (
            "SELECT h.id, count(*) AS n FROM shops h LEFT JOIN sales s ON s.shop = h.id GROUP BY h.id",
            "h.name in GROUP BY",
        ),
        (
            "SELECT h.id, count(*) FILTER (WHERE s.price > 1) AS n FROM shops h LEFT JOIN sales s ON s.shop = h.id GROUP BY h.id",
            "COUNT(s.id)",
        ),
        (
            "SELECT till, sum(price) AS p FROM sales WHERE kind = 'a' GROUP BY till",
            "sales.kind in GROUP BY",
        ),
        (
            "WITH g AS (SELECT sale, sum(value) AS v FROM gifts GROUP BY sale) SELECT s.id, g.v FROM sales s LEFT JOIN g ON g.sale = s.id",
            "ROLLUP",
        ),
        (
            "WITH g AS (SELECT sale, sum(value) AS v FROM gifts GROUP BY sale) SELECT s.id, g.v FROM sales s LEFT JOIN g ON g.sale = s.id",
            "only rows with gifts.sale",
        ),
        ("SELECT id FROM sales ORDER BY price", "NULLs of price"),
    ] {
        assert!(excuse(sql, part).is_some(), "{part} of {sql}");
    }
}

#[test]
fn a_rule_is_silent_where_data_could_tell() {
    for (sql, part) in [
        ("SELECT coalesce(tax, 0) AS p FROM sales", "no COALESCE"),
        ("SELECT count(s.price) FROM shops h LEFT JOIN sales s ON s.shop = h.id", "COUNT(*)"),
        ("SELECT count(till) FROM sales", "DISTINCT in"),
        ("SELECT count(s.id) FROM sales s JOIN gifts g ON g.sale = s.id", "DISTINCT in"),
        ("SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "SELECT DISTINCT"),
        ("SELECT shop FROM sales", "SELECT DISTINCT"),
        ("SELECT s.id FROM sales s JOIN shops h ON h.id = s.till", "LEFT JOIN"),
        ("SELECT s.id FROM sales s JOIN shops h ON h.id = s.shop", "RIGHT JOIN"),
        (
            "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id WHERE g.value IS NULL OR g.value > 1",
            "LEFT JOIN",
        ),
        ("SELECT rank() OVER (PARTITION BY shop ORDER BY price) AS r FROM sales", "ROW_NUMBER"),
        (
            "SELECT rank() OVER (ORDER BY s.id) AS r FROM sales s JOIN gifts g ON g.sale = s.id",
            "ROW_NUMBER",
        ),
        (
            "WITH t AS (SELECT shop, sum(tax) AS s FROM sales GROUP BY shop) SELECT coalesce(s, 0) AS s FROM t",
            "no COALESCE",
        ),
        (
            "WITH t AS (SELECT tax FROM sales UNION ALL SELECT value FROM gifts) SELECT coalesce(tax, 0) AS s FROM t",
            "no COALESCE",
        ),
        ("SELECT id FROM sales ORDER BY tax", "NULLs of tax"),
        (
            "SELECT h.id, count(*) AS n FROM shops h LEFT JOIN sales s ON s.till = h.id GROUP BY h.id",
            "FULL JOIN",
        ),
        (
            "SELECT h.id, count(*) FILTER (WHERE s.tax IS NULL) AS n FROM shops h LEFT JOIN sales s ON s.shop = h.id GROUP BY h.id",
            "COUNT(s.id)",
        ),
        (
            "WITH g AS (SELECT sale, sum(value) AS v FROM gifts GROUP BY sale) SELECT s.id, g.v FROM g LEFT JOIN sales s ON g.sale = s.id",
            "ROLLUP",
        ),
        (
            "WITH g AS (SELECT sale, sum(value) AS v FROM gifts GROUP BY sale) SELECT s.id, g.v FROM sales s LEFT JOIN g ON g.sale = s.id",
            "only rows with gifts.value",
        ),
    ] {
        assert_eq!(excuse(sql, part), None, "{part} of {sql}");
    }
}
