//! Content: everything built in can be read, and what is broken is told at its place with a remedy.

mod python;

use std::fs;
use std::path::Path;

use mockloop::content::file::{Files, MAIN, read};
use mockloop::content::library::Library;
use mockloop::content::problem::{Colors, Problem};
use mockloop::content::question::{Body, Difficulty, Kind};
use mockloop::content::{loop_file, schema, story};
use mockloop::ids::{LoopId, QuestionId, SessionId};
use mockloop::interview::draw::{self, Wish};

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|one| format!("{one}\n")).collect()
}

#[test]
fn everything_built_in_is_read_without_a_problem() {
    let library = Library::builtin();
    let problems: Vec<Problem> = library.problems().into_iter().cloned().collect();
    assert!(problems.is_empty(), "\n{}", lines(&problems));
    assert_eq!(library.questions().count(), library.index().count());
    for story in library.stories() {
        story.expect("sample stories are read without a problem");
    }
}

#[test]
fn every_sql_question_brings_all_that_an_interviewer_needs() {
    let library = Library::builtin();
    let mut counts = [0, 0];
    for question in library.questions_of(Kind::Sql) {
        let Body::Sql(body) = &question.body else { panic!("the kind is SQL") };
        let (id, head) = (&question.id, &question.head);
        let deep =
            head.follow_ups.iter().filter(|one| one.deeper.len() >= 2 && !one.points.is_empty());
        let points = head.walkthrough.as_ref().map_or(0, |one| one.points.len());
        assert!(deep.count() >= 2, "{id}: follow-ups go three levels deep");
        assert!(points >= 3 && body.scale.is_some(), "{id}: a walk-through and a generator");
        assert!(head.facts.len() >= 6 && head.traps.len() >= 5, "{id}: facts and traps");
        assert!(
            body.wrong.len() >= 8 && body.datasets.len() >= 7,
            "{id}: wrong answers and datasets"
        );
        counts[usize::from(head.difficulty == Difficulty::Hard)] += 1;
    }
    assert!(counts[0] >= 8 && counts[1] >= 16, "medium and hard: {counts:?}");
}

#[test]
fn both_loops_can_be_drawn_for_any_seed() {
    let library = Library::builtin();
    for name in ["amazon-de", "short"] {
        let whole = library.loop_by_id(&LoopId::new(name)).expect("it is built in");
        for seed in 0..50 {
            let wish = Wish::whole_loop(SessionId::new("s"), seed);
            let plan = draw::plan(&library, whole, &wish).expect("there are enough questions");
            assert_eq!(plan.rounds.len(), 5);
            assert!(plan.bar_raiser.is_some_and(|round| round > 0), "never in the phone screen");
        }
    }
}

#[test]
fn the_committed_schemas_are_those_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for (name, text) in schema::all() {
        let file = folder.join(format!("{name}.json"));
        let committed = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(committed, text, "run `mockloop bank schema --output schemas`: {name}");
    }
}

#[test]
fn a_folder_on_top_replaces_what_has_the_same_id_and_leaves_the_rest() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let behavioral = folder.path().join("questions/behavioral");
    fs::create_dir_all(&behavioral).expect("the folder is ours");
    let text = STORY_QUESTION.replace("A promise", "Another promise");
    fs::write(behavioral.join("technical-disagreement.toml"), text).expect("the folder is ours");
    let library = Library::with_folder(folder.path()).expect("the folder is there");
    let replaced = library.question(&QuestionId::new("technical-disagreement"));
    assert_eq!(replaced.expect("it is read").head.title, "Another promise");
    assert_eq!(library.index().count(), Library::builtin().index().count());
}

const HEAD: &str = r#"title = "T"
difficulty = "medium"
minutes = 18
topics = ["windows"]
traps = ["ties"]
principles = ["dive-deep"]
prompt = "p"
"#;

const FOLLOW_UPS: &str = r#"[[follow_ups]]
ask = "Why?"
points = [{ name = "n", any = ["because"] }]
[[follow_ups]]
ask = "And then?"
"#;

const STORY_QUESTION: &str = r#"kind = "behavioral"
title = "A promise"
difficulty = "medium"
minutes = 7
topics = ["delivery"]
principles = ["deliver-results"]
prompt = "Tell me about a promise."
rounds = ["behavioral"]
theme = ["promise"]
[[follow_ups]]
ask = "Why?"
[[follow_ups]]
ask = "And then?"
"#;

