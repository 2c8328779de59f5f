//! What limits a score whatever its parts say: rules against stories that are none.

use std::collections::HashSet;

use super::act::Doer;
use super::figures::{confetti, contradiction};
use super::merit::acts_weight;
use super::number::Unit;
use super::phrase::Phrases;
use super::shape::{abstractions, foreign, inflated, jumble, order, repetition};
use super::texture::Texture;
use super::view::View;
use crate::interview::verdict::Evidence;

/// A limit with its reason.
#[derive(Clone, Debug)]
pub struct Cap {
    pub id: &'static str,
    pub words: String,
    /// Dimensions by number that may not exceed a value.
    pub dimensions: Vec<(usize, f64)>,
    /// What the overall score may not exceed.
    pub overall: Option<f64>,
    /// It touches the honesty of the answer.
    pub integrity: bool,
    pub evidence: Vec<Evidence>,
}

impl Cap {
    pub(super) fn new(id: &'static str, words: impl Into<String>) -> Self {
        Self {
            id,
            words: words.into(),
            dimensions: vec![],
            overall: None,
            integrity: false,
            evidence: vec![],
        }
    }

    pub(super) fn at(mut self, overall: f64) -> Self {
        self.overall = Some(overall);
        self
    }

    pub(super) fn of(mut self, dimensions: &[(usize, f64)]) -> Self {
        self.dimensions.extend_from_slice(dimensions);
        self
    }

    pub(super) fn dishonest(mut self) -> Self {
        self.integrity = true;
        self
    }

    pub(super) fn seen(mut self, view: &View, span: (usize, usize)) -> Self {
        let words = self.words.clone();
        self.evidence.push(view.quote(self.id, false, &words, span));
        self
    }
}

/// Applies every rule and gives the caps that hold.
pub fn caps(view: &View) -> Vec<Cap> {
    let rules: [fn(&View) -> Option<Cap>; 22] = [
        habit,
        unreal,
        borrowed,
        against,
        slogan,
        tool_list,
        contradiction,
        confetti,
        repetition,
        order,
        implausible,
        thin,
        inflated,
        grader,
        odd_characters,
        luck,
        off_prompt,
        jumble,
        abstractions,
        foreign,
        recital,
        slots,
    ];
    rules.iter().filter_map(|rule| rule(view)).collect()
}

/// Rule 11: a habit is not a story.
fn habit(view: &View) -> Option<Cap> {
    let all = view.all();
    let habits = view.count(&all, &view.lexicon.cues.habit);
    let enough = habits >= 3 && habits * 5 >= all.len() && acts_weight(view) < 4.0;
    let span = view.cue(&all, &view.lexicon.cues.habit)?;
    enough.then(|| {
        Cap::new("not-a-story", "It tells a habit or an opinion, not something that happened once.")
            .at(1.5)
            .seen(view, span)
    })
}

/// Rule 11: what would or will be done was not done.
fn unreal(view: &View) -> Option<Cap> {
    let all = view.all();
    let hypothetical = all
        .iter()
        .filter(|s| {
            let words = view.telling.words(**s);
            view.unreal[**s] || view.lexicon.cues.future.hits(words)
        })
        .count();
    let strong = [
        "in my mind",
        "in my head",
        "mentally",
        "in my thoughts",
        "in this concept",
        "imagined",
        "as i calculated",
        "thought experiment",
        "let us say",
        "hypothetically",
    ];
    let strong = Phrases::new(&strong.map(str::to_owned));
    let imagined = view.cue(&all, &strong);
    if hypothetical * 10 < all.len() * 3 && imagined.is_none() {
        return None;
    }
    let cap = Cap::new(
        "plan-not-story",
        "It tells what would be or is going to be done, not what was done.",
    )
    .of(&[(5, 2.0)])
    .at(2.0);
    Some(match imagined.or_else(|| view.cue(&all, &view.lexicon.cues.hypothetical)) {
        Some(span) => cap.seen(view, span),
        None => cap,
    })
}

/// Somebody else's story.
fn borrowed(view: &View) -> Option<Cap> {
    let all = view.all();
    let span = view.cue(&all, &view.lexicon.cues.borrowed)?;
    let count = view.count(&all, &view.lexicon.cues.borrowed);
    (count >= 2).then(|| {
        Cap::new("borrowed", "It reads like something heard or read, not done by the speaker.")
            .at(2.0)
            .seen(view, span)
    })
}

