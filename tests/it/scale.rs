//! Growing tables: counted by the sealed judge, asked for after the verdict, and shown in the debrief.

use std::path::Path;

use mockloop::content::library::Library;
use mockloop::debrief::scoring::score_answers;
use mockloop::debrief::{Report, html, json, markdown};
use mockloop::ids::{QuestionId, SubmissionId};
use mockloop::interview::event::Event;
use mockloop::interview::record::Scaling;
use mockloop::interview::scale::{End, Growth, ScaleReading, SizeReading, Step};
use mockloop::interview::verdict::Decision;
use mockloop::judge::client::{Deadlines, judge};
use mockloop::judge::paper;
use mockloop::judge::request::{Outcome, Request, Work};
use mockloop::score::story::Lexicon;
use mockloop::tui::model::{Choices, Model};
use mockloop::tui::msg::{Effect, Msg};

use super::harness::{START, Sitting, Walk, lost, verdict};

const QUESTION: &str = "duplicate-orders";
const PAIRS: &str = "
    SELECT a.order_id, a.customer_id, a.product_id, b.order_id AS previous_order_id, 0 AS amount_at_risk
    FROM orders AS a JOIN orders AS b ON a.customer_id = b.customer_id AND a.product_id = b.product_id
    AND b.ordered_at < a.ordered_at AND b.ordered_at >= a.ordered_at - INTERVAL 5 MINUTE";
const TEST: &str = "
    SELECT order_id FROM orders AS a WHERE EXISTS (
        SELECT 1 FROM orders AS b WHERE a.customer_id = b.customer_id AND a.product_id = b.product_id
        AND b.ordered_at < a.ordered_at AND b.ordered_at >= a.ordered_at - INTERVAL 5 MINUTE)";

fn counted(answer: &str, most: u64) -> Outcome {
    let library = Library::builtin();
    let question = library.question(&QuestionId::new(QUESTION)).expect("it is shipped");
    let work = paper::scale(question, answer, most).expect("its tables grow");
    let request = Request { token: "the-token".to_owned(), work };
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    judge(exe, &request, &Deadlines::SCALED).expect("the judge replies")
}

fn reading_of(answer: &str) -> ScaleReading {
    match counted(answer, 100_000) {
        Outcome::Scaled(reading) => *reading,
        other => panic!("a count was due: {other:?}"),
    }
}

#[test]
fn every_shipped_reference_grows_like_its_table() {
    let library = Library::builtin();
    let exe = Path::new(env!("CARGO_BIN_EXE_mockloop"));
    let growing = library.questions().filter(|question| question.head.scale.is_some());
    let mut count = 0;
    for question in growing {
        let mockloop::content::question::Body::Sql(body) = &question.body else { continue };
        // A second reference may be written in a style that does not grow so well.
        for reference in body.references.iter().take(1) {
            let work = paper::scale(question, &reference.text, 100_000).expect("its tables grow");
            let request = Request { token: "t".to_owned(), work };
            let reply = judge(exe, &request, &Deadlines::SCALED).expect("the judge replies");
            let Outcome::Scaled(reading) = reply else { panic!("{}: {reply:?}", question.id) };
            // Rows that hide in an EXISTS cannot always be counted, and then they cost nothing.
            let fair = reading.within || !reading.is_known();
            assert!(fair, "{} {}: {reading:?}", question.id, reference.file);
            count += 1;
        }
    }
    assert!(count >= 24, "only {count} references were run");
}

#[test]
fn pairs_that_a_join_throws_away_at_once_are_counted_all_the_same() {
    for answer in [PAIRS, TEST] {
        let reading = reading_of(answer);
        assert!(!reading.within, "{reading:?}");
        let (size, step) = reading.answer.largest().expect("it was counted");
        assert_eq!((size.rows, step.pairs), (100_000, true), "{reading:?}");
        assert_eq!(step.name, "self-join of orders");
        assert!(step.rows > 4_000_000, "{step:?}");
        let grows = reading.answer.heaviest_exponent.expect("two sizes were counted");
        assert!((1.7..=2.1).contains(&grows), "n^{grows}");
    }
}

#[test]
fn the_same_query_gives_the_same_count_twice() {
    let stripped = |mut reading: ScaleReading| {
        let sizes = reading.answer.sizes.iter_mut().chain(&mut reading.reference.sizes);
        sizes.for_each(|size| size.millis = 0);
        reading
    };
    assert_eq!(stripped(reading_of(PAIRS)), stripped(reading_of(PAIRS)));
}

#[test]
fn what_is_no_single_query_over_the_tables_is_not_run() {
    for answer in
        ["SELECT 1", "DROP TABLE orders", "SELECT 1; SELECT 2", "SELECT random() FROM orders"]
    {
        assert!(matches!(counted(answer, 10_000), Outcome::Broken(_)), "{answer}");
    }
}

/// A reading as a judge would send it: pairs that grow with the square, beside a calm reference.
fn reading() -> ScaleReading {
    let size = |rows: u64, name: &str, count: u64, pairs| SizeReading {
        rows,
        end: End::Finished,
        handled: Some(count),
        steps: vec![Step { name: name.into(), rows: count, pairs }],
        millis: 3,
    };
    let pairs = |rows: u64| size(rows, "self-join of orders", rows * rows / 1_000, true);
    let calm = |rows: u64| size(rows, "scan of orders", rows, false);
    let sizes = [10_000, 100_000, 1_000_000];
    ScaleReading::of(Growth::of(sizes.map(pairs).into()), Growth::of(sizes.map(calm).into()))
}

fn drill() -> Walk {
    Walk::begin(&Sitting::drill("phone-screen", QUESTION)).script(
        "00:00 begin
         00:05 type select 1
         00:10 submit
         00:11 accepted 1",
    )
}

