//! A damaged stream that a Python question sends through an answer, and by which rule what is recovered is accepted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A question's `gauntlet.py` and what its file says about the streams it makes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gauntlet {
    /// Python that defines `generate(seed, size)`: a list with one tuple for each line, of the line, its
    /// kind, the clean records it carries and the reason it is refused for, or None.
    pub text: String,
    pub table: GauntletTable,
}

/// `[gauntlet]` of `question.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GauntletTable {
    /// One stream is made for each.
    pub seeds: Vec<u32>,
    /// The lines of a stream.
    pub size: u32,
    /// The column by which a record is known.
    pub key: String,
    /// The column with the version of a record; of two versions the greater stands, of equals the first.
    pub version: String,
    pub accept: Acceptance,
    /// What happens to lines, and how often.
    pub kinds: Vec<Damage>,
}

/// What an answer must reach over all streams together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The least share of each kind that can be recovered or is to be passed over.
    pub recovered: f64,
    /// The least share of each kind that cannot be recovered and must be refused with its reason.
    pub dead_lettered: f64,
    /// The greatest share of wrong values among all values of the true records.
    pub wrong_values: f64,
    /// The greatest share of lines that are refused and ought not to be.
    pub wrongly_dead: f64,
    /// How many lines may be neither recovered nor refused.
    pub dropped: u32,
    /// How much more memory than before the call may be held at any moment, with the result.
    pub peak_kib: u32,
}

/// One kind of damage, or the lack of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Damage {
    /// As the generator calls it.
    pub name: String,
    /// What happened to the line, in a few words.
    pub about: String,
    /// The share of all lines.
    pub share: f64,
    pub fate: Fate,
}

/// What an answer should do with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Its records can be had.
    Recover,
    /// It goes to the dead letters, with a reason.
    DeadLetter,
    /// It carries nothing and is passed over.
    Ignore,
}
