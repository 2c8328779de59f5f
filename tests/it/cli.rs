//! The command line as scripts see it: exit codes, help, and the fields of the JSON it promises.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

#[expect(clippy::disallowed_methods, reason = "the process is the point of these tests")]
fn start(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mockloop"));
    command.args(args).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    start(args).output().expect("the program was built with this test")
}

fn run_with(args: &[&str], input: &str) -> Output {
    let mut command = start(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program was built with this test");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(input.as_bytes()).expect("the program reads its input");
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Gives the one object on stdout, whose first field is the schema's version.
fn json(output: &Output) -> Value {
    let text = out(output);
    assert!(text.starts_with("{\"schema\":1,"), "{text}{}", err(output));
    assert_eq!(text.lines().count(), 1, "one object on one line");
    serde_json::from_str(&text).expect("what we print is JSON")
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).expect("the folder is the test's own");
    path.display().to_string()
}

fn built_in(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).display().to_string()
}

#[test]
fn every_command_has_help_a_newcomer_can_read() {
    let help = out(&run(&["--help"]));
    let commands = [
        "loop",
        "drill",
        "rehearse",
        "debrief",
        "progress",
        "resume",
        "grade",
        "story",
        "run",
        "bank",
        "doctor",
        "keys",
        "paths",
        "completions",
    ];
    for command in commands {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is missing in:\n{help}");
        let own = run(&[command, "--help"]);
        assert_eq!(own.status.code(), Some(0), "{command}");
        assert!(out(&own).contains("Usage: mockloop"), "{command}");
    }
    assert!(!help.contains("\n  judge "), "the judge is not for people");
    assert!(help.contains("Exit codes:"));
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    for args in [
        &["lop"][..],
        &["grade", "no-such-question", "answer.sql"],
        &["grade", "top-products-with-ties", "/nowhere/answer.sql"],
        &["loop", "--scale", "0"],
        &["bank", "show", "top-products-with-tie"],
        &["bank", "list", "--content", "/nowhere"],
        &["story", "score", "-", "--principles", "dive-depe"],
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", err(&output));
        assert!(out(&output).is_empty(), "{args:?}: diagnostics belong on stderr");
        assert!(!err(&output).is_empty(), "{args:?}");
    }
    let words = err(&run(&["bank", "show", "top-products-with-tie"]));
    assert_eq!(
        words,
        "mockloop: there is no question `top-products-with-tie`; did you mean `top-products-with-ties`?\n"
    );
}

#[test]
fn a_broken_content_file_ends_with_two_and_is_told_by_place() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let questions = folder.path().join("questions/behavioral");
    fs::create_dir_all(&questions).expect("the folder is ours");
    file(&questions, "mine.toml", "kind = \"behavioral\"\ntitel = \"T\"\n");
    let content = folder.path().display().to_string();
    let output = run(&["bank", "check", "mine", "--content", &content]);
    assert_eq!(output.status.code(), Some(2));
    let expected = format!(
        "{content}/questions/behavioral/mine.toml:2:1: `titel` is unknown; did you mean `title`?\n"
    );
    assert!(err(&output).starts_with(&expected), "{}", err(&output));
}

#[test]
fn the_bank_lists_what_can_be_asked() {
    let listed = json(&run(&["bank", "list", "--json"]));
    let questions = listed["questions"].as_array().expect("a list");
    assert!(questions.len() >= 30);
    for question in questions {
        for field in [
            "id",
            "kind",
            "title",
            "difficulty",
            "minutes",
            "topics",
            "traps",
            "principles",
            "proven",
        ] {
            assert!(!question[field].is_null(), "{field} of {question}");
        }
    }
    let sql = json(&run(&["bank", "list", "--kind", "sql", "--level", "hard", "--json"]));
    let kinds: Vec<&Value> =
        sql["questions"].as_array().expect("a list").iter().map(|q| &q["kind"]).collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|kind| *kind == "sql"));
}

#[test]
fn the_bank_shows_no_solution_unless_asked() {
    let question = "top-products-with-ties";
    let shown = json(&run(&["bank", "show", question, "--json"]));
    assert!(shown["solution"].is_null());
    assert!(shown["material"].as_str().is_some_and(|tables| tables.contains("CREATE TABLE")));
    let shown = json(&run(&["bank", "show", question, "--solution", "--json"]));
    assert!(shown["solution"]["reference"].as_str().is_some_and(|sql| !sql.is_empty()));
}

