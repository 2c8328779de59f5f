//! The file of a modelling question: staging tables, their two batches, the views wanted, the requirement
//! that changes, and its proof.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::sql::{datasets, references};
use crate::content::check::{Check, WrongEntry};
use crate::content::file::{Files, Read};
use crate::content::modeling::{NewRequirement, TypeWords};
use crate::content::parse::Document;
use crate::content::problem::Problem;
use crate::content::question::{Body, Dataset, ModelingBody, View};

question_file! {
    /// `questions/modeling/<id>/question.toml`.
    ModelingFile {
        /// By dataset id (`d0` to `d6`): what the rows hide.
        #[serde(default)]
        trap_datasets: BTreeMap<String, String>,
        /// Id columns whose parent may arrive later or never, because the prompt says so.
        #[serde(default)]
        late_parents: Vec<String>,
        /// Words in the names of columns by which the type probe knows money and dates.
        #[serde(default)]
        types: TypeWords,
        /// The views the candidate's own model must offer.
        views: Vec<View>,
        /// The requirement that comes once a first answer is there.
        #[serde(default)]
        change: Option<ChangeEntry>,
        /// Tempting wrong answers, which the judge must reject.
        #[serde(default)]
        wrong: Vec<WrongEntry>,
    }
}

/// The `[change]` of a modelling question as authors write it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeEntry {
    /// What the interviewer says: the need, and exactly what is graded.
    pub says: String,
    /// When it is said at the latest; 30 unless written, and ten minutes before the end.
    #[serde(default)]
    pub after_minutes: Option<u32>,
    /// New views, or views of the same name as before with another meaning.
    pub views: Vec<View>,
    /// Tempting wrong answers to the changed requirement, in `change/wrong/`.
    #[serde(default)]
    pub wrong: Vec<WrongEntry>,
}

/// The comment lines that part an answer, in their order.
pub const PARTS: [&str; 3] = ["-- schema", "-- load", "-- views"];

/// Reads the files of a modelling question.
pub fn read(files: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: ModelingFile = doc.read()?;
    let head = file.head();
    check.require(!file.views.is_empty(), "views", "no view is asked for", "add [[views]]");
    views(&file.views, "views", check);
    words(&file.types, check);
    let datasets = datasets(files, &file.trap_datasets, check);
    let body = ModelingBody {
        raw: check.file(files, "raw.sql", "write the CREATE TABLE raw_... statements"),
        late: late(files, &datasets, check),
        datasets,
        wrong: check.wrong(files, &file.wrong, &head.traps),
        references: references(files, check),
        change: file.change.map(|entry| change(files, entry, &head.traps, check)),
        late_parents: file.late_parents,
        types: file.types,
        views: file.views,
        gold: files.gold(),
    };
    let is_late = body.change.is_none() || !body.late.is_empty();
    let remedy = "write late/d0.sql and the others: the second batch is part of it";
    check.require(is_late, "change", "a change is judged after both batches", remedy);
    for folder in ["reference/", "wrong/", "change/"] {
        parts(files, folder, check);
    }
    Ok((head, Body::Modeling(body)))
}

fn views(views: &[View], path: &str, check: &mut Check<'_>) {
    check.unique(views.iter().map(|view| view.name.as_str()), |i| format!("{path}.{i}.name"));
    for (i, view) in views.iter().enumerate() {
        check.text(&view.about, &format!("{path}.{i}.about"));
        check.contract(&view.contract, &format!("{path}.{i}.contract"));
    }
}

fn words(types: &TypeWords, check: &mut Check<'_>) {
    for (words, path) in [(&types.money, "types.money"), (&types.dates, "types.dates")] {
        if !words.is_empty() {
            check.words(words, path);
        }
    }
}

/// Reads `late/dN.sql`: none at all, or one for every dataset.
fn late(files: &Files, datasets: &[Dataset], check: &mut Check<'_>) -> Vec<Dataset> {
    let stem = |path: &str| path.strip_prefix("late/")?.strip_suffix(".sql").map(String::from);
    let batch = |(path, sql): (&str, &str)| {
        let dataset = datasets.iter().find(|dataset| Some(&dataset.id) == stem(path).as_ref())?;
        Some(Dataset { sql: sql.to_owned(), ..dataset.clone() })
    };
    let late: Vec<Dataset> = files.below("late/").filter_map(batch).collect();
    for (path, _) in files.below("late/").filter(|file| batch(*file).is_none()) {
        let file = format!("{}/{path}", files.folder);
        let remedy = "give it the name of its dataset in data/, or remove it";
        check.push(Problem::of_file(&file, "no dataset has this second batch", remedy));
    }
    let is_there = |wanted: &Dataset| late.iter().any(|batch| batch.id == wanted.id);
    for missing in datasets.iter().filter(|dataset| !late.is_empty() && !is_there(dataset)) {
        let file = format!("{}/late/{}.sql", files.folder, missing.id);
        let remedy = "write the rows that arrive after the first load of this dataset";
        check.push(Problem::of_file(&file, "the file is missing", remedy));
    }
    late
}

/// The wrong answers to a change, so that its judge too is known to notice mistakes.
const WRONG_CHANGES: usize = 2;

fn change(
    files: &Files,
    entry: ChangeEntry,
    traps: &[String],
    check: &mut Check<'_>,
) -> NewRequirement {
    check.text(&entry.says, "change.says");
    let remedy = "add [[change.views]]";
    check.require(!entry.views.is_empty(), "change.views", "no view is new", remedy);
    views(&entry.views, "change.views", check);
    let what = format!("{} wrong answers to the change are too few", entry.wrong.len());
    let remedy = "add [[change.wrong]] entries with files in change/wrong/";
    check.require(entry.wrong.len() >= WRONG_CHANGES, "change", what, remedy);
    let mut references = files.solutions("change/");
    references.retain(|solution| !solution.file.starts_with("change/wrong/"));
    if references.len() < 2 {
        let what = format!("{} answers to the changed requirement are too few", references.len());
        let remedy = "write a.sql and b.sql: two right answers in different styles";
        check.push(Problem::of_file(&format!("{}/change", files.folder), what, remedy));
    }
    NewRequirement {
        wrong: check.wrong_under("change.wrong", files, &entry.wrong, traps),
        says: entry.says,
        after_minutes: entry.after_minutes,
        views: entry.views,
        references,
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
