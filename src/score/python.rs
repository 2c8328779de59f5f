//! What a reviewer would say about a Python answer: findings with rule, place and words, and the score they make.
//!
//! Rule ids are those of the ruff linter, where it has the rule; ids starting with `own.` are ours.

mod annotations;
mod asked;
pub mod asks;
pub mod beside;
mod branches;
mod builtins;
mod calls;
mod clock;
mod comprehensions;
mod danger;
mod documentation;
mod files;
mod fold;
mod handlers;
mod literals;
mod logging;
mod loops;
mod names;
mod naming;
mod notes;
mod raises;
mod reached;
mod returns;
mod scopes;
mod shape;
mod size;
mod summaries;
mod suppressions;
mod truth;
mod unused;
mod walk;

use rustpython_ruff_python_ast::Stmt;
use rustpython_ruff_python_parser::parse_module;
use serde::Serialize;

use crate::interview::verdict::{Decision, Evidence, Verdict};
pub use asked::Asked;
use names::Names;
use notes::Notes;

/// How heavy a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Enough to turn the answer down in a production review.
    Block,
    /// To be repaired before the code is merged.
    MustFix,
    /// A small matter: said once for each kind, and never a reason for a lower score.
    Nit,
}

impl Level {
    /// Names the level as it is written beside a line.
    pub fn name(self) -> &'static str {
        match self {
            Level::Block => "block",
            Level::MustFix => "must fix",
            Level::Nit => "nit",
        }
    }
}

/// One remark, as a reviewer would leave it beside the line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule, such as `B006`.
    pub code: &'static str,
    pub level: Level,
    /// Where it stands in the answer, in bytes.
    pub span: (usize, usize),
    /// Counted from 1, as is the column, in characters.
    pub line: usize,
    pub column: usize,
    pub words: String,
}

/// A review: its findings in the order of the text, and the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub findings: Vec<Finding>,
    /// From 1 to 5; none when the answer does not parse.
    pub score: Option<u8>,
    /// What the review cannot judge yet, said plainly.
    pub not_judged: Vec<String>,
}

impl Review {
    /// Counts the findings of one level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// Gives the findings as evidence that quotes the answer.
    pub fn evidence(&self, source: &str) -> Vec<Evidence> {
        let quote = |finding: &Finding| {
            let level = finding.level.name();
            let words = format!("line {} ({level}): {}", finding.line, finding.words);
            Evidence::quoting(finding.code, false, words, source, finding.span)
        };
        self.findings.iter().map(quote).collect()
    }
}

/// Reviews an answer without running it. The same text always gets the same review.
pub fn review(source: &str) -> Review {
    review_for(source, &Asked::default())
}

/// The same, for an answer to a question.
pub fn review_for(source: &str, asked: &Asked) -> Review {
    match remarks(source, asked) {
        Ok(found) => scored(fold::fold(found)),
        Err(reason) => unreviewed(reason),
    }
}

/// Gives everything the rules say, each time they say it; or why the text is not read.
pub fn remarks(source: &str, asked: &Asked) -> Result<Vec<Finding>, String> {
    shape::too_dense(source).map_or(Ok(()), Err)?;
    let parsed = parse_module(source)
        .map_err(|error| format!("the answer does not parse ({error}), so there is no review"))?;
    let mut notes = Notes::new(source);
    look(parsed.suite(), asked, &mut notes);
    suppressions::look(parsed.tokens(), &mut notes);
    Ok(notes.finish())
}

fn look(body: &[Stmt], asked: &Asked, notes: &mut Notes<'_>) {
    let names = &Names::of(body);
    handlers::look(body, names, notes);
    scopes::look(body, names, notes);
    unused::look(names, notes);
    reached::look(body, asked.function.as_deref(), notes);
    asked::look(body, asked, notes);
    truth::look(body, names, asked, notes);
    calls::look(body, names, notes);
    danger::look(body, names, notes);
    files::look(body, names, notes);
    clock::look(body, names, notes);
    raises::look(body, names, &asked.raises, notes);
    logging::look(body, names, notes);
    naming::look(body, names, asked.function.as_deref(), notes);
    documentation::look(body, notes);
    summaries::look(body, notes);
    annotations::look(body, names, notes);
    size::look(body, notes);
    returns::look(body, names, notes);
    comprehensions::look(body, names, notes);
    loops::look(body, names, notes);
    branches::look(body, names, notes);
    literals::look(body, notes);
}

/// Takes the review into the verdict of the cases: a right answer earns its fifth point with a review
/// without blocks. The findings themselves stay with the review.
pub fn weigh(mut verdict: Verdict, review: &Review) -> Verdict {
    let blocks = review.count(Level::Block);
    if verdict.decision == Decision::Accept && review.score.is_some() {
        verdict.score = if blocks == 0 { 5 } else { 4 };
        let words = match blocks {
            0 => "Passes every case, and no finding of the review blocks it.".to_owned(),
            1 => "Passes every case, but one finding of the review would block it.".to_owned(),
            _ => format!("Passes every case, but {blocks} findings of the review would block it."),
        };
        verdict.evidence.push(Evidence::plain("python.review", blocks == 0, words));
    }
    verdict
}

fn scored(findings: Vec<Finding>) -> Review {
    let mut review = Review { findings, score: None, not_judged: Vec::new() };
    review.score = Some(score(review.count(Level::Block), review.count(Level::MustFix)));
    review
}

fn unreviewed(reason: String) -> Review {
    Review { findings: vec![], score: None, not_judged: vec![reason] }
}

/// No block and at most one must-fix is 5; up to three 4; up to six 3; one block or more must-fixes 2; two blocks 1.
fn score(blocks: usize, must_fixes: usize) -> u8 {
    match (blocks, must_fixes) {
        (2.., _) => 1,
        (1, _) => 2,
        (0, 0..=1) => 5,
        (0, 2..=3) => 4,
        (0, 4..=6) => 3,
        (0, _) => 2,
    }
}

/// The rules of ruff that are looked for here.
pub const KNOWN: &[&str] = &[
    "A001", "A002", "ANN001", "ANN201", "ANN205", "ANN206", "ANN401", "B006", "B012", "B023",
    "B904", "B905", "BLE001", "C400", "C401", "C402", "C403", "C404", "C405", "C406", "C408",
    "C409", "C410", "C411", "C413", "C414", "C416", "C417", "C418", "C419", "C420", "C901", "D100",
    "D102", "D103", "D205", "D400", "D401", "D417", "DTZ003", "DTZ005", "DTZ007", "E711", "E722",
    "E741", "EM101", "ERA001", "F401", "F632", "F811", "F821", "F841", "G004", "N802", "N803",
    "N806", "PERF102", "PERF401", "PERF403", "PGH003", "PGH004", "PLR0912", "PLR0913", "PLR0915",
    "PLR2004", "PLR5501", "PLW0603", "PLW1514", "PTH123", "RET503", "RUF005", "RUF013", "RUF015",
    "RUF100", "S102", "S110", "S112", "S301", "S307", "S506", "S602", "S608", "SIM102", "SIM103",
    "SIM110", "SIM115", "SIM118", "T201", "TRY002", "TRY004", "TRY400", "UP006", "UP007", "UP045",
];

#[cfg(test)]
mod tests;
