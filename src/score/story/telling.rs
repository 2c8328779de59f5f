//! What was said, word by word and sentence by sentence, each with its place in the text.

use std::collections::HashSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// One word as heard: lower case, look-alike letters replaced, invisible ones left out.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: String,
    /// Where it stands in the text, in bytes.
    pub span: (usize, usize),
    /// The signs between the word before and this one, without spaces.
    pub before: String,
    /// The signs between this word and the next, without spaces.
    pub after: String,
    /// It was written with a capital letter.
    pub capital: bool,
}

impl Token {
    /// Says whether the word holds a digit.
    pub fn has_digit(&self) -> bool {
        self.word.chars().any(|c| c.is_ascii_digit())
    }

    /// Says whether a sign that parts clauses stands before the word.
    pub fn opens_clause(&self) -> bool {
        self.before.contains([',', ';', ':', '(', ')', '—', '–']) || self.before == "-"
    }
}

/// One sentence: its place in the text and its words.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub span: (usize, usize),
    pub tokens: Range<usize>,
}

/// A text taken apart.
#[derive(Clone, Debug)]
pub struct Telling {
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// Look-alike and invisible characters, which honest typing does not produce.
    pub odd_characters: usize,
    /// Where adverbs and intensifiers stood that were taken away before anything is matched.
    pub stripped: Vec<(usize, usize)>,
    /// Words of sentences that were told before in the same words.
    pub told_again: usize,
}

impl Telling {
    /// Takes a text apart; a full stop after an abbreviation does not end a sentence.
    pub fn new(text: &str, abbreviations: &HashSet<String>) -> Self {
        let heard = Heard::new(text);
        let mut telling = Self {
            tokens: tokens(&heard),
            sentences: Vec::new(),
            odd_characters: heard.odd,
            stripped: Vec::new(),
            told_again: 0,
        };
        telling.sentences = sentences(&heard, &telling.tokens, abbreviations);
        telling
    }

    /// Gives the words of a sentence.
    pub fn words(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    /// Reads words as what was meant.
    pub fn mend(&mut self, meant: impl Fn(&str) -> Option<String>) {
        for token in &mut self.tokens {
            if let Some(word) = meant(&token.word) {
                token.word = word;
            }
        }
    }

    /// Takes words away; what stood before them moves to the next word.
    pub fn strip(&mut self, is_stripped: impl Fn(&str) -> bool) {
        let mut kept: Vec<Token> = Vec::with_capacity(self.tokens.len());
        let mut signs = String::new();
        // For every token, how many were kept before it.
        let mut place = Vec::with_capacity(self.tokens.len() + 1);
        for mut token in std::mem::take(&mut self.tokens) {
            place.push(kept.len());
            if is_stripped(&token.word) {
                self.stripped.push(token.span);
                signs.push_str(&token.before);
                if let Some(last) = kept.last_mut() {
                    last.after.push_str(&token.after);
                }
                continue;
            }
            token.before.insert_str(0, &std::mem::take(&mut signs));
            kept.push(token);
        }
        place.push(kept.len());
        self.tokens = kept;
        for sentence in &mut self.sentences {
            sentence.tokens = place[sentence.tokens.start]..place[sentence.tokens.end];
        }
        self.sentences.retain(|s| !s.tokens.is_empty());
    }

    /// Keeps some sentences only; `keeps` has a word for each.
    pub fn keep(&mut self, keeps: &[bool]) {
        let mut tokens = Vec::with_capacity(self.tokens.len());
        let mut sentences = Vec::with_capacity(self.sentences.len());
        for (sentence, _) in self.sentences.iter().zip(keeps).filter(|(_, keep)| **keep) {
            let from = tokens.len();
            tokens.extend_from_slice(&self.tokens[sentence.tokens.clone()]);
            sentences.push(Sentence { span: sentence.span, tokens: from..tokens.len() });
        }
        (self.tokens, self.sentences) = (tokens, sentences);
    }

    /// Hears a sentence once, however often it is told in the same words.
    pub fn hear_once(&mut self) {
        let mut heard: HashSet<Vec<&str>> = HashSet::new();
        let words = |s: usize| self.words(s).iter().map(|token| token.word.as_str()).collect();
        let keeps: Vec<bool> = (0..self.sentences.len()).map(|s| heard.insert(words(s))).collect();
        let again = keeps.iter().zip(&self.sentences).filter(|(keep, _)| !**keep);
        self.told_again = again.map(|(_, sentence)| sentence.tokens.len()).sum();
        self.keep(&keeps);
    }

    /// Gives the bytes from the first to the last of some tokens.
    pub fn span_of(&self, tokens: Range<usize>) -> (usize, usize) {
        let last = tokens.end.saturating_sub(1).max(tokens.start).min(self.tokens.len() - 1);
        (self.tokens[tokens.start.min(last)].span.0, self.tokens[last].span.1)
    }
}

/// Gives the words of a short text, as they are compared.
pub fn words_of(text: &str) -> Vec<String> {
    tokens(&Heard::new(text)).into_iter().map(|t| t.word).collect()
}

/// The text as it is read aloud, with the way back to the bytes as they were written.
struct Heard {
    text: String,
    /// For every byte of `text` and for its end, the byte it came from.
    origin: Vec<usize>,
    odd: usize,
}

impl Heard {
    fn new(written: &str) -> Self {
        let mut heard = Heard { text: String::new(), origin: Vec::new(), odd: 0 };
        for (at, c) in written.char_indices() {
            heard.hear(at, c);
        }
        heard.origin.push(written.len());
        heard
    }

