//! Which numbers are in a story, with their units, and do they agree with each other?

use super::lexicon::Lexicon;
use super::telling::Token;

/// One number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub value: f64,
    pub unit: Unit,
    /// Its tokens, unit included, as a range within the slice it was read from.
    pub tokens: (usize, usize),
}

/// What a number counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    Percent,
    Money,
    /// Seconds; the value is converted.
    Seconds,
    /// A time of day such as 7:40, in minutes after midnight.
    Clock,
    /// `3x`, `three times`, `half`.
    Times,
    /// A count of the named thing.
    Of(String),
    /// Nothing is said about what it counts.
    Bare,
}

impl Unit {
    /// Says whether the two can be compared.
    pub fn fits(&self, other: &Unit) -> bool {
        match (self, other) {
            (Unit::Bare, _) | (_, Unit::Bare) => true,
            (Unit::Of(_), Unit::Of(_)) => true,
            _ => self == other,
        }
    }
}

/// A change from one value to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub from: Quantity,
    pub to: Quantity,
    pub tokens: (usize, usize),
}

impl Change {
    /// Gives the change in percent of the first value, none when that is zero.
    pub fn percent(&self) -> Option<f64> {
        let (from, to) = (self.from.value, self.to.value);
        (from.abs() > f64::EPSILON).then(|| (to - from) / from * 100.0)
    }
}

