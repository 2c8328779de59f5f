//! What is done beside the screen: answers judged and run, each on a thread of its own.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::inbox::{Inbox, JobId};
use super::planning::surprise;
use crate::content::question::{Body, Question};
use crate::ids::SubmissionId;
use crate::interview::event::Answer;
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::{Lost, RunResult, Verdict};
use crate::judge::client::{Canceller, Deadlines, Program, judge_until};
use crate::judge::paper;
use crate::judge::request::{Outcome, Request, Work};
use crate::score::python::{self, Asked};
use crate::tui::msg::Msg;

/// An answer on its way to a judge.
#[derive(Debug)]
pub struct HandedIn {
    pub submission: SubmissionId,
    pub answer: Answer,
    /// The answer before the requirement changed, if it did.
    pub changed_from: Option<String>,
}

/// The jobs somebody waits for. A reply of any other job is nobody's: it is of a session that was
/// left, or of a run that was stopped.
#[derive(Debug)]
pub struct Jobs {
    program: Program,
    last: JobId,
    awaited: BTreeMap<JobId, Canceller>,
    run: Option<JobId>,
    /// One answer is judged at a time, so that a long queue does not take the machine's memory.
    desk: Arc<Mutex<()>>,
    /// Counting rows has a desk of its own, so that no verdict waits for it.
    far_desk: Arc<Mutex<()>>,
}

impl Jobs {
    /// Makes jobs that are done by this program as a judge.
    pub fn new(program: Program) -> Self {
        let (awaited, desk, far_desk) = (BTreeMap::new(), Arc::default(), Arc::default());
        Self { program, last: JobId(0), awaited, run: None, desk, far_desk }
    }

    /// Has an answer judged; [`Msg::Judged`] arrives in any case.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn judge(
        &mut self,
        inbox: &Inbox,
        question: Option<&Question>,
        handed_in: &HandedIn,
    ) -> io::Result<()> {
        let HandedIn { submission, answer, changed_from } = handed_in;
        let submission = *submission;
        let work = match (question, answer) {
            (Some(question), Answer::Text(text)) => work(question, text, changed_from.as_deref()),
            (Some(_), Answer::Design { .. }) => Err(unfit()),
            (None, _) => Err(unknown()),
        };
        let (job, canceller) = self.next();
        let (program, desk) = (self.program.clone(), Arc::clone(&self.desk));
        let broken = Msg::Judged(submission, Err(broken()));
        let code = match (question.map(|question| &question.body), answer) {
            (Some(Body::Python(body)), Answer::Text(text)) => Some((text.clone(), Asked::of(body))),
            _ => None,
        };
        inbox.work(job, broken, move || {
            let _turn = desk.lock().unwrap_or_else(PoisonError::into_inner);
            let asked = work.and_then(|work| ask(&program, work, &Deadlines::GRADED, &canceller));
            Msg::Judged(submission, asked.and_then(verdict).map(|verdict| reviewed(verdict, code)))
        })
    }

    /// Has the rows of an answer counted on growing tables; [`Msg::Scaled`] arrives in any case.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn scale(
        &mut self,
        inbox: &Inbox,
        submission: SubmissionId,
        question: Option<&Question>,
        answer: &Answer,
    ) -> io::Result<()> {
        let work = match (question, answer) {
            (Some(question), Answer::Text(text)) => {
                paper::scale(question, text, paper::USUAL_SIZE).ok_or_else(unfit)
            }
            (Some(_), Answer::Design { .. }) => Err(unfit()),
            (None, _) => Err(unknown()),
        };
        let (job, canceller) = self.next();
        let (program, desk) = (self.program.clone(), Arc::clone(&self.far_desk));
        inbox.work(job, Msg::Scaled(submission, Err(broken())), move || {
            let _turn = desk.lock().unwrap_or_else(PoisonError::into_inner);
            let asked = work.and_then(|work| ask(&program, work, &Deadlines::SCALED, &canceller));
            Msg::Scaled(submission, asked.and_then(reading))
        })
    }

    /// Runs a text on the question's sample data; a run before it is stopped. [`Msg::Ran`] arrives.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn run(
        &mut self,
        inbox: &Inbox,
        question: Option<&Question>,
        text: &str,
    ) -> io::Result<()> {
        self.cancel_run();
        let work = question
            .ok_or_else(unknown)
            .and_then(|question| paper::run(question, text).ok_or_else(unfit));
        let (job, canceller) = self.next();
        self.run = Some(job);
        let program = self.program.clone();
        inbox.work(job, Msg::Ran(Err(broken())), move || {
            let asked =
                work.and_then(|work| ask(&program, work, &Deadlines::INTERACTIVE, &canceller));
            Msg::Ran(asked.and_then(result))
        })
    }

    /// Does something else beside the screen; its message arrives, or `broken` when it panics.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn other(
        &mut self,
        inbox: &Inbox,
        broken: Msg,
        work: impl FnOnce() -> Msg + Send + 'static,
    ) -> io::Result<()> {
        let (job, _) = self.next();
        inbox.work(job, broken, work)
    }

    /// Stops the run that is at work, if one is. Nothing more is heard of it.
    pub fn cancel_run(&mut self) {
        if let Some(canceller) = self.run.take().and_then(|run| self.awaited.remove(&run)) {
            canceller.cancel();
        }
    }

    /// Stops everything: another session is opened, or none.
    pub fn drop_all(&mut self) {
        self.run = None;
        std::mem::take(&mut self.awaited).values().for_each(Canceller::cancel);
    }

    /// Says whether this job's reply is waited for, and waits for it no longer.
    pub fn take(&mut self, job: JobId) -> bool {
        self.awaited.remove(&job).is_some()
    }

    fn next(&mut self) -> (JobId, Canceller) {
        self.last = JobId(self.last.0 + 1);
        let canceller = Canceller::default();
        self.awaited.insert(self.last, canceller.clone());
        (self.last, canceller)
    }
}

