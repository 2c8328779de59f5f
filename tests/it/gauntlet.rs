//! The shipped gauntlet: its references come through other streams too, and each mistake spoils what it is about.

use std::time::Duration;

use mockloop::content::library::Library;
use mockloop::content::question::{Body, PythonBody};
use mockloop::ids::QuestionId;
use mockloop::interview::gauntlet::GauntletReading;
use mockloop::interview::verdict::{Decision, Verdict};
use mockloop::judge::python::grade_within;
use mockloop::judge::request::{Outcome, PythonPaper};

/// Tests share the machine; nothing here is about time.
const PLENTY: Duration = Duration::from_secs(60);

fn body(library: &Library) -> &PythonBody {
    let question = library.question(&QuestionId::new("messy-scan-stream")).expect("it is shipped");
    match &question.body {
        Body::Python(body) => body,
        other => panic!("wanted a Python question, got {other:?}"),
    }
}

/// Sends streams of other seeds through an answer, and nothing else.
fn streamed(body: &PythonBody, answer: &str, seeds: &[u32]) -> Verdict {
    let mut gauntlet = body.gauntlet.clone().expect("it has a gauntlet");
    gauntlet.table.seeds = seeds.to_vec();
    let paper = PythonPaper {
        function: body.function.clone(),
        properties: body.properties.clone(),
        cases: body.cases.iter().filter(|case| case.sample).take(1).cloned().collect(),
        generator: None,
        gauntlet: Some(gauntlet),
        references: vec![],
        answer: answer.to_owned(),
        shrink: false,
    };
    match grade_within(&paper, PLENTY) {
        Outcome::Verdict(verdict) => *verdict,
        other => panic!("wanted a verdict, got {other:?}"),
    }
}

fn wrong<'b>(body: &'b PythonBody, name: &str) -> &'b str {
    let file = format!("wrong/{name}.py");
    let found = body.wrong.iter().find(|wrong| wrong.solution.file == file);
    &found.unwrap_or_else(|| panic!("{file} is not shipped")).solution.text
}

#[test]
fn the_references_recover_all_of_streams_they_were_not_written_for() {
    let library = Library::builtin();
    let body = body(&library);
    for reference in &body.references {
        let verdict = streamed(body, &reference.text, &[101, 102]);
        assert_eq!(verdict.decision, Decision::Accept, "{}: {}", reference.file, verdict.words);
        let reading = verdict.gauntlet.expect("a reading");
        let all_right = reading.kinds.iter().all(|kind| kind.tally.share() == 1.0);
        assert!(all_right, "{}: {:?}", reference.file, reading.counts());
        // A candidate may hold half as much again as the reference that holds more.
        assert!(reading.peak_kib * 3 / 2 < 3072, "{}: {} KiB", reference.file, reading.peak_kib);
    }
}

/// Wrong answers, the kind of damage that each of them mishandles, and the rules that they break.
const SPOILT: &[(&str, &str, &[&str])] = &[
    ("gives-up-on-odd-lines", "bom", &["recovered", "wrongly-dead"]),
    ("skips-what-fails", "cut-early", &["dead-lettered", "dropped"]),
    ("drops-old-conflicts", "conflict", &["dead-lettered", "dropped"]),
    ("one-reason-for-all", "missing-field", &["dead-lettered"]),
    ("comma-is-thousands", "decimal-comma", &["recovered"]),
    ("dot-is-decimal", "grouped-weight", &["recovered"]),
    ("naive-is-utc", "naive-time", &["recovered", "wrong"]),
    ("summer-time-for-old-terminals", "naive-time", &["recovered", "wrong"]),
    ("always-seconds", "epoch-millis", &["recovered", "wrongly-dead"]),
    ("drops-the-offset", "offset-time", &["recovered", "wrong"]),
    ("ignores-the-unit", "other-unit", &["recovered", "wrong"]),
    ("keeps-mojibake", "mojibake", &["recovered", "wrong"]),
    ("missing-note-is-none", "missing-note", &["recovered", "wrong"]),
    ("leaves-null-notes-out", "null-note", &["recovered"]),
    ("ignores-meta", "moved-fields", &["recovered", "wrongly-dead"]),
    ("never-swaps", "swapped-columns", &["recovered", "wrongly-dead"]),
    ("last-line-wins", "late-version", &["recovered", "wrong"]),
    ("first-line-wins", "correction", &["recovered", "wrong"]),
    ("believes-everything", "absurd-value", &["dead-lettered", "wrong"]),
    ("true-is-one", "wrong-type", &["dead-lettered", "wrong"]),
    ("loses-the-second-object", "glued", &["recovered", "dropped"]),
];

fn broken_rules(reading: &GauntletReading) -> Vec<&str> {
    reading.rules.iter().filter(|rule| !rule.met).map(|rule| rule.name.as_str()).collect()
}

#[test]
fn each_mistake_spoils_the_kind_of_damage_it_is_about() {
    let library = Library::builtin();
    let body = body(&library);
    for (name, kind, rules) in SPOILT {
        let verdict = streamed(body, wrong(body, name), &[11]);
        let reading = verdict.gauntlet.unwrap_or_else(|| panic!("{name}: {}", verdict.words));
        let spoilt = reading.kinds.iter().find(|one| one.name == *kind).expect("a known kind");
        assert!(spoilt.tally.share() < 0.9, "{name}: {kind} {:?}", spoilt.tally);
        let broken = broken_rules(&reading);
        let as_said = rules.iter().all(|rule| broken.contains(rule));
        assert!(as_said, "{name} breaks {broken:?}, not {rules:?}");
    }
}

#[test]
fn holding_the_stream_breaks_the_rule_of_memory_and_no_other() {
    let library = Library::builtin();
    let body = body(&library);
    for name in ["reads-the-stream-first", "keeps-the-raw-lines"] {
        let reading = streamed(body, wrong(body, name), &[11]).gauntlet.expect("a reading");
        assert_eq!(broken_rules(&reading), ["memory"], "{name}: {} KiB", reading.peak_kib);
    }
}

#[test]
fn the_prompt_tells_every_threshold_that_decides() {
    let library = Library::builtin();
    let table = &body(&library).gauntlet.as_ref().expect("it has a gauntlet").table;
    let question = library.question(&QuestionId::new("messy-scan-stream")).expect("it is shipped");
    let told = question.head.prompt.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = format!("damaged streams of {},{:03} lines", table.size / 1000, table.size % 1000);
    let memory = format!("{} MiB more than before", table.accept.peak_kib / 1024);
    let least = format!("at least {}% of every kind", table.accept.recovered * 100.0);
    let most = format!("at most {}% of the values are wrong", table.accept.wrong_values * 100.0);
    let dead =
        format!("at most {}% of the lines are dead letters", table.accept.wrongly_dead * 100.0);
    for words in [lines, memory, least, most, dead, "no line is silently dropped".into()] {
        assert!(told.contains(&words), "the prompt does not say: {words}");
    }
    assert_eq!((table.accept.dropped, table.accept.dead_lettered), (0, table.accept.recovered));
}

#[test]
fn a_verdict_of_an_older_journal_has_no_reading() {
    let old = r#"{"decision": "accept", "kind": "none", "score": 4, "words": "Right.",
        "evidence": [], "notes": [], "checks": [], "difference": null}"#;
    let verdict: Verdict = serde_json::from_str(old).expect("older verdicts open");
    assert_eq!(verdict.gauntlet, None);
    let text = serde_json::to_string(&verdict).expect("a verdict is plain data");
    assert!(!text.contains("gauntlet"), "what has none says nothing of it: {text}");
}
