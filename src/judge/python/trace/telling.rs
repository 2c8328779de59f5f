//! How an exception is told: as Python prints it, with only the candidate's own lines.

use super::{Account, CHAIN, FILE, Link, MOST, Step, Syntax};

/// How often a line of a recursion is repeated before it is counted.
const REPEATS: usize = 3;

const CAUSED: &str = "The above exception was the direct cause of the following exception:";
const DURING: &str = "During handling of the above exception, another exception occurred:";

/// Writes an exception with those that led to it, the earliest first.
pub fn tell(account: &Account, source: &str) -> String {
    let mut teller = Teller { source, told: 0 };
    teller.chain(account, 0).join("\n")
}

struct Teller<'a> {
    source: &'a str,
    told: usize,
}

impl Teller<'_> {
    fn chain(&mut self, account: &Account, depth: usize) -> Vec<String> {
        let mut blocks = vec![self.block(account, depth)];
        let mut current = account;
        while let (Some((link, earlier)), true) = (&current.earlier, blocks.len() < CHAIN) {
            let words = match link {
                Link::Cause => CAUSED,
                Link::Context => DURING,
            };
            let mut lines = self.block(earlier, depth);
            lines.extend([String::new(), words.to_owned(), String::new()]);
            blocks.push(lines);
            current = earlier;
        }
        blocks.into_iter().rev().flatten().collect()
    }

    fn block(&mut self, account: &Account, depth: usize) -> Vec<String> {
        self.told += 1;
        match (&account.syntax, account.parts.is_empty()) {
            (Some(syntax), _) => self.syntax(account, syntax),
            (None, true) => self.single(account),
            (None, false) => self.group(account, depth),
        }
    }

    fn single(&self, account: &Account) -> Vec<String> {
        let mut lines = Vec::new();
        if !account.steps.is_empty() {
            lines.push("Traceback (most recent call last):".to_owned());
            lines.extend(self.steps(&account.steps));
        }
        lines.extend(ending(account));
        lines
    }

    /// Draws a group as a tree, as Python does: its own lines behind a bar, its parts numbered below it.
    fn group(&mut self, account: &Account, depth: usize) -> Vec<String> {
        let mut own = Vec::new();
        if !account.steps.is_empty() {
            own.extend(self.steps(&account.steps));
        }
        own.extend(ending(account));
        let mut lines = vec!["  + Exception Group Traceback (most recent call last):".to_owned()];
        lines.extend(own.iter().map(|line| format!("  | {line}")));
        let mut shown = 0;
        for part in account.parts.iter().take_while(|_| depth < CHAIN) {
            if self.told >= MOST {
                break;
            }
            shown += 1;
            let rule = if shown == 1 { "  +-+" } else { "    +" };
            lines.push(format!("{rule}---------------- {shown} ----------------"));
            lines.extend(self.chain(part, depth + 1).iter().map(|line| format!("    | {line}")));
        }
        if shown < account.parts.len() {
            let more = account.parts.len() - shown;
            lines.push("    +---------------- ... ----------------".to_owned());
            lines.push(format!("    | and {more} more exceptions"));
        }
        lines.push("    +------------------------------------".to_owned());
        lines
    }

    fn syntax(&self, account: &Account, syntax: &Syntax) -> Vec<String> {
        let mut lines = vec![format!("  File \"{FILE}\", line {}", syntax.line)];
        if let Some(text) = self.line(syntax.line) {
            let indent = text.chars().take_while(|letter| letter.is_whitespace()).count();
            let column = syntax.column.saturating_sub(1 + indent).min(200);
            lines.push(format!("    {}", text.trim()));
            lines.push(format!("    {}^", " ".repeat(column)));
        }
        lines.extend(ending(account));
        lines
    }

    fn steps(&self, steps: &[Step]) -> Vec<String> {
        let mut lines = Vec::new();
        for run in steps.chunk_by(|before, after| before == after) {
            for step in &run[..run.len().min(REPEATS)] {
                lines.push(format!("  File \"{FILE}\", line {}, in {}", step.line, step.function));
                lines.extend(self.line(step.line).map(|text| format!("    {}", text.trim())));
            }
            if run.len() > REPEATS {
                lines.push(repeated(run.len() - REPEATS));
            }
        }
        lines
    }

    fn line(&self, number: usize) -> Option<&str> {
        self.source.lines().nth(number.checked_sub(1)?)
    }
}

fn repeated(more: usize) -> String {
    let times = if more == 1 { "time" } else { "times" };
    format!("  [Previous line repeated {more} more {times}]")
}

/// The last lines: class and message, and the notes that were added.
fn ending(account: &Account) -> Vec<String> {
    let class = account.class();
    let head = match account.message.as_str() {
        "" => class.to_owned(),
        message => format!("{class}: {message}"),
    };
    let notes = account.notes.iter().flat_map(|note| note.lines());
    head.lines().chain(notes).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::tell;
    use crate::judge::python::trace::Account;

    const SOURCE: &str = "def f(rows):\n    return g(rows)\n\ndef g(rows):\n    return [r['at']\n";

    fn account(json: &str) -> Account {
        serde_json::from_str(json).expect("the test writes good JSON")
    }

    #[test]
    fn a_chain_begins_with_what_happened_first() {
        let told = tell(
            &account(
                r#"{"lineage": [["FeedError", false]], "message": "bad", "notes": ["row 3"],
                    "steps": [{"line": 2, "function": "f"}],
                    "earlier": ["cause", {"lineage": [["KeyError", true]], "message": "'at'"}]}"#,
            ),
            SOURCE,
        );
        let wanted = "KeyError: 'at'\n\nThe above exception was the direct cause of the following exception:\n\n\
                      Traceback (most recent call last):\n  File \"answer.py\", line 2, in f\n    return g(rows)\n\
                      FeedError: bad\nrow 3";
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_group_is_drawn_as_a_tree() {
        let told = tell(
            &account(
                r#"{"lineage": [["ExceptionGroup", true]], "message": "two (2 sub-exceptions)",
                    "steps": [{"line": 2, "function": "f"}], "parts": [
                    {"lineage": [["ValueError", true]], "message": "a"},
                    {"lineage": [["TypeError", true]], "message": "b"}]}"#,
            ),
            SOURCE,
        );
        let wanted = [
            "  + Exception Group Traceback (most recent call last):",
            "  |   File \"answer.py\", line 2, in f",
            "  |     return g(rows)",
            "  | ExceptionGroup: two (2 sub-exceptions)",
            "  +-+---------------- 1 ----------------",
            "    | ValueError: a",
            "    +---------------- 2 ----------------",
            "    | TypeError: b",
            "    +------------------------------------",
        ];
        assert_eq!(told, wanted.join("\n"));
    }

    #[test]
    fn a_syntax_error_has_its_caret_below_the_place() {
        let told = tell(
            &account(
                r#"{"lineage": [["SyntaxError", true]], "message": "'[' was never closed",
                    "syntax": {"line": 5, "column": 12}}"#,
            ),
            SOURCE,
        );
        let wanted = "  File \"answer.py\", line 5\n    return [r['at']\n           ^\nSyntaxError: '[' was never closed";
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_recursion_is_counted_after_three_lines() {
        let steps = [r#"{"line": 2, "function": "f"}"#; 10].join(",");
        let json = format!(
            r#"{{"lineage": [["RecursionError", true]], "message": "", "steps": [{steps}]}}"#
        );
        let told = tell(&account(&json), SOURCE);
        assert_eq!(told.matches("line 2, in f").count(), 3);
        assert!(told.contains("[Previous line repeated 7 more times]\nRecursionError"), "{told}");
    }
}
