//! What the candidate's own tables promise and keep: grain, types, relationships.
//!
//! The catalog says what is declared; the rows of every dataset say whether it is true. Words name the
//! candidate's own tables and columns, and count; they tell no value.

use super::catalog::{Catalog, ColumnFacts, TableFacts, words};
use crate::content::modeling::TypeWords;
use crate::judge::sql::engine::Engine;

/// What one group of probes found: none where there was nothing to look at.
pub(super) type Finding = Option<Result<String, Vec<String>>>;

/// The probes planned from a catalog, with what the rows of each dataset answered.
pub(super) struct Probes {
    pub catalog: Catalog,
    types: TypeWords,
    late_parents: Vec<String>,
    counts: Vec<Count>,
    declared_links: usize,
}

/// A number that each dataset answers.
struct Count {
    what: What,
    sql: String,
    /// Summed over the datasets measured.
    total: u64,
}

/// What is counted, by the table's place in the catalog.
enum What {
    Rows(usize),
    /// Rows whose only key holds a NULL.
    NullKeys(usize),
    /// Rows that differ in nothing but a generated number.
    Copies(usize),
    /// Rows of a column without their parent.
    Orphans {
        words: String,
    },
}

impl Probes {
    /// Plans what to ask of the rows.
    pub fn plan(catalog: Catalog, types: &TypeWords, late_parents: &[String]) -> Self {
        let mut counts: Vec<Count> = Vec::new();
        for (place, table) in catalog.tables.iter().enumerate() {
            counts.extend(of_table(place, table));
            counts.extend(orphans(&catalog, table, late_parents));
        }
        Self {
            declared_links: catalog.tables.iter().map(|table| table.links.len()).sum(),
            types: types.clone(),
            late_parents: late_parents.to_vec(),
            counts,
            catalog,
        }
    }

    /// Asks one dataset. A dataset that does not answer adds nothing.
    pub fn measure(&mut self, engine: &Engine) {
        let asks: Vec<String> = self
            .counts
            .iter()
            .enumerate()
            .map(|(i, count)| format!("SELECT '{i}', ({})::VARCHAR", count.sql))
            .collect();
        if asks.is_empty() {
            return;
        }
        for (i, number) in engine.pairs(&asks.join(" UNION ALL ")).unwrap_or_default() {
            let count = i.parse().ok().and_then(|i: usize| self.counts.get_mut(i));
            if let (Some(count), Ok(number)) = (count, number.parse::<u64>()) {
                count.total += number;
            }
        }
    }

    /// Says whether every table that the load fills has a key which holds.
    pub fn grain(&self) -> Finding {
        let filled: Vec<&TableFacts> = self.filled().collect();
        let (first, more) = filled.split_first()?;
        let bare = filled.iter().filter(|table| table.keys().is_empty());
        let mut wrong: Vec<String> = bare
            .map(|table| {
                format!(
                    "`{}` declares neither PRIMARY KEY nor UNIQUE: nothing keeps its grain",
                    table.name
                )
            })
            .collect();
        wrong.extend(self.counts.iter().filter(|count| count.total > 0).filter_map(|count| {
            match count.what {
                What::NullKeys(place) => {
                    Some(format!("the key of `{}` is NULL on some rows", self.name(place)))
                }
                What::Copies(place) => Some(format!(
                    "`{}` holds rows that differ in nothing but their generated number",
                    self.name(place)
                )),
                What::Rows(_) | What::Orphans { .. } => None,
            }
        }));
        Some(match (wrong.is_empty(), more.len()) {
            (false, _) => Err(wrong),
            (true, 0) => Ok(format!("`{}` has a key that holds.", first.name)),
            (true, more) => Ok(format!("All {} filled tables have a key that holds.", more + 1)),
        })
    }

    /// Says whether money is exact and no date is text.
    pub fn types(&self) -> Finding {
        let (mut money, mut dates) = (0, 0);
        let mut wrong = Vec::new();
        for table in &self.catalog.tables {
            for column in &table.columns {
                let (is_money, is_date) =
                    (meets(column, &self.types.money), meets(column, &self.types.dates));
                money += usize::from(is_money);
                dates += usize::from(is_date);
                let is_text = column.kind.starts_with("VARCHAR");
                let is_float = ["DOUBLE", "FLOAT", "REAL"].contains(&column.kind.as_str());
                let kept_as_text =
                    is_text && (table.keeps_rejects() || self.is_typed(table, column));
                let why = match () {
                    () if kept_as_text => continue,
                    () if is_money && is_float => "money is DECIMAL",
                    () if is_money && is_text => "money is DECIMAL, not text",
                    () if is_date && is_text => "a date is DATE or TIMESTAMP, not text",
                    () => continue,
                };
                wrong.push(format!("`{}.{}` is {}; {why}", table.name, column.name, column.kind));
            }
        }
        let right = match (money, dates) {
            (0, 0) => return None,
            (_, 0) => "Money is exact.",
            (0, _) => "No date is text.",
            _ => "Money is exact and no date is text.",
        };
        Some(if wrong.is_empty() { Ok(right.to_owned()) } else { Err(wrong) })
    }

    /// Text as delivered may stand beside the same thing in its own type.
    fn is_typed(&self, table: &TableFacts, text: &ColumnFacts) -> bool {
        let lists = [&self.types.money, &self.types.dates];
        lists.iter().any(|list| {
            let shared = list.iter().filter(|word| has_word(text, word));
            shared.into_iter().any(|word| {
                let typed = |column: &&ColumnFacts| !column.kind.starts_with("VARCHAR");
                table.columns.iter().filter(typed).any(|column| has_word(column, word))
            })
        })
    }

