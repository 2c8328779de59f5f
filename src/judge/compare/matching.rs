//! Pairs that are the same under a tolerance, as many as there can be (Kuhn's augmenting paths).

/// Gives for each of `left` its partner among `right`, so that as many as possible have one.
pub(super) fn largest(
    left: usize,
    right: usize,
    same: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let friends: Vec<Vec<usize>> =
        (0..left).map(|i| (0..right).filter(|&j| same(i, j)).collect()).collect();
    let mut partner_of_right = vec![None; right];
    for i in 0..left {
        seat(i, &friends, &mut partner_of_right, &mut vec![false; right]);
    }
    let mut partner_of_left = vec![None; left];
    for (j, partner) in partner_of_right.iter().enumerate() {
        if let Some(i) = *partner {
            partner_of_left[i] = Some(j);
        }
    }
    partner_of_left
}

/// Seats `i` beside a friend, moving others on where that makes room.
fn seat(
    i: usize,
    friends: &[Vec<usize>],
    partner_of_right: &mut [Option<usize>],
    asked: &mut [bool],
) -> bool {
    for &j in &friends[i] {
        if std::mem::replace(&mut asked[j], true) {
            continue;
        }
        let free = match partner_of_right[j] {
            None => true,
            Some(other) => seat(other, friends, partner_of_right, asked),
        };
        if free {
            partner_of_right[j] = Some(i);
            return true;
        }
    }
    false
}

/// Says whether two sides of `count` things can be paired without a rest.
pub(super) fn is_perfect(count: usize, same: impl Fn(usize, usize) -> bool) -> bool {
    // Most often they stand in the same order already.
    (0..count).all(|i| same(i, i)) || largest(count, count, same).iter().all(Option::is_some)
}

#[cfg(test)]
mod tests {
    use super::{is_perfect, largest};

    #[test]
    fn a_pair_is_moved_on_when_that_makes_room() {
        // 0 likes both, 1 likes only 0: the greedy choice of 0 for 0 must be given up.
        let likes = |i: usize, j: usize| i == 0 || j == 0;
        assert_eq!(largest(2, 2, likes), [Some(1), Some(0)]);
        assert!(is_perfect(2, likes));
    }

    #[test]
    fn whoever_finds_nobody_stays_alone() {
        assert_eq!(largest(2, 1, |_, _| true).iter().flatten().count(), 1);
        assert!(!is_perfect(2, |i, _| i == 0));
    }
}
