//! What happens: an interview is the fold of its events.

pub mod draw;
pub mod event;
pub mod plan;
pub mod verdict;
