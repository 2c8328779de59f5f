//! What a typed question is about: matches it to the facts the interviewer holds, and gives only
//! the one that was asked for.

use unicode_segmentation::UnicodeSegmentation;

use crate::content::question::Fact;

/// How a typed question was understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Understood<'a> {
    /// It asks for this fact.
    Fact(&'a Fact),
    /// It could ask for any of these, at most three.
    Several(Vec<&'a Fact>),
    /// It asks for nothing on the sheet.
    Unknown,
    /// It is a remark, not a question.
    Remark,
}

/// Understands a line typed to the interviewer. `offered` are the readings offered just before,
/// which a bare number picks from.
pub fn understand<'a>(text: &str, facts: &'a [Fact], offered: &[String]) -> Understood<'a> {
    if let Some(fact) = picked(text, facts, offered) {
        return Understood::Fact(fact);
    }
    let words = stems(text);
    let mut ranked: Vec<(usize, &Fact)> =
        facts.iter().map(|fact| (weight(&words, fact), fact)).filter(|(w, _)| *w > 0).collect();
    ranked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    match ranked.as_slice() {
        [] if is_question(text) => Understood::Unknown,
        _ if !is_question(text) => Understood::Remark,
        [(_, only)] => Understood::Fact(only),
        // Twice the weight of the runner-up is taken as sure; less is asked back.
        [(best, fact), (second, _), ..] if *best >= 2 * second => Understood::Fact(fact),
        several => Understood::Several(several.iter().take(3).map(|(_, fact)| *fact).collect()),
    }
}

fn picked<'a>(text: &str, facts: &'a [Fact], offered: &[String]) -> Option<&'a Fact> {
    let number: usize = text.trim().trim_end_matches(['.', ')']).parse().ok()?;
    let id = offered.get(number.checked_sub(1)?)?;
    facts.iter().find(|fact| fact.id == *id)
}

/// The weight of a fact is the number of words of the longest of its phrases that appears,
/// plus one for every further phrase.
fn weight(words: &[String], fact: &Fact) -> usize {
    let found: Vec<usize> = fact
        .asks
        .iter()
        .map(|phrase| stems(phrase))
        .filter(|phrase| contains(words, phrase))
        .map(|phrase| phrase.len())
        .collect();
    found.iter().max().map_or(0, |longest| longest + found.len() - 1)
}

fn contains(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

/// Splits into lower-case words without endings that do not change the meaning.
fn stems(text: &str) -> Vec<String> {
    text.unicode_words().map(|word| stem(&word.to_lowercase())).collect()
}

fn stem(word: &str) -> String {
    let cut = ["ies", "es", "s", "ed", "ing"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= 3));
    // "tied" is a form of "tie": a final d counts as an ending behind an e.
    let cut = cut.or_else(|| word.strip_suffix('d').filter(|rest| rest.ends_with('e')));
    cut.map_or(word, |rest| rest.trim_end_matches('e')).trim_end_matches(['e', 'y']).to_owned()
}

/// A question ends with a question mark or begins as questions do.
fn is_question(text: &str) -> bool {
    const OPENINGS: [&str; 30] = [
        "what", "when", "where", "which", "who", "whose", "why", "how", "is", "are", "do", "does",
        "did", "can", "could", "should", "shall", "will", "would", "may", "must", "has", "have",
        "any", "if", "tell", "am", "was", "were", "clarify",
    ];
    let first = text.unicode_words().next().unwrap_or("").to_lowercase();
    text.contains('?') || OPENINGS.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Understood, understand};
    use crate::content::question::Fact;

    fn sheet() -> Vec<Fact> {
        let fact = |id: &str, asks: &[&str]| Fact {
            id: id.into(),
            topic: None,
            asks: asks.iter().map(|s| (*s).to_owned()).collect(),
            answer: format!("about {id}"),
            uses: vec![],
        };
        vec![
            fact("ties", &["tie", "same revenue", "equal"]),
            fact("zone", &["time zone", "utc", "timezone"]),
            fact("late", &["late rows", "late", "arrive after"]),
        ]
    }

    fn ids(text: &str, offered: &[&str]) -> Vec<String> {
        let facts = sheet();
        let offered: Vec<String> = offered.iter().map(|s| (*s).to_owned()).collect();
        match understand(text, &facts, &offered) {
            Understood::Fact(fact) => vec![fact.id.clone()],
            Understood::Several(facts) => facts.iter().map(|f| f.id.clone()).collect(),
            Understood::Unknown => vec!["unknown".into()],
            Understood::Remark => vec!["remark".into()],
        }
    }

    #[test]
    fn only_what_was_asked_is_given() {
        for (text, expected) in [
            ("What happens with ties?", vec!["ties"]),
            ("which time zone are the stamps in", vec!["zone"]),
            ("How do you handle tied products?", vec!["ties"]),
            ("Can rows arrive after midnight, late?", vec!["late"]),
            ("Are ties and UTC relevant?", vec!["ties", "zone"]),
            ("Who won the match?", vec!["unknown"]),
            ("I will start with the join.", vec!["remark"]),
            ("I assume UTC.", vec!["remark"]),
        ] {
            assert_eq!(ids(text, &[]), expected, "{text}");
        }
    }

    #[test]
    fn a_number_picks_one_of_the_readings_offered() {
        assert_eq!(ids("2", &["ties", "zone"]), vec!["zone"]);
        assert_eq!(ids("3", &["ties", "zone"]), vec!["remark"]);
    }
}
