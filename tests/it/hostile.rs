//! Answers that mean harm, as data: each gets a verdict in plain words, and nothing is read, written, told or lost.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mockloop::content::contract::Contract;
use mockloop::content::modeling::TypeWords;
use mockloop::interview::verdict::{Decision, Verdict};
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::request::{
    LateBatch, ModelPaper, Outcome, PaperDataset, Request, SqlPaper, SqlRun, Work,
};
use serde::Deserialize;

/// What must stay unread in the folder that the answers are told of.
pub const CANARY: &str = "canary-4711";
/// Parts of the hidden rows.
const HIDDEN: [&str; 3] = ["Zanzibar", "Quokka", "77701"];

const SCHEMA: &str = "
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, boss INTEGER REFERENCES customers (id));
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), amount DECIMAL(10,2));";
const SHOWN: &str = "
    INSERT INTO customers VALUES (1, 'Ada', NULL);
    INSERT INTO customers VALUES (2, 'Bo', 1);
    INSERT INTO orders VALUES (1, 1, 10.00), (2, 1, 5.00), (3, 2, 7.50);";
const NOT_SHOWN: &str = "
    INSERT INTO customers VALUES (777011, 'Zanzibar', NULL);
    INSERT INTO customers VALUES (777012, 'Quokka', 777011);
    INSERT INTO orders VALUES (4, 777011, 1.25), (5, 777011, 1.50), (6, NULL, 3.00);";
const REFERENCE: &str = "
    SELECT c.id, c.name, coalesce(sum(o.amount), 0) AS spent
    FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id
    GROUP BY c.id, c.name ORDER BY spent DESC, c.id";
const CONTRACT: &str = r#"{
    "columns": [{"name": "id", "class": "int"}, {"name": "name", "class": "text"}, {"name": "spent", "class": "number"}],
    "order": [{"col": "spent", "dir": "desc"}, {"col": "id"}]
}"#;

const RAW: &str = "
    CREATE TABLE raw_orders (delivery BIGINT PRIMARY KEY, id VARCHAR, customer_id VARCHAR, amount VARCHAR, ordered_at VARCHAR);
    CREATE TABLE raw_customers (delivery BIGINT PRIMARY KEY, customer_id VARCHAR, segment VARCHAR);";
/// A dataset's first batch and its second: one shown, one hidden.
const BATCHES: [(&str, &str); 2] = [
    (
        "INSERT INTO raw_customers VALUES (1, 'ada', 'home'), (2, 'bo', 'firm');
         INSERT INTO raw_orders VALUES (1, '1', 'ada', '2.50', '2024-01-01'), (3, '2', 'bo', '1.00', '2024-01-02')",
        "INSERT INTO raw_orders VALUES (4, '3', 'ada', '4.00', '2023-12-31')",
    ),
    (
        "INSERT INTO raw_customers VALUES (11, 'Zanzibar', 'home');
         INSERT INTO raw_orders VALUES (11, '777012', 'Zanzibar', '4.00', '2024-02-01')",
        "INSERT INTO raw_customers VALUES (13, 'Quokka', 'home');
         INSERT INTO raw_orders VALUES (15, '9', 'Quokka', '1.25', '2024-01-31')",
    ),
];
const MODEL: [(&str, &str); 3] = [
    (
        "schema",
        "CREATE TABLE customers (customer_id VARCHAR PRIMARY KEY, segment VARCHAR NOT NULL);
         CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id VARCHAR NOT NULL, amount DECIMAL(10,2) NOT NULL, ordered_at DATE NOT NULL);",
    ),
    (
        "load",
        "INSERT OR REPLACE INTO customers SELECT customer_id, segment FROM raw_customers;
         INSERT OR REPLACE INTO orders SELECT id::INTEGER, customer_id, amount::DECIMAL(10,2), ordered_at::DATE FROM raw_orders;",
    ),
    (
        "views",
        "CREATE VIEW v_spent AS SELECT segment, sum(amount) AS spent FROM orders JOIN customers USING (customer_id) GROUP BY segment;",
    ),
];
const VIEW: &str =
    r#"{"columns": [{"name": "segment", "class": "text"}, {"name": "spent", "class": "number"}]}"#;

