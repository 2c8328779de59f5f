//! What an answer gave for one stream, held against the truth: right, wrong or missed, line by line and value by value.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::truth::{Delivery, Record, Stream, field, key_text, version};
use crate::content::gauntlet::{Fate, GauntletTable};
use crate::content::question::CompareBy;
use crate::interview::gauntlet::{DeadLetters, Tally};
use crate::judge::python::compare::same;
use crate::judge::python::trial::{Cost, Trial};
use crate::judge::python::value::Value;

/// What was counted, over one stream or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// One for each kind of the question's table.
    pub kinds: Vec<Tally>,
    pub columns: BTreeMap<String, Tally>,
    pub dead_letters: DeadLetters,
    pub dropped: u64,
    pub invented: u64,
    /// Values that nobody sent, in invented records.
    pub invented_values: u64,
    pub streams: u64,
    pub lines: u64,
    /// Lines that were asked for.
    pub lines_read: u64,
    /// The most memory held at a moment, beyond what was held before.
    pub peak_bytes: usize,
}

impl Counts {
    /// Starts with nothing counted.
    pub fn none(table: &GauntletTable) -> Self {
        Self { kinds: vec![Tally::default(); table.kinds.len()], ..Self::default() }
    }

    /// Adds what was counted on one stream, and how it was read.
    pub fn add(&mut self, other: Counts, trial: &Trial) {
        self.kinds.iter_mut().zip(&other.kinds).for_each(|(sum, one)| add(sum, one));
        for (name, one) in &other.columns {
            add(self.columns.entry(name.clone()).or_default(), one);
        }
        self.dead_letters.right += other.dead_letters.right;
        self.dead_letters.misfiled += other.dead_letters.misfiled;
        self.dead_letters.wrongly += other.dead_letters.wrongly;
        self.dropped += other.dropped;
        self.invented += other.invented;
        self.invented_values += other.invented_values;
        self.streams += 1;
        self.lines += other.lines;
        self.lines_read += trial.taken;
        if let Some(Cost::Memory(bytes)) = trial.cost {
            self.peak_bytes = self.peak_bytes.max(bytes);
        }
    }
}

fn add(sum: &mut Tally, one: &Tally) {
    sum.right += one.right;
    sum.wrong += one.wrong;
    sum.missed += one.missed;
}

/// What came back for one stream: records by key, and dead letters by line number.
#[derive(Debug)]
pub struct Given<'g> {
    records: HashMap<String, Vec<&'g [(Value, Value)]>>,
    letters: HashMap<usize, Vec<&'g str>>,
    /// Things among the records that have no key, and among the letters that are none.
    odd_records: u64,
    odd_letters: u64,
}

impl<'g> Given<'g> {
    /// Reads a result; errors say what it is instead.
    pub fn read(result: &'g Value, key: &str) -> Result<Self, String> {
        let wanted = "where a pair of records and dead letters was wanted";
        let (Value::Tuple(parts) | Value::List(parts)) = result else {
            return Err(format!("returned {} {wanted}", result.kind()));
        };
        let [Value::List(records), Value::List(letters)] = parts.as_slice() else {
            return Err(format!("returned something else {wanted}"));
        };
        let mut given = Given {
            records: HashMap::new(),
            letters: HashMap::new(),
            odd_records: 0,
            odd_letters: 0,
        };
        records.iter().for_each(|record| given.note_record(record, key));
        letters.iter().for_each(|letter| given.note_letter(letter));
        Ok(given)
    }

    fn note_record(&mut self, value: &'g Value, key: &str) {
        match value {
            Value::Dict(record) if field(record, key).is_some() => {
                let key = field(record, key).map(key_text).unwrap_or_default();
                self.records.entry(key).or_default().push(record);
            }
            _ => self.odd_records += 1,
        }
    }

