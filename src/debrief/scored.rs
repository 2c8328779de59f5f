//! What the scorers said about each answer: the input of the debrief, one entry for each planned question.

use std::collections::BTreeMap;

use crate::content::question::{Kind, Question};
use crate::ids::QuestionId;
use crate::interview::Interview;
use crate::interview::event::{Answer, Why};
use crate::interview::record::{QuestionRecord, Speaker, Submission, SubmissionState};
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::{Decision, Evidence, Verdict};
use crate::moment::Moment;
use crate::score::card::Scorecard;
use crate::score::python::Finding;

/// Where questions are looked up.
pub trait Questions {
    /// Gives a question; none when the content no longer has it.
    fn question(&self, id: &QuestionId) -> Option<&Question>;
}

impl Questions for BTreeMap<QuestionId, Question> {
    fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.get(id)
    }
}

/// One planned question with all that was judged of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    pub round: usize,
    pub question: usize,
    pub work: Work,
    /// The story's or the design's card.
    pub card: Option<Scorecard>,
    /// The review of the code; SQL and Python.
    pub review: Option<CodeReview>,
    /// How the follow-ups were answered.
    pub talk: Option<Scorecard>,
    /// What became of a model's changed requirement.
    pub change: Changed,
    /// The musts of E1, E3 and E5 that a design lacks; none when the design was not judged.
    pub missing_musts: Option<Vec<Evidence>>,
    /// How the query does on growing tables, once that was counted.
    pub scale: Option<ScaleReading>,
}

/// What became of the question.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// The round ended before it was asked.
    NotReached,
    /// It was asked and nothing was handed in.
    Nothing,
    HandedIn {
        at: Moment,
        answer: Answer,
        run: Run,
    },
}

/// What the judge that runs answers said.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Stories and designs are not run.
    NotRun,
    /// No reply: why, in words. It costs nothing.
    Unjudged(String),
    Judged(Box<Verdict>),
}

/// What became of a requirement that changed after the first answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Changed {
    /// It was not said, most likely because the time was over. That is no data.
    #[default]
    NotSaid,
    /// No second answer was handed in.
    NotTakenUp,
    TakenUp(Run),
}

impl Changed {
    /// Gives the judge's verdict on the second answer, if there is one.
    pub fn verdict(&self) -> Option<&Verdict> {
        match self {
            Changed::TakenUp(Run::Judged(verdict)) => Some(verdict),
            _ => None,
        }
    }
}

/// What a reviewer said about code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeReview {
    /// From 1 to 5; none when the answer could not be reviewed.
    pub score: Option<f64>,
    /// Findings that would stop the review; the answer still has them.
    pub blocks: Vec<Evidence>,
    pub remarks: Vec<Evidence>,
    /// Python: both with their places, as they stand beside the lines.
    pub findings: Vec<Finding>,
    pub not_judged: Vec<String>,
}

impl Scored {
    /// Gives what the interview itself knows about a question: what was handed in and what the judge said.
    pub fn plain(interview: &Interview, round: usize, question: usize) -> Self {
        let work = work(interview, round, question);
        let change = changed(interview, round, question);
        let counted = counted(interview, round, question);
        let scale = counted.and_then(|last| last.reading()).cloned();
        let (card, review, talk, missing_musts) = (None, None, None, None);
        Self { round, question, work, card, review, talk, change, missing_musts, scale }
    }

    /// Gives the judge's verdict, if there is one.
    pub fn verdict(&self) -> Option<&Verdict> {
        match &self.work {
            Work::HandedIn { run: Run::Judged(verdict), .. } => Some(verdict),
            _ => None,
        }
    }

    /// Gives the source of a design's diagram.
    pub fn diagram(&self) -> Option<&str> {
        match &self.work {
            Work::HandedIn { answer: Answer::Design { diagram, .. }, .. } => Some(diagram),
            _ => None,
        }
    }