/// Behaviour against the principle: hiding, blaming, going round safeguards.
fn against(view: &View) -> Option<Cap> {
    let cues = &view.lexicon.cues;
    let hidden = view.all().into_iter().find_map(|s| {
        let words = view.telling.words(s);
        let (from, to) = cues.hiding.find(words)?;
        let by_speaker = words[from.saturating_sub(8)..to.min(words.len())]
            .iter()
            .any(|t| t.word == "i" || t.word == "me" || t.word == "my");
        let start = view.telling.sentences[s].tokens.start;
        by_speaker.then(|| view.telling.span_of(start + from..start + to))
    });
    let span = hidden.or_else(|| view.cue(&view.all(), &cues.blame))?;
    Some(
        Cap::new("against-the-principle", "What was done hides, blames or goes round a safeguard.")
            .of(&[(8, 1.0)])
            .at(1.5)
            .dishonest()
            .seen(view, span),
    )
}

/// Rule 2: names and slogans of principles earn nothing, and many of them cost.
fn slogan(view: &View) -> Option<Cap> {
    let named: Vec<(usize, usize)> = view
        .lexicon
        .principles
        .iter()
        .flat_map(|p| p.named_as.find_all(&view.telling.tokens))
        .collect();
    let slogans = view.lexicon.cues.slogan.find_all(&view.telling.tokens);
    let count = named.len() + slogans.len();
    let (from, to) = *named.first().or(slogans.first())?;
    let span = view.telling.span_of(from..to);
    let cap = Cap::new("slogan", "Principles are named instead of shown.")
        .of(&[(8, 2.0)])
        .seen(view, span);
    match count {
        4.. => Some(cap.at(2.0)),
        3 => Some(cap.at(3.0)),
        2 => Some(cap),
        _ => None,
    }
}

/// Rule 1: lists of tools and terms.
fn tool_list(view: &View) -> Option<Cap> {
    let words = view.telling.tokens.len().max(1);
    let tools: Vec<usize> = (0..view.telling.tokens.len())
        .filter(|i| view.lexicon.tools.contains(&view.telling.tokens[*i].word))
        .collect();
    let distinct: HashSet<&str> =
        tools.iter().map(|i| view.telling.tokens[*i].word.as_str()).collect();
    let lists = view.all().into_iter().filter(|s| is_list(view, *s)).count();
    let listed = lists * 3 >= view.telling.sentences.len() && view.telling.sentences.len() >= 5;
    if !(listed || distinct.len() >= 7 && distinct.len() * 28 >= words) {
        return None;
    }
    let cap =
        Cap::new("tool-list", "Tools and terms are listed; what was done with them is not told.")
            .of(&[(5, 2.0)])
            .at(2.0);
    Some(match tools.first() {
        Some(first) => cap.seen(view, view.telling.span_of(*first..first + 1)),
        None => cap,
    })
}

/// A sentence in which at least three of the commas part single words or pairs.
fn is_list(view: &View, sentence: usize) -> bool {
    let words = view.telling.words(sentence);
    let mut since = 0;
    let mut short = 0;
    for token in words {
        if token.before.contains(',') {
            short += usize::from(since <= 3);
            since = 0;
        }
        since += 1;
    }
    short >= 3
}

/// Rule 7: a machine's verbs on people and moods.
fn implausible(view: &View) -> Option<Cap> {
    let odd: Vec<_> = view.acts.iter().filter(|a| a.implausible).collect();
    let first = odd.first()?;
    let span = view.telling.span_of(first.tokens.clone());
    (odd.len() >= 2).then(|| {
        Cap::new("cannot-follow", "Technical verbs stand on things they cannot be done to.")
            .at(1.5)
            .of(&[(5, 1.0)])
            .seen(view, span)
    })
}

/// Rules 8 and 9: acts on nothing in particular, as a template has them.
fn thin(view: &View) -> Option<Cap> {
    let own: Vec<_> = view.acts.iter().filter(|a| a.doer == Doer::Speaker).collect();
    let concrete = own.iter().filter(|a| a.concrete).count();
    let thin = own.len() - concrete;
    let share = Texture::of(view).generic;
    let count = |s: usize| view.quantities(s).iter().filter(|q| q.unit != Unit::Bare).count();
    let measured: usize = view.all().into_iter().map(count).sum();
    let hollow = thin * 10 >= own.len() * 6 && own.len() >= 5 && share > 0.33
        || share > 0.46
        || share > 0.42 && measured < 5;
    (hollow && acts_weight(view) < 5.0).then(|| {
        Cap::new("template", "Nearly every act is on something unnamed: it could be any story.")
            .of(&[(5, 2.0)])
            .at(2.5)
    })
}

