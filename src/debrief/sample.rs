//! A sat loop for tests: five rounds as in the real one, every answer good enough for a hire until a test says otherwise.

use std::collections::BTreeMap;

use crate::content::cell::{Cell, Heading, Table};
use crate::content::question::{
    BehavioralBody, Body, CompareBy, DesignBody, Difficulty, Fact, Function, Head, Kind, Numbers,
    Properties, PythonBody, Question, SqlBody,
};
use crate::content::round::Stage;
use crate::debrief::Report;
use crate::debrief::scored::{Changed, CodeReview, Run, Scored, Work};
use crate::ids::{FactorId, LoopId, PrincipleId, QuestionId, RoundId, SessionId, SubmissionId};
use crate::interview::Interview;
use crate::interview::event::{Answer, ClosedBy, HandedInBy, Line, Why};
use crate::interview::plan::{Mode, Plan, PlannedQuestion, PlannedRound};
use crate::interview::record::{ChatLine, Scaling, Speaker, Submission, SubmissionState};
use crate::interview::verdict::{Check, Counterexample, Decision, Evidence, Fault, Verdict};
use crate::moment::{Moment, Span};
use crate::score::card::{Dimension, Scorecard};

/// A loop that was sat, with all that the debrief needs.
pub struct Sample {
    pub interview: Interview,
    pub questions: BTreeMap<QuestionId, Question>,
    pub scored: Vec<Scored>,
}

const ROUNDS: [(&str, &str, &[Kind]); 5] = [
    ("phone-screen", "Phone screen", &[Kind::Sql, Kind::Sql, Kind::Behavioral]),
    ("sql-deep-dive", "SQL deep dive", &[Kind::Modeling, Kind::Sql]),
    ("system-design", "System design", &[Kind::Design]),
    ("python", "Python", &[Kind::Python, Kind::Python]),
    ("behavioral", "Behavioural", &[Kind::Behavioral, Kind::Behavioral]),
];

const FACTORS: [&[&str]; 5] = [
    &["sql-correctness", "problem-clarification"],
    &["data-modelling", "sql-at-scale"],
    &["requirements", "architecture"],
    &["python-correctness", "code-quality", "edge-cases"],
    &["leadership-principles", "dive-deep", "juggling"],
];

impl Sample {
    /// A loop whose five rounds all end in a hire at 4.
    pub fn hired() -> Self {
        let interview = sat(plan());
        let questions = questions(&interview.plan);
        let mut sample = Self { scored: Vec::new(), interview, questions };
        for (round, (_, _, kinds)) in ROUNDS.iter().enumerate() {
            for (question, kind) in kinds.iter().enumerate() {
                sample.scored.push(good(round, question, *kind));
            }
        }
        sample.hand_in_all();
        sample
    }

    /// The report of it.
    pub fn report(&self) -> Report {
        Report::of(&self.interview, &self.questions, &self.scored)
    }

    /// One answer, to be changed.
    pub fn at(&mut self, round: usize, question: usize) -> &mut Scored {
        let mut all = self.scored.iter_mut();
        all.find(|s| (s.round, s.question) == (round, question)).expect("the sample has it")
    }

    /// Changes what was handed in.
    pub fn say(&mut self, round: usize, question: usize, text: &str) {
        if let Work::HandedIn { answer, .. } = &mut self.at(round, question).work {
            *answer = Answer::Text(text.into());
        }
        let mut handed_in = self.interview.submissions.iter_mut();
        if let Some(s) = handed_in.find(|s| (s.round, s.question) == (round, question)) {
            s.answer = Answer::Text(text.into());
        }
    }

    /// Gives every answer of a round the same score.
    pub fn set(&mut self, round: usize, score: f64) {
        for s in self.scored.iter_mut().filter(|s| s.round == round) {
            set(s, score);
        }
    }

    /// Takes every answer of a round away.
    pub fn silence(&mut self, round: usize) {
        for s in self.scored.iter_mut().filter(|s| s.round == round) {
            *s = Scored {
                work: Work::Nothing,
                card: None,
                review: None,
                missing_musts: None,
                scale: None,
                ..s.clone()
            };
        }
    }

    /// Lets the candidate ask and the interviewer answer with a fact.
    pub fn ask(&mut self, round: usize, question: usize, words: &str, fact: &str) {
        let record = &mut self.interview.rounds[round].questions[question];
        let at = record.opened_at.expect("every sample question was opened") + Span::seconds(30);
        let why = Why::Fact(fact.into());
        record.flight.first_question_at = Some(at);
        record.chat.push(ChatLine { at, from: Speaker::Candidate(words.into()) });
        let line = Line { why, text: "Yes.".into() };
        record.chat.push(ChatLine { at, from: Speaker::Interviewer(line) });
    }

