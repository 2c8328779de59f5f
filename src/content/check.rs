//! What a content file must also say to be used: rules that types cannot tell, each told at its place.

use super::contract::{Contract, Ties};
use super::file::Files;
use super::parse::Document;
use super::principle::{self, PRINCIPLES};
use super::problem::{Problem, did_you_mean};
use super::question::{Fact, FollowUp, Head, Kind, Point, WrongAnswer};
use crate::ids::{PrincipleId, is_kebab};

/// Collects what is wrong with one file while it is read.
pub struct Check<'d> {
    doc: &'d Document<'d>,
    problems: Vec<Problem>,
}

/// The wrong answers a question must bring, so that its judge is known to notice mistakes.
const WRONG_COUNT: usize = 5;

impl<'d> Check<'d> {
    /// Starts without problems.
    pub fn new(doc: &'d Document<'d>) -> Self {
        Self { doc, problems: Vec::new() }
    }

    /// Adds a problem found elsewhere.
    pub fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Adds problems found elsewhere, such as in a file beside this one.
    pub fn extend(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    /// Gives the value if nothing was wrong, else everything that was, in the order of the file.
    pub fn finish<T>(mut self, value: T) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() {
            return Ok(value);
        }
        self.problems.sort_by(|a, b| (&a.file, a.offset()).cmp(&(&b.file, b.offset())));
        Err(self.problems)
    }

    /// Tells a problem at the value under `path` unless `good`.
    pub fn require(&mut self, good: bool, path: &str, what: impl Into<String>, remedy: &str) {
        if !good {
            self.problems.push(self.doc.problem_at(path, what, remedy));
        }
    }

    /// Requires a text with something in it.
    pub fn text(&mut self, text: &str, path: &str) {
        let last = path.rsplit('.').next().unwrap_or(path);
        self.require(!text.trim().is_empty(), path, format!("`{last}` is empty"), "write it");
    }

    /// Requires an id in kebab case.
    pub fn kebab(&mut self, id: &str, path: &str) {
        let remedy = "use lower-case words joined by hyphens, such as `tie-at-the-cut`";
        self.require(is_kebab(id), path, format!("`{id}` cannot be an id"), remedy);
    }

    /// Requires at least one word, all in lower case, because texts are lowered before matching.
    pub fn words(&mut self, words: &[String], path: &str) {
        self.require(!words.is_empty(), path, "the list is empty", "write the words to look for");
        for (i, word) in words.iter().enumerate() {
            let good = !word.trim().is_empty() && *word == word.to_lowercase();
            let remedy = "write it in lower case, as texts are lowered before they are compared";
            self.require(
                good,
                &format!("{path}.{i}"),
                format!("`{word}` would never match"),
                remedy,
            );
        }
    }

    /// Requires that every principle is one of the sixteen.
    pub fn principles(&mut self, ids: &[PrincipleId], path: &str) {
        self.require(!ids.is_empty(), path, "no principle is named", "name at least one");
        for (i, id) in ids.iter().enumerate() {
            let remedy = did_you_mean(id.as_str(), PRINCIPLES.iter().map(|known| known.id));
            let what = format!("`{id}` is not a leadership principle");
            self.require(principle::is_known(id), &format!("{path}.{i}"), what, &remedy);
        }
    }

