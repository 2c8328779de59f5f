//! Streams with a known truth: counting without an engine, and making and sending them with one.

use std::time::Duration;

use super::tally::{Counts, Given, count};
use super::truth::Stream;
use super::{Ending, make, weigh};
use crate::content::gauntlet::{Acceptance, Damage, Fate, Gauntlet, GauntletTable};
use crate::content::question::{Case, CompareBy, Function, Properties};
use crate::interview::gauntlet::{GauntletReading, Tally};
use crate::interview::verdict::{Decision, Fault, Verdict};
use crate::judge::python::gauntlet::rules::reading;
use crate::judge::python::grade_within;
use crate::judge::python::trial::{Cost, Trial};
use crate::judge::python::value::Value;
use crate::judge::request::{Outcome, PythonPaper};

/// Five kinds, a line of each in [`stream`]; the shares are those of six lines.
fn table() -> GauntletTable {
    let kind = |name: &str, share, fate| Damage {
        name: name.into(),
        about: "in a test".into(),
        share,
        fate,
    };
    GauntletTable {
        seeds: vec![1],
        size: 6,
        key: "id".into(),
        version: "v".into(),
        accept: Acceptance {
            recovered: 1.0,
            dead_lettered: 1.0,
            wrong_values: 0.0,
            wrongly_dead: 0.0,
            dropped: 0,
            peak_kib: 64,
        },
        kinds: vec![
            kind("clean", 2.0 / 6.0, Fate::Recover),
            kind("late", 1.0 / 6.0, Fate::Recover),
            kind("newer", 1.0 / 6.0, Fate::Recover),
            kind("lost", 1.0 / 6.0, Fate::DeadLetter),
            kind("blank", 1.0 / 6.0, Fate::Ignore),
        ],
    }
}

/// What `generate` gives, as Python and as JSON both read it but for the name of nothing.
const STREAM: &str = r#"[
    {"$tuple": ["a1", "clean", [{"id": "a", "v": 1, "x": 10}], null]},
    {"$tuple": ["b2", "clean", [{"id": "b", "v": 2, "x": 20}], null]},
    {"$tuple": ["b1", "late", [{"id": "b", "v": 1, "x": 21}], null]},
    {"$tuple": ["a2", "newer", [{"id": "a", "v": 2, "x": 11}], null]},
    {"$tuple": ["??", "lost", [], "unreadable"]},
    {"$tuple": ["", "blank", [], null]}
]"#;

const RIGHT_RECORDS: &str = r#"{"id": "a", "v": 2, "x": 11}, {"id": "b", "v": 2, "x": 20}"#;
const RIGHT_LETTER: &str = r#"{"$tuple": [5, "unreadable"]}"#;

fn value(json: &str) -> Value {
    Value::read(json).expect("the test writes good JSON")
}

fn stream() -> Stream {
    Stream::read(&value(STREAM), &table()).expect("the stream fits its table")
}

