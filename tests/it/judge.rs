//! The judge as a process: right and wrong answers, hostile ones, and judges that break.

use std::path::{Path, PathBuf};
use std::time::Duration;

use mockloop::content::contract::Contract;
use mockloop::interview::verdict::{Decision, Fault, Lost, Verdict};
use mockloop::judge::client::{Canceller, Deadlines, judge, judge_until};
use mockloop::judge::request::{Outcome, PaperDataset, Request, SqlPaper, SqlRun, Work};

const SCHEMA: &str = "
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, boss INTEGER REFERENCES customers (id));
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), amount DECIMAL(10,2));
";
const D0: &str = "
    INSERT INTO customers VALUES (1, 'Ada', NULL);
    INSERT INTO customers VALUES (2, 'Bo', 1);
    INSERT INTO orders VALUES (1, 1, 10.00), (2, 1, 5.00), (3, 2, 7.50);
";
const D1: &str = "
    INSERT INTO customers VALUES (11, 'Cy', NULL);
    INSERT INTO customers VALUES (12, 'Di', 11);
    INSERT INTO customers VALUES (13, 'Di', 12);
    INSERT INTO orders VALUES (4, 11, 1.00), (5, 12, 1.00), (6, NULL, 3.00);
";
const D2: &str = "
    INSERT INTO customers VALUES (21, 'Ed', NULL);
    INSERT INTO customers VALUES (22, 'Flo', 21), (23, 'Gus', 21);
    INSERT INTO orders VALUES (7, 21, 2.00), (8, 21, 2.00), (9, 22, 4.00), (10, 22, NULL);
";
const REFERENCE: &str = "
    SELECT c.id, c.name, coalesce(sum(o.amount), 0) AS spent
    FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id
    GROUP BY c.id, c.name ORDER BY spent DESC, c.id";
const CONTRACT: &str = r#"{
    "columns": [{"name": "id", "class": "int"}, {"name": "name", "class": "text"}, {"name": "spent", "class": "number"}],
    "order": [{"col": "spent", "dir": "desc"}, {"col": "id"}]
}"#;

fn exe() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_mockloop"))
}

fn ask(work: Work) -> Result<Outcome, Lost> {
    let request = Request { token: "the-token".to_owned(), work };
    judge(exe(), &request, &Deadlines::GRADED)
}

fn contract(json: &str) -> Contract {
    serde_json::from_str(json).expect("the contract is written right")
}

fn datasets() -> Vec<PaperDataset> {
    let dataset = |(place, sql): (usize, &str)| PaperDataset {
        id: format!("d{place}"),
        about: format!("dataset {place}"),
        public: place == 0,
        sql: sql.to_owned(),
        gold: None,
    };
    [D0, D1, D2].into_iter().enumerate().map(dataset).collect()
}

/// Makes a paper with the stored results of a reference.
fn paper_of(reference: &str, contracts: Vec<Contract>) -> SqlPaper {
    let mut paper = SqlPaper {
        schema: SCHEMA.to_owned(),
        datasets: datasets(),
        contracts,
        references: vec![reference.to_owned()],
        mistakes: Vec::new(),
        promises: Vec::new(),
        answer: reference.to_owned(),
    };
    let derived = match ask(Work::DeriveSql(paper.clone())) {
        Ok(Outcome::Derived(derived)) => derived,
        other => panic!("the reference derives: {other:?}"),
    };
    for (dataset, (id, gold)) in paper.datasets.iter_mut().zip(derived) {
        assert_eq!(dataset.id, id);
        dataset.gold = Some(gold);
    }
    paper
}

fn paper() -> SqlPaper {
    paper_of(REFERENCE, vec![contract(CONTRACT)])
}

fn grade_with(mut paper: SqlPaper, answer: &str) -> Verdict {
    paper.answer = answer.to_owned();
    match ask(Work::GradeSql(paper)) {
        Ok(Outcome::Verdict(verdict)) => *verdict,
        other => panic!("a verdict was due: {other:?}"),
    }
}