    /// Gives the text that was handed in; a design's diagram and notes, one after the other.
    pub fn text(&self) -> Option<String> {
        match &self.work {
            Work::HandedIn { answer: Answer::Text(text), .. } => Some(text.clone()),
            Work::HandedIn { answer: Answer::Design { diagram, notes }, .. } => {
                Some(format!("{diagram}\n\n{notes}"))
            }
            _ => None,
        }
    }
}

/// Gives every planned question with what the interview itself knows about it.
pub fn plain_answers(interview: &Interview) -> Vec<Scored> {
    let rounds = interview.plan.rounds.iter().enumerate();
    rounds
        .flat_map(|(round, planned)| (0..planned.questions.len()).map(move |q| (round, q)))
        .map(|(round, question)| Scored::plain(interview, round, question))
        .collect()
}

fn work(interview: &Interview, round: usize, question: usize) -> Work {
    match counted(interview, round, question) {
        Some(last) => Work::HandedIn {
            at: last.at,
            answer: last.answer.clone(),
            run: run(interview.plan.rounds[round].questions[question].kind, last),
        },
        None if interview.rounds[round].questions[question].opened_at.is_some() => Work::Nothing,
        None => Work::NotReached,
    }
}

/// The last answer counts; one that no judge could settle counts only when there is no other.
///
/// Of a model the last answer before the requirement changed counts. One after it counts when it was
/// accepted: what meets the harder contract has met the first one too.
fn counted(interview: &Interview, round: usize, question: usize) -> Option<&Submission> {
    let is_accepted = |s: &&Submission| match &s.state {
        SubmissionState::Judged(verdict) => s.after_change && verdict.decision == Decision::Accept,
        _ => false,
    };
    let of = |after_change: bool| last(interview, round, question, after_change);
    of(true).filter(is_accepted).or_else(|| of(false)).or_else(|| of(true))
}

/// Gives the last answer from before or after the change, a settled one if there is any.
fn last(
    interview: &Interview,
    round: usize,
    question: usize,
    after_change: bool,
) -> Option<&Submission> {
    let settled = |s: &&Submission| matches!(s.state, SubmissionState::Judged(_));
    let last_first = || {
        let all = interview.submissions_of(round, question).rev();
        all.filter(move |s| s.after_change == after_change)
    };
    last_first().find(settled).or_else(|| last_first().next())
}

fn changed(interview: &Interview, round: usize, question: usize) -> Changed {
    let kind = interview.plan.rounds[round].questions[question].kind;
    if kind != Kind::Modeling || !interview.rounds[round].questions[question].has_changed() {
        return Changed::NotSaid;
    }
    match last(interview, round, question, true) {
        Some(second) => Changed::TakenUp(run(kind, second)),
        None => Changed::NotTakenUp,
    }
}

fn run(kind: Kind, last: &Submission) -> Run {
    if matches!(kind, Kind::Design | Kind::Behavioral) {
        return Run::NotRun;
    }
    match &last.state {
        SubmissionState::Judged(verdict) => {
            Run::Judged(Box::new(last.verdict().unwrap_or_else(|| (**verdict).clone())))
        }
        SubmissionState::Lost(lost) => Run::Unjudged(lost.words.clone()),
        SubmissionState::Kept => Run::NotRun,
        SubmissionState::Awaited => Run::Unjudged("the judge has not replied".into()),
    }
}

/// Gives the facts the interviewer was asked for and gave, each once.
pub fn given_facts(record: &QuestionRecord) -> Vec<&str> {
    let mut facts: Vec<&str> = record
        .chat
        .iter()
        .filter_map(|line| match &line.from {
            Speaker::Interviewer(said) => match &said.why {
                Why::Fact(id) => Some(id.as_str()),
                _ => None,
            },
            Speaker::Candidate(_) => None,
        })
        .collect();
    facts.sort_unstable();
    facts.dedup();
    facts
}
