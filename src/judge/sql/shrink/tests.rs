//! Every known wrong answer of every question is shown by a few rows, and called by its name.

use std::collections::BTreeSet;
use std::time::Duration;

use super::{MOST_ROWS, TRIES, kin::Sheet, literal};
use crate::content::cell::{Cell, Table};
use crate::content::contract::Contract;
use crate::content::library::Library;
use crate::content::question::{Body, WrongAnswer};
use crate::interview::verdict::{Counterexample, Decision, Fault, Verdict};
use crate::judge::compare;
use crate::judge::paper as desk;
use crate::judge::request::{Mistake, PaperDataset, SqlPaper, Work};
use crate::judge::sql::engine::Engine;
use crate::judge::sql::explain::{self, Spans};
use crate::judge::sql::{ROW_CAP, STATEMENT, gold, paper};

/// Tests bound the number of tries; time depends on what else the machine does.
const UNHURRIED: Spans =
    Spans { diagnosis: Duration::from_secs(60), search: Duration::from_secs(60) };

/// A known wrong answer with what the judge is handed of its question.
struct Known {
    name: String,
    paper: SqlPaper,
    wrong: WrongAnswer,
}

/// Known wrong answers to the shipped questions: the first two of each, since there are hundreds.
fn known() -> Vec<Known> {
    let mut all = Vec::new();
    for question in Library::builtin().questions() {
        let Body::Sql(body) = &question.body else { continue };
        for wrong in body.wrong.iter().take(2) {
            let Some(Work::GradeSql(paper)) = desk::grade(question, &wrong.solution.text) else {
                panic!("SQL is judged by running");
            };
            let name = format!("{} {}", question.id, wrong.solution.file);
            all.push(Known { name, paper, wrong: wrong.clone() });
        }
    }
    assert!(all.len() >= 40, "{} wrong answers", all.len());
    all
}

#[test]
#[expect(clippy::print_stdout, reason = "how small the examples are is read with --nocapture")]
fn every_known_wrong_answer_is_shown_by_few_rows_and_named() {
    let (mut sizes, mut tries, mut named) = (Vec::new(), Vec::new(), 0);
    // Some mistakes need more rows than anybody would read.
    let mut unshown = Vec::new();
    let known = known();
    for one in &known {
        let (verdict, tried) =
            paper::explained(&one.paper, UNHURRIED).expect("the question is whole");
        let example = verdict.counterexample.as_deref();
        let Some(example) = example else {
            unshown.push(one.name.clone());
            continue;
        };
        let rows = example.tables.iter().map(|(_, table)| table.rows.len()).max().unwrap_or(0);
        assert!(rows <= MOST_ROWS && tried <= TRIES, "{}: {rows} rows, {tried} tries", one.name);
        is_true(one, example);
        is_fresh(&one.name, example);
        let trap = example.trap.as_deref() == Some(&one.wrong.trap);
        named += usize::from(trap && example.mistake.as_deref() == Some(&one.wrong.mistake));
        sizes.push(rows);
        tries.push(tried);
    }
    println!("rows in the largest table: {}; tries: {}", spread(sizes), spread(tries));
    println!("named: {named} of {}; without an example: {unshown:?}", known.len());
    assert!(unshown.len() * 10 <= known.len(), "no example: {unshown:?}");
    assert!(named * 10 >= known.len() * 9, "only {named} of {} were named", known.len());
}

fn spread(mut counts: Vec<usize>) -> String {
    counts.sort_unstable();
    format!("median {}, worst {}", counts[counts.len() / 2], counts[counts.len() - 1])
}

/// Loads an example with all its keys and asks the references and the answer once more.
#[track_caller]
fn is_true(one: &Known, example: &Counterexample) {
    let Known { name, paper, .. } = one;
    let sheet = |(name, table): &(String, Table)| Sheet {
        name: name.clone(),
        table: table.clone(),
        rowids: Vec::new(),
        key: Vec::new(),
    };
    let sheets: Vec<Sheet> = example.tables.iter().map(sheet).collect();
    let engine = Engine::loaded(&paper.schema, &literal::inserts(&sheets));
    let engine = engine.unwrap_or_else(|t| panic!("{name}: the rows break a key: {}", t.words));
    let holds = |came: &Table, contract: &Contract| {
        compare::compare(&example.expected, came, contract).is_ok_and(|found| found.holds())
    };
    let run = |sql: &str| engine.query(sql, ROW_CAP, STATEMENT).map(|(table, _)| table);
    for reference in &paper.references {
        let came = run(reference).expect("a reference runs");
        assert!(paper.contracts.iter().any(|c| holds(&came, c)), "{name}: a reference fails");
    }
    let came = run(&paper.answer).ok();
    assert_eq!(came, example.actual, "{name}: the answer gives something else");
    let accepted = came.is_some_and(|came| paper.contracts.iter().any(|c| holds(&came, c)));
    assert!(!accepted, "{name}: the answer is right on its example");
    for promise in &paper.promises {
        assert!(run(promise).expect("a promise runs").rows.is_empty(), "{name}: {promise}");
    }
}

