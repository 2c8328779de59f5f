//! Which statements does a text hold? Read by its words, to name them and to keep a model's script to
//! tables, views and rows. What may run at all is decided by DuckDB's own parser and locks.

use sqlparser::dialect::DuckDbDialect;
use sqlparser::tokenizer::{Token, Tokenizer};

use super::engine::Engine;
use super::rules::Refusal;
use crate::interview::verdict::Fault;

/// The longest text that is judged, in bytes. The longest sensible answers have a tenth of it.
pub(super) const LONGEST: usize = 100_000;

/// Statements that do something to the database, the engine or the machine around a question's tables.
const OUTSIDE: &[&str] = &[
    "ANALYZE",
    "ATTACH",
    "CALL",
    "CHECKPOINT",
    "COPY",
    "DEALLOCATE",
    "DETACH",
    "EXECUTE",
    "EXPORT",
    "FORCE",
    "IMPORT",
    "INSTALL",
    "LOAD",
    "PRAGMA",
    "PREPARE",
    "RESET",
    "SET",
    "USE",
    "VACUUM",
];

/// Words that stand between CREATE and what is created.
const BEFORE_KIND: &[&str] =
    &["OR", "REPLACE", "TEMP", "TEMPORARY", "LOCAL", "GLOBAL", "PERSISTENT", "UNIQUE", "RECURSIVE"];

/// One statement: its words outside of parentheses, in capitals unless they were quoted.
#[derive(Debug, PartialEq)]
pub(super) struct Statement {
    words: Vec<String>,
}

/// Refuses a text that no parser should have to read.
pub(super) fn check_text(sql: &str) -> Result<(), Refusal> {
    if sql.len() > LONGEST {
        let words = format!(
            "The answer has {} bytes; more than {} kB of SQL are not judged. Was something pasted by accident?",
            sql.len(),
            LONGEST / 1000
        );
        return Err(forbidden(words));
    }
    match sql.split('\0').next().filter(|before| before.len() < sql.len()) {
        None => Ok(()),
        Some(before) => {
            let line = before.matches('\n').count() + 1;
            Err(forbidden(format!("Line {line} holds a NUL character; SQL is text without it.")))
        }
    }
}

/// Cuts a text at its semicolons; none when it cannot be read.
pub(super) fn of(sql: &str) -> Option<Vec<Statement>> {
    let tokens = Tokenizer::new(&DuckDbDialect, sql).tokenize().ok()?;
    let mut statements = vec![Statement { words: Vec::new() }];
    let (mut depth, mut dotted) = (0_usize, false);
    for token in tokens {
        match token {
            Token::SemiColon => statements.push(Statement { words: Vec::new() }),
            Token::LParen => depth += 1,
            Token::RParen => depth = depth.saturating_sub(1),
            Token::Word(word) if depth == 0 => {
                let words = &mut statements.last_mut().expect("there is always one").words;
                // Of `main.orders` only the last part is a name.
                if dotted {
                    words.pop();
                }
                let quoted = word.quote_style.is_some();
                words.push(if quoted { word.value } else { word.value.to_uppercase() });
            }
            Token::Whitespace(_) => continue,
            Token::Period => {
                dotted = true;
                continue;
            }
            _ => {}
        }
        dotted = false;
    }
    statements.retain(|statement| !statement.words.is_empty());
    Some(statements)
}

impl Statement {
    /// Gives the word that says what it does.
    pub fn verb(&self) -> &str {
        let first = self.words.first().map_or("", String::as_str);
        let does =
            |word: &&String| matches!(word.as_str(), "INSERT" | "UPDATE" | "DELETE" | "MERGE");
        if first == "WITH" {
            self.words.iter().find(does).map_or(first, |word| word)
        } else {
            first
        }
    }

    /// Says whether it asks for rows.
    pub fn asks(&self) -> bool {
        matches!(self.verb(), "SELECT" | "WITH" | "FROM" | "VALUES" | "TABLE" | "PIVOT" | "UNPIVOT")
    }

    /// Gives the kind and the name of what it creates.
    fn creates(&self) -> Option<(&str, &str)> {
        let (first, rest) = self.words.split_first()?;
        let mut rest =
            rest.iter().map(String::as_str).skip_while(|word| BEFORE_KIND.contains(word));
        let kind = rest.next().filter(|_| first == "CREATE")?;
        let name = rest.find(|word| !matches!(*word, "IF" | "NOT" | "EXISTS"));
        Some((kind, name.unwrap_or_default()))
    }

    fn is_outside(&self) -> bool {
        let second = self.words.get(1).map(String::as_str);
        let odd = matches!(
            (self.verb(), second),
            ("UPDATE", Some("EXTENSIONS"))
                | ("CREATE" | "ALTER" | "DROP", Some("DATABASE" | "SECRET"))
        );
        odd || OUTSIDE.contains(&self.verb())
            || self.creates().is_some_and(|(kind, _)| matches!(kind, "SECRET" | "DATABASE"))
    }
}

/// Gives the names of the tables that a text makes.
pub(super) fn tables_made(sql: &str) -> Vec<String> {
    let statements = of(sql).unwrap_or_default();
    let tables = statements.iter().filter_map(Statement::creates);
    tables.filter(|(kind, _)| *kind == "TABLE").map(|(_, name)| name.to_owned()).collect()
}

