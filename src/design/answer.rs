//! What was handed in for a design question: the sections of one Markdown file, each with its place.

use serde::{Deserialize, Serialize};

use super::graph::Graph;
use super::parse;

/// A piece of the answer and where it stands, in bytes of the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub text: String,
    pub span: (usize, usize),
}

/// An answer file taken apart. A section that is missing is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DesignAnswer {
    /// The whole text, which every span points into.
    pub text: String,
    /// The clarifying questions listed, one a bullet.
    pub questions: Vec<Piece>,
    /// What else stands under the questions: scope, assumptions.
    pub scope: Piece,
    pub graph: Graph,
    /// The diagram's source and where it stands.
    pub diagram: Piece,
    /// What is said around the diagram.
    pub walk: Piece,
    pub numbers: Piece,
    pub model: Piece,
    pub failures: Vec<FailureRow>,
    pub cards: Vec<Card>,
    pub operations: Piece,
    pub follow_ups: Piece,
}

/// One row of the failure table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailureRow {
    pub failure: String,
    /// Detect, contain, recover, prevent; empty when not filled.
    pub cells: [String; 4],
    pub span: (usize, usize),
}

/// One trade-off card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub choice: String,
    pub alternative: String,
    pub because: String,
    pub cost: String,
    pub flips: String,
    pub span: (usize, usize),
}

impl DesignAnswer {
    /// Takes an answer file apart. Headings may be written at any level and in any order.
    pub fn parse(text: &str) -> Self {
        let text = without_prompts(text);
        let mut answer = Self { text: text.clone(), ..Self::default() };
        for section in sections(&text) {
            answer.take(&section);
        }
        answer.graph = parse(&answer.diagram.text);
        answer
    }

    /// Joins the two panes of the room into one answer file and takes it apart.
    pub fn from_panes(diagram: &str, notes: &str) -> Self {
        let fence = if diagram.contains("```") { "~~~~" } else { "```" };
        Self::parse(&format!("## Diagram\n\n{fence}mermaid\n{diagram}\n{fence}\n\n{notes}\n"))
    }

    fn take(&mut self, section: &Section<'_>) {
        let whole = section.piece();
        match section.name.as_str() {
            "questions" | "clarifying questions" => {
                self.questions = bullets(section);
                self.scope = without_bullets(section);
            }
            "diagram" | "architecture" => {
                let (diagram, walk) = diagram_and_walk(section);
                self.diagram = diagram;
                self.walk = walk;
            }
            "numbers" => self.numbers = whole,
            "model" | "data model" => self.model = whole,
            "failures" | "failure modes" => self.failures = failure_rows(section),
            "trade-offs" | "tradeoffs" => self.cards = cards(section),
            "operations" => self.operations = whole,
            "follow-ups" | "follow ups" => self.follow_ups = whole,
            _ => {}
        }
    }
}

/// The notes' sections as the room opens them.
pub fn template() -> &'static str {
    "## Questions\n\n- \n\nScope, and what is out of scope. Assumptions nobody decided.\n\n\
     ## Numbers\n\n- Rows per day × bytes = GB per day:\n- Peak = mean × factor:\n- Storage × retention:\n- Which number changed a choice:\n\n\
     ## Model\n\n- table: grain, key, partition key, history\n\n\
     ## Failures\n\n| failure | detect | contain | recover | prevent |\n|---|---|---|---|---|\n|  |  |  |  |  |\n\n\
     ## Trade-offs\n\n- choice: \n- alternative: \n- because: \n- cost: \n- flips: \n\n\
     ## Operations\n\n- Monitors with thresholds, backfill, cost, access, who is on call:\n\n\
     ## Follow-ups\n\n1. \n"
}

/// Blanks what the template itself says, so that nobody is credited with the questions they were
/// asked. Places in the text stay where they are.
fn without_prompts(text: &str) -> String {
    let prompts: Vec<&str> =
        template().lines().filter(|line| line.split_whitespace().count() >= 4).collect();
    let blank = |line: &str| {
        // A bullet without words is the template's too.
        if matches!(line.trim(), "-" | "1.") {
            return line.replace(['-', '1', '.'], " ");
        }
        let prompt = prompts.iter().find(|prompt| line.starts_with(prompt.trim_end()));
        prompt.filter(|prompt| !prompt.starts_with(['#', '|'])).map_or_else(
            || line.to_owned(),
            |prompt| {
                let asked = prompt.trim_end().len();
                " ".repeat(asked) + &line[asked..]
            },
        )
    };
    text.split_inclusive('\n').map(blank).collect()
}

