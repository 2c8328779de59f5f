//! The file of a system-design question: its figures, its turns and its two sample answers.

use crate::content::check::Check;
use crate::content::file::{Files, Read};
use crate::content::parse::Document;
use crate::content::problem::did_you_mean;
use crate::content::question::{Body, Change, DesignBody, Injection, Numbers};

question_file! {
    /// `questions/design/<id>.toml`.
    DesignFile {
        /// The oldest the data may be when it is read, in minutes.
        sla_minutes: f64,
        /// What the data model must mention.
        entities: Vec<String>,
        /// The true figures, which the fact sheet tells in words.
        numbers: Numbers,
        /// A requirement that changes near the middle.
        #[serde(default)]
        changed_requirement: Option<Change>,
        /// Tenfold of something.
        #[serde(default)]
        stretch: Option<Change>,
        /// What goes wrong in the candidate's own design.
        #[serde(default)]
        injections: Vec<Injection>,
    }
}

/// What may go wrong in a design; the day simulator knows these.
pub const INJECTIONS: [&str; 6] =
    ["consumer-dies", "batch-twice", "late-events", "burst", "new-column", "totals-off"];

/// Reads the files of a design question.
pub fn read(files: &Files, doc: &Document<'_>, check: &mut Check<'_>) -> Read {
    let file: DesignFile = doc.read()?;
    let head = file.head();
    figures(&file, check);
    turns(&file, check);
    let few = head.facts.len() < 6;
    let remedy = "a vague scenario needs 8 to 14 facts that are worth asking for";
    check.require(!few, "facts", format!("{} facts are too few", head.facts.len()), remedy);
    let body = DesignBody {
        reference: check.file(files, "reference.md", "write an answer that deserves a strong hire"),
        weak: check.file(files, "weak.md", "write an answer that does not deserve a hire"),
        sla_minutes: file.sla_minutes,
        entities: file.entities,
        numbers: file.numbers,
        changed_requirement: file.changed_requirement,
        stretch: file.stretch,
        injections: file.injections,
    };
    Ok((head, Body::Design(body)))
}

fn figures(file: &DesignFile, check: &mut Check<'_>) {
    let numbers = &file.numbers;
    let figures = [
        (file.sla_minutes, "sla_minutes"),
        (numbers.rows_per_day, "numbers.rows_per_day"),
        (numbers.row_bytes, "numbers.row_bytes"),
        (numbers.peak_factor, "numbers.peak_factor"),
        (numbers.retention_days, "numbers.retention_days"),
    ];
    for (figure, path) in figures {
        let good = figure.is_finite() && figure > 0.0;
        check.require(good, path, format!("`{figure}` is not above zero"), "write the true figure");
    }
    check.words(&file.entities, "entities");
}

fn turns(file: &DesignFile, check: &mut Check<'_>) {
    if let Some(change) = &file.changed_requirement {
        check.text(&change.text, "changed_requirement.text");
        check.words(&change.expects, "changed_requirement.expects");
        let within = change.at_minute.is_some_and(|minute| minute < file.minutes);
        let remedy = "say at which minute of the question it comes, such as `at_minute = 18`";
        check.require(
            within,
            "changed_requirement.at_minute",
            "the change would never come",
            remedy,
        );
    }
    if let Some(stretch) = &file.stretch {
        check.text(&stretch.text, "stretch.text");
        check.words(&stretch.expects, "stretch.expects");
    }
    for (i, injection) in file.injections.iter().enumerate() {
        let known = INJECTIONS.contains(&injection.id.as_str());
        let what = format!("`{}` is not a known injection", injection.id);
        check.require(
            known,
            &format!("injections.{i}.id"),
            what,
            &did_you_mean(&injection.id, INJECTIONS),
        );
        check.text(&injection.text, &format!("injections.{i}.text"));
    }
}
