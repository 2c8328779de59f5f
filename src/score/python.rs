//! What a reviewer would say about a Python answer: findings with rule, place and words, and the score they make.
//!
//! Rule ids are those of the ruff linter, where it has the rule; ids starting with `own.` are ours.

mod calls;
mod documentation;
mod handlers;
mod naming;
mod notes;
mod redefinition;
mod scopes;
mod shape;
mod size;
mod suppressions;
mod walk;

use rustpython_ruff_python_parser::parse_module;

use crate::interview::verdict::{Decision, Evidence, Verdict};
use notes::Notes;

/// How heavy a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Enough to turn the answer down in a production review.
    Block,
    /// To be repaired before the code is merged.
    MustFix,
}

/// One remark, as a reviewer would leave it beside the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule, such as `B006`.
    pub code: &'static str,
    pub level: Level,
    /// Where it stands in the answer, in bytes.
    pub span: (usize, usize),
    /// Counted from 1.
    pub line: usize,
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
            let words = format!("line {}: {}", finding.line, finding.words);
            Evidence::quoting(finding.code, false, words, source, finding.span)
        };
        self.findings.iter().map(quote).collect()
    }
}

/// Reviews an answer without running it. The same text always gets the same review.
pub fn review(source: &str) -> Review {
    if let Some(reason) = shape::too_dense(source) {
        return unreviewed(reason);
    }
    match parse_module(source) {
        Ok(parsed) => {
            let mut notes = Notes::new(source);
            let body = parsed.suite();
            handlers::look(body, &mut notes);
            scopes::look(body, &mut notes);
            redefinition::look(body, &mut notes);
            calls::look(body, &mut notes);
            naming::look(body, &mut notes);
            documentation::look(body, &mut notes);
            size::look(body, &mut notes);
            suppressions::look(parsed.tokens(), &mut notes);
            scored(notes.finish())
        }
        Err(error) => {
            unreviewed(format!("the answer does not parse ({error}), so there is no review"))
        }
    }
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
    let mut review =
        Review { findings, score: None, not_judged: NOT_JUDGED.map(str::to_owned).to_vec() };
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

const NOT_JUDGED: [&str; 5] = [
    "not judged yet: answers that lean on the order of a set; the sealed interpreter keeps sets in order of insertion, so the cases cannot find them all",
    "not judged yet: names that are never defined (F821); running the cases finds those that are reached",
    "not judged yet: SQL put together from strings (S608), unsafe loading (S301, S506) and shells (S602)",
    "not judged yet: whether annotations tell the truth and whether messages name the offending record",
    "not judged yet: small matters of style (comprehensions, magic numbers, path handling)",
];

#[cfg(test)]
mod tests;
