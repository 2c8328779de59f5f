//! How good: scores with their rules and their evidence.

pub mod card;
pub mod design;
pub mod python;
pub mod sql;
pub mod story;
pub mod talk;
