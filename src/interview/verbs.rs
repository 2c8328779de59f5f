//! What the candidate and the judges may do: each verb reads the interview and answers with the
//! event that would happen, or with the reason why not.

use super::Interview;
use super::event::{Answer, ClosedBy, Edit, Event, HandedInBy, Pane, PanePart, Vote};
use super::phase::Phase;
use super::record::{QuestionRecord, Scaling, Submission, SubmissionState};
use super::refusal::{Forbidden, Refusal};
use super::scale::ScaleReading;
use super::verdict::{Fault, Lost, Verdict};
use crate::content::question::Kind;
use crate::ids::SubmissionId;
use crate::moment::{Moment, Span};

type Granted = Result<Event, Refusal>;

impl Interview {
    /// Begins the round whose briefing is read: its clock runs and its first question is open.
    pub fn begin(&self, now: Moment) -> Result<Vec<Event>, Refusal> {
        let Phase::Briefing { round } = self.phase else { return Err(Refusal::NotBriefing) };
        Ok(vec![
            Event::RoundBegan { round, at: now },
            Event::QuestionOpened { round, question: 0, at: now },
        ])
    }

    /// Ends a break early, or when it is over: the next round's clock starts at once, as on the day.
    pub fn end_rest(&self, now: Moment) -> Result<Vec<Event>, Refusal> {
        let Phase::Resting { next: round, .. } = self.phase else {
            return Err(Refusal::NotResting);
        };
        Ok(vec![
            Event::RoundBegan { round, at: now },
            Event::QuestionOpened { round, question: 0, at: now },
        ])
    }

    /// Gives the pane of the open question, for one of its parts.
    pub fn pane(&self, part: PanePart) -> Option<Pane> {
        let (round, question) = self.phase.question()?;
        Some(Pane { round, question, part })
    }

    /// Types into a pane of the open question.
    pub fn type_into(
        &self,
        part: PanePart,
        edits: Vec<Edit>,
        cursor: usize,
        now: Moment,
    ) -> Granted {
        let pane = self.pane(part).ok_or(Refusal::NothingOpen)?;
        self.still_open(now)?;
        match self.phase {
            Phase::FollowingUp { .. } if part != PanePart::Chat => Err(Refusal::AlreadyHandedIn),
            _ => Ok(Event::Typed { pane, edits, cursor, at: now }),
        }
    }

    /// Moves the cursor of a pane.
    pub fn move_cursor(&self, part: PanePart, cursor: usize, now: Moment) -> Granted {
        let pane = self.pane(part).ok_or(Refusal::NothingOpen)?;
        Ok(Event::CursorMoved { pane, cursor, at: now })
    }

    /// Says something to the interviewer: a clarifying question, or the answer to the open follow-up.
    pub fn say_to_interviewer(&self, text: &str, now: Moment) -> Granted {
        self.still_open(now)?;
        if text.trim().is_empty() {
            return Err(Refusal::NothingWritten);
        }
        let text = text.trim().to_owned();
        match self.phase {
            Phase::FollowingUp { .. } => Ok(Event::FollowUpAnswered { text, at: now }),
            _ => Ok(Event::Asked { text, at: now }),
        }
    }

    /// Hands the answer in, on the candidate's wish.
    pub fn submit(&self, now: Moment) -> Granted {
        let Phase::Answering { round, question, .. } = self.phase else {
            return Err(Refusal::NothingOpen);
        };
        self.still_open(now)?;
        match self.submissions_of(round, question).last() {
            Some(last) if last.state == SubmissionState::Awaited && !self.plan.is_strict() => {
                Err(Refusal::StillJudging)
            }
            Some(_) if self.plan.is_strict() && !self.is_changing() => {
                Err(Refusal::AlreadyHandedIn)
            }
            _ => self.hand_in(HandedInBy::Candidate, now),
        }
    }

