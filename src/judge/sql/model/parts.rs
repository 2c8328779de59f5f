//! Where an answer is cut: its schema, its load and its views.

use crate::interview::verdict::Fault;
use crate::judge::sql::rules::Refusal;
use crate::judge::sql::statements;

/// The three parts of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parts<'a> {
    pub schema: &'a str,
    pub load: &'a str,
    pub views: &'a str,
}

impl<'a> Parts<'a> {
    /// Cuts an answer at its lines `-- schema`, `-- load` and `-- views`.
    pub fn of(answer: &'a str) -> Result<Self, Refusal> {
        Ok(Self {
            schema: cut(answer, "schema")?,
            load: cut(answer, "load")?,
            views: cut(answer, "views")?,
        })
    }

    /// Cuts an answer that is to be run, and refuses what is no part of a model; `raw` makes the raw tables.
    pub fn admitted(answer: &'a str, raw: &str) -> Result<Self, Refusal> {
        statements::check_text(answer)?;
        let parts = Self::of(answer)?;
        let raw = statements::tables_made(raw);
        for (name, sql) in parts.named() {
            statements::check_script(&format!("-- {name}"), sql, &raw)?;
        }
        Ok(parts)
    }

    /// Gives the parts with their names.
    pub fn named(&self) -> [(&'static str, &'a str); 3] {
        [("schema", self.schema), ("load", self.load), ("views", self.views)]
    }
}

/// Gives the text from the line that names a part to the next such line.
fn cut<'a>(answer: &'a str, part: &str) -> Result<&'a str, Refusal> {
    let mut from = None;
    let mut at = 0;
    for line in answer.split_inclusive('\n') {
        let next = at + line.len();
        if let Some(name) = part_name(line) {
            match from {
                Some(from) => return Ok(&answer[from..at]),
                None if name == part => from = Some(next),
                None => {}
            }
        }
        at = next;
    }
    from.map(|from| &answer[from..]).ok_or_else(|| Refusal {
        fault: Fault::Error,
        words: format!(
            "The part `-- {part}` is missing; a model has `-- schema`, `-- load` and `-- views`."
        ),
    })
}

/// Reads a line such as `-- load` for the part it opens.
fn part_name(line: &str) -> Option<String> {
    let word = line.trim().strip_prefix("--")?.trim().to_lowercase();
    matches!(word.as_str(), "schema" | "load" | "views").then_some(word)
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn an_answer_is_cut_at_its_three_lines() {
        let parts = Parts::of("-- schema\nA;\n  -- LOAD \nB;\n-- not a part\n--views\nC;")
            .expect("three parts");
        assert_eq!((parts.schema, parts.load), ("A;\n", "B;\n-- not a part\n"));
        assert_eq!(parts.views, "C;");
    }

    #[test]
    fn a_missing_part_is_named() {
        let refusal = Parts::of("-- schema\nA;\n-- views\nC;").expect_err("no load");
        assert!(refusal.words.contains("`-- load`"), "{}", refusal.words);
    }
}