fn ask(
    program: &Program,
    work: Work,
    limits: &Deadlines,
    canceller: &Canceller,
) -> Result<Outcome, Lost> {
    let token = format!("{:016x}{:016x}", surprise(), surprise());
    judge_until(program.clone(), &Request { token, work }, limits, canceller)
}

fn work(question: &Question, text: &str, changed_from: Option<&str>) -> Result<Work, Lost> {
    let changed = changed_from.map(|before| paper::grade_changed(question, text, before));
    match changed {
        Some(work) => work.ok_or_else(unchanged),
        None => paper::grade(question, text).ok_or_else(unfit),
    }
}

fn verdict(outcome: Outcome) -> Result<Box<Verdict>, Lost> {
    match outcome {
        Outcome::Verdict(verdict) => Ok(verdict),
        other => Err(unasked(other)),
    }
}

fn reading(outcome: Outcome) -> Result<Box<ScaleReading>, Lost> {
    match outcome {
        Outcome::Scaled(reading) => Ok(reading),
        other => Err(unasked(other)),
    }
}

fn result(outcome: Outcome) -> Result<RunResult, Lost> {
    match outcome {
        Outcome::Table { table, millis } => Ok(RunResult::Table { table, millis }),
        Outcome::Output { ok, text, error, millis, .. } => {
            Ok(RunResult::Output { ok, text, error, millis })
        }
        other => Err(unasked(other)),
    }
}

fn unasked(outcome: Outcome) -> Lost {
    match outcome {
        Outcome::Broken(words) => lost("crash", &words),
        _ => lost("nonsense", "The judge answered something that was not asked. Hand in again."),
    }
}

/// Running tells whether code is right; reading it decides the last point.
fn reviewed(verdict: Box<Verdict>, code: Option<(String, Asked)>) -> Box<Verdict> {
    match code {
        Some((code, asked)) => {
            Box::new(python::weigh(*verdict, &python::review_for(&code, &asked)))
        }
        None => verdict,
    }
}

fn unknown() -> Lost {
    lost(
        "spawn",
        "This question is not in the bank any more, so it cannot be judged. Start with the `--content` folder it came from.",
    )
}

fn unchanged() -> Lost {
    lost(
        "spawn",
        "This question does not change in the bank any more, so a changed answer cannot be judged.",
    )
}

fn unfit() -> Lost {
    lost("spawn", "Answers of this kind are read, not run.")
}

fn broken() -> Lost {
    lost(
        "crash",
        "Asking the judge failed here, in mockloop itself. This costs nothing; hand in again.",
    )
}

fn lost(kind: &str, words: &str) -> Lost {
    Lost { kind: kind.to_owned(), words: words.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{HandedIn, Jobs, verdict};
    use crate::ids::SubmissionId;
    use crate::interview::event::Answer;
    use crate::judge::request::Outcome;
    use crate::shell::inbox::{Arrival, Inbox};
    use crate::tui::msg::Msg;

    fn jobs() -> Jobs {
        Jobs::new(std::path::Path::new("/nowhere/mockloop").into())
    }

    #[test]
    fn an_answer_to_a_question_that_is_gone_is_said_to_be_unjudged() {
        let (inbox, mut jobs) = (Inbox::open().expect("threads can be started"), jobs());
        let answer = Answer::Text("select 1".into());
        let handed_in = HandedIn { submission: SubmissionId(1), answer, changed_from: None };
        jobs.judge(&inbox, None, &handed_in).expect("threads can be started");
        match inbox.next(Duration::from_secs(5)).pop() {
            Some(Arrival::Done(job, Msg::Judged(SubmissionId(1), Err(lost)))) => {
                assert!(lost.words.contains("not in the bank any more"), "{lost:?}");
                assert!(jobs.take(job));
                assert!(!jobs.take(job), "one reply is enough");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nobody_waits_for_a_run_that_was_stopped_or_for_a_session_that_was_left() {
        let (inbox, mut jobs) = (Inbox::open().expect("threads can be started"), jobs());
        jobs.run(&inbox, None, "select 1").expect("threads can be started");
        let stopped = jobs.last;
        jobs.cancel_run();
        assert!(!jobs.take(stopped));
        jobs.run(&inbox, None, "select 2").expect("threads can be started");
        let left = jobs.last;
        jobs.drop_all();
        assert!(!jobs.take(left));
    }

    #[test]
    fn a_reply_of_another_kind_is_no_verdict() {
        let lost = verdict(Outcome::Doctor(vec![])).expect_err("it is no verdict");
        assert_eq!(lost.kind, "nonsense");
        let lost = verdict(Outcome::Broken("no engine".into())).expect_err("it is no verdict");
        assert_eq!(lost.words, "no engine");
    }
}
