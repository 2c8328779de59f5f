//! What must be true of a small database to show a mistake: the answer is wrong on it, and everything
//! that is promised of the question's data holds.

use std::cell::Cell as Counter;

use super::super::ROW_CAP;
use super::super::diagnosis;
use super::super::engine::{Deadline, Engine};
use super::super::gold::Reference;
use crate::content::cell::Table;
use crate::content::contract::Contract;
use crate::interview::verdict::Fault;
use crate::judge::compare::{self, Comparison};
use crate::judge::request::{Mistake, SqlPaper};

/// How alike the fault on fewer rows must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    SameFault,
    AnyFault,
}

/// The question put to every small database.
pub(super) struct Exam<'a> {
    paper: &'a SqlPaper,
    contract: &'a Contract,
    reference: Reference,
    /// What is wrong with the answer on all rows.
    fault: Fault,
    /// A known mistake that gives the same rows there, and then must here.
    mistake: Option<&'a Mistake>,
    budget: Budget,
    tries_left: Counter<usize>,
}

/// Which half of what it may use a search is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    First,
    Second,
}

/// What a search may use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    pub tries: usize,
    pub halfway: Deadline,
    pub end: Deadline,
}

/// An answer found wrong, with both results.
#[derive(Debug)]
pub(super) struct Found {
    pub gold: Table,
    pub came: Option<Table>,
    pub comparison: Comparison,
}

impl<'a> Exam<'a> {
    /// Prepares the question. None when the question has no reference to be measured by.
    pub fn of(
        engine: &Engine,
        paper: &'a SqlPaper,
        contract: &'a Contract,
        (fault, mistake): (Fault, Option<&'a Mistake>),
        budget: Budget,
    ) -> Option<Self> {
        let first = paper.references.first()?;
        let reference = Reference::read(engine, first, contract).ok()?;
        let tries_left = Counter::new(budget.tries);
        Some(Self { paper, contract, reference, fault, mistake, budget, tries_left })
    }

    /// Says whether no time or no try is left in this half of the search.
    pub fn is_over(&self, half: Half) -> bool {
        let (tries, end) = match half {
            Half::First => (self.budget.tries / 2, self.budget.halfway),
            Half::Second => (0, self.budget.end),
        };
        self.tries_left.get() <= tries || end.left().is_none()
    }

    /// Gives the number of tries that are left.
    pub fn tries_left(&self) -> usize {
        self.tries_left.get()
    }

    /// Says whether the answer goes by how the rows lie.
    pub fn is_about_order_of_rows(&self) -> bool {
        self.fault == Fault::NonDeterministic
    }

    /// Judges the answer on the rows that are there. None when it is right, or nothing can be said.
    pub fn sit(&self, engine: &Engine, likeness: Likeness) -> Option<Found> {
        self.tries_left.set(self.tries_left.get().checked_sub(1)?);
        let (gold, came, comparison) = self.held(engine)?;
        let alike = match likeness {
            Likeness::AnyFault => is_of_rows(comparison.fault) || comparison.fault == self.fault,
            Likeness::SameFault if self.is_about_order_of_rows() => is_of_rows(comparison.fault),
            Likeness::SameFault => comparison.fault == self.fault,
        };
        let found = Found { gold, came, comparison };
        (alike && self.is_fair(engine, &found)).then_some(found)
    }

    /// Says whether the answer is right on the rows that are there.
    pub fn is_passed(&self, engine: &Engine) -> bool {
        self.held(engine).is_some_and(|(_, _, comparison)| comparison.holds())
    }

    fn held(&self, engine: &Engine) -> Option<(Table, Option<Table>, Comparison)> {
        let came = engine.query(&self.paper.answer, ROW_CAP, self.budget.end.left()?);
        let gold = self.reference.result(engine, self.contract, self.budget.end.left()?).ok()?;
        let comparison = match &came {
            Ok((came, _)) => compare::compare(&gold, came, self.contract).ok()?,
            Err(trouble) if trouble.fault == Fault::Error => failed(&trouble.words),
            Err(_) => return None,
        };
        Some((gold, came.ok().map(|(table, _)| table), comparison))
    }

    /// Says whether the rows keep what is promised, all references agree, and another contract would
    /// not take the answer.
    fn is_fair(&self, engine: &Engine, found: &Found) -> bool {
        self.is_kept(engine)
            && self.references_agree(engine, &found.gold)
            && !self.is_right_otherwise(found)
            && self.mistake.is_none_or(|mistake| self.is_the_mistake(engine, mistake, found))
    }

    fn is_kept(&self, engine: &Engine) -> bool {
        let keeps = |promise: &String| {
            let rows = self.budget.end.left().map(|left| engine.query(promise, 1, left));
            matches!(rows, Some(Ok((broken, _))) if broken.rows.is_empty())
        };
        self.paper.promises.iter().all(keeps)
    }

    fn references_agree(&self, engine: &Engine, gold: &Table) -> bool {
        self.paper.references.iter().skip(1).all(|other| {
            let came = self.budget.end.left().map(|left| engine.query(other, ROW_CAP, left));
            let Some(Ok((came, _))) = came else { return false };
            compare::compare(gold, &came, self.contract).is_ok_and(|found| found.holds())
        })
    }

    fn is_right_otherwise(&self, found: &Found) -> bool {
        let Some(came) = &found.came else { return false };
        let takes = |contract: &Contract| {
            compare::compare(&found.gold, came, contract).is_ok_and(|found| found.holds())
        };
        self.paper.contracts.iter().any(takes)
    }

    fn is_the_mistake(&self, engine: &Engine, mistake: &Mistake, found: &Found) -> bool {
        let (Some(came), Some(left)) = (&found.came, self.budget.end.left()) else { return false };
        let theirs = engine.query(&mistake.sql, ROW_CAP, left);
        let (gold, fault) = (&found.gold, found.comparison.fault);
        theirs.is_ok_and(|(theirs, _)| {
            diagnosis::is_same_mistake((gold, came, fault), &theirs, self.contract)
        })
    }
}

fn failed(words: &str) -> Comparison {
    let (missing, extra, notes) = (Vec::new(), Vec::new(), Vec::new());
    Comparison { fault: Fault::Error, words: words.to_owned(), missing, extra, notes }
}

/// Says whether a fault lies in the rows, so that smaller tables can show it.
pub(in crate::judge::sql) fn is_of_rows(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::MissingRows
            | Fault::ExtraRows
            | Fault::Values
            | Fault::Order
            | Fault::NonDeterministic
            | Fault::Precision
            | Fault::Nulls
    )
}
