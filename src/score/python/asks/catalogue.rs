//! The questions themselves, each with the points a good answer names.

use crate::content::question::{FollowUp, Point};

/// Gives the question about a finding of this rule, if there is one worth a minute.
pub fn about(rule: &str, line: usize) -> Option<FollowUp> {
    Some(match rule {
        "BLE001" => follow_up(
            format!("You catch Exception in line {line}. What would you lose?"),
            &[
                (
                    "bugs of one's own are hidden",
                    &[
                        "bug",
                        "typo",
                        "nameerror",
                        "attributeerror",
                        "typeerror",
                        "programming error",
                        "my own mistake",
                        "mask",
                        "hide",
                    ],
                ),
                (
                    "the class that is expected",
                    &[
                        "valueerror",
                        "keyerror",
                        "narrow",
                        "specific",
                        "only the",
                        "expected exception",
                    ],
                ),
                (
                    "a trace or a count of what failed",
                    &["trace", "log", "count", "metric", "alert"],
                ),
            ],
        ),
        "E722" | "S110" | "S112" => follow_up(
            format!(
                "Whatever goes wrong in line {line} passes in silence. How would anybody notice that half of the rows are missing?"
            ),
            &[
                (
                    "count what was skipped",
                    &["count", "metric", "counter", "share", "rate", "threshold"],
                ),
                (
                    "log which record it was",
                    &["log", "dead letter", "dead-letter", "quarantine", "set aside"],
                ),
                (
                    "catch only what is expected",
                    &["narrow", "specific", "valueerror", "keyerror", "only the", "expected"],
                ),
            ],
        ),
        "B006" => follow_up(
            format!(
                "When is the default in line {line} made, and what does the second caller get?"
            ),
            &[
                (
                    "once, when the function is defined",
                    &["once", "definition", "defined", "import"],
                ),
                (
                    "all calls share it",
                    &[
                        "share",
                        "same object",
                        "same list",
                        "same dict",
                        "leak",
                        "previous call",
                        "first call",
                    ],
                ),
                ("None and a new one inside", &["none", "inside the function", "in the body"]),
            ],
        ),
        "B023" => follow_up(
            format!(
                "Which value does the function in line {line} see when it is called after the loop?"
            ),
            &[
                ("the last one", &["last", "final", "late binding", "latest"]),
                (
                    "bind it as a default or a parameter",
                    &["default", "partial", "bind", "parameter", "argument"],
                ),
            ],
        ),
        "PLW0603" => follow_up(
            format!("Two calls run at the same time. What happens to the global of line {line}?"),
            &[
                (
                    "they overwrite each other",
                    &["race", "overwrite", "interleave", "thread", "lost update", "same time"],
                ),
                (
                    "pass it in and return it",
                    &["pass", "return", "argument", "parameter", "class", "object"],
                ),
            ],
        ),
        "DTZ003" | "DTZ005" | "DTZ007" => follow_up(
            format!(
                "Which time zone is the time of line {line} in, and what happens on the night the clocks change?"
            ),
            &[
                (
                    "it is local time or none at all",
                    &["naive", "local", "no time zone", "no timezone", "machine"],
                ),
                (
                    "an hour comes twice or never",
                    &["twice", "ambiguous", "missing hour", "dst", "daylight", "never"],
                ),
                ("UTC inside", &["utc"]),
            ],
        ),
        "SIM115" | "own.file-left-open" => follow_up(
            format!("The file of line {line}: who closes it when the next line raises?"),
            &[
                (
                    "nobody, until the collector comes",
                    &["nobody", "no one", "garbage", "collector", "leak", "never"],
                ),
                ("a with block", &["with", "context manager", "finally"]),
            ],
        ),
        "PLW1514" => follow_up(
            format!("What does line {line} read on a machine with another default encoding?"),
            &[
                (
                    "other characters, or an error",
                    &[
                        "mojibake",
                        "wrong character",
                        "garbled",
                        "unicodedecodeerror",
                        "decode",
                        "cp1252",
                        "latin",
                    ],
                ),
                ("say the encoding", &["utf-8", "utf8", "encoding="]),
            ],
        ),
        "S608" => follow_up(
            format!("What could somebody put into the value that reaches the SQL of line {line}?"),
            &[
                ("SQL of their own", &["inject", "quote", "drop table", "union", "or 1=1"]),
                ("parameters", &["parameter", "placeholder", "bind", "prepared"]),
            ],
        ),
        "S307" | "S102" | "S301" | "S506" | "S602" => follow_up(
            format!("Line {line} runs what it is given. What would an attacker send?"),
            &[
                (
                    "code or a command of their own",
                    &["code", "command", "import os", "delete", "shell", "arbitrary"],
                ),
                (
                    "a parser for data only",
                    &["literal_eval", "json", "safe_load", "parse", "list of arguments", "parquet"],
                ),
            ],
        ),
        "B905" => follow_up(
            format!("What does the zip in line {line} do when one side is longer?"),
            &[
                (
                    "the rest is lost in silence",
                    &["drop", "lost", "lose", "truncat", "shorter", "silent", "ignore"],
                ),
                ("strict", &["strict", "check the length", "compare the length", "zip_longest"]),
            ],
        ),
        "own.set-order" => follow_up(
            format!("In which order does the list of line {line} come, today and tomorrow?"),
            &[
                (
                    "in no order one can rely on",
                    &[
                        "no order",
                        "arbitrary",
                        "undefined",
                        "hash",
                        "random",
                        "any order",
                        "differ",
                    ],
                ),
                (
                    "sort it or keep the first of each",
                    &["sort", "dict.fromkeys", "fromkeys", "ordered"],
                ),
            ],
        ),
        "own.mutates-input" => follow_up(
            "Your function changes what its caller handed over. Who finds that out, and when?"
                .to_owned(),
            &[
                (
                    "the caller, later and elsewhere",
                    &["caller", "later", "elsewhere", "surpris", "second call", "reuse"],
                ),
                ("copy or build anew", &["copy", "new list", "new dict", "build"]),
            ],
        ),
        "T201" => follow_up(
            format!("What becomes of the print in line {line} when this runs at night?"),
            &[
                (
                    "nobody reads it, or it gets into the data",
                    &["nobody", "lost", "stdout", "pipe", "no level", "mixed"],
                ),
                ("a logger with a level", &["logger", "logging", "level"]),
            ],
        ),
        "TRY002" => follow_up(
            format!(
                "How does a caller handle the Exception of line {line} without handling all of them?"
            ),
            &[
                (
                    "they cannot",
                    &["cannot", "can't", "everything", "all exceptions", "too wide", "broad"],
                ),
                (
                    "a class of its own or ValueError",
                    &[
                        "own exception",
                        "own class",
                        "custom",
                        "subclass",
                        "valueerror",
                        "typeerror",
                    ],
                ),
            ],
        ),
        "B904" | "TRY400" => follow_up(
            format!(
                "Somebody reads the trace of line {line} at three in the morning. What is missing?"
            ),
            &[
                ("what led to it", &["cause", "original", "first exception", "root", "led to"]),
                (
                    "raise from, or log with the trace",
                    &[
                        "from error",
                        "from exc",
                        "raise from",
                        "from e",
                        "log.exception",
                        "logger.exception",
                        "exc_info",
                    ],
                ),
            ],
        ),
        _ => return None,
    })
}

