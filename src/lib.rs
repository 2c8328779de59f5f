//! mockloop: a complete, timed mock interview loop for data engineers, in the terminal, offline.
//!
//! The modules stand in the order they lean on each other; `ARCHITECTURE.md` tells the rules.

pub mod ids;
pub mod moment;

pub mod content;
pub mod interview;
pub mod interviewer;

pub mod design;
pub mod score;

pub mod debrief;
pub mod progress;

pub mod tui;

pub mod journal;
pub mod judge;

pub mod shell;

pub mod cli;
