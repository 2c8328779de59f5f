//! Whether a question's datasets tell its reference from plausible wrong queries, and its references from each other.
//! The cases of a Python question are asked the same.

pub mod python;

use std::collections::BTreeMap;

use indicatif::ProgressBar;

use crate::cli::crew;
use crate::cli::failure::Failure;
use crate::cli::judging;
use crate::content::question::{Equivalent, Question, SqlBody};
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Fate, FuzzOrder, Fuzzed, MutantNote, Outcome, SqlPaper, Work};

/// Mutants that one judge tries.
const BATCH: usize = 32;
/// Random databases that one judge makes.
const DATABASES: u64 = 50;
/// The largest share of mutants that may be excused.
pub const EXCUSED: f64 = 0.12;

/// What became of a question's mutants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Mutants that can be planned or compiled, and that the schema does not make the same query.
    pub made: usize,
    pub killed: usize,
    /// Those among the killed that never came to an end.
    pub endless: usize,
    /// Those among the killed that the public sample alone would notice.
    pub on_sample: usize,
    /// Survivors besides, which the schema makes the same query by a rule; none of them is counted in `made`.
    pub by_rule: usize,
    /// Survivors that a person reviewed.
    pub reviewed: usize,
    /// Random databases tried, and those on which the reference gives rows.
    pub databases: u64,
    pub filled: u64,
    /// What is wrong, a line each.
    pub failures: Vec<String>,
    /// Survivors nobody has explained, each with the rows that would kill it, if any were found.
    pub survivors: Vec<(MutantNote, Option<String>)>,
}

impl Report {
    /// Gives the share of mutants that were excused after a review, from 0 to 1.
    pub fn excused_share(&self) -> f64 {
        self.reviewed as f64 / self.made.max(1) as f64
    }
}

/// Tries the mutants of a question's first reference, and its references on `databases` random databases.
///
/// # Errors
/// When a judge could not work.
pub fn report(
    question: &Question,
    body: &SqlBody,
    databases: u64,
    bar: &ProgressBar,
) -> Result<Report, Failure> {
    let Some(reference) = body.references.first() else { return Ok(Report::default()) };
    let paper = paper::of_sql(body, &reference.text);
    let notes = made(&paper)?;
    let trial = Trial { question, body, paper, databases, bar };
    let fates = trial.fates(&notes)?;
    let mut report = Report::default();
    let mut survivors = Vec::new();
    for (note, fate) in notes.into_iter().zip(fates) {
        match fate {
            Fate::Unbound => continue,
            Fate::Killed { public, .. } => {
                report.killed += 1;
                report.on_sample += usize::from(public);
            }
            Fate::Endless => {
                report.killed += 1;
                report.endless += 1;
            }
            Fate::Alive => survivors.push(note),
        }
        report.made += 1;
    }
    trial.explain(survivors, &mut report)?;
    Ok(report)
}

fn made(paper: &SqlPaper) -> Result<Vec<MutantNote>, Failure> {
    match judging::ask_within(Work::Mutants(paper.clone()), &Deadlines::PROVING)? {
        Outcome::Mutants(notes) => Ok(notes),
        other => Err(judging::unexpected(&other)),
    }
}

struct Trial<'q> {
    question: &'q Question,
    body: &'q SqlBody,
    paper: SqlPaper,
    databases: u64,
    bar: &'q ProgressBar,
}

