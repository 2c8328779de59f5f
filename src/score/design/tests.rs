//! The design scorer on two answers to the same small case.

use super::*;
use crate::content::question::{Difficulty, Numbers, Topic};

fn fact(id: &str, topic: Topic, asks: &[&str], uses: &[&str]) -> Fact {
    Fact {
        id: id.into(),
        topic: Some(topic),
        asks: asks.iter().map(|s| (*s).to_owned()).collect(),
        answer: "It is so.".into(),
        uses: uses.iter().map(|s| (*s).to_owned()).collect(),
    }
}

fn case() -> (Head, DesignBody) {
    let facts = vec![
        fact("volume", Topic::Volume, &["how many", "volume"], &["2 million"]),
        fact("freshness", Topic::Freshness, &["how fresh"], &["15 minutes"]),
        fact("twice", Topic::Correctness, &["duplicates"], &["0.2 percent"]),
        fact("readers", Topic::Consumers, &["who reads"], &["planners"]),
        fact("sources", Topic::Sources, &["which systems"], &["till"]),
        fact("keep", Topic::Retention, &["how long"], &["365 days"]),
        fact("back", Topic::Backfill, &["backfill"], &["3 months"]),
    ];
    let head = Head {
        title: "Tills".into(),
        difficulty: Difficulty::Medium,
        minutes: 40,
        topics: vec![],
        traps: vec![],
        principles: vec![],
        prompt: "Sales of our tills.".into(),
        facts,
        walkthrough: None,
        scale: None,
        follow_ups: vec![],
        hints: vec![],
    };
    let body = DesignBody {
        sla_minutes: 15.0,
        entities: vec!["sales".into(), "stores".into()],
        numbers: Numbers {
            rows_per_day: 2e6,
            row_bytes: 500.0,
            peak_factor: 5.0,
            retention_days: 365.0,
        },
        changed_requirement: None,
        stretch: None,
        injections: vec![],
        reference: String::new(),
        weak: String::new(),
    };
    (head, body)
}

const GOOD: &str = include_str!("../../../tests/data/design/tills-good.md");
const WEAK: &str = include_str!("../../../tests/data/design/tills-weak.md");

fn scored(text: &str) -> Scorecard {
    let (head, body) = case();
    let answer = DesignAnswer::parse(text);
    score(&answer, &asked_in(&answer, &head.facts), &head, &body)
}

fn share(card: &Scorecard, id: &str) -> f64 {
    card.dimensions.iter().find(|d| d.id == id).and_then(|d| d.score).expect("eight dimensions")
}

#[test]
fn a_bound_design_carries_a_hire_and_a_list_of_words_does_not() {
    let (good, weak) = (scored(GOOD), scored(WEAK));
    assert_eq!(good.pass, Some(true), "{} {:?}", good.words, good.flags);
    assert_eq!(weak.pass, Some(false), "{}", weak.words);
    assert!(good.overall > weak.overall.map(|w| w + 2.0), "{:?} {:?}", good.overall, weak.overall);
}

#[test]
fn a_diagram_without_arrows_earns_nothing_for_architecture() {
    let text = GOOD
        .lines()
        .filter(|l| !l.contains("-->") && !l.contains("-.->"))
        .collect::<Vec<_>>()
        .join("\n");
    let card = scored(&text);
    assert_eq!(share(&card, "E3"), 1.0);
    assert!(card.flags.iter().any(|f| f.id == "must:e3-source-reaches-serving"));
}

#[test]
fn buzzwords_earn_nothing_anywhere() {
    let buzz = "## Questions\n\n- Cloud?\n\n## Numbers\n\n- Infinitely scalable, elastic, big data.\n\n## Model\n\n- Medallion lakehouse data mesh star schema.\n\n## Failures\n\n| failure | detect | contain | recover | prevent |\n|---|---|---|---|---|\n| anything | monitoring | high availability | backups | best practices |\n\n## Trade-offs\n\n- choice: Kafka\n- alternative: Kinesis\n- because: industry standard, robust, scalable\n- cost: some complexity\n- flips: it depends on the use case\n\n## Operations\n\n- Observability, DataOps, FinOps, infrastructure as code, exactly once out of the box.\n";
    let card = scored(buzz);
    for dimension in &card.dimensions {
        assert!(dimension.score.expect("scored") <= 1.4, "{} {:?}", dimension.id, dimension.score);
    }
    assert!(card.flags.iter().any(|f| f.id == "exactly-once-unbacked"));
}

#[test]
fn asked_after_the_first_stroke_counts_half() {
    let (head, body) = case();
    let answer = DesignAnswer::parse(GOOD);
    let early = asked_in(&answer, &head.facts);
    let late: Vec<AskedFact> =
        early.iter().map(|a| AskedFact { before_diagram: false, ..a.clone() }).collect();
    let of = |asked: &[AskedFact]| share(&score(&answer, asked, &head, &body), "E1");
    assert!(
        of(&early) > of(&late) && of(&late) > of(&[]),
        "{} {} {}",
        of(&early),
        of(&late),
        of(&[])
    );
}

#[test]
fn a_card_without_a_fact_of_the_case_is_worth_nothing() {
    let text = GOOD
        .replace("0.2 percent", "some")
        .replace("15 minutes", "a while")
        .replace("365 days", "long")
        .replace("2 million", "many");
    let before = share(&scored(GOOD), "E7");
    assert!(share(&scored(&text), "E7") < before);
}

#[test]
fn a_daily_path_under_an_sla_of_minutes_is_a_contradiction() {
    let text = GOOD
        .replace("every=5m", "every=1d")
        .replace(", 5 minutes", ", daily")
        .replace(", 1 minute", ", daily");
    let card = scored(&text);
    assert!(card.flags.iter().any(|f| f.id == "sla-against-cadence"), "{:?}", card.flags);
    assert!(share(&card, "E3") <= 2.0);
}

#[test]
fn appended_chatter_raises_nothing() {
    let chatter = format!(
        "{GOOD}\n## Notes\n\nThe weather was fine, and lunch was late. Volcanoes are hot.\n"
    );
    assert_eq!(scored(&chatter).overall, scored(GOOD).overall);
}

#[test]
fn every_quote_is_the_text_at_its_place() {
    for text in [GOOD, WEAK] {
        for evidence in scored(text).dimensions.iter().flat_map(|d| &d.evidence) {
            if let (Some(quote), Some((from, to))) = (&evidence.quote, evidence.at_bytes) {
                assert_eq!(text.get(from..to), Some(quote.as_str()));
            }
        }
    }
}

#[test]
fn an_empty_answer_is_not_scored() {
    assert_eq!(scored("").overall, None);
}
