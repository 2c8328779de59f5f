//! How good: scores with their rules and their evidence.

pub mod card;
pub mod design;
pub mod story;
pub mod talk;
