//! One DuckDB in memory, shut in: what it runs, for how long, and how it fails.

use std::cell::Cell;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use duckdb::{Config, Connection, Error};

use super::{STATEMENT, extract, plain};
use crate::content::cell::Table;
use crate::interview::verdict::Fault;
use crate::judge::worker::STUCK;

/// Loading a question's own tables may take longer than a statement of a candidate.
const LOADING: Duration = Duration::from_secs(30);

/// How long after an interruption the next one comes, under a watch over many things.
const AGAIN: Duration = Duration::from_millis(20);
/// How long the engine may go on after an interrupt.
const DEAF: Duration = Duration::from_secs(10);

/// The kinds of errors that may be told of hidden rows. What stands before a colon could otherwise be
/// anything an answer makes a name of.
const KINDS: [&str; 11] = [
    "Binder Error",
    "Cardinality Error",
    "Catalog Error",
    "Constraint Error",
    "Conversion Error",
    "Dependency Error",
    "Invalid Input Error",
    "Not implemented Error",
    "Out of Range Error",
    "Parser Error",
    "TransactionContext Error",
];

/// A database in memory that reaches nothing outside itself.
pub(super) struct Engine {
    connection: Connection,
    /// Somebody already watches over all that runs.
    is_guarded: Cell<bool>,
}

/// When work that may stop early has to stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// Sets a deadline from now on.
    #[expect(clippy::disallowed_methods, reason = "extra work after a verdict is bounded in time")]
    pub fn after(span: Duration) -> Self {
        Self(Instant::now() + span)
    }

    /// Gives the time that is left; none when there is none.
    #[expect(clippy::disallowed_methods, reason = "extra work after a verdict is bounded in time")]
    pub fn left(self) -> Option<Duration> {
        let left = self.0.saturating_duration_since(Instant::now());
        (!left.is_zero()).then_some(left)
    }
}

/// Why a statement did not give a result.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    /// `Error`, `Forbidden`, `Timeout` or `Limits`.
    pub fault: Fault,
    /// DuckDB's own words, or ours.
    pub words: String,
    pub millis: u64,
}

impl Trouble {
    /// Gives the words.
    pub fn words(self) -> String {
        self.words
    }

    /// Gives what may be said about it on rows the candidate may not see: the kind of error, no values.
    pub fn hidden_words(&self) -> String {
        match (self.fault, self.words.split_once(':')) {
            (Fault::Error, Some((kind, _))) if KINDS.contains(&kind) => {
                let article = if kind.starts_with(['I', 'O']) { "an" } else { "a" };
                format!("It failed with {article} {kind}.")
            }
            (Fault::Error, _) => "It failed.".to_owned(),
            _ => self.words.clone(),
        }
    }
}

impl Engine {
    /// Opens an empty database with everything outside shut off.
    pub fn empty() -> Result<Self, Trouble> {
        let connection = open().map_err(|error| trouble(&error, 0))?;
        Ok(Self { connection, is_guarded: Cell::new(false) })
    }

    /// Opens a database and fills it with a question's tables, then locks its settings.
    pub fn loaded(schema: &str, data: &str) -> Result<Self, Trouble> {
        let engine = Self::empty()?;
        engine.fill(schema, data)?;
        engine.script("SET lock_configuration = true", LOADING)?;
        Ok(engine)
    }

    /// Opens the same for statements on a handful of rows, which take longer to be optimised than to be run.
    /// What a query means must not hang on the optimiser either.
    pub fn loaded_for_few_rows(schema: &str) -> Result<Self, Trouble> {
        let engine = Self::empty()?;
        engine.script("PRAGMA disable_optimizer", LOADING)?;
        engine.fill(schema, "SELECT 1")?;
        engine.script("SET lock_configuration = true", LOADING)?;
        Ok(engine)
    }

    /// Moves on to a fresh database in memory, filled with the tables of dataset number `place`.
    ///
    /// Starting the engine anew costs as much as a whole verdict should, and one SELECT can leave
    /// nothing behind that would need it.
    pub fn move_on(&self, place: usize, schema: &str, data: &str) -> Result<(), Trouble> {
        let before = place.checked_sub(1).filter(|before| *before > 0);
        let leave = before.map(|before| format!("DETACH set_{before};")).unwrap_or_default();
        let enter = format!("ATTACH ':memory:' AS set_{place}; USE set_{place}; {leave}");
        self.script(&enter, LOADING)?;
        self.fill(schema, data)
    }

    /// Opens one more database in memory beside the others and makes it the one that statements mean.
    pub fn enter(&self, name: &str, schema: &str, data: &str) -> Result<(), Trouble> {
        self.script(&format!("ATTACH ':memory:' AS {name}; USE {name};"), LOADING)?;
        self.fill(schema, data)
    }

    /// Goes back to a database that was entered before.
    pub fn turn_to(&self, name: &str) -> Result<(), Trouble> {
        self.script(&format!("USE {name}"), LOADING)
    }

    /// Throws a database away and turns to another.
    pub fn leave(&self, name: &str, for_other: &str) -> Result<(), Trouble> {
        self.script(&format!("USE {for_other}; DETACH {name};"), LOADING)
    }

