//! The judge of models as a process: good and bad tables through every stage, and a changed requirement.

use std::path::Path;

use mockloop::content::modeling::TypeWords;
use mockloop::interview::verdict::{Decision, Evidence, Fault, Verdict};
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::request::{LateBatch, ModelPaper, Outcome, PaperDataset, Request, Work};

const RAW: &str = "
    CREATE TABLE raw_orders (delivery BIGINT PRIMARY KEY, id VARCHAR, customer_id VARCHAR, amount VARCHAR, ordered_at VARCHAR);
    CREATE TABLE raw_customers (delivery BIGINT PRIMARY KEY, customer_id VARCHAR, segment VARCHAR);";

/// Dataset rows and the batch that follows.
const BATCHES: [(&str, &str); 3] = [
    (
        "INSERT INTO raw_customers VALUES (1, 'ada', 'home'), (2, 'bo', 'firm');
         INSERT INTO raw_orders VALUES (1, '1', 'ada', '2.50', '2024-01-01'), (2, '1', 'ada', '2.50', '2024-01-01'), (3, '2', 'bo', '1.00', '2024-01-02')",
        "INSERT INTO raw_customers VALUES (3, 'ada', 'firm');
         INSERT INTO raw_orders VALUES (4, '3', 'ada', '4.00', '2023-12-31')",
    ),
    (
        "INSERT INTO raw_customers VALUES (11, 'cyrano', 'home');
         INSERT INTO raw_orders VALUES (11, '7', 'cyrano', '4.00', '2024-02-01'), (13, '8', 'cyrano', '4.00', '2024-02-02'), (12, '8', 'cyrano', '5.00', '2024-02-02')",
        "INSERT INTO raw_customers VALUES (12, 'cyrano', 'firm'), (13, 'desdemona', 'home');
         INSERT INTO raw_orders VALUES (14, '7', 'cyrano', '6.00', '2024-02-01'), (15, '9', 'desdemona', '1.25', '2024-01-31')",
    ),
    (
        "INSERT INTO raw_customers VALUES (21, 'emilia', 'home');
         INSERT INTO raw_orders VALUES (21, '4', 'emilia', '3.00', '2024-03-01')",
        "INSERT INTO raw_orders VALUES (22, '4', 'emilia', '0.50', '2024-03-01')",
    ),
];

const SCHEMA: &str = "-- schema
CREATE TABLE customers (customer_id VARCHAR PRIMARY KEY, segment VARCHAR NOT NULL, delivery BIGINT NOT NULL);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id VARCHAR NOT NULL,
    amount DECIMAL(10,2) NOT NULL,
    ordered_at DATE NOT NULL,
    delivery BIGINT NOT NULL
);
";
const LOAD: &str = "-- load
INSERT OR REPLACE INTO customers SELECT DISTINCT ON (customer_id) customer_id, segment, delivery FROM raw_customers ORDER BY delivery DESC;
INSERT OR REPLACE INTO orders
SELECT DISTINCT ON (id) id::INTEGER, customer_id, amount::DECIMAL(10,2), ordered_at::DATE, delivery FROM raw_orders ORDER BY delivery DESC;
";
const VIEWS: &str = "-- views
CREATE VIEW v_spent AS
SELECT segment, sum(amount) AS spent FROM orders JOIN customers USING (customer_id) GROUP BY segment;
";
const PER_DAY: &str =
    "CREATE VIEW v_days AS SELECT ordered_at AS day, count(*) AS orders FROM orders GROUP BY day;";

fn good() -> String {
    [SCHEMA, LOAD, VIEWS].concat()
}

fn ask(work: Work) -> Outcome {
    let request = Request { token: "the-token".to_owned(), work };
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    judge(exe, &request, &Deadlines::GRADED).expect("the judge answers")
}

