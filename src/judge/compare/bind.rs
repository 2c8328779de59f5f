//! Which column of the result is which column of the contract? Decided by names and places, never by values.

use super::{Comparison, class};
use crate::content::cell::Heading;
use crate::content::contract::{Column, Contract, ExtraColumns, Names};
use crate::interview::verdict::Fault;

/// For each column of the contract its place in the result, and what to remark about names.
pub(super) struct Binding {
    pub places: Vec<usize>,
    pub notes: Vec<String>,
}

/// Makes a name comparable: case, underscores, spaces and quotes do not count.
pub(super) fn folded(name: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '_' | '"' | '\'' | '`');
    name.chars().filter(kept).flat_map(char::to_lowercase).collect()
}

/// Binds the contract's columns to the result's, or says why it cannot.
pub(super) fn bind(contract: &Contract, got: &[Heading]) -> Result<Binding, Comparison> {
    let wanted = &contract.columns;
    check_count(wanted, got, contract.extra_columns)?;
    let by_name = match_names(wanted, got);
    let unnamed = by_name.iter().filter(|place| place.is_none()).count();
    if unnamed == 0 {
        return Ok(Binding { places: by_name.into_iter().flatten().collect(), notes: Vec::new() });
    }
    if contract.names == Names::Required {
        return Err(refuse(missing_names_words(wanted, &by_name)));
    }
    let places = match unnamed {
        all if all == wanted.len() => by_position(wanted, got)?,
        1 => fill_single(&by_name, wanted, got)?,
        _ => fill_in_place(&by_name, wanted, got)?,
    };
    let notes = naming_notes(wanted, got, &places);
    Ok(Binding { places, notes })
}

fn refuse(words: String) -> Comparison {
    Comparison::at_fault(Fault::Columns, words)
}

fn check_count(wanted: &[Column], got: &[Heading], extra: ExtraColumns) -> Result<(), Comparison> {
    let enough = match extra {
        ExtraColumns::Reject => got.len() == wanted.len(),
        ExtraColumns::Allow => got.len() >= wanted.len(),
    };
    if enough {
        return Ok(());
    }
    let names = list(wanted.iter().map(|column| column.name.as_str()));
    let plural = if got.len() == 1 { "column" } else { "columns" };
    Err(refuse(format!(
        "The result has {} {plural}; asked for: {} ({names}).",
        got.len(),
        wanted.len()
    )))
}

/// Finds each wanted name among the result's; of two equal names the first free one counts.
fn match_names(wanted: &[Column], got: &[Heading]) -> Vec<Option<usize>> {
    let names: Vec<String> = got.iter().map(|heading| folded(&heading.name)).collect();
    let mut taken = vec![false; got.len()];
    let mut find = |column: &Column| {
        let name = folded(&column.name);
        let place = (0..names.len()).find(|&i| !taken[i] && names[i] == name)?;
        taken[place] = true;
        Some(place)
    };
    wanted.iter().map(&mut find).collect()
}

/// Binds from left to right when no name helps, provided the classes fit.
fn by_position(wanted: &[Column], got: &[Heading]) -> Result<Vec<usize>, Comparison> {
    let misfit = wanted.iter().zip(got).find(|(column, heading)| !class::fits(column, heading));
    let Some((column, heading)) = misfit else {
        return Ok((0..wanted.len()).collect());
    };
    if could_fit_in_another_order(wanted, got) {
        let names = list(wanted.iter().map(|column| column.name.as_str()));
        return Err(refuse(format!(
            "None of the column names is known and their types do not fit in this order; \
             name the columns or put them in the order {names}."
        )));
    }
    Err(Comparison::at_fault(Fault::Class, class::misfit_words(column, heading)))
}

/// Says whether each wanted class finds a column of its own somewhere in the result.
fn could_fit_in_another_order(wanted: &[Column], got: &[Heading]) -> bool {
    let mut free: Vec<&Heading> = got.iter().collect();
    wanted.iter().all(|column| {
        let place = free.iter().position(|heading| class::fits(column, heading));
        place.map(|i| free.swap_remove(i)).is_some()
    })
}

/// Binds the one column whose name is unknown to the one place left.
fn fill_single(
    by_name: &[Option<usize>],
    wanted: &[Column],
    got: &[Heading],
) -> Result<Vec<usize>, Comparison> {
    let free: Vec<usize> = free_places(by_name, got);
    let [place] = free[..] else {
        return Err(refuse(missing_names_words(wanted, by_name)));
    };
    Ok(by_name.iter().map(|bound| bound.unwrap_or(place)).collect())
}

/// Binds several columns of unknown name where they stand, provided all the known ones stand where
/// the contract has them and the classes fit: then the position says which is meant.
fn fill_in_place(
    by_name: &[Option<usize>],
    wanted: &[Column],
    got: &[Heading],
) -> Result<Vec<usize>, Comparison> {
    let known_in_place = by_name.iter().enumerate().all(|(i, place)| place.is_none_or(|p| p == i));
    let classes_fit = wanted.iter().zip(got).all(|(column, heading)| class::fits(column, heading));
    if known_in_place && classes_fit {
        return Ok((0..wanted.len()).collect());
    }
    Err(refuse(missing_names_words(wanted, by_name)))
}

fn free_places(by_name: &[Option<usize>], got: &[Heading]) -> Vec<usize> {
    (0..got.len()).filter(|place| !by_name.contains(&Some(*place))).collect()
}

fn missing_names_words(wanted: &[Column], by_name: &[Option<usize>]) -> String {
    let lost = wanted.iter().zip(by_name).filter(|(_, place)| place.is_none());
    let names = list(lost.map(|(column, _)| column.name.as_str()));
    format!("No column of the result is named {names}; name it with AS.")
}

fn naming_notes(wanted: &[Column], got: &[Heading], places: &[usize]) -> Vec<String> {
    let note = |(column, &place): (&Column, &usize)| {
        let (wanted, given) = (&column.name, &got[place].name);
        let differs = folded(wanted) != folded(given);
        let words =
            || format!("naming: `{given}` stands for `{wanted}`; use the name that was asked for.");
        differs.then(words)
    };
    wanted.iter().zip(places).filter_map(note).collect()
}

/// Writes names as a list in backquotes.
pub(super) fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
