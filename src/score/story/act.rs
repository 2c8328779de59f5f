//! What did the speaker do? Acts: a subject, a specific verb in the past, a concrete object.

use std::ops::Range;

use super::lexicon::{Form, Lexicon};
use super::telling::{Telling, Token};

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// "I", or "by me".
    Speaker,
    /// "we".
    Group,
    /// The passive, without a doer.
    Nobody,
}

/// One clause in which something specific was done.
#[derive(Clone, Debug)]
pub struct Act {
    pub doer: Doer,
    pub lemma: String,
    /// The first content word of the object, by which acts are told apart.
    pub object: Option<String>,
    pub sentence: usize,
    /// From the verb to the end of its clause, in tokens of the telling.
    pub tokens: Range<usize>,
    /// Its object names something in particular.
    pub concrete: bool,
    /// A machine's verb on a person or an abstraction.
    pub implausible: bool,
    /// How much it counts: 1 for a verb of the lexicon, less for a light or an unknown one.
    pub weight: f64,
}

/// Finds every act in the story, in order, negated and hypothetical ones left out.
pub fn acts(telling: &Telling, lexicon: &Lexicon) -> Vec<Act> {
    (0..telling.sentences.len()).flat_map(|s| acts_in(telling, s, lexicon)).collect()
}

/// Counts the clauses in which anybody does something, by doer; weak verbs count too.
pub fn doers(telling: &Telling) -> (usize, usize) {
    let count =
        |words: &[&str]| telling.tokens.iter().filter(|t| words.contains(&t.word.as_str())).count();
    (count(&["i", "i'd", "i've", "i'm"]), count(&["we", "we'd", "we've", "we're"]))
}

fn acts_in(telling: &Telling, sentence: usize, lexicon: &Lexicon) -> Vec<Act> {
    let range = telling.sentences[sentence].tokens.clone();
    let tokens = &telling.tokens;
    let mut subject: Option<Doer> = None;
    let mut acts = Vec::new();
    if leaves_out_the_subject(tokens, &range, lexicon) {
        subject = Some(Doer::Speaker);
        acts.push(act(tokens, &range, range.start, sentence, Doer::Speaker, 1.0, lexicon));
    }
    for at in range.clone() {
        if let Some(changed) = subject_of(&tokens[at].word) {
            subject = changed;
            continue;
        }
        if new_noun_subject(tokens, &range, at, lexicon) {
            subject = None;
        }
        let Some((doer, weight)) = doer_at(tokens, &range, at, subject, lexicon) else { continue };
        acts.push(act(tokens, &range, at, sentence, doer, weight, lexicon));
    }
    acts
}

/// "Changed the key to the delivery id": who speaks of himself may leave "I" out.
fn leaves_out_the_subject(tokens: &[Token], range: &Range<usize>, lexicon: &Lexicon) -> bool {
    let (Some(verb), Some(next)) = (tokens.get(range.start), tokens.get(range.start + 1)) else {
        return false;
    };
    let articles = ["the", "a", "an", "my", "our", "it", "them", "each", "every", "this", "that"];
    matches!(lexicon.action(&verb.word), Some((_, Form::Past)))
        && !lexicon.is_weak(&verb.word)
        && range.len() > 2
        && articles.contains(&next.word.as_str())
}

/// Gives the doer a pronoun makes the subject; `Some(None)` is somebody else.
fn subject_of(word: &str) -> Option<Option<Doer>> {
    match word {
        "i" | "i'd" | "i've" => Some(Some(Doer::Speaker)),
        "we" | "we'd" | "we've" => Some(Some(Doer::Group)),
        "he" | "she" | "they" | "it" | "you" | "who" | "which" | "nobody" | "somebody"
        | "someone" | "everyone" | "everybody" | "people" | "they'd" | "she'd" | "he'd" => {
            Some(None)
        }
        _ => None,
    }
}

/// A clause that opens with an article and reaches a verb has another subject.
fn new_noun_subject(tokens: &[Token], range: &Range<usize>, at: usize, lexicon: &Lexicon) -> bool {
    let opens = at == range.start || tokens[at].opens_clause() || is_joint(&tokens[at - 1].word);
    let article = ["the", "a", "my", "our", "this", "that", "one", "her", "his", "their"];
    if !opens || !article.contains(&tokens[at].word.as_str()) {
        return false;
    }
    let clause = (at + 1..range.end.min(at + 6))
        .take_while(|i| !tokens[*i].opens_clause() && !is_joint(&tokens[*i].word));
    clause.skip(1).any(|i| {
        matches!(lexicon.action(&tokens[i].word), Some((_, Form::Past)))
            || ["was", "were", "had", "is"].contains(&tokens[i].word.as_str())
    })
}