fn named(name: &str, columns: &str) -> (String, mockloop::content::contract::Contract) {
    let contract = format!(r#"{{"columns": [{columns}]}}"#);
    (name.to_owned(), serde_json::from_str(&contract).expect("the contract is written right"))
}

fn spent() -> (String, mockloop::content::contract::Contract) {
    named(
        "v_spent",
        r#"{"name": "segment", "class": "text"}, {"name": "spent", "class": "number"}"#,
    )
}

fn days() -> (String, mockloop::content::contract::Contract) {
    named("v_days", r#"{"name": "day", "class": "date"}, {"name": "orders", "class": "int"}"#)
}

fn bare_paper(answer: &str) -> ModelPaper {
    let dataset = |(place, (sql, _)): (usize, &(&str, &str))| PaperDataset {
        id: format!("d{place}"),
        about: format!("dataset {place}"),
        public: place == 0,
        sql: (*sql).to_owned(),
        gold: None,
    };
    let late = |(place, (_, sql)): (usize, &(&str, &str))| LateBatch {
        dataset: format!("d{place}"),
        sql: (*sql).to_owned(),
        gold: None,
    };
    ModelPaper {
        raw: RAW.to_owned(),
        datasets: BATCHES.iter().enumerate().map(dataset).collect(),
        late: BATCHES.iter().enumerate().map(late).collect(),
        views: vec![spent()],
        types: TypeWords { money: vec!["amount".into()], dates: vec!["at".into()] },
        late_parents: vec![],
        changed_from: None,
        answer: answer.to_owned(),
    }
}

fn derived(paper: &ModelPaper) -> Vec<(String, String)> {
    match ask(Work::DeriveModel(paper.clone())) {
        Outcome::Derived(derived) => derived,
        other => panic!("the reference derives: {other:?}"),
    }
}

fn paper() -> ModelPaper {
    let mut paper = bare_paper(&good());
    for (id, gold) in derived(&paper) {
        match id.strip_suffix("-late") {
            None => {
                let dataset = paper.datasets.iter_mut().find(|one| one.id == id);
                dataset.expect("its dataset").gold = Some(gold);
            }
            Some(id) => {
                let late = paper.late.iter_mut().find(|one| one.dataset == id);
                late.expect("its batch").gold = Some(gold);
            }
        }
    }
    paper
}

/// The paper after the requirement changed: a second view is asked for.
fn changed_paper(before: &str) -> ModelPaper {
    let reference = format!("{}{PER_DAY}", good());
    let mut paper = bare_paper(&reference);
    paper.views = vec![spent(), days()];
    paper.changed_from = Some(before.to_owned());
    for (id, gold) in derived(&paper) {
        let id = id.strip_suffix("-change").expect("only the end is stored").to_owned();
        let late = paper.late.iter_mut().find(|one| one.dataset == id);
        late.expect("its batch").gold = Some(gold);
    }
    paper
}

fn verdict_of(paper: ModelPaper) -> Verdict {
    match ask(Work::GradeModel(paper)) {
        Outcome::Verdict(verdict) => *verdict,
        other => panic!("a verdict was due: {other:?}"),
    }
}

fn grade(answer: &str) -> Verdict {
    verdict_of(ModelPaper { answer: answer.to_owned(), ..paper() })
}

#[track_caller]
fn rule<'v>(verdict: &'v Verdict, rule: &str) -> &'v Evidence {
    let found = verdict.evidence.iter().find(|one| one.rule == rule);
    found.unwrap_or_else(|| panic!("no `{rule}` in {verdict:?}"))
}

#[test]
fn a_model_that_is_right_at_every_stage_with_sound_tables_gets_the_top_mark() {
    let verdict = grade(&good());
    assert_eq!((verdict.decision, verdict.score), (Decision::Accept, 5), "{verdict:?}");
    for name in ["model.views", "model.rerun", "model.late", "model.raw", "model.grain"] {
        assert!(rule(&verdict, name).earned, "{name}: {verdict:?}");
    }
    assert!(rule(&verdict, "model.types").earned && rule(&verdict, "model.orphans").earned);
}

#[test]
fn unsound_tables_cost_the_top_mark_and_no_more() {
    let schema = "-- schema
CREATE TABLE customers (customer_id VARCHAR, segment VARCHAR, delivery BIGINT);
CREATE TABLE orders (id VARCHAR, customer_id VARCHAR, amount DOUBLE, ordered_at VARCHAR, delivery BIGINT);
";
    let load = "-- load
DELETE FROM customers; DELETE FROM orders;
INSERT INTO customers SELECT DISTINCT ON (customer_id) customer_id, segment, delivery FROM raw_customers ORDER BY delivery DESC;
INSERT INTO orders SELECT DISTINCT ON (id) id, customer_id, amount, ordered_at, delivery FROM raw_orders ORDER BY delivery DESC;
";
    let verdict = grade(&[schema, load, VIEWS].concat());
    assert_eq!((verdict.decision, verdict.score), (Decision::Accept, 4), "{verdict:?}");
    assert!(rule(&verdict, "model.grain").words.contains("`customers` declares neither"));
    let types = &rule(&verdict, "model.types").words;
    assert!(types.contains("`orders.amount` is DOUBLE") && types.contains("`orders.ordered_at`"));
    assert!(verdict.words.contains("promise less"), "{}", verdict.words);
}

