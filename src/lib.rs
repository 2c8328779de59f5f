//! mockloop: a complete, timed mock interview loop for data engineers, in the terminal, offline.
//!
//! The modules stand in the order they lean on each other; `ARCHITECTURE.md` tells the rules.

pub mod content;
pub mod ids;
pub mod interview;
pub mod journal;
pub mod judge;
pub mod moment;
pub mod score;