/// About a loop in a loop.
pub fn quadratic(outer: usize, inner: usize) -> FollowUp {
    follow_up(
        format!(
            "For every turn of the loop in line {outer} you go through everything again in line {inner}. What does that cost for a million rows, and what would you do instead?"
        ),
        &[
            (
                "it grows with the square",
                &[
                    "quadratic",
                    "n^2",
                    "n²",
                    "o(n2)",
                    "n squared",
                    "n * m",
                    "n*m",
                    "product",
                    "10^12",
                    "trillion",
                ],
            ),
            (
                "look it up in a dict or a set",
                &["dict", "set", "hash", "index", "lookup", "look up", "group"],
            ),
            (
                "or sort once and go through once",
                &["sort", "two pointer", "merge", "bisect", "binary search"],
            ),
        ],
    )
}

/// About a stream that is held as a whole.
pub fn memory(line: usize, name: &str) -> FollowUp {
    follow_up(
        format!("In line {line} you hold all of `{name}` in memory. What if it is 200 gigabytes?"),
        &[
            (
                "go through it once, record by record",
                &[
                    "one pass",
                    "single pass",
                    "stream",
                    "generator",
                    "iterat",
                    "one at a time",
                    "lazily",
                    "line by line",
                ],
            ),
            (
                "keep only what is needed for each key",
                &["per key", "aggregate", "running", "only keep", "counter", "bounded", "heap"],
            ),
            (
                "sort or group outside of memory",
                &["external", "spill", "disk", "chunk", "batch", "partition", "database", "spark"],
            ),
        ],
    )
}

