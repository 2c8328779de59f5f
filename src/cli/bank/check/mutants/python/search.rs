//! Inputs nobody wrote, on which a mutant may differ from the references.

use super::super::seed;
use super::{asked, shared};
use crate::cli::failure::Failure;
use crate::cli::judging;
use crate::content::question::{Case, PythonBody, Question};
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::python::inputs::inputs;
use crate::judge::python::value::Value;
use crate::judge::request::{Fate, MutantNote, Outcome, PythonPaper, Work};

/// Inputs that one judge is asked about.
const BATCH: usize = 200;

/// Cases made of changed inputs, and how many inputs they were made from.
#[derive(Default)]
pub struct Searched {
    pub tried: usize,
    /// Each with a name of its own, and the trap of the case its input was made from.
    pub cases: Vec<Case>,
}

/// Makes cases of `count` changed inputs, those on which the references agree.
///
/// # Errors
/// When a judge could not work.
pub fn search(question: &Question, body: &PythonBody, count: usize) -> Result<Searched, Failure> {
    let read = |case: &Case| Value::read_arguments(&case.args).ok();
    let written: Vec<Vec<Value>> = body.cases.iter().filter_map(read).collect();
    let made = inputs(&written, seed(question), count);
    let mut fresh: Vec<(String, usize)> = Vec::new();
    for input in made {
        let Some(args) = Value::write_arguments(&input.arguments) else { continue };
        let known = body.cases.iter().any(|case| case.args == args);
        if !known && !fresh.iter().any(|(other, _)| *other == args) {
            fresh.push((args, input.from));
        }
    }
    let args: Vec<String> = fresh.iter().map(|(args, _)| args.clone()).collect();
    let cases = expected(body, &args)?.into_iter().zip(&fresh).enumerate();
    let named = cases.filter_map(|(number, (case, (_, from)))| {
        let source = &body.cases[*from];
        let name = format!("found by search ({number}), near “{}”", source.name);
        case.map(|case| Case { name, trap: source.trap.clone(), ..case })
    });
    Ok(Searched { tried: args.len(), cases: named.collect() })
}

/// Asks the references what comes of inputs; none where they disagree.
///
/// # Errors
/// When a judge could not work.
pub fn expected(body: &PythonBody, inputs: &[String]) -> Result<Vec<Option<Case>>, Failure> {
    let paper = paper::of_python(body, "");
    let references: Vec<String> = body.references.iter().map(|one| one.text.clone()).collect();
    shared(inputs, BATCH, |inputs| {
        let (paper, references, inputs) = (paper.clone(), references.clone(), inputs.to_vec());
        let work = Work::PythonExpected { paper, references, inputs };
        match judging::ask_within(work, &Deadlines::PROVING)? {
            Outcome::Cases(cases) => Ok(cases),
            other => Err(judging::unexpected(&other)),
        }
    })
}

/// Gives for each mutant the first of these cases that tells it apart.
///
/// # Errors
/// When a judge could not work.
pub fn told_apart(
    paper: &PythonPaper,
    cases: &[Case],
    notes: &[MutantNote],
) -> Result<Vec<Option<Case>>, Failure> {
    if cases.is_empty() || notes.is_empty() {
        return Ok(vec![None; notes.len()]);
    }
    let mut paper = PythonPaper { cases: cases.to_vec(), ..paper.clone() };
    // What only a second call shows is for the written cases to ask.
    paper.properties.repeatable = false;
    let programs: Vec<String> = notes.iter().map(|note| note.text.clone()).collect();
    let fates = super::sifted(&paper, &programs, &indicatif::ProgressBar::hidden())?;
    let case = |fate| match fate {
        Fate::Killed { dataset, .. } => cases.iter().find(|case| case.name == dataset).cloned(),
        _ => None,
    };
    Ok(fates.into_iter().map(case).collect())
}

/// Gives for each program the places of the cases that show it wrong.
///
/// # Errors
/// When a judge could not work.
pub fn kills(paper: &PythonPaper, programs: &[String]) -> Result<Vec<Vec<usize>>, Failure> {
    shared(programs, super::BATCH, |programs| {
        asked(programs, &Vec::new(), &|rest| {
            let work = Work::PythonKills { paper: paper.clone(), programs: rest.to_vec() };
            (work, |outcome| match outcome {
                Outcome::Kills(kills) => Ok(kills),
                other => Err(judging::unexpected(&other)),
            })
        })
    })
}
