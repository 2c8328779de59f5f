//! The flight recorder: when each round's first question, first keystroke and answers came, and where the clock went.

use serde::Serialize;

use super::citation::seconds_into;
use crate::ids::RoundId;
use crate::interview::Interview;
use crate::interview::record::QuestionRecord;
use crate::moment::Moment;

/// One round's time. All times are seconds since the round began.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoundTimeline {
    pub round: usize,
    pub id: RoundId,
    pub title: String,
    pub planned_seconds: u64,
    /// None when the round never began or never ended.
    pub used_seconds: Option<u64>,
    pub longest_silence_seconds: u64,
    pub questions: Vec<QuestionTimeline>,
}

/// One question's time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionTimeline {
    pub title: String,
    pub budget_seconds: u64,
    /// None when the question was not reached.
    pub opened_at: Option<u64>,
    pub closed_at: Option<u64>,
    pub first_question_at: Option<u64>,
    pub first_key_at: Option<u64>,
    pub handed_in_at: Vec<u64>,
    /// The longest time without a keystroke, between opening and the last key.
    pub longest_silence_seconds: u64,
    pub run_count: usize,
    pub hint_count: usize,
    pub pasted_bytes: usize,
}

impl QuestionTimeline {
    /// Gives the seconds from opening to closing.
    pub fn used_seconds(&self) -> Option<u64> {
        Some(self.closed_at?.saturating_sub(self.opened_at?))
    }
}

/// One round's time beside the same round of the last session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Beside {
    pub id: RoundId,
    pub title: String,
    pub now: Pace,
    pub last: Pace,
}

/// What two sessions can be compared by, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// From the round's beginning; none when nothing was typed.
    pub first_key_at: Option<u64>,
    pub first_answer_at: Option<u64>,
    pub longest_silence_seconds: u64,
    pub used_seconds: Option<u64>,
}

/// Lays the rounds that both sessions had beside each other.
pub fn beside(now: &[RoundTimeline], last: &[RoundTimeline]) -> Vec<Beside> {
    let pair = |round: &RoundTimeline| {
        let before = last.iter().find(|before| before.id == round.id)?;
        let (id, title) = (round.id.clone(), round.title.clone());
        Some(Beside { id, title, now: round.pace(), last: before.pace() })
    };
    now.iter().filter_map(pair).collect()
}

impl RoundTimeline {
    fn pace(&self) -> Pace {
        Pace {
            first_key_at: self.questions.iter().filter_map(|q| q.first_key_at).min(),
            first_answer_at: self.questions.iter().flat_map(|q| q.handed_in_at.clone()).min(),
            longest_silence_seconds: self.longest_silence_seconds,
            used_seconds: self.used_seconds,
        }
    }
}

/// Reads the recorder of every round.
pub fn timelines(interview: &Interview) -> Vec<RoundTimeline> {
    (0..interview.plan.rounds.len()).map(|round| timeline(interview, round)).collect()
}

fn timeline(interview: &Interview, round: usize) -> RoundTimeline {
    let planned = &interview.plan.rounds[round];
    let record = &interview.rounds[round];
    let questions: Vec<QuestionTimeline> = (0..planned.questions.len())
        .map(|question| of_question(interview, round, question))
        .collect();
    RoundTimeline {
        round,
        id: planned.id.clone(),
        title: planned.title.clone(),
        planned_seconds: planned.span.0 / 1000,
        used_seconds: record.closed.and_then(|(_, at)| seconds_into(interview, round, at)),
        longest_silence_seconds: questions
            .iter()
            .map(|question| question.longest_silence_seconds)
            .max()
            .unwrap_or_default(),
        questions,
    }
}

fn of_question(interview: &Interview, round: usize, question: usize) -> QuestionTimeline {
    let planned = &interview.plan.rounds[round].questions[question];
    let record = &interview.rounds[round].questions[question];
    let at = |moment: Option<Moment>| moment.and_then(|at| seconds_into(interview, round, at));
    let handed_in = interview.submissions_of(round, question);
    QuestionTimeline {
        title: planned.title.clone(),
        budget_seconds: planned.budget.0 / 1000,
        opened_at: at(record.opened_at),
        closed_at: at(closed_at(interview, round, question, record)),
        first_question_at: at(record.flight.first_question_at),
        first_key_at: at(record.flight.first_key_at),
        handed_in_at: handed_in.filter_map(|s| seconds_into(interview, round, s.at)).collect(),
        longest_silence_seconds: record.flight.longest_silence.0 / 1000,
        run_count: record.run_count,
        hint_count: record.hints.len(),
        pasted_bytes: record.flight.pasted_bytes,
    }
}

/// A question that nobody closed ends where the next begins, or with its round.
fn closed_at(
    interview: &Interview,
    round: usize,
    question: usize,
    record: &QuestionRecord,
) -> Option<Moment> {
    record.opened_at?;
    let next = interview.rounds[round].questions.get(question + 1);
    let next = next.and_then(|next| next.opened_at);
    let round_end = interview.rounds[round].closed.map(|(_, at)| at);
    record.closed_at.or(next).or(round_end)
}

#[cfg(test)]
mod tests {
    use super::{beside, timelines};
    use crate::debrief::sample::Sample;
    use crate::moment::Span;

    #[test]
    fn a_timeline_tells_when_the_first_key_and_the_answers_came() {
        let sample = Sample::hired();
        let phone = &timelines(&sample.interview)[0];
        assert_eq!(phone.used_seconds, Some(3600));
        let second = &phone.questions[1];
        assert_eq!((second.opened_at, second.first_key_at), (Some(600), Some(720)));
        assert_eq!(
            (second.handed_in_at.as_slice(), second.used_seconds()),
            (&[1200][..], Some(600))
        );
        assert_eq!(phone.longest_silence_seconds, 120);
    }

    #[test]
    fn a_question_that_was_not_reached_has_no_times() {
        let mut sample = Sample::hired();
        let record = &mut sample.interview.rounds[0].questions[2];
        *record = crate::interview::record::QuestionRecord::default();
        let question = &timelines(&sample.interview)[0].questions[2];
        assert_eq!(
            (question.opened_at, question.closed_at, question.first_key_at),
            (None, None, None)
        );
    }

    #[test]
    fn only_rounds_that_both_sessions_had_stand_beside_each_other() {
        let last = timelines(&Sample::hired().interview);
        let mut sample = Sample::hired();
        let flight = &mut sample.interview.rounds[0].questions[0].flight;
        flight.first_key_at = flight.first_key_at.map(|at| at + Span::minutes(3));
        let both = beside(&timelines(&sample.interview), &last[..2]);
        assert_eq!(both.len(), 2);
        assert_eq!(both[0].last.first_key_at, Some(120));
        assert_eq!(both[0].now.first_key_at, Some(300));
    }
}
