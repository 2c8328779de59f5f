//! The parts of the Markdown report, in the order they are read.

use std::fmt::Write;

use super::{code, evidence, line, text};
use crate::debrief::answer::AnswerAssessment;
use crate::debrief::plain;
use crate::debrief::report::Report;
use crate::ids::PrincipleId;
use crate::interview::example::{self, Page};
use crate::interview::gauntlet;

pub(super) fn head(out: &mut String, report: &Report) {
    line!(out, "# Debrief: {}\n", text(&report.title));
    let (mode, day) = (plain::mode(report.mode), plain::day(report.opened_at));
    line!(out, "{mode}, {day}, session {}\n", text(report.session.as_str()));
    line!(out, "{}\n", report.about_scores);
    if let Some(words) = &report.phone_screen {
        line!(out, "**{}**\n", text(words));
    }
    if let Some(decision) = &report.decision {
        line!(out, "**Decision: {}**\n", text(&decision.words));
    }
}

pub(super) fn own_votes(out: &mut String, report: &Report) {
    let Some(own) = &report.own_votes else { return };
    line!(
        out,
        "## Your votes and theirs\n\n| round | you | they | difference |\n|---|---|---|---|"
    );
    for vote in &own.rounds {
        let mine = vote.own.map_or("no vote", |own| plain::vote(Some(own)));
        let difference = vote.difference.map_or("no data".into(), |d| format!("{d:+}"));
        let title = text(&report.rounds[vote.round].title);
        line!(out, "| {title} | {mine} | {} | {difference} |", plain::vote(vote.theirs));
    }
    line!(out);
}

pub(super) fn grid(out: &mut String, report: &Report) {
    line!(
        out,
        "## Interviewers and factors\n\n| round | vote | score | factors |\n|---|---|---|---|"
    );
    for round in &report.rounds {
        let cell = |f: &crate::debrief::factors::FactorAssessment| {
            format!("{}: {}", text(f.factor.as_str()), plain::score(f.score))
        };
        let cells: Vec<String> = round.factors.iter().map(cell).collect();
        let (vote, score) = (plain::vote(round.vote), plain::score(round.score));
        line!(out, "| {} | {vote} | {score} | {} |", text(&round.title), cells.join(", "));
    }
    line!(out);
}

pub(super) fn conversation(out: &mut String, report: &Report) {
    let Some(talk) = &report.conversation else { return };
    line!(out, "## The debrief\n\n### 1. Sealed assessments\n");
    for turn in &talk.sealed {
        line!(out, "- **{}**: {}", text(&turn.speaker), text(&turn.words));
    }
    line!(out, "\n### 2. Reading\n");
    for turn in &talk.reading {
        line!(out, "- **{}**: {}", text(&turn.speaker), text(&turn.words));
    }
    if talk.reading.is_empty() {
        line!(out, "Nothing in one round bears on another.");
    }
    line!(out, "\n### 3. Re-vote\n");
    for vote in &talk.revote {
        let title = text(&report.rounds[vote.round].title);
        match &vote.reason {
            Some(reason) => line!(
                out,
                "- {title}: {} \u{2192} {}, because {}",
                plain::vote(vote.from),
                plain::vote(vote.to),
                text(reason)
            ),
            None => line!(out, "- {title}: {}, stays", plain::vote(vote.from)),
        }
    }
    if let Some(words) = &talk.revote_words {
        line!(out, "\n{}", text(words));
    }
    bar_raiser(out, report);
    line!(out, "\n### 4. Decision\n\n{}\n", text(&talk.decision.words));
}

fn bar_raiser(out: &mut String, report: &Report) {
    let talk = report.conversation.as_ref();
    let Some(raiser) = talk.and_then(|talk| talk.bar_raiser.as_ref()) else { return };
    line!(out, "\n### The bar raiser\n\n{}\n", text(&raiser.unmasked));
    for exchange in &raiser.exchanges {
        line!(out, "- To {}: {}", text(&exchange.interviewer), text(&exchange.question));
        line!(out, "  {}", text(&exchange.answer));
    }
    line!(out, "\n**{}**\n", text(&raiser.words));
    for veto in &raiser.vetoes {
        line!(out, "{}: {}\n", veto.veto.number(), text(veto.veto.words()));
        evidence(out, report, &veto.evidence);
    }
}

pub(super) fn decision(out: &mut String, report: &Report) {
    let Some(decision) = &report.decision else { return };
    line!(out, "## The rule, step by step\n");
    for (n, step) in decision.steps.iter().enumerate() {
        let holds = if step.holds { " **(decides)**" } else { "" };
        line!(out, "{}. {} {}{holds}", n + 1, text(&step.question), text(&step.found));
    }
    line!(out, "\nWhat the decision rests on:\n");
    evidence(out, report, &decision.evidence);
    line!(out, "Gates:\n");
    for gate in &decision.gates {
        line!(out, "{}: {}\n", text(gate.check.gate.words()), plain::gate(gate.check.state));
        evidence(out, report, &gate.evidence);
    }
    line!(out, "What would have flipped it:\n");
    for flip in decision.better.iter().chain(&decision.worse) {
        line!(out, "- {}", text(&flip.words));
    }
    if decision.better.is_empty() {
        line!(out, "- to a better outcome: no change of up to three things");
    }
    line!(out);
}

