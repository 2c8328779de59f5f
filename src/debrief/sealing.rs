//! What the rule is given: the sealed scores, the gates and the bar raiser's doubts, each with its lines of evidence.

use serde::Serialize;

use super::assess::RoundAssessment;
use super::citation::Citation;
use super::rule::{Doubts, Gate, GateCheck, GateState, Sealed, Veto, vetoes};
use super::scored::{Questions, Scored};
use crate::content::question::Kind;
use crate::ids::PrincipleId;
use crate::interview::Interview;
use crate::interview::verdict::Fault;

/// The rule's input with the evidence behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sealing {
    pub sealed: Sealed,
    pub gates: Vec<GateFinding>,
    pub vetoes: Vec<VetoFinding>,
}

/// A gate with the lines it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GateFinding {
    #[serde(flatten)]
    pub check: GateCheck,
    pub evidence: Vec<Citation>,
}

/// A ground for a veto with the lines it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VetoFinding {
    pub veto: Veto,
    pub evidence: Vec<Citation>,
}

/// Seals the assessments. `contradictions` are the lines of the ledger that say two stories about the same
/// thing cannot both be true.
pub fn seal(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &[Scored],
    rounds: &[RoundAssessment],
    contradictions: &[Citation],
) -> Sealing {
    let gates = gates(interview, questions, scored);
    let mut integrity = integrity(scored);
    integrity.extend_from_slice(contradictions);
    let principles = contradicted_principles(interview, scored);
    let sealed = Sealed {
        scores: rounds.iter().map(|round| round.score).collect(),
        gates: gates.iter().map(|gate| gate.check.clone()).collect(),
        doubts: Doubts { integrity: !integrity.is_empty(), contradiction: !principles.is_empty() },
        bar: interview.plan.bar,
    };
    let cite = |veto| match veto {
        Veto::Integrity => integrity.clone(),
        Veto::Contradiction => principles.clone(),
        Veto::StrongNoHire => strong_no_hires(rounds),
        Veto::BelowBar => median_line(&sealed, rounds),
    };
    let found = vetoes(&sealed).into_iter();
    let vetoes = found.map(|veto| VetoFinding { veto, evidence: cite(veto) }).collect();
    Sealing { sealed, gates, vetoes }
}

fn strong_no_hires(rounds: &[RoundAssessment]) -> Vec<Citation> {
    let strong =
        rounds.iter().filter(|r| r.score.is_some_and(|score| score < super::rule::NO_HIRE));
    strong
        .flat_map(|r| {
            let words = format!("{} scored {:.2}", r.title, r.score.unwrap_or_default());
            let line = Citation::plain((r.round, None), "V2", false, words);
            std::iter::once(line).chain(r.concern.clone())
        })
        .collect()
}

fn median_line(sealed: &Sealed, rounds: &[RoundAssessment]) -> Vec<Citation> {
    let median = sealed.median().unwrap_or_default();
    let below = rounds.iter().filter(|r| r.score.is_some_and(|score| score < sealed.bar));
    below
        .map(|r| {
            let score = r.score.unwrap_or_default();
            let words = format!(
                "{} scored {score:.2}; the median is {median:.2}, the bar {:.2}",
                r.title, sealed.bar
            );
            Citation::plain((r.round, None), "V4", false, words)
        })
        .collect()
}

/// Flags that touch integrity, and results that were written down instead of computed.
fn integrity(scored: &[Scored]) -> Vec<Citation> {
    let mut lines = Vec::new();
    for s in scored {
        let place = (s.round, Some(s.question));
        let cards = s.card.iter().chain(&s.talk);
        let flags = cards.flat_map(|card| &card.flags).filter(|flag| flag.integrity);
        lines.extend(flags.map(|flag| Citation::plain(place, &flag.id, false, flag.words.clone())));
        if let Some(verdict) = s.verdict().filter(|verdict| verdict.kind == Fault::HardCoded) {
            let line = Citation::plain(place, verdict.kind.name(), false, verdict.words.clone());
            lines.push(Citation { quote: s.text(), ..line });
        }
    }
    lines
}

fn contradicted_principles(interview: &Interview, scored: &[Scored]) -> Vec<Citation> {
    let mut lines = Vec::new();
    for s in scored.iter().filter(|s| kind(interview, s) == Kind::Behavioral) {
        let dimensions = s.card.iter().flat_map(|card| &card.dimensions);
        for d8 in dimensions.filter(|d| d.id == "D8" && d.score.is_some_and(|score| score <= 1.0)) {
            let words = format!("{}: 1 of 5 ({})", d8.name, d8.rule);
            lines.push(Citation::plain((s.round, Some(s.question)), "D8", false, words));
            let against = d8.evidence.iter().filter(|line| !line.earned);
            lines.extend(against.map(|line| Citation::of(interview, s, line)));
        }
    }
    lines
}

/// The gates of the kinds that the loop asks for; a loop without Python has no Python gate.
fn gates(interview: &Interview, questions: &dyn Questions, scored: &[Scored]) -> Vec<GateFinding> {
    let of = |kinds: &[Kind]| -> Vec<&Scored> {
        scored.iter().filter(|s| kinds.contains(&kind(interview, s))).collect()
    };
    let (queries, python) = (of(&[Kind::Sql, Kind::Modeling]), of(&[Kind::Python]));
    let (designs, stories) = (of(&[Kind::Design]), of(&[Kind::Behavioral]));
    let mut gates = Vec::new();
    if !queries.is_empty() {
        gates.push(sql_gate(&queries));
    }
    if !python.is_empty() {
        gates.push(python_gate(interview, &python));
    }
    if !designs.is_empty() {
        gates.push(design_gate(interview, &designs));
    }
    if stories.len() >= 2 {
        gates.push(stories_gate(interview, questions, &stories));
    }
    gates
}

