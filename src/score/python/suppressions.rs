//! Comments that silence a checker: with a rule and a reason they excuse, without they are a finding.

use rustpython_ruff_python_ast::token::{TokenKind, Tokens};
use rustpython_ruff_text_size::Ranged;

use super::notes::Notes;

/// Looks at every comment, after all other findings are in.
pub fn look(tokens: &Tokens, notes: &mut Notes<'_>) {
    for token in tokens.iter().filter(|token| token.kind() == TokenKind::Comment) {
        let text = &notes.source[token.range()];
        let line = notes.line(token.range().start().to_usize());
        match Suppression::read(text) {
            None => (),
            Some(Suppression { codes, reason: true }) if !codes.is_empty() => {
                // A reason excuses what must be repaired; what blocks still blocks.
                codes.iter().for_each(|code| notes.excuse(code, line));
            }
            Some(_) => notes.must_fix(
                "RUF100",
                token,
                "A checker is silenced without rule and reason. Write `# noqa: RULE  the reason`.",
            ),
        }
    }
}

struct Suppression<'a> {
    codes: Vec<&'a str>,
    reason: bool,
}

impl<'a> Suppression<'a> {
    fn read(comment: &'a str) -> Option<Self> {
        let inner = comment.trim_start_matches('#').trim_start();
        let rest = strip_word(inner, "noqa").or_else(|| strip_word(inner, "type: ignore"))?;
        let rest = rest.trim_start_matches([':', '[', ']']);
        let words = || rest.split([' ', ',', ']', ':']).filter(|word| !word.is_empty());
        let codes: Vec<&str> = words().take_while(|word| is_code(word)).collect();
        let reason = words().count() > codes.len() + 1;
        Some(Self { codes, reason })
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

fn is_code(word: &str) -> bool {
    let rule = word.chars().next().is_some_and(|letter| letter.is_ascii_uppercase())
        && word.chars().last().is_some_and(|letter| letter.is_ascii_digit());
    // `type: ignore[arg-type]` names its rule in lower case.
    rule || (word.contains('-')
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'))
}