struct Section<'a> {
    name: String,
    /// Where the body begins in the whole text.
    from: usize,
    body: &'a str,
}

impl Section<'_> {
    fn piece(&self) -> Piece {
        trimmed(self.body, self.from)
    }

    /// Gives the lines with the place of each.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut at = self.from;
        self.body.split_inclusive('\n').map(move |line| {
            let from = at;
            at += line.len();
            (from, line.trim_end_matches(['\n', '\r']))
        })
    }
}

fn trimmed(body: &str, from: usize) -> Piece {
    let text = body.trim();
    let start = from + (body.len() - body.trim_start().len());
    Piece { text: text.to_owned(), span: (start, start + text.len()) }
}

/// Parts the text at headings that stand outside of fences.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut heads: Vec<(String, usize, usize)> = Vec::new();
    let (mut at, mut fenced) = (0, None::<&str>);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        fenced = fence_after(fenced, bare);
        let level = bare.chars().take_while(|c| *c == '#').count();
        if fenced.is_none() && (1..=6).contains(&level) && bare[level..].starts_with(' ') {
            let name = bare[level..].trim().trim_end_matches(':').to_lowercase();
            heads.push((name, at, at + line.len()));
        }
        at += line.len();
    }
    let ends: Vec<usize> = heads.iter().skip(1).map(|h| h.1).chain([text.len()]).collect();
    let bodies = heads.into_iter().zip(ends);
    bodies.map(|((name, _, from), to)| Section { name, from, body: &text[from..to] }).collect()
}

fn fence_after<'a>(open: Option<&'a str>, line: &'a str) -> Option<&'a str> {
    let mark = ["````", "~~~~", "```", "~~~"].into_iter().find(|m| line.starts_with(m));
    match (open, mark) {
        (None, Some(mark)) => Some(mark),
        (Some(open), Some(mark)) if mark == open => None,
        _ => open,
    }
}

fn bullet(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let after = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let digits = line.find(|c: char| !c.is_ascii_digit()).filter(|d| *d > 0)?;
        line[digits..].strip_prefix(['.', ')'])
    })?;
    after.starts_with(' ').then(|| after.trim()).filter(|text| !text.is_empty())
}

fn bullets(section: &Section<'_>) -> Vec<Piece> {
    let pieces = section.lines().filter_map(|(at, line)| {
        let text = bullet(line)?;
        let start = at + line.find(text)?;
        Some(Piece { text: text.to_owned(), span: (start, start + text.len()) })
    });
    pieces.collect()
}

fn without_bullets(section: &Section<'_>) -> Piece {
    let said: Vec<(usize, &str)> =
        section.lines().filter(|(_, l)| bullet(l).is_none() && !l.trim().is_empty()).collect();
    let (Some(first), Some(last)) = (said.first(), said.last()) else { return Piece::default() };
    let text: Vec<&str> = said.iter().map(|(_, l)| l.trim()).collect();
    Piece { text: text.join(" "), span: (first.0, last.0 + last.1.len()) }
}

/// The first fenced block is the diagram; the rest of the section explains it.
fn diagram_and_walk(section: &Section<'_>) -> (Piece, Piece) {
    let mut open: Option<&str> = None;
    let (mut from, mut to, mut after) = (None, None, section.from + section.body.len());
    for (at, line) in section.lines() {
        let now = fence_after(open, line.trim());
        match (open, now) {
            (None, Some(_)) if from.is_none() => from = Some(at + line.len()),
            (Some(_), None) if to.is_none() => {
                to = Some(at);
                after = at + line.len();
            }
            _ => {}
        }
        open = now;
    }
    let end = section.from + section.body.len();
    let inner = |from: usize, to: usize| &section.body[from - section.from..to - section.from];
    let Some(from) = from else { return (section.piece(), Piece::default()) };
    let to = to.unwrap_or(end).max(from);
    let diagram = Piece { text: inner(from, to).to_owned(), span: (from, to) };
    (diagram, trimmed(inner(after.min(end), end), after.min(end)))
}

