//! Every operator makes the mistake that it is named for.

use super::{Mutant, mutants};
use crate::judge::sql::engine::Engine;

const SCHEMA: &str = "
    CREATE TABLE shops (id INTEGER PRIMARY KEY, name VARCHAR, city VARCHAR);
    CREATE TABLE sales (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL REFERENCES shops (id), till INTEGER,
        state VARCHAR NOT NULL CHECK (state IN ('paid', 'open', 'void')), kind VARCHAR NOT NULL CHECK (kind IN ('a', 'b')),
        price DECIMAL(10, 2) NOT NULL, tax DECIMAL(10, 2), sold_at TIMESTAMP NOT NULL, day DATE, tags VARCHAR[], note VARCHAR);
    CREATE TABLE gifts (sale INTEGER, value DECIMAL(10, 2));";

fn made(sql: &str) -> Vec<Mutant> {
    let engine = Engine::loaded(SCHEMA, "SELECT 1").expect("it loads");
    mutants(&engine, sql).expect("the query parses")
}

/// Gives the mutants of one operator as SQL in lower case.
fn of(operator: &str, sql: &str) -> Vec<String> {
    let mine = |mutant: &&Mutant| mutant.id.split('@').next() == Some(operator);
    made(sql).iter().filter(mine).map(|mutant| mutant.sql.to_lowercase()).collect()
}

