//! The gauntlet of a Python question: `gauntlet.py`, and the table of `question.toml` about it.

use std::ops::RangeInclusive;

use crate::content::check::Check;
use crate::content::file::Files;
use crate::content::gauntlet::{Acceptance, Damage, Fate, Gauntlet, GauntletTable};
use crate::content::problem::Problem;

/// The file with the generator, beside `question.toml`.
pub const GAUNTLET: &str = "gauntlet.py";

/// Every stream goes through an answer under two hash seeds, and all of it within its ten seconds.
const STREAMS: RangeInclusive<usize> = 1..=6;
const SIZES: RangeInclusive<u32> = 200..=5_000;
const PEAKS: RangeInclusive<u32> = 32..=65_536;
/// Shares are written by hand, so their sum may be off by a hair.
const HAIR: f64 = 1e-6;

/// Reads the gauntlet; none where there is no table.
pub fn read(
    files: &Files,
    table: Option<GauntletTable>,
    check: &mut Check<'_>,
) -> Option<Gauntlet> {
    let Some(table) = table else {
        if files.text(GAUNTLET).is_some() {
            let file = format!("{}/{GAUNTLET}", files.folder);
            let remedy = "add [gauntlet] to question.toml, or remove the file";
            check.push(Problem::of_file(&file, "nothing uses the gauntlet", remedy));
        }
        return None;
    };
    let text = check.file(files, GAUNTLET, "write it, with `def generate(seed, size)`");
    if !text.is_empty() && !text.contains("def generate(") {
        let file = format!("{}/{GAUNTLET}", files.folder);
        let remedy = "define `def generate(seed: int, size: int) -> list`";
        check.push(Problem::of_file(&file, "the file defines no `generate`", remedy));
    }
    streams(&table, check);
    acceptance(&table.accept, check);
    kinds(&table.kinds, check);
    Some(Gauntlet { text, table })
}

fn streams(table: &GauntletTable, check: &mut Check<'_>) {
    let count = table.seeds.len();
    let what = format!("{count} streams cannot be judged");
    check.require(STREAMS.contains(&count), "gauntlet.seeds", what, "name 1 to 6 seeds");
    within(table.size, &SIZES, "gauntlet.size", check);
    check.text(&table.key, "gauntlet.key");
    check.text(&table.version, "gauntlet.version");
}

fn acceptance(accept: &Acceptance, check: &mut Check<'_>) {
    let shares = [
        ("recovered", accept.recovered),
        ("dead_lettered", accept.dead_lettered),
        ("wrong_values", accept.wrong_values),
        ("wrongly_dead", accept.wrongly_dead),
    ];
    for (name, share) in shares {
        let what = format!("`{share}` is not a share");
        let path = format!("gauntlet.accept.{name}");
        check.require((0.0..=1.0).contains(&share), &path, what, "make it 0 to 1");
    }
    within(accept.peak_kib, &PEAKS, "gauntlet.accept.peak_kib", check);
}

fn kinds(kinds: &[Damage], check: &mut Check<'_>) {
    let names = || kinds.iter().map(|kind| kind.name.as_str());
    check.unique(names(), |i| format!("gauntlet.kinds.{i}.name"));
    for (i, kind) in kinds.iter().enumerate() {
        check.kebab(&kind.name, &format!("gauntlet.kinds.{i}.name"));
        check.text(&kind.about, &format!("gauntlet.kinds.{i}.about"));
        let what = format!("`{}` is not a share of the lines", kind.share);
        let possible = kind.share > 0.0 && kind.share <= 1.0;
        check.require(possible, &format!("gauntlet.kinds.{i}.share"), what, "make it 0 to 1");
    }
    let sum: f64 = kinds.iter().map(|kind| kind.share).sum();
    let what = format!("the shares make {sum:.3} together");
    let remedy = "make them 1, with a kind for the lines that nothing happened to";
    check.require((sum - 1.0).abs() < HAIR, "gauntlet.kinds", what, remedy);
    for (fate, words) in [(Fate::Recover, "recover"), (Fate::DeadLetter, "dead-letter")] {
        let some = kinds.iter().any(|kind| kind.fate == fate);
        let what = format!("no kind has the fate `{words}`");
        check.require(some, "gauntlet.kinds", what, "an answer needs both to show what it does");
    }
}

fn within(number: u32, range: &RangeInclusive<u32>, path: &str, check: &mut Check<'_>) {
    let remedy = format!("make it {} to {}", range.start(), range.end());
    check.require(range.contains(&number), path, format!("`{number}` cannot be used"), &remedy);
}
