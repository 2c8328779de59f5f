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

use crate::debrief::scoring::score_answers;
use crate::score::card::Scorecard;
use crate::score::story::Lexicon;

/// Scores the latest story or design of the open question, as a drill shows it at once.
pub fn score_now(library: &Library, room: &Room) -> Option<Scorecard> {
    let (round, question) = room.interview.phase.question()?;
    let scored = score_answers(&room.interview, library, Lexicon::builtin());
    scored.into_iter().find(|s| (s.round, s.question) == (round, question))?.card
}
