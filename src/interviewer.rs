//! What is said: how the interviewer reacts to what happened and to the clock, as events.
//!
//! [`react`] is pure and depends on the state alone, so calling it again changes nothing: whatever
//! was already said stands in the record.

pub mod clarify;
pub mod code;
pub mod lines;
mod react;
mod scale;

pub use react::{proceed, react};
