//! The screens at four sizes, as pictures in text; and at every size without a panic.

use super::harness::{Sitting, Walk};
use insta::assert_snapshot;

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (120, 40), (200, 60)];

fn pictures(name: &str, walk: &Walk) {
    for (width, height) in SIZES {
        assert_snapshot!(format!("{name}-{width}x{height}"), walk.screen_at(width, height));
    }
}

/// Walks to every screen in turn.
fn stations() -> Vec<(&'static str, Walk)> {
    let whole = || Walk::begin(&Sitting::whole_loop("amazon-de", 7));
    let drill = |round, question| Walk::begin(&Sitting::drill(round, question));
    vec![
        ("briefing", whole()),
        ("phone-screen", whole().script("00:00 begin\n00:01 type select 1")),
        ("asking", whole().script("00:00 begin\n00:01 press f4\n00:02 type Which time zone?")),
        ("hand-in", whole().script("00:00 begin\n00:01 type select 1\n00:02 press f9")),
        ("following-up", whole().script("00:00 begin\n00:01 type select 1\n00:02 submit")),
        ("break", whole().script("00:00 begin\n45:00 wait")),
        (
            "design",
            drill("system-design", "marketplace-transactions").script(
                "00:00 begin\n00:01 type flowchart LR\\napp[source: shop] --> q[queue: events]\\nq --> w[table: facts]",
            ),
        ),
        ("python", drill("python", "busy-products").script("00:00 begin")),
        (
            "story",
            drill("behavioral", "technical-disagreement")
                .script("00:00 begin\n00:01 type Last spring our nightly load missed its deadline."),
        ),
        ("verdict", drill("phone-screen", "duplicate-orders").script("00:00 begin\n00:01 type select 1\n00:02 submit\n00:03 rejected 1")),
        ("mistaken", drill("phone-screen", "duplicate-orders").script("00:00 begin\n00:01 type select 1\n00:02 submit\n00:03 mistaken 1")),
        ("help", whole().script("00:00 begin\n00:01 press f1")),
    ]
}

#[test]
fn every_screen_looks_as_it_did() {
    for (name, walk) in stations() {
        pictures(name, &walk);
    }
}

#[test]
fn every_screen_can_be_drawn_at_every_size() {
    for (_, walk) in stations() {
        for width in (1..=130).step_by(7) {
            for height in 1..=45 {
                walk.screen_at(width, height);
            }
        }
    }
}

#[test]
fn the_clock_is_visible_on_every_screen_with_a_clock() {
    for (name, walk) in stations().into_iter().filter(|(name, _)| *name != "briefing") {
        for (width, height) in [(60, 18), (80, 24), (40, 10), (20, 3)] {
            let screen = walk.screen_at(width, height);
            assert!(screen.contains("left"), "{name} at {width}x{height}:\n{screen}");
        }
    }
}
