//! Where remarks are written down: each rule once, at its first place, with how often it was met.

use serde_json::Value;

use crate::interview::verdict::Evidence;

/// A stretch of the answer in bytes.
pub(super) type Span = (usize, usize);

/// The margin beside an answer.
pub(super) struct Margin<'a> {
    answer: &'a str,
    notes: Vec<Note>,
}

struct Note {
    rule: &'static str,
    words: String,
    /// The first place of the text it is said of.
    span: Option<Span>,
    places: Vec<Option<Span>>,
}

impl<'a> Margin<'a> {
    /// Opens an empty margin.
    pub fn beside(answer: &'a str) -> Self {
        Self { answer, notes: Vec::new() }
    }

    /// Notes a remark at a node of the tree.
    pub fn note(&mut self, rule: &'static str, words: impl Into<String>, at: &Value) {
        let span = span(at, self.answer);
        self.note_at(rule, words, span);
    }

    /// Notes a remark at a place of the text. The same place twice is one place.
    pub fn note_at(&mut self, rule: &'static str, words: impl Into<String>, span: Option<Span>) {
        let words = words.into();
        let Some(known) = self.notes.iter_mut().find(|note| note.rule == rule) else {
            return self.notes.push(Note { rule, words, span, places: vec![span] });
        };
        if known.places.contains(&span) {
            return;
        }
        known.places.push(span);
        if span.is_some_and(|new| known.span.is_none_or(|old| new < old)) {
            (known.words, known.span) = (words, span);
        }
    }

    /// Gives the remarks in the order of the text.
    pub fn evidence(mut self) -> Vec<Evidence> {
        self.notes.sort_by_key(|note| note.span.unwrap_or((usize::MAX, 0)));
        let answer = self.answer;
        self.notes.into_iter().map(|note| note.evidence(answer)).collect()
    }
}

impl Note {
    fn evidence(self, answer: &str) -> Evidence {
        let more = match self.places.len() {
            1 => String::new(),
            2 => ", and once more".to_owned(),
            count => format!(", and {} times more", count - 1),
        };
        match self.span {
            Some((from, to)) => {
                let (line, column) = place(answer, from);
                let words = format!("{} (line {line}:{column}{more})", self.words);
                Evidence::quoting(self.rule, false, words, answer, (from, to))
            }
            None => Evidence::plain(self.rule, false, self.words),
        }
    }
}

/// Gives the line and the column of a byte, both counted from 1.
fn place(answer: &str, at: usize) -> (usize, usize) {
    let before = &answer[..answer.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// Gives where a node stands in the text, as far as the parser remembers.
pub(super) fn span(node: &Value, answer: &str) -> Option<Span> {
    let number = |key: &str| node[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let from = number("query_location").filter(|from| *from < answer.len())?;
    let length = number("query_location_length").filter(|length| *length > 0)?;
    Some((from, from.saturating_add(length).min(answer.len())))
}

#[cfg(test)]
mod tests {
    use super::Margin;

    #[test]
    fn a_rule_is_said_once_at_its_first_place() {
        let mut margin = Margin::beside("ab\ncdé f");
        margin.note_at("r", "late", Some((6, 8)));
        margin.note_at("r", "early", Some((3, 4)));
        margin.note_at("r", "late", Some((6, 8)));
        margin.note_at("s", "other", None);
        let said = margin.evidence();
        assert_eq!(said[0].words, "early (line 2:1, and once more)");
        assert_eq!((said[0].quote.as_deref(), said[0].at_bytes), (Some("c"), Some((3, 4))));
        assert_eq!(said[1].words, "other");
    }

    #[test]
    fn columns_count_characters() {
        let mut margin = Margin::beside("ab\ncdé f");
        margin.note_at("r", "here", Some((8, 9)));
        assert!(margin.evidence()[0].words.contains("line 2:5"), "cdé␣f");
    }
}
