//! The file of a SQL question, its tables, rows and proof.

use std::collections::BTreeMap;

use crate::content::check::{Check, WrongEntry};
use crate::content::contract::Contract;
use crate::content::file::{Files, Read};
use crate::content::parse::Document;
use crate::content::problem::Problem;
use crate::content::question::{
    Body, Dataset, Equivalent, Promise, Scale, ScaleNote, Solution, SqlBody,
};

question_file! {
    /// `questions/sql/<id>/question.toml`.
    SqlFile {
        /// By dataset id (`d0` to `d6`): what the rows hide.
        #[serde(default)]
        trap_datasets: BTreeMap<String, String>,
        /// What the prompt says about the result.
        contract: Contract,
        /// Other readings that the prompt honestly allows.
        #[serde(default)]
        also_allowed: Vec<Contract>,
        /// What the data keeps beyond its constraints.
        #[serde(default)]
        promises: Vec<Promise>,
        /// How `scale.sql` fills the tables, and what there is to say about billions of rows.
        #[serde(default)]
        scale: Option<ScaleNote>,
        /// Tempting wrong answers, which the judge must reject.
        #[serde(default)]
        wrong: Vec<WrongEntry>,
    }
}

/// Reads the files of a SQL question.
pub fn read(files: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: SqlFile = doc.read()?;
    let mut head = file.head();
    check.contract(&file.contract, "contract");
    for (i, contract) in file.also_allowed.iter().enumerate() {
        check.contract(contract, &format!("also_allowed.{i}"));
    }
    let body = SqlBody {
        schema: check.file(files, "schema.sql", "write the CREATE TABLE statements"),
        datasets: datasets(files, &file.trap_datasets, check),
        wrong: check.wrong(files, &file.wrong, &head.traps),
        contracts: [vec![file.contract], file.also_allowed].concat(),
        promises: promises(file.promises, check),
        scale: scale(files, file.scale, check),
        equivalents: equivalents(files, check),
        references: references(files, check),
        gold: files.gold(),
    };
    head.scale = body.scale.as_ref().map(|scale| scale.about.ask());
    Ok((head, Body::Sql(body)))
}

fn promises(promises: Vec<Promise>, check: &mut Check<'_>) -> Vec<Promise> {
    for (i, promise) in promises.iter().enumerate() {
        check.text(&promise.says, &format!("promises.{i}.says"));
        check.text(&promise.breaks, &format!("promises.{i}.breaks"));
    }
    promises
}

/// What stands in `scale.sql` for the number of rows.
pub const ROWS: &str = "{rows}";

fn scale(files: &Files, note: Option<ScaleNote>, check: &mut Check<'_>) -> Option<Scale> {
    let about = note?;
    check.points(&about.points, "scale.points");
    let sql = check.file(files, "scale.sql", "write INSERT statements that make `{rows}` rows");
    check.require(
        sql.contains(ROWS) || sql.is_empty(),
        "scale",
        "`scale.sql` never says `{rows}`",
        "let the number of rows depend on it",
    );
    Some(Scale { sql, about })
}

/// The name of the file that lists reviewed equivalent mutants.
pub const EQUIVALENTS: &str = "equivalents.toml";

/// `equivalents.toml`, beside the question.
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct EquivalentsFile {
    #[serde(default)]
    pub equivalent: Vec<Equivalent>,
}

/// Reads `equivalents.toml`, if there is one.
pub fn equivalents(files: &Files, check: &mut Check<'_>) -> Vec<Equivalent> {
    let Some(text) = files.text(EQUIVALENTS) else { return Vec::new() };
    let path = format!("{}/{EQUIVALENTS}", files.folder);
    let read = Document::parse(&path, text).and_then(|doc| doc.read::<EquivalentsFile>());
    match read {
        Ok(file) => file.equivalent,
        Err(problems) => {
            check.extend(problems);
            Vec::new()
        }
    }
}

/// The fewest datasets that tell a right answer from a lucky one.
const DATASET_COUNT: usize = 4;

/// Reads `data/d0.sql` to `data/d6.sql` with the notes on what they hide.
pub fn datasets(
    files: &Files,
    about: &BTreeMap<String, String>,
    check: &mut Check<'_>,
) -> Vec<Dataset> {
    let stem = |path: &str| path.strip_prefix("data/")?.strip_suffix(".sql").map(String::from);
    let dataset = |(path, sql): (&str, &str)| {
        let id = stem(path)?;
        let about = about.get(&id).map_or_else(|| usual_content(&id), String::as_str);
        // It stands in the middle of sentences.
        let about = about.trim_end_matches('.').to_owned();
        Some(Dataset { id, about, sql: sql.to_owned() })
    };
    let datasets: Vec<Dataset> = files.below("data/").filter_map(dataset).collect();
    for id in about.keys() {
        let known = datasets.iter().any(|dataset| dataset.id == *id);
        let what = format!("`data/{id}.sql` is missing");
        check.require(known, &format!("trap_datasets.{id}"), what, "write it or remove the note");
    }
    enough_datasets(files, &datasets, check);
    datasets
}

fn enough_datasets(files: &Files, datasets: &[Dataset], check: &mut Check<'_>) {
    let folder = format!("{}/data", files.folder);
    if !datasets.iter().any(Dataset::is_public) {
        let remedy = "write `d0.sql`, the rows the candidate sees";
        check.push(Problem::of_file(&folder, "there is no public dataset", remedy));
    }
    if datasets.len() < DATASET_COUNT {
        let what = format!("{} datasets are too few", datasets.len());
        let remedy = "write d0.sql to d6.sql, at least four of them";
        check.push(Problem::of_file(&folder, what, remedy));
    }
}

/// What a dataset hides unless its author says otherwise.
fn usual_content(id: &str) -> &'static str {
    match id {
        "d0" => "the public sample",
        "d1" => "ordinary rows, many of them",
        "d2" => "ties and exact duplicates",
        "d3" => "missing values and rows without a partner",
        "d4" => "values at the limits",
        "d5" => "empty tables and groups of one",
        "d6" => "rows that match many others",
        _ => "further rows",
    }
}

/// Reads the reference solutions; two, because one alone cannot show that the contract is clear.
pub fn references(files: &Files, check: &mut Check<'_>) -> Vec<Solution> {
    let references = files.solutions("reference/");
    if references.len() < 2 {
        let what = format!("{} reference solutions are too few", references.len());
        let remedy = "write two right answers in different styles";
        check.push(Problem::of_file(&format!("{}/reference", files.folder), what, remedy));
    }
    references
}
