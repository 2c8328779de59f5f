//! The stored results: how they are derived from a reference, written down and read again.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use serde_json::Value;

use super::engine::Engine;
use super::tree::{Tree, lower};
use super::{ROW_CAP, STATEMENT, rules};
use crate::content::cell::Table;
use crate::content::contract::{Contract, Ties};
use crate::judge::compare;
use crate::judge::request::{PaperDataset, SqlPaper};

/// Derives a reference query's result on every dataset: dataset id and the text of its gold file.
///
/// Two things are stored that the reference itself would not show: every row tied at an open limit,
/// and the values before rounding, so that any honest choice and either way of rounding can be right.
///
/// # Errors
/// Says on which dataset the reference failed, and how.
pub(super) fn derive(paper: &SqlPaper) -> Result<Vec<(String, String)>, String> {
    let contract = paper.contracts.first().ok_or("the question has no contract")?;
    let one = |dataset: &PaperDataset| {
        let table = derive_one(paper, contract, dataset)
            .map_err(|words| format!("dataset {}: {words}", dataset.id))?;
        Ok((dataset.id.clone(), written(&table) + "\n"))
    };
    paper.datasets.iter().map(one).collect()
}

fn derive_one(
    paper: &SqlPaper,
    contract: &Contract,
    dataset: &PaperDataset,
) -> Result<Table, String> {
    let engine = Engine::loaded(&paper.schema, &dataset.sql).map_err(|trouble| trouble.words)?;
    Reference::read(&engine, &paper.answer, contract)?.result(&engine, contract, STATEMENT)
}

/// A right answer and the form of it that shows more, ready to run on any rows.
pub(super) struct Reference {
    plain: String,
    fuller: Option<String>,
    /// The fuller form lost its limit, so what stands behind the ties must go.
    is_opened: bool,
}

impl Reference {
    /// Reads a reference query.
    ///
    /// # Errors
    /// Says why it is no query.
    pub fn read(engine: &Engine, sql: &str, contract: &Contract) -> Result<Self, String> {
        let tree = rules::one_select(engine, sql).map_err(|refusal| refusal.words)?;
        let opened = opened(&tree, contract);
        let is_opened = opened.is_some();
        let fuller = opened.or_else(|| unrounded(&tree, contract));
        let fuller = fuller.and_then(|tree| tree.to_sql(engine).ok());
        Ok(Self { plain: sql.to_owned(), fuller, is_opened })
    }

    /// Gives its result on the rows that are there.
    ///
    /// # Errors
    /// Says how it failed.
    pub fn result(
        &self,
        engine: &Engine,
        contract: &Contract,
        limit: Duration,
    ) -> Result<Table, String> {
        let plain = run(engine, &self.plain, limit)?;
        meets(&plain, &plain, contract)?;
        let Some(fuller) = &self.fuller else { return Ok(plain) };
        let fuller = run(engine, fuller, limit).map(|table| match self.is_opened {
            true => compare::kept_to_ties(table, contract),
            false => table,
        });
        // Rewriting a query can change what it means; only a fuller result which the reference itself
        // still meets is used.
        Ok(fuller.ok().filter(|fuller| meets(fuller, &plain, contract).is_ok()).unwrap_or(plain))
    }
}

fn run(engine: &Engine, sql: &str, limit: Duration) -> Result<Table, String> {
    let (table, _) = engine.query(sql, ROW_CAP, limit).map_err(|trouble| trouble.words)?;
    if table.cut { Err(format!("more than {ROW_CAP} rows")) } else { Ok(table) }
}

fn meets(gold: &Table, came: &Table, contract: &Contract) -> Result<(), String> {
    let found = compare::compare(gold, came, contract)?;
    if found.holds() {
        Ok(())
    } else {
        Err(format!("the reference does not meet its contract: {}", found.words))
    }
}

/// Gives the query without its outer LIMIT, where any of the rows tied at it may be in the result.
fn opened(tree: &Tree, contract: &Contract) -> Option<Tree> {
    let open = contract.ties == Ties::Any && contract.limit.is_some();
    if !open || contract.order.keys().is_empty() {
        return None;
    }
    let mut opened = tree.0.clone();
    let modifiers = opened["statements"][0]["node"]["modifiers"].as_array_mut()?;
    let before = modifiers.len();
    modifiers.retain(|modifier| modifier["type"] != "LIMIT_MODIFIER");
    (modifiers.len() < before).then_some(Tree(opened))
}

/// Gives the query without the outermost ROUND of the columns the contract rounds.
fn unrounded(tree: &Tree, contract: &Contract) -> Option<Tree> {
    let mut edited = tree.0.clone();
    let node = &mut edited["statements"][0]["node"];
    let distinct = node["modifiers"].as_array()?.iter().any(|m| m["type"] == "DISTINCT_MODIFIER");
    if node["type"] != "SELECT_NODE" || distinct {
        return None;
    }
    let mut changed = false;
    for (place, item) in node["select_list"].as_array_mut()?.iter_mut().enumerate() {
        if let Some(inner) = without_round(item, place, contract) {
            *item = inner;
            changed = true;
        }
    }
    changed.then_some(Tree(edited))
}

