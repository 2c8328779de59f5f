//! How good one answer was: its parts, their weights and the evidence for each.

use serde::Serialize;

use super::assess::hundredths;
use super::citation::{Citation, seconds_into};
use super::scored::{Changed, CodeReview, Questions, Run, Scored, Work};
use crate::content::question::Kind;
use crate::ids::QuestionId;
use crate::interview::Interview;
use crate::interview::event::ClosedBy;
use crate::interview::gauntlet::GauntletReading;
use crate::interview::scale::{NOT_JUDGED, ScaleReading};
use crate::interview::verdict::{Counterexample, Decision, Evidence, Fault, Verdict};
use crate::score::card::{Dimension, Scorecard};
use crate::score::python::Finding;
use crate::score::python::beside::{Row, beside};

/// What a drill's hint costs, in points of the score.
const HINT_COST: f64 = 0.5;

/// One answer, assessed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswerAssessment {
    pub question: usize,
    pub id: QuestionId,
    pub title: String,
    pub kind: Kind,
    /// From 1 to 5; none when it was not judged.
    pub score: Option<f64>,
    pub parts: Vec<PartScore>,
    pub citations: Vec<Citation>,
    /// What a reviewer says about the lines of Python.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The smallest rows found on which it is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<Box<Counterexample>>,
    /// The text that was handed in.
    pub text: Option<String>,
    /// The source of a design's diagram.
    pub diagram: Option<String>,
    /// How the query does on growing tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleReading>,
    /// What came out of damaged streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gauntlet: Option<Box<GauntletReading>>,
    /// What would raise it.
    pub raise: Option<String>,
    pub not_judged: Vec<String>,
}

/// A part of an answer's score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartScore {
    pub name: String,
    /// Its share, before the shares of parts without data are given to the others.
    pub weight: f64,
    /// From 1 to 5; none is "no data".
    pub score: Option<f64>,
}

impl AnswerAssessment {
    /// Says whether what was handed in could be judged.
    pub fn is_judged(&self) -> bool {
        self.score.is_some() && self.text.is_some()
    }

    /// Gives the lines of Python with what a reviewer says about them; none when nothing was said.
    pub fn reviewed(&self, width: usize) -> Vec<Row> {
        match (&self.text, self.findings.as_slice()) {
            (None, _) | (_, []) => Vec::new(),
            (Some(text), findings) => beside(text, findings, width),
        }
    }

    /// Says whether a line of evidence also stands beside the code.
    pub fn is_beside(&self, citation: &Citation) -> bool {
        self.findings.iter().any(|finding| finding.code == citation.rule)
    }

    /// Gives the score, the worst when there is none.
    pub fn score_or_worst(&self) -> f64 {
        self.score.unwrap_or(1.0)
    }
}

/// Assesses one answer.
pub fn assess_answer(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &Scored,
) -> AnswerAssessment {
    let planned = &interview.plan.rounds[scored.round].questions[scored.question];
    let parts = parts(planned.kind, scored);
    let hints = interview.rounds[scored.round].questions[scored.question].hints.len();
    AnswerAssessment {
        question: scored.question,
        id: planned.id.clone(),
        title: planned.title.clone(),
        kind: planned.kind,
        score: score(interview, scored, &parts, hints),
        citations: citations(interview, questions, scored),
        findings: scored.review.iter().flat_map(|review| review.findings.clone()).collect(),
        counterexample: scored.verdict().and_then(|verdict| verdict.counterexample.clone()),
        text: scored.text(),
        diagram: scored.diagram().map(str::to_owned),
        scale: scored.scale.clone(),
        gauntlet: scored.verdict().and_then(|verdict| verdict.gauntlet.clone()),
        raise: raise(scored),
        not_judged: not_judged(planned.kind, &planned.title, scored),
        parts,
    }
}

/// Who answers nothing earns the lowest score; who was not asked before the bell is not judged on it.
fn score(
    interview: &Interview,
    scored: &Scored,
    parts: &[PartScore],
    hint_count: usize,
) -> Option<f64> {
    match &scored.work {
        Work::Nothing => Some(1.0),
        Work::NotReached => left_early(interview, scored.round).then_some(1.0),
        Work::HandedIn { .. } => {
            parts.first().and_then(|main| main.score)?;
            let cost = HINT_COST * hint_count as f64;
            Some(hundredths((mean(parts)? - cost).clamp(1.0, 5.0)))
        }
    }
}

fn left_early(interview: &Interview, round: usize) -> bool {
    matches!(interview.rounds[round].closed, Some((ClosedBy::Candidate, _)))
}

fn mean(parts: &[PartScore]) -> Option<f64> {
    let known = || parts.iter().filter_map(|part| Some((part.weight, part.score?)));
    let weights: f64 = known().map(|(weight, _)| weight).sum();
    (weights > 0.0).then(|| known().map(|(w, s)| w * s).sum::<f64>() / weights)
}

