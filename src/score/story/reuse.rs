//! Is it the same story again? Two texts compared by the runs of words they share.

use std::collections::HashSet;

use super::telling::words_of;

/// From this share of runs on, two texts are one story told twice.
pub const SAME_STORY: f64 = 0.5;

/// Gives the share of four-word runs that two texts have in common, from 0 to 1 (Jaccard). Names and
/// numbers count like other words, so a story with both swapped is still found.
pub fn resemblance(a: &str, b: &str) -> f64 {
    let (a, b) = (words_of(a), words_of(b));
    let (a, b) = (runs(&a), runs(&b));
    let both = a.intersection(&b).count();
    let all = a.len() + b.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

fn runs(words: &[String]) -> HashSet<&[String]> {
    words.windows(4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "I pulled the raw movements for one branch and twelve jackets and compared them with a hand count I did there on a Sunday before the doors opened for the customers of that town";

    #[test]
    fn a_story_with_its_name_swapped_is_the_same_story() {
        let other = STORY.replace("jackets", "tents");
        assert!(resemblance(STORY, &other) >= SAME_STORY);
        assert_eq!(resemblance(STORY, STORY), 1.0);
    }

    #[test]
    fn different_stories_share_hardly_a_run() {
        let other = "Our fraud score went stale on a Friday and I switched checkout to the rules path within minutes";
        assert!(resemblance(STORY, other) < 0.1);
        assert_eq!(resemblance("", ""), 0.0);
    }
}
