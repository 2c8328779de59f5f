//! What a judge found: a verdict with its evidence, or a plain word that it could not judge.

use serde::{Deserialize, Serialize};

use super::gauntlet::GauntletReading;
use crate::content::cell::Table;

/// The judgement of one answer by running it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub decision: Decision,
    /// What is wrong, if anything.
    pub kind: Fault,
    /// Correctness from 0 (does not run) to 5.
    pub score: u8,
    /// One sentence for the candidate.
    pub words: String,
    /// Every point with the rule that gave or took it.
    pub evidence: Vec<Evidence>,
    /// Remarks that cost nothing by themselves.
    pub notes: Vec<String>,
    /// How each dataset or case went, in the order they ran.
    pub checks: Vec<Check>,
    /// The difference on rows or cases the candidate may see.
    pub difference: Option<Difference>,
    /// The smallest tables or the smallest call found on which the answer is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<Box<Counterexample>>,
    /// What became of damaged streams, where the question has some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gauntlet: Option<Box<GauntletReading>>,
}

/// Right or wrong; there is nothing between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Accept,
    Reject,
}

/// The first thing found wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    None,
    /// It does not parse, bind or run.
    Error,
    /// It ran past its time.
    Timeout,
    /// It used more memory or wrote more output than allowed.
    Limits,
    /// It does something the round does not allow, such as a second statement.
    Forbidden,
    /// It does not read any table of the question.
    HardCoded,
    Columns,
    Class,
    MissingRows,
    ExtraRows,
    /// As many rows as expected, with other values.
    Values,
    Order,
    NonDeterministic,
    Precision,
    Nulls,
    /// A model: the same load once more fails or changes the views.
    Rerun,
    /// Python: the wrong exception, or none.
    Exception,
    /// Python: the arguments were changed, or a second call gave something else.
    Property,
}

impl Fault {
    /// Gives the name used in JSON output and in the debrief.
    pub fn name(self) -> &'static str {
        match self {
            Fault::None => "none",
            Fault::Error => "error",
            Fault::Timeout => "timeout",
            Fault::Limits => "limits",
            Fault::Forbidden => "forbidden",
            Fault::HardCoded => "hard_coded",
            Fault::Columns => "columns",
            Fault::Class => "class",
            Fault::MissingRows => "missing_rows",
            Fault::ExtraRows => "extra_rows",
            Fault::Values => "values",
            Fault::Order => "order",
            Fault::NonDeterministic => "non_deterministic",
            Fault::Precision => "precision",
            Fault::Nulls => "nulls",
            Fault::Rerun => "rerun",
            Fault::Exception => "exception",
            Fault::Property => "property",
        }
    }
}

/// Gives checks in the order in which they are read: what failed first, and each kind as it was tried.
pub fn failing_first(checks: &[Check]) -> impl Iterator<Item = &Check> {
    let failed = |check: &&Check| check.fault != Fault::None;
    let passed = |check: &&Check| check.fault == Fault::None;
    checks.iter().filter(failed).chain(checks.iter().filter(passed))
}

/// One dataset or case: what it is about and how it went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub id: String,
    pub about: String,
    /// The candidate may see its contents.
    pub public: bool,
    /// `Fault::None` when it passed.
    pub fault: Fault,
    /// What happened, without hidden values.
    pub words: String,
}

/// Why a point was given or taken: the rule, what happened, and where in the candidate's own text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The rule's short name, such as `sql.rows` or `D5`.
    pub rule: String,
    pub words: String,
    /// The candidate's own words, when there are some.
    pub quote: Option<String>,
    /// Where the quote stands in the answer, in bytes.
    pub at_bytes: Option<(usize, usize)>,
    /// It spoke for the candidate.
    pub earned: bool,
}

impl Evidence {
    /// Makes evidence without a quote.
    pub fn plain(rule: &str, earned: bool, words: impl Into<String>) -> Self {
        Self { rule: rule.into(), words: words.into(), quote: None, at_bytes: None, earned }
    }

    /// Says whether it comes from reading the text of a query, not from running it.
    pub fn is_review(&self) -> bool {
        self.rule == "sql.style"
            || ["sql.smell.", "sql.read.", "sql.port."]
                .iter()
                .any(|family| self.rule.starts_with(family))
    }

    /// Says whether it speaks for or against anybody. Where else a query would run does not.
    pub fn weighs(&self) -> bool {
        weighs(&self.rule)
    }

    /// Makes evidence that quotes `text[from..to]`, cut to whole characters.
    pub fn quoting(
        rule: &str,
        earned: bool,
        words: impl Into<String>,
        text: &str,
        (from, to): (usize, usize),
    ) -> Self {
        let from = text.floor_char_boundary(from);
        let to = text.floor_char_boundary(to).max(from);
        Self {
            rule: rule.into(),
            words: words.into(),
            quote: Some(text[from..to].to_owned()),
            at_bytes: Some((from, to)),
            earned,
        }
    }
}

/// Says whether what a rule finds speaks for or against anybody.
pub fn weighs(rule: &str) -> bool {
    !rule.starts_with("sql.port.")
}

/// Two results side by side, on rows the candidate may see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    pub dataset: String,
    pub expected: Table,
    pub actual: Table,
    /// Rows of `expected` the answer lacks, by index.
    pub missing: Vec<usize>,
    /// Rows of `actual` that should not be there, by index.
    pub extra: Vec<usize>,
    /// A failing Python call, written as Python.
    pub call: Option<String>,
    /// What the code printed or the traceback, trimmed to the candidate's code.
    pub output: Option<String>,
}

/// The smallest tables, or the smallest call, found on which an answer is wrong. Tables are made of fresh ids,
/// and a call of a hidden case was made smaller, so that nothing hidden is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterexample {
    /// The tables by name, at most eight rows each, empty ones too.
    pub tables: Vec<(String, Table)>,
    pub expected: Table,
    /// What the answer gave; none when it failed on these rows, and then `words` say how.
    pub actual: Option<Table>,
    /// Rows of `expected` the answer lacks, by index.
    pub missing: Vec<usize>,
    /// Rows of `actual` that should not be there, by index.
    pub extra: Vec<usize>,
    /// What is wrong on these rows.
    pub words: String,
    /// The trap it shows, one of the question's.
    pub trap: Option<String>,
    /// The mistake in words, when a known one gives the same wrong rows on two datasets or more.
    pub mistake: Option<String>,
    /// Of a Python answer: the smallest call found, written as Python; then there are no tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// Of a Python answer: what the code printed or the traceback, trimmed to the candidate's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
}

/// Why there is no verdict. It costs the candidate nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lost {
    /// `spawn`, `deadline`, `crash` or `nonsense`.
    pub kind: String,
    /// What happened and what to do, in words.
    pub words: String,
}

/// What a run on the sample data gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RunResult {
    /// Rows came.
    Table { table: Table, millis: u64 },
    /// Text came, and perhaps an error.
    Output { ok: bool, text: String, error: Option<String>, millis: u64 },
}
