//! How a file in `rounds/` becomes a loop: its rounds must be sittable within their minutes.

use super::check::Check;
use super::parse::Document;
use super::problem::Problem;
use super::question::Kind;
use super::round::{LoopFile, Part, Round, Stage};
use crate::ids::QuestionId;

/// Reads a loop file; `kind_of` tells which questions there are.
pub fn read(
    path: &str,
    text: &str,
    kind_of: &dyn Fn(&QuestionId) -> Option<Kind>,
) -> Result<LoopFile, Vec<Problem>> {
    let doc = Document::parse(path, text)?;
    let file: LoopFile = doc.read()?;
    let mut check = Check::new(&doc);
    check.text(&file.title, "title");
    check.text(&file.about, "about");
    let what = format!("a bar of {} cannot be met or missed", file.bar);
    check.require((1.0..=5.0).contains(&file.bar), "bar", what, "scores go from 1 to 5");
    let pause = file.break_minutes.is_finite() && file.break_minutes >= 0.0;
    check.require(pause, "break_minutes", "a break cannot be negative", "write 0 or more");
    check.require(!file.rounds.is_empty(), "rounds", "there is no round", "add [[rounds]]");
    check.unique(file.rounds.iter().map(|round| round.id.as_str()), |i| format!("rounds.{i}.id"));
    for (i, one) in file.rounds.iter().enumerate() {
        round(one, &format!("rounds.{i}"), kind_of, &mut check);
    }
    check.finish(file)
}

fn round(
    round: &Round,
    at: &str,
    kind_of: &dyn Fn(&QuestionId) -> Option<Kind>,
    check: &mut Check<'_>,
) {
    check.kebab(round.id.as_str(), &format!("{at}.id"));
    for (text, key) in [
        (&round.title, "title"),
        (&round.briefing, "briefing"),
        (&round.interviewer, "interviewer"),
    ] {
        check.text(text, &format!("{at}.{key}"));
    }
    let onsite = round.stage == Stage::Onsite || !round.may_hold_bar_raiser;
    let remedy = "let an onsite round hold the bar raiser";
    let key = format!("{at}.may_hold_bar_raiser");
    check.require(onsite, &key, "the bar raiser never sits in a phone round", remedy);
    factors(round, at, check);
    check.principles(&round.principles, &format!("{at}.principles"));
    minutes(round, at, check);
    for (j, one) in round.parts.iter().enumerate() {
        part(one, &format!("{at}.parts.{j}"), kind_of, check);
    }
}

fn factors(round: &Round, at: &str, check: &mut Check<'_>) {
    let key = format!("{at}.factors");
    check.require(!round.factors.is_empty(), &key, "no factor is assessed", "name at least one");
    for (j, factor) in round.factors.iter().enumerate() {
        check.kebab(factor.as_str(), &format!("{key}.{j}"));
    }
}

fn minutes(round: &Round, at: &str, check: &mut Check<'_>) {
    let asked: f64 = round
        .parts
        .iter()
        .map(|part| f64::from(part.count) * (part.minutes.max(0.0) + part.grace.max(0.0)))
        .sum();
    let what = format!("the parts need {asked} minutes of a round of {}", round.minutes);
    let remedy = "lengthen the round or shorten its parts (minutes and grace count)";
    // A bell that always rings before the last question's time is up would be unfair.
    check.require(asked <= round.minutes, &format!("{at}.minutes"), what, remedy);
    let key = format!("{at}.parts");
    check.require(!round.parts.is_empty(), &key, "nothing is asked", "add [[rounds.parts]]");
}

fn part(
    part: &Part,
    at: &str,
    kind_of: &dyn Fn(&QuestionId) -> Option<Kind>,
    check: &mut Check<'_>,
) {
    check.text(&part.title, &format!("{at}.title"));
    let what = format!("`{}` minutes are no time to answer in", part.minutes);
    check.require(part.minutes > 0.0, &format!("{at}.minutes"), what, "write the soft budget");
    let what = format!("`{}` minutes of grace are negative", part.grace);
    check.require(part.grace >= 0.0, &format!("{at}.grace"), what, "write 0 or more");
    let what = "`0` questions are no part of a round";
    check.require(part.count > 0, &format!("{at}.count"), what, "ask at least one");
    for (k, id) in part.questions.iter().enumerate() {
        let path = format!("{at}.questions.{k}");
        match kind_of(id) {
            Some(kind) if kind == part.kind => {}
            Some(kind) => {
                let what = format!("`{id}` is a {} question", kind.name());
                let remedy = format!("this part asks {} questions", part.kind.name());
                check.require(false, &path, what, &remedy);
            }
            None => {
                let remedy = "see `mockloop bank list` for the ids";
                check.require(false, &path, format!("there is no question `{id}`"), remedy);
            }
        }
    }
    let enough = part.questions.is_empty() || part.questions.len() >= part.count as usize;
    let what = format!("{} questions are asked, {} are named", part.count, part.questions.len());
    check.require(enough, &format!("{at}.questions"), what, "name more or lower `count`");
}
