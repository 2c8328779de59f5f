//! Is this result the one that was asked for? A pure comparison of two tables under a contract.

mod bind;
mod cells;
mod class;
mod fault;
mod key;
mod matching;
mod order;
mod rows;

use crate::content::cell::{Cell, Table};
use crate::content::contract::{Contract, Rows, Ties};
use crate::interview::verdict::Fault;

use bind::Binding;

/// What a comparison found. Its words name columns and counts, never a value of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// `Fault::None` when the result meets the contract.
    pub fault: Fault,
    pub words: String,
    /// Rows of the gold table which the result lacks, by index.
    pub missing: Vec<usize>,
    /// Rows of the result that should not be there, by index.
    pub extra: Vec<usize>,
    /// Remarks that cost nothing, such as a column under another name.
    pub notes: Vec<String>,
}

impl Comparison {
    fn at_fault(fault: Fault, words: impl Into<String>) -> Self {
        let (missing, extra, notes) = (Vec::new(), Vec::new(), Vec::new());
        Self { fault, words: words.into(), missing, extra, notes }
    }

    fn noting(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }

    /// Says whether the result meets the contract.
    pub fn holds(&self) -> bool {
        self.fault == Fault::None
    }
}

/// Compares a result with the gold table under a contract.
///
/// The gold table may hold more rows than the contract's limit: then it holds every row tied at the
/// cut, and any of those may be in the result.
///
/// # Errors
/// Says in words why the gold table itself does not fit the contract; that is the question's fault.
pub fn compare(gold: &Table, actual: &Table, contract: &Contract) -> Result<Comparison, String> {
    let gold = gold_view(gold, contract)?;
    if actual.cut {
        return Ok(Comparison::at_fault(Fault::Limits, too_many_words(actual.rows.len())));
    }
    let bound = match bind::bind(contract, &actual.columns) {
        Ok(bound) => bound,
        Err(refusal) => return Ok(refusal),
    };
    let view = View::of(actual, &bound);
    if let Some(refusal) = class::misfit(contract, actual, &bound) {
        return Ok(refusal.noting(bound.notes));
    }
    Ok(compare_rows(&gold, &view, contract).noting(bound.notes))
}

/// Gives the gold table as a candidate is shown it: rounded where the contract rounds.
pub fn shown(gold: &Table, contract: &Contract) -> Table {
    let mut shown = gold.clone();
    let Ok(bound) = bind::bind(contract, &gold.columns) else { return shown };
    for (column, &place) in contract.columns.iter().zip(&bound.places) {
        let Some(digits) = column.round else { continue };
        shown.rows.iter_mut().for_each(|row| row[place] = cells::rounded(&row[place], digits));
    }
    shown
}

/// Drops the rows that stand behind every row tied at the contract's limit.
pub fn kept_to_ties(table: Table, contract: &Contract) -> Table {
    let Ok(view) = gold_view(&table, contract) else { return table };
    let (Some(limit), Ok(keys)) = (open_cut(&view, contract), order::keys(contract)) else {
        return table;
    };
    let cut = order::Cut::at(limit, &view, &keys);
    let kept = |(index, row): (usize, &Vec<Cell>)| (!cut.is_beyond(index)).then(|| row.clone());
    let rows = table.rows.iter().enumerate().filter_map(kept).collect();
    Table { columns: table.columns.clone(), rows, cut: table.cut }
}

fn too_many_words(kept: usize) -> String {
    format!("The result has more than {kept} rows; no answer to this question is that long.")
}

/// Binds the gold table by the same rules as any result.
fn gold_view<'a>(gold: &'a Table, contract: &Contract) -> Result<View<'a>, String> {
    let bound = bind::bind(contract, &gold.columns).map_err(|refusal| {
        format!("the stored result does not fit its contract: {}", refusal.words)
    })?;
    if let Some(refusal) = class::misfit(contract, gold, &bound) {
        return Err(format!("the stored result does not fit its contract: {}", refusal.words));
    }
    order::keys(contract)?;
    Ok(View::of(gold, &bound))
}

/// The rows of a table with the contract's columns only, in the contract's order.
struct View<'a> {
    rows: Vec<Vec<&'a Cell>>,
}

impl<'a> View<'a> {
    fn of(table: &'a Table, bound: &Binding) -> Self {
        let pick = |row: &'a Vec<Cell>| bound.places.iter().map(|&place| &row[place]).collect();
        Self { rows: table.rows.iter().map(pick).collect() }
    }
}

/// Compares the rows as a bag or a set, then the cut, then the order.
fn compare_rows(gold: &View<'_>, actual: &View<'_>, contract: &Contract) -> Comparison {
    let pairing = match contract.rows {
        Rows::Bag => rows::as_bags(gold, actual, &contract.columns),
        Rows::Set => rows::as_sets(gold, actual, &contract.columns),
    };
    let keys = order::keys(contract).expect("the gold table was checked with these keys");
    if let Some(limit) = open_cut(gold, contract) {
        let cut = order::Cut::at(limit, gold, &keys);
        return fault::name_at_cut(gold, actual, contract, &pairing, &cut)
            .unwrap_or_else(|| judge_order(gold, actual, contract, &pairing));
    }
    match fault::name(gold, actual, contract, &pairing) {
        Some(found) => found,
        None => judge_order(gold, actual, contract, &pairing),
    }
}

/// Gives the limit when any of the rows tied at it may be in the result.
///
/// Without order keys nobody can say which rows are tied, so the rows must simply be the same.
fn open_cut(gold: &View<'_>, contract: &Contract) -> Option<usize> {
    let limit = usize::try_from(contract.limit?).ok()?;
    let open = contract.ties == Ties::Any && !contract.order.keys().is_empty();
    (open && gold.rows.len() > limit).then_some(limit)
}

fn judge_order(
    gold: &View<'_>,
    actual: &View<'_>,
    contract: &Contract,
    pairing: &rows::Pairing,
) -> Comparison {
    let keys = order::keys(contract).expect("the gold table was checked with these keys");
    let Some(row) = order::first_break(&actual.rows, &keys) else {
        return Comparison::at_fault(Fault::None, "The result is right.");
    };
    // Ordering by the exact value and showing the rounded one is a fair reading of "by revenue":
    // the gold rows hold the exact values, so their order is tried as well.
    let behind: Vec<_> =
        pairing.gold_of_actual.iter().flatten().map(|&index| gold.rows[index].clone()).collect();
    if behind.len() == actual.rows.len() && order::first_break(&behind, &keys).is_none() {
        return Comparison::at_fault(Fault::None, "The result is right.");
    }
    Comparison::at_fault(Fault::Order, order::break_words(row, contract))
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;
