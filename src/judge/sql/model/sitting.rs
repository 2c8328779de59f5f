//! One dataset's way through an answer: loaded, loaded again, with the second batch, without raw tables.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::time::Duration;

use super::parts::Parts;
use crate::content::cell::Table;
use crate::interview::verdict::Fault;
use crate::judge::request::{LateBatch, ModelPaper, PaperDataset};
use crate::judge::sql::engine::{Engine, Trouble};
use crate::judge::sql::shuffle::{Layout, Tables, quoted};
use crate::judge::sql::{ROW_CAP, STATEMENT};

/// What an answer's own statements may take on all datasets together. With the loading of datasets
/// it stays below the deadline of the whole judgement.
const ANSWER: Duration = Duration::from_secs(45);

/// The points at which the contract views are read, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    First,
    /// The same rows were loaded again.
    Again,
    /// The second batch arrived and was loaded.
    Late,
    LateAgain,
    /// The raw tables are dropped: whatever leans on them, through however many views, fails now.
    RawGone,
}

impl Stage {
    /// Gives the stages of a dataset with or without a second batch.
    pub fn all(has_late: bool) -> &'static [Stage] {
        match has_late {
            true => &[Stage::First, Stage::Again, Stage::Late, Stage::LateAgain, Stage::RawGone],
            false => &[Stage::First, Stage::Again, Stage::RawGone],
        }
    }

    /// Says when it was, as the beginning of a sentence; the first load needs no word.
    pub fn when(self) -> &'static str {
        match self {
            Stage::First => "",
            Stage::Again => "When the same rows are loaded a second time: ",
            Stage::Late => "With the second batch: ",
            Stage::LateAgain => "When the second batch is loaded again: ",
            Stage::RawGone => "Once the raw tables are gone: ",
        }
    }

    /// Says whether the views must be what they were at the stage before.
    pub fn is_unchanging(self) -> bool {
        matches!(self, Stage::Again | Stage::LateAgain | Stage::RawGone)
    }
}

/// The contract views by name.
pub(super) type Views = BTreeMap<String, Table>;

/// The time that is left for an answer's statements.
pub(super) struct Budget {
    left: Cell<Duration>,
}

impl Budget {
    /// Starts with all of it.
    pub fn whole() -> Self {
        Self { left: Cell::new(ANSWER) }
    }

    fn limit(&self) -> Duration {
        STATEMENT.min(self.left.get())
    }

    fn spend(&self, millis: u64) {
        self.left.set(self.left.get().saturating_sub(Duration::from_millis(millis)));
    }
}

/// An answer on one dataset, in a database of its own.
pub(super) struct Sitting<'a> {
    pub engine: Engine,
    /// What each stage showed, up to the first that failed.
    pub reached: Vec<(Stage, Result<Views, Trouble>)>,
    paper: &'a ModelPaper,
    parts: Parts<'a>,
    raw: Tables,
    layout: Option<Layout>,
    is_public: bool,
    budget: &'a Budget,
}

impl<'a> Sitting<'a> {
    /// Fills the raw tables with a dataset's first batch, in their own order or laid out anew.
    ///
    /// # Errors
    /// Says what is broken about the dataset.
    pub fn open(
        paper: &'a ModelPaper,
        dataset: &PaperDataset,
        parts: Parts<'a>,
        layout: Option<Layout>,
        budget: &'a Budget,
    ) -> Result<Self, String> {
        let broken = |trouble: Trouble| format!("dataset {}: {}", dataset.id, trouble.words);
        let engine = Engine::loaded(&paper.raw, &dataset.sql).map_err(broken)?;
        let raw = Tables::of(&engine).map_err(broken)?;
        if let Some(layout) = layout {
            raw.relay(&engine, layout).map_err(broken)?;
        }
        let (reached, is_public) = (Vec::new(), dataset.public);
        Ok(Self { engine, reached, paper, parts, raw, layout, is_public, budget })
    }

    /// Goes through stages until one fails.
    pub fn sit(mut self, stages: &[Stage], late: Option<&LateBatch>) -> Self {
        for stage in stages {
            let came = self.reach(*stage, late);
            let failed = came.is_err();
            self.reached.push((*stage, came));
            if failed {
                break;
            }
        }
        self
    }

    /// Says whether the first load went through and gave its views.
    pub fn has_begun(&self) -> bool {
        self.reached.first().is_some_and(|(_, came)| came.is_ok())
    }

    /// Says whether every stage was reached and gave its views.
    pub fn is_complete(&self) -> bool {
        self.reached.iter().all(|(_, came)| came.is_ok())
    }

    fn reach(&self, stage: Stage, late: Option<&LateBatch>) -> Result<Views, Trouble> {
        match stage {
            Stage::First => self.build()?,
            Stage::Again | Stage::LateAgain => self.load()?,
            Stage::Late => {
                late.map_or(Ok(()), |late| self.arrive(late))?;
                self.load()?;
            }
            Stage::RawGone => self.drop_raw()?,
        }
        self.read_views()
    }

