//! `mockloop progress`: where one stands and what is next, from the sessions that are over.

use super::args::House;
use super::columns::columns;
use super::failure::{Done, Failure};
use super::interactive::{library, options, read};
use super::speech::{Speech, Tone, json_line};
use crate::journal::sessions::State;
use crate::progress::{Progress, Standing};
use crate::shell::reports::report;

/// Prints the standing, as a page or as JSON.
pub fn progress(house: &House, json: bool, speech: &Speech) -> Result<Done, Failure> {
    let progress = standing(house)?;
    if json {
        speech.say(json_line(&progress));
    } else {
        speech.say(page(&progress, speech));
    }
    Ok(Done::Fine)
}

fn standing(house: &House) -> Result<Progress, Failure> {
    let options = options(house)?;
    if !options.journal.exists() {
        return Ok(Progress::of(&[]));
    }
    let (library, journal) = (library(&options)?, read(&options)?);
    let sessions = journal.sessions().map_err(|e| Failure::Journal(e.to_string()))?;
    let over = sessions.into_iter().filter(|session| session.state == State::Finished);
    let reports = over.filter_map(|session| {
        let history = journal.load(&session.id).ok()?;
        report(&history.events, &library)
    });
    Ok(Progress::of(&reports.collect::<Vec<_>>()))
}

fn page(progress: &Progress, speech: &Speech) -> String {
    let counts = format!(
        "Over so far: loops {}, drills {}, rehearsals {}.",
        progress.loop_count, progress.drill_count, progress.rehearsal_count
    );
    let rounds: Vec<Vec<String>> = progress.rounds.iter().map(row).collect();
    let plan: Vec<Vec<String>> = progress
        .plan
        .iter()
        .map(|item| {
            let sign = if item.is_done() { "done" } else { "" };
            let count = format!("{} of {}", item.done, item.wanted);
            vec![format!("  week {}", item.week), item.what.clone(), count, sign.to_owned()]
        })
        .collect();
    let mut parts = vec![counts];
    if !rounds.is_empty() {
        parts.push(format!("{}\n{}", speech.paint(Tone::Loud, "Rounds"), columns(&rounds)));
    }
    parts.push(format!("{}\n{}", speech.paint(Tone::Loud, "The four weeks"), columns(&plan)));
    parts.push(format!(
        "{} {}\n  {}",
        speech.paint(Tone::Loud, "Next:"),
        progress.next.command,
        progress.next.why
    ));
    parts.push("Scores are the debriefs'; they count what was sat and foretell nothing.".into());
    parts.join("\n\n")
}

fn row(standing: &Standing) -> Vec<String> {
    let score = |score: Option<f64>| score.map_or("no data".into(), |s| format!("{s:.1}"));
    let change = standing.change().map_or(String::new(), |change| format!("{change:+.1}"));
    let all: Vec<String> = standing.scores.iter().map(|sat| score(sat.score)).collect();
    vec![
        format!("  {}", standing.title),
        score(standing.latest()),
        change,
        format!("({})", all.join(", ")),
    ]
}
