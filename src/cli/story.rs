//! `mockloop story`: stories scored, listed, begun, and the scorer compared with raters.

pub mod score;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::{House, Story};
use super::columns::columns;
use super::failure::{Done, Failure};
use super::paths::places;
use super::reading::read_text;
use super::speech::{Speech, Tone, json_line};
use crate::content::principle::PRINCIPLES;
use crate::content::story::{self, StoryFile};
use crate::score::story::calibrate::{self, Line};
use crate::score::story::{Lexicon, Parts};

impl<'s> From<&'s StoryFile> for Parts<'s> {
    fn from(file: &'s StoryFile) -> Self {
        Parts {
            situation: &file.situation,
            task: &file.task,
            action: &file.action,
            result: &file.result,
        }
    }
}

/// Does what was asked about stories.
pub fn story(house: &House, story: &Story, speech: &Speech) -> Result<Done, Failure> {
    match story {
        Story::Score(wish) => score::score(wish, speech),
        Story::List { folder, json } => list(house, folder.as_deref(), *json, speech),
        Story::New { file } => new(file, speech),
        Story::Calibrate { file, json } => calibrate(file, *json, speech),
    }
}

#[derive(Serialize)]
struct Listed {
    stories: Vec<ListedStory>,
    /// Principles that no story shows.
    gaps: Vec<&'static str>,
}

#[derive(Serialize)]
struct ListedStory {
    file: String,
    title: String,
    principles: Vec<String>,
    overall: Option<f64>,
    pass: Option<bool>,
}

fn list(
    house: &House,
    folder: Option<&Path>,
    json: bool,
    speech: &Speech,
) -> Result<Done, Failure> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => places(house)?.stories,
    };
    let mut problems = Vec::new();
    let mut stories = Vec::new();
    for path in toml_files(&folder)? {
        let name = path.display().to_string();
        match story::read(&name, "story", &read_text(&path)?) {
            Ok(story) => stories.push(listed(name, &story.file)),
            Err(found) => problems.extend(found),
        }
    }
    let covered = |id: &str| {
        stories.iter().any(|story: &ListedStory| story.principles.iter().any(|known| known == id))
    };
    let gaps = PRINCIPLES.iter().map(|known| known.id).filter(|id| !covered(id)).collect();
    let listed = Listed { stories, gaps };
    if json {
        speech.say_json(&listed)
    } else {
        speech.say(list_page(&listed, &folder, speech))
    }
    if problems.is_empty() { Ok(Done::Fine) } else { Err(Failure::Broken(problems)) }
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder)
        .map_err(|error| Failure::Usage(format!("read {}: {error}", folder.display())))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    Ok(files)
}

fn listed(file: String, story: &StoryFile) -> ListedStory {
    let card = score::card_of(story, None, &[], None);
    ListedStory {
        file,
        title: story.title.clone(),
        principles: story.principles.iter().map(ToString::to_string).collect(),
        overall: card.overall,
        pass: card.pass,
    }
}

fn list_page(listed: &Listed, folder: &Path, speech: &Speech) -> String {
    if listed.stories.is_empty() {
        let folder = folder.display();
        return format!(
            "No stories in {folder}. Begin one with `mockloop story new {folder}/NAME.toml`."
        );
    }
    let row = |story: &ListedStory| {
        let score = story.overall.map_or("-".into(), |overall| format!("{overall:.1}"));
        let state = match story.pass {
            Some(true) => speech.paint(Tone::Good, "passes"),
            Some(false) => speech.paint(Tone::Bad, "does not pass"),
            None => "too short to judge".to_owned(),
        };
        vec![score, state, story.title.clone(), story.principles.join(", "), story.file.clone()]
    };
    let table = columns(&listed.stories.iter().map(row).collect::<Vec<_>>());
    match listed.gaps.as_slice() {
        [] => format!("{table}\n\nEvery principle has a story."),
        gaps => format!("{table}\n\nNo story yet for: {}", gaps.join(", ")),
    }
}

fn new(file: &Path, speech: &Speech) -> Result<Done, Failure> {
    if file.exists() {
        return Err(Failure::Usage(format!(
            "{} is there already; choose another name",
            file.display()
        )));
    }
    let written = match file.parent() {
        Some(folder) => std::fs::create_dir_all(folder),
        None => Ok(()),
    }
    .and_then(|()| std::fs::write(file, SKELETON));
    written.map_err(|error| Failure::Usage(format!("write {}: {error}", file.display())))?;
    speech.say(format!("{} is yours to fill in; then `mockloop story score {0}`", file.display()));
    Ok(Done::Fine)
}

