//! Whether a text is shaped like code a person wrote. The parser calls itself once per level of nesting,
//! so a hostile text could use up the stack of the program that shows the interview.

const MOST_BYTES: usize = 200_000;
const MOST_OPEN: usize = 40;
const MOST_INDENT: usize = 160;
/// Operators, spaces, quotes and brackets between two commas of one statement.
const MOST_CHAINED: usize = 400;

/// Says why a text is not reviewed, if it is not.
pub fn too_dense(source: &str) -> Option<String> {
    if source.len() > MOST_BYTES {
        return Some(format!("the answer is longer than {MOST_BYTES} bytes"));
    }
    let indent = |line: &str| line.len() - line.trim_start().len();
    let deep = source.lines().any(|line| indent(line) > MOST_INDENT);
    (deep || Scan::of(source).dense).then(|| "the answer is nested too deeply to be read".into())
}

/// A rough reading of the text: what is a string, what is a comment, and how much is open.
#[derive(Default)]
struct Scan {
    open: usize,
    chained: usize,
    dense: bool,
}

impl Scan {
    fn of(source: &str) -> Scan {
        let mut scan = Scan::default();
        let mut rest = source;
        while let Some(letter) = rest.chars().next() {
            let length = match letter {
                '#' => rest.find('\n').unwrap_or(rest.len()),
                '"' | '\'' => string_length(rest, letter),
                _ => letter.len_utf8(),
            };
            scan.count(letter);
            rest = &rest[length..];
        }
        scan
    }

    fn count(&mut self, letter: char) {
        match letter {
            '(' | '[' | '{' => self.open += 1,
            ')' | ']' | '}' => self.open = self.open.saturating_sub(1),
            _ => (),
        }
        match letter {
            ',' | ';' => self.chained = 0,
            '\n' if self.open == 0 => self.chained = 0,
            letter if letter.is_alphanumeric() || letter == '_' || letter == '\n' => (),
            _ => self.chained += 1,
        }
        self.dense |= self.open > MOST_OPEN || self.chained > MOST_CHAINED;
    }
}

/// Counts the bytes of the string that starts here; one that never ends reaches to the end of its line or text.
fn string_length(text: &str, quote: char) -> usize {
    let triple: String = [quote; 3].iter().collect();
    let single = quote.to_string();
    let (end, long) = if text.starts_with(&triple) { (&triple, true) } else { (&single, false) };
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(end.len()) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if !long => return at,
            _ if text[at..].starts_with(end.as_str()) => return at + end.len(),
            _ => (),
        }
    }
    text.len()
}
