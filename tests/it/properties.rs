//! Properties of whole sessions: whatever keys come in whatever order, the rules of the house hold.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mockloop::ids::SubmissionId;
use mockloop::interview::verdict::Decision;
use mockloop::moment::Span;
use mockloop::tui::msg::Msg;
use proptest::prelude::*;

use super::harness::{Sitting, Walk, lost, verdict};

/// Something that may happen at any time.
#[derive(Clone, Debug)]
enum Deed {
    Key(KeyEvent),
    Paste(String),
    Wait(u64),
    Gap(u64),
    Judged(u32, bool),
    Lost(u32),
    Wheel(i16),
}

fn key() -> impl Strategy<Value = KeyEvent> {
    let functions = (1u8..=12).prop_map(KeyCode::F);
    let letters = any::<char>().prop_filter("a key types one", |c| !c.is_control());
    let code = prop_oneof![
        4 => letters.prop_map(KeyCode::Char),
        3 => functions,
        1 => Just(KeyCode::Enter),
        1 => Just(KeyCode::Esc),
        1 => Just(KeyCode::Backspace),
        1 => Just(KeyCode::Delete),
        1 => Just(KeyCode::Left),
        1 => Just(KeyCode::Up),
        1 => Just(KeyCode::Down),
        1 => Just(KeyCode::Char('y')),
    ];
    let modifiers = prop_oneof![
        6 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::SHIFT),
        1 => Just(KeyModifiers::ALT),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| KeyEvent::new(code, modifiers))
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => key().prop_map(Deed::Key),
        1 => ".{0,30}".prop_map(Deed::Paste),
        2 => (1u64..600).prop_map(Deed::Wait),
        1 => (31u64..4_000).prop_map(Deed::Gap),
        1 => (1u32..6, any::<bool>()).prop_map(|(n, right)| Deed::Judged(n, right)),
        1 => (1u32..6).prop_map(Deed::Lost),
        1 => (-3i16..3).prop_map(Deed::Wheel),
    ]
}

fn sittings() -> impl Strategy<Value = Sitting> {
    prop_oneof![
        (0u64..50).prop_map(|seed| Sitting::whole_loop("short", seed)),
        (0u64..50).prop_map(|seed| Sitting::whole_loop("amazon-de", seed)),
        Just(Sitting::drill("phone-screen", "duplicate-orders")),
        Just(Sitting::drill("system-design", "hadoop-to-aws")),
        Just(Sitting::drill("python", "catalogue-merge")),
        Just(Sitting::drill("behavioral", "technical-disagreement")),
    ]
}

fn act(walk: &mut Walk, deed: Deed) {
    match deed {
        Deed::Key(key) => walk.send(Msg::Key(key)),
        Deed::Paste(text) => walk.send(Msg::Paste(text)),
        Deed::Wait(seconds) => walk.wait(Span::seconds(seconds)),
        Deed::Gap(seconds) => walk.gap(Span::seconds(seconds)),
        Deed::Judged(n, right) => {
            let decision = if right { Decision::Accept } else { Decision::Reject };
            walk.send(Msg::Judged(SubmissionId(n), Ok(verdict(decision))));
        }
        Deed::Lost(n) => walk.send(Msg::Judged(SubmissionId(n), Err(lost()))),
        Deed::Wheel(lines) => walk.send(Msg::Wheel(lines)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_replay_equals_live_and_the_clock_keeps_its_bounds(
        sitting in sittings(),
        deeds in prop::collection::vec(deed(), 1..120),
        size in (1u16..130, 1u16..50),
    ) {
        let mut walk = Walk::begin(&sitting);
        for deed in deeds {
            act(&mut walk, deed);
            let Some(room) = &walk.model.room else { break };
            let longest = room.interview.plan.rounds.iter().map(|round| round.span).max();
            let left = room.interview.time_left(walk.model.now).unwrap_or_default();
            let rest = room.interview.plan.rest;
            prop_assert!(left <= longest.unwrap_or_default().max(rest), "{left} left");
        }
        if walk.model.room.is_some() {
            walk.check_replay();
        }
        walk.screen_at(size.0, size.1);
    }

    #[test]
    fn what_a_field_shows_is_what_the_interview_holds(
        keys in prop::collection::vec(key(), 1..150),
    ) {
        let mut walk = Walk::begin(&Sitting::drill("phone-screen", "duplicate-orders"));
        walk.press("enter");
        for key in keys {
            walk.send(Msg::Key(key));
            let Some(room) = &mut walk.model.room else { break };
            let shown = room.field().map(|(part, field)| (part, field.text()));
            if let Some((part, text)) = shown
                && let Some(pane) = room.interview.pane(part)
            {
                prop_assert_eq!(text, room.interview.text(pane));
            }
        }
    }
}
