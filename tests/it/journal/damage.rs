//! Whatever happens to the file: no panic, what loads was written, and there is a way on.

use std::fs;
use std::path::Path;

use mockloop::interview::event::Event;
use mockloop::interview::plan::Mode;
use mockloop::journal::{Access, Durability, Journal, Trouble};
use mockloop::moment::Moment;

use super::{Desk, id, key, opened};

const NOW: Moment = Moment(1_763_826_201_000);
const NAMES: [&str; 3] = ["a", "b", "c"];

fn written(name: &str) -> Vec<Event> {
    let mut events = vec![opened(name, Mode::Loop, 1000)];
    events.extend((0..300).map(key));
    events.push(Event::Asked { text: "Are there ties?".repeat(400), at: Moment(9000) });
    events.extend((300..330).map(key));
    events
}

fn fill(journal: &mut Journal) {
    for name in NAMES {
        let events = written(name);
        journal.create(&events[..1]).expect("the session is new");
        for some in events[1..].chunks(50) {
            journal.append(&id(name), some, Durability::Normal).expect("it is open");
        }
    }
}

/// A journal that was closed: everything in one file.
fn closed() -> Vec<u8> {
    let desk = Desk::new();
    fill(&mut desk.writer());
    fs::read(desk.path()).expect("it was written")
}

/// A journal whose program was killed: file and log.
fn killed() -> (Vec<u8>, Vec<u8>) {
    let desk = Desk::new();
    let mut journal = desk.writer();
    fill(&mut journal);
    let wal = desk.place.path().join("journal.db-wal");
    (
        fs::read(desk.path()).expect("it is being written"),
        fs::read(wal).expect("it is being written"),
    )
}

fn put(desk: &Desk, file: &[u8], log: &[u8]) {
    fs::write(desk.path(), file).expect("the folder is ours");
    if !log.is_empty() {
        fs::write(desk.place.path().join("journal.db-wal"), log).expect("the folder is ours");
    }
}

fn assert_a_prefix(journal: &Journal, about: &str) -> usize {
    let mut count = 0;
    for name in NAMES {
        if let Ok(log) = journal.load(&id(name)) {
            assert!(written(name).starts_with(&log.events), "{about}: session {name}");
            count += log.events.len();
        }
    }
    count
}

/// Reads, writes and rescues a damaged journal. Gives how many events the rescue saved.
fn survive(file: &[u8], log: &[u8], about: &str) -> usize {
    let desk = Desk::new();
    put(&desk, file, log);
    let mut readable = 0;
    for access in [Access::Read, Access::Write] {
        match Journal::open(&desk.path(), access) {
            Ok(mut journal) => {
                readable = assert_a_prefix(&journal, about);
                let _ = (journal.sessions(), journal.attempts(), journal.recent_questions(5));
                if access == Access::Write {
                    add_one(&mut journal, about);
                }
            }
            Err(failure) => assert!(failure.to_string().contains(": "), "{about}: {failure}"),
        }
    }
    match Journal::rescue(&desk.path(), NOW) {
        Ok(rescue) => {
            let saved: usize = rescue.saved.iter().map(|saved| saved.kept_count).sum();
            assert!(rescue.aside.exists(), "{about}");
            assert!(saved >= readable, "{about}: {saved} saved of {readable} readable");
            let mut journal = desk.writer();
            assert_saved(&journal, &rescue.saved, about);
            journal.create(&[opened("after", Mode::Loop, 1)]).expect("the fresh one is whole");
            saved
        }
        // A damaged mark or version cannot be told from another program's.
        Err(failure) => {
            let is_foreign =
                matches!(failure.trouble, Trouble::NotAJournal | Trouble::Newer { .. });
            assert!(is_foreign, "{about}: {failure}");
            0
        }
    }
}

fn add_one(journal: &mut Journal, about: &str) {
    let Ok(before) = journal.load(&id("b")) else { return };
    let more = Event::ClockSeen { at: Moment(1) };
    if journal.append(&id("b"), std::slice::from_ref(&more), Durability::Normal).is_ok() {
        let after = journal.load(&id("b")).expect("it was just written").events;
        assert_eq!(after.last(), Some(&more), "{about}: what was accepted can be read");
        assert_eq!(after.len(), before.events.len() + 1, "{about}");
    }
}

