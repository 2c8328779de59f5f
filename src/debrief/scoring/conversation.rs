//! How the candidate spoke about an answer: the points that follow-ups asked for, and principles in passing.

use crate::content::question::{FollowUp, Kind, Question};
use crate::debrief::scored::Scored;
use crate::interview::Interview;
use crate::interview::event::{Answer, ClosedBy, Why};
use crate::interview::record::{FollowUpRecord, QuestionRecord, Speaker};
use crate::interview::verdict::Evidence;
use crate::interviewer::code;
use crate::score::card::{Dimension, Scorecard};
use crate::score::story::Lexicon;
use crate::score::talk::{Framing, framing, points};

/// What a share of points named means, in words for the card.
const RULE: &str = "the share of the follow-up's points that the answer names, from 1 to 5";

/// Gives the card of the conversation about one question; none when there was none to judge.
pub(super) fn card(
    interview: &Interview,
    scored: &Scored,
    question: &Question,
    lexicon: &Lexicon,
) -> Option<Scorecard> {
    let record = &interview.rounds[scored.round].questions[scored.question];
    let mut dimensions = follow_ups(interview, scored, question, lexicon);
    let shares: Vec<f64> = dimensions.iter().filter_map(|dimension| dimension.score).collect();
    let overall = (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64);
    dimensions.extend(framed(scored, question, record, lexicon));
    (!dimensions.is_empty()).then(|| Scorecard {
        overall,
        pass: None,
        words: format!("{} follow-ups could be judged.", shares.len()),
        dimensions,
        flags: Vec::new(),
        not_judged: not_judged(interview, scored, question),
        follow_ups: Vec::new(),
    })
}

/// One dimension for each follow-up that has points; the deeper answers count with the first.
fn follow_ups(
    interview: &Interview,
    scored: &Scored,
    question: &Question,
    lexicon: &Lexicon,
) -> Vec<Dimension> {
    let record = &interview.rounds[scored.round].questions[scored.question];
    let drawn = drawn(interview, scored, question);
    let all: Vec<&FollowUp> = question.head.asks().chain(&drawn).collect();
    let asked = asked(record, &all);
    let asks = all.iter().enumerate();
    asks.filter_map(|(index, follow_up)| {
        let of_index = || asked.iter().filter(move |(i, _)| *i == index).map(|(_, f)| *f);
        of_index().next()?;
        let answer = answered(of_index());
        if answer.is_empty() && cut_off(interview, scored) {
            return None;
        }
        let heard: Vec<&str> = said(record).chain([question.head.prompt.as_str()]).collect();
        let named = points(&answer, follow_up, &heard, lexicon);
        let score = 1.0 + 4.0 * named.share()?;
        Some(dimension("follow-up", &follow_up.ask, score, named.evidence))
    })
    .collect()
}

/// Gives what the answer's own lines called for when it was handed in.
fn drawn(interview: &Interview, scored: &Scored, question: &Question) -> Vec<FollowUp> {
    let last = interview.submissions_of(scored.round, scored.question).next_back();
    last.map(|last| code::asks(question, last)).unwrap_or_default()
}

/// Gives what was asked with its number among what the question asks today. The words that were said
/// decide; the number that was written down only when they are nobody's, as when they were drawn from
/// what was counted. So a question that has got a walk-through since is not taken for another.
fn asked<'r>(record: &'r QuestionRecord, all: &[&FollowUp]) -> Vec<(usize, &'r FollowUpRecord)> {
    let is_said = |text: &str, ask: &FollowUp| {
        [&ask.ask].into_iter().chain(&ask.deeper).any(|words| words.trim() == text)
    };
    let place = |text: &str| all.iter().position(|ask| is_said(text, ask));
    let said = said(record).map(Some).chain(std::iter::repeat(None));
    let found = record.follow_ups.iter().zip(said);
    found.map(|(asked, text)| (text.and_then(place).unwrap_or(asked.index), asked)).collect()
}

/// Gives the words in which follow-ups were asked, in their order.
fn said(record: &QuestionRecord) -> impl Iterator<Item = &str> {
    record.chat.iter().filter_map(|line| match &line.from {
        Speaker::Interviewer(line) if line.why == Why::FollowUp => Some(line.text.as_str()),
        _ => None,
    })
}

fn answered<'a>(records: impl Iterator<Item = &'a FollowUpRecord>) -> String {
    let answers = records.filter_map(|record| Some(record.answer.as_ref()?.0.as_str()));
    answers.collect::<Vec<_>>().join("\n")
}

/// The bell rang while this was the open question, so silence says nothing.
fn cut_off(interview: &Interview, scored: &Scored) -> bool {
    let round = &interview.rounds[scored.round];
    let next = round.questions.get(scored.question + 1);
    let was_last = next.is_none_or(|next| next.opened_at.is_none());
    was_last && matches!(round.closed, Some((ClosedBy::Bell, _)))
}

fn dimension(id: &str, name: &str, score: f64, evidence: Vec<Evidence>) -> Dimension {
    Dimension {
        id: id.into(),
        name: name.into(),
        weight: 1.0,
        score: Some(score),
        rule: RULE.into(),
        raise: "name what the question asks for, each in a sentence of its own".into(),
        evidence,
    }
}

/// Principles in a technical answer weigh nothing in the score; they are evidence either way.
fn framed(
    scored: &Scored,
    question: &Question,
    record: &QuestionRecord,
    lexicon: &Lexicon,
) -> Option<Dimension> {
    if question.kind() == Kind::Behavioral {
        return None;
    }
    let said = in_words(scored, record);
    if said.trim().is_empty() {
        return None;
    }
    let mut found = framing(&said, lexicon);
    if found.framing == Framing::None {
        let words = "No decision was tied to what it does for anyone.";
        found.evidence.push(Evidence::plain("talk.framing", false, words));
    }
    let name = "leadership principles in passing";
    let dimension = dimension("framing", name, 1.0, found.evidence);
    Some(Dimension {
        weight: 0.0,
        score: None,
        rule: "a decision tied to somebody's benefit, not a principle's name".into(),
        raise: String::new(),
        ..dimension
    })
}

/// Everything said in words: follow-up answers and a design's notes. Questions asked are no answers.
fn in_words(scored: &Scored, record: &QuestionRecord) -> String {
    let notes = match &scored.work {
        crate::debrief::scored::Work::HandedIn { answer: Answer::Design { notes, .. }, .. } => {
            notes.as_str()
        }
        _ => "",
    };
    format!("{notes}\n{}", answered(record.follow_ups.iter()))
}

fn not_judged(interview: &Interview, scored: &Scored, question: &Question) -> Vec<String> {
    let record = &interview.rounds[scored.round].questions[scored.question];
    let drawn = drawn(interview, scored, question);
    let all: Vec<&FollowUp> = question.head.asks().chain(&drawn).collect();
    let without_points = asked(record, &all).into_iter().filter(|(index, asked)| {
        let follow_up = all.get(*index);
        asked.answer.is_some() && follow_up.is_none_or(|follow_up| follow_up.points.is_empty())
    });
    let mut words = Vec::new();
    if without_points.count() > 0 {
        words.push("not judged: answers to follow-ups that list no points".into());
    }
    if record.chat.iter().any(|line| matches!(line.from, Speaker::Candidate(_))) {
        words.push(
            "not judged: how well a clarifying question was put, only what it brought".into(),
        );
    }
    words
}