fn grade(answer: &str) -> Verdict {
    grade_with(paper(), answer)
}

/// Runs statements as in a drill and gives the error, if any.
fn error_of(statements: &str, script: bool) -> Option<String> {
    let run = SqlRun {
        schema: SCHEMA.to_owned(),
        data: D0.to_owned(),
        statements: statements.to_owned(),
        script,
        row_limit: 10,
    };
    match ask(Work::RunSql(run)) {
        Ok(Outcome::Table { .. }) => None,
        Ok(Outcome::Output { ok: false, error: Some(error), .. }) => Some(error),
        other => panic!("a table or an error was due: {other:?}"),
    }
}

#[test]
fn a_right_answer_in_another_style_is_accepted_with_full_score() {
    let verdict = grade(
        "WITH s AS (SELECT customer_id, sum(amount) AS spent FROM orders GROUP BY ALL)
         SELECT c.id, c.name, ifnull(s.spent, 0) AS spent FROM customers c
         LEFT JOIN s ON s.customer_id = c.id ORDER BY spent DESC, id",
    );
    assert_eq!((verdict.decision, verdict.kind), (Decision::Accept, Fault::None), "{verdict:?}");
    assert_eq!(verdict.score, 5);
    assert_eq!(verdict.checks.len(), 3);
}

#[test]
fn a_wrong_answer_on_the_rows_shown_comes_with_the_difference() {
    let verdict = grade("SELECT id, name, 1.00 AS spent FROM customers ORDER BY id");
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::Values));
    assert_eq!(verdict.score, 1);
    let difference = verdict.difference.expect("d0 may be seen");
    assert_eq!((difference.missing, difference.extra), (vec![0, 1], vec![0, 1]));
}

#[test]
fn an_answer_wrong_on_hidden_rows_only_shows_none_of_them() {
    let verdict = grade(
        "SELECT c.id, c.name, sum(o.amount) AS spent FROM customers c
         JOIN orders o ON o.customer_id = c.id GROUP BY ALL ORDER BY spent DESC, c.id",
    );
    assert_eq!((verdict.kind, verdict.score), (Fault::MissingRows, 2), "{verdict:?}");
    assert!(verdict.difference.is_none());
    let said = serde_json::to_string(&verdict).expect("a verdict is plain data");
    for hidden in ["Cy", "Di", "Gus"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
}

#[test]
fn an_error_on_hidden_rows_does_not_quote_them() {
    let verdict = grade(
        "SELECT c.id, c.name, coalesce(sum(o.amount), 0) + CASE WHEN c.name IN ('Ada', 'Bo') THEN 0 ELSE c.name::INTEGER END AS spent
         FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY spent DESC, c.id",
    );
    assert_eq!(verdict.kind, Fault::Error);
    assert!(verdict.words.contains("Conversion Error"), "{}", verdict.words);
    assert!(!verdict.words.contains("Di") && !verdict.words.contains("Cy"), "{}", verdict.words);
}

#[test]
fn an_answer_that_does_not_parse_scores_nothing() {
    let verdict = grade("SELECT id, FROM WHERE");
    assert_eq!((verdict.kind, verdict.score), (Fault::Error, 0));
}

#[test]
fn a_pick_from_a_tie_is_called_non_deterministic() {
    let one = r#"{"columns": [{"name": "name", "class": "text"}]}"#;
    let reference = "SELECT name FROM customers ORDER BY id DESC LIMIT 1";
    let paper = paper_of(reference, vec![contract(one)]);
    // The last row in physical order is the reference's, as long as nobody moves the rows.
    let verdict = grade_with(paper, "SELECT last(name) AS name FROM customers");
    assert_eq!(verdict.kind, Fault::NonDeterministic, "{verdict:?}");
}

#[test]
fn any_of_the_tied_rows_at_an_open_limit_is_right() {
    let open = r#"{"columns": [{"name": "id", "class": "int"}, {"name": "amount", "class": "number"}],
        "order": [{"col": "amount"}], "limit": 1, "ties": "any"}"#;
    let reference = "SELECT id, amount FROM orders ORDER BY amount, id LIMIT 1";
    let paper = paper_of(reference, vec![contract(open)]);
    let other = "SELECT id, amount FROM orders ORDER BY amount, id DESC LIMIT 1";
    assert_eq!(grade_with(paper.clone(), other).decision, Decision::Accept);
    let wrong = "SELECT id, amount FROM orders ORDER BY amount DESC LIMIT 1";
    assert_eq!(grade_with(paper, wrong).decision, Decision::Reject);
}

