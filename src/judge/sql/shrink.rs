//! The smallest database on which an answer is wrong: whole entities are left out of a failing dataset,
//! then single rows, until nothing more can go; then ids are made fresh.

mod ddmin;
mod exam;
mod kin;
mod literal;
mod rename;
mod small;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub(super) use self::exam::is_of_rows;
use self::exam::{Exam, Found, Likeness};
use self::kin::Family;
use self::rename::Numbers;
use self::small::{SMALL, Small};
use super::diagnosis::{Diagnosis, Stage};
use super::engine::{Deadline, Engine};
use super::shuffle::{Layout, Tables};
use crate::content::contract::Contract;
use crate::interview::verdict::{Counterexample, Fault};
use crate::judge::compare;
use crate::judge::request::SqlPaper;

/// The most rows a table of an example may have.
pub(super) const MOST_ROWS: usize = 8;
/// The longest the whole search may take.
pub(super) const SEARCH: Duration = Duration::from_secs(2);
/// The most small databases that are tried, so that the search ends the same on any quick machine.
pub(super) const TRIES: usize = 600;

/// The name of the database in which an example is proven.
const PROOF: &str = "proof";

/// What is searched, and by what.
pub(super) struct Search<'a> {
    pub engine: &'a Engine,
    pub paper: &'a SqlPaper,
    pub tables: &'a Tables,
    pub contract: &'a Contract,
    pub diagnosis: Option<&'a Diagnosis<'a>>,
}

/// Finds the smallest database on which the answer is wrong, looking through the datasets with the
/// fewest rows first. Gives also how many small databases were tried.
pub(super) fn smallest(
    search: &Search<'_>,
    stages: &[Stage<'_>],
) -> (Option<Counterexample>, usize) {
    let deadline = Deadline::after(SEARCH);
    let mut tries_left = TRIES;
    for likeness in [Likeness::SameFault, Likeness::AnyFault] {
        for stage in stages {
            let mistake = search.diagnosis.filter(|found| found.is_seen_on(stage));
            let about = (stage.failure.fault, mistake.map(|found| found.mistake));
            let budget = (deadline, tries_left);
            let exam = Exam::of(search.engine, search.paper, search.contract, about, budget);
            let Some(exam) = exam else { return (None, 0) };
            let found = search.on(stage, &exam, likeness);
            tries_left = exam.tries_left();
            if found.is_some() || exam.is_over() {
                return (found, TRIES - tries_left);
            }
        }
    }
    (None, TRIES - tries_left)
}

impl Search<'_> {
    fn on(&self, stage: &Stage<'_>, exam: &Exam<'_>, likeness: Likeness) -> Option<Counterexample> {
        let family = Family::read(self.engine, &stage.name, &self.tables.names).ok()??;
        let small =
            Small::open(self.engine, exam, (&family, &stage.name), &self.paper.schema, likeness);
        let kept = small.ok().and_then(|small| least(&family, small));
        self.engine.leave(SMALL, &stage.name).ok()?;
        let family = family.with_only(&kept?);
        self.renamed(&family, stage).into_iter().find_map(|family| {
            let found = self.proven(&family, exam, likeness, &stage.name)?;
            Some(self.told(&family, found, stage))
        })
    }

    /// Gives the example under fresh ids, the plainest form first; rows that anybody may see also as
    /// they are.
    fn renamed(&self, family: &Family, stage: &Stage<'_>) -> Vec<Family> {
        let paper = self.paper;
        let queries = paper.references.iter().chain(&paper.promises).map(String::as_str);
        let others = [paper.answer.as_str(), paper.schema.as_str()];
        let spoken = rename::spoken(queries.chain(others));
        let mut forms = Vec::new();
        for (numbers, texts) in [
            (Numbers::FromOne, true),
            (Numbers::FromOne, false),
            (Numbers::Apart, true),
            (Numbers::Apart, false),
        ] {
            let mut form = family.clone();
            rename::numbers(&mut form, numbers);
            if texts {
                rename::texts(&mut form, &spoken);
            }
            forms.push(form);
        }
        if stage.failure.dataset.public {
            forms.push(family.clone());
        }
        forms
    }

    /// Loads the example with all its keys and asks everything once more.
    fn proven(
        &self,
        family: &Family,
        exam: &Exam<'_>,
        likeness: Likeness,
        home: &str,
    ) -> Option<Found> {
        let rows = literal::inserts(&family.sheets);
        let loaded = self.engine.enter(PROOF, &self.paper.schema, &rows);
        let found = loaded.ok().and_then(|()| exam.sit(self.engine, likeness));
        let found = found.filter(|_| !exam.is_about_order_of_rows() || self.is_unstable(exam));
        self.engine.leave(PROOF, home).ok()?;
        found
    }

    fn is_unstable(&self, exam: &Exam<'_>) -> bool {
        [Layout::Backwards, Layout::Scattered].into_iter().any(|layout| {
            self.tables.relay(self.engine, layout).is_ok() && exam.is_passed(self.engine)
        })
    }

    fn told(&self, family: &Family, found: Found, stage: &Stage<'_>) -> Counterexample {
        let table = |sheet: &kin::Sheet| (sheet.name.clone(), sheet.table.clone());
        let Found { gold, came, comparison } = found;
        let diagnosis = self.diagnosis.filter(|found| found.is_seen_on(stage));
        Counterexample {
            tables: family.sheets.iter().map(table).collect(),
            expected: compare::shown(&gold, self.contract),
            actual: came,
            missing: comparison.missing,
            extra: comparison.extra,
            words: words(&comparison.words, stage, diagnosis.is_none()),
            trap: diagnosis.and_then(|found| found.mistake.trap.clone()),
            mistake: diagnosis.map(|found| found.mistake.words.clone()),
        }
    }
}

/// Leaves out rows until none can go; none when too many are left.
fn least(family: &Family, mut small: Small<'_>) -> Option<Vec<bool>> {
    if !small.shows(&small.kept) {
        return None;
    }
    let rows =
        |(sheet, first): (&kin::Sheet, usize)| (first..first + sheet.table.rows.len()).collect();
    let kinds: Vec<Vec<usize>> = family.sheets.iter().zip(family.first_rows()).map(rows).collect();
    ddmin::minimise(&kinds, &mut small);
    let few = |rows: &Vec<usize>| rows.iter().filter(|&&row| small.kept[row]).count() <= MOST_ROWS;
    kinds.iter().all(few).then(|| small.kept.clone())
}

/// Says what is wrong on the rows and, where no known mistake says more, what the dataset is about.
fn words(found: &str, stage: &Stage<'_>, hints: bool) -> String {
    let mut words = found.to_owned();
    if stage.failure.fault == Fault::NonDeterministic {
        words += " With the same rows stored in another order it is right: something is picked from a tie.";
    }
    let about = stage.failure.dataset.about.trim_end_matches('.');
    if hints && !about.is_empty() {
        words += &format!(" The rows are taken from a dataset about: {about}.");
    }
    words
}