/// Rule 12: words to a grader are just words, and an answer made of them is none.
fn grader(view: &View) -> Option<Cap> {
    let found = view.lexicon.cues.grader.find_all(&view.telling.tokens);
    let (from, to) = *found.first()?;
    (found.len() >= 2).then(|| {
        let span = view.telling.span_of(from..to);
        Cap::new("speaks-to-the-grader", "It speaks about its own grading.")
            .at(2.0)
            .dishonest()
            .seen(view, span)
    })
}

/// Rule 4: acts are recited one after the other, or a machine's verbs are.
fn recital(view: &View) -> Option<Cap> {
    let starts = Texture::of(view).own_starts;
    let machine = view.acts.iter().filter(|a| view.lexicon.technical.contains(&a.lemma)).count();
    let words = "Nearly every sentence is \"I\" and a verb: a recital of acts, not a story.";
    match (starts >= 0.7, starts >= 0.55 && machine >= 3, starts >= 0.5) {
        (_, true, _) => Some(Cap::new("recital", words).of(&[(5, 3.0), (6, 3.0)]).at(2.5)),
        (true, ..) => Some(Cap::new("recital", words).of(&[(6, 3.0)]).at(3.0)),
        (.., true) if view.telling.sentences.len() >= 10 => {
            Some(Cap::new("recital", words).of(&[(6, 3.0)]).at(3.4))
        }
        _ => None,
    }
}

/// Rule 9: a template whose slots were not filled.
fn slots(view: &View) -> Option<Cap> {
    let text = view.told.text;
    let slot = |(at, _): &(usize, &str)| {
        let body = text[at + 1..].split([']', '>', '}']).next().unwrap_or("");
        let named = body.split_whitespace().count() <= 4 && body.chars().any(char::is_alphabetic);
        (named && text[at + 1 + body.len()..].starts_with([']', '>', '}']))
            .then_some((*at, at + body.len() + 2))
    };
    let found: Vec<(usize, usize)> =
        text.match_indices(['[', '<', '{']).filter_map(|m| slot(&m)).collect();
    let first = *found.first()?;
    (found.len() >= 2).then(|| {
        Cap::new("unfilled-slots", "A template with slots that were not filled.")
            .at(2.0)
            .seen(view, first)
    })
}

fn odd_characters(view: &View) -> Option<Cap> {
    let foreign = view.told.text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    let letters = view.told.text.chars().filter(|c| c.is_alphabetic()).count().max(1);
    let unreadable = foreign * 4 > letters;
    let hidden = view.telling.odd_characters >= 5;
    let cap = Cap::new(
        "odd-characters",
        "It holds hidden or look-alike characters; they were read as plain letters.",
    )
    .dishonest();
    match (unreadable, hidden) {
        (true, _) => Some(cap.at(1.5)),
        (_, true) => Some(cap.at(2.5)),
        _ => None,
    }
}

/// A result that others caused.
fn luck(view: &View) -> Option<Cap> {
    let span = view.cue(&view.all(), &view.lexicon.cues.luck)?;
    let found = view.lexicon.cues.luck.find_all(&view.telling.tokens);
    let said = |(from, to): &(usize, usize)| -> Vec<&str> {
        view.telling.tokens[*from..*to].iter().map(|token| token.word.as_str()).collect()
    };
    let different: HashSet<Vec<&str>> = found.iter().map(said).collect();
    (different.len() >= 2 || view.count(&view.all(), &view.lexicon.cues.luck) >= 2).then(|| {
        Cap::new("not-attributable", "Something else may have caused the result.")
            .of(&[(7, 2.0)])
            .seen(view, span)
    })
}

/// Rule 10: the question's theme does not occur.
fn off_prompt(view: &View) -> Option<Cap> {
    if view.told.theme.is_empty() || Phrases::new(view.told.theme).hits(&view.telling.tokens) {
        return None;
    }
    Some(
        Cap::new("off-the-question", "Nothing in it answers what was asked.")
            .of(&[(2, 2.0), (8, 2.0)]),
    )
}