#[test]
fn a_reference_is_accepted_and_a_wrong_answer_rejected_with_its_evidence() {
    let folder = "questions/sql/top-products-with-ties";
    let right = built_in(&format!("{folder}/reference/a.sql"));
    let graded = run(&["grade", "top-products-with-ties", &right, "--json", "--exit-code"]);
    assert_eq!(graded.status.code(), Some(0), "{}", err(&graded));
    let graded = json(&graded);
    assert_eq!(graded["verdict"], "accept");
    assert_eq!(graded["kind"], "none");
    assert!(graded["score"].as_f64().is_some_and(|score| score >= 4.0));

    let wrong = built_in(&format!("{folder}/wrong/row-number.sql"));
    let graded = run(&["grade", "top-products-with-ties", &wrong, "--json"]);
    assert_eq!(graded.status.code(), Some(0), "a rejected answer was graded, which was asked for");
    let graded = json(&graded);
    assert_eq!(graded["verdict"], "reject");
    assert_eq!(graded["kind"], "missing_rows");
    for field in ["words", "evidence", "notes", "checks"] {
        assert!(!graded[field].is_null(), "{field}");
    }
    let scripted = run(&["grade", "top-products-with-ties", &wrong, "--exit-code"]);
    assert_eq!(scripted.status.code(), Some(1));
    assert!(out(&scripted).starts_with("top-products-with-ties: rejected"), "{}", out(&scripted));
}

#[test]
fn a_query_is_reviewed_as_an_interviewer_would() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let right = built_in("questions/sql/duplicate-orders/reference/a.sql");
    let right = std::fs::read_to_string(right).expect("it is there");
    let smelly =
        right.replace("countable_orders", "cte1").replace("purchase.customer_id", "customer_id");
    let smelly = file(folder.path(), "smelly.sql", &smelly);
    let graded = json(&run(&["grade", "duplicate-orders", &smelly, "--json"]));
    assert_eq!((&graded["verdict"], &graded["score"]), (&"accept".into(), &4.0.into()), "{graded}");
    assert_eq!(graded["review"], 3.5);
    let told = out(&run(&["grade", "duplicate-orders", &smelly]));
    let said = told.split("As an interviewer would say:").nth(1).expect("a review");
    assert!(said.contains("`cte1` does not tell what its rows are"), "{said}");
    assert!(said.contains("(line 33:5)  \"customer_id\"  sql.smell.unqualified"), "{said}");
    assert!(said.contains("In PostgreSQL you would write: INTERVAL with a bare number"), "{said}");
}

#[test]
fn an_answer_can_be_piped_in() {
    let output = run_with(&["grade", "top-products-with-ties", "-", "--json"], "selekt 1");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(json(&output)["kind"], "error");
}

#[test]
fn python_is_judged_and_reviewed() {
    let right = built_in("questions/python/busy-products/reference/a.py");
    let graded = json(&run(&["grade", "busy-products", &right, "--json"]));
    assert_eq!(graded["verdict"], "accept", "{graded}");
    assert!(graded["review"].as_f64().is_some_and(|score| (1.0..=5.0).contains(&score)));
}

#[test]
fn designs_and_stories_are_graded_by_their_cards() {
    let weak = built_in("questions/design/hadoop-to-aws/weak.md");
    let graded = json(&run(&["grade", "hadoop-to-aws", &weak, "--json"]));
    assert_eq!(graded["verdict"], "reject", "{graded}");
    assert_eq!(graded["card"]["dimensions"].as_array().map(Vec::len), Some(8));

    let told = run_with(&["grade", "technical-disagreement", "-", "--json"], "We disagreed once.");
    let graded = json(&told);
    assert!(graded["verdict"].is_null(), "too little is no verdict: {graded}");
    assert_eq!(graded["kind"], "not_enough_evidence");
}

