//! D1 to D4: is it a story, of what, whose part was it, and who acted?

use std::collections::HashSet;

use super::Finding;
use super::act::Doer;
use super::merit::tells_outcome;
use super::part::Part;
use super::view::View;

/// D1: the four parts, in order, with most of the words on what was done.
pub fn structure(view: &View) -> Finding {
    let count = |part| view.sentences(part).len();
    let (s, t, a, r) =
        (count(Part::Situation), count(Part::Task), count(Part::Action), count(Part::Result));
    let mut finding = Finding::new("D1");
    for (part, name) in [
        (Part::Situation, "situation"),
        (Part::Task, "task"),
        (Part::Action, "action"),
        (Part::Result, "result"),
    ] {
        match view.sentences(part).first() {
            Some(first) => finding.earn(view.quote_sentence(
                "D1",
                true,
                &format!("{name} begins here"),
                *first,
            )),
            None => finding.miss("D1", &format!("no sentence was taken for the {name}")),
        }
    }
    let own = view.own().count();
    if !view.by_field() {
        finding.score = told_freely(view, own);
        return finding;
    }
    let tells_own_part = t > 0 || view.cue(&view.all(), &view.lexicon.cues.task).is_some();
    let present = [s > 0, tells_own_part, a >= 3, r > 0].iter().filter(|p| **p).count();
    let balanced = a * 10 >= (s + t + a + r) * 3 && s <= a + 2 && r <= a + 1;
    // Where the speaker parted the words, most of them should be on what was done.
    let words = |part| view.sentences(part).iter().map(|s| view.telling.words(*s).len()).sum();
    let acted: usize = words(Part::Action);
    let heavy = acted * 100 >= view.telling.tokens.len() * 45;
    finding.score = match present {
        _ if own == 0 && view.acts.len() < 3 => 1.0,
        4 if !heavy => 3.0,
        4 if balanced && own >= 3 => 5.0,
        4 => 4.0,
        3 if own >= 3 => 4.0,
        3 => 3.0,
        2 => 2.5,
        _ => 2.0,
    };
    finding
}

/// Whether a story without fields has all that the four parts hold, wherever it stands.
fn told_freely(view: &View, own: usize) -> f64 {
    let all = view.all();
    let cues = &view.lexicon.cues;
    let acted: HashSet<usize> = view
        .acts
        .iter()
        .filter(|a| a.concrete && a.doer != Doer::Nobody)
        .map(|a| a.sentence)
        .collect();
    let situation = view.cue(&all, &cues.problem).is_some();
    let task = own >= 3 || view.cue(&all, &cues.task).is_some();
    let present = [situation, task, acted.len() >= 3, tells_outcome(view)];
    let balanced = acted.len() * 10 >= all.len() * 3;
    match present.iter().filter(|part| **part).count() {
        _ if own == 0 && view.acts.len() < 3 => 1.0,
        4 if balanced && own >= 3 => 5.0,
        4 => 4.0,
        3 if own >= 3 => 4.0,
        3 => 3.0,
        2 => 2.5,
        _ => 2.0,
    }
}

/// D2: a system, its problem, who was hurt, and a number to come back to.
pub fn situation(view: &View) -> Finding {
    let mut finding = Finding::new("D2");
    let opening = opening(view);
    let cues = &view.lexicon.cues;
    let named = opening.iter().any(|s| {
        view.telling.words(*s).iter().filter(|t| view.lexicon.is_specific(&t.word)).count() >= 2
    });
    let mut score: f64 = 1.0;
    if named {
        score += 1.0;
    }
    for (cue, words) in [(&cues.problem, "the problem"), (&cues.stake, "who was concerned")] {
        if let Some(span) = view.cue(&opening, cue) {
            finding.earn(view.quote("D2", true, words, span));
            score += 1.0;
        }
    }
    let numbered = opening.iter().find(|s| !view.quantities(**s).is_empty());
    if let Some(sentence) = numbered {
        finding.earn(view.quote_sentence("D2", true, "a number to come back to", *sentence));
        score += 1.0;
    }
    finding.score = score;
    finding
}

/// D3: the own part, and by what it would count as done.
pub fn task(view: &View) -> Finding {
    let mut finding = Finding::new("D3");
    let early = early(view);
    let cues = &view.lexicon.cues;
    let stated = view.cue(&early, &cues.task);
    let vague = view.cue(&early, &cues.task_vague);
    let bound = view.cue(&early, &cues.constraint);
    let own = view.own().count();
    if let Some(span) = stated {
        finding.earn(view.quote("D3", true, "the own part is stated", span));
    }
    if let Some(span) = bound.filter(|_| stated.is_some()) {
        finding.earn(view.quote("D3", true, "a bound or condition is named", span));
    }
    finding.score = match (stated, bound, vague) {
        (Some(_), Some(_), _) if own >= 2 => 5.0,
        (Some(_), _, _) if own >= 2 => 4.0,
        (Some(_), _, _) => 2.5,
        (None, _, Some(_)) => 2.0,
        (None, _, None) if own >= 4 => 3.5,
        (None, _, None) if own >= 2 => 3.0,
        _ => 1.0,
    };
    finding
}

/// D4: the share of acts in which the speaker is the one who acts.
pub fn agency(view: &View) -> Finding {
    let mut finding = Finding::new("D4");
    let weight = |doer: Doer| -> f64 {
        view.acts
            .iter()
            .filter(|a| a.doer == doer && !a.implausible)
            .map(|a| if a.concrete { a.weight } else { a.weight * 0.4 })
            .sum()
    };
    let (own, group, nobody) =
        (weight(Doer::Speaker), weight(Doer::Group), weight(Doer::Nobody) * 0.5);
    for act in view.own().take(4) {
        let span = view.telling.span_of(act.tokens.clone());
        finding.earn(view.quote("D4", true, "the speaker acts", span));
    }
    let share = own / (own + group + nobody).max(f64::EPSILON);
    finding.score = match share {
        _ if own < 0.4 => 1.0,
        _ if own < 1.2 => 2.0,
        share if share <= 0.25 => 2.0,
        share if share <= 0.5 => 3.0,
        _ if own < 2.0 => 3.0,
        share if share < 0.7 || own < 3.0 => 4.0,
        _ => 5.0,
    };
    if share <= 0.5 {
        finding.miss("D4", "most of what was done was done by \"we\" or by nobody");
    }
    finding
}

/// Situation and task, or the first third when nothing was labelled so.
fn opening(view: &View) -> Vec<usize> {
    if !view.by_field() {
        return view.all();
    }
    let mut opening = view.sentences(Part::Situation);
    opening.extend(view.sentences(Part::Task));
    let third = view.telling.sentences.len().div_ceil(3);
    if opening.is_empty() { (0..third).collect() } else { opening }
}

fn early(view: &View) -> Vec<usize> {
    if !view.by_field() {
        return view.all();
    }
    let most = (view.telling.sentences.len() * 7).div_ceil(10);
    (0..most).collect()
}
