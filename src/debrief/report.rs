//! The whole report of a session: what the screens, the HTML page, the Markdown and the JSON are made from.

use serde::Serialize;

use super::assess::{RoundAssessment, assess};
use super::decision::{Decision, decision};
use super::ledger::{Ledger, keep};
use super::recorder::{Beside, RoundTimeline, beside, timelines};
use super::rule::{HIRE, phone_screen};
use super::scored::{Questions, Scored};
use super::sealing::seal;
use super::talk::{Conversation, play};
use crate::content::round::Stage;
use crate::ids::{LoopId, RoundId, SessionId};
use crate::interview::Interview;
use crate::interview::event::Vote;
use crate::interview::plan::Mode;
use crate::interview::verdict::Fault;
use crate::moment::Moment;

/// The version of the JSON form.
pub const SCHEMA: u32 = 1;

/// What every rendering says first about its scores.
pub const ABOUT_SCORES: &str = "Scores come from rules about structure, evidence and coverage, \
    not from understanding. Every score names its rule and its evidence; \u{201c}no data\u{201d} \
    and \u{201c}not judged\u{201d} mean just that.";

/// A session's report. A drill or a rehearsal has one round, no decision and no conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub schema: u32,
    pub session: SessionId,
    pub mode: Mode,
    pub loop_id: LoopId,
    pub title: String,
    pub opened_at: Moment,
    /// 1.0 was real time.
    pub scale: f64,
    pub about_scores: String,
    pub rounds: Vec<RoundAssessment>,
    /// The candidate's votes, cast before anything was shown, beside theirs.
    pub own_votes: Option<OwnVotes>,
    pub phone_screen: Option<String>,
    pub decision: Option<Decision>,
    pub conversation: Option<Conversation>,
    pub ledger: Ledger,
    pub weakest: Option<Weakest>,
    pub timelines: Vec<RoundTimeline>,
    /// The rounds beside those of the last session, when one was laid beside.
    pub beside_last: Vec<Beside>,
}

/// How well the candidate judged the interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwnVotes {
    pub rounds: Vec<OwnVote>,
    /// The vote on the loop as a whole.
    pub whole: Option<Vote>,
    /// The mean of the differences there are: above 0 the candidate thought better of it than they did.
    pub mean_difference: Option<f64>,
}

/// Two votes on one round.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwnVote {
    pub round: usize,
    pub own: Option<Vote>,
    pub theirs: Option<Vote>,
    /// Own minus theirs, in levels.
    pub difference: Option<i32>,
}

/// The round to work on next, and the drill that does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weakest {
    pub round: usize,
    pub id: RoundId,
    pub title: String,
    pub why: String,
    /// The drill, as one would type it.
    pub command: String,
    /// Traps of the questions that went wrong.
    pub traps: Vec<String>,
}

impl Report {
    /// Makes the report of a session from what was judged of its answers.
    pub fn of(interview: &Interview, questions: &dyn Questions, scored: &[Scored]) -> Self {
        let rounds = assess(interview, questions, scored);
        let ledger = keep(interview, questions, scored);
        let sealing = seal(interview, questions, scored, &rounds, &ledger.contradictions());
        let is_loop = interview.plan.mode == Mode::Loop;
        let decision = is_loop.then(|| decision(&sealing, &rounds));
        let conversation =
            decision.as_ref().map(|made| play(interview, &rounds, &sealing, &ledger, made));
        Self {
            schema: SCHEMA,
            session: interview.plan.session.clone(),
            mode: interview.plan.mode,
            loop_id: interview.plan.loop_id.clone(),
            title: interview.plan.title.clone(),
            opened_at: interview.opened_at,
            scale: interview.plan.scale,
            about_scores: ABOUT_SCORES.into(),
            own_votes: is_loop.then(|| own_votes(interview, &rounds)),
            phone_screen: if is_loop { phone_words(&rounds) } else { None },
            decision,
            conversation,
            ledger,
            weakest: weakest(questions, scored, &rounds),
            timelines: timelines(interview),
            beside_last: Vec::new(),
            rounds,
        }
    }
}

impl Report {
    /// Lays the last session's times beside this one's.
    #[must_use]
    pub fn beside(mut self, last: &Report) -> Self {
        self.beside_last = beside(&self.timelines, &last.timelines);
        self
    }
}

fn phone_words(rounds: &[RoundAssessment]) -> Option<String> {
    let phone = rounds.iter().find(|round| round.stage == Stage::Phone)?;
    phone_screen(phone.score)
}

fn own_votes(interview: &Interview, rounds: &[RoundAssessment]) -> OwnVotes {
    let votes: Vec<OwnVote> = rounds
        .iter()
        .map(|round| {
            let own = interview.own_votes.get(&Some(round.round)).copied();
            let difference = own.zip(round.vote).map(|(own, theirs)| level(own) - level(theirs));
            OwnVote { round: round.round, own, theirs: round.vote, difference }
        })
        .collect();
    let known: Vec<i32> = votes.iter().filter_map(|vote| vote.difference).collect();
    let mean = f64::from(known.iter().sum::<i32>()) / known.len().max(1) as f64;
    OwnVotes {
        rounds: votes,
        whole: interview.own_votes.get(&None).copied(),
        mean_difference: (!known.is_empty()).then_some(mean),
    }
}

fn level(vote: Vote) -> i32 {
    Vote::ALL.into_iter().filter(|other| *other < vote).count() as i32
}

/// The lowest score below hire; else a round that could not be judged; else the lowest score there is.
fn weakest(
    questions: &dyn Questions,
    scored: &[Scored],
    rounds: &[RoundAssessment],
) -> Option<Weakest> {
    let by_score = |a: &&RoundAssessment, b: &&RoundAssessment| {
        a.score.unwrap_or(5.0).total_cmp(&b.score.unwrap_or(5.0))
    };
    let lowest = rounds.iter().filter(|round| round.score.is_some()).min_by(by_score);
    let below = lowest.filter(|round| round.score.is_some_and(|score| score < HIRE));
    let unjudged = || rounds.iter().find(|round| round.score.is_none());
    let round = below.or_else(unjudged).or(lowest)?;
    let why = match (round.score, &round.insufficient) {
        (Some(score), _) => format!("the lowest score: {score:.2}"),
        (None, Some(why)) => why.clone(),
        (None, None) => "no score".into(),
    };
    Some(Weakest {
        round: round.round,
        id: round.id.clone(),
        title: round.title.clone(),
        why,
        command: format!("mockloop drill {}", round.id),
        traps: traps(questions, scored, round),
    })
}

/// The traps of the answers that were rejected or not given.
fn traps(questions: &dyn Questions, scored: &[Scored], round: &RoundAssessment) -> Vec<String> {
    let of_round = scored.iter().filter(|s| s.round == round.round);
    let failed = of_round.filter(|s| s.verdict().is_none_or(|v| v.kind != Fault::None));
    let ids = failed.filter_map(|s| round.answers.iter().find(|a| a.question == s.question));
    let mut traps: Vec<String> = ids
        .filter_map(|answer| questions.question(&answer.id))
        .flat_map(|question| question.head.traps.clone())
        .collect();
    traps.sort();
    traps.dedup();
    traps
}

#[cfg(test)]
#[path = "report/tests.rs"]
mod tests;
