//! How good is a told story? Nine dimensions, each from its own spans, an overall score and its caps.
//!
//! A first honest scorer: rules and word lists, no learning. Every point names its rule and quotes
//! the words that earned it; what it cannot judge it says.

pub mod act;
pub mod calibrate;
mod figures;
mod frame;
pub mod integrity;
pub mod lexicon;
mod merit;
pub mod number;
pub mod part;
mod phrase;
pub mod reuse;
mod shape;
mod spirit;
mod telling;
mod texture;
mod view;

use crate::ids::PrincipleId;
use crate::interview::verdict::Evidence;
use crate::score::card::{Dimension, Flag, Scorecard};

pub use lexicon::Lexicon;
pub use part::{LabelledSentence, Part};
pub use phrase::Phrases;
pub use telling::{Telling, Token};

use integrity::Cap;
use view::View;

/// A story as it was told, and what was asked.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    pub text: &'a str,
    /// The four fields, when the story was written in fields; they join to `text`.
    pub parts: Option<Parts<'a>>,
    /// How long it took to tell; when unknown, 140 words are taken for a minute.
    pub seconds: Option<f64>,
    pub prompt: Option<&'a str>,
    pub principles: &'a [PrincipleId],
    /// Words of which a story that answers the question uses at least one; empty when unknown.
    pub theme: &'a [String],
}

/// The four fields of a written story.
#[derive(Clone, Debug)]
pub struct Parts<'a> {
    pub situation: &'a str,
    pub task: &'a str,
    pub action: &'a str,
    pub result: &'a str,
}

/// What one dimension found.
#[derive(Clone, Debug)]
struct Finding {
    id: &'static str,
    score: f64,
    evidence: Vec<Evidence>,
}

impl Finding {
    fn new(id: &'static str) -> Self {
        Self { id, score: 1.0, evidence: Vec::new() }
    }

    fn earn(&mut self, evidence: Evidence) {
        self.evidence.push(evidence);
    }

    fn miss(&mut self, rule: &str, words: &str) {
        self.evidence.push(Evidence::plain(rule, false, words));
    }
}

/// Below this number of words there is not enough to judge.
const ENOUGH_WORDS: usize = 60;
/// The overall score from which a story passes.
const PASS: f64 = 3.5;

/// Scores a story. The same text always gets the same score.
pub fn score(told: &Told, lexicon: &Lexicon) -> Scorecard {
    let view = View::new(told, lexicon);
    if view.telling.tokens.len() < ENOUGH_WORDS {
        return too_little(view.telling.tokens.len());
    }
    let mut findings = findings(&view);
    let caps = integrity::caps(&view);
    apply(&caps, &mut findings);
    let overall = overall(&findings, &caps);
    card(overall, findings, &caps)
}

/// Scores a story with what was answered to its follow-up questions. An answer can raise the two
/// weakest dimensions, each by one at most and never above 4. Evidence from the answers points into
/// the joined text: the story, then each answer after a line break.
pub fn score_with_answers(told: &Told, answers: &[&str], lexicon: &Lexicon) -> Scorecard {
    let before = View::new(told, lexicon);
    if answers.is_empty() || before.telling.tokens.len() < ENOUGH_WORDS {
        return score(told, lexicon);
    }
    let joined = [&[told.text], answers].concat().join("\n");
    let longer = Told { text: &joined, ..told.clone() };
    let after = View::new(&longer, lexicon);
    let caps = integrity::caps(&before);
    let mut found = findings(&before);
    raise(&mut found, findings(&after));
    apply(&caps, &mut found);
    card(overall(&found, &caps), found, &caps)
}

fn raise(found: &mut [Finding], mut after: Vec<Finding>) {
    for weak in weakest(found) {
        let reached = after[weak].score.min(found[weak].score + 1.0).min(4.0);
        if reached > found[weak].score {
            let words = format!("raised from {} by the answer to a follow-up", found[weak].score);
            let mut evidence = std::mem::take(&mut after[weak].evidence);
            evidence.push(Evidence::plain("follow-up", true, words));
            found[weak].score = reached;
            found[weak].evidence = evidence;
        }
    }
}

/// Says for every sentence to which part of the story it was taken to belong.
pub fn label(told: &Told, lexicon: &Lexicon) -> Vec<LabelledSentence> {
    View::new(told, lexicon).labels
}

fn findings(view: &View) -> Vec<Finding> {
    vec![
        frame::structure(view),
        frame::situation(view),
        frame::task(view),
        frame::agency(view),
        merit::specificity(view),
        merit::judgement(view),
        merit::result(view),
        spirit::alignment(view),
        spirit::delivery(view),
    ]
}

