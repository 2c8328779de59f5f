//! What an exception was: its classes, its message, the lines it came through, and what led to it.
//!
//! Both engines give an [`Account`]; how it is told is decided once, in `telling`.

mod reading;
mod telling;

use serde::Deserialize;

pub use reading::read;

/// The name under which answers run.
pub const FILE: &str = "answer.py";
/// How many characters of a message are shown.
const LONGEST: usize = 2000;
/// How many exceptions of a chain are told.
const CHAIN: usize = 4;
/// How many exceptions are told in all, with those of a group and of each one's chain.
const MOST: usize = 24;

/// What an engine knows of an exception, as plain data.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The class and its ancestors, each with whether it is built into the language.
    lineage: Vec<(String, bool)>,
    message: String,
    #[serde(default)]
    notes: Vec<String>,
    /// The lines of the candidate's code it came through, outermost first.
    #[serde(default)]
    steps: Vec<Step>,
    /// Where the text is no Python, if that is what it is about.
    #[serde(default)]
    syntax: Option<Syntax>,
    /// Of a group: the exceptions in it.
    #[serde(default)]
    parts: Vec<Account>,
    /// What it was raised from, or while that was handled.
    #[serde(default)]
    earlier: Option<(Link, Box<Account>)>,
    /// Of a `SystemExit`: the code, 0 when it has none.
    #[serde(default)]
    exit_code: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Step {
    line: usize,
    function: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Syntax {
    line: usize,
    /// Counted from one.
    column: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Link {
    Cause,
    Context,
}

impl Account {
    fn class(&self) -> &str {
        self.lineage.first().map_or("an exception", |(name, _)| name)
    }
}

/// An exception that left the candidate's code.
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    /// The class, such as `KeyError`.
    pub name: String,
    lineage: Vec<(String, bool)>,
    /// The traceback, trimmed to the candidate's code.
    pub text: String,
    /// The deepest line of the candidate's code it came through.
    pub line: Option<usize>,
    exit_code: Option<i64>,
}

impl Raised {
    /// Tells an exception as Python prints it, with only the candidate's own lines.
    pub fn new(account: Account, source: &str) -> Self {
        let text = telling::tell(&account, source);
        let line = account.steps.last().map(|step| step.line);
        let name = account.class().to_owned();
        Self { name, lineage: account.lineage, text, line, exit_code: account.exit_code }
    }

    /// Says whether it only ends the program, as `sys.exit()` does.
    pub fn is_clean_exit(&self) -> bool {
        self.name == "SystemExit" && self.exit_code == Some(0)
    }

    /// Says whether its class is the one built into the language under this name.
    pub fn is_built_in(&self, name: &str) -> bool {
        self.lineage.first().is_some_and(|(class, built_in)| class == name && *built_in)
    }

    /// Says whether it is of the class a case names, or of a subclass. A class of the candidate's own cannot
    /// stand in for a builtin one by taking its name.
    pub fn is_a(&self, name: &str) -> bool {
        let name = name.rsplit('.').next().unwrap_or(name);
        let must_be_built_in = BUILT_IN.contains(&name);
        self.lineage
            .iter()
            .any(|(class, built_in)| class == name && (*built_in || !must_be_built_in))
    }
}

/// The exceptions of the language, as an answer may be asked to raise them.
const BUILT_IN: [&str; 40] = [
    "BaseException",
    "Exception",
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BufferError",
    "EOFError",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "GeneratorExit",
    "ImportError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PermissionError",
    "RecursionError",
    "ReferenceError",
    "RuntimeError",
    "StopIteration",
    "SyntaxError",
    "SystemError",
    "SystemExit",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "ValueError",
    "ZeroDivisionError",
];
