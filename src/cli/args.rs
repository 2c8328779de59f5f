//! What one may write on the command line, with the help a newcomer reads.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::content::question::{Difficulty, Kind};

/// Sit a complete, timed mock interview loop for data engineers: a SQL phone screen, then SQL and
/// data modelling, system design, Python and a behavioural round, then the debrief with the votes.
///
/// Everything happens on this computer, offline. Without a command the lobby opens, where you can
/// start a loop, drill one round, go on with a session that was cut short, and read your debriefs.
#[derive(Debug, Parser)]
#[command(name = "mockloop", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    #[command(flatten)]
    pub house: House,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const EXAMPLES: &str = "Examples:
  mockloop                              open the lobby
  mockloop loop --loop short            all five rounds in 45 minutes
  mockloop drill sql-deep-dive          one round, with pause, hints and verdicts at once
  mockloop debrief                      read the latest debrief again
  mockloop grade top-products-with-ties answer.sql
  mockloop doctor                       see that everything works here

Exit codes: 0 done, 2 the command line or a content file is wrong, 3 a judge could not run,
4 the journal could not be written. `grade --exit-code` also gives 1 for a rejected answer.";

/// What holds for every command.
#[derive(Clone, Debug, Default, Args)]
pub struct House {
    /// Read rounds/, questions/ and stories/ of this folder on top of the built-in ones
    #[arg(long, global = true, value_name = "DIR", help_heading = "For every command")]
    pub content: Option<PathBuf>,
    /// Keep the sessions in this file instead of the usual one (see `mockloop paths`)
    #[arg(long, global = true, value_name = "FILE", help_heading = "For every command")]
    pub journal: Option<PathBuf>,
    /// Run Python code in this CPython (3.11 or newer) instead of the engine inside
    #[arg(long, global = true, value_name = "PATH", help_heading = "For every command")]
    pub python: Option<PathBuf>,
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "For every command"
    )]
    pub color: ColorChoice,
    /// Draw with ASCII characters only
    #[arg(long, global = true, help_heading = "For every command")]
    pub ascii: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// When the output is a terminal and NO_COLOR is not set
    #[default]
    Auto,
    Always,
    Never,
}

/// The commands, in the order of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sit the whole loop: strict clocks, no pause, verdicts in the debrief
    #[command(
        after_help = "Examples:\n  mockloop loop\n  mockloop loop --loop short --seed 7\n  mockloop loop --scale 0.5     half the time everywhere"
    )]
    Loop(Sitting),
    /// Drill one round, with pause, hints, runs and the verdict at once
    #[command(
        after_help = "Examples:\n  mockloop drill phone-screen\n  mockloop drill busy-products\n  mockloop drill sql-deep-dive --level hard --topic windows\n\nRounds: phone-screen, sql-deep-dive, system-design, python, behavioral"
    )]
    Drill(Drill),
    /// Rehearse a story against the clock and see its score with the evidence
    #[command(
        after_help = "Examples:\n  mockloop rehearse                       a question is drawn, you tell a story\n  mockloop rehearse stories/backfill.toml"
    )]
    Rehearse {
        /// The story's file; without it a question is drawn
        story: Option<PathBuf>,
    },
    /// Read what happened: votes, decision, evidence, what would have changed it
    #[command(
        after_help = "Examples:\n  mockloop debrief                                  the latest, in the terminal\n  mockloop debrief --format html -o debrief.html"
    )]
    Debrief(Debrief),
    /// See where you stand and what to do next
    Progress {
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Go on after a crash, a closed laptop or a lost connection
    Resume {
        /// The session; without it the latest that is not over
        session: Option<String>,
    },
    /// Judge an answer file, for scripts and editors
    #[command(
        after_help = "Examples:\n  mockloop grade top-products-with-ties answer.sql\n  mockloop grade busy-products answer.py --json --exit-code\n  mockloop grade marketplace-transactions design.md\n\nAnswer files: SQL .sql; modelling one .sql with the parts `-- schema`, `-- load`, `-- views`;\nPython .py; design one Markdown file; behavioural a story TOML or plain text.\nThe fields of --json are described in docs/json.md."
    )]
    Grade(Grade),
    /// Score, list and write your stories
    #[command(subcommand)]
    Story(Story),
    /// Run a file in the sealed engines, as a drill's Run does
    #[command(subcommand, after_help = "Exit codes: 0 it ran, 1 it raised, 3 it was stopped.")]
    Run(Run),
    /// List, show, write and prove questions
    #[command(subcommand)]
    Bank(Bank),
    /// See that the installation works: engines, sealing, terminal, files
    Doctor {
        /// Print one JSON object
        #[arg(long, conflicts_with = "rescue")]
        json: bool,
        /// Save what can be read of a damaged journal into a fresh one; the damaged file is kept aside
        #[arg(long)]
        rescue: bool,
    },
    /// Print the table of keys
    Keys {
        /// Show what this terminal sends for each key you press
        #[arg(long)]
        test: bool,
    },
    /// Print where the journal, the configuration and your stories are
    Paths,
    /// Print completions for a shell
    #[command(
        after_help = "Example:\n  mockloop completions bash > ~/.local/share/bash-completion/completions/mockloop"
    )]
    Completions { shell: Shell },
    /// Print all that the Python review says of some files, as JSON (for tools/compare-ruff)
    #[command(hide = true)]
    Remarks { files: Vec<PathBuf> },
    /// Judge one request from standard input (the program starts itself this way)
    #[command(hide = true)]
    Judge {
        /// How long whoever asked will wait
        #[arg(long, hide = true, default_value_t = 60_000)]
        wall_millis: u64,
        /// Become this interpreter, behind a shut door
        #[arg(long, hide = true)]
        seat: Option<String>,
    },
}

