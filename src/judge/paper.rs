//! What a judge is handed of a question: its tables, rows, contracts or cases, and one answer.

use super::request::{
    LateBatch, Mistake, ModelPaper, PaperDataset, PythonPaper, PythonRun, ScalePaper, SqlPaper,
    SqlRun, Work,
};
use crate::content::contract::Contract;
use crate::content::file::sql::ROWS;
use crate::content::question::{
    Body, Dataset, ModelingBody, PythonBody, Question, SqlBody, View, WrongAnswer,
};

/// Rows a run shows at most.
pub const SHOWN_ROWS: usize = 10_000;

/// Whether stored results go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gold {
    Along,
    StaysBehind,
}

/// Gives the work of judging an answer; none for designs and stories, which are scored by reading.
pub fn grade(question: &Question, answer: &str) -> Option<Work> {
    match &question.body {
        Body::Sql(body) => Some(Work::GradeSql(sql(body, answer, Gold::Along))),
        Body::Modeling(body) => Some(Work::GradeModel(model(body, answer, Gold::Along))),
        Body::Python(body) => Some(Work::GradePython(python(body, answer))),
        Body::Design(_) | Body::Behavioral(_) => None,
    }
}

/// Gives a SQL question as the judge needs it, with its stored results and one answer.
pub fn of_sql(body: &SqlBody, answer: &str) -> SqlPaper {
    sql(body, answer, Gold::Along)
}

/// Gives the work of judging a second answer, after the requirement changed; none where none changes.
pub fn grade_changed(question: &Question, answer: &str, before: &str) -> Option<Work> {
    let Body::Modeling(body) = &question.body else { return None };
    changed(body, answer, before, Gold::Along).map(Work::GradeModel)
}

/// Gives the work of deriving what is stored for a changed requirement; none where none changes.
pub fn derive_changed(question: &Question, reference: &str) -> Option<Work> {
    let Body::Modeling(body) = &question.body else { return None };
    changed(body, reference, "", Gold::StaysBehind).map(Work::DeriveModel)
}

/// Gives the same work where nobody asks why an answer is wrong, which is quicker.
pub fn decide(question: &Question, answer: &str) -> Option<Work> {
    grade(question, answer).map(|work| match work {
        Work::GradeSql(paper) => {
            Work::GradeSql(SqlPaper { references: Vec::new(), mistakes: Vec::new(), ..paper })
        }
        Work::GradePython(paper) => Work::GradePython(PythonPaper { shrink: false, ..paper }),
        other => other,
    })
}

/// Gives the work of judging on the written cases alone; none where there is nothing else.
pub fn decide_written(question: &Question, answer: &str) -> Option<Work> {
    match decide(question, answer)? {
        Work::GradePython(paper) if paper.generator.is_some() || paper.gauntlet.is_some() => {
            Some(Work::GradePython(PythonPaper { generator: None, gauntlet: None, ..paper }))
        }
        _ => None,
    }
}

/// Gives the work of comparing the references on generated arguments; none where nothing is generated.
pub fn agree(question: &Question) -> Option<Work> {
    match &question.body {
        Body::Python(body) if body.generator.is_some() => Some(Work::AgreePython(python(body, ""))),
        _ => None,
    }
}

/// Gives the work of deriving stored results from a reference; none where nothing is stored.
pub fn derive(question: &Question, reference: &str) -> Option<Work> {
    match &question.body {
        Body::Sql(body) => Some(Work::DeriveSql(sql(body, reference, Gold::StaysBehind))),
        Body::Modeling(body) => Some(Work::DeriveModel(model(body, reference, Gold::StaysBehind))),
        Body::Python(_) | Body::Design(_) | Body::Behavioral(_) => None,
    }
}

/// Gives the work of running what is in the editor on what the candidate may see; none for designs and stories.
pub fn run(question: &Question, text: &str) -> Option<Work> {
    match &question.body {
        Body::Sql(body) => Some(run_sql(&body.schema, &body.datasets, text, false)),
        Body::Modeling(body) => {
            let script = with_a_look(body, text);
            Some(run_sql(&body.raw, &body.datasets, &script, true))
        }
        Body::Python(body) => {
            let mut paper = python(body, text);
            paper.cases.retain(|case| case.sample);
            paper.generator = None;
            paper.gauntlet = None;
            paper.shrink = false;
            paper.references.clear();
            Some(Work::RunPython(PythonRun { program: text.to_owned(), paper: Some(paper) }))
        }
        Body::Design(_) | Body::Behavioral(_) => None,
    }
}

/// A script that ends with a view shows nothing, so the last wanted view that it names is read at its
/// end, unless it ends with a query of the candidate's own.
fn with_a_look(body: &ModelingBody, text: &str) -> String {
    let lower = text.to_lowercase();
    let last = lower.trim().trim_end_matches(';').rsplit(';').next().unwrap_or("").trim_start();
    let asks = ["select", "from", "table", "describe", "show", "summarize"];
    let new = body.change.iter().flat_map(|change| change.views.iter().rev());
    let named =
        new.chain(body.views.iter().rev()).find(|view| lower.contains(&view.name.to_lowercase()));
    match named {
        Some(view) if !asks.iter().any(|word| last.starts_with(word)) => {
            format!("{text}\n;\nSELECT * FROM {};\n", view.name)
        }
        _ => text.to_owned(),
    }
}

