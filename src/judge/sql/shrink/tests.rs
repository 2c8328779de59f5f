//! Every known wrong answer of every question is shown by a few rows, and called by its name.

use super::{MOST_ROWS, TRIES, kin::Family, literal, rename};
use crate::content::cell::Cell;
use crate::content::contract::Contract;
use crate::content::library::Library;
use crate::content::question::{Body, Question, SqlBody};
use crate::interview::verdict::{Counterexample, Decision, Verdict};
use crate::judge::request::{SqlPaper, Work};
use crate::judge::sql::engine::Engine;
use crate::judge::sql::gold::Reference;
use crate::judge::sql::{ROW_CAP, STATEMENT, paper};
use crate::judge::{compare, paper as desk};

#[test]
fn stats() {
    let library = match std::env::var("EXTRA") {
        Ok(folder) => Library::with_folder(std::path::Path::new(&folder)).expect("folder"),
        Err(_) => Library::builtin(),
    };
    for question in library.questions() {
        let Body::Sql(body) = &question.body else { continue };
        for wrong in &body.wrong {
            let Some(Work::GradeSql(paper)) = desk::grade(question, &wrong.solution.text) else {
                continue;
            };
            let began = std::time::Instant::now();
            let mut without = paper.clone();
            without.references.clear();
            without.mistakes.clear();
            let plain = paper::explained(&without).map(|(v, _)| v);
            let base = began.elapsed();
            let began = std::time::Instant::now();
            let got = paper::explained(&paper);
            let took = began.elapsed();
            match (plain, got) {
                (Ok(_), Ok((verdict, tries))) => {
                    let rows = verdict.counterexample.as_ref().map(|c| {
                        c.tables
                            .iter()
                            .map(|(_, t)| t.rows.len().to_string())
                            .collect::<Vec<_>>()
                            .join(" ")
                    });
                    let c = verdict.counterexample.as_ref();
                    let right = c.is_some_and(|c| c.mistake.as_deref() == Some(&wrong.mistake));
                    let ev = verdict.evidence.iter().find(|e| e.rule == "sql.mistake").is_some();
                    println!(
                        "{:<30} {:<28} {:?} base {:>4} ms all {:>5} ms tries {tries:>4} rows {rows:?} right {right} ev {ev} cx {:?}",
                        question.id,
                        wrong.solution.file,
                        verdict.kind,
                        base.as_millis(),
                        took.as_millis(),
                        c.map(|c| c.words.clone())
                    );
                }
                other => println!("{} {}: {other:?}", question.id, wrong.solution.file),
            }
        }
    }
}
