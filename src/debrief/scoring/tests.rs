//! Every kind of answer reaches its scorer, and what no scorer could read stays unjudged.

use super::*;
use crate::content::question::{FollowUp, Point};
use crate::debrief::answer::assess_answer;
use crate::debrief::sample::{self, Sample};
use crate::debrief::scored::Changed;
use crate::interview::event::Line;
use crate::interview::record::{ChatLine, FollowUpRecord, Submission, SubmissionState};
use crate::interview::verdict::Fault;

const STORY: &str = "Our nightly load for the payments dashboard failed every second week and finance \
    waited until noon for the numbers of the day before. It was my task to find the reason and to bring \
    the load back under one hour before the quarter closed. I traced the delays to a skewed partition \
    key, I rewrote the merge so that each merchant was processed alone, and I replayed three months of \
    history to compare the totals row by row. I chose the rewrite over a larger cluster because the \
    cost would have doubled. The load went from four hours to thirty minutes, measured over the next \
    two months, and finance has had its numbers at seven every morning since.";

fn scored(sample: &Sample) -> Vec<Scored> {
    score_answers(&sample.interview, &sample.questions, Lexicon::builtin())
}

fn at(all: &[Scored], round: usize, question: usize) -> &Scored {
    all.iter().find(|s| (s.round, s.question) == (round, question)).expect("it is planned")
}

#[test]
fn a_story_a_design_and_a_program_each_reach_their_scorer() {
    let mut sample = Sample::hired();
    sample.say(4, 0, STORY);
    sample.say(3, 0, "def load(rows=[]):\n    rows.append(1)\n    return rows\n");
    let all = scored(&sample);
    assert_eq!(all.len(), sample.scored.len());
    let story = at(&all, 4, 0).card.as_ref().expect("stories have a card");
    assert!(story.overall.is_some_and(|score| score >= 3.0), "{story:#?}");
    let review = at(&all, 3, 0).review.as_ref().expect("programs are reviewed");
    assert!(review.blocks.iter().any(|line| line.rule == "B006"), "{review:#?}");
    assert!(at(&all, 2, 0).card.is_some());
}

#[test]
fn a_story_of_a_few_words_is_not_judged_and_neither_is_a_design_of_none() {
    let all = scored(&Sample::hired());
    assert_eq!(at(&all, 4, 0).card.as_ref().and_then(|card| card.overall), None);
    let report =
        crate::debrief::Report::of(&Sample::hired().interview, &Sample::hired().questions, &all);
    let stories = &report.rounds[4];
    assert!(stories.insufficient.as_deref().is_some_and(|why| why.contains("could be judged")));
    assert!(stories.not_judged.iter().any(|line| line.starts_with("not judged: ")));
}

#[test]
fn the_last_judged_answer_counts_and_a_lost_judge_is_said() {
    let mut sample = Sample::hired();
    let again = sample.interview.submissions[0].clone();
    sample.interview.submissions[0].state =
        SubmissionState::Judged(Box::new(sample::verdict(3, Fault::Nulls)));
    sample.interview.submissions.push(again);
    let all = scored(&sample);
    assert_eq!(at(&all, 0, 0).verdict().map(|verdict| verdict.score), Some(3));
    assert_eq!(at(&all, 0, 1).verdict(), None);
}

#[test]
fn a_fact_counts_as_asked_in_time_until_the_first_stroke_of_the_diagram() {
    let mut sample = Sample::hired();
    sample.ask(2, 0, "How many rows a day?", "ties");
    let record = &mut sample.interview.rounds[2].questions[0];
    assert!(asked_facts(record)[0].before_diagram, "notes may come first");
    record.flight.first_diagram_at = record.opened_at;
    assert!(!asked_facts(record)[0].before_diagram);
}

/// Asks one follow-up with two points about the first SQL question, and has it answered.
fn followed_up(answer: Option<&str>) -> Sample {
    let mut sample = Sample::hired();
    let id = sample.interview.plan.rounds[0].questions[0].id.clone();
    let point =
        |name: &str, any: &str| Point { name: name.into(), any: vec![any.into()], with: vec![] };
    let head = &mut sample.questions.get_mut(&id).expect("the sample has it").head;
    head.follow_ups.push(FollowUp {
        ask: "What changes at ten billion rows?".into(),
        deeper: vec![],
        points: vec![point("partitions", "partition"), point("skew", "skew")],
    });
    let record = &mut sample.interview.rounds[0].questions[0];
    let at = record.opened_at.expect("it was opened");
    let answer = answer.map(|words| (words.to_owned(), at));
    record.follow_ups.push(FollowUpRecord { index: 0, depth: 0, asked_at: at, answer });
    sample
}

