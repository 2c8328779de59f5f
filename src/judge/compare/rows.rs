//! Which rows of the result are rows of the gold table, each counted once?

use std::cmp::Ordering;
use std::collections::HashMap;

use super::cells::{self, Number};
use super::key::{self, Key};
use super::{View, matching};
use crate::content::cell::Cell;
use crate::content::contract::Column;

/// Up to this size a group is matched exactly; above it a sorted walk decides.
const MATCHED_EXACTLY: usize = 200;

/// What was paired and what was left over, all by index and ascending.
pub(super) struct Pairing {
    pub missing: Vec<usize>,
    pub extra: Vec<usize>,
    pub gold_of_actual: Vec<Option<usize>>,
}

/// Rows whose exact cells are equal: indexes into the gold table and into the result.
#[derive(Default)]
struct Group {
    gold: Vec<usize>,
    actual: Vec<usize>,
}

type Row<'a> = Vec<&'a Cell>;

/// Pairs rows as bags: every row counts as often as it comes.
pub(super) fn as_bags(gold: &View<'_>, actual: &View<'_>, columns: &[Column]) -> Pairing {
    let blurred = blurred_columns(gold, actual, columns);
    let mut gold_of_actual = vec![None; actual.rows.len()];
    for group in groups(gold, actual, &blurred) {
        for (g, a) in pair_group(&group, gold, actual, columns, &blurred) {
            gold_of_actual[a] = Some(g);
        }
    }
    finish(gold.rows.len(), gold_of_actual)
}

/// Pairs rows as sets: a row is missing or extra only if the other side has none like it.
pub(super) fn as_sets(gold: &View<'_>, actual: &View<'_>, columns: &[Column]) -> Pairing {
    let blurred = blurred_columns(gold, actual, columns);
    let mut gold_of_actual = vec![None; actual.rows.len()];
    let mut found = vec![false; gold.rows.len()];
    for group in groups(gold, actual, &blurred) {
        for &a in &group.actual {
            for &g in &group.gold {
                if same_rows(&gold.rows[g], &actual.rows[a], columns) {
                    gold_of_actual[a] = gold_of_actual[a].or(Some(g));
                    found[g] = true;
                }
            }
        }
    }
    let missing = (0..found.len()).filter(|&g| !found[g]).collect();
    Pairing { missing, extra: unpaired(&gold_of_actual), gold_of_actual }
}

fn finish(gold_count: usize, gold_of_actual: Vec<Option<usize>>) -> Pairing {
    let mut found = vec![false; gold_count];
    gold_of_actual.iter().flatten().for_each(|&g| found[g] = true);
    let missing = (0..gold_count).filter(|&g| !found[g]).collect();
    Pairing { missing, extra: unpaired(&gold_of_actual), gold_of_actual }
}

fn unpaired(gold_of_actual: &[Option<usize>]) -> Vec<usize> {
    (0..gold_of_actual.len()).filter(|&a| gold_of_actual[a].is_none()).collect()
}

/// Says whether all cells of two rows are the same.
pub(super) fn same_rows(gold: &Row<'_>, actual: &Row<'_>, columns: &[Column]) -> bool {
    let mut cells = gold.iter().zip(actual).zip(columns);
    cells.all(|((gold, actual), column)| cells::same(gold, actual, column))
}

/// Says for each column whether its values are compared with tolerance.
fn blurred_columns(gold: &View<'_>, actual: &View<'_>, columns: &[Column]) -> Vec<bool> {
    let holds_blurred = |place: usize| {
        let mut rows = gold.rows.iter().chain(&actual.rows);
        rows.any(|row| key::is_blurred(row[place]))
    };
    let blurred = |(place, column): (usize, &Column)| {
        column.round.is_some() || column.unordered || holds_blurred(place)
    };
    columns.iter().enumerate().map(blurred).collect()
}

fn groups(gold: &View<'_>, actual: &View<'_>, blurred: &[bool]) -> Vec<Group> {
    let mut groups: HashMap<Vec<Key>, Group> = HashMap::new();
    for (index, row) in gold.rows.iter().enumerate() {
        groups.entry(exact_part(row, blurred)).or_default().gold.push(index);
    }
    for (index, row) in actual.rows.iter().enumerate() {
        groups.entry(exact_part(row, blurred)).or_default().actual.push(index);
    }
    groups.into_values().collect()
}

fn exact_part(row: &Row<'_>, blurred: &[bool]) -> Vec<Key> {
    let part = |(cell, blurred): (&&Cell, &bool)| match (cell, blurred) {
        (Cell::Null, _) => Key::Null,
        (_, true) => Key::Something,
        (cell, false) => key::of(cell),
    };
    row.iter().zip(blurred).map(part).collect()
}

/// Pairs the rows of one group, gold index first.
fn pair_group(
    group: &Group,
    gold: &View<'_>,
    actual: &View<'_>,
    columns: &[Column],
    blurred: &[bool],
) -> Vec<(usize, usize)> {
    let in_order = || group.gold.iter().copied().zip(group.actual.iter().copied());
    if !blurred.contains(&true) || group.gold.is_empty() || group.actual.is_empty() {
        return in_order().collect();
    }
    let same = |&(g, a): &(usize, usize)| same_rows(&gold.rows[g], &actual.rows[a], columns);
    let left = sorted(&group.gold, gold, blurred);
    let right = sorted(&group.actual, actual, blurred);
    let pairs: Vec<_> = left.iter().map(|(g, _)| *g).zip(right.iter().map(|(a, _)| *a)).collect();
    if left.len() == right.len() && pairs.iter().all(same) {
        return pairs;
    }
    if left.len().max(right.len()) <= MATCHED_EXACTLY {
        let partners =
            matching::largest(left.len(), right.len(), |i, j| same(&(left[i].0, right[j].0)));
        let pair = |(i, j): (usize, Option<usize>)| Some((left[i].0, right[j?].0));
        return partners.into_iter().enumerate().filter_map(pair).collect();
    }
    walk(&left, &right, same)
}

type Sorted = Vec<(usize, Vec<f64>)>;

/// Sorts row indexes by the numbers in their blurred columns.
fn sorted(indexes: &[usize], view: &View<'_>, blurred: &[bool]) -> Sorted {
    let number = |(cell, _): (&&Cell, &bool)| Number::of(cell).map_or(0.0, |n| n.to_f64());
    let tuple = |row: &Row<'_>| row.iter().zip(blurred).filter(|(_, b)| **b).map(number).collect();
    let mut all: Sorted = indexes.iter().map(|&i| (i, tuple(&view.rows[i]))).collect();
    all.sort_by(|left, right| order_tuples(&left.1, &right.1));
    all
}

fn order_tuples(left: &[f64], right: &[f64]) -> Ordering {
    let steps = left.iter().zip(right).map(|(left, right)| left.total_cmp(right));
    steps.into_iter().find(|step| step.is_ne()).unwrap_or(Ordering::Equal)
}

/// Pairs two sorted sides in one walk, leaving behind whatever has no partner at the front.
fn walk(
    left: &Sorted,
    right: &Sorted,
    same: impl Fn(&(usize, usize)) -> bool,
) -> Vec<(usize, usize)> {
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        let pair = (left[i].0, right[j].0);
        if same(&pair) {
            pairs.push(pair);
            (i, j) = (i + 1, j + 1);
        } else if order_tuples(&left[i].1, &right[j].1).is_lt() {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
