//! The rule against its own specification, over every state there is.

use proptest::prelude::*;

use super::*;

/// One score for each vote state; none is `insufficient`.
const STATES: [Option<f64>; 5] = [Some(2.0), Some(3.0), Some(4.0), Some(4.75), None];
const GATE_STATES: [GateState; 3] = [GateState::Met, GateState::Unmet, GateState::NoData];

fn sealed(scores: Vec<Option<f64>>) -> Sealed {
    let met = |gate| GateCheck { gate, state: GateState::Met, rounds: vec![0] };
    Sealed { scores, gates: Gate::ALL.map(met).to_vec(), doubts: Doubts::default(), bar: 3.5 }
}

fn every_five() -> impl Iterator<Item = [Option<f64>; 5]> {
    (0..5usize.pow(5)).map(|n| std::array::from_fn(|i| STATES[n / 5usize.pow(i as u32) % 5]))
}

/// The specification, written a second time and differently: straight from its pseudocode, on plain numbers.
fn specified(scores: &[Option<f64>; 5], gates: &[GateState], doubts: Doubts) -> &'static str {
    let insufficient = scores.iter().filter(|s| s.is_none()).count();
    let mut known: Vec<f64> = scores.iter().flatten().copied().collect();
    known.sort_by(f64::total_cmp);
    let median = match known.len() {
        0 => f64::MAX,
        n => (known[(n - 1) / 2] + known[n / 2]) / 2.0,
    };
    let of = |low: f64, high: f64| known.iter().filter(|s| **s >= low && **s < high).count() as i32;
    let (strong_no, no, yes, strong) = (of(0.0, 2.5), of(2.5, 3.5), of(3.5, 4.5), of(4.5, 9.0));
    let sum = 2 * strong + yes - no - 2 * strong_no;
    let veto = doubts.integrity || strong_no > 0 || doubts.contradiction || median < 3.5;
    if insufficient >= 2 || gates.contains(&GateState::NoData) {
        "more data"
    } else if veto {
        "veto"
    } else if gates.contains(&GateState::Unmet) {
        "gate"
    } else if sum >= 4 && strong_no == 0 && no <= 1 {
        if sum >= 8 { "strong hire" } else { "hire" }
    } else if sum >= 2 {
        "one level down"
    } else {
        "no hire"
    }
}

fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::MoreData { .. } => "more data",
        Outcome::NoHireVeto(_) => "veto",
        Outcome::NoHireGate(_) => "gate",
        Outcome::StrongHire => "strong hire",
        Outcome::Hire => "hire",
        Outcome::OneLevelDown => "one level down",
        Outcome::NoHire => "no hire",
    }
}

