//! Who checks SQL: DuckDB, shut in, on every dataset of a question, straight and shuffled.

mod bare;
mod catalog;
mod diagnosis;
mod engine;
mod explain;
mod extract;
mod fuzz;
mod gold;
mod model;
mod mutate;
mod paper;
mod plain;
mod profile;
mod prove;
mod rules;
mod scale;
mod shrink;
mod shuffle;
mod statements;
mod style;
mod tree;
mod verdict;

use std::time::Duration;

use sqlparser::dialect::DuckDbDialect;
use sqlparser::tokenizer::{Token, Tokenizer};

use self::engine::{Engine, Trouble};
use self::rules::Refusal;
use super::request::{FuzzOrder, ModelPaper, Outcome, ScalePaper, SqlPaper, SqlRun};
use crate::interview::verdict::Fault;

/// The most rows a result may have.
const ROW_CAP: usize = 100_000;
/// The longest one statement may run.
const STATEMENT: Duration = Duration::from_secs(10);

/// Judges a query on every dataset.
pub(super) fn grade(paper: &SqlPaper) -> Outcome {
    paper::grade(paper).map_or_else(Outcome::Broken, |verdict| Outcome::Verdict(Box::new(verdict)))
}

/// Judges a model: its tables, its load and its contract views, on every dataset.
pub(super) fn grade_model(paper: &ModelPaper) -> Outcome {
    model::grade(paper).map_or_else(Outcome::Broken, |verdict| Outcome::Verdict(Box::new(verdict)))
}

/// Counts the rows that a query and a reference handle on growing tables.
pub(super) fn scale(paper: &ScalePaper) -> Outcome {
    scale::read(paper).map_or_else(Outcome::Broken, |reading| Outcome::Scaled(Box::new(reading)))
}

/// Derives the stored results of a reference query.
pub(super) fn derive(paper: &SqlPaper) -> Outcome {
    gold::derive(paper).map_or_else(Outcome::Broken, Outcome::Derived)
}

/// Derives the stored results of a reference model's views.
pub(super) fn derive_model(paper: &ModelPaper) -> Outcome {
    model::derive(paper).map_or_else(Outcome::Broken, Outcome::Derived)
}

/// Makes the mutants of a reference.
pub(super) fn mutants(paper: &SqlPaper) -> Outcome {
    prove::mutants(paper).map_or_else(Outcome::Broken, Outcome::Mutants)
}

/// Runs queries on every dataset until it is known that they are wrong.
pub(super) fn fates(paper: &SqlPaper, queries: &[String]) -> Outcome {
    prove::fates(paper, queries).map_or_else(Outcome::Broken, Outcome::Fates)
}

/// Compares references and queries on random databases.
pub(super) fn fuzz(order: &FuzzOrder) -> Outcome {
    prove::fuzz(order).map_or_else(Outcome::Broken, Outcome::Fuzzed)
}

/// Runs statements on one dataset and gives what comes.
pub(super) fn run(run: &SqlRun) -> Outcome {
    if says_nothing(&run.statements) {
        return failed(
            "There is no statement to run yet, only comments or nothing.".into(),
            0,
            false,
        );
    }
    let engine = match Engine::loaded(&run.schema, &run.data) {
        Ok(engine) => engine,
        Err(trouble) => return Outcome::Broken(trouble.words()),
    };
    if let Err(refusal) = admit(&engine, run) {
        return failed(refusal.words, 0, false);
    }
    let limit = run.row_limit.min(ROW_CAP);
    match engine.query(&run.statements, limit, STATEMENT) {
        Ok((table, millis)) => Outcome::Table { table, millis },
        Err(Trouble { words, millis, fault }) => {
            failed(words, millis, matches!(fault, Fault::Timeout | Fault::Limits))
        }
    }
}

/// Refuses what would be refused when handed in. A script without a question's tables may do what the
/// engine's locks let it.
fn admit(engine: &Engine, run: &SqlRun) -> Result<(), Refusal> {
    statements::check_text(&run.statements)?;
    match (run.script, run.schema.is_empty()) {
        (true, true) => Ok(()),
        (true, false) => {
            let raw = statements::tables_made(&run.schema);
            statements::check_script("the script", &run.statements, &raw)
        }
        (false, _) => rules::one_select(engine, &run.statements).map(|_| ()),
    }
}

/// DuckDB answers a text without a statement with an error that has no words.
fn says_nothing(statements: &str) -> bool {
    let tokens = Tokenizer::new(&DuckDbDialect, statements).tokenize();
    tokens.is_ok_and(|tokens| {
        tokens.iter().all(|token| matches!(token, Token::Whitespace(_) | Token::SemiColon))
    })
}

fn failed(words: String, millis: u64, stopped: bool) -> Outcome {
    Outcome::Output { ok: false, text: String::new(), error: Some(words), millis, stopped }
}

/// Gives DuckDB's version.
pub(super) fn version() -> String {
    let version = Engine::empty().and_then(|engine| engine.text("SELECT version()"));
    version.unwrap_or_else(|trouble| format!("does not start: {}", trouble.words))
}
