//! What a reviewer says about a query beyond right and wrong: smells, stumbling blocks, and where else it runs.
//!
//! Every remark is a certain reading of the tree and the declarations; what cannot be known is not said.

mod columns;
mod excess;
mod grouping;
mod joins;
mod margin;
mod names;
mod node;
mod nulls;
mod origins;
mod picks;
mod ports;
mod reading;
mod schema;
mod script;
mod shape;
mod times;
mod words;

use super::engine::Engine;
use super::tree::Tree;
use crate::interview::verdict::Evidence;
use excess::Size;
use margin::Margin;
pub(super) use names::Rows;
use ports::Meetings;
pub(super) use schema::Schema;
pub(super) use script::of_script;

/// What is said about one answer.
#[derive(Debug, Default)]
pub(super) struct Review {
    /// What may be wrong although it came out right.
    pub smells: Vec<Evidence>,
    /// What a reader stumbles over. It costs no correctness.
    pub remarks: Vec<Evidence>,
    /// What other databases would not take. It costs nothing.
    pub ports: Vec<Evidence>,
    meetings: Meetings,
}

impl Review {
    /// Gives all that is said.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = &Evidence> {
        self.smells.iter().chain(&self.remarks).chain(&self.ports)
    }

    /// Gives the lines for the verdict, and at their end the one that says it was reviewed.
    pub fn into_lines(self) -> Vec<Evidence> {
        let (smells, remarks) = (self.smells.len(), self.remarks.len());
        let words = match (smells, remarks) {
            (0, 0) => "The review of the text found nothing to remark.".to_owned(),
            _ => format!(
                "The review of the text: {smells} that may be wrong, {remarks} hard to read."
            ),
        };
        let done = Evidence::plain("sql.style", smells + remarks == 0, words);
        self.smells.into_iter().chain(self.remarks).chain(self.ports).chain([done]).collect()
    }
}

/// Reviews one query. `usual` is the size of the largest right answer known.
pub(super) fn review(
    tree: &Tree,
    answer: &str,
    schema: &Schema,
    usual: Option<Size>,
    rows: Rows,
) -> Review {
    let statements = tree.statements();
    let reading = reading::read(&statements, answer, schema);
    let mut smells = Margin::beside(answer);
    joins::find(&reading, &mut smells);
    nulls::find(&reading, &mut smells);
    picks::find(&reading, &statements, &mut smells);
    grouping::find(&reading, &mut smells);
    columns::find(&reading, &mut smells);
    times::find(&reading, &mut smells);
    let mut remarks = Margin::beside(answer);
    names::find(&reading, rows, &mut remarks);
    shape::find(&reading, &mut remarks);
    excess::find(&reading, usual, &mut remarks);
    let meetings = ports::find(&reading);
    let ports = meetings.told(answer);
    Review { smells: smells.evidence(), remarks: remarks.evidence(), ports, meetings }
}

/// Gives the size of the largest of the right answers.
pub(super) fn usual_size(engine: &Engine, schema: &Schema, references: &[String]) -> Option<Size> {
    let trees = references.iter().filter_map(|sql| Some((Tree::parse(engine, sql).ok()?, sql)));
    let sizes = trees.filter(|(tree, _)| tree.complaint().is_none()).map(|(tree, sql)| {
        let statements = tree.statements();
        Size::of(&reading::read(&statements, sql, schema))
    });
    sizes.reduce(|a, b| Size { selects: a.selects.max(b.selects), depth: a.depth.max(b.depth) })
}

#[cfg(test)]
mod tests;