#[test]
fn a_follow_up_is_scored_by_the_points_its_answer_names() {
    let sample = followed_up(Some("I would partition the table by day so that scans stay small."));
    let all = scored(&sample);
    let talk = at(&all, 0, 0).talk.as_ref().expect("it was talked about");
    assert_eq!(talk.overall, Some(3.0), "one of two points");
    assert!(talk.dimensions[0].evidence.iter().any(|line| line.quote.is_some()));
}

#[test]
fn silence_after_a_follow_up_counts_unless_the_bell_cut_it_off() {
    let mut sample = followed_up(None);
    let overall = |sample: &Sample| {
        let all = scored(sample);
        at(&all, 0, 0).talk.as_ref().and_then(|talk| talk.overall)
    };
    assert_eq!(overall(&sample), Some(1.0));
    for later in &mut sample.interview.rounds[0].questions[1..] {
        later.opened_at = None;
    }
    assert_eq!(overall(&sample), None);
}

#[test]
fn a_principle_used_as_a_slogan_is_evidence_against_and_costs_no_points() {
    let sample = followed_up(Some(
        "I would partition it by day and watch the skew, because of Invent and Simplify.",
    ));
    let all = scored(&sample);
    let talk = at(&all, 0, 0).talk.as_ref().expect("it was talked about");
    assert_eq!(talk.overall, Some(5.0));
    let framed = talk.dimensions.iter().find(|d| d.id == "framing").expect("it is looked for");
    assert!(framed.evidence.iter().any(|line| line.rule == "talk.slogan" && !line.earned));
}

/// Lets the sample's design round be about a shipped question, answered by `text` after asking for `asked` facts.
fn designed(question: &Question, text: &str, asked: usize) -> Sample {
    let mut sample = Sample::hired();
    sample.interview.plan.rounds[2].questions[0].id = question.id.clone();
    sample.questions.insert(question.id.clone(), question.clone());
    for fact in question.head.facts.iter().take(asked) {
        sample.ask(2, 0, &fact.asks[0], &fact.id);
    }
    let (diagram, notes) = panes(text);
    let of_design = |s: &&mut crate::interview::record::Submission| s.round == 2;
    let handed_in = sample.interview.submissions.iter_mut().find(of_design);
    handed_in.expect("the design was handed in").answer = Answer::Design { diagram, notes };
    sample
}

/// Takes an answer file apart into what the room's two panes held: the diagram, and every other section.
fn panes(text: &str) -> (String, String) {
    let diagram = DesignAnswer::parse(text).diagram.text;
    let (before, section) = text.split_once("## Diagram").expect("the file has a diagram");
    let after = section.find("\n## ").map_or("", |at| &section[at..]);
    (diagram, format!("{before}{after}"))
}

#[test]
fn shipped_reference_designs_open_the_design_gate_and_weak_ones_do_not() {
    let library = Library::builtin();
    for question in library.questions_of(crate::content::question::Kind::Design) {
        let Body::Design(body) = &question.body else { continue };
        let all = question.head.facts.len();
        let musts = |sample: &Sample| at(&scored(sample), 2, 0).missing_musts.clone();
        let reference = musts(&designed(question, &body.reference, all));
        assert_eq!(reference, Some(vec![]), "{}", question.id);
        let weak = musts(&designed(question, &body.weak, 0));
        assert!(weak.is_none_or(|missing| !missing.is_empty()), "{}", question.id);
    }
}

/// The modelling answer of the sample, with a changed requirement that was said before any second answer.
fn with_change(first: u8, second: Option<(u8, Fault)>) -> Sample {
    let mut sample = Sample::hired();
    let record = &mut sample.interview.rounds[1].questions[0];
    let at = record.opened_at.expect("it was opened");
    let line = Line { why: Why::Change, text: "Now with history.".into() };
    record.chat.push(ChatLine { at, from: Speaker::Interviewer(line) });
    let judged = |score, fault| SubmissionState::Judged(Box::new(sample::verdict(score, fault)));
    let submissions = &mut sample.interview.submissions;
    let of_model = submissions.iter_mut().find(|s| (s.round, s.question) == (1, 0));
    let mine = of_model.expect("the model was handed in");
    mine.state = judged(first, if first >= 4 { Fault::None } else { Fault::Nulls });
    if let Some((score, fault)) = second {
        let again = Submission { after_change: true, state: judged(score, fault), ..mine.clone() };
        submissions.push(again);
    }
    sample
}

