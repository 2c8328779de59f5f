//! Where does a phrase occur? Phrases are matched word by word, with prefixes and short gaps.

use std::collections::HashMap;

use super::telling::{Token, words_of};

/// A list of phrases. `word*` matches any word that begins so; `..` skips up to three words.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// Phrases by their first word, so that most words of a text are passed over at once.
    by_word: HashMap<String, Vec<Vec<Part>>>,
    /// Phrases that begin with a prefix or a gap.
    others: Vec<Vec<Part>>,
}

#[derive(Clone, Debug)]
enum Part {
    Word(String),
    Prefix(String),
    Gap,
}

impl Phrases {
    /// Reads the phrases as the content files write them.
    pub fn new(phrases: &[String]) -> Self {
        let mut read = Self::default();
        for phrase in phrases {
            let parts: Vec<Part> = phrase.split_whitespace().flat_map(Part::read).collect();
            match parts.first() {
                None => {}
                Some(Part::Word(word)) => read.by_word.entry(word.clone()).or_default().push(parts),
                Some(_) => read.others.push(parts),
            }
        }
        read
    }

    /// Finds the first phrase that occurs, as a range of tokens.
    pub fn find(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        (0..tokens.len()).find_map(|at| self.at(tokens, at).map(|end| (at, end)))
    }

    /// Finds every occurrence that does not overlap an earlier one, as ranges of tokens.
    pub fn find_all(&self, tokens: &[Token]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.at(tokens, at) {
                Some(end) => {
                    found.push((at, end));
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Says whether any phrase occurs.
    pub fn hits(&self, tokens: &[Token]) -> bool {
        self.find(tokens).is_some()
    }

    /// Gives the end of the longest phrase that begins at `at`.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let word = &tokens.get(at)?.word;
        let named = self.by_word.get(word).into_iter().flatten();
        named.chain(&self.others).filter_map(|p| ends(p, tokens, at)).max()
    }
}

impl Part {
    /// Reads one written word, which may be several to the ear (`on-call`).
    fn read(written: &str) -> Vec<Self> {
        if written == ".." {
            return vec![Part::Gap];
        }
        let mut parts: Vec<Part> = words_of(written).into_iter().map(Part::Word).collect();
        if written.ends_with('*')
            && let Some(Part::Word(last)) = parts.pop()
        {
            parts.push(Part::Prefix(last));
        }
        parts
    }

    fn fits(&self, token: &Token) -> bool {
        match self {
            Part::Word(word) => token.word == *word,
            Part::Prefix(prefix) => token.word.starts_with(prefix.as_str()),
            Part::Gap => false,
        }
    }
}

fn ends(parts: &[Part], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((first, rest)) = parts.split_first() else { return Some(at) };
    if matches!(first, Part::Gap) {
        return (0..=3).find_map(|skip| ends(rest, tokens, at + skip));
    }
    let token = tokens.get(at)?;
    if first.fits(token) { ends(rest, tokens, at + 1) } else { None }
}