fn apply(caps: &[Cap], findings: &mut [Finding]) {
    for cap in caps {
        for (number, limit) in &cap.dimensions {
            let finding = &mut findings[number - 1];
            if finding.score > *limit {
                finding.score = *limit;
                let words = format!("at most {limit}: {}", cap.words);
                finding.evidence.push(Evidence::plain(cap.id, false, words));
                finding.evidence.extend(cap.evidence.iter().cloned());
            }
        }
    }
}

/// The weighted sum and its caps: a vague story, one out of time, and whatever a rule limits.
fn overall(findings: &[Finding], caps: &[Cap]) -> f64 {
    let sum: f64 = findings.iter().zip(SHEET).map(|(f, d)| f.score * d.weight).sum();
    let at = |number: usize| findings[number - 1].score;
    let vague = at(4) <= 2.0 || at(5) <= 2.0 || at(7) <= 2.0;
    // Vague fails: whatever else it has counts about half, more where there is judgement, and never past 2.5.
    let share = if at(6) >= 3.0 { 0.6 } else { 0.45 };
    let mut overall = if vague { (1.0 + (sum - 1.0) * share).min(2.5) } else { sum };
    // What cannot pass is not told that it reached the bar.
    if [4, 5, 7].iter().any(|n| at(*n) < 3.0) {
        overall = overall.min(PASS - 0.1);
    }
    if at(4) <= 1.0 && at(5) <= 1.0 {
        overall = overall.min(1.5);
    }
    // Under a minute or over five nobody heard a story, however good its sentences are.
    if at(9) <= 1.0 {
        overall = overall.min(3.0);
    }
    for cap in caps.iter().filter_map(|c| c.overall) {
        overall = overall.min(cap);
    }
    (overall * 100.0).round() / 100.0
}

fn passes(overall: f64, findings: &[Finding]) -> bool {
    overall >= PASS && [4, 5, 7].iter().all(|n| findings[n - 1].score >= 3.0)
}

fn card(overall: f64, findings: Vec<Finding>, caps: &[Cap]) -> Scorecard {
    let pass = passes(overall, &findings);
    let follow_ups = follow_ups(&findings);
    Scorecard {
        overall: Some(overall),
        pass: Some(pass),
        words: words(pass, &findings, caps),
        flags: flags(&findings, caps),
        dimensions: findings.into_iter().zip(SHEET).map(|(f, d)| dimension(f, d)).collect(),
        not_judged: NOT_JUDGED.iter().map(|s| s.to_string()).collect(),
        follow_ups,
    }
}

fn too_little(words: usize) -> Scorecard {
    Scorecard {
        overall: None,
        pass: None,
        words: format!(
            "{words} words are not enough to judge; a story takes two to three minutes."
        ),
        dimensions: Vec::new(),
        flags: vec![Flag {
            id: "not-enough-evidence".into(),
            words: format!("Fewer than {ENOUGH_WORDS} words."),
            integrity: false,
        }],
        not_judged: vec!["everything: there is too little text".into()],
        follow_ups: vec!["Tell me more: what did you yourself do, and what came of it?".into()],
    }
}

fn dimension(finding: Finding, sheet: &Sheet) -> Dimension {
    Dimension {
        id: finding.id.into(),
        name: sheet.name.into(),
        weight: sheet.weight,
        score: Some(finding.score),
        rule: sheet.rule.into(),
        evidence: finding.evidence,
        raise: if finding.score >= 5.0 { String::new() } else { sheet.raise.into() },
    }
}

fn flags(findings: &[Finding], caps: &[Cap]) -> Vec<Flag> {
    let mut flags: Vec<Flag> = caps
        .iter()
        .map(|c| Flag { id: c.id.into(), words: c.words.clone(), integrity: c.integrity })
        .collect();
    let vague: Vec<&str> = [4, 5, 7]
        .iter()
        .filter(|n| findings[**n - 1].score <= 2.0)
        .map(|n| findings[n - 1].id)
        .collect();
    if !vague.is_empty() {
        let words = format!("{} at 2 or below: at most 2.5 overall.", vague.join(", "));
        flags.push(Flag { id: "vague".into(), words, integrity: false });
    }
    if findings[8].score <= 2.0 {
        let words = match findings[8].score {
            s if s <= 1.0 => "Told in less than 60 or more than 300 seconds: at most 3 overall.",
            _ => "Told in less than 90 or more than 240 seconds.",
        };
        flags.push(Flag { id: "time".into(), words: words.into(), integrity: false });
    }
    flags
}

