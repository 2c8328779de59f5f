//! What is asked: loops, questions and the story rubric, looked up by id.

pub mod cell;
pub mod check;
pub mod contract;
pub mod file;
pub mod gauntlet;
pub mod generator;
pub mod library;
pub mod load;
pub mod loop_file;
pub mod modeling;
pub mod parse;
pub mod principle;
pub mod problem;
pub mod query;
pub mod question;
pub mod round;
pub mod schema;
pub mod story;
