//! The Python review on the snippets that ruff was compared with: what it said then, it says today.
//!
//! `tools/compare-ruff` reads the same snippets; `--record` writes the list anew.

use mockloop::score::python::{Asked, KNOWN, Level, remarks};

const GROUPS: [(&str, &str); 6] = [
    ("danger", include_str!("../review/danger.py")),
    ("functions", include_str!("../review/functions.py")),
    ("handlers", include_str!("../review/handlers.py")),
    ("names", include_str!("../review/names.py")),
    ("nits", include_str!("../review/nits.py")),
    ("signatures", include_str!("../review/signatures.py")),
];

/// Each snippet with its name.
fn snippets() -> Vec<(String, &'static str)> {
    let of_group = |(group, text): (&str, &'static str)| {
        let parts = text.split("#--- ").skip(1);
        let named = parts.filter_map(|part| part.split_once('\n'));
        named.map(|(name, code)| (format!("{group}/{name}"), code)).collect::<Vec<_>>()
    };
    GROUPS.into_iter().flat_map(of_group).collect()
}

/// One line for each remark under a rule of ruff's name, in order.
fn said() -> Vec<String> {
    let mut lines = Vec::new();
    for (name, code) in snippets() {
        let found = remarks(code, &Asked::default()).unwrap_or_else(|why| panic!("{name}: {why}"));
        let known = found.iter().filter(|finding| KNOWN.contains(&finding.code));
        lines.extend(known.map(|finding| format!("{name}:{} {}", finding.line, finding.code)));
    }
    lines.sort();
    lines.dedup();
    lines
}

#[test]
fn the_snippets_get_the_remarks_that_were_recorded() {
    let recorded = include_str!("../review/found.txt").lines().map(str::to_owned);
    let recorded: Vec<String> = recorded.collect();
    let said = said();
    let missing = recorded.iter().filter(|line| !said.contains(line));
    let extra = said.iter().filter(|line| !recorded.contains(line));
    let differences: Vec<String> = missing
        .map(|line| format!("no more: {line}"))
        .chain(extra.map(|line| format!("new: {line}")))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_known_rule_speaks_in_some_snippet_and_is_silent_in_most() {
    let said = said();
    assert!(snippets().len() >= 200);
    for rule in KNOWN {
        let speaks = said.iter().filter(|line| line.ends_with(&format!(" {rule}"))).count();
        // Docstrings and `print` stand beside what a snippet is about.
        let is_everywhere = ["D100", "D103"].contains(rule);
        assert!(speaks > 0, "{rule} is shown nowhere");
        assert!(is_everywhere || speaks < 100, "{rule} speaks {speaks} times");
    }
}

#[test]
fn the_same_text_gets_the_same_remarks() {
    for (name, code) in snippets() {
        let twice = [remarks(code, &Asked::default()), remarks(code, &Asked::default())];
        assert_eq!(twice[0], twice[1], "{name}");
    }
    assert!(Level::Block < Level::Nit);
}
