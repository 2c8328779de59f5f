//! Delta debugging: leaves out as many things as can be left out while something stays true. Pure.

/// What came of leaving things out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// It stays true without them; they are gone, and maybe others that hang on them.
    Gone,
    /// They are needed.
    Needed,
    /// There is no more time.
    Stopped,
}

/// The things, and the question that is asked of what is left.
pub(super) trait World {
    /// Says whether a thing is still there.
    fn holds(&self, thing: usize) -> bool;
    /// Tries to leave things out; what is still needed is put back.
    fn leave_out(&mut self, things: &[usize]) -> Tried;
}

/// Leaves out what it can, one kind of things after the other, until not a single one can go.
///
/// Gives whether it came to its end.
pub(super) fn minimise(kinds: &[Vec<usize>], world: &mut impl World) -> bool {
    loop {
        let mut changed = false;
        for kind in kinds {
            match thin(kind, world) {
                None => return false,
                Some(went) => changed |= went,
            }
        }
        if !changed {
            return true;
        }
    }
}

/// Leaves out chunks of one kind, halves first and single things last. Says whether any went, and
/// nothing when time ran out.
fn thin(kind: &[usize], world: &mut impl World) -> Option<bool> {
    let mut left = still_there(kind, world);
    let mut size = left.len().div_ceil(2);
    let mut any_went = false;
    while size > 0 {
        let mut went = false;
        // From the end, because later things hang on earlier ones more often than the other way.
        for chunk in left.rchunks(size) {
            let chunk = still_there(chunk, world);
            if chunk.is_empty() {
                continue;
            }
            match world.leave_out(&chunk) {
                Tried::Gone => went = true,
                Tried::Needed => {}
                Tried::Stopped => return None,
            }
        }
        any_went |= went;
        left = still_there(kind, world);
        size = match size {
            // Single things are tried again as long as one of them goes.
            1 if went => 1,
            1 => 0,
            _ => size.div_ceil(2).min(left.len().div_ceil(2)),
        };
    }
    Some(any_went)
}

fn still_there(things: &[usize], world: &impl World) -> Vec<usize> {
    things.iter().copied().filter(|&thing| world.holds(thing)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Tried, World, minimise};

    /// True as long as all of `needed` are there. Each thing may hang on another.
    struct Toy {
        there: BTreeSet<usize>,
        needed: BTreeSet<usize>,
        /// A thing and what goes with it.
        hang: Vec<(usize, usize)>,
        tries_left: usize,
    }

    impl World for Toy {
        fn holds(&self, thing: usize) -> bool {
            self.there.contains(&thing)
        }

        fn leave_out(&mut self, things: &[usize]) -> Tried {
            if self.tries_left == 0 {
                return Tried::Stopped;
            }
            self.tries_left -= 1;
            let mut out: BTreeSet<usize> = things.iter().copied().collect();
            out.extend(self.hang.iter().filter(|(on, _)| things.contains(on)).map(|(_, off)| off));
            if out.is_disjoint(&self.needed) {
                self.there = self.there.difference(&out).copied().collect();
                Tried::Gone
            } else {
                Tried::Needed
            }
        }
    }

    fn toy(count: usize, needed: &[usize]) -> Toy {
        let needed = needed.iter().copied().collect();
        Toy { there: (0..count).collect(), needed, hang: Vec::new(), tries_left: 10_000 }
    }

    #[test]
    fn few_needed_things_among_many_are_found_in_few_tries() {
        let mut toy = toy(1400, &[3, 700, 1399]);
        assert!(minimise(&[(0..1400).collect()], &mut toy));
        assert_eq!(toy.there, toy.needed);
        assert!(10_000 - toy.tries_left < 120, "{} tries", 10_000 - toy.tries_left);
    }

    #[test]
    fn what_hangs_on_a_thing_goes_with_it() {
        let mut toy = toy(20, &[0, 12]);
        toy.hang = (0..10).map(|on| (on, on + 10)).collect();
        assert!(minimise(&[(0..10).collect(), (10..20).collect()], &mut toy));
        // Thing 2 can only go together with 12, which is needed.
        assert_eq!(toy.there, BTreeSet::from([0, 2, 12]));
    }

    #[test]
    fn it_stops_when_told_and_keeps_what_is_true() {
        let mut toy = toy(100, &[50]);
        toy.tries_left = 3;
        assert!(!minimise(&[(0..100).collect()], &mut toy));
        assert!(toy.there.contains(&50) && toy.there.len() < 100);
    }

    proptest! {
        #[test]
        fn only_what_is_needed_is_left(count in 1usize..60, needed in prop::collection::btree_set(0usize..60, 0..6)) {
            let needed: Vec<usize> = needed.into_iter().filter(|&thing| thing < count).collect();
            let mut toy = toy(count, &needed);
            prop_assert!(minimise(&[(0..count).collect()], &mut toy));
            prop_assert_eq!(&toy.there, &toy.needed);
        }
    }
}