fn assert_saved(journal: &Journal, saved: &[mockloop::journal::rescue::Saved], about: &str) {
    for saved in saved {
        let log = journal.load(&saved.session).expect("it was saved");
        assert_eq!((log.events.len(), log.lost_count), (saved.kept_count, 0), "{about}");
        let more = Event::ClockSeen { at: Moment(1) };
        let original = written(saved.session.as_str());
        let is_ours = |events: &[Event]| original.starts_with(events);
        let without_last = log.events.strip_suffix(&[more]).unwrap_or(&log.events);
        assert!(is_ours(without_last), "{about}: session {}", saved.session);
    }
}

fn all() -> usize {
    NAMES.iter().map(|name| written(name).len()).sum()
}

#[test]
fn a_whole_journal_is_rescued_whole() {
    let (file, log) = killed();
    assert_eq!(survive(&closed(), &[], "closed"), all() + 1);
    assert_eq!(survive(&file, &log, "killed"), all() + 1);
}

#[test]
fn a_file_cut_at_any_length_gives_what_was_written_before() {
    let file = closed();
    for length in (0..file.len()).step_by(4801).chain([1, 15, 16, 99, 100, 4095, 4096, 4097]) {
        survive(&file[..length], &[], &format!("cut to {length} of {}", file.len()));
    }
}

