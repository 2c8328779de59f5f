//! The file of a behavioural question: where it may be asked and what a fitting story is about.

use crate::content::check::Check;
use crate::content::file::{Files, Read};
use crate::content::parse::Document;
use crate::content::question::{BehavioralBody, Body};
use crate::ids::RoundId;

question_file! {
    /// `questions/behavioral/<id>.toml`.
    BehavioralFile {
        /// The rounds it may be asked in, such as `behavioral` and `phone-screen`.
        rounds: Vec<RoundId>,
        /// Lower-case words of which a fitting story uses at least one.
        theme: Vec<String>,
        /// What a strong answer shows, a sentence each.
        #[serde(default)]
        strong: Vec<String>,
        /// What turns an interviewer against an answer, a sentence each.
        #[serde(default)]
        red_flags: Vec<String>,
    }
}

/// Reads the file of a behavioural question.
pub fn read(_: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: BehavioralFile = doc.read()?;
    let head = file.head();
    let remedy = "name the one or two principles the question is about";
    let what = format!("{} principles are too many", head.principles.len());
    check.require(head.principles.len() <= 2, "principles", what, remedy);
    check.require(!file.rounds.is_empty(), "rounds", "no round may ask this", "name at least one");
    for (i, round) in file.rounds.iter().enumerate() {
        check.kebab(round.as_str(), &format!("rounds.{i}"));
    }
    check.words(&file.theme, "theme");
    let BehavioralFile { rounds, theme, strong, red_flags, .. } = file;
    Ok((head, Body::Behavioral(BehavioralBody { rounds, theme, strong, red_flags })))
}
