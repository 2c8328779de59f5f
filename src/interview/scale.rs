//! How a query does as its tables grow: rows counted at several sizes, the growth fitted to them, and
//! one sentence. Rows decide, for they are the same on every machine; milliseconds are only told.

use serde::{Deserialize, Serialize};

use super::record::Scaling;
use super::verdict::{Decision, Evidence, Verdict};

/// What is said to be open as long as nobody has counted.
pub const NOT_JUDGED: &str = "how the query does on millions of rows";
/// How much faster than the reference an answer may grow, in the exponent.
const SLACK: f64 = 0.4;
/// The score that an answer keeps whose growth is not known or not good.
const WITHOUT_SCALE: u8 = 4;

/// What came of running an answer and the reference at several sizes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleReading {
    pub answer: Growth,
    pub reference: Growth,
    /// It finished wherever the reference did, and grows hardly faster.
    pub within: bool,
    /// One sentence about it.
    pub words: String,
}

/// One query at several sizes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// From the smallest to the largest.
    pub sizes: Vec<SizeReading>,
    /// The rows that all steps handle grow like the size to this power; none when fewer than two sizes are known.
    pub exponent: Option<f64>,
    /// The same of the heaviest step.
    pub heaviest_exponent: Option<f64>,
}

/// One query at one size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeReading {
    /// The rows of the table that grows.
    pub rows: u64,
    pub end: End,
    /// The rows that all steps together handle; none when it did not finish or could not be counted.
    pub handled: Option<u64>,
    /// The heaviest steps, the heaviest first.
    pub steps: Vec<Step>,
    /// Told and never judged.
    pub millis: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Finished,
    /// Stopped for its time.
    Time,
    /// Stopped for its memory.
    Memory,
    /// It failed on these rows.
    Error,
    /// A smaller size did not finish, or no time was left.
    NotTried,
}

/// One step of a query's plan and what it handles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// In words, such as `self-join of orders`.
    pub name: String,
    pub rows: u64,
    /// They are pairs that a join compares, not rows that come out of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pairs: bool,
}

impl Growth {
    /// Fits the growth to the sizes at which everything could be counted.
    pub fn of(sizes: Vec<SizeReading>) -> Self {
        let fitted = |count: &dyn Fn(&SizeReading) -> Option<u64>| {
            let known = sizes.iter().filter_map(|size| Some((size.rows, count(size)?)));
            exponent(&known.collect::<Vec<_>>())
        };
        let heaviest = |size: &SizeReading| {
            size.handled?;
            size.steps.first().map(|step| step.rows)
        };
        let (all, worst) = (fitted(&|size| size.handled), fitted(&heaviest));
        Self { exponent: all, heaviest_exponent: worst, sizes }
    }

    /// Gives the largest size at which everything could be counted, with its heaviest step.
    pub fn largest(&self) -> Option<(&SizeReading, &Step)> {
        let known = self.sizes.iter().rev().find(|size| size.handled.is_some())?;
        Some((known, known.steps.first()?))
    }

    /// Gives the exponent that is told: the heaviest step's when it compares pairs, else that of all steps.
    pub fn told(&self) -> Option<f64> {
        match self.largest() {
            Some((_, step)) if step.pairs => self.heaviest_exponent.or(self.exponent),
            _ => self.exponent,
        }
    }

    /// Says what the query does at the largest size that is known, with that size: its heaviest step
    /// when that is the story, else all steps together.
    pub fn story(&self) -> Option<String> {
        let (size, step) = self.largest()?;
        let at = format!("at {} rows", rounded(size.rows));
        Some(match (step.pairs, step.rows > 3 * size.rows) {
            (true, _) => format!("{} compares {} pairs {at}", step.name, rounded(step.rows)),
            (false, true) => format!("{} handles {} rows {at}", step.name, rounded(step.rows)),
            (false, false) => {
                let all = size.handled.unwrap_or(step.rows);
                format!("query handles {} rows in all {at}", rounded(all))
            }
        })
    }

    fn finished(&self, rows: u64) -> bool {
        self.sizes.iter().any(|size| size.rows == rows && size.end == End::Finished)
    }

    fn stopped(&self) -> Option<&SizeReading> {
        self.sizes.iter().find(|size| matches!(size.end, End::Time | End::Memory | End::Error))
    }
}

impl ScaleReading {
    /// Compares an answer's growth with the reference's.
    pub fn of(answer: Growth, reference: Growth) -> Self {
        let within = within(&answer, &reference);
        let words = words(&answer, &reference);
        Self { answer, reference, within, words }
    }

    /// Says whether the answer's growth is known, or it is known that it did not finish.
    pub fn is_known(&self) -> bool {
        self.answer.exponent.is_some() || self.answer.stopped().is_some()
    }

    /// Gives one line for each size, the answer beside the reference.
    pub fn lines(&self) -> Vec<String> {
        let beside = |size: &SizeReading| {
            let other = self.reference.sizes.iter().find(|other| other.rows == size.rows);
            let reference = other.map_or("was not run".to_owned(), told);
            format!(
                "at {} rows: yours {}; the reference {reference}",
                digits(size.rows),
                told(size)
            )
        };
        self.answer.sizes.iter().map(beside).collect()
    }

