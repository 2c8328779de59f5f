//! What happens: an interview is the fold of its events, and nothing else.
//!
//! Verbs read the interview and answer with an event or a [`refusal::Refusal`]; [`Interview::apply`]
//! takes an event and never argues. Resuming is `apply` over the journal.

pub mod apply;
pub mod bell;
pub mod draw;
pub mod event;
pub mod example;
pub mod gauntlet;
pub mod phase;
pub mod plan;
pub mod record;
pub mod refusal;
pub mod scale;
pub mod text;
pub mod verbs;
pub mod verdict;

use std::collections::BTreeMap;

use event::{Event, Pane, Vote};
use phase::Phase;
use plan::{Plan, PlannedQuestion, PlannedRound};
use record::{QuestionRecord, RoundRecord, Submission};
use text::Text;

use crate::moment::Moment;

/// A session as it stands after the events applied so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    pub plan: Plan,
    pub phase: Phase,
    pub opened_at: Moment,
    /// The moment of the latest event.
    pub last_seen_at: Moment,
    /// When a drill's clock was stopped, if it is.
    pub paused_at: Option<Moment>,
    /// Everything typed, by pane.
    pub texts: BTreeMap<Pane, Text>,
    /// What happened in each round, as long as the plan.
    pub rounds: Vec<RoundRecord>,
    pub submissions: Vec<Submission>,
    /// The candidate's own votes; the key is none for the loop as a whole.
    pub own_votes: BTreeMap<Option<usize>, Vote>,
    /// Times the program was away, with what was done about the clock.
    pub absences: Vec<record::Absence>,
}

impl Interview {
    /// Starts an interview from its plan.
    pub fn new(plan: Plan, at: Moment) -> Self {
        let rounds = plan.rounds.iter().map(RoundRecord::planned).collect();
        Self {
            plan,
            phase: Phase::Briefing { round: 0 },
            opened_at: at,
            last_seen_at: at,
            paused_at: None,
            texts: BTreeMap::new(),
            rounds,
            submissions: Vec::new(),
            own_votes: BTreeMap::new(),
            absences: Vec::new(),
        }
    }

    /// Folds a journal. Gives none when it does not begin with [`Event::Opened`].
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Self> {
        let mut events = events.into_iter();
        let Some(Event::Opened { plan, at }) = events.next() else { return None };
        let mut interview = Self::new((**plan).clone(), *at);
        events.for_each(|event| interview.apply(event));
        Some(interview)
    }

    /// Gives the round that is on, if one is.
    pub fn round(&self) -> Option<&PlannedRound> {
        self.plan.rounds.get(self.phase.round()?)
    }

    /// Gives the question that is open, if one is.
    pub fn question(&self) -> Option<&PlannedQuestion> {
        let (round, question) = self.phase.question()?;
        self.plan.rounds.get(round)?.questions.get(question)
    }

    /// Gives what happened so far on the open question.
    pub fn record(&self) -> Option<&QuestionRecord> {
        let (round, question) = self.phase.question()?;
        self.rounds.get(round)?.questions.get(question)
    }

    /// Gives what was typed into a pane, empty if nothing was.
    pub fn text(&self, pane: Pane) -> &str {
        self.texts.get(&pane).map_or("", |text| text.as_str())
    }

    /// Says whether the session is over and only to be read.
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Debriefed | Phase::Abandoned)
    }

    /// Gives the moment by which the interview's clock goes: it stands still during a pause.
    pub fn clock_at(&self, now: Moment) -> Moment {
        self.paused_at.unwrap_or(now)
    }
}
