//! Mistakes in what only a Python question brings: its cases, its generator and its gauntlet.

use super::*;

/// What stands in the good cases, what stands there instead, and what is told.
const BROKEN_CASES: &[(&str, &str, &str)] = &[
    (
        "expect = '3'\n",
        "",
        "cases.toml:14:1: the case `case 3` does not say what must come of it; write either `expect` or `raises`",
    ),
    (
        "args = '[3]'",
        "args = '3'",
        "cases.toml:16:8: the arguments are not a list; write a JSON array, one element for each positional argument",
    ),
    (
        "args = '[3]'",
        "args = '[3'",
        "cases.toml:16:8: not JSON: EOF while parsing a list at line 1 column 2; mend the JSON",
    ),
    (
        "expect = '3'",
        "expect = '{\"$datetme\": \"2024\"}'",
        "`$datetme` is not a known tag; did you mean `$datetime`?",
    ),
    ("expect = '3'", "raises = \"Key Error\"", "`Key Error` cannot be an exception; name a class"),
    (
        "sample = true\n",
        "",
        "no case is shown to the candidate; mark two or three cases with `sample = true`",
    ),
    ("name = \"case 3\"", "name = \"case 2\"", "`case 2` is here twice; rename one"),
    (
        "[[cases]]\nname = \"case 11\"\nargs = '[11]'\nexpect = '11'\n",
        "",
        "11 cases are too few; write at least twelve [[cases]]",
    ),
];

#[test]
fn a_mistake_in_the_cases_is_told_in_their_own_file() {
    for (good_text, bad_text, expected) in BROKEN_CASES {
        let mut files = good_files(Kind::Python);
        assert!(good_cases().contains(good_text), "{good_text} stands in the good file");
        files.add("cases.toml", good_cases().replacen(good_text, bad_text, 1));
        let told = lines(&read(&files).expect_err(bad_text));
        assert!(told.contains(expected), "\nexpected {expected}\ntold     {told}");
        assert!(told.starts_with("questions/python/it/cases.toml:"), "{told}");
    }
}

/// What is added to the good question with `generate.py`, and what is told.
const BROKEN_GENERATORS: &[(&str, &str)] = &[
    ("[generated]\ncount = 0\nsize = 40\n", "`0` cannot be used; make it 1 to 20"),
    ("[generated]\ncount = 3\nsize = 90000\n", "`90000` cannot be used; make it 1 to 2000"),
    ("[generated]\ncount = 3\nsizes = 4\n", "`sizes` is unknown; did you mean `size`?"),
    ("[growth]\nsize = 3\n", "`3` cannot be used; make it 50 to 50000"),
    (
        "[streaming]\nargument = 0\nsize = 5000\npeak_kib = 1\n",
        "`1` cannot be used; make it 32 to 65536",
    ),
    (
        "[streaming]\nargument = 0\nsize = 5000\npeak_kib = 64\n[argument]\nas = [\"file\"]\n",
        "argument `0` is a file, which has no items; name an argument whose generated value is a list",
    ),
    (
        "[argument]\nas = [\"iter\"]\n",
        "`[argument]` says how nothing is handed over; add [generated], [growth] or [streaming], or remove it",
    ),
    ("[growth]\nsize = 500\n[argument]\nas = [\"itre\"]\n", "did you mean `iter`?"),
    (
        "",
        "generate.py: nothing uses the generator; add [generated] with `count` and `size`, or remove",
    ),
];

#[test]
fn a_mistake_about_the_generator_is_told_at_its_place() {
    for (tables, expected) in BROKEN_GENERATORS {
        let mut files = good_files(Kind::Python);
        files.add(MAIN, format!("{}{tables}", good(Kind::Python)));
        files.add("generate.py", "def generate(seed, size):\n    return [size]\n");
        let told = lines(&read(&files).expect_err(expected));
        assert!(told.contains(expected), "\nexpected {expected}\ntold     {told}");
    }
}

