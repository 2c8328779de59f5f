//! What a factor can be read from: each signal is one rule over a round's evidence.

use crate::content::question::Kind;
use crate::debrief::assess::hundredths;
use crate::debrief::citation::{Citation, seconds_into};
use crate::debrief::scored::{Questions, Scored, given_facts};
use crate::ids::FactorId;
use crate::interview::Interview;
use crate::interview::plan::PlannedRound;
use crate::interview::record::QuestionRecord;
use crate::interview::verdict::{Fault, weighs};
use crate::score::card::{Dimension, Scorecard};
use crate::score::sql;

/// As many lines of evidence are kept for one signal at most.
const MOST_LINES: usize = 6;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub(super) enum Signal {
    /// The judge's correctness.
    Correct(&'static [Kind]),
    /// The review of the code.
    Review(&'static [Kind]),
    /// The share of hidden checks that passed.
    HiddenChecks(&'static [Kind]),
    /// The time taken against the time planned.
    Pace(&'static [Kind]),
    /// The facts that were asked for.
    Clarified(&'static [Kind]),
    /// The answers to follow-ups.
    FollowUps(&'static [Kind]),
    /// The overall score of a card.
    Overall(&'static [Kind]),
    /// Some dimensions of a card.
    Dimensions(&'static [Kind], &'static [&'static str]),
    /// D8 of the stories asked for the principle that the factor is named after.
    Principle,
}

/// One round, as signals see it.
pub(super) struct Round<'a> {
    pub interview: &'a Interview,
    pub questions: &'a dyn Questions,
    pub planned: &'a PlannedRound,
    pub scored: &'a [&'a Scored],
}

/// What a signal says; no score is "no data".
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub score: Option<f64>,
    pub evidence: Vec<Citation>,
}

/// Gives the mean, none of nothing.
pub(super) fn mean(scores: Vec<f64>) -> Option<f64> {
    let count = scores.len() as f64;
    (!scores.is_empty()).then(|| hundredths(scores.iter().sum::<f64>() / count))
}

impl Signal {
    /// Gives the rule in words.
    pub(super) fn words(&self) -> String {
        match self {
            Signal::Correct(_) => "correctness by running the answers".into(),
            Signal::Review(kinds) if kinds.iter().all(|kind| is_query(*kind)) => {
                format!("the review of the queries: {}", sql::RULE)
            }
            Signal::Review(_) => "the review of the code".into(),
            Signal::HiddenChecks(_) => "the share of hidden checks passed".into(),
            Signal::Pace(_) => "time taken against time planned".into(),
            Signal::Clarified(_) => "open facts asked for, half of them is full marks".into(),
            Signal::FollowUps(_) => "what the answers to follow-ups named".into(),
            Signal::Overall(_) => "the overall score".into(),
            Signal::Dimensions(_, ids) => format!("dimensions {}", ids.join(", ")),
            Signal::Principle => "D8 of the stories asked for this principle".into(),
        }
    }

    /// Reads the signal from a round.
    pub(super) fn read(&self, round: &Round, factor: &FactorId) -> Reading {
        match self {
            Signal::Correct(kinds) => round.collect(kinds, |s| correct(round, s)),
            Signal::Review(kinds) => round.collect(kinds, |s| review(round, s)),
            Signal::HiddenChecks(kinds) => round.collect(kinds, hidden_checks),
            Signal::Pace(kinds) => round.collect(kinds, |s| pace(round, s)),
            Signal::Clarified(kinds) => round.collect(kinds, |s| clarified(round, s)),
            Signal::FollowUps(kinds) => {
                round.collect(kinds, |s| overall(round, s, s.talk.as_ref()))
            }
            Signal::Overall(kinds) => round.collect(kinds, |s| overall(round, s, s.card.as_ref())),
            Signal::Dimensions(kinds, ids) => round.collect(kinds, |s| dimensions(round, s, ids)),
            Signal::Principle => round.collect(&[Kind::Behavioral], |s| {
                if round.asks_for(s, factor) {
                    dimensions(round, s, &["D8"])
                } else {
                    Reading::default()
                }
            }),
        }
    }
}

impl Round<'_> {
    /// Says whether a factor is named after a principle some question of the round asks for.
    pub(super) fn is_principle(&self, factor: &FactorId) -> bool {
        self.planned.principles.iter().any(|p| p.as_str() == factor.as_str())
            || self.scored.iter().any(|s| self.asks_for(s, factor))
    }

    fn asks_for(&self, scored: &Scored, factor: &FactorId) -> bool {
        let id = &self.planned.questions[scored.question].id;
        let principles = self.questions.question(id).map(|q| &q.head.principles);
        principles.is_some_and(|all| all.iter().any(|p| p.as_str() == factor.as_str()))
    }

    fn record(&self, scored: &Scored) -> &QuestionRecord {
        &self.interview.rounds[scored.round].questions[scored.question]
    }

    fn collect(&self, kinds: &[Kind], read: impl Fn(&Scored) -> Reading) -> Reading {
        let fits = |s: &&&Scored| kinds.contains(&self.planned.questions[s.question].kind);
        let readings: Vec<Reading> = self.scored.iter().filter(fits).map(|s| read(s)).collect();
        let score = mean(readings.iter().filter_map(|reading| reading.score).collect());
        let evidence = readings.into_iter().flat_map(|reading| reading.evidence);
        Reading { score, evidence: evidence.take(MOST_LINES).collect() }
    }
}

fn correct(round: &Round, scored: &Scored) -> Reading {
    let Some(verdict) = scored.verdict() else { return Reading::default() };
    let score = f64::from(verdict.score).max(1.0);
    let words = format!("correctness {} of 5: {}", verdict.score, verdict.words);
    let line = Citation {
        quote: scored.text(),
        at_seconds: handed_in(round, scored),
        ..Citation::plain(place(scored), "correctness", score >= 3.5, words)
    };
    Reading { score: Some(score), evidence: vec![line] }
}

fn review(round: &Round, scored: &Scored) -> Reading {
    let Some(review) = &scored.review else { return Reading::default() };
    let lines = review.blocks.iter().chain(&review.remarks);
    let mut evidence: Vec<Citation> =
        lines.map(|line| Citation::of(round.interview, scored, line)).collect();
    let is_silent = evidence.iter().all(|line| !weighs(&line.rule));
    if let (Some(score), true) = (review.score, is_silent) {
        let words = format!("review {score} of 5, no finding");
        evidence.insert(0, Citation::plain(place(scored), "review", score >= 3.5, words));
    }
    Reading { score: review.score, evidence }
}

fn hidden_checks(scored: &Scored) -> Reading {
    let Some(verdict) = scored.verdict() else { return Reading::default() };
    let hidden: Vec<_> = verdict.checks.iter().filter(|check| !check.public).collect();
    let passed = hidden.iter().filter(|check| check.fault == Fault::None).count();
    if hidden.is_empty() {
        return Reading::default();
    }
    let line = |words: String, earned| Citation::plain(place(scored), "hidden", earned, words);
    let words = format!("{passed} of {} hidden checks passed", hidden.len());
    let mut evidence = vec![line(words, passed == hidden.len())];
    let failed = hidden.iter().filter(|check| check.fault != Fault::None);
    evidence.extend(failed.map(|check| line(format!("{}: {}", check.about, check.words), false)));
    Reading { score: Some(1.0 + 4.0 * passed as f64 / hidden.len() as f64), evidence }
}

/// Full marks within the planned minutes, the lowest at twice the minutes.
fn pace(round: &Round, scored: &Scored) -> Reading {
    let record = round.record(scored);
    let answer_at = round.interview.submissions_of(scored.round, scored.question).next();
    let (Some(opened_at), Some(first)) = (record.opened_at, answer_at) else {
        return Reading::default();
    };
    let budget = round.planned.questions[scored.question].budget;
    let taken = first.at.since(opened_at);
    let share = taken.0 as f64 / budget.0.max(1) as f64;
    let words = format!("handed in after {taken} of {budget} planned");
    let line = Citation {
        at_seconds: seconds_into(round.interview, scored.round, first.at),
        ..Citation::plain(place(scored), "pace", share <= 1.0, words)
    };
    Reading { score: Some(5.0 - 4.0 * (share - 1.0).clamp(0.0, 1.0)), evidence: vec![line] }
}

fn clarified(round: &Round, scored: &Scored) -> Reading {
    let id = &round.planned.questions[scored.question].id;
    let open = round.questions.question(id).map_or(0, |q| q.head.facts.len());
    let record = round.record(scored);
    if open == 0 || record.opened_at.is_none() {
        return Reading::default();
    }
    let given = given_facts(record).len();
    let share = (given as f64 / open.div_ceil(2) as f64).min(1.0);
    let words = format!("{given} of {open} open facts asked for");
    let mut evidence = vec![Citation::plain(place(scored), "clarify", given > 0, words)];
    evidence.extend(record.clarifying().map(|(at, text)| Citation {
        quote: Some(text.to_owned()),
        at_seconds: seconds_into(round.interview, scored.round, at),
        ..Citation::plain(place(scored), "clarify", true, "asked")
    }));
    Reading { score: Some(1.0 + 4.0 * share), evidence }
}

fn overall(round: &Round, scored: &Scored, card: Option<&Scorecard>) -> Reading {
    let Some(card) = card else { return Reading::default() };
    let mut evidence = lines(round, scored, card.dimensions.iter());
    if evidence.is_empty() {
        let earned = card.overall.is_some_and(|score| score >= 3.5);
        evidence.push(Citation::plain(place(scored), "card", earned, card.words.clone()));
    }
    Reading { score: card.overall, evidence }
}

fn dimensions(round: &Round, scored: &Scored, ids: &[&str]) -> Reading {
    let Some(card) = &scored.card else { return Reading::default() };
    let wanted = || card.dimensions.iter().filter(|d| ids.contains(&d.id.as_str()));
    let score = mean(wanted().filter_map(|dimension| dimension.score).collect());
    Reading { score, evidence: lines(round, scored, wanted()) }
}

fn lines<'a>(
    round: &Round,
    scored: &Scored,
    dimensions: impl Iterator<Item = &'a Dimension>,
) -> Vec<Citation> {
    let evidence = dimensions.flat_map(|dimension| &dimension.evidence);
    evidence.map(|line| Citation::of(round.interview, scored, line)).collect()
}

fn is_query(kind: Kind) -> bool {
    matches!(kind, Kind::Sql | Kind::Modeling)
}

fn place(scored: &Scored) -> (usize, Option<usize>) {
    (scored.round, Some(scored.question))
}

fn handed_in(round: &Round, scored: &Scored) -> Option<u64> {
    let last = round.interview.submissions_of(scored.round, scored.question).next_back()?;
    seconds_into(round.interview, scored.round, last.at)
}