    fn note_letter(&mut self, value: &'g Value) {
        let parts = match value {
            Value::Tuple(parts) | Value::List(parts) => parts.as_slice(),
            _ => &[],
        };
        match parts {
            [Value::Int(number), Value::Text(reason)] if number.parse::<usize>().is_ok() => {
                let number = number.parse().unwrap_or_default();
                self.letters.entry(number).or_default().push(reason);
            }
            _ => self.odd_letters += 1,
        }
    }
}

/// Counts one stream.
pub fn count(stream: &Stream, table: &GauntletTable, given: &Given<'_>) -> Counts {
    let mut counting = Counting::new(stream, table, given);
    stream.deliveries.iter().enumerate().for_each(|(at, line)| counting.line(at, line));
    counting.columns();
    counting.letters(&stream.deliveries);
    counting.inventions();
    counting.counts
}

/// The record that must stand for a key, and the versions that came after it and are older.
struct Winner<'s> {
    at: usize,
    record: &'s Record,
    late: Vec<i64>,
}

struct Counting<'s> {
    table: &'s GauntletTable,
    given: &'s Given<'s>,
    winners: HashMap<String, Winner<'s>>,
    /// Keys of records that nobody sent.
    unknown: Vec<&'s str>,
    counts: Counts,
}

impl<'s> Counting<'s> {
    fn new(stream: &'s Stream, table: &'s GauntletTable, given: &'s Given<'s>) -> Self {
        let winners = winners(stream, table);
        let unknown = given.records.keys().filter(|key| !winners.contains_key(*key));
        let unknown = unknown.map(String::as_str).collect();
        let lines = stream.deliveries.len() as u64;
        let counts = Counts { lines, ..Counts::none(table) };
        Self { table, given, winners, unknown, counts }
    }

    fn line(&mut self, at: usize, line: &Delivery) {
        let letters = self.given.letters.get(&(at + 1)).map(Vec::as_slice).unwrap_or_default();
        let tally = match self.table.kinds[line.kind].fate {
            Fate::Ignore => one_of(letters.is_empty(), true),
            Fate::DeadLetter => self.refused(line, letters),
            Fate::Recover => self.recovered(at, line, letters),
        };
        add(&mut self.counts.kinds[line.kind], &tally);
    }

    fn refused(&mut self, line: &Delivery, letters: &[&str]) -> Tally {
        let right = letters.iter().any(|reason| line.reason.as_deref() == Some(*reason));
        if letters.is_empty() {
            self.counts.dropped += 1;
        }
        one_of(right, !letters.is_empty())
    }

    fn recovered(&mut self, at: usize, line: &Delivery, letters: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for record in &line.records {
            let key = field(record, &self.table.key).map(key_text).unwrap_or_default();
            let winner = &self.winners[&key];
            let came = self.given.records.get(&key).map(Vec::as_slice).unwrap_or_default();
            let one = match winner.at == at {
                true => self.winning(winner, came, letters),
                false => self.losing(winner, at, record, came, letters),
            };
            self.counts.dropped += u64::from(one.missed > 0 && letters.is_empty());
            add(&mut tally, &one);
        }
        tally
    }

    /// The record that must stand. If a late version stands instead, that line has the blame.
    fn winning(&self, winner: &Winner<'_>, came: &[&[(Value, Value)]], letters: &[&str]) -> Tally {
        let stands = came.iter().any(|record| is_same(winner.record, record));
        let overwritten = came.iter().any(|record| {
            version(record, &self.table.version).is_some_and(|it| winner.late.contains(&it))
        });
        match came {
            [] => one_of(false, false),
            _ if !stands && overwritten => Tally::default(),
            _ => one_of(stands && letters.is_empty(), true),
        }
    }