    /// Gives both exponents in a few words.
    pub fn exponents(&self) -> String {
        format!(
            "yours {}, the reference {}",
            power(self.answer.told()),
            power(self.reference.told())
        )
    }
}

fn within(answer: &Growth, reference: &Growth) -> bool {
    // The reference's heaviest step may be its smallest worry: whatever it has that grows most counts.
    let steepest = [reference.exponent, reference.heaviest_exponent].into_iter().flatten();
    let steepest = steepest.reduce(f64::max);
    let mut needed = reference.sizes.iter().filter(|size| size.end == End::Finished);
    let grows = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| one <= other + SLACK)
    };
    needed.all(|size| answer.finished(size.rows))
        && grows(answer.exponent, reference.exponent)
        && grows(answer.heaviest_exponent, steepest)
}

/// Fits `rows ~ size^x` by least squares on the logarithms, to two digits.
fn exponent(known: &[(u64, u64)]) -> Option<f64> {
    if known.len() < 2 {
        return None;
    }
    let logs = known.iter().map(|(size, rows)| (ln(*size), ln(*rows)));
    let (xs, ys): (Vec<f64>, Vec<f64>) = logs.unzip();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (x, y) = (mean(&xs), mean(&ys));
    let covariance: f64 = xs.iter().zip(&ys).map(|(a, b)| (a - x) * (b - y)).sum();
    let variance: f64 = xs.iter().map(|a| (a - x).powi(2)).sum();
    (variance > 0.0).then(|| (covariance / variance * 100.0).round() / 100.0)
}

fn ln(count: u64) -> f64 {
    (count.max(1) as f64).ln()
}

fn words(answer: &Growth, reference: &Growth) -> String {
    let stopped = answer.stopped();
    let stopped = stopped.map(|size| format!("it {} at {} rows", ended(size), rounded(size.rows)));
    let Some(story) = answer.story() else {
        let why = stopped.unwrap_or_else(|| "its rows could not be counted".into());
        return format!("Your query's growth is not known: {why}.");
    };
    let grows = match answer.told() {
        Some(told) => format!(" and grows like n^{told:.1}"),
        None => String::new(),
    };
    let stopped = stopped.map_or(String::new(), |stopped| format!("; {stopped}"));
    let other = match reference.told() {
        Some(told) => format!("; the reference grows like n^{told:.1}"),
        None => String::new(),
    };
    format!("Your {story}{grows}{stopped}{other}.")
}

fn told(size: &SizeReading) -> String {
    match (size.end, size.handled) {
        (End::Finished, Some(handled)) => {
            let step = size.steps.first().map_or(String::new(), |step| {
                format!(", most in its {} ({})", step.name, rounded(step.rows))
            });
            format!("handles {} rows{step}", rounded(handled))
        }
        (End::Finished, None) => "finished, but its pairs could not be counted".to_owned(),
        _ => ended(size),
    }
}

fn ended(size: &SizeReading) -> String {
    match size.end {
        End::Finished => "finished".to_owned(),
        End::Time => format!("was stopped after {} s", size.millis / 1000),
        End::Memory => "was stopped, for it asked for too much memory".to_owned(),
        End::Error => "failed".to_owned(),
        End::NotTried => "was not tried".to_owned(),
    }
}

fn power(exponent: Option<f64>) -> String {
    exponent.map_or("not known".into(), |exponent| format!("n^{exponent:.1}"))
}

/// Writes a count as one says it: `12,345`, `4.1 million`, `1 billion`.
pub fn rounded(count: u64) -> String {
    let scaled = |by: f64, name: &str| {
        let text = format!("{:.1}", count as f64 / by);
        format!("{} {name}", text.strip_suffix(".0").unwrap_or(&text))
    };
    match count {
        0..1_000_000 => digits(count),
        1_000_000..1_000_000_000 => scaled(1e6, "million"),
        _ => scaled(1e9, "billion"),
    }
}

/// Writes 10000 as `10,000`.
fn digits(count: u64) -> String {
    let digits = count.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let words = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    words.collect::<Vec<_>>().join(",")
}

