//! Further cases of a Python question: the smallest changed inputs that kill what survives.

use std::path::Path;

use indicatif::ProgressBar;

use super::{choose, write};
use crate::cli::bank::check::mutants::python::{fates, made, search};
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::content::question::{Case, PythonBody, Question};
use crate::judge::paper;
use crate::judge::python::inputs::smaller;
use crate::judge::python::value::Value;
use crate::judge::request::{Fate, MutantNote, PythonPaper};

/// Changed inputs that are looked through.
const SEARCHED: usize = 2000;
/// A question with more cases than this is told which of them say nothing new.
const ENOUGH: usize = 60;
/// How often something is left out of an input at most.
const STEPS: usize = 60;

/// Appends cases to the question's `cases.toml`.
pub fn grow(
    question: &Question,
    body: &PythonBody,
    folder: &str,
    most: usize,
    speech: &Speech,
) -> Result<Done, Failure> {
    let reference =
        body.references.first().expect("a question has two references, checked when it was read");
    let paper = paper::of_python(body, &reference.text);
    let mutants = made(&paper)?;
    let open = survivors(body, &paper, &mutants)?;
    let chosen = cases(question, body, &paper, &open, most)?;
    let path = Path::new(folder).join("cases.toml");
    let mut text = std::fs::read_to_string(&path)
        .map_err(|error| Failure::Usage(format!("read {}: {error}", path.display())))?;
    for (case, killed) in &chosen {
        text.push_str(&written(case, killed));
        speech.say(format!("“{}” kills {} more", case.name, killed.len()));
    }
    if !chosen.is_empty() {
        write(&path, &text)?;
        speech.note("Give the new cases names that say what they are about.");
    }
    let killed: usize = chosen.iter().map(|(_, killed)| killed.len()).sum();
    let count = chosen.len();
    speech.say(format!("{killed} of {} survivors are killed by {count} new cases", open.len()));
    let all: Vec<Case> =
        body.cases.iter().cloned().chain(chosen.into_iter().map(|(case, _)| case)).collect();
    if all.len() > ENOUGH {
        idle(body, &PythonPaper { cases: all, ..paper }, &mutants, speech)?;
    }
    Ok(Done::Fine)
}

/// Gives the mutants that no case kills and nobody excused.
fn survivors(
    body: &PythonBody,
    paper: &PythonPaper,
    mutants: &[MutantNote],
) -> Result<Vec<MutantNote>, Failure> {
    let listed = |id: &str| body.equivalents.iter().any(|known| known.mutant == id);
    let fates = fates(paper, mutants, &ProgressBar::hidden())?;
    let both = mutants.iter().zip(fates);
    let open = both.filter(|(note, fate)| *fate == Fate::Alive && !listed(&note.id));
    Ok(open.map(|(note, _)| note.clone()).collect())
}

/// Finds cases that kill survivors, the fewest that kill all that can be killed, each made small.
fn cases(
    question: &Question,
    body: &PythonBody,
    paper: &PythonPaper,
    open: &[MutantNote],
    most: usize,
) -> Result<Vec<(Case, Vec<String>)>, Failure> {
    let found = search::search(question, body, SEARCHED)?.cases;
    if found.is_empty() || open.is_empty() {
        return Ok(Vec::new());
    }
    let programs: Vec<String> = open.iter().map(|note| note.text.clone()).collect();
    let by_case = by_case(&on(paper, &found), &programs)?;
    let candidates = found.iter().zip(by_case);
    let candidates =
        candidates.map(|(case, kills)| super::Candidate { rows: case.args.clone(), kills });
    let mut chosen = Vec::new();
    for (number, candidate) in choose(candidates.collect(), most).into_iter().enumerate() {
        let case = found.iter().find(|case| case.args == candidate.rows).cloned();
        let case = case.expect("the candidates are the cases found");
        let killed: Vec<String> =
            candidate.kills.iter().map(|place| programs[*place].clone()).collect();
        let small = shrunk(body, paper, case, &killed)?;
        let name = format!("found by search, {}", body.cases.len() + number + 1);
        let ids = candidate.kills.iter().map(|place| open[*place].id.clone()).collect();
        chosen.push((Case { name, ..small }, ids));
    }
    Ok(chosen)
}

