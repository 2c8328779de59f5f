//! Runs a query and a reference on growing tables and counts what their steps handle.

use std::time::Duration;

use super::bare::bare;
use super::engine::{Engine, Trouble};
use super::profile::Profile;
use super::shuffle::Tables;
use super::tree::Tree;
use super::{STATEMENT, rules};
use crate::interview::scale::{End, Growth, ScaleReading, SizeReading, Step};
use crate::interview::verdict::Fault;
use crate::judge::request::ScalePaper;

/// The longest that all runs on growing tables may take together.
const ALL: Duration = Duration::from_secs(50);
/// The heaviest steps that are kept.
const STEPS: usize = 4;

/// Counts what the answer and the reference handle at every size.
///
/// # Errors
/// Says what is broken about the question's tables, or why the answer may not run.
pub(super) fn read(paper: &ScalePaper) -> Result<ScaleReading, String> {
    let (_, spare) = &paper.spare;
    let engine = Engine::loaded(&paper.schema, spare).map_err(Trouble::words)?;
    let tables = Tables::of(&engine).map_err(Trouble::words)?;
    let mut bench = Bench { engine, left: ALL };
    let admit = |engine: &Engine, sql: &str| {
        let tree = rules::one_select(engine, sql)?;
        rules::check(&tree.facts(), &tables.names, &paper.contracts)?;
        Ok(tree)
    };
    let tree =
        |sql: &str| admit(&bench.engine, sql).map_err(|refusal: rules::Refusal| refusal.words);
    let mut reference = Runner::of(&paper.reference, &tree(&paper.reference)?, &bench.engine);
    let mut answer = Runner::of(&paper.answer, &tree(&paper.answer)?, &bench.engine);
    for (place, (rows, fill)) in paper.sizes.iter().enumerate() {
        let is_filled = bench.engine.move_on(place + 1, &paper.schema, fill);
        match is_filled {
            Err(trouble) if place == 0 => return Err(trouble.words),
            Err(_) => [&mut reference, &mut answer].map(|one| one.skip(*rows)),
            Ok(()) => [&mut reference, &mut answer].map(|one| one.run(*rows, &mut bench)),
        };
    }
    let short = [&mut reference, &mut answer].into_iter().filter(|one| one.counted() < 2);
    for (number, one) in short.enumerate() {
        let (rows, fill) = &paper.spare;
        let place = paper.sizes.len() + 1 + number;
        bench.engine.move_on(place, &paper.schema, fill).map_err(Trouble::words)?;
        one.run_spare(*rows, &mut bench);
    }
    Ok(ScaleReading::of(Growth::of(answer.sizes), Growth::of(reference.sizes)))
}

/// The engine and the time that is left on it.
struct Bench {
    engine: Engine,
    left: Duration,
}

impl Bench {
    fn profile(&mut self, sql: &str) -> Result<(Profile, u64), Trouble> {
        let came = self.engine.profile(sql, STATEMENT.min(self.left));
        let millis = came.as_ref().map_or_else(|trouble| trouble.millis, |(_, millis)| *millis);
        self.left = self.left.saturating_sub(Duration::from_millis(millis));
        let (json, millis) = came?;
        let words = "the profile has another form than expected".to_owned();
        let profile = Profile::read(&json);
        profile.map(|p| (p, millis)).ok_or(Trouble { fault: Fault::Error, words, millis })
    }
}

/// One query and what was read of it so far.
struct Runner {
    sql: String,
    /// The query laid bare, by which hidden pairs are counted.
    bare: Option<String>,
    sizes: Vec<SizeReading>,
}

impl Runner {
    fn of(sql: &str, tree: &Tree, engine: &Engine) -> Self {
        let bare = bare(tree).and_then(|tree| tree.to_sql(engine).ok());
        let bare = bare.map(|sql| format!("SELECT count(*) FROM ({})", sql.trim_end_matches(';')));
        Self { sql: sql.to_owned(), bare, sizes: Vec::new() }
    }

    /// Counts the sizes at which everything is known.
    fn counted(&self) -> usize {
        self.sizes.iter().filter(|size| size.handled.is_some()).count()
    }

    fn skip(&mut self, rows: u64) {
        self.sizes.push(unfinished(rows, End::NotTried, 0));
    }

    /// Runs the query, unless a smaller size was too much for it or no time is left.
    fn run(&mut self, rows: u64, bench: &mut Bench) {
        let gave_up = self.sizes.iter().any(|size| size.end != End::Finished);
        if gave_up || bench.left.is_zero() {
            return self.skip(rows);
        }
        let reading = self.at(rows, bench);
        self.sizes.push(reading);
    }

    /// Runs the query at a size below all others.
    fn run_spare(&mut self, rows: u64, bench: &mut Bench) {
        bench.left = bench.left.max(STATEMENT);
        let reading = self.at(rows, bench);
        self.sizes.insert(0, reading);
    }

    fn at(&self, rows: u64, bench: &mut Bench) -> SizeReading {
        let (mut profile, millis) = match bench.profile(&self.sql) {
            Ok(came) => came,
            Err(trouble) => return unfinished(rows, end(&trouble), trouble.millis),
        };
        let is_counted = !profile.hides_pairs || self.count_pairs(&mut profile, bench);
        let handled = is_counted.then(|| profile.handled());
        profile.steps.truncate(STEPS);
        SizeReading { rows, end: End::Finished, handled, steps: profile.steps, millis }
    }

    /// Puts the pairs that a join looks at in the place of the rows it lets through.
    fn count_pairs(&self, profile: &mut Profile, bench: &mut Bench) -> bool {
        // A condition that only the plan moved into the join compares nothing that could be laid bare.
        let Some(sql) = &self.bare else { return true };
        let Ok((bare, _)) = bench.profile(sql) else { return false };
        let Some(pairs) = bare.largest_join() else { return true };
        if pairs.rows > profile.most_joined() {
            profile.steps.insert(0, Step { pairs: true, ..pairs.clone() });
            profile.steps.sort_by_key(|step| std::cmp::Reverse(step.rows));
        }
        true
    }
}

fn unfinished(rows: u64, end: End, millis: u64) -> SizeReading {
    SizeReading { rows, end, handled: None, steps: Vec::new(), millis }
}

fn end(trouble: &Trouble) -> End {
    match trouble.fault {
        Fault::Timeout => End::Time,
        Fault::Limits => End::Memory,
        _ => End::Error,
    }
}
