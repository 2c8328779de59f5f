//! What is wrong with a content file: where, what, and what to do about it.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// One mistake in a content file. `Display` writes it on one line: `file:line:column: what; remedy`.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file as its reader knows it, such as `questions/sql/gaps/question.toml`.
    pub file: String,
    pub what: String,
    /// What to do about it; empty when the mistake says it already.
    pub remedy: String,
    /// The place; none when the file as a whole is meant, such as a missing one.
    pub place: Option<Place>,
}

/// A place in a text, kept with the text so that it can be shown later.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    text: String,
    span: Range<usize>,
}

/// Whether the terminal takes colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    Yes,
    No,
}

impl Place {
    /// Marks `span`, in bytes, of `text`; a span that does not fit is cut to whole characters.
    pub fn new(text: &str, span: Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start);
        let end = text.ceil_char_boundary(span.end).max(start);
        Self { text: text.to_owned(), span: start..end }
    }

    /// Gives the line and the column of its first character, both from 1.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

impl Problem {
    /// Names a mistake that concerns the file as a whole.
    pub fn of_file(file: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: file.to_owned(), what: what.into(), remedy: remedy.into(), place: None }
    }

    /// Gives the first byte of the place, by which the mistakes of one file are put in order.
    pub fn offset(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.span.start)
    }

    /// Draws the mistake for people: the lines around it, marked, and the remedy below.
    pub fn render(&self, colors: Colors) -> String {
        let renderer = match colors {
            Colors::Yes => Renderer::styled(),
            Colors::No => Renderer::plain(),
        };
        let group = Group::with_title(Level::ERROR.primary_title(self.what.as_str()));
        let group = match &self.place {
            Some(place) => group.element(
                Snippet::source(place.text.as_str())
                    .path(self.file.as_str())
                    .annotation(AnnotationKind::Primary.span(self.first_line_of(place))),
            ),
            None => group.element(Origin::path(self.file.as_str())),
        };
        let group = match self.remedy.is_empty() {
            true => group,
            false => group.element(Level::HELP.message(self.remedy.as_str())),
        };
        renderer.render(&[group])
    }

    /// A long text is marked on its first line only; the reader wants the place, not the page.
    fn first_line_of(&self, place: &Place) -> Range<usize> {
        let marked = &place.text[place.span.clone()];
        let length = marked.find('\n').unwrap_or(marked.len());
        place.span.start..place.span.start + length
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(place) = &self.place {
            let (line, column) = place.line_and_column();
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.what)?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}

/// More names than these are no help to read.
const LISTED: usize = 16;

/// Offers the known word nearest to what was written, or lists what is known.
pub fn did_you_mean<'w>(written: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let mut nearest: Vec<(f64, &str)> =
        known.iter().map(|word| (likeness(written, word), *word)).collect();
    // Of equally near ones the last, as it stands in the alphabet.
    nearest.reverse();
    nearest.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    match nearest.as_slice() {
        [(likeness, word), ..] if *likeness > 0.6 => format!("did you mean `{word}`?"),
        [_, ..] if known.len() <= LISTED => format!("known here: {}", known.join(", ")),
        [a, b, c, ..] => format!("the nearest here: {}, {}, {}", a.1, b.1, c.1),
        _ => String::from("remove it"),
    }
}

/// From 0 to 1; `integer` is as good as `int`, which counting slips alone would not see.
fn likeness(written: &str, word: &str) -> f64 {
    let shorter = written.len().min(word.len());
    let begins = shorter >= 3 && (written.starts_with(word) || word.starts_with(written));
    let slips = strsim::normalized_damerau_levenshtein(written, word);
    if begins { slips.max(0.8) } else { slips }
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn a_long_list_of_known_names_is_cut_to_the_nearest() {
        let ids: Vec<String> = (0..40).map(|n| format!("orders-of-week-{n}")).collect();
        let many = did_you_mean("weekly", ids.iter().map(String::as_str));
        assert!(
            many.starts_with("the nearest here: ") && many.matches(", ").count() == 2,
            "{many}"
        );
        let near = did_you_mean("orders-of-weak-7", ids.iter().map(String::as_str));
        assert_eq!(near, "did you mean `orders-of-week-7`?");
        assert_eq!(did_you_mean("xyz", ["a", "b"]), "known here: a, b");
        assert_eq!(did_you_mean("xyz", []), "remove it");
    }
}