pub(super) fn rounds(out: &mut String, report: &Report) {
    line!(out, "## Round by round\n");
    for round in &report.rounds {
        let (vote, score) = (plain::vote(round.vote), plain::score(round.score));
        line!(out, "### {}: {vote} ({score})\n", text(&round.title));
        if let Some(why) = &round.insufficient {
            line!(out, "No score: {}.\n", text(why));
        }
        let confidence = &round.confidence;
        line!(out, "Confidence {}: {}.\n", confidence.level.words(), text(&confidence.why));
        if let Some(next) = &round.next_vote {
            line!(out, "What would have moved this vote: {}.\n", text(next));
        }
        round.answers.iter().for_each(|one| answer(out, report, one));
        for words in &round.not_judged {
            line!(out, "- {}", text(words));
        }
        line!(out);
    }
}

fn answer(out: &mut String, report: &Report, answer: &AnswerAssessment) {
    let score = plain::score(answer.score);
    line!(out, "#### {} ({}): {score}\n", text(&answer.title), answer.kind.name());
    evidence(out, report, &answer.citations);
    if let Some(reading) = &answer.scale {
        let (powers, words) = (text(&reading.exponents()), text(&reading.words));
        line!(out, "As the tables grow ({powers}): {words}\n");
        for size in reading.lines() {
            line!(out, "- {}", text(&size));
        }
        line!(out);
    }
    if let Some(reading) = &answer.gauntlet {
        line!(out, "{}:\n", gauntlet::TITLE);
        for words in reading.counts() {
            line!(out, "- {}", text(&words));
        }
        line!(out);
    }
    if let Some(found) = &answer.counterexample {
        let said = example::sentences(found);
        said.iter().for_each(|words| line!(out, "{}\n", text(words)));
        let page = Page { width: 100, first_column: 0, sign: "x" };
        code(out, &example::text(found, page));
    }
    let reviewed = answer.reviewed(100);
    if !reviewed.is_empty() {
        line!(out, "As a reviewer would say:\n");
        code(out, &reviewed.iter().map(|row| format!("{}\n", row.text)).collect::<String>());
    }
    if let Some(handed_in) = &answer.text {
        code(out, handed_in);
    }
}

pub(super) fn ledger(out: &mut String, report: &Report) {
    let ledger = &report.ledger;
    line!(out, "## The ledger across rounds\n");
    if ledger.is_empty() {
        line!(out, "Nothing was noticed.");
    }
    for told in &ledger.told_twice {
        let (first, second) = (text(&told.first.words), text(&told.second.words));
        line!(out, "- Told twice: {first} and {second}: \u{201c}{}\u{201d}", text(&told.quote));
    }
    for number in &ledger.changed_numbers {
        let (first, second) = (text(&number.first_quote), text(&number.second_quote));
        line!(out, "- A number changed: \u{201c}{first}\u{201d}, then \u{201c}{second}\u{201d}");
    }
    principles(out, "Principles no story gave evidence of", &ledger.never_evidenced);
    principles(out, "No data, no judged story was asked for", &ledger.never_asked_for);
    for fault in &ledger.repeated_faults {
        line!(out, "- The same mistake in two rounds: {}", text(&fault.fault));
    }
    for fact in &ledger.unasked {
        let failure = fact.failure.as_deref().unwrap_or("nothing that was checked failed");
        let (words, failure) = (text(&fact.place.words), text(failure));
        line!(out, "- Never asked: {} ({words}); {failure}", text(&fact.fact));
    }
    for paste in &ledger.pastes {
        line!(out, "- {} bytes from the clipboard: {}", paste.bytes, text(&paste.place.words));
    }
    line!(out);
}

fn principles(out: &mut String, words: &str, all: &[PrincipleId]) {
    let names: Vec<&str> = all.iter().map(PrincipleId::as_str).collect();
    if !names.is_empty() {
        line!(out, "- {words}: {}", text(&names.join(", ")));
    }
}

pub(super) fn next(out: &mut String, report: &Report) {
    let Some(weakest) = &report.weakest else { return };
    line!(out, "## What comes next\n");
    line!(out, "{}: {}. Drill: `{}`\n", text(&weakest.title), text(&weakest.why), weakest.command);
}

pub(super) fn clock(out: &mut String, report: &Report) {
    line!(out, "## Where the clock went\n");
    line!(
        out,
        "| round | question | first question | first keystroke | handed in | silence | used |"
    );
    line!(out, "|---|---|---|---|---|---|---|");
    let at = |seconds: Option<u64>| seconds.map_or("never".into(), plain::clock);
    for (round, question) in
        report.timelines.iter().flat_map(|round| round.questions.iter().map(move |q| (round, q)))
    {
        line!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} |",
            text(&round.title),
            text(&question.title),
            at(question.first_question_at),
            at(question.first_key_at),
            at(question.handed_in_at.last().copied()),
            plain::clock(question.longest_silence_seconds),
            at(question.used_seconds())
        );
    }
}
