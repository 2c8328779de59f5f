//! `mockloop bank grow`: random rows, or changed inputs, that tell the surviving mutants of a question from its reference.

mod python;

use std::path::Path;

use super::check::{ids, mutants};
use crate::cli::args::House;
use crate::cli::crew;
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::Speech;
use crate::cli::{judging, library};
use crate::content::question::{Body, Question, SqlBody};
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Fate, Outcome, PaperDataset, SqlPaper, Work};

/// Random databases that are looked through, and how many one judge makes.
const SEARCHED: u64 = 1000;
const DATABASES: u64 = 50;

/// A database that might become a dataset: its rows, and the survivors it kills.
struct Candidate {
    rows: String,
    kills: Vec<usize>,
}

/// Writes further datasets or cases for a question below the folder of `--content`.
pub fn grow(
    house: &House,
    id: &str,
    most: Option<usize>,
    speech: &Speech,
) -> Result<Done, Failure> {
    if house.content.is_none() {
        let words = "name the folder to write to with --content; the built-in questions are fixed";
        return Err(Failure::Usage(words.to_owned()));
    }
    let library = library(house)?;
    let id = ids(&library, house, &[id.to_owned()])?.remove(0);
    let Some(question) = library.question(&id) else {
        return Err(Failure::Broken(library.problems_of(&id).to_vec()));
    };
    let folder = library.files(&id).map(|files| files.folder.clone()).unwrap_or_default();
    match &question.body {
        Body::Sql(body) => datasets(question, body, &folder, most.unwrap_or(DATASETS), speech),
        Body::Python(body) => python::grow(question, body, &folder, most.unwrap_or(CASES), speech),
        _ => Err(Failure::Usage(format!("`{id}` has no mutants; SQL and Python questions do"))),
    }
}

/// What is added at most, unless more is asked for.
const DATASETS: usize = 3;
const CASES: usize = 20;

fn datasets(
    question: &Question,
    body: &SqlBody,
    folder: &str,
    most: usize,
    speech: &Speech,
) -> Result<Done, Failure> {
    let names = survivors(body)?;
    let chosen = choose(candidates(question, body, &names)?, most);
    for (number, candidate) in chosen.iter().enumerate() {
        let name = format!("data/d{}.sql", body.datasets.len() + number);
        write(&Path::new(folder).join(&name), &dataset(candidate, &names))?;
        speech.say(format!("{name} kills {} more", candidate.kills.len()));
    }
    let killed: usize = chosen.iter().map(|candidate| candidate.kills.len()).sum();
    speech.say(format!(
        "{killed} of {} survivors are killed by {} new datasets",
        names.len(),
        chosen.len()
    ));
    if !chosen.is_empty() {
        speech.note(format!(
            "Now derive the stored results: mockloop bank gold {} --content …",
            question.id
        ));
    }
    Ok(Done::Fine)
}

/// Gives the mutants no dataset kills and nothing explains, as id and SQL.
fn survivors(body: &SqlBody) -> Result<Vec<(String, String)>, Failure> {
    let reference =
        body.references.first().expect("a question has two references, checked when it was read");
    let paper = paper::of_sql(body, &reference.text);
    let notes = match judging::ask_within(Work::Mutants(paper.clone()), &Deadlines::PROVING)? {
        Outcome::Mutants(notes) => notes,
        other => return Err(judging::unexpected(&other)),
    };
    let batches: Vec<_> = notes.chunks(48).collect();
    let fates = crew::share(&batches, |batch| {
        mutants::fates_of(&paper, batch.iter().map(|note| note.text.clone()).collect())
    });
    let fates = fates.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    let listed = |id: &str| body.equivalents.iter().any(|known| known.mutant == id);
    let open =
        notes.iter().zip(fates).filter(|(note, fate)| *fate == Fate::Alive && !listed(&note.id));
    Ok(open.map(|(note, _)| (note.id.clone(), note.text.clone())).collect())
}

/// Finds databases that kill, and everything each of them kills.
fn candidates(
    question: &Question,
    body: &SqlBody,
    survivors: &[(String, String)],
) -> Result<Vec<Candidate>, Failure> {
    let paper = paper::of_sql(body, &body.references[0].text);
    let queries: Vec<String> = survivors.iter().map(|(_, sql)| sql.clone()).collect();
    let starts: Vec<u64> = (0..SEARCHED).step_by(DATABASES as usize).collect();
    let fuzzed = crew::share(&starts, |from| {
        mutants::fuzzed(&paper, &queries, mutants::seed(question), *from, DATABASES, false)
    });
    let mut rows: Vec<String> = Vec::new();
    for one in fuzzed {
        rows.extend(one?.kills.into_iter().map(|(_, rows)| rows));
    }
    rows.sort();
    rows.dedup();
    let tried = crew::share(&rows, |rows| kills(&paper, rows, &queries));
    let found = rows
        .iter()
        .zip(tried)
        .map(|(rows, kills)| Ok(Candidate { rows: rows.clone(), kills: kills? }));
    found.collect()
}

/// Gives the survivors that these rows kill.
fn kills(paper: &SqlPaper, rows: &str, queries: &[String]) -> Result<Vec<usize>, Failure> {
    let dataset = PaperDataset {
        id: "grown".into(),
        about: String::new(),
        public: false,
        sql: rows.to_owned(),
        gold: None,
    };
    let mut alone = SqlPaper { datasets: vec![dataset], ..paper.clone() };
    let derived = match judging::ask_within(Work::DeriveSql(alone.clone()), &Deadlines::PROVING)? {
        Outcome::Derived(derived) => derived,
        // Rows on which the reference itself fails cannot become a dataset.
        Outcome::Broken(_) => return Ok(Vec::new()),
        other => return Err(judging::unexpected(&other)),
    };
    alone.datasets[0].gold = derived.into_iter().next().map(|(_, gold)| gold);
    let fates = mutants::fates_of(&alone, queries.to_vec())?;
    let dead = fates.iter().enumerate().filter(|(_, fate)| matches!(fate, Fate::Killed { .. }));
    Ok(dead.map(|(i, _)| i).collect())
}

/// Takes the database that kills most of what is left, again and again.
fn choose(mut candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < most {
        let best = candidates
            .iter()
            .enumerate()
            .max_by_key(|(_, one)| (one.kills.len(), std::cmp::Reverse(one.rows.len())));
        let Some((place, _)) = best.filter(|(_, one)| !one.kills.is_empty()) else { break };
        let taken = candidates.swap_remove(place);
        candidates.iter_mut().for_each(|one| one.kills.retain(|kill| !taken.kills.contains(kill)));
        chosen.push(taken);
    }
    chosen
}

fn dataset(candidate: &Candidate, survivors: &[(String, String)]) -> String {
    let killed = candidate.kills.iter().map(|i| format!("--   {}\n", survivors[*i].0));
    format!(
        "-- Random rows that tell the reference from these mutants:\n{}{}",
        killed.collect::<String>(),
        candidate.rows
    )
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::Usage(format!("write {}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::{Candidate, choose};

    #[test]
    fn the_fewest_databases_that_kill_all_are_chosen() {
        let one = |kills: &[usize]| Candidate { rows: String::new(), kills: kills.to_vec() };
        let chosen = choose(vec![one(&[1]), one(&[1, 2, 3]), one(&[3, 4]), one(&[2])], 3);
        let kills: Vec<_> = chosen.into_iter().map(|one| one.kills).collect();
        assert_eq!(kills, [vec![1, 2, 3], vec![4]]);
    }
}
