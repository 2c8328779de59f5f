//! By which rules what was counted is accepted, each in words with what was reached.

use super::tally::Counts;
use crate::content::gauntlet::{Fate, GauntletTable};
use crate::interview::gauntlet::{ColumnTally, GauntletReading, KindTally, RuleReading, Tally};

/// Makes the reading of an answer from what was counted under each hash seed.
pub fn reading(table: &GauntletTable, sums: &[Counts]) -> GauntletReading {
    let counts = sums.first().cloned().unwrap_or_else(|| Counts::none(table));
    let peaks = sums.iter().map(|sum| sum.peak_bytes);
    let peak_kib = peaks.max().unwrap_or(0).div_ceil(1024) as u64;
    let mut rules = vec![
        kinds(table, &counts, "recovered"),
        kinds(table, &counts, "dead-lettered"),
        wrong_values(table, &counts),
        wrongly_dead(table, &counts),
        dropped(table, &counts),
        one_pass(&counts),
        memory(table, peak_kib),
    ];
    if sums.iter().any(|sum| !agrees(sum, &counts)) {
        let (asked, reached) = ("the same under every hash seed", "it differs");
        rules.push(rule("repeatable", asked.into(), reached.into(), false));
    }
    GauntletReading {
        streams: counts.streams,
        lines: counts.lines,
        lines_read: counts.lines_read,
        kinds: kind_tallies(table, &counts),
        columns: column_tallies(&counts),
        dead_letters: counts.dead_letters,
        dropped: counts.dropped,
        invented: counts.invented,
        peak_kib,
        rules,
    }
}

fn rule(name: &str, asked: String, reached: String, met: bool) -> RuleReading {
    RuleReading { name: name.into(), asked, reached, met }
}

/// Memory may differ by a little; nothing else may.
fn agrees(one: &Counts, other: &Counts) -> bool {
    let plain = |counts: &Counts| {
        let mut counts = counts.clone();
        counts.peak_bytes = 0;
        counts
    };
    plain(one) == plain(other)
}

fn kind_tallies(table: &GauntletTable, counts: &Counts) -> Vec<KindTally> {
    let tally = |(kind, tally): (&crate::content::gauntlet::Damage, &Tally)| KindTally {
        name: kind.name.clone(),
        about: kind.about.clone(),
        fate: kind.fate,
        tally: *tally,
    };
    table.kinds.iter().zip(&counts.kinds).map(tally).collect()
}

fn column_tallies(counts: &Counts) -> Vec<ColumnTally> {
    let tally =
        |(name, tally): (&String, &Tally)| ColumnTally { name: name.clone(), tally: *tally };
    counts.columns.iter().map(tally).collect()
}

fn kinds(table: &GauntletTable, counts: &Counts, name: &str) -> RuleReading {
    let dead = name == "dead-lettered";
    let least = if dead { table.accept.dead_lettered } else { table.accept.recovered };
    let tallies = || {
        let all = table.kinds.iter().zip(&counts.kinds);
        all.filter(|(kind, _)| (kind.fate == Fate::DeadLetter) == dead)
    };
    let below = tallies().filter(|(_, tally)| tally.share() < least).count();
    let worst = tallies().min_by(|(_, a), (_, b)| a.share().total_cmp(&b.share()));
    let worst = worst.map_or(String::new(), |(kind, tally)| {
        format!("; the least is {} with {}", kind.name, percent(tally.share()))
    });
    let what = match dead {
        true => "among the dead letters with the right reason",
        false => "recovered, or passed over if it carries nothing",
    };
    let asked = format!("of every such kind at least {} is {what}", percent(least));
    let reached = format!("{} of {} kinds{worst}", tallies().count() - below, tallies().count());
    rule(name, asked, reached, below == 0)
}

fn wrong_values(table: &GauntletTable, counts: &Counts) -> RuleReading {
    let known = counts.columns.values();
    let all: u64 = known.clone().map(Tally::count).sum();
    let wrong: u64 = known.map(|tally| tally.wrong).sum::<u64>() + counts.invented_values;
    let most = table.accept.wrong_values;
    let asked = format!("at most {} of the values are wrong", percent(most));
    rule("wrong", asked, format!("{wrong} of {all}"), wrong as f64 <= most * all as f64)
}

fn wrongly_dead(table: &GauntletTable, counts: &Counts) -> RuleReading {
    let (wrongly, most) = (counts.dead_letters.wrongly, table.accept.wrongly_dead);
    let asked = format!("at most {} of the lines are dead letters wrongly", percent(most));
    let reached = format!("{wrongly} of {}", counts.lines);
    rule("wrongly-dead", asked, reached, wrongly as f64 <= most * counts.lines as f64)
}

fn dropped(table: &GauntletTable, counts: &Counts) -> RuleReading {
    let most = table.accept.dropped;
    let asked = match most {
        0 => "no line is silently dropped".to_owned(),
        _ => format!("at most {most} lines are silently dropped"),
    };
    let reached = format!("{} dropped", counts.dropped);
    rule("dropped", asked, reached, counts.dropped <= u64::from(most))
}

fn one_pass(counts: &Counts) -> RuleReading {
    let (read, all) = (counts.lines_read, counts.lines);
    let reached = format!("{read} of {all} lines were asked for");
    rule("one-pass", "every line is read, in one pass".into(), reached, read == all)
}

fn memory(table: &GauntletTable, peak_kib: u64) -> RuleReading {
    let most = table.accept.peak_kib;
    let asked = format!("at most {most} KiB more are held than before the call, with the result");
    rule("memory", asked, format!("{peak_kib} KiB"), peak_kib <= u64::from(most))
}

/// Writes a share as a percentage, rounded down so that nothing looks full that is not.
fn percent(share: f64) -> String {
    let hundredths = (share * 10_000.0 + 1e-6).floor() / 100.0;
    format!("{hundredths}%")
}
