//! Where things are: the journal, the configuration, the user's own stories.

use std::path::PathBuf;

use etcetera::{AppStrategy, AppStrategyArgs, app_strategy::Xdg};

use super::args::House;
use super::columns::columns;
use super::failure::{Done, Failure};
use super::speech::Speech;

/// The places this program keeps things in, XDG on every system with a home folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    pub journal: PathBuf,
    pub config: PathBuf,
    pub stories: PathBuf,
    pub crashes: PathBuf,
}

/// Finds the places; `--journal` moves the journal only.
pub fn places(house: &House) -> Result<Places, Failure> {
    let names = AppStrategyArgs {
        top_level_domain: String::from("org"),
        author: String::from("mockloop"),
        app_name: String::from("mockloop"),
    };
    let base = Xdg::new(names).map_err(|error| {
        Failure::Usage(format!("no home folder: {error}. Set HOME, or XDG_DATA_HOME."))
    })?;
    Ok(Places {
        journal: house.journal.clone().unwrap_or_else(|| base.in_data_dir("journal.db")),
        config: base.in_config_dir("config.toml"),
        stories: base.in_data_dir("stories"),
        crashes: base.in_state_dir("crashes").unwrap_or_else(|| base.in_data_dir("crashes")),
    })
}

/// Prints the places and whether they are there yet.
pub fn paths(house: &House, speech: &Speech) -> Result<Done, Failure> {
    let places = places(house)?;
    let row = |name: &str, path: &PathBuf| {
        let state = if path.exists() { "" } else { "(not there yet)" };
        vec![name.to_owned(), path.display().to_string(), state.to_owned()]
    };
    let mut rows = vec![
        row("journal", &places.journal),
        row("configuration", &places.config),
        row("stories", &places.stories),
        row("crash reports", &places.crashes),
    ];
    if let Some(content) = &house.content {
        rows.push(row("content on top", content));
    }
    speech.say(columns(&rows));
    Ok(Done::Fine)
}