    fn hand_in_all(&mut self) {
        for (i, s) in self.scored.iter().enumerate() {
            let Work::HandedIn { at, answer, .. } = &s.work else { continue };
            self.interview.submissions.push(Submission {
                id: SubmissionId(i as u32 + 1),
                round: s.round,
                question: s.question,
                answer: answer.clone(),
                by: HandedInBy::Candidate,
                at: *at,
                after_change: false,
                state: SubmissionState::Awaited,
                scaling: Scaling::NotAsked,
            });
        }
    }
}

/// Sets the main part of an answer's score; the verdict takes whole points only.
pub fn set(scored: &mut Scored, score: f64) {
    if let Work::HandedIn { run: Run::Judged(verdict), .. } = &mut scored.work {
        verdict.score = score as u8;
        if let Some(review) = &mut scored.review {
            review.score = Some(score);
        }
    }
    if let Some(card) = &mut scored.card {
        card.overall = Some(score);
        card.pass = Some(score >= 3.5);
    }
}

/// A verdict with one passed and one failed hidden check.
pub fn verdict(score: u8, kind: Fault) -> Verdict {
    let check = |id: &str, about: &str, fault| Check {
        id: id.into(),
        about: about.into(),
        public: false,
        fault,
        words: if fault == Fault::None { "passed".into() } else { "3 rows are missing".into() },
    };
    let accepted = kind == Fault::None;
    Verdict {
        decision: if accepted { Decision::Accept } else { Decision::Reject },
        kind,
        score,
        words: if accepted { "Right on every dataset.".into() } else { "Rows are missing.".into() },
        evidence: vec![Evidence::plain("sql.rows", accepted, "The rows were compared.")],
        notes: Vec::new(),
        checks: vec![
            check("d1", "a realistic day", Fault::None),
            check("d2", "ties and exact duplicates", kind),
        ],
        difference: None,
        counterexample: None,
        gauntlet: None,
    }
}

/// Makes an answer one that was judged wrong, with the few rows that show it.
pub fn mistaken(scored: &mut Scored) {
    let heading = Heading { name: "n".into(), kind: "INTEGER".into() };
    let table = |rows: Vec<Vec<Cell>>| Table { columns: vec![heading.clone()], rows, cut: false };
    let example = Counterexample {
        tables: vec![("orders".into(), table(vec![vec![Cell::Int("1".into())]]))],
        expected: table(vec![vec![Cell::Int("77".into())]]),
        actual: Some(table(Vec::new())),
        missing: vec![0],
        extra: Vec::new(),
        words: "1 row of 1 missing.".into(),
        trap: Some("inner-against-outer".into()),
        mistake: Some("An inner join loses <customers>.".into()),
        call: None,
        output: None,
    };
    let judged = verdict(2, Fault::MissingRows);
    let judged = Verdict { counterexample: Some(Box::new(example)), ..judged };
    if let Work::HandedIn { run, .. } = &mut scored.work {
        *run = Run::Judged(Box::new(judged));
    }
}

/// A card with one dimension, its evidence quoting `quote`.
pub fn card(dimension: &str, score: f64, quote: &str) -> Scorecard {
    let evidence =
        Evidence::quoting(dimension, true, "a number with a unit", quote, (0, quote.len()));
    Scorecard {
        overall: Some(score),
        pass: Some(score >= 3.5),
        words: "A story with a result.".into(),
        dimensions: vec![Dimension {
            id: dimension.into(),
            name: "principle alignment".into(),
            weight: 1.0,
            score: Some(score),
            rule: "behaviours that match".into(),
            evidence: vec![evidence, Evidence::plain(dimension, false, "no trade-off was named")],
            raise: "name what you gave up".into(),
        }],
        flags: Vec::new(),
        not_judged: vec!["not judged yet: tone".into()],
        follow_ups: Vec::new(),
    }
}

fn good(round: usize, question: usize, kind: Kind) -> Scored {
    let at = began(round) + Span::minutes(10 * (question as u64 + 1));
    let run = match kind {
        Kind::Design | Kind::Behavioral => Run::NotRun,
        _ => Run::Judged(Box::new(verdict(4, Fault::None))),
    };
    let answer = match kind {
        Kind::Design => {
            Answer::Design { diagram: "a --> b".into(), notes: "8 million rows".into() }
        }
        _ => Answer::Text(format!("answer {question} of round {round} with words of its own")),
    };
    let review = CodeReview { score: Some(4.0), ..CodeReview::default() };
    Scored {
        round,
        question,
        work: Work::HandedIn { at, answer, run },
        card: match kind {
            Kind::Design => Some(card("E1", 4.0, "8 million rows")),
            Kind::Behavioral => Some(card("D8", 4.0, "I traced it to the source row")),
            _ => None,
        },
        review: (kind == Kind::Python).then_some(review),
        talk: None,
        change: Changed::NotSaid,
        missing_musts: (kind == Kind::Design).then(Vec::new),
        scale: None,
    }
}

