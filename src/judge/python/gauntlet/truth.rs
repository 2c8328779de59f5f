//! What is true of a stream: its lines, and for each line what happened to it and what should come of it.

use crate::content::gauntlet::{Fate, GauntletTable};
use crate::judge::python::trial::{Call, Watched};
use crate::judge::python::value::Value;

/// A generated share may differ from the declared one by this, for it is counted in whole lines.
const SHARE_SLACK: f64 = 0.005;

/// A record by column.
pub type Record = Vec<(Value, Value)>;

/// One generated stream.
#[derive(Clone, Debug)]
pub struct Stream {
    /// Texts.
    pub lines: Vec<Value>,
    /// One for each line.
    pub deliveries: Vec<Delivery>,
}

/// What one line is in truth.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The place of its kind in the question's table.
    pub kind: usize,
    /// The clean records it carries.
    pub records: Vec<Record>,
    /// Why it goes to the dead letters, if it does.
    pub reason: Option<String>,
}

impl Stream {
    /// Reads what a generator gave; errors are mistakes of the question.
    pub fn read(made: &Value, table: &GauntletTable) -> Result<Stream, String> {
        let Value::List(items) = made else { return Err("`generate` gives no list".into()) };
        let mut lines = Vec::with_capacity(items.len());
        let mut deliveries = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let (line, delivery) =
                one(item, table).map_err(|words| format!("line {}: {words}", index + 1))?;
            lines.push(Value::Text(line));
            deliveries.push(delivery);
        }
        let stream = Stream { lines, deliveries };
        stream.check_shares(table)?;
        Ok(stream)
    }

    /// Gives the call that sends the stream through an answer; its lines are made when they are asked
    /// for, so an answer that keeps them pays for them.
    pub fn call(&self) -> Call {
        let arguments = vec![Value::Iter(self.lines.clone())];
        Call { arguments, times: 1, follow: false, watched: Watched::Memory }
    }

    /// The shares are told to the candidate, so they must be true.
    fn check_shares(&self, table: &GauntletTable) -> Result<(), String> {
        for (index, kind) in table.kinds.iter().enumerate() {
            let count = self.deliveries.iter().filter(|line| line.kind == index).count();
            let share = count as f64 / self.deliveries.len().max(1) as f64;
            if (share - kind.share).abs() > SHARE_SLACK || count == 0 {
                let (name, said) = (&kind.name, kind.share);
                return Err(format!("`{name}` is {share:.3} of the lines where {said:.3} is said"));
            }
        }
        Ok(())
    }
}

fn one(item: &Value, table: &GauntletTable) -> Result<(String, Delivery), String> {
    let Value::Tuple(parts) = item else { return Err("no tuple".into()) };
    let [Value::Text(line), Value::Text(name), Value::List(records), reason] = parts.as_slice()
    else {
        return Err("it is (line, kind, records, reason)".into());
    };
    let kind = table.kinds.iter().position(|kind| kind.name == *name);
    let kind = kind.ok_or_else(|| format!("the kind `{name}` is not in the question's table"))?;
    let reason = match reason {
        Value::None => None,
        Value::Text(reason) => Some(reason.clone()),
        other => return Err(format!("the reason is a {}", other.kind())),
    };
    let records = records.iter().map(|one| record(one, table)).collect::<Result<Vec<_>, _>>()?;
    let fits = match table.kinds[kind].fate {
        Fate::Recover => !records.is_empty() && reason.is_none(),
        Fate::DeadLetter => records.is_empty() && reason.is_some(),
        Fate::Ignore => records.is_empty() && reason.is_none(),
    };
    let words = || format!("records and reason do not fit the fate of `{name}`");
    fits.then(|| (line.clone(), Delivery { kind, records, reason })).ok_or_else(words)
}

fn record(value: &Value, table: &GauntletTable) -> Result<Record, String> {
    let Value::Dict(record) = value else { return Err("a record is no dict".into()) };
    for column in [&table.key, &table.version] {
        let what = || format!("a record has no `{column}`");
        field(record, column).ok_or_else(what)?;
    }
    Ok(record.clone())
}

/// Gives the value of a column.
pub fn field<'r>(record: &'r [(Value, Value)], column: &str) -> Option<&'r Value> {
    let named = |(name, _): &&(Value, Value)| matches!(name, Value::Text(text) if text == column);
    record.iter().find(named).map(|(_, value)| value)
}

/// Writes a key so that keys can be told apart; nearly always it is text.
pub fn key_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

/// Gives a version as a number.
pub fn version(record: &[(Value, Value)], column: &str) -> Option<i64> {
    match field(record, column) {
        Some(Value::Int(digits)) => digits.parse().ok(),
        _ => None,
    }
}
