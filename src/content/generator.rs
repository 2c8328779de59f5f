//! What makes further arguments for a Python question by seed and size, and what is asked of answers on them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A question's `generate.py` and what its file says about using it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Generator {
    /// Python that defines `generate(seed, size)`, which gives the positional arguments of one call.
    pub text: String,
    pub generated: Option<Generated>,
    pub growth: Option<Growth>,
    pub streaming: Option<Streaming>,
    /// How each positional argument reaches the function; those not listed are plain.
    pub passing: Vec<Passing>,
}

impl Generator {
    /// Says how the positional argument `index` reaches the function.
    pub fn passing(&self, index: usize) -> Passing {
        self.passing.get(index).copied().unwrap_or_default()
    }
}

/// Hidden cases beyond the written ones; the first reference says what is expected of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Generated {
    /// The seeds are 1 to `count`.
    pub count: u32,
    /// About how many records each has.
    pub size: u32,
}

/// The time at twice the size must stay below three times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// The size that is doubled.
    pub size: u32,
}

/// One argument is handed over as an iterator whose items are made as they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Streaming {
    /// The positional argument, counted from 0, whose generated list is fed item by item.
    pub argument: usize,
    pub size: u32,
    /// How much more memory than before the call may be held at any moment.
    pub peak_kib: u32,
}

/// How generated arguments reach the function.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Argument {
    /// One word for each positional argument; those left out at the end are plain.
    #[serde(rename = "as")]
    pub passing: Vec<Passing>,
}

/// How one generated argument reaches the function.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Passing {
    /// As it was made.
    #[default]
    Plain,
    /// A list or tuple as an iterator that can be read once.
    Iter,
    /// A text as a file object that can be read.
    File,
}