#[test]
fn both_ways_of_rounding_a_half_are_right_because_the_exact_value_is_stored() {
    let rounded = r#"{"columns": [{"name": "id", "class": "int"}, {"name": "half", "class": "number", "round": 1}]}"#;
    let reference = "SELECT id, round(amount / 8, 1) AS half FROM orders";
    let paper = paper_of(reference, vec![contract(rounded)]);
    let even = "SELECT id, round_even(amount / 8, 1) AS half FROM orders";
    assert_eq!(grade_with(paper.clone(), even).decision, Decision::Accept);
    let verdict = grade_with(paper.clone(), "SELECT id, amount / 8 AS half FROM orders");
    assert_eq!(verdict.kind, Fault::Precision);
    let cut = "SELECT id, trunc(amount / 8 * 10) / 10 AS half FROM orders";
    assert_eq!(grade_with(paper, cut).decision, Decision::Reject);
}

#[test]
fn one_of_two_contracts_must_hold_on_every_dataset() {
    let named = |dir: &str| {
        contract(&format!(
            r#"{{"columns": [{{"name": "id", "class": "int"}}], "order": [{{"col": "id", "dir": "{dir}"}}]}}"#
        ))
    };
    let paper = paper_of("SELECT id FROM customers ORDER BY id", vec![named("asc"), named("desc")]);
    let down = "SELECT id FROM customers ORDER BY id DESC";
    assert_eq!(grade_with(paper.clone(), down).decision, Decision::Accept);
    let either = "SELECT id FROM customers ORDER BY CASE WHEN (SELECT count(*) FROM customers) = 2 THEN id ELSE -id END";
    assert_eq!(grade_with(paper, either).decision, Decision::Reject);
}

#[test]
fn a_smell_costs_the_top_mark_and_is_quoted() {
    let verdict = grade(
        "SELECT c.id, c.name, coalesce((SELECT sum(o.amount) FROM orders o, customers x WHERE o.customer_id = c.id AND x.id = c.id), 0) AS spent
         FROM customers c ORDER BY spent DESC, c.id",
    );
    assert_eq!((verdict.decision, verdict.score), (Decision::Accept, 4), "{verdict:?}");
    let smell = verdict.evidence.iter().find(|evidence| evidence.rule == "sql.smell.comma-join");
    let quote = smell.and_then(|smell| smell.quote.as_deref()).unwrap_or_default();
    assert!(quote.contains("customers x"), "{quote}");
}

#[test]
fn what_changes_from_run_to_run_is_forbidden() {
    for answer in [
        "SELECT id, name, random() AS spent FROM customers",
        "SELECT id, name, now() AS spent FROM customers",
        "SELECT id, name, current_date AS spent FROM customers",
        "SELECT id, name, 1 AS spent FROM customers USING SAMPLE 2",
        "SELECT id, name, 1 AS spent FROM customers TABLESAMPLE 50%",
        "SELECT id, name, uuid() AS spent FROM customers",
        "SELECT id, name, (SELECT max(get_current_timestamp()) FROM orders) AS spent FROM customers",
    ] {
        let verdict = grade(answer);
        assert_eq!(verdict.kind, Fault::Forbidden, "{answer}: {}", verdict.words);
    }
}

