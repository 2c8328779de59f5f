//! Two candidates sit the same loop, one well prepared and one not: the debrief has to tell the difference.

use std::path::Path;

use mockloop::content::library::Library;
use mockloop::content::question::Question;
use mockloop::debrief::report::Report;
use mockloop::debrief::scoring::score_answers;
use mockloop::interview::Interview;
use mockloop::interview::event::{Answer, PanePart};
use mockloop::interview::phase::Phase;
use mockloop::interviewer::code;
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::paper;
use mockloop::judge::request::{Outcome, Request};
use mockloop::score::story::Lexicon;
use mockloop::tui::msg::{Effect, Msg};

use super::answers::{Skill, answer, changed_answer, question, said};
use super::harness::{Sitting, Walk};

/// The good sample story answers this question.
const STORY: &str = "traced-to-the-source-row";

#[test]
fn every_round_answered_well_and_badly_is_told_apart_with_evidence() {
    let library = Library::builtin();
    let sitting = asked_for_the_story(&library);
    let good = sat(&library, &sitting, Skill::Good);
    let bad = sat(&library, &sitting, Skill::Bad);
    for (good, bad) in good.rounds.iter().zip(&bad.rounds) {
        assert!(good.score > bad.score, "{}: {:?}, {:?}", good.title, good.score, bad.score);
    }
    assert!(rank(&good) > rank(&bad), "{}\n{}", told(&good), told(&bad));
    assert!(rank(&good) >= Some(2), "the references are not hired: {}", told(&good));
    assert_concerns_have_evidence(&bad);
}

fn assert_concerns_have_evidence(report: &Report) {
    let decision = report.decision.as_ref().expect("a loop is decided");
    assert!(!decision.evidence.is_empty(), "{}", told(report));
    for round in &report.rounds {
        let concern = round.concern.as_ref();
        let concern = concern.unwrap_or_else(|| panic!("{} has no concern", round.title));
        assert!(!concern.earned && !concern.words.trim().is_empty(), "{concern:?}");
        let cited = round.answers.iter().flat_map(|answer| &answer.citations);
        assert!(cited.into_iter().any(|line| line == concern), "{concern:?} stands alone");
    }
}

fn rank(report: &Report) -> Option<u8> {
    report.decision.as_ref().expect("a loop is decided").outcome.rank()
}

/// Tells a report in one paragraph: rounds with their scores and concerns, gates, vetoes, the decision.
fn told(report: &Report) -> String {
    let decision = report.decision.as_ref().expect("a loop is decided");
    let rounds = report.rounds.iter().map(|round| {
        let parts = round.answers.iter().map(|answer| format!("{:?}", answer.parts));
        let (parts, concern) = (parts.collect::<Vec<_>>(), &round.concern);
        format!("{}: {:?} {parts:?}\n  concern {concern:?}", round.title, round.score)
    });
    let rounds = rounds.collect::<Vec<_>>().join("\n");
    format!("{}\n{rounds}\n{:#?}\n{:#?}", decision.words, decision.gates, decision.vetoes)
}

/// Finds a short loop in which the sample story fits the behavioural question.
fn asked_for_the_story(library: &Library) -> Sitting {
    let asks = |sitting: &Sitting| {
        let plan = sitting.plan(library);
        plan.rounds.iter().flat_map(|r| &r.questions).any(|q| q.id.as_str() == STORY)
    };
    let sittings = (0..1000).map(|seed| Sitting::whole_loop("short", seed));
    sittings.into_iter().find(asks).expect("one in a thousand asks for it")
}

fn sat(library: &Library, sitting: &Sitting, skill: Skill) -> Report {
    let mut walk = Walk::begin(sitting);
    for _ in 0..walk.interview().plan.rounds.len() {
        walk.press("enter");
        sit_round(&mut walk, library, skill);
    }
    assert_eq!(walk.interview().phase, Phase::Voting, "every round was sat");
    judge_all(&mut walk, library);
    walk.check_replay();
    let interview = walk.interview();
    let scored = score_answers(interview, library, Lexicon::builtin());
    Report::of(interview, library, &scored)
}

fn sit_round(walk: &mut Walk, library: &Library, skill: Skill) {
    let open = open(walk.interview(), library);
    if skill == Skill::Good {
        ask(walk, open);
    }
    write(walk, &answer(open, skill));
    walk.press("f9");
    walk.press("y");
    if walk.interview().is_changing() {
        // Who answers badly hands the same in again.
        if let (Skill::Good, Some(second)) = (skill, changed_answer(open)) {
            write(walk, &second);
        }
        walk.press("f9");
        walk.press("y");
    }
    while let Phase::FollowingUp { index, .. } = walk.interview().phase {
        let of_code = walk.interview().submissions.last().map(|last| code::asks(open, last));
        let of_code = of_code.unwrap_or_default();
        let asked = open.head.asks().chain(&of_code).nth(index).expect("it was asked");
        walk.type_text(&said(asked, skill));
        walk.press("enter");
    }
}

fn open<'l>(interview: &Interview, library: &'l Library) -> &'l Question {
    question(library, &interview.question().expect("a question is open").id)
}

/// Asks for every fact the interviewer has, in the words people use for it.
fn ask(walk: &mut Walk, question: &Question) {
    walk.press("f4");
    for fact in &question.head.facts {
        let words = fact.asks.iter().take(2).cloned().collect::<Vec<_>>().join(" or ");
        walk.type_text(&format!("What about {words}?"));
        walk.press("enter");
    }
    walk.press("f4");
}

fn write(walk: &mut Walk, answer: &Answer) {
    match answer {
        Answer::Text(text) => paste(walk, PanePart::Answer, text),
        Answer::Design { diagram, notes } => {
            paste(walk, PanePart::Diagram, diagram);
            walk.press("f6");
            paste(walk, PanePart::Notes, notes);
        }
    }
}

/// Puts a text in place of what stands in the focused pane.
fn paste(walk: &mut Walk, part: PanePart, text: &str) {
    let pane = walk.interview().pane(part).expect("a question is open");
    walk.press("ctrl-home");
    for _ in 0..400 {
        if walk.interview().text(pane).is_empty() {
            break;
        }
        walk.press("ctrl-x");
    }
    walk.send(Msg::Paste(text.to_owned()));
    assert_eq!(walk.interview().text(pane), text, "it is written as it was meant");
}

/// Has everything that was handed in judged by the program itself.
fn judge_all(walk: &mut Walk, library: &Library) {
    let orders = std::mem::take(&mut walk.orders).into_iter();
    for order in orders {
        let Effect::Judge { submission, question: id, answer: Answer::Text(text), changed_from } =
            order
        else {
            continue;
        };
        let question = question(library, &id);
        let work = match changed_from {
            Some(before) => paper::grade_changed(question, &text, &before),
            None => paper::grade(question, &text),
        };
        let work = work.expect("it can be run");
        let request = Request { token: id.to_string(), work };
        let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
        let outcome = judge(exe, &request, &Deadlines::GRADED).expect("a judge answers");
        let Outcome::Verdict(verdict) = outcome else { panic!("no verdict: {outcome:?}") };
        walk.send(Msg::Judged(submission, Ok(verdict)));
    }
}
