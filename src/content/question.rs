//! What one question is made of, once its files have been read and checked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::contract::Contract;
pub use super::gauntlet::Gauntlet;
pub use super::generator::Generator;
use super::modeling::{NewRequirement, TypeWords};
pub use super::query::{Equivalent, Promise, Scale, ScaleNote, SqlBody};
use crate::ids::{PrincipleId, QuestionId, RoundId};

/// The judge or scorer a question belongs to.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Sql,
    Modeling,
    Design,
    Python,
    Behavioral,
}

impl Kind {
    /// Every kind, in the order of the folders in `questions/`.
    pub const ALL: [Kind; 5] =
        [Kind::Sql, Kind::Modeling, Kind::Design, Kind::Python, Kind::Behavioral];

    /// Gives the name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Sql => "sql",
            Kind::Modeling => "modeling",
            Kind::Design => "design",
            Kind::Python => "python",
            Kind::Behavioral => "behavioral",
        }
    }
}

/// How hard a question is, by its author's judgement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    Easy,
    Medium,
    Hard,
}

impl Difficulty {
    /// Gives the name used in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Difficulty::Easy => "easy",
            Difficulty::Medium => "medium",
            Difficulty::Hard => "hard",
        }
    }
}

/// A question, ready to be asked and judged.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: QuestionId,
    pub head: Head,
    pub body: Body,
}

/// What every question has, whatever its kind.
#[derive(Clone, Debug)]
pub struct Head {
    pub title: String,
    pub difficulty: Difficulty,
    /// Target minutes for a candidate at the bar.
    pub minutes: u32,
    pub topics: Vec<String>,
    pub traps: Vec<String>,
    pub principles: Vec<PrincipleId>,
    /// Markdown, as the interviewer reads it aloud.
    pub prompt: String,
    pub facts: Vec<Fact>,
    /// Asked first, right after handing in: the candidate explains the answer.
    pub walkthrough: Option<FollowUp>,
    /// Asked next: what ten billion rows would change.
    pub scale: Option<FollowUp>,
    pub follow_ups: Vec<FollowUp>,
    pub hints: Vec<Hint>,
}

impl Head {
    /// Gives what is asked about an answer, in order: the walk-through, the ten billion rows, then the
    /// file's own follow-ups.
    pub fn asks(&self) -> impl Iterator<Item = &FollowUp> {
        self.walkthrough.iter().chain(&self.scale).chain(&self.follow_ups)
    }

    /// Says whether number `index` of what is asked is about ten billion rows.
    pub fn is_about_scale(&self, index: usize) -> bool {
        self.scale.is_some() && index == usize::from(self.walkthrough.is_some())
    }
}

/// What only one kind of question has.
#[derive(Clone, Debug)]
pub enum Body {
    Sql(SqlBody),
    Modeling(ModelingBody),
    Design(DesignBody),
    Python(PythonBody),
    Behavioral(BehavioralBody),
}

impl Question {
    /// Gives the kind, which the body decides.
    pub fn kind(&self) -> Kind {
        match self.body {
            Body::Sql(_) => Kind::Sql,
            Body::Modeling(_) => Kind::Modeling,
            Body::Design(_) => Kind::Design,
            Body::Python(_) => Kind::Python,
            Body::Behavioral(_) => Kind::Behavioral,
        }
    }
}

/// Something the interviewer knows and says only when asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Names the fact within its question.
    pub id: String,
    /// The requirement it settles; only design questions need one.
    #[serde(default)]
    pub topic: Option<Topic>,
    /// Words and short phrases, in lower case, that people use when they ask for this.
    pub asks: Vec<String>,
    /// What the interviewer answers.
    pub answer: String,
    /// Spellings, in lower case, by which a later note shows that the fact was used.
    #[serde(default)]
    pub uses: Vec<String>,
}

/// The requirement that a fact of a design question settles.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    Volume,
    Freshness,
    Correctness,
    Consumers,
    Sources,
    Retention,
    Backfill,
    Budget,
    Other,
}

/// A question about the answer, with the deeper questions behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    pub ask: String,
    /// What a bar raiser asks next, and next again.
    #[serde(default)]
    pub deeper: Vec<String>,
    /// What a good answer names.
    #[serde(default)]
    pub points: Vec<Point>,
}

/// One thing a good answer names, and the words by which it is recognised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub name: String,
    /// Lower-case words or phrases; one of them must appear.
    pub any: Vec<String>,
    /// If there are any, one of these must appear in the same sentence: the reason beside the word.
    #[serde(default)]
    pub with: Vec<String>,
}

/// Help that a drill gives for a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    pub text: String,
}

/// A reference solution or a wrong answer: the file it came from and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    pub file: String,
    pub text: String,
}

