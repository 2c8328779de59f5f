//! The command line: one function for each command, what they print, and the exit codes they promise.

pub mod args;
mod bank;
mod columns;
mod crew;
mod doctor;
mod failure;
mod grade;
mod interactive;
mod judging;
mod keys;
mod paths;
mod progress;
mod reading;
mod remarks;
mod run;
mod speech;
mod story;

use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, Parser};

use crate::content::library::Library;
use args::{Cli, Command, House};
use failure::{Done, Failure};
use speech::Speech;

/// Reads the command line, does what it says, and gives the exit code.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if let Some(Command::Judge { seat, wall_millis }) = &cli.command {
        // The judge speaks with exit codes and a reply of its own.
        return match seat {
            Some(order) => crate::judge::python::cpython::seat::take(order),
            None => {
                let wall = Duration::from_millis(*wall_millis);
                crate::judge::worker::serve(cli.house.python.as_deref(), wall)
            }
        };
    }
    let speech = Speech::new(&cli.house);
    match obey(cli, &speech) {
        Ok(done) => ExitCode::from(done.code()),
        Err(failure) => {
            speech.complain(&failure);
            ExitCode::from(failure.code())
        }
    }
}

fn obey(cli: Cli, speech: &Speech) -> Result<Done, Failure> {
    let house = &cli.house;
    judging::choose_python(house);
    let Some(command) = cli.command else {
        return interactive::lobby(house);
    };
    match command {
        Command::Loop(sitting) => interactive::sit(house, &sitting),
        Command::Drill(drill) => interactive::drill(house, &drill),
        Command::Rehearse { story } => interactive::rehearse(house, story.as_deref()),
        Command::Debrief(debrief) => interactive::debrief(house, &debrief, speech),
        Command::Progress { json } => progress::progress(house, json, speech),
        Command::Resume { session } => interactive::resume(house, session.as_deref()),
        Command::Grade(grade) => grade::grade(&library(house)?, &grade, speech),
        Command::Story(story) => story::story(house, &story, speech),
        Command::Run(run) => run::run(house, &run, speech),
        Command::Bank(bank) => bank::bank(house, &bank, speech),
        Command::Doctor { rescue: true, .. } => doctor::rescue(house, speech),
        Command::Doctor { json, .. } => doctor::doctor(house, json, speech),
        Command::Keys { test: true } => interactive::keys_test(house),
        Command::Keys { test: false } => keys::table(speech),
        Command::Paths => paths::paths(house, speech),
        Command::Completions { shell } => completions(shell, speech),
        Command::Remarks { files } => remarks::remarks(&files, speech),
        Command::Judge { .. } => Err(Failure::Judge(String::from("judging was begun twice"))),
    }
}

/// Gives the built-in content with the folder of `--content` on top of it.
pub fn library(house: &House) -> Result<Library, Failure> {
    match &house.content {
        None => Ok(Library::builtin()),
        Some(folder) => {
            Library::with_folder(folder).map_err(|problem| Failure::Broken(vec![problem]))
        }
    }
}

fn completions(shell: clap_complete::Shell, speech: &Speech) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "mockloop", &mut script);
    speech.say(String::from_utf8_lossy(&script).trim_end());
    Ok(Done::Fine)
}
