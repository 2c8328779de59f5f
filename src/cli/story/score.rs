//! `mockloop story score`: one story, or a line of JSON for each of many.

use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::args::StoryScore;
use crate::cli::failure::{Done, Failure};
use crate::cli::grade::words::scorecard;
use crate::cli::reading::read_text;
use crate::cli::speech::{Speech, Tone};
use crate::content::principle::{self, PRINCIPLES};
use crate::content::problem::did_you_mean;
use crate::content::story::{self, StoryFile};
use crate::ids::PrincipleId;
use crate::score::card::Scorecard;
use crate::score::story::calibrate::{self, Line};
use crate::score::story::{self as scorer, Lexicon, Parts, Told};

/// Scores what the file holds, by its ending.
pub fn score(wish: &StoryScore, speech: &Speech) -> Result<Done, Failure> {
    let ending = wish.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ending == "jsonl" {
        return many(&wish.file, speech);
    }
    let principles = principles(&wish.principles)?;
    let text = read_text(&wish.file)?;
    let card = if ending == "toml" {
        let name = wish.file.display().to_string();
        let file = story::read(&name, "story", &text).map_err(Failure::Broken)?.file;
        card_of(&file, wish.prompt.as_deref(), &principles, wish.seconds)
    } else {
        let told = Told {
            text: &text,
            parts: None,
            seconds: wish.seconds,
            prompt: wish.prompt.as_deref(),
            principles: &principles,
            theme: &[],
        };
        scorer::score(&told, Lexicon::builtin())
    };
    if wish.json {
        speech.say_json(&Scored::from(&card))
    } else {
        speech.say(page(&card, speech))
    }
    Ok(Done::Fine)
}

fn principles(written: &[String]) -> Result<Vec<PrincipleId>, Failure> {
    let known = |id: &String| {
        let id = PrincipleId::new(id.trim());
        if principle::is_known(&id) {
            return Ok(id);
        }
        let nearest = did_you_mean(id.as_str(), PRINCIPLES.iter().map(|known| known.id));
        Err(Failure::Usage(format!("`{id}` is not a leadership principle; {nearest}")))
    };
    written.iter().map(known).collect()
}

/// Scores a story file; what the command line says goes before what the file says.
pub fn card_of(
    file: &StoryFile,
    prompt: Option<&str>,
    principles: &[PrincipleId],
    seconds: Option<f64>,
) -> Scorecard {
    let told = Told {
        text: &file.text(),
        parts: Some(Parts::from(file)),
        seconds: seconds.or(file.seconds),
        prompt: prompt.or(file.prompt.as_deref()),
        principles: if principles.is_empty() { &file.principles } else { principles },
        theme: &[],
    };
    scorer::score(&told, Lexicon::builtin())
}

/// The fields of `--json`: those of a line, and the whole card.
#[derive(Serialize)]
struct Scored<'c> {
    overall: Option<f64>,
    pass: Option<bool>,
    dims: Value,
    flags: Vec<&'c str>,
    card: &'c Scorecard,
}

impl<'c> From<&'c Scorecard> for Scored<'c> {
    fn from(card: &'c Scorecard) -> Self {
        Self { overall: card.overall, pass: card.pass, dims: dims(card), flags: flags(card), card }
    }
}

/// The dimensions the raters have too; delivery (D9) is a gate of our own.
fn dims(card: &Scorecard) -> Value {
    let rated = card.dimensions.iter().filter(|dimension| dimension.id != "D9");
    rated
        .map(|dimension| (dimension.id.clone(), json!(dimension.score)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn flags(card: &Scorecard) -> Vec<&str> {
    card.flags.iter().map(|flag| flag.id.as_str()).collect()
}

/// Prints one JSON object a line, in the order of the file.
fn many(file: &Path, speech: &Speech) -> Result<Done, Failure> {
    for line in read_lines(file)? {
        let card = calibrate::score_line(&line, Lexicon::builtin());
        let scored = json!({
            "id": line.id,
            "overall": card.overall,
            "pass": card.pass,
            "dims": dims(&card),
            "flags": flags(&card),
        });
        speech.say(scored.to_string());
    }
    Ok(Done::Fine)
}

/// Reads a `.jsonl` of stories and names the line that is wrong.
pub fn read_lines(file: &Path) -> Result<Vec<Line>, Failure> {
    let text = read_text(file)?;
    let numbered = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(i, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|error| Failure::Usage(format!("{}:{}: {error}", file.display(), i + 1)))
    };
    numbered.map(read).collect()
}

fn page(card: &Scorecard, speech: &Speech) -> String {
    let state = match card.pass {
        Some(true) => speech.paint(Tone::Good, "passes"),
        Some(false) => speech.paint(Tone::Bad, "does not pass"),
        None => speech.paint(Tone::Loud, "not judged"),
    };
    let overall = card.overall.map_or(String::new(), |overall| format!("{overall:.1} of 5, "));
    let mut parts = vec![format!("{overall}{state}\n{}", card.words), scorecard(card, speech)];
    if !card.not_judged.is_empty() {
        parts.push(format!("Not judged:\n  {}", card.not_judged.join("\n  ")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}
