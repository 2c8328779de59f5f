//! Who checks: answers are judged in a child process of their own, sealed and timed.

pub mod compare;
pub mod python;
pub mod request;