fn counted(records: &str, letters: &str) -> Counts {
    let result = value(&format!(r#"{{"$tuple": [[{records}], [{letters}]]}}"#));
    let given = Given::read(&result, "id").expect("it is a pair of lists");
    let mut sum = Counts::none(&table());
    let trial = Trial { taken: 6, cost: Some(Cost::Memory(1024)), ..Trial::default() };
    sum.add(count(&stream(), &table(), &given), &trial);
    sum
}

fn read(records: &str, letters: &str) -> GauntletReading {
    reading(&table(), &[counted(records, letters)])
}

fn unmet(reading: &GauntletReading) -> Vec<&str> {
    reading.rules.iter().filter(|rule| !rule.met).map(|rule| rule.name.as_str()).collect()
}

fn of_kind(reading: &GauntletReading, name: &str) -> (u64, u64, u64) {
    let kind = reading.kinds.iter().find(|kind| kind.name == name).expect("a kind of the table");
    let Tally { right, wrong, missed } = kind.tally;
    (right, wrong, missed)
}

#[test]
fn a_right_result_meets_every_rule() {
    let reading = read(RIGHT_RECORDS, RIGHT_LETTER);
    assert!(reading.is_met(), "{:?}", unmet(&reading));
    assert_eq!((reading.dropped, reading.invented, reading.dead_letters.right), (0, 0, 1));
    // The first line of `a` was replaced, so only the one of `b` is counted.
    assert_eq!(of_kind(&reading, "clean"), (1, 0, 0));
}

#[test]
fn a_late_version_that_stands_is_blamed_on_the_late_line_alone() {
    let reading =
        read(r#"{"id": "a", "v": 2, "x": 11}, {"id": "b", "v": 1, "x": 21}"#, RIGHT_LETTER);
    assert_eq!(of_kind(&reading, "late"), (0, 1, 0));
    assert_eq!(of_kind(&reading, "clean"), (0, 0, 0));
    assert_eq!(unmet(&reading), ["recovered", "wrong"]);
}

#[test]
fn a_newer_version_that_was_ignored_is_blamed_on_the_newer_line() {
    let reading =
        read(r#"{"id": "a", "v": 1, "x": 10}, {"id": "b", "v": 2, "x": 20}"#, RIGHT_LETTER);
    assert_eq!(of_kind(&reading, "newer"), (0, 1, 0));
    assert_eq!(of_kind(&reading, "clean"), (1, 0, 0));
}

#[test]
fn a_wrong_value_is_wrong_and_a_lost_one_is_missed_in_its_column() {
    let column = |records: &str| {
        let counts = counted(records, RIGHT_LETTER);
        let Tally { right, wrong, missed } = counts.columns["x"];
        (right, wrong, missed)
    };
    let b = r#"{"id": "b", "v": 2, "x": 20}"#;
    assert_eq!(column(&format!(r#"{{"id": "a", "v": 2, "x": 99}}, {b}"#)), (1, 1, 0));
    assert_eq!(
        column(&format!(r#"{{"id": "a", "v": 2, "x": 11.0}}, {b}"#)),
        (1, 1, 0),
        "types count"
    );
    assert_eq!(column(&format!(r#"{{"id": "a", "v": 2, "x": null}}, {b}"#)), (1, 0, 1));
    assert_eq!(column(&format!(r#"{{"id": "a", "v": 2}}, {b}"#)), (1, 0, 1));
    assert_eq!(column(b), (1, 0, 1));
}

#[test]
fn a_record_that_is_neither_recovered_nor_refused_was_dropped() {
    let b = r#"{"id": "b", "v": 2, "x": 20}"#;
    let reading = read(b, RIGHT_LETTER);
    assert_eq!((of_kind(&reading, "newer"), reading.dropped), ((0, 0, 1), 1));
    assert_eq!(unmet(&reading), ["recovered", "dropped"]);
    let refused = read(b, &format!(r#"{{"$tuple": [4, "bad-value"]}}, {RIGHT_LETTER}"#));
    assert_eq!((refused.dropped, refused.dead_letters.wrongly), (0, 1));
    assert_eq!(unmet(&refused), ["recovered", "wrongly-dead"]);
}

#[test]
fn a_lost_line_without_its_letter_was_dropped_and_another_reason_is_misfiled() {
    let without = read(RIGHT_RECORDS, "");
    assert_eq!((of_kind(&without, "lost"), without.dropped), ((0, 0, 1), 1));
    let other = read(RIGHT_RECORDS, r#"{"$tuple": [5, "bad-value"]}"#);
    assert_eq!((of_kind(&other, "lost"), other.dropped), ((0, 1, 0), 0));
    assert_eq!((other.dead_letters.misfiled, unmet(&other)), (1, vec!["dead-lettered"]));
}

#[test]
fn letters_nobody_asked_for_are_wrong() {
    let letters = [
        r#"{"$tuple": [6, "unreadable"]}"#,
        r#"{"$tuple": [5, "unreadable"]}"#,
        r#"{"$tuple": [77, "unreadable"]}"#,
        r#""what is this""#,
    ];
    for letter in letters {
        let reading = read(RIGHT_RECORDS, &format!("{RIGHT_LETTER}, {letter}"));
        assert_eq!(reading.dead_letters.wrongly, 1, "{letter}");
        assert!(unmet(&reading).contains(&"wrongly-dead"), "{letter}");
    }
}

#[test]
fn records_that_nobody_sent_count_as_wrong_values() {
    let ghost = read(&format!(r#"{RIGHT_RECORDS}, {{"id": "z", "v": 1, "x": 1}}"#), RIGHT_LETTER);
    assert_eq!((ghost.invented, unmet(&ghost)), (1, vec!["wrong"]));
    let twice = read(&format!(r#"{RIGHT_RECORDS}, {{"id": "b", "v": 2, "x": 20}}"#), RIGHT_LETTER);
    assert_eq!((twice.invented, of_kind(&twice, "late")), (1, (0, 1, 0)));
    let nameless = read(&format!(r#"{RIGHT_RECORDS}, {{"v": 2}}, 7"#), RIGHT_LETTER);
    assert_eq!(nameless.invented, 2);
}

#[test]
fn memory_lines_left_unread_and_hash_seeds_have_rules_of_their_own() {
    let good = counted(RIGHT_RECORDS, RIGHT_LETTER);
    let mut greedy = good.clone();
    greedy.peak_bytes = 65 * 1024;
    assert_eq!(unmet(&reading(&table(), &[good.clone(), greedy])), ["memory"]);
    let mut lazy = good.clone();
    lazy.lines_read = 5;
    assert_eq!(unmet(&reading(&table(), &[lazy.clone(), lazy.clone()])), ["one-pass"]);
    assert_eq!(unmet(&reading(&table(), &[good, lazy])), ["repeatable"]);
}

#[test]
fn what_is_no_pair_of_lists_is_said_to_be_none() {
    for json in ["null", "[]", r#"{"$tuple": [[], {}]}"#, r#"{"$tuple": [[], [], []]}"#] {
        assert!(Given::read(&value(json), "id").is_err(), "{json}");
    }
}

#[test]
fn a_stream_that_does_not_fit_its_table_is_a_mistake_of_the_question() {
    let fails = |from: &str, to: &str, told: &str| {
        let words = Stream::read(&value(&STREAM.replace(from, to)), &table()).expect_err(told);
        assert!(words.contains(told), "{words}");
    };
    fails("\"newer\"", "\"new\"", "the kind `new` is not in the question's table");
    fails("\"late\"", "\"clean\"", "`clean` is 0.500 of the lines where 0.333 is said");
    fails("[], \"unreadable\"", "[], null", "do not fit the fate of `lost`");
    fails("{\"id\": \"b\", \"v\": 1, ", "{\"id\": \"b\", ", "a record has no `v`");
}

/// The stream above, made by a generator.
fn gauntlet() -> Gauntlet {
    let text = STREAM.replace("{\"$tuple\": [", "(").replace("null]}", "None)").replace("]}", ")");
    let text = format!("def generate(seed, size):\n    return {text}\n");
    Gauntlet { text, table: table() }
}

fn judged(answer: &str) -> Verdict {
    let case = Case {
        name: "nothing".into(),
        trap: None,
        sample: true,
        args: r#"[{"$iter": []}]"#.into(),
        expect: Some(r#"{"$tuple": [[], []]}"#.into()),
        raises: None,
        calls: None,
    };
    let paper = PythonPaper {
        function: Function { name: "f".into(), starter: String::new(), compare: CompareBy::Exact },
        properties: Properties::default(),
        cases: vec![case],
        generator: None,
        gauntlet: Some(gauntlet()),
        references: vec![],
        shrink: false,
        answer: answer.into(),
    };
    match grade_within(&paper, Duration::from_secs(60)) {
        Outcome::Verdict(verdict) => *verdict,
        other => panic!("wanted a verdict, got {other:?}"),
    }
}

const RIGHT: &str = r#"
def f(lines):
    kept, dead = {}, []
    for number, line in enumerate(lines, start=1):
        if line == "??":
            dead.append((number, "unreadable"))
        elif line:
            new = {"id": line[0], "v": int(line[1]), "x": {"a1": 10, "b2": 20, "b1": 21, "a2": 11}[line]}
            if line[0] not in kept or kept[line[0]]["v"] < new["v"]:
                kept[line[0]] = new
    return list(kept.values()), dead
"#;

#[test]
fn a_generator_runs_in_the_sealed_engine() {
    let made = make(&gauntlet()).expect("it gives a stream");
    assert_eq!(made.len(), 1);
    assert_eq!((&made[0].lines, &made[0].deliveries), (&stream().lines, &stream().deliveries));
    let broken =
        Gauntlet { text: "def generate(seed, size):\n    return 1 / 0\n".into(), ..gauntlet() };
    assert!(make(&broken).expect_err("it raises").contains("ZeroDivisionError"));
}

#[test]
fn an_answer_that_recovers_everything_is_accepted_with_its_reading() {
    let verdict = judged(RIGHT);
    assert_eq!((verdict.decision, verdict.score), (Decision::Accept, 4), "{}", verdict.words);
    let reading = verdict.gauntlet.expect("a reading");
    assert_eq!((reading.lines_read, reading.streams), (6, 1));
    assert!(reading.peak_kib > 0, "holding records takes memory");
}

#[test]
fn an_answer_that_passes_its_cases_and_drops_lines_is_rejected() {
    let verdict = judged(&RIGHT.replace("dead.append((number, \"unreadable\"))", "pass"));
    assert_eq!((verdict.decision, verdict.kind), (Decision::Reject, Fault::MissingRows));
    assert_eq!(verdict.score, 3, "{}", verdict.words);
    assert!(verdict.words.contains("All 1 cases pass, but"), "{}", verdict.words);
}

#[test]
fn an_answer_that_keeps_all_lines_pays_for_them() {
    let hoard = RIGHT.replace(
        "kept, dead = {}, []",
        "kept, dead, lines = {}, [], [line + 'x' * 20_000 for line in lines]",
    );
    let hoard = hoard.replace("enumerate(lines", "enumerate((line[:-20_000] for line in lines)");
    let verdict = judged(&hoard);
    assert_eq!(
        (verdict.decision, verdict.kind),
        (Decision::Reject, Fault::Limits),
        "{}",
        verdict.words
    );
}

#[test]
fn an_answer_that_breaks_in_the_middle_says_at_which_line() {
    let verdict = judged(&RIGHT.replace(
        "if line == \"??\":",
        "if line == \"b1\":\n            raise KeyError\n        elif line == \"??\":",
    ));
    assert_eq!(
        (verdict.decision, verdict.kind, verdict.score),
        (Decision::Reject, Fault::Exception, 2)
    );
    assert!(verdict.words.contains("stream 1 raised KeyError"), "{}", verdict.words);
    assert!(verdict.words.contains("at its line 3"), "{}", verdict.words);
}

#[test]
fn an_answer_that_returns_no_pair_is_rejected_for_it() {
    let verdict = judged("def f(lines):\n    return ([], []) if not list(lines) else {}\n");
    assert_eq!(
        (verdict.decision, verdict.kind),
        (Decision::Reject, Fault::Class),
        "{}",
        verdict.words
    );
}

#[test]
fn streams_that_were_never_reached_leave_the_verdict_alone() {
    let stopped = judged("def f(lines):\n    return None\n");
    assert_eq!(stopped.decision, Decision::Reject);
    let same = weigh(stopped.clone(), Ending::NotReached);
    assert_eq!(same, stopped);
}
