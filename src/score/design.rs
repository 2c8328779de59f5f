//! How good is a design? Eight dimensions, each from bound evidence: a component with its property
//! and reason, a number with its unit, a row with its cells. Words alone earn nothing.

mod architecture;
mod contradiction;
mod failures;
pub mod figure;
mod requirements;
mod substance;

use crate::content::question::{DesignBody, Fact, Head};
use crate::design::DesignAnswer;
use crate::interview::verdict::Evidence;
use crate::score::card::{Dimension, Flag, Scorecard};

pub use requirements::asked_in;

/// A fact the candidate asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFact {
    /// The fact's id within its question.
    pub id: String,
    /// It was asked before the first stroke of the diagram.
    pub before_diagram: bool,
}

/// What the dimensions look at.
struct Case<'a> {
    answer: &'a DesignAnswer,
    asked: &'a [AskedFact],
    head: &'a Head,
    body: &'a DesignBody,
    /// Everything but the questions, in lower case.
    prose: String,
}

/// What one dimension found.
struct Finding {
    /// From 0 to 1.
    share: f64,
    evidence: Vec<Evidence>,
    /// Musts that are missing, by flag id and words.
    missing: Vec<(&'static str, &'static str)>,
}

impl Finding {
    fn new() -> Self {
        Self { share: 0.0, evidence: Vec::new(), missing: Vec::new() }
    }

    /// Adds a part of the share for an item that is `done` to some degree.
    fn item(&mut self, rule: &str, part: f64, done: f64, words: impl Into<String>) {
        self.share += part * done.clamp(0.0, 1.0);
        self.evidence.push(Evidence::plain(rule, done >= 0.5, words));
    }

    /// The same with a quote.
    fn quoted(&mut self, rule: &str, part: f64, words: &str, text: &str, span: (usize, usize)) {
        self.share += part;
        self.evidence.push(Evidence::quoting(rule, true, words, text, span));
    }

    /// The share at which the score is 2.
    fn cap_at_two(&mut self) {
        self.share = self.share.min(0.25);
    }
}

/// From this share of all points a design carries a hire.
const HIRE: f64 = 0.70;
/// Below this share of requirements, architecture or failures there is no hire.
const FLOOR: f64 = 0.40;

/// Scores a design. What was asked comes from the room's record, or from the file by [`asked_in`].
pub fn score(
    answer: &DesignAnswer,
    asked: &[AskedFact],
    head: &Head,
    body: &DesignBody,
) -> Scorecard {
    let case = Case { answer, asked, head, body, prose: prose(answer) };
    if answer.graph.edges.is_empty() && case.prose.split_whitespace().count() < 40 {
        return too_little();
    }
    let mut findings = vec![
        requirements::requirements(&case),
        requirements::numbers(&case),
        architecture::architecture(&case),
        substance::model(&case),
        substance::correctness(&case),
        failures::failures(&case),
        failures::trade_offs(&case),
        substance::operations(&case),
    ];
    let mut flags = contradiction::contradictions(&case, &mut findings);
    flags.extend(findings.iter().flat_map(|f| &f.missing).map(|(id, words)| Flag {
        id: format!("must:{id}"),
        words: (*words).to_owned(),
        integrity: false,
    }));
    card(findings, flags)
}

fn card(findings: Vec<Finding>, flags: Vec<Flag>) -> Scorecard {
    let weighted: f64 = findings.iter().zip(SHEET).map(|(f, d)| f.share * d.weight).sum();
    let low: Vec<&str> =
        [0, 2, 5].iter().filter(|n| findings[**n].share < FLOOR).map(|n| SHEET[*n].id).collect();
    let lacks_a_must = flags.iter().any(|f| f.id.starts_with("must:"));
    let pass = weighted >= HIRE && !lacks_a_must && low.is_empty();
    Scorecard {
        overall: Some(((1.0 + 4.0 * weighted) * 100.0).round() / 100.0),
        pass: Some(pass),
        words: words(weighted, pass, &low, &flags),
        follow_ups: follow_ups(&findings),
        dimensions: findings.into_iter().zip(SHEET).map(|(f, d)| dimension(f, d)).collect(),
        flags,
        not_judged: NOT_JUDGED.iter().map(|s| (*s).to_owned()).collect(),
    }
}

fn words(weighted: f64, pass: bool, low: &[&str], flags: &[Flag]) -> String {
    let percent = weighted * 100.0;
    let musts = flags.iter().filter(|f| f.id.starts_with("must:")).count();
    let reason = match (pass, low, musts) {
        (true, _, _) if weighted >= 0.85 => "strong".to_owned(),
        (true, _, _) => "it carries a hire".to_owned(),
        (false, [], 0) => "70% are needed for a hire".to_owned(),
        (false, [], n) => format!("{n} must(s) missing, so no hire"),
        (false, low, _) => format!("{} below 40%, so no hire", low.join(", ")),
    };
    format!("{percent:.0}% of the points: {reason}.")
}

fn dimension(finding: Finding, sheet: &Sheet) -> Dimension {
    let score = ((1.0 + 4.0 * finding.share.clamp(0.0, 1.0)) * 10.0).round() / 10.0;
    Dimension {
        id: sheet.id.into(),
        name: sheet.name.into(),
        weight: sheet.weight,
        score: Some(score),
        rule: sheet.rule.into(),
        evidence: finding.evidence,
        raise: if score >= 5.0 { String::new() } else { sheet.raise.into() },
    }
}

