//! Two hundred deaths in one session: whatever a frame has shown is there when the program is started again.
#![cfg(unix)]

mod candidate;
mod picture;

use std::path::Path;
use std::thread;
use std::time::Duration;

use mockloop::interview::Interview;
use mockloop::interview::event::Event;
use mockloop::journal::{Access, Journal};
use mockloop::moment::Span;

use super::terminal::{Seat, home};
use candidate::Candidate;
use picture::{Picture, frames};

const DEATHS: usize = 200;

/// Wide enough for question, conversation and answer beside each other.
const SIZE: (u16, u16) = (120, 36);

/// How far the time left may be from what was shown before the death.
const SLACK: Span = Span::seconds(2);

#[test]
fn nothing_that_was_shown_is_lost_in_two_hundred_deaths_of_the_program() {
    let home = home();
    let mut candidate = Candidate::with_seed(7);
    let mut seat = begin(home.path(), 7);
    let (mut known, mut seen_frames) = (0, 0);
    for death in 0..DEATHS {
        let log = log(home.path());
        candidate.play(&mut seat, &replay(&log));
        let frames = frames(&seat.killed());
        let log = self::log(home.path());
        seen_frames += frames.len();
        let last = frames.last().expect("it was waited for a frame");
        known = find(&log, known.min(log.len()), last)
            .unwrap_or_else(|| lost(death, "is not in the journal", &log, last));
        seat = match replay(&log).is_over() {
            true => begin(home.path(), 8 + death as u64),
            false => resume(home.path(), death, &log, last),
        };
        known = if replay(&log).is_over() { 0 } else { known };
    }
    assert!(candidate.rounds_seen() >= 3, "only {} rounds were sat", candidate.rounds_seen());
    assert!(seen_frames > 5 * DEATHS, "only {seen_frames} frames were seen");
}

fn begin(home: &Path, seed: u64) -> Seat {
    let seed = seed.to_string();
    let seat = sit(home, &["loop", "--loop", "short", "--seed", &seed]);
    seat.until_shown("the clock starts then");
    seat
}

/// Goes on, and looks whether everything is as the last frame showed it, or as what was saved after it.
fn resume(home: &Path, death: usize, before: &[Event], shown: &Picture) -> Seat {
    let seat = sit(home, &["resume"]);
    let last = |seat: &Seat| frames(&seat.written_bytes()).pop();
    seat.until("the session is back", |seat| last(seat).is_some_and(|f| f.is_of_a_session()));
    let back = &last(&seat).expect("it was just seen");
    let log = log(home);
    find(&log, before.len() - 1, back)
        .unwrap_or_else(|| lost(death, "came back otherwise", &log, back));
    assert_time_stood_still(death, &replay(before), shown, back);
    seat
}

fn assert_time_stood_still(death: usize, saved: &Interview, shown: &Picture, back: &Picture) {
    let left = saved.time_left(saved.last_seen_at).map(Span::seconds_up);
    let is_near = |a: Option<u64>, b: Option<u64>| match (a, b) {
        (Some(a), Some(b)) => a.abs_diff(b) <= SLACK.seconds_up(),
        (a, b) => a == b,
    };
    // Keys that were saved and not yet drawn may have ended a round; then the journal's time counts alone.
    assert!(is_near(left, back.left), "death {death}: {left:?} saved, {:?} back", back.left);
    if shown.title == back.title {
        let (before, after) = (shown.left, back.left);
        assert!(is_near(before, after), "death {death}: {before:?} shown, {after:?} back");
    }
}

fn sit(home: &Path, arguments: &[&str]) -> Seat {
    let journal = home.join("candidate.db");
    let journal = journal.to_str().expect("a path in plain letters");
    Seat::mockloop(&[arguments, &["--journal", journal]].concat(), home, SIZE)
}

fn log(home: &Path) -> Vec<Event> {
    let journal = Journal::open(&home.join("candidate.db"), Access::Read).expect("it opens");
    let sessions = journal.sessions().expect("it can be read");
    let latest = sessions.iter().max_by_key(|session| session.opened_at).expect("it was begun");
    let history = journal.load(&latest.id).expect("it can be read");
    assert_eq!(history.lost_count, 0, "a death leaves no hole");
    history.events
}

fn replay(log: &[Event]) -> Interview {
    Interview::replay(log).expect("it begins with its plan")
}

/// Gives the number of events, at least `from`, after which the session looks like the picture.
fn find(log: &[Event], from: usize, picture: &Picture) -> Option<usize> {
    let mut interview = replay(&log[..from.max(1)]);
    if picture.is_of(&interview) {
        return Some(from.max(1));
    }
    log.iter().enumerate().skip(from.max(1)).find_map(|(at, event)| {
        interview.apply(event);
        picture.is_of(&interview).then_some(at + 1)
    })
}

fn lost(death: usize, what: &str, log: &[Event], picture: &Picture) -> ! {
    let end = &log[log.len().saturating_sub(12)..];
    let texts = replay(log).texts;
    panic!("death {death}: what was shown {what}:\n{picture:#?}\n{texts:#?}\n{end:#?}");
}
