//! What is said between the judge and an interpreter: one line of JSON each, and every line carries the token of
//! the call it belongs to.

use serde::{Deserialize, Serialize};

use super::wire::Node;
use crate::judge::python::trace::Account;

/// The first line of an interpreter, before it becomes one: what sealing it reached, or why it was not started.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hello {
    Sealed { files: String, calls: String, limits: String },
    Failed(String),
}

/// The answer's text and how to run it.
#[derive(Debug, Serialize)]
pub struct Opening<'a> {
    pub token: &'a str,
    pub source: &'a str,
    pub module: &'a str,
    pub function: Option<&'a str>,
    /// How long everything may take.
    pub millis: u64,
}

/// One case.
#[derive(Debug, Serialize)]
pub struct Calling<'a> {
    pub token: &'a str,
    pub arguments: &'a [Node],
    pub count: usize,
    pub times: u32,
    pub follow: bool,
}

/// What comes back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    pub token: String,
    pub said: Said,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Said {
    /// The module ran to its end, or raised.
    Module { raised: Option<Account>, printed: String, found: Found },
    /// A case ended: how each call came out, and the arguments after it.
    Ended { came: Vec<Ending>, after: Vec<Vec<Vec<Node>>>, printed: String },
    /// The time was up, in this line.
    Stopped { line: Option<usize>, printed: String },
    /// The question's values cannot be built.
    Broken(String),
}

/// What the function's name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    Callable,
    Value,
    Nothing,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    Returned(Vec<Node>),
    Raised(Account),
}
