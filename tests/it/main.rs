//! The integration tests: one binary, because each one more would link DuckDB again.

mod answers;
mod cli;
mod crash;
mod difference;
mod harness;
mod journal;
mod packs;
mod python;
mod screens;
mod sitting;
mod terminal;
mod walks;
