//! What was proven before: a question whose files and judge are the same need not be proven again.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::content::file::Files;
use crate::ids::QuestionId;

/// The proofs of one user, kept in a file that may be deleted at any time.
#[derive(Clone, Debug, Default)]
pub struct Proofs {
    path: PathBuf,
    known: BTreeMap<String, Proof>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Proof {
    seal: String,
    line: String,
}

impl Proofs {
    /// Reads what is there; anything that does not read is as good as nothing.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        Self { path: path.to_owned(), known: serde_json::from_str(&text).unwrap_or_default() }
    }

    /// Gives what was said of a question when it was proven in this very form.
    pub fn line(&self, id: &QuestionId, seal: &str) -> Option<&str> {
        let proof = self.known.get(id.as_str()).filter(|proof| proof.seal == seal)?;
        Some(&proof.line)
    }

    /// Notes that a question was proven.
    pub fn note(&mut self, id: &QuestionId, seal: String, line: String) {
        self.known.insert(id.as_str().to_owned(), Proof { seal, line });
    }

    /// Writes the file; when that fails the next check only takes longer.
    pub fn write(&self) {
        let text = serde_json::to_string_pretty(&self.known).expect("proofs are plain data");
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&self.path, text));
    }
}

/// Makes the seal of a question: its files and the program that judges it.
pub fn seal(files: &Files) -> String {
    let mut hasher = DefaultHasher::new();
    for (path, text) in files.all() {
        (path, text).hash(&mut hasher);
    }
    if let Ok(exe) = std::env::current_exe()
        && let Ok(about) = std::fs::metadata(exe)
    {
        (about.len(), about.modified().ok()).hash(&mut hasher);
    }
    format!("{}-{:016x}", env!("CARGO_PKG_VERSION"), hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::{Proofs, seal};
    use crate::content::file::Files;
    use crate::content::question::Kind;
    use crate::ids::QuestionId;

    fn files(text: &'static str) -> Files {
        let mut files = Files::new(Kind::Sql, QuestionId::new("gaps"), "q".into(), "f".into());
        files.add("reference/a.sql", text);
        files
    }

    #[test]
    fn a_changed_question_is_not_proven_any_more() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("deep/proofs.json");
        let id = QuestionId::new("gaps");
        let mut proofs = Proofs::read(&path);
        proofs.note(&id, seal(&files("SELECT 1")), "fine".to_owned());
        proofs.write();
        let proofs = Proofs::read(&path);
        assert_eq!(proofs.line(&id, &seal(&files("SELECT 1"))), Some("fine"));
        assert_eq!(proofs.line(&id, &seal(&files("SELECT 2"))), None);
    }
}
