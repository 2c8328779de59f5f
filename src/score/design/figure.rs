//! Which figures does a note hold? Numbers with the words right after them.

/// A number with what follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub value: f64,
    /// The next two words, in lower case.
    pub unit: String,
    /// Where it stands, in bytes.
    pub span: (usize, usize),
}

/// Finds the numbers of a text: `24 million`, `21.6 GB`, `2,222 per second`, `€50`, `8k`.
pub fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || at > 0 && is_word(bytes[at - 1]) {
            at += 1;
            continue;
        }
        let end = number_end(bytes, at);
        if let Some(figure) = figure(text, at, end) {
            found.push(figure);
        }
        at = end.max(at + 1);
    }
    found
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn number_end(bytes: &[u8], from: usize) -> usize {
    let mut end = from;
    while end < bytes.len() {
        let digit = bytes[end].is_ascii_digit();
        // A comma or point belongs to the number when a digit follows.
        let joint =
            matches!(bytes[end], b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !digit && !joint {
            break;
        }
        end += 1;
    }
    end
}

fn figure(text: &str, from: usize, end: usize) -> Option<Figure> {
    let mut value: f64 = text[from..end].replace(',', "").parse().ok()?;
    let rest = text[end..].to_lowercase();
    let mut words = rest
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '|' | ':'))
        .map(|w| w.trim_end_matches(['.', '?', '!']))
        .filter(|w| !w.is_empty())
        .take(4)
        .peekable();
    let scale = |word: &str| match word {
        "k" | "thousand" => Some(1e3),
        "m" | "million" => Some(1e6),
        "bn" | "billion" => Some(1e9),
        _ => None,
    };
    if let Some(times) = words.peek().and_then(|w| scale(w)) {
        value *= times;
        words.next();
    }
    let unit: Vec<&str> = words.take(2).collect();
    Some(Figure { value, unit: unit.join(" "), span: (from, end) })
}

/// Says whether a phrase stands in a text between word boundaries, both in lower case.
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    find_phrase(text, phrase).is_some()
}

/// Finds where a phrase stands between word boundaries.
pub fn find_phrase(text: &str, phrase: &str) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let starts =
            !phrase.starts_with(char::is_alphanumeric) || edge(text[..*at].chars().next_back());
        let after = text[at + phrase.len()..].chars().next();
        let ends = !phrase.ends_with(char::is_alphanumeric) || edge(after) || after == Some('s');
        starts && ends
    })
}

/// Reads a stretch of time such as `5m`, `1 hour`, `daily`, in minutes.
pub fn minutes(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "hourly" => return Some(60.0),
        "daily" | "nightly" | "every night" | "each night" => return Some(1440.0),
        "weekly" => return Some(10_080.0),
        _ => {}
    }
    let end = number_end(text.as_bytes(), 0);
    let value: f64 = match end {
        0 => 1.0,
        _ => text[..end].replace(',', "").parse().ok()?,
    };
    let unit = text[end..].trim_start_matches([' ', '-']);
    let unit: String = unit.chars().take_while(|c| c.is_alphabetic()).collect();
    let scale = match unit.as_str() {
        "ms" | "millisecond" | "milliseconds" => 1.0 / 60_000.0,
        "s" | "sec" | "second" | "seconds" => 1.0 / 60.0,
        "m" | "min" | "minute" | "minutes" => 1.0,
        "h" | "hour" | "hours" => 60.0,
        "d" | "day" | "days" => 1440.0,
        "week" | "weeks" | "w" => 10_080.0,
        _ => return None,
    };
    Some(value * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_their_scale_and_their_unit() {
        let of =
            |text: &str| figures(text).into_iter().map(|f| (f.value, f.unit)).collect::<Vec<_>>();
        assert_eq!(
            of("24 million events × 900 bytes"),
            [(24e6, "events ×".into()), (900.0, "bytes".into())]
        );
        assert_eq!(of("peak 2,222 per second."), [(2222.0, "per second".into())]);
        assert_eq!(of("event_id2 p99 v3"), []);
    }

    #[test]
    fn stretches_of_time_are_minutes() {
        assert_eq!(minutes("5m"), Some(5.0));
        assert_eq!(minutes("30 s"), Some(0.5));
        assert_eq!(minutes("daily"), Some(1440.0));
        assert_eq!(minutes("04:00"), None);
    }

    #[test]
    fn a_phrase_is_not_found_inside_a_word() {
        assert!(has_phrase("about 24m a day", "24m"));
        assert!(!has_phrase("124mb", "24m"));
        assert!(has_phrase("in seven years", "seven year"));
    }
}
