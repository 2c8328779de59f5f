//! The debrief's pages as lines of text, every claim with its evidence below it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::super::super::theme::Theme;
use super::super::super::widget::review;
use crate::debrief::citation::Citation;
use crate::debrief::ledger::Place;
use crate::debrief::report::Report;
use crate::debrief::rule::Outcome;
use crate::interview::event::Vote;
use crate::interview::example::{self, Page};
use crate::interview::gauntlet::{self, GauntletReading};
use crate::interview::scale::ScaleReading;
use crate::interview::verdict::{Counterexample, weighs};
use crate::moment::Span as Stretch;

type Lines<'a> = Vec<Line<'a>>;

fn head<'a>(words: impl Into<String>, theme: &Theme) -> Line<'a> {
    Line::styled(words.into(), theme.title())
}

fn plain<'a>(words: impl Into<String>) -> Line<'a> {
    Line::raw(words.into())
}

fn vote_words(vote: Option<Vote>) -> &'static str {
    vote.map_or("not enough evidence", Vote::words)
}

/// Writes evidence: its sign, what happened, the quote, and when.
pub fn cited<'a>(citation: &Citation, theme: &Theme) -> Line<'a> {
    let (sign, style) = match citation.earned {
        _ if !weighs(&citation.rule) => (theme.aside(), theme.dim()),
        true => (theme.pass(), theme.good()),
        false => (theme.fail(), theme.urgent()),
    };
    let quote = citation.quote.as_ref().map(|quote| format!(" \"{}\"", one_line(quote)));
    let at = citation.at_seconds.map(|s| format!(" [{}]", Stretch::seconds(s)));
    Line::from(vec![
        Span::styled(format!("    {sign} "), style),
        Span::raw(one_line(&citation.words)),
        Span::raw(quote.unwrap_or_default()),
        Span::styled(format!("{} ({})", at.unwrap_or_default(), citation.rule), theme.dim()),
    ])
}

/// A database's error has lines of its own; here it is one of many and stands in one.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The decision, own votes beside theirs, and what would have flipped it.
pub fn decision<'a>(report: &Report, theme: &Theme) -> Lines<'a> {
    let mut lines = Vec::new();
    if let Some(decision) = &report.decision {
        lines.push(head(format!("Decision: {}", decision.outcome.words()), theme));
        let is_vetoed = matches!(decision.outcome, Outcome::NoHireVeto(_));
        lines.extend(
            decision
                .vetoes
                .iter()
                .filter(|_| is_vetoed)
                .map(|v| plain(format!("{}: {}", v.veto.number(), v.veto.words()))),
        );
        lines.extend(decision.evidence.iter().map(|c| cited(c, theme)));
    }
    lines.extend(report.phone_screen.iter().map(|words| plain(words.clone())));
    lines.push(plain(""));
    lines.push(head("Votes: yours first, theirs as they were sealed", theme));
    lines.extend(votes(report));
    if let Some(decision) = &report.decision {
        lines.push(plain(""));
        lines.push(head("How the rule got there", theme));
        lines.extend(decision.steps.iter().map(|step| {
            let sign = if step.holds { "yes" } else { "no" };
            plain(format!("  {} {sign}: {}", step.question, step.found))
        }));
        lines.push(plain(""));
        lines.push(head("What would have flipped this", theme));
        let flips = decision.better.iter().chain(&decision.worse);
        lines.extend(flips.map(|flip| plain(format!("  - {}", flip.words))));
        lines.extend(
            report
                .rounds
                .iter()
                .filter_map(|r| Some(plain(format!("  - {}: {}", r.title, r.next_vote.as_ref()?)))),
        );
    }
    if let Some(weakest) = &report.weakest {
        lines.push(plain(""));
        lines.push(head(format!("Next: drill {} ({})", weakest.title, weakest.why), theme));
        lines.push(plain(format!("  d starts it now; later: {}", weakest.command)));
        if !weakest.traps.is_empty() {
            lines.push(plain(format!("  traps to look for: {}", weakest.traps.join(", "))));
        }
    }
    lines.push(plain(""));
    lines.push(Line::styled(report.about_scores.clone(), theme.dim()));
    lines
}

fn votes<'a>(report: &Report) -> Lines<'a> {
    let own = report.own_votes.as_ref();
    let of = |round: usize| own.and_then(|own| own.rounds.iter().find(|v| v.round == round));
    let line = |round: &crate::debrief::assess::RoundAssessment| {
        let mine = of(round.round).and_then(|v| v.own).map_or("no vote", Vote::words);
        let score = round.score.map_or("-".into(), |s| format!("{s:.1}"));
        plain(format!(
            "  {:<22} you: {:<15} they: {:<15} {score}",
            round.title,
            mine,
            vote_words(round.vote)
        ))
    };
    let mut lines: Lines<'a> = report.rounds.iter().map(line).collect();
    if let Some(mean) = own.and_then(|own| own.mean_difference) {
        let words = match mean {
            m if m > 0.25 => "You thought better of it than they did",
            m if m < -0.25 => "You thought worse of it than they did",
            _ => "You judged it about as they did",
        };
        lines.push(plain(format!("  {words} (mean difference {mean:+.1} levels).")));
    }
    lines
}