fn scale_orders(orders: &[Effect]) -> usize {
    orders.iter().filter(|order| matches!(order, Effect::Scale { .. })).count()
}

#[test]
fn a_judged_query_is_counted_once_and_the_verdict_does_not_wait() {
    let mut walk = drill();
    assert!(walk.screen().contains("accepted, 4 of 5"), "{}", walk.screen());
    assert_eq!(scale_orders(&walk.orders), 1);
    assert_eq!(walk.interview().submissions[0].scaling, Scaling::Awaited);
    walk.send(Msg::Scaled(SubmissionId(1), Ok(Box::new(reading()))));
    walk.send(Msg::Scaled(SubmissionId(1), Err(lost())));
    walk.send(Msg::Scaled(SubmissionId(9), Ok(Box::new(reading()))));
    let told = walk.log.iter().filter(|event| matches!(event, Event::Scaled { .. })).count();
    assert_eq!(told, 1, "a second count changes nothing");
    assert!(walk.screen_at(200, 60).contains("1 billion pairs"), "{}", walk.screen_at(200, 60));
    walk.check_replay();
}

#[test]
fn an_answer_that_does_not_run_and_a_question_that_does_not_grow_are_not_counted() {
    let mut walk = Walk::begin(&Sitting::drill("phone-screen", QUESTION)).script(
        "00:00 begin
         00:05 type select 1
         00:10 submit",
    );
    let mut broken = verdict(Decision::Reject);
    broken.kind = mockloop::interview::verdict::Fault::Error;
    walk.send(Msg::Judged(SubmissionId(1), Ok(broken)));
    assert_eq!(scale_orders(&walk.orders), 0);
}

#[test]
fn a_resumed_session_counts_what_was_not_counted_yet() {
    let mut walk = drill();
    let resume = |walk: &Walk| {
        let mut model = Model::new(walk.model.library.clone(), Choices::default(), START);
        model.update(Msg::SessionOpened { events: walk.log.clone(), is_new: false }, START)
    };
    assert_eq!(scale_orders(&resume(&walk)), 1);
    walk.send(Msg::Scaled(SubmissionId(1), Err(lost())));
    assert_eq!(scale_orders(&resume(&walk)), 0);
    walk.check_replay();
}

/// Sits a loop's first question, with or without a count before the second follow-up.
fn asked_about_scale(reading: Option<ScaleReading>) -> Walk {
    let sitting = Sitting {
        question: Some(QUESTION),
        round: Some("phone-screen"),
        ..Sitting::drill("phone-screen", QUESTION)
    };
    let mut walk = Walk::begin(&sitting).script(
        "00:00 begin
         00:05 type select 1
         00:10 submit
         00:11 accepted 1",
    );
    if let Some(reading) = reading {
        walk.send(Msg::Scaled(SubmissionId(1), Ok(Box::new(reading))));
    }
    walk.script(
        "00:20 press f10
           -> phase FollowingUp
           -> screen Walk me through your query.
         00:30 say The nearest earlier order is enough, because an older one is even further back.",
    )
}

#[test]
fn the_second_question_is_about_ten_billion_rows_and_drawn_from_the_count() {
    let seen = asked_about_scale(Some(reading())).screen_at(200, 60);
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(seen.contains("self-join of orders compares"), "{seen}");
    let blind = asked_about_scale(None).screen_at(200, 60);
    assert!(blind.contains("ten billion rows"), "{blind}");
    assert!(!blind.contains("larger tables"), "{blind}");
}

#[test]
fn the_debrief_shows_the_count_and_judges_both_answers() {
    let mut walk = asked_about_scale(Some(reading()));
    walk = walk.script(
        "01:00 say I would distribute the orders by customer and product so a pair stays on one node.",
    );
    walk.send(Msg::Tick);
    let library = walk.model.library.clone();
    let interview = walk.interview();
    let scored = score_answers(interview, &*library, Lexicon::builtin());
    let report = Report::of(interview, &*library, &scored);
    let pages = [html::page(&report), markdown::markdown(&report), json::json(&report)];
    for page in &pages {
        for words in [
            "1 billion pairs",
            "the nearest earlier order is enough",
            "spread by customer and product",
        ] {
            assert!(page.contains(words), "`{words}` is missing in {page}");
        }
    }
    assert!(pages[0].contains("at 1,000,000 rows"), "{}", pages[0]);
    let talk = scored[0].talk.as_ref().expect("both were judged");
    let earned: Vec<&str> = talk
        .dimensions
        .iter()
        .flat_map(|dimension| &dimension.evidence)
        .filter(|line| line.earned)
        .filter_map(|line| line.quote.as_deref())
        .collect();
    assert!(
        earned.iter().any(|quote| quote.starts_with("The nearest earlier order")),
        "{earned:?}"
    );
    assert!(earned.iter().any(|quote| quote.starts_with("I would distribute")), "{earned:?}");
}

#[test]
fn work_for_a_question_without_growing_tables_is_none() {
    let library = Library::builtin();
    for question in library.questions().filter(|question| question.head.scale.is_none()) {
        assert_eq!(paper::scale(question, "SELECT 1", 10_000), None, "{}", question.id);
    }
    let question = library.question(&QuestionId::new(QUESTION)).expect("it is shipped");
    let Some(Work::Scale(paper)) = paper::scale(question, "SELECT 1", paper::USUAL_SIZE) else {
        panic!("its tables grow")
    };
    let sizes: Vec<u64> = paper.sizes.iter().map(|(rows, _)| *rows).collect();
    assert_eq!(sizes, [10_000, 100_000, 1_000_000]);
    assert!(paper.sizes.iter().all(|(_, fill)| !fill.contains("{rows}")));
}
