//! Do the numbers of a story agree, and do they measure something?

use super::integrity::Cap;
use super::number::{Quantity, Unit};
use super::view::View;

/// Rule 3: before, after and percent must agree.
pub(super) fn contradiction(view: &View) -> Option<Cap> {
    for sentence in view.all() {
        let quantities = view.quantities(sentence);
        for (change, span) in view.changes(sentence) {
            if let Some(wrong) = disagrees(view, sentence, &change, &quantities) {
                return Some(
                    Cap::new("numbers-disagree", wrong).of(&[(7, 2.0)]).at(3.0).seen(view, span),
                );
            }
            if let Some(wrong) = denied_later(view, sentence, &change) {
                return Some(
                    Cap::new("numbers-disagree", wrong).of(&[(7, 2.0)]).at(3.0).seen(view, span),
                );
            }
        }
        if let Some(span) = parts_exceed_the_whole(view, sentence, &quantities) {
            return Some(
                Cap::new("numbers-disagree", "Shares of one whole add up to more than it.")
                    .of(&[(7, 2.0)])
                    .at(3.0)
                    .seen(view, span),
            );
        }
    }
    None
}

fn disagrees(
    view: &View,
    sentence: usize,
    change: &super::number::Change,
    quantities: &[Quantity],
) -> Option<String> {
    let percent = change.percent()?;
    if change.from.unit == Unit::Percent
        || change.to.unit == Unit::Clock
        || change.from.unit == Unit::Times
    {
        return None;
    }
    let words = view.telling.words(sentence);
    let claims =
        quantities.iter().filter(|q| q.unit == Unit::Percent && q.tokens.0 >= change.tokens.1);
    for claim in claims {
        let near = claim.tokens.0 - change.tokens.1 <= 9;
        let between = &words[change.tokens.1..claim.tokens.0];
        let about_it = [
            "reduction",
            "improvement",
            "faster",
            "so",
            "decrease",
            "increase",
            "saving",
            "minus",
            "that's",
            "drop",
            "is",
        ];
        let after = words.get(claim.tokens.1).map_or("", |t| t.word.as_str());
        let tied = between.iter().any(|t| about_it.contains(&t.word.as_str()))
            || about_it.contains(&after);
        if near
            && tied
            && (percent.abs() - claim.value).abs() > 4.0
            && after != "more"
            && after != "of"
        {
            return Some(format!(
                "{:.0}% is claimed, the numbers give {:.0}%.",
                claim.value,
                percent.abs()
            ));
        }
    }
    None
}

/// A percentage said of the change in another sentence: "it's like a 60% improvement".
fn denied_later(view: &View, sentence: usize, change: &super::number::Change) -> Option<String> {
    let percent = change.percent().filter(|_| change.from.unit == Unit::Seconds)?;
    view.all().into_iter().filter(|other| *other != sentence).find_map(|later| {
        let words = view.telling.words(later);
        let claims = view.quantities(later).into_iter().filter(|q| q.unit == Unit::Percent);
        let said_of_it = |q: &Quantity| {
            let after = words.get(q.tokens.1).map_or("", |t| t.word.as_str());
            ["improvement", "reduction", "faster", "speedup", "quicker"].contains(&after)
        };
        claims
            .into_iter()
            .find(|q| said_of_it(q) && (percent.abs() - q.value).abs() > 4.0)
            .map(|q| format!("{:.0}% is claimed, the numbers give {:.0}%.", q.value, percent.abs()))
    })
}

/// "the join took 70%, the sort 45% and the write 30%".
fn parts_exceed_the_whole(
    view: &View,
    sentence: usize,
    quantities: &[Quantity],
) -> Option<(usize, usize)> {
    let shares: Vec<f64> =
        quantities.iter().filter(|q| q.unit == Unit::Percent).map(|q| q.value).collect();
    let words = view.telling.words(sentence);
    let taking = words.iter().filter(|t| t.word == "took" || t.word == "of").count();
    (shares.len() >= 3
        && shares.iter().sum::<f64>() > 103.0
        && taking >= 2
        && shares.iter().all(|s| *s < 100.0))
    .then(|| view.telling.sentences[sentence].span)
}

/// Rule 3: numbers without metric, one after the other.
pub(super) fn confetti(view: &View) -> Option<Cap> {
    let count: usize = view.all().iter().map(|s| view.quantities(*s).len()).sum();
    let words = view.telling.tokens.len().max(1);
    let dense = count * 8 > words && count >= 20;
    dense.then(|| {
        Cap::new("number-confetti", "There are more numbers than things they measure.")
            .of(&[(7, 2.0)])
            .at(2.5)
    })
}
