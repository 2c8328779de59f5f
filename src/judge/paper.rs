//! What a judge is handed of a question: its tables, rows, contracts or cases, and one answer.

use super::request::{
    Mistake, ModelPaper, PaperDataset, PythonPaper, PythonRun, SqlPaper, SqlRun, Work,
};
use crate::content::question::{
    Body, Dataset, ModelingBody, PythonBody, Question, SqlBody, WrongAnswer,
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

/// Gives the same work where nobody asks why an answer is wrong, which is quicker.
pub fn decide(question: &Question, answer: &str) -> Option<Work> {
    grade(question, answer).map(|work| match work {
        Work::GradeSql(paper) => {
            Work::GradeSql(SqlPaper { references: Vec::new(), mistakes: Vec::new(), ..paper })
        }
        other => other,
    })
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
    let named = body.views.iter().rev().find(|view| lower.contains(&view.name.to_lowercase()));
    match named {
        Some(view) if !asks.iter().any(|word| last.starts_with(word)) => {
            format!("{text}\n;\nSELECT * FROM {};\n", view.name)
        }
        _ => text.to_owned(),
    }
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
        views: body.views.iter().map(|view| (view.name.clone(), view.contract.clone())).collect(),
        answer: answer.to_owned(),
    }
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

fn python(body: &PythonBody, answer: &str) -> PythonPaper {
    PythonPaper {
        function: body.function.clone(),
        properties: body.properties.clone(),
        cases: body.cases.clone(),
        answer: answer.to_owned(),
    }
}