/// The whole file: answers to a question that asks for a query, and parts of a model.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    query: Vec<Hostile>,
    model: Vec<Hostile>,
}

/// One hostile text and what has to come of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hostile {
    /// What it tries, as the end of "an answer that …".
    tries: String,
    /// `$DIR` is a folder with the canary, `<<3 x ab>>` stands for ababab, and `#` in it for the count.
    sql: String,
    /// Where in a model it stands: at the beginning of a part, or at the end of the whole.
    #[serde(default)]
    part: String,
    /// The name of the fault; two joined by `or` where a slow machine sees the other.
    kind: String,
    /// A fragment of the sentence.
    says: String,
}

fn corpus() -> Corpus {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/hostile.toml");
    let text = std::fs::read_to_string(path).expect("it lies beside this file");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}", error.message()))
}

fn ask(work: Work) -> Outcome {
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    let request = Request { token: "the-token".to_owned(), work };
    let limits = Deadlines { wall: Duration::from_secs(60), ..Deadlines::GRADED };
    judge(exe, &request, &limits).unwrap_or_else(|lost| Outcome::Broken(format!("{lost:?}")))
}

fn dataset(place: usize, sql: &str) -> PaperDataset {
    PaperDataset {
        id: format!("d{place}"),
        about: format!("dataset {place}"),
        public: place == 0,
        sql: sql.to_owned(),
        gold: None,
    }
}

fn contract(json: &str) -> Contract {
    serde_json::from_str(json).expect("the contract is written right")
}

fn derived(work: Work) -> Vec<(String, String)> {
    match ask(work) {
        Outcome::Derived(derived) => derived,
        other => panic!("the reference derives: {other:?}"),
    }
}

fn sql_paper() -> SqlPaper {
    let mut paper = SqlPaper {
        schema: SCHEMA.to_owned(),
        datasets: vec![dataset(0, SHOWN), dataset(1, NOT_SHOWN)],
        contracts: vec![contract(CONTRACT)],
        references: vec![REFERENCE.to_owned()],
        mistakes: Vec::new(),
        promises: Vec::new(),
        answer: REFERENCE.to_owned(),
    };
    let golds = derived(Work::DeriveSql(paper.clone()));
    for (dataset, (_, gold)) in paper.datasets.iter_mut().zip(golds) {
        dataset.gold = Some(gold);
    }
    paper
}

fn model_paper() -> ModelPaper {
    let late = |(place, (_, sql)): (usize, &(&str, &str))| LateBatch {
        dataset: format!("d{place}"),
        sql: (*sql).to_owned(),
        gold: None,
    };
    let mut paper = ModelPaper {
        raw: RAW.to_owned(),
        datasets: BATCHES.iter().enumerate().map(|(i, (sql, _))| dataset(i, sql)).collect(),
        late: BATCHES.iter().enumerate().map(late).collect(),
        views: vec![("v_spent".to_owned(), contract(VIEW))],
        types: TypeWords::default(),
        late_parents: Vec::new(),
        changed_from: None,
        answer: model("", ""),
    };
    // Each dataset's result after the first batch is followed by the one after the second.
    let golds = derived(Work::DeriveModel(paper.clone()));
    for (place, pair) in golds.chunks(2).enumerate() {
        paper.datasets[place].gold = Some(pair[0].1.clone());
        paper.late[place].gold = Some(pair[1].1.clone());
    }
    paper
}

/// Writes the good model with something hostile at the beginning of a part, or at the end.
fn model(part: &str, sql: &str) -> String {
    let mut text = String::new();
    for (name, own) in MODEL {
        let before = if name == part { sql } else { "" };
        text += &format!("-- {name}\n{before}\n{own}\n");
    }
    if part == "end" { text + sql } else { text }
}

