//! The scorer's promises, on the calibration files and on small texts.

mod invariances;

use std::sync::LazyLock;

use proptest::prelude::*;

use super::calibrate::{agreement, read, resistance, score_line};
use super::lexicon::StoryFile;
use super::*;

const STORIES: &str = include_str!("../../../tests/data/calibration/stories-dev.jsonl");
const ATTACKS: &str = include_str!("../../../tests/data/calibration/attacks-dev.jsonl");
const OWN_ANSWERS: &str = include_str!("../../../tests/data/calibration/own-answers.jsonl");
const OWN_ATTACKS: &str = include_str!("../../../tests/data/calibration/own-attacks.jsonl");
const EXAMPLES: [&str; 10] = [
    include_str!("../../../stories/examples/beds-that-were-not-free.toml"),
    include_str!("../../../stories/examples/first-frost.toml"),
    include_str!("../../../stories/examples/last-six-digits.toml"),
    include_str!("../../../stories/examples/eighty-wish-lists.toml"),
    include_str!("../../../stories/examples/queue-in-the-rain.toml"),
    include_str!("../../../stories/examples/no-limit-to-the-vision.toml"),
    include_str!("../../../stories/examples/late-returns.toml"),
    include_str!("../../../stories/examples/report-nobody-read.toml"),
    include_str!("../../../stories/examples/we-modernised.toml"),
    include_str!("../../../stories/examples/how-i-handle-incidents.toml"),
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(
        include_str!("../../../stories/rubric.toml"),
        include_str!("../../../stories/principles.toml"),
    )
    .expect("the shipped lexicon reads")
});

fn lexicon() -> &'static Lexicon {
    &LEXICON
}

fn told(text: &str) -> Told<'_> {
    Told { text, parts: None, seconds: Some(130.0), prompt: None, principles: &[], theme: &[] }
}

// Measured when written: Spearman .91, kappa .89, pass 90%, no answer rated 2.5 or less passed.
#[test]
fn it_ranks_stories_as_the_raters_do() {
    let agreement = agreement(&read(STORIES).expect("reads"), lexicon());
    assert!(agreement.spearman >= 0.88, "{agreement:?}");
    assert!(agreement.kappa >= 0.86, "{agreement:?}");
    assert!(agreement.pass >= 0.88, "{agreement:?}");
    assert_eq!(agreement.vague, (29, 0), "{agreement:?}");
}

// Other writers, other voices: Spearman .60, kappa .71, pass 91%.
#[test]
fn it_ranks_the_stories_of_other_writers_too() {
    let agreement = agreement(&read(OWN_ANSWERS).expect("reads"), lexicon());
    assert!(agreement.kappa >= 0.65, "{agreement:?}");
    assert!(agreement.pass >= 0.87, "{agreement:?}");
    assert_eq!(agreement.vague.1, 0, "{agreement:?}");
}

#[test]
fn few_attacks_reach_the_pass() {
    let resistance = resistance(&read(ATTACKS).expect("reads"), lexicon());
    assert_eq!(resistance.attacks, 72);
    assert!(resistance.reached.len() <= 5, "{resistance:?}");
    let others = self::resistance(&read(OWN_ATTACKS).expect("reads"), lexicon());
    assert!(others.reached.len() <= 6, "{others:?}");
}

#[test]
fn the_sample_stories_get_what_they_deserve() {
    let lexicon = lexicon();
    for file in EXAMPLES {
        let story: StoryFile = toml::from_str(file).expect("a sample story reads");
        let text = [&story.situation, &story.task, &story.action, &story.result]
            .map(|part| part.trim())
            .join(" ");
        let parts = Parts {
            situation: &story.situation,
            task: &story.task,
            action: &story.action,
            result: &story.result,
        };
        let told = Told {
            parts: Some(parts),
            seconds: story.seconds,
            principles: &story.principles,
            ..told(&text)
        };
        let card = score(&told, lexicon);
        let deserves = story.deserves.expect("a sample story says what it deserves");
        let overall = card.overall.expect("a sample story is long enough");
        let [low, high] = deserves.overall;
        assert!((low..=high).contains(&overall), "{}: {overall} {:?}", story.title, card.flags);
        assert_eq!(card.pass, Some(deserves.pass), "{}", story.title);
        assert!(label(&told, lexicon).iter().all(|l| l.by_field), "{}", story.title);
    }
}

#[test]
fn every_quote_is_the_text_at_its_place() {
    let lexicon = lexicon();
    for line in read(STORIES).expect("reads").iter().chain(&read(ATTACKS).expect("reads")) {
        let card = score_line(line, lexicon);
        for evidence in card.dimensions.iter().flat_map(|d| &d.evidence) {
            if let (Some(quote), Some((from, to))) = (&evidence.quote, evidence.at_bytes) {
                assert_eq!(line.text.get(from..to), Some(quote.as_str()), "{}", line.id);
            }
        }
    }
}

#[test]
fn too_few_words_are_no_score() {
    let card = score(&told("I fixed the join and it went from 3 hours to 10 minutes."), lexicon());
    assert_eq!((card.overall, card.pass), (None, None));
    assert_eq!(card.flags[0].id, "not-enough-evidence");
}

