//! Everything that was found in one story, looked up by the dimensions.

use std::collections::HashSet;

use super::Told;
use super::act::{Act, Doer, acts};
use super::lexicon::Lexicon;
use super::number::{Change, Quantity, changes, quantities};
use super::part::{LabelledSentence, Part, labels};
use super::phrase::Phrases;
use super::telling::Telling;
use super::texture::stem;
use crate::interview::verdict::Evidence;

/// One story, taken apart once.
pub struct View<'a> {
    pub told: &'a Told<'a>,
    pub lexicon: &'a Lexicon,
    pub telling: Telling,
    pub labels: Vec<LabelledSentence>,
    /// Acts that were really done: concrete or thin, never hypothetical, each once.
    pub acts: Vec<Act>,
    /// Sentences that say what would, will or usually does happen.
    pub unreal: Vec<bool>,
    /// Some sentence shares a particular word with one before it.
    pub linked: bool,
}

impl<'a> View<'a> {
    pub fn new(told: &'a Told<'a>, lexicon: &'a Lexicon) -> Self {
        let mut telling = Telling::new(told.text, &lexicon.abbreviations);
        telling.mend(|word| lexicon.mended(word));
        telling.strip(|word| lexicon.is_stripped(word));
        let linked = cut_off_topic_ends(&mut telling, lexicon);
        let unreal: Vec<bool> =
            (0..telling.sentences.len()).map(|s| is_unreal(&telling, s, lexicon)).collect();
        let all = acts(&telling, lexicon);
        let labels = labels(told, &telling, &all, lexicon);
        let acts = distinct(all.into_iter().filter(|a| !unreal[a.sentence]).collect());
        Self { told, lexicon, telling, labels, acts, unreal, linked }
    }

    /// Gives the sentences of a part.
    pub fn sentences(&self, part: Part) -> Vec<usize> {
        (0..self.labels.len()).filter(|s| self.labels[*s].part == part).collect()
    }

    /// Gives the concrete acts of the speaker.
    pub fn own(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|a| a.doer == Doer::Speaker && a.concrete && !a.implausible)
    }

    /// Finds a cue in the given sentences and quotes it with its surroundings.
    pub fn cue(&self, sentences: &[usize], cue: &Phrases) -> Option<(usize, usize)> {
        sentences.iter().find_map(|s| {
            let range = self.telling.sentences[*s].tokens.clone();
            let (from, to) = cue.find(&self.telling.tokens[range.clone()])?;
            Some(self.telling.span_of(range.start + from..(range.start + to + 4).min(range.end)))
        })
    }

    /// Counts the sentences with a cue.
    pub fn count(&self, sentences: &[usize], cue: &Phrases) -> usize {
        sentences.iter().filter(|s| cue.hits(self.telling.words(**s))).count()
    }

    /// Gives the numbers of a sentence.
    pub fn quantities(&self, sentence: usize) -> Vec<Quantity> {
        quantities(self.telling.words(sentence), self.lexicon)
    }

    /// Gives the changes told in a sentence, with their bytes.
    pub fn changes(&self, sentence: usize) -> Vec<(Change, (usize, usize))> {
        let words = self.telling.words(sentence);
        let start = self.telling.sentences[sentence].tokens.start;
        changes(words, &quantities(words, self.lexicon))
            .into_iter()
            .map(|c| {
                let span = self.telling.span_of(start + c.tokens.0..start + c.tokens.1);
                (c, span)
            })
            .collect()
    }

    /// Gives all sentences.
    pub fn all(&self) -> Vec<usize> {
        (0..self.telling.sentences.len()).collect()
    }

    /// Makes evidence that quotes the text.
    pub fn quote(&self, rule: &str, earned: bool, words: &str, span: (usize, usize)) -> Evidence {
        Evidence::quoting(rule, earned, words, self.told.text, span)
    }

    /// Makes evidence that quotes a sentence.
    pub fn quote_sentence(&self, rule: &str, earned: bool, words: &str, s: usize) -> Evidence {
        self.quote(rule, earned, words, self.telling.sentences[s].span)
    }
}

/// The same verb on the same object is one act, however often it is told.
fn distinct(acts: Vec<Act>) -> Vec<Act> {
    let mut kept: Vec<Act> = Vec::new();
    for act in acts {
        let same = |a: &Act| a.lemma == act.lemma && a.object == act.object;
        if !kept.iter().any(same) {
            kept.push(act);
        }
    }
    kept
}

/// A sentence counts as unreal when its main clause is conditional, planned or a habit.
fn is_unreal(telling: &Telling, sentence: usize, lexicon: &Lexicon) -> bool {
    let words = telling.words(sentence);
    let own = |phrases: &Phrases| {
        phrases.find_all(words).iter().any(|(from, _)| {
            let near = from.saturating_sub(3)..(*from + 3).min(words.len());
            words[near].iter().any(|t| matches!(t.word.as_str(), "i" | "i'd" | "i'll" | "we"))
        })
    };
    own(&lexicon.cues.hypothetical) || own(&lexicon.cues.habit) || own(&lexicon.cues.future)
}

/// Sentences at the start and at the end that share no particular word with the rest say nothing
/// about it: they are heard, and count neither for nor against. False when no two sentences share one.
fn cut_off_topic_ends(telling: &mut Telling, lexicon: &Lexicon) -> bool {
    let particular = |s: usize| -> HashSet<&str> {
        let words = telling.words(s).iter();
        words
            .filter(|t| t.word.len() > 3 && !t.has_digit() && lexicon.is_specific(&t.word))
            .map(|t| stem(&t.word))
            .collect()
    };
    let sets: Vec<HashSet<&str>> = (0..telling.sentences.len()).map(particular).collect();
    let shares =
        |s: &usize, others: &[HashSet<&str>]| others.iter().any(|o| !o.is_disjoint(&sets[*s]));
    let last = (1..sets.len()).rev().find(|s| shares(s, &sets[..*s]));
    let first = (0..sets.len()).find(|s| shares(s, &sets[s + 1..]));
    let (Some(first), Some(last)) = (first, last) else { return false };
    telling.keep(first..last + 1);
    true
}