#[test]
fn a_log_cut_at_any_length_gives_what_was_written_before() {
    let (file, log) = killed();
    let mut before = 0;
    for length in (33..log.len()).step_by(log.len() / 24) {
        let saved = survive(&file, &log[..length], &format!("log cut to {length}"));
        assert!(saved + 1 >= before, "a longer log does not give less: {saved} after {before}");
        before = saved;
    }
    assert!(before > 0, "most of the log gives something");
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_is_never_taken_for_an_event() {
    let file = closed();
    // A prime step, so that headers, cells and free space are all hit.
    for place in (0..100).step_by(7).chain((100..file.len()).step_by(1999)) {
        let mut flipped = file.clone();
        flipped[place] ^= 1 << (place % 8);
        survive(&flipped, &[], &format!("byte {place} of {}", file.len()));
    }
}

#[test]
fn a_flipped_byte_anywhere_in_the_log_is_never_taken_for_an_event() {
    let (file, log) = killed();
    for place in (0..log.len()).step_by(log.len() / 40) {
        let mut flipped = log.clone();
        flipped[place] ^= 0xff;
        survive(&file, &flipped, &format!("byte {place} of the log"));
    }
}

#[test]
fn a_page_of_nonsense_leaves_the_other_sessions_whole() {
    let mut file = closed();
    let place = file.windows(16).rposition(|bytes| bytes == b"Are there ties?A");
    let page = place.expect("it was written") / 4096 * 4096;
    file[page..page + 4096].fill(0xa5);
    let saved = survive(&file, &[], "a page of nonsense");
    assert!(saved >= all() * 2 / 3, "{saved} of {}", all());
}

fn break_event(path: &Path, session: i64, position: i64) {
    let file = rusqlite::Connection::open(path).expect("it is there");
    let changed = file
        .execute(
            "UPDATE events SET body = x'0102' WHERE session = ?1 AND position = ?2",
            [session, position],
        )
        .expect("the file is ours");
    assert_eq!(changed, 1);
}

#[test]
fn a_log_with_a_hole_is_read_up_to_it_not_added_to_and_rescued() {
    let desk = Desk::new();
    fill(&mut desk.writer());
    break_event(&desk.path(), 2, 40);
    let mut journal = desk.writer();
    let log = journal.load(&id("b")).expect("its beginning is good");
    assert_eq!((log.events.as_slice(), log.lost_count), (&written("b")[..40], 292));

    let refusal = journal.append(&id("b"), &[key(0)], Durability::Normal).expect_err("a hole");
    assert_eq!(
        refusal.trouble,
        Trouble::Hole { session: id("b"), kept_count: 40, lost_count: 292 }
    );
    journal.append(&id("a"), &[key(330)], Durability::Normal).expect("the others go on");
    drop(journal);

    let rescue = Journal::rescue(&desk.path(), NOW).expect("it can be read");
    let counts: Vec<_> = rescue.saved.iter().map(|s| (s.kept_count, s.lost_count)).collect();
    assert_eq!(counts, [(333, 0), (40, 292), (332, 0)]);
    let words = rescue.to_string();
    assert!(words.contains("2 sessions were saved whole"), "{words}");
    assert!(words.contains("the first 40 events were saved, 292 after them"), "{words}");
    assert!(words.contains("journal.db.damaged-20251122-154321"), "{words}");
    desk.writer().append(&id("b"), &[key(40)], Durability::Normal).expect("it goes on");
}

#[test]
fn a_file_that_is_no_database_is_refused_with_a_way_on_and_moved_aside() {
    let desk = Desk::new();
    put(
        &desk,
        b"Dear diary, today I sat a mock interview and it went well.".repeat(90).as_slice(),
        &[],
    );
    let refusal = Journal::open(&desk.path(), Access::Write).expect_err("it is a letter");
    assert_eq!(refusal.trouble, Trouble::NotADatabase);
    assert!(refusal.to_string().contains("saves what can be read"), "{refusal}");
    let rescue = Journal::rescue(&desk.path(), NOW).expect("it can be moved");
    assert!(rescue.saved.is_empty());
    let kept = fs::read(&rescue.aside).expect("it is aside");
    assert!(kept.starts_with(b"Dear diary"));
    desk.writer();
}

#[test]
fn an_emptied_file_does_not_cost_us_its_log() {
    let (_, log) = killed();
    let desk = Desk::new();
    put(&desk, &[], &log);
    for access in [Access::Read, Access::Write] {
        let refusal = Journal::open(&desk.path(), access).expect_err("something is wrong");
        assert_eq!(refusal.trouble, Trouble::Damaged);
    }
    let rescue = Journal::rescue(&desk.path(), NOW).expect("it can be moved");
    let aside = format!("{}-wal", rescue.aside.display());
    assert_eq!(fs::read(aside).expect("the log is kept"), log);
}

#[test]
fn two_rescues_in_one_second_keep_both_files() {
    let desk = Desk::new();
    fill(&mut desk.writer());
    let first = Journal::rescue(&desk.path(), NOW).expect("it can be read").aside;
    let second = Journal::rescue(&desk.path(), NOW).expect("it can be read").aside;
    assert_ne!(first, second);
    assert!(first.exists() && second.exists());
}

#[test]
fn a_rescue_needs_a_journal_nobody_writes() {
    let desk = Desk::new();
    let missing = Journal::rescue(&desk.path(), NOW).expect_err("nothing is there");
    assert_eq!(missing.trouble, Trouble::Missing);
    let _writer = desk.writer();
    let locked = Journal::rescue(&desk.path(), NOW).expect_err("it is being written");
    assert!(matches!(locked.trouble, Trouble::Locked { .. }));
}

/// Makes a folder read-only. Gives false where that stops nobody, as for the system's administrator.
#[cfg(unix)]
fn close_folder(desk: &Desk) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let closed = fs::Permissions::from_mode(0o555);
    fs::set_permissions(desk.place.path(), closed).expect("the folder is ours");
    fs::write(desk.place.path().join("probe"), "").is_err()
}

#[cfg(unix)]
#[test]
fn in_a_folder_that_cannot_be_written_the_past_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    fill(&mut desk.writer());
    fs::remove_file(desk.place.path().join("journal.db.lock")).expect("it was written");
    let stops_us = close_folder(&desk);
    assert_eq!(assert_a_prefix(&desk.reader(), "read-only folder"), all());
    let opened = Journal::open(&desk.path(), Access::Write);
    fs::set_permissions(desk.place.path(), fs::Permissions::from_mode(0o755)).expect("ours");
    // An administrator may write anywhere; everyone else is told what to do.
    assert_eq!(opened.is_err(), stops_us);
    if let Err(failure) = opened {
        assert!(matches!(failure.trouble, Trouble::NoPermission | Trouble::ReadOnly));
        assert!(failure.to_string().contains("writable for you"), "{failure}");
    }
}
