//! Whether a question's cases tell its reference from plausible wrong programs.

use indicatif::ProgressBar;

use super::{Report, stale};
use crate::cli::bank::crew;
use crate::cli::failure::Failure;
use crate::cli::judging;
use crate::content::question::PythonBody;
use crate::interview::verdict::Lost;
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Fate, MutantNote, Outcome, PythonPaper, Work};

/// Mutants that one judge tries.
const BATCH: usize = 16;

/// Tries the mutants of a question's first reference.
///
/// # Errors
/// When a judge could not work.
pub fn report(body: &PythonBody, bar: &ProgressBar) -> Result<Report, Failure> {
    let Some(reference) = body.references.first() else { return Ok(Report::default()) };
    let paper = paper::of_python(body, &reference.text);
    let notes = made(&paper)?;
    let fates = fates(&paper, &notes, bar)?;
    let mut report = Report::default();
    let mut survivors = Vec::new();
    for (note, fate) in notes.into_iter().zip(fates) {
        report.made += usize::from(fate != Fate::Unbound);
        match fate {
            Fate::Unbound => {}
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
    }
    report.failures.extend(stale(&body.equivalents, &survivors));
    let listed = |note: &MutantNote| body.equivalents.iter().any(|one| one.mutant == note.id);
    let (reviewed, open): (Vec<_>, Vec<_>) = survivors.into_iter().partition(listed);
    report.reviewed = reviewed.len();
    report.survivors = open.into_iter().map(|note| (note, None)).collect();
    Ok(report)
}

/// Has the mutants of a paper's answer made.
///
/// # Errors
/// When a judge could not work.
pub fn made(paper: &PythonPaper) -> Result<Vec<MutantNote>, Failure> {
    match judging::ask_within(Work::PythonMutants(paper.clone()), &Deadlines::PROVING)? {
        Outcome::Mutants(notes) => Ok(notes),
        other => Err(judging::unexpected(&other)),
    }
}

/// Has mutants run on the cases of a paper.
///
/// # Errors
/// When a judge could not work.
pub fn fates(
    paper: &PythonPaper,
    notes: &[MutantNote],
    bar: &ProgressBar,
) -> Result<Vec<Fate>, Failure> {
    let batches: Vec<&[MutantNote]> = notes.chunks(BATCH).collect();
    bar.set_length(batches.len() as u64);
    let fates = crew::share(&batches, |batch| {
        let programs: Vec<String> = batch.iter().map(|note| note.text.clone()).collect();
        let fates = fates_of(paper, &programs);
        bar.inc(1);
        fates
    });
    Ok(fates.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
}

/// Asks judge after judge until every program has its fate: one that cannot be stopped ends a judge's work,
/// and one that brings the judge down is looked for by halves.
fn fates_of(paper: &PythonPaper, programs: &[String]) -> Result<Vec<Fate>, Failure> {
    let mut fates = Vec::new();
    while fates.len() < programs.len() {
        let rest = &programs[fates.len()..];
        match ask(paper, rest) {
            Ok(some) => fates.extend(some),
            Err(Trouble::Down) if rest.len() == 1 => fates.push(Fate::Endless),
            Err(Trouble::Down) => {
                let (first, second) = rest.split_at(rest.len() / 2);
                fates.extend(fates_of(paper, first)?);
                fates.extend(fates_of(paper, second)?);
            }
            Err(Trouble::Failed(failure)) => return Err(failure),
        }
    }
    Ok(fates)
}

enum Trouble {
    /// The judge came down with what it ran.
    Down,
    Failed(Failure),
}

fn ask(paper: &PythonPaper, programs: &[String]) -> Result<Vec<Fate>, Trouble> {
    let work = Work::PythonFates { paper: paper.clone(), programs: programs.to_vec() };
    match judging::try_within(work, &Deadlines::PROVING) {
        Ok(Outcome::Fates(fates)) if !fates.is_empty() => Ok(fates),
        Ok(other) => Err(Trouble::Failed(judging::unexpected(&other))),
        Err(Lost { kind, .. }) if kind == "crash" || kind == "deadline" => Err(Trouble::Down),
        Err(lost) => Err(Trouble::Failed(Failure::from(lost))),
    }
}

/// Says in one line what came of a question's mutants.
pub fn line(report: &Report) -> String {
    let Report { made, killed, endless, on_sample, reviewed, .. } = report;
    format!(
        "{made} mutants: {killed} killed ({on_sample} by the samples alone, {endless} for not ending), \
         {reviewed} excused ({:.1}%), {} open",
        100.0 * report.excused_share(),
        report.survivors.len(),
    )
}

/// Says what is to be done about a survivor.
pub fn survivor_words((note, input): &(MutantNote, Option<String>)) -> String {
    let MutantNote { id, words, .. } = note;
    match input {
        Some(input) => format!(
            "`{id}` survives the cases ({words}); this input kills it, and `mockloop bank grow` writes it:\n{input}"
        ),
        None => format!(
            "`{id}` survives the cases ({words}); kill it, or list it in equivalents.toml with the fact it rests on"
        ),
    }
}