fn is_joint(word: &str) -> bool {
    ["and", "then", "but", "or", "so", "because", "while", "since", "when"].contains(&word)
}

/// Says who does what the word at `at` says, if it is an act at all, and how much it weighs.
fn doer_at(
    tokens: &[Token],
    range: &Range<usize>,
    at: usize,
    subject: Option<Doer>,
    lexicon: &Lexicon,
) -> Option<(Doer, f64)> {
    let word = tokens[at].word.as_str();
    let weak = lexicon.is_weak(word);
    let (form, weight) = match lexicon.action(word) {
        Some((_, form)) => (form, if weak { 0.5 } else { 1.0 }),
        None if weak => return None,
        None if word.ends_with("ed") && word.len() > 4 => (Form::Past, 0.7),
        None => return None,
    };
    let led_by = leader(tokens, range, at)?;
    match led_by {
        Leader::Subject(exact) if form == Form::Past || exact => Some((subject?, weight)),
        Leader::Joint if form == Form::Past => Some((subject?, weight)),
        Leader::Be if form == Form::Past && lexicon.action(word).is_some() => {
            let by_me = (at + 1..range.end.min(at + 12))
                .any(|i| tokens[i].word == "me" && tokens[i - 1].word == "by");
            Some((if by_me { Doer::Speaker } else { Doer::Nobody }, weight))
        }
        _ => None,
    }
}

enum Leader {
    /// The subject stands before it; the flag says: directly, so a present tense narrates.
    Subject(bool),
    /// "and", "then" or a comma carries the subject on.
    Joint,
    /// A form of "be" makes it passive.
    Be,
}

/// Looks back over adverbs for what governs a verb; negation and conditionals govern nothing.
fn leader(tokens: &[Token], range: &Range<usize>, at: usize) -> Option<Leader> {
    let mut back = at;
    while back > range.start {
        if tokens[back].opens_clause() {
            return Some(Leader::Joint);
        }
        back -= 1;
        let word = tokens[back].word.as_str();
        match word {
            "i" | "we" => return Some(Leader::Subject(back + 1 == at)),
            "i'd" | "i've" | "we'd" | "we've" => return Some(Leader::Subject(false)),
            "and" | "then" | "but" | "or" => return Some(Leader::Joint),
            "was" | "were" | "been" | "got" => return Some(Leader::Be),
            "had" | "have" | "also" | "just" | "only" | "first" | "both" | "even" | "myself"
            | "instead" | "simply" | "later" | "personally" | "now" => {}
            _ if word.ends_with("ly") && word.len() > 3 => {}
            _ => return None,
        }
    }
    None
}

fn act(
    tokens: &[Token],
    range: &Range<usize>,
    verb: usize,
    sentence: usize,
    doer: Doer,
    weight: f64,
    lexicon: &Lexicon,
) -> Act {
    let end = clause_end(tokens, range, verb, lexicon);
    let object: Vec<&Token> = tokens[verb + 1..end].iter().collect();
    let content: Vec<&&Token> =
        object.iter().filter(|t| lexicon.has_content(&t.word) && !t.has_digit()).collect();
    let word = tokens[verb].word.as_str();
    let lemma = lexicon.action(word).map_or(word, |(lemma, _)| lemma).to_owned();
    let named = listed_tools(&object, lexicon) < 3;
    let particular = content.iter().filter(|t| lexicon.is_specific(&t.word)).count();
    let counted = object.iter().any(|t| t.has_digit());
    Act {
        doer,
        object: content.first().map(|t| t.word.clone()),
        sentence,
        tokens: verb..end,
        concrete: named && (particular >= 2 || particular >= 1 && (counted || weight == 1.0)),
        implausible: lexicon.technical.contains(&lemma)
            && content.iter().take(2).any(|t| lexicon.people.contains(&t.word)),
        lemma,
        weight,
    }
}

fn clause_end(tokens: &[Token], range: &Range<usize>, verb: usize, lexicon: &Lexicon) -> usize {
    let stops = |i: usize| {
        let word = tokens[i].word.as_str();
        subject_of(word).is_some() && i > verb + 1
            || ["because", "so", "which"].contains(&word)
            || tokens[i].before.contains([';', '—', '('])
            || is_joint(&tokens[i - 1].word) && lexicon.action(word).is_some()
    };
    (verb + 1..range.end.min(verb + 16)).find(|i| stops(*i)).unwrap_or(range.end.min(verb + 16))
}

/// Three tools in a row are a list, not an object.
fn listed_tools(object: &[&Token], lexicon: &Lexicon) -> usize {
    object.iter().filter(|t| lexicon.tools.contains(&t.word)).count()
}
