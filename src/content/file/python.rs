//! The file of a Python question: the function, its cases and its proof.

pub mod gauntlet;
pub mod generator;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::sql::{equivalents, references};
use crate::content::check::{Check, WrongEntry};
use crate::content::file::{Files, Read};
use crate::content::gauntlet::GauntletTable;
use crate::content::generator::{Argument, Generated, Growth, Streaming};
use crate::content::parse::Document;
use crate::content::problem::{Problem, did_you_mean};
use crate::content::question::{Body, Case, Function, Properties, PythonBody};

question_file! {
    /// `questions/python/<id>/question.toml`.
    PythonFile {
        function: Function,
        /// What must hold on every case besides the result.
        #[serde(default)]
        properties: Properties,
        /// Cases by seed beyond the written ones.
        #[serde(default)]
        generated: Option<Generated>,
        /// How fast the time may grow with the size.
        #[serde(default)]
        growth: Option<Growth>,
        /// How much memory a long stream may take.
        #[serde(default)]
        streaming: Option<Streaming>,
        /// How generated arguments reach the function.
        #[serde(default)]
        argument: Option<Argument>,
        /// Damaged streams with a known truth.
        #[serde(default)]
        gauntlet: Option<GauntletTable>,
        /// Tempting wrong answers, which the judge must reject.
        #[serde(default)]
        wrong: Vec<WrongEntry>,
    }
}

/// `questions/python/<id>/cases.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CasesFile {
    pub cases: Vec<Case>,
}

/// The fewest cases that tell a right function from a lucky one.
const CASE_COUNT: usize = 12;

/// The tags by which JSON says what it cannot say itself.
const TAGS: [&str; 12] = [
    "$datetime",
    "$date",
    "$decimal",
    "$set",
    "$tuple",
    "$bytes",
    "$float",
    "$iter",
    "$file",
    "$dict",
    "$number",
    "$int",
];

/// Reads the files of a Python question.
pub fn read(files: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: PythonFile = doc.read()?;
    let head = file.head();
    function(&file.function, check);
    let tables = generator::Tables {
        generated: file.generated,
        growth: file.growth,
        streaming: file.streaming,
        argument: file.argument,
    };
    let body = PythonBody {
        generator: generator::read(files, tables, check),
        gauntlet: gauntlet::read(files, file.gauntlet, check),
        cases: cases(files, check),
        wrong: check.wrong(files, &file.wrong, &head.traps),
        references: references(files, check),
        equivalents: equivalents(files, check),
        function: file.function,
        properties: file.properties,
    };
    Ok((head, Body::Python(body)))
}

fn function(function: &Function, check: &mut Check<'_>) {
    let name = &function.name;
    let what = format!("`{name}` cannot be the name of a function");
    let remedy = "use letters, digits and underscores";
    check.require(is_identifier(name), "function.name", what, remedy);
    let defines = function.starter.contains(&format!("def {name}("));
    let what = format!("the starter does not define `{name}`");
    check.require(defines, "function.starter", what, "write its first line, `def ...`");
}

fn is_identifier(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts_well && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn cases(files: &Files, check: &mut Check<'_>) -> Vec<Case> {
    let text = check.file(files, "cases.toml", "write at least twelve [[cases]]");
    if text.is_empty() {
        return Vec::new();
    }
    match read_cases(&format!("{}/cases.toml", files.folder), &text) {
        Ok(cases) => cases,
        Err(problems) => {
            check.extend(problems);
            Vec::new()
        }
    }
}

fn read_cases(path: &str, text: &str) -> Result<Vec<Case>, Vec<Problem>> {
    let doc = Document::parse(path, text)?;
    let CasesFile { cases } = doc.read()?;
    let mut check = Check::new(&doc);
    let what = format!("{} cases are too few", cases.len());
    check.require(cases.len() >= CASE_COUNT, "cases", what, "write at least twelve [[cases]]");
    let sampled = cases.iter().any(|case| case.sample);
    let remedy = "mark two or three cases with `sample = true`";
    check.require(sampled, "cases", "no case is shown to the candidate", remedy);
    check.unique(cases.iter().map(|case| case.name.as_str()), |i| format!("cases.{i}.name"));
    for (i, case) in cases.iter().enumerate() {
        one_case(case, &format!("cases.{i}"), &mut check);
    }
    check.finish(cases)
}

fn one_case(case: &Case, at: &str, check: &mut Check<'_>) {
    check.text(&case.name, &format!("{at}.name"));
    let args = format!("{at}.args");
    match json(&case.args, &args, check) {
        Some(value) if !value.is_array() => {
            let remedy = "write a JSON array, one element for each positional argument";
            check.require(false, &args, "the arguments are not a list", remedy);
        }
        _ => {}
    }
    match (&case.expect, &case.raises) {
        (Some(expect), None) => drop(json(expect, &format!("{at}.expect"), check)),
        (None, Some(name)) => {
            let what = format!("`{name}` cannot be an exception");
            check.require(is_identifier(name), &format!("{at}.raises"), what, "name a class");
        }
        _ => {
            let what = format!("the case `{}` does not say what must come of it", case.name);
            check.require(false, at, what, "write either `expect` or `raises`");
        }
    }
    let what = "`0` calls show nothing";
    check.require(case.calls != Some(0), &format!("{at}.calls"), what, "make it at least 1");
}

fn json(text: &str, path: &str, check: &mut Check<'_>) -> Option<Value> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            tags(&value, path, check);
            Some(value)
        }
        Err(error) => {
            check.require(false, path, format!("not JSON: {error}"), "mend the JSON");
            None
        }
    }
}

/// Every key that begins with `$` must be a known tag, alone in its object.
fn tags(value: &Value, path: &str, check: &mut Check<'_>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| tags(item, path, check)),
        Value::Object(fields) => {
            for (key, inner) in fields {
                let known = !key.starts_with('$') || TAGS.contains(&key.as_str());
                check.require(
                    known,
                    path,
                    format!("`{key}` is not a known tag"),
                    &did_you_mean(key, TAGS),
                );
                let alone = !key.starts_with('$') || fields.len() == 1;
                check.require(
                    alone,
                    path,
                    format!("`{key}` does not stand alone"),
                    "a tag is its object's only key",
                );
                tags(inner, path, check);
            }
        }
        _ => {}
    }
}
