//! What an answer made of damaged streams: each kind of damage, each column, the dead letters, and the rules.

use serde::{Deserialize, Serialize};

use super::verdict::Evidence;
use crate::content::gauntlet::Fate;

/// The rule under which the evidence of a gauntlet stands, before a dot and the part.
pub const RULE: &str = "python.gauntlet";

/// What stands above the counts.
pub const TITLE: &str = "What came out of the damaged streams";

/// A mistake with a value spoils many kinds a little; citing all of them would bury the rest.
const CITED_KINDS: usize = 6;

/// What came of all streams of a gauntlet together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GauntletReading {
    pub streams: u64,
    /// The lines that were offered, and those that were asked for.
    pub lines: u64,
    pub lines_read: u64,
    /// In the order of the question's file.
    pub kinds: Vec<KindTally>,
    /// By name.
    pub columns: Vec<ColumnTally>,
    pub dead_letters: DeadLetters,
    /// Lines that are neither among the records nor among the dead letters, and should be.
    pub dropped: u64,
    /// Records that nobody sent.
    pub invented: u64,
    /// The most memory that was held at a moment, beyond what was held before.
    pub peak_kib: u64,
    /// By what it is accepted, in the order in which it is told.
    pub rules: Vec<RuleReading>,
}

/// How the lines of one kind came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindTally {
    pub name: String,
    pub about: String,
    pub fate: Fate,
    pub tally: Tally,
}

/// How the values of one column came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnTally {
    pub name: String,
    pub tally: Tally,
}

/// Right, wrong or not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub right: u64,
    pub wrong: u64,
    pub missed: u64,
}

/// How the dead letters were used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadLetters {
    pub right: u64,
    /// The line belongs there, for another reason.
    pub misfiled: u64,
    /// The line, or a second letter for it, does not belong there.
    pub wrongly: u64,
}

/// One rule by which an answer is accepted, and whether it is met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleReading {
    pub name: String,
    /// What must hold, in a few words.
    pub asked: String,
    /// What was reached.
    pub reached: String,
    pub met: bool,
}

impl Tally {
    /// Gives how many there are.
    pub fn count(&self) -> u64 {
        self.right + self.wrong + self.missed
    }

    /// Gives the share that is right; all of nothing is right.
    pub fn share(&self) -> f64 {
        if self.count() == 0 { 1.0 } else { self.right as f64 / self.count() as f64 }
    }

    fn words(&self) -> String {
        let Tally { right, wrong, missed } = self;
        format!("{right} of {} right, {wrong} wrong, {missed} missed", self.count())
    }
}

impl GauntletReading {
    /// Says whether every rule is met.
    pub fn is_met(&self) -> bool {
        self.rules.iter().all(|rule| rule.met)
    }

    /// Tells what was counted, a line each: kinds, columns, dead letters. The rules are in the evidence.
    pub fn counts(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.kinds.iter().map(KindTally::words).collect();
        lines.extend(self.columns.iter().map(ColumnTally::words));
        lines.push(self.use_of_dead_letters());
        lines
    }

    /// Gives the evidence for a verdict: every rule, each column where something went wrong, and the kinds
    /// that came out worst.
    pub fn evidence(&self) -> Vec<Evidence> {
        let line = |part: &str, good, words: String| {
            Evidence::plain(&format!("{RULE}.{part}"), good, words)
        };
        let mut lines: Vec<Evidence> =
            self.rules.iter().map(|rule| line(&rule.name, rule.met, rule.words())).collect();
        lines.extend(self.worst_kinds().iter().map(|kind| line("kind", false, kind.words())));
        let columns = self.columns.iter().filter(|column| column.tally.share() < 1.0);
        lines.extend(columns.map(|column| line("column", false, column.words())));
        let DeadLetters { misfiled, wrongly, .. } = self.dead_letters;
        lines.push(line("dead", misfiled + wrongly == 0, self.use_of_dead_letters()));
        lines
    }

    fn worst_kinds(&self) -> Vec<&KindTally> {
        let mut kinds: Vec<&KindTally> =
            self.kinds.iter().filter(|kind| kind.tally.share() < 1.0).collect();
        kinds.sort_by(|a, b| a.tally.share().total_cmp(&b.tally.share()));
        kinds.truncate(CITED_KINDS);
        kinds
    }

    fn use_of_dead_letters(&self) -> String {
        let DeadLetters { right, misfiled, wrongly } = self.dead_letters;
        format!(
            "dead letters: {right} right, {misfiled} with another reason, {wrongly} that do not belong there; \
             {} lines silently dropped, {} records that nobody sent",
            self.dropped, self.invented
        )
    }
}

impl RuleReading {
    fn words(&self) -> String {
        format!("{}: {}", self.asked, self.reached)
    }
}

impl KindTally {
    fn words(&self) -> String {
        let wanted = match self.fate {
            Fate::Recover => "to recover",
            Fate::DeadLetter => "for the dead letters",
            Fate::Ignore => "to pass over",
        };
        format!("{} ({}; {wanted}): {}", self.name, self.about, self.tally.words())
    }
}

impl ColumnTally {
    fn words(&self) -> String {
        format!("column `{}`: {}", self.name, self.tally.words())
    }
}
