//! How good: scores with their rules and their evidence.

pub mod card;
pub mod story;
pub mod python;
