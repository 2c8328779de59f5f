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

    /// Notes a small matter, which costs nothing.
    pub fn nit(&mut self, code: &'static str, place: &impl Ranged, words: impl Into<String>) {
        self.add(code, Level::Nit, place.range(), words.into());
    }

    /// Drops what one rule says on one line, unless it blocks, and says whether the rule spoke there at all.
    pub fn excuse(&mut self, code: &str, line: usize) -> bool {
        let here = |finding: &Finding| finding.line == line && finding.code == code;
        let spoke = self.found.iter().any(here);
        self.found.retain(|finding| finding.level == Level::Block || !here(finding));
        spoke
    }

    /// Says whether a rule spoke about something around or at this place.
    pub fn has_around(&self, code: &str, place: &impl Ranged) -> bool {
        let (from, to) = (place.start().to_usize(), place.end().to_usize());
        let mut same = self.found.iter().filter(|finding| finding.code == code);
        same.any(|finding| finding.span.0 <= from && to <= finding.span.1)
    }

    /// Counts the line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        1 + self.source.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count()
    }

    /// Gives the text of a place.
    pub fn text(&self, place: &impl Ranged) -> &'a str {
        &self.source[place.range()]
    }

    /// Ends the review; the findings come in the order of the text.
    pub fn finish(mut self) -> Vec<Finding> {
        self.found.sort_by(|one, other| {
            (one.span, one.code, &one.words).cmp(&(other.span, other.code, &other.words))
        });
        self.found.dedup();
        self.found
    }

    fn add(&mut self, code: &'static str, level: Level, range: TextRange, words: String) {
        let (from, to) = (range.start().to_usize(), range.end().to_usize());
        // A finding quotes its first line; a whole function would say nothing.
        let to = self.source[from..to].find('\n').map_or(to, |length| from + length);
        let line = self.line(from);
        let begin = self.source[..from].rfind('\n').map_or(0, |at| at + 1);
        let column = 1 + self.source[begin..from].chars().count();
        self.found.push(Finding { code, level, span: (from, to), line, column, words });
    }
}
