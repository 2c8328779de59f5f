//! What is left behind when we broke our own promise: the terminal as it was, a few words, and a file.

use std::backtrace::Backtrace;
use std::fs;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::thread;

use super::{clock, terminal};

/// From now on a panic gives the terminal back and leaves a file in `folder`.
pub fn watch(folder: PathBuf) {
    panic::set_hook(Box::new(move |info| tell(info, &folder)));
}

fn tell(info: &PanicHookInfo<'_>, folder: &Path) {
    let what = what(info);
    let file = keep(folder, &what);
    // Another thread's panic is not the end: its job is lost, the screen is not.
    if terminal::is_held_elsewhere() {
        return;
    }
    terminal::give_back();
    // Nobody may be left to read it.
    let _ = io::stderr().write_all(words(&what, file.ok().as_deref()).as_bytes());
}

fn what(info: &PanicHookInfo<'_>) -> String {
    let message = info.payload_as_str().unwrap_or("no more is known");
    match info.location() {
        Some(place) => format!("{message} ({place})"),
        None => message.to_owned(),
    }
}

/// The words for the candidate, on the normal screen.
fn words(what: &str, file: Option<&Path>) -> String {
    let file = match file {
        Some(file) => format!("What is known about it is in {}.", file.display()),
        None => "No crash file could be written.".to_owned(),
    };
    format!(
        "mockloop has crashed: {what}\n\
         Your session is saved up to the last key: `mockloop resume` goes on from there.\n\
         {file} Please read it through and send it along when you report this.\n"
    )
}

fn keep(folder: &Path, what: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let file = folder.join(format!("crash-{}-{}.txt", clock::wall_time().0, std::process::id()));
    let thread = thread::current().name().unwrap_or("without a name").to_owned();
    let version = env!("CARGO_PKG_VERSION");
    let trace = Backtrace::force_capture();
    fs::write(&file, format!("mockloop {version}\n{what}\nthread: {thread}\n\n{trace}\n"))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{keep, words};

    #[test]
    fn the_words_say_what_happened_where_the_file_is_and_that_the_session_is_saved() {
        let words = words("index out of bounds (src/x.rs:1:2)", Some(Path::new("/s/crash-1.txt")));
        for part in ["index out of bounds", "/s/crash-1.txt", "session is saved", "mockloop resume"]
        {
            assert!(words.contains(part), "{part:?} in {words:?}");
        }
    }

    #[test]
    fn a_crash_leaves_a_file_even_where_no_folder_was() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let file = keep(&place.path().join("not/yet"), "something broke").expect("it is written");
        let text = std::fs::read_to_string(file).expect("it is text");
        assert!(text.contains("something broke") && text.contains(env!("CARGO_PKG_VERSION")));
    }
}