/// Checks a script, or a part of a model: `name` is what it is called, `raw` are the raw tables.
pub(super) fn check_script(name: &str, sql: &str, raw: &[String]) -> Result<(), Refusal> {
    // What cannot be cut is the engine's to complain about.
    let Some(statements) = of(sql) else { return Ok(()) };
    let mut open = false;
    for statement in &statements {
        check_statement(name, statement, raw)?;
        match statement.verb() {
            "BEGIN" | "START" => open = true,
            "COMMIT" | "END" | "ROLLBACK" | "ABORT" => open = false,
            _ => {}
        }
    }
    match open {
        true => Err(forbidden(format!(
            "`{name}` begins a transaction and does not end it; add COMMIT."
        ))),
        false => Ok(()),
    }
}

fn check_statement(part: &str, statement: &Statement, raw: &[String]) -> Result<(), Refusal> {
    if statement.is_outside() {
        return Err(forbidden(format!(
            "`{}` in `{part}` is not part of a model: it makes tables and views and fills them, and leaves files, settings and databases alone.",
            statement.verb()
        )));
    }
    match statement.creates() {
        Some(("MACRO" | "FUNCTION", made)) if is_builtin(made) => Err(forbidden(format!(
            "`{part}` makes a macro of the engine's own name `{}`; give it another.",
            made.to_lowercase()
        ))),
        Some((_, made)) if raw.iter().any(|raw| raw.eq_ignore_ascii_case(made)) => {
            Err(forbidden(format!(
                "`{part}` makes another `{}`; that name is the raw table's.",
                made.to_lowercase()
            )))
        }
        _ => Ok(()),
    }
}

/// Says whether the engine has a function of that name, which the judge's own counts may need.
fn is_builtin(name: &str) -> bool {
    let sql = "SELECT count(*)::VARCHAR FROM duckdb_functions() WHERE function_name = lower(?)";
    let count = Engine::empty().and_then(|engine| engine.text_of(sql, name));
    count.map_or(true, |count| count != "0")
}

fn forbidden(words: String) -> Refusal {
    Refusal { fault: Fault::Forbidden, words }
}

#[cfg(test)]
mod tests {
    use super::{check_script, check_text, of};

    fn verbs(sql: &str) -> Vec<String> {
        of(sql).expect("it can be cut").iter().map(|one| one.verb().to_owned()).collect()
    }

    fn refusal(sql: &str) -> Option<String> {
        check_script("-- load", sql, &["raw_orders".into()]).err().map(|refusal| refusal.words)
    }

    #[test]
    fn a_text_is_cut_where_a_statement_ends_and_nowhere_else() {
        assert_eq!(verbs("SELECT ';' -- ; DROP\n; /* ; */ drop table x;;"), ["SELECT", "DROP"]);
        assert_eq!(verbs("SELECT $$;$$, \";\"; FROM t"), ["SELECT", "FROM"]);
        assert_eq!(verbs("WITH x AS (DELETE FROM t) INSERT INTO t FROM x"), ["INSERT"]);
        assert_eq!(verbs("WITH x AS (INSERT INTO t VALUES (1)) SELECT 1"), ["WITH"]);
        assert_eq!(verbs(" -- nothing\n;"), [""; 0]);
    }

    #[test]
    fn a_script_makes_tables_and_fills_them() {
        let fine = "BEGIN; CREATE OR REPLACE TEMP TABLE staged AS SELECT * FROM raw_orders;
            DELETE FROM orders; INSERT INTO orders FROM staged; UPDATE orders SET n = 1; COMMIT;
            CREATE MACRO cents(x) AS x * 100; CREATE INDEX i ON orders (id); CREATE TYPE call AS ENUM ('x'); SUMMARIZE orders";
        assert_eq!(refusal(fine), None);
    }

    #[test]
    fn what_lies_around_the_tables_is_refused_by_name() {
        for (sql, said) in [
            ("ATTACH ':memory:' AS x", "`ATTACH`"),
            ("SELECT 1; set threads = 8", "`SET`"),
            ("UPDATE EXTENSIONS", "`UPDATE`"),
            ("CREATE PERSISTENT SECRET s (TYPE s3)", "`CREATE`"),
            ("CREATE OR REPLACE MACRO main.Sum(x) AS 1", "own name `sum`"),
            ("CREATE TEMP VIEW IF NOT EXISTS \"Raw_Orders\" AS SELECT 1", "another `raw_orders`"),
            ("CREATE TABLE memory.main.raw_orders (x INTEGER)", "another `raw_orders`"),
            ("BEGIN; INSERT INTO t VALUES (1)", "does not end"),
        ] {
            let words = refusal(sql).unwrap_or_else(|| panic!("{sql} went through"));
            assert!(words.contains(said), "{sql}: {words}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_or_no_text_is_not_parsed() {
        assert!(check_text("SELECT 1").is_ok());
        let nul = check_text("SELECT\n'a\0b'").expect_err("it is refused").words;
        assert!(nul.starts_with("Line 2"), "{nul}");
        let long = check_text(&"x".repeat(1 << 20)).expect_err("it is refused").words;
        assert!(long.contains("1048576 bytes"), "{long}");
    }
}
