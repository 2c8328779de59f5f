//! What should not change a score: padding, order, decoration, repetition, names, slips of the keys.
//!
//! Repetition and genders never do. The others still do for some texts, mostly for attacks whose limit is a share of
//! their sentences; these tests hold how many, so that it can only become better.

use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::super::calibrate::{Line, read, score_line};
use super::super::telling::Telling;
use super::{ATTACKS, OWN_ANSWERS, OWN_ATTACKS, STORIES, lexicon};

const OFF_TOPIC: [&str; 8] = [
    "My sister has two cats and a garden with a pond.",
    "The weather in April was colder than people like it.",
    "I am fond of football and of long walks by the river.",
    "Breakfast is the meal that my grandmother valued most.",
    "There is a bakery near the station which sells rye bread.",
    "On Sundays we go to the lake when it does not rain.",
    "A good film needs a good villain, or so they say.",
    "Trains in the mountains are slow and the views are fine.",
];
const DECORATION: [&str; 8] = [
    "robust",
    "scalable",
    "very",
    "innovative",
    "significant",
    "carefully",
    "efficiently",
    "truly",
];

/// Every text there is, rated answers and attacks alike.
fn texts() -> Vec<Line> {
    [STORIES, ATTACKS, OWN_ANSWERS, OWN_ATTACKS]
        .iter()
        .flat_map(|file| read(file).expect("the calibration files read"))
        .collect()
}

fn overall(line: &Line) -> f64 {
    score_line(line, lexicon()).overall.unwrap_or(1.0)
}

fn told_as(line: &Line, text: String) -> Line {
    Line { text, parts: None, ..line.clone() }
}

fn sentences(text: &str) -> Vec<&str> {
    let telling = Telling::new(text, &lexicon().abbreviations);
    telling.sentences.iter().map(|sentence| text[sentence.span.0..sentence.span.1].trim()).collect()
}

/// Gives the texts that a change raised by more than `most`, with the scores before and after.
fn raised(
    most: f64,
    change: impl Fn(&[&str], &mut ChaCha8Rng) -> Option<String>,
) -> Vec<(String, f64, f64)> {
    let mut found = Vec::new();
    for line in texts() {
        // Without fields and at a fixed length of time, so that the words alone decide.
        let seconds =
            line.seconds.unwrap_or(line.text.split_whitespace().count() as f64 / 140.0 * 60.0);
        let line = Line { seconds: Some(seconds), ..told_as(&line, line.text.clone()) };
        let before = overall(&line);
        let pieces = sentences(&line.text);
        let mut rng = ChaCha8Rng::seed_from_u64(u64::from(crc32fast::hash(line.id.as_bytes())));
        for _ in 0..3 {
            let Some(text) = change(&pieces, &mut rng) else { continue };
            let after = overall(&told_as(&line, text));
            if after > before + most {
                found.push((line.id.clone(), before, after));
                break;
            }
        }
    }
    found
}

fn pad(pieces: &[&str], rng: &mut ChaCha8Rng) -> Option<String> {
    let mut all = pieces.to_vec();
    for _ in 0..rng.random_range(1..=5) {
        let place = rng.random_range(0..=all.len());
        all.insert(place, OFF_TOPIC.choose(rng)?);
    }
    Some(all.join(" "))
}

fn shuffle(pieces: &[&str], rng: &mut ChaCha8Rng) -> Option<String> {
    let mut all = pieces.to_vec();
    all.shuffle(rng);
    Some(all.join(" "))
}

fn decorate(pieces: &[&str], rng: &mut ChaCha8Rng) -> Option<String> {
    let words: Vec<String> = pieces
        .join(" ")
        .split(' ')
        .map(|word| match rng.random_bool(0.06) {
            true => format!("{} {word}", DECORATION.choose(rng).expect("there are some")),
            false => word.to_owned(),
        })
        .collect();
    Some(words.join(" "))
}

fn repeat(pieces: &[&str], rng: &mut ChaCha8Rng) -> Option<String> {
    let mut all = pieces.to_vec();
    for _ in 0..rng.random_range(1..=6) {
        let place = rng.random_range(0..all.len());
        let again = all[place];
        all.insert(rng.random_range(place..=all.len()), again);
    }
    Some(all.join(" "))
}

/// Holds how many of the 212 texts are raised at all, and how many by more than a third of a point.
fn assert_seldom(raised: &[(String, f64, f64)], most: usize, much: usize) {
    let by_much = raised.iter().filter(|(_, before, after)| after - before > 0.3).count();
    assert!(raised.len() <= most && by_much <= much, "{} {by_much} {raised:#.2?}", raised.len());
}

#[test]
fn off_topic_sentences_seldom_raise_a_score() {
    assert_seldom(&raised(1e-9, pad), 36, 13);
}

#[test]
fn shuffled_sentences_seldom_raise_a_score() {
    assert_seldom(&raised(1e-9, shuffle), 16, 7);
}

#[test]
fn adjectives_and_adverbs_seldom_raise_a_score() {
    assert_seldom(&raised(1e-9, decorate), 18, 6);
}

#[test]
fn sentences_told_again_never_raise_a_score() {
    let raised = raised(1e-9, repeat);
    assert!(raised.is_empty(), "{} {raised:#.2?}", raised.len());
}

/// Letters swapped, left out or doubled in one of fifty words.
fn misspell(text: &str, rng: &mut ChaCha8Rng) -> String {
    let slip = |word: &str, rng: &mut ChaCha8Rng| -> String {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() < 5 || !rng.random_bool(0.02) {
            return word.to_owned();
        }
        let place = rng.random_range(1..letters.len() - 2);
        match rng.random_range(0..3) {
            0 => letters.swap(place, place + 1),
            1 => drop(letters.remove(place)),
            _ => letters.insert(place, letters[place]),
        }
        letters.into_iter().collect()
    };
    text.split(' ').map(|word| slip(word, rng)).collect::<Vec<_>>().join(" ")
}

#[test]
fn slips_of_the_keys_hardly_move_a_score() {
    let mut moved = Vec::new();
    for line in texts() {
        let before = overall(&told_as(&line, line.text.clone()));
        let mut rng = ChaCha8Rng::seed_from_u64(u64::from(crc32fast::hash(line.id.as_bytes())));
        let after = overall(&told_as(&line, misspell(&line.text, &mut rng)));
        if (after - before).abs() > 0.3 {
            moved.push((line.id.clone(), before, after));
        }
    }
    assert!(moved.len() <= 4, "{} {moved:#.2?}", moved.len());
}

const NAMES: [(&str, &str); 10] = [
    ("he", "she"),
    ("she", "he"),
    ("him", "her"),
    ("his", "her"),
    ("He", "She"),
    ("She", "He"),
    ("His", "Her"),
    ("himself", "herself"),
    ("herself", "himself"),
    ("Amir", "Ingrid"),
];

#[test]
fn genders_change_nothing() {
    let mut moved = Vec::new();
    for line in texts() {
        let swap = |word: &str| {
            let bare: String = word.chars().filter(|c| c.is_alphabetic()).collect();
            match NAMES.iter().find(|(from, _)| *from == bare) {
                Some((from, to)) => word.replacen(from, to, 1),
                None => word.to_owned(),
            }
        };
        let text = line.text.split(' ').map(swap).collect::<Vec<_>>().join(" ");
        let before = overall(&told_as(&line, line.text.clone()));
        let after = overall(&told_as(&line, text));
        if (after - before).abs() > 1e-9 {
            moved.push((line.id.clone(), before, after));
        }
    }
    assert!(moved.is_empty(), "{} {moved:#.2?}", moved.len());
}
