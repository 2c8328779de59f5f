//! What proves a question: its references are accepted, its wrong answers rejected for being wrong.

mod models;

use std::collections::BTreeMap;

use indicatif::ProgressBar;

use super::mutants::fates_of;
use super::mutants::python::sifted;
use crate::cli::crew;
use crate::cli::failure::Failure;
use crate::cli::grade::design_card;
use crate::cli::judging;
use crate::content::cell::Table;
use crate::content::question::{Body, Dataset, DesignBody, Question, Solution, WrongAnswer};
use crate::interview::verdict::{Decision, Fault, Verdict};
use crate::judge::client::Deadlines;
use crate::judge::paper;
use crate::judge::request::{Fate, Outcome, Work};

/// One solution that was tried.
pub struct Tried {
    pub file: String,
    expected: Decision,
    decision: Option<Decision>,
    /// It was rejected for not running at all, which proves nothing about the judge.
    idle: bool,
    /// There was no verdict.
    pub lost: bool,
    /// The verdict in a word or two.
    pub got: String,
    pub words: String,
}

impl Tried {
    /// Says whether the verdict is not the one that was expected.
    pub fn failed(&self) -> bool {
        !self.lost && (self.decision != Some(self.expected) || self.idle)
    }
}

/// The fewest stored results that must have rows; an empty result is too easily right.
const FULL_COUNT: usize = 4;

/// Gives what a question lacks to be proven, without running anything.
pub fn gaps(question: &Question) -> Vec<String> {
    match &question.body {
        Body::Sql(body) => stored(&body.datasets, &body.gold, one_table),
        Body::Modeling(body) => models::gaps(body),
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => Vec::new(),
    }
}

fn stored(
    datasets: &[Dataset],
    gold: &BTreeMap<String, String>,
    has_rows: fn(&str) -> Option<bool>,
) -> Vec<String> {
    let missing: Vec<&str> = datasets
        .iter()
        .map(|dataset| dataset.id.as_str())
        .filter(|id| !gold.contains_key(*id))
        .collect();
    if !missing.is_empty() {
        let missing = missing.join(", ");
        return vec![format!("no stored result for {missing}; run `mockloop bank gold`")];
    }
    let mut gaps = Vec::new();
    let mut full = 0;
    for (id, text) in gold {
        match has_rows(text) {
            Some(true) => full += 1,
            Some(false) => {}
            None => gaps.push(format!("gold/{id}.json is not a stored result")),
        }
    }
    if full < FULL_COUNT && gaps.is_empty() {
        gaps.push(format!("only {full} stored results have rows; {FULL_COUNT} are needed"));
    }
    gaps
}

fn one_table(text: &str) -> Option<bool> {
    serde_json::from_str::<Table>(text).ok().map(|table| !table.rows.is_empty())
}

fn some_view(text: &str) -> Option<bool> {
    let views: BTreeMap<String, Table> = serde_json::from_str(text).ok()?;
    Some(views.values().any(|table| !table.rows.is_empty()))
}

/// Tries every solution a question brings.
pub fn prove(question: &Question) -> Vec<Tried> {
    match &question.body {
        Body::Sql(body) => {
            let paper = body.references.first().map(|one| paper::of_sql(body, &one.text));
            let fates = paper.and_then(|paper| fates_of(&paper, texts(&body.wrong)).ok());
            beside(question, &body.references, &body.wrong, fates)
        }
        Body::Modeling(body) => {
            let mut tried = judge_all(question, &body.references, &body.wrong);
            tried.extend(models::changes(question, body));
            tried
        }
        Body::Python(body) => {
            let paper = body.references.first().map(|one| paper::of_python(body, &one.text));
            let bar = ProgressBar::hidden();
            let fates = paper.and_then(|paper| sifted(&paper, &texts(&body.wrong), &bar).ok());
            let mut tried = beside(question, &body.references, &body.wrong, fates);
            tried.extend(paper::agree(question).map(agreement));
            tried
        }
        Body::Design(body) => designs(question, body),
        Body::Behavioral(_) => Vec::new(),
    }
}

fn judge_all(question: &Question, references: &[Solution], wrong: &[WrongAnswer]) -> Vec<Tried> {
    let work =
        |answer: &str| paper::decide(question, answer).expect("only kinds that run come here");
    judge_by(question, &work, references, wrong)
}

/// Judges the references, and the wrong answers whose fate does not say it all: most give a wrong result on a
/// dataset or a written case, and a whole verdict on each would take most of a check's time.
fn beside(
    question: &Question,
    references: &[Solution],
    wrong: &[WrongAnswer],
    fates: Option<Vec<Fate>>,
) -> Vec<Tried> {
    let fates = fates.unwrap_or_else(|| vec![Fate::Alive; wrong.len()]);
    let may_raise = matches!(question.body, Body::Python(_));
    let says_it_all =
        |fate: &Fate| matches!(fate, Fate::Killed { raised, .. } if may_raise || !raised);
    let (known, open): (Vec<_>, Vec<_>) =
        wrong.iter().zip(fates).partition(|(_, fate)| says_it_all(fate));
    let open: Vec<WrongAnswer> = open.into_iter().map(|(wrong, _)| wrong.clone()).collect();
    let mut tried = judge_all(question, references, &open);
    tried.extend(known.into_iter().filter_map(|(wrong, fate)| rejected(&wrong.solution, fate)));
    tried
}

