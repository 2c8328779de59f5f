//! Which part of the STAR does each sentence belong to? By the fields, or else by cues.

use serde::{Deserialize, Serialize};

use super::act::{Act, Doer};
use super::lexicon::Lexicon;
use super::number::quantities;
use super::telling::Telling;
use super::{Parts, Told};

/// One of the four parts of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    Situation,
    Task,
    Action,
    Result,
}

/// A sentence with the part it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledSentence {
    pub part: Part,
    /// Where it stands in the text, in bytes.
    pub at_bytes: (usize, usize),
    /// The speaker said so by the fields; otherwise cues decided.
    pub by_field: bool,
}

/// Labels every sentence.
pub fn labels(
    told: &Told,
    telling: &Telling,
    acts: &[Act],
    lexicon: &Lexicon,
) -> Vec<LabelledSentence> {
    let fields = told.parts.as_ref().and_then(|parts| field_ends(told.text, parts));
    let by_field = fields.is_some();
    let parts = match fields {
        Some(ends) => by_fields(telling, ends),
        None => by_cues(telling, acts, lexicon),
    };
    let sentences = telling.sentences.iter().zip(parts);
    sentences.map(|(s, part)| LabelledSentence { part, at_bytes: s.span, by_field }).collect()
}

/// Finds where situation, task and action end in the text; none when the fields are not its parts.
fn field_ends(text: &str, parts: &Parts) -> Option<[usize; 3]> {
    let mut at = 0;
    let mut ends = [0; 3];
    for (end, part) in ends.iter_mut().zip([parts.situation, parts.task, parts.action]) {
        let part = part.trim();
        at += text.get(at..)?.find(part)? + part.len();
        *end = at;
    }
    Some(ends)
}

fn by_fields(telling: &Telling, ends: [usize; 3]) -> Vec<Part> {
    let part = |at: usize| match ends {
        [situation, _, _] if at < situation => Part::Situation,
        [_, task, _] if at < task => Part::Task,
        [_, _, action] if at < action => Part::Action,
        _ => Part::Result,
    };
    telling.sentences.iter().map(|s| part(s.span.0)).collect()
}

fn by_cues(telling: &Telling, acts: &[Act], lexicon: &Lexicon) -> Vec<Part> {
    let count = telling.sentences.len();
    let result = result_start(telling, acts, lexicon);
    let task =
        (0..count * 6 / 10 + 1).find(|s| *s < result && lexicon.cues.task.hits(telling.words(*s)));
    let first_act = (1..result).find(|s| {
        Some(*s) != task
            && acts.iter().any(|a| a.sentence == *s && a.doer != Doer::Nobody && a.concrete)
    });
    let action = first_act.unwrap_or(result).max(task.map_or(0, |t| if t < 6 { t } else { 0 }));
    (0..count)
        .map(|s| match s {
            s if s >= result => Part::Result,
            s if Some(s) == task => Part::Task,
            s if s < action => Part::Situation,
            _ => Part::Action,
        })
        .collect()
}

/// The result begins where outcomes are told and hardly anything is done any more.
fn result_start(telling: &Telling, acts: &[Act], lexicon: &Lexicon) -> usize {
    let count = telling.sentences.len();
    let own: Vec<&Act> = acts.iter().filter(|a| a.doer != Doer::Nobody && a.concrete).collect();
    let later = |s: usize| own.iter().filter(|a| a.sentence >= s).count();
    let tells_outcome = |s: usize| {
        let words = telling.words(s);
        let numbers = !quantities(words, lexicon).is_empty();
        lexicon.cues.result.hits(words) && (numbers || lexicon.cues.outcome_soft.hits(words))
            || numbers && lexicon.cues.change.hits(words)
            || lexicon.cues.outcome_soft.hits(words)
    };
    (count / 2..count)
        .find(|s| *s > 0 && tells_outcome(*s) && later(*s) * 4 <= own.len().max(1))
        .unwrap_or(count)
}
