//! What is asked: loops, questions and the story rubric, looked up by id.

pub mod cell;
pub mod contract;
pub mod question;
pub mod round;
