//! What all tests of the style review share: tables of a shop, and what is said of a query over them.

use super::names::Rows;
use super::schema::Schema;
use super::{Review, review};
use crate::content::library::Library;
use crate::content::question::{Body, Kind};
use crate::judge::sql::engine::Engine;
use crate::judge::sql::tree::Tree;

const SHOP: &str = "
    CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, born_on DATE);
    CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER, ordered_at TIMESTAMP NOT NULL, status VARCHAR NOT NULL);
    CREATE TABLE payments (payment_id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, kind VARCHAR, amount DECIMAL(12, 2), paid_at TIMESTAMP);
    CREATE TABLE parcels (parcel_id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, position INTEGER, cost DECIMAL(12, 2));
";

fn reviewed(engine: &Engine, sql: &str, usual: Option<super::excess::Size>) -> Review {
    engine
        .query(sql, 10, std::time::Duration::from_secs(5))
        .unwrap_or_else(|t| panic!("{}\n{sql}", t.words));
    let schema = Schema::of(engine, &[]).expect("the catalog answers");
    let tree = Tree::parse(engine, sql).expect("the parser answers");
    review(&tree, sql, &schema, usual, Rows::Named)
}

fn shop() -> Engine {
    Engine::loaded(SHOP, "").expect("DuckDB starts")
}

fn rules(review: &Review) -> Vec<String> {
    review.all().map(|line| line.rule.clone()).collect()
}

/// Checks that each query gets a remark whose rule ends so.
#[track_caller]
pub(super) fn assert_found(rule: &str, queries: &[&str]) {
    let engine = shop();
    for sql in queries {
        let review = reviewed(&engine, sql, None);
        assert!(
            rules(&review).iter().any(|found| found.ends_with(rule)),
            "{rule} is not said of {sql}: {:?}",
            rules(&review)
        );
    }
}

/// Checks that no query gets a remark whose rule ends so.
#[track_caller]
pub(super) fn assert_clear_of(rule: &str, queries: &[&str]) {
    let engine = shop();
    for sql in queries {
        let review = reviewed(&engine, sql, None);
        assert!(
            !rules(&review).iter().any(|found| found.ends_with(rule)),
            "{rule} is said of {sql}"
        );
    }
}

/// Gives the words said of a query beside a right answer.
pub(super) fn remarks_beside(sql: &str, right: &str) -> Vec<String> {
    let engine = shop();
    let schema = Schema::of(&engine, &[]).expect("the catalog answers");
    let usual = super::usual_size(&engine, &schema, &[right.to_owned()]);
    reviewed(&engine, sql, usual).all().map(|line| line.words.clone()).collect()
}

#[test]
fn a_remark_quotes_its_place() {
    let review = reviewed(&shop(), "SELECT order_id\nFROM orders\nWHERE customer_id = NULL", None);
    let smell = &review.smells[0];
    assert_eq!(smell.quote.as_deref(), Some("customer_id = NULL"));
    assert!(smell.words.ends_with("(line 3:7)"), "{}", smell.words);
}

#[test]
fn a_clean_query_gets_no_remark() {
    let sql = "WITH paid AS (SELECT order_id, SUM(amount) AS total FROM payments GROUP BY order_id)
        SELECT o.order_id, COALESCE(p.total, 0) AS total
        FROM orders AS o
        LEFT JOIN paid AS p ON p.order_id = o.order_id
        WHERE o.status = 'paid'
        ORDER BY total DESC, o.order_id
        LIMIT 10";
    let review = reviewed(&shop(), sql, None);
    assert!(review.smells.is_empty() && review.remarks.is_empty(), "{:?}", rules(&review));
}

#[test]
fn the_right_answers_of_every_question_do_not_smell() {
    let library = Library::builtin();
    for question in library.questions_of(Kind::Sql) {
        let Body::Sql(body) = &question.body else { continue };
        let engine = Engine::loaded(&body.schema, "").expect("its tables load");
        let schema = Schema::of(&engine, &[]).expect("the catalog answers");
        for reference in &body.references {
            let tree = Tree::parse(&engine, &reference.text).expect("the parser answers");
            let review = review(&tree, &reference.text, &schema, None, Rows::Named);
            assert!(review.smells.is_empty(), "{}: {:?}", question.id, review.smells);
            assert!(review.remarks.is_empty(), "{}: {:?}", question.id, review.remarks);
        }
    }
}

#[test]
fn a_promise_of_the_question_is_not_doubted() {
    let sql = "SELECT order_id FROM orders QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at) = 1";
    let engine = shop();
    let promise = "SELECT 1 FROM orders GROUP BY customer_id, ordered_at HAVING count(*) > 1";
    let tree = Tree::parse(&engine, sql).expect("the parser answers");
    for (promises, smells) in [(vec![], 1), (vec![promise.to_owned()], 0)] {
        let schema = Schema::of(&engine, &promises).expect("the catalog answers");
        assert_eq!(review(&tree, sql, &schema, None, Rows::Named).smells.len(), smells);
    }
}
