//! What each interviewer sealed: a round's score with its evidence, its vote, or why there is none.

use serde::Serialize;

use super::answer::{AnswerAssessment, assess_answer};
use super::citation::Citation;
use super::factors::{FactorAssessment, assess_factors};
use super::rule::{floor, vote};
use super::scored::{Questions, Scored, Work};
use crate::content::question::Kind;
use crate::content::round::Stage;
use crate::ids::RoundId;
use crate::interview::Interview;
use crate::interview::event::Vote;
use crate::interview::plan::PlannedRound;
use crate::interview::verdict::weighs;

/// One interviewer's assessment of one round.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoundAssessment {
    pub round: usize,
    pub id: RoundId,
    pub title: String,
    pub interviewer: String,
    pub stage: Stage,
    /// From 1 to 5; none when the evidence minimum was not met.
    pub score: Option<f64>,
    pub vote: Option<Vote>,
    /// Why there is no score.
    pub insufficient: Option<String>,
    pub confidence: Confidence,
    pub factors: Vec<FactorAssessment>,
    pub answers: Vec<AnswerAssessment>,
    /// The best evidence for the candidate.
    pub strength: Option<Citation>,
    /// The heaviest evidence against.
    pub concern: Option<Citation>,
    /// What would have raised the vote by one level.
    pub next_vote: Option<String>,
    pub not_judged: Vec<String>,
}

/// How sure the interviewer can be, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Confidence {
    pub level: Sureness,
    pub why: String,
}

/// Three steps, no numbers: the evidence does not carry more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    Low,
    Medium,
    High,
}

impl Sureness {
    /// Gives the step in words.
    pub fn words(self) -> &'static str {
        match self {
            Sureness::Low => "low",
            Sureness::Medium => "medium",
            Sureness::High => "high",
        }
    }
}

/// Assesses every round. Answers that are missing from `scored` count as not judged.
pub fn assess(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &[Scored],
) -> Vec<RoundAssessment> {
    let rounds = interview.plan.rounds.iter().enumerate();
    rounds
        .map(|(round, planned)| {
            let of_round: Vec<&Scored> = scored.iter().filter(|s| s.round == round).collect();
            assess_round(interview, questions, round, planned, &of_round)
        })
        .collect()
}

fn assess_round(
    interview: &Interview,
    questions: &dyn Questions,
    round: usize,
    planned: &PlannedRound,
    scored: &[&Scored],
) -> RoundAssessment {
    let answers: Vec<AnswerAssessment> =
        scored.iter().map(|s| assess_answer(interview, questions, s)).collect();
    let insufficient = too_little(planned, scored, &answers);
    let score = if insufficient.is_none() { weighted(planned, &answers) } else { None };
    RoundAssessment {
        round,
        id: planned.id.clone(),
        title: planned.title.clone(),
        interviewer: planned.interviewer.clone(),
        stage: planned.stage,
        score,
        vote: score.map(vote),
        confidence: confidence(planned, score, &answers),
        factors: assess_factors(interview, questions, planned, scored),
        strength: pick(planned, &answers, true),
        concern: pick(planned, &answers, false),
        next_vote: score.and_then(|score| next_vote(score, &answers)),
        not_judged: answers.iter().flat_map(|a| a.not_judged.clone()).collect(),
        insufficient: insufficient.or_else(|| {
            score.is_none().then(|| "not judged: no answer of this round could be judged".into())
        }),
        answers,
    }
}

/// The kind of question a round is about: the one with the most planned time.
pub fn main_kind(planned: &PlannedRound) -> Option<Kind> {
    let time = |kind: Kind| {
        let of_kind = planned.questions.iter().filter(|q| family(q.kind) == family(kind));
        of_kind.map(|q| q.budget.0).sum::<u64>()
    };
    let asked = planned.questions.iter().map(|q| q.kind);
    // The first of equals, so that the order of the plan decides and not the order of the kinds.
    asked.rev().max_by_key(|kind| time(*kind))
}

/// Queries and models are problems of one family.
fn family(kind: Kind) -> Kind {
    if kind == Kind::Modeling { Kind::Sql } else { kind }
}