#[test]
fn the_rule_is_its_specification_in_every_state_of_votes_gates_and_doubts() {
    let mut seen = 0;
    for scores in every_five() {
        let mut state = sealed(scores.to_vec());
        for n in 0..81 * 4 {
            let gates: [GateState; 4] =
                std::array::from_fn(|i| GATE_STATES[n / 4 / 3usize.pow(i as u32) % 3]);
            state.gates.iter_mut().zip(gates).for_each(|(check, gate)| check.state = gate);
            state.doubts = Doubts { integrity: n % 2 == 1, contradiction: n / 2 % 2 == 1 };
            let wanted = specified(&scores, &gates, state.doubts);
            assert_eq!(name(&decide(&state)), wanted, "{state:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 3125 * 324);
}

#[test]
fn no_single_raise_in_any_state_worsens_the_outcome() {
    for scores in every_five() {
        let before = decide(&sealed(scores.to_vec())).rank();
        for round in 0..5 {
            for raised in STATES.into_iter().flatten().filter(|s| scores[round] < Some(*s)) {
                let Some(_) = scores[round] else { continue };
                let mut after = scores;
                after[round] = Some(raised);
                assert!(decide(&sealed(after.to_vec())).rank() >= before, "{scores:?} {round}");
            }
        }
    }
}

#[test]
fn a_veto_beats_three_strong_hires_and_every_gate() {
    let mut state = sealed(vec![Some(5.0); 5]);
    assert_eq!(decide(&state), Outcome::StrongHire);
    state.gates[0].state = GateState::Unmet;
    assert_eq!(decide(&state), Outcome::NoHireGate(Gate::SqlCorrect));
    state.doubts.contradiction = true;
    assert_eq!(decide(&state), Outcome::NoHireVeto(Veto::Contradiction));
    state.scores[1] = Some(2.4);
    assert_eq!(decide(&state), Outcome::NoHireVeto(Veto::StrongNoHire));
}

#[test]
fn a_single_no_hire_survives_only_beside_a_strong_hire() {
    let hires =
        |first| decide(&sealed(vec![Some(first), Some(3.0), Some(4.0), Some(4.0), Some(4.0)]));
    assert_eq!(hires(4.0), Outcome::OneLevelDown);
    assert_eq!(hires(4.5), Outcome::Hire);
}

#[test]
fn more_data_names_the_rounds_it_wants() {
    let mut state = sealed(vec![Some(4.0), None, Some(4.0), Some(4.0), None]);
    assert_eq!(decide(&state), Outcome::MoreData { rounds: vec![1, 4] });
    state.scores[4] = Some(4.0);
    assert_eq!(decide(&state), Outcome::Hire);
    state.gates[2] =
        GateCheck { gate: Gate::DesignMusts, state: GateState::NoData, rounds: vec![2] };
    assert_eq!(decide(&state), Outcome::MoreData { rounds: vec![1, 2] });
}

#[test]
fn a_phone_screen_below_hire_is_said_as_it_is() {
    assert_eq!(phone_screen(Some(3.5)), None);
    assert_eq!(phone_screen(None), None);
    let words = phone_screen(Some(3.4)).expect("3.4 is below hire");
    assert!(words.contains("the loop would have ended here") && words.contains("40%"));
}

#[test]
fn every_vote_begins_at_its_floor() {
    for of in Vote::ALL {
        assert_eq!(vote(floor(of)), of);
    }
    assert_eq!(vote(4.499), Vote::Hire);
    assert_eq!(vote(2.499), Vote::StrongNoHire);
}

fn any_sealed() -> impl Strategy<Value = Sealed> {
    let scores = prop::collection::vec(prop::option::weighted(0.9, 1.0..=5.0f64), 1..8);
    let gates = prop::collection::vec(prop::sample::select(&GATE_STATES[..]), 4);
    (scores, gates, any::<(bool, bool)>(), 2.5..4.5f64).prop_map(|(scores, states, flags, bar)| {
        let mut state = sealed(scores);
        state.gates.iter_mut().zip(states).for_each(|(check, s)| check.state = s);
        state.doubts = Doubts { integrity: flags.0, contradiction: flags.1 };
        state.bar = bar;
        state
    })
}

proptest! {
    #[test]
    fn raising_any_score_by_any_amount_never_worsens_the_outcome(
        state in any_sealed(), round in 0usize..8, by in 0.0..4.0f64,
    ) {
        let mut raised = state.clone();
        let round = round % raised.scores.len();
        raised.scores[round] = raised.scores[round].map(|score| (score + by).min(5.0));
        prop_assert!(decide(&raised).rank() >= decide(&state).rank());
    }

    #[test]
    fn the_order_of_rounds_does_not_matter(state in any_sealed(), turn in 0usize..8) {
        let mut turned = state.clone();
        let turn = turn % turned.scores.len();
        turned.scores.rotate_left(turn);
        prop_assert_eq!(name(&decide(&turned)), name(&decide(&state)));
    }

    #[test]
    fn whatever_the_votes_a_veto_leaves_no_hire_or_more_data(state in any_sealed()) {
        if !vetoes(&state).is_empty() {
            prop_assert!(decide(&state).rank().is_none_or(|rank| rank == 0));
        }
    }
}
