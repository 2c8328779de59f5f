//! D5 to D7: what was done, how it was judged, and what came of it?

use super::Finding;
use super::act::Doer;
use super::number::Unit;
use super::part::Part;
use super::view::View;

/// D5: distinct concrete acts, mechanisms, and something one could point at.
pub fn specificity(view: &View) -> Finding {
    let mut finding = Finding::new("D5");
    for act in view.own().take(8) {
        let span = view.telling.span_of(act.tokens.clone());
        finding.earn(view.quote("D5", true, &format!("grounded act: {}", act.lemma), span));
    }
    let acts = acts_weight(view);
    let real: Vec<usize> = view.all().into_iter().filter(|s| !view.unreal[*s]).collect();
    let mechanisms = view.count(&real, &view.lexicon.cues.mechanism);
    let touched: Vec<usize> = view.acts.iter().map(|a| a.sentence).collect();
    let artefact = view.cue(&touched, &view.lexicon.cues.artefact);
    if let Some(span) = artefact {
        finding.earn(view.quote("D5", true, "something one could point at", span));
    }
    let tools = view.telling.tokens.iter().any(|t| view.lexicon.tools.contains(&t.word));
    finding.score = match acts {
        a if a >= 6.0 && mechanisms >= 2 && artefact.is_some() => 5.0,
        a if a >= 5.0 && mechanisms >= 1 => 4.5,
        a if a >= 4.0 && mechanisms >= 1 => 4.0,
        a if a >= 3.0 => 3.5,
        a if a >= 2.0 => 3.0,
        a if a >= 1.5 => 2.5,
        a if a >= 1.0 => 2.0,
        _ if tools && view.own().next().is_some() => 2.0,
        _ => 1.0,
    };
    finding
}

/// The speaker's concrete acts count in full, the group's and nobody's in part.
pub fn acts_weight(view: &View) -> f64 {
    view.acts
        .iter()
        .filter(|a| a.concrete && !a.implausible)
        .map(|a| match a.doer {
            Doer::Speaker => a.weight,
            Doer::Group => a.weight * 0.4,
            Doer::Nobody => a.weight * 0.5,
        })
        .sum()
}

/// D6: an obstacle, an alternative, its price, and how the choice was checked.
pub fn judgement(view: &View) -> Finding {
    let mut finding = Finding::new("D6");
    let real: Vec<usize> = view.all().into_iter().filter(|s| !view.unreal[*s]).collect();
    let cues = &view.lexicon.cues;
    let mut found = |cue, words: &str| {
        let span = view.cue(&real, cue);
        if let Some(span) = span {
            finding.evidence.push(view.quote("D6", true, words, span));
        }
        span.is_some()
    };
    let obstacle = found(&cues.obstacle, "an obstacle");
    let alternative = found(&cues.alternative, "an alternative");
    let tradeoff = found(&cues.tradeoff, "a price or a risk");
    let check = found(&cues.check, "how it was checked");
    let candour = found(&cues.candour, "a mistake, a doubt or a limit of one's own");
    let acts = acts_weight(view);
    let points = [alternative, tradeoff, check, candour].iter().filter(|p| **p).count();
    finding.score = match points {
        _ if acts < 1.5 => 1.0,
        3 | 4 if acts >= 3.0 => 5.0,
        2 if acts >= 2.5 => 4.0,
        1..=4 => 3.0,
        _ if obstacle => 2.0,
        _ => 1.0,
    };
    finding
}

/// D7: before and after, with units, about something the story is about.
pub fn result(view: &View) -> Finding {
    let mut finding = Finding::new("D7");
    let late = late(view);
    let count = view.telling.sentences.len();
    let end = match view.by_field() {
        true => late.clone(),
        false => (count - (count * 2).div_ceil(5)..count).collect(),
    };
    let mut changed = 0;
    let mut numbered = 0;
    // Some tell the result first, so a change counts wherever it stands.
    for sentence in view.all().into_iter().filter(|s| !view.unreal[*s]) {
        for (change, span) in view.changes(sentence).iter().take(1) {
            // A change of state is told of the situation, too; a result says what was reached.
            if !(end.contains(&sentence) || says_so(view, sentence)) {
                continue;
            }
            if change.to.unit != Unit::Clock || change.from.unit == Unit::Clock {
                finding.earn(view.quote("D7", true, "before and after", *span));
                changed += 1;
            }
        }
        let counts = view.by_field() || end.contains(&sentence) && says_so(view, sentence);
        if late.contains(&sentence) && measures(view, sentence) && counts {
            finding.earn(view.quote_sentence("D7", true, "a result with a number", sentence));
            numbered += 1;
        }
    }
    let seen = view.cue(&late, &view.lexicon.cues.consequence);
    if let Some(span) = seen {
        finding.earn(view.quote("D7", true, "what came of it can be seen", span));
    }
    let soft = view.cue(&late, &view.lexicon.cues.outcome_soft);
    let baseline = changed == 0 && (returns_to_baseline(view, &late) || two_sentences(view, &late));
    let unknown = view.cue(&late, &view.lexicon.cues.unknown_result);
    finding.score = match (changed + usize::from(baseline), numbered) {
        (c, n) if c >= 1 && n >= 2 => 5.0,
        (1.., _) => 4.0,
        (0, 3..) => 4.0,
        (0, 2) => 3.5,
        // One number that nothing is compared with measures a result only where something came of it.
        (0, 1) if seen.is_some() => 3.0,
        (0, 1) if acts_weight(view) >= 3.0 => 2.5,
        (0, 1) => 2.0,
        _ if seen.is_some() && acts_weight(view) >= 4.0 => 2.5,
        _ if soft.is_some() => 2.0,
        _ => 1.0,
    };
    if let Some(span) = unknown.filter(|_| changed == 0) {
        finding.evidence.push(view.quote("D7", false, "the result is not known", span));
        finding.score = f64::min(finding.score, 2.0);
    }
    if let (Some(span), true) = (soft, finding.score <= 2.0) {
        finding.evidence.push(view.quote("D7", false, "a quality without a number", span));
    }
    finding
}