/// Gives the reason when a round's evidence minimum is not met.
fn too_little(
    planned: &PlannedRound,
    scored: &[&Scored],
    answers: &[AnswerAssessment],
) -> Option<String> {
    let kind = main_kind(planned)?;
    let of_kind =
        |index: usize| planned.questions.get(index).is_some_and(|q| family(q.kind) == family(kind));
    let planned_count = (0..planned.questions.len()).filter(|i| of_kind(*i)).count();
    let needed = if matches!(family(kind), Kind::Sql | Kind::Behavioral) { 2 } else { 1 };
    let needed = planned_count.min(needed);
    let handed_in = |s: &&&Scored| of_kind(s.question) && matches!(s.work, Work::HandedIn { .. });
    let attempted = scored.iter().filter(handed_in).count();
    let judged = answers.iter().filter(|a| of_kind(a.question) && a.is_judged()).count();
    match () {
        () if attempted < needed => Some(minimum_words(kind, attempted, needed)),
        () if judged < needed => Some(format!(
            "not judged: {attempted} handed in, {judged} could be judged, {needed} needed"
        )),
        () => None,
    }
}

fn minimum_words(kind: Kind, attempted: usize, needed: usize) -> String {
    match family(kind) {
        Kind::Design => "no diagram and no notes were handed in".into(),
        Kind::Python => "no Python answer was handed in".into(),
        Kind::Behavioral => format!("{attempted} of at least {needed} stories told"),
        Kind::Sql | Kind::Modeling => {
            format!("{attempted} of at least {needed} problems attempted")
        }
    }
}

/// The mean of the answers, each weighing the minutes planned for it.
fn weighted(planned: &PlannedRound, answers: &[AnswerAssessment]) -> Option<f64> {
    let scored = || answers.iter().filter_map(|a| Some((weight(planned, a), a.score?)));
    let weights: f64 = scored().map(|(weight, _)| weight).sum();
    let sum: f64 = scored().map(|(weight, score)| weight * score).sum();
    (weights > 0.0).then(|| hundredths(sum / weights))
}

fn weight(planned: &PlannedRound, answer: &AnswerAssessment) -> f64 {
    planned.questions.get(answer.question).map_or(1.0, |q| q.budget.0.max(1) as f64)
}

/// Rounds to what is shown, so that a vote never contradicts the score beside it.
pub fn hundredths(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}

fn confidence(
    planned: &PlannedRound,
    score: Option<f64>,
    answers: &[AnswerAssessment],
) -> Confidence {
    let all: f64 = answers.iter().map(|a| weight(planned, a)).sum();
    let judged: f64 =
        answers.iter().filter(|a| a.score.is_some()).map(|a| weight(planned, a)).sum();
    let share = if all > 0.0 { judged / all } else { 0.0 };
    let margin = score.map_or(0.0, margin);
    let level = match () {
        () if score.is_none() || share < 0.6 || margin < 0.1 => Sureness::Low,
        () if share >= 0.9 && margin >= 0.3 => Sureness::High,
        () => Sureness::Medium,
    };
    let why = format!(
        "{:.0}% of the planned minutes could be judged; {margin:.2} points from another vote",
        share * 100.0
    );
    Confidence { level, why }
}

/// How far the score is from the nearest other vote.
fn margin(score: f64) -> f64 {
    let edges = [Vote::NoHire, Vote::Hire, Vote::StrongHire].map(floor);
    edges.into_iter().map(|edge| (score - edge).abs()).fold(f64::INFINITY, f64::min)
}

/// The evidence that speaks loudest: of the heaviest answer, with the candidate's own words if there are some.
fn pick(planned: &PlannedRound, answers: &[AnswerAssessment], earned: bool) -> Option<Citation> {
    let score_of = |a: &AnswerAssessment| a.score.unwrap_or(if earned { 0.0 } else { 5.0 });
    let mut by_weight: Vec<&AnswerAssessment> = answers.iter().collect();
    by_weight.sort_by(|a, b| {
        let by_score = score_of(b).total_cmp(&score_of(a));
        let by_score = if earned { by_score } else { by_score.reverse() };
        by_score.then(weight(planned, b).total_cmp(&weight(planned, a)))
    });
    let all = || by_weight.iter().flat_map(|a| &a.citations);
    let lines = || all().filter(|c| c.earned == earned && weighs(&c.rule));
    lines().find(|c| c.quote.is_some()).or_else(|| lines().next()).cloned()
}

fn next_vote(score: f64, answers: &[AnswerAssessment]) -> Option<String> {
    let next = Vote::ALL.into_iter().find(|v| *v > vote(score))?;
    let missing = floor(next) - score;
    let weakest = answers.iter().filter(|a| a.raise.is_some());
    let weakest = weakest.min_by(|a, b| a.score_or_worst().total_cmp(&b.score_or_worst()))?;
    let raise = weakest.raise.as_deref().unwrap_or_default();
    Some(format!("{missing:.2} points more make it {}; {}: {raise}", next.words(), weakest.title))
}
