//! How much of a verdict is the judge's own: the same loads and statements in a DuckDB session without it.

use std::path::Path;

use duckdb::{Config, Connection};
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::request::{Outcome, Request, SqlPaper, SqlRun, Work};

use super::verdict;

/// One answer to one question.
pub struct Case {
    paper: SqlPaper,
}

impl Case {
    /// Takes the first reference of the ties question, which has seven datasets.
    pub fn new() -> Self {
        let Work::GradeSql(paper) = verdict::work() else { panic!("it is a query") };
        Self { paper }
    }

    /// Has it judged in a process of its own.
    pub fn judge(&self) {
        verdict::judge_once(&request(Work::GradeSql(self.paper.clone())));
    }

    /// Has a judge start, seal itself and end without opening its engine.
    pub fn start_only(&self) {
        let (schema, data, statements) = (String::new(), String::new(), String::new());
        let run = SqlRun { schema, data, statements, script: true, row_limit: 1 };
        let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
        let outcome = judge(exe, &request(Work::RunSql(run)), &Deadlines::INTERACTIVE);
        assert!(matches!(outcome, Ok(Outcome::Output { ok: false, .. })), "{outcome:?}");
    }

    /// Loads every dataset and runs the answer, and does both once more where the judge shuffles.
    pub fn run_plainly(&self) {
        let config = Config::default().threads(1).expect("one thread is possible");
        let session = Connection::open_in_memory_with_flags(config).expect("DuckDB starts");
        let twice = |place: usize| if self.paper.datasets[place].public { 1 } else { 2 };
        let places = 0..self.paper.datasets.len();
        let loads = places.flat_map(|place| std::iter::repeat_n(place, twice(place)));
        for (number, place) in loads.enumerate() {
            let enter = format!("ATTACH ':memory:' AS set_{number}; USE set_{number};");
            let sql = [&enter, &self.paper.schema, &self.paper.datasets[place].sql];
            sql.iter().for_each(|sql| session.execute_batch(sql).expect("it loads"));
            assert!(read_all(&session, &self.paper.answer) > 0 || place > 0, "d0 has rows");
        }
    }
}

fn request(work: Work) -> Request {
    Request { token: String::from("bench"), work }
}

fn read_all(session: &Connection, sql: &str) -> usize {
    let mut statement = session.prepare(sql).expect("it is SQL");
    let mut rows = statement.query([]).expect("it runs");
    let mut count = 0;
    while rows.next().expect("a row comes").is_some() {
        count += 1;
    }
    count
}