#[test]
fn more_than_one_statement_or_another_kind_of_statement_is_forbidden() {
    for answer in [
        "SELECT 1; SELECT 2",
        "INSERT INTO orders VALUES (99, 1, 1)",
        "DROP TABLE orders",
        "SET threads = 8",
        "ATTACH 'x.db'",
        "INSTALL httpfs",
        "COPY orders TO 'x.csv'",
        "",
        "-- nothing",
    ] {
        let verdict = grade(answer);
        assert!(matches!(verdict.kind, Fault::Forbidden | Fault::Error), "{answer}: {verdict:?}");
        assert_eq!(verdict.score, 0, "{answer}");
    }
}

#[test]
fn an_answer_that_reads_no_table_is_hard_coded() {
    let verdict =
        grade("SELECT * FROM (VALUES (1, 'Ada', 15.00), (2, 'Bo', 7.50)) AS t(id, name, spent)");
    assert_eq!(verdict.kind, Fault::HardCoded);
    let hidden_in_a_name =
        "WITH customers AS (SELECT 1 AS id, 'Ada' AS name, 15 AS spent) SELECT * FROM customers";
    assert_eq!(grade(hidden_in_a_name).kind, Fault::HardCoded);
    let through_text = "SELECT * FROM query('SELECT id, name, 1 AS spent FROM customers')";
    assert_eq!(grade(through_text).kind, Fault::Forbidden);
}

