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
