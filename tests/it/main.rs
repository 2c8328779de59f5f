//! The integration tests: one binary, because each one more would link DuckDB again.

mod answers;
mod changed;
mod cli;
mod crash;
mod difference;
mod engines;
mod gauntlet;
mod harness;
mod hostile;
mod hostile_python;
mod journal;
mod judge;
mod model;
mod packs;
mod properties;
mod python;
mod readme;
mod review;
mod scale;
mod screens;
mod sitting;
mod terminal;
mod tidy;
mod walks;
