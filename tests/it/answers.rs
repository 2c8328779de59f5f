//! What a candidate says who knows the bank by heart, and what one says who does not.

use mockloop::content::library::Library;
use mockloop::content::question::{Body, FollowUp, Question, Solution, WrongAnswer};
use mockloop::content::story;
use mockloop::design::DesignAnswer;
use mockloop::ids::QuestionId;
use mockloop::interview::event::Answer;

/// How well somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skill {
    Good,
    Bad,
}

const GOOD_STORY: &str = include_str!("../../stories/examples/late-returns.toml");
const VAGUE_STORY: &str = include_str!("../../stories/examples/we-modernised.toml");

/// Gives an answer from the question's own proof; a story is one of the sample stories.
pub fn answer(question: &Question, skill: Skill) -> Answer {
    let run = |references: &[Solution], wrong: &[WrongAnswer]| {
        let solution = match skill {
            Skill::Good => references.first(),
            Skill::Bad => wrong.first().map(|wrong| &wrong.solution),
        };
        Answer::Text(solution.expect("a question brings its proof").text.clone())
    };
    match (&question.body, skill) {
        (Body::Sql(body), _) => run(&body.references, &body.wrong),
        (Body::Modeling(body), _) => run(&body.references, &body.wrong),
        (Body::Python(body), _) => run(&body.references, &body.wrong),
        (Body::Design(body), Skill::Good) => panes(&body.reference),
        (Body::Design(body), Skill::Bad) => panes(&body.weak),
        (Body::Behavioral(_), Skill::Good) => told(GOOD_STORY),
        (Body::Behavioral(_), Skill::Bad) => told(VAGUE_STORY),
    }
}

/// Gives the second answer to a model whose requirement changed, if it does.
pub fn changed_answer(question: &Question) -> Option<Answer> {
    let Body::Modeling(body) = &question.body else { return None };
    let first = body.change.as_ref()?.references.first()?;
    Some(Answer::Text(first.text.clone()))
}

/// Splits a design's file into the two panes of the room: what is said around the diagram comes first in the notes.
fn panes(file: &str) -> Answer {
    let parsed = DesignAnswer::parse(file);
    let sections = file.split("\n## ").skip(1).filter(|section| !section.starts_with("Diagram"));
    let sections: String = sections.map(|section| format!("\n\n## {}", section.trim())).collect();
    let notes = format!("{}{sections}\n", parsed.walk.text);
    Answer::Design { diagram: parsed.diagram.text, notes }
}

fn told(file: &str) -> Answer {
    let story = story::read("story.toml", "story", file).expect("a sample story can be read");
    Answer::Text(story.file.text())
}

/// Gives what is said to a follow-up: a sentence for every point it asks for, or nothing of substance.
pub fn said(follow_up: &FollowUp, skill: Skill) -> String {
    let sentence = |phrase: &String| format!("In my answer that comes down to {phrase} here.");
    match skill {
        Skill::Good => {
            let first = follow_up.points.iter().filter_map(|point| point.any.first());
            first.map(sentence).collect::<Vec<_>>().join(" ")
        }
        Skill::Bad => "It depends, we would look into that.".into(),
    }
}

/// Gives a planned question of the bank.
pub fn question<'l>(library: &'l Library, id: &QuestionId) -> &'l Question {
    library.question(id).expect("the plan was drawn from this bank")
}
