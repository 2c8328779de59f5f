//! Where the user's files are: configuration, data and logs, by the XDG rules on Linux and macOS alike.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// The places of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The settings file; it need not be there.
    pub config: PathBuf,
    /// The sessions.
    pub journal: PathBuf,
    /// Debriefs written as files.
    pub reports: PathBuf,
    /// The user's own stories.
    pub stories: PathBuf,
    /// What is left behind by a crash.
    pub logs: PathBuf,
    /// Which questions were proven, so that unchanged ones need not be proven again.
    pub proofs: PathBuf,
}

impl Paths {
    /// Finds the places of the user who runs the program. Gives none when there is no home folder.
    pub fn of_user() -> Option<Self> {
        let xdg = Xdg::new().ok()?;
        let state = xdg.state_dir().unwrap_or_else(|| xdg.data_dir());
        Some(Self::in_folders(&xdg.config_dir(), &xdg.data_dir(), &state, &xdg.cache_dir()))
    }

    /// Gives the places below four folders that are shared with other programs.
    pub fn in_folders(config: &Path, data: &Path, state: &Path, cache: &Path) -> Self {
        let data = data.join("mockloop");
        Self {
            config: config.join("mockloop").join("config.toml"),
            journal: data.join("journal.db"),
            reports: data.join("reports"),
            stories: data.join("stories"),
            logs: state.join("mockloop").join("crashes"),
            proofs: cache.join("mockloop").join("proofs.json"),
        }
    }

    /// Gives what each place is for, with the place, for `mockloop paths`.
    pub fn rows(&self) -> [(&'static str, &Path); 6] {
        [
            ("configuration", &self.config),
            ("journal", &self.journal),
            ("reports", &self.reports),
            ("stories", &self.stories),
            ("crash reports", &self.logs),
            ("proofs", &self.proofs),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Paths;

    #[test]
    fn every_place_lies_in_a_folder_of_the_programs_own() {
        let [config, data, state, cache] = ["/c", "/d", "/s", "/k"].map(Path::new);
        let paths = Paths::in_folders(config, data, state, cache);
        assert_eq!(paths.config, Path::new("/c/mockloop/config.toml"));
        assert_eq!(paths.journal, Path::new("/d/mockloop/journal.db"));
        assert_eq!(paths.logs, Path::new("/s/mockloop/crashes"));
    }

    #[test]
    fn the_journal_is_where_the_journal_itself_looks_for_it() {
        let paths = Paths::of_user().expect("tests run with a home folder");
        assert_eq!(Some(paths.journal), crate::journal::home::default_path());
    }
}
