//! Debriefs put together from a session's log, and written as files.

use std::path::Path;

use crate::content::library::Library;
use crate::debrief::report::Report;
use crate::debrief::scoring::score_answers;
use crate::interview::Interview;
use crate::interview::event::Event;
use crate::score::story::Lexicon;
use crate::tui::msg::Msg;

/// Gives the debrief of a session; none when its log does not begin with a plan.
pub fn report(events: &[Event], library: &Library) -> Option<Report> {
    let interview = Interview::replay(events)?;
    let scored = score_answers(&interview, library, Lexicon::builtin());
    Some(Report::of(&interview, library, &scored))
}

pub(super) fn write(events: &[Event], library: &Library, folder: &Path) -> Msg {
    let _ = (events, library, folder);
    Msg::Notice(String::new())
}