/// Gives the TOML of a question that is right; its first line is `kind`, its title the second.
fn good(kind: Kind) -> String {
    let own = match kind {
        Kind::Behavioral => return STORY_QUESTION.to_owned(),
        Kind::Sql => concat!(
            "[contract]\n",
            "columns = [{ name = \"a\", class = \"int\" }]\n",
            "order = [{ col = \"a\", dir = \"asc\" }]\n",
        ),
        Kind::Modeling => concat!(
            "[[views]]\nname = \"v\"\nabout = \"one row per a\"\n",
            "[views.contract]\ncolumns = [{ name = \"a\", class = \"int\" }]\n",
        ),
        Kind::Python => "[function]\nname = \"f\"\nstarter = \"def f(x): ...\"\n",
        Kind::Design => concat!(
            "[numbers]\nrows_per_day = 10\nrow_bytes = 10\npeak_factor = 2\nretention_days = 30\n",
            "[changed_requirement]\nat_minute = 9\ntext = \"t\"\nexpects = [\"e\"]\n",
            "[[injections]]\nid = \"burst\"\ntext = \"t\"\n",
        ),
    };
    let top = if kind == Kind::Design { "sla_minutes = 5\nentities = [\"orders\"]\n" } else { "" };
    format!(
        "kind = \"{}\"\n{HEAD}{top}{FOLLOW_UPS}{}{own}{}",
        kind.name(),
        facts(kind),
        wrong(kind)
    )
}

fn facts(kind: Kind) -> String {
    let topic = if kind == Kind::Design { "topic = \"volume\"\n" } else { "" };
    let fact =
        |n: usize| format!("[[facts]]\nid = \"f{n}\"\n{topic}asks = [\"tie\"]\nanswer = \"a\"\n");
    (0..if kind == Kind::Design { 6 } else { 1 }).map(fact).collect()
}

fn wrong(kind: Kind) -> String {
    let entry = |n: usize| {
        let file = wrong_file(kind, n);
        format!("[[wrong]]\nfile = \"{file}\"\ntrap = \"ties\"\nmistake = \"m\"\n")
    };
    if kind == Kind::Design { String::new() } else { (0..5).map(entry).collect() }
}

fn wrong_file(kind: Kind, n: usize) -> String {
    format!("wrong/w{n}.{}", if kind == Kind::Python { "py" } else { "sql" })
}

/// Gives the files of a question that is right.
fn good_files(kind: Kind) -> Files {
    let folder = format!("questions/{}/it", kind.name());
    let mut files =
        Files::new(kind, QuestionId::new("it"), format!("{folder}/question.toml"), folder);
    files.add(MAIN, good(kind));
    let answer = "-- schema\n-- load\n-- views\nselect 1";
    for n in 0..5 {
        files.add(wrong_file(kind, n), answer);
        files.add(format!("data/d{n}.sql"), "select 1");
    }
    for name in ["schema.sql", "raw.sql", "reference.md", "weak.md", "reference/a", "reference/b"] {
        files.add(name, answer);
    }
    files.add("cases.toml", good_cases());
    files
}

fn good_cases() -> String {
    let case = |n: usize| {
        let sample = if n == 0 { "sample = true\n" } else { "" };
        format!("[[cases]]\nname = \"case {n}\"\n{sample}args = '[{n}]'\nexpect = '{n}'\n")
    };
    (0..12).map(case).collect()
}