/// Finds the numbers of some tokens, digits and words alike; years and ordinals are not numbers.
pub fn quantities(tokens: &[Token], lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match quantity(tokens, at, lexicon) {
            Some(quantity) => {
                at = quantity.tokens.1.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// Finds `from A to B`, `A instead of B`, `to A from B`, `A, against B`.
pub fn changes(tokens: &[Token], quantities: &[Quantity]) -> Vec<Change> {
    let pairs = quantities.windows(2).filter_map(|pair| {
        let [a, b] = pair else { return None };
        change_between(tokens, a, b)
    });
    pairs.collect()
}

fn change_between(tokens: &[Token], a: &Quantity, b: &Quantity) -> Option<Change> {
    let (gap_from, gap_to) = (a.tokens.1, b.tokens.0);
    if gap_to < gap_from || gap_to - gap_from > 9 || !a.unit.fits(&b.unit) {
        return None;
    }
    let word = |at: usize| tokens.get(at).map_or("", |t| t.word.as_str());
    let near = |words: &[&str], before: usize| {
        (1..=3).any(|back| before >= back && words.contains(&word(before - back)))
    };
    let gap: Vec<&str> = (gap_from..gap_to).map(word).collect();
    let tokens = (a.tokens.0, b.tokens.1);
    let forward = near(&["from", "of", "was", "took", "were"], a.tokens.0) && gap.contains(&"to");
    let told = gap.iter().any(|w| ["became", "down", "now", "later", "after"].contains(w))
        && (gap.contains(&"to") || gap.contains(&"now") && b.unit != Unit::Bare);
    if forward || told {
        let mut from = a.clone();
        if from.unit == Unit::Bare {
            from = adopt(from, b);
        }
        return Some(Change { from, to: b.clone(), tokens });
    }
    let instead = gap.windows(2).any(|w| {
        w == ["instead", "of"]
            || w == ["rather", "than"]
            || w == ["down", "from"]
            || w == ["up", "from"]
    }) || gap
        .iter()
        .any(|w| ["against", "versus", "vs", "usual", "before", "from"].contains(w));
    if instead {
        return Some(Change { from: adopt(b.clone(), a), to: a.clone(), tokens });
    }
    None
}

/// "from 90 to 15 minutes": the first number counts what the second does.
fn adopt(mut bare: Quantity, other: &Quantity) -> Quantity {
    if bare.unit == Unit::Bare {
        if other.unit == Unit::Seconds {
            bare.value *= other.value / written_value(other);
        }
        bare.unit = other.unit.clone();
    }
    bare
}

fn written_value(quantity: &Quantity) -> f64 {
    const SCALES: [f64; 6] = [0.001, 1.0, 60.0, 3600.0, 86_400.0, 604_800.0];
    // The unit that gives the roundest number of at most three digits is the one that was said.
    let value = quantity.value;
    SCALES
        .iter()
        .rev()
        .map(|scale| value / scale)
        .find(|v| *v >= 1.0 && (v.fract()).abs() < 1e-9)
        .unwrap_or(value)
}

fn quantity(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let token = &tokens[at];
    if let Some(clock) = clock(tokens, at) {
        return Some(clock);
    }
    let money = token.before.ends_with(['€', '$', '£']);
    let (value, end, suffix) = match digits(&token.word) {
        Some((value, suffix)) => (value, at + 1, suffix),
        None => {
            let (value, end) = spelled(tokens, at)?;
            (value, end, String::new())
        }
    };
    let (value, end) = magnitude(tokens, value, end);
    let (unit, value, end) = unit(tokens, value, (at, end), &suffix, money, lexicon)?;
    Some(Quantity { value, unit, tokens: (at, end) })
}

fn clock(tokens: &[Token], at: usize) -> Option<Quantity> {
    let (hour, minute) = (tokens.get(at)?, tokens.get(at + 1)?);
    let two = |t: &Token| t.word.len() <= 2 && t.word.chars().all(|c| c.is_ascii_digit());
    if minute.before != ":" || !two(hour) || !two(minute) {
        return None;
    }
    let value = hour.word.parse::<f64>().ok()? * 60.0 + minute.word.parse::<f64>().ok()?;
    Some(Quantity { value, unit: Unit::Clock, tokens: (at, at + 2) })
}

/// Reads `1,140`, `0.8`, `600k`, `1.9m`, `3x`; not years, versions or dates.
fn digits(word: &str) -> Option<(f64, String)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end =
        word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(word.len());
    let (number, suffix) = word.split_at(end);
    if matches!(suffix, "st" | "nd" | "rd" | "th") {
        return None;
    }
    let value: f64 = number.replace(',', "").parse().ok()?;
    let is_year = suffix.is_empty() && number.len() == 4 && (1950.0..2060.0).contains(&value);
    (!is_year).then(|| (value, suffix.to_owned()))
}

fn spelled(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let word = tokens[at].word.as_str();
    // "half past six" is a time of day.
    let past = tokens.get(at + 1).is_some_and(|next| next.word == "past");
    if let Some(value) = fraction(word).filter(|_| !past) {
        return Some((value, at + 1));
    }
    let mut value = small(word)?;
    let mut end = at + 1;
    if value >= 20.0
        && let Some(ones) = tokens.get(end).and_then(|t| small(&t.word)).filter(|v| *v < 10.0)
        && tokens[end].before == "-"
    {
        value += ones;
        end += 1;
    }
    // "two point one"
    if tokens.get(end).is_some_and(|t| t.word == "point")
        && let Some(tenth) = tokens.get(end + 1).and_then(|t| small(&t.word)).filter(|v| *v < 10.0)
    {
        value += tenth / 10.0;
        end += 2;
    }
    // "one" alone is mostly a pronoun or an article.
    let counts = value != 1.0
        || tokens.get(end).is_some_and(|t| scale(&t.word).is_some() || seconds(&t.word).is_some());
    counts.then_some((value, end))
}

fn small(word: &str) -> Option<f64> {
    const WORDS: [(&str, f64); 30] = [
        ("zero", 0.0),
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("thirteen", 13.0),
        ("fourteen", 14.0),
        ("fifteen", 15.0),
        ("sixteen", 16.0),
        ("seventeen", 17.0),
        ("eighteen", 18.0),
        ("nineteen", 19.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
        ("dozen", 12.0),
        ("hundred", 100.0),
    ];
    WORDS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

fn fraction(word: &str) -> Option<f64> {
    match word {
        "half" | "halved" => Some(0.5),
        "doubled" | "twice" => Some(2.0),
        "tripled" => Some(3.0),
        _ => None,
    }
}

fn scale(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" | "millions" => Some(1e6),
        "billion" | "bn" | "billions" => Some(1e9),
        _ => None,
    }
}

fn magnitude(tokens: &[Token], mut value: f64, mut end: usize) -> (f64, usize) {
    while let Some(times) =
        tokens.get(end).filter(|t| t.before.is_empty()).and_then(|t| scale(&t.word))
    {
        value *= times;
        end += 1;
    }
    (value, end)
}

fn unit(
    tokens: &[Token],
    value: f64,
    (at, end): (usize, usize),
    suffix: &str,
    money: bool,
    lexicon: &Lexicon,
) -> Option<(Unit, f64, usize)> {
    let times = match suffix {
        "" => 1.0,
        "x" => return Some((Unit::Times, value, end)),
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        other => match seconds(other) {
            Some(scale) => return Some((Unit::Seconds, value * scale, end)),
            None if ["gb", "tb", "mb", "kb", "pb"].contains(&other) => {
                return Some((Unit::Of("bytes".into()), value, end));
            }
            // `v2`, `p99`, `65k_rows`: a name, not a number.
            None => return None,
        },
    };
    let value = value * times;
    if money {
        return Some((Unit::Money, value, end));
    }
    if tokens.get(end - 1).is_some_and(|t| t.after.starts_with('%')) {
        return Some((Unit::Percent, value, end));
    }
    if tokens.get(end - 1).is_some_and(|t| t.after.starts_with('€')) {
        return Some((Unit::Money, value, end));
    }
    let (unit, value, end) = spoken_unit(tokens, value, end, lexicon);
    // "40k" and "1.2 million" are amounts, even when what they count was said before.
    let amount = unit == Unit::Bare && value >= 1000.0 && (times > 1.0 || end - at > 1);
    Some(if amount { (Unit::Of(String::new()), value, end) } else { (unit, value, end) })
}

fn spoken_unit(tokens: &[Token], value: f64, end: usize, lexicon: &Lexicon) -> (Unit, f64, usize) {
    let Some(next) = tokens.get(end).filter(|t| !t.before.contains([',', '.', ';', '('])) else {
        return (Unit::Bare, value, end);
    };
    match next.word.as_str() {
        "percent" | "percentage" => (Unit::Percent, value, end + 1),
        "per" if tokens.get(end + 1).is_some_and(|t| t.word == "cent") => {
            (Unit::Percent, value, end + 2)
        }
        "dollars" | "euros" | "pounds" | "euro" | "cents" | "francs" | "grand" | "naira"
        | "rupees" | "lakhs" | "crore" | "reais" | "kroner" | "zloty" => {
            (Unit::Money, value, end + 1)
        }
        "times" => (Unit::Times, value, end + 1),
        word if seconds(word).is_some() => {
            (Unit::Seconds, value * seconds(word).unwrap_or(1.0), end + 1)
        }
        _ => match (end..tokens.len().min(end + 3)).find(|at| counted(tokens, end, *at, lexicon)) {
            Some(at) => (Unit::Of(tokens[at].word.clone()), value, at + 1),
            None => (Unit::Bare, value, end),
        },
    }
}

/// A plural or a known metric noun within two words after the number, with no sign between.
fn counted(tokens: &[Token], end: usize, at: usize, lexicon: &Lexicon) -> bool {
    let word = tokens[at].word.as_str();
    let joined = (end..=at).all(|i| tokens[i].before.is_empty() || tokens[i].before == "-");
    let crossed =
        (end..at).any(|i| lexicon.function.contains(&tokens[i].word) && tokens[i].word != "of");
    joined
        && !crossed
        && lexicon.has_content(word)
        && (lexicon.metrics.contains(word) || (word.ends_with('s') && word.len() > 3))
}

fn seconds(word: &str) -> Option<f64> {
    match word {
        "ms" | "millisecond" | "milliseconds" => Some(0.001),
        "second" | "seconds" | "sec" | "secs" | "s" => Some(1.0),
        "minute" | "minutes" | "min" | "mins" => Some(60.0),
        "hour" | "hours" | "h" | "hrs" => Some(3600.0),
        "day" | "days" | "nights" => Some(86_400.0),
        "week" | "weeks" => Some(604_800.0),
        "month" | "months" => Some(2_629_800.0),
        "year" | "years" => Some(31_557_600.0),
        _ => None,
    }
}