/// Every answer with its parts, its evidence, and what would raise it.
pub fn answers<'a>(report: &Report, theme: &Theme) -> Lines<'a> {
    let mut lines = Vec::new();
    for round in &report.rounds {
        let score = round.score.map_or("no score".into(), |s| format!("{s:.1} of 5"));
        lines.push(head(
            format!(
                "{}: {score}, {} (confidence {}: {})",
                round.title,
                vote_words(round.vote),
                round.confidence.level.words(),
                round.confidence.why
            ),
            theme,
        ));
        lines.extend(round.insufficient.iter().map(|why| plain(format!("  {why}"))));
        for answer in &round.answers {
            let score = answer.score.map_or("not judged".into(), |s| format!("{s:.1}"));
            lines.push(plain(format!("  {}: {score}", answer.title)));
            let parts = answer.parts.iter().map(|part| {
                let score = part.score.map_or("no data".into(), |s| format!("{s:.1}"));
                plain(format!("    {}: {score} (weight {:.2})", part.name, part.weight))
            });
            lines.extend(parts);
            let told = answer.citations.iter().filter(|c| !answer.is_beside(c));
            lines.extend(told.map(|c| cited(c, theme)));
            lines.extend(review::lines(&answer.reviewed(74), theme).into_iter().map(inset));
            lines.extend(answer.scale.iter().flat_map(scale));
            lines.extend(answer.gauntlet.iter().flat_map(|reading| counted(reading)));
            lines.extend(answer.counterexample.iter().flat_map(|found| shown(found, theme)));
            lines.extend(answer.raise.iter().map(|raise| plain(format!("    one more: {raise}"))));
            lines.extend(
                answer
                    .not_judged
                    .iter()
                    .map(|w| Line::styled(format!("    not judged: {w}"), theme.dim())),
            );
        }
        lines.push(plain(""));
    }
    lines
}

/// What came out of damaged streams; the rules stand in the evidence.
fn counted<'a>(reading: &GauntletReading) -> Lines<'a> {
    let head = plain(format!("    {}:", gauntlet::TITLE));
    let lines = reading.counts().into_iter().map(|line| plain(format!("      {line}")));
    std::iter::once(head).chain(lines).collect()
}

fn inset(line: Line<'_>) -> Line<'_> {
    let style = line.style;
    Line::from_iter(std::iter::once(Span::raw("    ")).chain(line.spans)).style(style)
}

/// How a query does as its tables grow; its one sentence stands in the evidence.
fn scale<'a>(reading: &ScaleReading) -> Lines<'a> {
    let head = plain(format!("    as the tables grow: {}", reading.exponents()));
    let sizes = reading.lines().into_iter().map(|line| plain(format!("      {line}")));
    std::iter::once(head).chain(sizes).collect()
}

/// The few rows that show a mistake, as wide as the narrowest screen that is common.
fn shown<'a>(found: &Counterexample, theme: &Theme) -> Lines<'a> {
    let page = Page { width: 74, first_column: 0, sign: theme.fail() };
    let said = example::sentences(found).into_iter().map(|words| plain(format!("    {words}")));
    let tables = example::tables(found, page).into_iter().map(|pieces| {
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        plain(format!("    {}", text.trim_end()))
    });
    said.chain(tables).collect()
}

/// The debrief as it is spoken.
pub fn conversation<'a>(report: &Report, theme: &Theme) -> Lines<'a> {
    let Some(talk) = &report.conversation else { return vec![] };
    let mut lines = vec![head("1. Sealed assessments", theme)];
    let turn = |turn: &crate::debrief::talk::Turn, lines: &mut Lines<'a>| {
        lines.push(Line::from(vec![
            Span::styled(format!("  {}: ", turn.speaker), theme.interviewer()),
            Span::raw(turn.words.clone()),
        ]));
        lines.extend(turn.evidence.iter().map(|c| cited(c, theme)));
    };
    talk.sealed.iter().for_each(|t| turn(t, &mut lines));
    lines.push(head("2. Reading", theme));
    talk.reading.iter().for_each(|t| turn(t, &mut lines));
    lines.push(head("3. Votes again", theme));
    lines.extend(talk.revote.iter().flat_map(|r| revote(r, theme)));
    lines.extend(talk.revote_words.iter().map(|words| plain(format!("  {words}"))));
    if let Some(raiser) = &talk.bar_raiser {
        lines.push(head("The bar raiser", theme));
        lines.push(plain(format!("  {}", raiser.unmasked)));
        for exchange in &raiser.exchanges {
            lines.push(Line::styled(
                format!("  asks {}: {}", exchange.interviewer, exchange.question),
                Style::new(),
            ));
            lines.push(plain(format!("    {}", exchange.answer)));
            lines.extend(exchange.evidence.iter().map(|c| cited(c, theme)));
        }
        lines.push(plain(format!("  {}", raiser.words)));
        lines.extend(raiser.vetoes.iter().flat_map(|v| v.evidence.iter().map(|c| cited(c, theme))));
    }
    lines.push(head("4. Decision", theme));
    turn(&talk.decision, &mut lines);
    lines
}

