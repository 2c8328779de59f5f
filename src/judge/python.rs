//! How a Python answer is judged: cases as plain data, a sealed engine, and comparison outside the answer's reach.

pub mod compare;
pub mod spelling;
pub mod value;