/// About input that ends in the middle.
pub fn corrupted(line: usize) -> FollowUp {
    follow_up(
        format!(
            "Line {line} reads its input. What if that is corrupted halfway, after you have handed on the first half?"
        ),
        &[
            (
                "nothing half is left behind",
                &[
                    "atomic",
                    "temporary",
                    "temp file",
                    "rename",
                    "transaction",
                    "roll back",
                    "rollback",
                    "all or nothing",
                    "staging",
                ],
            ),
            (
                "bad records are set aside and counted",
                &[
                    "quarantine",
                    "dead letter",
                    "dead-letter",
                    "skip",
                    "count",
                    "set aside",
                    "reject",
                ],
            ),
            (
                "it can be run again",
                &["again", "idempotent", "retry", "rerun", "checkpoint", "resume", "restart"],
            ),
        ],
    )
}

/// About a sort.
pub fn sorting(line: usize) -> FollowUp {
    follow_up(
        format!("You sort in line {line}. What does it cost, and when could you do without?"),
        &[
            ("n log n", &["n log n", "nlogn", "n*log"]),
            (
                "a heap when only a few are wanted",
                &["heap", "nlargest", "nsmallest", "top k", "top-k"],
            ),
            (
                "when the input is in order already",
                &["already sorted", "already in order", "arrives sorted", "presorted", "merge"],
            ),
        ],
    )
}

/// About tests.
pub fn testing() -> FollowUp {
    follow_up(
        "How would you test this, beyond the examples on the screen?".to_owned(),
        &[
            (
                "empty, one and broken inputs",
                &["empty", "single", "none", "malformed", "broken", "edge", "boundary"],
            ),
            (
                "properties over random inputs",
                &[
                    "property",
                    "hypothesis",
                    "random",
                    "fuzz",
                    "generated",
                    "brute force",
                    "reference implementation",
                ],
            ),
            ("order and duplicates", &["order", "shuffle", "duplicate", "twice", "idempotent"]),
        ],
    )
}

/// About logs.
pub fn logging() -> FollowUp {
    follow_up(
        "This runs every night. What would you log, and what would you leave out?".to_owned(),
        &[
            (
                "how many came in, went out and were dropped",
                &["count", "how many", "number of", "rows in", "dropped", "skipped", "metric"],
            ),
            ("the id of what failed", &["id", "key", "which record", "line number", "offset"]),
            (
                "no personal data and no line for each record",
                &[
                    "personal",
                    "pii",
                    "sensitive",
                    "every record",
                    "each record",
                    "volume",
                    "sample",
                    "level",
                ],
            ),
        ],
    )
}

fn follow_up(ask: String, points: &[(&str, &[&str])]) -> FollowUp {
    let point = |(name, any): &(&str, &[&str])| Point {
        name: (*name).to_owned(),
        any: any.iter().map(|one| (*one).to_owned()).collect(),
        with: Vec::new(),
    };
    FollowUp { ask, deeper: Vec::new(), points: points.iter().map(point).collect() }
}
