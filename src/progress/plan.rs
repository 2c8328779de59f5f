//! The four weeks before a loop, as counts that the journal ticks off.

use serde::Serialize;

use super::answered;
use crate::content::question::Kind;
use crate::debrief::report::Report;
use crate::interview::plan::Mode;

/// One line of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub week: u8,
    pub what: String,
    pub done: usize,
    pub wanted: usize,
}

impl Item {
    /// Says whether there is as much as is wanted.
    pub fn is_done(&self) -> bool {
        self.done >= self.wanted
    }
}

/// Counts what the sessions ticked off. Every answer handed in counts, good or bad: the plan is
/// about practice, the debrief about quality.
pub(super) fn items(reports: &[&Report]) -> Vec<Item> {
    let item = |week, what: &str, done, wanted| Item { week, what: what.into(), done, wanted };
    let loops = reports.iter().filter(|report| report.mode == Mode::Loop).count();
    vec![
        item(1, "SQL problems", answered(reports, Kind::Sql), 10),
        item(1, "stories told", answered(reports, Kind::Behavioral), 10),
        item(2, "end-to-end designs", answered(reports, Kind::Design), 4),
        item(3, "Python data problems", answered(reports, Kind::Python), 8),
        item(3, "modelling and SQL together", answered(reports, Kind::Modeling), 3),
        item(4, "whole loops", loops, 3),
    ]
}
