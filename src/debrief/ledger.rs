//! What only someone who reads every round sees: stories told twice, numbers that changed, principles never
//! evidenced, questions never asked, and the same mistake in two rounds.

mod numbers;
mod retold;

use serde::Serialize;

use super::citation::Citation;
use super::scored::{Questions, Scored, given_facts};
use super::sealing::principles;
use crate::content::question::{Fact, Kind};
use crate::ids::PrincipleId;
use crate::interview::Interview;
use crate::interview::verdict::{Check, Fault};

/// A story's principle counts as evidenced from this D8 on.
const EVIDENCED: f64 = 3.0;

/// Everything noticed across rounds.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ledger {
    pub told_twice: Vec<ToldTwice>,
    pub changed_numbers: Vec<ChangedNumber>,
    /// Principles the loop listens for that no story gave evidence of.
    pub never_evidenced: Vec<PrincipleId>,
    /// Principles no judged story was asked for, so nothing can be said.
    pub never_asked_for: Vec<PrincipleId>,
    pub unasked: Vec<UnaskedFact>,
    pub repeated_faults: Vec<RepeatedFault>,
    pub pastes: Vec<Paste>,
}

/// The same story in two answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldTwice {
    pub first: Place,
    pub second: Place,
    /// The share of runs of four words that both tellings have, from 0 to 1.
    pub shared_runs: f64,
    /// The share of the shorter telling's distinctive words that the other has too, from 0 to 1.
    pub shared_words: f64,
    /// A run of words that both have.
    pub quote: String,
}

/// A number that stands at the same place of a story told twice, and is another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangedNumber {
    pub first: Place,
    pub second: Place,
    /// What was counted, as told.
    pub noun: String,
    pub first_quote: String,
    pub second_quote: String,
}

/// A fact that was open and never asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnaskedFact {
    pub place: Place,
    pub fact: String,
    /// What the interviewer would have answered.
    pub answer: String,
    /// The failed check it might have prevented, when their words meet.
    pub failure: Option<String>,
}

/// The same mistake in two rounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RepeatedFault {
    pub fault: String,
    pub places: Vec<Citation>,
}

/// Text that came from the clipboard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paste {
    pub place: Place,
    pub bytes: usize,
}

/// An answer, by its round and question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    pub round: usize,
    pub question: usize,
    /// The round's and the question's titles.
    pub words: String,
}

impl Place {
    fn of(interview: &Interview, round: usize, question: usize) -> Self {
        let planned = &interview.plan.rounds[round];
        let words = format!("{}, {}", planned.title, planned.questions[question].title);
        Self { round, question, words }
    }
}

/// Keeps the ledger.
pub fn keep(interview: &Interview, questions: &dyn Questions, scored: &[Scored]) -> Ledger {
    let told_twice = retold::find(interview, scored);
    let (never_evidenced, never_asked_for) = unevidenced(interview, questions, scored);
    Ledger {
        changed_numbers: numbers::find(interview, scored, &told_twice),
        told_twice,
        never_evidenced,
        never_asked_for,
        unasked: scored.iter().flat_map(|s| unasked(interview, questions, s)).collect(),
        repeated_faults: repeated_faults(scored),
        pastes: pastes(interview),
    }
}

impl Ledger {
    /// Gives the lines that put the integrity of two stories in doubt: the same story with another number.
    pub fn contradictions(&self) -> Vec<Citation> {
        let changed = self.changed_numbers.iter();
        changed
            .map(|c| {
                let words = format!(
                    "the same story says \u{201c}{}\u{201d} in {} and \u{201c}{}\u{201d} in {}",
                    c.first_quote, c.first.words, c.second_quote, c.second.words
                );
                let place = (c.second.round, Some(c.second.question));
                let line = Citation::plain(place, "ledger.number", false, words);
                Citation { quote: Some(c.second_quote.clone()), ..line }
            })
            .collect()
    }

