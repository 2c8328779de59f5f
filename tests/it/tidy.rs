//! The house rules that no compiler checks: who may lean on whom, and what a file looks like.
//!
//! `ARCHITECTURE.md` tells why; here they are kept true.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module, and the modules it may import from; `*` stands for all of them.
///
/// What is asked and what happens stand below; what is said, how good it was and what it meant above;
/// then what is shown. The journal and the judge see the interview and what is below it, no more.
const MAY_SEE: &[(&str, &str)] = &[
    ("ids", ""),
    ("moment", ""),
    ("content", "ids moment"),
    ("interview", "ids moment content"),
    ("design", "ids moment content interview"),
    ("interviewer", "ids moment content interview design score"),
    ("score", "ids moment content interview design"),
    ("debrief", "ids moment content interview design interviewer score"),
    ("progress", "ids moment content interview design interviewer score debrief"),
    ("tui", "ids moment content interview design interviewer score debrief progress"),
    ("journal", "ids moment content interview"),
    ("judge", "ids moment content interview"),
    (
        "shell",
        "ids moment content interview design interviewer score debrief progress tui journal judge",
    ),
    ("cli", "*"),
    ("main", "*"),
    ("lib", "*"),
];

/// Above this number of lines a file is two rooms.
const LINES: usize = 450;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["mod", "utils", "util", "common", "helpers", "helper", "manager"];

/// A source file: its path below `src/`, its text, and its text without its tests.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The module the file belongs to, such as `judge` for `judge/sql/gold.rs`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// What runs in the program. Tests stand last in a file or in a `tests.rs` of their own; they
    /// may unwrap, and to build what they test they may look upwards.
    fn program(&self) -> &str {
        if self.path.ends_with("/tests.rs") {
            return "";
        }
        self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
    }

    /// The program line by line, with line numbers, without comments.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.program().lines().enumerate();
        lines
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let inside = path.strip_prefix(&root).expect("it was found in there");
        let text = fs::read_to_string(path).expect("a source file can be read");
        Source {
            path: inside.to_string_lossy().replace('\\', "/"),
            text: text.replace("\r\n", "\n"),
        }
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a source folder can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// Checks every source file and shows all breaches at once.
#[track_caller]
fn assert_tidy(breaches: impl Fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 100, "only {} sources were found", sources.len());
    let found: Vec<String> = sources.iter().flat_map(breaches).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every module of this crate a line names: `crate::a::b`, `crate::{a, b::c}` and `mockloop::a`.
fn named_modules(line: &str) -> Vec<&str> {
    let mut modules = Vec::new();
    for root in ["crate::", "mockloop::"] {
        for (at, _) in line.match_indices(root) {
            let rest = &line[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => modules.extend(of_group(group)),
                None => modules.push(first_name(rest)),
            }
        }
    }
    modules.retain(|module| !module.is_empty());
    modules
}

/// The first name of every path in a group of imports; groups inside groups are of no interest.
fn of_group(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = group.split(move |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0 || c == '}' && depth < 0
    });
    parts.map(|path| first_name(path.trim())).collect()
}

fn first_name(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(path.len());
    &path[..end]
}

/// Says whether the line climbs with `super` to the top of the crate, where the table sees nothing.
fn climbs_out(source: &Source, line: &str) -> bool {
    let depth = source.path.split('/').count();
    line.contains(&"super::".repeat(depth))
}

fn may_see(module: &str, other: &str) -> bool {
    let (_, seen) = MAY_SEE
        .iter()
        .find(|(known, _)| *known == module)
        .unwrap_or_else(|| panic!("the module `{module}` has no line in the table"));
    module == other || *seen == "*" || seen.split(' ').any(|known| known == other)
}

#[test]
fn every_module_imports_only_from_those_below_it() {
    assert_tidy(|source| {
        let breach = |(number, line): (usize, &str)| {
            let others = named_modules(line).into_iter();
            let module = source.module();
            let wrong = others.filter(move |other| !may_see(module, other)).map(move |other| {
                format!("{}:{number}: `{module}` may not see `{other}`", source.path)
            });
            wrong.collect::<Vec<_>>()
        };
        source.lines().flat_map(breach).collect()
    });
}

#[test]
fn nothing_reaches_another_module_through_super() {
    assert_tidy(|source| {
        let lines = source.lines().filter(|(_, line)| climbs_out(source, line));
        lines.map(|(number, _)| format!("{}:{number}: write `crate::`", source.path)).collect()
    });
}

#[test]
fn the_table_has_a_line_for_every_module_and_none_too_many() {
    let sources = sources();
    let stale = MAY_SEE.iter().filter(|(name, _)| !sources.iter().any(|s| s.module() == *name));
    assert_eq!(stale.count(), 0, "a module of the table is gone");
    sources.iter().for_each(|source| assert!(may_see(source.module(), source.module())));
}

#[test]
fn an_import_is_recognised_however_it_is_written() {
    assert_eq!(named_modules("use crate::judge::client::judge;"), ["judge"]);
    assert_eq!(named_modules("    let x = crate::score::python::review(a);"), ["score"]);
    assert_eq!(
        named_modules("use crate::{ids, judge::{client, sql}, tui};"),
        ["ids", "judge", "tui"]
    );
    assert_eq!(named_modules("pub(crate) use crate::moment::Moment;"), ["moment"]);
    assert!(!may_see("tui", "journal") && !may_see("judge", "score") && !may_see("shell", "cli"));
}

#[test]
fn a_files_name_says_what_is_inside() {
    assert_tidy(|source| {
        let name = source.path.rsplit('/').next().and_then(|name| name.strip_suffix(".rs"));
        let is_empty = name.is_some_and(|name| EMPTY_NAMES.contains(&name));
        let words = || format!("{}: the name says nothing about what is inside", source.path);
        is_empty.then(words).into_iter().collect()
    });
}

#[test]
fn every_file_opens_with_the_question_it_answers() {
    assert_tidy(|source| {
        let is_told = source.text.starts_with("//! ");
        let words = || format!("{}: it opens without `//!`", source.path);
        (!is_told).then(words).into_iter().collect()
    });
}

#[test]
fn no_file_is_two_rooms_long() {
    assert_tidy(|source| {
        let count = source.text.lines().count();
        let words = || format!("{}: {count} lines; more than {LINES} are two rooms", source.path);
        (count > LINES).then(words).into_iter().collect()
    });
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    assert_tidy(|source| {
        let lines = source.lines().filter(|(_, line)| line.contains(".unwrap()"));
        let words = |number| format!("{}:{number}: `expect` with the promise", source.path);
        lines.map(|(number, _)| words(number)).collect()
    });
}

#[test]
fn no_source_knows_a_machines_folders() {
    const FOLDERS: [&str; 5] = ["/home/", "/root/", "/Users/", "/work/", "\"/tmp"];
    assert_tidy(|source| {
        let knows = |line: &str| FOLDERS.iter().any(|folder| line.contains(folder));
        let lines = source.text.lines().enumerate().filter(|(_, line)| knows(line));
        lines
            .map(|(index, _)| format!("{}:{}: a folder of one machine", source.path, index + 1))
            .collect()
    });
}