    fn build(&self) -> Result<(), Trouble> {
        self.run("schema", self.parts.schema)?;
        self.load()?;
        let before = self.raw_state()?;
        self.run("views", self.parts.views)?;
        self.is_untouched(&before)?;
        // Asking the catalog is slow; the views are the same everywhere.
        if self.is_public { self.check_views() } else { Ok(()) }
    }

    /// Runs the load, which may read the raw tables and no more.
    fn load(&self) -> Result<(), Trouble> {
        let before = self.raw_state()?;
        self.run("load", self.parts.load)?;
        self.is_untouched(&before)
    }

    fn run(&self, part: &str, sql: &str) -> Result<(), Trouble> {
        let ran = self.engine.run(sql, self.budget.limit());
        self.budget.spend(ran.as_ref().map_or_else(|trouble| trouble.millis, |millis| *millis));
        let naming = |t: Trouble| Trouble { words: format!("{} (in `-- {part}`)", t.words), ..t };
        ran.map(|_| ()).map_err(naming)
    }

    /// The rows of the raw tables in one text, whatever their order. The functions are named in full, as
    /// an answer may have macros of the same names.
    fn raw_state(&self) -> Result<String, Trouble> {
        let state = |table: &String| {
            let table = quoted(table);
            format!("(SELECT system.main.sum(system.main.hash(t))::VARCHAR FROM {table} AS t)")
        };
        let states: Vec<String> = self.raw.names.iter().map(state).collect();
        let sql = format!("SELECT [{}]::VARCHAR", states.join(", "));
        self.engine.text(&sql).map_err(|_| touched())
    }

    fn is_untouched(&self, before: &str) -> Result<(), Trouble> {
        if self.raw_state()? == before { Ok(()) } else { Err(touched()) }
    }

    /// Adds the second batch, in the order the first one has.
    fn arrive(&self, late: &LateBatch) -> Result<(), Trouble> {
        let laid = self.engine.script(&late.sql, STATEMENT).and_then(|()| match self.layout {
            Some(layout) => self.raw.relay(&self.engine, layout),
            None => Ok(()),
        });
        laid.map_err(|_| touched())
    }

    fn check_views(&self) -> Result<(), Trouble> {
        let sql = "SELECT system.main.lower(view_name), '' FROM system.main.duckdb_views() WHERE NOT internal";
        let there = self.engine.pairs(sql)?;
        let is_there = |wanted: &str| there.iter().any(|(name, _)| *name == wanted.to_lowercase());
        match self.paper.views.iter().find(|(name, _)| !is_there(name)) {
            None => Ok(()),
            Some((name, _)) => Err(ours(Fault::Error, format!("There is no view `{name}`."))),
        }
    }

    fn drop_raw(&self) -> Result<(), Trouble> {
        let names = self.raw.names.iter().rev();
        let drops: String =
            names.map(|table| format!("DROP TABLE IF EXISTS {};", quoted(table))).collect();
        self.engine.script(&drops, STATEMENT).map_err(|_| {
            let words = "your tables depend on the raw tables, which are not yours to keep.";
            ours(Fault::Forbidden, words.to_owned())
        })
    }

    fn read_views(&self) -> Result<Views, Trouble> {
        self.paper.views.iter().map(|(name, _)| self.read_view(name)).collect()
    }

    fn read_view(&self, name: &str) -> Result<(String, Table), Trouble> {
        let sql = format!("SELECT * FROM {}", quoted(name));
        let came = self.engine.query(&sql, ROW_CAP, self.budget.limit());
        self.budget.spend(came.as_ref().map_or_else(|t| t.millis, |(_, millis)| *millis));
        let (table, _) = came.map_err(|trouble| self.blame_raw(trouble, name))?;
        Ok((name.to_owned(), table))
    }

    /// Says in our words that a view fails because a raw table is gone.
    fn blame_raw(&self, trouble: Trouble, view: &str) -> Trouble {
        let lost = trouble.words.contains("does not exist");
        let named = |table: &&String| lost && trouble.words.contains(table.as_str());
        match self.raw.names.iter().find(named) {
            None => trouble,
            Some(table) => {
                let words = format!(
                    "`{view}` reads `{table}` directly; contract views read your own tables."
                );
                ours(Fault::Forbidden, words)
            }
        }
    }
}

fn touched() -> Trouble {
    let words = "The raw tables are not as they were delivered any more; an answer reads them and leaves them alone.";
    ours(Fault::Forbidden, words.to_owned())
}

fn ours(fault: Fault, words: String) -> Trouble {
    Trouble { fault, words, millis: 0 }
}