    /// Says whether nothing was noticed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Principles without evidence, and those no judged story was asked for.
fn unevidenced(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &[Scored],
) -> (Vec<PrincipleId>, Vec<PrincipleId>) {
    let mut listened: Vec<PrincipleId> =
        interview.plan.rounds.iter().flat_map(|round| round.principles.clone()).collect();
    listened.sort();
    listened.dedup();
    let best = |principle: &PrincipleId| {
        let asked =
            scored.iter().filter(|s| principles(interview, questions, s).contains(principle));
        asked.filter_map(d8).max_by(f64::total_cmp)
    };
    let told = |p: &PrincipleId| best(p).is_some();
    let (asked, unasked): (Vec<_>, Vec<_>) = listened.into_iter().partition(told);
    let weak = asked.into_iter().filter(|p| best(p).is_some_and(|score| score < EVIDENCED));
    (weak.collect(), unasked)
}

fn d8(scored: &Scored) -> Option<f64> {
    let card = scored.card.as_ref()?;
    card.dimensions.iter().find(|dimension| dimension.id == "D8")?.score
}

fn unasked(interview: &Interview, questions: &dyn Questions, scored: &Scored) -> Vec<UnaskedFact> {
    let planned = &interview.plan.rounds[scored.round].questions[scored.question];
    let record = &interview.rounds[scored.round].questions[scored.question];
    let Some(question) = questions.question(&planned.id).filter(|_| record.opened_at.is_some())
    else {
        return Vec::new();
    };
    let given = given_facts(record);
    let open = question.head.facts.iter().filter(|fact| !given.contains(&fact.id.as_str()));
    open.map(|fact| UnaskedFact {
        place: Place::of(interview, scored.round, scored.question),
        fact: fact.id.clone(),
        answer: fact.answer.clone(),
        failure: failure(scored, fact),
    })
    .collect()
}

/// The failed check whose words meet the fact's, if one does.
fn failure(scored: &Scored, fact: &Fact) -> Option<String> {
    let verdict = scored.verdict();
    let failed = verdict.iter().flat_map(|v| &v.checks).filter(|check| check.fault != Fault::None);
    let met = failed.filter(|check| meets(fact, check)).map(|check| check.about.clone()).next();
    let musts = || {
        let missing = scored.missing_musts.iter().flatten();
        missing.map(|must| &must.words).find(|words| speaks_of(fact, words)).cloned()
    };
    met.or_else(musts)
}

fn meets(fact: &Fact, check: &Check) -> bool {
    speaks_of(fact, &format!("{} {} {}", check.id, check.about, check.words))
}

/// One of the fact's ways of being asked for, or its name, stands in the words.
fn speaks_of(fact: &Fact, words: &str) -> bool {
    let text = format!(" {} ", retold::words(words).join(" "));
    let name = fact.id.replace('-', " ");
    let spellings = fact.asks.iter().map(String::as_str).chain([name.as_str()]);
    let spellings = spellings.filter(|spelling| spelling.len() >= 3);
    spellings.into_iter().any(|spelling| {
        let spelling = retold::words(spelling).join(" ");
        !spelling.is_empty() && text.contains(&format!(" {spelling} "))
    })
}

/// The faults that say something about a habit; a timeout or a syntax error says nothing across rounds.
fn is_habit(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::Nulls
            | Fault::Order
            | Fault::NonDeterministic
            | Fault::Precision
            | Fault::ExtraRows
            | Fault::MissingRows
            | Fault::Exception
            | Fault::Property
            | Fault::HardCoded
    )
}

fn repeated_faults(scored: &[Scored]) -> Vec<RepeatedFault> {
    let mut found: Vec<RepeatedFault> = Vec::new();
    for (fault, line) in scored.iter().flat_map(habits) {
        match found.iter_mut().find(|known| known.fault == fault.name()) {
            Some(known) => known.places.push(line),
            None => found.push(RepeatedFault { fault: fault.name().into(), places: vec![line] }),
        }
    }
    let in_two_rounds =
        |fault: &RepeatedFault| fault.places.iter().any(|line| line.round != fault.places[0].round);
    found.retain(in_two_rounds);
    found
}

/// The habits one answer shows, each once: what the verdict names, then what single checks found.
fn habits(scored: &Scored) -> Vec<(Fault, Citation)> {
    let Some(verdict) = scored.verdict() else { return Vec::new() };
    let checks = verdict.checks.iter().map(|check| {
        let words = format!("{}: {}", check.about, check.words);
        (check.fault, words)
    });
    let mut seen: Vec<(Fault, Citation)> = Vec::new();
    for (fault, words) in std::iter::once((verdict.kind, verdict.words.clone())).chain(checks) {
        if is_habit(fault) && seen.iter().all(|(known, _)| *known != fault) {
            let place = (scored.round, Some(scored.question));
            seen.push((fault, Citation::plain(place, fault.name(), false, words)));
        }
    }
    seen
}

fn pastes(interview: &Interview) -> Vec<Paste> {
    let rounds = interview.rounds.iter().enumerate();
    let questions = rounds.flat_map(|(round, record)| {
        record.questions.iter().enumerate().map(move |(question, q)| (round, question, q))
    });
    questions
        .filter(|(_, _, record)| record.flight.pasted_bytes > 0)
        .map(|(round, question, record)| Paste {
            place: Place::of(interview, round, question),
            bytes: record.flight.pasted_bytes,
        })
        .collect()
}

/// Gives the stories with their words: the question's round and number and what was told.
fn stories<'a>(
    interview: &'a Interview,
    scored: &'a [Scored],
) -> impl Iterator<Item = (&'a Scored, String)> {
    let kind = |s: &Scored| interview.plan.rounds[s.round].questions[s.question].kind;
    scored
        .iter()
        .filter(move |s| kind(s) == Kind::Behavioral)
        .filter_map(|s| s.text().map(|text| (s, text)))
}

#[cfg(test)]
#[path = "ledger/tests.rs"]
mod tests;
