//! The file of a modelling question: staging tables, the views wanted, and its proof.

use std::collections::BTreeMap;

use super::sql::{datasets, references};
use crate::content::check::{Check, WrongEntry};
use crate::content::file::{Files, Read};
use crate::content::parse::Document;
use crate::content::problem::Problem;
use crate::content::question::{Body, ModelingBody, View};

question_file! {
    /// `questions/modeling/<id>/question.toml`.
    ModelingFile {
        /// By dataset id (`d0` to `d6`): what the rows hide.
        #[serde(default)]
        trap_datasets: BTreeMap<String, String>,
        /// The views the candidate's own model must offer.
        views: Vec<View>,
        /// Tempting wrong answers, which the judge must reject.
        #[serde(default)]
        wrong: Vec<WrongEntry>,
    }
}

/// The comment lines that part an answer, in their order.
pub const PARTS: [&str; 3] = ["-- schema", "-- load", "-- views"];

/// Reads the files of a modelling question.
pub fn read(files: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: ModelingFile = doc.read()?;
    let head = file.head();
    views(&file.views, check);
    let body = ModelingBody {
        raw: check.file(files, "raw.sql", "write the CREATE TABLE raw_... statements"),
        datasets: datasets(files, &file.trap_datasets, check),
        wrong: check.wrong(files, &file.wrong, &head.traps),
        references: references(files, check),
        views: file.views,
        gold: files.gold(),
    };
    for folder in ["reference/", "wrong/"] {
        parts(files, folder, check);
    }
    Ok((head, Body::Modeling(body)))
}

fn views(views: &[View], check: &mut Check<'_>) {
    check.require(!views.is_empty(), "views", "no view is asked for", "add [[views]]");
    check.unique(views.iter().map(|view| view.name.as_str()), |i| format!("views.{i}.name"));
    for (i, view) in views.iter().enumerate() {
        check.text(&view.about, &format!("views.{i}.about"));
        check.contract(&view.contract, &format!("views.{i}.contract"));
    }
}

fn parts(files: &Files, folder: &str, check: &mut Check<'_>) {
    for (path, text) in files.below(folder) {
        for part in PARTS {
            if !text.lines().any(|line| line.trim().eq_ignore_ascii_case(part)) {
                let file = format!("{}/{path}", files.folder);
                let what = format!("the part `{part}` is missing");
                let remedy = format!("write `{part}` alone on a line before that part");
                check.push(Problem::of_file(&file, what, remedy));
            }
        }
    }
}