fn failure_rows(section: &Section<'_>) -> Vec<FailureRow> {
    let rows = section.lines().filter_map(|(at, line)| {
        let row = line.trim();
        let inner = row.strip_prefix('|')?.trim_end_matches('|');
        let cells: Vec<String> = inner.split('|').map(|c| c.trim().to_owned()).collect();
        let is_rule = cells.iter().all(|c| c.chars().all(|c| matches!(c, '-' | ':' | ' ')));
        let is_head = cells.first().is_some_and(|c| c.eq_ignore_ascii_case("failure"));
        if is_rule || is_head {
            return None;
        }
        let cell = |n: usize| cells.get(n).cloned().unwrap_or_default();
        Some(FailureRow {
            failure: cell(0),
            cells: [cell(1), cell(2), cell(3), cell(4)],
            span: (at, at + line.len()),
        })
    });
    rows.collect()
}

fn cards(section: &Section<'_>) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    for (at, line) in section.lines() {
        let Some((key, value)) = bullet(line).unwrap_or(line.trim()).split_once(':') else {
            continue;
        };
        let value = value.trim().to_owned();
        let key = key.trim().trim_matches('*').to_lowercase();
        if key == "choice" {
            cards.push(Card { choice: value, span: (at, at + line.len()), ..Card::default() });
            continue;
        }
        let Some(card) = cards.last_mut() else { continue };
        let field = match key.as_str() {
            "alternative" => &mut card.alternative,
            "because" => &mut card.because,
            "cost" => &mut card.cost,
            "flips" => &mut card.flips,
            _ => continue,
        };
        *field = value;
        card.span.1 = at + line.len();
    }
    cards.retain(|card| !card.choice.is_empty());
    cards
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ANSWER: &str = "# Shop\n\n## Questions\n\n- How many orders a day?\n* How fresh?\n\nScope: orders only.\n\n## Diagram\n\n```mermaid\nflowchart LR\n  a[source: shop] --> b[serve: board]\n```\n\nThe walk.\n\n## Failures\n\n| failure | detect | contain | recover | prevent |\n|---|---|---|---|---|\n| late file | alarm | wait | rerun | contract |\n\n## Trade-offs\n\n- choice: merge\n- alternative: append\n- because: 0.3 percent come twice\n- cost: slower\n- flips: no duplicates\n";

    #[test]
    fn the_sections_are_found_with_their_places() {
        let answer = DesignAnswer::parse(ANSWER);
        let asked: Vec<&str> = answer.questions.iter().map(|q| q.text.as_str()).collect();
        assert_eq!(asked, ["How many orders a day?", "How fresh?"]);
        assert_eq!(answer.scope.text, "Scope: orders only.");
        assert_eq!(answer.graph.edges.len(), 1);
        assert_eq!(answer.walk.text, "The walk.");
        assert_eq!(answer.failures[0].cells[3], "contract");
        assert_eq!(answer.cards[0].because, "0.3 percent come twice");
        for piece in answer.questions.iter().chain([&answer.walk, &answer.diagram]) {
            assert_eq!(&ANSWER[piece.span.0..piece.span.1], piece.text);
        }
    }

    #[test]
    fn the_panes_of_the_room_are_the_same_answer() {
        let answer = DesignAnswer::from_panes("flowchart LR\na --> b", template());
        assert_eq!(answer.graph.edges.len(), 1);
        assert_eq!(answer.cards, []);
        assert!(answer.failures.iter().all(|row| row.failure.is_empty()));
    }

    #[test]
    fn the_templates_own_words_are_nobodys_answer() {
        let answer = DesignAnswer::from_panes("", template());
        assert_eq!(answer.scope.text.trim(), "");
        assert_eq!(answer.operations.text.trim(), "");
        assert_eq!(answer.model.text.trim(), "");
        let filled = template().replace("GB per day:", "GB per day: 8,000,000 x 600 = 4.8");
        let answer = DesignAnswer::from_panes("", &filled);
        assert!(answer.numbers.text.contains("8,000,000 x 600 = 4.8"), "{:?}", answer.numbers);
        assert!(!answer.numbers.text.contains("Rows per day"), "{:?}", answer.numbers);
    }

    proptest! {
        #[test]
        fn any_text_is_taken_apart(text in "(## (Questions|Diagram|Failures|Trade-offs|Numbers)\n|```|~~~~|\\| ?|- |choice: |\\PC{0,6}|\n){0,40}") {
            let answer = DesignAnswer::parse(&text);
            for piece in answer.questions.iter().chain([&answer.numbers, &answer.diagram, &answer.walk]) {
                prop_assert_eq!(answer.text.get(piece.span.0..piece.span.1), Some(piece.text.as_str()));
            }
        }
    }
}
