//! How the interviewer reacts: one step at a time, from the state and the clock alone.

mod modeling;

use super::clarify::{Understood, understand};
use super::{code, lines, scale};
use crate::content::question::{Body, Change, FollowUp, Kind, Question, SqlBody};
use crate::interview::Interview;
use crate::interview::bell::Due;
use crate::interview::event::{ClosedBy, Event, HandedInBy, Line, PanePart, Why};
use crate::interview::phase::Phase;
use crate::interview::record::{QuestionRecord, Speaker};
use crate::moment::{Moment, Span};

/// Gives what the interviewer does next, nothing when it is the candidate's turn. Call it again
/// after applying the events, until it gives none.
pub fn react(interview: &Interview, open: Option<&Question>, now: Moment) -> Vec<Event> {
    let scene = Scene { interview, open, now };
    match interview.phase {
        Phase::Resting { .. } => scene.resting(),
        Phase::Answering { .. } => scene.answering(),
        Phase::FollowingUp { index, depth, .. } => scene.following_up(index, depth),
        Phase::Briefing { .. } | Phase::Voting | Phase::Debriefed | Phase::Abandoned => vec![],
    }
}

/// Gives what happens when a drill's candidate is done with a question: follow-ups, or the next one.
pub fn proceed(interview: &Interview, open: Option<&Question>, now: Moment) -> Vec<Event> {
    let scene = Scene { interview, open, now };
    match interview.phase {
        Phase::Answering { .. } if scene.is_handed_in() => scene.after_hand_in(),
        Phase::Answering { .. } | Phase::FollowingUp { .. } => scene.next_question(),
        _ => vec![],
    }
}

/// What a reaction is made from.
struct Scene<'a> {
    interview: &'a Interview,
    open: Option<&'a Question>,
    now: Moment,
}

