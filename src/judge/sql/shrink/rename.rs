//! Fresh ids: keys are counted anew and names become letters, so that an example tells nothing hidden.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::kin::{Family, Link};
use crate::content::cell::Cell;

/// How the new numbers of one kind of key stand to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Every kind begins at 1.
    FromOne,
    /// Kinds never share a number: 1, 2; 101, 102; 201, …
    Apart,
}

/// A column by the places of its table and of itself.
type Column = (usize, usize);

/// Gives keys that are whole numbers new numbers, the same for the same key in every table, in the
/// order of the old ones.
pub(super) fn numbers(family: &mut Family, numbers: Numbers) {
    for (place, columns) in number_keys(family).into_iter().enumerate() {
        let old: BTreeSet<i128> = columns.iter().flat_map(|c| numbers_in(family, *c)).collect();
        let start = match numbers {
            Numbers::FromOne => 1,
            Numbers::Apart => 1 + 100 * place,
        };
        let new: HashMap<i128, usize> = old.into_iter().zip(start..).collect();
        for (sheet, column) in columns {
            for row in &mut family.sheets[sheet].table.rows {
                if let Some(fresh) = number(&row[column]).and_then(|old| new.get(&old)) {
                    row[column] = Cell::Int(fresh.to_string());
                }
            }
        }
    }
}

