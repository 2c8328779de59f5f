//! How the command line speaks: results on standard output, everything else on standard error.

use std::io::{self, IsTerminal, Write};

use crossterm::style::Stylize;
use serde::Serialize;

use super::args::{ColorChoice, House};
use super::failure::Failure;
use crate::content::problem::Colors;

/// The version of every `--json` output; it changes when a field is renamed or removed.
pub const SCHEMA: u32 = 1;

/// The two streams, and whether they take colours.
#[derive(Clone, Copy, Debug)]
pub struct Speech {
    out: Colors,
    err: Colors,
}

/// What a word means, beyond what it says. The word itself must say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Bad,
    Quiet,
    Loud,
}

impl Speech {
    /// Looks at the flags, the environment and the two streams.
    pub fn new(house: &House) -> Self {
        let takes = |terminal: bool| match house.color {
            ColorChoice::Always => Colors::Yes,
            ColorChoice::Never => Colors::No,
            ColorChoice::Auto if terminal && std::env::var_os("NO_COLOR").is_none() => Colors::Yes,
            ColorChoice::Auto => Colors::No,
        };
        Self { out: takes(io::stdout().is_terminal()), err: takes(io::stderr().is_terminal()) }
    }

    /// Prints a result and ends the line.
    pub fn say(&self, text: impl AsRef<str>) {
        write_line(io::stdout().lock(), text.as_ref());
    }

    /// Prints one JSON object with its schema version first.
    pub fn say_json(&self, value: &impl Serialize) {
        self.say(json_line(value));
    }

    /// Tells something beside the result.
    pub fn note(&self, text: impl AsRef<str>) {
        write_line(io::stderr().lock(), text.as_ref());
    }

    /// Tells why the command could not do its work.
    pub fn complain(&self, failure: &Failure) {
        match failure {
            Failure::Broken(problems) => {
                for problem in problems {
                    // A person wants the page, a script wants `file:line:column`.
                    let told = match self.err {
                        Colors::Yes => problem.render(Colors::Yes),
                        Colors::No => problem.to_string(),
                    };
                    self.note(told);
                }
            }
            Failure::Usage(words) | Failure::Judge(words) | Failure::Journal(words) => {
                self.note(format!("mockloop: {words}"));
            }
        }
    }

    /// Colours a word for standard output, if that takes colours.
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        match (self.out, tone) {
            (Colors::No, _) => text.to_owned(),
            (Colors::Yes, Tone::Good) => text.green().to_string(),
            (Colors::Yes, Tone::Bad) => text.red().bold().to_string(),
            (Colors::Yes, Tone::Quiet) => text.dim().to_string(),
            (Colors::Yes, Tone::Loud) => text.bold().to_string(),
        }
    }
}

/// Writes an object with `"schema"` first.
pub fn json_line(value: &impl Serialize) -> String {
    let mut object = serde_json::Map::new();
    object.insert("schema".into(), SCHEMA.into());
    match serde_json::to_value(value).expect("what we print is plain data with text keys") {
        serde_json::Value::Object(fields) => object.extend(fields),
        other => drop(object.insert("value".into(), other)),
    }
    serde_json::Value::Object(object).to_string()
}

/// A reader that went away, such as `head`, has read enough; nobody is left to be told.
fn write_line(mut stream: impl Write, text: &str) {
    let line = format!("{}\n", text.strip_suffix('\n').unwrap_or(text));
    let _ = stream.write_all(line.as_bytes()).and_then(|()| stream.flush());
}
