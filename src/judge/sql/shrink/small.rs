//! A small database made of some of the rows, laid anew for every try.

use std::collections::HashSet;
use std::fmt::Write;

use super::super::STATEMENT;
use super::super::diagnosis::Stage;
use super::super::engine::{Engine, Trouble};
use super::super::shuffle::quoted;
use super::ddmin::{Tried, World};
use super::exam::{Exam, Half, Likeness};
use super::kin::Family;

/// The name of the database in which tries are laid.
pub(super) const SMALL: &str = "small";

/// What else is asked of the rows that are kept.
pub(super) type Proof<'a> = dyn Fn(&[bool], Likeness) -> bool + 'a;

/// What is left of a dataset, and what is known about leaving out more.
pub(super) struct Small<'a> {
    engine: &'a Engine,
    exam: &'a Exam<'a>,
    family: &'a Family,
    pub likeness: Likeness,
    half: Half,
    /// What must be true besides.
    proof: Option<&'a Proof<'a>>,
    stage: &'a Stage<'a>,
    children: Vec<Vec<usize>>,
    pub kept: Vec<bool>,
    /// What was tried in vain; the same rows need no second try.
    known: HashSet<Vec<bool>>,
}

impl<'a> Small<'a> {
    /// Opens the small database: the question's types and views, and no tables yet.
    pub fn open(
        engine: &'a Engine,
        exam: &'a Exam<'a>,
        (family, stage): (&'a Family, &'a Stage<'a>),
        schema: &str,
    ) -> Result<Self, Trouble> {
        engine.enter(SMALL, schema, "")?;
        // Fewer rows break no key that all rows keep, so tries go without keys, which is quicker.
        let drops: String = family
            .sheets
            .iter()
            .rev()
            .map(|sheet| format!("DROP TABLE {};", quoted(&sheet.name)))
            .collect();
        engine.script(&drops, STATEMENT)?;
        let kept = vec![true; family.row_count()];
        let (children, known) = (family.children(), HashSet::new());
        let (likeness, half) = (Likeness::SameFault, Half::First);
        let proof = None;
        Ok(Self { engine, exam, family, likeness, half, proof, stage, children, kept, known })
    }

    /// Asks for more at every step.
    pub fn proven_by(mut self, proof: &'a Proof<'a>) -> Self {
        self.proof = Some(proof);
        self
    }

    /// From here on the fault need not stay the same, if it says so, and all that is left may be used.
    pub fn go_on(&mut self, likeness: Likeness) {
        self.half = Half::Second;
        if likeness != self.likeness {
            self.likeness = likeness;
            self.known.clear();
        }
    }

    /// Says whether the answer is wrong on the rows that are kept.
    pub fn shows(&self, kept: &[bool]) -> bool {
        let (wrong, right) = self.stage.failure.orders();
        let is_wrong = self.lay(kept, wrong) && self.exam.sit(self.engine, self.likeness).is_some();
        // An answer that goes by how the rows lie is right when they lie otherwise.
        let is_right = |order| self.lay(kept, order) && self.exam.is_passed(self.engine);
        let is_proven = |proof: &Proof<'_>| proof(kept, self.likeness);
        is_wrong && right.is_none_or(is_right) && self.proof.is_none_or(is_proven)
    }

    fn lay(&self, kept: &[bool], order: &str) -> bool {
        self.engine.script(&self.layout(kept, order), STATEMENT).is_ok()
    }

    fn layout(&self, kept: &[bool], order: &str) -> String {
        let mut script = String::new();
        for (sheet, first) in self.family.sheets.iter().zip(self.family.first_rows()) {
            let count = sheet.table.rows.len();
            let rows: Vec<String> = (0..count)
                .filter(|row| kept[first + row])
                .map(|row| sheet.rowids[row].to_string())
                .collect();
            let chosen = match rows.len() {
                0 => "WHERE false".to_owned(),
                len if len == count => String::new(),
                _ => format!("WHERE rowid IN ({})", rows.join(",")),
            };
            let (name, whole) = (quoted(&sheet.name), &self.stage.name);
            let _ = writeln!(
                script,
                "CREATE OR REPLACE TABLE {name} AS SELECT * FROM {whole}.main.{name} {chosen} ORDER BY {order};"
            );
        }
        script
    }

    /// Marks rows and all that hang on them as left out.
    fn without(&self, rows: &[usize]) -> Vec<bool> {
        let mut kept = self.kept.clone();
        let mut going = rows.to_vec();
        while let Some(row) = going.pop() {
            if std::mem::take(&mut kept[row]) {
                going.extend(&self.children[row]);
            }
        }
        kept
    }
}

impl World for Small<'_> {
    fn holds(&self, row: usize) -> bool {
        self.kept[row]
    }

    fn leave_out(&mut self, rows: &[usize]) -> Tried {
        let kept = self.without(rows);
        if self.known.contains(&kept) {
            return Tried::Needed;
        }
        if self.exam.is_over(self.half) {
            return Tried::Stopped;
        }
        if self.shows(&kept) {
            self.kept = kept;
            return Tried::Gone;
        }
        self.known.insert(kept);
        Tried::Needed
    }
}
