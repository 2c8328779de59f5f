//! Whether a question's cases tell its reference from plausible wrong programs.

pub mod search;

use indicatif::ProgressBar;

use super::{Report, stale};
use crate::cli::crew;
use crate::cli::failure::Failure;
use crate::cli::judging;
use crate::content::question::{Case, PythonBody, Question};
use crate::interview::verdict::Lost;
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Fate, MutantNote, Outcome, PythonPaper, Work};

/// Mutants that one judge tries, each in rooms of its own.
const BATCH: usize = 16;
/// Mutants that one judge tries in a room they share.
const SHARING: usize = 48;

/// Tries the mutants of a question's first reference, survivors also on `count` changed inputs.
///
/// # Errors
/// When a judge could not work.
pub fn report(
    question: &Question,
    body: &PythonBody,
    count: u64,
    bar: &ProgressBar,
) -> Result<Report, Failure> {
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
    let found = search::search(question, body, count as usize)?;
    (report.databases, report.filled) = (found.tried as u64, found.cases.len() as u64);
    let apart = search::told_apart(&paper, &found.cases, &survivors)?;
    for (note, case) in survivors.into_iter().zip(apart) {
        let listed = body.equivalents.iter().any(|one| one.mutant == note.id);
        match (listed, case) {
            (true, Some(case)) => report.failures.push(refuted(&note, &case)),
            (true, None) => report.reviewed += 1,
            (false, case) => report.survivors.push((note, case.map(|case| spelled(&case)))),
        }
    }
    Ok(report)
}

fn refuted(note: &MutantNote, case: &Case) -> String {
    format!(
        "`{}` is listed as equivalent, but this input tells it apart:\n{}",
        note.id,
        spelled(case)
    )
}

fn spelled(case: &Case) -> String {
    let result = case.expect.as_ref().or(case.raises.as_ref());
    format!("    {} → {}", case.args, result.map(String::as_str).unwrap_or_default())
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

/// Has mutants run on the cases of a paper: together first, and those that were not seen to be wrong alone.
///
/// # Errors
/// When a judge could not work.
pub fn fates(
    paper: &PythonPaper,
    notes: &[MutantNote],
    bar: &ProgressBar,
) -> Result<Vec<Fate>, Failure> {
    let programs: Vec<String> = notes.iter().map(|note| note.text.clone()).collect();
    bar.set_length(programs.len() as u64);
    let mut fates = sifted(paper, &programs, bar)?;
    let alive: Vec<usize> = (0..fates.len()).filter(|place| fates[*place] == Fate::Alive).collect();
    let again: Vec<String> = alive.iter().map(|place| programs[*place].clone()).collect();
    let alone = shared(&again, BATCH, |programs| {
        asked(programs, &Fate::Endless, &|rest| {
            (Work::PythonFates { paper: paper.clone(), programs: rest.to_vec() }, read_fates)
        })
    })?;
    for (place, fate) in alive.into_iter().zip(alone) {
        fates[place] = fate;
    }
    Ok(fates)
}

/// Has programs run on the cases of a paper in rooms they share; who is alive was not seen to be wrong.
///
/// # Errors
/// When a judge could not work.
pub fn sifted(
    paper: &PythonPaper,
    programs: &[String],
    bar: &ProgressBar,
) -> Result<Vec<Fate>, Failure> {
    shared(programs, SHARING, |programs| {
        let fates = asked(programs, &Fate::Alive, &|rest| {
            (Work::PythonSift { paper: paper.clone(), programs: rest.to_vec() }, read_fates)
        });
        bar.inc(programs.len() as u64);
        fates
    })
}

fn read_fates(outcome: Outcome) -> Result<Vec<Fate>, Failure> {
    match outcome {
        Outcome::Fates(fates) => Ok(fates),
        other => Err(judging::unexpected(&other)),
    }
}

/// Shares jobs among judges, `batch` of them to each.
fn shared<J: Sync, R: Send + Clone>(
    jobs: &[J],
    batch: usize,
    work: impl Fn(&[J]) -> Result<Vec<R>, Failure> + Sync,
) -> Result<Vec<R>, Failure> {
    let batches: Vec<&[J]> = jobs.chunks(batch).collect();
    let done = crew::share(&batches, |batch| work(batch));
    Ok(done.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
}

/// How a judge's outcome is read.
type Reading<R> = fn(Outcome) -> Result<Vec<R>, Failure>;

/// How programs are put to a judge, and how its outcome is read.
type Order<'o, R> = &'o dyn Fn(&[String]) -> (Work, Reading<R>);

/// Asks judge after judge until every program has its result: one that cannot be stopped ends a judge's work,
/// and one that brings the judge down is looked for by halves and gets `down`.
fn asked<R: Clone>(programs: &[String], down: &R, order: Order<'_, R>) -> Result<Vec<R>, Failure> {
    let mut results = Vec::new();
    while results.len() < programs.len() {
        let rest = &programs[results.len()..];
        let (work, read) = order(rest);
        match judging::try_within(work, &Deadlines::PROVING) {
            Ok(outcome) => results.extend(read(outcome)?),
            Err(Lost { kind, .. }) if kind == "crash" || kind == "deadline" => match rest.len() {
                1 => results.push(down.clone()),
                many => {
                    let (first, second) = rest.split_at(many / 2);
                    results.extend(asked(first, down, order)?);
                    results.extend(asked(second, down, order)?);
                }
            },
            Err(lost) => return Err(Failure::from(lost)),
        }
    }
    Ok(results)
}

/// Says in one line what came of a question's mutants.
pub fn line(report: &Report) -> String {
    let Report { made, killed, endless, on_sample, reviewed, databases, filled, .. } = report;
    format!(
        "{made} mutants: {killed} killed ({on_sample} by the samples alone, {endless} for not ending), \
         {reviewed} excused ({:.1}%), {} open; references agree on {filled} of {databases} changed inputs",
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
