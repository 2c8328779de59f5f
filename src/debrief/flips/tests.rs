//! Flips are true: applied, they lead where they say, and nothing smaller does.

use proptest::prelude::*;

use super::*;
use crate::debrief::rule::{Doubts, GateCheck};

fn sealed(scores: [f64; 5]) -> Sealed {
    let met = |gate| GateCheck { gate, state: GateState::Met, rounds: vec![0] };
    Sealed {
        scores: scores.map(Some).to_vec(),
        gates: Gate::ALL.map(met).to_vec(),
        doubts: Doubts::default(),
        bar: 3.5,
    }
}

fn titles() -> Vec<String> {
    ["Phone screen", "SQL", "Design", "Python", "Behavioural"].map(String::from).to_vec()
}

#[test]
fn one_no_hire_less_is_the_flip_of_a_loop_one_level_down() {
    let flips = better(&sealed([4.0, 3.0, 4.0, 4.0, 4.0]));
    let sql = Flip {
        changes: vec![Change::Vote { round: 1, from: Some(Vote::NoHire), to: Vote::Hire }],
        outcome: Outcome::Hire,
    };
    assert!(flips.contains(&sql), "{flips:?}");
    assert_eq!(sql.words(&titles()), "SQL from no hire to hire: the outcome would be hire.");
}

#[test]
fn a_flip_of_more_data_names_the_round_that_would_have_decided() {
    let mut state = sealed([4.0; 5]);
    state.scores[1] = None;
    state.scores[2] = None;
    let flips = better(&state);
    assert_eq!(flips.len(), 2, "either round would have been enough: {flips:?}");
    assert!(
        flips
            .iter()
            .all(|flip| flip.outcome == Outcome::OneLevelDown || flip.outcome == Outcome::Hire)
    );
}

#[test]
fn an_unmet_gate_is_flipped_by_meeting_it() {
    let mut state = sealed([4.0; 5]);
    state.gates[3].state = GateState::Unmet;
    let flips = better(&state);
    assert_eq!(flips[0].changes, [Change::GateMet(Gate::TwoStories)]);
    assert_eq!(flips[0].outcome, Outcome::Hire);
}

#[test]
fn the_best_outcome_has_nothing_better_and_the_worst_nothing_worse() {
    assert!(better(&sealed([5.0; 5])).is_empty());
    assert!(worse(&sealed([1.0; 5])).is_empty());
    assert_eq!(worse(&sealed([5.0; 5]))[0].changes.len(), 1);
}

#[test]
fn a_hopeless_loop_is_not_promised_a_flip() {
    assert!(better(&sealed([1.0; 5])).is_empty());
}

proptest! {
    #[test]
    fn every_flip_leads_where_it_says_and_no_single_change_was_overlooked(
        scores in prop::array::uniform5(1.0..=5.0f64), gates in prop::array::uniform4(any::<bool>()),
    ) {
        let mut state = sealed(scores);
        state.gates.iter_mut().zip(gates).filter(|(_, met)| !met)
            .for_each(|(check, _)| check.state = GateState::Unmet);
        let now = decide(&state).rank();
        for flip in better(&state) {
            let then = decide(&changed(&state, &flip.changes));
            prop_assert_eq!(&then, &flip.outcome);
            prop_assert!(then.rank() > now);
            if flip.changes.len() > 1 {
                for single in raises(&state) {
                    prop_assert!(decide(&changed(&state, &[single])).rank() <= now);
                }
            }
        }
        for flip in worse(&state) {
            let then = decide(&changed(&state, &flip.changes));
            prop_assert_eq!(&then, &flip.outcome);
            prop_assert!(then.rank() < now);
        }
    }
}
