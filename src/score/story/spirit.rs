//! D8 and D9: did the speaker act in the principle's spirit, and was it told in the time?

use super::Finding;
use super::merit::acts_weight;
use super::view::View;

/// D8: behaviours of the question's principles; saying a principle's name earns nothing.
pub fn alignment(view: &View) -> Finding {
    let mut finding = Finding::new("D8");
    let real: Vec<usize> = view.all().into_iter().filter(|s| !view.unreal[*s]).collect();
    let mut best = 0;
    for id in view.told.principles {
        let Some(principle) = view.lexicon.principle(id) else { continue };
        let mut shown = 0;
        for (name, patterns) in &principle.behaviours {
            if let Some(span) = view.cue(&real, patterns) {
                shown += 1;
                let words = format!("{}: {name}", principle.name);
                finding.earn(view.quote("D8", true, &words, span));
            }
        }
        best = best.max(shown);
    }
    let spoken: Vec<usize> = real.into_iter().filter(|s| has_speaker(view, *s)).collect();
    let mut common = 0;
    for (name, patterns) in &view.lexicon.common {
        if let Some(span) = view.cue(&spoken, patterns) {
            common += 1;
            finding.earn(view.quote("D8", true, &format!("whatever the principle: {name}"), span));
        }
    }
    let acts = acts_weight(view);
    // Half of what speaks for anybody, so that no principle is shown by it alone.
    finding.score = match best * 2 + common {
        _ if acts < 1.0 => 1.0,
        0 | 1 => 1.0,
        2 | 3 => 2.0,
        9.. if acts >= 3.0 => 5.0,
        7.. if acts >= 2.0 => 4.0,
        _ if acts >= 2.0 => 3.0,
        _ => 2.0,
    };
    finding
}

fn has_speaker(view: &View, sentence: usize) -> bool {
    let own = ["i", "i'd", "i've", "my", "me"];
    view.telling.words(sentence).iter().any(|token| own.contains(&token.word.as_str()))
}

/// D9: two to three minutes, few fillers, few hedges. A gate, not a part of the sum.
pub fn delivery(view: &View) -> Finding {
    let mut finding = Finding::new("D9");
    let seconds = seconds(view);
    let words = view.telling.tokens.len().max(1) as f64;
    let share = |found: usize| found as f64 / words * 100.0;
    let fillers = share(view.lexicon.fillers.find_all(&view.telling.tokens).len());
    let hedges = share(view.lexicon.hedges.find_all(&view.telling.tokens).len());
    finding.score = match seconds {
        s if !(60.0..=300.0).contains(&s) => 1.0,
        s if !(90.0..=240.0).contains(&s) => 2.0,
        s if !(120.0..=180.0).contains(&s) => 3.0,
        _ if fillers > 2.0 || hedges > 1.0 => 4.0,
        _ => 5.0,
    };
    if fillers > 4.0 {
        finding.score = finding.score.min(3.0);
    }
    let told = format!("{seconds:.0} s, {fillers:.1} fillers and {hedges:.1} hedges per 100 words");
    finding.earn(crate::interview::verdict::Evidence::plain("D9", finding.score >= 3.0, told));
    finding
}

/// The seconds it took; when unknown, 140 words are taken for a minute.
pub fn seconds(view: &View) -> f64 {
    view.told.seconds.unwrap_or(view.telling.tokens.len() as f64 / 140.0 * 60.0)
}