/// Ids are counted anew, so whatever number stands there, it is not the hidden one.
#[track_caller]
fn is_fresh(name: &str, example: &Counterexample) {
    let mut seen: std::collections::BTreeMap<&str, BTreeSet<i64>> = Default::default();
    for (_, table) in &example.tables {
        for (place, heading) in table.columns.iter().enumerate() {
            if !heading.name.ends_with("_id") {
                continue;
            }
            for row in &table.rows {
                if let Cell::Int(digits) = &row[place] {
                    let number = digits.parse().expect("an id is a number");
                    seen.entry(&heading.name).or_default().insert(number);
                }
            }
        }
    }
    for (column, ids) in seen {
        let first = *ids.first().expect("it was put there");
        let counted: BTreeSet<i64> = (first..).take(ids.len()).collect();
        assert!(first % 100 == 1 && ids == counted, "{name}: {column} is {ids:?}");
    }
}

#[test]
fn a_mistake_nobody_knows_is_not_taken_for_another() {
    for one in known() {
        let mut paper = one.paper;
        paper.mistakes.retain(|mistake| mistake.sql != paper.answer);
        // Only what is said is of interest here, not the rows.
        paper.references.clear();
        let (verdict, _) = paper::explained(&paper, UNHURRIED).expect("the question is whole");
        let said = verdict.evidence.iter().find(|line| line.rule == explain::RULE);
        // Two answers to a question may fall into one trap in different words.
        let same_trap = said.is_none_or(|line| line.words.contains(&one.wrong.trap));
        assert!(same_trap, "{}: {said:?}", one.name);
    }
}

const SCHEMA: &str = "
    CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
    CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (customer_id), day DATE, euro DECIMAL(9, 2));";
const ROWS: &str = "
    INSERT INTO customers SELECT 4000 + i, 'Person ' || i FROM range(60) r(i);
    INSERT INTO orders SELECT 9000 + i, 4000 + i % 50, DATE '2024-01-01' + (i % 5)::INTEGER, (i % 11) FROM range(300) r(i);";

