//! What the question says that a text alone does not tell, and what running the answer showed.

use serde_json::Value;

use super::notes::Notes;
use crate::content::question::{Case, PythonBody};
use crate::interview::verdict::{Fault, Verdict};
use rustpython_ruff_python_ast::{Stmt, StmtFunctionDef};

/// What an answer was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The function that is judged.
    pub function: Option<String>,
    /// The exceptions that the question asks for by name.
    pub raises: Vec<String>,
    /// What goes in and what a right answer gives back.
    pub examples: Vec<Example>,
    /// The signature the question gave; what it says is not the candidate's doing.
    pub starter: String,
    /// What running the answer showed.
    pub shown: Shown,
}

/// One case as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    pub arguments: Vec<Value>,
    pub result: Value,
}

/// What a reviewer would block for and only a run can tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// A call changed what belongs to its caller.
    pub mutates: bool,
    /// Of a bad input the question speaks of, and the exception that did not come.
    pub unhandled: Option<(String, String)>,
}

impl Asked {
    /// Reads what a question asks for.
    pub fn of(body: &PythonBody) -> Self {
        let mut raises: Vec<String> =
            body.cases.iter().filter_map(|case| case.raises.clone()).collect();
        raises.sort();
        raises.dedup();
        Self {
            function: Some(body.function.name.clone()),
            raises,
            examples: body.cases.iter().filter_map(Example::of).collect(),
            starter: body.function.starter.clone(),
            shown: Shown::default(),
        }
    }

    /// Adds what the judge saw when it ran the answer.
    pub fn with_verdict(mut self, body: &PythonBody, verdict: &Verdict) -> Self {
        let checks = verdict.checks.iter();
        let changed = |words: &str| words.starts_with("argument ") && words.contains("was changed");
        let mut mutations =
            checks.clone().filter(|check| check.fault == Fault::Property && changed(&check.words));
        self.shown.mutates = mutations.next().is_some();
        let mut missed = checks.filter(|check| check.fault == Fault::Exception);
        self.shown.unhandled = missed.find_map(|check| {
            let case = body.cases.iter().find(|case| case.name == check.about)?;
            Some((case.name.clone(), case.raises.clone()?))
        });
        self
    }
}

impl Example {
    fn of(case: &Case) -> Option<Self> {
        let arguments = serde_json::from_str(&case.args).ok()?;
        let result = serde_json::from_str(case.expect.as_ref()?).ok()?;
        Some(Self { arguments, result })
    }
}

/// Notes what running showed, at the judged function.
pub fn look(body: &[Stmt], asked: &Asked, notes: &mut Notes<'_>) {
    let Some(function) = judged(body, asked) else { return };
    let name = &function.name;
    if asked.shown.mutates {
        let words = format!(
            "`{name}` changes what its caller handed over. Work on a copy, or build something new."
        );
        notes.block("own.mutates-input", name, words);
    }
    if let Some((case, exception)) = &asked.shown.unhandled {
        let words = format!(
            "No {exception} on the bad input \u{201c}{case}\u{201d}, which the question speaks of."
        );
        notes.block("own.bad-input", name, words);
    }
}

/// Finds the function that is judged.
pub fn judged<'a>(body: &'a [Stmt], asked: &Asked) -> Option<&'a StmtFunctionDef> {
    let functions = body.iter().filter_map(|stmt| stmt.as_function_def_stmt());
    functions.rev().find(|function| Some(function.name.as_str()) == asked.function.as_deref())
}
