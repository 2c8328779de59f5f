//! What it meant: sealed assessments, the decision by rule, and the conversation that explains it.
//!
//! The rule decides from the sealed scores; everything else here explains, and cites its evidence.

pub mod flips;
pub mod rule;