#[test]
fn every_operator_makes_the_mistake_it_is_named_for() {
    let mut missed = Vec::new();
    for (operator, sql, wanted) in [
        ("J1", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "left join gifts"),
        ("J1", "SELECT s.id FROM sales s LEFT JOIN gifts g ON g.sale = s.id", "inner join gifts"),
        ("J1", "SELECT s.id FROM sales s LEFT JOIN gifts g ON g.sale = s.id", "full join gifts"),
        (
            "J2",
            "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id AND g.value = s.price",
            "on ((g.sale = s.id))",
        ),
        ("J2", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "on (true)"),
        ("J3", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "from sales as s"),
        (
            "J4",
            "SELECT s.id FROM sales s LEFT JOIN gifts g ON g.sale = s.id AND g.value > 1",
            "where (g.\"value\" > 1)",
        ),
        (
            "J4",
            "SELECT s.id FROM sales s LEFT JOIN gifts g ON g.sale = s.id WHERE s.price > 1",
            "and (s.price > 1)",
        ),
        ("J5", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "(g.sale = s.till)"),
        (
            "J6",
            "SELECT s.id FROM sales s JOIN gifts g ON g.value <= s.price",
            "(g.\"value\" < s.price)",
        ),
        (
            "J7",
            "SELECT s.id FROM sales s WHERE EXISTS (SELECT 1 FROM gifts g WHERE g.sale = s.id)",
            "inner join gifts as g",
        ),
        ("J7", "SELECT id FROM sales WHERE id IN (SELECT sale FROM gifts)", "inner join gifts"),
        ("J7", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.id", "semi join gifts"),
        (
            "J8",
            "SELECT s.id FROM sales s WHERE NOT EXISTS (SELECT 1 FROM gifts g WHERE g.sale = s.id AND g.value > 1)",
            "(s.id = any(select g.sale from gifts as g where (g.\"value\" > 1)))",
        ),
        ("J8", "SELECT id FROM sales WHERE id NOT IN (SELECT sale FROM gifts)", "not exists"),
        (
            "J8",
            "SELECT s.id FROM sales s LEFT JOIN gifts g ON g.sale = s.id WHERE g.sale IS NULL",
            "(s.id = any(select g.sale from gifts as g))",
        ),
        ("J9", "SELECT a.id FROM sales a JOIN sales b ON a.id < b.id", "(a.id != b.id)"),
        ("P1", "SELECT id FROM sales WHERE price > 1 AND till = 2", "where (till = 2)"),
        ("P1", "SELECT id FROM sales WHERE price > 1 OR till = 2", "where (till = 2)"),
        ("P2", "SELECT id FROM sales WHERE price > 1", "(price <= 1)"),
        (
            "P2",
            "SELECT id FROM sales WHERE state IN ('paid', 'open')",
            "not (state in ('paid', 'open'))",
        ),
        ("P3", "SELECT id FROM sales WHERE price > 1 AND till = 2", "((price > 1) or (till = 2))"),
        (
            "P3",
            "SELECT id FROM sales WHERE price > 1 AND (till = 2 OR till = 3)",
            "(((price > 1) and (till = 2)) or (till = 3))",
        ),
        ("P4", "SELECT id FROM sales WHERE state IN ('paid', 'open')", "in ('open')"),
        (
            "P4",
            "SELECT id FROM sales WHERE state IN ('paid', 'open')",
            "in ('paid', 'open', 'void')",
        ),
        ("P5", "SELECT id FROM sales WHERE state = 'paid'", "(state = 'open')"),
        ("P5", "SELECT id FROM sales WHERE note LIKE 'x%'", "~~ 'x'"),
        ("P5", "SELECT id FROM sales WHERE note LIKE 'x%'", "~~* 'x%'"),
        ("P6", "SELECT id FROM sales WHERE state = 'paid'", "(state != 'void')"),
        ("B1", "SELECT id FROM sales WHERE price > 1", "(price >= 1)"),
        ("B2", "SELECT id FROM sales WHERE price > 1", "(price > 2)"),
        ("B2", "SELECT id FROM sales WHERE price > 1.50", "(price > 1.49)"),
        (
            "B3",
            "SELECT id FROM sales WHERE day BETWEEN DATE '2024-02-28' AND DATE '2024-03-31'",
            "'2024-02-29'",
        ),
        (
            "B3",
            "SELECT id FROM sales WHERE price BETWEEN 1 AND 5",
            "((price >= 1) and (price < 5))",
        ),
        ("B4", "SELECT id FROM sales QUALIFY row_number() OVER (ORDER BY price) = 1", "<= 2"),
        ("N1", "SELECT id FROM sales WHERE till IS NULL", "(till is not null)"),
        ("N1", "SELECT sum(tax) FROM sales", "where (tax is not null)"),
        ("N2", "SELECT coalesce(tax, 0) AS tax FROM sales", "select tax as tax"),
        ("N2", "SELECT coalesce(tax, 0) AS tax FROM sales", "coalesce(tax, 1)"),
        ("N3", "SELECT s.id FROM sales s JOIN gifts g ON g.sale = s.till", "is not distinct from"),
        ("N4", "SELECT id FROM sales WHERE till <> 3", "((till != 3) or (till is null))"),
        ("A1", "SELECT sum(price) FROM sales", "avg(price)"),
        ("A2", "SELECT count(*) FROM shops h LEFT JOIN sales s ON s.shop = h.id", "count(s.id)"),
        ("A2", "SELECT count(till) FROM sales", "count_star()"),
        ("A3", "SELECT count(till) FROM sales", "count(distinct till)"),
        ("A4", "SELECT sum(price) FROM sales", "sum(distinct price)"),
        ("A5", "SELECT avg(tax) FROM sales", "avg(coalesce(tax, 0))"),
        ("A5", "SELECT avg(tax) FROM sales", "(sum(tax) / count_star())"),
        ("A6", "SELECT count(*) FILTER (WHERE till > 1) FROM sales", "select count_star() from"),
        ("A6", "SELECT sum(CASE WHEN till > 1 THEN 1 ELSE 0 END) FROM sales", "else null end"),
        (
            "A7",
            "WITH g AS (SELECT sale, sum(value) AS value FROM gifts GROUP BY sale) SELECT s.id, g.value FROM sales s JOIN g ON g.sale = s.id",
            "select sale, \"value\" as \"value\" from gifts)",
        ),
        (
            "A8",
            "SELECT 100.0 * sum(tax) / nullif(sum(price), 0) AS share FROM sales",
            "avg(((100.0 * tax) / \"nullif\"(price, 0)))",
        ),
        ("A9", "SELECT arg_max(id, price) FROM sales", "arg_min(id, price)"),
        ("G1", "SELECT shop, till, sum(price) FROM sales GROUP BY shop, till", "any_value(till)"),
        ("G1", "SELECT shop, sum(price) FROM sales GROUP BY shop", "group by shop, sales.id"),
        (
            "G2",
            "SELECT shop, sum(price) FROM sales GROUP BY shop HAVING shop > 2",
            "where (shop > 2)",
        ),
        (
            "G3",
            "SELECT shop, till, sum(price) FROM sales GROUP BY ROLLUP (shop, till)",
            "group by shop, till",
        ),
        (
            "G4",
            "SELECT date_trunc('month', sold_at) AS m FROM sales",
            "date_trunc('week', sold_at)",
        ),
        ("D1", "SELECT till FROM sales", "select distinct till"),
        ("D1", "SELECT DISTINCT till FROM sales", "select till"),
        (
            "D2",
            "SELECT DISTINCT ON (shop, till) id FROM sales ORDER BY price",
            "distinct on (shop)",
        ),
        ("W1", "SELECT rank() OVER (ORDER BY price) FROM sales", "dense_rank() over"),
        ("W2", "SELECT rank() OVER (ORDER BY price, id) FROM sales", "over (order by price)"),
        (
            "W3",
            "SELECT rank() OVER (PARTITION BY shop ORDER BY price) FROM sales",
            "over (order by price)",
        ),
        (
            "W3",
            "SELECT till, rank() OVER (PARTITION BY shop ORDER BY price) FROM sales",
            "partition by shop, till",
        ),
        (
            "W4",
            "SELECT sum(price) OVER (ORDER BY day) FROM sales",
            "rows between unbounded preceding and current row",
        ),
        ("W5", "SELECT sum(price) OVER (ORDER BY day ROWS 6 PRECEDING) FROM sales", "7 preceding"),
        (
            "W5",
            "SELECT sum(price) OVER (ORDER BY day ROWS 6 PRECEDING) FROM sales",
            "rows between current row and 6 following",
        ),
        ("W6", "SELECT first_value(price) OVER (ORDER BY day) FROM sales", "last_value(price)"),
        ("W7", "SELECT lag(price) OVER (ORDER BY day) FROM sales", "lead(price)"),
        ("W7", "SELECT lag(price) OVER (ORDER BY day) FROM sales", "lag(price, 2"),
        ("W7", "SELECT lag(price) OVER (ORDER BY day) FROM sales", "lag(price, 1, 0)"),
        ("W7", "SELECT lag(tax) OVER (ORDER BY day) FROM sales", "ignore nulls"),
        (
            "W8",
            "SELECT id, rank() OVER (ORDER BY price) AS r FROM sales WHERE till > 1",
            "qualify (till > 1)",
        ),
        (
            "W9",
            "SELECT sum(price) OVER (ORDER BY day ROWS 6 PRECEDING) FROM sales",
            "range between to_days(6) preceding",
        ),
        (
            "W10",
            "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM sales",
            "quantile_disc",
        ),
        ("W10", "SELECT cume_dist() OVER (ORDER BY price) FROM sales", "percent_rank()"),
        ("S1", "SELECT id FROM sales UNION SELECT sale FROM gifts", "union all"),
        ("S2", "SELECT id FROM sales EXCEPT SELECT sale FROM gifts", "intersect"),
        ("O1", "SELECT id FROM sales ORDER BY price, id", "order by price desc, id"),
        ("O1", "SELECT id FROM sales ORDER BY tax, id", "order by tax nulls first"),
        ("O2", "SELECT id FROM sales ORDER BY price LIMIT 3", "limit 4"),
        ("O3", "SELECT id FROM sales ORDER BY price LIMIT 3", "rank() over (order by price) <= 3"),
        ("T1", "SELECT sold_at + INTERVAL 30 MINUTE AS x FROM sales", "29"),
        ("T1", "SELECT sold_at + INTERVAL 30 MINUTE AS x FROM sales", "to_hours("),
        ("T2", "SELECT date_diff('day', sold_at, day) AS x FROM sales", "date_sub('day'"),
        ("T3", "SELECT sold_at::DATE AS x FROM sales", "select sold_at as x"),
        ("T3", "SELECT date_trunc('day', sold_at) AS x FROM sales", "select sold_at as x"),
        ("M1", "SELECT price / till AS x FROM sales", "trunc((price / till))"),
        ("M1", "SELECT price + tax AS x FROM sales", "(price - tax)"),
        ("M2", "SELECT round(price, 1) AS x FROM sales", "round(price, 2)"),
        ("M2", "SELECT round(sum(price), 1) AS x FROM sales", "sum(round(price, 1))"),
        ("M3", "SELECT price / nullif(till, 0) AS x FROM sales", "(price / till)"),
        ("M4", "SELECT abs(price) AS x FROM sales", "select price as x"),
        (
            "C1",
            "SELECT CASE WHEN till > 1 THEN 'x' WHEN till > 0 THEN 'y' ELSE 'z' END AS c FROM sales",
            "case  when ((till > 0)) then ('y') when ((till > 1)) then ('x')",
        ),
        ("C1", "SELECT CASE WHEN till > 1 THEN 'x' ELSE 'z' END AS c FROM sales", "else null end"),
        (
            "X1",
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r, sales",
            "union (select",
        ),
        ("X2", "SELECT id, t FROM sales, unnest(tags) AS u(t)", "left join"),
        ("X2", "SELECT note->>'a' AS a FROM sales", "'a_'"),
        (
            "X3",
            "WITH a AS (SELECT id FROM sales), b AS (SELECT id FROM shops) SELECT a.id FROM a JOIN b ON a.id = b.id",
            "(b as a inner",
        ),
        ("I1", "SELECT price FROM sales", "select tax as price"),
        (
            "J1+A2",
            "SELECT h.id, count(s.id) FROM shops h LEFT JOIN sales s ON s.shop = h.id GROUP BY h.id",
            "select h.id, count_star() from (shops as h inner join",
        ),
        (
            "W3+W2",
            "SELECT row_number() OVER (PARTITION BY shop ORDER BY price, id) FROM sales",
            "over (order by price)",
        ),
        (
            "B3+T3",
            "SELECT id FROM sales WHERE sold_at::DATE BETWEEN DATE '2024-01-01' AND DATE '2024-01-31'",
            "(sold_at",
        ),
    ] {
        let found = of(operator, sql);
        if !found.iter().any(|text| text.contains(wanted)) {
            missed.push(format!("{operator} of {sql}: no {wanted} in {found:#?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