fn sql_gate(queries: &[&Scored]) -> GateFinding {
    let judged = queries.iter().filter_map(|s| Some((s, s.verdict()?)));
    let evidence: Vec<Citation> = judged
        .map(|(s, verdict)| {
            let words = format!("correctness {} of 5: {}", verdict.score, verdict.words);
            Citation::plain((s.round, Some(s.question)), "gate.sql", verdict.score >= 4, words)
        })
        .collect();
    let state = match () {
        () if evidence.is_empty() => GateState::NoData,
        () if evidence.iter().any(|line| line.earned) => GateState::Met,
        () => GateState::Unmet,
    };
    finding(Gate::SqlCorrect, state, queries, evidence)
}

/// An answer that was judged but cannot be reviewed, because it does not parse, does not open the gate.
fn python_gate(interview: &Interview, python: &[&Scored]) -> GateFinding {
    let reviewed = || python.iter().filter_map(|s| Some((*s, s.review.as_ref()?)));
    let blocks: Vec<Citation> = reviewed()
        .flat_map(|(s, review)| review.blocks.iter().map(|b| Citation::of(interview, s, b)))
        .collect();
    let line = |s: &Scored, earned, words: &str| {
        Citation::plain((s.round, Some(s.question)), "gate.python", earned, words)
    };
    let clean = reviewed().filter(|(_, review)| review.score.is_some());
    let clean: Vec<Citation> =
        clean.map(|(s, _)| line(s, true, "no finding that blocks the review")).collect();
    let broken = python.iter().filter_map(|s| Some(line(s, false, &s.verdict()?.words)));
    let (state, evidence) = match () {
        () if !blocks.is_empty() => (GateState::Unmet, blocks),
        () if !clean.is_empty() => (GateState::Met, clean),
        () => match broken.collect::<Vec<_>>() {
            judged if judged.is_empty() => (GateState::NoData, judged),
            judged => (GateState::Unmet, judged),
        },
    };
    finding(Gate::PythonReview, state, python, evidence)
}

fn design_gate(interview: &Interview, designs: &[&Scored]) -> GateFinding {
    let judged = || designs.iter().filter_map(|s| Some((*s, s.missing_musts.as_ref()?)));
    let missing: Vec<Citation> = judged()
        .flat_map(|(s, musts)| musts.iter().map(|must| Citation::of(interview, s, must)))
        .collect();
    let whole = judged().filter(|(_, musts)| musts.is_empty()).map(|(s, _)| {
        let words = "every must of E1, E3 and E5 is there";
        Citation::plain((s.round, Some(s.question)), "gate.design", true, words)
    });
    let whole: Vec<Citation> = whole.collect();
    match () {
        () if !whole.is_empty() => finding(Gate::DesignMusts, GateState::Met, designs, whole),
        () if missing.is_empty() => finding(Gate::DesignMusts, GateState::NoData, designs, missing),
        () => finding(Gate::DesignMusts, GateState::Unmet, designs, missing),
    }
}

fn stories_gate(
    interview: &Interview,
    questions: &dyn Questions,
    stories: &[&Scored],
) -> GateFinding {
    let judged = stories.iter().filter(|s| s.card.as_ref().is_some_and(|c| c.pass.is_some()));
    let judged: Vec<&Scored> = judged.copied().collect();
    let is_passed = |s: &Scored| s.card.as_ref().is_some_and(|card| card.pass == Some(true));
    let passed: Vec<Vec<PrincipleId>> = judged
        .iter()
        .filter(|s| is_passed(s))
        .map(|s| principles(interview, questions, s))
        .collect();
    let evidence = judged.iter().map(|s| {
        let words = s.card.as_ref().map_or(String::new(), |card| card.words.clone());
        Citation::plain((s.round, Some(s.question)), "gate.stories", is_passed(s), words)
    });
    let evidence: Vec<Citation> = evidence.collect();
    let state = match () {
        () if on_different_principles(&passed) => GateState::Met,
        () if judged.len() < 2 => GateState::NoData,
        () => GateState::Unmet,
    };
    finding(Gate::TwoStories, state, stories, evidence)
}

/// Says whether two of the stories can stand for two different principles.
fn on_different_principles(passed: &[Vec<PrincipleId>]) -> bool {
    let pairs =
        passed.iter().enumerate().flat_map(|(i, a)| passed[i + 1..].iter().map(move |b| (a, b)));
    pairs.into_iter().any(|(a, b)| a.iter().any(|one| b.iter().any(|other| one != other)))
}

/// Gives the principles a planned question asks for.
pub fn principles(
    interview: &Interview,
    questions: &dyn Questions,
    scored: &Scored,
) -> Vec<PrincipleId> {
    let id = &interview.plan.rounds[scored.round].questions[scored.question].id;
    questions.question(id).map(|question| question.head.principles.clone()).unwrap_or_default()
}

fn kind(interview: &Interview, scored: &Scored) -> Kind {
    interview.plan.rounds[scored.round].questions[scored.question].kind
}

fn finding(
    gate: Gate,
    state: GateState,
    scored: &[&Scored],
    evidence: Vec<Citation>,
) -> GateFinding {
    let mut rounds: Vec<usize> = scored.iter().map(|s| s.round).collect();
    rounds.sort_unstable();
    rounds.dedup();
    GateFinding { check: GateCheck { gate, state, rounds }, evidence }
}
