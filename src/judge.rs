//! Who checks: answers are judged in a child process of their own, sealed and timed.

pub mod client;
pub mod compare;
mod limits;
pub mod paper;
pub mod python;
pub mod request;
mod seal;
mod sql;
pub mod worker;
