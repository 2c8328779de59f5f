//! Who checks: answers are judged in a child process of their own, sealed and timed.

pub mod python;
pub mod compare;
pub mod paper;
pub mod client;
pub mod compare;
mod limits;
pub mod request;
mod seal;
mod sql;
pub mod worker;