fn texts(wrong: &[WrongAnswer]) -> Vec<String> {
    wrong.iter().map(|wrong| wrong.solution.text.clone()).collect()
}

fn rejected(solution: &Solution, fate: Fate) -> Option<Tried> {
    let Fate::Killed { dataset, .. } = fate else { return None };
    Some(Tried {
        file: solution.file.clone(),
        expected: Decision::Reject,
        decision: Some(Decision::Reject),
        idle: false,
        lost: false,
        got: "rejected: wrong".to_owned(),
        words: format!("in “{dataset}”"),
    })
}

/// Judges every solution by the work that `work` makes of its text.
fn judge_by(
    question: &Question,
    work_of: &(dyn Fn(&str) -> Work + Sync),
    references: &[Solution],
    wrong: &[WrongAnswer],
) -> Vec<Tried> {
    let right = references.iter().map(|solution| (solution, Decision::Accept));
    let wrong = wrong.iter().map(|answer| (&answer.solution, Decision::Reject));
    let work: Vec<(&Solution, Decision)> = right.chain(wrong).collect();
    crew::share(&work, |(solution, expected)| {
        judge(question, work_of(&solution.text), solution, *expected)
    })
}

fn judge(question: &Question, work: Work, solution: &Solution, expected: Decision) -> Tried {
    let tried = Tried {
        file: solution.file.clone(),
        expected,
        decision: None,
        idle: false,
        lost: false,
        got: "no verdict".to_owned(),
        words: String::new(),
    };
    match judging::ask_within(work, &Deadlines::PROVING) {
        Ok(Outcome::Verdict(verdict)) => Tried {
            decision: Some(verdict.decision),
            idle: expected == Decision::Reject && is_idle(question, &verdict),
            got: match verdict.decision {
                Decision::Accept => "accepted".to_owned(),
                Decision::Reject => format!("rejected: {}", verdict.kind.name()),
            },
            words: verdict.words,
            ..tried
        },
        Ok(Outcome::Broken(words)) => Tried { got: "broken question".to_owned(), words, ..tried },
        Ok(other) => Tried { lost: true, words: told(judging::unexpected(&other)), ..tried },
        Err(failure) => Tried { lost: true, words: told(failure), ..tried },
    }
}

/// Compares the references on what the generator makes.
fn agreement(work: Work) -> Tried {
    let tried = Tried {
        file: "generate.py".to_owned(),
        expected: Decision::Accept,
        decision: None,
        idle: false,
        lost: false,
        got: "no answer".to_owned(),
        words: String::new(),
    };
    match judging::ask_within(work, &Deadlines::PROVING) {
        Ok(Outcome::Agreed { tried: seeds, disagreement: None }) => Tried {
            decision: Some(Decision::Accept),
            got: format!("the references agree on {seeds} seeds"),
            ..tried
        },
        Ok(Outcome::Agreed { disagreement: Some(words), .. } | Outcome::Broken(words)) => {
            Tried { got: "broken question".to_owned(), words, ..tried }
        }
        Ok(other) => Tried { lost: true, words: told(judging::unexpected(&other)), ..tried },
        Err(failure) => Tried { lost: true, words: told(failure), ..tried },
    }
}

/// A wrong query that does not run would be noticed by anybody; it must run and be wrong.
/// Wrong Python may well raise: that can be its mistake.
/// A wrong model may fail with an error too, once it has built, loaded and shown its views.
fn is_idle(question: &Question, verdict: &Verdict) -> bool {
    let fails_to_run = matches!(verdict.kind, Fault::Error | Fault::Forbidden);
    match question.body {
        Body::Sql(_) => fails_to_run,
        Body::Modeling(_) => fails_to_run && verdict.score == 0,
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => false,
    }
}

fn told(failure: Failure) -> String {
    match failure {
        Failure::Judge(words) | Failure::Usage(words) | Failure::Journal(words) => words,
        Failure::Broken(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

fn designs(question: &Question, body: &DesignBody) -> Vec<Tried> {
    let answers = [
        ("reference.md", &body.reference, Decision::Accept),
        ("weak.md", &body.weak, Decision::Reject),
    ];
    answers.map(|(file, text, expected)| design(question, body, file, text, expected)).into()
}

fn design(
    question: &Question,
    body: &DesignBody,
    file: &str,
    text: &str,
    expected: Decision,
) -> Tried {
    let card = design_card(question, body, text);
    let passed = card.pass.unwrap_or(false);
    let overall = card.overall.map_or("no score".to_owned(), |overall| format!("{overall:.1}"));
    Tried {
        file: file.to_owned(),
        expected,
        decision: Some(if passed { Decision::Accept } else { Decision::Reject }),
        idle: false,
        lost: false,
        got: format!("{overall}, {}", if passed { "passes" } else { "does not pass" }),
        words: card.words,
    }
}