/// Gives what is rounded in `ROUND(x, n)`, under the same name, if the contract rounds it to `n` digits.
fn without_round(item: &Value, place: usize, contract: &Contract) -> Option<Value> {
    if lower(&item["function_name"]) != "round" || item["class"] != "FUNCTION" {
        return None;
    }
    let alias = item["alias"].as_str().unwrap_or_default();
    let named = contract.columns.iter().find(|column| column.name.eq_ignore_ascii_case(alias));
    let column = named.or(contract.columns.get(place))?;
    let (value, digits) = match item["arguments"].as_array()?.as_slice() {
        [value] => (value, 0),
        [value, digits] => {
            (value, digits["expression"]["literal"]["text"].as_str()?.parse::<u32>().ok()?)
        }
        _ => return None,
    };
    if column.round != Some(digits) {
        return None;
    }
    let mut inner = value["expression"].clone();
    let name = if alias.is_empty() { column.name.as_str() } else { alias };
    inner["alias"] = Value::from(name);
    Some(inner)
}

/// Writes a table as JSON with one row a line, so that a change in it can be read.
pub(super) fn written(table: &Table) -> String {
    let columns = serde_json::to_string(&table.columns).expect("headings are plain data");
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| serde_json::to_string(row).expect("cells are plain data"))
        .collect();
    let lines = if rows.is_empty() { String::new() } else { format!("\n{}\n", rows.join(",\n")) };
    format!("{{\"columns\":{columns},\n\"rows\":[{lines}]}}")
}

/// Writes several tables by name, in the order of their names.
pub(super) fn written_views(views: &BTreeMap<String, Table>) -> String {
    let mut text = String::from("{");
    for (i, (name, table)) in views.iter().enumerate() {
        let comma = if i == 0 { "" } else { "," };
        let name = serde_json::to_string(name).expect("a name is text");
        let _ = write!(text, "{comma}\n{name}:\n{}", written(table));
    }
    text + "\n}\n"
}

/// Reads a dataset's stored table.
pub(super) fn read(dataset: &PaperDataset) -> Result<Table, String> {
    read_as(dataset)
}

/// Reads a dataset's stored tables by view.
pub(super) fn read_views(dataset: &PaperDataset) -> Result<BTreeMap<String, Table>, String> {
    read_as(dataset)
}

fn read_as<T: serde::de::DeserializeOwned>(dataset: &PaperDataset) -> Result<T, String> {
    let text = dataset.gold.as_deref();
    let text = text.ok_or_else(|| format!("dataset {} has no stored result", dataset.id))?;
    serde_json::from_str(text).map_err(|error| {
        format!("the stored result of dataset {} does not read: {error}", dataset.id)
    })
}

#[cfg(test)]
mod tests {
    use super::{unrounded, written};
    use crate::content::cell::{Cell, Heading, Table};
    use crate::content::contract::Contract;
    use crate::judge::sql::engine::Engine;
    use crate::judge::sql::tree::Tree;

    fn without_round(sql: &str) -> Option<String> {
        let contract: Contract = serde_json::from_str(
            r#"{"columns": [{"name": "k", "class": "text"}, {"name": "x", "class": "number", "round": 2}]}"#,
        )
        .expect("the contract is written right");
        let engine = Engine::empty().expect("DuckDB starts");
        let tree = Tree::parse(&engine, sql).expect("the parser answers");
        unrounded(&tree, &contract).map(|tree| tree.to_sql(&engine).expect("it can be written"))
    }

    #[test]
    fn only_the_rounding_the_contract_asks_for_is_taken_off() {
        let plain =
            without_round("SELECT k, round(avg(y), 2) AS x FROM t GROUP BY k").expect("rounded");
        assert!(plain.contains("avg(y) AS x") && !plain.contains("round"), "{plain}");
        assert_eq!(without_round("SELECT k, round(avg(y), 1) AS x FROM t GROUP BY k"), None);
        assert_eq!(without_round("SELECT round(k, 2) AS k, y AS x FROM t"), None);
        assert_eq!(without_round("SELECT DISTINCT k, round(y, 2) AS x FROM t"), None);
    }

    #[test]
    fn a_stored_table_has_one_row_a_line_and_reads_back() {
        let heading = Heading { name: "a".to_owned(), kind: "INTEGER".to_owned() };
        let rows = vec![vec![Cell::Int("1".to_owned())], vec![Cell::Null]];
        for rows in [rows, Vec::new()] {
            let table = Table { columns: vec![heading.clone()], rows, cut: false };
            let text = written(&table);
            assert_eq!(text.lines().count(), if table.rows.is_empty() { 2 } else { 5 }, "{text}");
            assert_eq!(serde_json::from_str::<Table>(&text).expect("we wrote it"), table);
        }
    }
}
