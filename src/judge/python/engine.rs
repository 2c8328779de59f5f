//! Which interpreter runs an answer: the sealed one inside, or a CPython of the user's.

use std::time::Instant;

use super::cpython::Interpreter;
use super::cpython::talk;
use super::trial::{self, Task, Wires};

/// The engine of one judge.
#[derive(Clone, Debug, Default)]
pub enum Engine {
    /// RustPython, built without any function that reaches the machine.
    #[default]
    Sealed,
    /// A CPython in a sealed process of its own for each hash seed.
    CPython(Box<Interpreter>),
}

impl Engine {
    /// Runs a task to its end and reports over the wires. Call it on a fresh thread with a large stack.
    pub(super) fn sit(&self, task: &Task, seed: u32, wires: Wires, end: Instant) {
        match self {
            Engine::Sealed => trial::sit(task, seed, wires),
            Engine::CPython(interpreter) => talk::sit(interpreter, task, seed, &wires, end),
        }
    }
}
