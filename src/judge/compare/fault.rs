//! What to call a difference: the fault's name and its words, without a single hidden value.

use super::cells;
use super::order::Cut;
use super::rows::{self, Pairing};
use super::{Comparison, View, matching};
use crate::content::cell::Cell;
use crate::content::contract::{Column, Contract};
use crate::interview::verdict::Fault;

/// Above this many leftover rows nobody is helped by finding the column at fault.
const EXPLAINED: usize = 200;

/// Names the difference between the rows; none when there is none.
pub(super) fn name(
    gold: &View<'_>,
    actual: &View<'_>,
    contract: &Contract,
    pairing: &Pairing,
) -> Option<Comparison> {
    let (missing, extra) = (pairing.missing.clone(), pairing.extra.clone());
    let found = Leftover { gold, actual, columns: &contract.columns, missing, extra };
    found.name(gold.rows.len())
}

/// Names the difference where any of the rows tied at the limit may be in the result.
pub(super) fn name_at_cut(
    gold: &View<'_>,
    actual: &View<'_>,
    contract: &Contract,
    pairing: &Pairing,
    cut: &Cut,
) -> Option<Comparison> {
    let lost: Vec<usize> = pairing.missing.iter().copied().filter(|&g| cut.is_above(g)).collect();
    let wrong = |a: &usize| pairing.gold_of_actual[*a].is_none_or(|g| cut.is_beyond(g));
    let count = actual.rows.len();
    let extra: Vec<usize> = (0..count).filter(wrong).collect();
    if extra.is_empty() && lost.is_empty() && count != cut.limit {
        let fault = if count > cut.limit { Fault::ExtraRows } else { Fault::MissingRows };
        let words = format!("The result has {}; {} were asked for.", rows_words(count), cut.limit);
        return Some(Comparison::at_fault(fault, words));
    }
    // Every wrong row took the place of a missing one; where those above the cut are not enough
    // to account for it, rows tied at the cut are shown in their stead.
    let places = extra.len().saturating_sub(lost.len());
    let tied = pairing.missing.iter().copied().filter(|&g| cut.is_tied(g)).take(places);
    let mut missing: Vec<usize> = lost.iter().copied().chain(tied).collect();
    missing.sort_unstable();
    let found = Leftover { gold, actual, columns: &contract.columns, missing, extra };
    found.name(cut.limit)
}

/// The rows that found no partner.
struct Leftover<'a> {
    gold: &'a View<'a>,
    actual: &'a View<'a>,
    columns: &'a [Column],
    missing: Vec<usize>,
    extra: Vec<usize>,
}