    /// Requires that no id stands twice in a list.
    pub fn unique<'i>(
        &mut self,
        ids: impl Iterator<Item = &'i str>,
        path: impl Fn(usize) -> String,
    ) {
        let mut seen = Vec::new();
        for (i, id) in ids.enumerate() {
            self.require(
                !seen.contains(&id),
                &path(i),
                format!("`{id}` is here twice"),
                "rename one",
            );
            seen.push(id);
        }
    }

    /// Gives the text of a file beside the TOML, or tells that it is missing.
    pub fn file(&mut self, files: &Files, path: &str, remedy: &str) -> String {
        match files.text(path) {
            Some(text) if !text.trim().is_empty() => text.to_owned(),
            found => {
                let state = if found.is_some() { "empty" } else { "missing" };
                let file = format!("{}/{path}", files.folder);
                self.push(Problem::of_file(&file, format!("the file is {state}"), remedy));
                String::new()
            }
        }
    }

    /// Checks what every question has.
    pub fn head(&mut self, head: &Head, kind: Kind) {
        self.text(&head.title, "title");
        self.text(&head.prompt, "prompt");
        let remedy = "write the minutes a candidate at the bar needs, such as 18";
        let what = format!("`{}` minutes cannot be kept", head.minutes);
        self.require((1..=120).contains(&head.minutes), "minutes", what, remedy);
        self.require(!head.topics.is_empty(), "topics", "no topic is named", "name at least one");
        for (list, path) in [(&head.topics, "topics"), (&head.traps, "traps")] {
            for (i, id) in list.iter().enumerate() {
                self.kebab(id, &format!("{path}.{i}"));
            }
        }
        self.principles(&head.principles, "principles");
        self.facts(&head.facts, kind);
        if let Some(walkthrough) = &head.walkthrough {
            self.text(&walkthrough.ask, "walkthrough.ask");
            self.points(&walkthrough.points, "walkthrough.points");
        }
        self.follow_ups(&head.follow_ups);
        for (i, hint) in head.hints.iter().enumerate() {
            self.text(&hint.text, &format!("hints.{i}.text"));
        }
    }

    fn facts(&mut self, facts: &[Fact], kind: Kind) {
        for (i, fact) in facts.iter().enumerate() {
            self.kebab(&fact.id, &format!("facts.{i}.id"));
            self.words(&fact.asks, &format!("facts.{i}.asks"));
            self.text(&fact.answer, &format!("facts.{i}.answer"));
            let settled = kind != Kind::Design || fact.topic.is_some();
            let what = format!("the fact `{}` has no topic", fact.id);
            let remedy = "say which requirement it settles, such as `topic = \"volume\"`";
            self.require(settled, &format!("facts.{i}"), what, remedy);
        }
        self.unique(facts.iter().map(|fact| fact.id.as_str()), |i| format!("facts.{i}.id"));
    }

    fn follow_ups(&mut self, follow_ups: &[FollowUp]) {
        let remedy = "add [[follow_ups]] with `ask`, `deeper` and `points`";
        let what = format!("{} follow-ups are too few", follow_ups.len());
        self.require(follow_ups.len() >= 2, "follow_ups", what, remedy);
        for (i, follow_up) in follow_ups.iter().enumerate() {
            self.text(&follow_up.ask, &format!("follow_ups.{i}.ask"));
            self.points(&follow_up.points, &format!("follow_ups.{i}.points"));
        }
    }

    /// Checks what a good answer names, under `path`.
    pub fn points(&mut self, points: &[Point], path: &str) {
        for (i, point) in points.iter().enumerate() {
            self.text(&point.name, &format!("{path}.{i}.name"));
            self.words(&point.any, &format!("{path}.{i}.any"));
            if !point.with.is_empty() {
                self.words(&point.with, &format!("{path}.{i}.with"));
            }
        }
    }

    /// Checks a contract that stands under `path`.
    pub fn contract(&mut self, contract: &Contract, path: &str) {
        let columns = || contract.columns.iter().map(|column| column.name.as_str());
        let at = |rest: &str| format!("{path}.{rest}");
        let remedy = "list the columns the prompt asks for";
        self.require(columns().next().is_some(), &at("columns"), "no column is named", remedy);
        self.unique(columns(), |i| at(&format!("columns.{i}.name")));
        for (i, key) in contract.order.keys().iter().enumerate() {
            let what = format!("`{}` is not a column of the contract", key.col);
            let known = columns().any(|name| name == key.col);
            self.require(
                known,
                &at(&format!("order.{i}.col")),
                what,
                &did_you_mean(&key.col, columns()),
            );
        }
        let ordered = !contract.total_order || !contract.order.keys().is_empty();
        let remedy = "name the order keys, or take `total_order` away";
        self.require(ordered, &at("total_order"), "any order has no ties to rule out", remedy);
        let cut = contract.ties == Ties::All || contract.limit.is_some();
        self.require(cut, &at("ties"), "`ties` without a `limit` says nothing", "add the limit");
        self.require(
            contract.limit != Some(0),
            &at("limit"),
            "`0` rows cannot be judged",
            "ask for at least one",
        );
    }

    /// Reads the wrong answers and checks that each has its file, its trap and its mistake.
    pub fn wrong(
        &mut self,
        files: &Files,
        entries: &[WrongEntry],
        traps: &[String],
    ) -> Vec<WrongAnswer> {
        let what = format!("{} wrong answers are too few", entries.len());
        let remedy = "add [[wrong]] entries until there are five mistakes people really make";
        self.require(entries.len() >= WRONG_COUNT, "wrong", what, remedy);
        self.wrong_under("wrong", files, entries, traps)
    }

    /// Reads the wrong answers listed under `list`, whose files stand in the folder of that name.
    pub fn wrong_under(
        &mut self,
        list: &str,
        files: &Files,
        entries: &[WrongEntry],
        traps: &[String],
    ) -> Vec<WrongAnswer> {
        let at = |i: usize| format!("{list}.{i}");
        self.unique(entries.iter().map(|entry| entry.file.as_str()), |i| at(i) + ".file");
        self.unlisted(&format!("{}/", list.replace('.', "/")), files, entries);
        let read =
            |(i, entry): (usize, &WrongEntry)| self.wrong_answer(&at(i), files, entry, traps);
        entries.iter().enumerate().filter_map(read).collect()
    }

    fn wrong_answer(
        &mut self,
        at: &str,
        files: &Files,
        entry: &WrongEntry,
        traps: &[String],
    ) -> Option<WrongAnswer> {
        self.text(&entry.mistake, &format!("{at}.mistake"));
        let listed = traps.contains(&entry.trap);
        let what = format!("`{}` is not among the question's `traps`", entry.trap);
        let remedy = did_you_mean(&entry.trap, traps.iter().map(String::as_str));
        self.require(listed, &format!("{at}.trap"), what, &remedy);
        let text = files.text(&entry.file);
        let what = format!("`{}` is missing beside this file", entry.file);
        let remedy = "write the file or correct its name";
        self.require(text.is_some(), &format!("{at}.file"), what, remedy);
        let solution =
            super::question::Solution { file: entry.file.clone(), text: text?.to_owned() };
        Some(WrongAnswer { solution, trap: entry.trap.clone(), mistake: entry.mistake.clone() })
    }

    fn unlisted(&mut self, folder: &str, files: &Files, entries: &[WrongEntry]) {
        for (path, _) in files.below(folder) {
            if !entries.iter().any(|entry| entry.file == path) {
                let file = format!("{}/{path}", files.folder);
                let remedy = "add a [[wrong]] entry for it or remove it";
                self.push(Problem::of_file(&file, "no [[wrong]] entry names this file", remedy));
            }
        }
    }
}

/// One `[[wrong]]` entry as authors write it.
#[derive(Clone, Debug, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongEntry {
    /// The path beside the question, such as `wrong/row-number.sql`.
    pub file: String,
    /// The trap it fell into, one of the question's `traps`.
    pub trap: String,
    /// One sentence that says what is wrong, for the debrief.
    pub mistake: String,
}