    /// Sent again or too old: it must not leave a trace. What a newer version replaced is not counted.
    fn losing(
        &self,
        winner: &Winner<'_>,
        at: usize,
        record: &Record,
        came: &[&[(Value, Value)]],
        letters: &[&str],
    ) -> Tally {
        if at < winner.at {
            return Tally::default();
        }
        let own = version(record, &self.table.version);
        let is_late = own != version(winner.record, &self.table.version);
        let stands = came.iter().any(|it| is_late && version(it, &self.table.version) == own);
        one_of(letters.is_empty() && came.len() < 2 && !stands, true)
    }

    fn columns(&mut self) {
        for (key, winner) in &self.winners {
            let came = self.given.records.get(key).map(Vec::as_slice).unwrap_or_default();
            let exact = came.iter().find(|record| is_same(winner.record, record));
            let came = exact.or(came.first()).copied().unwrap_or_default();
            let names: HashSet<String> =
                winner.record.iter().chain(came).map(|(name, _)| key_text(name)).collect();
            for name in names {
                let tally = value(field(winner.record, &name), field(came, &name));
                add(self.counts.columns.entry(name).or_default(), &tally);
            }
        }
    }

    fn letters(&mut self, deliveries: &[Delivery]) {
        let use_of = &mut self.counts.dead_letters;
        use_of.wrongly += self.given.odd_letters;
        for (number, reasons) in &self.given.letters {
            let line = number.checked_sub(1).and_then(|at| deliveries.get(at));
            let wanted = line.and_then(|line| line.reason.as_deref());
            let Some(wanted) = wanted else {
                use_of.wrongly += reasons.len() as u64;
                continue;
            };
            // One letter a line is enough; what there is beyond it belongs to nobody.
            let is_right = reasons.contains(&wanted);
            use_of.right += u64::from(is_right);
            use_of.misfiled += u64::from(!is_right);
            use_of.wrongly += reasons.len() as u64 - 1;
        }
    }

    fn inventions(&mut self) {
        let unknown = self.unknown.iter().flat_map(|key| &self.given.records[*key]);
        let again = self.given.records.iter().filter(|(key, _)| self.winners.contains_key(*key));
        let extra = unknown.chain(again.flat_map(|(_, records)| records.iter().skip(1)));
        for record in extra {
            self.counts.invented += 1;
            self.counts.invented_values += record.len() as u64;
        }
        self.counts.invented += self.given.odd_records;
        self.counts.invented_values += self.given.odd_records;
    }
}

/// Finds what must stand for each key: the greatest version, of equal ones the first.
fn winners<'s>(stream: &'s Stream, table: &GauntletTable) -> HashMap<String, Winner<'s>> {
    let mut winners: HashMap<String, Winner<'s>> = HashMap::new();
    for (at, line) in stream.deliveries.iter().enumerate() {
        for record in &line.records {
            let key = field(record, &table.key).map(key_text).unwrap_or_default();
            let own = version(record, &table.version);
            let new = Winner { at, record, late: Vec::new() };
            match winners.get_mut(&key) {
                Some(held) if own > version(held.record, &table.version) => *held = new,
                Some(held) if own < version(held.record, &table.version) => held.late.extend(own),
                Some(_) => (),
                None => drop(winners.insert(key, new)),
            }
        }
    }
    winners
}

fn is_same(wanted: &Record, came: &[(Value, Value)]) -> bool {
    same(&Value::Dict(wanted.clone()), &Value::Dict(came.to_vec()), CompareBy::Exact)
}

fn value(wanted: Option<&Value>, came: Option<&Value>) -> Tally {
    match (wanted, came) {
        (Some(wanted), Some(came)) if same(wanted, came, CompareBy::Exact) => one_of(true, true),
        // Nothing where something was is a loss; anything else in its place is an error.
        (Some(_), None | Some(Value::None)) => one_of(false, false),
        _ => one_of(false, true),
    }
}

fn one_of(is_right: bool, is_there: bool) -> Tally {
    Tally {
        right: u64::from(is_right),
        wrong: u64::from(!is_right && is_there),
        missed: u64::from(!is_right && !is_there),
    }
}
