//! What is shown: the screens as pure data, from messages to orders and from the model to a frame.

pub mod keys;
pub mod msg;
