//! How well does the scorer agree with raters, and how often is it cheated?

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Lexicon, Parts, Told, score};
use crate::ids::PrincipleId;
use crate::score::card::Scorecard;

/// One line of a calibration file.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    pub id: String,
    #[serde(default)]
    pub family: Option<String>,
    pub prompt: String,
    #[serde(default)]
    pub principles: Vec<PrincipleId>,
    pub text: String,
    #[serde(default)]
    pub parts: Option<LineParts>,
    #[serde(default)]
    pub seconds: Option<f64>,
    /// The raters' mean by dimension and `overall`; attacks have none.
    #[serde(default)]
    pub mean: Option<BTreeMap<String, f64>>,
    /// The raters' majority.
    #[serde(default)]
    pub pass: Option<bool>,
}

/// The fields of a line.
#[derive(Clone, Debug, Deserialize)]
pub struct LineParts {
    pub situation: String,
    pub task: String,
    pub action: String,
    pub result: String,
}

/// How the scorer did on rated answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Rank correlation of the overall scores.
    pub spearman: f64,
    /// Quadratic weighted kappa of the overall scores in half points.
    pub kappa: f64,
    /// Share of answers on which pass agrees.
    pub pass: f64,
    /// Answers passed that the raters did not pass.
    pub false_passes: Vec<String>,
    /// Answers not passed that the raters passed.
    pub false_fails: Vec<String>,
    /// Rank correlation by dimension, `D1` to `D8`.
    pub dimensions: Vec<(String, f64)>,
    /// Correlation of the overall score with the number of words that is left when the raters' mean is held fixed.
    pub with_length: f64,
    /// Answers the raters gave 2.5 at most, and those of them that passed.
    pub vague: (usize, usize),
}

/// How attacks fared.
#[derive(Clone, Debug, PartialEq)]
pub struct Resistance {
    pub attacks: usize,
    /// Attacks that reached 3.5: family and id.
    pub reached: Vec<(String, String)>,
    /// By family, how many attacks there are and how many reached 3.5.
    pub families: BTreeMap<String, (usize, usize)>,
}

/// Reads a calibration file, one JSON object a line.
pub fn read(lines: &str) -> Result<Vec<Line>, serde_json::Error> {
    lines.lines().filter(|l| !l.trim().is_empty()).map(serde_json::from_str).collect()
}

/// Scores one line.
pub fn score_line(line: &Line, lexicon: &Lexicon) -> Scorecard {
    let parts = line.parts.as_ref().map(|p| Parts {
        situation: &p.situation,
        task: &p.task,
        action: &p.action,
        result: &p.result,
    });
    let told = Told {
        text: &line.text,
        parts,
        seconds: line.seconds,
        prompt: Some(&line.prompt),
        principles: &line.principles,
        theme: &[],
    };
    score(&told, lexicon)
}

