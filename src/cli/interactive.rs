//! The commands that open the interface; each hands its arguments to the shell.

use std::fs;
use std::path::{Path, PathBuf};

use super::args::{ColorChoice, Debrief, Drill, Format, House, Sitting};
use super::failure::{Done, Failure};
use super::paths::places;
use super::speech::Speech;
use crate::content::library::Library;
use crate::debrief::report::Report;
use crate::debrief::{html, json, markdown};
use crate::ids::{QuestionId, RoundId, SessionId};
use crate::interview::plan::Mode;
use crate::journal::sessions::State;
use crate::journal::{Access, Journal};
use crate::shell::{self, ColorWish, Options, ShellError};
use crate::tui::msg::Wish;

/// `mockloop`: opens the lobby.
pub fn lobby(house: &House) -> Result<Done, Failure> {
    done(shell::lobby(&options(house)?))
}

/// `mockloop loop`: sits the whole loop.
pub fn sit(house: &House, sitting: &Sitting) -> Result<Done, Failure> {
    done(shell::start(&options(house)?, wish(sitting)))
}

/// `mockloop drill ROUND`: drills one round.
pub fn drill(house: &House, drill: &Drill) -> Result<Done, Failure> {
    let wish = Wish {
        mode: Mode::Drill,
        round: Some(RoundId::new(&drill.round)),
        question: drill.question.as_deref().map(QuestionId::new),
        level: drill.level,
        topic: drill.topic.clone(),
        ..wish(&drill.sitting)
    };
    done(shell::start(&options(house)?, wish))
}

/// `mockloop rehearse [STORY]`: tells a story against the clock. A story is a file, or the name of
/// one in the user's folder of stories.
pub fn rehearse(house: &House, story: Option<&Path>) -> Result<Done, Failure> {
    let story = story.map(|story| find_story(house, story)).transpose()?;
    let wish = Wish { mode: Mode::Rehearsal, story, ..Wish::whole_loop("amazon-de") };
    done(shell::start(&options(house)?, wish))
}

fn find_story(house: &House, story: &Path) -> Result<PathBuf, Failure> {
    if story.exists() {
        return Ok(story.to_owned());
    }
    let named = places(house)?.stories.join(story).with_extension("toml");
    if named.exists() {
        return Ok(named);
    }
    let (story, named) = (story.display(), named.display());
    Err(Failure::Usage(format!(
        "there is no story {story}, nor {named}; `mockloop story list` shows yours, `mockloop story new` begins one"
    )))
}

/// `mockloop resume [SESSION]`: goes on with a session.
pub fn resume(house: &House, session: Option<&str>) -> Result<Done, Failure> {
    done(shell::resume(&options(house)?, session.map(SessionId::new)))
}

/// `mockloop debrief [SESSION]`: reads a debrief, or writes it as a file.
pub fn debrief(house: &House, debrief: &Debrief, speech: &Speech) -> Result<Done, Failure> {
    let options = options(house)?;
    let session = which(&options, debrief.session.as_deref())?;
    let Some(format) = debrief.format else {
        return done(shell::read_debrief(&options, session));
    };
    let report = report(&options, &session)?;
    let text = match format {
        Format::Html => html::page(&report),
        Format::Md => markdown::markdown(&report),
        Format::Json => json::json(&report),
    };
    match &debrief.output {
        None => speech.say(text),
        Some(file) => fs::write(file, text)
            .map_err(|error| Failure::Usage(format!("write {}: {error}", file.display())))?,
    }
    Ok(Done::Fine)
}

/// Finds a session: the one that was named, or the latest that is over.
fn which(options: &Options, named: Option<&str>) -> Result<SessionId, Failure> {
    if let Some(named) = named {
        return Ok(SessionId::new(named));
    }
    let sessions = read(options)?.sessions().map_err(|e| Failure::Journal(e.to_string()))?;
    let over = sessions.into_iter().find(|session| session.state != State::Open);
    over.map(|session| session.id).ok_or_else(|| {
        Failure::Usage("no session is over yet; `mockloop resume` goes on with an open one".into())
    })
}

/// Puts a session's report together.
fn report(options: &Options, session: &SessionId) -> Result<Report, Failure> {
    let library = library(options)?;
    let history = read(options)?.load(session).map_err(|e| Failure::Usage(e.to_string()))?;
    shell::reports::report(&history.events, &library)
        .ok_or_else(|| Failure::Usage(format!("session {session} has no plan to report on")))
}

/// Opens the journal for reading, whoever else is writing.
pub fn read(options: &Options) -> Result<Journal, Failure> {
    Journal::open(&options.journal, Access::Read).map_err(|e| Failure::Journal(e.to_string()))
}

/// Reads the content, with the user's folder on top.
pub fn library(options: &Options) -> Result<Library, Failure> {
    match &options.content {
        None => Ok(Library::builtin()),
        Some(folder) => Library::with_folder(folder).map_err(|p| Failure::Broken(vec![p])),
    }
}

/// Gives what holds for every command, as the shell wants it.
pub fn options(house: &House) -> Result<Options, Failure> {
    Ok(Options {
        journal: places(house)?.journal,
        content: house.content.clone(),
        color: match house.color {
            ColorChoice::Auto => ColorWish::Auto,
            ColorChoice::Always => ColorWish::Always,
            ColorChoice::Never => ColorWish::Never,
        },
        ascii: house.ascii,
        python: super::judging::python(),
    })
}

fn wish(sitting: &Sitting) -> Wish {
    Wish { scale: sitting.scale, seed: sitting.seed, ..Wish::whole_loop(&sitting.loop_name) }
}

/// `mockloop keys --test`: shows what the terminal delivers.
pub fn keys_test(_house: &House) -> Result<Done, Failure> {
    done(shell::keys_test())
}

fn done(result: Result<(), ShellError>) -> Result<Done, Failure> {
    let words = |error: ShellError| match error.exit_code() {
        3 => Failure::Judge(error.to_string()),
        4 => Failure::Journal(error.to_string()),
        _ => Failure::Usage(error.to_string()),
    };
    result.map(|()| Done::Fine).map_err(words)
}
