//! The questions a Python answer calls for by its own lines, beside those that are written down.

use crate::content::question::{Body, FollowUp, Question};
use crate::interview::event::Answer;
use crate::interview::record::Submission;
use crate::score::python::Asked;
use crate::score::python::asks::drawn;

/// Draws the questions from an answer as it was handed in; the same answer always draws the same.
pub fn asks(question: &Question, submission: &Submission) -> Vec<FollowUp> {
    match (&question.body, &submission.answer) {
        (Body::Python(body), Answer::Text(text)) => drawn(text, &Asked::of(body)),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library::Library;

    #[test]
    fn every_shipped_python_answer_calls_for_a_question_that_can_be_judged() {
        let library = Library::builtin();
        let all = library.questions().filter_map(|question| match &question.body {
            Body::Python(body) => Some((question, body)),
            _ => None,
        });
        for (question, body) in all {
            let wrong = body.wrong.iter().map(|wrong| &wrong.solution);
            for solution in body.references.iter().chain(wrong) {
                let asked = drawn(&solution.text, &Asked::of(body));
                assert!((1..=2).contains(&asked.len()), "{} {}", question.id, solution.file);
                assert!(asked.iter().all(|ask| !ask.points.is_empty() && !ask.ask.contains('{')));
                assert_eq!(asked, drawn(&solution.text, &Asked::of(body)), "the same every time");
            }
        }
    }
}