    /// Says whether a model is wanted once more, because a requirement changed after it was handed in.
    pub fn is_changing(&self) -> bool {
        let (Some((round, question)), Phase::Answering { .. }) =
            (self.phase.question(), self.phase)
        else {
            return false;
        };
        let is_model = self.question().is_some_and(|planned| planned.kind == Kind::Modeling);
        let has_changed = self.record().is_some_and(QuestionRecord::has_changed);
        let mut handed_in = self.submissions_of(round, question);
        is_model && has_changed && !handed_in.any(|submission| submission.after_change)
    }

    /// Gives the answer that stood before the requirement changed, for a submission after it; empty when
    /// there was none. None for every other submission.
    pub fn changed_from(&self, submission: &Submission) -> Option<&str> {
        let (round, question) = (submission.round, submission.question);
        let before = self.submissions_of(round, question).rfind(|other| !other.after_change);
        submission.after_change.then(|| match before.map(|before| &before.answer) {
            Some(Answer::Text(text)) => text.as_str(),
            _ => "",
        })
    }

    /// Hands in what is there, whoever asks for it.
    pub fn hand_in(&self, by: HandedInBy, now: Moment) -> Granted {
        let answer = self.answer().ok_or(Refusal::NothingWritten)?;
        let submission = SubmissionId(self.submissions.len() as u32 + 1);
        Ok(Event::AnswerSubmitted { submission, answer, by, at: now })
    }

    /// Gives the answer as it stands; none when the candidate wrote nothing.
    pub fn answer(&self) -> Option<Answer> {
        let is_empty = |part| {
            let text = self.pane(part).and_then(|pane| self.texts.get(&pane));
            text.is_none_or(|text| text.is_untouched())
        };
        let text = |part| self.pane(part).map_or("", |pane| self.text(pane)).to_owned();
        match self.question()?.kind {
            Kind::Design if is_empty(PanePart::Diagram) && is_empty(PanePart::Notes) => None,
            Kind::Design => Some(Answer::Design {
                diagram: text(PanePart::Diagram),
                notes: text(PanePart::Notes),
            }),
            _ if is_empty(PanePart::Answer) => None,
            _ => Some(Answer::Text(text(PanePart::Answer))),
        }
    }

    /// Takes a judge's reply, if that submission is waited for.
    pub fn judged(
        &self,
        submission: SubmissionId,
        reply: Result<Verdict, Lost>,
        now: Moment,
    ) -> Granted {
        if !self.awaited().any(|s| s.id == submission) {
            return Err(Refusal::NotThatSubmission);
        }
        Ok(match reply {
            Ok(verdict) => Event::Judged { submission, verdict: Box::new(verdict), at: now },
            Err(lost) => Event::JudgeLost { submission, lost, at: now },
        })
    }

    /// Gives the submissions no judge has answered yet.
    pub fn awaited(&self) -> impl Iterator<Item = &Submission> {
        self.submissions.iter().filter(|s| s.state == SubmissionState::Awaited)
    }

    /// Asks how a query does on growing tables, once it was judged and if it runs at all.
    pub fn ask_scale(&self, submission: SubmissionId, now: Moment) -> Granted {
        let known = self.submissions.iter().find(|s| s.id == submission);
        let runs = known.is_some_and(|s| {
            let never = [Fault::Error, Fault::Forbidden, Fault::HardCoded];
            let judged = matches!(&s.state, SubmissionState::Judged(v) if !never.contains(&v.kind));
            judged && s.scaling == Scaling::NotAsked
        });
        if !runs {
            return Err(Refusal::NotThatSubmission);
        }
        Ok(Event::ScaleAsked { submission, at: now })
    }

    /// Takes what was counted on growing tables, if that submission waits for it.
    pub fn scaled(
        &self,
        submission: SubmissionId,
        reply: Result<ScaleReading, Lost>,
        now: Moment,
    ) -> Granted {
        if !self.uncounted().any(|s| s.id == submission) {
            return Err(Refusal::NotThatSubmission);
        }
        Ok(match reply {
            Ok(reading) => Event::Scaled { submission, reading: Box::new(reading), at: now },
            Err(lost) => Event::ScaleLost { submission, lost, at: now },
        })
    }