/// "It took twenty minutes. Before, it needed two weeks.": the two values stand in two sentences, of which one
/// says that it tells the past or the present state.
fn two_sentences(view: &View, late: &[usize]) -> bool {
    let contrasts = |s: &usize| {
        let words = view.telling.words(*s);
        view.lexicon.cues.before_after.hits(words) || words.iter().any(|t| t.word == "now")
    };
    let real: Vec<usize> = late.iter().copied().filter(|s| !view.unreal[*s]).collect();
    real.iter().filter(|s| contrasts(s)).any(|told| {
        let here = view.quantities(*told);
        let others = real.iter().filter(|s| *s != told).flat_map(|s| view.quantities(*s));
        others.into_iter().any(|b| {
            here.iter().any(|a| {
                a.unit != Unit::Bare && a.unit == b.unit && (a.value - b.value).abs() > 1e-9
            })
        })
    })
}

/// Says whether anything that came of it is told.
pub fn tells_outcome(view: &View) -> bool {
    let cues = &view.lexicon.cues;
    view.all().into_iter().filter(|s| !view.unreal[*s]).any(|s| {
        let words = view.telling.words(s);
        !view.changes(s).is_empty()
            || cues.consequence.hits(words)
            || cues.outcome_soft.hits(words)
            || cues.result.hits(words) && measures(view, s)
    })
}

/// The result's sentences, or the last third when its field is empty; all where there are no fields.
pub fn late(view: &View) -> Vec<usize> {
    if !view.by_field() {
        return view.all();
    }
    let count = view.telling.sentences.len();
    match view.sentences(Part::Result) {
        none if none.is_empty() => (count - count.div_ceil(3)..count).collect(),
        result => result,
    }
}

/// A number of something, or a stretch of time that something now takes; "in about two weeks" alone
/// says how long the work took, not what came of it.
fn measures(view: &View, sentence: usize) -> bool {
    let words = view.telling.words(sentence);
    let runs = [
        "takes", "took", "faster", "quicker", "shorter", "runs", "latency", "run", "wait", "late",
        "ended", "ends", "finished", "finishes", "done",
    ];
    let timed = words.iter().any(|t| runs.contains(&t.word.as_str()));
    view.quantities(sentence).iter().any(|q| match q.unit {
        Unit::Bare => false,
        Unit::Seconds | Unit::Clock => timed,
        _ => true,
    })
}

/// Where no field says that a sentence is of the result, its words must.
fn says_so(view: &View, sentence: usize) -> bool {
    let words = view.telling.words(sentence);
    let cues = &view.lexicon.cues;
    [&cues.result, &cues.before_after, &cues.consequence, &cues.outcome_verb]
        .iter()
        .any(|cue| cue.hits(words))
}

fn is_outcome(view: &View, sentence: usize) -> bool {
    let words = view.telling.words(sentence);
    let cues = &view.lexicon.cues;
    cues.change.hits(words) || cues.result.hits(words) || cues.before_after.hits(words)
}

/// A number told at the start comes back with the same unit and another value.
fn returns_to_baseline(view: &View, late: &[usize]) -> bool {
    let first_late = late.first().copied().unwrap_or(0);
    let before: Vec<_> = (0..first_late).flat_map(|s| view.quantities(s)).collect();
    let measured = late.iter().filter(|s| measures(view, **s) && is_outcome(view, **s));
    measured.flat_map(|s| view.quantities(*s)).any(|after| {
        after.unit != Unit::Bare
            && before.iter().any(|b| b.unit == after.unit && (b.value - after.value).abs() > 1e-9)
    })
}