#[test]
fn a_question_of_every_kind_is_read_when_nothing_is_wrong_with_it() {
    for kind in Kind::ALL {
        if let Err(problems) = read(&good_files(kind)) {
            panic!("{}:\n{}", kind.name(), lines(&problems));
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic_and_every_place_lies_in_the_file(
        kind in 0..Kind::ALL.len(),
        at in 0.0..1.0f64,
        cut in 0usize..40,
        put in "(\\PC|[\\[\\]{}=\"'\n#.]){0,12}",
    ) {
        let kind = Kind::ALL[kind];
        let text = good(kind);
        let start = text.floor_char_boundary((at * text.len() as f64) as usize);
        let end = text.ceil_char_boundary((start + cut).min(text.len()));
        let edited = format!("{}{put}{}", &text[..start], &text[end..]);
        let mut files = good_files(kind);
        files.add(MAIN, edited.clone());
        for problem in read(&files).err().unwrap_or_default() {
            proptest::prop_assert!(!problem.render(Colors::No).is_empty());
            let (line, column) = problem.place.map_or((1, 1), |place| place.line_and_column());
            proptest::prop_assert!(line <= edited.lines().count() + 1, "line {line}");
            proptest::prop_assert!(column <= edited.chars().count() + 1, "column {column}");
        }
    }
}

/// Kind, what stands in the good file, what stands there instead, and what is told.
const BROKEN: &[(Kind, &str, &str, &str)] = &[
    (Kind::Sql, "minutes = 18", "minuts = 18", "4:1: `minuts` is unknown; did you mean `minutes`?"),
    (Kind::Sql, "minutes = 18\n", "", "1:1: `minutes` is missing; add `minutes = ...`"),
    (
        Kind::Sql,
        "minutes = 18",
        "minutes = 0",
        "4:11: `0` minutes cannot be kept; write the minutes a candidate at the bar needs, such as 18",
    ),
    (
        Kind::Sql,
        "minutes = 18",
        "minutes = \"18\"",
        "4:11: `\"18\"` does not fit here; write a whole number, such as 18",
    ),
    (
        Kind::Sql,
        "\"medium\"",
        "\"mediun\"",
        "3:14: `mediun` is not allowed here; did you mean `medium`?",
    ),
    (
        Kind::Sql,
        "\"medium\"",
        "\"fiendish\"",
        "3:14: `fiendish` is not allowed here; known here: easy, medium, hard",
    ),
    (
        Kind::Sql,
        "kind = \"sql\"",
        "kind = \"python\"",
        "1:8: `python` stands in the folder of sql questions; write `kind = \"sql\"` or move the question",
    ),
    (
        Kind::Sql,
        "kind = \"sql\"",
        "kind = \"sqll\"",
        "1:8: `sqll` is not a kind of question; did you mean `sql`?",
    ),
    (Kind::Sql, "kind = \"sql\"\n", "", "1:1: `kind` is missing or not text; add `kind = \"sql\"`"),
    (
        Kind::Sql,
        "\"dive-deep\"",
        "\"dive-depe\"",
        "7:15: `dive-depe` is not a leadership principle; did you mean `dive-deep`?",
    ),
    (
        Kind::Sql,
        "principles = [\"dive-deep\"]",
        "principles = []",
        "7:14: no principle is named; name at least one",
    ),
    (
        Kind::Sql,
        "traps = [\"ties\"]",
        "traps = [\"Ties\", \"ties\"]",
        "6:10: `Ties` cannot be an id; use lower-case words joined by hyphens, such as `tie-at-the-cut`",
    ),
    (Kind::Sql, "prompt = \"p\"", "prompt = \" \"", "8:10: `prompt` is empty; write it"),
    (
        Kind::Sql,
        "prompt = \"p\"",
        "prompt = \"p",
        "8:12: not TOML: invalid basic string; expected `\"`",
    ),
    (Kind::Sql, "col = \"a\"", "col = \"b\"", "`b` is not a column of the contract; known here: a"),
    (
        Kind::Sql,
        "order = [{ col = \"a\", dir = \"asc\" }]",
        "order = \"none\"",
        "`\"none\"` is not an order; write \"any\" or a list such as [ { col = \"name\", dir = \"asc\" } ]",
    ),
    (
        Kind::Sql,
        "class = \"int\"",
        "class = \"integer\"",
        "`integer` is not allowed here; did you mean `int`?",
    ),
    (
        Kind::Sql,
        "order = [{ col = \"a\", dir = \"asc\" }]",
        "ties = \"any\"",
        "`ties` without a `limit` says nothing; add the limit",
    ),
    (
        Kind::Sql,
        "order = [{ col = \"a\", dir = \"asc\" }]",
        "total_order = true",
        "any order has no ties to rule out; name the order keys, or take `total_order` away",
    ),
    (
        Kind::Sql,
        "file = \"wrong/w4.sql\"",
        "file = \"wrong/w5.sql\"",
        "`wrong/w5.sql` is missing beside this file; write the file or correct its name",
    ),
    (
        Kind::Sql,
        "file = \"wrong/w4.sql\"",
        "file = \"wrong/w5.sql\"",
        "questions/sql/it/wrong/w4.sql: no [[wrong]] entry names this file; add a [[wrong]] entry for it or remove it",
    ),
    (
        Kind::Sql,
        "asks = [\"tie\"]",
        "asks = [\"Tie\"]",
        "`Tie` would never match; write it in lower case, as texts are lowered before they are compared",
    ),
    (
        Kind::Sql,
        "[[follow_ups]]\nask = \"And then?\"\n",
        "",
        "1 follow-ups are too few; add [[follow_ups]] with `ask`, `deeper` and `points`",
    ),
    (Kind::Sql, "[contract]", "[contrct]", "`contrct` is unknown; did you mean `contract`?"),
    (Kind::Sql, "[contract]", "[contrct]", "`contract` is missing; add `contract = ...`"),
    (Kind::Modeling, "about = \"one row per a\"", "about = \"\"", "`about` is empty; write it"),
    (
        Kind::Python,
        "name = \"f\"",
        "name = \"f-g\"",
        "`f-g` cannot be the name of a function; use letters, digits and underscores",
    ),
    (
        Kind::Python,
        "def f(x)",
        "def g(x)",
        "the starter does not define `f`; write its first line, `def ...`",
    ),
    (
        Kind::Design,
        "at_minute = 9",
        "at_minute = 18",
        "the change would never come; say at which minute of the question it comes, such as `at_minute = 18`",
    ),
    (
        Kind::Design,
        "id = \"burst\"",
        "id = \"bursts\"",
        "`bursts` is not a known injection; did you mean `burst`?",
    ),
    (
        Kind::Design,
        "peak_factor = 2",
        "peak_factor = 0",
        "`0` is not above zero; write the true figure",
    ),
    (
        Kind::Design,
        "topic = \"volume\"\n",
        "",
        "the fact `f0` has no topic; say which requirement it settles, such as `topic = \"volume\"`",
    ),
    (
        Kind::Behavioral,
        "rounds = [\"behavioral\"]",
        "rounds = []",
        "8:10: no round may ask this; name at least one",
    ),
    (
        Kind::Behavioral,
        "theme = [\"promise\"]",
        "theme = []",
        "9:9: the list is empty; write the words to look for",
    ),
];

#[test]
fn every_mistake_is_told_at_its_place_with_what_to_do() {
    for (kind, good_text, bad_text, expected) in BROKEN {
        let mut files = good_files(*kind);
        let text = good(*kind);
        assert!(text.contains(good_text), "{good_text} stands in the good file");
        files.add(MAIN, text.replacen(good_text, bad_text, 1));
        let problems = read(&files).expect_err(bad_text);
        let told = lines(&problems);
        assert!(told.contains(expected), "\nexpected {expected}\ntold     {told}");
        assert!(told.starts_with(&format!("questions/{}/it/", kind.name())), "{told}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once_and_in_order() {
    let mut files = good_files(Kind::Sql);
    let text = good(Kind::Sql)
        .replace("title = \"T\"", "titel = \"T\"")
        .replace("topics", "topcis")
        .replace("mistake = \"m\"", "mistke = \"m\"");
    files.add(MAIN, text);
    let told = lines(&read(&files).expect_err("three kinds of mistakes"));
    for expected in ["`titel` is unknown", "`topcis` is unknown", "`mistke` is unknown"] {
        assert!(told.contains(expected), "{told}");
    }
    let mut files = good_files(Kind::Sql);
    files
        .add(MAIN, good(Kind::Sql).replace("minutes = 18", "minutes = 0").replace("\"p\"", "\"\""));
    let told = lines(&read(&files).expect_err("two mistakes"));
    let (minutes, prompt) = (told.find(":4:11:"), told.find(":8:10:"));
    assert!(minutes.is_some() && prompt > minutes, "{told}");
}

#[test]
fn missing_files_are_named_with_their_folder() {
    let files = Files::new(
        Kind::Sql,
        QuestionId::new("gaps"),
        "questions/sql/gaps/question.toml".into(),
        "questions/sql/gaps".into(),
    );
    let told = lines(&read(&files).expect_err("there is nothing"));
    assert_eq!(
        told,
        "questions/sql/gaps/question.toml: the file is missing; write it, or remove the folder\n"
    );
    let mut files = good_files(Kind::Sql);
    files.add("schema.sql", " \n");
    let told = lines(&read(&files).expect_err("an empty schema"));
    assert_eq!(
        told,
        "questions/sql/it/schema.sql: the file is empty; write the CREATE TABLE statements\n"
    );
}

const LOOP: &str = r#"title = "T"
about = "a"
bar = 3.5
break_minutes = 10
[[rounds]]
id = "phone-screen"
title = "Phone"
stage = "phone"
minutes = 45
briefing = "b"
interviewer = "i"
factors = ["sql-correctness"]
principles = ["dive-deep"]
parts = [{ title = "SQL", kind = "sql", minutes = 40, grace = 5 }]
"#;

const BROKEN_LOOPS: &[(&str, &str, &str)] = &[
    (
        "grace = 5",
        "grace = 6",
        "9:11: the parts need 46 minutes of a round of 45; lengthen the round or shorten its parts (minutes and grace count)",
    ),
    (
        "stage = \"phone\"",
        "stage = \"phone\"\nmay_hold_bar_raiser = true",
        "9:23: the bar raiser never sits in a phone round; let an onsite round hold the bar raiser",
    ),
    (
        "kind = \"sql\"",
        "kind = \"sql\", questions = [\"nowhere\"]",
        "there is no question `nowhere`; see `mockloop bank list` for the ids",
    ),
    (
        "kind = \"sql\"",
        "kind = \"sql\", questions = [\"a-story\"]",
        "`a-story` is a behavioral question; this part asks sql questions",
    ),
    ("kind = \"sql\"", "kind = \"sqk\"", "14:34: `sqk` is not allowed here; did you mean `sql`?"),
    (
        "factors = [\"sql-correctness\"]",
        "factors = []",
        "12:11: no factor is assessed; name at least one",
    ),
    ("bar = 3.5", "bar = 35", "3:7: a bar of 35 cannot be met or missed; scores go from 1 to 5"),
    (
        "minutes = 40",
        "minutes = 40, count = 0",
        "`0` questions are no part of a round; ask at least one",
    ),
    (
        "id = \"phone-screen\"",
        "id = \"Phone\"",
        "6:6: `Phone` cannot be an id; use lower-case words joined by hyphens, such as `tie-at-the-cut`",
    ),
];

#[test]
fn a_loop_that_cannot_be_sat_is_told_so() {
    let kind_of = |id: &QuestionId| (id.as_str() == "a-story").then_some(Kind::Behavioral);
    loop_file::read("rounds/it.toml", LOOP, &kind_of).expect("nothing is wrong with it");
    for (good_text, bad_text, expected) in BROKEN_LOOPS {
        assert!(LOOP.contains(good_text), "{good_text} stands in the good file");
        let text = LOOP.replacen(good_text, bad_text, 1);
        let told = lines(&loop_file::read("rounds/it.toml", &text, &kind_of).expect_err(bad_text));
        assert!(told.contains(expected), "\nexpected {expected}\ntold     {told}");
    }
}

#[test]
fn a_story_names_its_mistakes_like_every_other_file() {
    let text = "title = \"t\"\nprinciples = [\"ownerhsip\"]\nsituation = \"s\"\ntask = \"t\"\naction = \"a\"\nresult = \"r\"\n";
    let told = lines(&story::read("mine.toml", "mine", text).expect_err("a slip"));
    assert_eq!(
        told,
        "mine.toml:2:15: `ownerhsip` is not a leadership principle; did you mean `ownership`?\n"
    );
}

#[test]
fn people_are_shown_the_line_with_the_mistake_marked() {
    let mut files = good_files(Kind::Sql);
    files.add(MAIN, good(Kind::Sql).replace("minutes = 18", "minuts = 18"));
    let problems = read(&files).expect_err("a slip");
    insta::assert_snapshot!(problems[0].render(Colors::No), @r"
    error: `minuts` is unknown
     --> questions/sql/it/question.toml:4:1
      |
    4 | minuts = 18
      | ^^^^^^
      |
      = help: did you mean `minutes`?
    ");
}
