//! Programs that are only run: their output, their traceback, and the samples after them.

use super::*;

#[test]
fn a_run_shows_output_and_traceback() {
    let program = "print('before')\ndef part(row):\n    return row['at']\npart({})\n";
    let (ok, text, error) = ran(program, PLENTY);
    assert_eq!((ok, text.as_str()), (false, "before\n"));
    assert_eq!(
        error.as_deref(),
        Some(
            "Traceback (most recent call last):\n  File \"answer.py\", line 4, in <module>\n    part({})\n  \
              File \"answer.py\", line 3, in part\n    return row['at']\nKeyError: 'at'"
        )
    );
}

#[test]
fn a_syntax_error_points_at_its_place() {
    let (ok, _, error) = ran("x = 1\ndef f(:\n    pass\n", PLENTY);
    let error = error.expect("it does not parse");
    assert!(!ok && error.starts_with("  File \"answer.py\", line 2\n    def f(:\n"), "{error}");
    assert!(error.contains("SyntaxError: "), "{error}");
}

#[test]
fn a_run_is_main_and_may_exit() {
    assert_eq!(
        printed("import sys\nif __name__ == '__main__':\n    print('main')\n    sys.exit(0)\n"),
        "main\n"
    );
    let (ok, _, error) = ran("import sys\nsys.exit('no input')\n", PLENTY);
    assert!(!ok && error.expect("it left with a message").ends_with("SystemExit: no input"));
}

#[test]
fn a_run_that_does_not_end_says_where_it_was() {
    let (ok, text, error) = ran("print('start')\nwhile True:\n    pass\n", Duration::from_secs(3));
    assert_eq!((ok, text.as_str()), (false, "start\n"));
    let error = error.expect("it was stopped");
    assert!(
        error.starts_with("Stopped: did not end within 3 seconds; it was stopped in line"),
        "{error}"
    );
}

#[test]
fn a_drills_run_tries_the_samples() {
    let cases = vec![sample(case("[1]", "1")), sample(case("[2]", "3")), case("[9]", "0")];
    let run =
        PythonRun { program: "def f(n):\n    return n\n".into(), paper: Some(paper("", cases)) };
    let Outcome::Output { ok, text, .. } = run_within(&run, PLENTY) else {
        panic!("wanted output")
    };
    assert!(ok);
    assert_eq!(
        text,
        "sample “f[1]”: passed\nsample “f[2]”: returned another int than wanted\n  expected: 3\n  returned: 2\n"
    );
}