fn revote<'a>(revote: &crate::debrief::talk::Revote, theme: &Theme) -> Lines<'a> {
    let who = format!("round {}", revote.round + 1);
    let words = match &revote.reason {
        Some(reason) => {
            let (from, to) = (vote_words(revote.from), vote_words(revote.to));
            format!("  {who}: from {from} to {to}, because {reason}")
        }
        None => format!("  {who}: stays at {}", vote_words(revote.to)),
    };
    let mut lines = vec![plain(words)];
    lines.extend(revote.evidence.iter().map(|c| cited(c, theme)));
    lines
}

fn place(place: &Place) -> &str {
    &place.words
}

/// What only shows when all rounds are read together.
pub fn ledger<'a>(report: &Report, theme: &Theme) -> Lines<'a> {
    let ledger = &report.ledger;
    let mut lines = Vec::new();
    if ledger.is_empty() {
        lines.push(plain("Nothing to report across rounds."));
    }
    let mut section = |title: &str, found: Lines<'a>| {
        if !found.is_empty() {
            lines.push(head(title.to_owned(), theme));
            lines.extend(found);
            lines.push(plain(""));
        }
    };
    let told = ledger
        .told_twice
        .iter()
        .map(|t| plain(format!("  {} and {}: \"{}\"", place(&t.first), place(&t.second), t.quote)));
    section("Told twice", told.collect());
    let changed = ledger.changed_numbers.iter().map(|c| {
        plain(format!(
            "  {}: \"{}\" ({}) against \"{}\" ({})",
            c.noun,
            c.first_quote,
            place(&c.first),
            c.second_quote,
            place(&c.second)
        ))
    });
    section("Numbers that changed", changed.collect());
    let repeated = ledger.repeated_faults.iter().flat_map(|r| {
        let places = r.places.iter().map(|c| cited(c, theme));
        std::iter::once(plain(format!("  {}", r.fault))).chain(places).collect::<Vec<_>>()
    });
    section("The same fault in several answers", repeated.collect());
    let unasked = ledger.unasked.iter().map(|u| {
        let cost = u.failure.as_ref().map(|f| format!(" - and then: {f}")).unwrap_or_default();
        plain(format!(
            "  {} ({}): {}{cost}",
            u.fact.replace('-', " "),
            place(&u.place),
            u.answer.trim()
        ))
    });
    section("Never asked", unasked.collect());
    let names = |ids: &[crate::ids::PrincipleId]| {
        ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(", ")
    };
    if !ledger.never_evidenced.is_empty() {
        section(
            "Principles listened for and not heard",
            vec![plain(format!("  {}", names(&ledger.never_evidenced)))],
        );
    }
    if !ledger.never_asked_for.is_empty() {
        section(
            "Principles this loop did not ask for",
            vec![plain(format!("  {}", names(&ledger.never_asked_for)))],
        );
    }
    let pastes =
        ledger.pastes.iter().map(|p| plain(format!("  {}: {} bytes", place(&p.place), p.bytes)));
    section("Pasted", pastes.collect());
    lines
}

/// Where the minutes went.
pub fn clock<'a>(report: &Report, theme: &Theme) -> Lines<'a> {
    let at = |seconds: Option<u64>| seconds.map_or("-".into(), |s| Stretch::seconds(s).to_string());
    let mut lines = Vec::new();
    for round in &report.timelines {
        lines.push(head(
            format!(
                "{}: {} of {} used, longest silence {}",
                round.title,
                at(round.used_seconds),
                Stretch::seconds(round.planned_seconds),
                Stretch::seconds(round.longest_silence_seconds)
            ),
            theme,
        ));
        for question in &round.questions {
            let handed_in: Vec<String> =
                question.handed_in_at.iter().map(|s| Stretch::seconds(*s).to_string()).collect();
            let handed_in = if handed_in.is_empty() { "-".into() } else { handed_in.join(" ") };
            lines.push(plain(format!("  {}", question.title)));
            lines.push(plain(format!(
                "    put {} | first question {} | first key {} | handed in {handed_in} | closed {}",
                at(question.opened_at),
                at(question.first_question_at),
                at(question.first_key_at),
                at(question.closed_at)
            )));
        }
    }
    lines
}