/// The parts of an answer, the one without which there is no score first.
fn parts(kind: Kind, scored: &Scored) -> Vec<PartScore> {
    let part = |name: &str, weight, score: Option<f64>| PartScore {
        name: name.into(),
        weight,
        score: score.map(|s| s.clamp(1.0, 5.0)),
    };
    let correct = scored.verdict().map(|verdict| f64::from(verdict.score));
    let review = scored.review.as_ref().and_then(|review| review.score);
    let talk = scored.talk.as_ref().and_then(|talk| talk.overall);
    let card = scored.card.as_ref().and_then(|card| card.overall);
    match kind {
        Kind::Sql => vec![
            part("correctness", 0.75, correct),
            part("review", 0.10, review),
            part("follow-ups", 0.15, talk),
        ],
        Kind::Modeling => {
            let change = changed(&scored.change);
            let model = if change.is_some() { 0.60 } else { 0.80 };
            let mut parts = vec![part("correctness", model, correct)];
            parts.extend(change.map(|score| part("changed requirement", 0.20, score)));
            parts.push(part("review", 0.10, review));
            parts.push(part("follow-ups", 0.10, talk));
            parts
        }
        Kind::Python => vec![
            part("correctness", 0.60, correct),
            part("review", 0.25, review),
            part("follow-ups", 0.15, talk),
        ],
        Kind::Design => vec![part("design", 0.85, card), part("follow-ups", 0.15, talk)],
        Kind::Behavioral => vec![part("story", 1.0, card)],
    }
}

/// The score of the part about a changed requirement; there is no such part when it was not said.
fn changed(change: &Changed) -> Option<Option<f64>> {
    match change {
        Changed::NotSaid => None,
        Changed::NotTakenUp => Some(Some(1.0)),
        Changed::TakenUp(_) => Some(change.verdict().map(|verdict| f64::from(verdict.score))),
    }
}

fn citations(interview: &Interview, questions: &dyn Questions, scored: &Scored) -> Vec<Citation> {
    let place = (scored.round, Some(scored.question));
    let mut lines: Vec<Citation> = match &scored.work {
        Work::NotReached => vec![Citation::plain(place, "asked", false, "It was not reached.")],
        Work::Nothing => {
            vec![Citation::plain(place, "handed-in", false, "Nothing was handed in.")]
        }
        Work::HandedIn { .. } => {
            evidence(scored).iter().map(|line| Citation::of(interview, scored, line)).collect()
        }
    };
    lines.extend(hints(interview, scored));
    lines.extend(clarified(interview, questions, scored));
    lines
}

/// All evidence of an answer, the heaviest first: the run, then the cards' dimensions from their extremes inwards.
fn evidence(scored: &Scored) -> Vec<Evidence> {
    let mut lines: Vec<Evidence> = scored.missing_musts.clone().unwrap_or_default();
    let verdict = scored.verdict().into_iter().flat_map(of_verdict);
    // What the review cites is not cited twice.
    lines.extend(verdict.filter(|line| scored.review.is_none() || !line.is_review()));
    lines.extend(of_change(scored));
    lines.extend(scored.review.iter().flat_map(of_review));
    lines.extend(scored.card.iter().flat_map(of_card));
    lines.extend(scored.talk.iter().flat_map(of_card));
    lines
}

fn of_verdict(verdict: &Verdict) -> Vec<Evidence> {
    let accepted = verdict.decision == Decision::Accept;
    let rule = if accepted { "run.accept" } else { verdict.kind.name() };
    let mut lines = vec![Evidence::plain(rule, accepted, verdict.words.clone())];
    lines.extend(verdict.evidence.iter().cloned());
    // A judge that cites its checks itself is not quoted twice.
    let of_runs = verdict.evidence.iter().filter(|line| !line.is_review());
    let cites_checks = of_runs.filter(|line| !line.earned).count() > 1;
    let checks = if cites_checks { &[][..] } else { &verdict.checks };
    let failed = checks.iter().filter(|check| check.fault != Fault::None);
    lines.extend(failed.map(|check| {
        let words = format!("{}: {}", check.about, check.words);
        Evidence::plain(check.fault.name(), false, words)
    }));
    lines
}

/// What came of a changed requirement; an answer that counts as a whole is not quoted twice.
fn of_change(scored: &Scored) -> Vec<Evidence> {
    let second = scored.change.verdict();
    match &scored.change {
        Changed::NotTakenUp => {
            let words = "The requirement that changed was not taken up.";
            vec![Evidence::plain("model.change", false, words)]
        }
        Changed::TakenUp(_) if second == scored.verdict() => Vec::new(),
        _ => second.into_iter().flat_map(of_second).collect(),
    }
}

fn of_second(verdict: &Verdict) -> Vec<Evidence> {
    let told = |line: Evidence| Evidence {
        words: format!("Changed requirement: {}", line.words),
        quote: None,
        at_bytes: None,
        ..line
    };
    of_verdict(verdict).into_iter().map(told).collect()
}

fn of_review(review: &CodeReview) -> Vec<Evidence> {
    let mut lines = review.blocks.clone();
    lines.extend(review.remarks.iter().cloned());
    if review.score.is_some_and(|score| score >= 4.0) && review.blocks.is_empty() {
        lines.push(Evidence::plain("review", true, "The review found little to change."));
    }
    lines
}

