//! The page is well formed, and whatever a candidate writes stays text.

use proptest::prelude::*;

use crate::debrief::html::page;
use crate::debrief::sample::{self, Sample};
use crate::debrief::scored::Work;
use crate::interview::event::Answer;

/// Gives the page's tags in order, and panics where one is not closed, not quoted or misplaced.
fn tags(page: &str) -> Vec<String> {
    const VOID: [&str; 3] = ["meta", "br", "!DOCTYPE"];
    let (mut open, mut seen): (Vec<String>, Vec<String>) = (vec![], vec![]);
    for piece in page.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("every tag ends");
        assert!(!text.contains('>') || open.last().is_some_and(|t| t == "style"), "{text}");
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes of <{tag}>");
        let name = tag.split_whitespace().next().expect("a tag has a name").to_owned();
        match name.strip_prefix('/') {
            _ if tag.ends_with('/') => {}
            Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed), "<{tag}>"),
            None if VOID.contains(&name.as_str()) => {}
            None => open.push(name.clone()),
        }
        seen.push(name);
    }
    assert!(open.is_empty(), "left open: {open:?}");
    seen
}

/// A loop in which a query, a program, a story, its quote and a question to the interviewer are `text`.
/// Only one story is, because a story told twice adds its lines to the ledger.
fn written(text: &str) -> Sample {
    let mut sample = Sample::hired();
    for (round, question) in [(0, 0), (3, 0), (4, 0)] {
        sample.say(round, question, text);
    }
    sample.at(4, 0).card = Some(sample::card("D8", 4.0, text));
    sample.ask(0, 0, text, "ties");
    sample
}

#[test]
fn the_page_is_well_formed_and_carries_every_part() {
    let page = page(&Sample::hired().report());
    let tags = tags(&page);
    assert_eq!(tags.iter().filter(|tag| *tag == "svg").count(), 6, "five clocks and a diagram");
    for part in ["Decision: ", "What would have flipped it", "1. Sealed", "The bar raiser was"] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_few_rows_that_show_a_mistake_are_tables_with_a_sign() {
    let mut sample = Sample::hired();
    sample::mistaken(sample.at(0, 0));
    let page = page(&sample.report());
    tags(&page);
    for part in [
        "An inner join loses &lt;customers&gt;.",
        "<caption>expected</caption>",
        "<td class=\"mark\">x</td><td>77</td>",
        "<caption>what came: no rows</caption>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = page(&Sample::hired().report());
    // The name of a namespace is a name, and an arrow's head stands in the same picture.
    let page = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "").replace("url(#arrow)", "");
    for word in
        ["<script", "http://", "https://", "src=", "href=", "url(", "@import", "javascript:"]
    {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn an_answer_in_html_is_shown_and_not_obeyed() {
    let hostile = "x</pre></details><script>alert(1)</script><img src=x onerror='a'>&lt;";
    let page = page(&written(hostile).report());
    assert!(!page.contains("<script>") && !page.contains("<img"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("&amp;lt;"), "what looks escaped already is escaped again");
    assert!(tags(&page) == tags(&super::page(&written("x").report())), "the bones changed");
}

#[test]
fn a_label_of_a_diagram_stays_a_label() {
    let drawn = |label: &str| {
        let mut sample = Sample::hired();
        if let Work::HandedIn { answer, .. } = &mut sample.at(2, 0).work {
            let diagram = format!("flowchart LR\n  a[source: {label}] --> b[serve: {label}]");
            *answer = Answer::Design { diagram, notes: label.into() };
        }
        page(&sample.report())
    };
    let hostile = drawn("x</text></svg><script>alert(1)</script>&amp;\"'");
    assert!(!hostile.contains("<script>"));
    let without_lines = |page: &str| {
        tags(page)
            .into_iter()
            .filter(|tag| !["text", "/text"].contains(&tag.as_str()))
            .collect::<Vec<_>>()
    };
    assert!(without_lines(&hostile) == without_lines(&drawn("x")), "the bones changed");
}

#[test]
fn characters_that_turn_or_hide_text_are_made_visible() {
    let page = page(&written("x\u{202e}drow\u{0}\u{1b}[31m").report());
    assert!(!page.contains(['\u{202e}', '\u{0}', '\u{1b}']));
    assert!(page.contains("x\u{fffd}drow\u{fffd}\u{fffd}[31m"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_written_the_page_has_the_same_bones(
        text in r#"x([<>&"'/=]|[ -~]|script|style|-->|<!--|\PC|[\x00-\x1f]){0,60}"#,
    ) {
        let report = written(&text).report();
        let bones = tags(&page(&written("x").report()));
        prop_assert!(tags(&page(&report)) == bones, "the bones changed");
    }
}