/// Gives a verdict with what is known of the query's growth: it decides the fifth point and no other.
pub fn weigh(verdict: &Verdict, scaling: &Scaling) -> Verdict {
    let mut verdict = verdict.clone();
    let open = format!("not judged yet: {NOT_JUDGED}");
    let accepted = verdict.decision == Decision::Accept;
    match scaling {
        Scaling::NotAsked => return verdict,
        Scaling::Awaited => {
            verdict.notes.retain(|note| *note != open);
            let point = if accepted { "; the fifth point waits for it" } else { "" };
            verdict.notes.push(format!("being counted: {NOT_JUDGED}{point}"));
        }
        Scaling::Lost(lost) => {
            verdict.notes.push(format!("the rows could not be counted: {}", lost.words));
            return verdict;
        }
        // What could be run and not counted costs nothing.
        Scaling::Read(reading) if !reading.is_known() => {
            verdict.notes.push(reading.words.clone());
            return verdict;
        }
        Scaling::Read(reading) => {
            verdict.notes.retain(|note| *note != open);
            verdict.notes.push(reading.words.clone());
            verdict.evidence.push(Evidence::plain("sql.scale", reading.within, &*reading.words));
        }
    }
    let is_good = matches!(scaling, Scaling::Read(reading) if reading.within);
    if !is_good {
        verdict.score = verdict.score.min(WITHOUT_SCALE);
    }
    verdict
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(rows: u64, handled: u64, step: (&str, u64, bool)) -> SizeReading {
        let (name, count, pairs) = step;
        let steps = vec![Step { name: name.into(), rows: count, pairs }];
        SizeReading { rows, end: End::Finished, handled: Some(handled), steps, millis: 5 }
    }

    fn stopped(rows: u64, end: End) -> SizeReading {
        SizeReading { rows, end, handled: None, steps: vec![], millis: 10_000 }
    }

    fn linear() -> Growth {
        Growth::of(
            [10_000, 100_000, 1_000_000].map(|n| size(n, 3 * n, ("window", n, false))).into(),
        )
    }

    fn quadratic() -> Growth {
        let pairs = |n: u64| size(n, n * n / 100, ("self-join of orders", n * n / 100, true));
        Growth::of(vec![pairs(10_000), pairs(100_000), stopped(1_000_000, End::Time)])
    }

    #[test]
    fn the_growth_is_fitted_on_logarithms() {
        assert_eq!(linear().exponent, Some(1.0));
        assert_eq!(quadratic().heaviest_exponent, Some(2.0));
        assert_eq!(exponent(&[(1_000, 7)]), None, "one size shows no growth");
        assert_eq!(exponent(&[(10_000, 0), (100_000, 0)]), Some(0.0));
    }

    #[test]
    fn the_sentence_names_the_heaviest_step_and_both_growths() {
        let reading = ScaleReading::of(quadratic(), linear());
        assert_eq!(
            reading.words,
            "Your self-join of orders compares 100 million pairs at 100,000 rows and grows like n^2.0; \
             it was stopped after 10 s at 1 million rows; the reference grows like n^1.0."
        );
        assert!(!reading.within);
        let same = ScaleReading::of(linear(), linear());
        assert!(same.within);
        assert_eq!(same.lines().len(), 3);
    }

    #[test]
    fn what_did_not_finish_or_grows_faster_is_not_within_the_limit() {
        let slow = Growth::of(vec![
            size(10_000, 30_000, ("window", 10_000, false)),
            size(100_000, 300_000, ("window", 100_000, false)),
            stopped(1_000_000, End::Memory),
        ]);
        assert!(!ScaleReading::of(slow.clone(), linear()).within);
        assert!(ScaleReading::of(slow.clone(), slow).within, "the reference did not finish either");
        let steep = [10_000, 100_000, 1_000_000].map(|n: u64| {
            let rows = (n as f64).powf(1.5) as u64;
            size(n, rows, ("join", rows, true))
        });
        assert!(!ScaleReading::of(Growth::of(steep.into()), linear()).within);
    }

    #[test]
    fn growth_that_is_not_known_is_never_within_the_limit() {
        let unknown = Growth::of(vec![stopped(10_000, End::Time)]);
        let reading = ScaleReading::of(unknown, linear());
        assert!(!reading.within);
        assert_eq!(
            reading.words,
            "Your query's growth is not known: it was stopped after 10 s at 10,000 rows."
        );
    }

    #[test]
    fn counts_are_written_as_one_says_them() {
        assert_eq!(rounded(999), "999");
        assert_eq!(rounded(12_345), "12,345");
        assert_eq!(rounded(4_100_000_000), "4.1 billion");
        assert_eq!(rounded(1_000_000), "1 million");
    }

    fn verdict(score: u8) -> Verdict {
        let note = format!("not judged yet: {NOT_JUDGED}");
        Verdict {
            decision: if score > 3 { Decision::Accept } else { Decision::Reject },
            kind: crate::interview::verdict::Fault::None,
            score,
            words: "Right on all 7 datasets.".into(),
            evidence: vec![],
            notes: vec![note],
            checks: vec![],
            difference: None,
            counterexample: None,
            gauntlet: None,
        }
    }

    #[test]
    fn the_fifth_point_needs_a_reading_within_the_limit() {
        let read = |answer| Scaling::Read(Box::new(ScaleReading::of(answer, linear())));
        let lost = Scaling::Lost(crate::interview::verdict::Lost {
            kind: "crash".into(),
            words: "The judge ended.".into(),
        });
        for (scaling, score, is_open) in [
            (Scaling::NotAsked, 5, true),
            (Scaling::Awaited, 4, false),
            (read(linear()), 5, false),
            (read(quadratic()), 4, false),
            (lost, 5, true),
        ] {
            let weighed = weigh(&verdict(5), &scaling);
            assert_eq!(weighed.score, score, "{scaling:?}");
            let open = weighed.notes.iter().any(|note| note.starts_with("not judged yet"));
            assert_eq!(open, is_open, "{scaling:?}");
            assert_eq!(weigh(&verdict(2), &scaling).score, 2, "nothing else is touched");
        }
    }
}
