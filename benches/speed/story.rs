//! How many stories are scored in a second.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use mockloop::content::library::Library;
use mockloop::content::story::Story;
use mockloop::score::card::Scorecard;
use mockloop::score::story::{Lexicon, Told, score};

/// Gives the built-in example stories.
pub fn examples() -> Vec<Story> {
    let library = Library::builtin();
    library.stories().map(|story| story.expect("a built-in story is whole")).collect()
}

/// Scores a story as it is scored when it was typed freely.
pub fn score_one(story: &Story) -> Scorecard {
    let told = Told {
        text: &story.file.text(),
        parts: None,
        seconds: None,
        prompt: story.file.prompt.as_deref(),
        principles: &story.file.principles,
        theme: &[],
    };
    score(&told, Lexicon::builtin())
}

pub fn scoring(criterion: &mut Criterion) {
    let stories = examples();
    let mut group = criterion.benchmark_group("stories");
    group.throughput(Throughput::Elements(stories.len() as u64));
    group.bench_function("score every example", |bencher| {
        bencher.iter(|| stories.iter().map(score_one).for_each(|card| drop(black_box(card))));
    });
    group.finish();
}
