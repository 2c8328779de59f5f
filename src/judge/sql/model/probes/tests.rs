//! Good and bad tables, probed.

use super::{Finding, Probes};
use crate::content::modeling::TypeWords;
use crate::judge::sql::engine::Engine;
use crate::judge::sql::model::catalog::Catalog;

fn probes(schema: &str, rows: &str, late_parents: &[&str]) -> Probes {
    let engine = Engine::loaded(schema, rows).expect("it loads");
    let catalog = Catalog::read(&engine).expect("the database describes itself");
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let types = TypeWords {
        money: words(&["price", "amount"]),
        dates: words(&["at", "day", "valid_from"]),
    };
    let late: Vec<String> = late_parents.iter().map(|name| (*name).to_owned()).collect();
    let mut probes = Probes::plan(catalog, &types, &late);
    probes.measure(&engine);
    probes
}

#[track_caller]
fn assert_holds(finding: Finding) {
    assert!(matches!(finding, Some(Ok(_))), "{finding:?}");
}

#[track_caller]
fn assert_fails(finding: Finding, said: &str) {
    match finding {
        Some(Err(wrong)) => assert!(wrong.iter().any(|one| one.contains(said)), "{wrong:?}"),
        other => panic!("{other:?}"),
    }
}

const GOOD: &str = "
    CREATE TABLE dim_item (item_id VARCHAR PRIMARY KEY, unit_price DECIMAL(10,2), price_cents BIGINT);
    CREATE TABLE fact_sale (
        sale_id BIGINT NOT NULL, line INTEGER NOT NULL, item_id VARCHAR NOT NULL,
        sold_at TIMESTAMP NOT NULL, amount DECIMAL(12,2) NOT NULL, UNIQUE (sale_id, line));
    CREATE TABLE rejected_sale (delivery BIGINT PRIMARY KEY, item_id VARCHAR, sold_at VARCHAR, amount VARCHAR);
    CREATE TABLE never_filled (note VARCHAR);";
const GOOD_ROWS: &str = "
    INSERT INTO dim_item VALUES ('a', 1.50, 150);
    INSERT INTO fact_sale VALUES (1, 1, 'a', '2024-01-01 10:00:00', 3.00), (1, 2, 'a', '2024-01-01 10:00:00', 3.00);
    INSERT INTO rejected_sale VALUES (9, 'nobody', 'soon', 'much');";

#[test]
fn good_tables_hold_everywhere_and_rejects_may_stay_as_they_came() {
    let probes = probes(GOOD, GOOD_ROWS, &[]);
    assert_holds(probes.grain());
    assert_holds(probes.types());
    assert_holds(probes.orphans());
}

#[test]
fn a_filled_table_without_a_key_has_no_grain() {
    let probes = probes("CREATE TABLE sales AS SELECT 1 AS sale_id, 2 AS n", "SELECT 1", &[]);
    assert_fails(probes.grain(), "`sales` declares neither");
    assert!(probes.types().is_none(), "no column of it is money or a date");
    assert!(probes.orphans().is_none(), "there is no other table");
}

#[test]
fn a_unique_index_is_a_key_too() {
    let schema = "CREATE TABLE s (a INTEGER NOT NULL, \"b c\" INTEGER NOT NULL);
        CREATE UNIQUE INDEX one_row ON s (a, \"b c\");";
    assert_holds(probes(schema, "INSERT INTO s VALUES (1, 1)", &[]).grain());
}

#[test]
fn a_key_that_may_be_null_must_not_be() {
    let schema = "CREATE TABLE s (a INTEGER, b INTEGER, UNIQUE (a, b))";
    assert_holds(probes(schema, "INSERT INTO s VALUES (1, 1)", &[]).grain());
    let nulls = probes(schema, "INSERT INTO s VALUES (1, NULL), (1, NULL)", &[]);
    assert_fails(nulls.grain(), "the key of `s` is NULL");
}

#[test]
fn a_generated_number_does_not_make_a_grain() {
    let schema =
        "CREATE SEQUENCE n; CREATE TABLE s (k INTEGER PRIMARY KEY DEFAULT nextval('n'), a INTEGER)";
    assert_holds(probes(schema, "INSERT INTO s (a) VALUES (1), (2)", &[]).grain());
    let copies = probes(schema, "INSERT INTO s (a) VALUES (1), (1)", &[]);
    assert_fails(copies.grain(), "differ in nothing but");
}

#[test]
fn money_is_exact_and_dates_are_no_text() {
    let probe = |column: &str| {
        let schema = format!("CREATE TABLE s (id INTEGER PRIMARY KEY, {column})");
        probes(&schema, "SELECT 1", &[]).types()
    };
    assert_fails(probe("unit_price DOUBLE"), "`s.unit_price` is DOUBLE");
    assert_fails(probe("amount FLOAT"), "FLOAT");
    assert_fails(probe("Amount VARCHAR"), "not text");
    assert_fails(probe("paid_at TEXT"), "a date is DATE or TIMESTAMP");
    assert_fails(probe("valid_from VARCHAR"), "`s.valid_from`");
    assert!(probe("valid_to VARCHAR, priced DOUBLE").is_none());
    assert_holds(probe("paid_at TIMESTAMPTZ, price_eur DECIMAL(9,2)"));
    assert_holds(probe("paid_at TIMESTAMP, paid_at_raw VARCHAR"));
}

#[test]
fn rows_without_their_parent_are_found_unless_it_may_come_later() {
    let schema = "CREATE TABLE items (item_id VARCHAR PRIMARY KEY); CREATE TABLE sales (id INTEGER PRIMARY KEY, ITEM_ID VARCHAR)";
    let rows =
        "INSERT INTO items VALUES ('a'); INSERT INTO sales VALUES (1, 'a'), (2, NULL), (3, 'z')";
    assert_fails(
        probes(schema, rows, &[]).orphans(),
        "rows of `sales.ITEM_ID` have no row in `items`",
    );
    assert!(probes(schema, rows, &["item_id"]).orphans().is_none());
    let unknown =
        "INSERT INTO items VALUES ('a'), ('z'); INSERT INTO sales VALUES (1, 'a'), (3, 'z')";
    assert_holds(probes(schema, unknown, &[]).orphans());
}

#[test]
fn a_foreign_key_is_a_relationship_that_the_database_keeps() {
    let schema = "CREATE TABLE items (k INTEGER PRIMARY KEY); CREATE TABLE sales (id INTEGER PRIMARY KEY, item INTEGER REFERENCES items (k))";
    assert_holds(
        probes(schema, "INSERT INTO items VALUES (1); INSERT INTO sales VALUES (1, 1)", &[])
            .orphans(),
    );
}
