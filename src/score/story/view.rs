//! Everything that was found in one story, looked up by the dimensions.

use std::collections::{HashMap, HashSet};

use super::Told;
use super::act::{Act, Doer, acts};
use super::lexicon::Lexicon;
use super::number::{Change, Quantity, changes, quantities};
use super::part::{LabelledSentence, Part, labels};
use super::phrase::Phrases;
use super::telling::{Telling, Token};
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
        telling.hear_once();
        let linked = cut_off_topic(&mut telling, lexicon);
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

    /// Says whether the speaker parted the story into fields. Without them no sentence earns more for where it
    /// stands, so that no other order of the same sentences can.
    pub fn by_field(&self) -> bool {
        self.labels.first().is_some_and(|label| label.by_field)
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

/// Sentences that share no particular word with another and do not lean on one ("It", "So", "She") say nothing
/// about the story: they are heard, and count neither for nor against. False when no two sentences share a word.
fn cut_off_topic(telling: &mut Telling, lexicon: &Lexicon) -> bool {
    let particular = |s: usize| -> HashSet<&str> {
        let words = telling.words(s).iter();
        words
            .filter(|t| t.word.len() > 3 && !t.has_digit() && lexicon.is_specific(&t.word))
            .map(|t| stem(&t.word))
            .collect()
    };
    let sets: Vec<HashSet<&str>> = (0..telling.sentences.len()).map(particular).collect();
    let mut told_in: HashMap<&str, usize> = HashMap::new();
    sets.iter().flatten().for_each(|word| *told_in.entry(word).or_default() += 1);
    let shares = |set: &HashSet<&str>| set.iter().any(|word| told_in[word] > 1);
    let linked = sets.iter().any(&shares);
    let tells = |s: usize| {
        let words = telling.words(s);
        leans(words) || is_of_the_trade(words, lexicon) || speaker_acts(words, lexicon)
    };
    let keeps: Vec<bool> =
        sets.iter().enumerate().map(|(s, set)| shares(set) || tells(s)).collect();
    if linked {
        telling.keep(&keeps);
    }
    linked
}

/// Words with which a sentence goes on from another one.
const LEANING: [&str; 36] = [
    "it",
    "its",
    "it's",
    "this",
    "that",
    "that's",
    "these",
    "those",
    "they",
    "he",
    "she",
    "them",
    "then",
    "so",
    "but",
    "and",
    "or",
    "because",
    "instead",
    "before",
    "after",
    "afterwards",
    "since",
    "therefore",
    "both",
    "neither",
    "either",
    "all",
    "none",
    "nobody",
    "everybody",
    "everyone",
    "now",
    "later",
    "next",
    "by",
];

/// It speaks of what data engineers speak of: rows, errors, reports, tools.
fn is_of_the_trade(words: &[Token], lexicon: &Lexicon) -> bool {
    words.iter().any(|t| lexicon.metrics.contains(&t.word) || lexicon.tools.contains(&t.word))
}

/// The speaker does something specific in it.
fn speaker_acts(words: &[Token], lexicon: &Lexicon) -> bool {
    let acts = |pair: &[Token]| {
        let own = ["i", "i'd", "i've", "and", "then"].contains(&pair[0].word.as_str());
        let verb = lexicon.action(&pair[1].word).is_some() && !lexicon.is_weak(&pair[1].word);
        own && verb
    };
    words.iter().any(|t| t.word == "i") && words.windows(2).any(acts)
}

fn leans(words: &[Token]) -> bool {
    words.first().is_some_and(|token| LEANING.contains(&token.word.as_str()))
}