fn began(round: usize) -> Moment {
    Moment(1_000_000) + Span::minutes(70 * round as u64)
}

fn sat(plan: Plan) -> Interview {
    let mut interview = Interview::new(plan, Moment(1_000_000));
    for (index, round) in interview.rounds.iter_mut().enumerate() {
        round.began_at = Some(began(index));
        round.closed = Some((ClosedBy::Bell, began(index) + Span::minutes(60)));
        for (n, question) in round.questions.iter_mut().enumerate() {
            let opened_at = began(index) + Span::minutes(10 * n as u64);
            question.opened_at = Some(opened_at);
            question.flight.key(opened_at + Span::minutes(2), opened_at);
            question.closed_at = Some(opened_at + Span::minutes(10));
        }
    }
    interview
}

fn plan() -> Plan {
    let rounds = ROUNDS.iter().enumerate().map(|(i, (id, title, kinds))| PlannedRound {
        id: RoundId::new(*id),
        title: (*title).into(),
        stage: if i == 0 { Stage::Phone } else { Stage::Onsite },
        span: Span::minutes(60),
        briefing: String::new(),
        interviewer: format!("interviewer {i}"),
        can_run: false,
        factors: FACTORS[i].iter().map(|factor| FactorId::new(*factor)).collect(),
        principles: vec![PrincipleId::new("dive-deep"), PrincipleId::new("ownership")],
        questions: kinds.iter().enumerate().map(|(q, kind)| planned(i, q, *kind)).collect(),
    });
    Plan {
        session: SessionId::new("s1"),
        mode: Mode::Loop,
        loop_id: LoopId::new("sample"),
        title: "A sample loop".into(),
        bar: 3.5,
        seed: 1,
        scale: 1.0,
        rest: Span::minutes(10),
        rounds: rounds.collect(),
        bar_raiser: Some(2),
    }
}

fn planned(round: usize, question: usize, kind: Kind) -> PlannedQuestion {
    PlannedQuestion {
        id: QuestionId::new(format!("q{round}-{question}")),
        kind,
        title: format!("Question {round}.{question}"),
        part: kind.name().into(),
        budget: Span::minutes(20),
        grace: Span::minutes(2),
    }
}

/// Every question with one open fact about ties, and alternating principles.
fn questions(plan: &Plan) -> BTreeMap<QuestionId, Question> {
    let all = plan.rounds.iter().flat_map(|round| &round.questions).enumerate();
    all.map(|(i, planned)| {
        let principle = if i % 2 == 0 { "dive-deep" } else { "ownership" };
        let body = body(planned.kind);
        let id = planned.id.clone();
        (id.clone(), Question { id, head: head(planned, principle), body })
    })
    .collect()
}

fn body(kind: Kind) -> Body {
    match kind {
        Kind::Behavioral => Body::Behavioral(BehavioralBody::default()),
        Kind::Python => Body::Python(PythonBody {
            function: Function {
                name: "load".into(),
                starter: String::new(),
                compare: CompareBy::Exact,
            },
            properties: Properties::default(),
            cases: vec![],
            generator: None,
            gauntlet: None,
            equivalents: vec![],
            references: vec![],
            wrong: vec![],
        }),
        Kind::Design => Body::Design(DesignBody {
            sla_minutes: 5.0,
            entities: vec!["orders".into()],
            numbers: Numbers {
                rows_per_day: 8e6,
                row_bytes: 600.0,
                peak_factor: 6.0,
                retention_days: 730.0,
            },
            changed_requirement: None,
            stretch: None,
            injections: vec![],
            reference: String::new(),
            weak: String::new(),
        }),
        Kind::Sql | Kind::Modeling => Body::Sql(SqlBody {
            schema: String::new(),
            datasets: vec![],
            contracts: vec![],
            promises: vec![],
            scale: None,
            references: vec![],
            wrong: vec![],
            equivalents: vec![],
            gold: BTreeMap::new(),
        }),
    }
}

fn head(planned: &PlannedQuestion, principle: &str) -> Head {
    let ties = Fact {
        id: "ties".into(),
        topic: None,
        asks: vec!["ties".into(), "same revenue".into()],
        answer: "Tied products all count.".into(),
        uses: vec![],
    };
    Head {
        title: planned.title.clone(),
        difficulty: Difficulty::Medium,
        minutes: 20,
        topics: vec![],
        traps: vec!["tie-at-the-cut".into()],
        principles: vec![PrincipleId::new(principle)],
        prompt: String::new(),
        facts: if planned.kind == Kind::Behavioral { vec![] } else { vec![ties] },
        walkthrough: None,
        scale: None,
        follow_ups: vec![],
        hints: vec![],
    }
}
