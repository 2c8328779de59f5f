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

use std::collections::BTreeSet;
use std::time::Duration;

pub(super) use self::exam::is_of_rows;
use self::exam::{Budget, Exam, Found, Half, Likeness};
use self::kin::Family;
use self::rename::Numbers;
use self::small::{SMALL, Small};
use super::diagnosis::{Diagnosis, Stage};
use super::engine::{Deadline, Engine};
use super::shuffle::Tables;
use crate::content::contract::Contract;
use crate::interview::verdict::{Counterexample, Fault};
use crate::judge::compare;
use crate::judge::request::SqlPaper;

/// The most rows a table of an example may have.
pub(super) const MOST_ROWS: usize = 8;
/// The most small databases that are tried, so that the search ends the same on any quick machine.
pub(super) const TRIES: usize = 300;

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
    span: Duration,
) -> (Option<Counterexample>, usize) {
    let (halfway, end) = (Deadline::after(span / 2), Deadline::after(span));
    let mut tries = TRIES;
    for stage in stages {
        let mistake = search.diagnosis.filter(|found| found.is_seen_on(stage));
        let about = (stage.failure.fault, mistake.map(|found| found.mistake));
        let budget = Budget { tries, halfway, end };
        let exam = Exam::of(search.engine, search.paper, search.contract, about, budget);
        let Some(exam) = exam else { break };
        let found = search.on(stage, &exam);
        tries = exam.tries_left();
        if found.is_some() || exam.is_over(Half::Second) {
            return (found, TRIES - tries);
        }
    }
    (None, TRIES - tries)
}

impl Search<'_> {
    fn on(&self, stage: &Stage<'_>, exam: &Exam<'_>) -> Option<Counterexample> {
        let family = Family::read(self.engine, &stage.name, &self.tables.names).ok()??;
        let forms = self.forms(stage);
        let show = |kept: &[bool], likeness, home: &str| {
            let laid = self.laid(&family.with_only(kept), stage)?;
            forms.iter().find_map(|form| self.shown(form, &laid, (exam, likeness), (stage, home)))
        };
        let small = || Small::open(self.engine, exam, (&family, stage), &self.paper.schema).ok();
        let (kept, likeness) = self.closing(stage, least(&family, small()?))?;
        if let Some(example) = show(&kept, likeness, &stage.name) {
            return Some(example);
        }
        // The mistake went away with the old ids: an answer may have typed them in. Then every step
        // must hold under fresh ones.
        let is_shown = |kept: &[bool], likeness| show(kept, likeness, SMALL).is_some();
        let careful = small()?.proven_by(&is_shown);
        let (kept, likeness) = self.closing(stage, least(&family, careful))?;
        show(&kept, likeness, &stage.name)
    }

    /// Throws the small database away when a search in it is over.
    fn closing<T>(&self, stage: &Stage<'_>, found: Option<T>) -> Option<T> {
        self.engine.leave(SMALL, &stage.name).ok()?;
        found
    }

    /// Gives the rows as they lie when the answer is wrong and, where that decides, when it is right.
    fn laid(&self, family: &Family, stage: &Stage<'_>) -> Option<(Family, Option<Family>)> {
        let (wrong, right) = stage.failure.orders();
        let laid = |order| family.ordered(self.engine, &stage.name, order).ok();
        Some((laid(wrong)?, right.and_then(laid)))
    }

    fn shown(
        &self,
        form: &Form,
        (wrong, right): &(Family, Option<Family>),
        (exam, likeness): (&Exam<'_>, Likeness),
        (stage, home): (&Stage<'_>, &str),
    ) -> Option<Counterexample> {
        let fresh = form.of(wrong);
        let found = self.proven(&fresh, home, || exam.sit(self.engine, likeness))?;
        let passes = || exam.is_passed(self.engine).then_some(());
        let is_right = |right| self.proven(&form.of(right), home, passes).is_some();
        right.as_ref().is_none_or(is_right).then(|| self.told(&fresh, found, stage))
    }

    /// Gives how ids may be made fresh, the plainest form first; rows that anybody may see can also
    /// be shown as they are.
    fn forms(&self, stage: &Stage<'_>) -> Vec<Form> {
        let paper = self.paper;
        let queries = paper.references.iter().chain(&paper.promises).map(String::as_str);
        let others = [paper.answer.as_str(), paper.schema.as_str()];
        let spoken = rename::spoken(queries.chain(others));
        let form = |numbers, spoken: Option<&BTreeSet<String>>| Form {
            numbers: Some(numbers),
            spoken: spoken.cloned(),
        };
        let mut forms = vec![
            form(Numbers::FromOne, Some(&spoken)),
            form(Numbers::FromOne, None),
            form(Numbers::Apart, Some(&spoken)),
            form(Numbers::Apart, None),
        ];
        if stage.failure.dataset.public {
            forms.push(Form { numbers: None, spoken: None });
        }
        forms
    }

    /// Loads an example with all its keys and asks something of it.
    fn proven<T>(&self, family: &Family, home: &str, ask: impl FnOnce() -> Option<T>) -> Option<T> {
        let rows = literal::inserts(&family.sheets);
        let loaded = self.engine.enter(PROOF, &self.paper.schema, &rows);
        let answer = loaded.ok().and_then(|()| ask());
        self.engine.leave(PROOF, home).ok()?;
        answer
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
            call: None,
            output: None,
        }
    }
}

/// A way of making ids fresh.
struct Form {
    numbers: Option<Numbers>,
    /// The texts that stay, when the others become letters.
    spoken: Option<BTreeSet<String>>,
}

impl Form {
    fn of(&self, family: &Family) -> Family {
        let mut fresh = family.clone();
        if let Some(numbers) = self.numbers {
            rename::numbers(&mut fresh, numbers);
        }
        if let Some(spoken) = &self.spoken {
            rename::texts(&mut fresh, spoken);
        }
        fresh
    }
}

/// Leaves out rows until none can go; none when too many are left.
///
/// The fault should stay the same one. Where that keeps too many rows, another one on few rows still
/// shows that the answer is wrong.
fn least(family: &Family, mut small: Small<'_>) -> Option<(Vec<bool>, Likeness)> {
    if !small.shows(&small.kept) {
        return None;
    }
    let rows =
        |(sheet, first): (&kin::Sheet, usize)| (first..first + sheet.table.rows.len()).collect();
    let kinds: Vec<Vec<usize>> = family.sheets.iter().zip(family.first_rows()).map(rows).collect();
    let is_small = |kept: &[bool]| {
        let few = |rows: &Vec<usize>| rows.iter().filter(|&&row| kept[row]).count() <= MOST_ROWS;
        kinds.iter().all(few)
    };
    let is_least = ddmin::minimise(&kinds, &mut small);
    match is_small(&small.kept) {
        true if is_least => return Some((small.kept, small.likeness)),
        true => small.go_on(Likeness::SameFault),
        false => small.go_on(Likeness::AnyFault),
    }
    ddmin::minimise(&kinds, &mut small);
    is_small(&small.kept).then_some((small.kept, small.likeness))
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