    /// Says whether rows that point at another table find it.
    pub fn orphans(&self) -> Finding {
        let mut found = 0;
        let mut wrong = Vec::new();
        for count in &self.counts {
            if let What::Orphans { words } = &count.what {
                found += 1;
                if count.total > 0 {
                    wrong.push(words.clone());
                }
            }
        }
        let links = self.declared_links + found;
        (links > 0).then(|| match wrong.is_empty() {
            true if links == 1 => Ok("No orphans along the one relationship found.".to_owned()),
            true => Ok(format!("No orphans along {links} relationships.")),
            false => Err(wrong),
        })
    }

    /// Gives the id columns that were not held against a parent, because it may come later.
    pub fn excused(&self) -> &[String] {
        &self.late_parents
    }

    fn filled(&self) -> impl Iterator<Item = &TableFacts> {
        self.counts.iter().filter(|count| count.total > 0).filter_map(|count| match count.what {
            What::Rows(place) => self.catalog.tables.get(place),
            _ => None,
        })
    }

    fn name(&self, place: usize) -> &str {
        self.catalog.tables.get(place).map_or("", |table| &table.name)
    }
}

fn meets(column: &ColumnFacts, list: &[String]) -> bool {
    list.iter().any(|word| has_word(column, word))
}

/// A word of the list may itself be two words, as `valid_from`.
fn has_word(column: &ColumnFacts, word: &str) -> bool {
    let joined = |name: &str| format!("_{}_", words(name).collect::<Vec<_>>().join("_"));
    joined(&column.name).contains(&joined(word))
}

fn of_table(place: usize, table: &TableFacts) -> Vec<Count> {
    let name = table.quoted();
    let mut counts =
        vec![count(What::Rows(place), format!("SELECT system.main.count_star() FROM {name}"))];
    let keys = table.keys();
    let may_be_null = |key: &Vec<String>| {
        key.iter().any(|column| table.column(column).is_none_or(|column| column.nullable))
    };
    if let (true, Some(key)) = (keys.iter().all(may_be_null), keys.first()) {
        let nulls: Vec<String> =
            key.iter().map(|column| format!("{} IS NULL", named(column))).collect();
        let sql =
            format!("SELECT system.main.count_star() FROM {name} WHERE {}", nulls.join(" OR "));
        counts.push(count(What::NullKeys(place), sql));
    }
    if let [key] = keys.as_slice()
        && let [number] = key.as_slice()
        && table.column(number).is_some_and(|column| column.default.contains("nextval"))
    {
        let others =
            table.columns.iter().filter(|column| !column.name.eq_ignore_ascii_case(number));
        let rest: Vec<String> = others.map(|column| named(&column.name)).collect();
        if !rest.is_empty() {
            let distinct = format!("SELECT DISTINCT {} FROM {name}", rest.join(", "));
            let sql = format!(
                "SELECT system.main.count_star() - (SELECT system.main.count_star() FROM ({distinct})) FROM {name}"
            );
            counts.push(count(What::Copies(place), sql));
        }
    }
    counts
}

fn count(what: What, sql: String) -> Count {
    Count { what, sql, total: 0 }
}

fn named(column: &str) -> String {
    crate::judge::sql::shuffle::quoted(column)
}

/// Endings of columns that point at a row of another table.
const ENDINGS: [&str; 3] = ["_id", "_key", "_code"];

/// Plans to count orphans along columns that bear the name of another table's whole key. A FOREIGN KEY
/// needs no counting: the database keeps it.
fn orphans(catalog: &Catalog, table: &TableFacts, late_parents: &[String]) -> Vec<Count> {
    if table.keeps_rejects() {
        return Vec::new();
    }
    let points = |column: &&ColumnFacts| {
        let name = column.name.to_lowercase();
        let is_declared = table
            .links
            .iter()
            .any(|link| link.columns.iter().any(|linked| linked.eq_ignore_ascii_case(&name)));
        ENDINGS.iter().any(|ending| name.ends_with(ending))
            && !is_declared
            && !table.is_key(&name)
            && !late_parents.iter().any(|late| late.eq_ignore_ascii_case(&name))
    };
    table
        .columns
        .iter()
        .filter(points)
        .filter_map(|column| orphan(catalog, table, column))
        .collect()
}

fn orphan(catalog: &Catalog, table: &TableFacts, column: &ColumnFacts) -> Option<Count> {
    let is_parent = |other: &&TableFacts| {
        other.name != table.name && !other.keeps_rejects() && other.is_key(&column.name)
    };
    let parents: Vec<&TableFacts> = catalog.tables.iter().filter(is_parent).collect();
    let first = parents.first()?;
    let id = named(&column.name);
    let nowhere: Vec<String> = parents
        .iter()
        .map(|parent| {
            let parent = parent.quoted();
            format!(
                "NOT EXISTS (SELECT 1 FROM {parent} AS p WHERE p.{id}::VARCHAR = c.{id}::VARCHAR)"
            )
        })
        .collect();
    let sql = format!(
        "SELECT system.main.count_star() FROM {} AS c WHERE c.{id} IS NOT NULL AND {}",
        table.quoted(),
        nowhere.join(" AND ")
    );
    let words = format!("rows of `{}.{}` have no row in `{}`", table.name, column.name, first.name);
    Some(count(What::Orphans { words }, sql))
}

#[cfg(test)]
#[path = "probes/tests.rs"]
mod tests;