/// Gives names and keys that are texts letters instead, in the order of the old texts. Texts that a
/// query or the schema speaks of stay, and so do empty ones.
pub(super) fn texts(family: &mut Family, spoken: &BTreeSet<String>) {
    let columns = text_columns(family);
    let stays = |text: &str| text.trim().is_empty() || spoken.contains(&text.to_lowercase());
    let mut old = BTreeSet::new();
    for &(sheet, column) in &columns {
        old.extend(family.sheets[sheet].table.rows.iter().filter_map(|row| match &row[column] {
            Cell::Text(text) if !stays(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let new: HashMap<String, String> =
        old.into_iter().enumerate().map(|(place, text)| (text, letters(place))).collect();
    for (sheet, column) in columns {
        for row in &mut family.sheets[sheet].table.rows {
            let fresh = match &row[column] {
                Cell::Text(text) => new.get(text).cloned(),
                _ => None,
            };
            if let Some(fresh) = fresh {
                row[column] = Cell::Text(fresh);
            }
        }
    }
}

/// Gives every text in single quotes, in lower case.
pub(super) fn spoken<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let inside = |text: &'a str| text.split('\'').skip(1).step_by(2).map(str::to_lowercase);
    texts.flat_map(inside).collect()
}

/// `A` to `Y`, then `ZA`, `ZB`: later ones sort behind earlier ones.
fn letters(place: usize) -> String {
    let (ends, rest) = (place / 25, place % 25);
    let last = char::from(b'A' + u8::try_from(rest).expect("below 25"));
    format!("{}{last}", "Z".repeat(ends))
}

/// Gives the columns that hold whole-number keys, grouped by what they are keys of.
fn number_keys(family: &Family) -> Vec<Vec<Column>> {
    let mut groups: BTreeMap<Column, Column> =
        columns(family).filter(|column| is_number_key(family, *column)).map(|c| (c, c)).collect();
    let mut join = |one: Column, other: Column| {
        if let (Some(&one), Some(&other)) = (groups.get(&one), groups.get(&other)) {
            let (first, second) = (one.min(other), one.max(other));
            groups.values_mut().filter(|group| **group == second).for_each(|group| *group = first);
        }
    };
    for (link, at) in
        family.links.iter().flat_map(|link| (0..link.keys.len()).map(move |i| (link, i)))
    {
        let Link { child, columns, parent, keys } = link;
        join((*child, columns[at]), (*parent, keys[at]));
    }
    for (one, other) in same_names(family) {
        join(one, other);
    }
    let mut sorted: BTreeMap<Column, Vec<Column>> = BTreeMap::new();
    groups.into_iter().for_each(|(column, group)| sorted.entry(group).or_default().push(column));
    sorted.into_values().collect()
}

/// Two columns called `product_id` hold the same ids, even where no table of products is given.
fn same_names(family: &Family) -> Vec<(Column, Column)> {
    let mut first: HashMap<String, Column> = HashMap::new();
    let mut pairs = Vec::new();
    for column in columns(family) {
        let name = name(family, column);
        if name.ends_with("_id") {
            let earlier = *first.entry(name).or_insert(column);
            pairs.push((earlier, column));
        }
    }
    pairs
}

fn is_number_key(family: &Family, column: Column) -> bool {
    let (sheet, place) = column;
    let name = name(family, column);
    let is_key = family.sheets[sheet].key == [place];
    let links = |link: &Link| {
        link.child == sheet && link.columns.contains(&place)
            || link.parent == sheet && link.keys.contains(&place)
    };
    let speaks = name == "id" || name.ends_with("_id");
    let mut cells = family.sheets[sheet].table.rows.iter().map(|row| &row[place]);
    (is_key || speaks || family.links.iter().any(links))
        && cells.all(|cell| *cell == Cell::Null || number(cell).is_some())
}

fn text_columns(family: &Family) -> Vec<Column> {
    const NAMES: [&str; 8] = ["id", "name", "title", "email", "sku", "code", "label", "username"];
    let is_name = |column: &Column| {
        let name = name(family, *column);
        let last = name.rsplit('_').next().unwrap_or_default();
        let heading = &family.sheets[column.0].table.columns[column.1];
        // An enumeration takes no new words.
        heading.kind == "VARCHAR" && NAMES.contains(&last)
    };
    columns(family).filter(is_name).collect()
}

fn columns(family: &Family) -> impl Iterator<Item = Column> {
    let count = |sheet: usize| family.sheets[sheet].table.columns.len();
    (0..family.sheets.len())
        .flat_map(move |sheet| (0..count(sheet)).map(move |place| (sheet, place)))
}

fn name(family: &Family, (sheet, place): Column) -> String {
    family.sheets[sheet].table.columns[place].name.to_ascii_lowercase()
}

fn numbers_in(family: &Family, (sheet, place): Column) -> Vec<i128> {
    family.sheets[sheet].table.rows.iter().filter_map(|row| number(&row[place])).collect()
}

fn number(cell: &Cell) -> Option<i128> {
    match cell {
        Cell::Int(digits) => digits.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, letters, numbers, spoken, texts};
    use crate::content::cell::Cell;
    use crate::judge::sql::shrink::kin::Family;
    use crate::judge::sql::shrink::kin::tests::family;

    fn shop() -> Family {
        family(
            "CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, customer_name VARCHAR, tier INTEGER);
             CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER, status VARCHAR, product_id INTEGER);
             CREATE TABLE views (product_id INTEGER, line_no INTEGER, name VARCHAR);",
            "INSERT INTO customers VALUES (500, 'Zoe', 3), (17, 'Adam', 3), (80, '', 4);
             INSERT INTO orders VALUES (9001, 500, 'paid', 44), (8000, 999, 'lost', NULL);
             INSERT INTO views VALUES (44, 7, 'Zoe'), (43, 7, 'paid');",
        )
    }

    fn cells(family: &Family) -> Vec<String> {
        let row =
            |row: &Vec<Cell>| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        family.sheets.iter().flat_map(|sheet| sheet.table.rows.iter().map(row)).collect()
    }

    #[test]
    fn the_same_key_gets_the_same_number_in_every_table() {
        let mut shop = shop();
        numbers(&mut shop, Numbers::FromOne);
        texts(&mut shop, &spoken(["SELECT 1 WHERE status = 'Paid'"].into_iter()));
        assert_eq!(
            cells(&shop),
            ["3 B 3", "1 A 3", "2 '' 4", "2 3 paid 2", "1 4 lost NULL", "2 7 B", "1 7 paid"]
        );
    }

    #[test]
    fn kinds_of_keys_can_be_kept_apart() {
        let mut shop = shop();
        numbers(&mut shop, Numbers::Apart);
        assert_eq!(cells(&shop)[3], "102 3 paid 202");
    }

    #[test]
    fn letters_go_on_in_order() {
        let all: Vec<String> = (0..60).map(letters).collect();
        assert_eq!((all[0].as_str(), all[24].as_str(), all[25].as_str()), ("A", "Y", "ZA"));
        assert!(all.is_sorted(), "{all:?}");
    }
}