impl Leftover<'_> {
    fn name(self, wanted: usize) -> Option<Comparison> {
        if self.missing.is_empty() && self.extra.is_empty() {
            return None;
        }
        let (fault, words) = self.column_at_fault().unwrap_or_else(|| self.count_rows(wanted));
        let (missing, extra) = (self.missing, self.extra);
        Some(Comparison { fault, words, missing, extra, notes: Vec::new() })
    }

    fn count_rows(&self, wanted: usize) -> (Fault, String) {
        let (missing, extra, came) = (self.missing.len(), self.extra.len(), self.actual.rows.len());
        let fault = match (missing, extra) {
            (_, 0) => Fault::MissingRows,
            (0, _) => Fault::ExtraRows,
            _ if came == wanted => Fault::Values,
            _ if came < wanted => Fault::MissingRows,
            _ => Fault::ExtraRows,
        };
        let words = match (missing, extra) {
            (0, _) if self.extra_rows_repeat() => {
                format!(
                    "{} too many: rows that belong to the result come more than once.",
                    rows_words(extra)
                )
            }
            (_, 0) if self.missing_rows_repeat() => {
                format!(
                    "{} missing: a row that comes several times was kept once.",
                    rows_words(missing)
                )
            }
            (0, _) => format!("{} should not be there.", rows_words(extra)),
            (_, 0) => format!("{} of {wanted} missing.", rows_words(missing)),
            _ if fault == Fault::Values => {
                format!("As many rows as expected, but {} of {wanted} have other values.", extra)
            }
            _ => format!(
                "{} missing and {} should not be there.",
                rows_words(missing),
                rows_words(extra)
            ),
        };
        (fault, words)
    }

    /// Says whether every extra row is one more of a row that was asked for.
    fn extra_rows_repeat(&self) -> bool {
        let known =
            |&a: &usize| self.gold.rows.iter().any(|gold| self.same(gold, &self.actual.rows[a]));
        self.extra.len() <= EXPLAINED && self.extra.iter().all(known)
    }

    fn missing_rows_repeat(&self) -> bool {
        let known = |&g: &usize| {
            self.actual.rows.iter().any(|actual| self.same(&self.gold.rows[g], actual))
        };
        self.missing.len() <= EXPLAINED && self.missing.iter().all(known)
    }

    fn same(&self, gold: &Vec<&Cell>, actual: &Vec<&Cell>) -> bool {
        rows::same_rows(gold, actual, self.columns)
    }

    /// Finds the one column, or the rounded columns together, that explain all leftover rows.
    fn column_at_fault(&self) -> Option<(Fault, String)> {
        if self.missing.len() != self.extra.len() || self.missing.len() > EXPLAINED {
            return None;
        }
        let singles = (0..self.columns.len()).map(|place| vec![place]);
        let rounded = |place: &usize| self.columns[*place].round.is_some();
        let together: Vec<usize> = (0..self.columns.len()).filter(rounded).collect();
        let mut suspects = singles.chain([together]);
        suspects.find_map(|suspects| {
            self.pairs_without(&suspects).map(|pairs| self.words_for(&suspects, &pairs))
        })
    }

    /// Pairs all leftover rows by the columns other than the suspects, if that works out.
    fn pairs_without(&self, suspects: &[usize]) -> Option<Vec<(usize, usize)>> {
        if suspects.is_empty() || suspects.len() == self.columns.len() && self.missing.len() > 1 {
            return None;
        }
        let same = |i: usize, j: usize| {
            let (gold, actual) =
                (&self.gold.rows[self.missing[i]], &self.actual.rows[self.extra[j]]);
            let spared = |place: &usize| !suspects.contains(place);
            let places = (0..self.columns.len()).filter(spared);
            places.into_iter().all(|p| cells::same(gold[p], actual[p], &self.columns[p]))
        };
        let partners = matching::largest(self.missing.len(), self.extra.len(), same);
        let pair = |(i, j): (usize, Option<usize>)| Some((self.missing[i], self.extra[j?]));
        partners.into_iter().enumerate().map(pair).collect()
    }

    fn words_for(&self, suspects: &[usize], pairs: &[(usize, usize)]) -> (Fault, String) {
        let names = super::bind::list(suspects.iter().map(|&p| self.columns[p].name.as_str()));
        let count = rows_words(pairs.len());
        let wrong: Vec<(&Cell, &Cell, &Column)> = suspects
            .iter()
            .flat_map(|&p| pairs.iter().map(move |&(g, a)| (p, g, a)))
            .map(|(p, g, a)| (self.gold.rows[g][p], self.actual.rows[a][p], &self.columns[p]))
            .filter(|(gold, actual, column)| !cells::same(gold, actual, column))
            .collect();
        if wrong
            .iter()
            .all(|(gold, actual, column)| cells::differ_by_rounding(gold, actual, column))
        {
            return (Fault::Precision, rounding_words(&names, &wrong));
        }
        if wrong.iter().all(|(_, actual, _)| **actual == Cell::Null) {
            return (
                Fault::Nulls,
                format!("{names}: NULL where a value was expected, in {count}."),
            );
        }
        if wrong.iter().all(|(gold, _, _)| **gold == Cell::Null) {
            return (
                Fault::Nulls,
                format!("{names}: a value where NULL was expected, in {count}."),
            );
        }
        if wrong.iter().all(|(gold, actual, _)| differ_by_spelling(gold, actual)) {
            return (
                Fault::Values,
                format!("{names}: other capitals or spaces than expected, in {count}."),
            );
        }
        (Fault::Values, format!("The rows are right except for {names}, which differs in {count}."))
    }
}

fn rounding_words(names: &str, wrong: &[(&Cell, &Cell, &Column)]) -> String {
    let Some(digits) = wrong.iter().find_map(|(_, _, column)| column.round) else {
        return format!("{names}: rounded or cut off, which was not asked for.");
    };
    let unrounded = wrong.iter().any(|(_, actual, _)| !cells::has_at_most_digits(actual, digits));
    if unrounded {
        return format!("{names}: not rounded to {digits} digits.");
    }
    format!("{names}: off in the last digit; it was cut off, or rounded too early.")
}

fn differ_by_spelling(gold: &Cell, actual: &Cell) -> bool {
    let (Cell::Text(gold), Cell::Text(actual)) = (gold, actual) else { return false };
    let plain = |text: &str| cells::normal_text(text.trim()).to_lowercase();
    plain(gold) == plain(actual)
}

fn rows_words(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
