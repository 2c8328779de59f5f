//! Whether two answers tell the same story: by runs of four words, and by the distinctive words they share.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::{Place, ToldTwice, stories};
use crate::debrief::scored::Scored;
use crate::interview::Interview;

/// From this share of runs of four words on, one telling was made from the other.
const RUNS: f64 = 0.12;
/// From this share of distinctive words on, both are about the same thing in the same terms.
const WORDS: f64 = 0.6;
/// Fewer distinctive words than this say nothing.
const ENOUGH: usize = 15;
/// Nor do fewer words in all.
const ENOUGH_WORDS: usize = 30;
/// A story is told in minutes; what comes after so many words is compared no more.
const MOST_WORDS: usize = 3000;
/// Shorter words are mostly grammar.
const DISTINCTIVE: usize = 6;

pub(super) fn find(interview: &Interview, scored: &[Scored]) -> Vec<ToldTwice> {
    let told = |text: &str| words(text).into_iter().take(MOST_WORDS).collect::<Vec<_>>();
    let all = stories(interview, scored).map(|(s, text)| (s, told(&text)));
    let told: Vec<_> = all.filter(|(_, words)| words.len() >= ENOUGH_WORDS).collect();
    let pairs =
        told.iter().enumerate().flat_map(|(i, a)| told[i + 1..].iter().map(move |b| (a, b)));
    pairs.filter_map(|((s, a), (t, b))| compare(interview, (s, a), (t, b))).collect()
}

fn compare(
    interview: &Interview,
    (first, a): (&Scored, &[String]),
    (second, b): (&Scored, &[String]),
) -> Option<ToldTwice> {
    let (runs_a, runs_b) = (runs(a), runs(b));
    let shared: Vec<&String> = runs_a.intersection(&runs_b).collect();
    let shared_runs = shared.len() as f64 / runs_a.union(&runs_b).count().max(1) as f64;
    let shared_words = shared_words(a, b);
    (shared_runs >= RUNS || shared_words >= WORDS).then(|| ToldTwice {
        first: Place::of(interview, first.round, first.question),
        second: Place::of(interview, second.round, second.question),
        shared_runs,
        shared_words,
        quote: longest_common_run(a, b),
    })
}

/// Gives the words of a text in lower case, numbers included.
pub(super) fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

fn runs(words: &[String]) -> BTreeSet<String> {
    words.windows(4).map(|run| run.join(" ")).collect()
}

fn shared_words(a: &[String], b: &[String]) -> f64 {
    let (a, b) = (distinctive(a), distinctive(b));
    let smaller = a.len().min(b.len());
    if smaller < ENOUGH { 0.0 } else { a.intersection(&b).count() as f64 / smaller as f64 }
}

fn distinctive(words: &[String]) -> BTreeSet<&str> {
    let long = words.iter().filter(|word| word.chars().count() >= DISTINCTIVE);
    long.map(String::as_str).collect()
}

/// Gives the longest run of words that stands in both, at most twelve words of it.
fn longest_common_run(a: &[String], b: &[String]) -> String {
    let mut best = (0, 0);
    let mut before = vec![0; b.len() + 1];
    for (i, word) in a.iter().enumerate() {
        let mut now = vec![0; b.len() + 1];
        for (j, other) in b.iter().enumerate().filter(|(_, other)| *other == word) {
            debug_assert_eq!(word, other);
            now[j + 1] = before[j] + 1;
            best = best.max((now[j + 1], i + 1));
        }
        before = now;
    }
    let (length, end) = best;
    a[end - length..end].iter().take(12).cloned().collect::<Vec<_>>().join(" ")
}
