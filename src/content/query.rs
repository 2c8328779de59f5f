//! What a SQL question is made of beyond what every question has: tables, rows, contract, and its proof.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::contract::Contract;
use super::question::{Dataset, FollowUp, Point, Solution, WrongAnswer};

/// Something the data of a question always keeps that no constraint can say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What is promised, as the prompt or a fact says it.
    pub says: String,
    /// A query that returns rows exactly when the promise is broken.
    pub breaks: String,
}

/// How the tables of a question are filled at any size, and what to say about billions of rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// SQL that fills the tables; the text `{rows}` in it stands for the size.
    pub sql: String,
    pub about: ScaleNote,
}

/// What a question's file says about its generator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScaleNote {
    /// The table that gets as many rows as the size says.
    pub grows: String,
    /// How unevenly the rows are spread, in a few words.
    pub skew: String,
    /// What a good answer to "the table has ten billion rows" names.
    pub points: Vec<Point>,
}

impl ScaleNote {
    /// Gives the question about ten billion rows, as it is asked when nothing else is known.
    pub fn ask(&self) -> FollowUp {
        let (grows, skew) = (&self.grows, self.skew.trim_end_matches('.'));
        FollowUp {
            ask: format!(
                "Now think of `{grows}` with ten billion rows, where {skew}. What changes, in your \
                 query and around it?"
            ),
            deeper: vec![
                "Which of these would you do first, and which number would tell you that it helped?"
                    .into(),
                format!("Stay with the uneven part: {skew}. What does it do to your plan, and what do you do about it?"),
            ],
            points: self.points.clone(),
        }
    }
}

/// A mutant that was reviewed and means the same as the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Equivalent {
    /// The mutant's id, as `mockloop bank check` prints it.
    pub mutant: String,
    /// Why no allowed data can tell it from the reference.
    pub reason: String,
    /// The constraint or promise this rests on.
    pub fact: String,
}

/// A SQL question: tables, rows, the contract of the result, and its proof.
#[derive(Clone, Debug)]
pub struct SqlBody {
    pub schema: String,
    pub datasets: Vec<Dataset>,
    /// The contract the prompt states, then others the prompt honestly allows.
    pub contracts: Vec<Contract>,
    /// What holds over several rows or tables, beyond what constraints can say.
    pub promises: Vec<Promise>,
    pub scale: Option<Scale>,
    pub references: Vec<Solution>,
    pub wrong: Vec<WrongAnswer>,
    /// Mutants of the first reference that were reviewed and found to mean the same.
    pub equivalents: Vec<Equivalent>,
    /// Stored results by dataset id, as the JSON of [`super::cell::Table`].
    pub gold: BTreeMap<String, String>,
}
