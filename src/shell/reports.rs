//! Debriefs put together from a session's log, and written as files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::content::library::Library;
use crate::debrief::report::Report;
use crate::debrief::scoring::score_answers;
use crate::debrief::{html, json, markdown};
use crate::interview::Interview;
use crate::interview::event::Event;
use crate::journal::home::with_tilde;
use crate::score::story::Lexicon;
use crate::tui::msg::Msg;

/// Gives the debrief of a session; none when its log does not begin with a plan.
pub fn report(events: &[Event], library: &Library) -> Option<Report> {
    let interview = Interview::replay(events)?;
    let scored = score_answers(&interview, library, Lexicon::builtin());
    Some(Report::of(&interview, library, &scored))
}

/// Writes a debrief as a page, as Markdown and as JSON, and gives the path of the page.
///
/// # Errors
/// When the folder cannot be made or written to.
pub fn write(report: &Report, folder: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let file = |ending: &str| folder.join(format!("{}.{ending}", report.session));
    fs::write(file("md"), markdown::markdown(report))?;
    fs::write(file("json"), json::json(report))?;
    fs::write(file("html"), html::page(report))?;
    Ok(file("html"))
}

/// Writes a debrief into the first folder that takes it, and says where.
pub(super) fn write_somewhere(report: &Report, folders: &[PathBuf]) -> Msg {
    let mut refusal = String::from("there is no folder for it");
    for folder in folders {
        match write(report, folder) {
            Ok(page) => {
                let page = with_tilde(&page);
                return Msg::Notice(format!("Written to {page}, with .md and .json beside it."));
            }
            Err(error) => refusal = format!("{}: {error}", with_tilde(folder)),
        }
    }
    Msg::Trouble(format!("write the report: {refusal}. Free some space or make it writable."))
}

#[cfg(test)]
mod tests {
    use super::{report, write, write_somewhere};
    use crate::content::library::Library;
    use crate::moment::Moment;
    use crate::shell::planning;
    use crate::tui::msg::{Msg, Wish};

    fn debrief() -> crate::debrief::report::Report {
        let library = Library::builtin();
        let wish = Wish { seed: Some(3), ..Wish::whole_loop("amazon-de") };
        let (_, events) =
            planning::plan(&library, &[], Moment(1_795_000_000_000), &wish).expect("it is planned");
        report(&events, &library).expect("it begins with its plan")
    }

    #[test]
    fn a_report_is_written_in_three_forms_beside_each_other() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let report = debrief();
        let page = write(&report, &place.path().join("reports")).expect("it is written");
        let page_text = std::fs::read_to_string(&page).expect("the page is there");
        assert!(page_text.contains("<!DOCTYPE html>"), "{page_text:.80}");
        let json = std::fs::read_to_string(page.with_extension("json")).expect("JSON is there");
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(json["session"], report.session.as_str());
        assert!(page.with_extension("md").exists());
    }

    #[test]
    fn a_folder_that_cannot_be_is_passed_over_and_named_when_there_is_no_other() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let file = place.path().join("file");
        std::fs::write(&file, "no folder").expect("it is written");
        let bad = file.join("reports");
        let good = place.path().join("good");
        let report = debrief();
        let written = write_somewhere(&report, &[bad.clone(), good]);
        assert!(matches!(&written, Msg::Notice(words) if words.contains("good")), "{written:?}");
        let refused = write_somewhere(&report, &[bad]);
        assert!(
            matches!(&refused, Msg::Trouble(words) if words.contains("file/reports")),
            "{refused:?}"
        );
    }
}