    fn fill(&self, schema: &str, data: &str) -> Result<(), Trouble> {
        let naming = |what: &'static str| {
            move |t: Trouble| Trouble { words: format!("the {what} do not load: {}", t.words), ..t }
        };
        self.script(schema, LOADING).map_err(naming("tables"))?;
        self.script(data, LOADING).map_err(naming("rows"))
    }

    /// Runs statements for their effect.
    pub fn script(&self, sql: &str, limit: Duration) -> Result<(), Trouble> {
        self.run(sql, limit).map(|_| ())
    }

    /// Runs statements for their effect and gives the milliseconds they took.
    pub fn run(&self, sql: &str, limit: Duration) -> Result<u64, Trouble> {
        self.timed(limit, || self.connection.execute_batch(sql)).map(|((), millis)| millis)
    }

    /// Runs statements and gives the result of the last, at most `row_cap` rows, and the milliseconds it took.
    pub fn query(
        &self,
        sql: &str,
        row_cap: usize,
        limit: Duration,
    ) -> Result<(Table, u64), Trouble> {
        self.timed(limit, || {
            let mut statement = self.connection.prepare(sql)?;
            let rows = statement.query([])?;
            extract::table(rows, row_cap)
        })
    }

    /// Runs a query and gives what its steps did, as DuckDB's own JSON; its rows go nowhere.
    pub fn profile(&self, sql: &str, limit: Duration) -> Result<(String, u64), Trouble> {
        let profiled = format!("EXPLAIN (ANALYZE, FORMAT json) {sql}");
        self.timed(limit, || self.connection.query_row(&profiled, [], |row| row.get(1)))
    }

    /// Runs a query for its one text value.
    pub fn text(&self, sql: &str) -> Result<String, Trouble> {
        self.timed(LOADING, || self.connection.query_row(sql, [], |row| row.get(0)))
            .map(|(text, _)| text)
    }

    /// Runs a query with one text argument for its one text value.
    pub fn text_of(&self, sql: &str, argument: &str) -> Result<String, Trouble> {
        self.timed(LOADING, || self.connection.query_row(sql, [argument], |row| row.get(0)))
            .map(|(text, _)| text)
    }

    /// Runs a query for its first two columns as texts.
    pub fn pairs(&self, sql: &str) -> Result<Vec<(String, String)>, Trouble> {
        let read = || {
            let mut statement = self.connection.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<Vec<_>, Error>>()
        };
        self.timed(LOADING, read).map(|(pairs, _)| pairs)
    }

    /// Does many small things under one watch, because a watch over each would cost more than they do.
    /// Past the limit, whatever still runs is interrupted.
    pub fn guarded<T>(&self, limit: Duration, work: impl FnOnce() -> T) -> T {
        let handle = self.connection.interrupt_handle();
        let (done, watched) = mpsc::channel::<()>();
        self.is_guarded.set(true);
        let result = std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut wait = limit;
                while watched.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    handle.interrupt();
                    wait = AGAIN;
                }
            });
            let result = work();
            drop(done);
            result
        });
        self.is_guarded.set(false);
        result
    }

    /// Does `work`, which uses the connection, and interrupts it after `limit`.
    #[expect(clippy::disallowed_methods, reason = "a run's milliseconds are told to the candidate")]
    fn timed<T>(
        &self,
        limit: Duration,
        work: impl FnOnce() -> Result<T, Error>,
    ) -> Result<(T, u64), Trouble> {
        let started = Instant::now();
        if self.is_guarded.get() {
            let result = work();
            let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
            return result.map(|value| (value, millis)).map_err(|error| match error.to_string() {
                words if words.starts_with("INTERRUPT") => late(limit, millis),
                _ => trouble(&error, millis),
            });
        }
        let handle = self.connection.interrupt_handle();
        let (done, watched) = mpsc::channel::<()>();
        let (result, interrupted) = std::thread::scope(|scope| {
            let watchdog = scope.spawn(move || {
                let late = watched.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
                if late {
                    handle.interrupt();
                    give_up_unless_done(&watched);
                }
                late
            });
            let result = work();
            drop(done);
            (result, watchdog.join().unwrap_or(false))
        });
        let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        match result {
            Ok(value) => Ok((value, millis)),
            Err(_) if interrupted => Err(late(limit, millis)),
            Err(error) => Err(trouble(&error, millis)),
        }
    }
}

/// Ends the whole child when the engine does not hear the interrupt: a single call of a function, such
/// as the distance of two very long words, is never interrupted.
#[expect(clippy::disallowed_methods, reason = "nothing else ends a function of the engine")]
fn give_up_unless_done(watched: &mpsc::Receiver<()>) {
    if watched.recv_timeout(DEAF) == Err(RecvTimeoutError::Timeout) {
        std::process::exit(STUCK);
    }
}

fn open() -> Result<Connection, Error> {
    // Threads and memory are said before the database opens: else it would look into /proc and
    // /sys, which the seal forbids. One thread makes floating-point sums repeatable.
    let config = Config::default()
        .threads(1)?
        .max_memory("1GB")?
        .with("temp_directory", "")?
        .enable_external_access(false)?
        .enable_autoload_extension(false)?
        .with("autoinstall_known_extensions", "false")?
        .with("allow_community_extensions", "false")?
        .with("default_null_order", "nulls_last")?
        .with("preserve_insertion_order", "true")?;
    Connection::open_in_memory_with_flags(config)
}

fn late(limit: Duration, millis: u64) -> Trouble {
    let words = match limit < STATEMENT {
        true => "All datasets together took too long; it was stopped.".to_owned(),
        false => format!("It ran longer than {} seconds and was stopped.", limit.as_secs()),
    };
    Trouble { fault: Fault::Timeout, words, millis }
}

fn trouble(error: &Error, millis: u64) -> Trouble {
    let words = error.to_string();
    match plain::known(&words) {
        Some((fault, words)) => Trouble { fault, words: words.to_owned(), millis },
        None => Trouble { fault: Fault::Error, words: plain::without_noise(&words), millis },
    }
}