fn on(paper: &PythonPaper, cases: &[Case]) -> PythonPaper {
    PythonPaper { cases: cases.to_vec(), ..paper.clone() }
}

/// Gives for each case of the paper the programs it shows wrong.
fn by_case(paper: &PythonPaper, programs: &[String]) -> Result<Vec<Vec<usize>>, Failure> {
    let mut by_case = vec![Vec::new(); paper.cases.len()];
    for (program, places) in search::kills(paper, programs)?.into_iter().enumerate() {
        places.into_iter().for_each(|place| by_case[place].push(program));
    }
    Ok(by_case)
}

/// Leaves things out of a case's input as long as it still kills all of these programs.
fn shrunk(
    body: &PythonBody,
    paper: &PythonPaper,
    case: Case,
    programs: &[String],
) -> Result<Case, Failure> {
    let mut smallest = case;
    for _ in 0..STEPS {
        let Ok(arguments) = Value::read_arguments(&smallest.args) else { break };
        let fewer: Vec<String> =
            smaller(&arguments).iter().filter_map(|less| Value::write_arguments(less)).collect();
        let cases = search::expected(body, &fewer)?.into_iter().flatten();
        let cases: Vec<Case> =
            cases.map(|one| Case { trap: smallest.trap.clone(), ..one }).collect();
        if cases.is_empty() {
            break;
        }
        let by_case = by_case(&on(paper, &cases), programs)?;
        let still = cases.into_iter().zip(by_case);
        let still = still.filter(|(_, kills)| kills.len() == programs.len());
        match still.map(|(case, _)| case).min_by_key(|case| case.args.len()) {
            Some(less) => smallest = less,
            None => break,
        }
    }
    Ok(smallest)
}

/// Writes a case as `cases.toml` has them.
fn written(case: &Case, killed: &[String]) -> String {
    let mut text = String::from("\n# Tells the reference from these mutants:\n");
    killed.iter().for_each(|id| text.push_str(&format!("#   {id}\n")));
    text.push_str(&format!("[[cases]]\nname = {}\n", quoted(&case.name)));
    let fields = [
        ("trap", &case.trap),
        ("args", &Some(case.args.clone())),
        ("expect", &case.expect),
        ("raises", &case.raises),
    ];
    for (field, value) in fields {
        if let Some(value) = value {
            text.push_str(&format!("{field} = {}\n", literal(field, value)));
        }
    }
    text
}

fn literal(field: &str, value: &str) -> String {
    let json = matches!(field, "args" | "expect");
    if json && !value.contains("'''") && !value.ends_with('\'') {
        format!("'''{value}'''")
    } else {
        quoted(value)
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Says which cases kill nothing, no mutant and no wrong answer, that the others do not.
fn idle(
    body: &PythonBody,
    paper: &PythonPaper,
    mutants: &[MutantNote],
    speech: &Speech,
) -> Result<(), Failure> {
    let wrong = body.wrong.iter().map(|answer| answer.solution.text.clone());
    let programs: Vec<String> = mutants.iter().map(|note| note.text.clone()).chain(wrong).collect();
    let by_case = by_case(paper, &programs)?;
    let candidates = paper.cases.iter().zip(by_case);
    let candidates =
        candidates.map(|(case, kills)| super::Candidate { rows: case.name.clone(), kills });
    let needed = choose(candidates.collect(), paper.cases.len());
    for case in &paper.cases {
        if !case.sample && !needed.iter().any(|one| one.rows == case.name) {
            speech.note(format!("“{}” kills nothing that other cases do not", case.name));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::python::CasesFile;

    #[test]
    fn a_written_case_reads_as_the_same_case() {
        let case = Case {
            name: "it's \"new\"".into(),
            trap: Some("torn-lines".into()),
            sample: false,
            args: r#"[["a'''b", "\n"]]"#.into(),
            expect: Some(r#"{"$tuple": ['1']}"#.into()),
            raises: None,
            calls: None,
        };
        let text = written(&case, &["PY1@2:3 < → <=".into()]);
        let file: CasesFile = toml::from_str(&text).expect("it is TOML");
        assert_eq!(file.cases, [case]);
        assert!(text.contains("#   PY1@2:3 < → <=\n"), "{text}");
    }
}
