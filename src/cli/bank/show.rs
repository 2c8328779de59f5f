//! `mockloop bank show`: what a candidate is told, and on demand what the interviewer knows.

use serde::Serialize;

use crate::cli::failure::{Done, Failure};
use crate::cli::grade::question;
use crate::cli::speech::{Speech, Tone};
use crate::content::library::Library;
use crate::content::question::{
    Body, Dataset, Difficulty, Fact, FollowUp, Kind, Question, Solution,
};
use crate::ids::{PrincipleId, QuestionId};

#[derive(Serialize)]
struct Shown<'l> {
    id: &'l QuestionId,
    kind: Kind,
    title: &'l str,
    difficulty: Difficulty,
    minutes: u32,
    topics: &'l [String],
    principles: &'l [PrincipleId],
    prompt: &'l str,
    /// The tables with the public rows, or the function to write.
    material: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    solution: Option<Known<'l>>,
}

#[derive(Serialize)]
struct Known<'l> {
    traps: &'l [String],
    strong: &'l [String],
    red_flags: &'l [String],
    facts: &'l [Fact],
    follow_ups: Vec<&'l FollowUp>,
    reference: Option<&'l str>,
}

/// Shows one question.
pub fn show(
    library: &Library,
    id: &str,
    solution: bool,
    json: bool,
    speech: &Speech,
) -> Result<Done, Failure> {
    let question = question(library, id)?;
    let head = &question.head;
    let shown = Shown {
        id: &question.id,
        kind: question.kind(),
        title: &head.title,
        difficulty: head.difficulty,
        minutes: head.minutes,
        topics: &head.topics,
        principles: &head.principles,
        prompt: &head.prompt,
        material: material(question),
        solution: solution.then(|| known(question)),
    };
    if json {
        speech.say_json(&shown)
    } else {
        speech.say(page(&shown, speech))
    }
    Ok(Done::Fine)
}

fn material(question: &Question) -> String {
    match &question.body {
        Body::Sql(body) => format!("{}\n{}", body.schema.trim(), public(&body.datasets)),
        Body::Modeling(body) => {
            let first = format!("{}\n{}", body.raw.trim(), public(&body.datasets));
            let late = public(&body.late);
            let is_one = !late.is_empty();
            if is_one {
                format!("{first}\n\n-- Arrives after the first load.\n{late}")
            } else {
                first
            }
        }
        Body::Python(body) => body.function.starter.trim().to_owned(),
        Body::Design(_) | Body::Behavioral(_) => String::new(),
    }
}

fn public(datasets: &[Dataset]) -> &str {
    datasets.iter().find(|dataset| dataset.is_public()).map_or("", |dataset| dataset.sql.trim())
}

fn known<'l>(question: &'l Question) -> Known<'l> {
    let first = |solutions: &'l [Solution]| solutions.first().map(|one| one.text.as_str());
    let reference = match &question.body {
        Body::Sql(body) => first(&body.references),
        Body::Modeling(body) => first(&body.references),
        Body::Python(body) => first(&body.references),
        Body::Design(body) => Some(body.reference.as_str()),
        Body::Behavioral(_) => None,
    };
    let (strong, red_flags): (&[String], &[String]) = match &question.body {
        Body::Behavioral(body) => (&body.strong, &body.red_flags),
        _ => Default::default(),
    };
    let head = &question.head;
    Known {
        traps: &head.traps,
        strong,
        red_flags,
        facts: &head.facts,
        follow_ups: head.asks().collect(),
        reference,
    }
}

fn page(shown: &Shown<'_>, speech: &Speech) -> String {
    let title = speech.paint(Tone::Loud, shown.title);
    let line =
        format!("{}, {}, {} minutes", shown.kind.name(), shown.difficulty.name(), shown.minutes);
    let mut parts = vec![format!("{title}\n{line}"), shown.prompt.trim().to_owned()];
    parts.push(shown.material.clone());
    if let Some(known) = &shown.solution {
        parts.push(format!("{}: {}", speech.paint(Tone::Loud, "Traps"), known.traps.join(", ")));
        let indented = |lines: &[String]| lines.iter().map(|line| format!("  {line}")).collect();
        parts.push(section("A strong answer", indented(known.strong), speech));
        parts.push(section("Red flags", indented(known.red_flags), speech));
        let facts = known.facts.iter().map(|fact| format!("  {}: {}", fact.id, fact.answer.trim()));
        parts.push(section("Facts", facts.collect(), speech));
        let asks = known.follow_ups.iter().copied().flat_map(follow_up);
        parts.push(section("Follow-ups", asks.collect(), speech));
        if let Some(reference) = known.reference {
            parts.push(section("A reference solution", vec![reference.trim().to_owned()], speech));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn follow_up(follow_up: &FollowUp) -> Vec<String> {
    let deeper = follow_up.deeper.iter().map(|ask| format!("    {ask}"));
    std::iter::once(format!("  {}", follow_up.ask)).chain(deeper).collect()
}

fn section(title: &str, lines: Vec<String>, speech: &Speech) -> String {
    if lines.is_empty() {
        return String::new();
    }
    format!("{}\n{}", speech.paint(Tone::Loud, title), lines.join("\n"))
}