fn of_card(card: &Scorecard) -> Vec<Evidence> {
    let mut dimensions: Vec<&Dimension> = card.dimensions.iter().collect();
    let distance = |d: &Dimension| (d.score.unwrap_or(3.0) - 3.0).abs();
    dimensions.sort_by(|a, b| distance(b).total_cmp(&distance(a)));
    let flags = card.flags.iter().map(|flag| Evidence::plain(&flag.id, false, flag.words.clone()));
    let lines: Vec<Evidence> =
        flags.chain(dimensions.iter().flat_map(|d| d.evidence.clone())).collect();
    if lines.is_empty() && !card.words.is_empty() {
        let earned = card.pass == Some(true);
        return vec![Evidence::plain("card", earned, card.words.clone())];
    }
    lines
}

fn hints(interview: &Interview, scored: &Scored) -> Option<Citation> {
    let taken = interview.rounds[scored.round].questions[scored.question].hints.len();
    let words = format!("{taken} hints taken, {HINT_COST} points each.");
    (taken > 0)
        .then(|| Citation::plain((scored.round, Some(scored.question)), "hints", false, words))
}

/// A question that brought a fact speaks for the candidate; starting without one, where facts were open, against.
fn clarified(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &Scored,
) -> Option<Citation> {
    let id = &interview.plan.rounds[scored.round].questions[scored.question].id;
    let has_facts = questions.question(id).is_some_and(|q| !q.head.facts.is_empty());
    let record = &interview.rounds[scored.round].questions[scored.question];
    if !has_facts || record.opened_at.is_none() {
        return None;
    }
    let place = (scored.round, Some(scored.question));
    let Some((at, text)) = record.clarifying().next() else {
        let words = "No clarifying question was asked, though some details were open.";
        return Some(Citation::plain(place, "clarify", false, words));
    };
    Some(Citation {
        at_seconds: seconds_into(interview, scored.round, at),
        quote: Some(text.to_owned()),
        ..Citation::plain(place, "clarify", true, "Asked before assuming.")
    })
}

/// What to change first: a failed check, a block, or the card's weakest dimension.
fn raise(scored: &Scored) -> Option<String> {
    if !matches!(scored.work, Work::HandedIn { .. }) {
        return Some("an answer, even an unfinished one".into());
    }
    let failed = scored.verdict().and_then(|verdict| {
        let check = verdict.checks.iter().find(|check| check.fault != Fault::None)?;
        Some(format!("pass the check \u{201c}{}\u{201d}", check.about))
    });
    let block = || Some(scored.review.as_ref()?.blocks.first()?.words.clone());
    let must = || Some(scored.missing_musts.as_ref()?.first()?.words.clone());
    let weakest =
        || weakest_raise(scored.card.as_ref()?).or_else(|| weakest_raise(scored.talk.as_ref()?));
    let talk = || weakest_raise(scored.talk.as_ref()?);
    let slow = || scored.scale.as_ref().is_some_and(|scale| !scale.within);
    let growth = || slow().then(|| "a query that grows like the reference does".to_owned());
    failed.or_else(growth).or_else(block).or_else(must).or_else(weakest).or_else(talk)
}

fn weakest_raise(card: &Scorecard) -> Option<String> {
    let open = card.dimensions.iter().filter(|d| d.score.is_some_and(|score| score < 5.0));
    let loss = |d: &Dimension| d.weight * (5.0 - d.score.unwrap_or(5.0));
    let worst = open.max_by(|a, b| loss(a).total_cmp(&loss(b)))?;
    Some(format!("{}: {}", worst.name, worst.raise))
}

fn not_judged(kind: Kind, title: &str, scored: &Scored) -> Vec<String> {
    let Work::HandedIn { run, .. } = &scored.work else { return Vec::new() };
    let mut words = Vec::new();
    if let Run::Unjudged(why) = run {
        words.push(format!("not judged: {title}: {why}"));
    }
    if let Changed::TakenUp(Run::Unjudged(why)) = &scored.change {
        words.push(format!("not judged: {title}, the changed requirement: {why}"));
    }
    let notes = scored.verdict().into_iter().flat_map(|verdict| &verdict.notes);
    let open = notes.filter(|note| note.contains(NOT_JUDGED));
    words.extend(open.map(|note| format!("not judged: {title}: {note}")));
    let is_spoken = matches!(kind, Kind::Design | Kind::Behavioral);
    if is_spoken && scored.card.as_ref().is_none_or(|card| card.overall.is_none()) {
        let why = scored.card.as_ref().map_or("no scorer read it", |card| card.words.as_str());
        words.push(format!("not judged: {title}: {why}"));
    }
    let said = |card: &Option<Scorecard>| {
        card.iter().flat_map(|c| c.not_judged.clone()).collect::<Vec<_>>()
    };
    words.extend(said(&scored.card));
    words.extend(said(&scored.talk));
    words.extend(scored.review.iter().flat_map(|review| review.not_judged.clone()));
    words.sort();
    words.dedup();
    words
}
