//! The words of a query with their places, for what a parse tree forgets: names of CTEs, brackets, UNION.

/// A word, a sign or a quoted text of the answer, with its place in bytes. Comments and blanks are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub text: &'a str,
    pub from: usize,
    pub to: usize,
}

impl Word<'_> {
    /// Compares without regard to capitals.
    pub fn is(&self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }

    /// Says whether it is a name or a keyword.
    pub fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '"')
    }

    /// Gives the name in lower case without its quotes.
    pub fn name(&self) -> String {
        self.text.trim_matches('"').to_lowercase()
    }
}

/// Cuts a text into its words.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(first) = text[from..].chars().next() {
        let rest = &text[from..];
        let length = match first {
            _ if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '\'' | '"' => quoted(rest, first),
            c if c.is_alphanumeric() || c == '_' => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            c => c.len_utf8(),
        };
        let is_comment = rest.starts_with("--") || rest.starts_with("/*");
        if !first.is_whitespace() && !is_comment {
            words.push(Word { text: &rest[..length], from, to: from + length });
        }
        from += length;
    }
    words
}

/// Gives the length of a quoted text; a doubled quote inside belongs to it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut marks = rest.match_indices(quote).map(|(at, _)| at).skip(1).peekable();
    while let Some(at) = marks.next() {
        match marks.peek() {
            Some(next) if *next == at + 1 => {
                marks.next();
            }
            _ => return at + 1,
        }
    }
    rest.len()
}

/// Gives the place after the bracket that closes the one at `open`.
pub(super) fn closing(words: &[Word<'_>], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (place, word) in words.iter().enumerate().skip(open) {
        match word.text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::words;

    fn texts(sql: &str) -> Vec<&str> {
        words(sql).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn strings_names_and_comments_stay_whole() {
        assert_eq!(
            texts("a -- b\n/* c */'d''e' \"F g\"(1)"),
            ["a", "'d''e'", "\"F g\"", "(", "1", ")"]
        );
        assert_eq!(texts("'open"), ["'open"]);
        assert_eq!(texts("ä=ö"), ["ä", "=", "ö"]);
    }
}