fn words(pass: bool, findings: &[Finding], caps: &[Cap]) -> String {
    let weakest = weakest(findings);
    let raise = weakest.first().map_or("", |n| SHEET[*n].raise);
    match (pass, caps.iter().find(|c| c.overall.is_some())) {
        (_, Some(cap)) => format!("{} {raise}", cap.words),
        (true, None) => format!("It would carry a vote. {raise}"),
        (false, None) => format!("It would not carry a vote yet. {raise}"),
    }
}

/// The two lowest of D1 to D8, the heavier first among equals.
fn weakest(findings: &[Finding]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..8).collect();
    order.sort_by(|a, b| {
        let by_score = findings[*a].score.total_cmp(&findings[*b].score);
        by_score.then(SHEET[*b].weight.total_cmp(&SHEET[*a].weight)).then(a.cmp(b))
    });
    order.truncate(2);
    order
}

fn follow_ups(findings: &[Finding]) -> Vec<String> {
    weakest(findings).into_iter().map(|n| SHEET[n].probe.to_owned()).collect()
}

/// The fixed text of one dimension.
struct Sheet {
    name: &'static str,
    weight: f64,
    rule: &'static str,
    raise: &'static str,
    probe: &'static str,
}

static SHEET: &[Sheet; 9] = &[
    Sheet {
        name: "structure",
        weight: 0.10,
        rule: "Situation, task, action and result are there, in order, and the action takes the most words.",
        raise: "Give each part its place: two sentences of situation, one of task, five to eight of action, two of result.",
        probe: "Take me through it in order: what was the situation, and what was yours to do?",
    },
    Sheet {
        name: "situation",
        weight: 0.05,
        rule: "It names the system, the problem, who was concerned, and a number to come back to.",
        raise: "Name the system, who was hurt by it, and the number before you began.",
        probe: "What was it before, and who was hurt by it?",
    },
    Sheet {
        name: "own task",
        weight: 0.10,
        rule: "The own responsibility is stated in one sentence, with a deadline, target or limit.",
        raise: "Say in one sentence what was yours to do, and by when or within what limit.",
        probe: "What exactly was yours to do, and what would have counted as done?",
    },
    Sheet {
        name: "agency",
        weight: 0.15,
        rule: "The share of specific acts in which the speaker acts; \"we\" and the passive do not count as own.",
        raise: "Say \"I\" and a specific verb for what you did yourself, and name what others did.",
        probe: "Which of these things did you do yourself, with your own hands?",
    },
    Sheet {
        name: "specifics",
        weight: 0.20,
        rule: "Distinct grounded acts (I + past verb + concrete object), mechanisms (because, by, so that), an artefact.",
        raise: "Name what you changed: the key, the query, the setting, the error; and why it worked.",
        probe: "What did you change in the job, precisely, and why did that work?",
    },
    Sheet {
        name: "judgement",
        weight: 0.10,
        rule: "An alternative with a reason, its price or risk, and how the choice was checked.",
        raise: "Name the option you did not take, what yours cost, and how you checked it.",
        probe: "What else could you have done, and what did your choice cost?",
    },
    Sheet {
        name: "result",
        weight: 0.20,
        rule: "Before and after with units, technical and for the business, numbers that agree.",
        raise: "Give the number before and the number after, with the unit, and what it meant for the business.",
        probe: "What was it before, what is it now, and how did you measure that?",
    },
    Sheet {
        name: "principle",
        weight: 0.10,
        rule: "Behaviours of the question's principles are shown; naming a principle earns nothing.",
        raise: "Show the behaviour at the turning point of the story instead of naming the principle.",
        probe: "What would the people around you say you did differently from others there?",
    },
    Sheet {
        name: "delivery",
        weight: 0.0,
        rule: "Two to three minutes; at most 2 fillers and 1 hedge per 100 words. Shown, and no part of the sum.",
        raise: "Tell it in two to three minutes, without fillers and hedges.",
        probe: "Can you tell it in two minutes?",
    },
];

const NOT_JUDGED: [&str; 5] = [
    "whether the story is true",
    "whether the technical acts make sense beyond their words",
    "voice, pauses and manner of speaking",
    "whether the speaker's acts caused the result, beyond a few signs",
    "whether it was told before: the debrief compares the stories of a session",
];

#[cfg(test)]
mod tests;