impl Scene<'_> {
    fn resting(&self) -> Vec<Event> {
        match self.interview.due(self.now) {
            Some(Due::RestOver) => self.interview.end_rest(self.now).unwrap_or_default(),
            _ => vec![],
        }
    }

    fn answering(&self) -> Vec<Event> {
        let Some(record) = self.interview.record() else { return vec![] };
        match self.interview.due(self.now) {
            Some(Due::Bell) => return self.ring(),
            Some(Due::MoveOn) => return self.cut_short(),
            _ => {}
        }
        if let Some(events) = self.new_requirement(record) {
            return events;
        }
        if self.interview.plan.is_strict() && self.is_handed_in() && !self.is_changing() {
            return self.after_hand_in();
        }
        self.opening(record)
            .or_else(|| self.reply(record))
            .or_else(|| self.budget_call(record))
            .or_else(|| self.turn_of_events(record))
            .or_else(|| self.tables_box(record))
            .or_else(|| self.too_long(record))
            .or_else(|| self.clock_call(record))
            .map(|event| vec![event])
            .unwrap_or_default()
    }

    fn following_up(&self, index: usize, depth: usize) -> Vec<Event> {
        let Some(record) = self.interview.record() else { return vec![] };
        match self.interview.due(self.now) {
            Some(Due::Bell) => return self.ring(),
            Some(Due::MoveOn) => return self.next_question(),
            _ => {}
        }
        match record.follow_ups.last() {
            Some(last) if last.answer.is_some() => self.ask_next(index, depth),
            _ => self.clock_call(record).map(|event| vec![event]).unwrap_or_default(),
        }
    }

    /// The hard bell hands in what is there.
    fn ring(&self) -> Vec<Event> {
        let Some((round, _)) = self.interview.phase.question() else { return vec![] };
        let handed_in = self.hand_in(HandedInBy::Bell);
        let closed = Event::RoundClosed { round, by: ClosedBy::Bell, at: self.now };
        handed_in.into_iter().chain([Event::QuestionClosed { at: self.now }, closed]).collect()
    }

    fn cut_short(&self) -> Vec<Event> {
        let line = self.say(Why::Budget, lines::move_on(self.seed(), self.occasion()));
        let handed_in = self.hand_in(HandedInBy::Interviewer);
        [line].into_iter().chain(handed_in).chain(self.next_question()).collect()
    }

    /// Hands in what is there, unless the same text was handed in before or an answer is not open.
    fn hand_in(&self, by: HandedInBy) -> Option<Event> {
        let Phase::Answering { round, question, .. } = self.interview.phase else { return None };
        let answer = self.interview.answer()?;
        let last = self.interview.submissions_of(round, question).next_back();
        if last.is_some_and(|last| last.answer == answer) {
            return None;
        }
        self.interview.hand_in(by, self.now).ok()
    }

    fn is_handed_in(&self) -> bool {
        let Some((round, question)) = self.interview.phase.question() else { return false };
        self.interview.submissions_of(round, question).next().is_some()
    }

    fn after_hand_in(&self) -> Vec<Event> {
        let asks = self.open.map_or(0, |q| q.head.asks().count()) + self.of_code().len();
        if asks == 0 || !self.has_time() { self.next_question() } else { self.follow_up(0, 0) }
    }

    /// The bar raiser goes deeper on the same point; the others ask two questions, one more when one of
    /// them was about ten billion rows, and of Python up to two that its own lines call for.
    fn ask_next(&self, index: usize, depth: usize) -> Vec<Event> {
        let deeper = self.open.and_then(|q| q.head.asks().nth(index)).map_or(0, |f| f.deeper.len());
        let scale = self.open.is_some_and(|q| q.head.scale.is_some());
        let written = self.open.map_or(0, |q| q.head.asks().count());
        let asks = written.min(2 + usize::from(scale));
        match () {
            () if !self.has_time() => self.next_question(),
            () if self.is_bar_raiser() && depth < deeper => self.follow_up(index, depth + 1),
            () if index + 1 < asks => self.follow_up(index + 1, 0),
            // What the code shows is asked last, and counted behind all that is written down.
            () => self.follow_up(written.max(index + 1), 0),
        }
    }

    fn follow_up(&self, index: usize, depth: usize) -> Vec<Event> {
        let of_code = self.of_code();
        let written = self.open.into_iter().flat_map(|q| q.head.asks());
        let Some(follow_up) = written.chain(&of_code).nth(index) else {
            return self.next_question();
        };
        let text = match depth {
            0 => self.about_scale(index, follow_up).or_else(|| Some(follow_up.ask.clone())),
            deeper => follow_up.deeper.get(deeper - 1).cloned(),
        };
        let Some(text) = text else { return self.next_question() };
        vec![Event::FollowUpOpened { index, depth, at: self.now }, self.say(Why::FollowUp, &text)]
    }

    /// Draws what the code that was handed in last calls for.
    fn of_code(&self) -> Vec<FollowUp> {
        let drawn = || {
            let (round, question) = self.interview.phase.question()?;
            let last = self.interview.submissions_of(round, question).next_back()?;
            Some(code::asks(self.open?, last))
        };
        drawn().unwrap_or_default()
    }

    /// Words the question about ten billion rows from what was counted of the answer, if this is that question.
    fn about_scale(&self, index: usize, follow_up: &FollowUp) -> Option<String> {
        let open = self.open.filter(|question| question.head.is_about_scale(index))?;
        let Body::Sql(SqlBody { scale: Some(scale), .. }) = &open.body else { return None };
        let (round, question) = self.interview.phase.question()?;
        let last = self.interview.submissions_of(round, question).next_back();
        let reading = last.and_then(|last| last.reading());
        Some(scale::ask(follow_up, &scale.about, reading))
    }

    fn next_question(&self) -> Vec<Event> {
        let Some((round, question)) = self.interview.phase.question() else { return vec![] };
        let closed = Event::QuestionClosed { at: self.now };
        let next = question + 1;
        if next < self.interview.plan.rounds[round].questions.len() {
            vec![closed, Event::QuestionOpened { round, question: next, at: self.now }]
        } else {
            vec![closed, Event::RoundClosed { round, by: ClosedBy::Interviewer, at: self.now }]
        }
    }

    /// Gives what stands in the panes at the start, then the first words.
    fn opening(&self, record: &QuestionRecord) -> Option<Event> {
        if let Some(given) = self.prefill() {
            return Some(given);
        }
        let (round, question) = self.interview.phase.question()?;
        if !record.chat.is_empty() {
            return None;
        }
        let words = match question {
            0 => lines::welcome(self.seed(), round as u64),
            _ => lines::next(self.seed(), self.occasion()),
        };
        Some(self.say(Why::Talk, words))
    }

    fn prefill(&self) -> Option<Event> {
        let (part, text) = match &self.open?.body {
            Body::Python(python) => (PanePart::Answer, python.function.starter.trim_start()),
            Body::Modeling(_) => (PanePart::Answer, MODEL_TEMPLATE),
            Body::Design(_) => (PanePart::Notes, crate::design::answer::template()),
            Body::Sql(_) | Body::Behavioral(_) => return None,
        };
        let pane = self.interview.pane(part)?;
        let is_new = !self.interview.texts.contains_key(&pane);
        is_new.then(|| Event::Prefilled { pane, text: text.to_owned(), at: self.now })
    }

    fn reply(&self, record: &QuestionRecord) -> Option<Event> {
        let Speaker::Candidate(text) = &record.chat.last()?.from else { return None };
        let facts = self.open.map_or(&[][..], |q| &q.head.facts);
        Some(match understand(text, facts, &offered(record)) {
            Understood::Fact(fact) => self.say(Why::Fact(fact.id.clone()), &fact.answer),
            Understood::Several(facts) => {
                let ids = facts.iter().map(|fact| fact.id.clone()).collect();
                let named: Vec<String> = facts
                    .iter()
                    .enumerate()
                    .map(|(i, fact)| format!("{} {}", i + 1, fact.id.replace('-', " ")))
                    .collect();
                let text = format!(
                    "One at a time, please. Do you mean {}? Type the number.",
                    named.join(", ")
                );
                self.say(Why::Readings(ids), &text)
            }
            Understood::Unknown => {
                self.say(Why::NotOnTheSheet, lines::not_on_the_sheet(self.seed(), self.occasion()))
            }
            Understood::Remark => self.say(Why::Talk, lines::noted(self.seed(), self.occasion())),
        })
    }

    fn budget_call(&self, record: &QuestionRecord) -> Option<Event> {
        let is_due = self.interview.due(self.now) == Some(Due::Budget);
        let is_new = !said(record, |why| *why == Why::Budget);
        (is_due && is_new)
            .then(|| self.say(Why::Budget, lines::budget(self.seed(), self.occasion())))
    }

    /// A design round's changed requirement, then something that goes wrong, then the tenfold stretch.
    fn turn_of_events(&self, record: &QuestionRecord) -> Option<Event> {
        let Body::Design(design) = &self.open?.body else { return None };
        let planned = self.interview.question()?;
        let elapsed = self.elapsed(record)?;
        let share = |part: f64| planned.budget.scaled(part);
        // The minute stands in the question for a round of 50 minutes at full scale.
        let change_at = |change: &Change| {
            let minutes = f64::from(change.at_minute.unwrap_or(18));
            share(minutes / f64::from(self.open.map_or(50, |q| q.head.minutes.max(1))))
        };
        let injection =
            design.injections.get(self.seed() as usize % design.injections.len().max(1));
        match (&design.changed_requirement, injection, &design.stretch) {
            (Some(change), ..)
                if elapsed >= change_at(change) && !said(record, |why| *why == Why::Change) =>
            {
                Some(self.say(Why::Change, &change.text))
            }
            (_, Some(injection), _)
                if elapsed >= share(0.6)
                    && !said(record, |why| matches!(why, Why::Injection(_))) =>
            {
                Some(self.say(Why::Injection(injection.id.clone()), &injection.text))
            }
            (.., Some(stretch))
                if elapsed >= share(0.8) && !said(record, |why| *why == Why::Stretch) =>
            {
                Some(self.say(Why::Stretch, &stretch.text))
            }
            _ => None,
        }
    }

    fn too_long(&self, record: &QuestionRecord) -> Option<Event> {
        let is_story = self.interview.question()?.kind == Kind::Behavioral;
        let since_first_key = self.clock_now().since(record.flight.first_key_at?);
        let limit = Span::minutes(4).scaled(self.interview.plan.scale);
        let is_new = !said(record, |why| *why == Why::TooLong);
        (is_story && since_first_key >= limit && is_new)
            .then(|| self.say(Why::TooLong, lines::TOO_LONG))
    }

    /// Says in words that half the round, a tenth of it, or a minute is left.
    fn clock_call(&self, _record: &QuestionRecord) -> Option<Event> {
        let (round, _) = self.interview.phase.question()?;
        let span = self.interview.plan.rounds.get(round)?.span;
        let left = self.interview.time_left(self.now)?;
        let calls = [
            (Span::minutes(1), "One minute is left in this round."),
            (span.scaled(0.1), "A tenth of the round's time is left."),
            (span.scaled(0.5), "Half of the round's time is over."),
        ];
        let (_, words) = calls
            .into_iter()
            .filter(|(at, _)| *at <= span.scaled(0.5))
            .filter(|(at, _)| left <= *at)
            .min_by_key(|(at, _)| *at)?;
        let already = self.interview.rounds[round].questions.iter().any(|question| {
            question.chat.iter().any(|line| match &line.from {
                Speaker::Interviewer(line) => line.why == Why::Clock && line.text == words,
                Speaker::Candidate(_) => false,
            })
        });
        (!already).then(|| self.say(Why::Clock, words))
    }

    fn elapsed(&self, record: &QuestionRecord) -> Option<Span> {
        let clock = self.interview.phase.clock()?;
        let budget = self.interview.question()?.budget;
        record.opened_at?;
        // Counted back from the deadline, which moves with every pause.
        let opened_at = clock.budget_at - budget;
        Some(self.clock_now().since(opened_at))
    }

    fn clock_now(&self) -> Moment {
        self.interview.clock_at(self.now)
    }

    /// A follow-up is only worth asking when there is a moment to answer it.
    fn has_time(&self) -> bool {
        let least = Span::seconds(60).scaled(self.interview.plan.scale);
        self.interview.phase.clock().is_some_and(|c| c.move_on_at.since(self.clock_now()) > least)
    }

    fn is_bar_raiser(&self) -> bool {
        self.interview.plan.bar_raiser == self.interview.phase.round()
            && self.interview.plan.bar_raiser.is_some()
    }

    fn seed(&self) -> u64 {
        self.interview.plan.seed
    }

    fn occasion(&self) -> u64 {
        let spoken = self.interview.record().map_or(0, |record| record.chat.len());
        let question = self.interview.phase.question().map_or(0, |(r, q)| r * 16 + q);
        (question * 64 + spoken) as u64
    }

    fn say(&self, why: Why, text: &str) -> Event {
        Event::Said { line: Line { why, text: text.trim().to_owned() }, at: self.now }
    }
}

fn said(record: &QuestionRecord, is: impl Fn(&Why) -> bool) -> bool {
    record.chat.iter().any(|line| match &line.from {
        Speaker::Interviewer(line) => is(&line.why),
        Speaker::Candidate(_) => false,
    })
}

/// The readings offered in the interviewer's latest line, if that is what it was.
fn offered(record: &QuestionRecord) -> Vec<String> {
    let latest = record.chat.iter().rev().find_map(|line| match &line.from {
        Speaker::Interviewer(line) => Some(&line.why),
        Speaker::Candidate(_) => None,
    });
    match latest {
        Some(Why::Readings(ids)) => ids.clone(),
        _ => vec![],
    }
}

/// The three parts a modelling answer has.
const MODEL_TEMPLATE: &str = "-- schema\n\n\n-- load\n\n\n-- views\n\n";
