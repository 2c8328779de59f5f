//! The question about ten billion rows, drawn from what the query did on a million.

use crate::content::question::{FollowUp, ScaleNote};
use crate::interview::scale::{Growth, ScaleReading};

/// Words the question from the evidence; without any it is asked as it stands.
pub fn ask(general: &FollowUp, note: &ScaleNote, reading: Option<&ScaleReading>) -> String {
    let Some(seen) = reading.and_then(|reading| seen(&reading.answer)) else {
        return general.ask.clone();
    };
    let (grows, skew) = (&note.grows, note.skew.trim_end_matches('.'));
    format!(
        "{seen} Now `{grows}` has ten billion rows, where {skew}. What changes, in your query and around it?"
    )
}

/// Says what was seen of the answer alone; how the reference does is for the debrief.
fn seen(answer: &Growth) -> Option<String> {
    let grows = match answer.told() {
        Some(power) if power >= 1.15 => format!(", and grows like n^{power:.1}"),
        Some(_) => ", and grows about as the table does".to_owned(),
        None => String::new(),
    };
    Some(format!("We ran it on larger tables: your {}{grows}.", answer.story()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scale::{End, SizeReading, Step};

    fn note() -> ScaleNote {
        let skew = "one customer in a hundred places a third of them".into();
        ScaleNote { grows: "orders".into(), skew, points: vec![] }
    }

    fn reading(pairs: bool, power: u32) -> ScaleReading {
        let size = |rows: u64| {
            let count = rows.pow(power) / 100;
            let steps = vec![Step { name: "self-join of orders".into(), rows: count, pairs }];
            SizeReading { rows, end: End::Finished, handled: Some(count), steps, millis: 1 }
        };
        let growth = Growth::of([10_000, 100_000].map(size).into());
        ScaleReading::of(growth.clone(), growth)
    }

    #[test]
    fn without_a_reading_the_general_question_is_asked() {
        let general = note().ask();
        assert_eq!(ask(&general, &note(), None), general.ask);
        assert!(general.ask.contains("`orders`") && general.ask.contains("a third of them"));
    }

    #[test]
    fn with_a_reading_the_question_begins_with_what_was_seen() {
        let asked = ask(&note().ask(), &note(), Some(&reading(true, 2)));
        assert_eq!(
            asked,
            "We ran it on larger tables: your self-join of orders compares 100 million pairs at 100,000 rows, \
             and grows like n^2.0. Now `orders` has ten billion rows, where one \
             customer in a hundred places a third of them. What changes, in your query and around it?"
        );
        let calm = ask(&note().ask(), &note(), Some(&reading(false, 1)));
        assert!(
            calm.contains(
                "query handles 1,000 rows in all at 100,000 rows, and grows about as the table does"
            ),
            "{calm}"
        );
    }
}
