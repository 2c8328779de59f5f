//! The screens, one file each, in the order in which a loop visits them.

pub mod briefing;
pub mod debrief;
pub mod lobby;
pub mod rest;
pub mod result;
pub mod room;
pub mod vote;

use super::room::Room;
use crate::content::library::Library;

use crate::content::question::Body;
use crate::interview::event::Answer;
use crate::score::card::Scorecard;
use crate::score::story::{self, Lexicon, Told};

/// Scores the latest story or design of the open question, as a drill shows it at once.
pub fn score_now(library: &Library, room: &Room) -> Option<Scorecard> {
    let (round, question) = room.interview.phase.question()?;
    let asked = room.question(library)?;
    let submission = room.interview.submissions_of(round, question).next_back()?;
    let Answer::Text(text) = &submission.answer else { return None };
    let Body::Behavioral(body) = &asked.body else { return None };
    let told = Told {
        text,
        parts: None,
        seconds: None,
        prompt: Some(&asked.head.prompt),
        principles: &asked.head.principles,
        theme: &body.theme,
    };
    Some(story::score(&told, Lexicon::builtin()))
}
