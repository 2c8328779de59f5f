//! What it meant: sealed assessments, the decision by rule, and the conversation that explains it.
//!
//! The rule decides from the sealed scores; everything else here explains, and cites its evidence.

pub mod answer;
pub mod assess;
pub mod citation;
pub mod decision;
pub mod factors;
pub mod flips;
pub mod html;
pub mod json;
pub mod ledger;
pub mod markdown;
mod plain;
pub mod recorder;
pub mod report;
pub mod rule;
pub mod scored;
pub mod sealing;
pub mod talk;

#[cfg(test)]
mod sample;

pub use report::Report;
