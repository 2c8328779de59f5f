//! Where you stand: what was sat, how each kind of round went, and what to do next.
//!
//! It counts and compares what the debriefs said; it foretells nothing.

pub mod plan;

use serde::Serialize;

use crate::content::question::Kind;
use crate::debrief::report::Report;
use crate::ids::{RoundId, SessionId};
use crate::interview::event::Vote;
use crate::interview::plan::Mode;
use crate::moment::Moment;

/// The version of the JSON form.
pub const SCHEMA: u32 = 1;

/// Where one stands after the sessions that are over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Progress {
    pub schema: u32,
    pub loop_count: usize,
    pub drill_count: usize,
    pub rehearsal_count: usize,
    /// Every kind of round that was sat, in the order of a loop.
    pub rounds: Vec<Standing>,
    /// How far the four weeks of preparation are.
    pub plan: Vec<plan::Item>,
    /// What to do next, as one would type it, and why.
    pub next: Next,
}

/// One kind of round over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    pub round: RoundId,
    pub title: String,
    /// The scores, oldest first; none where there was not enough evidence.
    pub scores: Vec<Sat>,
}

/// One time a round was sat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sat {
    pub session: SessionId,
    pub at: Moment,
    pub score: Option<f64>,
    pub vote: Option<Vote>,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Next {
    pub command: String,
    pub why: String,
}

impl Standing {
    /// Gives the latest score there is.
    pub fn latest(&self) -> Option<f64> {
        self.scores.iter().rev().find_map(|sat| sat.score)
    }

    /// Gives the change from the score before the latest, when there are two.
    pub fn change(&self) -> Option<f64> {
        let mut scores = self.scores.iter().rev().filter_map(|sat| sat.score);
        Some(scores.next()? - scores.next()?)
    }
}

impl Progress {
    /// Reads where one stands from the reports of all sessions that are over, in any order.
    pub fn of(reports: &[Report]) -> Self {
        let mut sorted: Vec<&Report> = reports.iter().collect();
        sorted.sort_by_key(|report| report.opened_at);
        let count = |mode| sorted.iter().filter(|report| report.mode == mode).count();
        let rounds = standings(&sorted);
        Self {
            schema: SCHEMA,
            loop_count: count(Mode::Loop),
            drill_count: count(Mode::Drill),
            rehearsal_count: count(Mode::Rehearsal),
            next: next(&sorted, &rounds),
            plan: plan::items(&sorted),
            rounds,
        }
    }
}

fn standings(reports: &[&Report]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::new();
    for (report, round) in reports.iter().flat_map(|r| r.rounds.iter().map(move |round| (r, round)))
    {
        let sat = Sat {
            session: report.session.clone(),
            at: report.opened_at,
            score: round.score,
            vote: round.vote,
        };
        match standings.iter_mut().find(|standing| standing.round == round.id) {
            Some(standing) => standing.scores.push(sat),
            None => standings.push(Standing {
                round: round.id.clone(),
                title: round.title.clone(),
                scores: vec![sat],
            }),
        }
    }
    standings
}

/// The round with the lowest latest score is next; before any loop, a short one shows which it is.
fn next(reports: &[&Report], rounds: &[Standing]) -> Next {
    if !reports.iter().any(|report| report.mode == Mode::Loop) {
        return Next {
            command: "mockloop loop --loop short".into(),
            why: "no loop was sat yet; a short one shows which round is the weakest".into(),
        };
    }
    let scored = rounds.iter().filter_map(|round| Some((round, round.latest()?)));
    match scored.min_by(|(_, a), (_, b)| a.total_cmp(b)) {
        Some((round, score)) => Next {
            command: format!("mockloop drill {}", round.round),
            why: format!("{} has the lowest latest score, {score:.1} of 5", round.title),
        },
        None => Next {
            command: "mockloop loop".into(),
            why: "no round has been answered far enough to be scored".into(),
        },
    }
}

/// Counts answers of one kind that were handed in and scored.
fn answered(reports: &[&Report], kind: Kind) -> usize {
    let rounds = reports.iter().flat_map(|report| &report.rounds);
    rounds.flat_map(|round| &round.answers).filter(|a| a.kind == kind && a.text.is_some()).count()
}