fn follow_ups(findings: &[Finding]) -> Vec<String> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    let lost = |n: &usize| (1.0 - findings[*n].share) * SHEET[*n].weight;
    order.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
    order.into_iter().take(2).map(|n| SHEET[n].probe.to_owned()).collect()
}

fn too_little() -> Scorecard {
    Scorecard {
        overall: None,
        pass: None,
        words: "There is no arrow in the diagram and hardly a note: too little to judge.".into(),
        dimensions: Vec::new(),
        flags: vec![Flag {
            id: "not-enough-evidence".into(),
            words: "No edges and fewer than 40 words.".into(),
            integrity: false,
        }],
        not_judged: vec!["everything: there is too little".into()],
        follow_ups: vec!["Where does the data come from, and who reads it in the end?".into()],
    }
}

/// Everything that decides and explains: all but the questions, in lower case.
fn prose(answer: &DesignAnswer) -> String {
    let rows = answer.failures.iter().flat_map(|row| row.cells.iter().chain([&row.failure]));
    let cards = answer
        .cards
        .iter()
        .flat_map(|c| [&c.choice, &c.alternative, &c.because, &c.cost, &c.flips]);
    let pieces = [
        &answer.scope,
        &answer.diagram,
        &answer.walk,
        &answer.numbers,
        &answer.model,
        &answer.operations,
        &answer.follow_ups,
    ];
    let all: Vec<&str> = pieces
        .iter()
        .map(|p| p.text.as_str())
        .chain(rows.map(String::as_str))
        .chain(cards.map(String::as_str))
        .collect();
    all.join("\n").to_lowercase()
}

/// Says whether a text shows that a fact was used.
fn uses(fact: &Fact, text: &str) -> bool {
    fact.uses.iter().any(|spelling| figure::has_phrase(text, spelling))
}

/// The fixed text of one dimension.
struct Sheet {
    id: &'static str,
    name: &'static str,
    weight: f64,
    rule: &'static str,
    raise: &'static str,
    probe: &'static str,
}

static SHEET: &[Sheet; 8] = &[
    Sheet {
        id: "E1",
        name: "requirements",
        weight: 0.20,
        rule: "Volume, freshness, correctness and consumers asked before drawing, three more topics, the scope said. An assumption written down counts half.",
        raise: "Ask how much, how fresh, how exact and for whom before the first box, and say what is out of scope.",
        probe: "What did you need to know before you drew the first box?",
    },
    Sheet {
        id: "E2",
        name: "numbers",
        weight: 0.10,
        rule: "Data per day, rate with peak, storage with retention, within a factor of two of the truth; one number decides something.",
        raise: "Work out data per day, peak rate and storage, and say which choice the number decides.",
        probe: "How much is that per day, per second at the peak, and over the whole retention?",
    },
    Sheet {
        id: "E3",
        name: "architecture",
        weight: 0.20,
        rule: "On the graph: every source reaches a serving node, raw before transforms, triggers, keys, gate, dead letters, no orphans, labelled edges, cadence within the SLA.",
        raise: "Follow every source to a reader on the diagram; land raw first, gate before publishing, give rejected rows a place.",
        probe: "Take one record from its source to its reader: which boxes does it pass, and when?",
    },
    Sheet {
        id: "E4",
        name: "data model",
        weight: 0.10,
        rule: "Grain and key of each table, partition key, history policy, a rule for schema changes.",
        raise: "Give each table its grain, key and partition, and say what happens when a column is added.",
        probe: "What is one row in your main table, and what is its key?",
    },
    Sheet {
        id: "E5",
        name: "correctness",
        weight: 0.10,
        rule: "A write that can be repeated, a window for late data, exactly-once backed by a mechanism, a reconciliation.",
        raise: "Say by which key a write can be repeated, how late data may come, and what is compared with what.",
        probe: "A batch is sent twice and another three days late: what do the totals show?",
    },
    Sheet {
        id: "E6",
        name: "failure modes",
        weight: 0.15,
        rule: "Five kinds of failure or more, each with detect, contain, recover and prevent; upstream, processing, serving and human.",
        raise: "Fill the four cells for five kinds of failure, one of them caused by a person.",
        probe: "The consumer dies at two in the morning: who notices, when, and what is done?",
    },
    Sheet {
        id: "E7",
        name: "trade-offs",
        weight: 0.10,
        rule: "Three cards with alternative, cost and what would flip it, each because of a fact of this case.",
        raise: "Tie each choice to a fact of this case, and say what would make you choose the other.",
        probe: "Which of your choices would you change first if the numbers changed, and which number?",
    },
    Sheet {
        id: "E8",
        name: "operations",
        weight: 0.05,
        rule: "Monitors with thresholds, a backfill procedure, cost, access to personal data, somebody on call.",
        raise: "Give monitors their thresholds and the backfill its steps.",
        probe: "What wakes somebody at night, at which threshold, and whom?",
    },
];

const NOT_JUDGED: [&str; 5] = [
    "whether a named product can do what is asked of it",
    "components without a requirement they serve (over-engineering)",
    "how the design changed after the new requirement and the injections",
    "whether a store fits its access pattern",
    "questions whose answer the prompt had already given",
];

#[cfg(test)]
mod tests;
