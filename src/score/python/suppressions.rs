//! Comments: what silences a checker must have a rule and a reason, and code that is off belongs to the history.

use rustpython_ruff_python_ast::token::{TokenKind, Tokens};
use rustpython_ruff_python_parser::parse_module;
use rustpython_ruff_text_size::Ranged;

use super::notes::Notes;

/// Looks at every comment, after all other findings are in.
pub fn look(tokens: &Tokens, notes: &mut Notes<'_>) {
    for token in tokens.iter().filter(|token| token.kind() == TokenKind::Comment) {
        let text = &notes.source[token.range()];
        match Suppression::read(text) {
            Some(suppression) => check_suppression(&suppression, token, notes),
            None if is_code(text) => {
                notes.nit("ERA001", token, "Code that is off is in the history; delete it.");
            }
            None => (),
        }
    }
}

fn check_suppression(suppression: &Suppression<'_>, place: &impl Ranged, notes: &mut Notes<'_>) {
    let line = notes.line(place.range().start().to_usize());
    let words = "A checker is silenced without a rule. Write `# noqa: RULE  the reason`.";
    if suppression.codes.is_empty() {
        return notes.must_fix(
            if suppression.of_types { "PGH003" } else { "PGH004" },
            place,
            words,
        );
    }
    if !suppression.reason {
        let words = "A checker is silenced without a reason. Write it behind the rule.";
        return notes.must_fix("own.noqa-reason", place, words);
    }
    // A reason excuses what must be repaired; what blocks still blocks.
    for code in &suppression.codes {
        let speaks = notes.excuse(code, line);
        if !speaks && !suppression.of_types && super::KNOWN.contains(code) {
            let words = format!("{code} has nothing to say here, so nothing needs silencing.");
            notes.must_fix("RUF100", place, words);
        }
    }
}

struct Suppression<'a> {
    codes: Vec<&'a str>,
    reason: bool,
    of_types: bool,
}

impl<'a> Suppression<'a> {
    fn read(comment: &'a str) -> Option<Self> {
        let inner = comment.trim_start_matches('#').trim_start();
        let of_lint = strip_word(inner, "noqa");
        let of_types = of_lint.is_none();
        let rest = of_lint.or_else(|| strip_word(inner, "type: ignore"))?;
        let rest = rest.trim_start_matches([':', '[', ']']);
        let words = || rest.split([' ', ',', ']', ':']).filter(|word| !word.is_empty());
        let codes: Vec<&str> = words().take_while(|word| is_rule(word)).collect();
        let reason = words().count() > codes.len() + 1;
        Some(Self { codes, reason, of_types })
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len())?;
    head.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

fn is_rule(word: &str) -> bool {
    let rule = word.chars().next().is_some_and(|letter| letter.is_ascii_uppercase())
        && word.chars().last().is_some_and(|letter| letter.is_ascii_digit());
    // `type: ignore[arg-type]` names its rule in lower case.
    rule || (word.contains('-')
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'))
}

/// Says whether a comment is code that was turned off: it parses, and holds a sign that prose has seldom.
fn is_code(comment: &str) -> bool {
    const SIGNS: [&str; 12] =
        ["(", ")", "[", "]", "{", "}", ":", "=", "return", "break", "continue", "import"];
    const NOTES: [&str; 7] = ["todo", "fixme", "xxx", "type:", "pylint", "mypy", "pragma"];
    let text = comment.trim_start_matches('#').trim();
    let note = text.to_lowercase();
    if NOTES.iter().any(|word| note.starts_with(word))
        || !SIGNS.iter().any(|sign| text.contains(sign))
    {
        return false;
    }
    // A number behind the sign is an issue's, not a comment in code.
    let of_issue =
        text.split('#').skip(1).any(|part| part.starts_with(|one: char| one.is_ascii_digit()));
    let is_arm = matches!(text, "else:" | "try:" | "finally:")
        || (text.starts_with("elif ") || text.starts_with("except")) && text.ends_with(':');
    let is_bracket = text.chars().all(|letter| "()[]{} ,".contains(letter));
    let parses = || super::shape::too_dense(text).is_none() && parse_module(text).is_ok();
    !of_issue && (is_arm || is_bracket || parses())
}