/// The sizes at which a query is run, up to the one asked for.
const SIZES: [u64; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
/// A smaller one, should too few of them be finished.
const SPARE: u64 = 1_000;
/// The largest size that is run unless more is asked for.
pub const USUAL_SIZE: u64 = 1_000_000;

/// Gives the work of counting what an answer handles on tables of up to `most` rows; none for questions
/// whose tables do not grow.
pub fn scale(question: &Question, answer: &str, most: u64) -> Option<Work> {
    let Body::Sql(body) = &question.body else { return None };
    let (scale, reference) = (body.scale.as_ref()?, body.references.first()?);
    let filled = |rows: u64| (rows, scale.sql.replace(ROWS, &rows.to_string()));
    Some(Work::Scale(ScalePaper {
        schema: body.schema.clone(),
        sizes: SIZES.into_iter().filter(|rows| *rows <= most).map(filled).collect(),
        spare: filled(SPARE),
        contracts: body.contracts.clone(),
        reference: reference.text.clone(),
        answer: answer.to_owned(),
    }))
}

fn run_sql(schema: &str, datasets: &[Dataset], text: &str, script: bool) -> Work {
    let public = datasets.iter().find(|dataset| dataset.is_public());
    Work::RunSql(SqlRun {
        schema: schema.to_owned(),
        data: public.map(|dataset| dataset.sql.clone()).unwrap_or_default(),
        statements: text.to_owned(),
        script,
        row_limit: SHOWN_ROWS,
    })
}

fn sql(body: &SqlBody, answer: &str, gold: Gold) -> SqlPaper {
    let stored = |id: &str| body.gold.get(id).filter(|_| gold == Gold::Along).cloned();
    SqlPaper {
        schema: body.schema.clone(),
        datasets: body.datasets.iter().map(|dataset| paper(dataset, stored(&dataset.id))).collect(),
        contracts: body.contracts.clone(),
        references: body.references.iter().map(|one| one.text.clone()).collect(),
        mistakes: body.wrong.iter().map(mistake).collect(),
        promises: body.promises.iter().map(|promise| promise.breaks.clone()).collect(),
        answer: answer.to_owned(),
    }
}

fn mistake(wrong: &WrongAnswer) -> Mistake {
    Mistake {
        sql: wrong.solution.text.clone(),
        trap: Some(wrong.trap.clone()),
        words: wrong.mistake.clone(),
    }
}

fn model(body: &ModelingBody, answer: &str, gold: Gold) -> ModelPaper {
    let stored = |id: &str| body.gold.get(id).filter(|_| gold == Gold::Along).cloned();
    ModelPaper {
        raw: body.raw.clone(),
        datasets: body.datasets.iter().map(|dataset| paper(dataset, stored(&dataset.id))).collect(),
        late: late(body, |id| stored(&format!("{id}{LATE}"))),
        views: named(&body.views),
        types: body.types.clone(),
        late_parents: body.late_parents.clone(),
        changed_from: None,
        answer: answer.to_owned(),
    }
}

/// What follows a dataset's id in the name of its stored views after the second batch.
pub const LATE: &str = "-late";
/// The same for the views of a changed requirement.
pub const CHANGE: &str = "-change";

fn changed(body: &ModelingBody, answer: &str, before: &str, gold: Gold) -> Option<ModelPaper> {
    let views = body.change.as_ref()?.views_after(&body.views);
    let stored =
        |id: &str| body.gold.get(&format!("{id}{CHANGE}")).filter(|_| gold == Gold::Along).cloned();
    Some(ModelPaper {
        datasets: body.datasets.iter().map(|dataset| paper(dataset, None)).collect(),
        late: late(body, stored),
        views: named(&views),
        changed_from: Some(before.to_owned()),
        ..model(body, answer, Gold::StaysBehind)
    })
}

fn late(body: &ModelingBody, stored: impl Fn(&str) -> Option<String>) -> Vec<LateBatch> {
    let batch = |late: &Dataset| LateBatch {
        dataset: late.id.clone(),
        sql: late.sql.clone(),
        gold: stored(&late.id),
    };
    body.late.iter().map(batch).collect()
}

fn named(views: &[View]) -> Vec<(String, Contract)> {
    views.iter().map(|view| (view.name.clone(), view.contract.clone())).collect()
}

fn paper(dataset: &Dataset, gold: Option<String>) -> PaperDataset {
    PaperDataset {
        id: dataset.id.clone(),
        about: dataset.about.clone(),
        public: dataset.is_public(),
        sql: dataset.sql.clone(),
        gold,
    }
}

/// Gives a Python question as the judge needs it, with one answer.
pub fn of_python(body: &PythonBody, answer: &str) -> PythonPaper {
    python(body, answer)
}

fn python(body: &PythonBody, answer: &str) -> PythonPaper {
    PythonPaper {
        function: body.function.clone(),
        properties: body.properties.clone(),
        cases: body.cases.clone(),
        generator: body.generator.clone(),
        gauntlet: body.gauntlet.clone(),
        references: body.references.iter().map(|one| one.text.clone()).collect(),
        answer: answer.to_owned(),
        shrink: true,
    }
}
