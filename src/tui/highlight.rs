//! Colours for code in drills: SQL by `sqlparser`'s tokenizer, Python by `tree-sitter`. A phone
//! screen shows plain text, as on the day.

use std::ops::Range;

use sqlparser::dialect::DuckDbDialect;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer, Whitespace};

/// The styles of [`super::theme::Theme::code`], by index.
const KEYWORD: usize = 0;
const TEXT: usize = 1;
const NUMBER: usize = 2;
const COMMENT: usize = 3;
const FUNCTION: usize = 4;

/// Gives the styled byte ranges of a stretch of SQL; what does not tokenize stays plain.
pub fn sql(text: &str) -> Vec<(Range<usize>, usize)> {
    let tokens = Tokenizer::new(&DuckDbDialect, text).tokenize_with_location().unwrap_or_default();
    let lines = line_starts(text);
    let at = |location: Location| byte_at(text, &lines, location);
    let paint = |token: TokenWithSpan| {
        let style = style_of(&token.token)?;
        Some((at(token.span.start)..at(token.span.end), style))
    };
    tokens.into_iter().filter_map(paint).collect()
}

fn style_of(token: &Token) -> Option<usize> {
    match token {
        Token::Word(word) if word.keyword != Keyword::NoKeyword && word.quote_style.is_none() => {
            Some(KEYWORD)
        }
        Token::SingleQuotedString(_) => Some(TEXT),
        Token::Number(..) => Some(NUMBER),
        Token::Whitespace(
            Whitespace::SingleLineComment { .. } | Whitespace::MultiLineComment(_),
        ) => Some(COMMENT),
        _ => None,
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The tokenizer counts lines and characters from 1; the editor wants bytes.
fn byte_at(text: &str, lines: &[usize], location: Location) -> usize {
    let start =
        lines.get((location.line as usize).saturating_sub(1)).copied().unwrap_or(text.len());
    let skip = (location.column as usize).saturating_sub(1);
    text[start..].char_indices().nth(skip).map_or(text.len(), |(at, _)| start + at)
}

/// Gives the styled byte ranges of a stretch of Python.
pub fn python(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut parser = tree_sitter::Parser::new();
    let language = tree_sitter_python::LANGUAGE.into();
    if parser.set_language(&language).is_err() {
        return vec![];
    }
    let Some(tree) = parser.parse(text, None) else { return vec![] };
    let mut ranges = Vec::new();
    let mut cursor = tree.walk();
    walk(&mut cursor, &mut ranges);
    ranges
}

fn walk(cursor: &mut tree_sitter::TreeCursor<'_>, ranges: &mut Vec<(Range<usize>, usize)>) {
    loop {
        let node = cursor.node();
        let style = python_style(&node);
        if let Some(style) = style {
            ranges.push((node.byte_range(), style));
        }
        // A comment or a string is one thing, whatever it is made of.
        if style.is_none() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return;
            }
        }
    }
}

fn python_style(node: &tree_sitter::Node<'_>) -> Option<usize> {
    match node.kind() {
        "comment" => Some(COMMENT),
        "string" => Some(TEXT),
        "integer" | "float" => Some(NUMBER),
        "identifier" if node.parent().is_some_and(|p| p.kind() == "function_definition") => {
            Some(FUNCTION)
        }
        "true" | "false" | "none" => Some(KEYWORD),
        // Anonymous nodes made of letters are Python's keywords.
        word if !node.is_named() && word.chars().all(|c| c.is_ascii_lowercase()) => Some(KEYWORD),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMENT, KEYWORD, NUMBER, TEXT, python, sql};

    fn painted<'a>(
        text: &'a str,
        ranges: &[(std::ops::Range<usize>, usize)],
    ) -> Vec<(&'a str, usize)> {
        ranges.iter().map(|(range, style)| (&text[range.clone()], *style)).collect()
    }

    #[test]
    fn sql_is_painted_where_it_stands_behind_wide_characters() {
        let text = "-- \u{e9}\u{4e2d}\nselect '\u{e9}', 12 from t";
        let got = painted(text, &sql(text));
        assert!(got.contains(&("select", KEYWORD)), "{got:?}");
        assert!(got.contains(&("'\u{e9}'", TEXT)), "{got:?}");
        assert!(got.contains(&("12", NUMBER)), "{got:?}");
    }

    #[test]
    fn half_a_statement_is_no_error() {
        for text in ["select 'open", "", "\u{1f600}", "select \"a"] {
            sql(text);
            python(text);
        }
    }

    #[test]
    fn python_words_strings_and_comments_are_painted() {
        let text = "def f(x):  # why\n    return 'a' + 1\n";
        let got = painted(text, &python(text));
        for expected in [("def", KEYWORD), ("# why", COMMENT), ("'a'", TEXT), ("1", NUMBER)] {
            assert!(got.contains(&expected), "{expected:?} in {got:?}");
        }
    }
}