    fn hear(&mut self, at: usize, c: char) {
        if is_invisible(c) {
            self.odd += 1;
            return;
        }
        let plain = look_alike(c);
        self.odd += usize::from(plain.is_some());
        for c in std::iter::once(plain.unwrap_or(c)).nfkc() {
            let c = if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c };
            self.text.push(c);
            self.origin.resize(self.text.len(), at);
        }
    }

    fn span(&self, from: usize, to: usize) -> (usize, usize) {
        (self.origin[from], self.origin[to])
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{e0000}'..='\u{e007f}')
}

/// Gives the Latin letter that a Cyrillic or Greek one is drawn like.
fn look_alike(c: char) -> Option<char> {
    const PAIRS: [(char, char); 30] = [
        ('а', 'a'),
        ('е', 'e'),
        ('о', 'o'),
        ('р', 'p'),
        ('с', 'c'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
        ('ј', 'j'),
        ('ѕ', 's'),
        ('һ', 'h'),
        ('ԁ', 'd'),
        ('ո', 'n'),
        ('ԛ', 'q'),
        ('ѵ', 'v'),
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('І', 'I'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('Х', 'X'),
        ('ο', 'o'),
        ('α', 'a'),
        ('ν', 'v'),
    ];
    PAIRS.iter().find(|(drawn, _)| *drawn == c).map(|(_, letter)| *letter)
}

fn tokens(heard: &Heard) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut signs = String::new();
    for (at, piece) in heard.text.split_word_bound_indices() {
        if !piece.chars().any(char::is_alphanumeric) {
            signs.extend(piece.chars().filter(|c| !c.is_whitespace()));
            continue;
        }
        if let Some(last) = tokens.last_mut() {
            last.after = signs.clone();
        }
        tokens.push(Token {
            word: piece.to_lowercase(),
            span: heard.span(at, at + piece.len()),
            before: std::mem::take(&mut signs),
            after: String::new(),
            capital: piece.starts_with(char::is_uppercase),
        });
    }
    if let Some(last) = tokens.last_mut() {
        last.after = signs;
    }
    tokens
}

fn sentences(heard: &Heard, tokens: &[Token], abbreviations: &HashSet<String>) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut next = 0;
    let mut goes_on = false;
    for (at, piece) in heard.text.split_sentence_bound_indices() {
        let span = heard.span(at, at + piece.trim_end().len());
        let first = next;
        while tokens.get(next).is_some_and(|t| t.span.0 < heard.origin[at + piece.len()]) {
            next += 1;
        }
        if first == next {
            continue;
        }
        match sentences.last_mut().filter(|_| goes_on) {
            Some(open) => {
                open.span.1 = span.1;
                open.tokens.end = next;
            }
            None => sentences.push(Sentence { span, tokens: first..next }),
        }
        goes_on = ends_in_abbreviation(&tokens[next - 1], piece, abbreviations);
    }
    sentences
}

fn ends_in_abbreviation(last: &Token, piece: &str, abbreviations: &HashSet<String>) -> bool {
    let stops = piece.trim_end();
    // A time of day may well end a sentence; "e.g." and "approx." never do.
    let time_of_day = matches!(last.word.as_str(), "a.m" | "p.m");
    stops.ends_with('.')
        && !time_of_day
        && abbreviations.contains(&last.word)
        && last.after.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(text: &str) -> Telling {
        let abbreviations = ["e.g", "approx"].map(str::to_owned).into();
        Telling::new(text, &abbreviations)
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        let told = telling("We had sources, e.g. Oracle. Then approx. Nine more came.");
        assert_eq!(told.sentences.len(), 2);
    }

    #[test]
    fn a_hidden_letter_is_heard_and_its_place_is_kept() {
        let text = "I wоuld re\u{200b}write it.";
        let told = telling(text);
        let words: Vec<&str> = told.tokens.iter().map(|t| t.word.as_str()).collect();
        assert_eq!(words, ["i", "would", "rewrite", "it"]);
        assert_eq!(told.odd_characters, 2);
        let (from, to) = told.tokens[2].span;
        assert_eq!(&text[from..to], "re\u{200b}write");
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        assert!(telling("").sentences.is_empty());
        assert!(telling(" ... ").tokens.is_empty());
    }
}
