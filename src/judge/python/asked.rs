//! What one case asks of an answer: a call as plain data, and what must come of it.

use super::marking::Wanted;
use super::trial::{Call, Task, Watched};
use super::value::Value;
use crate::content::question::{Case, Properties};
use crate::judge::request::PythonPaper;

/// A case, written or generated.
#[derive(Clone, Debug)]
pub struct Asked {
    pub name: String,
    pub trap: Option<String>,
    /// Shown to the candidate.
    pub sample: bool,
    pub arguments: Vec<Value>,
    /// How often the call is made.
    pub times: u32,
    pub wanted: Wanted,
}

impl Asked {
    /// Reads a written case; errors say what is wrong with the question.
    pub fn read(case: &Case, properties: &Properties) -> Result<Asked, String> {
        let say = |error: String| format!("case “{}”: {error}", case.name);
        Ok(Asked {
            name: case.name.clone(),
            trap: case.trap.clone(),
            sample: case.sample,
            arguments: Value::read_arguments(&case.args).map_err(say)?,
            times: case.calls.unwrap_or(1).max(times(properties)),
            wanted: Wanted::read(case).map_err(say)?,
        })
    }

    /// Reads all written cases.
    pub fn read_all(paper: &PythonPaper) -> Result<Vec<Asked>, String> {
        paper.cases.iter().map(|case| Asked::read(case, &paper.properties)).collect()
    }

    /// Gives the call to make; what is expected stays behind.
    pub fn call(&self) -> Call {
        let (arguments, follow) = (self.arguments.clone(), self.wanted.follows());
        Call { arguments, times: self.times, follow, watched: Watched::Nothing }
    }
}

/// Says how often a call is made where a case does not say it itself.
pub fn times(properties: &Properties) -> u32 {
    if properties.repeatable { 2 } else { 1 }
}

/// Gives the task of making these calls to a function of a program.
pub fn task(source: &str, function: &str, calls: Vec<Call>) -> Task {
    Task { source: source.to_owned(), module: "answer", function: Some(function.to_owned()), calls }
}