const SKELETON: &str = r#"# A story takes two to three minutes to tell, about 280 to 420 words.
title = "A few words by which you find it again"
# One to three: customer-obsession, ownership, invent-and-simplify, are-right-a-lot, learn-and-be-curious,
# hire-and-develop-the-best, insist-on-the-highest-standards, think-big, bias-for-action, frugality, earn-trust,
# dive-deep, have-backbone, deliver-results, strive-to-be-earths-best-employer,
# success-and-scale-bring-broad-responsibility
principles = ["dive-deep"]

# Two sentences: the system, the problem, who was hurt, one number the result comes back to.
situation = """
Two sentences.
"""

# One sentence: your own responsibility, and what it would mean to succeed.
task = """
One sentence.
"""

# Five to eight sentences. "I" and what you did to what; the choice you made, against which other, and why.
action = """
Five to eight sentences.
"""

# Two sentences: from how much to how much, by when, and what it meant for people; how you measured it.
result = """
Two sentences.
"""

# seconds = 150          # how long it took to tell; without it, words at 140 a minute
# prompt = "Tell me about a time you traced a wrong number to its source."
"#;

#[derive(Serialize)]
struct Calibrated {
    rated: usize,
    spearman: f64,
    kappa: f64,
    pass_agreement: f64,
    false_passes: Vec<String>,
    false_fails: Vec<String>,
    dimensions: BTreeMap<String, f64>,
    /// What is left of the correlation with the number of words when the raters' mean is held fixed.
    partial_with_length: f64,
    vague: usize,
    vague_passed: usize,
    attacks: usize,
    attacks_that_reached_the_bar: Vec<String>,
    families: BTreeMap<String, Family>,
}

/// How the attacks of one family fared.
#[derive(Serialize)]
struct Family {
    attacks: usize,
    reached_the_bar: usize,
}

/// Lines with a rating are compared with it; lines with a `family` are attacks, which must not pass.
fn calibrate(file: &Path, json: bool, speech: &Speech) -> Result<Done, Failure> {
    let lines = score::read_lines(file)?;
    let (rated, others): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| line.mean.is_some());
    let attacks: Vec<Line> = others.into_iter().filter(|line| line.family.is_some()).collect();
    let agreement = calibrate::agreement(&rated, Lexicon::builtin());
    let resistance = calibrate::resistance(&attacks, Lexicon::builtin());
    let found = Calibrated {
        rated: rated.len(),
        spearman: agreement.spearman,
        kappa: agreement.kappa,
        pass_agreement: agreement.pass,
        false_passes: agreement.false_passes,
        false_fails: agreement.false_fails,
        dimensions: agreement.dimensions.into_iter().collect(),
        partial_with_length: agreement.with_length,
        vague: agreement.vague.0,
        vague_passed: agreement.vague.1,
        families: resistance
            .families
            .into_iter()
            .map(|(name, (attacks, reached_the_bar))| (name, Family { attacks, reached_the_bar }))
            .collect(),
        attacks: resistance.attacks,
        attacks_that_reached_the_bar: resistance.reached.into_iter().map(|(_, id)| id).collect(),
    };
    speech.say(if json { json_line(&found) } else { calibration_page(&found) });
    Ok(Done::Fine)
}

fn calibration_page(found: &Calibrated) -> String {
    let mut rows = Vec::new();
    let mut row = |name: &str, value: String| rows.push(vec![name.to_owned(), value]);
    if found.rated > 0 {
        row("rated answers", found.rated.to_string());
        row("rank correlation with the raters (Spearman)", format!("{:.3}", found.spearman));
        row("agreement in half points (weighted kappa)", format!("{:.3}", found.kappa));
        row("agreement on pass", format!("{:.1}%", found.pass_agreement * 100.0));
        row("passed, but not by the raters", found.false_passes.join(" "));
        row("passed by the raters only", found.false_fails.join(" "));
        let vague = format!("{} of {}", found.vague_passed, found.vague);
        row("passed, of the answers rated 2.5 at most", vague);
        let left = format!("{:.3}", found.partial_with_length);
        row("correlation with the number of words, the raters' mean held fixed", left);
        for (id, value) in &found.dimensions {
            row(&format!("rank correlation of {id}"), format!("{value:.3}"));
        }
    }
    if found.attacks > 0 {
        row("attacks", found.attacks.to_string());
        let reached = &found.attacks_that_reached_the_bar;
        let share = 100.0 * reached.len() as f64 / found.attacks as f64;
        row("attacks that reached 3.5", format!("{share:.1}%  {}", reached.join(" ")));
        for (name, family) in &found.families {
            row(&format!("  {name}"), format!("{} of {}", family.reached_the_bar, family.attacks));
        }
    }
    if rows.is_empty() {
        return "No line carries `mean` (rated) or `family` (an attack).".to_owned();
    }
    columns(&rows)
}