#[test]
fn a_story_is_scored_from_every_form_it_comes_in() {
    let example = built_in("stories/examples/late-returns.toml");
    let scored = json(&run(&["story", "score", &example, "--json"]));
    assert_eq!(scored["pass"], true);
    for n in 1..=8 {
        assert!(scored["dims"][format!("D{n}")].is_number(), "D{n} of {scored}");
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let plain = file(folder.path(), "told.txt", "We worked hard and it went well.");
    let args = [
        "story",
        "score",
        &plain,
        "--prompt",
        "Tell me about it.",
        "--principles",
        "dive-deep,ownership",
        "--seconds",
        "150",
        "--json",
    ];
    let scored = json(&run(&args));
    assert!(scored["overall"].is_null(), "eight words are no story: {scored}");
}

#[test]
fn many_stories_give_a_line_each_in_their_order() {
    let file = built_in("tests/data/calibration/stories-dev.jsonl");
    let output = run(&["story", "score", &file, "--json"]);
    let lines: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("every line is JSON"))
        .collect();
    assert_eq!(lines.len(), 60);
    assert_eq!((&lines[0]["id"], &lines[59]["id"]), (&"A01".into(), &"B39".into()));
    for field in ["id", "overall", "pass", "dims", "flags"] {
        assert!(lines.iter().all(|line| line.get(field).is_some()), "{field}");
    }
}

#[test]
fn a_program_runs_and_its_end_is_the_exit_code() {
    let ran = run_with(&["run", "sql", "-"], "select 40 + 2 as answer");
    assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
    assert!(out(&ran).contains("answer") && out(&ran).contains("42"));
    let raised = run_with(&["run", "sql", "-"], "selekt 1");
    assert_eq!(raised.status.code(), Some(1));
    let on_question = ["run", "sql", "-", "--question", "top-products-with-ties"];
    let ran = run_with(&on_question, "select count(*) > 0 as any_rows from products");
    assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
    assert!(out(&ran).contains("true"));

    let printed = run_with(&["run", "python", "-"], "print('hello')");
    assert_eq!((printed.status.code(), out(&printed).as_str()), (Some(0), "hello\n"));
    let raised = run_with(&["run", "python", "-"], "raise ValueError('no')");
    assert_eq!(raised.status.code(), Some(1));
    assert!(err(&raised).contains("ValueError: no"), "{}", err(&raised));
    let stopped = run_with(&["run", "python", "-"], "while True: pass");
    assert_eq!(stopped.status.code(), Some(3), "{}", err(&stopped));
}

#[cfg(unix)]
#[test]
fn a_naive_moment_taken_for_local_time_is_not_utc_on_any_machine() {
    let program = "from datetime import datetime, timezone\n\
                   print(datetime(2024, 3, 1, 10).astimezone(timezone.utc).isoformat())";
    let ran = run_with(&["run", "python", "-"], program);
    assert_eq!(out(&ran), "2024-03-01T04:23:00+00:00\n", "{}", err(&ran));
}

#[test]
fn the_doctor_says_what_it_tried() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let journal = folder.path().join("journal.db").display().to_string();
    let output = run(&["doctor", "--json", "--journal", &journal]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let report = json(&output);
    let names: Vec<&str> = report["tried"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    for name in ["content", "SQL engine", "Python engine", "journal", "terminal"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    assert!(!Path::new(&journal).exists(), "looking leaves nothing behind");
}

#[test]
fn a_new_question_of_every_kind_is_written_and_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let content = folder.path().display().to_string();
    for kind in ["sql", "modeling", "design", "python", "behavioral"] {
        let id = format!("my-{kind}");
        let written = run(&["bank", "new", kind, &id, "--content", &content]);
        assert_eq!(written.status.code(), Some(0), "{}", err(&written));
        assert_eq!(run(&["bank", "new", kind, &id, "--content", &content]).status.code(), Some(2));
    }
    let gold = run(&["bank", "gold", "--content", &content]);
    assert_eq!(
        out(&gold),
        "my-sql: 4 stored results\nmy-modeling: 12 stored results\n",
        "{}",
        err(&gold)
    );
    let checked = run(&[
        "bank",
        "check",
        "my-sql",
        "my-modeling",
        "my-python",
        "my-behavioral",
        "--content",
        &content,
    ]);
    assert_eq!(checked.status.code(), Some(0), "{}{}", out(&checked), err(&checked));
}

#[test]
fn a_question_that_accepts_a_wrong_answer_is_not_proven() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let content = folder.path().display().to_string();
    run(&["bank", "new", "sql", "mine", "--content", &content]);
    let own = folder.path().join("questions/sql/mine");
    fs::copy(own.join("reference/a.sql"), own.join("wrong/by-name.sql")).expect("both are there");
    run(&["bank", "gold", "--content", &content]);
    let checked = run(&["bank", "check", "mine", "--content", &content]);
    assert_eq!(checked.status.code(), Some(1), "{}", out(&checked));
    assert!(err(&checked).contains("failed: mine wrong/by-name.sql"), "{}", err(&checked));
}