impl Trial<'_> {
    fn fates(&self, notes: &[MutantNote]) -> Result<Vec<Fate>, Failure> {
        let batches: Vec<&[MutantNote]> = notes.chunks(BATCH).collect();
        self.bar.set_length((batches.len() as u64 + self.databases.div_ceil(DATABASES)) * 10);
        let fates = crew::share(&batches, |batch| {
            let queries = batch.iter().map(|note| note.text.clone()).collect();
            let fates = fates_of(&self.paper, queries);
            self.bar.inc(10);
            fates
        });
        Ok(fates.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// Sorts the survivors: explained by a rule, reviewed, or a hole in the datasets.
    fn explain(&self, survivors: Vec<MutantNote>, report: &mut Report) -> Result<(), Failure> {
        let found = self.fuzz(&survivors)?;
        report.databases = found.databases;
        report.filled = found.filled;
        report.failures.extend(found.disagreements);
        let mut rows = found.kills;
        let reviewed =
            |note: &MutantNote| self.body.equivalents.iter().any(|known| known.mutant == note.id);
        report.failures.extend(stale(&self.body.equivalents, &survivors));
        for (i, note) in survivors.into_iter().enumerate() {
            match (rows.remove(&i), &note.excuse) {
                (Some(sql), _) if reviewed(&note) => report.failures.push(format!(
                    "`{}` is listed as equivalent, but these rows tell it apart:\n{sql}",
                    note.id
                )),
                (Some(sql), Some(excuse)) => report.failures.push(format!(
                    "`{}` was excused because {excuse}, but these rows tell it apart:\n{sql}",
                    note.id
                )),
                (None, _) if reviewed(&note) => report.reviewed += 1,
                (None, Some(_)) => {
                    report.by_rule += 1;
                    report.made -= 1;
                }
                (rows, None) => report.survivors.push((note, rows)),
            }
        }
        Ok(())
    }

    fn fuzz(&self, notes: &[MutantNote]) -> Result<Found, Failure> {
        let all: Vec<usize> = (0..notes.len()).collect();
        // A rule that holds for these databases holds for the others: it does not look at rows.
        let open: Vec<usize> =
            all.iter().copied().filter(|place| notes[*place].excuse.is_none()).collect();
        let queries = |places: &[usize]| -> Vec<String> {
            places.iter().map(|place| notes[*place].text.clone()).collect()
        };
        let starts: Vec<u64> = (0..self.databases).step_by(DATABASES as usize).collect();
        let fuzzed = crew::share(&starts, |from| {
            let count = DATABASES.min(self.databases - from);
            let places = if *from == 0 { &all } else { &open };
            let queries = queries(places);
            let fuzzed = fuzzed(&self.paper, &queries, seed(self.question), *from, count, true);
            self.bar.inc(10);
            let placed = |(index, rows): (usize, String)| (places[index], rows);
            fuzzed.map(|one| Fuzzed { kills: one.kills.into_iter().map(placed).collect(), ..one })
        });
        let mut found = Found::default();
        for one in fuzzed {
            found.take(one?);
        }
        Ok(found)
    }
}

/// A listed equivalent that is no survivor is killed, or gone with an older reference.
fn stale(listed: &[Equivalent], survivors: &[MutantNote]) -> Vec<String> {
    let gone = |one: &&Equivalent| !survivors.iter().any(|note| note.id == one.mutant);
    let words = "is listed as equivalent, but it is killed or is no mutant of the first reference";
    listed.iter().filter(gone).map(|one| format!("`{}` {words}", one.mutant)).collect()
}

/// What several judges found on random databases.
#[derive(Default)]
struct Found {
    databases: u64,
    filled: u64,
    disagreements: Vec<String>,
    kills: BTreeMap<usize, String>,
}

impl Found {
    fn take(&mut self, fuzzed: Fuzzed) {
        self.databases += fuzzed.tried;
        self.filled += fuzzed.filled;
        let words = |one: crate::judge::request::Disagreement| {
            format!("the references disagree on a random database ({}):\n{}", one.words, one.rows)
        };
        self.disagreements.extend(fuzzed.disagreements.into_iter().map(words).take(1));
        for (index, rows) in fuzzed.kills {
            self.kills.entry(index).or_insert(rows);
        }
    }
}

/// Has queries run on the datasets of a paper.
pub fn fates_of(paper: &SqlPaper, queries: Vec<String>) -> Result<Vec<Fate>, Failure> {
    match judging::ask_within(Work::Fates { paper: paper.clone(), queries }, &Deadlines::PROVING)? {
        Outcome::Fates(fates) => Ok(fates),
        other => Err(judging::unexpected(&other)),
    }
}

/// Has queries compared with the references on `count` random databases from number `from`.
pub fn fuzzed(
    paper: &SqlPaper,
    queries: &[String],
    seed: u64,
    from: u64,
    count: u64,
    shrink: bool,
) -> Result<Fuzzed, Failure> {
    let (paper, queries) = (paper.clone(), queries.to_vec());
    let order = Work::Fuzz(FuzzOrder { paper, queries, seed, from, count, shrink });
    match judging::ask_within(order, &Deadlines::PROVING)? {
        Outcome::Fuzzed(fuzzed) => Ok(fuzzed),
        other => Err(judging::unexpected(&other)),
    }
}

/// Gives the seed of a question's random databases: the same for the same id, whatever else changes.
pub fn seed(question: &Question) -> u64 {
    u64::from(crc32fast::hash(question.id.as_str().as_bytes()))
}

/// Says in one line what came of a question's mutants.
pub fn line(report: &Report) -> String {
    let Report { made, killed, on_sample, by_rule, reviewed, databases, filled, .. } = report;
    format!(
        "{made} mutants: {killed} killed ({on_sample} by the sample alone), {reviewed} excused ({:.1}%), {} open; \
         {by_rule} more are the same by the schema; references compared on {databases} random databases ({filled} with rows)",
        100.0 * report.excused_share(),
        report.survivors.len(),
    )
}

/// Says what is to be done about a survivor.
pub fn survivor_words((note, rows): &(MutantNote, Option<String>)) -> String {
    match rows {
        Some(rows) => format!(
            "`{}` survives the datasets; these rows kill it, and `mockloop bank grow` writes them:\n{rows}",
            note.id
        ),
        None => format!(
            "`{}` survives the datasets and the random databases; kill it, or list it in equivalents.toml with the fact it rests on",
            note.id
        ),
    }
}
