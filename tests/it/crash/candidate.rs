//! Who sits the session: keys by a seed, in the time it pleases them, until the program dies under their hands.

use std::collections::BTreeSet;

use mockloop::interview::Interview;
use mockloop::interview::event::PanePart;
use mockloop::interview::phase::Phase;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{Duration, Seat, thread};

const ASK: &str = "\x1bOS";
const HAND_IN: &str = "\x1b[20~";
const LEFT: &str = "\x1b[D";
const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";
const END: &str = "\x1b[F";
const BACKSPACE: &str = "\x7f";

/// After this many deaths with one question, the answer is handed in.
const PATIENCE: usize = 16;

/// Longer lines to the interviewer would be scrolled, and their start not shown.
const LINE_LENGTH: usize = 24;

/// A candidate who never types the same word twice.
pub struct Candidate {
    dice: ChaCha8Rng,
    word: usize,
    question: Option<(usize, usize)>,
    deaths_here: usize,
    rounds: BTreeSet<usize>,
}

impl Candidate {
    pub fn with_seed(seed: u64) -> Self {
        let dice = ChaCha8Rng::seed_from_u64(seed);
        Self { dice, word: 0, question: None, deaths_here: 0, rounds: BTreeSet::new() }
    }

    /// Gives how many rounds questions were answered in.
    pub fn rounds_seen(&self) -> usize {
        self.rounds.len()
    }

    /// Plays some of the keys that fit where the session stands, and stops at a random one of them.
    pub fn play(&mut self, seat: &mut Seat, interview: &Interview) {
        let keys = self.keys(interview);
        let last = self.dice.random_range(0..keys.len());
        for key in &keys[..=last] {
            seat.press(key);
            self.pause(3_000);
        }
        self.pause(60_000);
    }

    fn pause(&mut self, most_micros: u64) {
        thread::sleep(Duration::from_micros(self.dice.random_range(0..most_micros)));
    }

    fn keys(&mut self, interview: &Interview) -> Vec<String> {
        self.deaths_here += 1;
        if self.question != interview.phase.question() {
            self.question = interview.phase.question();
            self.deaths_here = 0;
            self.rounds.extend(self.question.map(|(round, _)| round));
        }
        let line = interview.pane(PanePart::Chat).map_or("", |pane| interview.text(pane));
        let is_full = line.len() > LINE_LENGTH - 12;
        match interview.phase {
            Phase::Answering { .. } if is_full => own([ASK, "\r", ASK]),
            Phase::Answering { .. } if self.deaths_here > PATIENCE => own([HAND_IN, "y"]),
            Phase::Answering { .. } => [self.writing(), self.asking(), self.writing()].concat(),
            Phase::FollowingUp { .. } if is_full => own(["\r"]),
            Phase::FollowingUp { .. } => [self.letters(), own(["\r"]), self.letters()].concat(),
            Phase::Voting => voting(),
            _ => own(["\r"]),
        }
    }

    fn letters(&mut self) -> Vec<String> {
        self.word += 1;
        format!("w{} ", self.word).chars().map(String::from).collect()
    }

    fn asking(&mut self) -> Vec<String> {
        let line = [self.letters(), own(["?", "\r"])].concat();
        [own([ASK]), line, own([ASK])].concat()
    }

    /// Some words on lines of their own, one of them mended: a letter taken away and put in further left.
    fn writing(&mut self) -> Vec<String> {
        let mut keys = own([END]);
        for _ in 0..self.dice.random_range(1..4) {
            keys.extend(self.letters());
        }
        if self.dice.random_bool(0.4) {
            keys.extend(own([BACKSPACE, LEFT, LEFT]));
            keys.extend(self.letters());
            keys.extend(own([END]));
        }
        keys.extend(own(["\r"]));
        keys
    }
}

fn voting() -> Vec<String> {
    let rows = (0..6).flat_map(|_| [RIGHT, DOWN]);
    own(rows.chain(["\r"]))
}

fn own<'a>(keys: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    keys.into_iter().map(str::to_owned).collect()
}
