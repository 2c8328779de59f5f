//! Which known mistake has an answer made? The one that gives the same wrong rows wherever the answer
//! is wrong.

use super::ROW_CAP;
use super::engine::{Deadline, Engine, Trouble};
use super::shuffle::{Layout, Tables, quoted};
use crate::content::cell::Table;
use crate::content::contract::{AnyOrder, Contract, Order};
use crate::interview::verdict::Fault;
use crate::judge::compare;
use crate::judge::request::{Mistake, PaperDataset, SqlPaper};

/// One dataset on which an answer is wrong.
pub(super) struct Failure<'a> {
    pub place: usize,
    pub dataset: &'a PaperDataset,
    pub fault: Fault,
    pub gold: &'a Table,
    /// The wrong rows and what is wrong with them; none when it failed.
    pub came: Option<(&'a Table, Fault)>,
    /// How the rows lay when the wrong ones came, if not as they were loaded.
    pub layout: Option<Layout>,
}

/// A failing dataset, loaded again in a database of its own.
pub(super) struct Stage<'a> {
    pub name: String,
    pub failure: &'a Failure<'a>,
    /// Rows in all its tables.
    pub row_count: usize,
}

impl Failure<'_> {
    /// Gives by what the rows were ordered when the answer was wrong and, for one that goes by how
    /// they lie, when it was right.
    pub fn orders(&self) -> (&'static str, Option<&'static str>) {
        const AS_LOADED: &str = "rowid";
        match (self.layout, self.fault) {
            (Some(layout), _) => (layout.order(), Some(AS_LOADED)),
            (None, Fault::NonDeterministic) => (AS_LOADED, Some(Layout::of(self.place).order())),
            (None, _) => (AS_LOADED, None),
        }
    }
}

impl<'a> Stage<'a> {
    /// Loads the dataset.
    pub fn load(
        engine: &Engine,
        paper: &SqlPaper,
        tables: &Tables,
        failure: &'a Failure<'a>,
    ) -> Result<Self, Trouble> {
        let name = format!("failing_{}", failure.place);
        engine.enter(&name, &paper.schema, &failure.dataset.sql)?;
        let counts: Vec<String> = tables
            .names
            .iter()
            .map(|table| format!("(SELECT count(*) FROM {})", quoted(table)))
            .collect();
        let count = engine.text(&format!("SELECT ({})::VARCHAR", counts.join(" + ")))?;
        Ok(Self { name, failure, row_count: count.parse().unwrap_or(usize::MAX) })
    }
}

/// A known mistake that was recognised.
pub(super) struct Diagnosis<'a> {
    pub mistake: &'a Mistake,
    /// The places of the datasets on which both give the same wrong rows.
    seen_on: Vec<usize>,
}

impl Diagnosis<'_> {
    /// Says whether the mistake gives the same wrong rows on this dataset.
    pub fn is_seen_on(&self, stage: &Stage<'_>) -> bool {
        self.seen_on.contains(&stage.failure.place)
    }
}

/// What is searched for a mistake: where the answer is wrong, and where it is right.
pub(super) struct Case<'a> {
    pub engine: &'a Engine,
    pub paper: &'a SqlPaper,
    pub tables: &'a Tables,
    pub contract: &'a Contract,
    pub stages: &'a [Stage<'a>],
    /// The datasets on which the answer is right, with their stored results.
    pub passed: &'a [(&'a PaperDataset, &'a Table)],
}

impl Case<'_> {
    /// Finds the first mistake that gives the same wrong rows on every dataset the answer is wrong
    /// on, and is right where the answer is right.
    ///
    /// One mistake may look like another on some rows; on all of them, hardly. Mistakes are tried in
    /// their order, and those that time does not reach are not recognised.
    pub fn find<'m>(&self, mistakes: &'m [Mistake], deadline: Deadline) -> Option<Diagnosis<'m>> {
        let wrong: Vec<&Stage<'_>> =
            self.stages.iter().filter(|stage| stage.failure.came.is_some()).collect();
        let mut suspects: Vec<&Mistake> = mistakes.iter().collect();
        for stage in &wrong {
            suspects = self.seen(stage, suspects, deadline).ok()?;
            if suspects.is_empty() {
                return None;
            }
        }
        let seen_on: Vec<usize> = wrong.iter().map(|stage| stage.failure.place).collect();
        let mistake = self.cleared(suspects, deadline).into_iter().next()?;
        (!seen_on.is_empty()).then_some(Diagnosis { mistake, seen_on })
    }

    /// Keeps the mistakes that give the same wrong rows, with the rows laid as they were then.
    fn seen<'m>(
        &self,
        stage: &Stage<'_>,
        mut suspects: Vec<&'m Mistake>,
        deadline: Deadline,
    ) -> Result<Vec<&'m Mistake>, Trouble> {
        const LAID: &str = "laid_anew";
        self.engine.turn_to(&stage.name)?;
        if let Some(layout) = stage.failure.layout {
            self.engine.enter(LAID, &self.paper.schema, &stage.failure.dataset.sql)?;
            self.tables.relay(self.engine, layout)?;
        }
        suspects.retain(|mistake| self.is_seen(stage, mistake, deadline));
        if stage.failure.layout.is_some() {
            self.engine.leave(LAID, &stage.name)?;
        }
        Ok(suspects)
    }

    fn is_seen(&self, stage: &Stage<'_>, mistake: &Mistake, deadline: Deadline) -> bool {
        let Failure { gold, came: Some((came, fault)), .. } = stage.failure else { return false };
        self.result(mistake, deadline)
            .is_some_and(|theirs| is_same_mistake((gold, came, *fault), &theirs, self.contract))
    }

    /// Drops the mistakes that are wrong where the answer is right.
    fn cleared<'m>(&self, mut suspects: Vec<&'m Mistake>, deadline: Deadline) -> Vec<&'m Mistake> {
        let Some(home) = self.stages.first() else { return Vec::new() };
        for (dataset, gold) in self.passed {
            let name = format!("passed_{}", dataset.id);
            if self.engine.enter(&quoted(&name), &self.paper.schema, &dataset.sql).is_err() {
                return Vec::new();
            }
            suspects.retain(|mistake| {
                let theirs = self.result(mistake, deadline);
                theirs.is_some_and(|theirs| {
                    compare::compare(gold, &theirs, self.contract).is_ok_and(|found| found.holds())
                })
            });
            if self.engine.leave(&quoted(&name), &home.name).is_err() {
                return Vec::new();
            }
        }
        suspects
    }

    fn result(&self, mistake: &Mistake, deadline: Deadline) -> Option<Table> {
        let came = self.engine.query(&mistake.sql, ROW_CAP, deadline.left()?);
        came.ok().map(|(table, _)| table)
    }
}

/// Says whether a mistake's result is wrong in the same way: the same fault and the same rows. Their
/// order has no say, since it may be what is wrong.
pub(super) fn is_same_mistake(
    (gold, came, fault): (&Table, &Table, Fault),
    theirs: &Table,
    contract: &Contract,
) -> bool {
    let free = Contract { order: Order::Any(AnyOrder::Any), limit: None, ..contract.clone() };
    compare::compare(came, theirs, &free).is_ok_and(|found| found.holds())
        && compare::compare(gold, theirs, contract).is_ok_and(|found| found.fault == fault)
}