#[test]
fn what_was_not_done_is_not_an_act() {
    let lexicon = lexicon();
    let own = |text: &str| {
        let told = told(text);
        View::new(&told, lexicon).own().count()
    };
    assert_eq!(own("I partitioned the orders archive by warehouse."), 1);
    assert_eq!(own("I did not partition the orders archive by warehouse."), 0);
    assert_eq!(own("I would have partitioned the orders archive by warehouse."), 0);
    assert_eq!(own("If I partitioned the orders archive, I would gain hours."), 0);
}

#[test]
fn numbers_are_read_in_digits_and_in_words() {
    let lexicon = lexicon();
    let changes = |text: &str| {
        let told = told(text);
        View::new(&told, lexicon).changes(0).len()
    };
    assert_eq!(changes("The load went from twenty-three minutes to four."), 1);
    assert_eq!(changes("Failures fell from 12 a month to 4."), 1);
    assert_eq!(changes("The close took five days instead of nine days."), 1);
    assert_eq!(changes("We had 12 tables and 4 owners."), 0);
}

#[test]
fn numbers_that_disagree_are_named() {
    let text = "Our nightly load was slow and finance waited for it each morning. I had to get it under 30 minutes before June. I profiled the steps and found a join on the seat map. I rebuilt the seat map as a dimension with validity dates, so that the join reads active zones. I replayed a week of sales and compared revenue per event. The run went from 90 minutes to 15, that's a reduction of 40%.";
    let card = score(&told(text), lexicon());
    assert!(card.flags.iter().any(|f| f.id == "numbers-disagree"), "{:?}", card.flags);
    assert!(card.overall.expect("long enough") <= 2.5);
}

#[test]
fn off_topic_sentences_at_the_end_change_nothing() {
    let lexicon = lexicon();
    let extra = " Volcanoes erupted magnificently in Iceland. Penguins swam southwards. Violinists rehearsed Brahms.";
    for line in read(STORIES).expect("reads") {
        let before = score_line(&line, lexicon).overall;
        let mut longer = line.clone();
        longer.text.push_str(extra);
        let after = score_line(&longer, lexicon).overall;
        assert!(after <= before, "{}: {before:?} {after:?}", line.id);
    }
}

#[test]
fn adverbs_raise_nothing() {
    let lexicon = lexicon();
    for line in read(STORIES).expect("reads") {
        let mut louder = line.clone();
        louder.parts = None;
        let plain = score_line(&louder, lexicon).overall;
        let mut count = 0;
        let words = line.text.split(' ').map(|word| {
            count += 1;
            let lower = word.starts_with(char::is_lowercase);
            if lower && count % 9 == 0 { format!("remarkably {word}") } else { word.to_owned() }
        });
        louder.text = words.collect::<Vec<_>>().join(" ");
        let after = score_line(&louder, lexicon).overall;
        assert!(after <= plain, "{}: {plain:?} {after:?}", line.id);
    }
}

#[test]
fn a_follow_up_raises_the_weakest_by_one_at_most_and_never_above_four() {
    let lexicon = lexicon();
    let answer = "Before it was 14 percent of the parcels, and after my change it was 0.4 percent, counted over six weeks.";
    let mut raised = 0;
    for line in read(STORIES).expect("reads") {
        let told = Told { principles: &line.principles, ..told(&line.text) };
        let before = score(&told, lexicon);
        let after = score_with_answers(&told, &[answer], lexicon);
        for (a, b) in before.dimensions.iter().zip(&after.dimensions) {
            let (a, b) = (a.score.expect("scored"), b.score.expect("scored"));
            assert!(b >= a && b <= a + 1.0 && (b == a || b <= 4.0), "{}: {a} {b}", line.id);
            raised += usize::from(b > a);
        }
        assert_eq!(score_with_answers(&told, &[], lexicon), before);
    }
    assert!(raised > 5, "{raised}");
}

#[test]
fn slots_that_were_not_filled_fail() {
    let text = "At [company] the nightly load was slow and finance waited. I had to bring it under [target] minutes. I profiled the steps of the load and found a join on the seat map. I rebuilt the seat map with validity dates, so that the join reads active zones. I compared a week of sales between old and new. I moved the schedule to one in the morning. The load went from 90 minutes to 15 and finance had [result].";
    let card = score(&told(text), lexicon());
    assert!(card.flags.iter().any(|f| f.id == "unfilled-slots"));
    assert_eq!(card.pass, Some(false));
}

#[test]
fn swapping_names_changes_nothing() {
    let lexicon = lexicon();
    let story = |name: &str| {
        format!(
            "At the parcel company the scan feed lost 4% of the parcels each night and clerks searched them by hand. My manager {name} asked me to bring it under 1% before Christmas. I pulled the raw scans of one depot and followed ten parcels through each message. The handhelds reset their counter at midnight, so our duplicate check dropped them. I added the device number to the key, because the counter alone repeats. {name} preferred a longer window, and I showed with a replay of six weeks that it would lose parcels still. I compared both versions for a week. Losses fell from 4% to 0.2% and the clerks stopped searching by hand."
        )
    };
    let of = |name: &str| score(&told(&story(name)), lexicon).overall;
    assert_eq!(of("Anna"), of("Bartholomew"));
    assert_eq!(of("Anna"), of("Nguyen"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_text_breaks_the_scorer(text in "\\PC{0,400}|([a-zA-Z0-9€%.,' ]{1,12} ){0,120}") {
        let lexicon = lexicon();
        let card = score(&told(&text), lexicon);
        if let Some(overall) = card.overall {
            prop_assert!((1.0..=5.0).contains(&overall));
        }
        prop_assert_eq!(score(&told(&text), lexicon), card);
    }
}