/// A tempting wrong answer, which the judge must reject.
#[derive(Clone, Debug, PartialEq)]
pub struct WrongAnswer {
    pub solution: Solution,
    pub trap: String,
    pub mistake: String,
}

/// Rows to judge on: SQL that fills the question's tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// `d0` (shown to the candidate) to `d6`.
    pub id: String,
    /// What the dataset hides, in a few words.
    pub about: String,
    pub sql: String,
}

impl Dataset {
    /// Says whether the candidate may see these rows.
    pub fn is_public(&self) -> bool {
        self.id == "d0"
    }
}

/// A view the candidate's own model must offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    pub name: String,
    /// What one row is.
    pub about: String,
    pub contract: Contract,
}

/// A modelling question: staging tables, the views wanted from the candidate's own model, and its proof.
#[derive(Clone, Debug)]
pub struct ModelingBody {
    /// `CREATE TABLE raw_…` statements.
    pub raw: String,
    pub datasets: Vec<Dataset>,
    /// The second batch of each dataset, under the dataset's id: rows that arrive after the first load.
    pub late: Vec<Dataset>,
    pub views: Vec<View>,
    pub types: TypeWords,
    /// Id columns whose parent may arrive later or never, as the prompt says.
    pub late_parents: Vec<String>,
    pub change: Option<NewRequirement>,
    pub references: Vec<Solution>,
    pub wrong: Vec<WrongAnswer>,
    /// Stored results: a JSON object from view name to [`super::cell::Table`], by dataset id after the
    /// first batch, by `dN-late` after the second, by `dN-change` for the changed requirement.
    pub gold: BTreeMap<String, String>,
}

/// How a Python result is compared with what was expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CompareBy {
    /// Same types, same values, same order.
    #[default]
    Exact,
    /// Lists count as bags.
    Unordered,
}

/// The function a Python question asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Function {
    pub name: String,
    /// What the editor holds at the start.
    pub starter: String,
    #[serde(default)]
    pub compare: CompareBy,
}

/// What must hold on every case besides the result.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Properties {
    #[serde(default)]
    pub input_not_mutated: bool,
    #[serde(default)]
    pub repeatable: bool,
}

/// One call of the function and what must come of it. Values are JSON with tags, see `ARCHITECTURE.md`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A sentence that says what the case is about.
    pub name: String,
    #[serde(default)]
    pub trap: Option<String>,
    /// Shown to the candidate.
    #[serde(default)]
    pub sample: bool,
    /// A JSON array of positional arguments.
    pub args: String,
    /// The JSON value the call returns.
    #[serde(default)]
    pub expect: Option<String>,
    /// The name of the exception the call raises instead.
    #[serde(default)]
    pub raises: Option<String>,
    /// How many times the call is made; the last result counts.
    #[serde(default)]
    pub calls: Option<u32>,
}

/// A Python question: a function, its cases and its proof.
#[derive(Clone, Debug)]
pub struct PythonBody {
    pub function: Function,
    pub properties: Properties,
    pub cases: Vec<Case>,
    pub generator: Option<Generator>,
    pub gauntlet: Option<Gauntlet>,
    pub references: Vec<Solution>,
    pub wrong: Vec<WrongAnswer>,
    /// Mutants of the first reference that no input can tell from it.
    pub equivalents: Vec<Equivalent>,
}

/// The true figures behind a design question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    pub rows_per_day: f64,
    pub row_bytes: f64,
    pub peak_factor: f64,
    pub retention_days: f64,
}

/// A requirement that comes or grows while the candidate designs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Minutes into the question; only the changed requirement has them.
    #[serde(default)]
    pub at_minute: Option<u32>,
    pub text: String,
    /// Lower-case words or phrases which show that the design answered it.
    pub expects: Vec<String>,
}

/// Something that goes wrong in the candidate's own design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Injection {
    pub id: String,
    pub text: String,
}

/// A system-design question.
#[derive(Clone, Debug)]
pub struct DesignBody {
    /// The oldest the data may be when it is read, in minutes.
    pub sla_minutes: f64,
    pub entities: Vec<String>,
    pub numbers: Numbers,
    pub changed_requirement: Option<Change>,
    pub stretch: Option<Change>,
    pub injections: Vec<Injection>,
    /// An answer that deserves a strong hire.
    pub reference: String,
    /// An answer that does not deserve a hire.
    pub weak: String,
}

/// A behavioural question.
#[derive(Clone, Debug, Default)]
pub struct BehavioralBody {
    /// The rounds it may be asked in.
    pub rounds: Vec<RoundId>,
    /// Lower-case words of which a fitting story uses at least one.
    pub theme: Vec<String>,
    /// What a strong answer shows, a sentence each.
    pub strong: Vec<String>,
    /// What turns an interviewer against an answer, a sentence each.
    pub red_flags: Vec<String>,
}
