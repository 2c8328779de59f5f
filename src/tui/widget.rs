//! The pieces screens are made of.

pub mod chat;
pub mod clock;
pub mod dialog;
pub mod footer;
pub mod grid;
pub mod help;
pub mod pane;
pub mod prompt;
pub mod review;
pub mod story_clock;
