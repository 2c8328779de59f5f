//! Who is asked how good an answer was: the scorers, one for each kind, called once for the debrief.

mod conversation;

use super::scored::{CodeReview, Questions, Scored, Work, plain_answers};
use crate::content::library::Library;
use crate::content::question::{BehavioralBody, Body, DesignBody, Head, Question};
use crate::design::DesignAnswer;
use crate::ids::QuestionId;
use crate::interview::Interview;
use crate::interview::event::{Answer, Why};
use crate::interview::record::{QuestionRecord, Speaker};
use crate::interview::verdict::Evidence;
use crate::moment::Moment;
use crate::score::card::Scorecard;
use crate::score::design::{self, AskedFact};
use crate::score::python::{self, Asked, Level, Review};
use crate::score::sql;
use crate::score::story::{self, Lexicon, Told};

/// The musts of E1, E3 and E5 by the flags a design's card carries for them.
const MUSTS: [&str; 3] = ["must:e1", "must:e3", "must:e5"];

impl Questions for Library {
    fn question(&self, id: &QuestionId) -> Option<&Question> {
        Library::question(self, id)
    }
}

/// Scores every answer of a session. The same session always gets the same scores.
pub fn score_answers(
    interview: &Interview,
    questions: &dyn Questions,
    lexicon: &Lexicon,
) -> Vec<Scored> {
    let mut answers = plain_answers(interview);
    for scored in &mut answers {
        let id = &interview.plan.rounds[scored.round].questions[scored.question].id;
        let record = &interview.rounds[scored.round].questions[scored.question];
        if let Some(question) = questions.question(id) {
            score_answer(scored, question, record, lexicon);
            scored.talk = conversation::card(interview, scored, question, lexicon);
        }
    }
    answers
}

fn score_answer(
    scored: &mut Scored,
    question: &Question,
    record: &QuestionRecord,
    lexicon: &Lexicon,
) {
    let Work::HandedIn { answer, .. } = &scored.work else { return };
    match (&question.body, answer) {
        (Body::Behavioral(body), Answer::Text(text)) => {
            scored.card = Some(story_card(&question.head, body, text, lexicon));
        }
        (Body::Design(body), Answer::Design { diagram, notes }) => {
            let answer = DesignAnswer::from_panes(diagram, notes);
            let card = design_card(&question.head, body, &answer, record);
            scored.missing_musts = card.overall.is_some().then(|| missing_musts(&card));
            scored.card = Some(card);
        }
        (Body::Python(body), Answer::Text(text)) => {
            let asked = Asked::of(body);
            let asked = match scored.verdict() {
                Some(verdict) => asked.with_verdict(body, verdict),
                None => asked,
            };
            scored.review = Some(code_review(text, &python::review_for(text, &asked)));
        }
        (Body::Sql(_) | Body::Modeling(_), Answer::Text(_)) => {
            scored.review = scored.verdict().and_then(sql::review).map(query_review);
        }
        _ => {}
    }
}

/// How long a story took to tell is not known of typed text, so its words are counted.
fn story_card(head: &Head, body: &BehavioralBody, text: &str, lexicon: &Lexicon) -> Scorecard {
    let told = Told {
        text,
        parts: None,
        seconds: None,
        prompt: Some(&head.prompt),
        principles: &head.principles,
        theme: &body.theme,
    };
    story::score(&told, lexicon)
}

fn design_card(
    head: &Head,
    body: &DesignBody,
    answer: &DesignAnswer,
    record: &QuestionRecord,
) -> Scorecard {
    design::score(answer, &asked_facts(record), head, body)
}

/// The facts that were given, each with whether it was before the first stroke of the diagram.
fn asked_facts(record: &QuestionRecord) -> Vec<AskedFact> {
    let is_before = |at: Moment| record.flight.first_diagram_at.is_none_or(|first| at < first);
    let mut asked: Vec<AskedFact> = Vec::new();
    for line in &record.chat {
        let Speaker::Interviewer(said) = &line.from else { continue };
        let Why::Fact(id) = &said.why else { continue };
        if asked.iter().all(|fact| fact.id != *id) {
            asked.push(AskedFact { id: id.clone(), before_diagram: is_before(line.at) });
        }
    }
    asked
}

fn missing_musts(card: &Scorecard) -> Vec<Evidence> {
    let is_must = |id: &str| MUSTS.iter().any(|must| id.starts_with(must));
    let missing = card.flags.iter().filter(|flag| is_must(&flag.id));
    missing.map(|flag| Evidence::plain(&flag.id, false, flag.words.clone())).collect()
}

/// What other databases would write stands last; it costs nothing.
fn query_review(review: sql::Review) -> CodeReview {
    let remarks = review.remarks.into_iter().chain(review.ports).collect();
    CodeReview {
        score: Some(review.score),
        blocks: review.smells,
        remarks,
        ..CodeReview::default()
    }
}

fn code_review(source: &str, review: &Review) -> CodeReview {
    let lines = review.findings.iter().zip(review.evidence(source));
    let (blocks, remarks): (Vec<_>, Vec<_>) =
        lines.partition(|(finding, _)| finding.level == Level::Block);
    let words = |lines: Vec<(_, Evidence)>| lines.into_iter().map(|(_, line)| line).collect();
    CodeReview {
        findings: review.findings.clone(),
        score: review.score.map(f64::from),
        blocks: words(blocks),
        remarks: words(remarks),
        not_judged: review.not_judged.clone(),
    }
}

#[cfg(test)]
#[path = "scoring/tests.rs"]
mod tests;
