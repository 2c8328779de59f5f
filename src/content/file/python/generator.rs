//! The generator of a Python question: `generate.py`, and the four tables of `question.toml` about it.

use std::ops::RangeInclusive;

use crate::content::check::Check;
use crate::content::file::Files;
use crate::content::generator::{Argument, Generated, Generator, Growth, Passing, Streaming};
use crate::content::problem::Problem;

/// The file with the generator, beside `question.toml`.
pub const GENERATE: &str = "generate.py";

/// Every case runs under two hash seeds and in the sealed engine, so there cannot be many.
const COUNTS: RangeInclusive<u32> = 1..=20;
const SIZES: RangeInclusive<u32> = 1..=2_000;
/// Below, a call is over before its time can be told; above, four times as much takes too long.
const GROWTH_SIZES: RangeInclusive<u32> = 50..=50_000;
/// Below, everything at once would not be noticed either.
const STREAM_SIZES: RangeInclusive<u32> = 1_000..=100_000;
/// An interpreter's own frames and caches take some of it; the most is a fraction of a room's ration.
const PEAKS: RangeInclusive<u32> = 32..=65_536;

/// The tables, as they stand in the file.
pub struct Tables {
    pub generated: Option<Generated>,
    pub growth: Option<Growth>,
    pub streaming: Option<Streaming>,
    pub argument: Option<Argument>,
}

/// Reads the generator; none where nothing is generated.
pub fn read(files: &Files, tables: Tables, check: &mut Check<'_>) -> Option<Generator> {
    let Tables { generated, growth, streaming, argument } = tables;
    let named = [
        ("generated", generated.is_some()),
        ("growth", growth.is_some()),
        ("streaming", streaming.is_some()),
    ];
    let users: Vec<&str> = named.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
    if argument.is_some() && users.is_empty() {
        let remedy = "add [generated], [growth] or [streaming], or remove it";
        check.require(false, "argument", "`[argument]` says how nothing is handed over", remedy);
    }
    let text = text(files, &users, check);
    let passing = argument.map(|argument| argument.passing).unwrap_or_default();
    if let Some(Generated { count, size }) = generated {
        within(count, COUNTS, "generated.count", check);
        within(size, SIZES, "generated.size", check);
    }
    if let Some(Growth { size }) = growth {
        within(size, GROWTH_SIZES, "growth.size", check);
    }
    if let Some(streaming) = &streaming {
        check_streaming(streaming, &passing, check);
    }
    Some(Generator { text: text?, generated, growth, streaming, passing })
}

fn text(files: &Files, users: &[&str], check: &mut Check<'_>) -> Option<String> {
    let file = format!("{}/{GENERATE}", files.folder);
    let Some(text) = files.text(GENERATE) else {
        for user in users {
            let what = format!("`[{user}]` needs `{GENERATE}`, which is missing");
            let remedy = "write it beside this file, with `def generate(seed, size)`";
            check.require(false, user, what, remedy);
        }
        return None;
    };
    if users.is_empty() {
        let remedy = "add [generated] with `count` and `size`, or remove the file";
        check.push(Problem::of_file(&file, "nothing uses the generator", remedy));
    }
    if !text.contains("def generate(") {
        let remedy = "define `def generate(seed: int, size: int) -> list`";
        check.push(Problem::of_file(&file, "the file defines no `generate`", remedy));
    }
    Some(text.to_owned())
}

fn within(number: u32, range: RangeInclusive<u32>, path: &str, check: &mut Check<'_>) {
    let remedy = format!("make it {} to {}", range.start(), range.end());
    check.require(range.contains(&number), path, format!("`{number}` cannot be used"), &remedy);
}

fn check_streaming(streaming: &Streaming, passing: &[Passing], check: &mut Check<'_>) {
    within(streaming.size, STREAM_SIZES, "streaming.size", check);
    within(streaming.peak_kib, PEAKS, "streaming.peak_kib", check);
    let is_file = passing.get(streaming.argument) == Some(&Passing::File);
    let what = format!("argument `{}` is a file, which has no items", streaming.argument);
    let remedy = "name an argument whose generated value is a list";
    check.require(!is_file, "streaming.argument", what, remedy);
}