    /// Gives the submissions whose rows on growing tables are still to be counted.
    pub fn uncounted(&self) -> impl Iterator<Item = &Submission> {
        self.submissions.iter().filter(|s| s.scaling == Scaling::Awaited)
    }

    /// Gives what was handed in for one question, oldest first.
    pub fn submissions_of(
        &self,
        round: usize,
        question: usize,
    ) -> impl DoubleEndedIterator<Item = &Submission> {
        self.submissions.iter().filter(move |s| s.round == round && s.question == question)
    }

    /// Takes the next of `hint_count` hints.
    pub fn take_hint(&self, hint_count: usize, now: Moment) -> Granted {
        self.allowed(Forbidden::Hint)?;
        let taken = self.record().ok_or(Refusal::NothingOpen)?.hints.len();
        if taken >= hint_count {
            return Err(Refusal::NoHintsLeft);
        }
        Ok(Event::HintTaken { index: taken, at: now })
    }

    /// Says whether code may be run now.
    pub fn may_run(&self) -> Result<(), Refusal> {
        let round = self.round().ok_or(Refusal::NothingOpen)?;
        if round.can_run { Ok(()) } else { self.allowed(Forbidden::Run) }
    }

    /// Stops a drill's clock.
    pub fn pause(&self, now: Moment) -> Granted {
        self.allowed(Forbidden::Pause)?;
        self.phase.clock().ok_or(Refusal::NothingOpen)?;
        match self.paused_at {
            Some(_) => Err(Refusal::AlreadyPaused),
            None => Ok(Event::Paused { at: now }),
        }
    }

    /// Starts a drill's clock again.
    pub fn unpause_now(&self, now: Moment) -> Granted {
        self.paused_at.map(|_| Event::Unpaused { at: now }).ok_or(Refusal::NotPaused)
    }

    /// Closes the round on the candidate's wish.
    pub fn close_round(&self, by: ClosedBy, now: Moment) -> Granted {
        let (round, _) = self.phase.question().ok_or(Refusal::NothingOpen)?;
        Ok(Event::RoundClosed { round, by, at: now })
    }

    /// Takes note that the program was away.
    pub fn away(&self, span: Span, counted: bool, now: Moment) -> Event {
        Event::Away { span, counted, at: now }
    }

    /// Casts the candidate's own vote, before anything is shown.
    pub fn vote(&self, round: Option<usize>, vote: Vote, now: Moment) -> Granted {
        if self.phase != Phase::Voting {
            return Err(Refusal::NotVotingNow);
        }
        Ok(Event::OwnVote { round, vote, at: now })
    }

    /// Opens the debrief once every vote is cast.
    pub fn open_debrief(&self, now: Moment) -> Granted {
        if self.phase != Phase::Voting {
            return Err(Refusal::NotVotingNow);
        }
        let wanted = (0..self.plan.rounds.len()).map(Some).chain([None]);
        if wanted.into_iter().all(|round| self.own_votes.contains_key(&round)) {
            Ok(Event::DebriefOpened { at: now })
        } else {
            Err(Refusal::VotesMissing)
        }
    }

    /// Gives the session up for good; what was done stays to be read.
    pub fn give_up(&self, now: Moment) -> Granted {
        if self.is_over() { Err(Refusal::NothingOpen) } else { Ok(Event::Abandoned { at: now }) }
    }

    /// Says whether a strict loop allows it; everything else does.
    pub fn allowed(&self, what: Forbidden) -> Result<(), Refusal> {
        if self.plan.is_strict() { Err(Refusal::NotInALoop(what)) } else { Ok(()) }
    }

    /// The bell stops typing; what was handed in before it still counts.
    fn still_open(&self, now: Moment) -> Result<(), Refusal> {
        let clock = self.phase.clock().ok_or(Refusal::NothingOpen)?;
        if self.clock_at(now) >= clock.bell_at { Err(Refusal::TimeIsUp) } else { Ok(()) }
    }
}
