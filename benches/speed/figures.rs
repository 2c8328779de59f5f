//! The figures that are published: what a candidate waits for, as median and as the worst of a hundred.

#![expect(clippy::print_stdout, reason = "the figures are printed")]
#![expect(clippy::disallowed_methods, reason = "a bench asks the machine for the time")]

use std::time::{Duration, Instant};

use mockloop::journal::Durability;
use mockloop::moment::Span;

use super::keystroke::Desk;
use super::{journal, mutants, plain, story};

/// Five keys a second, sixty words a minute: every fiftieth key is the one that waits for the disk.
const BETWEEN_KEYS: Span = Span(200);
const KEYS: usize = 5_000;
const KEYS_PER_FULL: usize = 50;

/// Prints one line for each figure.
pub fn print() {
    keystrokes();
    sessions();
    stories();
    verdicts();
    fates();
}

fn keystrokes() {
    let place = tempfile::tempdir().expect("a folder for the figures");
    let mut desk = Desk::new(place.path());
    let length = desk.length();
    let (mut times, mut plain, mut full) = (Vec::new(), Vec::new(), Vec::new());
    for key in 1..=KEYS {
        let is_full = key % KEYS_PER_FULL == 0;
        let durability = if is_full { Durability::Full } else { Durability::Normal };
        let time = timed(|| desk.type_next(BETWEEN_KEYS, durability));
        times.push(time);
        if is_full { full.push(time) } else { plain.push(time) }
    }
    assert!(desk.length().abs_diff(length) <= 60, "the answer stays as long as it was");
    line("key in 5,000 lines of SQL, saved and drawn", &mut times);
    line("  of these, 49 of 50: safe from the program's death", &mut plain);
    line("  every 50th: safe from the machine's death, too", &mut full);
}

fn sessions() {
    let place = tempfile::tempdir().expect("a folder for the figures");
    let path = journal::long_session(place.path());
    let mut times: Vec<_> = (0..20).map(|_| timed(|| drop(journal::reopen(&path)))).collect();
    line("session of 200,000 events opened and folded", &mut times);
    let first = |index| timed(|| journal::first_key(&path, index));
    let mut times: Vec<_> = (0..20).map(first).collect();
    line("  the first key after that, journal opened to write", &mut times);
}

fn stories() {
    let stories = story::examples();
    let rounds = 20;
    let score = || stories.iter().for_each(|story| drop(story::score_one(story)));
    score();
    let time = timed(|| (0..rounds).for_each(|_| score()));
    let rate = (rounds * stories.len()) as f64 / time.as_secs_f64();
    println!("{:<52} {rate:.0} a second", "stories scored");
}

/// Times verdicts and plain sessions in turns, so that whatever else the machine does meets both.
fn verdicts() {
    let (mut judged, mut nothing, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    let case = plain::Case::new();
    for _ in 0..20 {
        judged.push(timed(|| case.judge()));
        nothing.push(timed(|| case.start_only()));
        bare.push(timed(|| case.run_plainly()));
    }
    line("verdict on a SQL answer, seven datasets", &mut judged);
    line("  of it: a judge that starts, seals itself and ends", &mut nothing);
    line("the same loads and statements in plain DuckDB", &mut bare);
    let middle = |times: &[Duration]| times[times.len() / 2].as_secs_f64();
    let ratio = (middle(&judged) - middle(&nothing)) / middle(&bare);
    println!("{:<52} {ratio:.2}", "  verdict beyond its start, to plain DuckDB");
}

fn fates() {
    let case = mutants::Case::new();
    let time = timed(|| case.judge());
    let rate = case.runs() as f64 / time.as_secs_f64();
    println!("{:<52} {rate:.0} a second, {} runs", "mutants run on datasets", case.runs());
}

fn timed(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

fn line(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| {
        let index = ((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1;
        times[index].as_secs_f64() * 1000.0
    };
    let (median, p99, max) = (at(0.5), at(0.99), at(1.0));
    println!("{what:<52} median {median:.2} ms, p99 {p99:.2} ms, max {max:.2} ms");
}