/// How to sit.
#[derive(Clone, Debug, Args)]
pub struct Sitting {
    /// The loop, a name in rounds/
    #[arg(long = "loop", value_name = "NAME", default_value = "amazon-de")]
    pub loop_name: String,
    /// Shorten or lengthen every clock: 0.5 is half the time, 2 is double
    #[arg(long, value_name = "X", default_value_t = 1.0, value_parser = scale)]
    pub scale: f64,
    /// Draw the same questions again
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

fn scale(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(scale) if scale.is_finite() && (0.01..=20.0).contains(&scale) => Ok(scale),
        _ => Err("write a number from 0.01 to 20; 1 is real time".to_owned()),
    }
}

/// Which round to drill, and on what.
#[derive(Clone, Debug, Args)]
pub struct Drill {
    /// The round, such as phone-screen, or one question of it, such as busy-products
    pub round: String,
    /// Ask this question (see `mockloop bank list`)
    #[arg(long, value_name = "ID")]
    pub question: Option<String>,
    /// Draw only questions this hard
    #[arg(long, value_parser = level)]
    pub level: Option<Difficulty>,
    /// Draw only questions with this topic
    #[arg(long)]
    pub topic: Option<String>,
    #[command(flatten)]
    pub sitting: Sitting,
}

fn level(text: &str) -> Result<Difficulty, String> {
    let all = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];
    all.into_iter()
        .find(|known| known.name() == text)
        .ok_or_else(|| "write easy, medium or hard".to_owned())
}

fn kind(text: &str) -> Result<Kind, String> {
    Kind::ALL
        .into_iter()
        .find(|known| known.name() == text)
        .ok_or_else(|| "write sql, modeling, design, python or behavioral".to_owned())
}

/// Which debrief, and how to read it.
#[derive(Clone, Debug, Args)]
pub struct Debrief {
    /// The session; without it the latest that is over
    pub session: Option<String>,
    /// Write a report instead of opening the screen
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write the report to this file; without it, to standard output
    #[arg(short, long, value_name = "FILE", requires = "format")]
    pub output: Option<PathBuf>,
}

/// The forms of a written debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Html,
    Md,
    Json,
}

/// What to grade.
#[derive(Clone, Debug, Args)]
pub struct Grade {
    /// The question's id (see `mockloop bank list`)
    pub question: String,
    /// The answer; `-` reads standard input
    pub file: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 when the answer is rejected
    #[arg(long)]
    pub exit_code: bool,
    /// How long a plain-text story took to tell
    #[arg(long, value_name = "N")]
    pub seconds: Option<f64>,
    /// A model: grade the answer to the changed requirement, against the first answer in this file
    #[arg(long, value_name = "FILE")]
    pub changed_from: Option<PathBuf>,
    /// Count a query's rows on growing tables too, of up to a million rows or as many as are given
    #[arg(
        long, value_name = "ROWS", num_args = 0..=1, require_equals = true,
        default_missing_value = "1000000", value_parser = clap::value_parser!(u64).range(10_000..=10_000_000)
    )]
    pub scale: Option<u64>,
}

