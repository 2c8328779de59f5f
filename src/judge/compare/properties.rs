//! What holds for every table: reordering changes nothing, and any single change is seen.

use proptest::prelude::*;

use super::compare;
use crate::content::cell::{Cell, Heading, Table};
use crate::content::contract::Contract;

fn contract() -> Contract {
    serde_json::from_str(
        r#"{"columns": [{"name": "k", "class": "text"}, {"name": "n", "class": "int"}, {"name": "x", "class": "number"}]}"#,
    )
    .expect("the contract is written right")
}

fn cell_text() -> impl Strategy<Value = Cell> {
    prop_oneof![Just(Cell::Null), "[ab]{0,1}".prop_map(Cell::Text)]
}

fn cell_int() -> impl Strategy<Value = Cell> {
    prop_oneof![Just(Cell::Null), (0u8..3).prop_map(|n| Cell::Int(n.to_string()))]
}

/// Floats close to each other, so that the tolerance has something to confuse.
fn cell_float() -> impl Strategy<Value = Cell> {
    let near =
        (0u8..3, 0u8..3).prop_map(|(whole, noise)| f64::from(whole) + f64::from(noise) * 4e-10);
    prop_oneof![Just(Cell::Null), near.prop_map(Cell::Float), Just(Cell::Float(f64::NAN))]
}

fn table() -> impl Strategy<Value = Table> {
    let row = (cell_text(), cell_int(), cell_float()).prop_map(|(k, n, x)| vec![k, n, x]);
    let heading = |name: &str, kind: &str| Heading { name: name.into(), kind: kind.into() };
    prop::collection::vec(row, 1..12).prop_map(move |rows| Table {
        columns: vec![heading("k", "VARCHAR"), heading("n", "INTEGER"), heading("x", "DOUBLE")],
        rows,
        cut: false,
    })
}

fn holds(gold: &Table, came: &Table) -> bool {
    compare(gold, came, &contract()).expect("the gold table fits").holds()
}

proptest! {
    #[test]
    fn any_order_of_the_same_rows_is_right(
        (gold, shuffled) in table().prop_flat_map(|table| {
            let rows = Just(table.rows.clone()).prop_shuffle();
            (Just(table.clone()), rows.prop_map(move |rows| Table { rows, ..table.clone() }))
        })
    ) {
        prop_assert!(holds(&gold, &shuffled));
    }

    #[test]
    fn a_row_less_or_more_is_always_seen(gold in table(), place in any::<prop::sample::Index>()) {
        let place = place.index(gold.rows.len());
        let (mut less, mut more) = (gold.clone(), gold.clone());
        less.rows.remove(place);
        more.rows.push(gold.rows[place].clone());
        prop_assert!(!holds(&gold, &less));
        prop_assert!(!holds(&gold, &more));
    }

    #[test]
    fn one_cell_of_another_value_is_always_seen(
        gold in table(), place in any::<prop::sample::Index>(), column in 0usize..3
    ) {
        let mut other = gold.clone();
        other.rows[place.index(gold.rows.len())][column] = match column {
            0 => Cell::Text("c".into()),
            1 => Cell::Int("7".into()),
            _ => Cell::Float(9.5),
        };
        prop_assert!(!holds(&gold, &other));
    }

    #[test]
    fn whatever_is_right_one_way_is_right_the_other(gold in table(), came in table()) {
        prop_assert_eq!(holds(&gold, &came), holds(&came, &gold));
    }
}
