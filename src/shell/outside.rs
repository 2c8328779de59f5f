//! The candidate's own programs: the editor of `$VISUAL` or `$EDITOR`, on a file that is gone afterwards.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::clock;

/// Gives the command of the candidate's editor; none when no editor is set.
pub fn editor() -> Option<OsString> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// Opens `editor` on a text and gives back what it became.
///
/// # Errors
/// When there is no place for the file, or the editor cannot be started or says it failed.
pub fn edit(editor: &OsString, text: &str, ending: &str) -> io::Result<String> {
    let page = LoosePage::write(text, ending)?;
    let status = command(editor, &page.path).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("the editor ended with {status}")));
    }
    fs::read_to_string(&page.path)
}

/// An editor may come with options, such as `code --wait`; the shell takes them apart as it does for git.
#[expect(clippy::disallowed_methods, reason = "the candidate asked for this program")]
fn command(editor: &OsString, file: &Path) -> Command {
    let mut script = editor.clone();
    script.push(" \"$@\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg("mockloop").arg(file);
    command
}

/// A file for one editing, readable by its owner only.
struct LoosePage {
    path: PathBuf,
}

impl LoosePage {
    fn write(text: &str, ending: &str) -> io::Result<Self> {
        let name = format!("mockloop-{}-{}", std::process::id(), clock::wall_time().0);
        let dot = if ending.is_empty() || ending.starts_with('.') { "" } else { "." };
        let path = std::env::temp_dir().join(format!("{name}{dot}{ending}"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path)?;
        let page = Self { path };
        file.write_all(text.as_bytes())?;
        Ok(page)
    }
}

impl Drop for LoosePage {
    fn drop(&mut self) {
        // Only a file that is still there can be taken away.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::edit;

    #[test]
    fn the_editor_may_come_with_options_and_its_text_comes_back() {
        let text = edit(&"sed -i -e s/one/two/".into(), "one\n", "sql").expect("sed edits");
        assert_eq!(text, "two\n");
    }

    #[test]
    fn an_editor_that_fails_changes_nothing_and_says_so() {
        let error = edit(&"false".into(), "one", ".py").expect_err("it failed");
        assert!(error.to_string().contains("the editor ended with"), "{error}");
    }

    #[test]
    fn the_file_is_named_after_the_language_and_gone_afterwards() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let seen = place.path().join("seen");
        let script = format!("f() {{ echo \"$1\" > '{}'; }}; f", seen.display());
        edit(&script.into(), "one", "sql").expect("the script runs");
        let path = std::fs::read_to_string(seen).expect("the path was written down");
        assert!(path.trim().ends_with(".sql"), "{path}");
        assert!(!std::path::Path::new(path.trim()).exists());
    }
}
