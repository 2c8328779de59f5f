//! Where findings are gathered, given a line, and put in the order of the text.

use rustpython_ruff_text_size::{Ranged, TextRange};

use super::{Finding, Level};

/// The findings of one review on one source.
pub struct Notes<'a> {
    pub source: &'a str,
    found: Vec<Finding>,
}

impl<'a> Notes<'a> {
    /// Starts an empty review.
    pub fn new(source: &'a str) -> Self {
        Self { source, found: Vec::new() }
    }

    /// Notes something that blocks.
    pub fn block(&mut self, code: &'static str, place: &impl Ranged, words: impl Into<String>) {
        self.add(code, Level::Block, place.range(), words.into());
    }

    /// Notes something that must be repaired.
    pub fn must_fix(&mut self, code: &'static str, place: &impl Ranged, words: impl Into<String>) {
        self.add(code, Level::MustFix, place.range(), words.into());
    }

    /// Drops the must-fixes of one rule on one line: the candidate gave a reason for them.
    pub fn excuse(&mut self, code: &str, line: usize) {
        self.found.retain(|finding| {
            finding.level == Level::Block || finding.line != line || finding.code != code
        });
    }

    /// Counts the line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        1 + self.source.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count()
    }

    /// Ends the review; the findings come in the order of the text.
    pub fn finish(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|finding| (finding.span.0, finding.code));
        self.found.dedup();
        self.found
    }

    fn add(&mut self, code: &'static str, level: Level, range: TextRange, words: String) {
        let (from, to) = (range.start().to_usize(), range.end().to_usize());
        // A finding quotes its first line; a whole function would say nothing.
        let to = self.source[from..to].find('\n').map_or(to, |length| from + length);
        let line = self.line(from);
        self.found.push(Finding { code, level, span: (from, to), line, words });
    }
}
