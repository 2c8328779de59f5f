//! Which line of the answer a result speaks of, so that one key leads there.

use crate::interview::verdict::{RunResult, Verdict};
use crate::tui::room::Shown;

/// How a traceback names a line of the answer.
const TRACE: &str = "File \"answer.py\", line ";

/// Gives the line, counted from 1: of a traceback the innermost, otherwise the first that is named.
pub fn line(shown: &Shown) -> Option<usize> {
    match shown {
        Shown::Run(RunResult::Output { error, .. }) => {
            let error = error.as_deref()?;
            last_after(error, TRACE).or_else(|| first_named(error))
        }
        Shown::Verdict(verdict) => of_verdict(verdict),
        Shown::Words(words) => first_named(words),
        Shown::Run(RunResult::Table { .. }) | Shown::Score(_) => None,
    }
}

fn of_verdict(verdict: &Verdict) -> Option<usize> {
    let output = verdict.difference.as_ref().and_then(|difference| difference.output.as_deref());
    let evidence = verdict.evidence.iter().filter(|line| !line.earned);
    let mut words =
        std::iter::once(verdict.words.as_str()).chain(evidence.map(|e| e.words.as_str()));
    output.and_then(|text| last_after(text, TRACE)).or_else(|| words.find_map(first_named))
}

fn last_after(text: &str, mark: &str) -> Option<usize> {
    text.rsplit_once(mark).and_then(|(_, rest)| number(rest))
}

/// Finds `line 12`, `LINE 12:` or `line 12:5`; "the line before" names none.
fn first_named(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    lower.split("line ").skip(1).find_map(number)
}

fn number(text: &str) -> Option<usize> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..digits].parse().ok().filter(|line| *line > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(error: &str) -> Shown {
        Shown::Run(RunResult::Output {
            text: "line 99".into(),
            error: Some(error.into()),
            ok: false,
            millis: 1,
        })
    }

    #[test]
    fn a_traceback_leads_to_its_innermost_line() {
        let error = "Traceback (most recent call last):\n  File \"answer.py\", line 75, in <module>\n    f()\n  \
                     File \"answer.py\", line 33, in f\nKeyError: 'line 4'";
        assert_eq!(line(&failed(error)), Some(33));
    }

    #[test]
    fn a_complaint_about_sql_leads_to_the_line_it_names() {
        assert_eq!(line(&failed("Parser Error: at or near \"form\"\nLINE 3: form t")), Some(3));
        assert_eq!(line(&Shown::Words("`t` (line 12:6) says nothing.".into())), Some(12));
        assert_eq!(line(&Shown::Words("One line too many, and line 0.".into())), None);
    }
}
