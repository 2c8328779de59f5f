//! The README says what the program does: its table of keys is the keyboard's own, its commands are understood.

use std::path::PathBuf;

use clap::Parser;
use mockloop::cli::args::Cli;
use mockloop::shell::markdown_table;

const BEGIN: &str = "<!-- keys: begin -->\n";
const END: &str = "<!-- keys: end -->";

/// `UPDATE_README=1 cargo test readme` writes the table instead of comparing it.
#[test]
fn the_readme_shows_the_keys_that_the_keyboard_is_read_by() {
    let text = readme();
    let (before, rest) = text.split_once(BEGIN).expect("the table has a beginning");
    let (shown, after) = rest.split_once(END).expect("the table has an end");
    let fresh = format!("\n{}\n", markdown_table());
    if std::env::var_os("UPDATE_README").is_some() {
        let whole = format!("{before}{BEGIN}{fresh}{END}{after}");
        std::fs::write(path(), whole).expect("the README can be written");
        return;
    }
    assert_eq!(shown, fresh, "run `UPDATE_README=1 cargo test readme` and look at the change");
}

#[test]
fn every_command_of_the_readme_is_understood() {
    let text = readme();
    let code = text.split("```").skip(1).step_by(2).flat_map(str::lines);
    let commands: Vec<&str> = code.filter(|line| line.starts_with("mockloop ")).collect();
    assert!(commands.len() > 15, "the README shows commands");
    for command in commands {
        let understood = Cli::try_parse_from(command.split_whitespace());
        assert!(understood.is_ok(), "{command}: {}", understood.expect_err("it is not"));
    }
}

fn readme() -> String {
    std::fs::read_to_string(path()).expect("the README can be read")
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}
