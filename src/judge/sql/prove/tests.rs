//! Datasets and random rows tell wrong queries apart, and say so when they cannot.

use super::{fates, fuzz, mutants};
use crate::content::contract::Contract;
use crate::judge::request::{Fate, FuzzOrder, PaperDataset, SqlPaper};
use crate::judge::sql::gold;

const SCHEMA: &str = "
    CREATE TABLE sellers (seller_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
    CREATE TABLE sales (sale_id INTEGER PRIMARY KEY, seller_id INTEGER, price DECIMAL(10, 2) NOT NULL CHECK (price >= 0));";
const REFERENCE: &str = "SELECT s.seller_id, count(x.sale_id) AS sales
    FROM sellers s LEFT JOIN sales x ON x.seller_id = s.seller_id AND x.price > 0
    GROUP BY s.seller_id";
const CONTRACT: &str = r#"{"columns": [{"name": "seller_id", "class": "int"}, {"name": "sales", "class": "int"}], "order": "any"}"#;
/// Every seller has sold something and nothing was free.
const PLAIN: &str = "INSERT INTO sellers VALUES (1, 'a'), (2, 'b');
    INSERT INTO sales VALUES (10, 1, 5), (11, 1, 6), (12, 2, 5);";
/// A seller without sales, a free sale, a sale of nobody.
const HARD: &str = "INSERT INTO sellers VALUES (3, 'a'), (4, 'a'), (5, 'c');
    INSERT INTO sales VALUES (20, 3, 0), (21, 3, 1), (22, 5, 0), (23, NULL, 4), (24, 9, 4), (25, 3, 1);";

fn paper(rows: &[(&str, &str)], references: &[&str]) -> SqlPaper {
    let contract: Contract = serde_json::from_str(CONTRACT).expect("it is written right");
    let dataset = |(id, sql): &(&str, &str)| PaperDataset {
        id: (*id).to_owned(),
        about: String::new(),
        public: *id == "d0",
        sql: (*sql).to_owned(),
        gold: None,
    };
    let mut paper = SqlPaper {
        schema: SCHEMA.to_owned(),
        datasets: rows.iter().map(dataset).collect(),
        contracts: vec![contract],
        references: references.iter().map(|sql| (*sql).to_owned()).collect(),
        mistakes: Vec::new(),
        promises: Vec::new(),
        answer: REFERENCE.to_owned(),
    };
    let stored = gold::derive(&paper).expect("the reference runs");
    for (dataset, (_, gold)) in paper.datasets.iter_mut().zip(stored) {
        dataset.gold = Some(gold);
    }
    paper
}

/// Gives the ids of the mutants that no dataset kills.
fn alive(paper: &SqlPaper) -> Vec<String> {
    let made = mutants(paper).expect("the reference parses");
    let fates = fates(paper, &made.iter().map(|note| note.text.clone()).collect::<Vec<_>>());
    let fates = fates.expect("the question is whole").into_iter().zip(made);
    fates.filter(|(fate, _)| *fate == Fate::Alive).map(|(_, note)| note.id).collect()
}

#[test]
fn telling_rows_kill_what_a_plain_sample_lets_live() {
    let plain = alive(&paper(&[("d0", PLAIN)], &[REFERENCE]));
    let hard = alive(&paper(&[("d0", PLAIN), ("d3", HARD)], &[REFERENCE]));
    let inner = |ids: &[String]| ids.iter().any(|id| id.contains("INNER JOIN in place of LEFT"));
    assert!(inner(&plain) && !inner(&hard), "{plain:#?} {hard:#?}");
    assert!(hard.len() * 3 < plain.len(), "{hard:#?}");
}

#[test]
fn a_mutant_the_sample_kills_is_known_to_be_killed_by_it() {
    let paper = paper(&[("d0", PLAIN), ("d3", HARD)], &[REFERENCE]);
    let wrong = "SELECT seller_id, 7 AS sales FROM sellers".to_owned();
    let unbound = "SELECT nothing FROM sellers".to_owned();
    let fates = fates(&paper, &[wrong, unbound]).expect("the question is whole");
    assert_eq!(fates[0], Fate::Killed { dataset: "d0".to_owned(), public: true, raised: false });
    assert_eq!(fates[1], Fate::Unbound);
}

fn order(references: &[&str], queries: &[&str]) -> FuzzOrder {
    FuzzOrder {
        paper: paper(&[("d0", PLAIN), ("d3", HARD)], references),
        queries: queries.iter().map(|sql| (*sql).to_owned()).collect(),
        seed: 7,
        from: 0,
        count: 40,
        shrink: true,
    }
}

#[test]
fn random_rows_find_what_the_datasets_miss_and_are_made_small() {
    let free_sales = REFERENCE.replace("> 0", ">= 0");
    let fuzzed = fuzz(&order(&[REFERENCE, REFERENCE], &[&free_sales])).expect("it runs");
    assert!(fuzzed.disagreements.is_empty() && fuzzed.filled > 20, "{fuzzed:?}");
    let (index, rows) = &fuzzed.kills[0];
    assert_eq!(*index, 0);
    assert_eq!(rows.matches("    (").count(), 2, "one seller and one free sale: {rows}");
}

#[test]
fn references_that_differ_somewhere_are_found_out() {
    let other = "SELECT seller_id, count(*) AS sales FROM sellers JOIN sales USING (seller_id)
        WHERE price > 0 GROUP BY seller_id";
    let fuzzed = fuzz(&order(&[REFERENCE, other], &[])).expect("it runs");
    assert!(fuzzed.disagreements[0].words.contains("reference 2"), "{fuzzed:?}");
}

#[test]
fn the_same_seed_makes_the_same_rows() {
    let wrong = ["SELECT seller_id, 7 AS sales FROM sellers"];
    let one = fuzz(&order(&[REFERENCE], &wrong)).expect("it runs");
    let other = fuzz(&order(&[REFERENCE], &wrong)).expect("it runs");
    assert_eq!(one, other);
}

#[test]
fn random_rows_keep_the_promises() {
    let mut order = order(&[REFERENCE], &["SELECT seller_id, 7 AS sales FROM sellers"]);
    order.paper.promises = vec!["SELECT 1 FROM sellers HAVING count(*) > 1".to_owned()];
    order.shrink = false;
    let fuzzed = fuzz(&order).expect("it runs");
    let sellers =
        fuzzed.kills[0].1.split("INSERT INTO sales").next().expect("there is a first part");
    assert!(sellers.matches("    (").count() <= 1, "{sellers}");
}