#[test]
fn files_cannot_be_read_or_written_from_sql() {
    for statement in [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/etc/*')",
    ] {
        let error = error_of(statement, false).unwrap_or_else(|| panic!("{statement} gave rows"));
        assert!(!error.contains("root:"), "{statement}: {error}");
        assert!(error_of(statement, true).is_some(), "{statement} as a script");
    }
    for statement in [
        "COPY orders TO '/tmp/mockloop-test.csv'",
        "ATTACH '/tmp/mockloop-test.db' AS other",
        "EXPORT DATABASE '/tmp/mockloop-test'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET memory_limit = '100GB'",
        "PRAGMA threads = 8",
    ] {
        assert!(error_of(statement, true).is_some(), "{statement} went through");
    }
}

#[test]
fn an_endless_query_is_a_timeout_of_the_answer_and_not_a_lost_judge() {
    let endless = "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*), (SELECT count(*) FROM orders) FROM r";
    let verdict = grade(&format!("SELECT 1 AS id, 'x' AS name, 1 AS spent FROM ({endless})"));
    assert_eq!((verdict.kind, verdict.score), (Fault::Timeout, 1), "{verdict:?}");
    assert_eq!(verdict.checks.len(), 3, "what was not run is listed too");
}

#[test]
fn a_greedy_query_is_stopped_by_its_limits() {
    let greedy = "SELECT len(list(hash(a.range, b.range, orders.id))) AS id FROM range(100000) a, range(100000) b, orders";
    let verdict = grade(&format!("SELECT id, 'x' AS name, 1 AS spent FROM ({greedy})"));
    assert!(matches!(verdict.kind, Fault::Limits | Fault::Timeout), "{verdict:?}");
}

#[test]
fn a_result_of_too_many_rows_is_stopped_by_its_limits() {
    let verdict = grade(
        "SELECT range AS id, 'x' AS name, 1 AS spent FROM range(150000), (SELECT 1 FROM orders LIMIT 1)",
    );
    assert_eq!(verdict.kind, Fault::Limits, "{}", verdict.words);
}

#[test]
fn a_run_shows_its_first_rows_and_says_that_there_are_more() {
    let run = SqlRun {
        schema: SCHEMA.to_owned(),
        data: D0.to_owned(),
        statements: "SELECT id FROM orders ORDER BY id".to_owned(),
        script: false,
        row_limit: 2,
    };
    match ask(Work::RunSql(run)) {
        Ok(Outcome::Table { table, .. }) => assert_eq!((table.rows.len(), table.cut), (2, true)),
        other => panic!("a table was due: {other:?}"),
    }
}

#[test]
fn a_broken_question_is_not_the_answers_fault() {
    let mut paper = paper();
    paper.datasets[1].sql = "INSERT INTO nowhere VALUES (1)".to_owned();
    let outcome = ask(Work::GradeSql(paper)).expect("the judge says so itself");
    assert!(matches!(&outcome, Outcome::Broken(words) if words.contains("d1")), "{outcome:?}");
}

#[test]
fn the_doctor_names_the_engines_and_the_sealing() {
    let Ok(Outcome::Doctor(lines)) = ask(Work::Doctor) else { panic!("the doctor answers") };
    let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["DuckDB", "Python", "limits", "files", "system calls"]);
    assert!(lines[0].1.starts_with('v'), "{:?}", lines[0]);
}

#[test]
fn a_judge_that_cannot_start_is_lost_in_words() {
    let request = Request { token: "t".to_owned(), work: Work::Doctor };
    let lost = judge(Path::new("/nowhere/mockloop"), &request, &Deadlines::GRADED);
    assert_eq!(lost.expect_err("there is no such program").kind, "spawn");
}

#[test]
fn a_judge_at_work_can_be_cancelled() {
    let mut endless = paper();
    endless.answer = "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT n AS id, 'x' AS name, 1 AS spent FROM r, orders".to_owned();
    let request = Request { token: "t".to_owned(), work: Work::GradeSql(endless) };
    let canceller = Canceller::default();
    let lost = std::thread::scope(|scope| {
        let at_work = scope.spawn(|| judge_until(exe(), &request, &Deadlines::GRADED, &canceller));
        std::thread::sleep(Duration::from_millis(300));
        canceller.cancel();
        at_work.join().expect("the client does not panic")
    });
    assert_eq!(lost.expect_err("it was cancelled").kind, "cancelled");
}

/// Judges that are not ours, as shell scripts.
#[cfg(unix)]
mod impostors {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// Asks a script in the judge's place; the directory must live as long as the script runs.
    fn ask_impostor(script: &str, wall: Duration) -> Lost {
        let folder = tempfile::tempdir().expect("a folder for the script");
        let path: PathBuf = folder.path().join("judge");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("the script is written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))
            .expect("its mode is set");
        let request = Request { token: "the-token".to_owned(), work: Work::Doctor };
        let limits = Deadlines { wall, reply_bytes: 1000 };
        judge(&path, &request, &limits).expect_err("an impostor gives no outcome")
    }

    const SOON: Duration = Duration::from_secs(20);

    #[test]
    fn a_judge_that_hangs_is_stopped_with_all_it_started() {
        let lost = ask_impostor("/bin/sleep 600 & /bin/sleep 600", Duration::from_millis(300));
        assert_eq!(lost.kind, "deadline", "{lost:?}");
    }

    #[test]
    fn a_judge_that_crashes_is_lost_in_words() {
        let lost = ask_impostor("kill -SEGV $$", SOON);
        assert_eq!(lost.kind, "crash", "{lost:?}");
        let lost = ask_impostor("kill -KILL $$", SOON);
        assert!(lost.words.contains("memory"), "{lost:?}");
    }

    #[test]
    fn a_judge_that_talks_nonsense_is_not_believed() {
        assert_eq!(
            ask_impostor("/bin/cat > /dev/null; echo '{\"verdict\": \"accept\"}'", SOON).kind,
            "nonsense"
        );
        assert_eq!(ask_impostor("/bin/cat > /dev/null", SOON).kind, "nonsense");
    }

    #[test]
    fn a_reply_with_another_token_is_not_believed() {
        let reply = r#"{"token": "other", "outcome": {"doctor": []}}"#;
        let lost = ask_impostor(&format!("/bin/cat > /dev/null; echo '{reply}'"), SOON);
        assert_eq!(lost.kind, "nonsense");
        assert!(lost.words.contains("another request"), "{lost:?}");
    }

    #[test]
    fn a_reply_that_never_ends_is_cut_off() {
        let lost = ask_impostor("while :; do echo 'more and more and more and more'; done", SOON);
        assert_eq!(lost.kind, "nonsense");
        assert!(lost.words.contains("longer than"), "{lost:?}");
    }
}
