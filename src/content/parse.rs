//! How a TOML file becomes a value: every mistake is told with its place and a remedy, not only the first.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::problem::{Place, Problem, did_you_mean};

/// A TOML file that parsed as TOML, with the place of every key and value.
pub struct Document<'t> {
    file: &'t str,
    text: &'t str,
    root: Spanned<DeTable<'t>>,
}

impl<'t> Document<'t> {
    /// Reads the text as TOML, whatever its keys.
    pub fn parse(file: &'t str, text: &'t str) -> Result<Self, Vec<Problem>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return Ok(Self { file, text, root });
        }
        let tell = |error: &toml::de::Error| syntax_problem(file, text, error);
        Err(errors.iter().map(tell).collect())
    }

    /// Turns the document into a value, or tells everything that keeps it from being one.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Vec<Problem>> {
        let mut root = self.root.clone();
        let mut problems = Vec::new();
        loop {
            let error = match T::deserialize(Deserializer::from(root.clone())) {
                Ok(value) if problems.is_empty() => return Ok(value),
                Ok(_) => return Err(problems),
                Err(error) => error,
            };
            let span = error.span().unwrap_or(0..0);
            problems.push(self.problem(span.clone(), error.message()));
            // An unknown key is taken out and the rest read again, so that the next mistake is seen
            // too. Any other mistake leaves a hole that would be told as a mistake of its own.
            let unknown = error.message().starts_with("unknown field");
            if !unknown || !take_out(root.get_mut(), &span) {
                return Err(problems);
            }
        }
    }

    /// Gives the text under a key of the top level.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.root.get_ref().get(key)?.get_ref().as_str()
    }

    /// Says whether the top level has this key.
    pub fn has(&self, key: &str) -> bool {
        self.root.get_ref().contains_key(key)
    }

    /// Names a mistake at the value under `path`, such as `facts.2.id`, or at what holds it when
    /// there is no such value.
    pub fn problem_at(
        &self,
        path: &str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            file: self.file.to_owned(),
            what: what.into(),
            remedy: remedy.into(),
            place: Some(Place::new(self.text, self.span_of(path))),
        }
    }

    /// Names a mistake at the key at the end of `path`, rather than at its value.
    pub fn problem_at_key(
        &self,
        path: &str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        let mut problem = self.problem_at(path, what, remedy);
        if let Some(span) = self.key_span(path) {
            problem.place = Some(Place::new(self.text, span));
        }
        problem
    }

    fn span_of(&self, path: &str) -> Range<usize> {
        let mut steps = path.split('.').filter(|step| !step.is_empty());
        let Some(first) = steps.next() else { return 0..0 };
        let Some(mut value) = self.root.get_ref().get(first) else { return 0..0 };
        for step in steps {
            let Some(next) = step_into(value, step) else { break };
            value = next;
        }
        value.span()
    }

    fn key_span(&self, path: &str) -> Option<Range<usize>> {
        let (parents, last) = path.rsplit_once('.').unwrap_or(("", path));
        let mut table = self.root.get_ref();
        let mut steps = parents.split('.').filter(|step| !step.is_empty());
        if let Some(first) = steps.next() {
            let first = table.get(first)?;
            table = steps.try_fold(first, step_into)?.get_ref().as_table()?;
        }
        table.keys().find(|key| key.get_ref() == last).map(Spanned::span)
    }

    fn problem(&self, span: Range<usize>, message: &str) -> Problem {
        let quote = quote(&self.text[span.clone()]);
        let (what, remedy) = in_our_words(message, &quote);
        let place = Some(Place::new(self.text, span));
        Problem { file: self.file.to_owned(), what, remedy, place }
    }
}

fn step_into<'v, 't>(
    value: &'v Spanned<DeValue<'t>>,
    step: &str,
) -> Option<&'v Spanned<DeValue<'t>>> {
    match (value.get_ref(), step.parse::<usize>()) {
        (DeValue::Array(items), Ok(index)) => items.get(index),
        (DeValue::Table(table), _) => table.get(step),
        _ => None,
    }
}

/// Takes the key that stands at `span` out of its table; false when there is none.
fn take_out(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    let here = table.keys().find(|key| key.span() == *span).map(|key| key.get_ref().to_string());
    match here {
        Some(key) => table.remove(key.as_str()).is_some(),
        None => table.iter_mut().any(|(_, value)| take_out_of_value(value.get_mut(), span)),
    }
}

fn take_out_of_value(value: &mut DeValue<'_>, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => take_out(table, span),
        DeValue::Array(items) => {
            items.iter_mut().any(|item| take_out_of_value(item.get_mut(), span))
        }
        _ => false,
    }
}

fn syntax_problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let place = error.span().map(|span| Place::new(text, span));
    let (what, remedy) = match error.message().split_once(", expected ") {
        Some((what, expected)) => (what.to_owned(), format!("expected {expected}")),
        None if error.message().starts_with("duplicate key") => {
            let quote = error.span().map(|span| quote(&text[span])).unwrap_or_default();
            (format!("`{quote}` is here twice"), "keep one of them".to_owned())
        }
        None => (error.message().to_owned(), "mend the TOML here".to_owned()),
    };
    Problem { file: file.to_owned(), what: format!("not TOML: {what}"), remedy, place }
}

/// Cuts what the author wrote to a few words on one line.
fn quote(written: &str) -> String {
    let line = written.trim().lines().next().unwrap_or_default();
    let short: String = line.chars().take(40).collect();
    if short.len() < written.trim().len() { format!("{short}…") } else { short }
}

/// Says in our words what serde says in its own, with a remedy.
fn in_our_words(message: &str, quote: &str) -> (String, String) {
    let named = backticked(message);
    if message.starts_with("unknown field") {
        let (key, known) = split_first(&named);
        return (format!("`{key}` is unknown"), did_you_mean(key, known.iter().copied()));
    }
    if message.starts_with("unknown variant") {
        let (word, known) = split_first(&named);
        return (
            format!("`{word}` is not allowed here"),
            did_you_mean(word, known.iter().copied()),
        );
    }
    if message.starts_with("missing field") {
        let (key, _) = split_first(&named);
        return (format!("`{key}` is missing"), format!("add `{key} = ...`"));
    }
    if message.contains("untagged enum Order") {
        let remedy = "write \"any\" or a list such as [ { col = \"name\", dir = \"asc\" } ]";
        return (format!("`{quote}` is not an order"), remedy.to_owned());
    }
    match message.split_once(", expected ") {
        Some((_, expected)) => {
            (format!("`{quote}` does not fit here"), format!("write {}", plain_type(expected)))
        }
        None => (format!("`{quote}`: {message}"), String::new()),
    }
}

fn split_first<'m>(named: &[&'m str]) -> (&'m str, Vec<&'m str>) {
    match named.split_first() {
        Some((first, rest)) => (first, rest.to_vec()),
        None => ("", Vec::new()),
    }
}

fn backticked(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

fn plain_type(expected: &str) -> String {
    let plain = match expected {
        "u32" | "u64" | "usize" | "i64" => "a whole number, such as 18",
        "f64" | "f32" => "a number, such as 4.5",
        "a string" | "string" => "text in quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list in brackets",
        "a map" => "a table",
        other if other.starts_with("struct ") => "a table",
        other => other,
    };
    plain.to_owned()
}