#[test]
fn schemas_paths_keys_and_completions_are_printed() {
    let schema = out(&run(&["bank", "schema", "story"]));
    assert!(
        serde_json::from_str::<Value>(&schema)
            .is_ok_and(|schema| schema["properties"]["situation"].is_object())
    );
    let paths = out(&run(&["paths", "--journal", "/tmp/other.db"]));
    assert!(paths.contains("journal") && paths.contains("/tmp/other.db"), "{paths}");
    assert!(out(&run(&["keys"])).contains("hand in"));
    assert!(out(&run(&["completions", "bash"])).contains("_mockloop"));
}

#[test]
fn a_file_that_is_no_answer_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("the folder is the test's own");
        path.display().to_string()
    };
    let long = vec![b'x'; 11 << 20];
    for (path, said) in [
        (folder.path().join("none.sql").display().to_string(), "there is no file"),
        (folder.path().display().to_string(), "is a folder"),
        (bytes("latin.sql", b"SELECT 1\n\xff\xfe"), "is no UTF-8 text (line 2)"),
        (bytes("long.sql", &long), "is longer than 10 MB"),
    ] {
        for command in [&["grade", "top-products-with-ties"][..], &["run", "sql"]] {
            let output = run(&[command, &[path.as_str()]].concat());
            assert_eq!(output.status.code(), Some(2), "{path}: {}", err(&output));
            assert!(err(&output).contains(said), "{path}: {}", err(&output));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_never_ends_is_not_read_forever() {
    let mut command = start(&["run", "sql", "/dev/zero"]);
    let output = command.output().expect("the program was built with this test");
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("is longer than"), "{}", err(&output));
}

#[test]
fn a_file_that_holds_nothing_to_judge_is_judged_as_that() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = "x".repeat(1 << 20);
    for (text, said) in [("", "There is no statement"), (long.as_str(), "1048576 bytes")] {
        let path = file(folder.path(), "answer.sql", text);
        let graded = run(&["grade", "top-products-with-ties", &path, "--exit-code"]);
        assert_eq!(graded.status.code(), Some(1), "{}", err(&graded));
        assert!(out(&graded).contains(said), "{}", out(&graded));
        let ran = run(&["run", "sql", &path]);
        assert_eq!(ran.status.code(), Some(1), "{}", err(&ran));
    }
}

#[test]
fn a_graded_python_answer_has_a_reviewers_remarks_by_line() {
    let wrong = built_in("questions/python/busy-products/wrong/fixes-events-in-place.py");
    let told = out(&run(&["grade", "busy-products", &wrong]));
    assert!(told.contains("As a reviewer would say:"), "{told}");
    assert!(told.contains("fixes-events-in-place.py:8:5 own.mutates-input (block) "), "{told}");
    assert_eq!(told.matches("own.mutates-input").count(), 1, "it is told once\n{told}");
    let graded = json(&run(&["grade", "busy-products", &wrong, "--json"]));
    let finding = graded["findings"]
        .as_array()
        .and_then(|all| all.iter().find(|finding| finding["code"] == "own.mutates-input").cloned());
    let finding = finding.expect("it is among the findings");
    assert_eq!((&finding["level"], &finding["line"]), (&"block".into(), &8.into()), "{finding}");
    assert_eq!(graded["review"], 2.0);
}

#[test]
fn remarks_are_one_object_for_the_comparison_with_ruff() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "a.py", "print(1)\n");
    let found = json(&run(&["remarks", &path]));
    let rules = found["value"].as_array().expect("a list").iter().map(|one| one["code"].clone());
    assert_eq!(rules.collect::<Vec<_>>(), ["D100", "T201"]);
    let broken = file(folder.path(), "b.py", "def (\n");
    assert_eq!(run(&["remarks", &broken]).status.code(), Some(2));
}
