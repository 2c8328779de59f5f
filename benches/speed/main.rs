//! How fast it is: one binary for all benches, because each one more would link DuckDB again.
//!
//! With `--figures` it prints the figures that `benches/figures.sh` collects; else criterion runs.

mod figures;
mod journal;
mod keystroke;
mod mutants;
mod plain;
mod python;
mod story;
mod verdict;

use criterion::{Criterion, criterion_group};

criterion_group!(
    benches,
    keystroke::typing,
    journal::committing,
    journal::loading,
    story::scoring,
    verdict::judging,
    mutants::judging,
    python::judging,
);

fn main() {
    if std::env::args().any(|argument| argument == "--figures") {
        return figures::print();
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
