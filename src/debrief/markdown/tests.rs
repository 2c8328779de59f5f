//! Markdown that says the same and obeys nothing a candidate wrote.

use proptest::prelude::*;

use super::{code, markdown, text};
use crate::debrief::sample::{Sample, mistaken};

#[test]
fn the_markdown_carries_decision_votes_evidence_and_the_drill() {
    let text = markdown(&Sample::hired().report());
    for part in [
        "**Decision: hire**",
        "| Phone screen | no vote | + hire |",
        "I traced it to the source row",
        "`mockloop drill phone-screen`",
        "### 4. Decision",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_few_rows_that_show_a_mistake_are_evidence() {
    let mut sample = Sample::hired();
    mistaken(sample.at(0, 0));
    let report = sample.report();
    let text = markdown(&report);
    for part in ["Trap: inner-against-outer", "An inner join loses", "x 77", "what came: no rows"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let json = serde_json::to_value(&report).expect("a report is plain data");
    let example = &json["rounds"][0]["answers"][0]["counterexample"];
    assert_eq!(example["trap"], "inner-against-outer");
    assert_eq!(example["missing"], serde_json::json!([0]));
}

#[test]
fn an_answer_cannot_close_its_own_code_block() {
    let mut out = String::new();
    code(&mut out, "a\n````\n# not a heading");
    assert!(out.starts_with("`````text\n") && out.ends_with("\n`````\n\n"), "{out}");
}

#[test]
fn a_table_cell_holds_no_bar_and_no_line_break() {
    assert_eq!(text("a|b\n# c <i>"), r"a\|b \# c \<i\>");
}

proptest! {
    #[test]
    fn escaped_text_is_one_line_without_live_markup(words in "\\PC{0,40}\n?[<|*_`#\\[]{0,10}") {
        let escaped = text(&words);
        prop_assert!(!escaped.contains('\n'));
        let chars: Vec<char> = escaped.chars().collect();
        for (i, c) in chars.iter().enumerate().filter(|(_, c)| "<|*_`#[".contains(**c)) {
            let slashes = chars[..i].iter().rev().take_while(|c| **c == '\\').count();
            prop_assert!(slashes % 2 == 1, "{c} in {escaped}");
        }
    }
}
