//! `mockloop bank list`: what can be asked.

use serde::Serialize;

use super::check::proof;
use crate::cli::columns::columns;
use crate::cli::failure::{Done, Failure};
use crate::cli::speech::{Speech, Tone};
use crate::content::library::Library;
use crate::content::question::{Difficulty, Kind, Question};
use crate::ids::{PrincipleId, QuestionId};

/// Which questions to list.
pub struct Filter {
    pub kind: Option<Kind>,
    pub level: Option<Difficulty>,
    pub topic: Option<String>,
}

#[derive(Serialize)]
struct Listed<'l> {
    questions: Vec<Row<'l>>,
}

#[derive(Serialize)]
struct Row<'l> {
    id: &'l QuestionId,
    kind: Kind,
    title: &'l str,
    difficulty: Difficulty,
    minutes: u32,
    topics: &'l [String],
    traps: &'l [String],
    principles: &'l [PrincipleId],
    /// It carries everything `bank check` proves it by.
    proven: bool,
}

/// Lists the questions that pass the filter; broken ones are told on standard error.
pub fn list(
    library: &Library,
    filter: &Filter,
    json: bool,
    speech: &Speech,
) -> Result<Done, Failure> {
    let questions: Vec<Row<'_>> =
        library.questions().filter(|question| filter.takes(question)).map(row).collect();
    let listed = Listed { questions };
    if json {
        speech.say_json(&listed)
    } else {
        speech.say(page(&listed, speech))
    }
    let problems: Vec<_> = library.problems().into_iter().cloned().collect();
    if problems.is_empty() { Ok(Done::Fine) } else { Err(Failure::Broken(problems)) }
}

impl Filter {
    fn takes(&self, question: &Question) -> bool {
        let topic = |wanted: &String| {
            let wanted = wanted.replace(' ', "-");
            question.head.topics.contains(&wanted)
        };
        self.kind.is_none_or(|kind| kind == question.kind())
            && self.level.is_none_or(|level| level == question.head.difficulty)
            && self.topic.as_ref().is_none_or(topic)
    }
}

fn row(question: &Question) -> Row<'_> {
    Row {
        id: &question.id,
        kind: question.kind(),
        title: &question.head.title,
        difficulty: question.head.difficulty,
        minutes: question.head.minutes,
        topics: &question.head.topics,
        traps: &question.head.traps,
        principles: &question.head.principles,
        proven: proof::gaps(question).is_empty(),
    }
}

fn page(listed: &Listed<'_>, speech: &Speech) -> String {
    let head =
        ["question", "kind", "level", "min", "title"].map(|word| speech.paint(Tone::Loud, word));
    let mut rows = vec![head.to_vec()];
    rows.extend(listed.questions.iter().map(|row| {
        vec![
            row.id.to_string(),
            row.kind.name().to_owned(),
            row.difficulty.name().to_owned(),
            row.minutes.to_string(),
            row.title.to_owned(),
        ]
    }));
    format!("{}\n\n{} questions", columns(&rows), listed.questions.len())
}
