//! Where the journal lives when nobody says otherwise, and how its path is shown.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Gives `$XDG_DATA_HOME/mockloop/journal.db`, by default `~/.local/share/mockloop/journal.db`, on
/// Linux and macOS alike. Gives none when there is no home folder.
pub fn default_path() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.data_dir().join("mockloop").join("journal.db"))
}

/// Writes a path as people do: the home folder as `~`.
pub fn with_tilde(path: &Path) -> String {
    let below_home =
        etcetera::home_dir().ok().and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned));
    match below_home {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}

/// Makes the folder of `path`, closed to others as far as it is new.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the file, closed to others, if it is not there yet. What people tell in stories is private.
pub(super) fn make_file(path: &Path) -> io::Result<fs::File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Gives the path of a file that stands beside `path`: its name with `ending` behind it.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{beside, default_path, make_folder, with_tilde};

    #[test]
    fn the_journal_lives_in_the_data_folder_of_the_user() {
        let path = default_path().expect("tests run with a home folder");
        assert!(path.ends_with("mockloop/journal.db"), "{}", path.display());
    }

    #[test]
    fn the_home_folder_is_shown_as_a_tilde() {
        let home = etcetera::home_dir().expect("tests run with a home folder");
        assert_eq!(with_tilde(&home.join("x/journal.db")), "~/x/journal.db");
        assert_eq!(with_tilde(Path::new("/nowhere/journal.db")), "/nowhere/journal.db");
    }

    #[test]
    fn a_file_beside_keeps_the_whole_name() {
        assert_eq!(beside(Path::new("/a/j.db"), "-wal"), Path::new("/a/j.db-wal"));
    }

    #[cfg(unix)]
    #[test]
    fn a_new_folder_is_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().expect("a folder for the test");
        make_folder(&place.path().join("new/deep/journal.db")).expect("it can be made");
        for folder in ["new", "new/deep"] {
            let about = place.path().join(folder).metadata().expect("it was made");
            assert_eq!(about.permissions().mode() & 0o777, 0o700, "{folder}");
        }
    }
}