fn model_parts(sample: &Sample) -> (Scored, Vec<(String, f64, Option<f64>)>) {
    let all = scored(sample);
    let scored = at(&all, 1, 0).clone();
    let answer = assess_answer(&sample.interview, &sample.questions, &scored);
    let parts = answer.parts.into_iter().map(|part| (part.name, part.weight, part.score));
    (scored, parts.collect())
}

#[test]
fn a_second_answer_that_is_wrong_takes_nothing_from_the_first() {
    let (scored, parts) = model_parts(&with_change(4, Some((2, Fault::Values))));
    assert_eq!(scored.verdict().map(|verdict| verdict.score), Some(4));
    assert_eq!(parts[0], ("correctness".into(), 0.60, Some(4.0)));
    assert_eq!(parts[1], ("changed requirement".into(), 0.20, Some(2.0)));
}

#[test]
fn a_second_answer_that_is_accepted_counts_for_the_first_too() {
    let (scored, parts) = model_parts(&with_change(1, Some((5, Fault::None))));
    assert_eq!(scored.verdict().map(|verdict| verdict.score), Some(5));
    assert_eq!((parts[0].2, parts[1].2), (Some(5.0), Some(5.0)));
}

#[test]
fn a_change_that_was_not_taken_up_costs_its_share_and_one_never_said_costs_nothing() {
    let sample = with_change(5, None);
    let (scored, parts) = model_parts(&sample);
    assert_eq!(scored.change, Changed::NotTakenUp);
    assert_eq!(parts[1], ("changed requirement".into(), 0.20, Some(1.0)));
    let answer = assess_answer(&sample.interview, &sample.questions, &scored);
    let told = |line: &crate::debrief::citation::Citation| line.words.contains("not taken up");
    assert!(answer.citations.iter().any(told), "{:#?}", answer.citations);
    let (scored, parts) = model_parts(&Sample::hired());
    assert_eq!((scored.change, parts[0].1), (Changed::NotSaid, 0.80));
    assert!(parts.iter().all(|(name, ..)| name != "changed requirement"));
}

#[test]
fn what_a_change_cost_is_told_beside_the_first_answer() {
    let mut sample = with_change(4, Some((2, Fault::Values)));
    let second = sample.interview.submissions.last_mut().expect("it was handed in");
    if let SubmissionState::Judged(verdict) = &mut second.state {
        verdict.evidence.push(Evidence::plain("model.change", true, "What had to change: little."));
    }
    let (scored, _) = model_parts(&sample);
    let answer = assess_answer(&sample.interview, &sample.questions, &scored);
    let told = answer.citations.iter().find(|line| line.rule == "model.change");
    let words = told.map(|line| line.words.as_str());
    assert_eq!(words, Some("Changed requirement: What had to change: little."));
}

#[test]
fn a_query_is_reviewed_by_what_its_verdict_says() {
    let mut sample = Sample::hired();
    assert!(at(&scored(&sample), 0, 0).review.is_none(), "verdicts of old have no review");
    let mut verdict = sample::verdict(4, Fault::None);
    verdict.evidence.extend([
        Evidence::plain("sql.smell.equals-null", false, "never true"),
        Evidence::plain("sql.port.bigquery", false, "no ILIKE"),
        Evidence::plain("sql.style", false, "reviewed"),
    ]);
    sample.interview.submissions[0].state = SubmissionState::Judged(Box::new(verdict));
    let all = scored(&sample);
    let review = at(&all, 0, 0).review.as_ref().expect("it was reviewed");
    assert_eq!((review.score, review.blocks.len(), review.remarks.len()), (Some(4.0), 1, 1));

    let report = crate::debrief::Report::of(&sample.interview, &sample.questions, &all);
    let answer = &report.rounds[0].answers[0];
    let cited = |rule: &str| answer.citations.iter().filter(|line| line.rule == rule).count();
    assert_eq!((cited("sql.smell.equals-null"), cited("sql.port.bigquery")), (1, 1));
    assert_eq!(cited("sql.style"), 0);
    let concern = report.rounds[0].concern.as_ref();
    assert!(concern.is_none_or(|line| line.rule != "sql.port.bigquery"), "{concern:?}");
}