/// Measures the agreement with the raters. An answer that is too short to judge counts as 1, not passed.
pub fn agreement(lines: &[Line], lexicon: &Lexicon) -> Agreement {
    let rated: Vec<(&Line, Scorecard)> =
        lines.iter().filter(|l| l.mean.is_some()).map(|l| (l, score_line(l, lexicon))).collect();
    let truth = |key: &str| -> Vec<f64> {
        let of = |l: &Line| l.mean.as_ref().and_then(|m| m.get(key)).copied().unwrap_or(1.0);
        rated.iter().map(|(l, _)| of(l)).collect()
    };
    let own: Vec<f64> = rated.iter().map(|(_, c)| c.overall.unwrap_or(1.0)).collect();
    let passed = |c: &Scorecard| c.pass.unwrap_or(false);
    let differs = |own: bool, theirs: bool| -> Vec<String> {
        let hit = rated.iter().filter(|(l, c)| passed(c) == own && l.pass == Some(theirs));
        hit.map(|(l, _)| l.id.clone()).collect()
    };
    let words: Vec<f64> =
        rated.iter().map(|(l, _)| l.text.split_whitespace().count() as f64).collect();
    let is_vague = |l: &Line| {
        l.mean.as_ref().and_then(|mean| mean.get("overall")).is_some_and(|overall| *overall <= 2.5)
    };
    let vague: Vec<bool> =
        rated.iter().filter(|(l, _)| is_vague(l)).map(|(_, card)| passed(card)).collect();
    let (false_passes, false_fails) = (differs(true, false), differs(false, true));
    let wrong = false_passes.len() + false_fails.len();
    Agreement {
        with_length: partial(&own, &words, &truth("overall")),
        vague: (vague.len(), vague.iter().filter(|passed| **passed).count()),
        spearman: spearman(&truth("overall"), &own),
        kappa: kappa(&truth("overall"), &own),
        pass: 1.0 - wrong as f64 / rated.len().max(1) as f64,
        false_passes,
        false_fails,
        dimensions: (0..8)
            .map(|n| {
                let id = format!("D{}", n + 1);
                let scores: Vec<f64> = rated
                    .iter()
                    .map(|(_, c)| c.dimensions.get(n).and_then(|d| d.score).unwrap_or(1.0))
                    .collect();
                let rank = spearman(&truth(&id), &scores);
                (id, rank)
            })
            .collect(),
    }
}

/// Measures how many attacks reach 3.5.
pub fn resistance(lines: &[Line], lexicon: &Lexicon) -> Resistance {
    let (mut reached, mut families) = (Vec::new(), BTreeMap::new());
    for line in lines {
        let family = line.family.clone().unwrap_or_default();
        let (all, through): &mut (usize, usize) = families.entry(family.clone()).or_default();
        *all += 1;
        if score_line(line, lexicon).overall.is_some_and(|overall| overall >= 3.5) {
            *through += 1;
            reached.push((family, line.id.clone()));
        }
    }
    Resistance { attacks: lines.len(), reached, families }
}

/// Spearman's rank correlation, ties given their mean rank.
pub fn spearman(a: &[f64], b: &[f64]) -> f64 {
    pearson(&ranks(a), &ranks(b))
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |v: f64| {
        let below = values.iter().filter(|w| **w < v).count() as f64;
        let same = values.iter().filter(|w| **w == v).count() as f64;
        below + (same + 1.0) / 2.0
    };
    values.iter().map(|v| rank(*v)).collect()
}

fn pearson(a: &[f64], b: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len().max(1) as f64;
    let (ma, mb) = (mean(a), mean(b));
    let both: f64 = a.iter().zip(b).map(|(x, y)| (x - ma) * (y - mb)).sum();
    let spread = |v: &[f64], m: f64| v.iter().map(|x| (x - m).powi(2)).sum::<f64>().sqrt();
    both / (spread(a, ma) * spread(b, mb)).max(f64::EPSILON)
}

/// Quadratic weighted kappa of two ratings from 1 to 5, rounded to half points (Cohen 1968).
pub fn kappa(a: &[f64], b: &[f64]) -> f64 {
    let half = |v: &f64| (v * 2.0).round();
    let (a, b): (Vec<f64>, Vec<f64>) = (a.iter().map(half).collect(), b.iter().map(half).collect());
    let observed: f64 = a.iter().zip(&b).map(|(x, y)| (x - y).powi(2)).sum();
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x - y).powi(2)));
    let expected = pairs.sum::<f64>() / a.len().max(1) as f64;
    1.0 - observed / expected.max(f64::EPSILON)
}

/// Gives the correlation of `x` and `y` that is left when `held` is held fixed.
pub fn partial(x: &[f64], y: &[f64], held: &[f64]) -> f64 {
    let (xy, xh, yh) = (pearson(x, y), pearson(x, held), pearson(y, held));
    (xy - xh * yh) / ((1.0 - xh * xh) * (1.0 - yh * yh)).sqrt().max(f64::EPSILON)
}