#[test]
fn a_table_that_needs_the_generator_says_so_when_there_is_none() {
    let mut files = good_files(Kind::Python);
    let table = "[generated]\ncount = 3\nsize = 40\n";
    files.add(MAIN, format!("{}{table}", good(Kind::Python)));
    let told = lines(&read(&files).expect_err("no generator"));
    assert!(
        told.contains("`[generated]` needs `generate.py`, which is missing; write it"),
        "{told}"
    );
    files.add("generate.py", "def make(seed, size):\n    return [size]\n");
    let told = lines(&read(&files).expect_err("no `generate`"));
    let expected = "it/generate.py: the file defines no `generate`; define `def generate(seed: int";
    assert!(told.contains(expected), "{told}");
    files.add("generate.py", "def generate(seed, size):\n    return [size]\n");
    assert!(read(&files).is_ok());
}

/// A good gauntlet, for the good question.
const GAUNTLET: &str = "
[gauntlet]
seeds = [1, 2]
size = 400
key = \"id\"
version = \"version\"

[gauntlet.accept]
recovered = 0.98
dead_lettered = 0.98
wrong_values = 0.001
wrongly_dead = 0.001
dropped = 0
peak_kib = 1024

[[gauntlet.kinds]]
name = \"clean\"
about = \"nothing happened\"
share = 0.9
fate = \"recover\"

[[gauntlet.kinds]]
name = \"cut\"
about = \"broken off\"
share = 0.1
fate = \"dead-letter\"
";

/// What is made of the good gauntlet, and what is told.
const BROKEN_GAUNTLETS: &[(&str, &str, &str)] = &[
    ("seeds = [1, 2]", "seeds = []", "0 streams cannot be judged; name 1 to 6 seeds"),
    ("size = 400", "size = 40000", "`40000` cannot be used; make it 200 to 5000"),
    ("recovered = 0.98", "recovered = 98", "`98` is not a share; make it 0 to 1"),
    ("share = 0.1", "share = 0.2", "the shares make 1.100 together; make them 1"),
    ("\"cut\"", "\"clean\"", "`clean` is here twice"),
    ("\"dead-letter\"", "\"recover\"", "no kind has the fate `dead-letter`"),
    ("\"dead-letter\"", "\"dead-leter\"", "did you mean `dead-letter`?"),
    ("peak_kib = 1024\n", "", "`peak_kib` is missing"),
];

fn with_gauntlet(table: &str, text: Option<&str>) -> Files {
    let mut files = good_files(Kind::Python);
    files.add(MAIN, format!("{}{table}", good(Kind::Python)));
    text.iter().for_each(|text| files.add("gauntlet.py", text.to_string()));
    files
}

#[test]
fn a_mistake_about_the_gauntlet_is_told_at_its_place() {
    let text = Some("def generate(seed, size):\n    return []\n");
    assert!(read(&with_gauntlet(GAUNTLET, text)).is_ok());
    for (good_text, bad_text, expected) in BROKEN_GAUNTLETS {
        assert!(GAUNTLET.contains(good_text), "{good_text} stands in the good table");
        let table = GAUNTLET.replacen(good_text, bad_text, 1);
        let told = lines(&read(&with_gauntlet(&table, text)).expect_err(expected));
        assert!(told.contains(expected), "\nexpected {expected}\ntold     {told}");
    }
}

#[test]
fn a_gauntlet_needs_its_file_and_the_file_its_table() {
    let told = lines(&read(&with_gauntlet(GAUNTLET, None)).expect_err("no file"));
    assert!(told.contains("it/gauntlet.py: the file is missing"), "{told}");
    let told =
        lines(&read(&with_gauntlet("", Some("def generate(a, b):\n"))).expect_err("no table"));
    assert!(told.contains("it/gauntlet.py: nothing uses the gauntlet"), "{told}");
    let told = lines(&read(&with_gauntlet(GAUNTLET, Some("x = 1\n"))).expect_err("no function"));
    assert!(told.contains("it/gauntlet.py: the file defines no `generate`"), "{told}");
}