#[test]
fn a_load_that_cannot_run_twice_is_told_with_the_stage() {
    let verdict = grade(&good().replace("INSERT OR REPLACE INTO orders", "INSERT INTO orders"));
    assert_eq!((verdict.kind, verdict.score), (Fault::Rerun, 3), "{verdict:?}");
    assert!(verdict.words.starts_with("When the same rows are loaded a second time:"));
    assert!(verdict.words.contains("(in `-- load`)"), "{}", verdict.words);
    assert!(!rule(&verdict, "model.rerun").earned && rule(&verdict, "model.views").earned);
}

#[test]
fn a_load_that_doubles_its_rows_fails_at_the_rerun_with_the_difference() {
    let bare = good().replace("id INTEGER PRIMARY KEY", "id INTEGER");
    let verdict = grade(&bare.replace("OR REPLACE INTO orders", "INTO orders"));
    assert_eq!((verdict.kind, verdict.score), (Fault::Rerun, 2), "{verdict:?}");
    let difference = verdict.difference.as_ref().expect("the rows are the public ones");
    assert_eq!(difference.dataset, "d0 v_spent");
    assert!(!rule(&verdict, "model.late").earned, "what is doubled is doubled later too");
}

#[test]
fn a_correction_that_is_ignored_fails_with_the_second_batch_and_shows_no_hidden_row() {
    let verdict = grade(&good().replace("OR REPLACE INTO orders", "OR IGNORE INTO orders"));
    assert_eq!((verdict.decision, verdict.score), (Decision::Reject, 3), "{verdict:?}");
    assert!(verdict.words.contains("With the second batch: `v_spent`"), "{}", verdict.words);
    assert!(rule(&verdict, "model.rerun").earned && rule(&verdict, "model.views").earned);
    let said = serde_json::to_string(&verdict).expect("a verdict is plain data");
    for hidden in ["cyrano", "desdemona", "emilia", "6.00", "0.50"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
}

#[test]
fn an_attribute_that_changes_on_the_rows_shown_comes_with_the_difference() {
    let verdict = grade(&good().replace("OR REPLACE INTO customers", "OR IGNORE INTO customers"));
    assert!(verdict.words.starts_with("With the second batch: `v_spent`"), "{}", verdict.words);
    assert!(verdict.difference.is_some());
    assert_eq!(verdict.score, 3);
}

#[test]
fn the_newest_row_by_its_place_is_called_non_deterministic() {
    let verdict = grade(&good().replace(
        "SELECT DISTINCT ON (id) id::INTEGER, customer_id, amount::DECIMAL(10,2), ordered_at::DATE, delivery FROM raw_orders ORDER BY delivery DESC",
        "SELECT id::INTEGER, last(customer_id), first(amount)::DECIMAL(10,2), last(ordered_at)::DATE, max(delivery) FROM raw_orders GROUP BY id",
    ));
    assert_eq!(verdict.decision, Decision::Reject, "{verdict:?}");
    let kinds: Vec<Fault> = verdict.checks.iter().map(|check| check.fault).collect();
    assert!(kinds.contains(&Fault::NonDeterministic), "{kinds:?}");
}

#[test]
fn raw_tables_are_read_and_left_alone() {
    let load = LOAD.to_owned() + "DELETE FROM raw_orders;\n";
    let verdict = grade(&[SCHEMA, &load, VIEWS].concat());
    assert_eq!((verdict.kind, verdict.score), (Fault::Forbidden, 0), "{verdict:?}");
    assert!(verdict.words.contains("raw tables are not as they were"), "{}", verdict.words);
    let schema = SCHEMA.to_owned() + "ALTER TABLE raw_orders ADD COLUMN done BOOLEAN;\n";
    assert_eq!(grade(&[&schema, LOAD, VIEWS].concat()).decision, Decision::Reject);
    let schema = SCHEMA.to_owned() + "CREATE UNIQUE INDEX one ON raw_customers (customer_id);\n";
    assert_eq!(grade(&[&schema, LOAD, VIEWS].concat()).decision, Decision::Reject);
}

#[test]
fn a_view_that_reads_raw_tables_is_forbidden_however_deep() {
    let direct = "-- views\nCREATE VIEW v_spent AS WITH o AS (SELECT DISTINCT ON (id) * FROM raw_orders ORDER BY delivery DESC)
        SELECT segment, sum(amount::DECIMAL(10,2)) AS spent FROM o JOIN customers USING (customer_id) GROUP BY segment;";
    let nested =
        direct.replace("CREATE VIEW v_spent", "CREATE VIEW once").replace("-- views\n", "")
            + "CREATE VIEW v_spent AS FROM once;";
    for views in [direct.to_owned(), format!("-- views\n{nested}")] {
        let verdict = grade(&[SCHEMA, LOAD, &views].concat());
        assert_eq!((verdict.kind, verdict.score), (Fault::Forbidden, 1), "{verdict:?}");
        assert!(verdict.words.contains("raw_orders"), "{}", verdict.words);
    }
}

#[test]
fn a_model_without_its_parts_or_views_is_told_so() {
    assert!(grade(VIEWS).words.contains("`-- schema`"));
    let verdict = grade(&[SCHEMA, LOAD, "-- views\nSELECT 1;"].concat());
    assert!(verdict.words.contains("no view `v_spent`"), "{}", verdict.words);
    assert_eq!(verdict.score, 0);
    let verdict = grade(&[SCHEMA, "-- load\nINSERT INTO nowhere SELECT 1;\n", VIEWS].concat());
    assert_eq!((verdict.kind, verdict.score), (Fault::Error, 0), "{verdict:?}");
}

#[test]
fn an_endless_load_is_a_timeout_and_the_rest_is_not_run() {
    let endless = "-- load\nCREATE TABLE x AS WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r;\n";
    let verdict = grade(&[SCHEMA, endless, VIEWS].concat());
    assert_eq!((verdict.kind, verdict.checks.len()), (Fault::Timeout, 3), "{verdict:?}");
    assert_eq!(verdict.decision, Decision::Reject);
}

#[test]
fn a_changed_requirement_is_judged_after_both_batches_and_what_it_cost_is_told() {
    let before = good();
    let after = format!("{before}{PER_DAY}");
    let verdict = verdict_of(ModelPaper { answer: after, ..changed_paper(&before) });
    assert_eq!((verdict.decision, verdict.score), (Decision::Accept, 5), "{verdict:?}");
    let change = rule(&verdict, "model.change");
    assert!(change.words.contains("no table or column"), "{}", change.words);
    assert!(change.words.contains("0 of 2 in the schema"), "{}", change.words);
    assert!(change.words.contains("1 of 2 in the views"), "{}", change.words);
    assert!(change.words.contains("100% of the first answer's lines"), "{}", change.words);
}

#[test]
fn tables_and_columns_that_had_to_change_are_counted() {
    let after = format!("{}{PER_DAY}", good())
        .replace("amount DECIMAL(10,2) NOT NULL", "amount DECIMAL(12,2) NOT NULL")
        .replace(
            "CREATE TABLE orders",
            "CREATE TABLE days (day DATE PRIMARY KEY);\nCREATE TABLE orders",
        );
    let verdict = verdict_of(ModelPaper { answer: after, ..changed_paper(&good()) });
    let words = &rule(&verdict, "model.change").words;
    assert!(words.contains("1 table added, 1 column altered"), "{words}");
}

#[test]
fn an_answer_that_ignores_the_change_is_rejected() {
    let verdict = verdict_of(ModelPaper { answer: good(), ..changed_paper(&good()) });
    assert_eq!((verdict.decision, verdict.score), (Decision::Reject, 0), "{verdict:?}");
    assert!(verdict.words.contains("no view `v_days`"), "{}", verdict.words);
}

#[test]
fn a_changed_load_that_cannot_run_twice_is_built_and_no_more() {
    let once = format!("{}{PER_DAY}", good()).replace("OR REPLACE INTO orders", "INTO orders");
    let verdict = verdict_of(ModelPaper { answer: once, ..changed_paper(&good()) });
    assert_eq!((verdict.kind, verdict.score), (Fault::Rerun, 1), "{verdict:?}");
}

#[test]
fn a_wrong_answer_to_the_change_is_wrong_with_the_late_rows() {
    let this_year = PER_DAY.replace("GROUP BY", "WHERE ordered_at >= DATE '2024-01-01' GROUP BY");
    let wrong = format!("{}{this_year}", good());
    let verdict = verdict_of(ModelPaper { answer: wrong, ..changed_paper(&good()) });
    assert_eq!((verdict.decision, verdict.score), (Decision::Reject, 1), "{verdict:?}");
    assert!(verdict.words.starts_with("With the second batch: `v_days`"), "{}", verdict.words);
}

#[test]
fn a_macro_with_the_name_of_a_function_is_refused() {
    for macros in ["CREATE MACRO hash(x) AS 0;", "CREATE MACRO count_star() AS 0;"] {
        let answer = good().replace("-- load", &format!("{macros}\n-- load"));
        let verdict = grade(&answer);
        assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Forbidden));
    }
}
