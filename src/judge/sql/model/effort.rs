//! What had to change for a new requirement: tables, columns, statements and lines, counted.

use sqlparser::dialect::DuckDbDialect;
use sqlparser::tokenizer::{Token, Tokenizer};

use super::catalog::{Catalog, TableFacts};
use super::parts::Parts;

/// Two answers side by side, the one before the requirement changed and the one after.
#[derive(Debug, PartialEq)]
pub(super) struct Effort {
    tables: Option<Tables>,
    parts: Vec<Part>,
    /// The share of the first answer's lines that stand in the second, in per cent.
    kept: usize,
}

/// What became of tables and columns.
#[derive(Debug, Default, PartialEq)]
struct Tables {
    added: usize,
    dropped: usize,
    columns_added: usize,
    columns_altered: usize,
    columns_dropped: usize,
    keys_altered: usize,
}

/// The statements of one part.
#[derive(Debug, PartialEq)]
struct Part {
    name: &'static str,
    new: usize,
    all: usize,
}

impl Effort {
    /// Counts what changed; without catalogs of both, statements and lines alone.
    pub fn of(
        before: &Parts<'_>,
        after: &Parts<'_>,
        catalogs: Option<(&Catalog, &Catalog)>,
    ) -> Self {
        let parts = before.named().into_iter().zip(after.named());
        let part = |((name, before), (_, after)): ((&'static str, &str), (_, &str))| {
            let (before, after) = (statements(before), statements(after));
            Part { name, new: without(&after, &before).len(), all: after.len() }
        };
        let text = |parts: &Parts<'_>| [parts.schema, parts.load, parts.views].concat();
        Self {
            tables: catalogs.map(|(before, after)| Tables::between(before, after)),
            kept: kept(&text(before), &text(after)),
            parts: parts.map(part).collect(),
        }
    }

    /// Says whether most of the first answer could stay.
    pub fn is_small(&self) -> bool {
        self.kept >= 50
    }

    /// Says it in one sentence.
    pub fn words(&self) -> String {
        let tables = self.tables.as_ref().map_or(String::new(), |tables| tables.words() + "; ");
        let parts: Vec<String> = self
            .parts
            .iter()
            .map(|part| format!("{} of {} in the {}", part.new, part.all, part.name))
            .collect();
        format!(
            "What had to change: {tables}statements new or rewritten: {}; {}% of the first answer's lines stayed as they were.",
            parts.join(", "),
            self.kept
        )
    }
}

impl Tables {
    fn between(before: &Catalog, after: &Catalog) -> Self {
        let missing = |these: &Catalog, others: &Catalog| {
            these.tables.iter().filter(|table| others.table(&table.name).is_none()).count()
        };
        let start = Self {
            added: missing(after, before),
            dropped: missing(before, after),
            ..Self::default()
        };
        let both = before.tables.iter().filter_map(|old| Some((old, after.table(&old.name)?)));
        both.fold(start, |sum, (old, new)| sum.with(old, new))
    }

    fn with(mut self, old: &TableFacts, new: &TableFacts) -> Self {
        for column in &old.columns {
            match new.column(&column.name) {
                None => self.columns_dropped += 1,
                Some(now) if now.kind != column.kind || now.nullable != column.nullable => {
                    self.columns_altered += 1;
                }
                Some(_) => {}
            }
        }
        let is_new = |name: &str| old.column(name).is_none();
        self.columns_added += new.columns.iter().filter(|column| is_new(&column.name)).count();
        self.keys_altered += usize::from(sorted(old) != sorted(new));
        self
    }

    fn words(&self) -> String {
        let counts = [
            (self.added, "table added", "tables added"),
            (self.dropped, "table dropped", "tables dropped"),
            (self.columns_added, "column added", "columns added"),
            (self.columns_altered, "column altered", "columns altered"),
            (self.columns_dropped, "column dropped", "columns dropped"),
            (self.keys_altered, "table with another key", "tables with another key"),
        ];
        let told: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        if told.is_empty() { "no table or column".to_owned() } else { told.join(", ") }
    }
}

fn sorted(table: &TableFacts) -> Vec<Vec<String>> {
    let mut keys: Vec<Vec<String>> = table
        .keys()
        .into_iter()
        .map(|key| key.into_iter().map(|column| column.to_lowercase()).collect())
        .collect();
    keys.sort();
    keys
}

/// Gives the statements of a text without their layout and comments.
fn statements(sql: &str) -> Vec<String> {
    let tokens = match Tokenizer::new(&DuckDbDialect, sql).tokenize() {
        Ok(tokens) => tokens,
        // A text that has no tokens still has its pieces.
        Err(_) => return pieces(sql.split(';').map(str::to_owned)),
    };
    let of = |tokens: &[Token]| {
        let words = tokens.iter().filter(|token| !matches!(token, Token::Whitespace(_)));
        words.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    pieces(tokens.split(|token| *token == Token::SemiColon).map(of))
}

fn pieces(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Gives what stands in `these` and not in `others`, each as often as it is too many.
fn without<'t>(these: &'t [String], others: &[String]) -> Vec<&'t String> {
    let mut left: Vec<&String> = others.iter().collect();
    let is_new = |text: &&String| match left.iter().position(|other| other == text) {
        Some(at) => {
            left.swap_remove(at);
            false
        }
        None => true,
    };
    these.iter().filter(is_new).collect()
}

fn kept(before: &str, after: &str) -> usize {
    let lines = |text: &str| pieces(text.lines().map(str::to_owned));
    let (before, after) = (lines(before), lines(after));
    let gone = without(&before, &after).len();
    (100 * (before.len() - gone)).checked_div(before.len()).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::{Effort, statements};
    use crate::judge::sql::model::parts::Parts;

    const BEFORE: Parts<'_> = Parts {
        schema: "CREATE TABLE a (x INT);\nCREATE TABLE b (y INT);\n",
        load: "INSERT INTO a SELECT 1;\n",
        views: "CREATE VIEW v AS SELECT x FROM a;\n",
    };

    #[test]
    fn statements_are_the_same_in_another_layout_and_with_other_comments() {
        let plain = statements("SELECT 'a;b' AS x FROM t; SELECT 2");
        let other = statements("-- why; so\nSELECT 'a;b'\n  AS x\nFROM t /* ; */;\n\nSELECT 2;;");
        assert_eq!((plain.len(), plain), (2, other));
    }

    #[test]
    fn what_changed_is_counted_by_part_and_by_line() {
        let after = Parts {
            schema: "CREATE TABLE a (x INT);\nCREATE TABLE b (y INT, z INT);\nCREATE TABLE c (k INT);\n",
            ..BEFORE
        };
        let effort = Effort::of(&BEFORE, &after, None);
        assert!(effort.is_small());
        assert_eq!(
            effort.words(),
            "What had to change: statements new or rewritten: 2 of 3 in the schema, 0 of 1 in the load, \
             0 of 1 in the views; 75% of the first answer's lines stayed as they were."
        );
    }

    #[test]
    fn an_answer_written_anew_is_no_small_change() {
        let after = Parts { schema: "X;", load: "Y;", views: "Z;" };
        assert!(!Effort::of(&BEFORE, &after, None).is_small());
    }
}