/// Writes a text out: the folder, characters that no file of ours may hold, and repetitions.
pub fn expanded(sql: &str, folder: &Path) -> String {
    let text = sql.replace("$DIR", &folder.display().to_string()).replace("$NUL", "\0");
    let mut pieces = text.split("<<");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (inside, after) = piece.split_once(">>").expect("what is opened is closed");
        let (count, what) = inside.split_once(" x ").expect("it says how often");
        let count: usize = count.parse().expect("it says how often");
        (0..count).for_each(|i| whole += &what.replace('#', &i.to_string()));
        whole += after;
    }
    whole
}

/// Does the same with every hostile text, as many at once as the machine has cores, and tells what was wrong.
fn each(all: &[Hostile], wrong_with: impl Fn(&Hostile) -> Option<String> + Sync) -> Vec<String> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let wrong = wrong_with(one).map(|words| format!("{}: {words}", one.tries));
                    found.lock().expect("nobody panics with it").extend(wrong);
                }
            });
        }
    });
    found.into_inner().expect("nobody panicked with it")
}

fn wrong_with_verdict(one: &Hostile, outcome: Outcome) -> Option<String> {
    let Outcome::Verdict(verdict) = outcome else {
        return Some(format!("no verdict: {outcome:?}"));
    };
    let Verdict { decision, kind, words, .. } = verdict.as_ref();
    let all = serde_json::to_string(&verdict).expect("a verdict is plain data");
    let told = HIDDEN.iter().chain([&CANARY]).find(|part| all.contains(**part));
    if let Some(told) = told {
        return Some(format!("it tells {told}: {all}"));
    }
    let right = *decision == Decision::Reject
        && one.kind.split(" or ").any(|name| name == kind.name())
        && words.contains(&one.says);
    (!right).then(|| format!("{decision:?}, {}: {words}", kind.name()))
}

/// A folder with the canary, which has to be as it was afterwards.
pub struct Cage(tempfile::TempDir);

impl Cage {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the canary");
        for name in ["canary.txt", "canary.csv", "canary.sql"] {
            std::fs::write(folder.path().join(name), format!("{CANARY},1\n")).expect("it is ours");
        }
        Self(folder)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn assert_untouched(&self) {
        let names = std::fs::read_dir(self.folder()).expect("it is ours");
        assert_eq!(names.count(), 3, "nothing was written");
        for name in ["canary.txt", "canary.csv", "canary.sql"] {
            let text = std::fs::read_to_string(self.folder().join(name)).expect("it is there");
            assert_eq!(text, format!("{CANARY},1\n"));
        }
    }
}

#[test]
fn every_hostile_query_gets_its_sentence() {
    let (corpus, paper, cage) = (corpus(), sql_paper(), Cage::new());
    assert!(corpus.query.len() + corpus.model.len() >= 130);
    let wrong = each(&corpus.query, |one| {
        let answer = expanded(&one.sql, cage.folder());
        wrong_with_verdict(one, ask(Work::GradeSql(SqlPaper { answer, ..paper.clone() })))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cage.assert_untouched();
}

#[test]
fn every_hostile_model_gets_its_sentence() {
    let (corpus, paper, cage) = (corpus(), model_paper(), Cage::new());
    let wrong = each(&corpus.model, |one| {
        let answer = model(&one.part, &expanded(&one.sql, cage.folder()));
        wrong_with_verdict(one, ask(Work::GradeModel(ModelPaper { answer, ..paper.clone() })))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cage.assert_untouched();
}

/// A run shows what comes and judges nothing, so it has to be as deaf to files as a verdict.
#[test]
fn no_run_reaches_a_file() {
    let (mut corpus, cage) = (corpus(), Cage::new());
    corpus.query.append(&mut corpus.model);
    corpus.query.retain(|one| one.sql.contains("$DIR"));
    assert!(corpus.query.len() > 30);
    let wrong = each(&corpus.query, |one| {
        let run = SqlRun {
            schema: String::new(),
            data: String::new(),
            statements: expanded(&one.sql, cage.folder()),
            script: true,
            row_limit: 10,
        };
        match ask(Work::RunSql(run)) {
            Outcome::Output { ok: false, error: Some(error), .. } => {
                error.contains(CANARY).then_some(error)
            }
            other => Some(format!("{other:?}")),
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cage.assert_untouched();
}