/// A question of our own: `reference` is right.
fn question(reference: &str, columns: &str, answer: &str) -> SqlPaper {
    let contract = format!(r#"{{"columns": [{columns}], "order": "any"}}"#);
    let contract: Contract =
        serde_json::from_str(&contract).expect("the contract is written right");
    let mut paper = SqlPaper {
        schema: SCHEMA.to_owned(),
        datasets: [("d0", "INSERT INTO customers VALUES (1, 'a')"), ("d1", ROWS)]
            .map(|(id, sql)| PaperDataset {
                id: id.to_owned(),
                about: "ties everywhere".to_owned(),
                public: id == "d0",
                sql: sql.to_owned(),
                gold: None,
            })
            .to_vec(),
        contracts: vec![contract],
        references: vec![reference.to_owned()],
        mistakes: Vec::new(),
        promises: Vec::new(),
        answer: reference.to_owned(),
    };
    for (dataset, (_, gold)) in
        paper.datasets.clone().iter().zip(gold::derive(&paper).expect("it runs"))
    {
        let place =
            paper.datasets.iter().position(|one| one.id == dataset.id).expect("it is there");
        paper.datasets[place].gold = Some(gold);
    }
    paper.answer = answer.to_owned();
    paper
}

const PER_CUSTOMER: &str = "SELECT name, count(order_id) AS n FROM customers LEFT JOIN orders USING (customer_id) GROUP BY customer_id, name";
const NAME_AND_N: &str = r#"{"name": "name", "class": "text"}, {"name": "n", "class": "int"}"#;

fn rejected(paper: &SqlPaper) -> Verdict {
    let verdict = paper::explained(paper, UNHURRIED)
        .map(|(verdict, _)| verdict)
        .expect("the question is whole");
    assert_eq!(verdict.decision, Decision::Reject);
    verdict
}

#[test]
fn hidden_names_and_ids_are_not_told() {
    let answer = PER_CUSTOMER.replace("count(order_id)", "count(DISTINCT day)");
    let verdict = rejected(&question(PER_CUSTOMER, NAME_AND_N, &answer));
    let example = verdict.counterexample.expect("two orders of one day show it");
    let cells = |table: &Table| -> Vec<String> {
        table
            .rows
            .iter()
            .map(|row| row.iter().map(Cell::to_string).collect::<Vec<_>>().join(" "))
            .collect()
    };
    assert_eq!(cells(&example.tables[0].1), ["1 A"]);
    let orders: Vec<String> =
        example.tables[1].1.rows.iter().map(|r| format!("{} {}", r[0], r[1])).collect();
    assert_eq!(orders, ["1 1", "2 1"]);
    assert_eq!((example.missing, example.extra), (vec![0], vec![0]));
    assert!(example.words.contains("ties everywhere"), "{}", example.words);
    assert_eq!((example.trap, example.mistake), (None, None));
}

#[test]
fn a_promise_of_the_data_is_kept_on_few_rows_too() {
    let answer = PER_CUSTOMER.replace("LEFT JOIN", "JOIN");
    let mut paper = question(PER_CUSTOMER, NAME_AND_N, &answer);
    paper.datasets.remove(0);
    paper.promises = vec!["SELECT 1 WHERE (SELECT count(*) FROM orders) < 3".to_owned()];
    let example = rejected(&paper).counterexample.expect("a customer without orders shows it");
    assert_eq!(example.tables[1].1.rows.len(), 3);
}

#[test]
fn a_pick_from_a_tie_is_shown_with_its_rows_in_the_order_that_breaks_it() {
    let reference = "SELECT customer_id, min(order_id) AS first FROM orders GROUP BY customer_id";
    let columns = r#"{"name": "customer_id", "class": "int"}, {"name": "first", "class": "int"}"#;
    let answer =
        "SELECT customer_id, any_value(order_id) AS first FROM orders GROUP BY customer_id";
    let paper = question(reference, columns, answer);
    let verdict = rejected(&paper);
    assert_eq!(verdict.kind, Fault::NonDeterministic);
    let example = verdict.counterexample.expect("two orders of one customer show it");
    assert_eq!(example.tables[1].1.rows.len(), 2);
    assert!(example.words.contains("another order"), "{}", example.words);
}

#[test]
fn an_error_on_some_rows_is_shown_on_one() {
    let answer = PER_CUSTOMER.replace(
        "count(order_id)",
        "count(order_id) + max(CASE WHEN euro = 7 THEN error('seven')::INTEGER ELSE 0 END)",
    );
    let answer = answer.replace("max(CASE", "coalesce(max(CASE").replace("END)", "END), 0)");
    let example = rejected(&question(PER_CUSTOMER, NAME_AND_N, &answer)).counterexample;
    let example = example.expect("one order of seven euros shows it");
    assert_eq!((example.actual, example.tables[1].1.rows.len()), (None, 1));
    assert!(example.words.contains("seven"), "{}", example.words);
}

#[test]
fn a_right_answer_is_not_searched() {
    let (verdict, tries) =
        paper::explained(&question(PER_CUSTOMER, NAME_AND_N, PER_CUSTOMER), UNHURRIED)
            .expect("whole");
    assert_eq!((verdict.decision, tries), (Decision::Accept, 0));
    assert_eq!(verdict.counterexample, None);
}

#[test]
fn a_mistake_is_named_only_where_it_is_right_when_the_answer_is() {
    let answer = PER_CUSTOMER.replace("LEFT JOIN", "JOIN");
    let mistake =
        |sql: String| Mistake { sql, trap: Some("inner".to_owned()), words: "w".to_owned() };
    let mut paper = question(PER_CUSTOMER, NAME_AND_N, &answer);
    paper.mistakes = vec![mistake(answer.replace("GROUP BY", "WHERE name <> 'z' GROUP BY"))];
    let example = rejected(&paper).counterexample.expect("it is shown");
    assert_eq!((example.trap.as_deref(), example.mistake.as_deref()), (Some("inner"), Some("w")));
    // On the public rows, too, the answer is wrong; this one is right there.
    paper.mistakes =
        vec![mistake(format!("{answer} UNION ALL SELECT name, 0 FROM customers WHERE name = 'a'"))];
    let example = rejected(&paper).counterexample.expect("it is shown");
    // An edit of the reference gives the same rows everywhere, and then that is said.
    assert_eq!(example.trap, None);
    let words = example.mistake.expect("the join is another one");
    assert!(words.contains("INNER JOIN in place of LEFT JOIN of orders"), "{words}");
}

#[test]
fn a_query_without_end_is_stopped_when_everything_is_watched_as_one() {
    let engine = Engine::loaded("", "").expect("DuckDB starts");
    let endless = "SELECT count(*) FROM range(1000000000) a, range(1000000) b";
    let limit = Duration::from_millis(100);
    let trouble =
        engine.guarded(limit, || engine.query(endless, 1, STATEMENT).expect_err("stopped"));
    assert_eq!(trouble.fault, Fault::Timeout, "{}", trouble.words);
    engine.query("SELECT 1", 1, STATEMENT).expect("it goes on");
}
