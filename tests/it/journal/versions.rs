//! Old journals open forever, newer ones are refused with words.

use mockloop::interview::Interview;
use mockloop::interview::plan::Mode;
use mockloop::journal::{Access, Journal, Trouble};
use rusqlite::Connection;

use super::{Desk, id, key, opened};

/// What `.dump` wrote of a journal of the first version. It is never changed.
const VERSION_1: &str = include_str!("version-1.sql");

fn first_version(desk: &Desk) {
    let file = Connection::open(desk.path()).expect("the folder is ours");
    file.execute_batch(VERSION_1).expect("the dump is whole");
    file.execute_batch("PRAGMA user_version = 1; PRAGMA application_id = 1835822959")
        .expect("the file is ours");
}

#[test]
fn a_journal_of_version_1_opens_and_folds() {
    let desk = Desk::new();
    first_version(&desk);
    for access in [Access::Read, Access::Write, Access::Read] {
        let journal = Journal::open(&desk.path(), access).expect("old journals open forever");
        let log = journal.load(&id("2026-11-22-1")).expect("it is there");
        assert_eq!((log.events.len(), log.lost_count), (11, 0));
        let interview = Interview::replay(&log.events).expect("it has a plan");
        let pane = interview.texts.keys().next().copied().expect("something was typed");
        assert_eq!(interview.text(pane), "select é");
        assert_eq!(interview.submissions.len(), 1);
        let summary = &journal.sessions().expect("it can be read")[0];
        assert_eq!((summary.title.as_str(), summary.seed), ("Phone screen", u64::MAX));
        assert_eq!(journal.setting("theme").expect("it can be read"), Some("dark".into()));
    }
}

#[test]
fn a_journal_of_a_newer_program_is_refused_and_left_alone() {
    let desk = Desk::new();
    desk.writer().create(&[opened("a", Mode::Loop, 1), key(0)]).expect("the session is new");
    let file = Connection::open(desk.path()).expect("the folder is ours");
    file.pragma_update(None, "user_version", 99).expect("the file is ours");
    drop(file);
    let before = std::fs::read(desk.path()).expect("it is there");
    for access in [Access::Read, Access::Write] {
        let refusal = Journal::open(&desk.path(), access).expect_err("it is too new");
        assert!(matches!(refusal.trouble, Trouble::Newer { file: 99, .. }), "{refusal}");
        assert!(refusal.to_string().contains("Update mockloop"), "{refusal}");
    }
    assert_eq!(std::fs::read(desk.path()).expect("it is there"), before);
}

#[test]
fn the_database_of_another_program_is_refused_and_left_alone() {
    let desk = Desk::new();
    let file = Connection::open(desk.path()).expect("the folder is ours");
    file.execute_batch("CREATE TABLE bookmarks (url)").expect("the file is ours");
    drop(file);
    let before = std::fs::read(desk.path()).expect("it is there");
    for access in [Access::Read, Access::Write] {
        let refusal = Journal::open(&desk.path(), access).expect_err("it is not a journal");
        assert_eq!(refusal.trouble, Trouble::NotAJournal);
    }
    assert_eq!(std::fs::read(desk.path()).expect("it is there"), before);
}
