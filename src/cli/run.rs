//! `mockloop run`: a file in the sealed engines, its output as it came, its errors beside it.

use super::args::{House, Run};
use super::failure::{Done, Failure};
use super::grade::{question, words::grid};
use super::reading::read_text;
use super::speech::Speech;
use super::{judging, library};
use crate::judge::client::Deadlines;
use crate::judge::paper::{self, SHOWN_ROWS};
use crate::judge::request::{Outcome, PythonRun, SqlRun, Work};

/// Runs one file. Gives 1 when it raised; being stopped is a failure of its own.
pub fn run(house: &House, run: &Run, speech: &Speech) -> Result<Done, Failure> {
    let work = match run {
        Run::Python { file } => {
            Work::RunPython(PythonRun { program: read_text(file)?, paper: None })
        }
        Run::Sql { file, question: None } => Work::RunSql(SqlRun {
            schema: String::new(),
            data: String::new(),
            statements: read_text(file)?,
            script: true,
            row_limit: SHOWN_ROWS,
        }),
        Run::Sql { file, question: Some(id) } => on_question(house, id, &read_text(file)?)?,
    };
    tell(judging::ask_within(work, &Deadlines::INTERACTIVE)?, speech)
}

fn on_question(house: &House, id: &str, statements: &str) -> Result<Work, Failure> {
    let library = library(house)?;
    let question = question(&library, id)?;
    match paper::run(question, statements) {
        Some(work @ Work::RunSql(_)) => Ok(work),
        _ => {
            let kind = question.kind().name();
            Err(Failure::Usage(format!("`{id}` is a {kind} question and has no tables")))
        }
    }
}

fn tell(outcome: Outcome, speech: &Speech) -> Result<Done, Failure> {
    match outcome {
        Outcome::Table { table, millis } => {
            speech.say(grid(&table, &[], ""));
            let count = table.rows.len();
            let rows = if count == 1 { "row" } else { "rows" };
            speech.note(format!("{count} {rows}, {millis} ms"));
            Ok(Done::Fine)
        }
        Outcome::Output { ok, text, error, stopped, .. } => {
            if !text.is_empty() {
                speech.say(text);
            }
            if stopped {
                return Err(Failure::Judge(error.unwrap_or_else(|| "it was stopped".to_owned())));
            }
            if let Some(error) = error {
                speech.note(error);
            }
            Ok(if ok { Done::Fine } else { Done::No })
        }
        other => Err(judging::unexpected(&other)),
    }
}
