//! A candidate's own story as a file: the four parts of STAR, and what it is told about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::Check;
use super::parse::Document;
use super::problem::Problem;
use crate::ids::PrincipleId;

/// A story and the name of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    pub id: String,
    pub file: StoryFile,
}

/// The text of a story file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StoryFile {
    pub title: String,
    /// The leadership principles it shows.
    pub principles: Vec<PrincipleId>,
    /// The question it answers, when it was written for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    pub situation: String,
    pub task: String,
    pub action: String,
    pub result: String,
    /// How long it took to tell; without it, words at 140 a minute count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// For sample stories: the score they deserve, which keeps the scorer honest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deserves: Option<Deserves>,
}

/// What a sample story deserves, by its author's judgement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deserves {
    /// The lowest and the highest overall score that would be fair, from 1 to 5.
    pub overall: [f64; 2],
    /// Whether it should pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<bool>,
}

impl StoryFile {
    /// Gives the story as it is told, one part after the other.
    pub fn text(&self) -> String {
        let parts = [&self.situation, &self.task, &self.action, &self.result];
        parts.map(|part| part.trim()).join("\n\n")
    }
}

/// Reads a story, or tells everything that is wrong with it.
pub fn read(path: &str, id: &str, text: &str) -> Result<Story, Vec<Problem>> {
    let doc = Document::parse(path, text)?;
    let file: StoryFile = doc.read()?;
    let mut check = Check::new(&doc);
    check.text(&file.title, "title");
    check.principles(&file.principles, "principles");
    // A part that is still empty is no mistake: one writes a story bit by bit, and the score tells.
    let what = "the story is empty";
    check.require(!file.text().trim().is_empty(), "situation", what, "write at least one part");
    if let Some(seconds) = file.seconds {
        let good = seconds.is_finite() && seconds > 0.0;
        check.require(
            good,
            "seconds",
            format!("`{seconds}` seconds tell nothing"),
            "take it away or measure it",
        );
    }
    if let Some(Deserves { overall: [lowest, highest], .. }) = file.deserves {
        let good = 1.0 <= lowest && lowest <= highest && highest <= 5.0;
        let what = "no score can lie in this range";
        check.require(good, "deserves.overall", what, "keep to 1 to 5, the lower first");
    }
    check.finish(Story { id: id.to_owned(), file })
}
