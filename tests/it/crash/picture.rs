//! What a frame shows of a session: where it stands, the answer's visible lines, the cursor, the line to the interviewer.

use std::num::NonZeroU16;

use mockloop::interview::Interview;
use mockloop::interview::event::PanePart;
use mockloop::interview::phase::Phase;

use super::SIZE;

/// The end of a synchronized update, which is the end of a frame.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// One frame, read as a person would.
#[derive(Clone, Debug)]
pub struct Picture {
    pub title: String,
    /// The seconds left on the clock on top.
    pub left: Option<u64>,
    editor: Option<Editor>,
    /// The word before the line to the interviewer, and the line.
    line: Option<(String, String)>,
    rows: Vec<String>,
}

#[derive(Clone, Debug)]
struct Editor {
    part: PanePart,
    lines: Vec<String>,
    /// Line and column of the cursor, counted from 1.
    cursor: (usize, usize),
    width: usize,
}

/// Reads every whole frame of what a program wrote.
pub fn frames(bytes: &[u8]) -> Vec<Picture> {
    let cells = |count| NonZeroU16::new(count).expect("a terminal has cells");
    let mut parser = vt100::Parser::new(cells(SIZE.1), cells(SIZE.0), 0);
    let (mut rest, mut pictures) = (bytes, Vec::new());
    while let Some(end) = rest.windows(FRAME_END.len()).position(|bytes| bytes == FRAME_END) {
        let (frame, after) = rest.split_at(end + FRAME_END.len());
        parser.process(frame);
        pictures.push(Picture::of(parser.screen().rows(0, SIZE.0).collect()));
        rest = after;
    }
    pictures
}

impl Picture {
    fn of(rows: Vec<String>) -> Self {
        let top = rows.first().map_or("", |row| row.trim());
        let clock = top.strip_suffix(" left").and_then(|top| top.rsplit_once(' '));
        let (title, left) = match clock {
            Some((title, clock)) => (title, seconds(clock)),
            None => (top, None),
        };
        Self {
            title: title.trim().to_owned(),
            left,
            editor: Editor::of(&rows),
            line: line_to_interviewer(&rows),
            rows,
        }
    }

    /// Says whether it shows a session and not the lobby, which is the first frame of every start.
    pub fn is_of_a_session(&self) -> bool {
        self.title != "mockloop"
    }

    /// Says whether a session at this point looks like this.
    pub fn is_of(&self, interview: &Interview) -> bool {
        self.is_titled(interview) && self.is_at(interview) && self.has_texts_of(interview)
    }

    fn is_titled(&self, interview: &Interview) -> bool {
        let title = match interview.phase {
            Phase::Resting { .. } => &interview.plan.title,
            _ => interview.round().map_or(&interview.plan.title, |round| &round.title),
        };
        self.title.starts_with(title.as_str())
    }

    fn is_at(&self, interview: &Interview) -> bool {
        let has = |words: &str| self.rows.iter().any(|row| row.contains(words));
        let sign = self.line.as_ref().map(|(sign, _)| sign.as_str());
        match interview.phase {
            Phase::Briefing { .. } => has("press Enter"),
            Phase::Answering { .. } => sign == Some("ask>"),
            Phase::FollowingUp { .. } => sign == Some("say>"),
            Phase::Resting { .. } => self.title.ends_with("break"),
            Phase::Voting => {
                has("How do you think it went?") && self.votes() == interview.own_votes.len()
            }
            Phase::Debriefed | Phase::Abandoned => sign.is_none(),
        }
    }

    /// A vote that is cast stands in brackets.
    fn votes(&self) -> usize {
        self.rows.iter().filter(|row| row.contains('[')).count()
    }

    fn has_texts_of(&self, interview: &Interview) -> bool {
        let text = |part| interview.pane(part).map_or("", |pane| interview.text(pane));
        let line = self.line.as_ref().is_none_or(|(_, line)| *line == text(PanePart::Chat).trim());
        let editor = self.editor.as_ref();
        line && editor
            .is_none_or(|editor| editor.is_of(text(editor.part), cursor(interview, editor)))
    }
}

fn cursor(interview: &Interview, editor: &Editor) -> (usize, usize) {
    let pane = interview.pane(editor.part);
    let text = pane.and_then(|pane| interview.texts.get(&pane));
    let before = text.map_or("", |text| &text.as_str()[..text.cursor()]);
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

impl Editor {
    fn of(rows: &[String]) -> Option<Self> {
        const NAMES: [(&str, PanePart); 2] =
            [("your answer", PanePart::Answer), ("diagram", PanePart::Diagram)];
        let (top, from, to, part, title) = rows.iter().enumerate().find_map(|(top, row)| {
            NAMES.iter().find_map(|(name, part)| {
                let (from, to, title) = frame(row, name)?;
                Some((top, from, to, *part, title))
            })
        })?;
        let inside = |row: &String| -> Option<String> {
            let cells: Vec<char> = row.chars().collect();
            let is_inside = cells.get(from) == Some(&'│');
            is_inside.then(|| cells[from + 1..to.min(cells.len())].iter().collect::<String>())
        };
        let lines = rows[top + 1..].iter().map_while(inside);
        let (line, column) = title.split_whitespace().last()?.split_once(':')?;
        Some(Self {
            part,
            lines: lines.map(|line| line.trim_end().to_owned()).collect(),
            cursor: (line.parse().ok()?, column.parse().ok()?),
            width: to - from - 1,
        })
    }

    /// Says whether this is a stretch of the text, with the cursor in its place.
    fn is_of(&self, text: &str, cursor: (usize, usize)) -> bool {
        let cut =
            |line: &str| line.chars().take(self.width).collect::<String>().trim_end().to_owned();
        let lines: Vec<String> = text.split('\n').map(cut).collect();
        let line = |at: usize| lines.get(at).map_or("", String::as_str);
        let is_at = |first: usize| {
            self.lines.iter().enumerate().all(|(at, shown)| shown == line(first + at))
        };
        self.cursor == cursor && (0..lines.len()).any(is_at)
    }
}

/// Finds the frame whose title holds a name: its first and last column, and the title.
fn frame(row: &str, name: &str) -> Option<(usize, usize, String)> {
    let cells: Vec<char> = row.chars().collect();
    let corners = cells.iter().enumerate().filter(|(_, cell)| **cell == '┌').map(|(at, _)| at);
    corners.into_iter().find_map(|from| {
        let to = from + cells[from..].iter().position(|cell| *cell == '┐')?;
        let title: String = cells[from + 1..to].iter().collect();
        let title = title.trim_matches(['─', ' ', '*']).to_owned();
        title.starts_with(name).then_some((from, to, title))
    })
}

fn line_to_interviewer(rows: &[String]) -> Option<(String, String)> {
    rows.iter().find_map(|row| {
        let (_, inside) = row.split_once('│')?;
        let sign = ["ask>", "say>"].into_iter().find(|sign| inside.starts_with(sign))?;
        let line = inside[sign.len()..].split('│').next()?.trim();
        Some((sign.to_owned(), line.to_owned()))
    })
}

fn seconds(clock: &str) -> Option<u64> {
    clock.split(':').try_fold(0, |all, part| Some(all * 60 + part.parse::<u64>().ok()?))
}