/// What to do with stories.
#[derive(Debug, Subcommand)]
pub enum Story {
    /// Score a story: TOML, plain text, or .jsonl with one object a line
    #[command(
        after_help = "Examples:\n  mockloop story score stories/backfill.toml\n  mockloop story score told.txt --prompt \"Tell me about a disagreement.\" --principles have-backbone --seconds 150\n  mockloop story score answers.jsonl --json"
    )]
    Score(StoryScore),
    /// List the stories of a folder and the principles they cover
    List {
        /// The folder; without it your own (see `mockloop paths`)
        folder: Option<PathBuf>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write the skeleton of a story
    New {
        /// Where to write it, such as backfill.toml
        file: PathBuf,
    },
    /// Compare the scorer with rated answers
    #[command(
        after_help = "Example:\n  mockloop story calibrate tests/data/calibration/stories-dev.jsonl"
    )]
    Calibrate {
        /// A .jsonl whose objects carry `mean` and `pass` of the raters
        file: PathBuf,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
}

/// Which story to score, and what is not in its file.
#[derive(Clone, Debug, Args)]
pub struct StoryScore {
    /// A story TOML, plain text, or .jsonl; `-` reads plain text from standard input
    pub file: PathBuf,
    /// The question a plain text answers
    #[arg(long)]
    pub prompt: Option<String>,
    /// The leadership principles it should show
    #[arg(long, value_delimiter = ',', value_name = "ID,…")]
    pub principles: Vec<String>,
    /// How long it took to tell; without it, words at 140 a minute count
    #[arg(long, value_name = "N")]
    pub seconds: Option<f64>,
    /// Print one JSON object (a line for each story of a .jsonl)
    #[arg(long)]
    pub json: bool,
}

/// What to run.
#[derive(Debug, Subcommand)]
pub enum Run {
    /// Run a Python file
    Python {
        /// The program; `-` reads standard input
        file: PathBuf,
    },
    /// Run SQL: one query, or a script of statements
    Sql {
        /// The statements; `-` reads standard input
        file: PathBuf,
        /// Run on the tables and the public rows of this question
        #[arg(long, value_name = "ID")]
        question: Option<String>,
    },
}

/// What to do with the bank of questions.
#[derive(Debug, Subcommand)]
pub enum Bank {
    /// List the questions
    #[command(
        after_help = "Example:\n  mockloop bank list --kind sql --level hard --topic windows"
    )]
    List {
        #[arg(long, value_parser = kind)]
        kind: Option<Kind>,
        #[arg(long, value_parser = level)]
        level: Option<Difficulty>,
        #[arg(long)]
        topic: Option<String>,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Show what a candidate is told: the prompt, the tables and the public rows
    Show {
        question: String,
        /// Also show the facts, the traps and a reference solution
        #[arg(long)]
        solution: bool,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write the skeleton of a question, with comments that say what belongs where
    #[command(
        after_help = "Example:\n  mockloop bank new sql late-deliveries --content my-questions"
    )]
    New {
        #[arg(value_parser = kind)]
        kind: Kind,
        /// The id: lower-case words joined by hyphens
        id: String,
    },
    /// Prove questions: references must pass, wrong answers must fail, stored results must hold
    #[command(
        after_help = "Examples:\n  mockloop bank check                           everything\n  mockloop bank check top-products-with-ties\n  mockloop bank check --content my-questions    only what that folder brings\n  mockloop bank check --all                     also what is unchanged since it was proven\n\nExit codes: 0 all is proven, 1 a proof failed, 2 a file is wrong, 3 a judge could not run."
    )]
    Check {
        /// Only these questions
        questions: Vec<String>,
        /// Only read the files; run nothing
        #[arg(long)]
        no_run: bool,
        /// Prove unchanged questions again too
        #[arg(long, conflicts_with = "no_run")]
        all: bool,
        /// Random databases on which references must agree and mutants are tried, or changed inputs of a Python
        /// question; 1000 to review new ones
        #[arg(long, value_name = "N", default_value_t = 200)]
        databases: u64,
    },
    /// Write what tells a question's surviving mutants from its reference: datasets of random rows, or cases
    #[command(
        after_help = "Example:\n  mockloop bank grow late-deliveries --content my-questions\n\nNeeds --content: the built-in questions cannot be written to."
    )]
    Grow {
        question: String,
        /// Add at most this many: 3 datasets or 20 cases, unless you say otherwise
        #[arg(long, value_name = "N")]
        most: Option<usize>,
    },
    /// Print the JSON Schema of a content file, or write all of them to a folder
    Schema {
        /// loop, question-sql, question-modeling, question-design, question-python,
        /// question-behavioral, cases or story
        name: Option<String>,
        /// Write every schema to this folder
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Derive and write the stored results (gold/*.json) from the reference solutions
    #[command(
        after_help = "Example:\n  mockloop bank gold late-deliveries --content my-questions\n\nNeeds --content: the built-in questions cannot be written to."
    )]
    Gold {
        /// Only these questions
        questions: Vec<String>,
    },
}
